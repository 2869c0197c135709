//! The list of books of receipts: who holds each, which leaves are used, which are missing.

use super::pad;
use crate::{
    command,
    domain::{
        Text,
        fold::{contains_all, fold},
        receipt::{OWN, PAD, new_pad, show_ranges},
    },
    store::{Changed, Reader, Result as StoreResult, receipt::PadRow},
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, entry::EntryDraft, history::History},
        widget::{
            form::FormScreen,
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;

/// What a book in the list meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// It is written by hand.
    Hand,
    /// It is written by hand and not given back.
    Out,
    /// Leaves are missing.
    Gaps,
    /// This stands in its name or that of its holder.
    Word(String),
}

impl Want {
    fn is_met(&self, row: &PadRow) -> bool {
        let is_hand = row.entry.get("kind") != OWN;
        match self {
            Self::Hand => is_hand,
            Self::Out => is_hand && row.entry.get("returned_on").is_empty(),
            Self::Gaps => row.leaves.missing() > 0,
            Self::Word(word) => {
                contains_all(&fold(&format!("{} {}", row.entry.get("name"), row.entry.get("holder"))), word)
            }
        }
    }
}

/// A book as the list shows it.
pub struct Row {
    pad: PadRow,
    kind: &'static str,
    gaps: String,
}

/// All books.
pub struct Pads;

/// The list.
pub fn screen() -> ListScreen<Pads> {
    ListScreen::new(Pads)
}

/// How many leaves are missing, for the first page of the area.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    let (mut count, mut missing) = (0, 0);
    for id in cx.reader.pad_ids()? {
        let row = cx.reader.pad(id)?;
        if Want::Hand.is_met(&row) {
            count += 1;
            missing += row.leaves.missing();
        }
    }
    Ok(match (count, missing) {
        (0, _) => String::new(),
        (_, 0) => cx.lang.text(&Text::new("pads-count").with("count", count)),
        _ => cx.lang.text(&Text::new("pads-missing").with("count", missing)),
    })
}

fn met(reader: &Reader, wants: &[Want]) -> StoreResult<Vec<i64>> {
    let mut ids = Vec::new();
    for id in reader.pad_ids()? {
        if wants.is_empty() || {
            let row = reader.pad(id)?;
            wants.iter().all(|want| want.is_met(&row))
        } {
            ids.push(id);
        }
    }
    Ok(ids)
}

impl List for Pads {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = Want;
    const TITLE: &'static str = PAD.heading;
    const EMPTY: &'static str = "pads-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] = &["filter-all", "filter-pads-hand", "filter-pads-out", "filter-pads-gaps"];
    const SORTS: &'static [&'static str] = &["receipts-latest"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("column-pad", Width::Fixed(12), |r| r.pad.entry.get("name").into()),
        Column::new("field-kind", Width::Fixed(12), |r| r.kind.into()),
        Column::new("field-holder", Width::Fill(16), |r| r.pad.entry.get("holder").into()),
        Column::new("pad-used", Width::Fixed(8), |r: &Row| r.pad.leaves.used.len().to_string().into()).right(),
        Column::new("pad-left", Width::Fixed(8), |r: &Row| {
            if r.pad.entry.get("last").is_empty() { "–".into() } else { r.pad.leaves.left().to_string().into() }
        })
        .right(),
        Column::new("pad-gaps", Width::Fill(10), |r| (&r.gaps).into()),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<Want> {
        let ready = [None, Some(Want::Hand), Some(Want::Out), Some(Want::Gaps)].into_iter().nth(*group).flatten();
        ready.into_iter().chain(typed.split_whitespace().map(|word| Want::Word(fold(word)))).collect()
    }
    fn sort(&mut self, _: usize) {}
    fn slice(&self, reader: &Reader, wants: &[Want], _: Option<&()>, _: usize) -> Page<()> {
        Ok((met(reader, wants)?, None))
    }
    fn matches(reader: &Reader, want: &Want, _: Option<&()>, _: usize) -> Page<()> {
        Ok((met(reader, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |id: &i64| {
            let pad = reader.pad(*id)?;
            let kind = lang.label(if pad.entry.get("kind") == OWN { "pad-kind-own" } else { "pad-kind-hand" });
            let gaps = pad.leaves.gaps();
            let gaps = if gaps.is_empty() { String::new() } else { format!("! {}", show_ranges(&gaps)) };
            Ok(Row { pad, kind, gaps })
        };
        ids.iter().map(row).collect()
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        Ok(Some(Count { all: met(reader, &self.wanted(group, ""))?.len(), parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        changed.has_table("pad") || changed.has_table("receipt")
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        Ok(pad::facts(&cx.reader.pad(id)?, &cx.lang))
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, id) {
            (Cmd::New, _) => {
                cx.permit(&command::entry::SET_UP)?;
                Flow::push(FormScreen::new(EntryDraft::new(new_pad(), String::new()), cx).in_area(super::AREA))
            }
            (Cmd::Open, Some(id)) => Flow::push(pad::page(id)),
            (Cmd::Edit, Some(id)) => pad::edit(id, "name", cx)?,
            (Cmd::History, Some(id)) => Flow::push(History::of_record(PAD.table, id)),
            _ => Flow::Ignored,
        })
    }
}
