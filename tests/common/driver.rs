//! Presses keys and reads the screen, without a terminal: the program is the same, only the bytes are not written.

use super::{Book, clock};
use chrono::NaiveDate;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
    style::Modifier,
};
use std::{
    sync::mpsc::{Receiver, channel},
    time::Duration,
};
use ushirika::{
    clock::Clock,
    store::Reader,
    tui::{
        app::App,
        canvas::Canvas,
        keymap, start,
        writer::{Crew, Msg, Opener},
    },
};

/// How long a thread may take before a test gives up; never waited for when all is well.
const DEADLINE: Duration = Duration::from_mins(1);

/// The program, with somebody at the keys.
pub struct Driver {
    pub app: App,
    messages: Receiver<Msg>,
    buffer: Buffer,
}

impl Driver {
    /// Opens the book at 80×24.
    pub fn open(book: &Book, lang: &str) -> Self {
        Self::sized(book, lang, 80, 24)
    }

    /// Opens the book in a terminal of that size.
    pub fn sized(book: &Book, lang: &str, width: u16, height: u16) -> Self {
        let (path, viewer) = (book.path.clone(), book.session.viewer.clone());
        let opener: Opener = Box::new(move || ushirika::store::Store::open(&path, viewer.clone(), clock()));
        Self::with_opener(book, lang, (width, height), opener)
    }

    /// Opens the book on another day than that of most stories.
    pub fn on(book: &Book, lang: &str, day: NaiveDate) -> Self {
        let (path, viewer, clock) = (book.path.clone(), book.session.viewer.clone(), Clock::on(day));
        let opener: Opener = Box::new(move || ushirika::store::Store::open(&path, viewer.clone(), clock));
        Self::at(book, lang, clock, (80, 24), opener)
    }

    /// Opens the book with another way of opening the connection that writes.
    pub fn with_opener(book: &Book, lang: &str, size: (u16, u16), opener: Opener) -> Self {
        Self::at(book, lang, clock(), size, opener)
    }

    fn at(book: &Book, lang: &str, clock: Clock, (width, height): (u16, u16), opener: Opener) -> Self {
        let (sender, messages) = channel();
        let crew = Crew::new(sender, opener);
        let size = Size { width, height };
        let reader = Reader::open(&book.path, book.session.viewer.clone()).expect("the book opens");
        let app = start::app(reader, book.session.clone(), lang, clock, crew, size).expect("the book is read");
        Self::over(app, messages)
    }

    /// Sits down at a program that is there already.
    pub fn over(mut app: App, messages: Receiver<Msg>) -> Self {
        app.cx.charset = ushirika::tui::charset::Charset::Full;
        let mut driver = Self { app, messages, buffer: Buffer::empty(Rect::ZERO) };
        driver.settle();
        driver
    }

    /// Presses keys: names as in the key table separated by blanks, text in quotes. `n "kabeya" f2`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in events(keys) {
            self.app.handle(Msg::Input(Event::Key(key))).expect("the program goes on");
            self.settle();
        }
        self
    }

    /// Presses keys without waiting for threads.
    pub fn press_only(&mut self, keys: &str) -> &mut Self {
        for key in events(keys) {
            self.app.handle(Msg::Input(Event::Key(key))).expect("the program goes on");
        }
        self
    }

    /// Pastes text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.app.handle(Msg::Input(Event::Paste(text.into()))).expect("the program goes on");
        self.settle();
        self
    }

    /// Waits until every thread has answered and the background has nothing left to do.
    pub fn settle(&mut self) -> &mut Self {
        loop {
            while self.app.work() {}
            if !self.app.cx.crew.is_busy() {
                match self.messages.try_recv() {
                    Ok(message) => self.app.handle(message).expect("the program goes on"),
                    Err(_) => break,
                }
                continue;
            }
            let message = self.messages.recv_timeout(DEADLINE).expect("a thread answers");
            self.app.handle(message).expect("the program goes on");
        }
        self
    }

    /// Lets the program notice what others have written.
    pub fn look(&mut self) -> &mut Self {
        self.app.look().expect("the book can be read");
        self.settle()
    }

    /// The screen as text, without blanks at the ends of lines.
    pub fn screen(&mut self) -> String {
        self.draw();
        let area = self.buffer.area;
        let mut lines: Vec<String> = Vec::new();
        for y in 0..area.height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..area.width {
                let symbol = self.buffer[(x, y)].symbol();
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
                line.push_str(symbol);
            }
            lines.push(line.trim_end().to_owned());
        }
        lines.join("\n")
    }

    /// Which cells are reversed (`R`), bold (`b`) or plain (`.`): what the text alone does not show.
    pub fn styles(&mut self) -> String {
        self.draw();
        let area = self.buffer.area;
        let mark = |x, y| {
            let style = self.buffer[(x, y)].modifier;
            if style.contains(Modifier::REVERSED) {
                'R'
            } else if style.contains(Modifier::BOLD) {
                'b'
            } else {
                '.'
            }
        };
        let line = |y| (0..area.width).map(|x| mark(x, y)).collect::<String>().trim_end_matches('.').to_owned();
        (0..area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    fn draw(&mut self) {
        let (width, height) = (self.app.cx.size.width, self.app.cx.size.height);
        self.buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
        let mut canvas = Canvas {
            buffer: &mut self.buffer,
            theme: self.app.cx.theme,
            lang: &self.app.cx.lang,
            charset: self.app.cx.charset,
            cursor: None,
        };
        self.app.draw(&mut canvas);
    }

    /// Fails, with the screen, unless it shows `text`.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no “{text}” on:\n{screen}");
        self
    }

    /// Moves the cursor down, from the top, to the line that shows `text`.
    #[track_caller]
    pub fn to(&mut self, text: &str) -> &mut Self {
        self.press("home");
        let mut before = String::new();
        loop {
            let (screen, styles) = (self.screen(), self.styles());
            let mut lines = screen.lines().zip(styles.lines()).skip(3);
            if lines.any(|(line, style)| shows_selected(line, style, text)) {
                return self;
            }
            assert_ne!(format!("{screen}{styles}"), before, "no line “{text}” on:\n{screen}");
            before = format!("{screen}{styles}");
            self.press("down");
        }
    }

    /// Fails, with the screen, if it shows `text`.
    #[track_caller]
    pub fn sees_no(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "“{text}” on:\n{screen}");
        self
    }
}

/// Whether a text stands in the part of a line that the cursor is on.
fn shows_selected(line: &str, style: &str, text: &str) -> bool {
    let selected: String =
        line.chars().zip(style.chars()).map(|(letter, mark)| if mark == 'R' { letter } else { '\n' }).collect();
    selected.contains(text)
}

/// How many keys a text of [`Driver::press`] presses.
pub fn count(keys: &str) -> usize {
    events(keys).len()
}

/// The keys that a text of [`Driver::press`] stands for.
pub fn events(keys: &str) -> Vec<KeyEvent> {
    let mut events = Vec::new();
    let mut rest = keys.trim_start();
    while !rest.is_empty() {
        if let Some(text) = rest.strip_prefix('"') {
            let end = text.find('"').expect("a closing quote");
            events.extend(text[..end].chars().map(|c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
            rest = text[end + 1..].trim_start();
        } else {
            let (key, next) = rest.split_once(' ').unwrap_or((rest, ""));
            let (name, times) = key.split_once('*').filter(|(n, _)| !n.is_empty()).unwrap_or((key, "1"));
            let (code, modifiers) = keymap::parse(name).unwrap_or_else(|| panic!("no key {name}"));
            let times: usize = times.parse().expect("a count");
            events.extend(std::iter::repeat_n(KeyEvent::new(code, modifiers), times));
            rest = next.trim_start();
        }
    }
    events
}
