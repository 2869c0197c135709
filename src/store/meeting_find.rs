//! Finding meetings by their body, and the records that stand in their minutes.

use super::{Reader, Result, error::strange};
use crate::domain::meeting::State;
use chrono::NaiveDate;
use rusqlite::Row;

/// A meeting as it is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called {
    /// Its id.
    pub id: i64,
    /// When it is held.
    pub held_on: NaiveDate,
    /// How far it has come.
    pub state: State,
    /// Its number in the minute book.
    pub number: Option<i64>,
}

impl Reader {
    /// The meetings of a body, or all, in the order of their days.
    pub fn called(&self, organ: Option<i64>) -> Result<Vec<Called>> {
        const MEETINGS: &str = "SELECT id, held_on, state, number FROM meeting
            WHERE organ_id = ?1 OR ?1 IS NULL ORDER BY held_on, id";
        let mut statement = self.conn.prepare_cached(MEETINGS)?;
        let read = |row: &Row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get(3)?));
        let rows = statement.query_map([organ], read)?;
        rows.map(|row| {
            let (id, held_on, state, number): (i64, String, String, Option<i64>) = row?;
            Ok(Called {
                id,
                held_on: held_on.parse().map_err(|_| strange("meeting", id, "held_on"))?,
                state: State::from_code(&state).map_err(|_| strange("meeting", id, "state"))?,
                number,
            })
        })
        .collect()
    }
}
