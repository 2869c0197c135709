//! The painter against a terminal: `vt100` must show what was drawn, and the number of bytes is part of the contract.
use super::*;
use proptest::prelude::*;
use ratatui::{
    layout::Rect,
    style::{Color, Modifier, Style},
};
use std::num::NonZero;
use unicode_width::UnicodeWidthStr as _;

/// A painter with a terminal at its other end.
struct Screen {
    painter: Painter<Vec<u8>>,
    terminal: vt100::Parser,
}

fn terminal(width: u16, height: u16) -> vt100::Parser {
    let size = |n| NonZero::new(n).expect("a terminal has cells");
    vt100::Parser::new(size(height), size(width), 0)
}

impl Screen {
    fn new(width: u16, height: u16) -> Self {
        Self { painter: Painter::new(Charset::Full, vec![]), terminal: terminal(width, height) }
    }

    /// Paints a frame, compares, and gives the bytes.
    fn show(&mut self, next: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        self.painter.paint(next, cursor).expect("memory takes all");
        let bytes = std::mem::take(self.painter.terminal());
        self.terminal.process(&bytes);
        self.compare(next, cursor, &bytes);
        only_common_sequences(&bytes);
        bytes
    }

    fn compare(&self, next: &Buffer, cursor: Option<Position>, bytes: &[u8]) {
        let screen = self.terminal.screen();
        let frame = String::from_utf8_lossy(bytes);
        let mut trail = false;
        for y in 0..next.area.height {
            for x in 0..next.area.width {
                let (want, got) = (&next[(x, y)], screen.cell(y, x).expect("inside"));
                if trail {
                    trail = false;
                    continue;
                }
                trail = want.symbol().width() == 2 && x + 1 < next.area.width;
                let symbol = match want.symbol() {
                    wide if wide.width() == 2 && x + 1 == next.area.width => "?",
                    symbol => symbol,
                };
                let shown = if got.contents().is_empty() { " " } else { got.contents() };
                assert_eq!(shown, symbol, "at {x},{y} after {frame:?}");
                let blank = symbol == " ";
                let seen = want.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
                assert_eq!(got.inverse(), want.modifier.contains(Modifier::REVERSED), "reverse {x},{y} {frame:?}");
                assert_eq!(got.underline(), want.modifier.contains(Modifier::UNDERLINED), "line {x},{y} {frame:?}");
                assert_eq!(got.bgcolor(), color(want.bg), "ground {x},{y} {frame:?}");
                if !blank || seen {
                    assert_eq!(got.fgcolor(), color(want.fg), "ink {x},{y} {frame:?}");
                    assert_eq!(got.bold(), want.modifier.contains(Modifier::BOLD), "bold {x},{y} {frame:?}");
                    let dim = want.modifier.contains(Modifier::DIM) && !got.bold();
                    assert_eq!(got.dim(), dim, "dim {x},{y} {frame:?}");
                }
            }
        }
        assert_eq!(screen.hide_cursor(), cursor.is_none());
        if let Some(at) = cursor {
            assert_eq!(screen.cursor_position(), (at.y, at.x), "after {frame:?}");
        }
    }
}

/// What xterm, the Linux console, screen, tmux and `PuTTY` all understand.
fn only_common_sequences(bytes: &[u8]) {
    let mut bytes = bytes.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte == 0x1b {
            let kind = bytes.next();
            let end = if kind == Some(b'[') { bytes.find(u8::is_ascii_alphabetic) } else { kind };
            assert!(end.is_some_and(|end| b"ABCDGHJKLMhlmr".contains(&end)), "{end:?}");
        } else {
            assert!(byte >= b' ' || b"\r\n\x08".contains(&byte), "{byte}");
        }
    }
}

fn color(color: Color) -> vt100::Color {
    let named = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match color {
        Color::Reset => vt100::Color::Default,
        Color::Indexed(n) => vt100::Color::Idx(n),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        _ => vt100::Color::Idx(named.iter().position(|c| *c == color).expect("named") as u8),
    }
}

/// One change of a frame.
#[derive(Clone, Debug)]
enum Edit {
    Write(u16, u16, String, Style),
    Paint(u16, u16, u16, Style),
    Erase(u16, u16),
    Scroll(u16, u16, i32),
    Resize(u16, u16),
    Reset,
}

fn style() -> impl Strategy<Value = Style> {
    let colors = prop::sample::select(vec![
        Color::Reset,
        Color::Reset,
        Color::Reset,
        Color::Red,
        Color::DarkGray,
        Color::White,
        Color::Indexed(200),
        Color::Rgb(1, 2, 3),
    ]);
    let modifiers = vec![Modifier::BOLD, Modifier::DIM, Modifier::REVERSED, Modifier::UNDERLINED];
    (colors.clone(), colors, prop::sample::subsequence(modifiers, 0..3)).prop_map(|(fg, bg, modifiers)| {
        Style::new().fg(fg).bg(bg).add_modifier(modifiers.into_iter().collect::<Modifier>())
    })
}

fn edit() -> impl Strategy<Value = Edit> {
    let text = prop_oneof![
        5 => "[ a-zé─0-9]{1,14}",
        1 => prop::collection::vec(prop::sample::select(vec!["漢", "a", " ", "ɔ\u{301}", "👩", "字", "│"]), 1..8)
            .prop_map(|parts| parts.concat()),
        1 => " {1,20}",
    ];
    prop_oneof![
        8 => (0..30u16, 0..14u16, text, style()).prop_map(|(x, y, text, style)| Edit::Write(x, y, text, style)),
        2 => (0..30u16, 0..14u16, 1..30u16, style()).prop_map(|(x, y, n, style)| Edit::Paint(x, y, n, style)),
        1 => (0..14u16, 1..6u16).prop_map(|(y, n)| Edit::Erase(y, n)),
        3 => (0..14u16, 2..14u16, -5..=5i32).prop_map(|(y, n, by)| Edit::Scroll(y, n, by)),
        1 => (1..30u16, 1..14u16).prop_map(|(w, h)| Edit::Resize(w, h)),
        1 => Just(Edit::Reset),
    ]
}

fn apply(edit: &Edit, buffer: &mut Buffer, screen: &mut Screen) {
    let area = buffer.area;
    let width = usize::from(area.width);
    let rows = |y: u16, n: u16| usize::from(y.min(area.height))..usize::from((y + n).min(area.height));
    match edit {
        Edit::Write(x, y, text, style) if *x < area.width && *y < area.height => {
            if *x > 0 && buffer[(x - 1, *y)].symbol().width() == 2 {
                buffer[(x - 1, *y)].set_symbol(" ");
            }
            buffer.set_string(*x, *y, text, *style);
        }
        Edit::Paint(x, y, n, style) => buffer.set_style(Rect::new(*x, *y, *n, 1).intersection(area), *style),
        Edit::Erase(y, n) => {
            for y in rows(*y, *n) {
                buffer.content[y * width..][..width].fill(ratatui::buffer::Cell::EMPTY);
            }
        }
        Edit::Scroll(y, n, by) => {
            let rows = rows(*y, *n);
            let block = &mut buffer.content[rows.start * width..rows.end * width];
            let cells = (width * by.unsigned_abs() as usize).min(block.len());
            if *by > 0 { block.rotate_left(cells) } else { block.rotate_right(cells) }
        }
        Edit::Resize(w, h) if (*w, *h) != (area.width, area.height) => {
            *buffer = Buffer::empty(Rect::new(0, 0, *w, *h));
            screen.terminal = terminal(*w, *h);
            screen.terminal.process("\x1b[31mgarbage that others left".as_bytes());
            screen.painter.reset();
        }
        Edit::Reset => screen.painter.reset(),
        Edit::Write(..) | Edit::Resize(..) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_terminal_shows_what_was_drawn(
        frames in prop::collection::vec((prop::collection::vec(edit(), 0..12), prop::option::of((0..30u16, 0..14u16))), 1..12)
    ) {
        let mut screen = Screen::new(30, 14);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 14));
        for (edits, cursor) in frames {
            for edit in &edits {
                apply(edit, &mut buffer, &mut screen);
            }
            let cursor = cursor.filter(|(x, y)| buffer.area.contains((*x, *y).into())).map(Position::from);
            screen.show(&buffer, cursor);
            let again = screen.show(&buffer, cursor);
            prop_assert!(again.is_empty(), "nothing changed, yet {:?}", String::from_utf8_lossy(&again));
        }
    }

    #[test]
    fn no_text_moves_the_cursor(texts in prop::collection::vec(any::<String>(), 1..6)) {
        // the terminal of these tests shows nothing for U+FFFD, every other one a sign of one column
        hostile(&texts.into_iter().map(|text| text.replace('\u{fffd}', "?")).collect::<Vec<_>>());
    }
}

/// Writes texts cell by cell, as a careless widget would, and checks that the mark after each is in its column.
fn hostile(texts: &[String]) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 8));
    for (y, text) in (0..).zip(texts) {
        buffer[(2, y)].set_symbol(text);
        buffer[(0, y)].set_symbol("|");
        buffer[(6, y)].set_symbol("|");
    }
    for charset in [Charset::Full, Charset::Linux, Charset::Ascii] {
        let mut painter = Painter::new(charset, vec![]);
        painter.paint(&buffer, Some(Position::new(3, 7))).expect("memory takes all");
        let bytes = std::mem::take(painter.terminal());
        let mut terminal = terminal(20, 8);
        terminal.process(&bytes);
        let screen = terminal.screen();
        assert_eq!(screen.cursor_position(), (7, 3));
        for y in 0..8 {
            let mark = if usize::from(y) < texts.len() { "|" } else { "" };
            for x in [0, 6] {
                assert_eq!(
                    screen.cell(y, x).expect("inside").contents().trim(),
                    mark,
                    "{charset:?} {texts:?} {bytes:?}"
                );
            }
            for x in (7..20).chain([1, 5]) {
                assert_eq!(screen.cell(y, x).expect("inside").contents().trim(), "", "{charset:?} {texts:?} {bytes:?}");
            }
        }
    }
}

#[test]
fn hostile_names_stay_in_their_cells() {
    let names = ["\x1b[2J", "a\x1b[H", "\u{202e}abc", "e\u{301}\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦", "\u{9b}5;5H"];
    hostile(&names.map(String::from));
    let names = ["\r\n\u{fffd}", "\t", "\u{200f}", "🇨🇩", "\u{7f}", "\u{feff}"];
    hostile(&names.map(String::from));
}

/// The list of members at 100×30: header, 26 rows over the whole width, footer; the selected row reversed.
fn list(top: usize, selected: usize) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 100, 30));
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let names = [
        "KABAMBA Ilunga Élise",
        "KABEYA Ngoyi Éléonore",
        "KABONGO Elesi Jean",
        "MWAMBA Tshibangu",
        "KAPINGA Ntumba Marie",
    ];
    let sites = ["Luamuela", "Bakwa Tshimuna", "Mbuji-Mayi", "Katende"];
    buffer.set_string(0, 0, " Members › active", bold);
    buffer.set_string(68, 0, format!("{} of 100000   by name", top + selected + 1), Style::new());
    let head =
        "    No.  Name                              Sex  Age  Site              Phone          Joined      Status ";
    buffer.set_string(0, 1, head, bold);
    for row in 0..26 {
        let n = top + row;
        let chance = ((n + 1) * 2_654_435_761) >> 7;
        let line = format!(
            " {n:>6}  {:<32}  {:<3}  {:>3}  {:<16}  +243 81{:07}  {:02}/{:02}/20{:02}  {:<8}",
            names[chance % 5],
            ["F", "M"][chance / 5 % 2],
            18 + chance / 10 % 50,
            sites[chance / 500 % 4],
            chance % 10_000_000,
            chance % 28 + 1,
            chance % 12 + 1,
            chance % 25,
            ["active", "applicant"][usize::from(chance.is_multiple_of(11))],
        );
        let style = if row == selected { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() };
        let y = row as u16 + 2;
        buffer.set_stringn(0, y, line, 100, Style::new());
        buffer.set_style(Rect::new(0, y, 100, 1), style);
    }
    buffer.set_string(
        0,
        29,
        " Enter open  n new  e edit  / filter  s sort  f filters  h history  ? help",
        Style::new(),
    );
    buffer
}

fn field(text: &str) -> (Buffer, Option<Position>) {
    let mut buffer = list(0, 3);
    buffer.set_style(Rect::new(20, 12, 60, 5), Style::new().bg(Color::Blue));
    buffer.set_string(
        22,
        14,
        format!("Name  {text:<40}"),
        Style::new().bg(Color::Blue).add_modifier(Modifier::UNDERLINED),
    );
    (buffer, Some(Position::new(28 + text.len() as u16, 14)))
}

/// Bytes of the last of these frames.
fn bytes(frames: &[(Buffer, Option<Position>)]) -> usize {
    let mut screen = Screen::new(100, 30);
    frames.iter().map(|(buffer, cursor)| screen.show(buffer, *cursor).len()).last().expect("a frame")
}

/// Goals: a cursor move 270 bytes, a scrolled row 274, a typed character 40, a page no more than its text.
#[test]
fn frames_are_small() {
    let list = |top, selected| (list(top, selected), None);
    let page = list(226, 25).0;
    let length =
        |row: &[ratatui::buffer::Cell]| row.iter().rposition(|cell| cell.symbol() != " ").map_or(0, |last| last + 1);
    let text: usize = page.content[200..2800].chunks_exact(100).map(length).sum();
    let beside = |(mut buffer, cursor): (Buffer, _), name| {
        for (y, text) in (2..28).zip(["", name, "Luamuela", name].into_iter().chain(std::iter::repeat(""))) {
            buffer.set_string(70, y, format!("│ {text:<28}"), Style::new());
        }
        (buffer, cursor)
    };
    for (what, size, goal) in [
        ("cursor down", bytes(&[list(200, 10), list(200, 11)]), 215),
        ("cursor up", bytes(&[list(200, 11), list(200, 10)]), 215),
        ("row down", bytes(&[list(200, 25), list(201, 25)]), 195),
        ("row up", bytes(&[list(200, 0), list(199, 0)]), 195),
        ("row down beside a pane", bytes(&[beside(list(200, 25), "Élise"), beside(list(201, 25), "Eleko")]), 275),
        ("three rows down", bytes(&[list(200, 25), list(203, 25)]), 375),
        ("page", bytes(&[list(200, 25), list(226, 25)]), text * 3 / 4),
        ("first frame", bytes(&[list(200, 25)]), text * 11 / 10),
        ("typed", bytes(&[field("KABEYA"), field("KABEYA "), field("KABEYA N"), field("KABEYA Ng")]), 1),
        ("deleted", bytes(&[field("KABEYA"), field("KABEYA N"), field("KABEYA ")]), 3),
        ("nothing", bytes(&[list(200, 25), list(200, 25)]), 0),
    ] {
        println!("{what}: {size} of {goal}");
        assert!(size <= goal, "{what}: {size} bytes, goal {goal}");
    }
}

#[test]
fn a_disputed_width_is_followed_by_a_column() {
    let mut screen = Screen::new(8, 1);
    screen.show(&Buffer::with_lines(["abcdefgh"]), None);
    let bytes = screen.show(&Buffer::with_lines(["ab漢efgh"]), None);
    assert_eq!(String::from_utf8_lossy(&bytes), "\x1b[3G  \x08\x08漢");
    let bytes = screen.show(&Buffer::with_lines(["ab漢Efgh"]), None);
    assert_eq!(String::from_utf8_lossy(&bytes), "\x1b[5GE");
    let bytes = screen.show(&Buffer::with_lines(["abcdef漢"]), None);
    assert_eq!(String::from_utf8_lossy(&bytes), "\x08\x08\x08cdef  \x1b[7G漢");
}

#[test]
fn after_a_failed_write_everything_is_written() {
    struct Broken(bool, Vec<u8>);
    impl Write for Broken {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 { Err(io::ErrorKind::BrokenPipe.into()) } else { self.1.write(bytes) }
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut painter = Painter::new(Charset::Full, Broken(false, vec![]));
    painter.paint(&Buffer::with_lines(["one", "two"]), None).expect("memory takes all");
    painter.terminal().0 = true;
    painter.paint(&Buffer::with_lines(["one", "2"]), None).expect_err("the terminal is gone");
    *painter.terminal() = Broken(false, vec![]);
    painter.paint(&Buffer::with_lines(["one", "2"]), None).expect("memory takes all");
    assert_eq!(String::from_utf8_lossy(&painter.terminal().1), "\x1b[m\x1b[r\x1b[H\x1b[2Jone\r\n2\x1b[?25l");
}
