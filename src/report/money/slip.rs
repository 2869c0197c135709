//! A payment slip on paper: what is asked for, a line for every signature that is needed, and who took the money.

use super::words;
use crate::{
    domain::{
        Text, day,
        takes::Takes,
        voucher::{Approval, INSTRUMENTS, State, Voucher},
    },
    report::{
        Report,
        block::{Block, Column, Facts, Signature, Table},
        head::{Head, together},
        table::Cell,
    },
};

/// A slip with the names of what it refers to.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The slip.
    pub voucher: Voucher,
    /// The account it is paid from.
    pub account: String,
    /// What it is booked on.
    pub category: String,
    /// The fund it comes out of; may be empty.
    pub fund: String,
    /// When each answer was given, as people read it.
    pub moments: Vec<String>,
}

/// Width of the labels, in millimetres.
const LABELS: u8 = 38;

/// The paper of a slip; of one that is refused or void it says so across the page.
pub fn slip(head: Head, slip: &Slip) -> Report {
    let voucher = &slip.voucher;
    let title = Text::new("paper-pay-slip-title").with("number", voucher.label());
    let mut report = head.report(head.text(&title)).foot(head.witness);
    match voucher.state {
        State::Void => report = report.stamp(head.label("paper-slip-void")),
        State::Refused => report = report.stamp(head.label("paper-slip-refused")),
        _ => {}
    }
    let by = Text::new("paper-slip-by").with("day", day::show(voucher.proposed_on));
    let by = by.with("name", voucher.proposed_by.as_str());
    let mut facts = Facts::new()
        .labels(LABELS)
        .fact(head.label("paper-slip-to"), voucher.payee.as_str())
        .fact(head.label("paper-slip-purpose"), voucher.purpose.as_str())
        .fact(head.label("paper-slip-account"), slip.account.as_str())
        .fact(head.label("paper-slip-category"), slip.category.as_str());
    let more =
        [("field-fund", &slip.fund), ("field-decision", &voucher.decision), ("field-evidence", &voucher.evidence)];
    for (label, value) in more.into_iter().filter(|(_, value)| !value.is_empty()) {
        facts = facts.fact(head.label(label), value.as_str());
    }
    facts = facts.fact(head.label("paper-slip-proposed"), head.text(&by));
    let rule = Text::new("paper-slip-rule").with("count", voucher.needed);
    report
        .block(Block::Large(words::amount(&voucher.amount, head.lang)))
        .block(facts)
        .block(Block::heading(head.label("paper-slip-approvals")))
        .block(signatures(&head, slip))
        .block(Block::note(head.text(&rule)))
        .block(paid(&head, voucher))
}

/// A row for every signature: those that were given, and a blank one for each that is missing.
fn signatures(head: &Head, slip: &Slip) -> Table {
    let voucher = &slip.voucher;
    let row = |(said, moment): (&Approval, &String)| -> Vec<Cell<'static>> {
        let mut answer = format!("{} {}", head.label(said.answer.text_id()), head.label(said.how.text_id()));
        if !said.seen_by.is_empty() {
            let seen = head.text(&Text::new("slip-seen-by").with("name", said.seen_by.as_str()));
            answer = format!("{answer}, {seen}");
        }
        vec![said.signer.name.clone().into(), answer.into(), moment.clone().into(), Cell::Blank]
    };
    let missing = (voucher.needed as usize).saturating_sub(voucher.approvals.len());
    let blank = std::iter::repeat_with(|| vec![Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank]);
    Table::new()
        .column(Column::new(head.label("paper-slip-name")).at_least(45.0).grow(1))
        .column(Column::new(head.label("paper-slip-how")).at_least(40.0))
        .column(Column::new(head.label("paper-slip-when")).at_least(28.0))
        .column(Column::new(head.label("paper-slip-signature")).at_least(40.0))
        .rows(voucher.approvals.iter().zip(&slip.moments).map(row).chain(blank.take(missing)))
}

/// How it was paid, and the signatures of who gave the money and who took it.
fn paid(head: &Head, voucher: &Voucher) -> Block {
    let (instrument, number) = &voucher.instrument;
    let how = head.lang.value(Takes::One(INSTRUMENTS), instrument);
    let parts = [how.as_str(), number];
    let how = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let facts = Facts::side_by_side()
        .fact(head.label("field-paid_on"), voucher.paid_on.map(day::show).unwrap_or_default())
        .fact(head.label("field-instrument"), how);
    let received = if voucher.received_by.is_empty() { &voucher.payee } else { &voucher.received_by };
    let signed = vec![
        Signature::line(head.label("paper-slip-payer")).beneath(head.label("paper-sign-beneath")),
        Signature::line(head.label("paper-slip-received")).beneath(received.as_str()),
        Signature::thumb(head.label("paper-thumb")).beneath(head.label("paper-thumb-beneath")),
    ];
    together(vec![facts.into(), signed.into()])
}
