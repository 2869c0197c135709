//! Words in all minutes and motions: a line to type in, and where they stand, the last meeting first.

use super::{AREA, editor};
use crate::{
    domain::{Text, day, minutes::excerpt},
    store::{
        Changed,
        minutes::{Found, search_words},
    },
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Screen},
        theme::Role,
        widget::line::Line,
    },
};
use anyhow::Result;
use ratatui::{layout::Rect, style::Modifier};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How many places are shown.
const MOST: usize = 100;
/// Columns beside an excerpt.
const BESIDE: u16 = 6;

/// A place where the words stand.
struct Hit {
    found: Found,
    /// Day, body and item.
    heading: String,
    excerpt: String,
    words: Vec<Range<usize>>,
}

/// The screen.
pub struct Search {
    line: Line,
    hits: Vec<Hit>,
    at: usize,
    title: String,
    aside: String,
    height: usize,
}

/// A search in the minutes of all meetings.
pub fn screen() -> Search {
    Search { line: Line::new(""), hits: Vec::new(), at: 0, title: String::new(), aside: String::new(), height: 1 }
}

impl Search {
    fn look(&mut self, cx: &Cx) -> Result<()> {
        let typed = self.line.text();
        let words = search_words(&typed);
        let found = cx.reader.search_minutes(&typed, MOST)?;
        let longest = usize::from(cx.size.width.saturating_sub(BESIDE));
        let hit = |found: Found| {
            let day = found.held_on.map(day::show).unwrap_or_default();
            let mut heading = format!("{day}  {} · {}", found.organ, found.title);
            if let Some(number) = found.motion {
                let motion = Text::new("minutes-motion").with("number", number);
                heading = format!("{heading} · {}", cx.lang.text(&motion));
            }
            let (excerpt, words) = excerpt(&found.text, &words, longest);
            Hit { found, heading, excerpt, words }
        };
        self.hits = found.into_iter().map(hit).collect();
        self.at = self.at.min(self.hits.len().saturating_sub(1));
        let count = match self.hits.len() {
            MOST => format!("{MOST}+"),
            count => count.to_string(),
        };
        self.aside = if words.is_empty() { String::new() } else { count };
        Ok(())
    }
}

impl Screen for Search {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        self.aside.clone()
    }
    fn area(&self) -> usize {
        AREA
    }
    fn scope(&self) -> Scope {
        Scope::Picker
    }
    fn typing(&self) -> bool {
        true
    }
    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.title = format!("{} › {}", cx.lang.label("area-meetings"), cx.lang.label("minutes-search"));
        self.height = usize::from(cx.size.height.saturating_sub(9)).max(2) / 2;
        self.look(cx)
    }
    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        self.at = match cmd {
            Cmd::Choose => {
                let Some(Hit { found, .. }) = self.hits.get(self.at) else { return Ok(Flow::Stay) };
                let words = search_words(&self.line.text());
                let editor = editor::screen(found.meeting, Some(found.item), cx)?;
                return Ok(Flow::push(editor.at_word(words.first().map_or("", String::as_str))));
            }
            _ => match cmd.step(self.at, self.hits.len(), self.height) {
                Some(to) => to,
                None => return Ok(Flow::Ignored),
            },
        };
        Ok(Flow::Stay)
    }
    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if self.line.input(input) {
            self.at = 0;
            self.look(cx)?;
        }
        Ok(Flow::Stay)
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let used = canvas.put(area.x + 1, area.y, area.width, "minutes-find", Role::Muted) + 2;
        self.line.draw(canvas, Rect { x: area.x + used, width: area.width.saturating_sub(used), height: 1, ..area });
        if self.hits.is_empty() {
            let id =
                if search_words(&self.line.text()).is_empty() { "minutes-search-how" } else { "minutes-search-none" };
            canvas.put(area.x + 1, area.y + 2, area.width - 1, id, Role::Muted);
        }
        let top = (self.at + 1).saturating_sub(self.height);
        for (row, hit) in self.hits.iter().enumerate().skip(top).take(self.height) {
            let y = area.y + 2 + 2 * (row - top) as u16;
            canvas.text(area.x + 1, y, area.width - 1, &hit.heading, canvas.style(Role::Text));
            if row == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
            let x = area.x + 3;
            canvas.text(x, y + 1, area.width - 3, &hit.excerpt, canvas.style(Role::Muted));
            for word in &hit.words {
                let (before, it) = (hit.excerpt[..word.start].width() as u16, hit.excerpt[word.clone()].width() as u16);
                let place = Rect { x: x + before, y: y + 1, width: it, height: 1 }.intersection(area);
                canvas.buffer.set_style(place, canvas.style(Role::Text).add_modifier(Modifier::BOLD));
            }
        }
    }
}
