//! Every screen that no other story shows, at 80×24 in both languages.

use crate::common::{Book, clock, driver::Driver, snap};
use ratatui::layout::Size;
use std::sync::mpsc::channel;
use ushirika::{
    config::Config,
    tui::{
        screen::first::Answers,
        start::{self, Opening},
        writer::Crew,
    },
};

fn both(name: &str, tell: impl Fn(&mut Driver)) {
    for lang in ["en", "fr"] {
        let book = Book::with(&[("Kabeya", "Ngoyi", "Éléonore"), ("Kabongo", "Elesi", "Jean")]);
        let mut driver = Driver::open(&book, lang);
        tell(&mut driver);
        snap(&format!("{name}-{lang}"), &driver.screen());
    }
}

#[test]
fn the_first_page_of_an_empty_book() {
    for lang in ["en", "fr"] {
        let book = Book::empty();
        snap(&format!("home-empty-{lang}"), &Driver::open(&book, lang).screen());
    }
}

#[test]
fn the_first_page() {
    both("home", |_| {});
}

#[test]
fn the_help_of_a_list_and_of_a_form() {
    both("help-list", |d| {
        d.press("2 ?");
    });
    both("help-form", |d| {
        d.press("2 n f1");
    });
}

#[test]
fn help_runs_what_is_chosen() {
    let book = Book::with(&[("Kabeya", "", "")]);
    let mut d = Driver::open(&book, "en");
    d.press("2 ? \"new\" enter").sees("Members › new");
    d.press("esc ? \"print\" enter").sees("Attendance sheet");
}

#[test]
fn the_palette_finds_people_and_commands() {
    both("palette", |d| {
        d.press("ctrl-p \"kab\"");
    });
    let book = Book::with(&[("Kabeya", "Ngoyi", "Éléonore")]);
    let mut d = Driver::open(&book, "en");
    d.press("ctrl-p \"settings\" enter").sees("My PIN");
    d.press("ctrl-p \"1\" enter").sees("0001 KABEYA");
    d.press("ctrl-p \"elections\"").sees_no("Elections   ");
}

#[test]
fn ready_made_filters_and_orders() {
    both("filters", |d| {
        d.press("2 f");
    });
    both("orders", |d| {
        d.press("2 s");
    });
}

#[test]
fn settings_and_what_they_open() {
    both("settings", |d| {
        d.press(",");
    });
    both("settings-coop", |d| {
        d.press(", enter");
    });
    both("settings-users", |d| {
        d.press(", down down enter");
    });
    both("settings-user", |d| {
        d.press(", down down enter n \"Solange\" tab");
    });
    both("settings-pin", |d| {
        d.press(", down*3 enter \"1234\" tab \"123\" f2");
    });
    both("settings-history", |d| {
        d.press(", end");
        d.press("down*8 enter");
    });
}

#[test]
fn a_user_is_added_and_removed_and_the_change_is_signed() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press(", down down enter n \"Solange\" tab ctrl-u \"secretary, clerk\" f2")
        .sees("Solange")
        .sees("Secretary, Clerk");
    d.press("down d").sees("Remove this user?").press("enter").sees("Solange may no longer open this book");
    assert_eq!(book.store().users().unwrap().len(), 1);
}

#[test]
fn the_lock_wants_the_pin() {
    both("lock", |d| {
        d.press("ctrl-l");
    });
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press(", down*3 enter \"2468\" tab \"2468\" f2").sees("The PIN is changed");
    d.press("2 ctrl-l").sees("Locked").sees_no("Nobody yet");
    d.press("esc ctrl-p 2 \"x\"").sees("Locked");
    d.press("ctrl-u \"1357\" enter").sees("That is not the PIN");
    d.press("\"2468\" enter").sees("Nobody yet");
}

#[test]
fn questions_before_something_is_lost_or_taken_back() {
    both("ask-discard", |d| {
        d.press("2 n \"x\" esc");
    });
    both("ask-undo", |d| {
        d.press("2 e tab \"x\" f2 u");
    });
    both("ask-doubts", |d| {
        d.press("2 n \"eleonore\" tab \"kabeya\" tab \"ngoyi\" f2");
    });
}

#[test]
fn what_an_act_changed() {
    both("act", |d| {
        d.press("2 e tab \"x\" f2 h enter");
    });
}

#[test]
fn areas_that_are_not_built_say_so_in_one_line() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    for key in ["4", "alt-7", "0"] {
        d.press(key).sees("is not built yet");
    }
    d.press("é").sees("Nobody yet");
    d.press("&").sees("To do today");
}

#[test]
fn the_language_changes_while_running_and_stays() {
    let book = Book::with(&[("Kabeya", "", "")]);
    let mut d = Driver::open(&book, "en");
    d.press("2").sees("1 in all").press("f9").sees("1 au total").sees("Membres");
    drop(d);
    Driver::open(&book, "").sees("Accueil");
}

#[test]
fn azerty_digits_where_numbers_are_typed() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press(", down*5 enter").sees("AZERTY");
    d.press("2 n \"Kabeya\" tab*4 \"&ççè\" tab").sees("1997");
}

#[test]
fn the_first_start_asks_seven_things_and_makes_the_book() {
    for lang in ["en", "fr"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new.ushirika");
        let opening = Opening {
            path: path.clone(),
            lang: Some(lang.into()),
            user: Some("amina".into()),
            clock: clock(),
            config: Config::default(),
        };
        let (sender, messages) = channel();
        let crew = Crew::new(sender, Box::new(|| unreachable!("the first form has its own")));
        let size = Size { width: 80, height: 24 };
        let app = start::first_app(&opening, crew, &Answers::default(), size).unwrap();
        let mut d = Driver::over(app, messages);
        // what needs a book waits for it
        let waits = if lang == "en" { "First save this form" } else { "Enregistrez d’abord ce formulaire" };
        for key in ["f3", "f6", "f7", "f8", "ctrl-p"] {
            d.press(key).sees(waits);
        }
        // a country by what people call it, and one that is left out
        d.press("tab ctrl-u tab shift-tab").sees(if lang == "en" { "must be filled" } else { "Remplissez" });
        d.press("\"rdc\" tab").sees(if lang == "en" { "DR Congo" } else { "RD Congo" }).press("shift-tab*2");
        d.press("\"Mbongu Mboka\" tab tab tab tab ctrl-u \"Amina\"");
        snap(&format!("first-{lang}"), &d.screen());
        assert!(!path.exists(), "nothing is written before it is saved");
        d.press("f2");
        assert!(path.exists());
    }
}

#[test]
fn terminals_of_any_size_are_drawn() {
    let book = Book::with(&[("Kabeya", "Ngoyi", "Éléonore")]);
    for (width, height) in [(1, 1), (5, 3), (20, 5), (40, 10), (80, 8), (110, 24), (300, 100)] {
        let mut d = Driver::sized(&book, "fr", width, height);
        for keys in [
            "2",
            "enter",
            "esc n \"x\"",
            "esc enter",
            "c",
            "esc f",
            "end enter",
            "esc * b",
            "\"Luamuela\" f2",
            "esc esc enter esc",
            "?",
            "esc ctrl-p \"k\"",
            "esc , down down enter n",
            "esc u",
            "esc esc ctrl-l",
        ] {
            d.press(keys).screen();
        }
    }
}
