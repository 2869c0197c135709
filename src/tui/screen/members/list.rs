//! The list of members.

use super::{
    admit::AdmitDraft, detail, detail::MemberPage, export::ExportDraft, form::MemberDraft, status::StatusDraft,
};
use crate::{
    domain::{
        member::{Sex, Status, full_name, show_number},
        phone,
    },
    store::{
        Changed, Reader, Result as StoreResult,
        member_list::{Key, MemberRow, Sort, Want},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, history::History, import::pick::PickFile, paper::choose::Choose},
        widget::{
            form::FormScreen,
            list::{List, ListScreen},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;
use chrono::NaiveDate;
use std::borrow::Cow;

/// Whom each ready-made filter shows.
const GROUPS: &[(&[Status], Option<Sex>)] = &[
    (&[], None),
    (&[Status::Active, Status::Suspended], None),
    (&[Status::Applicant], None),
    (&[Status::Suspended], None),
    (&[Status::Resigned, Status::Excluded, Status::Deceased], None),
    (&[Status::Active, Status::Suspended], Some(Sex::F)),
    (&[Status::Active, Status::Suspended], Some(Sex::M)),
];

/// The register in one order, narrowed by one filter.
pub struct Members {
    sort: Sort,
    want: Want,
    today: NaiveDate,
}

/// The register from its first name on.
pub fn screen(cx: &Cx) -> ListScreen<Members> {
    ListScreen::new(Members { sort: Sort::Name, want: Want::default(), today: cx.clock.today() })
}

/// A row as it stands on the screen.
pub struct Row {
    member: MemberRow,
    name: String,
    age: String,
    status: &'static str,
}

const fn column(title: &'static str, width: Width, from: u16, cell: fn(&Row) -> Cow<'_, str>) -> Column<Row> {
    Column { title, width, right: false, from, cell }
}

impl List for Members {
    type Row = Row;
    type Key = Key;
    const TITLE: &'static str = "area-members";
    const EMPTY: &'static str = "members-empty";
    const AREA: usize = 1;
    const GROUPS: &'static [&'static str] = &[
        "filter-all",
        "filter-members",
        "filter-applicants",
        "filter-suspended",
        "filter-left",
        "filter-women",
        "filter-men",
    ];
    const SORTS: &'static [&'static str] = &["sort-name", "sort-number", "sort-joined", "sort-village"];
    const COLUMNS: &'static [Column<Row>] = &[
        column("column-number", Width::Fixed(5), 0, |r| r.member.number.map(show_number).unwrap_or_default().into()),
        column("column-name", Width::Fill(28), 0, |r| (&r.name).into()),
        column("column-sex", Width::Fixed(4), 0, |r| r.member.sex.map_or("", Sex::code).into()),
        Column { right: true, ..column("column-age", Width::Fixed(3), 0, |r| (&r.age).into()) },
        column("column-site", Width::Fill(16), 0, |r| (&r.member.site).into()),
        column("column-phone", Width::Fixed(17), 95, |r| phone::show(&r.member.phone).into()),
        column("column-status", Width::Fixed(14), 0, |r| r.status.into()),
    ];

    fn choose(&mut self, group: usize, sort: usize, words: &str) {
        let (statuses, sex) = GROUPS[group];
        self.want = Want { statuses: statuses.to_vec(), sex, site_id: None, words: words.to_owned() };
        self.sort = Sort::ALL[sort];
    }
    fn slice(&self, reader: &Reader, after: Option<&Key>, limit: usize) -> StoreResult<(Vec<i64>, Option<Key>)> {
        reader.member_slice(self.sort, after, limit, &self.want).map(|slice| (slice.ids, slice.next))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let age =
            |m: &MemberRow| m.birth.map(|b| format!("{}{}", b.age(self.today), if b.is_exact() { "" } else { "?" }));
        let row = |m: MemberRow| Row {
            name: full_name(&m.surname, &m.post_name, &m.given_name),
            age: age(&m).unwrap_or_default(),
            status: lang.label(m.status.text_id()),
            member: m,
        };
        Ok(reader.member_rows(ids)?.into_iter().map(row).collect())
    }
    fn count(&self, reader: &Reader, group: usize) -> StoreResult<usize> {
        Ok(reader.member_totals()?.count(GROUPS[group].0, GROUPS[group].1) as usize)
    }
    fn concerns(&self, changed: &Changed) -> bool {
        changed.has_table("member") || changed.has_table("site")
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        Ok(detail::facts(&cx.reader.member(id)?, cx))
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        super::permit(cmd, cx)?;
        Ok(match (cmd, id) {
            (Cmd::New, _) => Flow::push(FormScreen::new(MemberDraft::new(cx), cx)),
            (Cmd::Open, Some(id)) => Flow::push(MemberPage::new(id)),
            (Cmd::Edit, Some(id)) => Flow::push(FormScreen::new(MemberDraft::edit(cx.reader.member(id)?), cx)),
            (Cmd::Archive, Some(id)) => Flow::push(FormScreen::new(StatusDraft::new(cx.reader.member(id)?, cx), cx)),
            (Cmd::Admit, Some(id)) => Flow::push(FormScreen::new(AdmitDraft::new(vec![id], cx)?, cx)),
            (Cmd::History, Some(id)) => Flow::push(History::of_record("member", id)),
            (Cmd::Import, _) => Flow::push(PickFile::new(cx)),
            (Cmd::Export, _) => Flow::push(ExportDraft::form(cx)),
            (Cmd::Print, _) => Flow::push(Choose::all()),
            _ => Flow::Ignored,
        })
    }
}
