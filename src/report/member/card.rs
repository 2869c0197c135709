//! Member cards of 85 × 54 mm, eight to a sheet, with the number as bars.

use super::{Head, Person, Scribe};
use crate::{
    domain::{
        day,
        member::{Field, show_number},
        noun::Entry,
    },
    report::{
        Page, Report,
        block::{BarCode, Block, Facts, Grid, Signature},
    },
};

/// The cards while they are made.
pub struct Cards<'a> {
    head: Head<'a>,
    /// Until when they are valid, in words; empty when that was not said.
    until: String,
    with_photo: bool,
    cards: Vec<Vec<Block>>,
}

impl<'a> Cards<'a> {
    /// None yet.
    pub fn new(head: Head<'a>, options: &Entry) -> Self {
        let until = options.day("until").map(day::show).unwrap_or_default();
        Self { head, until, with_photo: options.get("photo") == "yes", cards: Vec::new() }
    }
}

impl Scribe for Cards<'_> {
    /// Who has no number gets no card.
    fn takes(&self, person: &Person) -> bool {
        person.member.number.is_some()
    }

    fn add(&mut self, person: &Person) {
        let (head, member) = (self.head, &person.member);
        let number = member.number.map(show_number).unwrap_or_default();
        let place = [Field::Site, Field::Team].map(|field| head.value(person, field));
        let place = place.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let sex = member.sex.map(|sex| head.label(sex.text_id()).to_owned()).unwrap_or_default();
        let issued = day::show(head.today);
        let known = [
            ("paper-sex", sex),
            ("paper-site", place),
            ("paper-card-issued", issued),
            ("paper-card-until", self.until.clone()),
        ];
        let known = known.into_iter().filter(|(_, value)| !value.is_empty());
        let facts = known.fold(Facts::new(), |facts, (label, value)| facts.fact(head.label(label), value));
        let (name, facts) = (Block::Heading(1, member.full_name()), facts.into());
        let (large, bars) = (Block::Large(number.clone()), BarCode::new(number).text("").into());
        let body = if self.with_photo {
            let photo = Signature::photo(head.label("paper-photo")).into();
            let number = Block::Beside(vec![(1, vec![large]), (1, vec![bars])]);
            vec![(2, vec![photo]), (5, vec![name, facts, number])]
        } else {
            vec![(5, vec![name, facts]), (3, vec![large, bars])]
        };
        let title = head.label("paper-card-name");
        self.cards.push(vec![Block::Heading(2, head.coop.name.clone()), Block::note(title), Block::Beside(body)]);
    }

    fn finish(self: Box<Self>) -> Report {
        let head = self.head;
        head.report(head.label("paper-card-title")).on(Page::Bare).block(Block::Cards(Grid::CARDS, self.cards))
    }
}
