//! The ids that a list shows, in their order: the order of everything, walked against the sets of those who meet the
//! conditions. Everything is read slice by slice; nothing is read again that still stands.

use super::{
    list::List,
    sets::{SLICE, Sets, Work},
};
use crate::store::{Reader, Result};
use std::ops::Range;

/// How many rows the first slice looks at: enough for a screen, cheap at the start.
const FIRST: usize = 64;
/// How many full slices a key may wait for.
const AT_ONCE: usize = 3;

/// Which of the order are shown.
enum Shown {
    /// All.
    All,
    /// The first, found by walking along, until it is known who meets the conditions.
    First(Vec<i64>),
    /// Those at these places of the order; half of what their ids would take.
    Places(Vec<u32>),
}

/// What a list shows, as far as it is known.
pub struct Spine<L: List> {
    /// Everything in order, as far as it is read.
    order: Vec<i64>,
    next: Option<L::Key>,
    is_read: bool,
    sets: Sets<L>,
    shown: Shown,
    /// By what the count is divided, found last.
    parts: Sets<L>,
    /// How many are shown of each part.
    counts: Option<Vec<usize>>,
}

impl<L: List> Default for Spine<L> {
    /// Nothing known yet.
    fn default() -> Self {
        Self {
            order: Vec::new(),
            next: None,
            is_read: false,
            sets: Sets::new(Vec::new()),
            shown: Shown::All,
            parts: Sets::new(Vec::new()),
            counts: None,
        }
    }
}

impl<L: List> Spine<L> {
    /// How many rows are shown, as far as they are known.
    pub fn len(&self) -> usize {
        match &self.shown {
            Shown::All => self.order.len(),
            Shown::First(ids) => ids.len(),
            Shown::Places(places) => places.len(),
        }
    }

    /// Whether no row is known.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of a row.
    pub fn id(&self, at: usize) -> Option<i64> {
        match &self.shown {
            Shown::All => self.order.get(at).copied(),
            Shown::First(ids) => ids.get(at).copied(),
            Shown::Places(places) => self.order.get(*places.get(at)? as usize).copied(),
        }
    }

    /// The ids of some rows.
    pub fn ids(&self, rows: Range<usize>) -> Vec<i64> {
        rows.filter_map(|at| self.id(at)).collect()
    }

    /// The row of a record.
    pub fn place(&self, id: i64) -> Option<usize> {
        (0..self.len()).find(|at| self.id(*at) == Some(id))
    }

    /// Whether all that is shown is known.
    pub fn is_complete(&self) -> bool {
        self.is_read && !matches!(self.shown, Shown::First(_))
    }

    /// Whether anything was read.
    pub fn is_begun(&self) -> bool {
        self.is_read || self.next.is_some()
    }

    /// How many are shown of each part; `None` until that is known.
    pub fn counts(&self) -> Option<&[usize]> {
        self.counts.as_deref()
    }

    /// What is shown meets these.
    pub fn conditions(&self) -> Vec<L::Condition> {
        self.sets.conditions()
    }

    /// The order is read anew.
    pub fn reorder(&mut self) {
        self.order = Vec::new();
        (self.next, self.is_read, self.shown) = (None, false, Shown::First(Vec::new()));
    }

    /// Other conditions, and the first rows that meet them, at least `height` if they are quickly found.
    pub fn narrow(&mut self, list: &L, reader: &Reader, conditions: Vec<L::Condition>, height: usize) -> Result<()> {
        self.sets.want(conditions);
        self.counts = None;
        self.shown = if self.sets.is_empty() { Shown::All } else { Shown::First(Vec::new()) };
        if self.sets.is_empty() {
            while !self.is_read && self.order.len() < height {
                self.read(list, reader, FIRST.max(height))?;
            }
            return Ok(());
        }
        self.hurry(list, reader)?;
        if !self.is_complete() {
            self.shown = Shown::First(self.first(list, reader, height)?);
        }
        Ok(())
    }

    /// As much as a key may wait for: small lists are read to their end.
    pub fn hurry(&mut self, list: &L, reader: &Reader) -> Result<()> {
        let mut slices = 0;
        while slices < AT_ONCE {
            match self.find(list, reader)? {
                Work::Nothing => break,
                Work::Short => {}
                Work::Slice => slices += 1,
            }
        }
        Ok(())
    }

    /// The first rows, found by walking along.
    fn first(&self, list: &L, reader: &Reader, height: usize) -> Result<Vec<i64>> {
        let conditions = self.sets.conditions();
        let (mut ids, next) = list.slice(reader, &conditions, None, FIRST.max(height))?;
        if ids.len() < height && next.is_some() {
            ids.extend(list.slice(reader, &conditions, next.as_ref(), SLICE)?.0);
        }
        Ok(ids)
    }

    /// A slice more, counts included; `false` when nothing is left.
    pub fn work(&mut self, list: &L, reader: &Reader) -> Result<bool> {
        if self.find(list, reader)? != Work::Nothing {
            return Ok(true);
        }
        if self.counts.is_some() || self.sets.is_empty() {
            return Ok(false);
        }
        if self.parts.is_empty() {
            self.parts = Sets::new(list.parts());
        }
        if self.parts.work(reader)? == Work::Nothing {
            let shown = self.sets.all().unwrap_or_default();
            self.counts = Some(self.parts.counts(&shown));
        }
        Ok(true)
    }

    /// A slice more of what is shown.
    fn find(&mut self, list: &L, reader: &Reader) -> Result<Work> {
        let found = self.sets.work(reader)?;
        if found != Work::Nothing {
            return Ok(found);
        }
        if !self.is_read {
            return self.read(list, reader, SLICE);
        }
        if self.is_complete() {
            return Ok(Work::Nothing);
        }
        let wanted = self.sets.all().unwrap_or_default();
        let mut places = Vec::with_capacity(wanted.len());
        let met = self.order.iter().enumerate().filter(|(_, id)| wanted.contains(**id));
        places.extend(met.map(|(at, _)| at as u32));
        self.shown = Shown::Places(places);
        Ok(if self.order.len() > SLICE { Work::Slice } else { Work::Short })
    }

    fn read(&mut self, list: &L, reader: &Reader, limit: usize) -> Result<Work> {
        let (ids, next) = list.slice(reader, &[], self.next.as_ref(), limit)?;
        if self.order.is_empty() && next.is_some() {
            // a list that grows by doubling holds up to twice and, while it is copied, three times what it needs
            let all = list.count(reader, &L::Filter::default())?.map_or(0, |count| count.all);
            self.order.reserve_exact(all.max(ids.len()));
        }
        self.order.extend(ids);
        self.is_read = next.is_none();
        self.next = next;
        Ok(if self.is_read { Work::Short } else { Work::Slice })
    }
}
