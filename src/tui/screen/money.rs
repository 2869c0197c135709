//! Money: the first page of the area and, behind it, one folder or file for each of its subjects.

pub mod batch;
pub mod due;
pub mod dues;
pub mod hand_over;
pub mod holder;
pub mod overview;
pub mod pad;
pub mod pads;
pub mod pay;
pub mod raise;
pub mod receipt;
pub mod receipts;
pub mod refund;
pub mod schedules;
pub mod shares;
pub mod subscribe;
pub mod void;
pub mod waive;
pub mod who;

use crate::{
    domain::{account::Account, amount::Amount, takes::Takes},
    text::Lang,
};

/// The place of this area among the ten.
pub const AREA: usize = 4;

/// What an account is called: as the cooperative calls it, else as the chart does.
pub fn name(account: &Account, lang: &Lang) -> String {
    if !account.name.is_empty() {
        return account.name.clone();
    }
    let name = lang.value(Takes::Fixed("chart-"), &account.chart);
    if account.currency.is_empty() { name } else { format!("{name} {}", account.currency) }
}

/// An amount as the language writes it.
pub fn shown(minor: i64, currency: &str, lang: &Lang) -> String {
    lang.value(Takes::Amount, &Amount { minor, currency: currency.to_owned() }.to_string())
}

/// Amounts in several currencies, one behind the other; a dash for none.
pub fn listed(amounts: &[Amount], lang: &Lang) -> String {
    let all: Vec<String> = amounts.iter().map(|amount| shown(amount.minor, &amount.currency, lang)).collect();
    if all.is_empty() { "–".to_owned() } else { all.join(" · ") }
}
