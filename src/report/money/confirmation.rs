//! Slips on which members say whether the books are right: what each has paid since a day and owes now, three to a sheet.

use super::words;
use crate::{
    domain::{Text, day, member::show_number},
    report::{
        Page, Report,
        block::{Block, Edge, Facts, Grid, Signature, Tick},
        head::Head,
    },
};
use chrono::NaiveDate;

/// Three slips to a sheet, to be cut.
const SLIPS: Grid =
    Grid { columns: 1, rows: 3, width: 190.0, height: 92.0, gap_across: 0.0, gap_down: 0.0, edge: Edge::Marks };

/// What the books have of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Number in the register.
    pub number: Option<i64>,
    /// Name.
    pub name: String,
    /// What was paid, by currency.
    pub paid: Vec<(String, i64)>,
    /// What is owed, by currency; below nothing what was paid beyond it.
    pub owed: Vec<(String, i64)>,
}

/// A slip for everybody.
pub fn confirmation(head: Head, since: NaiveDate, members: &[Standing]) -> Report {
    let slips = members.iter().map(|member| slip(&head, since, member)).collect();
    head.report(head.label("paper-confirmation-title")).on(Page::Bare).block(Block::Cards(SLIPS, slips))
}

fn slip(head: &Head, since: NaiveDate, member: &Standing) -> Vec<Block> {
    let amounts = |amounts: &[(String, i64)]| {
        let of = |(currency, minor): &(String, i64)| {
            format!("{}\u{a0}{currency}", words::figures(*minor, currency, head.lang))
        };
        let none = || head.label("confirmation-nothing").to_owned();
        if amounts.is_empty() { none() } else { amounts.iter().map(of).collect::<Vec<_>>().join(" · ") }
    };
    let due: Vec<_> = member.owed.iter().filter(|(_, minor)| *minor > 0).cloned().collect();
    let ahead: Vec<_> = member
        .owed
        .iter()
        .filter(|(_, minor)| *minor < 0)
        .map(|(currency, minor)| (currency.clone(), -minor))
        .collect();
    let paid = Text::new("confirmation-paid").with("day", day::show(since)).with("amount", amounts(&member.paid));
    let owed = Text::new("confirmation-owed").with("day", day::show(head.today)).with("amount", amounts(&due));
    let mut words = format!("{}\n{}", head.text(&paid), head.text(&owed));
    if !ahead.is_empty() {
        words += "\n";
        words += &head.text(&Text::new("confirmation-ahead").with("amount", amounts(&ahead)));
    }
    let who = [member.number.map(show_number), Some(member.name.clone())];
    let answers = ["confirmation-right", "confirmation-wrong"].map(|id| (Tick::No, head.label(id).to_owned()));
    vec![
        Block::Heading(2, format!("{} · {}", head.coop.name, head.label("paper-confirmation-title"))),
        Block::paragraph(who.into_iter().flatten().collect::<Vec<_>>().join(" ")),
        Block::paragraph(words),
        Facts::new().choice(head.label("confirmation-answer"), answers).blank(head.label("confirmation-remark")).into(),
        vec![
            Signature::line(head.label("paper-sign-or-thumb")).beneath(head.label("paper-done-on")),
            Signature::thumb(head.label("paper-thumb")),
        ]
        .into(),
    ]
}
