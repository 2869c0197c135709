//! The minute book of a body and a year: all minutes one after the other, with an index.

use super::{Proceedings, minutes::Minutes};
use crate::{
    domain::{Text, rule::Outcome},
    report::{
        Report,
        block::{Align, Block, Column, Row, Table},
        head::Head,
        pages,
        table::Cell,
    },
};

/// The book: a title page with an index, then the minutes in the order of their numbers. `all` is not empty.
pub fn book(head: Head, organ: &str, year: &str, all: &[Proceedings], unfinished: usize) -> Report {
    let chapters: Vec<Vec<Block>> = all.iter().map(|sitting| chapter(&head, sitting)).collect();
    let about = |pages: &[usize]| front(&head, organ, year, all, unfinished, pages);
    // each chapter begins a page: its number follows from how long those before it are
    let mut next = 1 + pages(&about(&vec![0; all.len()]));
    let mut begins = Vec::with_capacity(all.len());
    for chapter in &chapters {
        begins.push(next);
        next += pages(&head.report("").blocks(chapter.iter().cloned()));
    }
    let chapters = chapters.into_iter().flat_map(|chapter| std::iter::once(Block::PageBreak).chain(chapter));
    about(&begins).foot(head.text(&Text::new("paper-witness").with("words", head.witness))).blocks(chapters)
}

/// The title page.
fn front(head: &Head, organ: &str, year: &str, all: &[Proceedings], unfinished: usize, pages: &[usize]) -> Report {
    let text = Text::new("paper-book-title").with("year", year);
    let numbers = || all.iter().filter_map(|sitting| sitting.meeting.number);
    let show = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let about = Text::new("paper-book-numbers")
        .with("count", all.len())
        .with("first", show(numbers().min()))
        .with("last", show(numbers().max()));
    let table = Table::new()
        .column(Column::new(head.label("paper-number")).align(Align::Right).at_least(12.0))
        .column(Column::new(head.label("paper-date")).at_least(24.0))
        .column(Column::new(head.label("noun-meeting")).grow(1))
        .column(Column::new(head.label("paper-book-resolutions")).align(Align::Right).at_least(24.0))
        .column(Column::new(head.label("paper-book-state")).at_least(20.0))
        .column(Column::new(head.label("paper-book-page")).align(Align::Right).at_least(14.0));
    let row = |(sitting, page): (&Proceedings, &usize)| -> Row {
        let adopted = sitting.motions.iter().filter(|motion| motion.outcome() == Some(Outcome::Adopted)).count();
        vec![
            sitting.meeting.number.map_or(Cell::Blank, Cell::Number),
            sitting.day().into(),
            sitting.name(head).into(),
            Cell::Number(adopted as i64),
            head.label(sitting.meeting.state.text_id()).into(),
            Cell::Number(*page as i64),
        ]
    };
    let mut report =
        head.report(head.text(&text)).block(Block::heading(organ)).block(Block::paragraph(head.text(&about)));
    if unfinished > 0 {
        let text = Text::new("paper-book-unfinished").with("count", unfinished);
        report = report.block(Block::paragraph(head.text(&text)));
    }
    report
        .block(Block::heading(head.label("paper-book-index")))
        .block(table.rows(all.iter().zip(pages).map(row)))
        .block(super::minutes::certified(head, "paper-book-closed"))
}

fn chapter(head: &Head, sitting: &Proceedings) -> Vec<Block> {
    let title = format!("{} · {}", sitting.heading(head), sitting.day());
    let mut blocks = vec![Block::Heading(1, title)];
    blocks.extend(Minutes { head: *head, sitting, level: 2 }.blocks());
    let foot = super::minutes::foot(head, sitting);
    if !foot.is_empty() {
        blocks.push(Block::note(foot));
    }
    blocks
}
