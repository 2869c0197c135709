//! The list of meetings.

use super::{call, name, page, stage};
use crate::{
    domain::{
        day,
        fold::fold,
        meeting::{MEETING_KINDS, State},
        takes::Takes,
    },
    store::{
        Changed, Reader, Result as StoreResult,
        meeting_list::{MeetingRow, MeetingSort, MeetingWant},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, Value, history::History, paper::choose::Choose},
        widget::{
            filters::Named,
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;
use serde::{Deserialize, Serialize};

/// The list, in one order.
pub struct Meetings {
    sort: MeetingSort,
    /// Codes and folded names of the kinds, in the language in which somebody types.
    kinds: Vec<(&'static str, String)>,
}

/// What the list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Place among the ready-made filters.
    state: usize,
    /// A body.
    organ: Option<i64>,
}

/// A meeting as its line shows it, in words.
pub struct Line {
    row: MeetingRow,
    name: String,
    state: &'static str,
}

/// The list of all meetings.
pub fn screen(cx: &Cx) -> ListScreen<Meetings> {
    let kinds = MEETING_KINDS.iter().map(|kind| (kind.code, fold(cx.lang.label(kind.text_id)))).collect();
    ListScreen::new(Meetings { sort: MeetingSort::Day, kinds })
}

/// The meetings of one body.
///
/// # Errors
/// When the book cannot be read.
pub fn of_organ(organ: i64, cx: &Cx) -> Result<ListScreen<Meetings>> {
    screen(cx).showing(Shown { state: 0, organ: Some(organ) }, cx)
}

/// States of the ready-made filters, in the order of [`Meetings::GROUPS`].
const STATES: &[&[State]] =
    &[&[], &[State::Planned, State::Open], &[State::Closed], &[State::ToSign], &[State::Signed], &[State::Dropped]];

impl List for Meetings {
    type Row = Line;
    type Key = ();
    type Filter = Shown;
    type Condition = MeetingWant;
    const TITLE: &'static str = "area-meetings";
    const EMPTY: &'static str = "meetings-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] =
        &["filter-all", "filter-coming", "filter-to-write", "filter-to-sign", "filter-signed", "filter-dropped"];
    const SORTS: &'static [&'static str] = &["sort-day", "sort-organ", "sort-minutes"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::Archive, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Line>] = &[
        Column::new("field-held_on", Width::Fixed(10), |l| l.row.held_on.map(day::show).unwrap_or_default().into()),
        Column::new("field-organ", Width::Fill(16), |l| (&l.row.organ).into()),
        Column::new("noun-meeting", Width::Fill(20), |l| (&l.name).into()),
        Column::new("field-state", Width::Fixed(17), |l| l.state.into()),
        Column::new("column-minutes", Width::Fixed(4), |l: &Line| {
            l.row.number.map(|number| number.to_string()).unwrap_or_default().into()
        })
        .right(),
        Column::new("field-place", Width::Fill(12), |l: &Line| (&l.row.place).into()).extra(),
        Column::new("field-time", Width::Fixed(5), |l: &Line| (&l.row.time).into()).extra(),
    ];

    fn group(at: usize) -> Shown {
        Shown { state: at, organ: None }
    }
    fn given(reader: &Reader) -> StoreResult<Vec<Named<Shown>>> {
        let named = |(id, name, _): (i64, String, String)| Named { name, filter: Shown { state: 0, organ: Some(id) } };
        Ok(reader.organs()?.into_iter().map(named).collect())
    }
    fn wanted(&self, shown: &Shown, typed: &str) -> Vec<MeetingWant> {
        let states = STATES.get(shown.state).copied().unwrap_or_default();
        let states = (!states.is_empty()).then_some(MeetingWant::States(states));
        let organ = shown.organ.map(MeetingWant::Organ);
        let word = |word: &str| {
            let key = fold(word);
            let kinds = self.kinds.iter().filter(|(_, name)| name.contains(&key)).map(|(code, _)| *code);
            (!key.is_empty()).then(|| MeetingWant::Word(key.clone(), kinds.collect()))
        };
        states.into_iter().chain(organ).chain(typed.split_whitespace().filter_map(word)).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = [MeetingSort::Day, MeetingSort::Organ, MeetingSort::Number][at];
    }
    fn slice(&self, reader: &Reader, wants: &[MeetingWant], _: Option<&()>, _: usize) -> Page<()> {
        // some thousands in a lifetime, which one slice holds
        Ok((reader.meetings(self.sort, wants)?, None))
    }
    fn matches(reader: &Reader, want: &MeetingWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.meetings(MeetingSort::Day, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Line>> {
        let line = |row: MeetingRow| {
            let mut name = name(&row.kind, &row.title, lang);
            if row.is_second {
                name = format!("{name} · {}", lang.label("meeting-second"));
            }
            Line { name, state: lang.label(row.state.text_id()), row }
        };
        Ok(reader.meeting_rows(ids)?.into_iter().map(line).collect())
    }
    fn count(&self, reader: &Reader, shown: &Shown) -> StoreResult<Option<Count>> {
        let all = reader.meetings(MeetingSort::Day, &self.wanted(shown, ""))?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["meeting", "organ", "agenda_item", "motion"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        let meeting = cx.reader.meeting(id)?;
        let fact = |code: &str| {
            let attribute = meeting.entry.noun.attributes.iter().find(|attribute| attribute.code == code)?;
            let value = cx.lang.value(attribute.takes, meeting.entry.get(code));
            Some((cx.lang.label(attribute.label).to_owned(), value)).filter(|(_, value)| !value.is_empty())
        };
        let mut facts: Vec<_> =
            ["held_on", "time", "place", "chair", "secretary"].into_iter().filter_map(fact).collect();
        let items = cx.reader.items(id)?;
        facts.extend(
            items
                .iter()
                .enumerate()
                .map(|(at, item)| ((at + 1).to_string(), cx.lang.value(Takes::Text, item.entry.get("title")))),
        );
        Ok(facts)
    }
    fn name_of(cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "meeting-drop" } else { cmd.text_id() }
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, id) {
            (Cmd::New, _) => call::begin(cx)?,
            (Cmd::Open, Some(id)) => Flow::push(page::page(id)),
            (Cmd::Edit, Some(id)) => call::edit(id, "kind", cx)?,
            (Cmd::Archive, Some(id)) => stage::ask_drop(&cx.reader.meeting(id)?, cx)?,
            (Cmd::History, Some(id)) => Flow::push(History::of_record("meeting", id)),
            _ => Flow::Ignored,
        })
    }
    fn give(&self, _: Cmd, _: Option<Vec<i64>>, at: Option<i64>, _: &mut Cx) -> Result<Flow> {
        Ok(at.map_or(Flow::Stay, |id| Flow::push(Choose::meeting(id))))
    }
    fn returned(&self, value: Value, cx: &mut Cx) -> Result<Flow> {
        if let Value::Stage(id, State::Dropped) = value {
            stage::take(id, State::Dropped, cx);
        }
        Ok(Flow::Stay)
    }
}
