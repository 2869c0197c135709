//! The note that goes with cash to the bank: how much, who carries it, what the counter gave back.

use super::words;
use crate::{
    domain::{day, transfer::Transfer},
    report::{
        Report,
        block::{Block, Facts, Signature},
        head::{Head, together},
    },
};

/// Width of the labels, in millimetres.
const LABELS: u8 = 38;

/// The note of a transfer from one account to another, both by name.
pub fn note(head: Head, transfer: &Transfer, from: &str, to: &str) -> Report {
    let arrived = transfer.arrived_on.map(day::show).unwrap_or_default();
    let facts = Facts::new()
        .labels(LABELS)
        .fact(head.label("field-account"), from)
        .fact(head.label("field-to_account"), to)
        .fact(head.label("field-sent_on"), day::show(transfer.sent_on))
        .fact(head.label("paper-deposit-carrier"), transfer.carried_by.as_str())
        .fact(head.label("field-deposit_slip"), transfer.slip.as_str())
        .fact(head.label("field-arrived_on"), arrived);
    let line = |id| Signature::line(head.label(id)).beneath(head.label("paper-sign-beneath"));
    let signed = vec![
        line("paper-deposit-handed"),
        Signature::line(head.label("paper-deposit-carrier")).beneath(transfer.carried_by.as_str()),
        line("paper-deposit-received"),
    ];
    head.report(head.label("paper-deposit-title"))
        .foot(head.witness)
        .block(Block::Large(words::amount(&transfer.received, head.lang)))
        .block(facts)
        .block(together(vec![signed.into()]))
}
