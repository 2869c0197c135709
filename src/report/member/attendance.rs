//! The attendance sheet of a meeting: a row for everybody, high enough for a thumb.

use super::{Head, Person, Scribe, option, together};
use crate::{
    domain::{day, member::show_number, noun::Entry},
    report::{
        Report,
        block::{Align, Block, Column, Facts, Row, Signature, Table},
    },
};

/// A thumb print of an adult with room around it, in millimetres.
const THUMB: f32 = 14.0;

/// The sheet while people are entered.
pub struct Attendance<'a> {
    head: Head<'a>,
    options: &'a Entry,
    rows: Vec<Row>,
}

impl<'a> Attendance<'a> {
    /// An empty one.
    pub const fn new(head: Head<'a>, options: &'a Entry) -> Self {
        Self { head, options, rows: Vec::new() }
    }
}

impl Scribe for Attendance<'_> {
    fn add(&mut self, person: &Person) {
        let member = &person.member;
        self.rows.push(vec![
            member.number.map(show_number).unwrap_or_default().into(),
            member.full_name().into(),
            member.sex.map_or("", |sex| self.head.label(sex.text_id())).into(),
            member.site.clone().into(),
        ]);
    }

    fn finish(self: Box<Self>) -> Report {
        let Self { head, options, mut rows } = *self;
        rows.extend(std::iter::repeat_n(Row::new(), option::count(options, "guests").unwrap_or(0)));
        let facts = Facts::new().fact(head.label("paper-meeting"), options.get("meeting"));
        let day = options.day("date").map(day::show).unwrap_or_default();
        let facts_2 = Facts::side_by_side()
            .fact(head.label("paper-date"), day)
            .fact(head.label("paper-place"), options.get("place"));
        let table = Table::new()
            .column(Column::new(head.label("paper-number")))
            .column(Column::new(head.label("paper-name")).grow(1))
            .column(Column::new(head.label("paper-sex")).align(Align::Centre))
            .column(head.label("paper-site"))
            .column(Column::new(head.label("paper-sign-or-thumb")).at_least(55.0))
            .row_height(THUMB)
            .rows(rows);
        let present = Facts::side_by_side()
            .blank(head.label("paper-present-women"))
            .blank(head.label("paper-present-men"))
            .blank(head.label("paper-present-all"))
            .blank(head.label("paper-present-guests"));
        let signed = ["paper-chair-meeting", "paper-secretary-meeting"]
            .map(|id| Signature::line(head.label(id)).beneath(head.label("paper-sign-name")));
        head.report(head.label("paper-attendance-title")).block(facts).block(facts_2).block(table).block(together(
            vec![Block::Heading(2, head.label("paper-present").to_owned()), present.into(), signed.to_vec().into()],
        ))
    }
}
