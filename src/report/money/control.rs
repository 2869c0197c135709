//! The control report: everything that is allowed and rare, by kind; and what the cooperative lives on, by year.

use super::words;
use crate::{
    domain::{
        Text,
        account::Account,
        control::{Finding, FindingKind, Year},
    },
    report::{
        Report,
        block::{Align, Block, Column, Row, Table},
        head::{Head, together},
        table::Cell,
    },
    text::Lang,
};

/// What was found, in words: the name of an account in place of its id, an act as the log describes it.
pub fn what(finding: &Finding, accounts: &[Account], lang: &Lang) -> String {
    let account = finding.account.and_then(|id| accounts.iter().find(|account| account.id == id));
    let mut text = finding.what.clone();
    if let Some(account) = account {
        text = text.with("what", words::account(account, lang));
    }
    if let Some((command, about)) = &finding.act {
        text = text.with("what", lang.describe_act(command, about));
    }
    lang.text(&text).trim().to_owned()
}

/// Everything that was found between two days, each kind under its heading, and the figures of the years.
pub fn control(head: Head, of: &str, found: &[Finding], accounts: &[Account], years: &[Year]) -> Report {
    let title = Text::new("paper-control-title").with("period", of);
    let witness = head.text(&Text::new("paper-witness").with("words", head.witness));
    let mut report = head.report(head.text(&title)).foot(witness).block(Block::note(head.label("control-lead")));
    for kind in FindingKind::ALL {
        let of_kind: Vec<&Finding> = found.iter().filter(|finding| finding.kind == *kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let heading = format!("{} ({})", head.label(kind.text_id()), of_kind.len());
        report = report.block(Block::heading(heading)).block(table(&head, &of_kind, accounts));
    }
    let none: Vec<&str> = FindingKind::ALL
        .iter()
        .filter(|kind| found.iter().all(|finding| finding.kind != **kind))
        .map(|kind| head.label(kind.text_id()))
        .collect();
    if !none.is_empty() {
        let text = Text::new("control-none").with("kinds", none.join(" · "));
        report = report.block(Block::paragraph(head.text(&text)));
    }
    if !years.is_empty() {
        report = report.block(together(vec![
            Block::heading(head.label("control-indicators")),
            self::years(&head, years).into(),
            Block::note(head.label("control-indicators-note")),
        ]));
    }
    report.block(together(vec![head.done_at().into(), head.officers().into()]))
}

fn table(head: &Head, found: &[&Finding], accounts: &[Account]) -> Table {
    let row = |finding: &&Finding| -> Row {
        let much = finding.amount.as_ref().map(|amount| {
            let figures = words::figures(amount.minor, &amount.currency, head.lang);
            format!("{figures}\u{a0}{}", amount.currency)
        });
        vec![
            finding.day.map_or(Cell::Blank, Cell::Day),
            what(finding, accounts, head.lang).into(),
            much.unwrap_or_default().into(),
            finding.who.clone().into(),
        ]
    };
    Table::new()
        .column(Column::new(head.label("paper-date")).at_least(20.0))
        .column(Column::new(head.label("control-what")).grow(2))
        .column(Column::new(head.label("field-amount")).align(Align::Right).at_least(28.0))
        .column(Column::new(head.label("control-who")).grow(1))
        .rows(found.iter().map(row))
}

/// Own income against costs, and the share of grants, by year and currency.
pub fn years(head: &Head, years: &[Year]) -> Table {
    let percent = |part: Option<i64>| part.map_or_else(|| "–".to_owned(), |part| format!("{part} %"));
    let row = |year: &Year| -> Row {
        let of = |minor| words::figures(minor, &year.currency, head.lang);
        vec![
            year.year.to_string().into(),
            year.currency.clone().into(),
            of(year.own).into(),
            of(year.grants).into(),
            of(year.costs).into(),
            percent(year.coverage()).into(),
            percent(year.dependence()).into(),
        ]
    };
    let right = |id| Column::new(head.label(id)).align(Align::Right);
    Table::new()
        .column(head.label("control-of-year"))
        .column(head.label("field-currency"))
        .column(right("control-own"))
        .column(right("control-grants"))
        .column(right("control-costs"))
        .column(right("control-coverage"))
        .column(right("control-dependence"))
        .rows(years.iter().map(row))
}

/// What the cooperative lives on, as a paper of its own.
pub fn indicators(head: Head, of: &[Year]) -> Report {
    head.report(head.label("paper-indicators-title"))
        .block(years(&head, of))
        .block(Block::note(head.label("control-indicators-note")))
}
