//! The roll of a meeting.

use super::{Error, Reader, Result, error::strange};
use crate::domain::{
    member::Sex,
    roll::{Attendance, Presence},
};
use rusqlite::Row;

const LINE: &str = "SELECT id, rev, member_id, number, rank, name, sex, state, ifnull(arrived_at, ''),
    ifnull(left_at, ''), holder_id FROM attendance";

fn line(row: &Row) -> Result<Attendance> {
    let id = row.get(0)?;
    let (sex, state): (Option<String>, String) = (row.get(6)?, row.get(7)?);
    Ok(Attendance {
        id,
        rev: row.get(1)?,
        member: row.get(2)?,
        number: row.get(3)?,
        rank: row.get(4)?,
        name: row.get(5)?,
        sex: sex.and_then(|code| Sex::from_code(&code).ok()),
        presence: Presence::from_code(&state).map_err(|_| strange("attendance", id, "state"))?,
        arrived_at: row.get(8)?,
        left_at: row.get(9)?,
        holder: row.get(10)?,
    })
}

impl Reader {
    /// The whole roll of a meeting in its order.
    pub fn roll(&self, meeting: i64) -> Result<Vec<Attendance>> {
        self.roll_lines(&format!("{LINE} WHERE meeting_id = ?1 ORDER BY rank, id"), meeting)
    }

    /// One line of a roll.
    pub fn attendance(&self, id: i64) -> Result<Attendance> {
        self.roll_lines(&format!("{LINE} WHERE id = ?1"), id)?.pop().ok_or(Error::NotFound)
    }

    fn roll_lines(&self, sql: &str, value: i64) -> Result<Vec<Attendance>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([value])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            lines.push(line(row)?);
        }
        Ok(lines)
    }
}
