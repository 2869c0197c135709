//! Money: the first page of the area and, behind it, one folder or file for each of its subjects.

pub mod accounts;
pub mod batch;
pub mod book;
pub mod funds;
pub mod journal;
pub mod months;
pub mod overview;
pub mod pad;
pub mod pads;
pub mod pay;
pub mod receipt;
pub mod receipts;
mod reverse;
pub mod void;

use crate::{
    command,
    domain::{
        account::Account,
        amount::Amount,
        noun::{Entry, Noun},
        takes::Takes,
    },
    report::member::words,
    store,
    text::Lang,
    tui::{
        screen::{Cx, Flow, entry::EntryDraft},
        widget::form::FormScreen,
    },
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

/// The same where the currency stands elsewhere.
pub fn figures(minor: i64, currency: &str, lang: &Lang) -> String {
    crate::report::money::words::figures(minor, currency, lang)
}

/// The form of a record that is nobody's; a new one for 0.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn form(noun: &'static Noun, id: i64, cx: &Cx) -> store::Result<Flow> {
    cx.permit(command::entry::saving(noun))?;
    let entry = if id == 0 { Entry::new(noun, ("", 0)) } else { cx.reader.entry(noun, id)? };
    Ok(Flow::push(FormScreen::new(EntryDraft::new(entry, String::new()), cx).in_area(AREA)))
}

/// Label and value of every field of a record that is filled.
pub fn facts(entry: &Entry, cx: &Cx) -> Vec<(String, String)> {
    let fact = |code: &'static str, label: &'static str| {
        let value = words::entry(entry, code, &cx.lang);
        (!value.is_empty()).then(|| (cx.lang.label(label).to_owned(), value))
    };
    entry.noun.attributes.iter().filter_map(|attribute| fact(attribute.code, attribute.label)).collect()
}

/// Amounts in several currencies, one behind the other; a dash for none.
pub fn listed(amounts: &[Amount], lang: &Lang) -> String {
    let all: Vec<String> = amounts.iter().map(|amount| shown(amount.minor, &amount.currency, lang)).collect();
    if all.is_empty() { "–".to_owned() } else { all.join(" · ") }
}
