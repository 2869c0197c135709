//! A record on a page: lines under headings, with a cursor on what each line is about.

use crate::tui::{
    canvas::{Canvas, wrap},
    keymap::Cmd,
    theme::Role,
};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// One line: a heading, or a label and a value that is about something.
pub struct Line<W> {
    /// Before the value.
    pub label: String,
    /// The value.
    pub text: String,
    /// What the line is about; a heading is about nothing.
    pub what: Option<W>,
}

impl<W> Line<W> {
    /// A label and a value.
    pub fn new(label: impl Into<String>, text: impl Into<String>, what: W) -> Self {
        Self { label: label.into(), text: text.into(), what: Some(what) }
    }

    /// A heading.
    pub fn heading(label: impl Into<String>) -> Self {
        Self { label: label.into(), text: String::new(), what: None }
    }
}

/// The lines and the cursor.
pub struct Page<W> {
    lines: Vec<Line<W>>,
    at: usize,
}

impl<W> Default for Page<W> {
    fn default() -> Self {
        Self { lines: Vec::new(), at: 0 }
    }
}

impl<W> Page<W> {
    /// Other lines; the cursor stays at its place as far as there are lines.
    pub fn set(&mut self, lines: Vec<Line<W>>) {
        self.lines = lines;
        self.at = self.at.min(self.lines.len().saturating_sub(1));
        if self.what().is_none() {
            self.step(1);
        }
    }

    /// What the cursor is on.
    pub fn what(&self) -> Option<&W> {
        self.lines.get(self.at).and_then(|line| line.what.as_ref())
    }

    /// Puts the cursor on the first line that is about this, if there is one.
    pub fn select(&mut self, is_it: impl Fn(&W) -> bool) {
        let found = self.lines.iter().position(|line| line.what.as_ref().is_some_and(&is_it));
        self.at = found.unwrap_or(self.at);
    }

    /// Moves the cursor from one line that is about something to another; `false` when the command is not one of a page.
    pub fn run(&mut self, cmd: Cmd) -> bool {
        match cmd {
            Cmd::Down => self.step(1),
            Cmd::Up => self.step(-1),
            Cmd::PageDown => self.step(10),
            Cmd::PageUp => self.step(-10),
            Cmd::Top => self.step(-(self.lines.len() as isize)),
            Cmd::Bottom => self.step(self.lines.len() as isize),
            _ => return false,
        }
        true
    }

    fn step(&mut self, by: isize) {
        let stops: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines[*at].what.is_some()).collect();
        let here = stops.iter().position(|at| *at >= self.at).unwrap_or(0);
        let on_stop = stops.get(here) == Some(&self.at);
        let by = if on_stop || by < 0 { by } else { by - 1 };
        let to = here.saturating_add_signed(by).min(stops.len().saturating_sub(1));
        self.at = stops.get(to).copied().unwrap_or(0);
    }

    /// Draws what fits, with the cursor in sight; long values are broken into lines.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let labels = self.lines.iter().filter(|line| line.what.is_some()).map(|line| line.label.width());
        let label = labels.max().unwrap_or(0).min(22) as u16;
        let x = area.x + 3 + label + 2;
        let width = usize::from(area.right().saturating_sub(x + 1)).max(8);
        let mut rows: Vec<(usize, String)> = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            if line.what.is_none() && at > 0 {
                rows.push((usize::MAX, String::new()));
            }
            let wrapped = wrap(&line.text, width);
            let is_blank = wrapped.is_empty();
            rows.extend(wrapped.into_iter().map(|text| (at, text)));
            if is_blank {
                rows.push((at, String::new()));
            }
        }
        let height = usize::from(area.height);
        // the cursor in the middle, once there is more than fits
        let here = rows.iter().position(|(at, _)| *at == self.at).unwrap_or(0);
        let top = here.saturating_sub(height / 2).min(rows.len().saturating_sub(height));
        let mut before = None;
        for (row, (at, text)) in rows.iter().enumerate().skip(top).take(height) {
            let y = area.y + (row - top) as u16;
            let Some(line) = self.lines.get(*at) else { continue };
            if line.what.is_none() {
                canvas.text(area.x + 1, y, area.width, &line.label, canvas.style(Role::Title));
                continue;
            }
            if before != Some(*at) {
                canvas.text(area.x + 3, y, label, &line.label, canvas.style(Role::Muted));
            }
            before = Some(*at);
            canvas.text(x, y, area.right().saturating_sub(x), text, canvas.style(Role::Text));
            if *at == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stops_where_a_line_is_about_something() {
        let mut page = Page::default();
        page.set(vec![Line::heading("A"), Line::new("x", "1", 1), Line::heading("B"), Line::new("y", "2", 2)]);
        assert_eq!(page.what(), Some(&1));
        page.run(Cmd::Down);
        assert_eq!(page.what(), Some(&2));
        page.run(Cmd::Down);
        assert_eq!(page.what(), Some(&2));
        page.run(Cmd::Top);
        assert_eq!(page.what(), Some(&1));
        page.run(Cmd::Bottom);
        assert_eq!(page.what(), Some(&2));
        page.set(vec![Line::heading("A")]);
        assert_eq!(page.what(), None);
    }
}
