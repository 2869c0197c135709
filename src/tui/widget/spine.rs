//! The ids that a list shows, in their order: the order of everything, walked against the sets of those who meet the
//! conditions. Everything is read slice by slice; nothing is read again that still stands.

use super::{
    list::List,
    sets::{SLICE, Sets, Work},
};
use crate::store::{Reader, Result};

/// How many rows the first slice looks at: enough for a screen, cheap at the start.
const FIRST: usize = 64;
/// How many full slices a key may wait for.
const AT_ONCE: usize = 3;

/// What a list shows, as far as it is known.
pub struct Spine<L: List> {
    /// Everything in order, as far as it is read.
    order: Vec<i64>,
    next: Option<L::Key>,
    is_read: bool,
    sets: Sets<L>,
    /// Those of the order who meet all conditions, or, until that is known, the first of them; `None` when all do.
    shown: Option<Vec<i64>>,
    is_walked: bool,
    /// By what the count is divided, found last.
    parts: Sets<L>,
    /// How many are shown of each part.
    counts: Option<Vec<usize>>,
}

impl<L: List> Spine<L> {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self {
            order: Vec::new(),
            next: None,
            is_read: false,
            sets: Sets::new(Vec::new()),
            shown: None,
            is_walked: true,
            parts: Sets::new(Vec::new()),
            counts: None,
        }
    }

    /// The ids that are shown, as far as they are known.
    pub fn ids(&self) -> &[i64] {
        self.shown.as_deref().unwrap_or(&self.order)
    }

    /// Whether all that is shown is known.
    pub fn is_complete(&self) -> bool {
        self.is_read && self.is_walked
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
        (self.next, self.is_read) = (None, false);
    }

    /// Other conditions, and the first rows that meet them, at least `height` if they are quickly found.
    pub fn narrow(&mut self, list: &L, reader: &Reader, conditions: Vec<L::Condition>, height: usize) -> Result<()> {
        self.sets.want(conditions);
        self.counts = None;
        self.is_walked = self.sets.is_empty();
        self.shown = (!self.is_walked).then(Vec::new);
        if self.is_walked {
            while !self.is_read && self.order.len() < height {
                self.read(list, reader, FIRST.max(height))?;
            }
            return Ok(());
        }
        self.hurry(list, reader)?;
        if !self.is_complete() {
            self.shown = Some(self.first(list, reader, height)?);
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
        if self.is_walked {
            return Ok(Work::Nothing);
        }
        let wanted = self.sets.all().unwrap_or_default();
        let mut shown = Vec::with_capacity(wanted.len());
        shown.extend(self.order.iter().copied().filter(|id| wanted.contains(*id)));
        self.shown = Some(shown);
        self.is_walked = true;
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
