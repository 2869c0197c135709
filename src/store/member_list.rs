//! Lists of members: pages in order, rows to show, totals.

use super::{
    Reader, Result,
    error::strange,
    member_search::{self, Condition},
};
use crate::domain::{
    birth::Birth,
    fold::fold,
    member::{Sex, Status},
    work::{self, Work},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Params, Row, ToSql, types::Value};
use std::fmt::Write as _;

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// By number; those without come last.
    Number,
    /// Who joined last comes first; those who have not come last.
    Joined,
    /// By village; those without come last.
    Village,
    /// Whose miner card expires first comes first; those without come last.
    Card,
}

impl Sort {
    /// All orders, as they are offered.
    pub const ALL: &'static [Self] = &[Self::Name, Self::Number, Self::Joined, Self::Village, Self::Card];

    /// The code, for settings; the text key is `sort-` and the code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Number => "number",
            Self::Joined => "joined_on",
            Self::Village => "village",
            Self::Card => "card_until",
        }
    }

    const fn index(self) -> &'static str {
        match self {
            Self::Name => "member_by_name",
            Self::Number => "member_by_number",
            Self::Joined => "member_by_joined",
            Self::Village => "member_by_village",
            Self::Card => "member_by_card_until",
        }
    }

    /// The column, and whether it descends.
    const fn column(self) -> (&'static str, bool) {
        match self {
            Self::Name => ("search_key", false),
            Self::Number => ("number", false),
            Self::Joined => ("joined_on", true),
            Self::Village => ("village_key", false),
            Self::Card => ("card_until_key", false),
        }
    }
}

/// A place in a list: behind it the next page begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub(super) value: Value,
    pub(super) id: i64,
}

/// A page of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slice {
    /// The members, in order.
    pub ids: Vec<i64>,
    /// Where the next page begins; `None` at the end of the list.
    pub next: Option<Key>,
}

/// What a list shows of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    /// Identity in the book.
    pub id: i64,
    /// Number, from admission on.
    pub number: Option<i64>,
    /// Number in the register kept before.
    pub former_number: String,
    /// Surname.
    pub surname: String,
    /// Post-name.
    pub post_name: String,
    /// Given name.
    pub given_name: String,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Birth, where known.
    pub birth: Option<Birth>,
    /// Site.
    pub site: String,
    /// Team.
    pub team: String,
    /// Kinds of work.
    pub works: Vec<&'static Work>,
    /// Village.
    pub village: String,
    /// Telephone.
    pub phone: String,
    /// Status.
    pub status: Status,
    /// Day of admission.
    pub joined_on: Option<NaiveDate>,
    /// Until when the last miner card runs.
    pub card_until: Option<NaiveDate>,
}

/// Kept counts of members by status and sex.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals(Vec<(Status, Option<Sex>, i64)>);

impl Totals {
    /// Members of these statuses, all when empty, and of this sex, any when `None`.
    pub fn count(&self, statuses: &[Status], sex: Option<Sex>) -> i64 {
        let wanted = |(status, of, _): &&(Status, Option<Sex>, i64)| {
            (statuses.is_empty() || statuses.contains(status)) && (sex.is_none() || *of == sex)
        };
        self.0.iter().filter(wanted).map(|(_, _, n)| n).sum()
    }
}

/// A run of rows along an index.
#[derive(Clone, Copy)]
enum Stretch {
    /// All that have a value.
    First,
    /// Those with the value of the last row, behind it.
    Same,
    /// Those with a value behind it.
    Behind,
    /// Those without one, which come last.
    Blank,
}

/// A page that is being read.
struct Page {
    slice: Slice,
    /// How many rows may still be looked at.
    room: usize,
    /// The row looked at last.
    last: i64,
}

impl Reader {
    /// The next page of a list behind `after`: those who meet all conditions. `limit` bounds the rows that are looked
    /// at, not those that are found, so that a page costs the same whatever is wanted: ask on until there is no next.
    pub fn member_slice(&self, sort: Sort, narrowed: &[Condition], after: Option<&Key>, limit: usize) -> Result<Slice> {
        let wanted = member_search::all(narrowed, 4);
        // the stretches are read from one state of the book, which may be that of a longer reading
        let state = if self.conn.is_autocommit() { Some(self.conn.unchecked_transaction()?) } else { None };
        let mut page = Page { slice: Slice::default(), room: limit, last: 0 };
        // each stretch goes straight along the index: a comparison of (value, id) would look at every row with that
        // value again, and a village may have thousands
        let stretches = match after {
            None => &[Stretch::First, Stretch::Blank][..],
            Some(Key { value: Value::Null, .. }) => &[Stretch::Same],
            Some(_) => &[Stretch::Same, Stretch::Behind, Stretch::Blank],
        };
        for stretch in stretches {
            self.member_stretch(sort, *stretch, after, wanted.as_ref(), &mut page)?;
        }
        if page.room == 0 {
            let sql = format!("SELECT {} FROM member WHERE id = ?1", sort.column().0);
            let value = self.conn.prepare_cached(&sql)?.query_row([page.last], |row| row.get(0))?;
            page.slice.next = Some(Key { value, id: page.last });
        }
        drop(state);
        Ok(page.slice)
    }

    fn member_stretch(
        &self,
        sort: Sort,
        stretch: Stretch,
        after: Option<&Key>,
        wanted: Option<&(String, Vec<Value>)>,
        page: &mut Page,
    ) -> Result<()> {
        if page.room == 0 {
            return Ok(());
        }
        let (column, descending) = sort.column();
        let (than, order) = if descending { ("<", " DESC") } else { (">", "") };
        let mut sql = String::from("SELECT id");
        if let Some((condition, _)) = wanted {
            let _ = write!(sql, ", {condition}");
        }
        let _ = write!(sql, " FROM member INDEXED BY {} WHERE {column} ", sort.index());
        let _ = match stretch {
            Stretch::First => write!(sql, "IS NOT NULL"),
            Stretch::Same => write!(sql, "IS ?1 AND id {than} ?2"),
            Stretch::Behind => write!(sql, "{than} ?1"),
            Stretch::Blank => write!(sql, "IS NULL"),
        };
        let _ = write!(sql, " ORDER BY {column}{order}, id{order} LIMIT ?3");
        let (value, id) = after.map_or((&Value::Null, 0), |key| (&key.value, key.id));
        let limit = page.room as i64;
        let mut parameters: Vec<&dyn ToSql> = vec![value, &id, &limit];
        parameters.extend(wanted.iter().flat_map(|(_, values)| values).map(|value| value as &dyn ToSql));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(parameters.as_slice())?;
        while let Some(row) = rows.next()? {
            page.last = row.get(0)?;
            page.room -= 1;
            if wanted.is_none() || row.get::<_, Option<bool>>(1)? == Some(true) {
                page.slice.ids.push(page.last);
            }
        }
        Ok(())
    }

    /// The rows of a list, in the order asked for. Who is gone by now is left out.
    pub fn member_rows(&self, ids: &[i64]) -> Result<Vec<MemberRow>> {
        const ROW: &str =
            "SELECT m.id, m.number, m.surname, m.post_name, m.given_name, m.sex, m.birth, s.name, m.village,
            m.phone, m.status, m.joined_on, m.former_number, t.name, m.role, m.card_until_key
            FROM member m LEFT JOIN site s ON s.id = m.site_id LEFT JOIN team t ON t.id = m.team_id WHERE m.id = ?1";
        let mut statement = self.conn.prepare_cached(ROW)?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let mut rows = statement.query([id])?;
            if let Some(row) = rows.next()? {
                found.push(member_row(row)?);
            }
        }
        Ok(found)
    }

    /// Villages whose name begins as typed, as they were written last, at most twenty. Jumps from one to the next: a
    /// village may have thousands of members.
    pub fn villages(&self, typed: &str) -> Result<Vec<String>> {
        const FIRST: &str = "SELECT min(village_key) FROM member WHERE village_key >= ?1 AND village_key < ?2";
        const NEXT: &str = "SELECT min(village_key) FROM member WHERE village_key > ?1 AND village_key < ?2";
        const WRITTEN: &str = "SELECT village FROM member WHERE village_key = ?1 ORDER BY id DESC LIMIT 1";
        let begin = fold(typed);
        let end = format!("{begin}{{");
        let mut next: Option<String> = self.conn.prepare_cached(FIRST)?.query_row([&begin, &end], |row| row.get(0))?;
        let mut villages = Vec::new();
        while let Some(key) = next.take_if(|_| villages.len() < 20) {
            villages.extend(self.conn.prepare_cached(WRITTEN)?.query_row([&key], |row| row.get(0)).optional()?);
            next = self.conn.prepare_cached(NEXT)?.query_row([&key, &end], |row| row.get(0))?;
        }
        Ok(villages)
    }

    /// The kept counts.
    pub fn member_totals(&self) -> Result<Totals> {
        self.totals("SELECT status, sex, n FROM member_total", [])
    }

    /// Counts: status, sex, how many.
    pub(super) fn totals(&self, sql: &str, parameters: impl Params) -> Result<Totals> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(parameters)?;
        let mut totals = Vec::new();
        while let Some(row) = rows.next()? {
            let (status, sex): (String, String) = (row.get(0)?, row.get(1)?);
            let status = Status::from_code(&status).map_err(|_| strange("member_total", 0, "status"))?;
            totals.push((status, Sex::from_code(&sex).ok(), row.get(2)?));
        }
        Ok(Totals(totals))
    }
}

fn member_row(row: &Row) -> Result<MemberRow> {
    let id = row.get(0)?;
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    let status: String = row.get(10)?;
    Ok(MemberRow {
        id,
        number: row.get(1)?,
        surname: text(2)?,
        post_name: text(3)?,
        given_name: text(4)?,
        sex: Sex::from_code(&text(5)?).ok(),
        birth: Birth::from_stored(&text(6)?),
        site: text(7)?,
        village: text(8)?,
        phone: text(9)?,
        status: Status::from_code(&status).map_err(|_| strange("member", id, "status"))?,
        joined_on: text(11)?.parse().ok(),
        former_number: text(12)?,
        team: text(13)?,
        works: work::parse(&text(14)?).unwrap_or_default(),
        card_until: text(15)?.parse().ok(),
    })
}
