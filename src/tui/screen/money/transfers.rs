//! The list of transfers between accounts: what is under way first.

use super::{
    naming,
    reverse::{Back, ReverseDraft},
    shown,
    transfer_form::{ArrivalDraft, TransferDraft},
};
use crate::{
    command,
    domain::{Text, day, transfer::Transfer},
    report::money::words,
    store::{self, Changed, Reader, Result as StoreResult, transfer::TransferWant},
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, confirm::Confirm, history::History, paper::preview::Preview},
        widget::{
            form::FormScreen,
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;

/// Place of the ready-made filter of those under way.
pub const UNDER_WAY: usize = 1;

/// A transfer as the list shows it.
pub struct Row {
    transfer: Transfer,
    way: String,
    amount: String,
    state: String,
}

/// The transfers.
pub struct Transfers;

/// All transfers.
pub fn screen() -> ListScreen<Transfers> {
    ListScreen::new(Transfers)
}

/// The transfers of a ready-made filter.
///
/// # Errors
/// When the book cannot be read.
pub fn showing(group: usize, cx: &Cx) -> Result<ListScreen<Transfers>> {
    screen().showing(group, cx)
}

/// How many are under way.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    Ok(match cx.reader.transfers_under_way()? {
        0 => String::new(),
        count => cx.lang.text(&Text::new("transfers-figure").with("count", count)),
    })
}

/// From where to where.
fn way(transfer: &Transfer, reader: &Reader, lang: &Lang) -> StoreResult<String> {
    let name = |id| Ok::<_, store::Error>(super::name(&reader.account(id)?, lang));
    Ok(lang.text(&Text::new("transfer-way").with("from", name(transfer.from)?).with("to", name(transfer.to)?)))
}

fn state(transfer: &Transfer, lang: &Lang) -> String {
    match (transfer.voided_on, transfer.arrived_on) {
        (Some(_), _) => lang.label("transfer-void").to_owned(),
        (None, None) => format!("• {}", lang.label("transfer-under-way")),
        (None, Some(on)) => lang.text(&Text::new("transfer-is-there").with("day", day::show(on))),
    }
}

/// Label and value of what is known of a transfer.
fn told(transfer: &Transfer, cx: &Cx) -> StoreResult<Vec<(String, String)>> {
    let lang = &cx.lang;
    let amount = |minor, currency: &str| if minor == 0 { String::new() } else { shown(minor, currency, lang) };
    let (sent, got) = (&transfer.amount, &transfer.received);
    let is_exchange = sent.currency != got.currency;
    let facts = [
        ("field-account", naming::account(transfer.from, cx)?),
        ("field-to_account", naming::account(transfer.to, cx)?),
        ("field-amount", amount(sent.minor, &sent.currency)),
        ("field-got", if is_exchange { amount(got.minor, &got.currency) } else { String::new() }),
        ("field-rate", transfer.rate.as_ref().map(|rate| words::rate(rate, lang)).unwrap_or_default()),
        ("transfer-difference", transfer.difference().map(|text| lang.text(&text)).unwrap_or_default()),
        ("field-transfer_fee", amount(transfer.fee, &sent.currency)),
        ("field-fund", transfer.fund.map_or(Ok(String::new()), |fund| cx.reader.record_label("fund", fund))?),
        ("field-sent_on", day::show(transfer.sent_on)),
        ("field-state", state(transfer, lang)),
        ("field-deposit_slip", transfer.slip.clone()),
        ("field-carried_by", transfer.carried_by.clone()),
        ("field-note", transfer.note.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(facts.map(|(label, value)| (lang.label(label).to_owned(), value)).collect())
}

impl List for Transfers {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = TransferWant;
    const TITLE: &'static str = "transfers-title";
    const EMPTY: &'static str = "transfers-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] = &["filter-all", "filter-transfers-way", "filter-transfers-exchange"];
    const SORTS: &'static [&'static str] = &["sort-waiting"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Archive, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("field-sent_on", Width::Fixed(10), |r| day::show(r.transfer.sent_on).into()),
        Column::new("column-way", Width::Fill(22), |r| (&r.way).into()),
        Column::new("field-amount", Width::Fixed(16), |r: &Row| (&r.amount).into()).right(),
        Column::new("field-state", Width::Fixed(19), |r| (&r.state).into()),
        Column::new("field-deposit_slip", Width::Fill(8), |r: &Row| (&r.transfer.slip).into()).extra(),
        Column::new("field-carried_by", Width::Fill(10), |r: &Row| (&r.transfer.carried_by).into()).extra(),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<TransferWant> {
        let wants = [None, Some(TransferWant::UnderWay), Some(TransferWant::Exchange)];
        let group = wants.into_iter().nth(*group).flatten();
        group.into_iter().chain(typed.split_whitespace().map(|word| TransferWant::Word(word.to_owned()))).collect()
    }
    fn sort(&mut self, _: usize) {}
    fn slice(&self, reader: &Reader, wants: &[TransferWant], _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.transfer_ids(wants)?, None))
    }
    fn matches(reader: &Reader, want: &TransferWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.transfer_ids(std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |id: &i64| {
            let transfer = reader.transfer(*id)?;
            let amount = shown(transfer.amount.minor, &transfer.amount.currency, lang);
            Ok(Row { way: way(&transfer, reader, lang)?, amount, state: state(&transfer, lang), transfer })
        };
        ids.iter().map(row).collect()
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = reader.transfer_ids(&self.wanted(group, ""))?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["transfer", "account"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        Ok(told(&cx.reader.transfer(id)?, cx)?)
    }
    fn name_of(cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "slip-void-name" } else { cmd.text_id() }
    }
    fn give(&self, _: Cmd, _: Option<Vec<i64>>, at: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        let Some(id) = at else { return Ok(Flow::Ignored) };
        let asked = super::paper("deposit-note", "transfer", id.to_string())?;
        asked.permit(&cx.reader, &cx.session)?;
        Ok(Flow::push(Preview::new(asked)))
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        let transfer = id.map(|id| cx.reader.transfer(id)).transpose()?;
        Ok(match (cmd, transfer) {
            (Cmd::New, _) => {
                cx.permit(&command::transfer::SEND)?;
                Flow::push(FormScreen::new(TransferDraft::new(cx)?, cx).in_area(super::AREA))
            }
            (Cmd::Open, Some(transfer)) if transfer.is_under_way() => {
                cx.permit(&command::transfer::ARRIVE)?;
                Flow::push(FormScreen::new(ArrivalDraft::new(transfer.id, cx)?, cx).in_area(super::AREA))
            }
            (Cmd::Open, Some(transfer)) => {
                let line = |(label, value): (String, String)| {
                    cx.lang.text(&Text::new("fact").with("label", label).with("value", value))
                };
                Flow::push(Confirm::look("transfers-title", told(&transfer, cx)?.into_iter().map(line).collect()))
            }
            (Cmd::Archive, Some(transfer)) if transfer.voided_on.is_some() => {
                return Err(store::Error::invalid("err-transfer-void").into());
            }
            (Cmd::Archive, Some(transfer)) => {
                cx.permit(&command::ledger::REVERSE)?;
                let of = way(&transfer, &cx.reader, &cx.lang)?;
                let back = Back::Entry(transfer.arrival.unwrap_or(transfer.entry));
                Flow::push(FormScreen::new(ReverseDraft::new(back, of), cx).in_area(super::AREA))
            }
            (Cmd::History, Some(transfer)) => Flow::push(History::of_record("transfer", transfer.id)),
            _ => Flow::Ignored,
        })
    }
}
