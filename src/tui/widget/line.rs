//! One line in which somebody types: a text area of one row, with the terminal's own cursor in it.

use crate::tui::{canvas::Canvas, keymap::azerty_digit, screen::Input};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{
    layout::{Position, Rect},
    style::{Modifier, Style},
    widgets::Widget,
};
use tui_textarea::{CursorMove, TextArea};

/// A field in which somebody types.
pub struct Line {
    area: TextArea<'static>,
    /// Whether it may have more than one row.
    multi: bool,
    /// Whether the top row of an AZERTY keyboard gives digits here.
    digits: bool,
}

impl Line {
    /// A field with `text` in it and the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self::build(text, false)
    }

    /// A field of several rows.
    pub fn multi(text: &str) -> Self {
        Self::build(text, true)
    }

    fn build(text: &str, multi: bool) -> Self {
        let lines = if multi { text.split('\n').map(str::to_owned).collect() } else { vec![text.replace('\n', " ")] };
        let mut area = TextArea::new(lines);
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new());
        area.set_selection_style(Style::new().add_modifier(Modifier::REVERSED));
        if multi {
            area.set_wrap_mode(tui_textarea::WrapMode::WordOrGlyph);
        }
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, multi, digits: false }
    }

    /// The same field, in which the top row of an AZERTY keyboard gives digits when `on`.
    #[must_use]
    pub fn with_azerty_digits(mut self, on: bool) -> Self {
        self.digits = on;
        self
    }

    /// The same field, showing a dot for each character.
    #[must_use]
    pub fn masked(mut self) -> Self {
        self.area.set_mask_char('*');
        self
    }

    /// What was typed.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.area.lines().iter().all(String::is_empty)
    }

    /// Puts other text in its place; typing can still be undone.
    pub fn replace(&mut self, text: &str) {
        self.area.select_all();
        self.area.cut();
        self.area.insert_str(text);
    }

    /// Marks the whole text, so that the next character typed takes its place.
    pub fn select_all(&mut self) {
        if !self.is_empty() {
            self.area.select_all();
        }
    }

    /// Row and column of the cursor, in characters.
    pub fn cursor(&self) -> (usize, usize) {
        let at = self.area.cursor();
        (at.0, at.1)
    }

    /// Puts the cursor back where it was.
    pub fn move_to(&mut self, (row, column): (usize, usize)) {
        // what is selected would be typed over
        self.area.cancel_selection();
        self.area.move_cursor(CursorMove::Jump(row as u16, column as u16));
    }

    /// Takes a key or pasted text; `true` when the text has changed.
    pub fn input(&mut self, input: &Input<'_>) -> bool {
        match input {
            Input::Paste(text) => {
                let text: String = text.replace("\r\n", "\n").replace('\r', "\n");
                let text = if self.multi { text } else { text.replace(['\n', '\t'], " ") };
                let text: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
                self.area.insert_str(text.trim_matches('\n'))
            }
            Input::Key(key) => self.key(*key),
        }
    }

    fn key(&mut self, key: KeyEvent) -> bool {
        match (key.code, key.modifiers - KeyModifiers::SHIFT) {
            (KeyCode::Char(c), KeyModifiers::NONE) => {
                self.area.insert_char(if self.digits { azerty_digit(c) } else { c });
                true
            }
            (KeyCode::Enter, _) if self.multi => {
                self.area.insert_newline();
                true
            }
            (KeyCode::Char('u'), KeyModifiers::CONTROL) => self.area.delete_line_by_head(),
            // Ctrl-J is a line feed, which some lines send for Enter: it must not take away what stands before it
            (KeyCode::Char('j'), KeyModifiers::CONTROL)
            | (KeyCode::Enter | KeyCode::Tab | KeyCode::Esc | KeyCode::F(_), _) => false,
            _ => self.area.input(key),
        }
    }

    /// Undoes typing.
    pub fn undo(&mut self) -> bool {
        self.area.undo()
    }

    /// Redoes typing.
    pub fn redo(&mut self) -> bool {
        self.area.redo()
    }

    /// Moves the cursor one row up or down in a field of several rows; `false` at its edge.
    pub fn move_row(&mut self, down: bool) -> bool {
        let before = self.cursor();
        self.area.move_cursor(if down { CursorMove::Down } else { CursorMove::Up });
        self.multi && self.cursor().0 != before.0
    }

    /// Draws the field and places the terminal's cursor.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        if area.is_empty() {
            return;
        }
        self.area.render(area, canvas.buffer);
        let at = self.area.screen_cursor();
        let (top, left) = self.area.scroll_offset();
        let x = area.x + (at.col as u16).saturating_sub(left).min(area.width - 1);
        let y = area.y + (at.row as u16).saturating_sub(top).min(area.height - 1);
        canvas.cursor = Some(Position { x, y });
    }
}

/// What was typed, as a number; on an AZERTY keyboard the digits may have been typed without Shift.
pub fn number(typed: &str) -> Option<i64> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).map(azerty_digit).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}
