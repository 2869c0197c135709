//! The list of bodies.

use super::organ;
use crate::{
    command,
    domain::{Text, day, meeting::ORGAN},
    store::{
        Changed, Reader, Result as StoreResult,
        organ_list::{OrganRow, OrganSort, OrganWant},
    },
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
use chrono::NaiveDate;
use std::borrow::Cow;

/// A body as the list shows it.
pub struct Row {
    organ: OrganRow,
    kind: &'static str,
    seats: String,
}

/// The bodies in one order.
pub struct Organs {
    sort: OrganSort,
    today: NaiveDate,
}

/// All bodies.
pub fn screen(cx: &Cx) -> ListScreen<Organs> {
    ListScreen::new(Organs { sort: OrganSort::Entered, today: cx.clock.today() })
}

fn shown(day: Option<NaiveDate>) -> Cow<'static, str> {
    day.map(day::show).unwrap_or_default().into()
}

impl List for Organs {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = OrganWant;
    const TITLE: &'static str = ORGAN.heading;
    const EMPTY: &'static str = "organs-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] = &["filter-all", "filter-open", "filter-closed"];
    const SORTS: &'static [&'static str] = &["sort-entered", "sort-name"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::Archive, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("field-name", Width::Fill(20), |r| (&r.organ.name).into()),
        Column::new("field-kind", Width::Fill(14), |r| r.kind.into()),
        Column::new("field-seats", Width::Fixed(8), |r: &Row| (&r.seats).into()).right(),
        Column::new("organ-meets", Width::Fixed(10), |r| shown(r.organ.next)),
        Column::new("organ-last", Width::Fixed(9), |r: &Row| match r.organ.last {
            0 => "–".into(),
            last => last.to_string().into(),
        })
        .right(),
        Column::new("column-closed", Width::Fixed(10), |r: &Row| shown(r.organ.closed_on)).extra(),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<OrganWant> {
        let group = [None, Some(OrganWant::Open), Some(OrganWant::Closed)].into_iter().nth(*group).flatten();
        group.into_iter().chain(typed.split_whitespace().map(|word| OrganWant::Word(word.to_owned()))).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = [OrganSort::Entered, OrganSort::Name][at];
    }
    fn slice(&self, reader: &Reader, wants: &[OrganWant], _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.organ_ids(self.sort, wants)?, None))
    }
    fn matches(reader: &Reader, want: &OrganWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.organ_ids(OrganSort::Entered, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |organ: OrganRow| {
            let kind = crate::domain::rule::subject_text_id(&organ.kind).map_or("", |id| lang.label(id));
            let of = Text::new("organ-filled").with("count", organ.filled).with("seats", organ.seats.unwrap_or(0));
            let seats = match (organ.seats, organ.filled) {
                (Some(_), _) => lang.text(&of),
                // an assembly is of all
                (None, 0) => "–".to_owned(),
                (None, filled) => filled.to_string(),
            };
            Row { organ, kind, seats }
        };
        Ok(reader.organ_rows(ids, self.today)?.into_iter().map(row).collect())
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = reader.organ_ids(OrganSort::Entered, &self.wanted(group, ""))?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["organ", "mandate", "meeting"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        organ::facts(id, cx)
    }
    fn name_of(cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "place-close" } else { cmd.text_id() }
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        if matches!(cmd, Cmd::New | Cmd::Edit | Cmd::Archive) {
            cx.permit(&command::entry::SAVE)?;
        }
        Ok(match (cmd, id) {
            (Cmd::New, _) => organ::begin(cx),
            (Cmd::Open, Some(id)) => Flow::push(organ::page(id)),
            (Cmd::Edit, Some(id)) => organ::edit(id, "name", cx)?,
            (Cmd::Archive, Some(id)) => organ::edit(id, "closed_on", cx)?,
            (Cmd::History, Some(id)) => Flow::push(History::of_record(ORGAN.table, id)),
            _ => Flow::Ignored,
        })
    }
}
