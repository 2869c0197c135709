//! The guests of a meeting: those who are in the room and may not vote.

use crate::{
    domain::noun::Entry,
    tui::{
        keymap::{Cmd, Scope},
        screen::{Cx, Value, entry::EntryDraft},
        widget::{
            choice::{Item, Offer, Picker},
            form::FormScreen,
        },
    },
};

/// What the list of guests offers: a new one, then those who are there.
pub struct Guests;

/// The list of guests. It gives the place of a guest from 1, to be changed or taken out; 0 is a new one.
pub fn picker(guests: &[Entry], cx: &Cx) -> Picker<Guests> {
    let new = Item::new(cx.lang.label("roll-guest-new"));
    let known = guests.iter().map(|guest| {
        let words = ["quality", "organisation"].map(|code| guest.get(code));
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        Item::new(guest.get("name")).with(words.join(", "))
    });
    Picker::of(cx.lang.label("nouns-guest").to_owned(), std::iter::once(new).chain(known).collect(), Guests)
}

/// The form of a guest.
pub fn form(guest: Entry, meeting: String, cx: &Cx) -> FormScreen<EntryDraft> {
    FormScreen::new(EntryDraft::new(guest, meeting), cx).in_area(super::super::AREA)
}

impl Offer for Guests {
    const SCOPE: Scope = Scope::Filters;

    fn value(&self, item: usize) -> Value {
        Value::Row(item)
    }

    fn run(&self, cmd: Cmd, item: usize) -> Option<Value> {
        match cmd {
            Cmd::Edit => Some(Value::Change(item)),
            Cmd::Remove if item > 0 => Some(Value::Remove(item)),
            _ => None,
        }
    }
}
