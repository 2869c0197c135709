//! The terminal's cursor: where it is, how it writes, and the shortest way to somewhere else.
//!
//! Only sequences that xterm, the Linux console, screen, tmux and `PuTTY` have in common.
use super::{
    Cell,
    look::{Look, number},
};

/// A row or column nobody knows.
const UNKNOWN: u16 = u16::MAX;

/// What the terminal will do with the next character.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    x: u16,
    y: u16,
    look: Look,
}

/// Collects the bytes of one frame.
#[derive(Debug)]
pub(super) struct Pen {
    /// The frame's bytes.
    pub out: Vec<u8>,
    /// Columns of the terminal.
    pub width: u16,
    state: State,
}

/// How to come to another row.
#[derive(Clone, Copy)]
enum Climb {
    /// It is the same row.
    Stay,
    /// Line feeds, which keep column 0 whatever the line mode.
    Feed(u16),
    Down(u16),
    /// `ESC M`, one row up without touching the column.
    Reverse,
    Up(u16),
}

impl Climb {
    fn new(from: u16, to: u16, first_column: bool) -> Self {
        match (to.saturating_sub(from), from.saturating_sub(to)) {
            (0, 0) => Self::Stay,
            (n, 0) if first_column && usize::from(n) <= counted(n) => Self::Feed(n),
            (n, 0) => Self::Down(n),
            (_, 1) => Self::Reverse,
            (_, n) => Self::Up(n),
        }
    }

    fn cost(self) -> usize {
        match self {
            Self::Stay => 0,
            Self::Feed(n) => n.into(),
            Self::Reverse => 2,
            Self::Down(n) | Self::Up(n) => counted(n),
        }
    }
}

/// How to come to another column of the same row.
#[derive(Clone, Copy)]
enum Slide {
    Stay,
    Back(u16),
    Left(u16),
    Right(u16),
    Column(u16),
}

impl Slide {
    fn new(from: u16, to: u16) -> Self {
        let relative = match (to.saturating_sub(from), from.saturating_sub(to)) {
            _ if from == UNKNOWN => return Self::Column(to),
            (0, 0) => Self::Stay,
            (n, 0) => Self::Right(n),
            (_, n) if usize::from(n) <= counted(n) => Self::Back(n),
            (_, n) => Self::Left(n),
        };
        if relative.cost() <= Self::Column(to).cost() { relative } else { Self::Column(to) }
    }

    fn cost(self) -> usize {
        match self {
            Self::Stay => 0,
            Self::Back(n) => n.into(),
            Self::Left(n) | Self::Right(n) => counted(n),
            Self::Column(x) => counted(x + 1),
        }
    }
}

impl Pen {
    /// A pen that knows nothing about the terminal.
    pub fn new() -> Self {
        Self { out: Vec::new(), width: 0, state: State { x: UNKNOWN, y: UNKNOWN, look: Look::PLAIN } }
    }

    /// Where the pen is and how it writes, to come back with [`Pen::restore`].
    pub fn state(&self) -> State {
        self.state
    }

    /// Takes a state back; the caller has dealt with the bytes.
    pub fn restore(&mut self, state: State) {
        self.state = state;
    }

    /// The column, when the pen is surely in row `y`.
    pub fn column_in(&self, y: u16) -> Option<u16> {
        (self.state.y == y && self.state.x != UNKNOWN).then_some(self.state.x)
    }

    /// Empties the terminal.
    pub fn clear(&mut self) {
        self.out.extend_from_slice(b"\x1b[m\x1b[r\x1b[H\x1b[2J");
        self.state = State { x: 0, y: 0, look: Look::PLAIN };
    }

    /// Moves rows `top..=bottom` up (`by > 0`) or down, leaving empty rows. Delete and insert line are used inside
    /// the margins because the Linux console has no `SU` and `SD`.
    pub fn scroll(&mut self, top: u16, bottom: u16, by: i32) {
        self.plain_ground();
        self.sequence(&[top + 1, bottom + 1], b'r');
        // setting the margins moves the cursor, not everywhere to the same place
        self.sequence(&[top + 1], b'H');
        let n = by.unsigned_abs() as u16;
        match by {
            -1 => self.out.extend_from_slice(b"\x1bM"),
            ..-1 => self.counted(n, b'L'),
            _ => self.counted(n, b'M'),
        }
        self.out.extend_from_slice(b"\x1b[r");
        (self.state.x, self.state.y) = (0, 0);
    }

    /// Goes to a cell.
    pub fn go(&mut self, x: u16, y: u16) {
        let at = self.state;
        if (at.x, at.y) == (x, y) {
            return;
        }
        let absolute = if x == 0 { counted(y + 1) } else { 3 + digits(y + 1) + digits(x + 1) };
        let (mut cost, mut path) = (absolute, None);
        if at.y != UNKNOWN {
            for back in [false, true] {
                let from = if back { 0 } else { at.x };
                let (climb, slide) = (Climb::new(at.y, y, from == 0), Slide::new(from, x));
                let this = usize::from(back) + climb.cost() + slide.cost();
                if this < cost {
                    (cost, path) = (this, Some((back, climb, slide)));
                }
            }
        }
        match path {
            None if x == 0 => self.counted(y + 1, b'H'),
            None => self.sequence(&[y + 1, x + 1], b'H'),
            Some((back, climb, slide)) => {
                if back {
                    self.out.push(b'\r');
                }
                match climb {
                    Climb::Stay => {}
                    Climb::Feed(n) => self.out.extend(std::iter::repeat_n(b'\n', n.into())),
                    Climb::Down(n) => self.counted(n, b'B'),
                    Climb::Reverse => self.out.extend_from_slice(b"\x1bM"),
                    Climb::Up(n) => self.counted(n, b'A'),
                }
                match slide {
                    Slide::Stay => {}
                    Slide::Back(n) => self.out.extend(std::iter::repeat_n(b'\x08', n.into())),
                    Slide::Left(n) => self.counted(n, b'D'),
                    Slide::Right(n) => self.counted(n, b'C'),
                    Slide::Column(x) => self.counted(x + 1, b'G'),
                }
            }
        }
        (self.state.x, self.state.y) = (x, y);
    }

    /// Goes to a cell of the row that is being written; short gaps are written once more instead of jumped over.
    pub fn reach(&mut self, x: u16, y: u16, row: &[Cell]) {
        if let Some(from) = self.column_in(y).filter(|from| *from < x) {
            let gap = &row[usize::from(from)..usize::from(x)];
            if gap.len() <= Slide::new(from, x).cost() && gap.iter().all(|cell| self.writes(*cell)) {
                self.out.extend(gap.iter().filter_map(|cell| cell.glyph.byte()));
                self.state.x = x;
            }
        }
        self.go(x, y);
    }

    /// Would this cell be one byte now?
    fn writes(&self, cell: Cell) -> bool {
        let look = if cell.glyph.is_blank() { self.state.look.on_blank() } else { self.state.look };
        look == cell.look && cell.glyph.byte().is_some()
    }

    /// Writes a cell where the pen is.
    pub fn put(&mut self, cell: Cell) {
        let glyph = cell.glyph;
        if !glyph.is_blank() || self.state.look.on_blank() != cell.look {
            self.look(cell.look);
        }
        if let Some(byte) = glyph.byte() {
            self.out.push(byte);
        } else {
            if glyph.width() == 2 {
                // a terminal that gives it one column must not leave an old character in the other
                let x = self.state.x;
                self.out.extend_from_slice(b"  ");
                self.state.x = if x + 2 < self.width { x + 2 } else { UNKNOWN };
                self.go(x, self.state.y);
            }
            self.char(glyph.base());
            glyph.marks().for_each(|mark| self.char(mark));
        }
        self.state.x += u16::from(glyph.width());
        // after the last column a terminal may or may not have made up its mind to wrap
        if !glyph.is_sure() || self.state.x >= self.width {
            self.state.x = UNKNOWN;
        }
    }

    /// Empties the row from the pen on.
    pub fn erase_to_end(&mut self) {
        self.plain_ground();
        self.out.extend_from_slice(b"\x1b[K");
    }

    /// Erasing takes the background along on some terminals and not on others: only ever erase in the default one.
    fn plain_ground(&mut self) {
        if self.state.look.on_blank() != Look::PLAIN {
            self.look(Look::PLAIN);
        }
    }

    fn look(&mut self, to: Look) {
        self.state.look.change(to, &mut self.out);
        self.state.look = to;
    }

    fn char(&mut self, c: char) {
        self.out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }

    /// A sequence whose only parameter is left out when it is 1.
    fn counted(&mut self, n: u16, end: u8) {
        self.sequence(if n == 1 { &[] } else { std::slice::from_ref(&n) }, end);
    }

    fn sequence(&mut self, parameters: &[u16], end: u8) {
        self.out.extend_from_slice(b"\x1b[");
        for (at, parameter) in parameters.iter().enumerate() {
            if at > 0 {
                self.out.push(b';');
            }
            number(*parameter, &mut self.out);
        }
        self.out.push(end);
    }
}

fn digits(n: u16) -> usize {
    1 + usize::from(n >= 10) + usize::from(n >= 100) + usize::from(n >= 1_000) + usize::from(n >= 10_000)
}

/// Bytes of a sequence with one parameter that may be left out when it is 1.
fn counted(n: u16) -> usize {
    if n == 1 { 3 } else { 3 + digits(n) }
}
