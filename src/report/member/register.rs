//! The register of members, in the order of joining (AUSCOOP art. 9), and the same without what is private, for members
//! who want to see who belongs to the cooperative (art. 351).

use super::{Head, Person, Scribe, option, tally::Tally, together};
use crate::{
    domain::{
        Text, day,
        member::{Field, Status, show_number},
        noun::Entry,
    },
    report::{
        Page, Report,
        block::{Align, Block, Column, Row, Table},
        table::Cell,
    },
};
use chrono::NaiveDate;

/// A column: its title, and the fields of which it consists.
struct Part {
    title: &'static str,
    fields: &'static [Field],
    align: Align,
    grow: u8,
}

const fn part(title: &'static str, fields: &'static [Field]) -> Part {
    Part { title, fields, align: Align::Left, grow: 0 }
}

static PARTS: [Part; 11] = [
    part("paper-number", &[Field::Number]),
    Part { grow: 3, ..part("paper-name", &[Field::Surname]) },
    Part { align: Align::Centre, ..part("paper-sex", &[Field::Sex]) },
    part("paper-birth", &[Field::Birth]),
    Part { grow: 2, ..part("paper-identity", &[Field::IdType, Field::IdNumber]) },
    Part { grow: 2, ..part("paper-address", &[Field::Address, Field::Village]) },
    Part { grow: 2, ..part("paper-work", &[Field::Role]) },
    part("paper-joined", &[Field::JoinedOn]),
    Part { align: Align::Right, ..part("paper-shares", &[Field::Shares]) },
    Part { align: Align::Right, ..part("paper-shares-paid", &[Field::SharesPaid]) },
    part("paper-status", &[Field::Status]),
];

/// The register while members are entered.
pub struct Register<'a> {
    head: Head<'a>,
    on: NaiveDate,
    is_private: bool,
    /// Who is on it, in words; empty when it is everybody who was ever admitted.
    only: String,
    rows: Vec<Row>,
    numbers: Vec<i64>,
    tally: Tally<Status>,
    /// Shares subscribed and paid up.
    shares: [i64; 2],
}

impl<'a> Register<'a> {
    /// An empty one. `only` says in words who is on it, when that is not everybody.
    pub fn new(head: Head<'a>, options: &Entry, only: String) -> Self {
        Self {
            head,
            on: options.day("on").unwrap_or(head.today),
            is_private: option::is_private(options),
            only,
            rows: Vec::new(),
            numbers: Vec::new(),
            tally: Tally::default(),
            shares: [0, 0],
        }
    }

    /// The columns with the fields that may be seen; those without any are not there.
    fn parts(&self) -> impl Iterator<Item = (&'static Part, Vec<Field>)> {
        let is_private = self.is_private;
        PARTS.iter().filter_map(move |part| {
            let fields = part.fields.iter().copied().filter(|field| is_private || !field.is_private());
            let fields: Vec<Field> = fields.collect();
            (!fields.is_empty()).then_some((part, fields))
        })
    }

    fn cell(&self, person: &Person, fields: &[Field]) -> Cell<'static> {
        let member = &person.member;
        match fields {
            [Field::Surname] => member.full_name().into(),
            [Field::Birth] => member
                .birth
                .map(|birth| format!("{} ({})", birth.show(), birth.age(self.on)))
                .map_or(Cell::Blank, Cell::from),
            [Field::JoinedOn] => member.joined_on.map_or(Cell::Blank, Cell::Day),
            [Field::Shares | Field::SharesPaid] => member.kept(fields[0]).parse().map_or(Cell::Blank, Cell::Number),
            [Field::IdType, Field::IdNumber] => {
                let kind = member
                    .id_type
                    .map(|kind| self.head.lang.name(&format!("paper-{}", kind.text_id())))
                    .unwrap_or_default();
                format!("{kind} {}", member.id_number).trim().to_owned().into()
            }
            _ => {
                let values = fields.iter().map(|field| self.head.value(person, *field));
                values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(", ").into()
            }
        }
    }

    /// How many are entered, from which number to which, and which numbers nobody bears.
    fn closing(&self) -> String {
        let (first, last) = (self.numbers.iter().min(), self.numbers.iter().max());
        let closing = Text::new("paper-register-closed")
            .with("day", day::show(self.on))
            .with("count", self.rows.len())
            .with("first", first.copied().map(show_number).unwrap_or_default())
            .with("last", last.copied().map(show_number).unwrap_or_default());
        let mut closing = self.head.text(&closing);
        let gaps = if self.only.is_empty() { option::gaps(&self.numbers) } else { Vec::new() };
        if !gaps.is_empty() {
            let gaps = Text::new("paper-register-gaps").with("numbers", gaps.join(", "));
            closing = format!("{closing} {}", self.head.text(&gaps));
        }
        closing
    }
}

impl Scribe for Register<'_> {
    fn add(&mut self, person: &Person) {
        let member = &person.member;
        self.rows.push(self.parts().map(|(_, fields)| self.cell(person, &fields)).collect());
        self.numbers.extend(member.number);
        self.tally.add(member.status, member.sex);
        for (sum, field) in self.shares.iter_mut().zip([Field::Shares, Field::SharesPaid]) {
            *sum += member.kept(field).parse::<i64>().unwrap_or(0);
        }
    }

    fn finish(mut self: Box<Self>) -> Report {
        let head = self.head;
        let title = match (self.is_private, self.only.is_empty()) {
            (true, true) => "paper-register-title",
            (true, false) => "paper-register-extract",
            (false, _) => "paper-register-public",
        };
        let law = match (head.coop.country.is_ohada(), self.is_private) {
            (true, true) => "paper-register-law",
            (false, true) => "paper-register-rule",
            (true, false) => "paper-register-public-law",
            (false, false) => "paper-register-public-rule",
        };
        let mut about = head.as_of(self.on);
        if !self.only.is_empty() {
            about = format!("{about} · {}", self.only);
        }
        let closing = self.closing();
        let (mut table, mut totals) = (Table::new(), Row::new());
        for (part, fields) in self.parts() {
            table = table.column(Column::new(head.label(part.title)).align(part.align).grow(part.grow));
            totals.push(match fields[..] {
                [Field::Surname] => head.text(&Text::new("paper-people").with("count", self.rows.len())).into(),
                [Field::Shares] => Cell::Number(self.shares[0]),
                [Field::SharesPaid] => Cell::Number(self.shares[1]),
                _ => Cell::Blank,
            });
        }
        let table = table.rows(std::mem::take(&mut self.rows)).total(totals);
        let status = |status: &Status| head.label(status.text_id()).to_owned();
        let witness = head.text(&Text::new("paper-witness").with("words", head.witness));
        head.report(head.label(title))
            .on(Page::Landscape)
            .foot(witness)
            .block(Block::paragraph(about))
            .block(Block::note(head.label(law)))
            .block(table)
            .block(Block::heading(head.label("paper-counts")))
            .block(self.tally.table(&head, "paper-status", status))
            .block(together(vec![Block::paragraph(closing), head.done_at().into(), head.officers().into()]))
    }
}
