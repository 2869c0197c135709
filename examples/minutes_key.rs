//! One-off measurement.
#![allow(dead_code, unused)]
#[path = "../tests/common/mod.rs"]
mod common;
use common::{
    Book,
    driver::{Driver, events},
};
use crossterm::event::Event;
use ratatui::{buffer::Buffer, layout::Rect};
use ushirika::{
    command::{self, minutes::Written},
    domain::{
        meeting::*,
        noun::{Entry, Noun},
    },
    store::Store,
    tui::{canvas::Canvas, screen::meetings::editor, writer::Msg},
};
fn save(
    store: &mut Store,
    book: &Book,
    noun: &'static Noun,
    owner: (&'static str, i64),
    values: &[(&str, &str)],
) -> i64 {
    let mut entry = Entry::new(noun, owner);
    for (code, value) in values {
        entry.put(code, *value);
    }
    command::entry::save(store, &book.session, None, &entry).expect("it is saved")
}
fn main() {
    let args: Vec<usize> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    let (items, chars, paragraph, keys) = (args[0], args[1], args[2], args[3]);
    let book = Book::empty();
    let mut store = book.store();
    let organ = save(&mut store, &book, &ORGAN, ("", 0), &[("name", "AG"), ("kind", "assembly")]);
    let id = save(
        &mut store,
        &book,
        &MEETING,
        ("organ", organ),
        &[("organ", "AG"), ("kind", "annual"), ("held_on", "2026-11-20")],
    );
    let words = [
        "le",
        "trésorier",
        "présente",
        "les",
        "comptes",
        "de",
        "l’année",
        "et",
        "explique",
        "pourquoi",
        "transport",
        "a",
        "doublé,",
    ];
    let mut ids = vec![];
    for place in 1..=items {
        let item =
            save(&mut store, &book, &ITEM, ("meeting", id), &[("place", &place.to_string()), ("title", "Sujet")]);
        let mut text = String::new();
        let (mut count, mut line, mut marked) = (0usize, 0usize, false);
        let mut n = place;
        while count < chars {
            let mut word = words[(n * 7 + n / 3) % words.len()].to_string();
            n += 1;
            if !marked && count > chars / 2 {
                word = "MILIEU".into();
                marked = true;
            }
            let len = word.chars().count() + 1;
            if line + len > paragraph {
                text.push('\n');
                line = 0;
            } else if count > 0 {
                text.push(' ');
            }
            text.push_str(&word);
            count += len;
            line += len;
        }
        let rev = store.entry(&ITEM, item).unwrap().rev;
        command::minutes::write(
            &mut store,
            &book.session,
            None,
            &Written { meeting: id, item, rev, title: String::new(), text },
        )
        .unwrap();
        ids.push(item);
    }
    let mut d = Driver::open(&book, "fr");
    let screen = editor::screen(id, Some(ids[items / 2]), &d.app.cx).unwrap();
    d.app.push(Box::new(screen)).unwrap();
    d.settle();
    d.press("ctrl-f \"MILIEU\" esc");
    d.sees("MILIEU");
    let area = Rect { x: 0, y: 0, width: 80, height: 24 };
    let mut buffer = Buffer::empty(area);
    let typed = events("\"Mme Kabeya demande pourquoi. \"");
    for n in 0..keys {
        let key = typed[n % typed.len()];
        d.app.handle(Msg::Input(Event::Key(key))).unwrap();
        buffer.reset();
        let mut canvas = Canvas {
            buffer: &mut buffer,
            theme: d.app.cx.theme,
            lang: &d.app.cx.lang,
            charset: d.app.cx.charset,
            cursor: None,
        };
        d.app.draw(&mut canvas);
    }
    println!("{}", d.screen().lines().nth(12).unwrap_or_default());
}
