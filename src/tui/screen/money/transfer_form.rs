//! The form of a transfer between two accounts, and the arrival of money that was under way.

use super::{naming, shown};
use crate::{
    command::{self, transfer::Arrival},
    domain::{
        Text,
        account::Account,
        amount::Amount,
        day,
        fold::{clean, fold},
        rate::Rate,
        takes::Takes,
        transfer::Transfer,
    },
    store,
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Outcome, meetings::people},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, matching},
    },
};
use chrono::NaiveDate;

static FIELDS: &[Spec] = &[
    Spec::new("from", "field-account", Kind::Proposals, "hint-account").required(),
    Spec::new("to", "field-to_account", Kind::Proposals, "hint-account").required(),
    Spec::new("amount", "field-amount", Kind::Amount, "hint-amount").required(),
    Spec::new("rate", "field-rate", Kind::Digits, "hint-rate"),
    Spec::new("got", "field-got", Kind::Amount, "hint-got"),
    Spec::new("fee", "field-transfer_fee", Kind::Amount, "hint-fee"),
    Spec::new("fund", "field-fund", Kind::Proposals, "hint-proposals"),
    Spec::new("sent_on", "field-sent_on", Kind::Digits, "hint-day").required(),
    Spec::new("arrived_on", "field-arrived_on", Kind::Digits, "hint-arrived"),
    Spec::new("slip", "field-deposit_slip", Kind::Text, ""),
    Spec::new("carried_by", "field-carried_by", Kind::Proposals, "hint-payee"),
    Spec::new("note", "field-note", Kind::Text, ""),
];
const FROM: usize = 0;
const TO: usize = 1;
const AMOUNT: usize = 2;
const RATE: usize = 3;
const GOT: usize = 4;
const FEE: usize = 5;
const FUND: usize = 6;
const CARRIED_BY: usize = 10;

/// What the form asks for.
#[derive(Clone)]
pub struct TransferDraft {
    from: Option<Account>,
    to: Option<Account>,
    names: [String; 2],
    amount: Option<Amount>,
    /// The rate as figures: of which currency follows from the accounts.
    rate: String,
    /// What was counted, of an exchange; as agreed when blank.
    got: Option<Amount>,
    fee: i64,
    fund: String,
    sent_on: NaiveDate,
    arrived_on: Option<NaiveDate>,
    slip: String,
    carried_by: String,
    note: String,
    /// The currency of the book.
    own: String,
}

impl TransferDraft {
    /// A blank one of today.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(cx: &Cx) -> store::Result<Self> {
        let today = cx.clock.today();
        Ok(Self {
            from: None,
            to: None,
            names: Default::default(),
            amount: None,
            rate: String::new(),
            got: None,
            fee: 0,
            fund: String::new(),
            sent_on: today,
            arrived_on: Some(today),
            slip: String::new(),
            carried_by: String::new(),
            note: String::new(),
            own: cx.coop.currency.clone(),
        })
    }

    /// The two currencies, when they differ.
    fn pair(&self) -> Option<(&str, &str)> {
        let (from, to) = (self.from.as_ref()?, self.to.as_ref()?);
        (from.currency != to.currency).then_some((from.currency.as_str(), to.currency.as_str()))
    }

    /// The rate between the two.
    ///
    /// # Errors
    /// That it is none.
    fn rate(&self, typed: &str) -> Result<Rate, Text> {
        let (from, to) = self.pair().unwrap_or((&self.own, &self.own));
        let (one, told) = Rate::sides(from, to, &self.own);
        Rate::parse(typed, one, told)
    }

    /// The transfer as far as it is typed.
    fn transfer(&self) -> Option<Transfer> {
        let (from, to, amount) = (self.from.as_ref()?, self.to.as_ref()?, self.amount.clone()?);
        let is_exchange = self.pair().is_some();
        let rate = self.rate(&self.rate).ok().filter(|_| is_exchange);
        let received = if is_exchange {
            let agreed = rate.as_ref().and_then(|rate| rate.convert(&amount));
            self.got.clone().or(agreed).unwrap_or(Amount { minor: 0, currency: to.currency.clone() })
        } else {
            amount.clone()
        };
        Some(Transfer {
            arrived_on: self.arrived_on,
            rate,
            fee: self.fee,
            slip: self.slip.clone(),
            carried_by: self.carried_by.clone(),
            note: self.note.clone(),
            ..Transfer::new((from.id, amount), (to.id, received), self.sent_on)
        })
    }

    fn currency(&self, at: usize) -> String {
        let account = if at == GOT { &self.to } else { &self.from };
        account.as_ref().map_or_else(|| self.own.clone(), |account| account.currency.clone())
    }
}

impl Draft for TransferDraft {
    const FORM: &'static str = "transfer";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let (area, all) = (lang.label(AREAS[super::AREA]), lang.label("transfers-title"));
        format!("{area} › {all} › {}", lang.label("transfer-new"))
    }
    fn show(&self, at: usize) -> String {
        let amount = |amount: &Option<Amount>| amount.as_ref().map(Amount::to_string).unwrap_or_default();
        match at {
            FROM | TO => self.names[at].clone(),
            AMOUNT => amount(&self.amount),
            RATE => self.rate.clone(),
            GOT => amount(&self.got),
            FEE if self.fee == 0 => String::new(),
            FEE => Amount { minor: self.fee, currency: self.currency(FROM) }.to_string(),
            FUND => self.fund.clone(),
            7 => day::show(self.sent_on),
            8 => self.arrived_on.map(day::show).unwrap_or_default(),
            9 => self.slip.clone(),
            CARRIED_BY => self.carried_by.clone(),
            _ => self.note.clone(),
        }
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        if at == CARRIED_BY {
            return people::proposals(typed, cx);
        }
        let names: Vec<String> = match at {
            FUND => cx.reader.funds()?.into_iter().map(|(_, name)| name).collect(),
            _ => naming::purses(&cx.reader, &cx.lang)?.into_iter().map(|(name, _)| name).collect(),
        };
        Ok(matching(names.iter().map(String::as_str), typed))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        let text = clean(typed);
        let a_day = |typed: &str| Takes::PastDay.read(typed, &cx.reading());
        match at {
            FROM | TO => {
                let account = if text.is_empty() { None } else { Some(naming::purse(&text, cx)?) };
                self.names[at] = account.as_ref().map(|account| super::name(account, &cx.lang)).unwrap_or_default();
                *(if at == FROM { &mut self.from } else { &mut self.to }) = account;
            }
            AMOUNT | GOT => {
                let amount = if text.is_empty() { None } else { Some(Amount::parse(&text, &self.currency(at))?) };
                *(if at == AMOUNT { &mut self.amount } else { &mut self.got }) = amount;
            }
            RATE => self.rate = if text.is_empty() { text } else { self.rate(&text)?.figures() },
            FEE => self.fee = super::fee(typed, &self.currency(FROM))?,
            FUND => {
                let is_known = text.is_empty() || cx.reader.fund_named(&text).is_ok_and(|fund| fund.is_some());
                if !is_known {
                    return Err(Text::new("err-fund").with("name", text));
                }
                self.fund = text;
            }
            7 => {
                let required = || Text::new("err-required").with("field", Text::new(FIELDS[7].label));
                self.sent_on = a_day(typed)?.parse().map_err(|_| required())?;
            }
            8 => self.arrived_on = a_day(typed)?.parse().ok(),
            9 => self.slip = text,
            CARRIED_BY => self.carried_by = people::read(typed, cx)?,
            _ => self.note = text,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        // an account may have been chosen after its amount
        let pairs = [(AMOUNT, &self.amount, &self.from), (GOT, &self.got, &self.to)];
        let other = |(field, amount, account): (usize, &Option<Amount>, &Option<Account>)| {
            let currency = &account.as_ref()?.currency;
            let text = || Text::new("err-account-other").with("currency", currency.as_str());
            (amount.as_ref()?.currency != *currency).then(|| Remark::error(field, text()))
        };
        let others: Vec<Remark> = pairs.into_iter().filter_map(other).collect();
        if !others.is_empty() {
            return others;
        }
        let Some(Err(text)) = self.transfer().as_ref().map(Transfer::check) else { return Vec::new() };
        let field = match text.id {
            "err-transfer-same" => TO,
            "err-transfer-rate" => RATE,
            "err-transfer-exchange" | "err-transfer-before" => 8,
            _ => AMOUNT,
        };
        vec![Remark::error(field, text)]
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let (Some(from), Some(amount)) = (&self.from, &self.amount) else { return Ok(Vec::new()) };
        let of_account =
            (super::name(from, &cx.lang), cx.reader.balance(from.id, &from.currency)?, amount.minor + self.fee);
        let mut limits = vec![of_account];
        if let Some((id, name)) = cx.reader.funds()?.into_iter().find(|(_, name)| fold(name) == fold(&self.fund)) {
            let money = cx.reader.fund_money(id, &from.currency)?;
            let there = money.iter().filter(|(account, _)| *account == from.id).map(|(_, minor)| minor).sum();
            limits.push((name, there, amount.minor));
        }
        let over = limits.into_iter().filter(|(_, there, wanted)| there < wanted);
        let short =
            |(name, there, wanted): (String, i64, i64)| super::short(&name, (there, wanted), &from.currency, &cx.lang);
        Ok(over.map(short).collect())
    }
    fn outlook(&self, typed: &[String], cx: &Cx) -> Vec<(String, String)> {
        let mut so_far = self.clone();
        for at in [AMOUNT, RATE, GOT] {
            // what cannot be read yet stays as it was
            so_far.set(at, &typed[at], cx).ok();
        }
        let Some(transfer) = so_far.transfer() else { return Vec::new() };
        let Some(agreed) = transfer.agreed() else { return Vec::new() };
        let amount = shown(agreed.minor, &agreed.currency, &cx.lang);
        let mut lines = vec![(cx.lang.label("transfer-agreed").to_owned(), amount)];
        lines.extend(transfer.difference().map(|text| (String::new(), cx.lang.text(&text))));
        lines
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (transfer, fund) = (self.transfer(), self.fund.clone());
        Box::new(move |store, session, _| {
            let transfer = transfer.ok_or(store::Error::NotFound)?;
            let id = command::transfer::send(store, session, draft.as_deref(), &transfer, &fund)?;
            let said = match transfer.difference() {
                Some(difference) => Text::new("transfer-saved-difference").with("difference", difference),
                None => Text::new("transfer-saved"),
            };
            Ok(Outcome::Saved { id, said: said.with("amount", transfer.amount) })
        })
    }
}

static ARRIVED: &[Spec] = &[
    Spec::new("on", "field-arrived_on", Kind::Digits, "hint-day").required(),
    Spec::new("slip", "field-deposit_slip", Kind::Text, ""),
    Spec::new("fee", "field-transfer_fee", Kind::Amount, "hint-fee"),
];

/// How money under way has come.
pub struct ArrivalDraft {
    transfer: Transfer,
    arrival: Arrival,
    way: String,
}

impl ArrivalDraft {
    /// It has come today.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(id: i64, cx: &Cx) -> store::Result<Self> {
        let transfer = cx.reader.transfer(id)?;
        let (from, to) = (naming::account(transfer.from, cx)?, naming::account(transfer.to, cx)?);
        let way = cx.lang.text(&Text::new("transfer-way").with("from", from).with("to", to));
        let arrival = Arrival { on: cx.clock.today(), slip: transfer.slip.clone(), fee: 0 };
        Ok(Self { transfer, arrival, way })
    }
}

impl Draft for ArrivalDraft {
    const FORM: &'static str = "arrival";

    fn fields(&self) -> &[Spec] {
        ARRIVED
    }
    fn title(&self, lang: &Lang) -> String {
        let (area, all) = (lang.label(AREAS[super::AREA]), lang.label("transfers-title"));
        format!("{area} › {all} › {}", lang.label("transfer-arrival"))
    }
    fn lead(&self, lang: &Lang) -> String {
        let Transfer { received, carried_by, .. } = &self.transfer;
        let amount = shown(received.minor, &received.currency, lang);
        let parts = [amount.as_str(), &self.way, carried_by];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
    fn show(&self, at: usize) -> String {
        match at {
            0 => day::show(self.arrival.on),
            1 => self.arrival.slip.clone(),
            _ if self.arrival.fee == 0 => String::new(),
            _ => Amount { minor: self.arrival.fee, currency: self.transfer.received.currency.clone() }.to_string(),
        }
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            0 => {
                let required = || Text::new("err-required").with("field", Text::new(ARRIVED[0].label));
                self.arrival.on = Takes::PastDay.read(typed, &cx.reading())?.parse().map_err(|_| required())?;
            }
            1 => self.arrival.slip = clean(typed),
            _ => self.arrival.fee = super::fee(typed, &self.transfer.received.currency)?,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let is_before = self.arrival.on < self.transfer.sent_on;
        let text = Text::new("err-transfer-before");
        is_before.then_some(Remark::error(0, text)).into_iter().collect()
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.transfer.id, self.transfer.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.transfer.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        let (arrival, way) = (self.arrival.clone(), self.way.clone());
        Ok(Some(Self { transfer: cx.reader.transfer(self.transfer.id)?, arrival, way }))
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (base, arrival) = ((self.transfer.id, self.transfer.rev), self.arrival.clone());
        let amount = self.transfer.received.clone();
        Box::new(move |store, session, _| {
            command::transfer::arrive(store, session, draft.as_deref(), base, &arrival)?;
            Ok(Outcome::Saved { id: base.0, said: Text::new("transfer-arrived").with("amount", amount) })
        })
    }
}
