//! Two people at one book: what a rule rests on is read in the act, not before it. And who may take back what.

use crate::{
    clock::Clock,
    command::{
        act, count, due, entry,
        export::{self, Export, Format, List},
        payment,
        savings::{self, Aid, Names},
        share::{self, Terms},
        transfer::{self, Arrival},
    },
    domain::{
        account::ACCOUNT,
        amount::Amount,
        control::FindingKind,
        count::{Count, CountKind},
        due::{Due, DueKind, SCHEDULE},
        member::{Field, Member, Status},
        noun::Entry,
        payment::{Income, Part, Payment, Tender, What},
        rate::Rate,
        savings::{Bought, Cycle, due_after},
        share::{Move, MoveKind},
        signed::Signed,
        transfer::Transfer,
        user::{Role, Session},
    },
    store::{Result, Store, savings::Loan, testing::*},
};
use chrono::Days;

/// What somebody does in a cycle, for a member.
type Run = fn(&mut Store, &Session, i64, i64) -> Result<i64>;

fn id<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.unwrap_err().text().id
}

fn amount(minor: i64, currency: &str) -> Amount {
    Amount { minor, currency: currency.to_owned() }
}

fn account(b: &mut Book, name: &str, kind: &str, currency: &str) -> i64 {
    let mut account = Entry::new(&ACCOUNT, ("", 0));
    for (code, kept) in [("name", name), ("kind", kind), ("currency", currency)] {
        account.put(code, kept);
    }
    entry::save(&mut b.store, &b.amina, None, &account).unwrap()
}

/// The treasurer writes on the last day that the account is closed.
fn shut(store: &mut Store, amina: &Session, account: i64) {
    let mut closed = store.entry(&ACCOUNT, account).unwrap();
    closed.put("closed_on", today().to_string());
    entry::save(store, amina, None, &closed).unwrap();
}

fn cycle(b: &mut Book, name: &str, fund: &str, social_fund: &str) -> Result<i64> {
    let days = (today() - Days::new(300), today() + Days::new(30));
    let cycle = Cycle { social: 20_000, ..Cycle::new(name.to_owned(), days, amount(200_000, "CDF")) };
    let names = Names { account: "Caisse AVEC".into(), fund: fund.into(), social_fund: social_fund.into() };
    savings::save(&mut b.store, &b.amina, None, &cycle, &names)
}

fn meet(store: &mut Store, amina: &Session, cycle: i64, member: i64) -> Result<i64> {
    let row = Bought { member, shares: 2, social: 20_000 };
    savings::meet(store, amina, None, (cycle, today()), (&[row], 420_000))
}

fn share_out(store: &mut Store, amina: &Session, cycle: i64) -> Result<i64> {
    let sharing = savings::simulate(store, cycle)?;
    savings::share_out(store, amina, &sharing, today())
}

#[test]
fn what_somebody_has_just_shared_out_is_not_lent_nor_saved_in() {
    let mut b = book();
    let member = b.add(&member(1));
    let id_of = cycle(&mut b, "AVEC", "Crédit", "Social").unwrap();
    meet(&mut b.store, &b.amina, id_of, member).unwrap();
    let amina = b.amina.clone();
    let runs: [Run; 4] = [
        meet,
        |store, amina, cycle, member| {
            let (borrower, purpose, guarantors) = (String::new(), String::new(), String::new());
            let (lent_on, due_on, minor, charge) = (today(), due_after(today(), 1), 1_000, 50);
            let loan =
                Loan { id: 0, cycle, member, borrower, lent_on, due_on, minor, charge, purpose, guarantors, open: 0 };
            savings::lend(store, amina, None, &loan)
        },
        |store, amina, cycle, member| {
            let aid = Aid { cycle, member, minor: 1_000, on: today(), purpose: "Deuil".into() };
            savings::aid(store, amina, None, &aid)
        },
        |store, amina, cycle, _| share_out(store, amina, cycle),
    ];
    for run in runs {
        let (mut other, hers) = (b.other(), amina.clone());
        in_between(move || assert!(share_out(&mut other, &hers, id_of).is_ok()));
        assert_eq!(id(run(&mut b.store, &amina, id_of, member)), "err-savings-closed");
        let last = b.store.last_act().unwrap();
        act::undo(&mut b.store, &amina, last).unwrap();
    }
    assert_sound(&b.store);
}

#[test]
fn two_groups_have_funds_of_their_own_until_one_has_shared_out() {
    let mut b = book();
    let (amina, member) = (b.amina.clone(), b.add(&member(1)));
    let first = cycle(&mut b, "AVEC", "Crédit", "Social").unwrap();
    for (fund, social) in [("Crédit", "Autre"), ("Autre", "Social"), ("Social", "Autre")] {
        assert_eq!(id(cycle(&mut b, "AVEC B", fund, social)), "err-savings-shared");
    }
    meet(&mut b.store, &amina, first, member).unwrap();
    share_out(&mut b.store, &amina, first).unwrap();
    let shared = b.store.last_act().unwrap();
    let second = cycle(&mut b, "AVEC B", "Crédit", "Social").unwrap();
    // the first would be open again beside the second
    assert_eq!(id(act::undo(&mut b.store, &amina, shared)), "err-savings-shared");
    assert_eq!(b.store.cycle(second).unwrap().name, "AVEC B");
    assert_sound(&b.store);
}

/// Somebody who has joined today.
fn joined(b: &mut Book, n: usize) -> i64 {
    b.add(&Member { joined_on: Some(today()), status: Status::Active, ..member(n) })
}

/// A fee of joining for everybody from the first of the year on.
fn fee(b: &mut Book) {
    let mut fee = Entry::new(&SCHEDULE, ("", 0));
    let values = [("name", "Adhésion"), ("kind", "entry_fee"), ("amount", "5000.00 CDF"), ("every", "once")];
    for (code, kept) in values.into_iter().chain([("from_on", "2026-01-01")]) {
        fee.put(code, kept);
    }
    entry::save(&mut b.store, &b.amina, None, &fee).unwrap();
}

#[test]
fn a_fee_is_raised_once_also_when_two_admit() {
    let mut b = book();
    let member = joined(&mut b, 1);
    fee(&mut b);
    let amina = b.amina.clone();
    let (mut other, hers) = (b.other(), amina.clone());
    in_between(move || drop(due::raise_entry(&mut other, &hers, &[member]).unwrap().unwrap()));
    assert_eq!(id(due::raise_entry(&mut b.store, &amina, &[member])), "err-raise-nothing");
    assert_eq!(b.store.open_dues(member).unwrap().len(), 1);
    assert_eq!(due::raise_entry(&mut b.store, &amina, &[member]).unwrap(), None);
}

#[test]
fn a_secretary_takes_back_what_she_has_done_and_nothing_else() {
    let mut b = book();
    let member = joined(&mut b, 1);
    fee(&mut b);
    let add = |act: &crate::store::Act| act.insert_user("rose", &[Role::Secretary], "");
    let rose = b.store.act(&b.amina, &WRITE, &[], add).unwrap();
    let rose = session(rose, "rose", &[Role::Secretary]);
    due::raise_entry(&mut b.store, &rose, &[member]).unwrap().unwrap();
    let raised = b.store.last_act().unwrap();
    act::undo(&mut b.store, &rose, raised).unwrap();
    assert_eq!(b.store.owed(member).unwrap(), []);
    // what only the treasurer may do only the treasurer takes back
    let fine = Due { minor: 500, currency: "CDF".into(), ..Due::new(DueKind::Fine, today()) };
    due::add(&mut b.store, &b.amina, None, &[member], &fine, "").unwrap();
    let fined = b.store.last_act().unwrap();
    assert_eq!(id(act::undo(&mut b.store, &rose, fined)), "err-denied");
    assert_eq!(b.store.owed(member).unwrap(), [("CDF".to_owned(), 500)]);
}

#[test]
fn shares_and_loans_are_not_owed_by_themselves() {
    let mut b = book();
    let member = b.add(&member(1));
    for kind in [DueKind::Share, DueKind::Loan, DueKind::Charge] {
        let due = Due { minor: 500, currency: "CDF".into(), ..Due::new(kind, today()) };
        assert_eq!(id(due::add(&mut b.store, &b.amina, None, &[member], &due, "")), "err-due-alone");
    }
}

/// Ten dollars for 25,000 francs, and the change.
fn gift(change_from: i64) -> Payment {
    Payment {
        account: 0,
        paper_on: today(),
        payer: None,
        by: "Visiteur".into(),
        currency: "CDF".into(),
        parts: vec![Part { what: What::Income(Income::Gift), member: None, minor: 2_500_000, fund: None }],
        tender: Some(Tender {
            given: amount(1_000, "USD"),
            rate: Rate::parse("2850", "USD", "CDF").ok(),
            change: 350_000,
            change_from,
        }),
        fee: 0,
        reference: String::new(),
        note: String::new(),
        leaf: None,
        batch: None,
        meeting: None,
    }
}

#[test]
fn change_comes_out_of_a_box_that_has_it() {
    let mut b = book();
    let (francs, dollars) = (account(&mut b, "Francs", "cash", "CDF"), account(&mut b, "Dollars", "cash", "USD"));
    let (closed, gifts) = (account(&mut b, "Close", "cash", "CDF"), account(&mut b, "Dons", "income", ""));
    shut(&mut b.store, &b.amina, closed);
    let paid = |from| Payment { account: dollars, ..gift(from) };
    for (from, why) in [
        (0, "err-account-money"),
        (gifts, "err-account-money"),
        (closed, "err-account-money"),
        (dollars, "err-account-other"),
    ] {
        assert_eq!(id(payment::receive(&mut b.store, &b.amina, None, &paid(from))), why);
    }
    payment::receive(&mut b.store, &b.amina, None, &paid(francs)).unwrap();
    assert_eq!(b.store.balance(francs, "CDF").unwrap(), -350_000);
}

#[test]
fn money_comes_to_an_account_that_takes_it_with_a_fee_that_leaves_something() {
    let mut b = book();
    let (from, to) = (account(&mut b, "Caisse", "cash", "CDF"), account(&mut b, "Banque", "bank", "CDF"));
    let francs = amount(100_000, "CDF");
    let sent = Transfer { arrived_on: None, ..Transfer::new((from, francs.clone()), (to, francs), today()) };
    let sent = transfer::send(&mut b.store, &b.amina, None, &sent, "").unwrap();
    let rev = b.store.transfer(sent).unwrap().rev;
    let amina = b.amina.clone();
    let arrive = |store: &mut Store, fee| {
        transfer::arrive(store, &amina, None, (sent, rev), &Arrival { on: today(), slip: String::new(), fee })
    };
    for fee in [-1, 100_000, i64::MAX] {
        assert_eq!(id(arrive(&mut b.store, fee)), "err-pay-fee");
    }
    let (mut other, hers) = (b.other(), amina.clone());
    in_between(move || shut(&mut other, &hers, to));
    assert_eq!(id(arrive(&mut b.store, 500)), "err-account-money");
}

#[test]
fn a_box_is_counted_in_its_own_currency() {
    let mut b = book();
    let dollars = account(&mut b, "Dollars", "cash", "USD");
    let begun = Count::begun(dollars, "CDF", today());
    let count =
        Count { signed: Signed { first: "Amina".into(), ..Signed::default() }, kind: CountKind::Count, ..begun };
    let proof = crate::command::cosign::Proof::Ink;
    assert_eq!(id(count::save(&mut b.store, &b.amina, None, &count, &proof)), "err-account-other");
}

#[test]
fn what_the_log_says_is_what_was_done() {
    let mut b = book();
    let members: Vec<i64> = [1, 2].map(|n| joined(&mut b, n)).to_vec();
    fee(&mut b);
    let schedule = b.store.entry_fees(today()).unwrap()[0];
    let (mut other, amina) = (b.other(), b.amina.clone());
    let (hers, first) = (amina.clone(), members[0]);
    in_between(move || drop(due::raise_entry(&mut other, &hers, &[first]).unwrap()));
    let turned = std::collections::BTreeSet::new();
    let before = due::plan(&b.store, due::Source::Schedule(schedule), today()).unwrap();
    let wanted = before.wanted(&turned).count();
    let raised =
        due::raise(&mut b.store, &amina, due::Source::Schedule(schedule), &turned, &mut |_, _| Ok(())).unwrap();
    assert_eq!(raised.count, wanted - 1);
    let line = b.store.act_line(b.store.last_act().unwrap()).unwrap();
    let said = line.args.iter().find(|(name, _)| *name == "dues").map(|(_, value)| value.clone());
    assert_eq!(said, Some(raised.count.to_string()));
    assert_sound(&b.store);
}

#[test]
fn the_register_shows_the_shares_of_the_ledger_once_it_has_any() {
    let mut b = book();
    let typed = |n, shares: &str| {
        let mut member = member(n);
        member.put(Field::Shares, shares.to_owned());
        member.put(Field::SharesPaid, "1".to_owned());
        member
    };
    let (one, other) = (b.add(&typed(1, "7")), b.add(&typed(2, "5")));
    let (deed, decision, note) = (String::new(), String::new(), String::new());
    let (nominal, kind, moved_on) = (amount(1_000, "USD"), MoveKind::Subscription, today());
    let moved = Move {
        id: 0,
        member: one,
        moved_on,
        kind,
        count: 4,
        nominal,
        other: None,
        deed,
        decision,
        notified_on: None,
        note,
    };
    let terms = Terms { parts: 2, first_on: today(), step: "month".into() };
    share::subscribe(&mut b.store, &b.amina, None, &moved, &terms).unwrap();
    let dollars = account(&mut b, "Dollars", "cash", "USD");
    let due = b.store.open_dues(one).unwrap().remove(0);
    let part = Part { what: What::Due(due.id, due.kind), member: Some(one), minor: due.open, fund: None };
    let paid = Payment { account: dollars, payer: Some(one), currency: "USD".into(), parts: vec![part], ..gift(0) };
    payment::receive(&mut b.store, &b.amina, None, &Payment { tender: None, ..paid }).unwrap();
    let mut list = Vec::new();
    let export = Export { format: Format::Json, title: String::new(), made_on: today() };
    export::write(&b.store, List::Members(None), &export, &mut list).unwrap();
    let rows: serde_json::Value = serde_json::from_slice(&list).unwrap();
    let shares = |id: i64| {
        let name = b.store.member(id).unwrap().surname;
        let row = rows.as_array().unwrap().iter().find(|row| row["surname"] == name.as_str()).unwrap();
        ["shares", "shares_paid"].map(|field| row[field].to_string().trim_matches('"').to_owned())
    };
    assert_eq!((shares(one), shares(other)), (["4", "2"].map(str::to_owned), ["5", "1"].map(str::to_owned)));
}

#[test]
fn a_clock_that_went_back_is_named_once() {
    let mut b = book();
    let later = today() + Days::new(400);
    let mut other = Store::open(b.store.path(), b.amina.viewer.clone(), Clock::on(later)).unwrap();
    other.act(&b.amina, &WRITE, &[], |act| act.insert_member(&member(1))).unwrap();
    let _ = (b.add(&member(2)), b.add(&member(3)));
    let back = b.store.last_act().unwrap() - 1;
    let found = b.store.findings(today() - Days::new(300), today(), b.store.clock()).unwrap();
    let found: Vec<_> = found.iter().map(|finding| (finding.kind, finding.record)).collect();
    assert_eq!(found, [(FindingKind::Clock, ("act", back))]);
}
