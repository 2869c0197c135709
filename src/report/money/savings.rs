//! Papers of a savings group: the page of a member's passbook, the sheet of a meeting, the sheet of the share-out.

use crate::{
    domain::{
        Text,
        amount::Amount,
        day,
        noun::Attribute,
        savings::{Cycle, Part, ShareOut},
        takes::Takes,
    },
    report::{
        Report,
        block::{Align, Block, Column, Facts, Row, Signature, Table},
        head::{Head, together},
        member::option::option,
        table::Cell,
    },
};
use chrono::NaiveDate;

/// Which cycle; the last one when nobody says.
pub const CYCLE: Attribute = option("cycle", "paper-option-cycle", Takes::Text, "paper-hint-cycle");
/// Which meeting; the last one when nobody says.
pub const MET: Attribute = option("date", "paper-option-date", Takes::Day, "paper-hint-met");

/// Height of a row in which somebody leaves a thumb print, in millimetres.
const THUMB: f32 = 12.0;
/// Width of the column for a signature or a thumb print.
const MARK: f32 = 40.0;

/// Somebody as papers name people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Number as it is printed; blank before there is one.
    pub number: String,
    /// The name.
    pub name: String,
}

/// What somebody bought at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bought {
    /// Who.
    pub who: Name,
    /// When.
    pub on: NaiveDate,
    /// How many shares.
    pub shares: i64,
    /// What was paid into the social fund.
    pub social: i64,
}

/// A loan on a passbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loan {
    /// When it was handed over.
    pub lent_on: NaiveDate,
    /// By when it is to be paid back.
    pub due_on: NaiveDate,
    /// How much.
    pub minor: i64,
    /// What it costs.
    pub charge: i64,
    /// What is still to be paid back.
    pub open: i64,
}

fn shown(cycle: &Cycle, minor: i64, head: &Head) -> String {
    head.lang.value(Takes::Amount, &cycle.amount(minor).to_string())
}

fn cell(cycle: &Cycle, minor: i64, head: &Head) -> Cell<'static> {
    // the currency stands above the table
    let figures = Amount { minor, currency: cycle.share.currency.clone() }.figures();
    head.lang.value(Takes::Amount, &figures).into()
}

fn right(head: &Head, id: &'static str) -> Column {
    Column::new(head.label(id)).align(Align::Right)
}

/// What stands above every paper of a group.
fn facts(head: &Head, cycle: &Cycle) -> Facts {
    let days = Text::new("cycle-days").with("from", day::show(cycle.from_on)).with("until", day::show(cycle.until_on));
    Facts::new()
        .fact(head.label("noun-cycle"), cycle.name.clone())
        .fact(head.label("cycle-when"), head.text(&days))
        .fact(head.label("field-share"), shown(cycle, cycle.share.minor, head))
}

/// A page of a passbook: what somebody has bought, meeting by meeting, and borrowed.
pub fn passbook(head: Head, cycle: &Cycle, who: &Name, bought: &[Bought], loans: &[Loan]) -> Report {
    let mut table = Table::new()
        .column(Column::new(head.label("paper-date")))
        .column(right(&head, "cycle-shares"))
        .column(right(&head, "savings-paid"))
        .column(right(&head, "savings-so-far"))
        .column(right(&head, "cycle-social"))
        .column(Column::new(head.label("paper-sign-or-thumb")).at_least(MARK));
    let mut sum = 0;
    for row in bought {
        sum += row.shares;
        table = table.row(vec![
            Cell::Day(row.on),
            Cell::Number(row.shares),
            cell(cycle, cycle.worth(row.shares), &head),
            Cell::Number(sum),
            cell(cycle, row.social, &head),
        ]);
    }
    let social = bought.iter().map(|row| row.social).sum();
    table = table.total(vec![
        head.label("paper-total").to_owned().into(),
        Cell::Number(sum),
        cell(cycle, cycle.worth(sum), &head),
        Cell::Blank,
        cell(cycle, social, &head),
    ]);
    let mut report = head
        .report(head.label("paper-passbook-title"))
        .block(Block::Large(format!("{} {}", who.number, who.name).trim().to_owned()))
        .block(facts(&head, cycle))
        .block(table);
    if !loans.is_empty() {
        let table = Table::new()
            .column(Column::new(head.label("field-lent_on")))
            .column(right(&head, "field-amount"))
            .column(right(&head, "loan-charge"))
            .column(Column::new(head.label("loan-due-on")))
            .column(right(&head, "loan-still"));
        let row = |loan: &Loan| -> Row {
            let money = |minor| cell(cycle, minor, &head);
            vec![
                Cell::Day(loan.lent_on),
                money(loan.minor),
                money(loan.charge),
                Cell::Day(loan.due_on),
                money(loan.open),
            ]
        };
        let heading = Block::Heading(2, head.label("cycle-loans").to_owned());
        report = report.block(heading).block(table.rows(loans.iter().map(row)));
    }
    let social = Block::note(head.label("savings-social-note"));
    report.block(social).block(together(vec![head.done_at().into(), keepers(&head).into()]))
}

/// Who signs for the box.
fn keepers(head: &Head) -> Vec<Signature> {
    ["paper-sign-keeper", "paper-sign-counter", "paper-sign-saver"]
        .map(|id| Signature::line(head.label(id)).beneath(head.label("paper-sign-name")))
        .to_vec()
}

/// The sheet of a meeting: who bought how much, and what came to be in the box.
pub fn meeting(head: Head, cycle: &Cycle, on: NaiveDate, bought: &[Bought]) -> Report {
    let table = Table::new()
        .column(Column::new(head.label("paper-number")))
        .column(Column::new(head.label("paper-name")).grow(1))
        .column(right(&head, "cycle-shares"))
        .column(right(&head, "savings-paid"))
        .column(right(&head, "cycle-social"))
        .column(right(&head, "savings-handed"))
        .column(Column::new(head.label("paper-sign-or-thumb")).at_least(MARK))
        .row_height(THUMB);
    let figures = |shares: i64, social: i64| {
        let worth = cycle.worth(shares);
        let money = |minor| cell(cycle, minor, &head);
        [Cell::Number(shares), money(worth), money(social), money(worth + social)]
    };
    let row = |row: &Bought| -> Row {
        let names = [row.who.number.clone().into(), row.who.name.clone().into()];
        names.into_iter().chain(figures(row.shares, row.social)).collect()
    };
    let (shares, social) = bought.iter().fold((0, 0), |(n, s), row| (n + row.shares, s + row.social));
    let people = head.text(&Text::new("savings-people").with("count", bought.len()));
    let total: Row = [Cell::Blank, people.into()].into_iter().chain(figures(shares, social)).collect();
    let title = Text::new("paper-savings-title").with("day", day::show(on));
    let box_holds = Text::new("savings-box").with("total", cycle.amount(cycle.worth(shares) + social));
    head.report(head.text(&title))
        .block(facts(&head, cycle))
        .block(table.rows(bought.iter().map(row)).total(total))
        .block(together(vec![Block::paragraph(head.text(&box_holds)), keepers(&head).into()]))
}

/// The sheet of a share-out: who gets what, with room for a signature or a thumb; who got the units that were left over.
pub fn share_out(head: Head, cycle: &Cycle, savers: &[Name], out: &ShareOut, social: i64) -> Report {
    let table = Table::new()
        .column(Column::new(head.label("paper-number")))
        .column(Column::new(head.label("paper-name")).grow(1))
        .column(right(&head, "cycle-shares"))
        .column(right(&head, "share-out-worth"))
        .column(right(&head, "share-out-deducted"))
        .column(right(&head, "share-out-payout"))
        .column(Column::new(head.label("paper-sign-or-thumb")).at_least(MARK))
        .row_height(THUMB);
    let money = |minor| cell(cycle, minor, &head);
    let row = |(name, part): (&Name, &Part)| -> Row {
        let mut worth = money(part.worth).show().into_owned();
        if part.is_odd {
            worth.push_str(" *");
        }
        vec![
            name.number.clone().into(),
            name.name.clone().into(),
            Cell::Number(part.shares),
            worth.into(),
            if part.deducted == 0 { Cell::Blank } else { money(part.deducted) },
            money(part.payout()),
        ]
    };
    let deducted: i64 = out.parts.iter().map(|part| part.deducted).sum();
    let total: Row = vec![
        Cell::Blank,
        head.label("share-out-total").to_owned().into(),
        Cell::Number(out.shares),
        money(out.fund),
        money(deducted),
        money(out.cash),
    ];
    let fund = Text::new("share-out-fund")
        .with("fund", cycle.amount(out.fund))
        .with("count", out.shares)
        .with("worth", cycle.amount(out.per_share()));
    let cash = Text::new("share-out-cash").with("cash", cycle.amount(out.cash));
    let mut notes = Vec::new();
    if out.odd() > 0 {
        notes.push(Block::note(head.text(&Text::new("share-out-odd-paper").with("count", out.odd()))));
    }
    for (name, part) in savers.iter().zip(&out.parts).filter(|(_, part)| part.still_owed > 0) {
        let text = Text::new("share-out-still").with("name", name.name.as_str());
        notes.push(Block::note(head.text(&text.with("amount", cycle.amount(part.still_owed)))));
    }
    let social = Text::new("share-out-social").with("amount", cycle.amount(social));
    notes.push(Block::note(head.text(&social)));
    let state = match cycle.closed_on {
        Some(on) => head.text(&Text::new("share-out-done-on").with("day", day::show(on))),
        None => head.label("share-out-simulated").to_owned(),
    };
    let rows = savers.iter().zip(&out.parts).map(row);
    let signed = vec![head.done_at().into(), keepers(&head).into()];
    head.report(head.label("paper-share-out-title"))
        .foot(head.text(&Text::new("paper-witness").with("words", head.witness)))
        .block(facts(&head, cycle).fact(head.label("share-out-state"), state))
        .block(Block::paragraph(format!("{} {}", head.text(&fund), head.text(&cash))))
        .block(table.rows(rows).total(total))
        .blocks(notes)
        .block(together(signed))
}
