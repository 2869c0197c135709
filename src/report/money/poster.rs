//! The poster for the wall: few figures, large, for people who read little. What came in, what went out, what is there
//! and whether it was counted, what members owe, and twelve months as bars.

use super::{Books, words};
use crate::{
    domain::{
        Text, day,
        statement::{self, Flow},
    },
    report::{
        Page, Report,
        block::{Bar, Block, Column, Table},
        table::Cell,
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Where money is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The account.
    pub account: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// What is there by the book.
    pub minor: i64,
    /// When it was last counted, and what there was.
    pub counted: Option<(NaiveDate, i64)>,
    /// Whether it is a box whose notes can be counted.
    pub is_box: bool,
}

/// What stands on the poster.
#[derive(Clone, Debug)]
pub struct Poster {
    /// What came in and went out, by currency.
    pub flows: BTreeMap<String, Flow>,
    /// What is where.
    pub places: Vec<Place>,
    /// What members owe together, by currency, and how many they are.
    pub owed: Vec<(String, i64, i64)>,
    /// What members have paid in each of twelve months, by currency; months as `2026-11`.
    pub months: Vec<(String, Vec<(String, i64)>)>,
}

/// The poster: a sheet for each currency.
pub fn poster(books: &Books, poster: &Poster, is_large: bool) -> Report {
    let title =
        |currency: &str| format!("{} · {} · {currency}", books.head.label("paper-poster-title"), books.period.show());
    let currencies: Vec<&String> = poster.flows.keys().filter(|currency| books.takes(currency)).collect();
    let mut report = books.report("paper-poster-title").on(if is_large { Page::LargePoster } else { Page::Poster });
    for (at, currency) in currencies.iter().enumerate() {
        match at {
            0 => report.title = title(currency),
            _ => report = report.block(Block::Paper(title(currency))),
        }
        report = report.blocks(sheet(books, poster, currency));
    }
    if currencies.is_empty() {
        report = report.block(Block::paragraph(books.head.label("books-nothing")));
    }
    report
}

/// What was there, came in and went out comes to what is there.
fn sheet(books: &Books, poster: &Poster, currency: &str) -> Vec<Block> {
    let flow = &poster.flows[currency];
    let sum = |places: &statement::ByPlace| places.values().sum::<i64>();
    let there: i64 = flow.places(books.accounts).into_iter().map(|place| flow.closing(place)).sum();
    let mut blocks = Vec::new();
    if sum(&flow.opening) != 0 {
        blocks.push(large(books, books.head.label("books-opening"), "", sum(&flow.opening), currency));
    }
    blocks.push(large(books, books.head.label("books-came-in"), "+ ", flow.total_came(), currency));
    blocks.push(large(books, books.head.label("books-went-out"), "– ", flow.total_went(), currency));
    if sum(&flow.exchanged) != 0 {
        let sign = if sum(&flow.exchanged) < 0 { "– " } else { "+ " };
        let label = exchanged(books, poster, currency, sum(&flow.exchanged));
        blocks.push(large(books, &label, sign, sum(&flow.exchanged).abs(), currency));
    }
    blocks.push(large(books, books.head.label("books-there"), "= ", there, currency));
    blocks.extend(places(books, poster, currency));
    if let Some((_, minor, count)) = poster.owed.iter().find(|(of, ..)| of == currency) {
        let amount = format!("{} {currency}", words::figures(*minor, currency, books.head.lang));
        let who = Text::new("books-who-owe").with("count", *count).with("amount", amount);
        blocks.push(Block::Heading(1, books.head.text(&who)));
    }
    blocks.extend(bars(books, poster, currency));
    blocks.push(Block::note(books.head.label("books-witness-note")));
    blocks
}

/// Into what the money of a currency was changed, or out of what, where there is one other only.
fn exchanged(books: &Books, poster: &Poster, currency: &str, minor: i64) -> String {
    let mut others = poster.flows.keys().filter(|other| *other != currency);
    let (Some(other), None) = (others.next(), others.next()) else {
        return books.head.label("books-exchanged").to_owned();
    };
    let id = if minor < 0 { "books-changed-to" } else { "books-changed-from" };
    books.head.text(&Text::new(id).with("currency", other.as_str()))
}

/// A word and a figure that is read from afar.
fn large(books: &Books, label: &str, sign: &str, minor: i64, currency: &str) -> Block {
    let figure = format!("{sign}{}", words::figures(minor, currency, books.head.lang));
    let label = Block::Heading(1, label.to_owned());
    Block::Beside(vec![(2, vec![label]), (3, vec![Block::Large(figure)])])
}

/// What is in each account of a currency, and whether it was counted.
fn places(books: &Books, poster: &Poster, currency: &str) -> Option<Block> {
    let head = books.head;
    let of: Vec<&Place> = poster.places.iter().filter(|place| place.currency == currency).collect();
    let counted = |place: &Place| match place.counted {
        Some((on, minor)) if minor == place.minor => head.text(&Text::new("books-counted").with("day", day::show(on))),
        Some((on, minor)) => {
            let amount = words::figures(minor, currency, head.lang);
            head.text(&Text::new("books-counted-other").with("day", day::show(on)).with("amount", amount))
        }
        None if place.is_box => head.label("books-not-counted").to_owned(),
        None => String::new(),
    };
    let row = |place: &&Place| {
        vec![books.name(place.account).into(), books.cell(place.minor, currency), Cell::from(counted(place))]
    };
    let table = Table::new()
        .column(Column::new(head.label("books-where")).grow(1))
        .column(super::amounts(currency))
        .column(head.label("books-count"));
    (!of.is_empty()).then(|| table.rows(of.iter().map(row)).into())
}

/// What members have paid, month by month.
fn bars(books: &Books, poster: &Poster, currency: &str) -> Vec<Block> {
    let Some((_, months)) = poster.months.iter().find(|(of, _)| of == currency) else { return Vec::new() };
    if months.iter().all(|(_, minor)| *minor == 0) {
        return Vec::new();
    }
    let bar = |(month, minor): &(String, i64)| {
        let shown = words::figures(*minor, currency, books.head.lang);
        Bar::new(words::period(month), u64::try_from(*minor).unwrap_or(0), shown)
    };
    let bars: Vec<Bar> = months.iter().map(bar).collect();
    vec![Block::Heading(1, books.head.label("books-by-month").to_owned()), bars.into()]
}
