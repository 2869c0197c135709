//! Accounts and amounts in words.

use crate::{
    domain::{account::Account, amount::Amount, takes::Takes},
    text::Lang,
};

/// What an account is called: as the cooperative calls it, else as the chart does.
pub fn account(account: &Account, lang: &Lang) -> String {
    if !account.name.is_empty() {
        return account.name.clone();
    }
    let name = lang.value(Takes::Fixed("chart-"), &account.chart);
    if account.currency.is_empty() { name } else { format!("{name} {}", account.currency) }
}

/// An amount without its currency, as the language writes it.
pub fn figures(minor: i64, currency: &str, lang: &Lang) -> String {
    lang.value(Takes::Amount, &Amount { minor, currency: currency.to_owned() }.figures())
}
