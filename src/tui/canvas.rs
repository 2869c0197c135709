//! Where screens draw: a buffer of cells, and the few ways of putting text into it.

use super::{
    charset::Charset,
    theme::{Role, Theme},
};
use crate::{domain::fold::is_unsafe, text::Lang};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Modifier, Style},
};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A buffer of cells with what drawing needs to know.
pub struct Canvas<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// Colours.
    pub theme: Theme,
    /// The language, for labels only: they are kept, nothing is formatted while drawing.
    pub lang: &'a Lang,
    /// Which characters the terminal shows.
    pub charset: Charset,
    /// Where the terminal's cursor stands, when somebody types.
    pub cursor: Option<Position>,
}

impl Canvas<'_> {
    /// The style of a meaning.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// A message without blanks.
    pub fn label(&self, id: &'static str) -> &'static str {
        self.lang.label(id)
    }

    /// Puts `text` at a place, cut with an ellipsis to `width` columns; gives the columns used.
    pub fn text(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        if !self.buffer.area.contains(Position { x, y }) {
            return 0;
        }
        let width = width.min(self.buffer.area.right() - x);
        if text.len() <= usize::from(width) && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return self.plain(x, y, text, style);
        }
        let text = safe(text);
        let cut = cut(&text, usize::from(width), self.charset.ellipsis());
        self.buffer.set_stringn(x, y, &cut, usize::from(width), style).0 - x
    }

    /// Puts text of which every byte is one column, which most text is; saves half of what a list costs to draw.
    fn plain(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let start = self.buffer.index_of(x, y);
        for (at, cell) in self.buffer.content[start..start + text.len()].iter_mut().enumerate() {
            cell.set_symbol(&text[at..=at]).set_style(style);
        }
        text.len() as u16
    }

    /// Puts `text` so that it ends at column `right` (not included).
    pub fn right(&mut self, right: u16, y: u16, width: u16, text: &str, style: Style) {
        let text = safe(text);
        let text = cut(&text, usize::from(width), self.charset.ellipsis());
        let used = text.width() as u16;
        self.text(right.saturating_sub(used), y, used, &text, style);
    }

    /// Puts the message `id`.
    pub fn put(&mut self, x: u16, y: u16, width: u16, id: &'static str, role: Role) -> u16 {
        self.text(x, y, width, self.label(id), self.style(role))
    }

    /// A rule over the whole width of `area`'s row `y`.
    pub fn rule(&mut self, area: Rect, y: u16) {
        let style = self.style(Role::Muted);
        for x in area.left()..area.right() {
            if let Some(cell) = self.buffer.cell_mut((x, y)) {
                cell.set_symbol("─").set_style(style);
            }
        }
    }

    /// Empties a whole row.
    pub fn clear_row(&mut self, y: u16) {
        for x in self.buffer.area.left()..self.buffer.area.right() {
            if let Some(cell) = self.buffer.cell_mut((x, y)) {
                cell.reset();
            }
        }
    }

    /// Gives a whole row of `area` a style.
    pub fn paint_row(&mut self, area: Rect, y: u16, style: Style) {
        self.buffer.set_style(Rect { y, height: 1, ..area }.intersection(self.buffer.area), style);
    }

    /// Empties an area and draws a box around it with a title; gives the area inside.
    pub fn dialog(&mut self, area: Rect, title: &str) -> Rect {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            // a selected row beneath does not stick out at both sides
            for x in self.buffer.area.left()..self.buffer.area.right() {
                self.buffer[(x, y)].modifier.remove(Modifier::REVERSED);
            }
            for x in area.left()..area.right() {
                self.buffer[(x, y)].reset();
                let edge = match (x == area.left(), x == area.right() - 1, y == area.top(), y == area.bottom() - 1) {
                    (true, _, true, _) => "┌",
                    (_, true, true, _) => "┐",
                    (true, _, _, true) => "└",
                    (_, true, _, true) => "┘",
                    (true, ..) | (_, true, ..) => "│",
                    (_, _, true, _) | (.., true) => "─",
                    _ => continue,
                };
                self.buffer[(x, y)].set_symbol(edge);
            }
        }
        if !title.is_empty() && area.width > 6 {
            let style = self.style(Role::Title);
            let used = self.text(area.x + 2, area.y, area.width - 4, &format!(" {title} "), style);
            debug_assert!(used <= area.width);
        }
        Rect {
            x: area.x + 2,
            y: area.y + 1,
            width: area.width.saturating_sub(4),
            height: area.height.saturating_sub(2),
        }
    }
}

/// An area of at most `width` × `height` in the middle of `area`.
pub fn centered(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// Lines of at most `width` columns, broken at blanks; a longer word is broken where it must.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            for cluster in word.graphemes(true) {
                if line.width() + cluster.width() > width {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(cluster);
            }
        }
        lines.push(line);
    }
    lines
}

/// Text without anything that must not reach a terminal; data may have come from anywhere.
fn safe(text: &str) -> Cow<'_, str> {
    if text.contains(is_unsafe) {
        Cow::Owned(text.chars().map(|c| if is_unsafe(c) { '\u{b7}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` in at most `width` columns, with `ellipsis` where something is missing.
fn cut(text: &str, width: usize, ellipsis: char) -> Cow<'_, str> {
    if text.len() <= width || text.width() <= width {
        return Cow::Borrowed(text);
    }
    let room = width.saturating_sub(1);
    let (mut used, mut out) = (0, String::new());
    for cluster in text.graphemes(true) {
        used += cluster.width();
        if used > room {
            break;
        }
        out.push_str(cluster);
    }
    if width > 0 {
        out.push(ellipsis);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Cell;

    #[test]
    fn text_is_cut_by_columns_and_never_by_bytes() {
        assert_eq!(cut("Éléonore", 8, '…'), "Éléonore");
        assert_eq!(cut("Éléonore", 5, '…'), "Éléo…");
        assert_eq!(cut("日本語", 4, '…'), "日…");
        assert_eq!(cut("abc", 1, '~'), "~");
    }

    #[test]
    fn plain_text_stands_where_any_text_would() {
        let area = Rect { x: 0, y: 0, width: 12, height: 2 };
        let lang = Lang::new("en");
        let bold = Style::new().add_modifier(ratatui::style::Modifier::BOLD);
        for text in ["", "Kabeya", "Kabeya Ngoyi", "Kabeya Ngoyi Ilunga"] {
            let (mut ours, mut theirs) = (Buffer::filled(area, Cell::new("x")), Buffer::filled(area, Cell::new("x")));
            let theme = Theme::new(true);
            let mut canvas = Canvas { buffer: &mut ours, theme, lang: &lang, charset: Charset::Full, cursor: None };
            let used = canvas.text(1, 1, 99, text, bold);
            let end = theirs.set_stringn(1, 1, cut(text, 11, '…'), 11, bold).0;
            assert_eq!((ours, used), (theirs, end - 1), "{text}");
        }
    }

    #[test]
    fn lines_break_at_blanks_and_long_words_where_they_must() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("a\n\nb", 3), ["a", "", "b"]);
    }

    #[test]
    fn hostile_text_is_made_harmless() {
        assert_eq!(safe("A\u{1b}[2J\u{202e}B"), "A·[2J·B");
    }
}
