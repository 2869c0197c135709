//! The list of counts: what was there and what the book had, with what became of the difference.

use super::{count, count_page, shown};
use crate::{
    command,
    domain::{
        account::AccountKind,
        count::{Count, CountKind, Outcome},
        day,
    },
    report::money::words,
    store::{
        Changed, Reader, Result as StoreResult,
        count::{CountSort, CountWant},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, Value, history::History},
        widget::{
            choice::{Item, Picker},
            list::{Count as Shown, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;

/// A count as its line shows it, in words.
pub struct Line {
    count: Count,
    account: String,
    kind: &'static str,
    counted: String,
    difference: String,
}

/// The counts, in one order.
pub struct Counts {
    sort: CountSort,
}

/// Ready-made filters.
const GROUPS: &[&str] =
    &["filter-all", "filter-counts-open", "filter-counts-different", "filter-counts-surprise", "filter-counts-close"];

/// All counts.
pub fn screen() -> ListScreen<Counts> {
    ListScreen::new(Counts { sort: CountSort::Day })
}

/// The counts that found more or less than the book.
///
/// # Errors
/// When the book cannot be read.
pub fn different_ones(cx: &Cx) -> Result<ListScreen<Counts>> {
    screen().showing(2, cx)
}

/// The day of the last count.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    Ok(cx.reader.last_counted()?.map(day::show).unwrap_or_default())
}

/// A new count: of the box that is meant, else of the only one, else of one of several.
fn begin(cx: &Cx) -> Result<Flow> {
    cx.permit(&command::count::SAVE)?;
    let boxes = boxes(cx)?;
    if let [(id, _)] = boxes[..] {
        return count::begin(id, cx);
    }
    let items = boxes.into_iter().map(|(_, name)| Item::new(name)).collect();
    Ok(Flow::push(Picker::new(cx.lang.label("count-which").to_owned(), items, 0)))
}

/// The cash boxes that are in use.
fn boxes(cx: &Cx) -> StoreResult<Vec<(i64, String)>> {
    let accounts = cx.reader.accounts()?.into_iter();
    let in_use = accounts.filter(|account| account.kind == AccountKind::Cash && !account.is_closed);
    Ok(in_use.map(|account| (account.id, words::account(&account, &cx.lang))).collect())
}

impl List for Counts {
    type Row = Line;
    type Key = ();
    type Filter = usize;
    type Condition = CountWant;
    const TITLE: &'static str = "counts-title";
    const EMPTY: &'static str = "counts-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] = GROUPS;
    const SORTS: &'static [&'static str] = &["sort-day", "sort-account"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Line>] = &[
        Column::new("count-day", Width::Fixed(10), |l| day::show(l.count.counted_on).into()),
        Column::new("noun-account", Width::Fill(12), |l| (&l.account).into()),
        Column::new("count-kind", Width::Fixed(11), |l| l.kind.into()),
        Column::new("count-counted", Width::Fixed(16), |l: &Line| (&l.counted).into()).right(),
        Column::new("count-difference", Width::Fixed(15), |l: &Line| (&l.difference).into()).right(),
        Column::new("count-first", Width::Fill(12), |l: &Line| (&l.count.signed.first).into()).extra(),
        Column::new("count-reason", Width::Fill(12), |l: &Line| (&l.count.reason).into()).extra(),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<CountWant> {
        let ready = match group {
            1 => Some(CountWant::Open),
            2 => Some(CountWant::Different),
            3 => Some(CountWant::Kind(CountKind::Surprise)),
            4 => Some(CountWant::Kind(CountKind::Close)),
            _ => None,
        };
        ready.into_iter().chain(typed.split_whitespace().map(|word| CountWant::Word(word.to_owned()))).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = [CountSort::Day, CountSort::Account][at];
    }
    fn slice(&self, reader: &Reader, wants: &[CountWant], _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.find_counts(self.sort, wants)?, None))
    }
    fn matches(reader: &Reader, want: &CountWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.find_counts(CountSort::Day, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Line>> {
        let line = |count: Count| -> StoreResult<Line> {
            let account = words::account(&reader.account(count.account)?, lang);
            let (counted, minor) = (shown(count.counted, &count.currency, lang), count.difference());
            let mark = if count.outcome() == Outcome::Open { "! " } else { "" };
            let difference = if minor == 0 {
                "✓".to_owned()
            } else {
                format!("{mark}{}", words::figures(minor, &count.currency, lang))
            };
            Ok(Line { account, kind: lang.label(count.kind.text_id()), counted, difference, count })
        };
        reader.counts(ids)?.into_iter().map(line).collect()
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Shown>> {
        let all = reader.find_counts(CountSort::Day, &self.wanted(group, ""))?.len();
        Ok(Some(Shown { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["cash_count", "journal_entry", "account"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        count_page::facts(&cx.reader.count_of(id)?, cx)
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, id) {
            (Cmd::New, _) => begin(cx)?,
            (Cmd::Open, Some(id)) => Flow::push(count_page::page(id)),
            (Cmd::History, Some(id)) => Flow::push(History::of_record("cash_count", id)),
            _ => Flow::Ignored,
        })
    }
    fn give(&self, _: Cmd, _: Option<Vec<i64>>, at: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        at.map_or(Ok(Flow::Stay), |id| count_page::print(&cx.reader.count_of(id)?, cx))
    }
    fn returned(&self, value: Value, cx: &mut Cx) -> Result<Flow> {
        let Value::Row(at) = value else { return Ok(Flow::Stay) };
        boxes(cx)?.get(at).map_or(Ok(Flow::Stay), |(id, _)| count::begin(*id, cx))
    }
}
