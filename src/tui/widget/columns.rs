//! Which columns a list shows, and in what order; what stands first is shown first when there is little room.

use super::table::Column;
use crate::{
    domain::Text,
    text::Lang,
    tui::{
        canvas::{Canvas, centered},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Screen, Value},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// The list of columns over the screen.
pub struct Columns {
    title: String,
    /// Each column: its place, its name, whether it is shown.
    rows: Vec<(usize, &'static str, bool)>,
    at: usize,
}

impl Columns {
    /// All columns: those that are shown in their order, then the others.
    pub fn new<R>(all: &[Column<R>], shown: &[usize], lang: &Lang) -> Self {
        let others = (0..all.len()).filter(|at| !shown.contains(at)).map(|at| (at, false));
        let rows = shown.iter().map(|at| (*at, true)).chain(others);
        let rows = rows.map(|(at, is_shown)| (at, lang.label(all[at].title), is_shown)).collect();
        Self { title: lang.label(Cmd::Columns.text_id()).to_owned(), rows, at: 0 }
    }

    fn shown(&self) -> Vec<usize> {
        self.rows.iter().filter(|(.., is_shown)| *is_shown).map(|(at, ..)| *at).collect()
    }
}

impl Screen for Columns {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Marks
    }
    fn overlay(&self) -> bool {
        true
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        (cmd == Cmd::Done && self.shown().is_empty()).then(|| Text::new("err-columns-none"))
    }

    fn run(&mut self, cmd: Cmd, _: &mut Cx) -> Result<Flow> {
        let last = self.rows.len().saturating_sub(1);
        match cmd {
            Cmd::Up => self.at = self.at.saturating_sub(1),
            Cmd::Down => self.at = (self.at + 1).min(last),
            Cmd::Mark => {
                self.rows[self.at].2 ^= true;
                self.at = (self.at + 1).min(last);
            }
            Cmd::Earlier if self.at > 0 => {
                self.rows.swap(self.at, self.at - 1);
                self.at -= 1;
            }
            Cmd::Later if self.at < last => {
                self.rows.swap(self.at, self.at + 1);
                self.at += 1;
            }
            Cmd::Done => return Ok(Flow::Return(Value::Order(self.shown()))),
            Cmd::Earlier | Cmd::Later => {}
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let height = (self.rows.len() as u16 + 2).min(area.height);
        let inner = canvas.dialog(centered(area, 40, height), &self.title);
        let top = (self.at + 1).saturating_sub(usize::from(inner.height));
        for (line, (_, name, is_shown)) in self.rows.iter().skip(top).take(usize::from(inner.height)).enumerate() {
            let y = inner.y + line as u16;
            canvas.text(inner.x, y, 1, if *is_shown { "✓" } else { " " }, canvas.style(Role::Good));
            let role = if *is_shown { Role::Text } else { Role::Muted };
            canvas.text(inner.x + 2, y, inner.width.saturating_sub(2), name, canvas.style(role));
            if top + line == self.at {
                canvas.paint_row(inner, y, canvas.style(Role::Selected));
            }
        }
    }
}
