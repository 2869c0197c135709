//! How a meeting is called, opened and ended: the order of its agenda, who stands on its roll, what its rules were.

use super::{Act, Error, Reader, Result, some};
use crate::domain::{
    amount::Amount,
    meeting::State,
    member::{Sex, full_name},
};
use rusqlite::{Row, params};

/// Somebody who may vote, as the roll names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voter {
    /// The member.
    pub member: i64,
    /// The number; `None` before admission.
    pub number: Option<i64>,
    /// The whole name.
    pub name: String,
    /// The sex, where it is known.
    pub sex: Option<Sex>,
}

/// What holds for a meeting from the moment its roll is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The local time.
    pub at: String,
    /// How many stand on the roll.
    pub eligible: usize,
    /// The rule of quorum and where it stands; both may be empty.
    pub quorum: (String, String),
    /// How many absent members one may stand for.
    pub proxies: Option<u32>,
}

fn voter(row: &Row) -> rusqlite::Result<Voter> {
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    let name = full_name(&text(2)?, &text(3)?, &text(4)?);
    Ok(Voter { member: row.get(0)?, number: row.get(1)?, name, sex: Sex::from_code(&text(5)?).ok() })
}

impl Reader {
    /// The members who may vote in the assembly, in the order of their names.
    pub fn voters(&self) -> Result<Vec<Voter>> {
        const VOTERS: &str = "SELECT id, number, surname, post_name, given_name, sex FROM member
            WHERE status = 'active' ORDER BY search_key, id";
        let mut statement = self.conn.prepare_cached(VOTERS)?;
        Ok(statement.query_map([], voter)?.collect::<Result<_, _>>()?)
    }

    /// One member, as a roll names them.
    pub fn voter(&self, member: i64) -> Result<Voter> {
        const VOTER: &str = "SELECT id, number, surname, post_name, given_name, sex FROM member WHERE id = ?1";
        Ok(self.conn.prepare_cached(VOTER)?.query_row([member], voter)?)
    }

    /// How many stand on the roll of a meeting.
    pub fn roll_size(&self, meeting: i64) -> Result<usize> {
        const SIZE: &str = "SELECT count(*) FROM attendance WHERE meeting_id = ?1";
        Ok(self.conn.prepare_cached(SIZE)?.query_row([meeting], |row| row.get::<_, i64>(0))? as usize)
    }

    /// Whether anything hangs on an agenda item: minutes, a motion, something to do.
    pub fn is_item_used(&self, item: i64) -> Result<bool> {
        const USED: &str = "SELECT 1 FROM agenda_item WHERE id = ?1 AND ifnull(text, '') <> ''
            UNION ALL SELECT 1 FROM motion WHERE item_id = ?1 UNION ALL SELECT 1 FROM action WHERE item_id = ?1";
        Ok(self.conn.prepare_cached(USED)?.exists([item])?)
    }

    /// The founding assemblies that were not dropped.
    pub fn has_founding(&self) -> Result<bool> {
        const FOUNDING: &str = "SELECT 1 FROM meeting WHERE kind = 'founding' AND state <> 'dropped'";
        Ok(self.conn.prepare_cached(FOUNDING)?.exists([])?)
    }

    /// The meeting that was called after this one because it had no quorum.
    pub fn second_call(&self, meeting: i64) -> Result<Option<i64>> {
        const SECOND: &str = "SELECT max(id) FROM meeting WHERE first_id = ?1 AND state <> 'dropped'";
        Ok(self.conn.prepare_cached(SECOND)?.query_row([meeting], |row| row.get(0))?)
    }
}

impl Act<'_> {
    /// Says of a meeting that it is the second call of another.
    pub fn set_first_call(&self, meeting: i64, first: i64) -> Result<()> {
        const SET: &str = "UPDATE meeting SET first_id = ?2 WHERE id = ?1";
        self.conn.prepare_cached(SET)?.execute([meeting, first])?;
        Ok(())
    }

    /// Gives the items of an agenda the places of their order, from 1.
    pub fn order_items(&self, items: impl Iterator<Item = i64>) -> Result<()> {
        const SET: &str = "UPDATE agenda_item SET place = ?2, rev = rev + 1 WHERE id = ?1 AND place <> ?2";
        for (at, item) in items.enumerate() {
            self.conn.prepare_cached(SET)?.execute(params![item, at as i64 + 1])?;
        }
        Ok(())
    }

    /// Puts somebody on the roll of a meeting; returns the line.
    pub fn enrol(&self, meeting: i64, rank: usize, voter: &Voter) -> Result<i64> {
        const INSERT: &str = "INSERT INTO attendance (id, meeting_id, member_id, rank, number, name, sex)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let id = self.next_id("attendance")?;
        let Voter { member, number, name, sex } = voter;
        let sex = sex.map(Sex::code);
        self.conn.prepare_cached(INSERT)?.execute(params![id, meeting, member, rank as i64, number, name, sex])?;
        Ok(id)
    }

    /// Takes a line off a roll.
    pub fn unenrol(&self, line: i64) -> Result<()> {
        self.conn.prepare_cached("DELETE FROM attendance WHERE id = ?1")?.execute([line])?;
        Ok(())
    }

    /// Gives the lines of a roll the ranks of their order, from 1.
    pub fn order_roll(&self, lines: impl Iterator<Item = i64>) -> Result<()> {
        const SET: &str = "UPDATE attendance SET rank = ?2, rev = rev + 1 WHERE id = ?1 AND rank <> ?2";
        for (at, line) in lines.enumerate() {
            self.conn.prepare_cached(SET)?.execute(params![line, at as i64 + 1])?;
        }
        Ok(())
    }

    /// Opens a meeting that was planned, with the rules of that day.
    pub fn open_meeting(&self, id: i64, opening: &Opening) -> Result<()> {
        const OPEN: &str = "UPDATE meeting SET state = 'open', opened_at = ?2, eligible = ?3, quorum = ?4,
            quorum_reference = ?5, proxies = ?6, rev = rev + 1 WHERE id = ?1 AND state = 'planned'";
        let Opening { at, eligible, quorum: (quorum, reference), proxies } = opening;
        let values = params![id, at, *eligible as i64, some(quorum), some(reference), proxies];
        one(self.conn.prepare_cached(OPEN)?.execute(values)?)
    }

    /// Ends a meeting; who is absent without excuse, and for whom nobody stands, owes `fine`.
    pub fn close_meeting(&self, id: i64, at: &str, fine: Option<&Amount>) -> Result<()> {
        const CLOSED: &str = "UPDATE meeting SET closed_at = ?2 WHERE id = ?1";
        const FINED: &str = "UPDATE attendance SET fine_minor = ?2, fine_currency = ?3, rev = rev + 1
            WHERE meeting_id = ?1 AND state = 'absent' AND holder_id IS NULL";
        self.set_meeting_state(id, State::Open, State::Closed)?;
        one(self.conn.prepare_cached(CLOSED)?.execute(params![id, at])?)?;
        if let Some(Amount { minor, currency }) = fine {
            self.conn.prepare_cached(FINED)?.execute(params![id, minor, currency])?;
        }
        Ok(())
    }
}

fn one(changed: usize) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(Error::Stale) }
}
