//! Motions and actions through the whole command: what is kept of a vote, what is refused, and that undo restores.

use crate::{
    command::{
        act, action,
        action::Settlement,
        entry,
        motion::{self, Ballot},
    },
    domain::{
        meeting::{ACTION, ActionState, ITEM, MEETING, MOTION, ORGAN, State},
        motion::{Conflict, Finding},
        noun::Entry,
        person,
        roll::{Attendance, Count, Presence},
        rule::{Outcome, Rule, Votes},
    },
    store::{
        Error, Result, Store,
        motion::{ActionSort, ActionWant},
        testing::*,
    },
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::cell::RefCell;

type Run = fn(&mut Book) -> Result<()>;

/// One way to run each command of motions and actions, on a book of [`held`].
pub const RUNS: &[(&str, Run)] = &[
    ("motion.save", |b| moved(b, "Acheter une pompe").map(drop)),
    ("motion.vote", |b| {
        let conflicts = conflicts(b, &[2]);
        let votes = Votes { in_favour: 5, against: 2, ..Votes::default() };
        vote(b, 1, &Ballot { method: "hands".to_owned(), finding: Finding::Counted(votes), conflicts }).map(drop)
    }),
    ("motion.withdraw", |b| {
        let rev = b.store.motion(1)?.entry.rev;
        motion::withdraw(&mut b.store, &b.amina, None, (1, rev), "faute de pièces")
    }),
    ("action.save", |b| wanted(b, "Réparer la pompe").map(drop)),
    ("action.settle", |b| {
        let done = Settlement { state: ActionState::Done, on: Some(today()), result: "payé".to_owned() };
        settle(b, 1, &done)
    }),
];

/// A book with an annual assembly of ten, all in the room, with one motion and one action.
pub fn held() -> Book {
    let mut book = meeting(10);
    moved(&mut book, "Approuver les comptes").unwrap();
    wanted(&mut book, "Afficher les comptes").unwrap();
    book
}

/// A book with an annual assembly whose roll is open: members 1 to `people` are in the room.
pub fn meeting(people: usize) -> Book {
    let mut book = book();
    for n in 0..people {
        book.add(&member(n + 1));
    }
    let mut organ = Entry::new(&ORGAN, ("", 0));
    organ.put("name", "Assemblée générale");
    organ.put("kind", "assembly");
    let mut held = Entry::new(&MEETING, ("organ", 1));
    held.put("kind", "annual");
    held.put("held_on", today().to_string());
    let mut item = Entry::new(&ITEM, ("meeting", 1));
    item.put("place", "1");
    item.put("title", "Comptes");
    for entry in [organ, held, item] {
        entry::save(&mut book.store, &book.amina, None, &entry).unwrap();
    }
    let open = "UPDATE meeting SET state = 'open'; INSERT INTO attendance (id, meeting_id, member_id, rank, number, name, sex, state)
        SELECT id, 1, id, id, id, surname || ' ' || post_name, sex, 'present' FROM member";
    book.write(open);
    book
}

fn moved(book: &mut Book, text: &str) -> Result<i64> {
    let mut entry = Entry::new(&MOTION, ("meeting", 1));
    entry.put("item_id", "1");
    entry.put("kind", "ordinary");
    entry.put("text", text);
    motion::save(&mut book.store, &book.amina, None, &entry, None)
}

fn wanted(book: &mut Book, what: &str) -> Result<i64> {
    let mut entry = Entry::new(&ACTION, ("meeting", 1));
    entry.put("what", what);
    entry.put("due_on", "2026-11-30");
    action::save(&mut book.store, &book.amina, None, &entry)
}

fn settle(book: &mut Book, id: i64, settlement: &Settlement) -> Result<()> {
    let rev = book.store.entry(&ACTION, id)?.rev;
    action::settle(&mut book.store, &book.amina, None, (id, rev), settlement)
}

fn vote(book: &mut Book, id: i64, ballot: &Ballot) -> Result<Outcome> {
    let rev = book.store.motion(id)?.entry.rev;
    motion::vote(&mut book.store, &book.amina, None, (id, rev), ballot)
}

fn conflicts(book: &Book, members: &[i64]) -> Vec<Conflict> {
    let roll = book.store.roll(1).unwrap();
    let line = |member: &i64| roll.iter().find(|line| line.member == *member).unwrap();
    let conflict = |line: &Attendance| Conflict { member: line.member, name: person::written(line), sex: line.sex };
    members.iter().map(|member| conflict(line(member))).collect()
}

fn counted(in_favour: u32, against: u32) -> Ballot {
    let votes = Votes { in_favour, against, ..Votes::default() };
    Ballot { method: "hands".to_owned(), finding: Finding::Counted(votes), conflicts: Vec::new() }
}

fn error<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.unwrap_err().text().id
}

#[test]
fn numbers_follow_and_only_the_last_goes() {
    let mut book = held();
    assert_eq!(moved(&mut book, "Deux").unwrap(), 2);
    // the generic way in gives the number too
    let mut third = book.store.motion(2).unwrap().entry;
    (third.id, third.rev) = (0, 0);
    third.put("number", "77");
    entry::save(&mut book.store, &book.amina, None, &third).unwrap();
    let numbers: Vec<u32> = book.store.motions(1).unwrap().iter().map(crate::domain::motion::Motion::number).collect();
    assert_eq!(numbers, [1, 2, 3]);
    let second = book.store.motion(2).unwrap().entry;
    assert_eq!(error(entry::remove(&mut book.store, &book.amina, &second)), "err-motion-stays");
    let third = book.store.motion(3).unwrap().entry;
    entry::remove(&mut book.store, &book.amina, &third).unwrap();
    vote(&mut book, 2, &counted(6, 3)).unwrap();
    let second = book.store.motion(2).unwrap().entry;
    assert_eq!(error(entry::remove(&mut book.store, &book.amina, &second)), "err-motion-stays");
}

#[test]
fn what_was_voted_on_stays_and_a_second_vote_keeps_the_first_in_the_history() {
    let mut book = held();
    assert_eq!(vote(&mut book, 1, &counted(4, 5)).unwrap(), Outcome::Rejected);
    let mut changed = book.store.motion(1).unwrap().entry;
    changed.put("text", "Autre chose");
    assert_eq!(error(entry::save(&mut book.store, &book.amina, None, &changed)), "err-motion-voted");
    let mut named = book.store.motion(1).unwrap().entry;
    named.put("mover", "le maire");
    entry::save(&mut book.store, &book.amina, None, &named).unwrap();
    assert_eq!(vote(&mut book, 1, &counted(5, 4)).unwrap(), Outcome::Adopted);
    let votes = book.store.motion(1).unwrap().taken.unwrap().votes.unwrap();
    assert_eq!((votes.in_favour, votes.against), (5, 4));
    let acts = book.store.acts(None, 10).unwrap();
    assert_eq!(acts.iter().filter(|act| act.command == "motion.vote").count(), 2);
    let rev = book.store.motion(1).unwrap().entry.rev;
    let refused = motion::withdraw(&mut book.store, &book.amina, None, (1, rev), "");
    assert_eq!(error(refused), "err-motion-voted");
    let stale = motion::vote(&mut book.store, &book.amina, None, (1, rev - 1), &counted(5, 4));
    assert!(matches!(stale, Err(Error::Stale)));
}

#[test]
fn below_quorum_a_vote_is_kept_and_decides_nothing() {
    let mut book = held();
    book.write("UPDATE attendance SET state = 'left' WHERE rank > 4");
    assert_eq!(vote(&mut book, 1, &counted(4, 0)).unwrap(), Outcome::NoQuorum);
    let kept = book.store.motion(1).unwrap();
    assert_eq!(kept.taken.as_ref().unwrap().votes.unwrap().in_favour, 4);
    assert!(!kept.is_decided());
    assert_eq!(error(vote(&mut book, 1, &counted(4, 1))), "err-votes-many");
}

#[test]
fn a_vote_needs_an_open_roll_and_people_who_stand_on_it() {
    let mut book = held();
    let stranger = Conflict { member: 99, name: "SESAY".to_owned(), sex: None };
    let ballot = Ballot { conflicts: vec![stranger], ..counted(5, 2) };
    assert_eq!(error(vote(&mut book, 1, &ballot)), "err-conflict-roll");
    for (state, id) in [
        (State::Planned, "err-roll-closed"),
        (State::Dropped, "err-meeting-dropped"),
        (State::ToSign, "err-minutes-frozen"),
        (State::Signed, "err-minutes-frozen"),
    ] {
        book.write(&format!("UPDATE meeting SET state = '{}'", state.code()));
        assert_eq!(error(vote(&mut book, 1, &counted(5, 2))), id, "{state:?}");
        if state != State::Planned {
            assert_eq!(error(moved(&mut book, "Encore")), id, "{state:?}");
        }
    }
    // what is to be done is done all the same
    let done = Settlement { state: ActionState::Done, on: Some(today()), result: String::new() };
    settle(&mut book, 1, &done).unwrap();
    assert_eq!(book.store.entry(&ACTION, 1).unwrap().get("state"), "done");
    let mut what = book.store.entry(&ACTION, 1).unwrap();
    what.put("what", "Autre chose");
    assert_eq!(error(action::save(&mut book.store, &book.amina, None, &what)), "err-minutes-frozen");
}

#[test]
fn an_adopted_amendment_is_put_and_both_texts_stay() {
    let mut book = held();
    let amended = moved(&mut book, "Cotisation de 5 000").unwrap();
    let mut amendment = Entry::new(&MOTION, ("meeting", 1));
    for (code, value) in [("item_id", "1"), ("kind", "ordinary"), ("text", "Cotisation de 3 000"), ("amends", "2")] {
        amendment.put(code, value);
    }
    let amendment = motion::save(&mut book.store, &book.amina, None, &amendment, None).unwrap();
    vote(&mut book, amendment, &counted(6, 1)).unwrap();
    assert_eq!(book.store.motion(amended).unwrap().text(), "Cotisation de 3 000");
    vote(&mut book, amended, &counted(6, 1)).unwrap();
    let kept = book.store.motion(amended).unwrap();
    assert_eq!((kept.put.as_str(), kept.text_before()), ("Cotisation de 3 000", Some("Cotisation de 5 000")));
    assert_eq!(error(vote(&mut book, amendment, &counted(1, 6))), "err-amends-decided");
    let mut late = Entry::new(&MOTION, ("meeting", 1));
    for (code, value) in [("item_id", "1"), ("kind", "ordinary"), ("text", "x"), ("amends", "2")] {
        late.put(code, value);
    }
    assert_eq!(error(motion::save(&mut book.store, &book.amina, None, &late, None)), "err-amends-decided");
}

#[test]
fn actions_are_carried_until_they_are_done_and_reported_once_more() {
    let mut book = held();
    let mut next = book.store.entry(&MEETING, 1).unwrap();
    (next.id, next.rev) = (0, 0);
    for day in ["2026-12-07", "2026-12-14"] {
        next.put("held_on", day);
        entry::save(&mut book.store, &book.amina, None, &next).unwrap();
    }
    let carried = |store: &Store, into: i64| -> Vec<i64> {
        store.open_actions(1, into).unwrap().iter().map(|entry| entry.id).collect()
    };
    wanted(&mut book, "Deuxième").unwrap();
    assert_eq!(carried(&book.store, 1), Vec::<i64>::new());
    assert_eq!(carried(&book.store, 2), [1, 2]);
    assert_eq!(carried(&book.store, 3), [1, 2]);
    // done on the day of the first meeting: reported to the second, forgotten by the third
    settle(&mut book, 1, &Settlement { state: ActionState::Done, on: Some(today()), result: String::new() }).unwrap();
    assert_eq!(carried(&book.store, 2), [1, 2]);
    assert_eq!(carried(&book.store, 3), [2]);
    let future = Settlement { state: ActionState::Done, on: today().succ_opt(), result: String::new() };
    assert_eq!(error(settle(&mut book, 2, &future)), "err-day-future");
    let nameless = Settlement { on: None, ..future };
    assert_eq!(error(settle(&mut book, 2, &nameless)), "err-required");
    let late = |day: &str| {
        let wants = [ActionWant::Overdue(day.parse().unwrap())];
        book.store.find_actions(ActionSort::Due, &wants).unwrap()
    };
    assert_eq!((late("2026-11-30"), late("2026-12-01")), (vec![], vec![2]));
    let found = book.store.find_actions(ActionSort::Meeting, &[ActionWant::Word("deuxieme".to_owned())]).unwrap();
    assert_eq!(found, [2]);
    assert_eq!(book.store.action_rows(&found).unwrap()[0].organ, "Assemblée générale");
    assert_sound(&book.store);
}

/// A roll, who may not vote, what is counted and by which rule.
type Case = (Vec<(usize, Option<i64>)>, Vec<i64>, [u32; 4], (usize, usize));

const PEOPLE: i64 = 8;
const MAJORITIES: &[&str] = &[">1/2 votes", "2/3 votes", "2/3 cast", ">1/2 present", "1/2 members", "2/3 members"];
const QUORUMS: &[&str] = &["1/2", "0", "2/3"];

fn cases() -> impl Strategy<Value = Case> {
    let line = (0..Presence::ALL.len(), prop::option::of(1..=PEOPLE));
    let roll = prop::collection::vec(line, PEOPLE as usize);
    let conflicts = prop::sample::subsequence((1..=PEOPLE).collect::<Vec<_>>(), 0..3);
    (roll, conflicts, [0..5u32, 0..4, 0..3, 0..3], (0..MAJORITIES.len(), 0..QUORUMS.len()))
}

/// Brings the roll and the rules of a book to a case.
fn set(book: &mut Book, (roll, _, _, (majority, quorum)): &Case) {
    let line = |(at, (presence, holder)): (usize, &(usize, Option<i64>))| {
        let holder = holder.map_or("NULL".to_owned(), |id| id.to_string());
        let state = Presence::ALL[*presence].code();
        format!("UPDATE attendance SET state = '{state}', holder_id = {holder} WHERE rank = {};", at + 1)
    };
    let lines: Vec<String> = roll.iter().enumerate().map(line).collect();
    let rule = |(id, code, value): (i64, &str, &str)| {
        format!("INSERT INTO bylaw (id, code, value, reference) VALUES ({id}, '{code}', '{value}', 'art. {id}');")
    };
    let majority = rule((1, "ordinary.majority", MAJORITIES[*majority]));
    let quorum = rule((2, "ordinary.quorum", QUORUMS[*quorum]));
    let sql = format!("{} DELETE FROM bylaw; {majority} {quorum}", lines.concat());
    book.write(&sql);
}

fn case(name: &str, test: impl Fn(&mut Book, &Case) -> Result<(), TestCaseError>) {
    let mut book = meeting(PEOPLE as usize);
    moved(&mut book, "Approuver").unwrap();
    let book = RefCell::new(book);
    let config = Config { failure_persistence: None, ..Config::with_cases(64) };
    let outcome = TestRunner::new(config).run(&cases(), |case| {
        let mut book = book.borrow_mut();
        set(&mut book, &case);
        test(&mut book, &case)
    });
    assert!(outcome.is_ok(), "{name}: {outcome:?}");
}

fn ballot(book: &Book, (_, members, [in_favour, against, abstained, blank], _): &Case) -> Ballot {
    let votes = Votes { in_favour: *in_favour, against: *against, abstained: *abstained, blank: *blank };
    let conflicts = conflicts(book, members);
    Ballot { method: "secret".to_owned(), finding: Finding::Counted(votes), conflicts }
}

#[test]
fn the_figures_of_a_vote_are_those_of_the_roll_at_that_moment() {
    case("figures", |book, case| {
        let ballot = ballot(book, case);
        let (_, members, _, (majority, quorum_at)) = case;
        let before = dump(&book.store);
        if vote(book, 1, &ballot).is_err() {
            prop_assert_eq!(dump(&book.store), before, "what is refused changes nothing");
            return Ok(());
        }
        let roll = book.store.roll(1).unwrap();
        let kept = book.store.motion(1).unwrap();
        let taken = kept.taken.unwrap();
        let room = Count::of(roll.iter()).room();
        prop_assert_eq!(
            (taken.room.eligible, taken.room.present, taken.room.represented),
            (room.eligible, room.present, room.represented)
        );
        let inside = |id: i64| roll.iter().any(|line| line.id == id && line.presence == Presence::Present);
        let has_vote = |line: &&Attendance| line.presence == Presence::Present || line.holder.is_some_and(inside);
        let conflicted = roll.iter().filter(|line| members.contains(&line.member)).filter(has_vote).count();
        prop_assert_eq!(taken.room.conflicted as usize, conflicted);
        prop_assert_eq!(kept.conflicts.len(), members.len());
        prop_assert_eq!(taken.votes.map(Finding::Counted), Some(ballot.finding));
        prop_assert_eq!(taken.majority.value.to_string(), MAJORITIES[*majority]);
        let quorum = taken.quorum.unwrap();
        prop_assert_eq!(quorum.value.to_string(), QUORUMS[*quorum_at]);
        prop_assert_eq!(quorum.reference.as_str(), "art. 2");
        prop_assert_eq!(taken.majority.reference.as_str(), "art. 1");
        let last = book.store.last_undoable(1).unwrap().unwrap();
        act::undo(&mut book.store, &book.amina.clone(), last.id).unwrap();
        prop_assert_eq!(dump(&book.store), before, "undo restores");
        Ok(())
    });
}

#[test]
fn a_voter_more_for_never_turns_adopted_into_rejected() {
    case("one more", |book, case| {
        let ballot = ballot(book, case);
        let Ok(first) = vote(book, 1, &ballot) else { return Ok(()) };
        // somebody who was not there comes in and votes for it
        let roll = book.store.roll(1).unwrap();
        let inside = |id: i64| roll.iter().any(|line| line.id == id && line.presence == Presence::Present);
        let outside = roll.iter().find(|line| {
            let is_in_conflict = ballot.conflicts.iter().any(|c| c.member == line.member);
            let is_there = line.presence == Presence::Present || line.holder.is_some_and(inside);
            // whoever carries proxies brings more than one vote
            let carries = roll.iter().any(|other| other.holder == Some(line.id));
            !is_there && !carries && !is_in_conflict
        });
        let Some(outside) = outside else { return Ok(()) };
        book.write(&format!("UPDATE attendance SET state = 'present', holder_id = NULL WHERE id = {}", outside.id));
        let Finding::Counted(votes) = ballot.finding else { unreachable!() };
        let more = Votes { in_favour: votes.in_favour + 1, ..votes };
        let second = vote(book, 1, &Ballot { finding: Finding::Counted(more), ..ballot }).unwrap();
        prop_assert!(first != Outcome::Adopted || second == Outcome::Adopted, "{first:?} then {second:?}");
        Ok(())
    });
}

#[test]
fn blank_votes_count_as_the_rule_says() {
    let mut book = held();
    let mut outcome = |rule: &str, votes: Votes| {
        book.write("DELETE FROM bylaw");
        book.write(&format!("INSERT INTO bylaw (id, code, value) VALUES (1, 'ordinary.majority', '{rule}')"));
        let ballot = Ballot { method: "secret".to_owned(), finding: Finding::Counted(votes), conflicts: Vec::new() };
        vote(&mut book, 1, &ballot).unwrap()
    };
    let votes = Votes { in_favour: 5, against: 4, abstained: 0, blank: 1 };
    assert_eq!(outcome(">1/2 votes", votes), Outcome::Adopted, "5 of 9");
    assert_eq!(outcome(">1/2 cast", votes), Outcome::Rejected, "5 of 10");
    assert_eq!(outcome("1/2 cast", votes), Outcome::Adopted);
    assert_eq!(outcome(">1/2 present", votes), Outcome::Rejected, "5 of 10 in the room");
}

#[test]
fn a_rule_of_the_cooperative_is_certain_and_an_evident_majority_keeps_no_figures() {
    let mut book = held();
    let seen = Ballot { finding: Finding::Evident(Outcome::Adopted), ..counted(0, 0) };
    assert_eq!(vote(&mut book, 1, &seen).unwrap(), Outcome::Adopted);
    let taken = book.store.motion(1).unwrap().taken.unwrap();
    assert_eq!((taken.votes, taken.room.present), (None, 10));
    assert!(taken.majority.is_doubtful());
    let own = Rule {
        code: "ordinary.majority".into(),
        value: "2/3 votes".into(),
        reference: "art. 31".into(),
        certainty: None,
    };
    let sql = format!(
        "INSERT INTO bylaw (id, code, value, reference) VALUES (1, '{}', '{}', '{}')",
        own.code, own.value, own.reference
    );
    book.write(&sql);
    assert_eq!(error(vote(&mut book, 1, &seen)), "err-evident-rule");
    vote(&mut book, 1, &counted(7, 3)).unwrap();
    let majority = book.store.motion(1).unwrap().taken.unwrap().majority;
    assert_eq!((majority.reference.as_str(), majority.is_doubtful()), ("art. 31", false));
}
