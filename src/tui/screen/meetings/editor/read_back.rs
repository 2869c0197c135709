//! The minutes read back: every item with its text as it will be printed, to be read aloud.

use super::{record::Records, sheet::Sheet};
use crate::{
    domain::minutes::Record,
    store::Changed,
    tui::{
        canvas::{Canvas, wrap},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Screen, meetings::AREA},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;
use std::collections::BTreeSet;

/// Rows of the terminal that are not the screen's own.
const FRAME: u16 = 7;
/// The widest lines that are still easy to read.
const WIDEST: usize = 100;

/// The screen.
pub struct ReadBack {
    title: String,
    /// The paragraphs, each with what it is.
    paragraphs: Vec<(String, Role)>,
    /// The place of the item that was being written.
    from: usize,
    rows: Vec<(String, Role)>,
    top: Option<usize>,
    height: usize,
}

impl ReadBack {
    /// All items; it begins with the one at `at`.
    pub fn new(title: String, sheets: &[Sheet], at: usize, records: &Records, cx: &Cx) -> Self {
        let (mut paragraphs, mut from) = (Vec::new(), 0);
        for (place, sheet) in sheets.iter().enumerate() {
            if place > 0 {
                paragraphs.push((String::new(), Role::Text));
            }
            if place == at {
                from = paragraphs.len();
            }
            paragraphs.push((format!("{} {}", sheet.place, sheet.title).trim().to_owned(), Role::Title));
            let text = sheet.prose.text();
            let mut named = BTreeSet::new();
            for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
                named.extend(Record::parse(line).map(|record| record.to_string()));
                let words = records.words.get(line.trim()).cloned();
                paragraphs.push((words.unwrap_or_else(|| line.to_owned()), Role::Text));
            }
            // what no line names is printed behind the text
            for motion in records.motions_of(sheet.id) {
                let name = Record::Motion(motion.number()).to_string();
                if let Some(words) = records.words.get(&name).filter(|_| !named.contains(&name)) {
                    paragraphs.push((words.clone(), Role::Text));
                }
            }
            if text.trim().is_empty() && records.motions_of(sheet.id).next().is_none() {
                paragraphs.push((cx.lang.label("minutes-empty").to_owned(), Role::Muted));
            }
        }
        Self { title, paragraphs, from, rows: Vec::new(), top: None, height: 1 }
    }

    fn scroll(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(self.height);
        self.top = Some(self.top.unwrap_or(0).saturating_add_signed(by).min(last));
    }
}

impl Screen for ReadBack {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        let seen = (self.top.unwrap_or(0) + self.height).min(self.rows.len());
        format!("{seen} / {}", self.rows.len())
    }
    fn area(&self) -> usize {
        AREA
    }
    fn scope(&self) -> Scope {
        Scope::Reading
    }
    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        let width = usize::from(cx.size.width.saturating_sub(2)).min(WIDEST);
        self.height = usize::from(cx.size.height.saturating_sub(FRAME)).max(1);
        let mut rows = Vec::new();
        let mut from = 0;
        for (at, (text, role)) in self.paragraphs.iter().enumerate() {
            if at == self.from {
                from = rows.len();
            }
            rows.extend(wrap(text, width).into_iter().map(|row| (row, *role)));
        }
        self.rows = rows;
        if self.top.is_none() {
            self.top = Some(from);
        }
        self.scroll(0);
        Ok(())
    }
    fn run(&mut self, cmd: Cmd, _: &mut Cx) -> Result<Flow> {
        let page = self.height.saturating_sub(1).max(1) as isize;
        self.scroll(match cmd {
            Cmd::Up => -1,
            Cmd::Down => 1,
            Cmd::PageUp => -page,
            Cmd::PageDown => page,
            Cmd::Top => isize::MIN,
            Cmd::Bottom => isize::MAX,
            Cmd::ReadBack => return Ok(Flow::Pop),
            _ => return Ok(Flow::Ignored),
        });
        Ok(Flow::Stay)
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let rows = self.rows.iter().skip(self.top.unwrap_or(0)).take(usize::from(area.height));
        for (at, (text, role)) in rows.enumerate() {
            canvas.text(area.x + 1, area.y + at as u16, area.width - 1, text, canvas.style(*role));
        }
    }
}
