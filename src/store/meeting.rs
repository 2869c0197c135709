//! Meetings: how far each has come, its agenda, and the numbers of the minute books.

use super::{Act, Error, Reader, Result, error::strange};
use crate::domain::{
    meeting::{ITEM, MEETING, Meeting, Signed, State},
    noun::Entry,
};
use rusqlite::{Row, params};

/// A line of the minutes of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What stands on the agenda; its `place` counts from 1.
    pub entry: Entry,
    /// The minutes: a paragraph a line.
    pub text: String,
}

impl Reader {
    /// A meeting.
    pub fn meeting(&self, id: i64) -> Result<Meeting> {
        const MORE: &str = "SELECT o.name, o.kind, m.state, m.first_id, ifnull(m.opened_at, ''),
            ifnull(m.closed_at, ''), m.eligible, ifnull(m.quorum, ''), ifnull(m.quorum_reference, ''), m.proxies,
            m.number, ifnull(m.version, 0), m.signed_on, ifnull(m.signed_by, ''), ifnull(m.register_page, '')
            FROM meeting m JOIN organ o ON o.id = m.organ_id WHERE m.id = ?1";
        let entry = self.entry(&MEETING, id)?;
        let read = |row: &Row| {
            let state: String = row.get(2)?;
            let signed_on: Option<String> = row.get(12)?;
            let on = signed_on.and_then(|day| day.parse().ok());
            Ok((
                state,
                Meeting {
                    entry,
                    organ: row.get(0)?,
                    organ_kind: row.get(1)?,
                    state: State::Planned,
                    first: row.get(3)?,
                    opened_at: row.get(4)?,
                    closed_at: row.get(5)?,
                    eligible: row.get(6)?,
                    quorum: (row.get(7)?, row.get(8)?),
                    proxies: row.get(9)?,
                    number: row.get(10)?,
                    version: row.get(11)?,
                    signed: match on {
                        Some(_) => Some(Signed { on, by: row.get(13)?, page: row.get(14)? }),
                        None => None,
                    },
                },
            ))
        };
        let (state, meeting) = self.conn.prepare_cached(MORE)?.query_row([id], read)?;
        let state = State::from_code(&state).map_err(|_| strange("meeting", id, "state"))?;
        Ok(Meeting { state, ..meeting })
    }

    /// How far a meeting has come.
    pub fn meeting_state(&self, id: i64) -> Result<State> {
        const STATE: &str = "SELECT state FROM meeting WHERE id = ?1";
        let state: String = self.conn.prepare_cached(STATE)?.query_row([id], |row| row.get(0))?;
        State::from_code(&state).map_err(|_| strange("meeting", id, "state"))
    }

    /// The agenda of a meeting with its minutes, in order.
    pub fn items(&self, meeting: i64) -> Result<Vec<Item>> {
        const TEXTS: &str = "SELECT id, ifnull(text, '') FROM agenda_item WHERE meeting_id = ?1 ORDER BY place, id";
        let mut statement = self.conn.prepare_cached(TEXTS)?;
        let rows = statement.query_map([meeting], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.map(|row| {
            let (id, text): (i64, String) = row?;
            Ok(Item { entry: self.entry(&ITEM, id)?, text })
        })
        .collect()
    }

    /// The last number in the minute book of a body, on paper or in the book; 0 before the first.
    pub fn last_minutes(&self, organ: i64) -> Result<i64> {
        const LAST: &str = "SELECT max(ifnull((SELECT last_number FROM organ WHERE id = ?1), 0),
            ifnull((SELECT max(number) FROM meeting WHERE organ_id = ?1), 0))";
        Ok(self.conn.prepare_cached(LAST)?.query_row([organ], |row| row.get(0))?)
    }
}

impl Act<'_> {
    /// Takes a meeting from one state to another; needs the state that was read.
    pub fn set_meeting_state(&self, id: i64, from: State, to: State) -> Result<()> {
        const SET: &str = "UPDATE meeting SET state = ?3, rev = rev + 1 WHERE id = ?1 AND state = ?2";
        match self.conn.prepare_cached(SET)?.execute(params![id, from.code(), to.code()])? {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }
}
