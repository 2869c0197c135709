//! What becomes of the work in hand when something else happens: another area, another window, another user, another
//! size of the terminal.

use crate::common::{Book, driver::Driver};
use ratatui::layout::Size;
use ushirika::{
    command,
    domain::user::{Role, Session, Viewer},
    tui::writer::Msg,
};

const LIST: &str = "N°;Noms;Post-nom;Prénom;Sexe;Tél\n\
    12;KABEYA;Ngoyi;Éléonore;F;0812345678\n\
    13;KABONGO;Elesi;Jean;M;\n\
    14;;;Paul;M;\n\
    17;TSHIBANGU;Kalala;Thérèse;F;abc\n";

/// A book with a list beside it, its import on the screen.
fn importing(book: &Book) -> Driver {
    let file = book.folder().join("liste.csv");
    std::fs::write(&file, LIST).expect("a file");
    let mut d = Driver::open(book, "en");
    d.press("2 i").paste(&file.display().to_string()).press("enter");
    d
}

fn resize(d: &mut Driver, width: u16, height: u16) {
    d.app.handle(Msg::Input(crossterm::event::Event::Resize(width, height))).expect("the program goes on");
    d.settle();
}

#[test]
fn columns_chosen_by_hand_count() {
    let book = Book::empty();
    let mut d = importing(&book);
    d.sees("new 2").press("c").sees("Old number").press("down enter home enter f2");
    d.sees("refused 4").sees("The surname is missing");
    d.press("c down enter").press("\"Surname\" enter f2").sees("new 2");
}

#[test]
fn what_is_left_out_of_an_import_stays_out() {
    let book = Book::empty();
    let mut d = importing(&book);
    d.press("x").sees("left out").sees("F2 writes 1 row");
    resize(&mut d, 100, 30);
    d.sees("left out").press("f1 esc a").sees("left out");
    // the reason in full, however long
    d.press("end enter").sees("One row").sees("“abc” is no").press("esc");
    d.press("f2").sees("row").press("2").sees("1 in all");
}

#[test]
fn an_import_that_ends_under_the_help_is_done() {
    let book = Book::empty();
    let mut d = importing(&book);
    d.press_only("f2 f1").settle();
    d.press("esc").sees("2 in all").press("n").sees("Members › new");
}

#[test]
fn home_offers_what_was_left_for_another_area() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Kabeya\" alt-1").sees("Draft, new member: Kabeya");
    d.press("home enter").sees("Members › new").sees("Kabeya");
    d.press("f2").sees("Saved").press("1").sees_no("Draft");
    // typed and taken back again: nothing to go on with
    d.press("2 n \"X\" alt-1 enter backspace esc").sees_no("Leave").press("1").sees_no("Draft");
}

#[test]
fn the_names_in_a_form_follow_the_language() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Kabeya\" f2 e").press("tab*12 ctrl-u \"voter\" tab shift-tab").sees("Voter card");
    d.press("f9").sees("Carte d’électeur").sees_no("Voter card");
    d.press("alt-1").sees("Brouillon : KABEYA").press("f9 home enter").sees("Voter card");
    d.press("f2").sees("Saved");
}

#[test]
fn a_form_without_a_draft_asks_before_another_area() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press(", down*3 enter \"1234\" alt-2").sees("Leave without saving?").press("enter").sees("Settings");
}

#[test]
fn whoever_comes_next_finds_no_form_of_another() {
    let book = Book::empty();
    command::user::add(&mut book.store(), &book.session, "zoe", &[Role::Clerk], "", None).expect("a user");
    let mut d = Driver::open(&book, "en");
    d.press("2 n \"Kabeya\" ctrl-l tab enter").sees("zoe ·").sees("Home").sees_no("Kabeya");
    d.press("ctrl-l shift-tab enter").sees("Draft, new member: Kabeya");
}

#[test]
fn who_may_not_is_told_before_the_form() {
    let mut book = Book::with(&[("Kabeya", "Ngoyi", "")]);
    let mut store = book.store();
    let id = command::user::add(&mut store, &book.session, "ana", &[Role::Auditor], "", None).expect("a user");
    let viewer = Viewer { user_id: Some(id), roles: vec![Role::Auditor] };
    book.session = Session { viewer, name: "ana".into(), ..book.session.clone() };
    let mut d = Driver::open(&book, "en");
    for key in ["n", "e", "d", "i"] {
        d.press("2").press(key).sees("You may not do this").sees("Members   ");
    }
}

#[test]
fn a_clerk_brings_in_applicants() {
    let mut book = Book::empty();
    let id = command::user::add(&mut book.store(), &book.session, "zoe", &[Role::Clerk], "", None).expect("a user");
    let viewer = Viewer { user_id: Some(id), roles: vec![Role::Clerk] };
    book.session = Session { viewer, name: "zoe".into(), ..book.session.clone() };
    let mut d = importing(&book);
    d.sees("as applicants").press("f2").press("2 n \"Mbuyi\" f2").sees("Saved").sees("Applicant");
}

#[test]
fn no_size_of_the_terminal_stops_any_screen() {
    let book = Book::with(&[("Kabeya", "Ngoyi", "Éléonore"), ("Kabongo", "", "Jean")]);
    let file = book.folder().join("liste.csv");
    std::fs::write(&file, LIST).expect("a file");
    let import = format!("2 i \"{}\" enter", file.display());
    let screens = [
        "1",
        "2",
        "2 / \"kab\"",
        "2 enter",
        "2 enter h",
        "2 enter h enter",
        "2 n",
        "2 n \"x\" esc",
        "2 d",
        "2 f",
        "2 x",
        "2 i",
        &import,
        &format!("{import} c"),
        &format!("{import} c enter"),
        ",",
        ", down down enter",
        ", down down enter n",
        ", down*3 enter",
        "?",
        "ctrl-p",
        "ctrl-p \"ka\"",
        "u",
        "ctrl-l",
    ];
    for keys in screens {
        let mut d = Driver::open(&book, "fr");
        d.press(keys);
        for (width, height) in
            [(1, 1), (20, 5), (39, 9), (40, 10), (41, 11), (60, 20), (110, 10), (200, 50), (300, 100)]
        {
            resize(&mut d, width, height);
            assert_eq!(d.app.cx.size, Size { width, height });
            d.screen();
            d.press("down pagedown up");
            d.screen();
        }
    }
}
