//! Meetings: their motions and votes, what they want done.

pub mod action;
pub mod actions;
pub mod motion;
pub mod vote;

use crate::{domain::meeting::Meeting, report::member::words, text::Lang};

/// The place of this area among the ten.
pub const AREA: usize = 2;

/// How a meeting is called: its title, else its kind; and its day.
pub fn called(meeting: &Meeting, lang: &Lang) -> String {
    let entry = &meeting.entry;
    let name = if entry.get("title").is_empty() { "kind" } else { "title" };
    format!("{} {}", words::entry(entry, name, lang), words::entry(entry, "held_on", lang))
}
