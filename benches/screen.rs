//! What the screen costs over 100,000 members at 100×30, from a key to the painter's bytes, without a terminal.
//!
//! `cargo bench --bench screen`

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};
use std::{
    io::{self, Sink},
    path::PathBuf,
    sync::{LazyLock, mpsc::channel},
};
use tempfile::TempDir;
use ushirika::{
    clock::Clock,
    command::{self, book::Founder},
    demo,
    domain::{book::Country, user::Session},
    store::{Reader, Store},
    tui::{
        app::App,
        canvas::Canvas,
        charset::Charset,
        paint::Painter,
        start,
        writer::{Crew, Msg},
    },
};

const MEMBERS: usize = 100_000;

fn main() {
    divan::main();
}

struct Book {
    _folder: TempDir,
    path: PathBuf,
    session: Session,
}

/// One book for all benches, which only read it.
static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("book.ushirika");
    let people = demo::cooperative(MEMBERS, 1, clock().today(), Country::Cd);
    let founder = Founder { name: "amina", pin: None, system_user: "amina", session: "nowhere:0:0" };
    let (mut store, session) = command::book::create(&path, clock(), &people.coop, &founder).expect("a new book");
    command::demo::fill(&mut store, &session, &people).expect("it is filled");
    Book { _folder: folder, path, session }
});

fn clock() -> Clock {
    Clock::on(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"))
}

/// The program with its first page on the screen.
struct Program {
    app: App,
    buffer: Buffer,
    painter: Painter<Sink>,
}

impl Program {
    fn start() -> Self {
        let book = &*BOOK;
        let crew = Crew::new(channel().0, Box::new(|| Store::open(&BOOK.path, BOOK.session.viewer.clone(), clock())));
        let reader = Reader::open(&book.path, book.session.viewer.clone()).expect("the book opens");
        let size = Size { width: 100, height: 30 };
        let app = start::app(reader, book.session.clone(), "en", clock(), crew, size).expect("the book is read");
        let buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        let mut program = Self { app, buffer, painter: Painter::new(Charset::Full, io::sink()) };
        program.draw();
        program
    }

    /// With the list of members, all of whose order is known.
    fn list() -> Self {
        let mut program = Self::start();
        program.press(KeyCode::Char('2'));
        program.work();
        program
    }

    fn press(&mut self, code: KeyCode) {
        let key = KeyEvent::new(code, KeyModifiers::NONE);
        self.app.handle(Msg::Input(Event::Key(key))).expect("the program goes on");
        self.draw();
    }

    fn work(&mut self) {
        while self.app.work() {}
        self.draw();
    }

    fn draw(&mut self) {
        self.buffer.reset();
        let mut canvas = Canvas {
            buffer: &mut self.buffer,
            theme: self.app.cx.theme,
            lang: &self.app.cx.lang,
            charset: Charset::Full,
            cursor: None,
        };
        self.app.draw(&mut canvas);
        let cursor = canvas.cursor;
        self.painter.paint(&self.buffer, cursor).expect("a sink takes all");
    }
}

/// A key and back again, over and over.
fn there_and_back(bencher: Bencher, there: KeyCode, back: KeyCode) {
    let mut program = Program::list();
    bencher.bench_local(|| {
        program.press(there);
        program.press(back);
    });
}

#[divan::bench]
fn start_to_the_first_page(bencher: Bencher) {
    LazyLock::force(&BOOK);
    bencher.bench_local(Program::start);
}

#[divan::bench]
fn open_the_list(bencher: Bencher) {
    bencher.with_inputs(Program::start).bench_local_refs(|program| program.press(KeyCode::Char('2')));
}

#[divan::bench]
fn read_the_order_of_the_list(bencher: Bencher) {
    let opened = || {
        let mut program = Program::start();
        program.press(KeyCode::Char('2'));
        program
    };
    bencher.with_inputs(opened).bench_local_refs(Program::work);
}

#[divan::bench]
fn two_cursor_moves(bencher: Bencher) {
    there_and_back(bencher, KeyCode::Down, KeyCode::Up);
}

#[divan::bench]
fn scroll_a_row(bencher: Bencher) {
    let mut program = Program::list();
    (0..30).for_each(|_| program.press(KeyCode::Down));
    bencher.bench_local(|| program.press(KeyCode::Down));
}

#[divan::bench]
fn two_pages(bencher: Bencher) {
    there_and_back(bencher, KeyCode::PageDown, KeyCode::PageUp);
}

#[divan::bench]
fn the_ends(bencher: Bencher) {
    there_and_back(bencher, KeyCode::End, KeyCode::Home);
}

/// The last letter of what is typed into the filter, with everything that it finds and counts.
#[divan::bench(args = ["k", "kab", "kabeya", "243", "amu jo", "amu jos"])]
fn filter_by_one_more_letter(bencher: Bencher, typed: &str) {
    let (before, last) = typed.split_at(typed.len() - 1);
    let last = last.chars().next().expect("a letter");
    let asked = || {
        let mut program = Program::list();
        program.press(KeyCode::Char('/'));
        for letter in before.chars() {
            program.press(KeyCode::Char(letter));
            program.work();
        }
        program
    };
    bencher.with_inputs(asked).bench_local_refs(|program| {
        program.press(KeyCode::Char(last));
        program.work();
    });
}

/// A name typed letter by letter into the palette.
#[divan::bench]
fn find_anybody(bencher: Bencher) {
    let asked = || {
        let mut program = Program::start();
        let palette = KeyEvent::new(KeyCode::Char('p'), KeyModifiers::CONTROL);
        program.app.handle(Msg::Input(Event::Key(palette))).expect("the program goes on");
        program
    };
    bencher.with_inputs(asked).bench_local_refs(|program| {
        for letter in "joseph".chars() {
            program.press(KeyCode::Char(letter));
            program.work();
        }
    });
}
