//! Stories of long lists: found by anything, narrowed by filters that stay, columns to choose, many changed together.

use crate::common::{Book, driver::Driver, snap};
use std::collections::BTreeMap;
use ushirika::{
    command,
    domain::member::{Member, Status},
    store::{Reader, member::StatusLine, member_list::Sort},
};

/// A made-up cooperative of 300 people.
fn with_driver(lang: &str, tell: impl Fn(&Book, &mut Driver)) {
    let book = Book::demo(300);
    let mut driver = Driver::open(&book, lang);
    driver.press("2");
    tell(&book, &mut driver);
}

fn both(tell: impl Fn(&str, &Book, &mut Driver)) {
    for lang in ["en", "fr"] {
        with_driver(lang, |book, driver| tell(lang, book, driver));
    }
}

/// Every member with the history of the status, and without what an undo leaves different.
fn everybody(reader: &Reader) -> BTreeMap<i64, (Member, Vec<StatusLine>)> {
    let ids = reader.member_slice(Sort::Name, &[], None, 10_000).unwrap().ids;
    let record = |id| Member { rev: 0, ..reader.member(id).unwrap() };
    ids.into_iter().map(|id| (id, (record(id), reader.member_statuses(id).unwrap()))).collect()
}

#[test]
fn three_hundred_are_changed_together_and_taken_back() {
    both(|lang, book, d| {
        let before = everybody(&book.store());
        d.press("* b");
        snap(&format!("bulk-form-{lang}"), &d.screen());
        d.press("\"tshitenge\" pagedown pagedown pagedown \"susp\" tab tab \"Site fermé\" f2");
        snap(&format!("bulk-summary-{lang}"), &d.screen());
        // back to the form, where everything still stands
        d.press("esc").sees("Site fermé").press("f2 enter");
        snap(&format!("bulk-done-{lang}"), &d.screen());
        let after = everybody(&book.store());
        let moved = after.values().filter(|(m, _)| m.status == Status::Suspended && m.site == "Tshitenge").count();
        let could = before.values().filter(|(m, _)| matches!(m.status, Status::Active | Status::Suspended)).count();
        assert_eq!(moved, could);
        for (id, (old, _)) in before.iter().filter(|(_, (m, _))| !m.status.is_member()) {
            assert_eq!(after[id].0, *old, "who cannot be suspended stays as is");
        }
        d.press("u").press("enter");
        assert_eq!(everybody(&book.store()), before);
        assert!(book.store().check().unwrap().ok);
        d.press("ctrl-r enter");
        assert_eq!(everybody(&book.store()), after);
    });
}

#[test]
fn whoever_somebody_else_has_just_changed_is_left_out_by_name() {
    with_driver("en", |book, d| {
        d.press("space space b \"Tshitenge\" f2").sees("Enter changes 2 people");
        let mut store = book.store();
        let first = store.member_slice(Sort::Name, &[], None, 64).unwrap().ids[0];
        let mut theirs = store.member(first).unwrap();
        theirs.village = "Kalima".into();
        command::member::save(&mut store, &book.session, None, &theirs).unwrap();
        d.press("enter").sees("1 person changed, 1 left out").sees("BADIBANGA Ilunga Patrick");
        assert_eq!(store.member(first).unwrap().village, "Kalima");
        // whoever looks at the summary again sees what is there now
        d.press("b \"Tshitenge\" f2").sees("Enter changes 1 person").sees("Have it already  1");
    });
}

#[test]
fn a_change_of_many_says_what_is_wrong_before_anything_is_looked_at() {
    with_driver("en", |_, d| {
        d.press("b").sees("Nothing is marked");
        d.press("space b f2").sees("Nothing is filled in").press("\"Nowhere\" f2").sees("new: nobody is there yet");
        d.press("esc pagedown pagedown pagedown tab tab \"x\" f2").sees("This belongs to a change of status");
        d.press("ctrl-u shift-tab \"24/11/2026\" f2").sees("has not come yet");
        d.press("esc enter esc").sees_no("marked");
    });
}

#[test]
fn rows_are_marked_one_by_one_in_a_run_and_all() {
    with_driver("en", |_, d| {
        d.press("space down*3 m").sees("5 marked");
        d.press("*").sees("300 marked").press("*").sees_no("marked");
        d.press("/ \"kab\" enter *").sees("marked").press("esc").sees("300 in all").press("esc").sees_no("marked");
    });
}

#[test]
fn a_filter_is_made_kept_changed_and_removed() {
    both(|lang, book, d| {
        d.press("f end enter");
        snap(&format!("filter-form-{lang}"), &d.screen());
        d.press("\"Jeunes de Luamuela\" tab \"act\" tab tab \"luamuela\" tab*5 \"35\" f2");
        snap(&format!("filter-made-{lang}"), &d.screen());
        // another day, the same user
        let mut d = Driver::open(book, lang);
        d.press("2 f");
        snap(&format!("filter-kept-{lang}"), &d.screen());
        d.press("\"jeunes\" enter").sees("› Jeunes de Luamuela").sees("Luamuela");
        let found = d.screen();
        d.press("f f2 tab*8 \"20\" f2");
        assert_ne!(d.screen(), found);
        d.press("f delete");
        snap(&format!("filter-remove-{lang}"), &d.screen());
        d.press("enter f").sees_no("Jeunes");
    });
}

#[test]
fn a_filter_that_nobody_can_meet_and_a_name_that_is_taken_are_said() {
    with_driver("en", |_, d| {
        d.press("f end enter \"Old\" tab*7 \"60\" f2").sees("› Old");
        d.press("f end enter \"Old\" tab*7 \"50\" tab \"40\" f2").sees("nobody can match");
        d.press("ctrl-u f2").sees("There is a filter Old already").press("enter").sees("› Old");
        // without a name it is for now only
        d.press("f end enter tab*16 \"kab\" f2").sees("› own filter").press("f").sees("Old");
    });
}

#[test]
fn columns_are_chosen_moved_and_kept() {
    both(|lang, book, d| {
        d.press("c");
        snap(&format!("columns-{lang}"), &d.screen());
        // without the number, and with the old one after the name
        d.press("space down*13 space left*12 enter");
        snap(&format!("columns-chosen-{lang}"), &d.screen());
        let mut d = Driver::sized(book, lang, 200, 30);
        d.press("2");
        snap(&format!("columns-wide-{lang}"), &d.screen());
        d.press("c space*10 enter").sees(if lang == "en" { "at least one column" } else { "une colonne au moins" });
    });
}

#[test]
fn anybody_is_found_by_any_number_as_people_type_it() {
    let book = Book::demo(300);
    let store = book.store();
    let ids = store.member_slice(Sort::Number, &[], None, 300).unwrap().ids;
    let known = |m: &Member| !m.phone.is_empty() && !m.id_number.is_empty() && m.number.is_some();
    let one = ids.into_iter().map(|id| store.member(id).unwrap()).find(known).expect("somebody with papers");
    let national = one.phone.strip_prefix("+243").expect("a number of the country");
    let (number, name) = (format!("{:04}", one.number.unwrap_or_default()), one.full_name());
    let grouped = format!("0{} {} {}", &national[..2], &national[2..5], &national[5..]);
    for typed in [&number, &one.id_number, &one.phone, &format!("0{national}"), &grouped] {
        let mut d = Driver::open(&book, "en");
        d.press("2 /").paste(typed).sees(&name);
        d.press("esc ctrl-p").paste(typed);
        assert!(d.press("enter").screen().contains(&name), "{typed} leads to {name}");
    }
}
