//! The list of members.

use super::{
    admit::AdmitDraft, bulk::BulkDraft, columns, columns::Row, detail, export::ExportDraft, filter,
    filter::FilterDraft, form::MemberDraft, merge::Comparison, status::StatusDraft,
};
use crate::{
    domain::{
        book::Country,
        filter::Filter,
        member::{Sex, parse_number},
    },
    store::{
        Changed, Reader, Result as StoreResult,
        member_list::{Key, MemberRow, Sort},
        member_search::{self, Condition},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, On, history::History, import::pick::PickFile, paper::choose::Choose},
        widget::{
            filters::Named,
            form::FormScreen,
            list::{Count, List, ListScreen, OPTIONAL, Page},
            table::Column,
        },
    },
};
use anyhow::Result;
use chrono::NaiveDate;

/// The register in one order.
pub struct Members {
    sort: Sort,
    today: NaiveDate,
    country: Country,
}

/// The register from its first name on.
pub fn screen(cx: &Cx) -> ListScreen<Members> {
    ListScreen::new(Members { sort: Sort::Name, today: cx.clock.today(), country: cx.coop.country })
}

impl List for Members {
    type Row = Row;
    type Key = Key;
    type Filter = Filter;
    type Condition = Condition;
    const TITLE: &'static str = "area-members";
    const EMPTY: &'static str = "members-empty";
    const AREA: usize = 1;
    const GROUPS: &'static [&'static str] = filter::READY;
    const HAS_FORM: bool = true;
    const SORTS: &'static [&'static str] = &["sort-name", "sort-number", "sort-joined", "sort-village", "sort-card"];
    const PARTS: &'static [&'static str] = &["sex-F", "sex-M"];
    const OFFERS: &'static [Cmd] = OPTIONAL;
    const COLUMNS: &'static [Column<Row>] = columns::COLUMNS;

    fn group(at: usize) -> Filter {
        filter::ready(at)
    }
    fn wanted(&self, filter: &Filter, typed: &str) -> Vec<Condition> {
        member_search::conditions(filter, typed, self.today, self.country)
    }
    fn sort(&mut self, at: usize) {
        self.sort = Sort::ALL[at];
    }
    fn parts(&self) -> Vec<Condition> {
        Sex::ALL.iter().map(|sex| Condition::Kind(Vec::new(), Some(*sex))).collect()
    }
    fn slice(&self, reader: &Reader, conditions: &[Condition], after: Option<&Key>, limit: usize) -> Page<Key> {
        reader.member_slice(self.sort, conditions, after, limit).map(|slice| (slice.ids, slice.next))
    }
    fn matches(reader: &Reader, condition: &Condition, after: Option<&Key>, limit: usize) -> Page<Key> {
        reader.member_matches(condition, after, limit).map(|slice| (slice.ids, slice.next))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |member: MemberRow| {
            let owed = reader.owed(member.id)?;
            Ok(Row::new(member, &owed, lang, self.today))
        };
        reader.member_rows(ids)?.into_iter().map(row).collect()
    }
    fn count(&self, reader: &Reader, filter: &Filter) -> StoreResult<Option<Count>> {
        if !filter.is_by_kind() {
            return Ok(None);
        }
        let (totals, statuses, sex) = (reader.member_totals()?, filter.statuses(), filter.sex());
        let count = |sex| totals.count(&statuses, sex) as usize;
        let part = |part: &Sex| if sex.is_none_or(|sex| sex == *part) { count(Some(*part)) } else { 0 };
        Ok(Some(Count { all: count(sex), parts: Sex::ALL.iter().map(part).collect() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["member", "site", "team", "card", "mandate", "posting"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        Ok(detail::facts_of(id, cx)?)
    }
    fn form(named: Named<Filter>, cx: &Cx) -> Result<Flow> {
        Ok(Flow::push(FormScreen::new(FilterDraft::new(named), cx)))
    }
    fn on(id: i64, _: Option<&Row>) -> On {
        On { member: Some(id), meeting: None }
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        super::permit(cmd, cx)?;
        Ok(match (cmd, id) {
            (Cmd::New, _) => Flow::push(FormScreen::new(MemberDraft::new(cx), cx)),
            (Cmd::Open, Some(id)) => Flow::push(detail::page(id)),
            (Cmd::Edit, Some(id)) => Flow::push(FormScreen::new(MemberDraft::edit(cx.reader.member(id)?), cx)),
            (Cmd::Archive, Some(id)) => Flow::push(FormScreen::new(StatusDraft::new(cx.reader.member(id)?, cx)?, cx)),
            (Cmd::History, Some(id)) => Flow::push(History::of_record("member", id)),
            (Cmd::Import, _) => Flow::push(PickFile::new(cx)),
            _ => Flow::Ignored,
        })
    }
    fn bearer(&self, reader: &Reader, typed: &str) -> StoreResult<Option<i64>> {
        parse_number(typed).map_or(Ok(None), |number| reader.member_by_number(number))
    }
    fn give(&self, cmd: Cmd, ids: Option<Vec<i64>>, at: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        if cmd == Cmd::Export {
            return Ok(Flow::push(ExportDraft::form(ids, cx)));
        }
        let number = at.and_then(|id| cx.reader.member(id).ok()?.number);
        Ok(Flow::push(ids.map_or_else(Choose::all, Choose::these).at(number)))
    }
    fn change(&self, cmd: Cmd, ids: Vec<i64>, cx: &mut Cx) -> Result<Flow> {
        super::permit(cmd, cx)?;
        Ok(match (cmd, &ids[..]) {
            (Cmd::Admit, _) => Flow::push(FormScreen::new(AdmitDraft::new(&ids, cx)?, cx)),
            (Cmd::Merge, [a, b]) => Flow::push(Comparison::new(*a, *b)),
            _ => Flow::push(FormScreen::new(BulkDraft::new(ids), cx)),
        })
    }
}
