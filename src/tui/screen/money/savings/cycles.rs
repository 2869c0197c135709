//! The list of cycles.

use super::{cycle, page, there};
use crate::{
    command,
    domain::{amount::Amount, day, fold::fold, takes::Takes},
    store::{Changed, Reader, Result as StoreResult},
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, history::History},
        widget::{
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;

/// A cycle as the list shows it.
pub struct Row {
    name: String,
    from: String,
    until: String,
    people: String,
    shares: String,
    fund: String,
    closed: String,
}

/// The cycles, the last one first.
pub struct Cycles;

/// All cycles.
pub fn screen() -> ListScreen<Cycles> {
    ListScreen::new(Cycles)
}

impl List for Cycles {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = String;
    const TITLE: &'static str = "heading-cycles";
    const EMPTY: &'static str = "cycles-empty";
    const AREA: usize = super::super::AREA;
    const GROUPS: &'static [&'static str] = &["filter-all"];
    const SORTS: &'static [&'static str] = &["sort-entered"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("field-name", Width::Fill(16), |r| (&r.name).into()),
        Column::new("field-from_on", Width::Fixed(10), |r| (&r.from).into()),
        Column::new("field-until_on", Width::Fixed(10), |r| (&r.until).into()),
        Column::new("cycle-people", Width::Fixed(8), |r: &Row| (&r.people).into()).right(),
        Column::new("cycle-shares", Width::Fixed(7), |r: &Row| (&r.shares).into()).right(),
        Column::new("cycle-fund", Width::Fixed(18), |r: &Row| (&r.fund).into()).right(),
        Column::new("cycle-closed", Width::Fixed(11), |r: &Row| (&r.closed).into()).extra(),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, _: &usize, typed: &str) -> Vec<String> {
        typed.split_whitespace().map(fold).collect()
    }
    fn sort(&mut self, _: usize) {}
    fn slice(&self, reader: &Reader, wants: &[String], _: Option<&()>, _: usize) -> Page<()> {
        let is_wanted = |name: &str| wants.iter().all(|want| fold(name).contains(want));
        let found = reader.cycles()?.into_iter().filter(|cycle| is_wanted(&cycle.name));
        Ok((found.map(|cycle| cycle.id).collect(), None))
    }
    fn matches(reader: &Reader, want: &String, _: Option<&()>, _: usize) -> Page<()> {
        Self.slice(reader, std::slice::from_ref(want), None, 0)
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |id: &i64| {
            let cycle = reader.cycle(*id)?;
            let saved = reader.saved(cycle.id)?;
            let money = reader.fund_money(cycle.fund, &cycle.share.currency)?;
            let fund: Amount = cycle.amount(money.iter().map(|(_, minor)| minor).sum());
            Ok(Row {
                from: day::show(cycle.from_on),
                until: day::show(cycle.until_on),
                people: lang.count(saved.len() as i64),
                shares: lang.count(saved.iter().map(|saver| saver.shares).sum()),
                fund: lang.value(Takes::Amount, &fund.to_string()),
                closed: cycle.closed_on.map(day::show).unwrap_or_default(),
                name: cycle.name,
            })
        };
        ids.iter().map(row).collect()
    }
    fn count(&self, reader: &Reader, _: &usize) -> StoreResult<Option<Count>> {
        Ok(Some(Count { all: reader.cycles()?.len(), parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["cycle", "saving", "loan", "posting"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        let cycle = cx.reader.cycle(id)?;
        let amount = |minor| super::super::shown(minor, &cycle.share.currency, &cx.lang);
        let fact = |label: &'static str, value: String| (cx.lang.label(label).to_owned(), value);
        Ok(vec![
            fact("field-share", amount(cycle.share.minor)),
            fact("cycle-fund", amount(there(&cycle, cycle.fund, cx)?)),
            fact("cycle-social", amount(there(&cycle, cycle.social_fund, cx)?)),
        ])
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        if matches!(cmd, Cmd::New | Cmd::Edit) {
            cx.permit(&command::savings::CYCLE)?;
        }
        Ok(match (cmd, id) {
            (Cmd::New, _) => cycle::form(None, cx)?,
            (Cmd::Open, Some(id)) => Flow::push(page::page(id)),
            (Cmd::Edit, Some(id)) => cycle::form(Some(id), cx)?,
            (Cmd::History, Some(id)) => Flow::push(History::of_record("cycle", id)),
            _ => Flow::Ignored,
        })
    }
}
