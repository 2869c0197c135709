//! Money: the first page of the area and, behind it, one folder or file for each of its subjects.

pub mod accounts;
pub mod batch;
pub mod board;
pub mod book;
pub mod closes;
pub mod control;
mod cosign;
pub mod count;
pub mod count_page;
pub mod counts;
pub mod due;
pub mod dues;
pub mod funds;
pub mod hand_over;
pub mod holder;
pub mod journal;
pub mod months;
mod naming;
pub mod opening;
pub mod overview;
pub mod pad;
pub mod pads;
pub mod pay;
pub mod power_form;
pub mod powers;
pub mod raise;
pub mod receipt;
pub mod receipts;
pub mod refund;
mod reverse;
pub mod savings;
pub mod schedules;
pub mod settle;
mod share;
pub mod shares;
pub mod slip;
pub mod slip_answer;
pub mod slip_form;
pub mod slip_pay;
pub mod slips;
pub mod subscribe;
pub mod transfer_form;
pub mod transfers;
pub mod void;
pub mod waive;
pub mod who;

use crate::{
    command::{
        self,
        paper::{self, Asked},
    },
    domain::{
        Text,
        amount::Amount,
        noun::{Entry, Noun},
    },
    report::member::words,
    store::{self, Changed},
    text::Lang,
    tui::{
        screen::{Cx, Flow, entry::EntryDraft},
        theme::Role,
        widget::form::FormScreen,
    },
};

/// The place of this area among the ten.
pub const AREA: usize = 4;

pub use crate::report::money::words::{account as name, figures, minor as shown};

/// The tables that the figures of this area rest on.
const TABLES: &[&str] = &[
    "account",
    "batch",
    "cash_count",
    "cycle",
    "due",
    "fund",
    "journal_entry",
    "loan",
    "mandate",
    "member",
    "pad",
    "period_close",
    "posting",
    "receipt",
    "saving",
    "schedule",
    "share_move",
    "signing_power",
    "transfer",
    "voucher",
];

/// Whether a change can touch a figure of this area.
pub fn touches(changed: &Changed) -> bool {
    TABLES.iter().any(|table| changed.has_table(table))
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

/// What is in an account, and how it looks: below nothing something is wrong.
pub fn there(minor: i64, currency: &str, lang: &Lang) -> (String, Role) {
    let amount = shown(minor, currency, lang);
    if minor < 0 { (format!("! {amount}"), Role::Bad) } else { (amount, Role::Text) }
}

/// What a bank or an operator keeps, in minor units of a currency; nothing for a blank.
///
/// # Errors
/// That it is no amount of that currency.
pub fn fee(typed: &str, currency: &str) -> Result<i64, Text> {
    if typed.trim().is_empty() {
        return Ok(0);
    }
    let amount = Amount::parse_in(typed, currency)?;
    if amount.minor < 0 { Err(Text::new("err-amount-positive")) } else { Ok(amount.minor) }
}

/// That an account has less than is needed, and both, in minor units.
pub fn short(name: &str, (there, needed): (i64, i64), currency: &str, lang: &Lang) -> String {
    let text = Text::new("slip-overdrawn").with("amount", shown(there, currency, lang));
    lang.text(&text.with("needed", shown(needed, currency, lang)).with("name", name))
}

/// A paper of that name with one thing said of it.
///
/// # Errors
/// When there is no such paper.
pub fn paper(name: &str, option: &str, said: String) -> store::Result<Asked> {
    let mut asked = Asked::new(paper::find(name).ok_or(store::Error::NotFound)?, None);
    asked.options.put(option, said);
    Ok(asked)
}

/// Amounts in several currencies, one behind the other; a dash for none.
pub fn listed(amounts: &[Amount], lang: &Lang) -> String {
    let all: Vec<String> = amounts.iter().map(|amount| shown(amount.minor, &amount.currency, lang)).collect();
    if all.is_empty() { "–".to_owned() } else { all.join(" · ") }
}
