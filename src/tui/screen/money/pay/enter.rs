//! What Enter does on the pay line: who pays, how much, what is over; then the payment is handed over to be written.

use super::{Ask, Asked, Found, Given, Pay, Rest, back::Pending, plain, sketch::Kept, takes_digits};
use crate::{
    command,
    domain::{
        Text,
        amount::Amount,
        fold::clean,
        payment::{Income, Offer, Part, Payment, Tender, What},
        rate::Rate,
        takes::Takes,
    },
    store,
    tui::{
        screen::{
            Cx, Flow, Outcome, Toast,
            money::{receipt, shown},
        },
        widget::{
            choice::{Item, Picker},
            keep::Keep,
            line::Line,
        },
    },
};
use anyhow::Result;

/// What can become of what is over, in the order in which it is offered; first, where far too much is over, that the amount
/// is wrong.
const RESTS: [(Option<Rest>, &str); 4] = [
    (None, "pay-rest-wrong"),
    (Some(Rest::Credit), "pay-rest-credit"),
    (Some(Rest::Change), "pay-rest-change"),
    (Some(Rest::Gift), "pay-rest-gift"),
];

/// A payment that can be written, or what is still asked.
enum Settled {
    Ready(Box<Payment>),
    /// The rate between two currencies.
    Rate,
    /// What becomes of what is over, which may be far too much.
    Rest {
        rest: Amount,
        is_far: bool,
    },
}

impl Pay {
    pub(super) fn run_enter(&mut self, cx: &mut Cx) -> Result<Flow> {
        // what is typed while a batch is being opened belongs to it
        if matches!(self.asked, Asked::NewBatch) && cx.crew.is_writing() {
            cx.complain(&Text::new("say-saving-first"));
            return Ok(Flow::Stay);
        }
        let flow = match self.ask {
            Ask::Payer => self.take_payer(cx)?,
            Ask::Amount => self.take_amount(cx)?,
            _ => match self.take_answer(cx) {
                Ok(flow) => flow?,
                Err(why) => {
                    cx.complain(&why);
                    self.line.select_all();
                    Flow::Stay
                }
            },
        };
        self.show(cx);
        Ok(flow)
    }

    /// Enter where the line asks who pays.
    fn take_payer(&mut self, cx: &mut Cx) -> Result<Flow> {
        if self.line.is_empty() {
            if let Some(receipt) = self.last.get(self.at).filter(|_| self.in_grid) {
                return Ok(Flow::push(receipt::page(receipt.id)));
            }
            cx.toast = Some(Toast::Plain(cx.lang.label("pay-hint").to_owned()));
            return Ok(Flow::Stay);
        }
        match self.found.get(self.picked).cloned() {
            Some(Found::Member(id, _)) => {
                let part = self.in_part(cx)?;
                self.sketch.payer = Some(id);
                self.quote(cx)?;
                self.ask_amount(cx)?;
                let is_part = part.is_some();
                if let Some((_, amount)) = part {
                    self.line = Line::new(&amount).with_azerty_digits(cx.preference.azerty);
                }
                // in a batch what is owed, or what was typed of it, is taken at once
                if self.batch.is_some() && (is_part || self.quote.to_pay().minor > 0) {
                    return self.take_amount(cx);
                }
            }
            Some(Found::Other(_)) => return self.ask_income(cx),
            None => {
                let typed = self.line.text();
                let nobody = || Text::new("err-pay-nobody-found").with("typed", typed.trim());
                cx.complain(&self.part_fault(cx)?.unwrap_or_else(nobody));
                self.line.select_all();
            }
        }
        Ok(Flow::Stay)
    }

    /// Which income it is that somebody pays; what is given can be for a fund.
    pub(super) fn ask_income(&mut self, cx: &Cx) -> Result<Flow> {
        let given = |fund: (i64, String)| [Income::Gift, Income::Grant].map(|income| (income, Some(fund.clone())));
        let general = Income::ALL.iter().map(|income| (*income, None));
        let offered: Vec<Given> = general.chain(cx.reader.funds()?.into_iter().flat_map(given)).collect();
        let item = |(income, fund): &Given| {
            let item = Item::new(cx.lang.label(income.text_id()));
            if let Some((_, name)) = fund { item.with(name.as_str()) } else { item }
        };
        let items = offered.iter().map(item).collect();
        self.asked = Asked::Income(offered);
        Ok(Flow::push(Picker::new(cx.lang.label("pay-income").to_owned(), items, 0)))
    }

    /// Asks how much, with what is owed proposed.
    pub(super) fn ask_amount(&mut self, cx: &Cx) -> Result<()> {
        self.quote(cx)?;
        let text = match self.sketch.given() {
            Some(given) if given.currency == self.quote.currency => plain(&given),
            Some(given) => given.to_string(),
            None => self.proposal(),
        };
        (self.at, self.in_grid) = (0, false);
        self.ask_for(Ask::Amount, &text, cx)?;
        self.line.select_all();
        Ok(())
    }

    /// Asks something else in the line.
    pub(super) fn ask_for(&mut self, ask: Ask, text: &str, cx: &Cx) -> Result<()> {
        self.ask = ask;
        self.line = Line::new(text).with_azerty_digits(cx.preference.azerty && takes_digits(ask));
        self.keep.typed(cx.now);
        self.quote(cx)?;
        self.look_up(cx)?;
        self.show(cx);
        Ok(())
    }

    /// Enter where the line asks how much.
    fn take_amount(&mut self, cx: &mut Cx) -> Result<Flow> {
        let typed = self.line.text();
        let given =
            if typed.trim().is_empty() { Ok(self.quote.to_pay()) } else { Amount::parse(&typed, &self.quote.currency) };
        let positive = |given: Amount| {
            if given.minor > 0 { Ok(given) } else { Err(Text::new("err-amount-positive")) }
        };
        match given.and_then(positive) {
            Ok(given) => {
                self.sketch.amount = given.to_string();
                self.sketch.rest = None;
                self.settle(cx)
            }
            Err(why) => {
                cx.complain(&why);
                self.line.select_all();
                Ok(Flow::Stay)
            }
        }
    }

    /// Goes on with the payment: asks what is still to be known, or hands it over to be written.
    pub(super) fn settle(&mut self, cx: &mut Cx) -> Result<Flow> {
        cx.permit(&command::payment::RECEIVE)?;
        self.quote(cx)?;
        match self.settled(cx) {
            Ok(Settled::Ready(payment)) => self.send(*payment, cx)?,
            Ok(Settled::Rate) => {
                // the rate of the last payment between the two is proposed: it is the day's
                let last = self.last.iter().find_map(|receipt| receipt.rate.as_ref());
                let text = last.filter(|rate| rate.one == self.sides(cx).0).map(Rate::figures).unwrap_or_default();
                self.ask_for(Ask::Rate, &text, cx)?;
                self.line.select_all();
            }
            Ok(Settled::Rest { rest, is_far }) => return Ok(self.ask_rest(rest, is_far, cx)),
            Err(why) => {
                self.ask_amount(cx)?;
                cx.complain(&why);
            }
        }
        Ok(Flow::Stay)
    }

    /// Asks what becomes of what is over.
    fn ask_rest(&mut self, rest: Amount, is_far: bool, cx: &Cx) -> Flow {
        let value = self.value(cx).unwrap_or_else(|| rest.clone());
        // where nothing is owed there is nothing to give back
        let is_all = value == rest;
        let is_offered = |what| match what {
            None => is_far,
            Some(what) => !(is_all && what == Rest::Change),
        };
        let offered = || RESTS.iter().filter(|(what, _)| is_offered(*what));
        self.asked = Asked::Rest(offered().map(|(what, _)| *what).collect());
        let owed = Amount { minor: value.minor - rest.minor, currency: rest.currency.clone() };
        let title = match is_far {
            _ if is_all => Text::new("pay-rest-all").with("amount", rest),
            true => Text::new("pay-rest-far").with("value", value).with("owed", owed),
            false => Text::new("pay-rest").with("amount", rest),
        };
        let items = offered().map(|(_, id)| Item::new(cx.lang.label(id))).collect();
        Flow::push(Picker::new(cx.lang.text(&title), items, 0))
    }

    /// Which currency is told in which, when what was handed over is not the money that is owed.
    pub(super) fn sides(&self, cx: &Cx) -> (String, String) {
        let given = self.sketch.given().map(|amount| amount.currency).unwrap_or_default();
        let (one, told) = Rate::sides(&given, &self.quote.currency, &cx.coop.currency);
        (one.to_owned(), told.to_owned())
    }

    /// The rate that was typed.
    pub(super) fn rate(&self, cx: &Cx) -> Option<Rate> {
        let (one, told) = self.sides(cx);
        Rate::parse(&self.sketch.rate, &one, &told).ok()
    }

    /// What was handed over, in the money that is owed; `None` as long as the rate is not known.
    pub(super) fn value(&self, cx: &Cx) -> Option<Amount> {
        let given = self.sketch.given()?;
        if given.currency == self.quote.currency {
            return Some(given);
        }
        self.rate(cx)?.convert(&given)
    }

    fn settled(&self, cx: &Cx) -> Result<Settled, Text> {
        let given = self.sketch.given().ok_or_else(|| Text::new("err-amount-positive"))?;
        let Some(value) = self.value(cx) else { return Ok(Settled::Rate) };
        let is_foreign = given.currency != self.quote.currency;
        let offer = self.quote.offer(value.minor, &self.sketch);
        let is_far = offer.is_far_over();
        let Offer { mut parts, rest } = offer;
        let over = Amount { minor: rest, currency: value.currency };
        let extra = |what| Part { what, member: self.sketch.payer, minor: rest, fund: None };
        match self.sketch.rest {
            _ if rest == 0 => {}
            None => return Ok(Settled::Rest { rest: over, is_far }),
            Some(Rest::Credit) => parts.push(extra(What::Credit)),
            Some(Rest::Gift) => parts.push(extra(What::Income(Income::Gift))),
            Some(Rest::Change) => {}
        }
        let change = if self.sketch.rest == Some(Rest::Change) { rest } else { 0 };
        let account = |currency: &str| {
            let chosen = self.till.account;
            let found = super::sketch::usual_account(&self.accounts, chosen, currency, &cx.coop.currency);
            found.ok_or_else(|| Text::new("err-pay-no-account").with("currency", currency))
        };
        let fee = match self.sketch.fee.as_str() {
            "" => 0,
            fee => Amount::parse_in(fee, &given.currency)?.minor,
        };
        let into = account(&given.currency)?;
        let change_from = account(&self.quote.currency)?;
        let rate = self.rate(cx).filter(|_| is_foreign);
        let tender = (is_foreign || change > 0).then_some(Tender { given, rate, change, change_from });
        Ok(Settled::Ready(Box::new(Payment {
            account: into,
            paper_on: self.till.day().unwrap_or_else(|| cx.clock.today()),
            payer: self.sketch.payer,
            by: self.sketch.by.clone(),
            currency: self.quote.currency.clone(),
            parts,
            tender,
            fee,
            reference: self.sketch.reference.clone(),
            note: self.sketch.note.clone(),
            leaf: self.till.leaf,
            batch: self.till.batch,
            meeting: self.till.meeting,
        })))
    }

    /// Hands a payment over to be written; the line is free for the next at once.
    fn send(&mut self, payment: Payment, cx: &mut Cx) -> Result<()> {
        let kept = Kept {
            ask: Ask::Amount,
            text: self.sketch.given().map(|a| a.to_string()).unwrap_or_default(),
            ..self.kept()
        };
        let name = std::mem::replace(&mut self.keep, Keep::new(super::FORM, cx)).name().to_owned();
        let (draft, body) = (name.clone(), serde_json::to_string(&kept).unwrap_or_default());
        self.pending.push_back(Some(Pending { name, kept, why: None }));
        cx.write(move |store, session, _| {
            let receipt = match command::payment::receive(store, session, Some(&draft), &payment) {
                Ok(receipt) => receipt,
                Err(error) => {
                    // it is kept as it was sent, whoever has left and whatever fails before it is looked at again
                    store.put_draft(session, &draft, 0, 0, &body)?;
                    return Err(error);
                }
            };
            let amount = receipt.amount.clone().unwrap_or_else(|| payment.amount());
            let said = Text::new(if receipt.change > 0 { "pay-saved-change" } else { "pay-saved" });
            let change = Amount { minor: receipt.change, currency: amount.currency.clone() };
            let said = said.with("number", receipt.name()).with("who", receipt.who());
            Ok(Outcome::Saved { id: receipt.id, said: said.with("amount", amount).with("change", change) })
        });
        (self.sketch, self.held) = (super::Sketch::default(), String::new());
        (self.at, self.in_grid) = (0, false);
        if !self.take_till(cx)?
            && let Some(leaf) = &mut self.till.leaf
        {
            leaf.number += 1;
        }
        self.ask_for(Ask::Payer, "", cx)?;
        self.take_refused(cx)
    }

    /// Enter on the answer to anything else.
    fn take_answer(&mut self, cx: &mut Cx) -> Result<Result<Flow>, Text> {
        let typed = clean(&self.line.text());
        match self.ask {
            Ask::Rate => {
                let (one, told) = self.sides(cx);
                Rate::parse(&typed, &one, &told)?;
                self.sketch.rate = typed;
                return Ok(self.settle(cx));
            }
            Ask::Member if typed.is_empty() => {}
            Ask::Member => match self.found.get(self.picked) {
                Some(Found::Member(id, _)) if self.sketch.payer == Some(*id) || self.sketch.members.contains(id) => {
                    return Err(Text::new("err-pay-member-twice"));
                }
                Some(Found::Member(id, _)) => {
                    self.sketch.members.push(*id);
                    // the sum of all is proposed
                    self.held.clear();
                }
                _ => return Err(Text::new("err-pay-nobody-found").with("typed", typed)),
            },
            Ask::By => self.sketch.by = typed,
            Ask::Reference => self.sketch.reference = typed,
            Ask::Note => self.sketch.note = typed,
            Ask::Fee if typed.is_empty() => self.sketch.fee.clear(),
            Ask::Fee => {
                let money = self.sketch.given().map_or_else(|| self.quote.currency.clone(), |given| given.currency);
                let fee = Amount::parse_in(&typed, &money)?;
                if fee.minor <= 0 {
                    return Err(Text::new("err-amount-positive"));
                }
                self.sketch.fee = fee.to_string();
            }
            Ask::Day => {
                let day = Takes::PastDay.read(&typed, &cx.reading())?;
                self.till.day = if day == cx.clock.today().to_string() { String::new() } else { day };
            }
            Ask::Leaf => self.till.leaf = self.read_leaf(&typed, cx)?,
            Ask::Payer | Ask::Amount => {}
        }
        Ok(self.answered(cx).map(|()| Flow::Stay))
    }

    /// Back from a question to where the line stood.
    pub(super) fn answered(&mut self, cx: &mut Cx) -> Result<()> {
        self.read(cx)?;
        if !self.sketch.is_begun() {
            let held = std::mem::take(&mut self.held);
            return self.ask_for(Ask::Payer, &held, cx);
        }
        let held = std::mem::take(&mut self.held);
        self.ask_amount(cx)?;
        if !held.is_empty() {
            self.line = Line::new(&held).with_azerty_digits(cx.preference.azerty);
            self.line.select_all();
        }
        Ok(())
    }

    /// Goes on once it is said what becomes of what is over; the amount is asked again where it is wrong.
    pub(super) fn take_rest(&mut self, rest: Option<Rest>, cx: &mut Cx) -> Result<Flow> {
        self.sketch.rest = rest;
        if rest.is_none() {
            self.ask_amount(cx)?;
            return Ok(Flow::Stay);
        }
        self.settle(cx)
    }
}

/// Names of accounts with what stands on them.
pub(super) fn account_items(accounts: &[i64], cx: &Cx) -> store::Result<Vec<Item>> {
    let item = |id: &i64| {
        if *id == 0 {
            return Ok(Item::new(cx.lang.label("chart-cash")).with(cx.coop.currency.as_str()));
        }
        let account = cx.reader.account(*id)?;
        let minor = cx.reader.balance(*id, &account.currency)?;
        let balance = Amount { minor, currency: account.currency.clone() };
        Ok(Item::new(crate::tui::screen::money::name(&account, &cx.lang)).with(shown(
            balance.minor,
            &balance.currency,
            &cx.lang,
        )))
    };
    accounts.iter().map(item).collect()
}
