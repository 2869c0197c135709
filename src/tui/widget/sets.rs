//! Who meets the conditions of a list: one set for each condition, found slice by slice. A set stays when another
//! condition changes, so that a typed letter costs one look into an index and no second look at everybody.

use super::list::List;
use crate::store::{Reader, Result, id_set::IdSet};

/// How many rows one slice looks at: about a millisecond.
pub const SLICE: usize = 1_500;

/// What a slice of work came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// There was nothing left to do.
    Nothing,
    /// Less than a whole slice.
    Short,
    /// A whole slice.
    Slice,
}

/// Those who meet one condition.
struct Set<L: List> {
    condition: L::Condition,
    ids: IdSet,
    next: Option<L::Key>,
    is_complete: bool,
}

/// The sets of several conditions.
pub struct Sets<L: List>(Vec<Set<L>>);

impl<L: List> Sets<L> {
    /// Nothing found yet.
    pub fn new(conditions: Vec<L::Condition>) -> Self {
        let mut sets = Self(Vec::new());
        sets.want(conditions);
        sets
    }

    /// Other conditions: the sets of those that stay are kept.
    pub fn want(&mut self, conditions: Vec<L::Condition>) {
        let mut kept = std::mem::take(&mut self.0);
        for condition in conditions {
            let known = kept.iter().position(|set| set.condition == condition).map(|at| kept.swap_remove(at));
            let new = Set { condition, ids: IdSet::default(), next: None, is_complete: false };
            self.0.push(known.unwrap_or(new));
        }
    }

    /// The conditions.
    pub fn conditions(&self) -> Vec<L::Condition> {
        self.0.iter().map(|set| set.condition.clone()).collect()
    }

    /// Whether everybody will do.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all are found.
    pub fn is_complete(&self) -> bool {
        self.0.iter().all(|set| set.is_complete)
    }

    /// Finds a slice more.
    pub fn work(&mut self, reader: &Reader) -> Result<Work> {
        let Some(set) = self.0.iter_mut().find(|set| !set.is_complete) else { return Ok(Work::Nothing) };
        let (ids, next) = L::matches(reader, &set.condition, set.next.as_ref(), SLICE)?;
        set.ids.extend(ids);
        set.is_complete = next.is_none();
        set.next = next;
        Ok(if set.is_complete { Work::Short } else { Work::Slice })
    }

    /// Those who meet all conditions; `None` when everybody does.
    pub fn all(&self) -> Option<IdSet> {
        let mut sets = self.0.iter();
        let first = sets.next()?.ids.clone();
        Some(sets.fold(first, |both, set| both.and(&set.ids)))
    }

    /// How many of `among` meet each condition.
    pub fn counts(&self, among: &IdSet) -> Vec<usize> {
        self.0.iter().map(|set| set.ids.and(among).len()).collect()
    }
}
