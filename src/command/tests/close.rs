//! Counts and closes through their commands: nothing is lost, nothing counts in a closed month, and what is opened again is
//! as it was.

use crate::{
    command::{
        act, close,
        cosign::{self, Proof},
        count, ledger,
        user::{self, sign_in},
    },
    domain::{
        close::{GapKind, PeriodKind},
        command::Command,
        control::FindingKind,
        count::{Count, CountKind, Outcome, Pieces},
        day,
        ledger::{EntryKind, Journal, Posting},
        member::Member,
        signed::{How, Signed},
        user::Role,
    },
    store::{
        Error, Result,
        count::{CountSort, CountWant},
        testing::*,
    },
};
use chrono::{Days, NaiveDate};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::cell::RefCell;

static BOOKED: Command = Command { id: "test.book", roles: &[Role::Treasurer], undo: ledger::REVERSED, pin: false };

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Carries an amount from an account of the chart to another.
fn carry(b: &mut Book, (to, from): (&str, &str), minor: i64, on: NaiveDate) -> Result<i64> {
    let amina = b.amina.clone();
    b.store.act(&amina, &BOOKED, &[], |act| {
        let mut journal = Journal::new(EntryKind::Payment, on);
        journal.carry(Posting::new(act.chart(to)?, minor, "CDF"), act.chart(from)?);
        act.post(&journal.balanced().map_err(Error::Invalid)?)
    })
}

/// Those who sign; the other is no user of the book before [`paid`], or [`second`].
pub(super) fn two() -> Signed {
    Signed { first: "amina".into(), second: "jean".into(), ..Signed::default() }
}

fn cash(b: &Book) -> i64 {
    b.reader().chart_account("cash").unwrap().unwrap()
}

/// A count of the cash box in which there is so much.
fn counted(b: &Book, minor: i64) -> Count {
    let mut begun = Count::begun(cash(b), "CDF", today());
    begun.expected = b.reader().expected(begun.account, "CDF", today(), None).unwrap();
    begun.counted = minor;
    begun.signed = two();
    begun
}

pub(super) fn save(b: &mut Book, count: &Count) -> Result<i64> {
    let amina = b.amina.clone();
    count::save(&mut b.store, &amina, None, count, &Proof::Ink)
}

pub(super) fn close(b: &mut Book, kind: PeriodKind, last_on: NaiveDate) -> Result<i64> {
    let amina = b.amina.clone();
    close::period(&mut b.store, &amina, None, (kind, last_on), (&two(), &Proof::Ink))
}

fn reopen(b: &mut Book, id: i64) -> Result<usize> {
    let amina = b.amina.clone();
    close::reopen(&mut b.store, &amina, None, id, (&two(), &Proof::Ink, "erreur de saisie"))
}

type Run = fn(&mut Book) -> Result<()>;

/// A way to run each command that is undone by its inverse.
pub(super) const RUNS: &[(&str, Run)] = &[("count.save", |b| {
    let count = counted(b, 100_000);
    save(b, &count).map(drop)
})];

/// A book with 1 000 francs of dues in the box, of last month.
pub(super) fn paid() -> Book {
    let mut b = book();
    second(&mut b);
    carry(&mut b, ("cash", "dues"), 100_000, day(2026, 10, 5)).unwrap();
    b
}

/// The user who signs with amina.
pub(super) fn second(b: &mut Book) {
    user::add(&mut b.store, &b.amina.clone(), "jean", &[Role::Secretary], "", None).unwrap();
}

#[test]
fn what_is_missing_is_booked_with_a_reason_and_comes_back_by_its_contrary() {
    let mut b = paid();
    let mut pieces = Pieces::default();
    pieces.put(50_000, 1);
    pieces.put(20_000, 2);
    let short = Count { pieces, ..counted(&b, 90_000) };
    let open = save(&mut b, &short).unwrap();
    assert_eq!(b.reader().count_of(open).unwrap().outcome(), Outcome::Open);
    assert_eq!(b.reader().balance(cash(&b), "CDF").unwrap(), 100_000, "nothing is booked without a reason");
    let booked = Count { reason: "rendu de trop".into(), keeper: "Jean".into(), ..b.reader().count_of(open).unwrap() };
    let amina = b.amina.clone();
    count::book(&mut b.store, &amina, None, &booked).unwrap();
    assert_eq!(b.reader().balance(cash(&b), "CDF").unwrap(), 90_000);
    assert_eq!(b.reader().shortages(today()).unwrap(), [("CDF".to_owned(), 10_000)]);
    assert_eq!(b.reader().count_of(open).unwrap().outcome(), Outcome::Booked);
    assert_eq!(count::book(&mut b.store, &amina, None, &booked).unwrap_err().text().id, "err-count-settled");
    let last = b.store.last_act().unwrap();
    act::undo(&mut b.store, &amina, last).unwrap();
    assert_eq!(b.reader().count_of(open).unwrap().outcome(), Outcome::Open);
    assert_eq!(b.reader().balance(cash(&b), "CDF").unwrap(), 100_000);
    assert_sound(&b.reader());
}

#[test]
fn what_was_counted_twice_is_missing_once() {
    let mut b = paid();
    let short = counted(&b, 90_000);
    let ids = [save(&mut b, &short).unwrap(), save(&mut b, &short).unwrap()];
    let open = |b: &Book| b.reader().find_counts(CountSort::Day, &[CountWant::Open]).unwrap();
    assert_eq!(open(&b), [ids[1]], "the last count says what is missing");
    let amina = b.amina.clone();
    let [first, second] = ids.map(|id| Count { reason: "volé".into(), ..b.reader().count_of(id).unwrap() });
    assert_eq!(first.outcome(), Outcome::Passed);
    let book = |b: &mut Book, count: &Count| count::book(&mut b.store, &amina, None, count);
    assert_eq!(book(&mut b, &first).unwrap_err().text().id, "err-count-passed");
    // of an older day that comes in late nothing is booked either
    let late = Count { counted_on: today() - Days::new(3), reason: "volé".into(), ..short.clone() };
    let late = save(&mut b, &late).unwrap();
    let late = b.reader().count_of(late).unwrap();
    assert_eq!((late.outcome(), late.reason.as_str()), (Outcome::Passed, "volé"));
    assert_eq!(b.reader().balance(cash(&b), "CDF").unwrap(), 100_000);
    // whatever the form held: what was counted stands in the book
    book(&mut b, &Count { counted: 0, is_last: true, ..second }).unwrap();
    assert_eq!(b.reader().balance(cash(&b), "CDF").unwrap(), 90_000);
    assert!(open(&b).is_empty());
}

#[test]
fn what_was_entered_late_for_the_day_of_a_count_is_not_missing() {
    let mut b = paid();
    let short = counted(&b, 90_000);
    let id = save(&mut b, &short).unwrap();
    // the slip that nobody had entered
    carry(&mut b, ("supplies", "cash"), 10_000, today()).unwrap();
    let amina = b.amina.clone();
    let said = Count { reason: "volé".into(), ..b.reader().count_of(id).unwrap() };
    let refused = count::book(&mut b.store, &amina, None, &said).unwrap_err();
    assert_eq!(refused.text().id, "err-count-again");
    assert_eq!(b.reader().balance(cash(&b), "CDF").unwrap(), 90_000);
    let again = counted(&b, 90_000);
    save(&mut b, &again).unwrap();
    assert!(b.reader().find_counts(CountSort::Day, &[CountWant::Open]).unwrap().is_empty());
}

#[test]
fn what_was_missing_in_a_closed_month_is_not_missing_again_in_the_next() {
    let mut b = paid();
    let october = Count { counted_on: day(2026, 10, 31), ..counted(&b, 90_000) };
    let id = save(&mut b, &october).unwrap();
    close(&mut b, PeriodKind::Month, day(2026, 10, 31)).unwrap();
    let amina = b.amina.clone();
    let said = Count { reason: "volé".into(), ..b.reader().count_of(id).unwrap() };
    count::book(&mut b.store, &amina, None, &said).unwrap();
    // it counts today; what was counted before today does not know of it
    let before = Count { counted_on: day(2026, 11, 5), reason: "volé".into(), ..october };
    let before = save(&mut b, &before).unwrap();
    assert_eq!(b.reader().count_of(before).unwrap().outcome(), Outcome::Passed);
    let now = counted(&b, 90_000);
    let id = save(&mut b, &now).unwrap();
    assert_eq!(b.reader().count_of(id).unwrap().outcome(), Outcome::Agrees);
}

#[test]
fn a_count_is_compared_with_what_the_book_has_when_it_is_saved() {
    let mut b = paid();
    let stale = counted(&b, 100_000);
    carry(&mut b, ("cash", "dues"), 500, today()).unwrap();
    assert_eq!(save(&mut b, &stale).unwrap_err().text().id, "err-count-moved");
    let agrees = counted(&b, 100_500);
    let id = save(&mut b, &agrees).unwrap();
    assert_eq!(b.reader().count_of(id).unwrap().outcome(), Outcome::Agrees);
    let act = b.store.last_act().unwrap();
    let amina = b.amina.clone();
    act::undo(&mut b.store, &amina, act).unwrap();
    assert!(b.reader().count_of(id).is_err(), "a count that posts nothing goes as a whole");
    let tomorrow = Count { counted_on: today() + Days::new(1), ..agrees };
    assert_eq!(save(&mut b, &tomorrow).unwrap_err().text().id, "err-day-future");
}

#[test]
fn the_day_of_a_box_is_closed_by_two_and_that_stays() {
    let mut b = paid();
    let close = Count { kind: CountKind::Close, ..counted(&b, 99_000) };
    assert_eq!(save(&mut b, &close).unwrap_err().text().id, "err-close-reason");
    let id = save(&mut b, &Count { reason: "taxe".into(), ..close }).unwrap();
    let kept = b.reader().count_of(id).unwrap();
    assert_eq!(
        (kept.outcome(), kept.signed.how, kept.signed.seen_by.as_str()),
        (Outcome::Booked, Some(How::Ink), "amina")
    );
    let (act, amina) = (b.store.last_act().unwrap(), b.amina.clone());
    assert_eq!(act::undo(&mut b.store, &amina, act).unwrap_err().text().id, "err-undo-never");
}

#[test]
fn a_day_that_is_closed_late_keeps_its_difference_and_books_nothing() {
    let mut b = paid();
    let monday = counted(&b, 100_000);
    save(&mut b, &monday).unwrap();
    let (kind, reason) = (CountKind::Close, "taxe".to_owned());
    let saturday = Count { kind, reason, counted_on: today() - Days::new(2), ..counted(&b, 99_000) };
    let id = save(&mut b, &saturday).unwrap();
    let kept = b.reader().count_of(id).unwrap();
    assert_eq!((kept.outcome(), kept.reason.as_str(), kept.entry), (Outcome::Passed, "taxe", None));
    assert_eq!(b.reader().balance(cash(&b), "CDF").unwrap(), 100_000);
    assert_sound(&b.reader());
}

#[test]
fn whoever_signs_is_a_member_or_a_user() {
    let mut b = paid();
    let jean = Member { surname: "MUTEBA".into(), given_name: "Jean".into(), ..member(1) };
    let id = b.add(&jean);
    b.add(&Member { given_name: "Jeannot".into(), ..jean });
    let signer = |b: &Book, typed: &str| cosign::signer(&b.reader(), typed);
    let name = |b: &Book, typed: &str| signer(b, typed).map(|who| who.name).map_err(|error| error.text().id);
    assert_eq!(name(&b, " AMINA ").as_deref(), Ok("amina"));
    for typed in ["1", "0001", "muteba p0 jean", "MUTEBA P0 Jean (0001)"] {
        assert_eq!(name(&b, typed).as_deref(), Ok("MUTEBA P0 Jean (0001)"), "{typed}");
    }
    assert_eq!(name(&b, "Jeannot").as_deref(), Ok("MUTEBA P0 Jeannot (0002)"));
    assert_eq!(name(&b, "muteba"), Err("err-who-many"));
    for typed in ["zorro", "99", "zorro (0001)"] {
        assert_eq!(name(&b, typed), Err("err-sign-unknown"), "{typed}");
    }
    // somebody who has applied is not a member yet
    b.add(&Member { surname: "ZORRO".into(), ..member(5) });
    assert_eq!(name(&b, "zorro"), Err("err-sign-unknown"));
    let (amina, last_on) = (b.amina.clone(), day(2026, 10, 31));
    let shut = |b: &mut Book, second: &str| {
        let names = Signed { second: second.into(), ..two() };
        close::period(&mut b.store, &amina, None, (PeriodKind::Month, last_on), (&names, &Proof::Ink))
    };
    assert_eq!(shut(&mut b, "zorro").unwrap_err().text().id, "err-sign-unknown");
    let count = Count { signed: Signed { first: "zorro".into(), ..Signed::default() }, ..counted(&b, 100_000) };
    assert_eq!(save(&mut b, &count).unwrap_err().text().id, "err-sign-unknown");
    // one who is both is one
    let user = b.reader().user_by_name("amina").unwrap().unwrap();
    user::bind(&mut b.store, &amina, &user, Some(id)).unwrap();
    assert_eq!(shut(&mut b, "0001").unwrap_err().text().id, "err-sign-same");
    shut(&mut b, "0002").unwrap();
}

#[test]
fn what_a_pad_of_november_lacks_does_not_stand_in_the_way_of_october() {
    let mut b = paid();
    b.write(
        "INSERT INTO pad (id, name, kind, first, last, given_on, name_key) VALUES
            (1, 'P1', 'hand', 1, 50, '2026-11-02', 'p1'), (2, 'P2', 'hand', 1, 50, NULL, 'p2');
        INSERT INTO receipt (pad_id, number, state, received_on, entered_on) VALUES
            (1, 2, 'spoiled', '2026-11-03', '2026-11-03'), (2, 3, 'spoiled', '2026-10-30', '2026-10-30')",
    );
    let pads = |last_on| {
        let gaps = b.reader().close_gaps(last_on, 3).unwrap();
        gaps.into_iter().filter(|gap| gap.kind == GapKind::Pad).map(|gap| gap.name).collect::<Vec<_>>()
    };
    assert_eq!(pads(day(2026, 10, 31)), ["P2"]);
    assert_eq!(pads(day(2026, 11, 30)), ["P1", "P2"]);
}

#[test]
fn the_second_signs_with_a_pin_of_her_own() {
    let mut b = paid();
    let amina = b.amina.clone();
    user::add(&mut b.store, &amina, "jeanne", &[Role::Treasurer], "", Some("2468")).unwrap();
    let count = Count { kind: CountKind::Close, ..counted(&b, 100_000) };
    let signed = Signed { first: "amina".into(), second: "jeanne".into(), ..Signed::default() };
    let count = Count { signed, ..count };
    let pin = |b: &mut Book, count: &Count, pin: &str| {
        count::save(&mut b.store, &amina, None, count, &Proof::Pin(pin.into()))
    };
    assert_eq!(pin(&mut b, &count, "1357").unwrap_err().text().id, "err-pin-wrong");
    let other = Count { signed: Signed { first: "jean".into(), ..count.signed.clone() }, ..count.clone() };
    assert_eq!(pin(&mut b, &other, "2468").unwrap_err().text().id, "err-sign-self");
    let id = pin(&mut b, &count, "2468").unwrap();
    assert_eq!(b.reader().count_of(id).unwrap().signed.how, Some(How::Pin));
    // whoever signs for the treasurer and for the secretary holds these roles
    let month = close(&mut b, PeriodKind::Month, day(2026, 10, 31)).unwrap();
    let jeanne = sign_in(&b.reader(), "", Some("jeanne"), Some("2468")).unwrap();
    user::add(&mut b.store, &amina, "paul", &[Role::Clerk], "", Some("9999")).unwrap();
    let both = Signed { first: "jeanne".into(), second: "paul".into(), ..Signed::default() };
    let second = Proof::Pin("9999".into());
    let refused = close::reopen(&mut b.store, &jeanne, None, month, (&both, &second, "oubli"));
    assert_eq!(refused.unwrap_err().text().id, "err-reopen-roles");
}

#[test]
fn a_closed_month_takes_nothing_until_it_is_opened_again_with_every_later_one() {
    let mut b = paid();
    assert_eq!(close(&mut b, PeriodKind::Month, day(2026, 11, 30)).unwrap_err().text().id, "err-close-future");
    let september = close(&mut b, PeriodKind::Month, day(2026, 9, 30)).unwrap();
    let october = close(&mut b, PeriodKind::Month, day(2026, 10, 31)).unwrap();
    assert_eq!(close(&mut b, PeriodKind::Month, day(2026, 9, 30)).unwrap_err().text().id, "err-close-already");
    let late = carry(&mut b, ("cash", "dues"), 5, day(2026, 10, 31)).unwrap_err().text();
    assert_eq!((late.id, late.args[0].1.clone()), ("err-period-closed", day::show(day(2026, 10, 31)).into()));
    let (act, amina) = (b.store.last_act().unwrap(), b.amina.clone());
    assert_eq!(act::undo(&mut b.store, &amina, act).unwrap_err().text().id, "err-undo-reverse");
    let unsaid = close::reopen(&mut b.store, &amina, None, september, (&two(), &Proof::Ink, " "));
    assert_eq!(unsaid.unwrap_err().text().id, "err-reason");
    assert_eq!(reopen(&mut b, september).unwrap(), 2);
    assert_eq!(reopen(&mut b, october).unwrap_err().text().id, "err-reopened");
    carry(&mut b, ("cash", "dues"), 5, day(2026, 10, 31)).unwrap();
    let found = b.reader().findings(day(2026, 1, 1), today(), b.store.clock()).unwrap();
    let kinds: Vec<FindingKind> = found.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [FindingKind::After, FindingKind::Reopened, FindingKind::Reopened]);
    assert_sound(&b.reader());
}

#[test]
fn the_income_of_a_year_becomes_its_surplus_and_comes_back() {
    let mut b = paid();
    let last = day(2025, 12, 31);
    carry(&mut b, ("cash", "dues"), 70_000, day(2025, 3, 1)).unwrap();
    carry(&mut b, ("cash", "grant"), 20_000, day(2025, 4, 1)).unwrap();
    carry(&mut b, ("travel", "cash"), 30_000, day(2025, 5, 1)).unwrap();
    // the month of December is closed before the year is
    close(&mut b, PeriodKind::Month, last).unwrap();
    let id = close(&mut b, PeriodKind::Year, last).unwrap();
    let surplus = b.reader().chart_account("surplus").unwrap().unwrap();
    assert_eq!(b.reader().balance(surplus, "CDF").unwrap(), -60_000);
    assert_eq!(b.reader().income_totals(last).unwrap(), []);
    // what the year came to is still known
    let years = b.reader().years().unwrap();
    assert_eq!((years[0].year, years[0].own, years[0].grants, years[0].costs), (2025, 70_000, 20_000, 30_000));
    assert_eq!((years[1].year, years[1].own), (2026, 100_000));
    assert_eq!(close(&mut b, PeriodKind::Year, last).unwrap_err().text().id, "err-close-already");
    assert_eq!(reopen(&mut b, id).unwrap(), 2);
    assert_eq!(b.reader().balance(surplus, "CDF").unwrap(), 0);
    assert_eq!(b.reader().years().unwrap(), years);
    close(&mut b, PeriodKind::Year, last).unwrap();
    assert_eq!(b.reader().balance(surplus, "CDF").unwrap(), -60_000);
    // it comes back with its year only
    let entry = b.reader().closes().unwrap().iter().find_map(|close| close.entry).unwrap();
    let amina = b.amina.clone();
    assert_eq!(ledger::reverse(&mut b.store, &amina, entry, "erreur").unwrap_err().text().id, "err-entry-year");
    assert_sound(&b.reader());
    assert_eq!(close(&mut b, PeriodKind::Year, day(2026, 10, 31)).unwrap_err().text().id, "err-close-year");
}

#[test]
fn what_a_member_has_paid_is_what_was_not_taken_back() {
    let mut b = book();
    b.add(&member(1));
    let amina = b.amina.clone();
    let mut pay = |minor| {
        let paid = b.store.act(&amina, &BOOKED, &[], |act| {
            let mut journal = Journal::new(EntryKind::Payment, today());
            journal.add(Posting::new(act.chart("cash")?, minor, "CDF"));
            journal.add(Posting::new(act.chart("member")?, -minor, "CDF").member(1));
            act.post(&journal.balanced().map_err(Error::Invalid)?)
        });
        paid.unwrap()
    };
    pay(500);
    let wrong = pay(300);
    assert_eq!(b.reader().paid_by(1, today()).unwrap(), [("CDF".to_owned(), 800)]);
    ledger::reverse(&mut b.store, &amina, wrong, "erreur").unwrap();
    assert_eq!(b.reader().paid_by(1, today()).unwrap(), [("CDF".to_owned(), 500)]);
    assert_eq!(b.reader().paid_by(1, today() + Days::new(1)).unwrap(), []);
}

#[test]
fn the_money_of_a_meeting_is_counted_by_itself() {
    let mut b = paid();
    b.write(
        "INSERT INTO organ (id, name, kind, name_key) VALUES (1, 'AG', 'assembly', 'ag');
        INSERT INTO meeting (id, organ_id, kind, held_on, state) VALUES (1, 1, 'annual', '2026-11-21', 'open')",
    );
    let amina = b.amina.clone();
    b.store
        .act(&amina, &BOOKED, &[], |act| {
            let mut journal = Journal::new(EntryKind::Payment, today());
            journal.meeting = Some(1);
            journal.carry(Posting::new(act.chart("cash")?, 40_000, "CDF"), act.chart("dues")?);
            act.post(&journal.balanced().map_err(Error::Invalid)?)
        })
        .unwrap();
    let account = cash(&b);
    let expected = |b: &Book, meeting| b.reader().expected(account, "CDF", today(), meeting).unwrap();
    assert_eq!((expected(&b, Some(1)), expected(&b, None)), (40_000, 140_000));
    let count = Count { meeting: Some(1), expected: 40_000, reason: "rendu".into(), ..counted(&b, 39_000) };
    save(&mut b, &count).unwrap();
    // what was missing is missing from both, and once
    assert_eq!((expected(&b, Some(1)), expected(&b, None)), (39_000, 139_000));
    // counted again it is there once
    let again = Count { expected: 39_000, reason: String::new(), ..count };
    save(&mut b, &again).unwrap();
    let collected = b.reader().collected(1).unwrap();
    assert_eq!(collected[0].counted.as_ref().map(|amount| amount.minor), Some(39_000));
    // the whole box was not counted by that
    assert_eq!(b.reader().counted(account, today()).unwrap(), None);
    assert_eq!(b.reader().uncounted(today(), today()).unwrap(), [(account, None)]);
    let all = counted(&b, 139_000);
    save(&mut b, &all).unwrap();
    assert_eq!(b.reader().uncounted(today(), today()).unwrap(), []);
}

/// What can happen to a box and its months.
#[derive(Clone, Debug)]
enum Step {
    Pay(i64, u64),
    Count(i64, bool),
    Month(u64),
    Year,
    Reopen(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1..90_000i64, 0..900u64).prop_map(|(minor, days)| Step::Pay(minor, days)),
        3 => (-9_000..9_000i64, any::<bool>()).prop_map(|(more, reason)| Step::Count(more, reason)),
        2 => (0..900u64).prop_map(Step::Month),
        1 => Just(Step::Year),
        1 => (0..6usize).prop_map(Step::Reopen),
    ]
}

fn run(b: &mut Book, step: &Step) -> Result<()> {
    match *step {
        Step::Pay(minor, days) => carry(b, ("cash", "dues"), minor, today() - Days::new(days)).map(drop),
        Step::Count(more, with_reason) => {
            let count = counted(b, 0);
            let there = (count.expected + more).max(0);
            let reason = if with_reason { "compté".to_owned() } else { String::new() };
            save(b, &Count { counted: there, reason, ..count })?;
            // what was counted is what the book has, as soon as its difference is booked
            let account = cash(b);
            let balance = b.reader().expected(account, "CDF", today(), None)?;
            assert_eq!(balance == there, with_reason || more == 0 || there == count_expected(b, account));
            Ok(())
        }
        Step::Month(days) => {
            close(b, PeriodKind::Month, crate::domain::day::month_end(today() - Days::new(days))).map(drop)
        }
        Step::Year => {
            close(b, PeriodKind::Year, day(2025, 12, 31))?;
            assert_eq!(b.reader().income_totals(day(2025, 12, 31))?, []);
            Ok(())
        }
        Step::Reopen(nth) => {
            let closes = b.reader().closes()?;
            closes.get(nth).map_or(Ok(()), |close| reopen(b, close.id).map(drop))
        }
    }
}

/// What the book had in the box when it was counted last.
fn count_expected(b: &Book, account: i64) -> i64 {
    let last = b.reader().find_counts(CountSort::Day, &[CountWant::Of(account)]);
    b.reader().count_of(last.unwrap()[0]).unwrap().expected
}

#[test]
fn whatever_is_counted_and_closed_the_ledger_is_sound() {
    let book = RefCell::new(paid());
    let mut runner = TestRunner::new(Config { cases: 16, failure_persistence: None, ..Config::default() });
    runner
        .run(&prop::collection::vec(step(), 1..10), |steps| {
            let mut b = book.borrow_mut();
            for step in &steps {
                match run(&mut b, step) {
                    Ok(()) | Err(Error::Invalid(_)) => {}
                    Err(error) => panic!("{step:?}: {error:?}"),
                }
            }
            assert_sound(&b.reader());
            Ok(())
        })
        .unwrap();
}
