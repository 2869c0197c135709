//! Where the cursor and the rows stand on the screen, moves from row to row, and drawing.

use super::{Place, Prose, rows};
use crate::tui::{canvas::Canvas, theme::Role};
use ratatui::{
    layout::{Position, Rect},
    style::Modifier,
};

impl Prose {
    /// How many rows of a paragraph are known when it is broken up to this one, if there are so many.
    fn know(&mut self, paragraph: usize, row: usize) -> usize {
        let here = &mut self.paragraphs[paragraph];
        let text = here.words.as_deref().unwrap_or(&here.text);
        here.rows.know(text, self.columns, row);
        here.rows.len()
    }

    /// The last row of a paragraph.
    fn last_row(&mut self, paragraph: usize) -> usize {
        self.know(paragraph, usize::MAX) - 1
    }

    /// The row of the cursor in its paragraph; the place behind a record is in its last.
    pub(super) fn row(&mut self) -> usize {
        let Place { paragraph, at } = self.cursor;
        if self.is_record(paragraph) {
            return if at == 0 { 0 } else { self.last_row(paragraph) };
        }
        let here = &mut self.paragraphs[paragraph];
        here.rows.reach(&here.text, self.columns, at);
        here.rows.of(at)
    }

    /// The text of a row of which the next is known too, if there is one.
    fn text_of(&self, (paragraph, row): (usize, usize)) -> &str {
        let here = &self.paragraphs[paragraph];
        let (start, end) = (here.rows.start(row), here.rows.start(row + 1));
        &here.shown()[start.unwrap_or_default()..end.unwrap_or(here.shown().len())]
    }

    /// The row so many below or above another, as far as there are rows; the one behind it is known too.
    pub(super) fn step(&mut self, (mut paragraph, mut row): (usize, usize), by: isize) -> (usize, usize) {
        let mut left = by.unsigned_abs();
        while left > 0 {
            if by > 0 {
                let below = self.know(paragraph, row + left) - 1 - row;
                if left <= below || paragraph + 1 == self.paragraphs.len() {
                    row += left.min(below);
                    break;
                }
                (paragraph, row, left) = (paragraph + 1, 0, left - below - 1);
            } else {
                if left <= row || paragraph == 0 {
                    row = row.saturating_sub(left);
                    break;
                }
                left -= row + 1;
                (paragraph, row) = (paragraph - 1, self.last_row(paragraph - 1));
            }
        }
        self.know(paragraph, row + 1);
        (paragraph, row)
    }

    /// Brings the cursor into sight and breaks what is seen into rows.
    pub(super) fn settle(&mut self) {
        let here = (self.cursor.paragraph, self.row());
        let last = self.paragraphs.len() - 1;
        if self.top.0 > last {
            self.top = (last, 0);
        }
        let rows = self.know(self.top.0, self.top.1);
        self.top.1 = self.top.1.min(rows - 1);
        if here < self.top {
            self.top = here;
        } else if self.step(self.top, self.height as isize - 1) < here {
            self.top = self.step(here, 1 - self.height as isize);
        }
        self.step(self.top, self.height as isize - 1);
    }

    /// Leaves no rows empty below the text while there is text above.
    pub(super) fn fill(&mut self) {
        let last = self.paragraphs.len() - 1;
        let end = (last, self.last_row(last));
        self.top = self.top.min(self.step(end, 1 - self.height as isize));
    }

    /// Moves the cursor so many rows down or up; `false` when it stood in the last or the first one.
    pub fn move_rows(&mut self, by: isize) -> bool {
        let from = (self.cursor.paragraph, self.row());
        let mut to = self.step(from, by);
        if self.is_record(from.0) && to.0 == from.0 {
            // a record is one place, however many rows it has
            let out = if by > 0 { from.0 + 1 } else { from.0.wrapping_sub(1) };
            if out >= self.paragraphs.len() {
                return false;
            }
            to = (out, if by > 0 { 0 } else { self.last_row(out) });
        }
        if to == from {
            return false;
        }
        self.know(to.0, to.1 + 1);
        let aim = self.aim.unwrap_or_else(|| self.column(from));
        let at = if self.is_record(to.0) {
            if by > 0 { 0 } else { self.length(to.0) }
        } else {
            let begins = self.paragraphs[to.0].rows.start(to.1).unwrap_or_default();
            // the place behind the last letter of a row is the beginning of the next
            (begins + rows::byte_at(self.text_of(to), aim)).min(self.row_end(to))
        };
        self.go(Place::new(to.0, at));
        self.aim = Some(aim);
        true
    }

    /// Moves a page down or up; `false` at the edge of the text.
    pub fn move_page(&mut self, down: bool) -> bool {
        let page = self.height.saturating_sub(1).max(1) as isize;
        let (by, top) = (if down { page } else { -page }, self.top);
        if !self.move_rows(by) {
            return false;
        }
        self.top = self.step(top, by);
        self.fill();
        self.settle();
        true
    }

    pub(super) fn vertically(&mut self, by: isize) -> bool {
        self.move_rows(by);
        false
    }

    /// The last place of a row: at the end of its paragraph behind the last letter, else before what hangs over.
    fn row_end(&self, (paragraph, row): (usize, usize)) -> usize {
        let here = &self.paragraphs[paragraph];
        here.rows.start(row + 1).map_or(here.text.len(), |end| super::boundary(&here.text, end, false))
    }

    /// Moves the cursor to the beginning or the end of its row.
    pub(super) fn go_to_edge(&mut self, end: bool) -> bool {
        let (Place { paragraph, .. }, row) = (self.cursor, self.row());
        let at = match end {
            true if self.is_record(paragraph) => self.length(paragraph),
            false if self.is_record(paragraph) => 0,
            true => self.row_end((paragraph, row)),
            false => self.paragraphs[paragraph].rows.start(row).unwrap_or_default(),
        };
        self.go(Place::new(paragraph, at))
    }

    /// The column of the cursor, which stands in `row`.
    fn column(&self, (paragraph, row): (usize, usize)) -> usize {
        let here = &self.paragraphs[paragraph];
        if here.words.is_some() {
            return if self.cursor.at == 0 { 0 } else { rows::columns(self.text_of((paragraph, row))) };
        }
        rows::columns(&here.text[here.rows.start(row).unwrap_or_default()..self.cursor.at])
    }

    /// Draws what is seen; one column at each side is left free.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let (plain, muted) = (canvas.style(Role::Text), canvas.style(Role::Muted));
        let (mut paragraph, mut row) = self.top;
        for y in area.top()..area.bottom() {
            let Some(here) = self.paragraphs.get(paragraph).filter(|here| row < here.rows.len()) else { break };
            let style = if here.words.is_some() { muted } else { plain };
            let text = self.text_of((paragraph, row));
            // blanks that hang over the edge are there and not seen
            canvas.text(area.x + 1, y, area.width - 1, text.trim_end_matches(' '), style);
            self.draw_found(canvas, Position { x: area.x + 1, y }, (paragraph, row));
            if self.cursor.paragraph == paragraph && self.is_here(row) {
                let column = self.column((paragraph, row)).min(usize::from(area.width).saturating_sub(2)) as u16;
                canvas.cursor = Some(Position { x: area.x + 1 + column, y });
            }
            row += 1;
            if row == here.rows.len() {
                (paragraph, row) = (paragraph + 1, 0);
            }
        }
    }

    /// Whether the cursor stands in that row of its paragraph.
    fn is_here(&self, row: usize) -> bool {
        let (here, at) = (&self.paragraphs[self.cursor.paragraph], self.cursor.at);
        match at {
            0 => row == 0,
            _ if here.words.is_some() => row + 1 == here.rows.len(),
            _ => here.rows.of(at) == row,
        }
    }

    /// Reverses what was found, where it stands in that row.
    fn draw_found(&self, canvas: &mut Canvas<'_>, at: Position, (paragraph, row): (usize, usize)) {
        let Some((start, end)) = self.found.filter(|(start, _)| start.paragraph == paragraph) else { return };
        let (begins, text) =
            (self.paragraphs[paragraph].rows.start(row).unwrap_or_default(), self.text_of((paragraph, row)));
        let (from, to) = (start.at.max(begins), end.min(begins + text.len()));
        if from >= to {
            return;
        }
        let x = at.x + rows::columns(&text[..from - begins]) as u16;
        let width = rows::columns(&text[from - begins..to - begins]) as u16;
        let place = Rect { x, y: at.y, width, height: 1 }.intersection(canvas.buffer.area);
        let style = canvas.style(Role::Text).add_modifier(Modifier::REVERSED);
        canvas.buffer.set_style(place, style);
    }
}
