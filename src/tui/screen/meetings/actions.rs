//! The list of what meetings want done: what is due first; what is done or dropped beside it.

use super::{AREA, action};
use crate::{
    domain::{
        day,
        meeting::{ACTION, ActionState},
    },
    report::member::words,
    store::{
        Changed, Reader, Result as StoreResult,
        motion::{ActionRow, ActionSort, ActionWant},
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
use serde::{Deserialize, Serialize};

/// What the list shows: a state, and the body whose actions they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Place among [`GROUPS`].
    group: usize,
    /// The body; every body without.
    organ: Option<i64>,
}

const GROUPS: &[&str] = &["filter-all", "filter-actions-open", "filter-actions-overdue", "filter-actions-settled"];

/// A row, with its day of today to say what is late.
pub struct Line {
    row: ActionRow,
    state: &'static str,
    is_late: bool,
}

/// The list, in one order.
pub struct Actions {
    sort: ActionSort,
    today: NaiveDate,
}

/// What is to be done, of a body or of all.
///
/// # Errors
/// When the book cannot be read.
pub fn screen(organ: Option<i64>, cx: &Cx) -> Result<ListScreen<Actions>> {
    let list = Actions { sort: ActionSort::Due, today: cx.clock.today() };
    ListScreen::new(list).showing(Shown { group: 1, organ }, cx)
}

impl List for Actions {
    type Row = Line;
    type Key = ();
    type Filter = Shown;
    type Condition = ActionWant;
    const TITLE: &'static str = "nouns-action";
    const EMPTY: &'static str = "actions-empty";
    const AREA: usize = AREA;
    const GROUPS: &'static [&'static str] = GROUPS;
    const SORTS: &'static [&'static str] = &["sort-due", "sort-meeting"];
    const OFFERS: &'static [Cmd] = &[Cmd::Edit, Cmd::History];
    const COLUMNS: &'static [Column<Line>] = &[
        Column::new("column-due", Width::Fixed(12), |l| {
            let mark = if l.is_late { "! " } else { "  " };
            format!("{mark}{}", l.row.due_on.map(day::show).unwrap_or_default()).into()
        }),
        Column::new("field-what", Width::Fill(20), |l| (&l.row.what).into()),
        Column::new("field-who", Width::Fill(12), |l| (&l.row.who).into()),
        Column::new("field-action_state", Width::Fixed(9), |l| l.state.into()),
        Column::new("column-meeting", Width::Fixed(10), |l| l.row.held_on.map(day::show).unwrap_or_default().into()),
    ];

    fn group(at: usize) -> Shown {
        Shown { group: at, organ: None }
    }
    fn wanted(&self, shown: &Shown, typed: &str) -> Vec<ActionWant> {
        let group = match shown.group {
            1 => Some(ActionWant::Open),
            2 => Some(ActionWant::Overdue(self.today)),
            3 => Some(ActionWant::Settled),
            _ => None,
        };
        let words = typed.split_whitespace().map(|word| ActionWant::Word(word.to_owned()));
        group.into_iter().chain(shown.organ.map(ActionWant::Of)).chain(words).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = [ActionSort::Due, ActionSort::Meeting][at];
    }
    fn slice(&self, reader: &Reader, wants: &[ActionWant], _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.find_actions(self.sort, wants)?, None))
    }
    fn matches(reader: &Reader, want: &ActionWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.find_actions(ActionSort::Due, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Line>> {
        let line = |row: ActionRow| {
            let is_late = row.state == ActionState::Open && row.due_on.is_some_and(|day| day < self.today);
            Line { state: lang.label(row.state.text_id()), is_late, row }
        };
        Ok(reader.action_rows(ids)?.into_iter().map(line).collect())
    }
    fn count(&self, reader: &Reader, shown: &Shown) -> StoreResult<Option<Count>> {
        let all = reader.find_actions(ActionSort::Due, &self.wanted(shown, ""))?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["action", "meeting"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        let entry = cx.reader.entry(&ACTION, id)?;
        let codes = ["what", "who", "due_on", "done_on", "result"];
        let labels = ["field-what", "field-who", "field-due_on", "field-done_on", "field-result"];
        let facts = codes
            .iter()
            .zip(labels)
            .map(|(code, label)| (cx.lang.label(label).to_owned(), words::entry(&entry, code, &cx.lang)));
        Ok(facts.filter(|(_, value)| !value.is_empty()).collect())
    }
    fn name_of(cmd: Cmd) -> &'static str {
        if cmd == Cmd::Open { "action-settle" } else { cmd.text_id() }
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        match (cmd, id) {
            (Cmd::Open, Some(id)) => action::settle(id, cx),
            (Cmd::Edit, Some(id)) => action::edit(id, cx),
            (Cmd::History, Some(id)) => {
                Ok(Flow::push(History::of_record("meeting", cx.reader.entry(&ACTION, id)?.owner.1)))
            }
            _ => Ok(Flow::Ignored),
        }
    }
}
