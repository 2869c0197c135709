//! What the forms about shares have in common: how a move of shares begins, is shown and is typed.

use crate::{
    domain::{
        Text,
        amount::Amount,
        day,
        share::{Move, MoveKind},
        takes::Takes,
    },
    store,
    tui::screen::Cx,
};

/// Shares of today at their last value, of nobody yet.
///
/// # Errors
/// When the book cannot be read.
pub fn begun(kind: MoveKind, cx: &Cx) -> store::Result<Move> {
    let nominal = cx.reader.last_nominal()?;
    Ok(Move {
        id: 0,
        member: 0,
        moved_on: cx.clock.today(),
        kind,
        count: 0,
        nominal: nominal.unwrap_or_else(|| Amount { minor: 0, currency: cx.coop.currency.clone() }),
        other: None,
        deed: String::new(),
        decision: String::new(),
        notified_on: None,
        note: String::new(),
    })
}

/// A field of a move as it stands in a form; what is nothing yet is blank.
pub fn show(shares: &Move, code: &str) -> String {
    match code {
        "count" if shares.count == 0 => String::new(),
        "count" => shares.count.to_string(),
        "nominal" if shares.nominal.minor == 0 => String::new(),
        "nominal" => shares.nominal.to_string(),
        "moved_on" => day::show(shares.moved_on),
        "deed" => shares.deed.clone(),
        "decision" => shares.decision.clone(),
        "notified_on" => shares.notified_on.map(day::show).unwrap_or_default(),
        _ => shares.note.clone(),
    }
}

/// Reads typed text into a field of a move.
///
/// # Errors
/// What is wrong and what would be right.
pub fn set(shares: &mut Move, code: &str, typed: &str, cx: &Cx) -> Result<(), Text> {
    let kept = |takes: Takes| takes.read(typed, &cx.reading());
    match code {
        "count" => shares.count = kept(Takes::Count(1_000_000))?.parse().unwrap_or(0),
        "nominal" => shares.nominal = Amount::parse(typed, &shares.nominal.currency)?,
        "moved_on" => shares.moved_on = day::parse(typed, cx.clock.today(), cx.reading().order)?,
        "deed" => shares.deed = kept(Takes::Text)?,
        "decision" => shares.decision = kept(Takes::Text)?,
        "notified_on" => shares.notified_on = kept(Takes::PastDay)?.parse().ok(),
        _ => shares.note = kept(Takes::Text)?,
    }
    Ok(())
}
