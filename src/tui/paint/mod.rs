//! The painter: turns a drawn [`Buffer`] into the fewest bytes that make the terminal look like it.
//!
//! It replaces `ratatui`'s terminal and backend. It remembers what is on the screen, finds rows that only moved and
//! scrolls them, writes what is left, and hands everything to the terminal in one write. A slow line (64 kbit/s, a
//! satellite link) and a held key are what it is made for.
//!
//! Each frame is first read into cells, through `Charset::glyph`: what the terminal cannot show or what could
//! move its cursor is gone from then on, and comparing is comparing numbers. Nothing is allocated per frame.
//! `CellDiffOption` is ignored: nobody but the painter writes to the terminal.
mod look;
mod pen;
mod row;
mod scroll;
#[cfg(test)]
mod tests;

use super::charset::{Charset, Glyph};
use look::Look;
use pen::Pen;
use ratatui::{buffer::Buffer, layout::Position};
use std::io::{self, Write};

/// One cell of the terminal: comparable, and in one form where two would look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    glyph: Glyph,
    look: Look,
}

impl Cell {
    /// What erasing leaves.
    const BLANK: Self = Self { glyph: Glyph::BLANK, look: Look::PLAIN };
}

/// Writes frames to a terminal, remembering the last.
#[derive(Debug)]
pub struct Painter<W> {
    terminal: W,
    charset: Charset,
    pen: Pen,
    size: (u16, u16),
    /// What the terminal shows.
    shown: Vec<Cell>,
    /// What it shall show.
    next: Vec<Cell>,
    /// Which rows of the two differ.
    changed: Vec<bool>,
    blank: Vec<Cell>,
    scroll: scroll::Finder,
    /// The terminal's cursor is visible; unknown after a reset.
    cursor: Option<bool>,
    stale: bool,
}

impl<W: Write> Painter<W> {
    /// A painter that knows nothing about what the terminal shows.
    pub fn new(charset: Charset, terminal: W) -> Self {
        Self {
            terminal,
            charset,
            pen: Pen::new(),
            size: (0, 0),
            shown: Vec::new(),
            next: Vec::new(),
            changed: Vec::new(),
            blank: Vec::new(),
            scroll: scroll::Finder::default(),
            cursor: None,
            stale: true,
        }
    }

    /// The next frame clears the terminal and writes everything: after a resize, or when others have written to it.
    pub fn reset(&mut self) {
        self.stale = true;
    }

    /// Changes the characters in use, from the next frame on.
    pub fn set_charset(&mut self, charset: Charset) {
        self.charset = charset;
    }

    /// What the frames are written to.
    pub fn terminal(&mut self) -> &mut W {
        &mut self.terminal
    }

    /// Makes the terminal look like `next`, with its cursor at `cursor` or hidden, and says how many bytes it took.
    /// A buffer of another size than the last starts afresh.
    pub fn paint(&mut self, next: &Buffer, cursor: Option<Position>) -> io::Result<usize> {
        let (width, height) = (next.area.width, next.area.height);
        if width == 0 || height == 0 {
            return Ok(0);
        }
        self.pen.out.clear();
        if self.stale || self.size != (width, height) {
            self.clear(width, height);
        }
        self.read(next);
        self.draw();
        self.place(cursor.map(|at| (at.x.min(width - 1), at.y.min(height - 1))));
        std::mem::swap(&mut self.shown, &mut self.next);
        if !self.pen.out.is_empty() {
            // how far a failed write came is unknown
            self.stale = true;
            self.terminal.write_all(&self.pen.out)?;
            self.terminal.flush()?;
            self.stale = false;
        }
        Ok(self.pen.out.len())
    }

    fn clear(&mut self, width: u16, height: u16) {
        self.size = (width, height);
        self.pen.width = width;
        self.pen.clear();
        self.cursor = None;
        let cells = usize::from(width) * usize::from(height);
        self.blank.resize(width.into(), Cell::BLANK);
        self.next.resize(cells, Cell::BLANK);
        self.shown.clear();
        self.shown.resize(cells, Cell::BLANK);
    }

    /// Reads the buffer into `next` and notes which rows changed.
    fn read(&mut self, buffer: &Buffer) {
        let width = usize::from(self.size.0);
        self.changed.clear();
        let rows = self.next.chunks_exact_mut(width).zip(self.shown.chunks_exact(width));
        for ((next, shown), from) in rows.zip(buffer.content.chunks_exact(width)) {
            let mut trail = None;
            for (x, (to, from)) in next.iter_mut().zip(from).enumerate() {
                if let Some(look) = trail.take() {
                    *to = Cell { glyph: Glyph::TRAIL, look };
                    continue;
                }
                let mut glyph = self.charset.glyph(from.symbol());
                let mut look = Look::new(from.fg, from.bg, from.modifier);
                if glyph.width() == 2 {
                    if x + 1 < width {
                        trail = Some(look);
                    } else {
                        glyph = Glyph::plain('?');
                    }
                } else if glyph.is_blank() {
                    look = look.on_blank();
                }
                *to = Cell { glyph, look };
            }
            self.changed.push(next != shown);
        }
    }

    /// Writes the difference between `shown` and `next`, with a scroll if that is shorter.
    fn draw(&mut self) {
        let (start, before) = (self.pen.out.len(), self.pen.state());
        // a cursor that moved changes two rows and a counter
        let changed = self.changed.iter().filter(|changed| **changed).count();
        let shift = if changed > 3 { self.scroll.find(self.size.0.into(), &self.shown, &self.next) } else { None };
        if let Some(shift) = shift {
            self.pen.scroll(shift.top, shift.bottom, shift.by);
            self.rows(|y| shift.source(y));
            if shift.saves >= scroll::SURELY {
                return;
            }
        }
        let (middle, scrolled) = (self.pen.out.len(), self.pen.state());
        self.pen.restore(before);
        self.rows(Some);
        if shift.is_some() && self.pen.out.len() - middle > middle - start {
            self.pen.out.truncate(middle);
            self.pen.restore(scrolled);
        } else {
            self.pen.out.drain(start..middle);
        }
    }

    /// Writes all rows that differ from what the terminal shows there; `source` says which row of `shown` that is.
    fn rows(&mut self, source: impl Fn(u16) -> Option<u16>) {
        let width = usize::from(self.size.0);
        for (y, next) in (0..).zip(self.next.chunks_exact(width)) {
            let source = source(y);
            if source == Some(y) && !self.changed[usize::from(y)] {
                continue;
            }
            let shown = source.map_or(&*self.blank, |from| &self.shown[usize::from(from) * width..][..width]);
            row::write(&mut self.pen, y, shown, next);
        }
    }

    /// Shows the cursor at a cell or hides it.
    fn place(&mut self, cursor: Option<(u16, u16)>) {
        if let Some((x, y)) = cursor {
            self.pen.go(x, y);
        }
        if self.cursor != Some(cursor.is_some()) {
            self.pen.out.extend_from_slice(if cursor.is_some() { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.cursor = Some(cursor.is_some());
        }
    }
}
