//! Writes what the made-up cooperative has taken in and paid out: accounts, a fund, schedules, and each event of three
//! years as the programs' own commands would have written it on its day.

use crate::{
    command::share::{self, Terms},
    demo::{
        Demo,
        meeting::Voter,
        money::{Event, Till},
    },
    domain::{
        account::{ACCOUNT, AccountKind, FUND},
        amount::Amount,
        close::{Close, PeriodKind, open_months},
        count::Count,
        due::{Due, DueKind, SCHEDULE},
        noun::Entry,
        payment::{Income, Offer, Part, Payment, What},
        rate::Rate,
        share::{Move, MoveKind},
        signed::{How, Signed},
        signing::SIGNING_POWER,
        transfer::Transfer,
        voucher::{Answer, Approval, Signer, State, Voucher},
    },
    store::{Act, Error, Result},
    text::Lang,
};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::HashMap;

/// What a share costs, in cents of a dollar.
const SHARE: i64 = 1_000;
/// The currency of shares and grants.
const DOLLAR: &str = "USD";

/// Where everything goes.
struct Books<'a> {
    act: &'a Act<'a>,
    voters: &'a [Voter],
    lang: &'a Lang,
    currency: String,
    tills: HashMap<Till, i64>,
    fund: i64,
    /// The schedules: by the month, and before that by the year.
    dues: [(i64, String); 2],
    fee: (i64, i64),
    rate: i64,
    signers: Vec<Signer>,
}

/// Writes the accounts, the fund and the schedules, then the events in their order.
pub fn enter(act: &Act, demo: &Demo, events: &[(NaiveDate, Event)], voters: &[Voter], lang: &Lang) -> Result<()> {
    let currency = demo.coop.currency.clone();
    let account = |till: &str, values: &[(&str, &str)]| {
        let name = lang.name(&format!("demo-{till}"));
        put(act, Entry::new(&ACCOUNT, ("", 0)), &[&[("name", name.as_str())], values].concat())
    };
    let tills = HashMap::from([
        (Till::Cash, act.chart("cash")?),
        (Till::Dollars, account("dollars", &[("kind", "cash"), ("currency", DOLLAR)])?),
        (
            Till::Bank,
            account("bank", &[("kind", "bank"), ("currency", DOLLAR), ("holder_kind", "coop"), ("signatures", "2")])?,
        ),
        (Till::Wallet, account("wallet", &[("kind", "wallet"), ("currency", &currency), ("holder_kind", "person")])?),
    ]);
    let fund = lang.name("demo-grant");
    let fund = put(act, Entry::new(&FUND, ("", 0)), &[("name", fund.as_str()), ("kind", "training")])?;
    let begin = events.first().map_or_else(|| act.today(), |(on, _)| *on);
    let schedule = |key: &str, kind: &str, every: &str, minor: i64, (from, until): (NaiveDate, Option<NaiveDate>)| {
        let name = lang.name(&format!("demo-{key}"));
        let amount = Amount { minor, currency: currency.clone() }.to_string();
        let (from, until) = (from.to_string(), until.map(|day| day.to_string()).unwrap_or_default());
        let values = [("name", name.as_str()), ("kind", kind), ("amount", &amount), ("every", every)];
        let values = [&values[..], &[("from_on", &from), ("until_on", &until)]].concat();
        Ok::<_, Error>((put(act, Entry::new(&SCHEDULE, ("", 0)), &values)?, name))
    };
    let first = |by_month: bool| {
        let raised = events.iter().find_map(|(on, event)| match event {
            Event::Raise { period, minor } if is_month(period) == by_month => Some((*on, *minor)),
            _ => None,
        });
        raised.unwrap_or((begin, demo.fee()))
    };
    let ((monthly, by_month), (yearly, by_year)) = (first(true), first(false));
    let dues = [
        schedule("dues", "dues", "month", by_month, (monthly, None))?,
        schedule("yearly", "dues", "year", by_year, (yearly, monthly.pred_opt()))?,
    ];
    let fee = (schedule("fee", "entry_fee", "once", demo.fee(), (begin, None))?.0, demo.fee());
    let signers = signers(act, tills[&Till::Bank], voters, begin)?;
    let rate = demo.rate();
    let books = Books { act, voters, lang, currency: currency.clone(), tills, fund, dues, fee, rate, signers };
    events.iter().try_for_each(|(on, event)| books.happens(*on, event))
}

/// Closes the months that are over, each with its cash boxes counted before, and the years with their surplus.
pub fn close(act: &Act, from: NaiveDate, voters: &[Voter]) -> Result<()> {
    let mut stayed = voters.iter().filter(|voter| voter.left_on.is_none()).map(|voter| voter.name.clone());
    let (Some(first), Some(second)) = (stayed.next(), stayed.next()) else { return Ok(()) };
    let signed = Signed { first, second, how: Some(How::Ink), seen_by: act.session().name.clone() };
    let boxes: Vec<_> = act.accounts()?.into_iter().filter(|account| account.kind == AccountKind::Cash).collect();
    for last_on in open_months(None, Some(from), act.today()) {
        for account in &boxes {
            let there = act.expected(account.id, &account.currency, last_on, None)?;
            if there > 0 {
                let begun = Count::begun(account.id, &account.currency, last_on);
                let signed = signed.clone();
                act.insert_count(&Count { counted: there, expected: there, signed, ..begun })?;
            }
        }
        let is_year = last_on.month() == 12;
        for kind in [Some(PeriodKind::Month), is_year.then_some(PeriodKind::Year)].into_iter().flatten() {
            let entry = if kind == PeriodKind::Year { crate::command::close::surplus(act, last_on)? } else { None };
            let (closed_on, signed) = (last_on + Days::new(5), signed.clone());
            act.insert_close(&Close { id: 0, kind, last_on, closed_on, signed, entry, reopened: None })?;
        }
    }
    Ok(())
}

/// Those who sign for the bank: of the first who came and stayed, as many as can be told apart from whoever is paid.
fn signers(act: &Act, bank: i64, voters: &[Voter], from: NaiveDate) -> Result<Vec<Signer>> {
    let stayed = voters.iter().filter(|voter| voter.left_on.is_none() && voter.joined_on <= from);
    let mut signers = Vec::new();
    for voter in stayed.take(3) {
        let (member, from) = (voter.member.to_string(), from.to_string());
        let values = [("member_id", member.as_str()), ("specimen_on", &from), ("from_on", &from)];
        put(act, Entry::new(&SIGNING_POWER, ("account", bank)), &values)?;
        signers.push(Signer { member: voter.member, name: voter.name.clone() });
    }
    Ok(signers)
}

/// Whether a period is a month, and no year.
fn is_month(period: &str) -> bool {
    period.contains('-')
}

fn put(act: &Act, mut entry: Entry, values: &[(&str, &str)]) -> Result<i64> {
    for (code, value) in values {
        entry.put(code, *value);
    }
    act.put_entry(&entry, None)
}

impl Books<'_> {
    fn happens(&self, on: NaiveDate, event: &Event) -> Result<()> {
        match event {
            Event::Raise { period, minor } => self.raise(on, period, *minor),
            Event::Join { who, shares } => self.join(on, &self.voters[*who], *shares),
            Event::Pay { who, till, whole } => self.pay(on, &self.voters[*who], *till, *whole),
            Event::Grant { minor } => self.grant(on, *minor),
            Event::Spend { on: key, minor, till, payee } => self.spend(on, key, *minor, *till, &self.voters[*payee]),
            Event::Carry { keep } => self.carry(on, *keep),
        }
    }

    fn in_till(&self, till: Till) -> &str {
        if matches!(till, Till::Cash | Till::Wallet) { &self.currency } else { DOLLAR }
    }

    fn raise(&self, on: NaiveDate, period: &str, minor: i64) -> Result<()> {
        for voter in self.voters {
            if voter.joined_on < on && voter.left_on.is_none_or(|left| left > on) {
                let due = due(DueKind::Dues, on, voter, minor, &self.currency);
                let (schedule, text) = self.dues[usize::from(!is_month(period))].clone();
                self.act.raise(&Due { schedule: Some(schedule), period: period.to_owned(), text, ..due }, on)?;
            }
        }
        Ok(())
    }

    fn join(&self, on: NaiveDate, voter: &Voter, shares: i64) -> Result<()> {
        let (schedule, minor) = self.fee;
        let fee = due(DueKind::EntryFee, on, voter, minor, &self.currency);
        self.act.raise(&Due { schedule: Some(schedule), text: self.lang.name("demo-fee"), ..fee }, on)?;
        let (deed, decision, note) = (String::new(), String::new(), String::new());
        let nominal = Amount { minor: SHARE, currency: DOLLAR.to_owned() };
        let (kind, other, notified_on) = (MoveKind::Subscription, None, None);
        let member = voter.member;
        let subscribed = Move {
            id: 0,
            member,
            moved_on: on,
            kind,
            count: shares,
            nominal,
            other,
            deed,
            decision,
            notified_on,
            note,
        };
        let terms = Terms { parts: 1, first_on: on, step: String::new() };
        share::enter(self.act, &subscribed, SHARE * shares, &terms)
    }

    fn receive(&self, on: NaiveDate, till: Till, payment: Payment) -> Result<()> {
        let payment = Payment { account: self.tills[&till], paper_on: on, ..payment };
        let journal = payment.journal(on, |key| self.act.chart(key))?;
        let entry = self.act.post(&journal.balanced().map_err(Error::Invalid)?)?;
        self.act.issue_on(&payment, entry, on).map(drop)
    }

    fn pay(&self, on: NaiveDate, voter: &Voter, till: Till, whole: bool) -> Result<()> {
        let currency = self.in_till(till);
        let dues: Vec<Due> =
            self.act.open_dues(voter.member)?.into_iter().filter(|due| due.currency == currency).collect();
        let owed: i64 = dues.iter().map(|due| due.open).sum();
        let minor = if whole { owed } else { owed / 2 / 100 * 100 };
        if minor == 0 {
            return Ok(());
        }
        let Offer { parts, .. } = Offer::of(minor, &dues, 0);
        self.receive(on, till, Payment { payer: Some(voter.member), parts, ..blank(currency, on) })
    }

    fn grant(&self, on: NaiveDate, minor: i64) -> Result<()> {
        let parts = vec![Part { what: What::Income(Income::Grant), member: None, minor, fund: Some(self.fund) }];
        let by = self.lang.name("demo-donor");
        self.receive(on, Till::Bank, Payment { by, parts, ..blank(DOLLAR, on) })
    }

    fn spend(&self, on: NaiveDate, key: &str, minor: i64, till: Till, payee: &Voter) -> Result<()> {
        let (account, currency) = (self.tills[&till], self.in_till(till));
        // nothing goes out that is not there
        let minor = minor.min(self.act.balance(account, currency)?) / 100 * 100;
        if minor <= 0 {
            return Ok(());
        }
        let against = self.act.chart(key)?;
        let fund = (key == "training").then_some(self.fund);
        let blank = String::new;
        let mut slip = Voucher {
            id: 0,
            rev: 1,
            number: (0, 0),
            state: State::Proposed,
            payee_id: Some(payee.member),
            payee: payee.name.clone(),
            purpose: self.lang.name(&format!("demo-{key}")),
            amount: Amount { minor, currency: currency.to_owned() },
            account,
            against,
            fund,
            decision: blank(),
            evidence: blank(),
            proposed_on: on,
            proposed_by: self.act.session().name.clone(),
            needed: 2,
            instrument: (if till == Till::Bank { "transfer" } else { "cash" }.to_owned(), blank()),
            paid_on: Some(on),
            received_by: payee.name.clone(),
            entry: None,
            reason: blank(),
            approvals: Vec::new(),
        };
        slip.id = self.act.insert_voucher(&slip)?;
        // whoever is paid does not sign
        for signer in self.signers.iter().filter(|signer| signer.member != payee.member).take(2) {
            let (answer, how, given_at) = (Answer::Approve, How::Ink, format!("{on}T09:00:00Z"));
            let (signer, seen_by) = (signer.clone(), slip.proposed_by.clone());
            let said = Approval { id: 0, signer, answer, how, given_at, seen_by, reason: blank() };
            self.act.put_approval(&slip, &said, State::Approved)?;
            slip.rev += 1;
        }
        let entry = slip.payout(&self.act.account(against)?, on, None).map_err(Error::Invalid)?;
        let entry = self.act.post(&entry)?;
        self.act.pay_voucher(&slip, entry)
    }

    fn carry(&self, on: NaiveDate, keep: i64) -> Result<()> {
        let cash = self.tills[&Till::Cash];
        let rate = format!("{}", self.rate);
        let rate = Rate::parse(&rate, DOLLAR, &self.currency).map_err(Error::Invalid)?;
        let over = self.act.balance(cash, &self.currency)? - keep;
        let scale = if crate::domain::amount::decimals(&self.currency) == 0 { 100 } else { 1 };
        // whole notes of ten dollars
        let dollars = over * scale / self.rate / 1_000 * 1_000;
        if dollars > 0 {
            let minor = dollars * self.rate / scale;
            let to = self.tills[&Till::Dollars];
            self.send(on, (cash, minor, &self.currency), (to, dollars, DOLLAR), Some(rate))?;
        }
        let dollars_box = self.tills[&Till::Dollars];
        let there = self.act.balance(dollars_box, DOLLAR)? / 1_000 * 1_000;
        if there > 0 {
            self.send(on, (dollars_box, there, DOLLAR), (self.tills[&Till::Bank], there, DOLLAR), None)?;
        }
        Ok(())
    }

    fn send(
        &self,
        on: NaiveDate,
        (from, minor, currency): (i64, i64, &str),
        (to, got, in_currency): (i64, i64, &str),
        rate: Option<Rate>,
    ) -> Result<()> {
        let amount = |minor, currency: &str| Amount { minor, currency: currency.to_owned() };
        let (sent, got) = (amount(minor, currency), amount(got, in_currency));
        let transfer = Transfer { rate, ..Transfer::new((from, sent), (to, got), on) };
        let journal = transfer.sending(on, |key| self.act.chart(key))?;
        let entry = self.act.post(&journal.balanced().map_err(Error::Invalid)?)?;
        self.act.insert_transfer(&transfer, entry).map(drop)
    }
}

/// An amount that somebody owes.
fn due(kind: DueKind, on: NaiveDate, voter: &Voter, minor: i64, currency: &str) -> Due {
    Due { member: voter.member, minor, currency: currency.to_owned(), ..Due::new(kind, on) }
}

/// A payment of nothing.
fn blank(currency: &str, on: NaiveDate) -> Payment {
    let (by, reference, note) = (String::new(), String::new(), String::new());
    Payment {
        account: 0,
        paper_on: on,
        payer: None,
        by,
        currency: currency.to_owned(),
        parts: Vec::new(),
        tender: None,
        fee: 0,
        reference,
        note,
        leaf: None,
        batch: None,
        meeting: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        command::demo::{earn, fill},
        demo::cooperative,
        domain::book::Country,
        store::testing::{assert_sound, book, today},
    };

    #[test]
    fn three_years_of_money_are_sound_in_every_country() {
        for (size, country) in [(184, Country::Cd), (60, Country::Sl), (40, Country::Ci)] {
            let mut book = book();
            let demo = cooperative(size, 1, today(), country);
            let voters = fill(&mut book.store, &book.amina, &demo).unwrap();
            earn(&mut book.store, &book.amina, &demo, &voters).unwrap();
            assert_sound(&book.store);
            for account in book.store.accounts().unwrap().iter().filter(|account| account.kind.is_money()) {
                assert!(book.store.balance(account.id, &account.currency).unwrap() >= 0, "{account:?}");
            }
            if size == 184 {
                assert_eq!(book.store.journal_entry(5_000).map(|entry| entry.number).unwrap(), 5_000);
            }
        }
    }
}
