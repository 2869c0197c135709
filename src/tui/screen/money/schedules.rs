//! The list of schedules: what raises amounts owed month by month, by the year or once.

use super::raise::Raise;
use crate::{
    command::{self, due::Source},
    domain::{
        day,
        due::{RHYTHMS, SCHEDULE},
        noun::{Attribute, Entry},
        takes::Takes,
    },
    report::{member::words as fields, money::words},
    store::{
        Changed, Reader, Result as StoreResult,
        raise::{ScheduleRow, ScheduleSort, ScheduleWant},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, entry::EntryDraft, history::History, record::form},
        widget::{
            form::FormScreen,
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;
use chrono::NaiveDate;
use std::borrow::Cow;

/// A schedule as the list shows it.
pub struct Row {
    row: ScheduleRow,
    amount: String,
    every: String,
}

/// The schedules in one order.
pub struct Schedules {
    sort: ScheduleSort,
    today: NaiveDate,
}

/// All schedules.
pub fn screen(cx: &Cx) -> ListScreen<Schedules> {
    ListScreen::new(Schedules { sort: ScheduleSort::Entered, today: cx.clock.today() })
}

fn shown(day: Option<NaiveDate>) -> Cow<'static, str> {
    day.map(day::show).unwrap_or_default().into()
}

impl List for Schedules {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = ScheduleWant;
    const TITLE: &'static str = SCHEDULE.heading;
    const EMPTY: &'static str = "schedules-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] = &["filter-all", "schedules-running", "schedules-ended"];
    const SORTS: &'static [&'static str] = &["sort-entered", "sort-name"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::Archive, Cmd::Import, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("field-name", Width::Fill(22), |r| (&r.row.schedule.name).into()),
        Column::new("column-amount", Width::Fixed(16), |r: &Row| (&r.amount).into()).right(),
        Column::new("field-every", Width::Fixed(12), |r| (&r.every).into()),
        Column::new("field-from_on", Width::Fixed(10), |r| shown(Some(r.row.schedule.from))),
        Column::new("schedule-last", Width::Fixed(10), |r| shown(r.row.last_on)),
        Column::new("field-until_on", Width::Fixed(10), |r| shown(r.row.schedule.until)),
        Column::new("field-decision", Width::Fill(14), |r| (&r.row.schedule.decision).into()),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<ScheduleWant> {
        let group = match group {
            1 => Some(ScheduleWant::Running(self.today)),
            2 => Some(ScheduleWant::Ended(self.today)),
            _ => None,
        };
        group.into_iter().chain(typed.split_whitespace().map(|word| ScheduleWant::Word(word.to_owned()))).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = [ScheduleSort::Entered, ScheduleSort::Name][at];
    }
    fn slice(&self, reader: &Reader, wants: &[ScheduleWant], _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.schedule_ids(self.sort, wants)?, None))
    }
    fn matches(reader: &Reader, want: &ScheduleWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.schedule_ids(ScheduleSort::Entered, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |row: ScheduleRow| Row {
            amount: words::minor(row.schedule.minor, &row.schedule.currency, lang),
            every: lang.value(Takes::One(RHYTHMS), &row.schedule.every),
            row,
        };
        Ok(reader.schedule_rows(ids)?.into_iter().map(row).collect())
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = reader.schedule_ids(ScheduleSort::Entered, &self.wanted(group, ""))?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["schedule", "due"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        let entry = cx.reader.entry(&SCHEDULE, id)?;
        let fact = |a: &Attribute| (cx.lang.label(a.label).to_owned(), fields::entry(&entry, a.code, &cx.lang));
        Ok(SCHEDULE.attributes.iter().map(fact).filter(|(_, value)| !value.is_empty()).collect())
    }
    fn name_of(cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::Open => "schedule-raise",
            Cmd::Import => "schedule-fines",
            Cmd::Archive => "place-close",
            _ => cmd.text_id(),
        }
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::New | Cmd::Edit | Cmd::Archive => cx.permit(command::entry::saving(&SCHEDULE))?,
            Cmd::Open | Cmd::Import => cx.permit(&command::due::RAISE)?,
            _ => {}
        }
        Ok(match (cmd, id) {
            (Cmd::New, _) => {
                let mut entry = Entry::new(&SCHEDULE, ("", 0));
                entry.put("kind", "dues");
                entry.put("every", "month");
                entry.put("from_on", self.today.to_string());
                form(EntryDraft::new(entry, String::new()), cx)
            }
            (Cmd::Open, Some(id)) => Flow::push(Raise::new(Source::Schedule(id))),
            (Cmd::Import, _) => Flow::push(Raise::new(Source::Fines)),
            (Cmd::Edit, Some(id)) => edit(id, "name", cx)?,
            (Cmd::Archive, Some(id)) => edit(id, "until_on", cx)?,
            (Cmd::History, Some(id)) => Flow::push(History::of_record(SCHEDULE.table, id)),
            _ => Flow::Ignored,
        })
    }
}

/// The form of a schedule; one that is to end ends today, unless another day is written.
fn edit(id: i64, code: &str, cx: &Cx) -> StoreResult<Flow> {
    let mut entry = cx.reader.entry(&SCHEDULE, id)?;
    if code == "until_on" && entry.get(code).is_empty() {
        entry.put(code, cx.clock.today().to_string());
    }
    Ok(Flow::push(FormScreen::new(EntryDraft::new(entry, String::new()), cx).in_area(super::AREA).at(code, cx)))
}
