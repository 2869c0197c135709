//! The account of one member: what was owed, what was paid, what is left, line by line, and the shares.

use super::{Books, amounts, words};
use crate::{
    domain::{
        Text,
        amount::Amount,
        day,
        due::DueKind,
        ledger::EntryKind,
        member::{Member, show_number},
        share::Holding,
        statement::Period,
    },
    report::{
        Report,
        block::{Block, Column, Facts, Signature, Table},
        head::together,
        table::Cell,
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A line of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day on which it counts.
    pub on: NaiveDate,
    /// What the entry is.
    pub kind: EntryKind,
    /// What it was called.
    pub text: String,
    /// What was owed: kind, period, what it is called.
    pub due: Option<(DueKind, String, String)>,
    /// The receipt.
    pub receipt: String,
    /// What is owed more, or less where it is negative.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// What is known of a member's money.
#[derive(Clone, Debug)]
pub struct Account {
    /// Who it is.
    pub member: Member,
    /// Every line, in the order of days.
    pub lines: Vec<Line>,
    /// The shares, by currency.
    pub shares: Vec<Holding>,
}

/// The accounts of some members, each a paper of its own.
pub fn statements(books: &Books, accounts: &[Account]) -> Report {
    let mut report = books.report("paper-member-statement");
    let title = report.title.clone();
    for (at, account) in accounts.iter().enumerate() {
        if at > 0 {
            report = report.block(Block::Paper(title.clone()));
        }
        report = report.blocks(statement(books, account, accounts.len() > 1));
    }
    report
}

fn statement(books: &Books, account: &Account, are_several: bool) -> Vec<Block> {
    let (head, member) = (books.head, &account.member);
    let number = member.number.map(show_number).unwrap_or_default();
    let mut facts =
        Facts::new().labels(38).fact(head.label("paper-member"), format!("{number} {}", member.full_name()).trim());
    for held in &account.shares {
        let paid = Amount { minor: held.paid(), currency: held.currency.clone() };
        let shares = Text::new("books-shares").with("count", held.count).with("paid", paid);
        facts = facts.fact(head.label("books-shares-held"), head.text(&shares));
    }
    let mut blocks = vec![facts.into()];
    let currencies: BTreeSet<&str> = account.lines.iter().map(|line| line.currency.as_str()).collect();
    for currency in currencies.into_iter().filter(|currency| books.takes(currency)) {
        // a table of many says whose it is, also where it stands without its paper
        let whose = if are_several { format!("{} · ", member.heading()) } else { String::new() };
        blocks.push(Block::heading(format!("{whose}{currency}")));
        blocks.push(of_currency(books, account, currency).into());
    }
    if blocks.len() == 1 {
        blocks.push(Block::paragraph(head.label("books-nothing")));
    }
    let signed = vec![Signature::line(head.label("role-treasurer")), Signature::thumb(head.label("paper-member"))];
    blocks.push(together(vec![Block::note(head.label("books-statement-note")), signed.into()]));
    blocks
}

fn of_currency(books: &Books, account: &Account, currency: &str) -> Table {
    let Period { from, until } = books.period;
    let head = books.head;
    let figure = |minor: i64| if minor == 0 { Cell::Blank } else { books.cell(minor, currency) };
    let all = account.lines.iter().filter(|line| line.currency == currency && line.on <= until);
    let (before, lines): (Vec<&Line>, Vec<&Line>) = all.partition(|line| line.on < from);
    let mut balance: i64 = before.iter().map(|line| line.minor).sum();
    let mut table = Table::new()
        .column(head.label("books-day"))
        .column(Column::new(head.label("books-what")).at_least(45.0).grow(1))
        .column(head.label("books-receipt"))
        .column(amounts(head.label("books-owed")))
        .column(amounts(head.label("books-paid")))
        .column(amounts(head.label("books-left")));
    if !before.is_empty() {
        let brought = head.label("books-brought").into();
        table = table.row([Cell::Blank, brought, Cell::Blank, Cell::Blank, Cell::Blank, books.cell(balance, currency)]);
    }
    let (mut owed, mut paid) = (0, 0);
    for line in lines {
        balance += line.minor;
        owed += line.minor.max(0);
        paid += (-line.minor).max(0);
        table = table.row([
            line.on.into(),
            what(books, line).into(),
            line.receipt.clone().into(),
            figure(line.minor.max(0)),
            figure((-line.minor).max(0)),
            books.cell(balance, currency),
        ]);
    }
    let label = if balance < 0 { "books-ahead-left" } else { "books-owes-left" };
    let day = day::show(until.min(head.today));
    let left = head.text(&Text::new(label).with("day", day));
    table.total([
        Cell::Blank,
        left.into(),
        Cell::Blank,
        books.cell(owed, currency),
        books.cell(paid, currency),
        books.cell(balance, currency),
    ])
}

/// What a line was, in words: the amount owed that it raised or paid, else what its entry is called.
fn what(books: &Books, line: &Line) -> String {
    let label = |id| books.head.label(id).to_owned();
    let due = line.due.as_ref().map(|(kind, period, text)| {
        let name = if text.is_empty() { label(kind.text_id()) } else { text.clone() };
        let period = period.split_once('-').map_or_else(|| period.clone(), |(year, month)| format!("{month}/{year}"));
        format!("{name} {period}").trim_end().to_owned()
    });
    // what pays nothing that was owed is paid ahead
    let is_ahead = due.is_none() && line.kind == EntryKind::Payment;
    let kind = if is_ahead { label("pay-balance-credit") } else { label(line.kind.text_id()) };
    words::capital(&match (line.kind, due) {
        (EntryKind::Raise, Some(due)) => due,
        (_, Some(due)) => format!("{kind} · {due}"),
        (_, None) if line.text.is_empty() => kind,
        (_, None) => format!("{kind} · {}", line.text),
    })
}
