//! The filters of a list to choose from: those that are ready, then those that somebody has saved, each with how many it
//! shows; counted in the background where no count is kept.

use super::{
    choice::{Choice, Item, Offer, Picker},
    list::{Count, List},
    narrowing::Narrowing,
    sets::{Sets, Work},
};
use crate::{
    store::{self, Store},
    text::Lang,
    tui::{
        keymap::{Cmd, Scope},
        screen::{Cx, Value},
    },
};
use anyhow::Result;
use serde::{Deserialize, Serialize};

/// A filter under the name that somebody gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named<F> {
    /// The name.
    pub name: String,
    /// The filter.
    pub filter: F,
}

/// The saved filters of the viewer for a list.
///
/// # Errors
/// When the book cannot be read.
pub fn read<L: List>(cx: &Cx) -> store::Result<Vec<Named<L::Filter>>> {
    // what cannot be read any more is no filter
    Ok(cx.reader.preference(&key::<L>())?.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default())
}

/// Keeps the saved filters of a user for a list.
///
/// # Errors
/// When the book cannot be written.
pub fn keep<L: List>(store: &mut Store, user: Option<i64>, saved: &[Named<L::Filter>]) -> store::Result<()> {
    store.set_preference(user, &key::<L>(), &serde_json::to_string(saved).unwrap_or_default())
}

fn key<L: List>() -> String {
    format!("filters-{}", L::TITLE)
}

/// What the list of filters offers.
pub struct Filters<L: List> {
    /// How many are ready or out of the book, and how many are saved.
    places: (usize, usize),
    /// The filters that are still to be counted: place and what they want.
    rest: Vec<(usize, Sets<L>)>,
    parts: Sets<L>,
}

/// The picker of the filters of a list, the cursor on the one that is on. It gives [`Value::Row`]: the place of a ready
/// one, then of a saved one; behind them is the new one, where a list has a form for it.
///
/// # Errors
/// When the book cannot be read.
pub fn picker<L: List>(list: &L, narrowing: &Narrowing<L>, cx: &Cx) -> Result<Picker<Filters<L>>> {
    let (mut items, mut rest) = (Vec::new(), Vec::new());
    let saved = narrowing.saved();
    let ready = L::GROUPS.iter().enumerate().map(|(at, id)| (cx.lang.label(id), L::group(at)));
    let named = narrowing.given().iter().chain(saved).map(|named| (named.name.as_str(), named.filter.clone()));
    for (at, (name, filter)) in ready.chain(named).enumerate() {
        let count = list.count(&cx.reader, &filter)?;
        items.push(Item::new(name).with(count.as_ref().map_or_else(String::new, |count| words::<L>(count, &cx.lang))));
        if count.is_none() {
            rest.push((at, Sets::new(list.wanted(&filter, ""))));
        }
    }
    if L::HAS_FORM {
        items.push(Item::new(cx.lang.label("filter-new")));
    }
    let offer = Filters { places: (narrowing.ready(), saved.len()), rest, parts: Sets::new(list.parts()) };
    let mut picker = Picker::of(cx.lang.label(Cmd::Filters.text_id()).to_owned(), items, offer);
    picker.select(narrowing.place());
    Ok(picker)
}

/// A count in words, with its parts: `184 · F 61 M 123`.
pub fn words<L: List>(count: &Count, lang: &Lang) -> String {
    let all = lang.count(count.all as i64);
    let parts = parts::<L>(&count.parts, lang);
    if parts.is_empty() { all } else { format!("{all} · {parts}") }
}

/// The parts of a count in words: `F 61 M 123`; nothing when nothing is known of any.
pub fn parts<L: List>(counts: &[usize], lang: &Lang) -> String {
    if counts.iter().all(|count| *count == 0) {
        return String::new();
    }
    let part = |(id, count): (&&'static str, &usize)| format!("{} {}", lang.label(id), lang.count(*count as i64));
    L::PARTS.iter().zip(counts).map(part).collect::<Vec<_>>().join(" ")
}

impl<L: List> Offer for Filters<L> {
    const SCOPE: Scope = Scope::Filters;

    fn value(&self, item: usize) -> Value {
        Value::Row(item)
    }

    fn run(&self, cmd: Cmd, item: usize) -> Option<Value> {
        let (ready, saved) = self.places;
        let is_saved = (ready..ready + saved).contains(&item);
        match cmd {
            Cmd::Edit if L::HAS_FORM => Some(Value::Change(item)),
            Cmd::Remove if is_saved => Some(Value::Remove(item)),
            _ => None,
        }
    }

    fn work(&mut self, choice: &mut Choice, cx: &Cx) -> Result<bool> {
        let Some((at, sets)) = self.rest.last_mut() else { return Ok(false) };
        if sets.work(&cx.reader)? == Work::Nothing && self.parts.work(&cx.reader)? == Work::Nothing {
            let all = sets.all().unwrap_or_default();
            let count = Count { all: all.len(), parts: self.parts.counts(&all) };
            choice.describe(*at, words::<L>(&count, &cx.lang));
            self.rest.pop();
        }
        Ok(true)
    }
}
