//! Stories of the register, told through keys, in both languages.

use crate::common::{Book, driver::Driver, snap, today};
use std::fs;
use ushirika::{
    command,
    domain::member::{Field, Member, Status},
};

/// A register whose names try the columns.
fn register() -> Book {
    Book::with(&[
        ("Kabeya", "Ngoyi", "Éléonore"),
        ("Kabongo", "Elesi", "Jean"),
        ("Ilunga", "Mbuyi", "Joseph"),
        ("Kambale", "", ""),
    ])
}

fn both(name: &str, tell: impl Fn(&mut Driver)) {
    for lang in ["en", "fr"] {
        let book = register();
        let mut driver = Driver::open(&book, lang);
        tell(&mut driver);
        snap(&format!("{name}-{lang}"), &driver.screen());
        snap(&format!("{name}-{lang}-styles"), &driver.styles());
    }
}

#[test]
fn the_list() {
    both("list", |d| {
        d.press("2 down");
    });
}

#[test]
fn the_list_filtered_as_one_types() {
    both("list-filter", |d| {
        d.press("2 / \"ele kab\"");
        d.sees("KABEYA").sees("KABONGO").sees_no("ILUNGA");
    });
}

#[test]
fn the_form() {
    both("form", |d| {
        d.press("2 n \"Mwamba\" tab tab \"Paul\" tab \"m\" tab \"33/05/1993\" tab");
    });
}

#[test]
fn the_page_of_a_member() {
    both("page", |d| {
        d.press("2 enter");
    });
}

#[test]
fn the_history_of_a_member() {
    both("history", |d| {
        d.press("2 end e tab \"Wa\" f2 h");
    });
}

#[test]
fn a_change_of_status() {
    both("status", |d| {
        d.press("2 d \"sus\" down enter tab \"x\"");
    });
}

#[test]
fn a_wrong_form_keeps_what_was_typed_and_leads_to_the_field() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Mwamba\" tab*4 \"33/05/1993\" f2");
    d.sees("33/05/1993").sees("There is no day 33").sees("One field needs another look");
    d.press("ctrl-u \"1993\" f2").sees("Saved: 0005 MWAMBA");
}

#[test]
fn leaving_asks_only_when_something_would_be_lost() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 n esc").sees("4 in all");
    d.press("n \"Mwamba\" esc").sees("Leave without saving?");
    d.press("esc").sees("Mwamba");
    d.press("esc enter").sees("4 in all").sees_no("MWAMBA");
    assert!(book.store().drafts("").unwrap().is_empty(), "what was thrown away is no draft");
}

#[test]
fn somebody_who_looks_like_another_is_asked_about_once() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"eleonore\" tab \"ngoyi\" tab \"kabeya\" f2");
    d.sees("Save all the same?").sees("0001 KABEYA Ngoyi Éléonore").sees("(same");
    d.press("enter").sees("Saved: 0005 ELEONORE ngoyi kabeya");
}

#[test]
fn a_site_that_is_not_there_yet_is_asked_about() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Mwamba\" tab*7 \"Luamuela\" f2").sees("Saved: 0005 MWAMBA");
    d.press("n \"Tshibola\" tab*7 \"Luamuella\" f2").sees("There is no site Luamuella yet");
    d.press("esc ctrl-u \"luamuela\" f2").sees("Saved: 0006 TSHIBOLA");
    assert_eq!(book.reader().sites().unwrap().len(), 1);
}

#[test]
fn those_who_are_marked_are_written_to_a_file() {
    let book = register();
    let (all, some) = (book.folder().join("all.csv"), book.folder().join("some.csv"));
    let mut d = Driver::open(&book, "en");
    d.press("2 x ctrl-u").paste(all.to_str().unwrap()).press("f2").sees("4 rows");
    d.press("space down space x").sees("Members › 2 people › export");
    d.press("ctrl-u").paste(some.to_str().unwrap()).press("f2").sees("2 rows");
    let lines = |path| std::fs::read_to_string(path).unwrap().lines().count();
    assert_eq!((lines(all), lines(some)), (5, 3));
}

#[test]
fn undo_names_what_it_takes_back_and_redo_brings_it_again() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 end e tab \"Wa\" f2").sees("KAMBALE Wa");
    d.press("u").sees("Undo?").sees("KAMBALE");
    d.press("esc").sees("KAMBALE Wa");
    d.press("u enter").sees("Undone").press("home").sees_no("KAMBALE Wa");
    // a restart forgets nothing
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.press("2 ctrl-r enter").sees("Redone").sees("KAMBALE Wa");
    d.press("u enter u enter home").sees_no("KAMBALE");
}

#[test]
fn another_clerk_changes_the_record_and_both_versions_are_offered() {
    for lang in ["en", "fr"] {
        let book = register();
        let mut d = Driver::open(&book, lang);
        d.press("2 e tab*5 \"0812345678\" tab \"Luamuela\"");
        let mut store = book.store();
        let id = store.member_by_number(3).unwrap().expect("Ilunga");
        let mut theirs = store.member(id).unwrap();
        theirs.set(Field::Phone, "0999999999", &d.app.cx.reading()).unwrap();
        theirs.set(Field::GivenName, "José", &d.app.cx.reading()).unwrap();
        command::member::save(&mut store, &book.session, None, &theirs).unwrap();
        d.look();
        d.press("f2");
        snap(&format!("conflict-{lang}"), &d.screen());
        d.press("f2");
        let saved = store.member(id).unwrap();
        assert_eq!(saved.given_name, "José", "only they have changed it");
        assert_eq!(saved.phone, "+243812345678", "both have: mine stands unless theirs is chosen");
        assert_eq!(saved.village, "Luamuela");
    }
}

#[test]
fn what_another_clerk_saves_appears_without_a_key() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2").sees("4 in all");
    let member =
        Member { surname: "Zola".into(), status: Status::Active, joined_on: Some(today()), ..Member::default() };
    command::member::save(&mut book.store(), &book.session, None, &member).unwrap();
    d.look().sees("ZOLA").sees("5 in all");
}

#[test]
fn a_draft_waits_for_the_next_start_with_the_cursor_where_it_was() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Mwamba\" tab \"Kal\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.sees("Draft, new member: ");
    snap("resume-en", &d.screen());
    d.press("enter \"onji\"").sees("Mwamba").sees("Kalonji");
    d.press("f2").sees("Saved: 0005 MWAMBA Kalonji");
    d.press("1").sees_no("Draft");
}

#[test]
fn a_draft_over_an_older_state_of_the_record_shows_both_versions() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 e tab*6 \"Luamuela\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut store = book.store();
    let id = store.member_by_number(3).unwrap().expect("Ilunga");
    let mut theirs = store.member(id).unwrap();
    theirs.village = "Bipemba".into();
    command::member::save(&mut store, &book.session, None, &theirs).unwrap();
    let mut d = Driver::open(&book, "en");
    d.sees("Draft: ILUNGA Mbuyi Joseph").press("enter").sees("Luamuela").press("f2");
    d.sees("Somebody else has changed").sees("Bipemba").press("f2").sees("Saved");
    assert_eq!(store.member(id).unwrap().village, "Luamuela");
}

#[test]
fn every_form_is_kept_and_offered_again() {
    for (keys, line, sign) in [
        ("2 d \"sus\" tab tab \"absent\"", "Draft, status: ILUNGA", "absent"),
        (", enter \" bis\"", "Draft: the cooperative", "Mboka bis"),
        (", down down enter n \"Solange\"", "Draft: a new user", "Solange"),
        (", down down enter enter ctrl-u \"clerk\"", "Draft: user amina", "Clerk"),
    ] {
        let book = register();
        let mut d = Driver::open(&book, "en");
        d.press(keys);
        d.app.tick(true);
        d.settle();
        drop(d);
        let mut d = Driver::open(&book, "en");
        d.sees(line).press("enter").sees(sign);
        d.press("esc enter").sees_no(line);
    }
}

#[test]
fn what_is_hardly_true_is_asked_about_once() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Zola\" tab tab tab tab \"1294\" f2").sees("732").press("esc f2").sees("Saved");
    // who looks at it again is not asked again
    d.press("/ \"zola\" enter e tab tab \"Jean\" f2").sees("Saved");
}

#[test]
fn marks_sorts_and_ready_made_filters() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 space space").sees("2 marked");
    d.press("esc").sees_no("marked");
    d.press("s \"number\" enter").sees("by number");
    d.press("f \"left\" enter").sees("Members › left").sees("Nothing matches");
    d.press("f \"all\" enter").sees("4 in all");
}

#[test]
fn the_register_is_written_to_a_file() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    let file = book.folder().join("out.csv");
    d.press("2 x ctrl-u").paste(&file.display().to_string()).press("f2").sees("4 rows written");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("Kabeya") && text.contains("former_number"), "{text}");
    d.press("x ctrl-u").paste(&file.display().to_string()).press("f2").sees("is there already").press("esc esc enter");
    let workbook = book.folder().join("out.xlsx");
    d.press("x ctrl-u").paste(&workbook.display().to_string()).press("f2").sees("4 rows written");
    assert!(fs::read(&workbook).unwrap().starts_with(b"PK"));
    d.press("x ctrl-u").paste("out.doc").press("f2").sees("must end in .xlsx");
}

#[test]
fn hostile_names_keep_the_columns_straight() {
    let long = "A".repeat(200);
    let book = Book::with(&[
        ("Ev\u{1b}[2Jil", "\u{202e}turn", "🎉🏽👩‍👩‍👧"),
        ("e\u{301}lan", "日本語日本語日本語日本語日本語日本語", ""),
        (&long, &long, &long),
        ("=cmd()", "+1", "@x"),
    ]);
    let mut d = Driver::open(&book, "en");
    d.press("2 e tab down");
    let screen = d.press("esc").screen();
    for line in screen.lines().skip(5).take(4) {
        assert!(line.trim_end().ends_with("Active"), "{screen}");
        assert!(!line.contains(['\u{1b}', '\u{202e}']), "{screen}");
    }
    let starts: Vec<usize> = screen
        .lines()
        .skip(5)
        .take(4)
        .map(|l| unicode_width::UnicodeWidthStr::width(l.split("Active").next().unwrap_or("")))
        .collect();
    assert!(starts.windows(2).all(|w| w[0] == w[1]), "{starts:?}\n{screen}");
}

#[test]
fn a_wide_terminal_shows_the_person_beside_the_list() {
    let book = register();
    let mut d = Driver::sized(&book, "en", 120, 30);
    d.press("2");
    snap("list-wide-en", &d.screen());
    d.press("down").sees("Éléonore");
}
