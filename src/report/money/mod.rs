//! Papers about money: receipts, slips, lists, statements of account, the poster for the wall.
//!
//! Pure: whoever calls has fetched the sums. Nobody reads debit or credit here: things come in, go out, and are there.

pub mod arrears;
pub mod bank;
pub mod closing;
pub mod confirmation;
pub mod control;
pub mod deposit;
pub mod member;
pub mod option;
pub mod poster;
pub mod receipt;
pub mod reminder;
pub mod savings;
pub mod share;
pub mod slip;
pub mod statement;
pub mod words;

use super::{
    Report,
    block::{Align, Column},
    head::Head,
    table::Cell,
};
use crate::domain::{Text, account::Account, amount::Amount, statement::Period};

/// What every statement is made with.
#[derive(Clone, Copy)]
pub struct Books<'a> {
    /// What every paper says of itself.
    pub head: Head<'a>,
    /// Every account.
    pub accounts: &'a [Account],
    /// From when to when.
    pub period: Period,
    /// Only this currency; empty for all.
    pub currency: &'a str,
}

impl Books<'_> {
    /// What an account is called.
    fn name(&self, id: i64) -> String {
        let account = self.accounts.iter().find(|account| account.id == id);
        account.map(|account| words::account(account, self.head.lang)).unwrap_or_default()
    }

    /// An amount in a table of one currency.
    fn cell(&self, minor: i64, currency: &str) -> Cell<'static> {
        let shown = words::figures(minor, currency, self.head.lang);
        Cell::Amount(Amount { minor, currency: currency.to_owned() }, shown.into())
    }

    /// A paper of that title over the period, with the witness words: it is signed.
    fn report(&self, title: &'static str) -> Report {
        let head = self.head;
        let title = format!("{} · {}", head.label(title), self.period.show());
        head.report(title).foot(head.text(&Text::new("paper-witness").with("words", head.witness)))
    }

    /// Whether a currency is wanted.
    fn takes(&self, currency: &str) -> bool {
        self.currency.is_empty() || self.currency == currency
    }
}

/// A column of amounts.
fn amounts(title: impl Into<String>) -> Column {
    Column::new(title).align(Align::Right).at_least(26.0)
}
