//! What every paper says of itself: who gives it out, when, in which language; and who signs it.

use super::{
    Report,
    block::{Block, Facts, Signature},
};
use crate::{
    domain::{
        Text,
        book::{Coop, LegalForm},
        day,
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

/// Blocks that are never torn apart by the end of a page, such as what is signed and the signatures.
pub fn together(blocks: Vec<Block>) -> Block {
    Block::Beside(vec![(1, blocks)])
}

impl Head<'_> {
    /// A paper of that title, without content.
    pub fn report(&self, title: impl Into<String>) -> Report {
        Report::new(title, self.lang.code(), self.today).organisation(self.coop.name.clone())
    }

    /// A message without blanks.
    pub fn label(&self, id: &'static str) -> &'static str {
        self.lang.label(id)
    }

    /// A message in words.
    pub fn text(&self, text: &Text) -> String {
        self.lang.text(text)
    }

    /// Where and when the paper is signed, by hand.
    pub fn done_at(&self) -> Facts {
        Facts::side_by_side().blank(self.label("paper-done-at")).blank(self.label("paper-done-on"))
    }

    /// Who signs for the cooperative: the chair, the secretary, and the body that supervises.
    pub fn officers(&self) -> Vec<Signature> {
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
    pub fn as_of(&self, on: NaiveDate) -> String {
        self.text(&Text::new("paper-as-of").with("day", day::show(on)))
    }
}
