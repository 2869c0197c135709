//! Receipts and payments, income and surplus, and the balance: each currency by itself.

use super::{Books, amounts};
use crate::{
    domain::{
        Text,
        due::DueKind,
        noun::Entry,
        statement::{self, Balance, ByPlace, Category, Flow, Income, Line},
    },
    report::{
        Page, Report,
        block::{Block, Column, Facts, Row, Table},
        head::together,
        member::words::entry,
        table::Cell,
    },
};
use std::collections::BTreeMap;

/// Most places beside each other on an upright sheet.
const ACROSS: usize = 3;

/// What came in and went out, by place and by what it came from or went for.
pub fn receipts(books: &Books, flows: &BTreeMap<String, Flow>, fund: Option<&Entry>) -> Report {
    let mut report = books.report(if fund.is_some() { "paper-fund-statement" } else { "paper-receipts-payments" });
    if let Some(fund) = fund {
        let mut facts = Facts::new().labels(38).fact(books.head.label("noun-fund"), fund.get("name"));
        for code in ["kind", "purpose", "decision"] {
            let words = entry(fund, code, books.head.lang);
            let attribute = fund.noun.attributes.iter().find(|attribute| attribute.code == code);
            if let Some(attribute) = attribute.filter(|_| !words.is_empty()) {
                facts = facts.fact(books.head.label(attribute.label), words);
            }
        }
        report = report.block(facts);
    }
    let mut is_wide = false;
    let wanted: Vec<_> = flows.iter().filter(|(currency, _)| books.takes(currency)).collect();
    for (currency, flow) in &wanted {
        let places = flow.places(books.accounts);
        is_wide |= places.len() > ACROSS;
        report = report
            .block(Block::heading(currency.as_str()))
            .block(together(there(books, currency, flow, &places)))
            .blocks(side(books, currency, "books-came-in", &flow.came, &places))
            .blocks(side(books, currency, "books-went-out", &flow.went, &places));
    }
    if wanted.is_empty() {
        report = report.block(Block::paragraph(books.head.label("books-nothing")));
    }
    report.on(if is_wide { Page::Landscape } else { Page::Portrait })
}

/// Every place from what was there to what is there.
fn there(books: &Books, currency: &str, flow: &Flow, places: &[i64]) -> Vec<Block> {
    let at = |sums: &ByPlace, place: i64| sums.get(&place).copied().unwrap_or_default();
    let all = |side: &BTreeMap<Category, ByPlace>, place| side.values().map(|sums| at(sums, place)).sum::<i64>();
    let row =
        |label: &'static str, of: &dyn Fn(i64) -> i64| row(books, currency, books.head.label(label).into(), places, of);
    let mut table = heads(books, places)
        .row(row("books-opening", &|place| at(&flow.opening, place)))
        .row(row("books-came-in", &|place| all(&flow.came, place)))
        .row(row("books-went-out", &|place| -all(&flow.went, place)));
    if flow.moved.values().any(|minor| *minor != 0) {
        table = table.row(row("books-moved", &|place| at(&flow.moved, place)));
    }
    if !flow.exchanged.is_empty() {
        table = table.row(row("books-exchanged", &|place| at(&flow.exchanged, place)));
    }
    let table = table.total(row("books-closing", &|place| flow.closing(place)));
    vec![Block::Heading(2, books.head.label("books-there").to_owned()), table.into()]
}

/// What came in, or what went out, by category.
fn side(
    books: &Books,
    currency: &str,
    title: &'static str,
    side: &BTreeMap<Category, ByPlace>,
    places: &[i64],
) -> Vec<Block> {
    let at = |sums: &ByPlace, place: i64| sums.get(&place).copied().unwrap_or_default();
    let mut table = heads(books, places);
    let shown = side.iter().filter(|(_, sums)| sums.values().any(|minor| *minor != 0));
    for (category, sums) in shown {
        let mut cells = row(books, currency, category_name(books, *category), places, &|place| at(sums, place));
        // what a place has nothing of stays blank
        for (cell, place) in cells.iter_mut().skip(1).zip(places) {
            if at(sums, *place) == 0 {
                *cell = Cell::Blank;
            }
        }
        table = table.row(cells);
    }
    if table.rows.is_empty() {
        return Vec::new();
    }
    let all = |place: i64| side.values().map(|sums| at(sums, place)).sum::<i64>();
    let total = row(books, currency, books.head.label("paper-total").into(), places, &all);
    vec![Block::Heading(2, books.head.label(title).to_owned()), table.total(total).into()]
}

fn heads(books: &Books, places: &[i64]) -> Table {
    let table = Table::new().column(Column::new("").at_least(40.0).grow(1));
    let table = places.iter().fold(table, |table, place| table.column(amounts(books.name(*place))));
    if places.len() > 1 { table.column(amounts(books.head.label("paper-total"))) } else { table }
}

fn row(books: &Books, currency: &str, label: String, places: &[i64], of: &dyn Fn(i64) -> i64) -> Row {
    let total = (places.len() > 1).then(|| places.iter().map(|place| of(*place)).sum::<i64>());
    let figures = places.iter().map(|place| of(*place)).chain(total);
    std::iter::once(label.into()).chain(figures.map(|minor| books.cell(minor, currency))).collect()
}

fn category_name(books: &Books, category: Category) -> String {
    match category {
        Category::Account(id) => books.name(id),
        Category::Exchange => books.head.label("books-exchanged").to_owned(),
        Category::Ahead => books.head.label("books-ahead").to_owned(),
        // as the account is called that it was raised from; what was lent and what is older have names of their own
        Category::Due(kind @ (DueKind::Loan | DueKind::Arrears)) => books.head.label(kind.text_id()).to_owned(),
        Category::Due(kind) => {
            let account = books.accounts.iter().find(|account| account.chart == kind.raised_from());
            account.map_or_else(|| books.head.label(kind.text_id()).to_owned(), |account| books.name(account.id))
        }
    }
}

/// What was earned and spent, and what is left.
pub fn income(books: &Books, incomes: &BTreeMap<String, Income>) -> Report {
    let mut report = books.report("paper-income");
    let wanted: Vec<_> = incomes.iter().filter(|(currency, _)| books.takes(currency)).collect();
    for (currency, income) in &wanted {
        report = report
            .block(Block::heading(currency.as_str()))
            .blocks(lines(books, currency, "books-income", "books-income-total", &income.income))
            .block(Block::Heading(2, books.head.label("books-expense").to_owned()))
            .block(spent(books, currency, income));
    }
    if wanted.is_empty() {
        report = report.block(Block::paragraph(books.head.label("books-nothing")));
    }
    report.block(together(vec![books.head.done_at().into(), books.head.officers().into()]))
}

/// What is there, and whose it is.
pub fn balance(books: &Books, balances: &BTreeMap<String, Balance>) -> Report {
    let mut report = books.head.report(books.head.label("paper-balance"));
    report = report
        .foot(books.head.text(&Text::new("paper-witness").with("words", books.head.witness)))
        .block(Block::paragraph(books.head.as_of(books.period.until)));
    let wanted: Vec<_> = balances.iter().filter(|(currency, _)| books.takes(currency)).collect();
    for (currency, balance) in &wanted {
        let mut belongs = [balance.liabilities.as_slice(), balance.equity.as_slice()].concat();
        belongs.retain(|(_, minor)| *minor != 0);
        let surplus = (balance.surplus != 0).then(|| {
            let label = if balance.surplus < 0 { "books-deficit" } else { "books-surplus" };
            vec![books.head.label(label).into(), books.cell(balance.surplus, currency)]
        });
        let table = table(books, currency, &belongs).rows(surplus);
        let total = vec![books.head.label("paper-total").into(), books.cell(balance.owes(), currency)];
        report = report
            .block(Block::heading(currency.as_str()))
            .blocks(lines(books, currency, "books-has", "paper-total", &balance.assets))
            .block(Block::Heading(2, books.head.label("books-whose").to_owned()))
            .block(table.total(total));
    }
    if wanted.is_empty() {
        report = report.block(Block::paragraph(books.head.label("books-nothing")));
    }
    report.block(together(vec![books.head.done_at().into(), books.head.officers().into()]))
}

fn lines(books: &Books, currency: &str, title: &'static str, total: &'static str, lines: &[Line]) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let sum = vec![books.head.label(total).into(), books.cell(statement::total(lines), currency)];
    vec![Block::Heading(2, books.head.label(title).to_owned()), table(books, currency, lines).total(sum).into()]
}

fn table(books: &Books, currency: &str, lines: &[Line]) -> Table {
    let row = |(account, minor): &Line| vec![books.name(*account).into(), books.cell(*minor, currency)];
    Table::new().column(Column::new("").at_least(90.0).grow(1)).column(amounts(currency)).rows(lines.iter().map(row))
}

/// What was spent, and what is left of what was earned.
fn spent(books: &Books, currency: &str, income: &Income) -> Table {
    let label = books.head.label(if income.surplus() < 0 { "books-deficit" } else { "books-surplus" });
    let spent = books.cell(statement::total(&income.expense), currency);
    table(books, currency, &income.expense)
        .total([books.head.label("books-expense-total").into(), spent])
        .total([label.into(), books.cell(income.surplus(), currency)])
}
