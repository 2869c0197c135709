//! Savings groups: cycles, the page of each, the sheet of a meeting, loans, help, the share-out.

pub mod aid;
pub mod cycle;
pub mod cycles;
pub mod lend;
pub mod meet;
pub mod page;
pub mod share_out;

use crate::{
    domain::{Text, savings::Cycle},
    store,
    tui::screen::Cx,
};
use anyhow::Result;

/// What there is to say of savings on the first page of the area: what the cycles that are open have for loans.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    let mut parts = Vec::new();
    for cycle in cx.reader.cycles()?.iter().filter(|cycle| cycle.closed_on.is_none()) {
        parts.push(super::shown(there(cycle, cycle.fund, cx)?, &cycle.share.currency, &cx.lang));
    }
    Ok(parts.join(" · "))
}

/// The money of a fund of a cycle, wherever it is.
fn there(cycle: &Cycle, fund: i64, cx: &Cx) -> store::Result<i64> {
    Ok(cx.reader.fund_money(fund, &cycle.share.currency)?.iter().map(|(_, minor)| minor).sum())
}

/// So many shares, in words.
fn shares(count: i64, cx: &Cx) -> String {
    cx.lang.text(&Text::new("savings-shares").with("count", count))
}
