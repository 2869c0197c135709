//! Bodies by their names, who holds an office, and who stands on the roll of a meeting.

use super::{Act, Error, Reader, Result};
use crate::domain::{Text, fold::fold};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Params, params};

impl Reader {
    /// The bodies that are not closed, in the order in which they were entered: id, name, code of the kind.
    pub fn organs(&self) -> Result<Vec<(i64, String, String)>> {
        const ORGANS: &str = "SELECT id, name, kind FROM organ WHERE closed_on IS NULL ORDER BY id";
        let mut statement = self.conn.prepare_cached(ORGANS)?;
        let organs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(organs.collect::<Result<_, _>>()?)
    }

    /// The body of that name; accents and case do not matter.
    pub fn organ_by_name(&self, name: &str) -> Result<Option<i64>> {
        const BY_NAME: &str = "SELECT id FROM organ WHERE name_key = ?1";
        Ok(self.conn.prepare_cached(BY_NAME)?.query_row([fold(name)], |row| row.get(0)).optional()?)
    }

    /// The members who hold an office in a body on a day, each once, in the order of their mandates.
    pub fn holders(&self, organ: i64, on: NaiveDate) -> Result<Vec<i64>> {
        const HOLDERS: &str = "SELECT member_id FROM mandate WHERE organ_id = ?1 AND from_on <= ?2
            AND ifnull(until_on, '9999') >= ?2 AND ifnull(ended_on, '9999') > ?2
            GROUP BY member_id ORDER BY min(id)";
        self.id_list(HOLDERS, params![organ, on.to_string()])
    }

    /// Who stands on the roll of a meeting, in the order of the roll: of a founding the founders in the order of signing,
    /// of an assembly the active members in the order of their names, of any other body those who hold an office in it on
    /// the day.
    pub fn eligible(&self, meeting: i64) -> Result<Vec<i64>> {
        const FOUNDERS: &str = "SELECT member_id FROM attendance WHERE meeting_id = ?1 ORDER BY rank, id";
        const MEMBERS: &str = "SELECT id FROM member WHERE status = 'active' ORDER BY search_key, id";
        let meeting = self.meeting(meeting)?;
        if meeting.entry.get("kind") == "founding" {
            return self.id_list(FOUNDERS, [meeting.id()]);
        }
        if meeting.organ_kind == "assembly" {
            return self.id_list(MEMBERS, []);
        }
        let on = meeting.entry.day("held_on").ok_or(Error::NotFound)?;
        self.holders(meeting.organ_id(), on)
    }

    /// The ids that a statement gives.
    pub(super) fn id_list(&self, sql: &str, values: impl Params) -> Result<Vec<i64>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map(values, |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

impl Act<'_> {
    /// The body of that name, which the book must know.
    pub(super) fn organ(&self, name: &str) -> Result<i64> {
        self.organ_by_name(name)?.ok_or_else(|| Error::Invalid(Text::new("err-organ").with("name", name)))
    }
}
