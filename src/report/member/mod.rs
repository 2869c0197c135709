//! Papers about members. People are put onto a [`Scribe`] one after the other, so that thousands never stand in memory
//! twice; what it gives at the end is a [`Report`].
//!
//! Pure: whoever calls has fetched the people, and has asked who may see them.

pub mod attendance;
pub mod card;
pub mod form;
pub mod label;
pub mod option;
pub mod register;
pub mod sheet;
pub mod site_list;
mod tally;
pub mod words;

use super::head::{Head, together};
use crate::{
    domain::{
        member::{Member, Status},
        noun::Entry,
    },
    report::Report,
};
use chrono::NaiveDate;

/// Somebody who stands on a paper, with what the paper needs to know.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// What is recorded; the status is that of the day the paper is about.
    pub member: Member,
    /// Records that belong to the person, those of one noun after the other.
    pub entries: Vec<Entry>,
    /// How the status changed, the oldest first.
    pub stages: Vec<Stage>,
    /// Who lives in the same household.
    pub mates: Vec<String>,
}

/// A step in the history of somebody's status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// What the person became.
    pub status: Status,
    /// When.
    pub on: NaiveDate,
    /// Why and by which decision; may be empty.
    pub why: String,
}

/// A paper onto which people are put, one after the other.
pub trait Scribe {
    /// Whether somebody can stand on it.
    fn takes(&self, _person: &Person) -> bool {
        true
    }
    /// Puts somebody onto the paper.
    fn add(&mut self, person: &Person);
    /// The paper, as soon as everybody stands on it.
    fn finish(self: Box<Self>) -> Report;
}

impl Head<'_> {
    /// A field as people read it on this paper.
    fn value(&self, person: &Person, field: crate::domain::member::Field) -> String {
        words::value(&person.member, field, self.lang, self.today)
    }
}
