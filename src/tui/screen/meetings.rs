//! Meetings: their list, the form in which one is called, the page of each, the founders of a cooperative; motions and
//! their votes, what is to be done; bodies and who holds office in them.

pub mod action;
pub mod actions;
pub mod call;
pub mod editor;
pub mod founders;
pub mod list;
pub mod mandate;
pub mod motion;
pub mod organ;
pub mod organs;
pub mod page;
pub mod people;
pub mod roll;
pub mod search;
pub mod sign;
pub mod stage;
pub mod vote;

use crate::{
    domain::{day, meeting::MEETING_KINDS, noun::Entry, takes::Takes},
    text::Lang,
};

/// The place of this area among the ten.
pub const AREA: usize = 2;

/// What a meeting is called: its title, or the kind when it has none.
pub fn name(kind: &str, title: &str, lang: &Lang) -> String {
    if title.is_empty() { lang.value(Takes::One(MEETING_KINDS), kind) } else { title.to_owned() }
}

/// What a meeting is called, and its day.
pub fn heading(meeting: &Entry, lang: &Lang) -> String {
    let on = meeting.day("held_on").map(day::show).unwrap_or_default();
    format!("{} {on}", name(meeting.get("kind"), meeting.get("title"), lang)).trim_end().to_owned()
}
