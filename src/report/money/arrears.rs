//! What members owe, by age, with their telephones: one list for each currency.

use super::words;
use crate::{
    domain::{
        Text,
        due::{Age, Due},
        member::{Sex, show_number},
        phone,
    },
    report::{
        Page, Report,
        block::{Align, Block, Column, Row, Table},
        head::Head,
        table::Cell,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Whoever owes something.
#[derive(Clone, Debug)]
pub struct Debtor {
    /// The member.
    pub id: i64,
    /// Number.
    pub number: Option<i64>,
    /// Name.
    pub name: String,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Telephone.
    pub phone: String,
    /// What is open.
    pub dues: Vec<Due>,
}

/// The list; `over` says how many days what stands on it is overdue at least.
pub fn arrears(head: Head, debtors: &[Debtor], over: Option<usize>) -> Report {
    let currencies: BTreeSet<&str> =
        debtors.iter().flat_map(|one| &one.dues).map(|due| due.currency.as_str()).collect();
    let mut about = head.as_of(head.today);
    if let Some(days) = over {
        about = format!("{about} · {}", head.text(&Text::new("paper-arrears-over").with("count", days)));
    }
    let witness = head.text(&Text::new("paper-witness").with("words", head.witness));
    let mut report = head.report(head.label("paper-arrears-title")).on(Page::Landscape).foot(witness);
    report = report.block(Block::paragraph(about));
    for currency in currencies {
        report = report.block(Block::heading(currency)).block(table(&head, debtors, currency));
        report = report.block(Block::paragraph(by_sex(&head, debtors, currency)));
    }
    report.block(head.done_at())
}

/// What somebody owes in one currency, by age.
fn ages(head: &Head, dues: &[Due], currency: &str) -> [i64; 5] {
    let mut sums = [0; 5];
    for due in dues.iter().filter(|due| due.currency == currency) {
        let age = Age::of(due.due_on, head.today);
        let at = Age::ALL.iter().position(|one| *one == age).expect("all ages are there");
        sums[at] += due.open;
    }
    sums
}

fn table(head: &Head, debtors: &[Debtor], currency: &str) -> Table {
    let figure = |title: &str| Column::new(title).align(Align::Right);
    let mut table = Table::new()
        .column(Column::new(head.label("paper-number")))
        .column(Column::new(head.label("paper-name")).grow(3))
        .column(Column::new(head.label("column-phone")).grow(1));
    for age in Age::ALL {
        table = table.column(figure(head.label(age.text_id())));
    }
    table = table.column(figure(head.label("paper-total")));
    let figures = |sums: [i64; 5]| {
        let all = sums.iter().sum();
        let cell =
            |minor: i64| if minor == 0 { Cell::Blank } else { words::figures(minor, currency, head.lang).into() };
        sums.into_iter().chain([all]).map(cell).collect::<Vec<_>>()
    };
    let (mut sums, mut count) = ([0; 5], 0);
    for one in debtors {
        let of = ages(head, &one.dues, currency);
        if of.iter().all(|minor| *minor == 0) {
            continue;
        }
        count += 1;
        sums.iter_mut().zip(of).for_each(|(sum, minor)| *sum += minor);
        let mut row: Row =
            vec![one.number.map_or(Cell::Blank, |number| show_number(number).into()), one.name.clone().into()];
        row.push(phone::show(&one.phone).into());
        row.extend(figures(of));
        table = table.row(row);
    }
    let people = head.text(&Text::new("paper-people").with("count", count));
    let mut total: Row = vec![Cell::Blank, people.into(), Cell::Blank];
    total.extend(figures(sums));
    table.total(total)
}

/// What women and men owe.
fn by_sex(head: &Head, debtors: &[Debtor], currency: &str) -> String {
    let mut sums: BTreeMap<&'static str, (usize, i64)> = BTreeMap::new();
    for one in debtors {
        let open: i64 = ages(head, &one.dues, currency).iter().sum();
        if let Some(sex) = one.sex.filter(|_| open > 0) {
            let (count, sum) = sums.entry(sex.text_id()).or_default();
            (*count, *sum) = (*count + 1, *sum + open);
        }
    }
    let part = |(sex, (count, sum)): (&&'static str, &(usize, i64))| {
        format!("{} {count} · {}", head.label(sex), words::minor(*sum, currency, head.lang))
    };
    sums.iter().map(part).collect::<Vec<_>>().join("   ")
}
