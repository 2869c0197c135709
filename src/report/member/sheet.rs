//! Everything the book has about one person: for whoever asks for his or her own data (law.md §6).

use super::{Head, Person, Scribe, form::label, together, words};
use crate::{
    domain::{
        day,
        member::Field,
        noun::{CARD, CONSENT, Entry, FILE, KIN, NOTE, Noun, PLACEMENT},
        paper_form,
        procedure::{PROCEDURE, STEP},
        takes::Takes,
    },
    report::{
        Report,
        block::{Block, Column, Facts, Signature, Table},
    },
};

/// What belongs to a member, in the order of the paper.
static NOUNS: [&Noun; 8] = [&CARD, &KIN, &CONSENT, &PLACEMENT, &PROCEDURE, &STEP, &NOTE, &FILE];

/// Width of the labels, so that all parts stand in one line, in millimetres.
const LABELS: u8 = 36;
/// A longer text, in characters, takes the whole width.
const LONG: usize = 100;
/// What stands above everything.
const TOP: [Field; 6] = [Field::Number, Field::FormerNumber, Field::Status, Field::JoinedOn, Field::Site, Field::Team];
/// What is known of the membership.
const MEMBERSHIP: [Field; 6] =
    [Field::AppliedOn, Field::AdmittedBy, Field::ValidatedOn, Field::ValidatedBy, Field::Shares, Field::SharesPaid];
/// Where the record comes from.
const SOURCE: [Field; 7] = [
    Field::FormNumber,
    Field::FormOn,
    Field::Enumerator,
    Field::Mark,
    Field::VerifiedBy,
    Field::VerifiedOn,
    Field::ReregisteredOn,
];
/// What stands among the cards.
const CARDS: [Field; 2] = [Field::CardNumber, Field::CardExpiresOn];

/// The sheets while they are written.
pub struct Sheets<'a> {
    head: Head<'a>,
    blocks: Vec<Block>,
}

impl<'a> Sheets<'a> {
    /// None yet.
    pub const fn new(head: Head<'a>) -> Self {
        Self { head, blocks: Vec::new() }
    }

    /// Every field that is filled, under the headings of the printed form; what that has not stands at the end. The
    /// miner cards have a table of their own.
    fn fields(&mut self, person: &Person) {
        let mut known: Vec<Field> = CARDS.to_vec();
        let mut part = |sheet: &mut Self, title, fields: &[Field]| {
            let fields: Vec<Field> = fields.iter().filter(|field| !known.contains(field)).copied().collect();
            sheet.part(title, &fields, person);
            known.extend(fields);
        };
        part(self, None, &TOP);
        part(self, Some("section-identity"), paper_form::FIELDS);
        for (title, fields) in paper_form::BACK {
            let fields =
                if *title == "section-household" { [&[Field::Household], *fields].concat() } else { fields.to_vec() };
            part(self, Some(title), &fields);
        }
        part(self, Some("section-membership"), &MEMBERSHIP);
        part(self, Some("section-source"), &SOURCE);
        part(self, None, Field::ALL);
    }

    fn part(&mut self, title: Option<&'static str>, fields: &[Field], person: &Person) {
        let head = self.head;
        let values = fields.iter().map(|field| (*field, head.value(person, *field)));
        let filled: Vec<_> = values.filter(|(_, value)| !value.is_empty()).collect();
        if !filled.is_empty() {
            self.blocks.extend(title.map(|title| Block::Heading(2, head.label(title).to_owned())));
        }
        let is_long = |value: &str| value.contains('\n') || value.chars().count() > LONG;
        for run in filled.chunk_by(|(_, a), (_, b)| is_long(a) == is_long(b)) {
            let facts = if is_long(&run[0].1) { Facts::new() } else { Facts::side_by_side() };
            let add = |facts: Facts, (field, value): &(Field, String)| facts.fact(label(&head, *field), value);
            self.blocks.push(run.iter().fold(facts.labels(LABELS), add).into());
        }
    }

    /// The records of one noun as a table: only columns in which something stands.
    fn entries(&self, entries: &[&Entry]) -> Table {
        let head = self.head;
        let noun = entries[0].noun;
        let shown = noun.attributes.iter().filter(|a| a.takes != Takes::Fixed(""));
        let filled = shown.filter(|a| entries.iter().any(|entry| !entry.get(a.code).is_empty()));
        let filled: Vec<_> = filled.collect();
        let columns = filled.iter().fold(Table::new(), |table, a| table.column(Column::new(head.label(a.label))));
        let row = |entry: &&Entry| filled.iter().map(|a| words::entry(entry, a.code, head.lang).into()).collect();
        columns.rows(entries.iter().map(row))
    }
}

impl Scribe for Sheets<'_> {
    fn add(&mut self, person: &Person) {
        let head = self.head;
        if !self.blocks.is_empty() {
            self.blocks.push(Block::Paper(head.label("paper-sheet-title").to_owned()));
        }
        self.blocks.push(Block::heading(person.member.heading()));
        self.fields(person);
        for noun in NOUNS {
            let entries: Vec<&Entry> = person.entries.iter().filter(|entry| *entry.noun == *noun).collect();
            if !entries.is_empty() {
                self.blocks.push(Block::Heading(2, head.label(noun.heading).to_owned()));
                self.blocks.push(self.entries(&entries).into());
            }
        }
        if !person.mates.is_empty() {
            self.blocks.push(Block::Heading(2, head.label("member-mates").to_owned()));
            self.blocks.push(Block::paragraph(person.mates.join("\n")));
        }
        if !person.stages.is_empty() {
            let row = |stage: &super::Stage| {
                let status = head.label(stage.status.text_id_of(person.member.sex));
                vec![stage.on.into(), status.into(), stage.why.clone().into()]
            };
            let table = Table::new()
                .column(Column::new(head.label("field-since")).at_least(25.0))
                .column(Column::new(head.label("paper-status")).at_least(35.0))
                .column(Column::new(head.label("field-reason")).grow(1));
            self.blocks.push(Block::Heading(2, head.label("member-stages").to_owned()));
            self.blocks.push(table.rows(person.stages.iter().map(row)).into());
        }
        let signed = [
            Signature::line(head.label("paper-sheet-received")).beneath(day::show(head.today)),
            Signature::thumb(head.label("paper-thumb")).beneath(head.label("paper-thumb-beneath")),
            Signature::line(head.label("paper-secretary")).beneath(head.label("paper-sign-beneath")),
        ];
        let note = Block::note(head.label("paper-sheet-note"));
        self.blocks.push(together(vec![note, head.done_at().into(), signed.to_vec().into()]));
    }

    fn finish(self: Box<Self>) -> Report {
        self.head.report(self.head.label("paper-sheet-title")).blocks(self.blocks)
    }
}
