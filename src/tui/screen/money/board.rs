//! A page of lines that are not one record's: what is closed and what is not, what stands in the way, what those who
//! control look at. What is particular to one of them is a [`Sight`].

use super::{AREA, count, count_page, journal, pad, receipt, slip, transfers};
use crate::{
    domain::Text,
    store::Changed,
    tui::{
        canvas::{Canvas, wrap},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Screen, Value, history::History},
        theme::Role,
        widget::page::{Line, Page},
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// What a page of lines supplies.
pub trait Sight: 'static {
    /// What a line is about.
    type Target: 'static;
    /// Where I am.
    fn title(&self, cx: &Cx) -> String;
    /// What I see, at the right.
    fn aside(&self, _cx: &Cx) -> String {
        String::new()
    }
    /// The lines, read anew.
    ///
    /// # Errors
    /// When the book cannot be read.
    fn lines(&mut self, cx: &Cx) -> Result<Vec<Line<Self::Target>>>;
    /// What stands there when there is no line; a text key.
    fn empty(&self) -> &'static str;
    /// Whether a command means nothing here, with the cursor on what it is on.
    fn lacks(&self, cmd: Cmd, target: Option<&Self::Target>) -> bool;
    /// Text key of what a command is called.
    fn name_of(&self, cmd: Cmd) -> &'static str {
        cmd.text_id()
    }
    /// What a key does; `target` is what the line under the cursor is about.
    ///
    /// # Errors
    /// When the user may not, or the book cannot be read.
    fn run(&mut self, cmd: Cmd, target: Option<&Self::Target>, cx: &mut Cx) -> Result<Flow>;
    /// What a screen that was opened gives back.
    ///
    /// # Errors
    /// When the book cannot be read.
    fn returned(&mut self, _value: Value, _cx: &mut Cx) -> Result<Flow> {
        Ok(Flow::Stay)
    }
}

/// The page.
pub struct Board<S: Sight> {
    sight: S,
    page: Page<S::Target>,
    is_empty: bool,
    title: String,
    aside: String,
}

impl<S: Sight> Board<S> {
    /// The page of what `sight` supplies.
    pub fn new(sight: S) -> Self {
        Self { sight, page: Page::default(), is_empty: true, title: String::new(), aside: String::new() }
    }
}

/// The record that a line is about: its page where it has one, else its history.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn open(table: &'static str, id: i64, cx: &Cx) -> Result<Flow> {
    Ok(match table {
        "cash_count" => Flow::push(count_page::page(id)),
        "receipt" => Flow::push(receipt::page(id)),
        "pad" => Flow::push(pad::page(id)),
        "voucher" => Flow::push(slip::page(id)),
        "transfer" => Flow::push(transfers::screen()),
        "journal_entry" => Flow::push(journal::page(id)),
        "account" if cx.reader.account(id)?.kind == crate::domain::account::AccountKind::Cash => count::begin(id, cx)?,
        _ => Flow::push(History::of_record(table, id)),
    })
}

impl<S: Sight> Screen for Board<S> {
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
        Scope::Closing
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        self.sight.name_of(cmd)
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        if self.sight.lacks(cmd, self.page.what()) {
            return Some(Text::new("say-not-here"));
        }
        (cmd == Cmd::Open && self.page.what().is_none()).then(|| Text::new("say-nothing-selected"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        if !super::touches(changed) {
            return Ok(());
        }
        let lines = self.sight.lines(cx)?;
        self.is_empty = lines.is_empty();
        self.page.set(lines);
        (self.title, self.aside) = (self.sight.title(cx), self.sight.aside(cx));
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.page.run(cmd) {
            return Ok(Flow::Stay);
        }
        let flow = self.sight.run(cmd, self.page.what(), cx)?;
        if matches!(flow, Flow::Stay) {
            self.refresh(cx, &Changed::everything())?;
        }
        Ok(flow)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        let flow = self.sight.returned(value, cx)?;
        self.refresh(cx, &Changed::everything())?;
        Ok(flow)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        if !self.is_empty {
            return self.page.draw(canvas, area);
        }
        let words = canvas.label(self.sight.empty());
        for (line, y) in wrap(words, usize::from(area.width.saturating_sub(4))).iter().zip(area.y + 1..area.bottom()) {
            canvas.text(area.x + 2, y, area.width.saturating_sub(4), line, canvas.style(Role::Text));
        }
    }
}
