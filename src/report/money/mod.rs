//! Papers about money. Pure: whoever calls has fetched what stands on them.

pub mod bank;
pub mod deposit;
pub mod option;
pub mod slip;

use crate::{
    domain::{account::Account, amount::Amount, takes::Takes},
    text::Lang,
};

/// What an account is called: as the cooperative calls it, else as the chart does.
pub fn account_name(account: &Account, lang: &Lang) -> String {
    if !account.name.is_empty() {
        return account.name.clone();
    }
    let name = lang.value(Takes::Fixed("chart-"), &account.chart);
    if account.currency.is_empty() { name } else { format!("{name} {}", account.currency) }
}

/// An amount as the language writes it.
fn shown(amount: &Amount, lang: &Lang) -> String {
    lang.value(Takes::Amount, &amount.to_string())
}
