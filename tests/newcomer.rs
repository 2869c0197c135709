//! What people do who have never seen the program, and what it makes of it.

use crate::common::{Book, driver::Driver};
use std::fs;
use ushirika::domain::member::{Field, Member};

fn saved(book: &Book) -> Member {
    let store = book.store();
    let id = store.member_by_number(1).unwrap().expect("the first member");
    store.member(id).unwrap()
}

#[test]
fn a_piece_of_a_name_that_leaves_one_of_the_list_is_that_one() {
    for (lang, role) in [("en", "Digger, Washer"), ("fr", "Creuseur, Laveur")] {
        let book = Book::empty();
        let mut d = Driver::open(&book, lang);
        let typed = if lang == "en" { "digg, wash" } else { "creus, lav" };
        d.press("2 n \"Mwamba\" tab*8").press(&format!("\"{typed}\" tab")).sees(role);
        d.press("f2").sees("0001 MWAMBA");
        assert_eq!(saved(&book).works.iter().map(|w| w.code).collect::<Vec<_>>(), ["digger", "washer"]);
    }
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    // a piece of several names is none of them
    d.press("2 n \"Mwamba\" tab*8 \"er\" tab").sees("“er” is no kind of work");
}

#[test]
fn what_the_program_proposes_is_typed_over() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Mwamba\" tab*10 \"1/2/2020\" tab").sees("01/02/2020");
    // and what one has typed oneself stays when one comes back to it
    d.press("shift-tab*11 \"i\" f2").sees("0001 MWAMBAI");
    assert_eq!(saved(&book).joined_on.unwrap().to_string(), "2020-02-01");
    d.press("e tab*4 \"1984\" tab shift-tab \"1985\" f2").sees("Saved: 0001");
    assert_eq!(saved(&book).get(Field::Birth), "1985");
}

#[test]
fn a_draft_goes_on_behind_what_was_typed() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Mwamba\" tab*8 \"digger, was\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.press("enter \"her\"").sees("washer");
    d.press("f2").sees("Saved: 0001");
    assert_eq!(saved(&book).works.len(), 2);
}

#[test]
fn what_is_taken_out_again_is_not_saved() {
    let book = Book::with(&[("Mwamba", "", "")]);
    let mut d = Driver::open(&book, "en");
    // typed in the wrong field, seen later, taken out
    d.press("2 e tab*9 \"digger\" tab shift-tab ctrl-u tab \"1/2/2020\" f2").sees("Saved: 0001");
    assert_eq!((saved(&book).known_as.as_str(), saved(&book).get(Field::JoinedOn).as_str()), ("", "2020-02-01"));
    // the same with something that cannot be
    d.press("e tab*4 \"33/33\" tab").sees("There is no month 33").press("shift-tab ctrl-u tab").sees_no("no month");
    d.press("f2").sees_no("another look");
}

#[test]
fn what_was_done_is_told_in_words() {
    for (lang, redo, raw) in [("en", "Redo?", "member changed: MWAMBA Anne"), ("fr", "Refaire", "MWAMBA Anne")] {
        let book = Book::with(&[("Mwamba", "", "")]);
        let mut d = Driver::open(&book, lang);
        d.press("2 e tab tab \"Anne\" f2 u enter ctrl-r").sees(redo).sees(raw).sees_no("member.edit").sees_no("act");
        d.press("enter").sees_no("member.edit").press("h").sees_no("member.edit").press("enter").sees_no("member.edit");
        d.press(", up enter").sees_no("member.edit");
    }
}

#[test]
fn a_long_complaint_is_read_to_its_end() {
    for (lang, end) in [("en", "that holds it."), ("fr", "contient.")] {
        let book = Book::with(&[("Mwamba", "", "")]);
        fs::write(book.folder().join("list.csv"), "A,B\n1,2\n3,4\n").unwrap();
        let mut d = Driver::open(&book, lang);
        d.press("2 i").paste(&book.folder().join("list.csv").display().to_string());
        d.press("enter").sees(end).sees_no("F2");
        assert!(d.screen().lines().nth(22).unwrap().starts_with('─'));
    }
}

#[test]
fn a_backup_is_one_thing_less_to_do() {
    let book = Book::with(&[("Mwamba", "", "")]);
    let mut d = Driver::open(&book, "en");
    d.sees("To do today (2)").sees("never been backed up");
    d.press("down enter").sees("Backup written and verified").sees("To do today (1)").sees_no("backed up");
}
