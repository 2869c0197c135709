//! The ledger through its commands: it is never changed, and what is taken back leaves nothing.

use super::payment::{pays_in, receive};
use crate::{
    command::{act, due, entry, ledger},
    domain::{
        account::ACCOUNT,
        command::{Command, Undo},
        day,
        due::{Due, DueKind},
        ledger::{EntryKind, Journal, Posting},
        noun::Entry,
        payment::to_pay,
        user::Role,
    },
    store::{Error, Result, testing::*, undo::Undone},
};
use chrono::{Days, NaiveDate};

/// Any command that writes into the ledger.
static BOOKED: Command = Command { id: "test.book", roles: &[Role::Treasurer], undo: ledger::REVERSED, pin: false };

fn owed(member: i64, kind: DueKind, minor: i64, currency: &str, due_on: NaiveDate) -> Due {
    Due { member, minor, currency: currency.to_owned(), ..Due::new(kind, due_on) }
}

fn take_back(b: &mut Book, act: i64) -> Result<Undone> {
    let line = b.store.act_line(act)?;
    ledger::reverse_act(&mut b.store, &b.amina, &line, &BOOKED)
}

/// A member pays; what is over stays as credit.
fn pay(b: &mut Book, minor: i64) {
    let payment = pays_in(b, 1, minor, "CDF");
    receive(b, &payment).unwrap();
}

fn fined(b: &mut Book) -> i64 {
    let amina = b.amina.clone();
    b.store
        .act(&amina, &BOOKED, &[], |act| act.raise(&owed(1, DueKind::Fine, 500_000, "CDF", today()), today()))
        .unwrap()
}

#[test]
fn taking_an_act_back_writes_the_contrary_and_erases_nothing() {
    let mut b = book();
    b.add(&member(1));
    fined(&mut b);
    assert_eq!(b.reader().owed(1).unwrap(), [("CDF".to_owned(), 500_000)]);
    let act = b.store.last_act().unwrap();
    let undone = take_back(&mut b, act).unwrap();
    assert_eq!(undone.records, 1);
    let reader = b.reader();
    assert_eq!(reader.owed(1).unwrap(), []);
    assert_eq!(reader.journal_entry(1).unwrap().reversed_by, Some(2));
    assert_eq!(reader.journal_entry(2).unwrap().reverses, Some(1));
    assert_eq!(reader.act_line(act).unwrap().undone_by, Some(undone.act));
    assert_sound(&reader);
    // once is enough, and what reverses is not reversed
    for act in [act, undone.act] {
        assert_eq!(take_back(&mut b, act).unwrap_err().text().id, "err-undo-already");
    }
    let again = ledger::reverse(&mut b.store, &b.amina, 2, "erreur");
    assert_eq!(again.unwrap_err().text().id, "err-entry-reversal");
}

#[test]
fn what_others_rest_on_goes_last() {
    let mut b = book();
    b.add(&member(1));
    fined(&mut b);
    pay(&mut b, 500_000);
    let refused = ledger::reverse(&mut b.store, &b.amina, 1, "amende levée").unwrap_err();
    assert_eq!(refused.text().id, "err-entry-paid");
    ledger::reverse(&mut b.store, &b.amina, 2, "payé deux fois").unwrap();
    ledger::reverse(&mut b.store, &b.amina, 1, "amende levée").unwrap();
    assert_eq!(b.reader().owed(1).unwrap(), []);
    assert!(ledger::reverse(&mut b.store, &b.amina, 1, " ").is_err(), "a reason is needed");
}

#[test]
fn what_was_paid_ahead_and_used_is_not_taken_back() {
    let mut b = book();
    b.add(&member(1));
    pay(&mut b, 700_000);
    let fine = owed(0, DueKind::Fine, 500_000, "CDF", today());
    let amina = b.amina.clone();
    due::add(&mut b.store, &amina, None, &[1], &fine, "").unwrap();
    assert_eq!((b.store.open_dues(1).unwrap(), b.store.credit(1, "CDF").unwrap()), (vec![], 200_000));
    let text = ledger::reverse(&mut b.store, &amina, 1, "faux billet").unwrap_err().text();
    assert_eq!((text.id, text.args[0].1.clone()), ("err-credit-used", "3".into()));
    ledger::reverse(&mut b.store, &amina, 3, "faux billet").unwrap();
    ledger::reverse(&mut b.store, &amina, 1, "faux billet").unwrap();
    assert_eq!((b.store.open_dues(1).unwrap()[0].open, b.store.credit(1, "CDF").unwrap()), (500_000, 0));
    assert_sound(&b.reader());
}

#[test]
fn what_was_paid_ahead_never_becomes_money_of_a_fund() {
    let mut b = book();
    b.add(&member(1));
    b.write("INSERT INTO fund (id, name, kind, name_key) VALUES (1, 'Social', 'social', 'social')");
    pay(&mut b, 700_000);
    let fine = owed(0, DueKind::Fine, 500_000, "CDF", today());
    let amina = b.amina.clone();
    due::add(&mut b.store, &amina, None, &[1], &fine, "Social").unwrap();
    assert_eq!(due::apply(&mut b.store, &amina, &[1]).unwrap_err().text().id, "err-apply-nothing");
    assert_eq!((b.store.open_dues(1).unwrap()[0].open, b.store.credit(1, "CDF").unwrap()), (500_000, 700_000));
    assert_eq!(to_pay(&b.store.open_dues(1).unwrap(), 700_000), 500_000);
}

#[test]
fn what_an_account_is_stays_once_something_is_booked_on_it() {
    let mut b = book();
    b.add(&member(1));
    let mut account = Entry::new(&ACCOUNT, ("", 0));
    for (code, kept) in [("name", "Banque"), ("kind", "bank"), ("currency", "USD")] {
        account.put(code, kept);
    }
    let amina = b.amina.clone();
    let id = entry::save(&mut b.store, &amina, None, &account).unwrap();
    let set = |b: &mut Book, code, kept: &str| {
        let mut account = b.store.entry(&ACCOUNT, id).unwrap();
        account.put(code, kept);
        entry::save(&mut b.store, &amina, None, &account)
    };
    set(&mut b, "currency", "CDF").unwrap();
    let changed = b.store.last_act().unwrap();
    b.store
        .act(&amina, &BOOKED, &[], |act| {
            let mut journal = Journal::new(EntryKind::Payment, today());
            journal.carry(Posting::new(id, 500, "CDF"), act.chart("dues")?);
            act.post(&journal.balanced().map_err(Error::Invalid)?)
        })
        .unwrap();
    for (code, kept) in [("currency", "USD"), ("kind", "expense")] {
        assert_eq!(set(&mut b, code, kept).unwrap_err().text().id, "err-account-fixed");
    }
    set(&mut b, "name", "Rawbank").unwrap();
    // what would lead back to another currency is refused as well
    assert_eq!(act::undo(&mut b.store, &amina, changed).unwrap_err().text().id, "err-account-fixed");
}

#[test]
fn nothing_counts_in_a_closed_month() {
    let mut b = book();
    b.add(&member(1));
    let closed = today() - Days::new(4);
    b.write(&format!(
        "INSERT INTO period_close (id, kind, last_on, closed_on, closed_by) VALUES (1, 'month', '{closed}', '2026-11-23', 'amina')",
    ));
    assert_eq!(b.reader().closed_until().unwrap(), Some(closed));
    assert_eq!(b.reader().day_to_book(closed, today()).unwrap(), today());
    assert_eq!(b.reader().day_to_book(today(), today()).unwrap(), today());
    let amina = b.amina.clone();
    let late = b.store.act(&amina, &BOOKED, &[], |act| act.raise(&owed(1, DueKind::Fine, 5, "CDF", closed), closed));
    let text = late.unwrap_err().text();
    assert_eq!((text.id, text.args[0].1.clone()), ("err-period-closed", day::show(closed).into()));
}

#[test]
fn only_the_treasurer_reverses() {
    let mut b = book();
    b.add(&member(1));
    fined(&mut b);
    let clerk = session(1, "amina", &[Role::Clerk]);
    assert_eq!(ledger::REVERSE.undo, Undo::Never);
    b.write("UPDATE user SET roles = 'clerk'");
    let refused = ledger::reverse(&mut b.store, &clerk, 1, "erreur");
    assert!(matches!(refused, Err(Error::Denied(_))));
}
