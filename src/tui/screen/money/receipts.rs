//! The list of receipts, the latest first: of today, void, written by hand, late, printed again.

use super::{receipt, shown, void::VoidDraft};
use crate::{
    domain::{
        Text, day,
        fold::{contains_all, fold},
        receipt::{Receipt, ReceiptState, read_name},
    },
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
use chrono::{Datelike, NaiveDate};

/// What a receipt in the list meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Today,
    Void,
    Hand,
    Late,
    Reprinted,
}

const GROUPS: [Group; 5] = [Group::Today, Group::Void, Group::Hand, Group::Late, Group::Reprinted];

/// A condition: a ready-made one on a day, or what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Want {
    group: Option<(Group, NaiveDate)>,
    typed: String,
}

impl Want {
    fn is_met(&self, receipt: &Receipt) -> bool {
        let in_group = self.group.is_none_or(|(group, today)| match group {
            Group::Today => receipt.received_on == today || receipt.entered_on == today,
            Group::Void => receipt.state != ReceiptState::Issued,
            Group::Hand => receipt.is_hand,
            Group::Late => receipt.late.is_some(),
            Group::Reprinted => receipt.prints > 1,
        });
        let words = || fold(&format!("{} {} {} {}", receipt.name(), receipt.who(), receipt.by, receipt.reference));
        in_group && (self.typed.is_empty() || contains_all(&words(), &self.typed))
    }
}

/// A receipt as the list shows it.
pub struct Row {
    receipt: Receipt,
    amount: String,
    marks: String,
}

/// All receipts.
pub struct Receipts {
    today: NaiveDate,
}

/// The list.
pub fn screen(cx: &Cx) -> ListScreen<Receipts> {
    ListScreen::new(Receipts { today: cx.clock.today() })
}

/// How many hold, for the first page of the area.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    Ok(cx.lang.count(cx.reader.count_standing()? as i64))
}

/// What is particular to a receipt: void, late, printed again.
pub fn marks(receipt: &Receipt, lang: &Lang) -> String {
    let state = (receipt.state != ReceiptState::Issued).then(|| lang.label(receipt.state.text_id()).to_owned());
    let late = receipt.late.map(|_| lang.label("receipt-late").to_owned());
    let prints = (receipt.prints > 1).then(|| lang.text(&Text::new("receipt-prints").with("count", receipt.prints)));
    [state, late, prints].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

impl List for Receipts {
    type Row = Row;
    type Key = i64;
    type Filter = usize;
    type Condition = Want;
    const TITLE: &'static str = "heading-receipts";
    const EMPTY: &'static str = "receipts-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] = &[
        "filter-all",
        "filter-receipts-today",
        "filter-receipts-void",
        "filter-receipts-hand",
        "filter-receipts-late",
        "filter-receipts-reprinted",
    ];
    const SORTS: &'static [&'static str] = &["receipts-latest"];
    const OFFERS: &'static [Cmd] = &[Cmd::Archive, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("column-receipt", Width::Fixed(10), |r| r.receipt.name().into()),
        Column::new("column-payer", Width::Fill(10), |r| r.receipt.who().into()),
        Column::new("field-amount", Width::Fixed(16), |r: &Row| (&r.amount).into()).right(),
        Column::new("column-day", Width::Fixed(10), |r| day::show(r.receipt.received_on).into()),
        Column::new("column-marks", Width::Fill(6), |r| (&r.marks).into()),
        Column::new("field-reference", Width::Fill(10), |r: &Row| (&r.receipt.reference).into()).extra(),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<Want> {
        let ready = group.checked_sub(1).and_then(|at| GROUPS.get(at)).map(|group| (*group, self.today));
        let ready = ready.map(|group| Want { group: Some(group), typed: String::new() });
        let words = typed.split_whitespace().map(|word| Want { group: None, typed: fold(word) });
        ready.into_iter().chain(words).collect()
    }
    fn sort(&mut self, _: usize) {}
    fn slice(&self, reader: &Reader, wants: &[Want], after: Option<&i64>, limit: usize) -> Page<i64> {
        let receipts = reader.receipts_before(after.copied(), limit)?;
        let next = receipts.last().filter(|_| receipts.len() == limit).map(|receipt| receipt.id);
        let met = receipts.iter().filter(|receipt| wants.iter().all(|want| want.is_met(receipt)));
        Ok((met.map(|receipt| receipt.id).collect(), next))
    }
    fn matches(reader: &Reader, want: &Want, after: Option<&i64>, limit: usize) -> Page<i64> {
        let receipts = reader.receipts_before(after.copied(), limit)?;
        let next = receipts.last().filter(|_| receipts.len() == limit).map(|receipt| receipt.id);
        Ok((receipts.iter().filter(|receipt| want.is_met(receipt)).map(|receipt| receipt.id).collect(), next))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |id: &i64| {
            let receipt = reader.receipt(*id)?;
            let amount = receipt.amount.as_ref().map(|amount| shown(amount.minor, &amount.currency, lang));
            Ok(Row { amount: amount.unwrap_or_default(), marks: marks(&receipt, lang), receipt })
        };
        ids.iter().map(row).collect()
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = if *group == 0 { Some(reader.count_receipts()?) } else { None };
        Ok(all.map(|all| Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        changed.has_table("receipt")
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        Ok(receipt::facts(&cx.reader.receipt(id)?, cx)?)
    }
    fn bearer(&self, reader: &Reader, typed: &str) -> StoreResult<Option<i64>> {
        read_name(typed, self.today.year()).map_or(Ok(None), |(series, number)| reader.receipt_of(&series, number))
    }
    fn name_of(cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "receipt-void" } else { cmd.text_id() }
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, id) {
            (Cmd::Open, Some(id)) => Flow::push(receipt::page(id)),
            (Cmd::Archive, Some(id)) => VoidDraft::begin(id, cx)?,
            (Cmd::History, Some(id)) => Flow::push(History::of_record("receipt", id)),
            _ => Flow::Ignored,
        })
    }
    fn give(&self, cmd: Cmd, _: Option<Vec<i64>>, at: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        match (cmd, at) {
            (Cmd::Print, Some(id)) => receipt::print(id, cx),
            _ => Ok(Flow::Ignored),
        }
    }
}
