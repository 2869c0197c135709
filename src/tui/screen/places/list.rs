//! The lists of sites and of teams.

use super::{BELONG, close, page, papers};
use crate::{
    command,
    domain::{
        day,
        member::Sex,
        noun::{Entry, Noun, SITE, TEAM},
    },
    store::{
        Changed, Reader, Result as StoreResult,
        place_list::{PlaceRow, PlaceSort, PlaceWant},
    },
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
use std::{borrow::Cow, marker::PhantomData};

/// What is particular to one of the two lists.
pub trait Kind: 'static {
    /// What it lists.
    const NOUN: &'static Noun;
    /// Text key of its name.
    const TITLE: &'static str;
    /// Text key of what stands there before anything was entered.
    const EMPTY: &'static str;
    /// Its orders, and their text keys.
    const SORTS: (&'static [PlaceSort], &'static [&'static str]);
    /// Its columns.
    const COLUMNS: &'static [Column<PlaceRow>];
}

/// Sites.
pub struct Sites;
/// Teams.
pub struct Teams;

const fn number(title: &'static str, width: u16, cell: fn(&PlaceRow) -> Cow<'_, str>) -> Column<PlaceRow> {
    Column::new(title, Width::Fixed(width), cell).right()
}

fn count(row: &PlaceRow, sex: Option<Sex>) -> Cow<'_, str> {
    row.totals.count(BELONG, sex).to_string().into()
}

const NAME: Column<PlaceRow> = Column::new("field-name", Width::Fill(16), |r| (&r.name).into());
const ALL: Column<PlaceRow> = number("place-members", 7, |r| count(r, None));
const WOMEN: Column<PlaceRow> = number("sex-F", 5, |r| count(r, Some(Sex::F)));
const MEN: Column<PlaceRow> = number("sex-M", 5, |r| count(r, Some(Sex::M)));
const CLOSED: Column<PlaceRow> =
    Column::new("column-closed", Width::Fixed(10), |r| r.closed_on.map(day::show).unwrap_or_default().into());

impl Kind for Sites {
    const NOUN: &'static Noun = &SITE;
    const TITLE: &'static str = "nouns-site";
    const EMPTY: &'static str = "sites-empty";
    const SORTS: (&'static [PlaceSort], &'static [&'static str]) =
        (&[PlaceSort::Name, PlaceSort::Members], &["sort-name", "sort-members"]);
    const COLUMNS: &'static [Column<PlaceRow>] = &[
        NAME,
        ALL,
        WOMEN,
        MEN,
        Column::new("field-zone", Width::Fill(12), |r| (&r.zone).into()),
        Column::new("field-territory", Width::Fill(12), |r| (&r.territory).into()),
        CLOSED,
    ];
}

impl Kind for Teams {
    const NOUN: &'static Noun = &TEAM;
    const TITLE: &'static str = "nouns-team";
    const EMPTY: &'static str = "teams-empty";
    const SORTS: (&'static [PlaceSort], &'static [&'static str]) =
        (&[PlaceSort::Site, PlaceSort::Name, PlaceSort::Members], &["sort-site", "sort-name", "sort-members"]);
    const COLUMNS: &'static [Column<PlaceRow>] = &[
        NAME,
        Column::new("field-site", Width::Fill(12), |r| (&r.site).into()),
        ALL,
        WOMEN,
        MEN,
        Column::new("field-leader_number", Width::Fill(16), |r| (&r.leader).into()),
        CLOSED,
    ];
}

/// One of the lists, in one order.
pub struct Places<K> {
    sort: PlaceSort,
    kind: PhantomData<K>,
}

/// The list of sites.
pub fn sites() -> ListScreen<Places<Sites>> {
    ListScreen::new(Places { sort: PlaceSort::Name, kind: PhantomData })
}

/// The list of teams.
pub fn teams() -> ListScreen<Places<Teams>> {
    ListScreen::new(Places { sort: PlaceSort::Site, kind: PhantomData })
}

impl<K: Kind> List for Places<K> {
    type Row = PlaceRow;
    type Key = ();
    type Filter = usize;
    type Condition = PlaceWant;
    const TITLE: &'static str = K::TITLE;
    const EMPTY: &'static str = K::EMPTY;
    const AREA: usize = 1;
    const GROUPS: &'static [&'static str] = &["filter-all", "filter-open", "filter-closed"];
    const SORTS: &'static [&'static str] = K::SORTS.1;
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::Archive, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<PlaceRow>] = K::COLUMNS;

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<PlaceWant> {
        let group = [None, Some(PlaceWant::Open), Some(PlaceWant::Closed)].into_iter().nth(*group).flatten();
        group.into_iter().chain(typed.split_whitespace().map(|word| PlaceWant::Word(word.to_owned()))).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = K::SORTS.0[at];
    }
    fn slice(&self, reader: &Reader, wants: &[PlaceWant], _: Option<&()>, _: usize) -> Page<()> {
        // at most some thousands, which one slice holds
        Ok((reader.places(K::NOUN, self.sort, wants)?, None))
    }
    fn matches(reader: &Reader, want: &PlaceWant, _: Option<&()>, _: usize) -> Page<()> {
        Ok((reader.places(K::NOUN, PlaceSort::Name, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, _: &Lang, ids: &[i64]) -> StoreResult<Vec<PlaceRow>> {
        reader.place_rows(K::NOUN, ids)
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        let all = reader.places(K::NOUN, PlaceSort::Name, &self.wanted(group, ""))?.len();
        Ok(Some(Count { all, parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["site", "team", "member"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        let entry = cx.reader.entry(K::NOUN, id)?;
        let fact = |(at, attribute): (usize, &crate::domain::noun::Attribute)| {
            (cx.lang.label(attribute.label).to_owned(), cx.lang.value(attribute.takes, &entry.values()[at]))
        };
        let facts = K::NOUN.attributes.iter().enumerate().map(fact);
        Ok(facts.filter(|(_, value)| !value.is_empty()).collect())
    }
    fn name_of(cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "place-close" } else { cmd.text_id() }
    }
    /// Papers about the people of the place under the cursor, as on its page.
    fn give(&self, _: Cmd, _: Option<Vec<i64>>, at: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        at.map_or(Ok(Flow::Ignored), |id| Ok(Flow::push(papers(K::NOUN, id, cx)?)))
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        if matches!(cmd, Cmd::New | Cmd::Edit | Cmd::Archive) {
            cx.permit(&command::entry::SAVE)?;
        }
        let draft = |entry| EntryDraft::new(entry, String::new());
        Ok(match (cmd, id) {
            (Cmd::New, _) => Flow::push(FormScreen::new(draft(Entry::new(K::NOUN, ("", 0))), cx)),
            (Cmd::Open, Some(id)) => Flow::push(page(K::NOUN, id)),
            (Cmd::Edit, Some(id)) => Flow::push(FormScreen::new(draft(cx.reader.entry(K::NOUN, id)?), cx)),
            (Cmd::Archive, Some(id)) => close(cx.reader.entry(K::NOUN, id)?, cx),
            (Cmd::History, Some(id)) => Flow::push(History::of_record(K::NOUN.table, id)),
            _ => Flow::Ignored,
        })
    }
}
