//! The list of what members owe.

use super::{due, waive};
use crate::{
    command,
    domain::{
        Text,
        amount::listed,
        day,
        due::{Age, DueKind},
        member::show_number,
        phone,
    },
    report::money::words,
    store::{
        Changed, Reader, Result as StoreResult,
        due_list::{DueRow, DueSort, DueWant, OpenTotal},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, On, Outcome, history::History, members, paper::choose::Choose},
        widget::{
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// An amount owed as the list shows it.
pub struct Row {
    row: DueRow,
    what: String,
    open: String,
    whole: String,
    due_on: String,
    age: &'static str,
}

/// Amounts owed in one order.
pub struct Dues {
    sort: DueSort,
    today: NaiveDate,
    /// Only those of this member.
    member: Option<i64>,
}

/// What all members owe, or one of them; what is paid is shown when it is asked for.
///
/// # Errors
/// When the book cannot be read.
pub fn screen(member: Option<i64>, cx: &Cx) -> Result<ListScreen<Dues>> {
    ListScreen::new(Dues { sort: DueSort::Oldest, today: cx.clock.today(), member }).showing(0, cx)
}

/// What should have been paid so many days ago and more.
pub const OLD: u64 = 90;

/// What the ready-made filters of the list ask for, in the order of its groups.
fn wants(group: usize, today: NaiveDate) -> Vec<DueWant> {
    const KINDS: [DueKind; 7] = [
        DueKind::Dues,
        DueKind::Share,
        DueKind::EntryFee,
        DueKind::Levy,
        DueKind::Call,
        DueKind::Fine,
        DueKind::Arrears,
    ];
    match group {
        0 => vec![DueWant::Open],
        1 => vec![DueWant::Before(today)],
        2 => vec![DueWant::older(30, today)],
        3 => vec![DueWant::older(OLD, today)],
        4 => vec![DueWant::older(365, today)],
        5..12 => vec![DueWant::Open, DueWant::Kind(KINDS[group - 5])],
        12 => vec![DueWant::Settled],
        _ => Vec::new(),
    }
}

impl List for Dues {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = DueWant;
    const TITLE: &'static str = "heading-dues";
    const EMPTY: &'static str = "dues-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] = &[
        "dues-open",
        "dues-late",
        "dues-late-30",
        "dues-late-90",
        "dues-late-365",
        "due-dues",
        "due-share",
        "due-entry_fee",
        "due-levy",
        "due-call",
        "due-fine",
        "due-arrears",
        "dues-settled",
        "dues-all",
    ];
    const SORTS: &'static [&'static str] = &["sort-oldest", "sort-name", "sort-amount", "sort-latest"];
    const HAS_TOTAL: bool = true;
    const OFFERS: &'static [Cmd] =
        &[Cmd::New, Cmd::Archive, Cmd::Mark, Cmd::Bulk, Cmd::Admit, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("column-due-on", Width::Fixed(12), |r: &Row| (&r.due_on).into()).right(),
        Column::new("column-number", Width::Fixed(5), |r| r.row.number.map(show_number).unwrap_or_default().into()),
        Column::new("column-name", Width::Fill(20), |r| (&r.row.name).into()),
        Column::new("column-owed-for", Width::Fill(18), |r| (&r.what).into()),
        Column::new("column-open", Width::Fixed(16), |r: &Row| (&r.open).into()).right(),
        Column::new("column-overdue", Width::Fixed(16), |r| r.age.into()),
        Column::new("column-phone", Width::Fixed(17), |r| phone::show(&r.row.phone).into()),
        Column::new("column-amount", Width::Fixed(16), |r: &Row| (&r.whole).into()).right(),
        Column::new("column-sex", Width::Fixed(4), |r: &Row| r.row.sex.map_or("", |sex| sex.code()).into()).extra(),
        Column::new("column-decision", Width::Fill(14), |r: &Row| (&r.row.due.decision).into()).extra(),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<DueWant> {
        let of = self.member.map(DueWant::Of).into_iter();
        let words = typed.split_whitespace().map(|word| DueWant::Word(word.to_owned()));
        of.chain(wants(*group, self.today)).chain(words).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = DueSort::ALL[at];
    }
    fn slice(&self, reader: &Reader, wants: &[DueWant], _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.due_ids(self.sort, wants)?, None))
    }
    fn matches(reader: &Reader, want: &DueWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.due_ids(DueSort::Oldest, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |row: DueRow| {
            let due = &row.due;
            let is_open = due.open > 0;
            let age = Age::of(due.due_on, self.today);
            let late = if is_open && age != Age::Coming { "! " } else { "" };
            Row {
                what: words::due_of(due, lang),
                open: words::minor(due.open, &due.currency, lang),
                whole: words::minor(due.minor, &due.currency, lang),
                due_on: format!("{late}{}", day::show(due.due_on)),
                age: if is_open { lang.label(age.text_id()) } else { lang.label("dues-settled") },
                row,
            }
        };
        Ok(reader.due_rows(ids)?.into_iter().map(row).collect())
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = reader.due_ids(DueSort::Oldest, &self.wanted(group, ""))?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn total(&self, reader: &Reader, lang: &Lang, conditions: &[DueWant]) -> StoreResult<String> {
        Ok(totals(&reader.open_totals(conditions)?, lang))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["due", "posting", "member"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        facts(id, cx)
    }
    fn on(_: i64, row: Option<&Row>) -> On {
        On { member: row.map(|row| row.row.due.member), meeting: None }
    }
    fn name_of(cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::New => "due-new",
            Cmd::Archive => "due-waive",
            Cmd::Bulk => "due-waive-marked",
            Cmd::Admit => "due-apply",
            Cmd::Open => "due-member",
            _ => cmd.text_id(),
        }
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        let member = |id| cx.reader.due(id).map(|due| due.member);
        Ok(match (cmd, id) {
            (Cmd::New, _) => due::begin(self.member, cx)?,
            (Cmd::Open, Some(id)) => Flow::push(members::detail::money(member(id)?)),
            (Cmd::Archive, Some(id)) => waive::begin(&[id], cx)?,
            (Cmd::History, Some(id)) => Flow::push(History::of_record("member", member(id)?)),
            _ => Flow::Ignored,
        })
    }
    fn give(&self, _: Cmd, ids: Option<Vec<i64>>, _: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        Ok(Flow::push(match ids {
            None => Choose::all(),
            Some(ids) => Choose::these(members_of(&ids, cx)?),
        }))
    }
    fn change(&self, cmd: Cmd, ids: Vec<i64>, cx: &mut Cx) -> Result<Flow> {
        if cmd == Cmd::Bulk {
            return waive::begin(&ids, cx);
        }
        cx.permit(&command::due::APPLY)?;
        let members = members_of(&ids, cx)?;
        cx.write(move |store, session, _| {
            let set = command::due::apply(store, session, &members)?;
            Ok(Outcome::Said(Text::new("due-applied").with("amounts", listed(&set))))
        });
        Ok(Flow::Stay)
    }
}

/// Whose amounts these are, each once.
fn members_of(ids: &[i64], cx: &Cx) -> StoreResult<Vec<i64>> {
    let members: StoreResult<BTreeSet<i64>> = ids.iter().map(|id| Ok(cx.reader.due(*id)?.member)).collect();
    Ok(members?.into_iter().collect())
}

/// `1 284 500,00 CDF (F 402 000,00 · M 882 500,00)` of each currency.
pub fn totals(totals: &[OpenTotal], lang: &Lang) -> String {
    let one = |total: &OpenTotal| {
        let all = words::minor(total.minor, &total.currency, lang);
        let parts = [("sex-F", total.women), ("sex-M", total.men)].into_iter().filter(|(_, minor)| *minor > 0);
        let part = |(sex, minor)| format!("{} {}", lang.label(sex), words::figures(minor, &total.currency, lang));
        let parts = parts.map(part).collect::<Vec<_>>().join(" · ");
        if parts.is_empty() { all } else { format!("{all} ({parts})") }
    };
    totals.iter().map(one).collect::<Vec<_>>().join("   ")
}

/// Label and value of what is known of an amount owed.
fn facts(id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
    let lang = &cx.lang;
    let Some(row) = cx.reader.due_rows(&[id])?.pop() else { return Ok(Vec::new()) };
    let due = &row.due;
    let credit = cx.reader.credit(due.member, &due.currency)?;
    let credit = if credit > 0 { words::minor(credit, &due.currency, lang) } else { String::new() };
    let facts = [
        ("field-member", row.heading()),
        ("field-phone", phone::show(&row.phone)),
        ("column-owed-for", words::capital(&words::due(due, lang))),
        ("column-amount", words::minor(due.minor, &due.currency, lang)),
        ("column-open", words::minor(due.open, &due.currency, lang)),
        ("column-due-on", day::show(due.due_on)),
        ("field-decision", due.decision.clone()),
        ("member-credit", credit),
    ];
    let filled = facts.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(filled.map(|(label, value)| (lang.label(label).to_owned(), value)).collect())
}
