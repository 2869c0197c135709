//! Payments through their commands: whatever happens, receipts have no gap, nothing is overpaid silently, and what came in
//! is what the receipts say.

use crate::{
    command::{act, entry, ledger, payment, receipt},
    domain::{
        account::ACCOUNT,
        amount::Amount,
        command::Command,
        control::FindingKind,
        due::{Due, DueKind},
        noun::Entry,
        payment::{Batch, Income, Leaf, Offer, Part, Payment, Tender, What},
        rate::Rate,
        receipt::{Receipt, ReceiptState, new_pad},
        user::Role,
    },
    store::{Error, Result, testing::*},
};
use chrono::{Days, NaiveDate};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::cell::RefCell;

static RAISE: Command = Command { id: "test.raise", roles: &[Role::Treasurer], undo: ledger::REVERSED, pin: false };

fn owe(b: &mut Book, member: i64, minor: i64, kind: DueKind, due_on: NaiveDate) {
    let due = Due {
        id: 0,
        member,
        kind,
        text: String::new(),
        schedule: None,
        period: String::new(),
        due_on,
        minor,
        open: 0,
        currency: "CDF".to_owned(),
        fund: None,
        decision: String::new(),
        attendance: None,
        loan: None,
    };
    b.store.act(&b.amina, &RAISE, &[], |act| act.raise(&due, today()).map(drop)).unwrap();
}

fn account(b: &mut Book, name: &str, currency: &str) -> i64 {
    let mut account = Entry::new(&ACCOUNT, ("", 0));
    for (code, kept) in [("name", name), ("kind", "cash"), ("currency", currency)] {
        account.put(code, kept);
    }
    entry::save(&mut b.store, &b.amina, None, &account).unwrap()
}

fn pad(b: &mut Book, name: &str, last: i64) -> i64 {
    let mut pad = new_pad();
    pad.put("name", name);
    pad.put("last", last.to_string());
    entry::save(&mut b.store, &b.amina, None, &pad).unwrap()
}

/// A member pays so much of what is owed, and what is over stays as credit.
fn pays(b: &Book, member: i64, minor: i64) -> Payment {
    pays_in(b, member, minor, "CDF")
}

/// The same in a currency.
pub(super) fn pays_in(b: &Book, member: i64, minor: i64, currency: &str) -> Payment {
    let mut dues = b.store.open_dues(member).unwrap();
    dues.retain(|due| due.currency == currency);
    let mut offer = Offer::of(minor, &dues, b.store.credit(member, currency).unwrap());
    if offer.rest > 0 {
        offer.parts.push(Part { what: What::Credit, member: Some(member), minor: offer.rest, fund: None });
    }
    Payment {
        account: 0,
        paper_on: today(),
        payer: Some(member),
        by: String::new(),
        currency: currency.to_owned(),
        parts: offer.parts,
        tender: None,
        fee: 0,
        reference: String::new(),
        note: String::new(),
        leaf: None,
        batch: None,
        meeting: None,
    }
}

pub(super) fn receive(b: &mut Book, payment: &Payment) -> Result<Receipt> {
    payment::receive(&mut b.store, &b.amina, None, payment)
}

type Run = fn(&mut Book) -> Result<()>;

/// One way to run each command of this subject that can be undone as a whole, on a book with an open batch (1) and a
/// book of leaves (1).
pub const RUNS: &[(&str, Run)] = &[
    ("batch.open", |b| payment::open(&mut b.store, &b.amina, None, &batch(700)).map(drop)),
    ("batch.close", |b| payment::close(&mut b.store, &b.amina, None, 1, "arrêté trop tôt")),
    ("receipt.spoil", |b| receipt::spoil(&mut b.store, &b.amina, None, 1, &[3..=5], (today(), "pluie")).map(drop)),
];

/// A book for them.
pub fn prepared() -> Book {
    let mut b = book();
    payment::open(&mut b.store, &b.amina, None, &batch(900)).unwrap();
    pad(&mut b, "P7", 30);
    b
}

fn batch(minor: i64) -> Batch {
    Batch {
        id: 0,
        rev: 0,
        account: 0,
        day: today(),
        expected: Amount { minor, currency: "CDF".into() },
        count: Some(2),
        meeting: None,
        is_closed: false,
        reason: String::new(),
    }
}

#[derive(Clone, Debug)]
enum Step {
    Owe(i64, i64),
    Pay(i64, i64),
    /// In dollars, at a rate, with change.
    Abroad(i64, i64, i64),
    Leaf(i64, i64),
    Spoil(i64),
    Void(usize),
    Gift(i64),
    Close(u64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (1..4i64, 1..900_000i64).prop_map(|(m, a)| Step::Owe(m, a)),
        5 => (1..4i64, 1..900_000i64).prop_map(|(m, a)| Step::Pay(m, a)),
        2 => (1..4i64, 1..9_000i64, 1..5_000i64).prop_map(|(m, a, r)| Step::Abroad(m, a, r)),
        2 => (1..4i64, 1..40i64).prop_map(|(m, n)| Step::Leaf(m, n)),
        1 => (1..40i64).prop_map(Step::Spoil),
        2 => (0..30usize).prop_map(Step::Void),
        1 => (1..900_000i64).prop_map(Step::Gift),
        1 => (5..60u64).prop_map(Step::Close),
    ]
}

fn run(b: &mut Book, step: &Step, usd: i64, pad: i64) -> Result<()> {
    match *step {
        Step::Owe(member, minor) => owe(b, member, minor, DueKind::ALL[minor as usize % 6], today()),
        Step::Pay(member, minor) => {
            let payment = pays(b, member, minor);
            receive(b, &payment)?;
        }
        Step::Abroad(member, given, rate) => {
            let rate = Rate::parse(&rate.to_string(), "USD", "CDF").unwrap();
            let given = Amount { minor: given, currency: "USD".to_owned() };
            let value = rate.convert(&given).unwrap().minor;
            let owed: i64 = b.store.open_dues(member)?.iter().map(|due| due.open).sum();
            let settled = if owed == 0 { value } else { value.min(owed) };
            let tender = Tender {
                given,
                rate: Some(rate),
                change: value - settled,
                change_from: b.store.chart_account("cash")?.unwrap_or(usd),
            };
            let payment = Payment { account: usd, tender: Some(tender), ..pays(b, member, settled) };
            receive(b, &payment)?;
        }
        Step::Leaf(member, number) => {
            let payment = Payment {
                leaf: Some(Leaf { pad, number }),
                paper_on: today() - Days::new(9),
                ..pays(b, member, 70_000)
            };
            receive(b, &payment)?;
        }
        Step::Spoil(number) => {
            receipt::spoil(&mut b.store, &b.amina, None, pad, &[number..=number], (today(), "taché"))?;
        }
        Step::Void(nth) => {
            let receipts = b.store.receipts_before(None, 40)?;
            let Some(receipt) = receipts.get(nth) else { return Ok(()) };
            receipt::void(&mut b.store, &b.amina, None, receipt.id, "erreur de saisie")?;
        }
        Step::Gift(minor) => {
            let part = Part { what: What::Income(Income::Gift), member: None, minor, fund: None };
            let payment = Payment { payer: None, by: "Fondation X".into(), parts: vec![part], ..pays(b, 1, 1) };
            receive(b, &payment)?;
        }
        Step::Close(days) => b.write(&format!(
            "INSERT INTO period_close (id, kind, last_on, closed_on, closed_by)
            SELECT 1 + count(*), 'month', '{}', '2026-11-23', 'amina' FROM period_close",
            today() - Days::new(days + 1)
        )),
    }
    Ok(())
}

#[test]
fn whatever_happens_receipts_have_no_gap_and_the_cash_is_what_they_say() {
    let book = RefCell::new(book());
    let (usd, pad) = {
        let mut b = book.borrow_mut();
        for n in 1..4 {
            b.add(&member(n));
        }
        (account(&mut b, "Caisse USD", "USD"), pad(&mut b, "P7", 30))
    };
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let done = runner.run(&prop::collection::vec(step(), 1..12), |steps| {
        let mut b = book.borrow_mut();
        for step in &steps {
            match run(&mut b, step, usd, pad) {
                Ok(()) | Err(Error::Invalid(_)) => {}
                Err(error) => panic!("{step:?}: {error:?}"),
            }
        }
        let reader = b.reader();
        assert_sound(&reader);
        let receipts = reader.receipts_before(None, usize::MAX >> 1).unwrap();
        let mut own: Vec<i64> = receipts.iter().filter(|r| !r.is_hand).map(|r| r.number).collect();
        own.sort_unstable();
        prop_assert!(own.iter().copied().eq(1..=own.len() as i64), "{own:?}");
        let mut leaves: Vec<i64> = receipts.iter().filter(|r| r.is_hand).map(|r| r.number).collect();
        let count = leaves.len();
        leaves.sort_unstable();
        leaves.dedup();
        prop_assert!(leaves.len() == count && leaves.iter().all(|n| (1..=30).contains(n)), "{leaves:?}");
        // what stands in the boxes is what the receipts that hold say, without what was given back
        for (account, currency) in [(reader.chart_account("cash").unwrap(), "CDF"), (Some(usd), "USD")] {
            let Some(account) = account else { continue };
            let held = receipts.iter().filter(|r| r.state == ReceiptState::Issued);
            let say = |r: &Receipt| match (&r.given, &r.amount) {
                (Some(given), _) if given.currency == currency => given.minor,
                (Some(_), _) => -r.change,
                (None, Some(amount)) if amount.currency == currency => amount.minor,
                _ => 0,
            };
            prop_assert_eq!(reader.balance(account, currency).unwrap(), held.map(say).sum::<i64>());
        }
        for member in 1..4 {
            for due in reader.dues(member).unwrap() {
                prop_assert!((0..=due.minor).contains(&due.open), "{due:?} is paid twice or more than it was");
            }
        }
        Ok(())
    });
    done.unwrap();
}

#[test]
fn two_who_take_the_same_payment_do_not_pay_it_twice() {
    let mut b = book();
    b.add(&member(1));
    owe(&mut b, 1, 500_000, DueKind::Dues, today());
    let payment = pays(&b, 1, 500_000);
    let first = receive(&mut b, &payment).unwrap();
    assert_eq!((first.name().as_str(), first.amount.clone().unwrap().minor), ("2026-0001", 500_000));
    assert_eq!(receive(&mut b, &payment).unwrap_err().text().id, "err-pay-changed");
    assert_eq!(b.reader().count_receipts().unwrap(), 1, "what was refused has no number");
    // void: the number stays, the amount is owed again, and the next number follows
    receipt::void(&mut b.store, &b.amina, None, first.id, "payé par un autre").unwrap();
    let void = b.reader().receipt(first.id).unwrap();
    assert_eq!((void.state, void.voided.1.as_str()), (ReceiptState::Void, "payé par un autre"));
    assert_eq!((b.reader().count_receipts().unwrap(), b.reader().count_standing().unwrap()), (1, 0));
    // who controls finds it once, with what it says
    let found = b.reader().findings(today(), today(), b.store.clock()).unwrap();
    let found = found.into_iter().filter(|one| one.kind != FindingKind::Hours).map(|one| (one.kind, one.amount));
    assert_eq!(found.collect::<Vec<_>>(), [(FindingKind::Void, first.amount)]);
    assert_eq!(
        receipt::void(&mut b.store, &b.amina, None, first.id, "encore").unwrap_err().text().id,
        "err-receipt-void"
    );
    assert_eq!(receive(&mut b, &payment).unwrap().name(), "2026-0002");
    assert_sound(&b.reader());
}

#[test]
fn a_leaf_of_a_closed_month_counts_today_and_is_late() {
    let mut b = book();
    b.add(&member(1));
    let pad = pad(&mut b, "P7", 10);
    b.write("INSERT INTO period_close (id, kind, last_on, closed_on, closed_by) VALUES (1, 'month', '2026-10-31', '2026-11-02', 'amina')");
    let leaf = |number| Some(Leaf { pad, number });
    let old = NaiveDate::from_ymd_opt(2026, 10, 12).unwrap();
    let late = Payment { leaf: leaf(3), paper_on: old, ..pays(&b, 1, 500) };
    let receipt = receive(&mut b, &late).unwrap();
    assert_eq!((receipt.name().as_str(), receipt.received_on, receipt.late), ("P7-0003", old, Some(today())));
    let fresh = Payment { leaf: leaf(4), paper_on: today() - Days::new(2), ..pays(&b, 1, 500) };
    assert_eq!(receive(&mut b, &fresh).unwrap().late, None);
    for (number, id) in [(3, "err-leaf-used"), (11, "err-leaf-outside"), (0, "err-leaf-outside")] {
        let wrong = Payment { leaf: leaf(number), ..fresh.clone() };
        assert_eq!(receive(&mut b, &wrong).unwrap_err().text().id, id);
    }
    let row = b.reader().pad(pad).unwrap();
    assert_eq!((row.leaves.gaps(), row.leaves.left()), (vec![1..=2], 6));
    receipt::spoil(&mut b.store, &b.amina, None, pad, &[1..=1, 2..=2], (today(), "tachés")).unwrap();
    let row = b.reader().pad(pad).unwrap();
    assert!(row.leaves.gaps().is_empty() && row.lost == 2);
    // all or none
    assert!(receipt::spoil(&mut b.store, &b.amina, None, pad, &[5..=11], (today(), "")).is_err());
    assert_eq!(b.reader().pad(pad).unwrap().leaves.used, [1, 2, 3, 4]);
    receipt::print(&mut b.store, &b.amina, &[receipt.id]).unwrap();
    assert_eq!(b.reader().receipt(receipt.id).unwrap().prints, 1);
}

#[test]
fn a_batch_closes_when_it_comes_to_what_was_counted_or_with_a_reason() {
    let mut b = book();
    for n in 1..3 {
        b.add(&member(n));
    }
    let id = payment::open(&mut b.store, &b.amina, None, &batch(900)).unwrap();
    let account = b.reader().batch(id).unwrap().account;
    let of = |b: &Book, member, minor| Payment { batch: Some(id), account, ..pays(b, member, minor) };
    let first = of(&b, 1, 400);
    receive(&mut b, &first).unwrap();
    assert_eq!(payment::close(&mut b.store, &b.amina, None, id, "").unwrap_err().text().id, "err-reason");
    let second = of(&b, 2, 600);
    let wrong = receive(&mut b, &second).unwrap();
    let total = |b: &Book| b.store.batch_total(&b.store.batch(id).unwrap()).unwrap();
    assert_eq!(total(&b), (2, 1_000));
    receipt::void(&mut b.store, &b.amina, None, wrong.id, "500").unwrap();
    assert_eq!(total(&b), (1, 400));
    let second = of(&b, 2, 500);
    receive(&mut b, &second).unwrap();
    payment::close(&mut b.store, &b.amina, None, id, "").unwrap();
    let closed = b.store.last_act().unwrap();
    assert_eq!(receive(&mut b, &second).unwrap_err().text().id, "err-batch-closed");
    assert!(b.reader().open_batches().unwrap().is_empty());
    // what is void after that leaves it as it was counted
    receipt::void(&mut b.store, &b.amina, None, 1, "faux billet").unwrap();
    assert_eq!(total(&b), (2, 900));
    // and is no part of a batch that goes on
    act::undo(&mut b.store, &b.amina, closed).unwrap();
    assert_eq!(total(&b), (1, 500));
    assert_sound(&b.reader());
}

#[test]
fn what_was_paid_before_pays_general_money_only() {
    let mut b = book();
    b.add(&member(1));
    b.write("INSERT INTO fund (id, name, kind, name_key) VALUES (1, 'Social', 'social', 'social')");
    let ahead = pays(&b, 1, 700);
    receive(&mut b, &ahead).unwrap();
    owe(&mut b, 1, 500, DueKind::Dues, today());
    let due = Due { member: 1, minor: 300, currency: "CDF".into(), fund: Some(1), ..Due::new(DueKind::Call, today()) };
    b.store.act(&b.amina, &RAISE, &[], |act| act.raise(&due, today()).map(drop)).unwrap();
    let both = pays(&b, 1, 300);
    assert_eq!(both.paid(), 300);
    // more of it than there is to pay of general money
    let part = |what, minor, fund| Part { what, member: Some(1), minor, fund };
    let of = |due: i64, kind| What::Due(due, kind);
    let parts = vec![part(of(2, DueKind::Call), 300, Some(1)), part(What::Credit, -200, None)];
    let wrong = Payment { parts, ..both.clone() };
    assert_eq!(receive(&mut b, &wrong).unwrap_err().text().id, "err-pay-changed");
    // an amount of a fund that is said to be of none
    let wrong = Payment { parts: vec![part(of(2, DueKind::Call), 300, None)], ..both.clone() };
    assert_eq!(receive(&mut b, &wrong).unwrap_err().text().id, "err-pay-changed");
    receive(&mut b, &both).unwrap();
    assert_eq!((b.store.open_dues(1).unwrap(), b.store.credit(1, "CDF").unwrap()), (vec![], 200));
    assert_eq!(b.store.fund_balances(1).unwrap().iter().map(|(_, _, minor)| minor).sum::<i64>(), 300);
}

#[test]
fn a_payment_costs_the_same_in_a_full_book() {
    let mut b = book();
    for n in 1..4 {
        b.add(&member(n));
    }
    let cost = |b: &mut Book| {
        owe(b, 2, 500_000, DueKind::Dues, today());
        let payment = pays(b, 2, 500_000);
        let Book { store, amina, .. } = b;
        steps(store, |store| payment::receive(store, amina, None, &payment).unwrap()).1
    };
    cost(&mut b);
    let empty = cost(&mut b);
    let gift = Payment {
        payer: None,
        by: "Fondation X".into(),
        parts: vec![Part { what: What::Income(Income::Gift), member: None, minor: 5_000, fund: None }],
        ..pays(&b, 1, 1)
    };
    b.store
        .act(&b.amina, &RAISE, &[], |act| {
            for _ in 0..3_000 {
                let journal =
                    Payment { account: act.chart("cash")?, ..gift.clone() }.journal(today(), |key| act.chart(key))?;
                let entry = act.post(&journal.balanced().map_err(Error::Invalid)?)?;
                act.issue(&gift, entry)?;
            }
            Ok(())
        })
        .unwrap();
    let full = cost(&mut b);
    assert!(full < empty * 5 / 4, "{empty} steps, {full} in a full book");
}
