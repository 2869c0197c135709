//! Two versions of a record side by side, one value of each field chosen.

use crate::tui::{
    canvas::{Canvas, wrap},
    keymap::Cmd,
    theme::Role,
};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// A field in which the two differ.
pub struct Side {
    /// Its name.
    pub label: String,
    /// What the first says.
    pub left: String,
    /// What the second says.
    pub right: String,
    /// Whether the second is taken.
    pub takes_right: bool,
}

/// The fields that differ, and the cursor.
#[derive(Default)]
pub struct Sides {
    rows: Vec<Side>,
    at: usize,
}

impl Sides {
    /// These fields, the cursor on the first.
    pub const fn new(rows: Vec<Side>) -> Self {
        Self { rows, at: 0 }
    }

    /// Other fields; the cursor stays at its place.
    pub fn set(&mut self, rows: Vec<Side>) {
        self.rows = rows;
        self.at = self.at.min(self.rows.len().saturating_sub(1));
    }

    /// The fields.
    pub fn rows(&self) -> &[Side] {
        &self.rows
    }

    /// Moves the cursor or takes the other value; `false` when the command is neither.
    pub fn run(&mut self, cmd: Cmd) -> bool {
        let last = self.rows.len().saturating_sub(1);
        match cmd {
            Cmd::Up => self.at = self.at.saturating_sub(1),
            Cmd::Down => self.at = (self.at + 1).min(last),
            Cmd::Top => self.at = 0,
            Cmd::Bottom => self.at = last,
            Cmd::Swap => {
                if let Some(row) = self.rows.get_mut(self.at) {
                    row.takes_right = !row.takes_right;
                }
            }
            _ => return false,
        }
        true
    }

    /// Draws both under their headings, with a mark at what is taken.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, headings: (&str, &str)) {
        let label = 18.min(area.width / 4);
        let half = (area.width.saturating_sub(label + 5)) / 2;
        let (left, right) = (area.x + label + 2, area.x + label + 4 + half);
        for (x, heading) in [(left, headings.0), (right, headings.1)] {
            canvas.text(x + 2, area.y, half.saturating_sub(2), heading, canvas.style(Role::Muted));
        }
        // what is cut of the row under the cursor stands whole below
        let room = usize::from(half.saturating_sub(2));
        let here = self.rows.get(self.at).filter(|row| row.left.width().max(row.right.width()) > room);
        let (wide, most) = (usize::from(area.width.saturating_sub(5)), usize::from(area.height / 3).max(1));
        let lines = |text: &str| wrap(text, wide).into_iter().take(most);
        let whole: Vec<String> =
            here.map(|row| lines(&row.left).chain(lines(&row.right)).collect()).unwrap_or_default();
        let left_lines = here.map_or(0, |row| lines(&row.left).count());
        for (line, text) in whole.iter().enumerate() {
            let y = area.bottom().saturating_sub((whole.len() - line) as u16);
            let is_first = line == 0 || line == left_lines;
            let taken = here.is_some_and(|row| row.takes_right == (line >= left_lines));
            canvas.text(area.x + 1, y, 1, if is_first && taken { "✓" } else { " " }, canvas.style(Role::Good));
            canvas.text(area.x + 3, y, area.width.saturating_sub(3), text, canvas.style(Role::Muted));
        }
        let height = usize::from(area.height).saturating_sub(1 + whole.len());
        let top = (self.at + 1).saturating_sub(height);
        for (at, row) in self.rows.iter().enumerate().skip(top).take(height) {
            let y = area.y + 1 + (at - top) as u16;
            canvas.text(area.x + 1, y, label, &row.label, canvas.style(Role::Muted));
            for (x, text, taken) in [(left, &row.left, !row.takes_right), (right, &row.right, row.takes_right)] {
                canvas.text(x, y, 1, if taken { "✓" } else { " " }, canvas.style(Role::Good));
                let text = if text.is_empty() { "–" } else { text };
                canvas.text(x + 2, y, half.saturating_sub(2), text, canvas.style(Role::Text));
            }
            if at == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}
