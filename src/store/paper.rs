//! Who can stand on a paper: everybody, with what decides whether and where.

use super::{Reader, Result, error::strange};
use crate::domain::member::Status;
use chrono::NaiveDate;

/// Somebody who may stand on a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Identity in the book.
    pub id: i64,
    /// Number, from admission on.
    pub number: Option<i64>,
    /// Status today.
    pub status: Status,
    /// Since when.
    pub status_on: Option<NaiveDate>,
    /// Day of admission.
    pub joined_on: Option<NaiveDate>,
    /// Folded name of the site; empty without one.
    pub site_key: String,
    /// Folded name of the team; empty without one.
    pub team_key: String,
    /// What lists are ordered by: the folded name comes first.
    pub search_key: String,
}

impl Reader {
    /// Reads one state of the book: what others write meanwhile is not seen.
    pub fn in_one_state<T>(&self, read: impl FnOnce() -> Result<T>) -> Result<T> {
        let state = self.conn.unchecked_transaction()?;
        let done = read();
        drop(state);
        done
    }

    /// Everybody in the book.
    pub fn candidates(&self) -> Result<Vec<Candidate>> {
        const ALL: &str =
            "SELECT m.id, m.number, m.status, m.joined_on, s.name_key, t.name_key, m.search_key, m.status_on
            FROM member m LEFT JOIN site s ON s.id = m.site_id LEFT JOIN team t ON t.id = m.team_id";
        let mut statement = self.conn.prepare_cached(ALL)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            let status: String = row.get(2)?;
            let day = |at: usize| row.get::<_, Option<String>>(at).map(|day| day.and_then(|day| day.parse().ok()));
            let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
            found.push(Candidate {
                id,
                number: row.get(1)?,
                status: Status::from_code(&status).map_err(|_| strange("member", id, "status"))?,
                status_on: day(7)?,
                joined_on: day(3)?,
                site_key: text(4)?,
                team_key: text(5)?,
                search_key: text(6)?,
            });
        }
        Ok(found)
    }
}
