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

use crate::{
    domain::{
        Text,
        book::{Coop, LegalForm},
        day,
        member::{Member, Status},
        noun::Entry,
    },
    report::{
        Report,
        block::{Block, Facts, Signature},
    },
    text::Lang,
};
use chrono::NaiveDate;

/// What every paper says of itself: who gives it out, when, in which language.
#[derive(Clone, Copy)]
pub struct Head<'a> {
    /// The cooperative.
    pub coop: &'a Coop,
    /// The language of the paper.
    pub lang: &'a Lang,
    /// The day it is made.
    pub today: NaiveDate,
    /// The witness words of the book: on paper that is signed they stand for everything written until then.
    pub witness: &'a str,
}

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

/// Blocks that are never torn apart by the end of a page, such as what is signed and the signatures.
fn together(blocks: Vec<Block>) -> Block {
    Block::Beside(vec![(1, blocks)])
}

impl Head<'_> {
    /// A paper of that title, without content.
    fn report(&self, title: impl Into<String>) -> Report {
        Report::new(title, self.lang.code(), self.today).organisation(self.coop.name.clone())
    }

    fn label(&self, id: &'static str) -> &'static str {
        self.lang.label(id)
    }

    fn text(&self, text: &Text) -> String {
        self.lang.text(text)
    }

    /// A field as people read it on this paper.
    fn value(&self, person: &Person, field: crate::domain::member::Field) -> String {
        words::value(&person.member, field, self.lang, self.today)
    }

    /// Where and when the paper is signed, by hand.
    fn done_at(&self) -> Facts {
        Facts::side_by_side().blank(self.label("paper-done-at")).blank(self.label("paper-done-on"))
    }

    /// Who signs for the cooperative: the chair, the secretary, and the body that supervises.
    fn officers(&self) -> Vec<Signature> {
        let (chair, control) = match self.coop.legal_form {
            LegalForm::Scoops => ("paper-chair-scoops", "paper-control-scoops"),
            LegalForm::Coopca => ("paper-chair-coopca", "paper-control-coopca"),
            LegalForm::Other => ("paper-chair-other", "paper-control-other"),
        };
        [chair, "paper-secretary", control]
            .into_iter()
            .map(|id| Signature::line(self.label(id)).beneath(self.label("paper-sign-beneath")))
            .collect()
    }

    /// How things stood on a day.
    fn as_of(&self, on: NaiveDate) -> String {
        self.text(&Text::new("paper-as-of").with("day", day::show(on)))
    }
}
