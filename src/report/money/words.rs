//! Amounts owed, accounts and balances in words.

use crate::{
    domain::{account::Account, amount::Amount, due::Due, receipt::Paid, takes::Takes},
    text::Lang,
};

/// An amount in figures with its currency.
pub fn amount(amount: &Amount, lang: &Lang) -> String {
    lang.value(Takes::Amount, &amount.to_string())
}

/// The year or the month that an amount is owed for, as people read it: `09/2026`.
pub fn period(kept: &str) -> String {
    kept.split_once('-').map_or_else(|| kept.to_owned(), |(year, month)| format!("{month}/{year}"))
}

/// What is owed: `dues 09/2026`, `fine · absent without excuse`.
pub fn due(due: &Due, lang: &Lang) -> String {
    let kind = lang.label(due.kind.text_id());
    let of = if due.period.is_empty() { kind.to_owned() } else { format!("{kind} {}", period(&due.period)) };
    if due.text.is_empty() { of } else { format!("{of} · {}", due.text) }
}

/// What an account is called: as the cooperative calls it, else as the chart does.
pub fn account(account: &Account, lang: &Lang) -> String {
    if account.name.is_empty() { lang.value(Takes::Fixed("chart-"), &account.chart) } else { account.name.clone() }
}

/// What a part of a payment was for.
pub fn paid(paid: &Paid, lang: &Lang) -> String {
    match (&paid.due, &paid.member) {
        (Some(owed), _) => due(owed, lang),
        (None, Some(_)) if paid.amount.minor < 0 => lang.label("pay-credit-used").to_owned(),
        (None, Some(_)) => lang.label("pay-credit-kept").to_owned(),
        (None, None) => account(&paid.account, lang),
    }
}

/// What stands for a member, as a label and an amount: what is still owed, or what was paid beyond it.
pub fn balance(minor: i64, currency: &str, lang: &Lang) -> (&'static str, String) {
    let label = lang.label(if minor < 0 { "pay-balance-credit" } else { "pay-balance-owed" });
    (label, amount(&Amount { minor: minor.abs(), currency: currency.to_owned() }, lang))
}
