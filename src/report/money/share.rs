//! The register of shares (AUSCOOP art. 9), and the certificate that a member has on paper.

use super::words;
use crate::{
    domain::{
        Text, day,
        member::{Sex, show_number},
        share::{Holding, Move},
    },
    report::{
        Report,
        block::{Align, Block, Column, Row, Table},
        head::{Head, together},
        table::Cell,
    },
};
use chrono::NaiveDate;

/// Whoever has shares.
#[derive(Clone, Debug)]
pub struct Holder {
    /// Number.
    pub number: Option<i64>,
    /// Name.
    pub name: String,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Since when there are shares.
    pub since: Option<NaiveDate>,
    /// What there is, by currency.
    pub holdings: Vec<Holding>,
    /// How they came and went, each with the other member in words; only for a certificate.
    pub moves: Vec<(Move, String)>,
}

/// The register, in the order of the numbers.
pub fn register(head: Head, holders: &[Holder], totals: &[Holding]) -> Report {
    let figure = |id| Column::new(head.label(id)).align(Align::Right);
    let mut table = Table::new()
        .column(Column::new(head.label("paper-number")))
        .column(Column::new(head.label("paper-name")).grow(3))
        .column(Column::new(head.label("paper-sex")).align(Align::Centre))
        .column(Column::new(head.label("field-since")))
        .column(figure("column-shares"))
        .column(figure("share-subscribed-sum"))
        .column(figure("share-paid-sum"))
        .column(figure("share-unpaid-sum"));
    let figures = |held: &Holding| -> Vec<Cell<'static>> {
        let money = |minor| words::minor(minor, &held.currency, head.lang).into();
        vec![Cell::Number(held.count), money(held.subscribed), money(held.paid()), money(held.unpaid)]
    };
    for holder in holders {
        for held in &holder.holdings {
            let mut row: Row = vec![
                holder.number.map_or(Cell::Blank, |number| show_number(number).into()),
                holder.name.clone().into(),
                holder.sex.map_or(Cell::Blank, |sex| sex.code().into()),
                holder.since.map_or(Cell::Blank, Cell::Day),
            ];
            row.extend(figures(held));
            table = table.row(row);
        }
    }
    for held in totals {
        let people = head.text(&Text::new("paper-people").with("count", holders.len()));
        let mut row: Row = vec![Cell::Blank, people.into(), Cell::Blank, Cell::Blank];
        row.extend(figures(held));
        table = table.total(row);
    }
    let witness = head.text(&Text::new("paper-witness").with("words", head.witness));
    head.report(head.label("paper-shares-title"))
        .on(crate::report::Page::Landscape)
        .foot(witness)
        .block(Block::paragraph(head.as_of(head.today)))
        .block(table)
        .block(together(vec![head.done_at().into(), head.officers().into()]))
}

/// A certificate for each of them, on a page of its own.
pub fn certificates(head: Head, holders: &[Holder]) -> Report {
    let title = head.label("paper-certificate-title");
    let witness = head.text(&Text::new("paper-witness").with("words", head.witness));
    let mut report = head.report(title).foot(witness);
    for (at, holder) in holders.iter().enumerate() {
        if at > 0 {
            report = report.block(Block::Paper(title.to_owned()));
        }
        report = report.blocks(certificate(&head, holder));
    }
    report
}

fn certificate(head: &Head, holder: &Holder) -> Vec<Block> {
    let number = holder.number.map(show_number).unwrap_or_default();
    let text = Text::new("paper-certificate")
        .with("coop", head.coop.name.as_str())
        .with("name", holder.name.as_str())
        .with("number", number);
    let mut blocks = vec![Block::paragraph(head.text(&text))];
    blocks.extend(holder.holdings.iter().map(|held| Block::Large(words::holding(held, head.lang))));
    let mut table = Table::new()
        .column(Column::new(head.label("paper-date")))
        .column(Column::new(head.label("paper-certificate-move")).grow(2))
        .column(Column::new(head.label("column-shares")).align(Align::Right))
        .column(Column::new(head.label("field-nominal")).align(Align::Right));
    for (one, other) in &holder.moves {
        let how = [head.label(one.kind.text_id()), other, &one.deed, &one.decision];
        let how = how.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let worth = words::minor(one.nominal.minor, &one.nominal.currency, head.lang);
        table = table.row(vec![Cell::Day(one.moved_on), how.into(), Cell::Number(one.count), worth.into()]);
    }
    blocks.push(table.into());
    let note = Text::new("paper-certificate-note").with("day", day::show(head.today));
    let signed = vec![Block::note(head.text(&note)), head.done_at().into(), head.officers().into()];
    blocks.push(together(signed));
    blocks
}
