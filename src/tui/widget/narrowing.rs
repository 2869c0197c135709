//! Which filter of a list is on: a ready-made one, one that comes out of the book, one that somebody has saved, or one
//! without a name.

use super::{filters::Named, list::List};
use crate::text::Lang;

/// Which filter it is.
#[derive(PartialEq, Eq)]
enum Which {
    Ready(usize),
    Given(String),
    Saved(String),
    Unnamed,
}

/// The filter that is on, and those that are saved.
pub struct Narrowing<L: List> {
    filter: L::Filter,
    which: Which,
    given: Vec<Named<L::Filter>>,
    saved: Vec<Named<L::Filter>>,
}

impl<L: List> Narrowing<L> {
    /// Everything is shown.
    pub fn all() -> Self {
        Self { filter: L::group(0), which: Which::Ready(0), given: Vec::new(), saved: Vec::new() }
    }

    /// What is on.
    pub fn filter(&self) -> &L::Filter {
        &self.filter
    }

    /// Whether everything is shown.
    pub fn is_all(&self) -> bool {
        self.which == Which::Ready(0)
    }

    /// The filters out of the book.
    pub fn given(&self) -> &[Named<L::Filter>] {
        &self.given
    }

    /// Takes over what the book gives.
    pub fn set_given(&mut self, given: Vec<Named<L::Filter>>) {
        self.given = given;
    }

    /// How many stand before the saved ones.
    pub fn ready(&self) -> usize {
        L::GROUPS.len() + self.given.len()
    }

    /// The saved filters.
    pub fn saved(&self) -> &[Named<L::Filter>] {
        &self.saved
    }

    /// Takes over what is saved.
    pub fn set_saved(&mut self, saved: Vec<Named<L::Filter>>) {
        self.saved = saved;
    }

    /// What the title of the list says of it; nothing when everything is shown.
    pub fn name(&self, lang: &Lang) -> Option<String> {
        match &self.which {
            Which::Ready(0) => None,
            Which::Ready(at) => Some(lang.label(L::GROUPS[*at]).to_lowercase()),
            Which::Given(name) | Which::Saved(name) => Some(name.clone()),
            Which::Unnamed => Some(lang.label("filter-own").to_lowercase()),
        }
    }

    /// Its place among the ready-made, those out of the book, the saved, and the new one behind them.
    pub fn place(&self) -> usize {
        let among = |all: &[Named<L::Filter>], name: &str| all.iter().position(|named| named.name == name);
        match &self.which {
            Which::Ready(at) => *at,
            Which::Given(name) => among(&self.given, name).map_or(0, |at| L::GROUPS.len() + at),
            Which::Saved(name) => self.ready() + among(&self.saved, name).unwrap_or_default(),
            Which::Unnamed => self.ready() + self.saved.len(),
        }
    }

    /// What a form begins with for the filter at a place; and which saved one it changes, if it is one.
    pub fn to_change(&self, place: usize) -> (Option<usize>, Named<L::Filter>) {
        let unnamed = |filter| (None, Named { name: String::new(), filter });
        match place.checked_sub(self.ready()) {
            None => unnamed(self.before(place).0),
            Some(at) if at < self.saved.len() => (Some(at), self.saved[at].clone()),
            Some(_) if self.which == Which::Unnamed => unnamed(self.filter.clone()),
            Some(_) => unnamed(L::Filter::default()),
        }
    }

    /// The filter at a place before the saved ones.
    fn before(&self, place: usize) -> (L::Filter, Which) {
        let given = place.checked_sub(L::GROUPS.len()).and_then(|at| self.given.get(at));
        given.map_or_else(
            || (L::group(place), Which::Ready(place)),
            |named| (named.filter.clone(), Which::Given(named.name.clone())),
        )
    }

    /// Puts the filter at a place on; `false` when that is the new one, which has to be made first.
    pub fn take(&mut self, place: usize) -> bool {
        (self.filter, self.which) = match place.checked_sub(self.ready()) {
            None => self.before(place),
            Some(at) if at < self.saved.len() => {
                (self.saved[at].filter.clone(), Which::Saved(self.saved[at].name.clone()))
            }
            Some(_) => return false,
        };
        true
    }

    /// Puts a filter on that nobody has named, unless it is a ready-made one.
    pub fn take_unnamed(&mut self, filter: L::Filter) {
        let ready = (0..self.ready()).map(|at| self.before(at)).find(|(known, _)| *known == filter);
        (self.filter, self.which) = ready.unwrap_or((filter, Which::Unnamed));
    }

    /// Puts a filter on and saves it, in place of the one that bore its name, and of the `old` one.
    pub fn take_named(&mut self, named: Named<L::Filter>, old: Option<usize>) {
        (self.filter, self.which) = (named.filter.clone(), Which::Saved(named.name.clone()));
        let mut place = 0..;
        self.saved.retain(|other| place.next() != old && other.name != named.name);
        let end = self.saved.len();
        self.saved.insert(old.map_or(end, |old| old.min(end)), named);
    }

    /// Takes a saved filter away, which stays on without its name; gives the name, if it was still there.
    pub fn remove(&mut self, at: usize) -> Option<String> {
        let name = (at < self.saved.len()).then(|| self.saved.remove(at).name)?;
        if self.which == Which::Saved(name.clone()) {
            self.which = Which::Unnamed;
        }
        Some(name)
    }
}
