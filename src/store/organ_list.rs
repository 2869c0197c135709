//! The list of bodies: how many sit in each, when it meets next, and how far its minute book goes.

use super::{Reader, Result};
use crate::domain::fold::fold;
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, ToSql, params};

/// A body in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganRow {
    /// Identity in the book.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Code of its kind.
    pub kind: String,
    /// How many seats it has, where that is fixed.
    pub seats: Option<u32>,
    /// How many people hold an office in it.
    pub filled: usize,
    /// When it meets next.
    pub next: Option<NaiveDate>,
    /// The last number in its minute book; 0 before the first.
    pub last: i64,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
}

/// By what a meeting is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingName {
    /// Identity in the book.
    pub id: i64,
    /// Its own name; may be empty.
    pub title: String,
    /// Code of its kind.
    pub kind: String,
    /// The body.
    pub organ: String,
    /// The day.
    pub held_on: Option<NaiveDate>,
    /// Its number in the minute book of the body.
    pub number: Option<i64>,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OrganSort {
    /// As they were entered: the assembly comes first.
    #[default]
    Entered,
    /// By name.
    Name,
}

/// To what the list can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganWant {
    /// Those that are not closed.
    Open,
    /// Those that are.
    Closed,
    /// Those in whose name this stands.
    Word(String),
}

impl Reader {
    /// The bodies that meet all of `wants`, in order.
    pub fn organ_ids(&self, sort: OrganSort, wants: &[OrganWant]) -> Result<Vec<i64>> {
        let mut words: Vec<String> = Vec::new();
        let condition = |want: &OrganWant| match want {
            OrganWant::Open => "closed_on IS NULL".to_owned(),
            OrganWant::Closed => "closed_on IS NOT NULL".to_owned(),
            OrganWant::Word(word) => {
                words.push(fold(word));
                format!("instr(name_key, ?{}) > 0", words.len())
            }
        };
        let conditions: Vec<String> = std::iter::once("TRUE".to_owned()).chain(wants.iter().map(condition)).collect();
        let order = if sort == OrganSort::Name { "name_key, id" } else { "id" };
        let sql = format!("SELECT id FROM organ WHERE {} ORDER BY {order}", conditions.join(" AND "));
        let values: Vec<&dyn ToSql> = words.iter().map(|word| word as &dyn ToSql).collect();
        self.id_list(&sql, &values[..])
    }

    /// Rows of the list, in the order of `ids`, as they are on a day.
    pub fn organ_rows(&self, ids: &[i64], today: NaiveDate) -> Result<Vec<OrganRow>> {
        const ROW: &str = "SELECT name, kind, seats, closed_on, (SELECT min(held_on) FROM meeting
            WHERE organ_id = organ.id AND held_on >= ?2 AND state = 'planned') FROM organ WHERE id = ?1";
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            let row = self.conn.prepare_cached(ROW)?.query_row(params![id, today.to_string()], |row| {
                let day = |at: usize| -> rusqlite::Result<Option<NaiveDate>> {
                    Ok(row.get::<_, Option<String>>(at)?.and_then(|day| day.parse().ok()))
                };
                Ok(OrganRow {
                    id: *id,
                    name: row.get(0)?,
                    kind: row.get(1)?,
                    seats: row.get(2)?,
                    filled: 0,
                    next: day(4)?,
                    last: 0,
                    closed_on: day(3)?,
                })
            });
            if let Some(row) = row.optional()? {
                let (filled, last) = (self.holders(*id, today)?.len(), self.last_minutes(*id)?);
                rows.push(OrganRow { filled, last, ..row });
            }
        }
        Ok(rows)
    }

    /// The latest meetings of all bodies, at most `limit`.
    pub fn latest_meetings(&self, limit: usize) -> Result<Vec<MeetingName>> {
        const LATEST: &str = "SELECT m.id, ifnull(m.title, ''), m.kind, o.name, m.held_on, m.number
            FROM meeting m JOIN organ o ON o.id = m.organ_id ORDER BY m.held_on DESC, m.id DESC LIMIT ?1";
        let mut statement = self.conn.prepare_cached(LATEST)?;
        let name = |row: &Row| {
            let held_on: String = row.get(4)?;
            Ok(MeetingName {
                id: row.get(0)?,
                title: row.get(1)?,
                kind: row.get(2)?,
                organ: row.get(3)?,
                held_on: held_on.parse().ok(),
                number: row.get(5)?,
            })
        };
        Ok(statement.query_map([limit as i64], name)?.collect::<std::result::Result<_, _>>()?)
    }

    /// The last meetings of a body, the latest first.
    pub fn organ_meetings(&self, organ: i64, limit: usize) -> Result<Vec<i64>> {
        const LAST: &str = "SELECT id FROM meeting WHERE organ_id = ?1 ORDER BY held_on DESC, id DESC LIMIT ?2";
        self.id_list(LAST, params![organ, limit as i64])
    }
}
