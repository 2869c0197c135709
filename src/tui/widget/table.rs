//! A list of records of any length: the ids of all rows in order (the spine), and only the visible rows themselves.
//!
//! The first page comes from one keyset query; the spine is then read in slices of a few milliseconds that any key
//! interrupts, so that neither 100,000 rows nor a filter over them ever hold up the keyboard.

use super::{list::List, spine::Spine};
use crate::{
    store::{Changed, Reader, Result, id_set::IdSet},
    text::Lang,
    tui::{canvas::Canvas, keymap::Cmd, theme::Role},
};
use ratatui::{layout::Rect, style::Style};
use std::borrow::Cow;

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
    /// Text key of its heading; also its name in what a user has chosen.
    pub title: &'static str,
    /// Width.
    pub width: Width,
    /// Whether its text ends at the right edge, as numbers do.
    pub right: bool,
    /// Whether it is shown to whoever has not chosen.
    pub is_usual: bool,
    /// What stands in it.
    pub cell: fn(&R) -> Cow<'_, str>,
}

impl<R> Column<R> {
    /// A column of words that everybody sees.
    pub const fn new(title: &'static str, width: Width, cell: fn(&R) -> Cow<'_, str>) -> Self {
        Self { title, width, right: false, is_usual: true, cell }
    }

    /// The same, with its text at the right edge.
    #[must_use]
    pub const fn right(self) -> Self {
        Self { right: true, ..self }
    }

    /// The same, for whoever chooses it.
    #[must_use]
    pub const fn extra(self) -> Self {
        Self { is_usual: false, ..self }
    }
}

/// A list on the screen.
pub struct TableView<L: List> {
    /// What is listed.
    pub list: L,
    spine: Spine<L>,
    /// A newer state that is being read while the old one still stands.
    coming: Option<Spine<L>>,
    /// Places of the columns in [`List::COLUMNS`], in the order in which they are shown as far as there is room.
    columns: Vec<usize>,
    at: usize,
    top: usize,
    height: usize,
    rows: Vec<L::Row>,
    loaded: (usize, usize),
    marked: IdSet,
    /// The last row that was marked by itself: from here a range is marked.
    anchor: Option<i64>,
    /// All that is shown is to be marked as soon as it is known.
    marks_all: bool,
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
            columns: usual::<L>(),
            at: 0,
            top: 0,
            height: 1,
            rows: Vec::new(),
            loaded: (0, 0),
            marked: IdSet::default(),
            anchor: None,
            marks_all: false,
            wanted: None,
            at_end: false,
            total: None,
        }
    }

    /// The id under the cursor.
    pub fn selected(&self) -> Option<i64> {
        self.spine.id(self.at)
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<&L::Row> {
        self.rows.get(self.at.checked_sub(self.loaded.0)?)
    }

    /// The marked ids, or the one under the cursor when none is marked.
    pub fn chosen(&self) -> Vec<i64> {
        if self.marked.is_empty() { self.selected().into_iter().collect() } else { self.marked.iter().collect() }
    }

    /// The marked ids.
    pub fn marks(&self) -> &IdSet {
        &self.marked
    }

    /// Takes all marks away.
    pub fn unmark(&mut self) {
        self.marked = IdSet::default();
        (self.anchor, self.marks_all) = (None, false);
    }

    /// The columns that are shown, in their order.
    pub fn columns(&self) -> &[usize] {
        &self.columns
    }

    /// Shows these columns in this order; the usual ones when there is none.
    pub fn choose_columns(&mut self, columns: Vec<usize>) {
        self.columns = if columns.is_empty() { usual::<L>() } else { columns };
    }

    /// How many rows there are; exact as soon as all have been looked at.
    pub fn len(&self) -> usize {
        let known = self.spine.len();
        if self.spine.is_complete() { known } else { self.total.unwrap_or(known).max(known) }
    }

    /// Whether the number of rows is final.
    pub fn is_counted(&self) -> bool {
        self.spine.is_complete() || self.total.is_some()
    }

    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.spine.is_complete() && self.spine.is_empty()
    }

    /// How many rows of each part of the list are shown, where that was counted.
    pub fn counts(&self) -> Option<&[usize]> {
        self.spine.counts()
    }

    /// Puts the cursor on a record as soon as it is found, or on none in particular.
    pub fn want(&mut self, id: impl Into<Option<i64>>) {
        self.wanted = id.into();
    }

    /// Goes by another order, from the next [`TableView::narrow`] on.
    pub fn reorder(&mut self, sort: usize) {
        self.list.sort(sort);
        self.spine.reorder();
        self.coming = None;
    }

    /// Starts over with other conditions: the cursor goes to the first row.
    pub fn narrow(
        &mut self,
        reader: &Reader,
        lang: &Lang,
        conditions: Vec<L::Condition>,
        height: u16,
        total: Option<usize>,
    ) -> Result<()> {
        (self.at, self.top, self.at_end, self.anchor) = (0, 0, false, None);
        // what was found before the book changed stands no more
        if let Some(coming) = self.coming.take() {
            self.spine = coming;
        }
        self.total = total;
        self.height = usize::from(height.max(1));
        self.spine.narrow(&self.list, reader, conditions, self.height)?;
        self.find_wanted();
        self.load(reader, lang, true)
    }

    /// Puts the cursor on the record it belongs on, when that is among those read.
    fn find_wanted(&mut self) {
        if let Some(at) = self.wanted.and_then(|id| self.spine.place(id)) {
            (self.at, self.wanted) = (at, None);
        }
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
        let conditions = self.spine.conditions();
        if !self.spine.is_begun() && self.coming.is_none() {
            return self.narrow(reader, lang, conditions, height, total);
        }
        if !self.list.concerns(changed) {
            return self.load(reader, lang, false);
        }
        self.total = total;
        let mut coming = Spine::default();
        coming.narrow(&self.list, reader, conditions, self.height)?;
        coming.hurry(&self.list, reader)?;
        self.coming = Some(coming);
        self.settle(reader, lang)?;
        self.load(reader, lang, true)
    }

    /// All ids that are shown, in order, as soon as they are read.
    pub fn whole(&mut self, reader: &Reader, lang: &Lang) -> Result<Vec<i64>> {
        while self.work(reader, lang)? {}
        Ok(self.spine.ids(0..self.spine.len()))
    }

    /// Reads one more slice; `false` when all is read.
    pub fn work(&mut self, reader: &Reader, lang: &Lang) -> Result<bool> {
        if let Some(coming) = &mut self.coming {
            coming.work(&self.list, reader)?;
            self.settle(reader, lang)?;
            return Ok(true);
        }
        let was_complete = self.spine.is_complete();
        let short = self.spine.len() < self.top + self.height;
        if !self.spine.work(&self.list, reader)? {
            return Ok(false);
        }
        if was_complete {
            return Ok(true);
        }
        self.find_wanted();
        if self.at_end {
            self.at = self.spine.len().saturating_sub(1);
        }
        if self.marks_all && self.spine.is_complete() {
            self.mark_all();
        }
        if short || self.at_end || self.wanted.is_some() || self.spine.is_complete() {
            self.load(reader, lang, true)?;
        }
        Ok(true)
    }

    /// Puts the newer state in place of the old one once it is whole.
    fn settle(&mut self, reader: &Reader, lang: &Lang) -> Result<()> {
        let Some(coming) = self.coming.take_if(|coming| coming.is_complete()) else { return Ok(()) };
        let keep = self.wanted.take().or_else(|| self.selected());
        self.spine = coming;
        let found = keep.and_then(|id| self.spine.place(id));
        self.at = found.unwrap_or(self.at).min(self.spine.len().saturating_sub(1));
        if self.marks_all {
            self.mark_all();
        }
        self.load(reader, lang, true)
    }

    /// Moves the cursor or marks rows; `false` when the command is not one of a table.
    pub fn run(&mut self, cmd: Cmd, reader: &Reader, lang: &Lang) -> Result<bool> {
        let last = self.spine.len().saturating_sub(1);
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
                self.at_end = !self.spine.is_complete();
                last
            }
            Cmd::Mark => {
                if let Some(id) = self.selected() {
                    self.anchor = Some(id);
                    if !self.marked.remove(id) {
                        self.marked.insert(id);
                    }
                }
                (self.at + 1).min(last)
            }
            Cmd::MarkRange => {
                self.mark_range();
                self.at
            }
            Cmd::MarkAll => {
                self.marks_all = true;
                if self.spine.is_complete() {
                    self.mark_all();
                }
                self.at
            }
            _ => return Ok(false),
        };
        self.at = at;
        self.load(reader, lang, false)?;
        Ok(true)
    }

    /// Marks all that is shown; when all of it is marked already, takes these marks away.
    fn mark_all(&mut self) {
        self.marks_all = false;
        let rows = 0..self.spine.len();
        let all: IdSet = rows.filter_map(|at| self.spine.id(at)).collect();
        if all.and(&self.marked) == all {
            all.iter().for_each(|id| {
                self.marked.remove(id);
            });
        } else {
            self.marked.extend(all.iter());
        }
    }

    /// Marks the rows from the one marked last to the cursor.
    fn mark_range(&mut self) {
        let from = self.anchor.and_then(|anchor| self.spine.place(anchor)).unwrap_or(self.at);
        let (first, last) = (from.min(self.at), from.max(self.at));
        self.marked.extend(self.spine.ids(first..last + 1));
        self.anchor = self.selected();
    }

    /// Fetches the visible rows, those that were visible already only when `again`.
    fn load(&mut self, reader: &Reader, lang: &Lang, again: bool) -> Result<()> {
        self.top = self.top.clamp((self.at + 1).saturating_sub(self.height), self.at);
        let end = (self.top + self.height).min(self.spine.len());
        let window = (self.top, end);
        if window == self.loaded && !again && !self.rows.is_empty() {
            return Ok(());
        }
        let (old_top, old_end) = self.loaded;
        if !again && window.0 == old_top + 1 && end == old_end + 1 && self.rows.len() == self.height {
            // one row further: one row is read
            self.rows.remove(0);
            self.rows.extend(self.list.rows(reader, lang, &self.spine.ids(old_end..end))?);
        } else if !again && window.0 + 1 == old_top && self.rows.len() == old_end - old_top {
            self.rows.truncate(end - window.0 - 1);
            self.rows.splice(0..0, self.list.rows(reader, lang, &self.spine.ids(window.0..window.0 + 1))?);
        } else {
            self.rows = self.list.rows(reader, lang, &self.spine.ids(window.0..end))?;
        }
        self.loaded = window;
        Ok(())
    }

    /// Draws headings and rows.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let room = area.width.saturating_sub(2);
        let columns = fitting(self.columns.iter().map(|at| &L::COLUMNS[*at]), room);
        let widths = share(&columns, room);
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
            if self.spine.id(index).is_some_and(|id| self.marked.contains(id)) {
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

/// The columns of whoever has not chosen.
fn usual<L: List>() -> Vec<usize> {
    (0..L::COLUMNS.len()).filter(|at| L::COLUMNS[*at].is_usual).collect()
}

/// The first of the columns, as many as there is room for; one at least.
fn fitting<'a, R>(columns: impl Iterator<Item = &'a Column<R>>, room: u16) -> Vec<&'a Column<R>> {
    let mut used = 0;
    let mut fitting = Vec::new();
    for column in columns {
        let (Width::Fixed(least) | Width::Fill(least)) = column.width;
        used += least + u16::from(!fitting.is_empty());
        if used > room && !fitting.is_empty() {
            break;
        }
        fitting.push(column);
    }
    fitting
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
