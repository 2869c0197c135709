//! How many keys things take: what is typed does not count, everything else does.

use crate::common::{
    Book,
    driver::{Driver, count},
};

#[test]
fn a_member_with_a_name_only_costs_the_name_and_two_keys() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press("2");
    let story = "n \"kabeya\" f2";
    d.press(story).sees("Saved: 0001 KABEYA");
    assert_eq!(count(story) - "kabeya".len(), 2);
}

#[test]
fn finding_somebody_from_anywhere_costs_a_piece_of_the_name_and_two_keys() {
    let book = Book::with(&[("Kabeya", "Ngoyi", "Éléonore"), ("Kabongo", "Elesi", "Jean")]);
    let mut d = Driver::open(&book, "en");
    let story = "ctrl-p \"ele nay\" backspace*3 enter";
    d.press(story).sees("0001 KABEYA Ngoyi Éléonore");
    assert!(count("ctrl-p enter") == 2);
}

#[test]
fn undoing_the_last_change_costs_two_keys_from_any_screen() {
    let book = Book::with(&[("Kabeya", "", "")]);
    let mut d = Driver::open(&book, "en");
    let story = "u enter";
    d.press(story).sees("Undone");
    assert_eq!(count(story), 2);
}
