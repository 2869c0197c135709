//! The ledger and what members have paid as lists: one line of an entry, or one part of a payment, a row.

use super::Entry;
use crate::{
    domain::amount::Amount,
    report::{block::Row, table::Cell},
};
use chrono::NaiveDate;

/// The headings of the ledger.
pub const LEDGER: &[&str] = &[
    "number",
    "day",
    "paper_on",
    "kind",
    "text",
    "who",
    "receipt",
    "reference",
    "decision",
    "reverses",
    "account",
    "account_name",
    "code",
    "member",
    "member_name",
    "fund",
    "amount",
    "currency",
];

/// The lines of an entry under these headings; an amount is positive where it comes to its account.
pub fn ledger(entry: &Entry) -> Vec<Row> {
    let line = |line: &super::Line| -> Row {
        let (member, name) = line.member.clone().unwrap_or_default();
        vec![
            entry.number.into(),
            entry.booked_on.into(),
            entry.paper_on.map_or(Cell::Blank, Cell::Day),
            entry.kind.code().into(),
            word(&entry.text),
            word(&entry.who),
            word(&entry.receipt),
            word(&entry.reference),
            word(&entry.decision),
            entry.reverses.map_or(Cell::Blank, Cell::Number),
            word(&line.path),
            word(&line.account.0),
            word(&line.account.1),
            word(&member),
            word(&name),
            word(&line.fund),
            line.amount.clone().into(),
            line.amount.currency.clone().into(),
        ]
    };
    entry.lines.iter().map(line).collect()
}

/// Part of what a member has paid; negative where a payment was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The day on which it counts.
    pub booked_on: NaiveDate,
    /// The day on its receipt, when that is another.
    pub paper_on: Option<NaiveDate>,
    /// Its receipt.
    pub receipt: String,
    /// Number and name of the member.
    pub member: (String, String),
    /// What was owed, by the code of its kind; blank for what was paid ahead.
    pub kind: String,
    /// The month or year it was owed for.
    pub period: String,
    /// What it was called beyond its kind.
    pub text: String,
    /// The fund that got it.
    pub fund: String,
    /// How much.
    pub amount: Amount,
    /// Number of its entry.
    pub entry: i64,
}

/// The headings of what members have paid.
pub const CONTRIBUTION: &[&str] =
    &["day", "paper_on", "receipt", "member", "name", "kind", "period", "text", "fund", "amount", "currency", "entry"];

/// A part of a payment under these headings.
pub fn contribution(paid: &Contribution) -> Row {
    vec![
        paid.booked_on.into(),
        paid.paper_on.map_or(Cell::Blank, Cell::Day),
        word(&paid.receipt),
        word(&paid.member.0),
        word(&paid.member.1),
        word(&paid.kind),
        word(&paid.period),
        word(&paid.text),
        word(&paid.fund),
        paid.amount.clone().into(),
        paid.amount.currency.clone().into(),
        paid.entry.into(),
    ]
}

fn word(text: &str) -> Cell<'static> {
    if text.is_empty() { Cell::Blank } else { text.to_owned().into() }
}
