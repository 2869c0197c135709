//! Rules that every way in obeys, and what goes and comes back together.

use super::super::{
    act, entry, import,
    import::{Enter, Incoming, Outcome},
    member::{self, Admission, Step},
    merge, paper,
    paper::Asked,
    procedure,
};
use crate::{
    domain::{
        birth::Birth,
        book::Country,
        day::Order,
        member::{Field, Member, Reading, Status},
        merge::Merge,
        noun::{CARD, Entry, HOUSEHOLD, NOTE, SITE, TEAM},
        procedure::{PROCEDURE, STEP},
    },
    store::{Error, Result, attention::Attention, testing::*},
    text::Lang,
};
use chrono::{Days, NaiveDate};

fn reading() -> Reading {
    Reading { today: today(), country: Country::Cd, order: Order::Dmy }
}

fn id<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.unwrap_err().text().id
}

fn last(book: &Book) -> i64 {
    book.store.last_act().unwrap()
}

fn save(book: &mut Book, entry: &Entry) -> Result<i64> {
    entry::save(&mut book.store, &book.amina, None, entry)
}

fn step(status: Status, on: NaiveDate) -> Step {
    Step { status, on, reason: String::new(), decision: String::new() }
}

#[test]
fn a_decision_to_admit_obeys_the_rules_of_the_form() {
    let mut book = book();
    let born = Member { birth: Some(Birth::Year(2000)), ..member(5) };
    let applicant = book.add(&born);
    let mut admit = |admission: Admission| member::admit(&mut book.store, &book.amina, &[applicant], &admission);
    let future = Some(today() + Days::new(1));
    assert_eq!(id(admit(Admission { validated_on: future, ..Admission::default() })), "err-day-future");
    let early = NaiveDate::from_ymd_opt(1999, 1, 1);
    assert_eq!(id(admit(Admission { on: early, ..Admission::default() })), "err-joined-before-birth");
    admit(Admission::default()).unwrap();
    assert_sound(&book.store);
}

#[test]
fn a_procedure_goes_with_its_steps_and_they_come_back() {
    let mut book = book();
    let gone = book.add(&member(1));
    let rev = book.store.member(gone).unwrap().rev;
    let step = step(Status::Deceased, today() - Days::new(300));
    let opened = procedure::open(&mut book.store, &book.amina, None, (gone, rev), &step).unwrap();
    let steps = |book: &Book| book.store.entries(&STEP, ("member", gone)).unwrap();
    let late = |book: &Book| book.store.attention(Attention::StepLate, today()).unwrap();
    let (all, overdue) = (steps(&book), late(&book));
    assert!(!all.is_empty() && overdue > 0);
    let opened = book.store.entry(&PROCEDURE, opened).unwrap();
    entry::remove(&mut book.store, &book.amina, &opened).unwrap();
    assert_eq!((steps(&book).len(), late(&book)), (0, 0));
    let removed = last(&book);
    act::undo(&mut book.store, &book.amina, removed).unwrap();
    assert_eq!((steps(&book).len(), late(&book)), (all.len(), overdue));
    assert_sound(&book.store);
}

#[test]
fn who_has_a_note_is_not_taken_away_by_an_undo() {
    let mut book = book();
    member::save(&mut book.store, &book.amina, None, &member(1)).unwrap();
    let (added, noted) = (last(&book), book.store.last_number(crate::store::Series::Member).unwrap());
    let mut note = Entry::begun(&NOTE, ("member", noted), today());
    note.put("text", "vu");
    save(&mut book, &note).unwrap();
    let written = last(&book);
    let Error::Blocked(blockers) = act::undo(&mut book.store, &book.amina, added).unwrap_err() else { panic!() };
    assert_eq!((blockers[0].act, blockers[0].table.as_str()), (written, "note"));
    // one after the other they go, and come back one after the other
    act::undo(&mut book.store, &book.amina, written).unwrap();
    let undone = last(&book);
    act::undo(&mut book.store, &book.amina, added).unwrap();
    assert!(matches!(act::undo(&mut book.store, &book.amina, undone), Err(Error::Blocked(_))), "a note of nobody");
    let again = last(&book);
    act::undo(&mut book.store, &book.amina, again).unwrap();
    act::undo(&mut book.store, &book.amina, undone).unwrap();
    assert_eq!(book.store.entries(&NOTE, ("member", noted)).unwrap().len(), 1);
    assert_sound(&book.store);
}

#[test]
fn a_team_is_not_put_back_at_a_site_where_its_people_do_not_work() {
    let mut book = book();
    for name in ["Luamuela", "Bakwa"] {
        let mut site = Entry::new(&SITE, ("", 0));
        site.put("name", name);
        save(&mut book, &site).unwrap();
    }
    let mut team = Entry::new(&TEAM, ("", 0));
    team.put("name", "Puits 3");
    team.put("site", "Luamuela");
    let team = save(&mut book, &team).unwrap();
    let mut moved = book.store.entry(&TEAM, team).unwrap();
    moved.put("site", "Bakwa");
    save(&mut book, &moved).unwrap();
    let act = last(&book);
    let mut worker = Member { site: "Bakwa".into(), ..member(1) };
    worker.put(Field::Team, "Puits 3".into());
    book.add(&worker);
    assert_eq!(id(act::undo(&mut book.store, &book.amina, act)), "err-team-site");
    assert_eq!(book.store.people_totals(&TEAM, team).unwrap().count(&[], None), 1);
    assert_sound(&book.store);
}

#[test]
fn a_sign_is_no_name_of_a_place() {
    let mut book = book();
    for noun in [&SITE, &TEAM, &HOUSEHOLD] {
        let mut entry = Entry::new(noun, ("", 0));
        entry.put("name", "???");
        assert_eq!(id(save(&mut book, &entry)), "err-name-sign");
    }
    for field in [Field::Site, Field::Team, Field::Household] {
        assert_eq!(Member::default().set(field, " — ", &reading()).unwrap_err().id, "err-name-sign");
        Member::default().set(field, " ", &reading()).unwrap();
    }
}

#[test]
fn the_paper_form_of_the_record_that_goes_becomes_that_of_the_one_that_stays() {
    let mut book = book();
    let first = book.add(&member(1));
    let mut double = member(2);
    double.put(Field::FormNumber, "F-0017".into());
    let second = book.add(&double);
    let both = Merge::of(book.store.member(first).unwrap(), book.store.member(second).unwrap());
    let before = dump(&book.store);
    merge::merge(&mut book.store, &book.amina, &both).unwrap();
    assert_eq!(book.store.member_by_form_number("f-0017").unwrap(), Some(first));
    let merged = last(&book);
    act::undo(&mut book.store, &book.amina, merged).unwrap();
    assert_eq!(dump(&book.store), before);
    assert_sound(&book.store);
}

#[test]
fn a_card_is_put_right_or_renewed() {
    let cards = |changes: &[(&str, &str)]| {
        let mut book = book();
        let holder = book.add(&member(1));
        for (number, until) in changes {
            let mut holder = book.store.member(holder).unwrap();
            holder.put(Field::CardNumber, (*number).to_owned());
            holder.put(Field::CardExpiresOn, (*until).to_owned());
            member::save(&mut book.store, &book.amina, None, &holder).unwrap();
        }
        let shown = book.store.member(holder).unwrap();
        let wanted = changes.last().unwrap();
        assert_eq!((shown.kept(Field::CardNumber), shown.kept(Field::CardExpiresOn)), *wanted, "{changes:?}");
        assert_sound(&book.store);
        book.store.entries(&CARD, ("member", holder)).unwrap().len()
    };
    assert_eq!(cards(&[("A", "2027-01-31"), ("A", "2026-01-31")]), 1, "an end that was written wrong");
    assert_eq!(cards(&[("A", "2027-01-31"), ("B", "2027-01-31")]), 1, "a number that was written wrong");
    assert_eq!(cards(&[("A", "2027-01-31"), ("A", "")]), 1, "an end that nobody knows");
    assert_eq!(cards(&[("A", ""), ("A", "2027-01-31")]), 1, "an end that becomes known");
    assert_eq!(cards(&[("A", "2026-01-31"), ("A", "2027-01-31")]), 2, "renewed");
    assert_eq!(cards(&[("A", "2026-01-31"), ("B", "2027-01-31")]), 2, "the card of the next year");
}

#[test]
fn what_the_book_hears_late_is_true_on_papers_since_the_day_it_was() {
    let mut book = book();
    let unknown = Member { joined_on: None, ..member(1) };
    let gone = book.add(&unknown);
    let rev = book.store.member(gone).unwrap().rev;
    let died = today() - Days::new(300);
    member::set_status(&mut book.store, &book.amina, gone, rev, &step(Status::Deceased, died)).unwrap();
    book.add(&member(2));
    let people = |on: NaiveDate, now: NaiveDate| {
        let mut asked = Asked::new(paper::find("site-list").unwrap(), None);
        asked.options = Asked::new(paper::find("register").unwrap(), None).options;
        asked.options.put("status", "members");
        asked.options.put("columns", "public");
        asked.options.put("on", on.to_string());
        asked.make(&book.store, &Lang::new("fr"), now, &mut |_, _| Ok(())).unwrap().people
    };
    // on the day of the import the book counted somebody who was dead
    assert_eq!(people(today(), today() + Days::new(40)), 1);
    assert_eq!(people(today() + Days::new(20), today() + Days::new(40)), 1);
}

#[test]
fn what_is_no_file_is_not_read() {
    for path in ["/dev/zero", "/dev", "/dev/nothing"] {
        assert_eq!(id(entry::seal(path)), "err-file-absent", "{path}");
    }
}

#[test]
fn a_list_does_not_move_who_has_moved_later() {
    let mut book = book();
    let mover = book.add(&Member { site: "Luamuela".into(), joined_on: None, ..member(1) });
    let later = today() + Days::new(9);
    let work = |act: &crate::store::Act| act.move_member(mover, act.place("Bakwa", "")?, later);
    book.store.act(&book.amina, &WRITE, &[], work).unwrap();
    let known = book.store.member(mover).unwrap();
    let member = Member { id: 0, number: None, site: "Luamuela".into(), ..known };
    let given = vec![Field::Surname, Field::PostName, Field::GivenName, Field::Site];
    let rows = [Incoming { row: 2, member, given, issues: Vec::new() }];
    let plan = import::plan(&book.store, rows, Enter::Applicants, today(), &mut |_| true).unwrap();
    assert_eq!(plan.rows[0].outcome, Outcome::Refused);
    assert!(plan.rows[0].issues.iter().any(|issue| issue.text.id == "err-move-early"));
}
