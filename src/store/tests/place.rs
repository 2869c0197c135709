//! Places of work: the present one and the member's own columns never part.

use crate::{
    domain::{
        command::{Command, Undo},
        member::{Field, Member},
        noun::{Entry, PLACEMENT},
    },
    store::{Error, Result, testing::*},
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

const SITES: [&str; 3] = ["", "Luamuela", "Bakwa"];
const TEAMS: [&str; 3] = ["", "Équipe 4", "Puits 7"];

/// A day before today.
fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

fn places(book: &Book, id: i64) -> Vec<String> {
    let entries = book.store.entries(&PLACEMENT, ("member", id)).unwrap();
    let line = |e: &Entry| ["site", "team", "from_on", "until_on"].map(|code| e.get(code).to_owned()).join("|");
    entries.iter().map(line).collect()
}

fn move_to(book: &mut Book, id: i64, site: &str, team: &str, on: NaiveDate) -> Result<()> {
    book.store.act(&book.amina, &WRITE, &[], |act| act.move_member(id, act.place(site, team)?, on))
}

#[test]
fn a_move_ends_one_place_and_begins_another() {
    let mut book = book();
    let joined_on = Some(ago(100));
    let id = book.add(&Member { site: "Luamuela".to_owned(), joined_on, ..member(1) });
    let rev = book.store.member(id).unwrap().rev;
    move_to(&mut book, id, "Bakwa", "Puits 7", ago(30)).unwrap();
    let began = ago(100).to_string();
    let moved = ago(30).to_string();
    assert_eq!(places(&book, id), [format!("Luamuela||{began}|{moved}"), format!("Bakwa|Puits 7|{moved}|")]);
    let m = book.store.member(id).unwrap();
    assert_eq!((m.site.as_str(), m.kept(Field::Team), m.rev), ("Bakwa", "Puits 7", rev + 1));
    // on the same day it is put right
    move_to(&mut book, id, "Bakwa", "", ago(30)).unwrap();
    assert_eq!(places(&book, id)[1..], [format!("Bakwa||{moved}|")]);
    let early = move_to(&mut book, id, "Luamuela", "", ago(31)).unwrap_err();
    assert_eq!(early.text().id, "err-move-early");
    // the form says where somebody works today
    let mut m = book.store.member(id).unwrap();
    m.site = "Luamuela".to_owned();
    book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&m)).unwrap();
    assert_eq!(places(&book, id)[2..], [format!("Luamuela||{}|", today())]);
    assert_sound(&book.store);
}

#[test]
fn a_team_stays_behind_when_the_site_has_none_of_that_name() {
    let mut book = book();
    let mut m = Member { site: "Luamuela".to_owned(), ..member(1) };
    m.put(Field::Team, "Équipe 4".to_owned());
    let id = book.add(&m);
    let mut m = book.store.member(id).unwrap();
    m.site = "Bakwa".to_owned();
    book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&m)).unwrap();
    assert_eq!(book.store.member(id).unwrap().kept(Field::Team), "");
    assert_eq!(book.store.teams_of("Bakwa").unwrap(), [""; 0]);
    assert_sound(&book.store);
}

#[test]
fn what_is_put_right_on_the_page_is_where_the_member_works() {
    let mut book = book();
    let id = book.add(&Member { site: "Luamuela".to_owned(), joined_on: Some(ago(100)), ..member(1) });
    let entry = book.store.entries(&PLACEMENT, ("member", id)).unwrap().remove(0);
    let put =
        |book: &mut Book, entry: &Entry| book.store.act(&book.amina, &WRITE, &[], |act| act.put_entry(entry, None));
    let mut ended = entry.clone();
    ended.put("until_on", ago(5).to_string());
    put(&mut book, &ended).unwrap();
    assert_eq!(book.store.member(id).unwrap().site, "");
    let mut new = Entry::new(&PLACEMENT, ("member", id));
    new.put("site", "Bakwa");
    new.put("from_on", ago(4).to_string());
    put(&mut book, &new).unwrap();
    assert_eq!(book.store.member(id).unwrap().site, "Bakwa");
    assert_eq!(put(&mut book, &new).unwrap_err().text().id, "err-place-open");
    let open = book.store.entries(&PLACEMENT, ("member", id)).unwrap().remove(1);
    book.store.act(&book.amina, &WRITE, &[], |act| act.remove_entry(&open)).unwrap();
    assert_eq!(book.store.member(id).unwrap().site, "");
    assert_sound(&book.store);
}

#[test]
fn a_place_written_behind_the_programs_back_is_found() {
    let mut book = book();
    let id = book.add(&Member { site: "Luamuela".to_owned(), ..member(1) });
    book.store
        .act(&book.amina, &WRITE, &[], |act| {
            act.conn.execute("UPDATE member SET site_id = NULL WHERE id = ?1", [id])?;
            Ok(())
        })
        .unwrap();
    let report = book.store.check().unwrap();
    assert!(report.records.iter().any(|fault| fault.why.id == "fault-place"), "{report:?}");
}

#[derive(Clone, Debug)]
enum Step {
    /// Saves the form with another site and team.
    Save(usize, usize),
    /// Moves on a day.
    Move(usize, usize, u64),
    /// Corrects the n-th place: its site, its days.
    Correct(usize, usize, Option<u64>, Option<u64>),
    /// Takes the n-th place out.
    Remove(usize),
    /// Takes the n-th last act back, or brings it again.
    Undo(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let days = || prop::option::of(0u64..60);
    prop_oneof![
        (0..3usize, 0..3usize).prop_map(|(site, team)| Step::Save(site, team)),
        (0..3usize, 0..3usize, 0u64..60).prop_map(|(site, team, days)| Step::Move(site, team, days)),
        (0..4usize, 0..3usize, days(), days()).prop_map(|(n, site, a, b)| Step::Correct(n, site, a, b)),
        (0..4usize).prop_map(Step::Remove),
        (0..4usize).prop_map(Step::Undo),
    ]
}

fn take(book: &mut Book, (id, first): (i64, i64), step: &Step) -> Result<()> {
    let entry = |book: &Book, n: usize| -> Option<Entry> {
        let mut entries = book.store.entries(&PLACEMENT, ("member", id)).unwrap();
        (n < entries.len()).then(|| entries.swap_remove(n))
    };
    let written = |days: Option<u64>| days.map(|days| ago(days).to_string()).unwrap_or_default();
    match step {
        Step::Save(site, team) => {
            let mut m = book.store.member(id)?;
            m.site = SITES[*site].to_owned();
            m.put(Field::Team, TEAMS[*team].to_owned());
            book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&m)).map(drop)
        }
        Step::Move(site, team, days) => move_to(book, id, SITES[*site], TEAMS[*team], ago(*days)),
        Step::Correct(n, site, from, until) => {
            let Some(mut entry) = entry(book, *n) else { return Ok(()) };
            entry.put("site", SITES[*site]);
            entry.put("from_on", written(*from));
            entry.put("until_on", written(*until));
            book.store.act(&book.amina, &WRITE, &[], |act| act.put_entry(&entry, None)).map(drop)
        }
        Step::Remove(n) => {
            let Some(entry) = entry(book, *n) else { return Ok(()) };
            book.store.act(&book.amina, &WRITE, &[], |act| act.remove_entry(&entry))
        }
        Step::Undo(n) => {
            let last = book.store.last_act()?;
            let original = Command { id: "test.write", roles: &[], undo: Undo::Whole, pin: false };
            let act = last - *n as i64;
            if act <= first {
                return Ok(());
            }
            book.store.undo(&book.amina, &UNDO, &[], &original, act).map(drop)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_is_done_and_taken_back_the_open_place_is_the_members(steps in prop::collection::vec(step(), 1..14)) {
        let mut book = book();
        let id = book.add(&Member { site: "Luamuela".to_owned(), joined_on: Some(ago(50)), ..member(1) });
        let start = dump(&book.store);
        let first = book.store.last_act().unwrap();
        for step in &steps {
            match take(&mut book, (id, first), step) {
                Ok(()) | Err(Error::Invalid(_) | Error::Blocked(_)) => {}
                Err(other) => panic!("{step:?}: {other:?}"),
            }
            let report = book.store.check().unwrap();
            prop_assert!(report.ok, "{step:?}: {report:#?}");
        }
        if steps.iter().any(|step| matches!(step, Step::Undo(_))) {
            return Ok(());
        }
        // the last first, everything goes back to the start
        for act in (first + 1..=book.store.last_act().unwrap()).rev() {
            let original = Command { id: "test.write", roles: &[], undo: Undo::Whole, pin: false };
            book.store.undo(&book.amina, &UNDO, &[], &original, act).unwrap();
        }
        prop_assert_eq!(dump(&book.store), start);
    }
}
