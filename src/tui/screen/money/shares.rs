//! The register of shares: who has how many, what is paid up, what is still owed of them.

use super::{hand_over, holder, refund, subscribe};
use crate::{
    domain::{
        day,
        member::{Sex, show_number},
        share::Holding,
    },
    report::money::words,
    store::{
        Changed, Reader, Result as StoreResult,
        share::{ShareRow, ShareSort, ShareWant},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, On, history::History, members, paper::choose::Choose},
        widget::{
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;
use std::borrow::Cow;

/// Whoever has shares, as the list shows it.
pub struct Row {
    row: ShareRow,
    count: String,
    subscribed: String,
    paid: String,
    unpaid: String,
}

/// The register in one order.
pub struct Shares {
    sort: ShareSort,
}

/// All who have shares.
pub fn screen() -> ListScreen<Shares> {
    ListScreen::new(Shares { sort: ShareSort::Number })
}

const fn figure(title: &'static str, width: u16, cell: fn(&Row) -> Cow<'_, str>) -> Column<Row> {
    Column::new(title, Width::Fixed(width), cell).right()
}

/// A figure of each currency.
fn each(holdings: &[Holding], figure: impl Fn(&Holding) -> i64, lang: &Lang) -> String {
    let figures = holdings.iter().map(|held| (held.currency.as_str(), figure(held))).filter(|(_, minor)| *minor != 0);
    words::amounts(figures, lang)
}

impl List for Shares {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = ShareWant;
    const TITLE: &'static str = "heading-shares";
    const EMPTY: &'static str = "shares-empty";
    const AREA: usize = super::AREA;
    const GROUPS: &'static [&'static str] = &["filter-all", "shares-unpaid", "shares-paid"];
    const SORTS: &'static [&'static str] = &["sort-number", "sort-name", "sort-shares"];
    const HAS_TOTAL: bool = true;
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::Archive, Cmd::Mark, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("column-number", Width::Fixed(5), |r| r.row.number.map(show_number).unwrap_or_default().into()),
        Column::new("column-name", Width::Fill(20), |r| (&r.row.name).into()),
        figure("column-shares", 6, |r| (&r.count).into()),
        figure("share-paid-sum", 16, |r| (&r.paid).into()),
        figure("share-unpaid-sum", 16, |r| (&r.unpaid).into()),
        figure("share-subscribed-sum", 16, |r| (&r.subscribed).into()),
        Column::new("column-sex", Width::Fixed(4), |r| r.row.sex.map_or("", Sex::code).into()),
        Column::new("field-since", Width::Fixed(10), |r| r.row.since.map(day::show).unwrap_or_default().into()),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<ShareWant> {
        let group = [None, Some(ShareWant::Unpaid), Some(ShareWant::Paid)].into_iter().nth(*group).flatten();
        group.into_iter().chain(typed.split_whitespace().map(|word| ShareWant::Word(word.to_owned()))).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = [ShareSort::Number, ShareSort::Name, ShareSort::Count][at];
    }
    fn slice(&self, reader: &Reader, wants: &[ShareWant], _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.share_ids(self.sort, wants)?, None))
    }
    fn matches(reader: &Reader, want: &ShareWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.share_ids(ShareSort::Number, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |row: ShareRow| Row {
            count: lang.count(row.holdings.iter().map(|held| held.count).sum()),
            subscribed: each(&row.holdings, |held| held.subscribed, lang),
            paid: each(&row.holdings, Holding::paid, lang),
            unpaid: each(&row.holdings, |held| held.unpaid, lang),
            row,
        };
        Ok(reader.share_rows(ids)?.into_iter().map(row).collect())
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = reader.share_ids(ShareSort::Number, &self.wanted(group, ""))?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    /// What the cooperative's capital is, whoever is shown.
    fn total(&self, reader: &Reader, lang: &Lang, _: &[ShareWant]) -> StoreResult<String> {
        let totals = reader.share_totals()?;
        Ok(totals.iter().map(|held| words::holding(held, lang)).collect::<Vec<_>>().join("   "))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["share_move", "posting", "member"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        let mut facts = vec![(cx.lang.label("field-member").to_owned(), cx.reader.member(id)?.heading())];
        facts.extend(
            cx.reader
                .share_moves(id)?
                .iter()
                .map(|one| holder::share_line(one, cx))
                .collect::<StoreResult<Vec<_>>>()?,
        );
        Ok(facts)
    }
    fn on(id: i64, _: Option<&Row>) -> On {
        On { member: Some(id), meeting: None }
    }
    fn name_of(cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::New => "share-subscribe",
            Cmd::Edit => "share-hand-over",
            Cmd::Archive => "share-refund",
            Cmd::Open => "due-member",
            _ => cmd.text_id(),
        }
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, id) {
            (Cmd::New, _) => subscribe::begin(None, cx)?,
            (Cmd::Open, Some(id)) => Flow::push(members::detail::money(id)),
            (Cmd::Edit, Some(id)) => hand_over::begin(id, cx)?,
            (Cmd::Archive, Some(id)) => refund::begin(id, cx)?,
            (Cmd::History, Some(id)) => Flow::push(History::of_record("member", id)),
            _ => Flow::Ignored,
        })
    }
    fn give(&self, _: Cmd, ids: Option<Vec<i64>>, _: Option<i64>, _: &mut Cx) -> Result<Flow> {
        Ok(Flow::push(ids.map_or_else(Choose::all, Choose::these)))
    }
}
