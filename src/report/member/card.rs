//! Member cards of 85 × 54 mm, eight to a sheet, with the number as bars.

use super::{Head, Person, Scribe};
use crate::{
    domain::{
        Text, day,
        member::{Field, show_number},
        noun::Entry,
    },
    report::{
        Page, Report,
        block::{BarCode, Block, Facts, Grid},
    },
};

/// The cards while they are made.
pub struct Cards<'a> {
    head: Head<'a>,
    /// Until when they are valid, in words; empty when that was not said.
    until: String,
    cards: Vec<Vec<Block>>,
}

impl<'a> Cards<'a> {
    /// None yet.
    pub fn new(head: Head<'a>, options: &Entry) -> Self {
        Self { head, until: options.day("until").map(day::show).unwrap_or_default(), cards: Vec::new() }
    }
}

impl Scribe for Cards<'_> {
    /// Who has no number gets no card.
    fn add(&mut self, person: &Person) {
        let (head, member) = (self.head, &person.member);
        let Some(number) = member.number.map(show_number) else { return };
        let place = [Field::Site, Field::Team].map(|field| head.value(person, field));
        let place = place.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let dates = match self.until.as_str() {
            "" => Text::new("paper-card-issued").with("day", day::show(head.today)),
            until => Text::new("paper-card-until").with("day", day::show(head.today)).with("until", until),
        };
        let mut facts = Facts::new();
        for (label, value) in [
            ("paper-sex", member.sex.map(|sex| head.label(sex.text_id()).to_owned()).unwrap_or_default()),
            ("paper-site", place),
        ] {
            if !value.is_empty() {
                facts = facts.fact(head.label(label), value);
            }
        }
        self.cards.push(vec![
            Block::Heading(3, head.coop.name.clone()),
            Block::Heading(1, format!("{number}  {}", member.full_name())),
            facts.into(),
            Block::note(head.text(&dates)),
            BarCode::new(number).into(),
        ]);
    }

    fn finish(self: Box<Self>) -> Report {
        let head = self.head;
        head.report(head.label("paper-card-title")).on(Page::Bare).block(Block::Cards(Grid::CARDS, self.cards))
    }
}
