//! Paying a slip that is approved; and why a slip, or what was booked, is taken back.

use super::shown;
use crate::{
    command::{self, voucher::Payout},
    domain::{
        Text,
        account::{Account, AccountKind},
        amount::Amount,
        day,
        fold::clean,
        takes::Takes,
        voucher::{INSTRUMENTS, Voucher},
    },
    store::{self, Reader},
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Outcome, meetings::people},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, choices},
    },
};

const fn spec(code: &'static str, label: &'static str, kind: Kind, hint: &'static str, required: bool) -> Spec {
    Spec { code, label, kind, hint, required }
}

static FIELDS: &[Spec] = &[
    spec("instrument", "field-instrument", Kind::Choice, "", true),
    spec("number", "field-instrument_number", Kind::Text, "hint-cheque", false),
    spec("on", "field-paid_on", Kind::Digits, "hint-day", true),
    spec("received_by", "field-received_by", Kind::Proposals, "hint-payee", false),
    spec("fee", "field-transfer_fee", Kind::Digits, "hint-fee", false),
];

/// How a slip is paid.
pub struct PayDraft {
    slip: Voucher,
    account: Account,
    payout: Payout,
}

impl PayDraft {
    /// Today, as money leaves such an account, to whoever is to get it.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(id: i64, cx: &Cx) -> store::Result<Self> {
        Self::read(id, &cx.reader, cx.clock.today())
    }

    fn read(id: i64, reader: &Reader, today: chrono::NaiveDate) -> store::Result<Self> {
        let slip = reader.voucher(id)?;
        let account = reader.account(slip.account)?;
        let instrument = match account.kind {
            AccountKind::Bank => "cheque",
            AccountKind::Wallet => "wallet",
            _ => "cash",
        };
        let payout = Payout {
            instrument: instrument.to_owned(),
            number: String::new(),
            on: today,
            received_by: slip.payee.clone(),
            fee: 0,
        };
        Ok(Self { slip, account, payout })
    }

    fn fee(&self) -> String {
        let currency = self.slip.amount.currency.clone();
        if self.payout.fee == 0 { String::new() } else { Amount { minor: self.payout.fee, currency }.to_string() }
    }
}

impl Draft for PayDraft {
    const FORM: &'static str = "payout";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let what = lang.text(&Text::new("slip-pay").with("number", self.slip.label()));
        format!("{} › {what}", lang.label(AREAS[super::AREA]))
    }
    fn lead(&self, lang: &Lang) -> String {
        let amount = shown(self.slip.amount.minor, &self.slip.amount.currency, lang);
        [amount.as_str(), &self.slip.payee, &self.slip.purpose, &super::name(&self.account, lang)].join(" · ")
    }
    fn show(&self, at: usize) -> String {
        match at {
            0 => self.payout.instrument.clone(),
            1 => self.payout.number.clone(),
            2 => day::show(self.payout.on),
            3 => self.payout.received_by.clone(),
            _ => self.fee(),
        }
    }
    fn choices(&self, _: usize) -> Vec<(&'static str, &'static str)> {
        choices(Some(Takes::One(INSTRUMENTS)))
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        people::proposals(typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            0 => self.payout.instrument = Takes::One(INSTRUMENTS).read(typed, &cx.reading())?,
            1 => self.payout.number = clean(typed),
            2 => {
                let required = || Text::new("err-required").with("field", Text::new(FIELDS[2].label));
                let day = Takes::PastDay.read(typed, &cx.reading())?;
                self.payout.on = day.parse().map_err(|_| required())?;
            }
            3 => self.payout.received_by = people::read(typed, cx)?,
            _ => self.payout.fee = super::fee(typed, &self.slip.amount.currency)?,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let text = || Text::new("err-required").with("field", Text::new(FIELDS[0].label));
        let missing = self.payout.instrument.is_empty();
        missing.then(|| Remark { field: 0, text: text(), is_error: true }).into_iter().collect()
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let (Amount { minor, currency }, lang) = (&self.slip.amount, &cx.lang);
        let balance = cx.reader.balance(self.account.id, currency)?;
        let mut doubts = Vec::new();
        if balance < minor + self.payout.fee {
            let text = Text::new("slip-overdrawn").with("amount", shown(balance, currency, lang));
            doubts.push(lang.text(&text.with("name", super::name(&self.account, lang))));
        }
        Ok(doubts)
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.slip.id, self.slip.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.slip.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        Self::read(self.slip.id, &cx.reader, self.payout.on).map(Some)
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (base, number) = ((self.slip.id, self.slip.rev), self.slip.label());
        let payout = self.payout.clone();
        Box::new(move |store, session, _| {
            command::voucher::pay(store, session, draft.as_deref(), base, &payout)?;
            Ok(Outcome::Saved { id: base.0, said: Text::new("slip-paid-now").with("number", number) })
        })
    }
}

/// What is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// A slip that is not paid: its id and `rev`.
    Slip(i64, i64),
    /// An entry of the ledger: the payment of a slip, a transfer.
    Entry(i64),
}

static WHY: &[Spec] = &[spec("reason", "field-reason", Kind::Text, "", true)];

/// Why something is taken back.
pub struct BackDraft {
    back: Back,
    /// What it is, in words.
    of: String,
    reason: String,
}

impl BackDraft {
    /// Asks why; `of` says what it is about.
    pub fn new(back: Back, of: String) -> Self {
        Self { back, of, reason: String::new() }
    }
}

impl Draft for BackDraft {
    // one line is quickly said again
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        WHY
    }
    fn title(&self, lang: &Lang) -> String {
        let what = lang.text(&Text::new("slip-void").with("number", self.of.as_str()));
        format!("{} › {what}", lang.label(AREAS[super::AREA]))
    }
    fn show(&self, _: usize) -> String {
        self.reason.clone()
    }
    fn set(&mut self, _: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        self.reason = clean(typed);
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let missing = self.reason.is_empty();
        missing.then(|| Remark { field: 0, text: Text::new("err-reason"), is_error: true }).into_iter().collect()
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (back, of, reason) = (self.back, self.of.clone(), self.reason.clone());
        Box::new(move |store, session, _| {
            let said = match back {
                Back::Slip(id, rev) => {
                    command::voucher::void(store, session, draft.as_deref(), (id, rev), &reason)?;
                    Text::new("slip-voided-now").with("number", of)
                }
                Back::Entry(entry) => {
                    command::ledger::reverse(store, session, entry, &reason)?;
                    Text::new("slip-reversed-now").with("number", of)
                }
            };
            Ok(Outcome::Said(said))
        })
    }
}
