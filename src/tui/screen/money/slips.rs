//! The list of payment slips: those that wait first.

use super::{shown, slip, slip_form::SlipDraft};
use crate::{
    command,
    domain::{
        Text, day,
        voucher::{State, show_number},
    },
    store::{
        Changed, Reader, Result as StoreResult,
        voucher::{VoucherRow, VoucherSort, VoucherWant},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, history::History},
        widget::{
            form::FormScreen,
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;

/// Places of the ready-made filters.
pub const PROPOSED: usize = 2;
/// Those that are to be paid.
pub const APPROVED: usize = 3;

/// A slip as the list shows it.
pub struct Row {
    slip: VoucherRow,
    number: String,
    state: &'static str,
    amount: String,
    signed: String,
}

/// The slips in one order.
pub struct Slips {
    sort: VoucherSort,
}

/// All slips.
pub fn screen() -> ListScreen<Slips> {
    ListScreen::new(Slips { sort: VoucherSort::Open })
}

/// The slips of a ready-made filter.
///
/// # Errors
/// When the book cannot be read.
pub fn showing(group: usize, cx: &Cx) -> Result<ListScreen<Slips>> {
    screen().showing(group, cx)
}

/// What waits, for the first page of the area: how many, and how much in each currency.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    let sums = cx.reader.vouchers_open()?;
    if sums.is_empty() {
        return Ok(String::new());
    }
    let count: i64 = sums.iter().map(|(count, _)| count).sum();
    let amounts: Vec<String> = sums.iter().map(|(_, sum)| shown(sum.minor, &sum.currency, &cx.lang)).collect();
    let figure = Text::new("slip-figure").with("count", count).with("amounts", amounts.join(" · "));
    Ok(cx.lang.text(&figure))
}

impl List for Slips {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = VoucherWant;
    const TITLE: &'static str = "slips-title";
    const EMPTY: &'static str = "slips-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] = &[
        "filter-all",
        "filter-slips-open",
        "filter-slips-proposed",
        "filter-slips-approved",
        "filter-slips-paid",
        "filter-slips-ended",
        "filter-slips-void",
    ];
    const SORTS: &'static [&'static str] = &["sort-waiting", "sort-number"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("column-number", Width::Fixed(9), |r| (&r.number).into()),
        Column::new("field-state", Width::Fixed(12), |r| r.state.into()),
        Column::new("field-payee", Width::Fill(14), |r| (&r.slip.payee).into()),
        Column::new("field-purpose", Width::Fill(14), |r| (&r.slip.purpose).into()),
        Column::new("field-amount", Width::Fixed(16), |r: &Row| (&r.amount).into()).right(),
        Column::new("column-signed", Width::Fixed(6), |r: &Row| (&r.signed).into()).right(),
        Column::new("paper-slip-proposed", Width::Fixed(10), |r: &Row| day::show(r.slip.proposed_on).into()).extra(),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<VoucherWant> {
        let of = |state| Some(VoucherWant::Of(state));
        let group = match group {
            1 => Some(VoucherWant::Open),
            2 => of(State::Proposed),
            3 => of(State::Approved),
            4 => of(State::Paid),
            5 => of(State::Refused),
            6 => of(State::Void),
            _ => None,
        };
        let words = typed.split_whitespace().map(|word| VoucherWant::Word(word.to_owned()));
        group.into_iter().chain(words).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = [VoucherSort::Open, VoucherSort::Number][at];
    }
    fn slice(&self, reader: &Reader, wants: &[VoucherWant], _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.voucher_ids(self.sort, wants)?, None))
    }
    fn matches(reader: &Reader, want: &VoucherWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.voucher_ids(VoucherSort::Number, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |slip: VoucherRow| Row {
            number: show_number(slip.number),
            state: lang.label(slip.state.text_id()),
            amount: shown(slip.amount.minor, &slip.amount.currency, lang),
            signed: match slip.state {
                State::Refused | State::Void => "–".to_owned(),
                _ => format!("{}/{}", slip.given.0, slip.given.1),
            },
            slip,
        };
        Ok(reader.voucher_rows(ids)?.into_iter().map(row).collect())
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = reader.voucher_ids(VoucherSort::Number, &self.wanted(group, ""))?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        changed.has_table("voucher")
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        Ok(slip::facts(&cx.reader.voucher(id)?, cx)?)
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, id) {
            (Cmd::New, _) => {
                cx.permit(&command::voucher::PROPOSE)?;
                Flow::push(FormScreen::new(SlipDraft::new(cx)?, cx).in_area(super::AREA))
            }
            (Cmd::Open, Some(id)) => Flow::push(slip::page(id)),
            (Cmd::Edit, Some(id)) => slip::edit(id, cx)?,
            (Cmd::History, Some(id)) => Flow::push(History::of_record("voucher", id)),
            _ => Flow::Ignored,
        })
    }
}
