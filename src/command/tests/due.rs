//! What members owe through its commands: raised once, let go by a decision, paid ahead; and shares, whose number, worth
//! and arrears always agree.

use crate::{
    command::{
        act,
        due::{self, Source, Waiver},
        entry, ledger, meeting, roll,
        share::{self, Terms},
    },
    domain::{
        amount::Amount,
        book::LegalForm,
        due::{Due, DueKind, SCHEDULE, allocate},
        ledger::{EntryKind, Journal, Posting},
        meeting::MEETING,
        member::{Member, Status},
        noun::Entry,
        rule::{Own, Rule},
        share::{Holding, Move, MoveKind},
        user::Role,
    },
    store::{Error, Result, due_list::DueWant, testing::*},
    text::Lang,
};
use chrono::{Days, NaiveDate};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::{cell::RefCell, collections::BTreeSet};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn cdf(minor: i64) -> Amount {
    Amount { minor, currency: "CDF".to_owned() }
}

/// A book with active members 1 and 2, 3 who joined this month, and 4 who is suspended.
fn prepared() -> Book {
    let mut b = book();
    let joined = |on, status, n| Member { joined_on: Some(on), status, ..member(n) };
    for member in [
        joined(day(2020, 1, 1), Status::Active, 1),
        joined(day(2021, 1, 1), Status::Active, 2),
        joined(day(2026, 11, 12), Status::Active, 3),
        joined(day(2020, 1, 1), Status::Suspended, 4),
    ] {
        b.add(&member);
    }
    b
}

fn schedule(b: &mut Book, kind: &str, every: &str, from: &str) -> i64 {
    let mut entry = Entry::new(&SCHEDULE, ("", 0));
    for (code, kept) in [
        ("name", kind),
        ("kind", kind),
        ("amount", "5000.00 CDF"),
        ("every", every),
        ("from_on", from),
        ("decision", "AG 2026"),
    ] {
        entry.put(code, kept);
    }
    entry::save(&mut b.store, &b.amina, None, &entry).unwrap()
}

fn raise(b: &mut Book, source: Source, turned: &BTreeSet<crate::domain::raise::Key>) -> Result<due::Raised> {
    due::raise(&mut b.store, &b.amina, source, turned, &mut |_, _| Ok(()))
}

fn owed(b: &Book, member: i64) -> i64 {
    b.store.owed(member).unwrap().iter().find(|(currency, _)| currency == "CDF").map_or(0, |(_, minor)| *minor)
}

fn pay(b: &mut Book, member: i64, minor: i64) -> Result<()> {
    static PAY: crate::domain::command::Command = crate::domain::command::Command {
        id: "test.pay",
        roles: &[Role::Treasurer],
        undo: ledger::REVERSED,
        pin: false,
    };
    let amina = b.amina.clone();
    b.store.act(&amina, &PAY, &[], |act| {
        let (parts, rest) = allocate(minor, &act.open_dues(member)?);
        let mut journal = Journal::new(EntryKind::Payment, today());
        journal.add(Posting::new(act.chart("cash")?, minor, "CDF"));
        for part in parts {
            let account = act.chart(act.due(part.due)?.kind.owed_on())?;
            journal.add(Posting::new(account, -part.minor, "CDF").member(member).due(Some(part.due)));
        }
        journal.add(Posting::new(act.chart("member")?, -rest, "CDF").member(member));
        act.post(&journal.balanced().map_err(Error::Invalid)?).map(drop)
    })
}

fn undo(b: &mut Book) -> Result<()> {
    let last = b.store.last_undoable(1)?.expect("something was done");
    let amina = b.amina.clone();
    act::undo(&mut b.store, &amina, last.id).map(drop)
}

fn id<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.unwrap_err().text().id
}

#[test]
fn a_schedule_raises_once_and_leaves_out_who_joined_later() {
    let mut b = prepared();
    let dues = Source::Schedule(schedule(&mut b, "dues", "month", "2026-10-01"));
    let plan = due::plan(&b.store, dues, today()).unwrap();
    assert_eq!((plan.proposals.len(), plan.raised), (8, 0));
    assert_eq!(plan.periods, ["2026-10", "2026-11"]);
    assert_eq!(plan.totals(&BTreeSet::new()), [cdf(2_000_000)]);
    // the newcomer pays November after all
    let november = plan.proposals.iter().find(|one| one.due.member == 3 && one.due.period == "2026-11").unwrap();
    let turned = BTreeSet::from([november.key()]);
    let last_on = |b: &Book| b.store.schedule_rows(&[1]).unwrap()[0].last_on;
    let raised = raise(&mut b, dues, &turned).unwrap();
    assert_eq!((raised.count, raised.totals), (5, vec![cdf(2_500_000)]));
    assert_eq!([1, 2, 3, 4].map(|id| owed(&b, id)), [1_000_000, 1_000_000, 500_000, 0]);
    assert_eq!(id(raise(&mut b, dues, &BTreeSet::new())), "err-raise-nothing");
    assert_eq!(last_on(&b), Some(today()));
    let act = b.store.undo_target(b.store.last_act().unwrap()).unwrap();
    assert!(Lang::new("fr").describe_subject(&act.command, &act.args).ends_with("5 sommes dues"), "{:?}", act.args);
    // taken back it can be raised again
    undo(&mut b).unwrap();
    assert_eq!((owed(&b, 1), last_on(&b)), (0, None));
    assert_eq!(raise(&mut b, dues, &BTreeSet::new()).unwrap().count, 4);
    assert_sound(&b.reader());
}

#[test]
fn what_was_paid_ahead_pays_what_is_raised() {
    let mut b = prepared();
    pay(&mut b, 1, 700_000).unwrap();
    assert_eq!((owed(&b, 1), b.store.credit(1, "CDF").unwrap()), (-700_000, 700_000));
    assert_eq!(id(due::apply(&mut b.store, &b.amina, &[1])), "err-apply-nothing");
    let dues = Source::Schedule(schedule(&mut b, "dues", "month", "2026-10-01"));
    raise(&mut b, dues, &BTreeSet::new()).unwrap();
    let open: Vec<i64> = b.store.open_dues(1).unwrap().iter().map(|due| due.open).collect();
    assert_eq!((owed(&b, 1), open, b.store.credit(1, "CDF").unwrap()), (300_000, vec![300_000], 0));
    // the whole act is taken back, with what it paid
    undo(&mut b).unwrap();
    assert_eq!((owed(&b, 1), b.store.credit(1, "CDF").unwrap()), (-700_000, 700_000));
    assert_sound(&b.reader());
}

#[test]
fn an_entry_fee_comes_with_the_admission() {
    let mut b = prepared();
    schedule(&mut b, "entry_fee", "once", "2026-11-01");
    let raised = due::raise_entry(&mut b.store, &b.amina, &[3, 1]).unwrap().unwrap();
    assert_eq!((raised.count, raised.totals), (1, vec![cdf(500_000)]));
    assert_eq!([1, 3].map(|id| owed(&b, id)), [0, 500_000]);
    assert_eq!(due::raise_entry(&mut b.store, &b.amina, &[3]).unwrap(), None);
}

#[test]
fn amounts_are_let_go_by_a_decision_only() {
    let mut b = prepared();
    let fine = Due { minor: 500_000, currency: "CDF".to_owned(), ..Due::new(DueKind::Fine, today()) };
    due::add(&mut b.store, &b.amina, None, &[1, 2], &fine, "").unwrap();
    let one = b.store.open_dues(1).unwrap()[0].id;
    let waiver = |minor, decision: &str| Waiver { minor, decision: decision.to_owned(), reason: "deuil".to_owned() };
    let mut waive = |waiver: &Waiver| due::waive(&mut b.store, &b.amina, None, &[one], waiver);
    assert_eq!(id(waive(&waiver(None, " "))), "err-waive-decision");
    assert_eq!(id(waive(&waiver(Some(500_001), "CG 4"))), "err-waive-amount");
    assert_eq!(id(waive(&waiver(Some(0), "CG 4"))), "err-waive-amount");
    waive(&waiver(Some(200_000), "CG 4")).unwrap();
    assert_eq!(owed(&b, 1), 300_000);
    let both: Vec<i64> = [1, 2].map(|id| b.store.open_dues(id).unwrap()[0].id).to_vec();
    due::waive(&mut b.store, &b.amina, None, &both, &waiver(None, "CG 5")).unwrap();
    assert_eq!([1, 2].map(|id| owed(&b, id)), [0, 0]);
    undo(&mut b).unwrap();
    assert_eq!([1, 2].map(|id| owed(&b, id)), [300_000, 500_000]);
    let totals = b.store.open_totals(&[DueWant::Kind(DueKind::Fine)]).unwrap();
    assert_eq!((totals[0].minor, totals[0].women + totals[0].men), (800_000, 300_000));
    assert_eq!(b.store.debtors(today()).unwrap(), 0, "what is due today is not late");
    assert_eq!(b.store.debtors(today() + Days::new(1)).unwrap(), 2);
    assert_sound(&b.reader());
}

#[test]
fn fines_of_a_roll_call_are_raised_once() {
    let mut b = prepared();
    let rule = Rule {
        code: "assembly.fine".to_owned(),
        value: "1000.00 CDF".to_owned(),
        reference: String::new(),
        certainty: None,
    };
    let own = Own { id: 0, rev: 0, rule, note: String::new() };
    crate::command::bylaw::save(&mut b.store, &b.amina, None, &own).unwrap();
    let mut assembly = Entry::new(&MEETING, ("organ", 0));
    assembly.put("kind", "annual");
    assembly.put("held_on", today().to_string());
    let start = meeting::Start::New(meeting::Template::new(LegalForm::Scoops, "annual", &Lang::new("en")));
    let held = meeting::call(&mut b.store, &b.amina, None, &assembly, "General assembly", &start).unwrap();
    meeting::open(&mut b.store, &b.amina, held).unwrap();
    let first = b.store.roll(held).unwrap()[0].clone();
    roll::arrive(&mut b.store, &b.amina, first.id).unwrap();
    meeting::close(&mut b.store, &b.amina, held).unwrap();
    let absent = b.store.roll(held).unwrap().len() - 1;
    let raised = raise(&mut b, Source::Fines, &BTreeSet::new()).unwrap();
    assert_eq!((raised.count, raised.totals), (absent, vec![cdf(100_000 * absent as i64)]));
    assert_eq!(owed(&b, first.member), 0);
    assert_eq!(id(raise(&mut b, Source::Fines, &BTreeSet::new())), "err-raise-nothing");
    assert_sound(&b.reader());
}

pub(super) fn shares(member: i64, count: i64, kind: MoveKind, other: Option<i64>) -> Move {
    let (deed, decision, note) = ("acte".to_owned(), "AG".to_owned(), String::new());
    Move {
        id: 0,
        member,
        moved_on: today(),
        kind,
        count,
        nominal: cdf(5_000),
        other,
        deed,
        decision,
        notified_on: None,
        note,
    }
}

pub(super) fn subscribe(b: &mut Book, member: i64, count: i64, parts: u32) -> Result<()> {
    let terms = Terms { parts, first_on: today(), step: "month".to_owned() };
    share::subscribe(&mut b.store, &b.amina, None, &shares(member, count, MoveKind::Subscription, None), &terms)
}

fn held(b: &Book, member: i64) -> Holding {
    b.store.holdings(member).unwrap().into_iter().next().unwrap_or_default()
}

#[test]
fn shares_are_subscribed_paid_handed_over_and_given_back() {
    let mut b = prepared();
    subscribe(&mut b, 1, 10, 3).unwrap();
    let parts: Vec<(i64, String)> = b.store.open_dues(1).unwrap().into_iter().map(|d| (d.open, d.text)).collect();
    assert_eq!(parts, [(16_667, "1/3".to_owned()), (16_667, "2/3".to_owned()), (16_666, "3/3".to_owned())]);
    assert_eq!((held(&b, 1).count, held(&b, 1).subscribed, held(&b, 1).paid()), (10, 50_000, 0));
    pay(&mut b, 1, 30_000).unwrap();
    let over =
        |b: &mut Book, count, kind| share::hand_over(&mut b.store, &b.amina, None, &shares(1, count, kind, Some(2)));
    assert_eq!(id(over(&mut b, 7, MoveKind::Transfer)), "err-shares-unpaid");
    over(&mut b, 2, MoveKind::Transfer).unwrap();
    over(&mut b, 1, MoveKind::Succession).unwrap();
    assert_eq!(b.store.acts(None, 1).unwrap()[0].command, "share.inherit");
    assert_eq!((held(&b, 1).count, held(&b, 1).paid(), held(&b, 2).count, held(&b, 2).paid()), (7, 15_000, 3, 15_000));
    let refund =
        |b: &mut Book, count| share::refund(&mut b.store, &b.amina, None, &shares(1, count, MoveKind::Refund, None));
    assert_eq!(id(refund(&mut b, 8)), "err-shares-few");
    // of 35 000 that come back 20 000 were never paid
    assert_eq!(refund(&mut b, 7).unwrap(), 15_000);
    assert_eq!((b.store.holdings(1).unwrap(), b.store.open_dues(1).unwrap(), owed(&b, 1)), (vec![], vec![], -15_000));
    undo(&mut b).unwrap();
    assert_eq!((held(&b, 1).count, held(&b, 1).unpaid, owed(&b, 1)), (7, 20_000, 20_000));
    assert_eq!(b.store.share_totals().unwrap()[0].subscribed, 50_000);
    let future = Move { moved_on: today() + Days::new(1), ..shares(1, 1, MoveKind::Refund, None) };
    assert_eq!(id(share::refund(&mut b.store, &b.amina, None, &future)), "err-day-future");
    let own = shares(1, 1, MoveKind::Transfer, Some(1));
    assert_eq!(id(share::hand_over(&mut b.store, &b.amina, None, &own)), "err-share-same");
    assert_sound(&b.reader());
}

#[test]
fn shares_that_went_on_are_not_taken_back_before_they_have_come_back() {
    let mut b = prepared();
    subscribe(&mut b, 1, 4, 1).unwrap();
    pay(&mut b, 1, 20_000).unwrap();
    share::hand_over(&mut b.store, &b.amina, None, &shares(1, 4, MoveKind::Transfer, Some(2))).unwrap();
    let first = b.store.last_act().unwrap();
    share::hand_over(&mut b.store, &b.amina, None, &shares(2, 4, MoveKind::Transfer, Some(3))).unwrap();
    assert_eq!(id(act::undo(&mut b.store, &b.amina, first)), "err-shares-gone");
    undo(&mut b).unwrap();
    act::undo(&mut b.store, &b.amina, first).unwrap();
    assert_eq!((held(&b, 1).count, b.store.holdings(2).unwrap()), (4, vec![]));
    assert_sound(&b.reader());
}

/// What can happen to shares.
#[derive(Clone, Debug)]
enum Step {
    Subscribe(i64, i64, u32),
    Pay(i64, i64),
    HandOver(i64, i64, i64),
    Refund(i64, i64),
    Apply(i64),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (1..4i64, 1..20i64, 1..5u32).prop_map(|(m, n, parts)| Step::Subscribe(m, n, parts)),
        4 => (1..4i64, 1..90_000i64).prop_map(|(m, minor)| Step::Pay(m, minor)),
        3 => (1..4i64, 1..4i64, 1..9i64).prop_map(|(m, to, n)| Step::HandOver(m, to, n)),
        2 => (1..4i64, 1..20i64).prop_map(|(m, n)| Step::Refund(m, n)),
        1 => (1..4i64).prop_map(Step::Apply),
        1 => Just(Step::Undo),
    ]
}

#[test]
fn number_worth_and_arrears_of_shares_always_agree() {
    let book = RefCell::new(prepared());
    let mut runner = TestRunner::new(Config { cases: 16, failure_persistence: None, ..Config::default() });
    runner
        .run(&prop::collection::vec(step(), 1..12), |steps| {
            let mut b = book.borrow_mut();
            for step in &steps {
                let done = match *step {
                    Step::Subscribe(member, count, parts) => subscribe(&mut b, member, count, parts),
                    Step::Pay(member, minor) => pay(&mut b, member, minor),
                    Step::HandOver(member, to, count) => {
                        let shares = shares(member, count, MoveKind::Transfer, Some(to));
                        let Book { store, amina, .. } = &mut *b;
                        share::hand_over(store, amina, None, &shares)
                    }
                    Step::Refund(member, count) => {
                        let Book { store, amina, .. } = &mut *b;
                        share::refund(store, amina, None, &shares(member, count, MoveKind::Refund, None)).map(drop)
                    }
                    Step::Apply(member) => {
                        let Book { store, amina, .. } = &mut *b;
                        due::apply(store, amina, &[member]).map(drop)
                    }
                    // what is not there any more cannot be taken back
                    Step::Undo if matches!(b.store.last_undoable(1), Ok(Some(_))) => undo(&mut b),
                    Step::Undo => Ok(()),
                };
                match done {
                    Ok(()) | Err(Error::Invalid(_)) => {}
                    Err(error) => panic!("{step:?}: {error:?}"),
                }
            }
            let mut all = Holding::default();
            for member in 1..4 {
                let held = held(&b, member);
                prop_assert_eq!(held.subscribed, held.count * 5_000);
                let open: i64 = b.store.open_dues(member).unwrap().iter().map(|due| due.open).sum();
                prop_assert_eq!(held.unpaid, open, "only shares are owed here");
                all.count += held.count;
                all.subscribed += held.subscribed;
                all.unpaid += held.unpaid;
                for due in b.store.dues(member).unwrap() {
                    prop_assert!((0..=due.minor).contains(&due.open));
                }
            }
            let totals = b.store.share_totals().unwrap().into_iter().next().unwrap_or_default();
            prop_assert_eq!((totals.count, totals.subscribed, totals.unpaid), (all.count, all.subscribed, all.unpaid));
            assert_sound(&b.reader());
            Ok(())
        })
        .unwrap();
}
