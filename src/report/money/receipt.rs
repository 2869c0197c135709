//! The paper of a receipt: on thirds of a sheet, with a line to cut along, or on the roll of a receipt printer.

use super::words;
use crate::{
    domain::{
        Text,
        amount::Amount,
        day,
        receipt::{Paid, Receipt, ReceiptState},
    },
    report::{
        Page, Report,
        block::{Align, Block, Column, Facts, Grid, Signature, Table},
        head::Head,
        table::Cell,
    },
};

/// A receipt with what stands on it.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The receipt.
    pub receipt: Receipt,
    /// What it paid.
    pub paid: Vec<Paid>,
    /// Where the money went.
    pub account: String,
    /// What stood for whoever paid just behind it, in the currency that was paid; more than nothing is owed.
    pub behind: Option<i64>,
}

/// On which paper, and how many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// So many to a sheet that is cut in three.
    Thirds(usize),
    /// A roll of so many letters in a line.
    Roll(usize),
}

/// The paper of a receipt.
pub fn receipt(head: Head, slip: &Slip, shape: Shape) -> Report {
    let title = format!("{} {}", head.label("paper-receipt-title"), slip.receipt.name());
    match shape {
        Shape::Thirds(times) => {
            let copies = (0..times.max(1)).map(|at| third(head, slip, at)).collect();
            head.report(title).on(Page::Bare).block(Block::Cards(Grid::THIRDS, copies))
        }
        // a roll has a head of its own when it is written as text
        Shape::Roll(columns) => {
            let mut blocks = vec![facts(head, slip).into(), lines(head, slip).into(), balance(head, slip).into()];
            blocks.extend(mark(head, slip).map(Block::paragraph));
            blocks.push(Signature::line(head.label("paper-receipt-cashier")).into());
            let report = head.report(title).on(Page::Roll(columns)).blocks(blocks);
            report.foot(head.text(&Text::new("paper-witness").with("words", head.witness)))
        }
    }
}

/// One third of a sheet: the first is for whoever paid, the next for the cooperative.
fn third(head: Head, slip: &Slip, at: usize) -> Vec<Block> {
    let of = head.label(if at == 0 { "paper-receipt-payer" } else { "paper-receipt-stub" });
    let number = Block::Large(slip.receipt.name());
    let name = vec![
        Block::Heading(2, head.coop.name.clone()),
        Block::note(format!("{} · {of}", head.label("paper-receipt-title"))),
    ];
    let mut blocks = vec![Block::Beside(vec![(3, name), (2, vec![number])])];
    blocks.extend(mark(head, slip).map(|mark| Block::Heading(2, mark)));
    blocks.push(facts(head, slip).into());
    blocks.push(lines(head, slip).into());
    blocks.push(balance(head, slip).into());
    let signs = [head.label("paper-receipt-cashier"), head.label("paper-receipt-payer-signs")];
    blocks.push(Block::Signatures(signs.into_iter().map(Signature::line).collect()));
    blocks.push(Block::note(head.text(&Text::new("paper-witness").with("words", head.witness))));
    blocks
}

/// That it does not hold, or that it was printed before.
fn mark(head: Head, slip: &Slip) -> Option<String> {
    let receipt = &slip.receipt;
    match receipt.state {
        ReceiptState::Void => {
            let on = receipt.voided.0.map(day::show).unwrap_or_default();
            Some(head.text(&Text::new("paper-receipt-void").with("day", on)))
        }
        _ if receipt.prints > 0 => Some(head.text(&Text::new("paper-receipt-again").with("count", receipt.prints + 1))),
        _ => None,
    }
}

/// From whom, when, how much, in which money.
fn facts(head: Head, slip: &Slip) -> Facts {
    let (receipt, lang) = (&slip.receipt, head.lang);
    let amount = receipt.amount.as_ref().map(|amount| words::amount(amount, lang)).unwrap_or_default();
    let currency = receipt.amount.as_ref().map_or("", |amount| &amount.currency);
    let given = receipt.given.as_ref().map(|given| {
        let rate = receipt.rate.as_ref().map(|rate| format!(" · {}", words::rate(rate, lang))).unwrap_or_default();
        format!("{}{rate}", words::amount(given, lang))
    });
    let change = Amount { minor: receipt.change, currency: currency.to_owned() };
    let change = if receipt.change > 0 { words::amount(&change, lang) } else { String::new() };
    let by = if receipt.payer.is_some() { receipt.by.clone() } else { String::new() };
    let entered = if receipt.is_hand { day::show(receipt.entered_on) } else { String::new() };
    let known = [
        ("paper-receipt-from", receipt.who()),
        ("paper-receipt-by", by),
        ("paper-date", day::show(receipt.received_on)),
        ("paper-receipt-entered", entered),
        ("paper-receipt-sum", amount),
        ("paper-receipt-given", given.unwrap_or_default()),
        ("paper-receipt-change", change),
        ("paper-receipt-into", slip.account.clone()),
        ("paper-receipt-reference", receipt.reference.clone()),
    ];
    let known = known.into_iter().filter(|(_, value)| !value.is_empty());
    known.fold(Facts::new().labels(LABELS), |facts, (label, value)| facts.fact(head.label(label), value))
}

/// Width of the labels, in millimetres.
const LABELS: u8 = 30;

/// What it paid.
fn lines(head: Head, slip: &Slip) -> Table {
    let mut table = Table::new()
        .column(Column::new(head.label("paper-receipt-paid")).grow(1))
        .column(Column::new(head.label("paper-receipt-amount")).align(Align::Right).at_least(25.0));
    let payer = slip.receipt.payer;
    for paid in &slip.paid {
        let of = paid.member.as_ref().filter(|(id, _)| Some(*id) != payer).map(|(_, name)| format!(" · {name}"));
        let what = format!("{}{}", words::paid(paid, head.lang), of.unwrap_or_default());
        table = table.row([Cell::from(what), Cell::from(words::amount(&paid.amount, head.lang))]);
    }
    table
}

/// What is owed behind it.
fn balance(head: Head, slip: &Slip) -> Facts {
    let currency = slip.receipt.amount.as_ref().map(|amount| amount.currency.as_str());
    match slip.behind.zip(currency) {
        Some((minor, currency)) => {
            let (label, amount) = words::balance(minor, currency, head.lang);
            Facts::new().labels(LABELS).fact(label, amount)
        }
        None => Facts::new(),
    }
}
