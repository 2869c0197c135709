//! The roll of a meeting: who stands on it, what has changed of it, and the writing of who is where.

use super::{Act, Error, Reader, Result, error::strange};
use crate::domain::{
    member::Sex,
    roll::{Attendance, Presence},
};
use rusqlite::{Row, params};

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

    /// Whom somebody on the roll stands for, in the room or not.
    pub fn proxies_of(&self, holder: i64) -> Result<Vec<Attendance>> {
        self.roll_lines(&format!("{LINE} WHERE holder_id = ?1 ORDER BY rank, id"), holder)
    }

    /// The meeting of a line of a roll.
    pub fn meeting_of(&self, line: i64) -> Result<i64> {
        const MEETING: &str = "SELECT meeting_id FROM attendance WHERE id = ?1";
        Ok(self.conn.prepare_cached(MEETING)?.query_row([line], |row| row.get(0))?)
    }

    /// Where the log ends: what is written later stands behind it.
    pub fn last_change(&self) -> Result<i64> {
        const LAST: &str = "SELECT ifnull(max(id), 0) FROM change";
        Ok(self.conn.prepare_cached(LAST)?.query_row([], |row| row.get(0))?)
    }

    /// The lines of a roll that were touched since the log ended at `mark`, each once; some may be gone. Costs what was
    /// touched, however long the roll is.
    pub fn roll_touched(&self, meeting: i64, mark: i64) -> Result<Vec<i64>> {
        const TOUCHED: &str = "SELECT DISTINCT record_id FROM change
            WHERE root_id = ?1 AND root_tbl = 'meeting' AND id > ?2 AND tbl = 'attendance'";
        let mut statement = self.conn.prepare_cached(TOUCHED)?;
        let lines = statement.query_map([meeting, mark], |row| row.get(0))?;
        Ok(lines.collect::<Result<_, _>>()?)
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

/// What stands beside a proxy that was given beyond what the rule of the day allows.
const BEYOND: &str = "beyond";

impl Act<'_> {
    /// Writes where somebody is and who votes for them; needs the `rev` that was read.
    pub fn put_attendance(&self, line: &Attendance) -> Result<()> {
        const PUT: &str = "UPDATE attendance SET state = ?3, arrived_at = nullif(?4, ''), left_at = nullif(?5, ''),
            proxy = CASE WHEN holder_id IS ?6 THEN proxy END, holder_id = ?6, rev = rev + 1 WHERE id = ?1 AND rev = ?2";
        let Attendance { id, rev, presence, arrived_at, left_at, holder, .. } = line;
        let values = params![id, rev, presence.code(), arrived_at, left_at, holder];
        match self.conn.prepare_cached(PUT)?.execute(values)? {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }

    /// Says of a proxy that it is more than the rule of the day allows.
    pub fn mark_proxy_beyond(&self, line: i64) -> Result<()> {
        const MARK: &str = "UPDATE attendance SET proxy = ?2 WHERE id = ?1";
        self.conn.prepare_cached(MARK)?.execute(params![line, BEYOND])?;
        Ok(())
    }

    /// Writes the whole roll of a meeting at once, as it was when the meeting ended; who holds a proxy is named by the
    /// place on this roll.
    pub fn enter_roll(&self, meeting: i64, lines: &[Attendance]) -> Result<()> {
        const ENTER: &str = "INSERT INTO attendance (id, meeting_id, member_id, rank, number, name, sex, state,
            arrived_at, left_at, holder_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif(?9, ''), nullif(?10, ''), ?11)";
        let ids = lines.iter().map(|_| self.next_id("attendance")).collect::<Result<Vec<i64>>>()?;
        let mut statement = self.conn.prepare_cached(ENTER)?;
        // who holds a proxy stands there before whoever gave it
        let (givers, others): (Vec<_>, Vec<_>) = lines.iter().zip(&ids).partition(|(line, _)| line.holder.is_some());
        for (line, id) in others.into_iter().chain(givers) {
            let Attendance { member, rank, number, name, presence, arrived_at, left_at, .. } = line;
            let holder = line.holder.map(|place| ids[place as usize]);
            let (sex, state) = (line.sex.map(Sex::code), presence.code());
            statement
                .execute(params![id, meeting, member, rank, number, name, sex, state, arrived_at, left_at, holder])?;
        }
        Ok(())
    }

    /// Everybody of whom nobody knows why they are absent, and for whom nobody stands, is in the room. Gives how many.
    pub fn put_everybody(&self, meeting: i64, at: &str) -> Result<usize> {
        const PUT: &str = "UPDATE attendance SET state = 'present', arrived_at = nullif(?2, ''), rev = rev + 1
            WHERE meeting_id = ?1 AND state = 'absent' AND holder_id IS NULL";
        Ok(self.conn.prepare_cached(PUT)?.execute(params![meeting, at])?)
    }

    /// The rank behind the last of a roll.
    pub fn next_rank(&self, meeting: i64) -> Result<usize> {
        const LAST: &str = "SELECT ifnull(max(rank), 0) FROM attendance WHERE meeting_id = ?1";
        Ok(self.conn.prepare_cached(LAST)?.query_row([meeting], |row| row.get::<_, i64>(0))? as usize + 1)
    }

    /// Says why somebody stands on a roll who did not when it was opened.
    pub fn set_added(&self, line: i64, reason: &str) -> Result<()> {
        const SET: &str = "UPDATE attendance SET added = ?2 WHERE id = ?1";
        self.conn.prepare_cached(SET)?.execute(params![line, reason])?;
        Ok(())
    }
}
