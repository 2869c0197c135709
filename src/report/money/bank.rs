//! The letter to a bank or an operator on who may sign: who is new, who stays, who signs no more.

use super::words;
use crate::{
    domain::{Text, account::Account, day, noun::Entry, signing::Standing},
    report::{
        Report,
        block::{Block, Column, Facts, Table},
        head::{Head, together},
        table::Cell,
    },
};

/// Somebody who signs, is to sign, or signs no more.
#[derive(Clone, Debug)]
pub struct Signatory {
    /// Name.
    pub name: String,
    /// Kind and number of the identity paper.
    pub paper: String,
    /// The signing power.
    pub power: Entry,
    /// Where it stands.
    pub standing: Standing,
}

/// An account and who signs for it.
#[derive(Clone, Debug)]
pub struct Mandate {
    /// The account.
    pub account: Account,
    /// What is written down of it.
    pub entry: Entry,
    /// Everybody of whose power the bank has to know.
    pub signatories: Vec<Signatory>,
    /// How many sign together.
    pub needed: u32,
}

/// Width of the labels, in millimetres.
const LABELS: u8 = 38;

impl Signatory {
    /// Whether the cooperative has ended the power, and the bank is to confirm it.
    fn is_leaving(&self) -> bool {
        !self.power.get("ended_on").is_empty() && self.power.get("end_confirmed_on").is_empty()
    }
}

/// The letter, with the signature of the officers.
pub fn letter(head: Head, mandate: &Mandate) -> Report {
    let entry = &mandate.entry;
    let bank = ["institution", "branch"].map(|code| entry.get(code));
    let bank = bank.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let account = [words::account(&mandate.account, head.lang), entry.get("number").to_owned()];
    let account = account.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let of = Facts::new()
        .labels(LABELS)
        .fact(head.label("paper-letter-to"), head.label("paper-letter-manager"))
        .fact(head.label("field-institution"), bank)
        .fact(head.label("paper-letter-account"), account);
    let is_new = |one: &&Signatory| one.standing == Standing::Coming && !one.is_leaving();
    let stays = |one: &&Signatory| matches!(one.standing, Standing::Running | Standing::Lingering) && !one.is_leaving();
    let all = &mandate.signatories;
    let rule = Text::new("paper-letter-rule").with("count", mandate.needed);
    let signed = head.officers().into_iter().take(2).collect::<Vec<_>>();
    head.report(head.label("paper-letter-title"))
        .foot(head.witness)
        .block(of)
        .block(Block::paragraph(head.label("paper-letter-lead")))
        .block(Block::heading(head.label("paper-letter-new")))
        .block(table(&head, all.iter().filter(is_new), true))
        .block(Block::heading(head.label("paper-letter-stay")))
        .block(table(&head, all.iter().filter(stays), false))
        .block(Block::heading(head.label("paper-letter-end")))
        .block(table(&head, all.iter().filter(|one| one.is_leaving()), false))
        .block(Block::paragraph(head.text(&rule)))
        .block(Block::paragraph(head.label("paper-letter-until")))
        .block(together(vec![head.done_at().into(), signed.into()]))
}

/// Who they are and what decided it; of the new ones with room for the specimen and for the bank's answer.
fn table<'a>(head: &Head, signatories: impl Iterator<Item = &'a Signatory>, is_new: bool) -> Block {
    let row = |one: &Signatory| {
        let decision = one.power.get("decision").to_owned();
        let mut cells: Vec<Cell<'static>> = vec![one.name.clone().into(), one.paper.clone().into(), decision.into()];
        if is_new {
            cells.extend([Cell::Blank, Cell::Blank]);
        } else {
            let code = if one.is_leaving() { "ended_on" } else { "from_on" };
            cells.push(one.power.day(code).map(day::show).unwrap_or_default().into());
        }
        cells
    };
    let rows: Vec<Vec<Cell<'static>>> = signatories.map(row).collect();
    if rows.is_empty() {
        return Block::paragraph(head.label("paper-letter-nobody"));
    }
    let mut table = Table::new()
        .column(Column::new(head.label("paper-letter-name")).at_least(45.0).grow(1))
        .column(Column::new(head.label("paper-letter-paper")).at_least(30.0))
        .column(Column::new(head.label("paper-letter-decision")).at_least(25.0));
    let more = if is_new {
        ["paper-letter-specimen", "paper-letter-confirmed"].as_slice()
    } else {
        ["paper-letter-on"].as_slice()
    };
    for id in more {
        table = table.column(Column::new(head.label(id)).at_least(if is_new { 32.0 } else { 22.0 }));
    }
    table.rows(rows).into()
}
