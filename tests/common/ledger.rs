//! A book with a past in money, for tests that need many entries: dues, payments in two currencies, payment ahead,
//! expenses, exchanges, transfers, reversals. The same on every machine.

use super::{Book, chance::Chance, today};
use chrono::{Days, NaiveDate};
use ushirika::{
    command::{self, ledger},
    domain::{
        account::{ACCOUNT, FUND},
        command::{Command, Undo},
        due::{Due, DueKind, allocate},
        ledger::{EntryKind, Journal, Posting},
        noun::{Entry, Noun},
        user::Role,
    },
    store::{Act, Error, Result},
};

/// Any command that writes into the ledger.
static BOOKED: Command =
    Command { id: "test.book", roles: &[Role::Treasurer], undo: Undo::Reverse("ledger.reverse"), pin: false };

/// Saves a record that belongs to nobody; returns its id.
pub fn record(book: &Book, noun: &'static Noun, values: &[(&str, &str)]) -> i64 {
    let mut entry = Entry::new(noun, ("", 0));
    for (code, kept) in values {
        entry.put(code, *kept);
    }
    command::entry::save(&mut book.store(), &book.session, None, &entry).expect("a record")
}

/// Something owed.
pub fn due(member: i64, kind: DueKind, minor: i64, currency: &str, due_on: NaiveDate) -> Due {
    let (text, decision) = (String::new(), String::new());
    let (schedule, fund, attendance, loan) = (None, None, None, None);
    let (period, currency) = (due_on.format("%Y-%m").to_string(), currency.to_owned());
    Due {
        id: 0,
        member,
        kind,
        text,
        schedule,
        period,
        due_on,
        minor,
        open: 0,
        currency,
        fund,
        decision,
        attendance,
        loan,
    }
}

/// Writes into the ledger.
pub fn act<T>(book: &Book, work: impl FnOnce(&Act) -> Result<T>) -> T {
    book.store().act(&book.session, &BOOKED, &[], work).expect("it is written")
}

/// A payment into an account, the oldest amounts owed first; what is over is credit.
pub fn pay(act: &Act, member: i64, into: i64, minor: i64, currency: &str, on: NaiveDate) -> Result<i64> {
    let credit = act.chart("member")?;
    let dues: Vec<Due> = act.open_dues(member)?.into_iter().filter(|due| due.currency == currency).collect();
    let (parts, rest) = allocate(minor, &dues);
    let mut journal = Journal::new(EntryKind::Payment, on);
    journal.add(Posting::new(into, rest, currency));
    for part in parts {
        let due = dues.iter().find(|due| due.id == part.due).expect("it was among those");
        let account = act.chart(due.kind.owed_on())?;
        journal.add(Posting::new(into, part.minor, currency).fund(due.fund));
        journal.add(Posting::new(account, -part.minor, currency).fund(due.fund).member(member).due(Some(due.id)));
    }
    journal.add(Posting::new(credit, -rest, currency).member(member));
    act.post(&journal.balanced().map_err(Error::Invalid)?)
}

/// Something paid out of an account for a category of the chart.
pub fn spend(act: &Act, from: i64, category: &str, minor: i64, currency: &str, on: NaiveDate) -> Result<i64> {
    let mut journal = Journal::new(EntryKind::Payout, on);
    journal.text = format!("dépense « {category} »; facture \"7\"");
    journal.carry(Posting::new(act.chart(category)?, minor, currency), from);
    act.post(&journal.balanced().map_err(Error::Invalid)?)
}

/// Money from one account to another of the same currency.
pub fn carry(act: &Act, from: i64, to: i64, minor: i64, currency: &str, on: NaiveDate) -> Result<i64> {
    let mut journal = Journal::new(EntryKind::Transfer, on);
    journal.carry(Posting::new(to, minor, currency), from);
    act.post(&journal.balanced().map_err(Error::Invalid)?)
}

/// Dollars given for francs.
pub fn exchange(act: &Act, dollars: (i64, i64), francs: (i64, i64), on: NaiveDate) -> Result<i64> {
    let between = act.chart("exchange")?;
    let mut journal = Journal::new(EntryKind::Transfer, on);
    journal.carry(Posting::new(between, dollars.1, "USD"), dollars.0);
    journal.carry(Posting::new(francs.0, francs.1, "CDF"), between);
    act.post(&journal.balanced().map_err(Error::Invalid)?)
}

/// The accounts of [`past`]: cash box and wallet in francs, bank in dollars.
pub struct Places {
    /// Cash box, francs.
    pub cash: i64,
    /// Wallet, francs.
    pub wallet: i64,
    /// Bank account, dollars.
    pub bank: i64,
}

/// The accounts of a cooperative that has opened its own.
pub fn places(book: &Book) -> Places {
    Places {
        cash: record(book, &ACCOUNT, &[("name", "Caisse CDF"), ("kind", "cash"), ("currency", "CDF")]),
        wallet: record(book, &ACCOUNT, &[("name", "M-Pesa; \"bis\" "), ("kind", "wallet"), ("currency", "CDF")]),
        bank: record(book, &ACCOUNT, &[("name", "Banque : USD"), ("kind", "bank"), ("currency", "USD")]),
    }
}

/// Stands for an entry that others may rest on.
const RAISED: i64 = 0;

/// About so many entries within three years.
pub fn past(book: &Book, members: i64, entries: usize) -> Places {
    let places = places(book);
    let social = record(book, &FUND, &[("name", "Caisse sociale; \\ \"A\""), ("kind", "social")]);
    let mut chance = Chance::from(7);
    let first = today() - Days::new(3 * 365);
    let Places { cash, wallet, bank } = places;
    let mut written = Vec::new();
    while written.len() < entries {
        // a few hundred entries an act: what is measured is the ledger
        let more = act(book, |act| {
            let mut more = Vec::new();
            for _ in 0..(entries - written.len()).min(400) {
                let at = (written.len() + more.len()) as u64;
                let on = first + Days::new(at * 3 * 365 / entries as u64);
                let member = 1 + chance.below(members as u64) as i64;
                let minor = 100 * (1 + chance.below(300) as i64);
                let (into, currency) = [(cash, "CDF"), (wallet, "CDF"), (bank, "USD")][chance.below(3) as usize];
                more.push(match chance.below(20) {
                    0..=8 => {
                        let kind = DueKind::ALL[chance.below(DueKind::ALL.len() as u64) as usize];
                        let mut due = due(member, kind, minor * 5, currency, on);
                        due.fund = chance.below(5).eq(&0).then_some(social);
                        act.raise(&due, on)?;
                        RAISED
                    }
                    9..=16 => pay(act, member, into, minor * 4 + 3, currency, on)?,
                    17 => {
                        spend(act, into, ["travel", "fees", "training"][chance.below(3) as usize], minor, currency, on)?
                    }
                    18 => exchange(act, (bank, minor), (cash, minor * 2_300 / 7), on)?,
                    _ => carry(act, cash, wallet, minor, "CDF", on)?,
                });
            }
            Ok(more)
        });
        written.extend(more);
    }
    let mut store = book.store();
    for id in written.iter().rev().filter(|id| **id != RAISED).step_by(97).take(20) {
        ledger::reverse(&mut store, &book.session, *id, "saisi deux fois: \"A; B\"").expect("it is taken back");
    }
    places
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

/// A small cooperative whose year can be followed by hand.
pub fn year() -> (Book, Places) {
    let book = Book::with(&[("Kabeya", "Ngoyi", "Éléonore"), ("Ilunga", "Kasongo", "")]);
    let members = book.reader().member_names().unwrap();
    let mut members: Vec<i64> = members.into_keys().collect();
    members.sort_unstable();
    let places = places(&book);
    let Places { cash, wallet, bank } = places;
    let social =
        record(&book, &FUND, &[("name", "Caisse sociale"), ("kind", "social"), ("purpose", "Deuils et maladies")]);
    act(&book, |act| {
        for month in [9, 10, 11] {
            for member in &members {
                act.raise(&due(*member, DueKind::Dues, 500_000, "CDF", day(month, 5)), day(month, 1))?;
            }
        }
        let mut levy = due(members[0], DueKind::Levy, 4_000, "USD", day(10, 1));
        levy.fund = Some(social);
        act.raise(&levy, day(10, 1))?;
        act.raise(&due(members[0], DueKind::Share, 2_500_000, "CDF", day(10, 30)), day(10, 2))?;
        pay(act, members[0], cash, 1_700_000, "CDF", day(10, 6))?;
        pay(act, members[1], wallet, 1_800_000, "CDF", day(11, 7))?;
        pay(act, members[0], bank, 4_000, "USD", day(11, 8))?;
        spend(act, cash, "travel", 350_050, "CDF", day(11, 9))?;
        exchange(act, (bank, 1_000), (cash, 2_300_000), day(11, 10))?;
        carry(act, wallet, cash, 300_000, "CDF", day(11, 12))
    });
    let wrong = act(&book, |act| pay(act, members[1], cash, 90_000, "CDF", day(11, 20)));
    ledger::reverse(&mut book.store(), &book.session, wrong, "saisi deux fois").unwrap();
    (book, places)
}
