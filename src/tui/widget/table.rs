//! A list of records of any length: the ids of all rows in order (the spine), and only the visible rows themselves.
//!
//! The first page comes from one keyset query; the spine is then read in slices of a few milliseconds that any key
//! interrupts, so that neither 100,000 rows nor a filter over them ever hold up the keyboard.

use super::list::List;
use crate::{
    store::{Changed, Reader, Result},
    text::Lang,
    tui::{canvas::Canvas, keymap::Cmd, theme::Role},
};
use ratatui::{layout::Rect, style::Style};
use std::collections::BTreeSet;

/// How wide a column is.
#[derive(Clone, Copy, Debug)]
pub enum Width {
    /// As many columns.
    Fixed(u16),
    /// A part of what is left, and at least as many columns.
    Fill(u16),
}

/// One column of a table.
pub struct Column<R> {
    /// Text key of its heading.
    pub title: &'static str,
    /// Width.
    pub width: Width,
    /// Whether its text ends at the right edge, as numbers do.
    pub right: bool,
    /// Terminals narrower than this leave it out.
    pub from: u16,
    /// What stands in it.
    pub cell: fn(&R) -> std::borrow::Cow<'_, str>,
}

/// How many rows of the order one slice looks at: about a millisecond.
const SLICE: usize = 1_500;
/// How many rows the first slice looks at: enough for a screen, cheap at the start.
const FIRST: usize = 64;

struct Spine<K> {
    ids: Vec<i64>,
    next: Option<K>,
    complete: bool,
}

impl<K> Default for Spine<K> {
    fn default() -> Self {
        Self { ids: Vec::new(), next: None, complete: false }
    }
}

/// A list on the screen.
pub struct TableView<L: List> {
    /// What is listed.
    pub list: L,
    spine: Spine<L::Key>,
    /// A newer order that is being read while the old one still stands.
    coming: Option<Spine<L::Key>>,
    at: usize,
    top: usize,
    height: usize,
    rows: Vec<L::Row>,
    loaded: (usize, usize),
    marked: BTreeSet<i64>,
    /// The record the cursor belongs on as soon as it is found.
    wanted: Option<i64>,
    /// The cursor stays on the last row while rows arrive.
    at_end: bool,
    total: Option<usize>,
}

impl<L: List> TableView<L> {
    /// A list with the cursor on its first row.
    pub fn new(list: L) -> Self {
        Self {
            list,
            spine: Spine::default(),
            coming: None,
            at: 0,
            top: 0,
            height: 1,
            rows: Vec::new(),
            loaded: (0, 0),
            marked: BTreeSet::new(),
            wanted: None,
            at_end: false,
            total: None,
        }
    }

    /// The id under the cursor.
    pub fn selected(&self) -> Option<i64> {
        self.spine.ids.get(self.at).copied()
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<&L::Row> {
        self.rows.get(self.at.checked_sub(self.loaded.0)?)
    }

    /// The marked ids, or the one under the cursor when none is marked.
    pub fn chosen(&self) -> Vec<i64> {
        if self.marked.is_empty() {
            self.selected().into_iter().collect()
        } else {
            self.marked.iter().copied().collect()
        }
    }

    /// How many rows are marked.
    pub fn marked(&self) -> usize {
        self.marked.len()
    }

    /// Takes all marks away.
    pub fn unmark(&mut self) {
        self.marked.clear();
    }

    /// How many rows there are; exact as soon as all have been looked at.
    pub fn len(&self) -> usize {
        let known = self.spine.ids.len();
        if self.spine.complete { known } else { self.total.unwrap_or(known).max(known) }
    }

    /// Whether the number of rows is final.
    pub fn is_counted(&self) -> bool {
        self.spine.complete || self.total.is_some()
    }

    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.spine.complete && self.spine.ids.is_empty()
    }

    /// Puts the cursor on a record as soon as it is found.
    pub fn want(&mut self, id: i64) {
        self.wanted = Some(id);
    }

    /// Starts over, after another order or filter: the cursor goes to the first row.
    pub fn restart(&mut self, reader: &Reader, lang: &Lang, height: u16, total: Option<usize>) -> Result<()> {
        (self.at, self.top, self.at_end) = (0, 0, false);
        self.spine = Spine::default();
        self.coming = None;
        self.total = total;
        self.height = usize::from(height.max(1));
        while !self.spine.complete && self.spine.ids.len() < self.height {
            let limit = if self.spine.next.is_none() { FIRST.max(self.height) } else { SLICE };
            grow(&self.list, reader, &mut self.spine, limit)?;
            if limit == SLICE {
                break;
            }
        }
        self.load(reader, lang, true)
    }

    /// Reads again what a change touches; the cursor stays on its record.
    pub fn refresh(
        &mut self,
        reader: &Reader,
        lang: &Lang,
        changed: &Changed,
        height: u16,
        total: Option<usize>,
    ) -> Result<()> {
        self.height = usize::from(height.max(1));
        if self.spine.ids.is_empty() && self.coming.is_none() && self.loaded == (0, 0) {
            return self.restart(reader, lang, height, total);
        }
        if !self.list.concerns(changed) {
            return self.load(reader, lang, false);
        }
        self.total = total;
        let mut coming = Spine::default();
        grow(&self.list, reader, &mut coming, SLICE)?;
        self.coming = Some(coming);
        self.settle(reader, lang)?;
        self.load(reader, lang, true)
    }

    /// Reads one more slice; `false` when all is read.
    pub fn work(&mut self, reader: &Reader, lang: &Lang) -> Result<bool> {
        if let Some(coming) = &mut self.coming {
            grow(&self.list, reader, coming, SLICE)?;
            self.settle(reader, lang)?;
            return Ok(true);
        }
        if self.spine.complete {
            return Ok(false);
        }
        let short = self.spine.ids.len() < self.top + self.height;
        grow(&self.list, reader, &mut self.spine, SLICE)?;
        if let Some(at) = self.wanted.and_then(|id| self.spine.ids.iter().position(|i| *i == id)) {
            (self.at, self.wanted) = (at, None);
        }
        if self.at_end {
            self.at = self.spine.ids.len().saturating_sub(1);
        }
        if short || self.at_end || self.wanted.is_some() {
            self.load(reader, lang, true)?;
        }
        Ok(true)
    }

    /// Puts the newer order in place of the old one once it is whole.
    fn settle(&mut self, reader: &Reader, lang: &Lang) -> Result<()> {
        let Some(coming) = self.coming.take_if(|c| c.complete) else { return Ok(()) };
        let keep = self.wanted.take().or_else(|| self.selected());
        self.spine = coming;
        let found = keep.and_then(|id| self.spine.ids.iter().position(|i| *i == id));
        self.at = found.unwrap_or(self.at).min(self.spine.ids.len().saturating_sub(1));
        self.load(reader, lang, true)
    }

    /// Moves the cursor or marks a row; `false` when the command is not one of a table.
    pub fn run(&mut self, cmd: Cmd, reader: &Reader, lang: &Lang) -> Result<bool> {
        let last = self.spine.ids.len().saturating_sub(1);
        self.at_end = false;
        let page = self.height.saturating_sub(1).max(1);
        let at = match cmd {
            Cmd::Up => self.at.saturating_sub(1),
            Cmd::Down => (self.at + 1).min(last),
            Cmd::PageUp => {
                self.top = self.top.saturating_sub(page);
                self.at.saturating_sub(page)
            }
            Cmd::PageDown => {
                self.top = (self.top + page).min((last + 1).saturating_sub(self.height));
                (self.at + page).min(last)
            }
            Cmd::Top => 0,
            Cmd::Bottom => {
                self.at_end = !self.spine.complete;
                last
            }
            Cmd::Mark => {
                if let Some(id) = self.selected()
                    && !self.marked.remove(&id)
                {
                    self.marked.insert(id);
                }
                (self.at + 1).min(last)
            }
            _ => return Ok(false),
        };
        self.at = at;
        self.load(reader, lang, false)?;
        Ok(true)
    }

    /// Fetches the visible rows, those that were visible already only when `again`.
    fn load(&mut self, reader: &Reader, lang: &Lang, again: bool) -> Result<()> {
        self.top = self.top.clamp((self.at + 1).saturating_sub(self.height), self.at);
        let end = (self.top + self.height).min(self.spine.ids.len());
        let window = (self.top, end);
        if window == self.loaded && !again && !self.rows.is_empty() {
            return Ok(());
        }
        let (old_top, old_end) = self.loaded;
        if !again && window.0 == old_top + 1 && end == old_end + 1 && self.rows.len() == self.height {
            // one row further: one row is read
            self.rows.remove(0);
            self.rows.extend(self.list.rows(reader, lang, &self.spine.ids[old_end..end])?);
        } else if !again && window.0 + 1 == old_top && self.rows.len() == old_end - old_top {
            self.rows.truncate(end - window.0 - 1);
            self.rows.splice(0..0, self.list.rows(reader, lang, &self.spine.ids[window.0..=window.0])?);
        } else {
            self.rows = self.list.rows(reader, lang, &self.spine.ids[window.0..end])?;
        }
        self.loaded = window;
        Ok(())
    }

    /// Draws headings and rows.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let columns: Vec<&Column<L::Row>> = L::COLUMNS.iter().filter(|c| c.from <= area.width).collect();
        let widths = share(&columns, area.width.saturating_sub(2));
        let heading = canvas.style(Role::Muted);
        let mut x = area.x + 2;
        for (column, width) in columns.iter().zip(&widths) {
            put(canvas, (x, area.y), *width, column.right, canvas.label(column.title), heading);
            x += width + 1;
        }
        let visible = usize::from(area.height.saturating_sub(1)).min(self.rows.len());
        for (at, row) in self.rows.iter().take(visible).enumerate() {
            let y = area.y + 1 + at as u16;
            let index = self.loaded.0 + at;
            let mut x = area.x + 2;
            if self.spine.ids.get(index).is_some_and(|id| self.marked.contains(id)) {
                canvas.text(area.x, y, 1, "*", Style::new());
            }
            for (column, width) in columns.iter().zip(&widths) {
                put(canvas, (x, y), *width, column.right, &(column.cell)(row), Style::new());
                x += width + 1;
            }
            if index == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}

fn grow<L: List>(list: &L, reader: &Reader, spine: &mut Spine<L::Key>, limit: usize) -> Result<()> {
    if !spine.complete {
        let (ids, next) = list.slice(reader, spine.next.as_ref(), limit)?;
        spine.ids.extend(ids);
        spine.complete = next.is_none();
        spine.next = next;
    }
    Ok(())
}

fn put(canvas: &mut Canvas<'_>, (x, y): (u16, u16), width: u16, right: bool, text: &str, style: Style) {
    if right {
        canvas.right(x + width, y, width, text, style);
    } else {
        canvas.text(x, y, width, text, style);
    }
}

/// Columns that fill share what the fixed ones leave, in proportion to what they need at least.
fn share<R>(columns: &[&Column<R>], width: u16) -> Vec<u16> {
    let gaps = columns.len().saturating_sub(1) as u16;
    let (mut fixed, mut least) = (gaps, 0);
    for column in columns {
        match column.width {
            Width::Fixed(n) => fixed += n,
            Width::Fill(n) => least += n,
        }
    }
    let room = width.saturating_sub(fixed);
    // the last column that fills takes what rounding leaves
    let mut unshared = room;
    let filler = columns.iter().rposition(|c| matches!(c.width, Width::Fill(_)));
    let widths = columns.iter().enumerate().map(|(at, column)| match column.width {
        Width::Fixed(n) => n,
        Width::Fill(_) if Some(at) == filler => unshared,
        Width::Fill(n) => {
            let part = (u32::from(room) * u32::from(n) / u32::from(least.max(1))) as u16;
            unshared = unshared.saturating_sub(part);
            part
        }
    });
    widths.collect()
}
