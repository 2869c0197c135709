//! A savings group through its commands: the worked example of practice.md §5 to the cent, and whatever happens nothing is
//! lost and the social fund is never shared out.

use crate::{
    command::{
        ledger,
        savings::{self, Aid, Names},
    },
    domain::{
        amount::Amount,
        ledger::{EntryKind, Journal, Posting},
        savings::{Bought, Cycle, Part, due_after},
    },
    store::{Error, Reader, Result, savings::Loan, testing::*},
};
use chrono::{Days, NaiveDate};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

type Run = fn(&mut Book) -> Result<()>;

/// One way to run each command that can be undone.
pub const RUNS: &[(&str, Run)] = &[("savings.cycle", |b| {
    let amina = b.amina.clone();
    savings::save(&mut b.store, &amina, None, &rules(5, 500, 20_000), &names()).map(drop)
})];

fn rules(most_shares: u32, charge: u32, social: i64) -> Cycle {
    let days = (today() - Days::new(320), today() + Days::new(30));
    let share = Amount { minor: 200_000, currency: "CDF".to_owned() };
    Cycle { most_shares, charge, social, ..Cycle::new("AVEC 2026".to_owned(), days, share) }
}

fn names() -> Names {
    Names { account: "Caisse AVEC".into(), fund: "Fonds de crédit".into(), social_fund: "Caisse sociale".into() }
}

fn begin(b: &mut Book, rules: &Cycle) -> Cycle {
    let id = savings::save(&mut b.store, &b.amina.clone(), None, rules, &names()).unwrap();
    b.store.cycle(id).unwrap()
}

fn meet(b: &mut Book, cycle: &Cycle, on: NaiveDate, rows: &[Bought]) -> Result<i64> {
    let counted = crate::domain::savings::taken(cycle, rows);
    savings::meet(&mut b.store, &b.amina.clone(), None, (cycle.id, on), (rows, counted))
}

fn loan(cycle: &Cycle, member: i64, minor: i64, months: u32) -> Loan {
    let (borrower, purpose, guarantors) = (String::new(), String::new(), String::new());
    let (lent_on, charge) = (today(), cycle.charge_of(minor, months));
    let due_on = due_after(lent_on, months);
    Loan { id: 0, cycle: cycle.id, member, borrower, lent_on, due_on, minor, charge, purpose, guarantors, open: 0 }
}

fn lend(b: &mut Book, loan: &Loan) -> Result<i64> {
    savings::lend(&mut b.store, &b.amina.clone(), None, loan)
}

/// Pays as much as possible of what a member owes the group, the oldest first, into its box.
fn repay(b: &mut Book, cycle: &Cycle, member: i64, most: i64) {
    b.store
        .act(&b.amina.clone(), &WRITE, &[], |act| {
            let mut journal = Journal::new(EntryKind::Payment, today());
            let mut rest = most;
            for due in act.open_dues(member)? {
                let part = due.open.min(rest);
                rest -= part;
                let posting = Posting::new(cycle.account, part, &due.currency).fund(due.fund);
                let owed = act.chart(due.kind.owed_on())?;
                journal.add(posting);
                let paid = Posting::new(owed, -part, &due.currency).fund(due.fund);
                journal.add(paid.member(member).due(Some(due.id)));
            }
            if journal.postings().is_empty() {
                return Ok(());
            }
            act.post(&journal.balanced().map_err(Error::Invalid)?).map(drop)
        })
        .unwrap();
}

fn money(reader: &Reader, fund: i64) -> i64 {
    reader.fund_money(fund, "CDF").unwrap().iter().map(|(_, minor)| minor).sum()
}

fn undo(b: &mut Book, act: i64) {
    let line = b.store.act_line(act).unwrap();
    ledger::reverse_act(&mut b.store, &b.amina.clone(), &line, &savings::MEET).unwrap();
}

#[test]
fn the_worked_example_of_a_year() {
    let mut b = book();
    let members: Vec<i64> = (1..=15).map(|n| b.add(&crate::store::testing::member(5 * n + 1))).collect();
    let cycle = begin(&mut b, &rules(101, 500, 20_000));
    // 86 shares of one, 101 of the fourteen others: 1,500 shares for 3,000,000
    let shares = |at: usize| if at == 0 { 86 } else { 101 };
    let rows: Vec<Bought> = members
        .iter()
        .enumerate()
        .map(|(at, member)| Bought { member: *member, shares: shares(at), social: 20_000 })
        .collect();
    meet(&mut b, &cycle, today() - Days::new(200), &rows).unwrap();
    assert_eq!((money(&b.store, cycle.fund), money(&b.store, cycle.social_fund)), (300_000_000, 300_000));
    // lent 600,000 each to four for four months at 5 %: 480,000 of charges
    for member in &members[1..5] {
        lend(&mut b, &loan(&cycle, *member, 60_000_000, 4)).unwrap();
        repay(&mut b, &cycle, *member, i64::MAX);
    }
    let sharing = savings::simulate(&b.store, cycle.id).unwrap();
    assert_eq!((sharing.out.fund, sharing.out.shares, sharing.out.per_share()), (348_000_000, 1_500, 232_000));
    assert_eq!(sharing.out.parts[0].payout(), 19_952_000);
    let before = b.store.last_act().unwrap();
    savings::share_out(&mut b.store, &b.amina.clone(), &sharing, today()).unwrap();
    assert_eq!((money(&b.store, cycle.fund), money(&b.store, cycle.social_fund)), (0, 300_000));
    let saving = b.store.chart_account("saving").unwrap().unwrap();
    assert_eq!(b.store.balance(saving, "CDF").unwrap(), 0);
    assert_sound(&b.store);
    // nothing more is done in a cycle that is shared out, and its sheet says what was done
    let error = meet(&mut b, &cycle, today(), &rows[..1]).unwrap_err();
    assert!(matches!(&error, Error::Invalid(text) if text.id == "err-savings-closed"), "{error:?}");
    assert_eq!(savings::simulate(&b.store, cycle.id).unwrap().out, sharing.out);
    // a meeting goes only after the share-out that rests on it; that is taken back by its contrary
    let first = b.store.journal_entry(b.store.purchases(cycle.id, None).unwrap()[0].entry).unwrap().id;
    let error = ledger::reverse(&mut b.store, &b.amina.clone(), first, "essai").unwrap_err();
    assert!(matches!(&error, Error::Invalid(text) if text.id == "err-entry-paid"), "{error:?}");
    // and so does what was paid back into its fund: after fifteen who bought and the first loan
    assert_eq!(b.store.journal_entry(17).unwrap().journal.kind, EntryKind::Payment);
    let error = ledger::reverse(&mut b.store, &b.amina.clone(), 17, "essai").unwrap_err();
    assert!(matches!(&error, Error::Invalid(text) if text.id == "err-entry-paid"), "{error:?}");
    undo(&mut b, before + 1);
    assert_eq!(money(&b.store, cycle.fund), 348_000_000);
    assert_eq!(b.store.cycle(cycle.id).unwrap().closed_on, None);
    assert_eq!(savings::simulate(&b.store, cycle.id).unwrap().out, sharing.out);
    assert_sound(&b.store);
}

#[test]
fn what_breaks_the_rules_is_refused_and_changes_nothing() {
    let mut b = book();
    let (one, other) = (b.add(&member(1)), b.add(&member(2)));
    let applicant = b.add(&member(5));
    let cycle = begin(&mut b, &rules(5, 500, 20_000));
    let refused = |result: Result<i64>| match result.unwrap_err() {
        Error::Invalid(text) => text.id,
        error => panic!("{error:?}"),
    };
    let row = |member, shares| Bought { member, shares, social: 20_000 };
    assert_eq!(refused(meet(&mut b, &cycle, today(), &[row(one, 6)])), "err-savings-most");
    assert_eq!(refused(meet(&mut b, &cycle, today(), &[row(applicant, 1)])), "err-savings-member");
    assert_eq!(refused(meet(&mut b, &cycle, today() + Days::new(1), &[row(one, 1)])), "err-day-future");
    assert_eq!(refused(meet(&mut b, &cycle, today() - Days::new(400), &[row(one, 1)])), "err-savings-early");
    assert_eq!(refused(meet(&mut b, &cycle, today(), &[])), "err-savings-empty");
    let amina = b.amina.clone();
    let counted = savings::meet(&mut b.store, &amina, None, (cycle.id, today()), (&[row(one, 2)], 410_000));
    assert_eq!(refused(counted), "err-savings-missing");
    assert_eq!(b.store.saved(cycle.id).unwrap(), []);
    meet(&mut b, &cycle, today(), &[row(one, 3), row(other, 5)]).unwrap();
    // three were bought today already
    assert_eq!(refused(meet(&mut b, &cycle, today(), &[row(one, 3)])), "err-savings-most");
    assert_eq!(refused(lend(&mut b, &loan(&cycle, one, 1_600_001, 1))), "err-savings-cash");
    let aid = |minor, purpose: &str| Aid { cycle: cycle.id, member: one, minor, on: today(), purpose: purpose.into() };
    assert_eq!(refused(savings::aid(&mut b.store, &amina, None, &aid(40_001, "deuil"))), "err-savings-cash");
    assert_eq!(refused(savings::aid(&mut b.store, &amina, None, &aid(100, " "))), "err-reason");
    savings::aid(&mut b.store, &amina, None, &aid(30_000, "deuil")).unwrap();
    assert_eq!(money(&b.store, cycle.social_fund), 10_000);
    // the price stays as it is once somebody has bought
    let cycle = b.store.cycle(cycle.id).unwrap();
    let dearer = Cycle { share: cycle.amount(300_000), ..cycle.clone() };
    assert_eq!(refused(savings::save(&mut b.store, &amina, None, &dearer, &names())), "err-savings-fixed");
    let looser = Cycle { loan_multiple: 5, ..cycle.clone() };
    savings::save(&mut b.store, &amina, None, &looser, &names()).unwrap();
    assert_sound(&b.store);
}

/// What can happen to a group.
#[derive(Clone, Debug)]
enum Step {
    Meet(Vec<(usize, u32)>),
    Lend(usize, i64, u32),
    Repay(usize, i64),
    Aid(i64),
    Void(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => prop::collection::vec((0..6usize, 0..6u32), 1..6).prop_map(Step::Meet),
        2 => (0..6usize, 1..2_000_000i64, 1..5u32).prop_map(|(who, minor, months)| Step::Lend(who, minor, months)),
        2 => (0..6usize, 1..2_500_000i64).prop_map(|(who, minor)| Step::Repay(who, minor)),
        1 => (1..60_000i64).prop_map(Step::Aid),
        1 => (0..6usize).prop_map(Step::Void),
    ]
}

#[test]
fn whatever_happens_everything_is_handed_over_and_the_social_fund_stays() {
    let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
    runner
        .run(&prop::collection::vec(step(), 1..14), |steps| {
            let mut b = book();
            let members: Vec<i64> = (1..=6).map(|n| b.add(&member(5 * n + 1))).collect();
            let cycle = begin(&mut b, &rules(60, 333, 7_001));
            let amina = b.amina.clone();
            for step in &steps {
                let done = match step {
                    Step::Meet(rows) => {
                        let mut bought: Vec<Bought> = Vec::new();
                        for (who, shares) in rows {
                            if bought.iter().all(|row| row.member != members[*who]) {
                                bought.push(Bought { member: members[*who], shares: *shares, social: cycle.social });
                            }
                        }
                        meet(&mut b, &cycle, today(), &bought).map(drop)
                    }
                    Step::Lend(who, minor, months) => {
                        lend(&mut b, &loan(&cycle, members[*who], *minor, *months)).map(drop)
                    }
                    Step::Repay(who, minor) => {
                        repay(&mut b, &cycle, members[*who], *minor);
                        Ok(())
                    }
                    Step::Aid(minor) => {
                        let aid = Aid {
                            cycle: cycle.id,
                            member: members[0],
                            minor: *minor,
                            on: today(),
                            purpose: "x".into(),
                        };
                        savings::aid(&mut b.store, &amina, None, &aid).map(drop)
                    }
                    Step::Void(nth) => match b.store.purchases(cycle.id, None).unwrap().get(*nth) {
                        Some(bought) => ledger::reverse(&mut b.store, &amina, bought.entry, "erreur").map(drop),
                        None => Ok(()),
                    },
                };
                match done {
                    Ok(()) | Err(Error::Invalid(_)) => {}
                    Err(error) => panic!("{step:?}: {error:?}"),
                }
            }
            let (cash, social) = (money(&b.store, cycle.fund), money(&b.store, cycle.social_fund));
            prop_assert_eq!(cash + social, b.store.balance(cycle.account, "CDF").unwrap());
            if let Ok(sharing) = savings::simulate(&b.store, cycle.id) {
                prop_assert_eq!(sharing.out.parts.iter().map(Part::payout).sum::<i64>(), cash);
                if cash > 0 {
                    savings::share_out(&mut b.store, &amina, &sharing, today()).unwrap();
                    prop_assert_eq!(money(&b.store, cycle.fund), 0);
                    prop_assert_eq!(money(&b.store, cycle.social_fund), social);
                    prop_assert_eq!(savings::simulate(&b.store, cycle.id).unwrap().out, sharing.out.clone());
                    for saver in &sharing.savers {
                        let owed: i64 = b.store.open_dues(saver.member).unwrap().iter().map(|due| due.open).sum();
                        let part = sharing.out.parts.iter().find(|part| part.member == saver.member).unwrap();
                        prop_assert_eq!(owed, part.still_owed);
                    }
                }
            }
            assert_sound(&b.store);
            Ok(())
        })
        .unwrap();
}
