//! Drafts: what stands in an open form and is not saved yet. They belong to this machine and are no part of the log.

use super::{Act, Error, Reader, Result, Store};
use crate::{clock::stamp, domain::user::Session, unix};
use rusqlite::{Connection, Row, params};

/// What stood in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: i64,
    /// The running program that kept it ([`Session::id`]).
    pub session: String,
    /// Which form, and which of all that were ever opened: `member/` and what makes it unique.
    pub form: String,
    /// The record in the form; 0 for a new one.
    pub record: i64,
    /// The `rev` of the record when it was read; saving compares it.
    pub base_rev: i64,
    /// The version of the book in which it was kept.
    pub version: u32,
    /// When, in UTC.
    pub at: String,
    /// What was typed, in the form's own writing.
    pub body: String,
}

const DRAFT: &str = "SELECT id, session, form, record_id, base_rev, version, at, body FROM draft";

fn from_row(row: &Row) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: row.get(0)?,
        session: row.get(1)?,
        form: row.get(2)?,
        record: row.get(3)?,
        base_rev: row.get(4)?,
        version: row.get(5)?,
        at: row.get(6)?,
        body: row.get(7)?,
    })
}

impl Reader {
    /// The viewer's drafts to go on with, the last first: those of this session, and those that a program left which no
    /// longer runs.
    pub fn drafts(&self, session: &str) -> Result<Vec<Draft>> {
        let mut statement =
            self.conn.prepare_cached(&format!("{DRAFT} WHERE user_id IS ?1 ORDER BY at DESC, id DESC"))?;
        let drafts = statement.query_map([self.viewer.user_id], from_row)?.collect::<Result<Vec<_>, _>>()?;
        Ok(drafts.into_iter().filter(|draft| draft.session == session || !unix::is_alive(&draft.session)).collect())
    }
}

impl Store {
    /// Keeps what stands in a form, in place of what this session kept of the same form and record; returns its id.
    pub fn put_draft(&mut self, session: &Session, form: &str, record: i64, base_rev: i64, body: &str) -> Result<i64> {
        const PUT: &str = "INSERT INTO draft (session, user_id, form, record_id, base_rev, version, at, body)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT DO UPDATE SET base_rev = excluded.base_rev, at = excluded.at, body = excluded.body RETURNING id";
        let at = stamp(self.clock.now());
        let version = super::migrate::version();
        let values = params![session.id, session.viewer.user_id, form, record, base_rev, version, at, body];
        self.local(|conn| conn.prepare_cached(PUT)?.query_row(values, |row| row.get(0)))
    }

    /// Takes over a draft that another program left, so that it goes on as this session's.
    pub fn resume_draft(&mut self, session: &Session, id: i64) -> Result<Draft> {
        const TAKE: &str = "UPDATE draft SET session = ?2 WHERE id = ?1";
        self.local(|conn| conn.execute(TAKE, params![id, session.id]))?;
        let draft = self.conn.query_row(&format!("{DRAFT} WHERE id = ?1"), [id], from_row);
        draft.map_err(Error::from)
    }

    /// Throws away what was kept of a form.
    pub fn drop_draft(&mut self, form: &str) -> Result<()> {
        self.local(|conn| drop_draft(conn, form))
    }

    /// Writes to tables of this machine only; no act.
    pub(super) fn local<T>(&mut self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        let tx = self.begin()?;
        let out = work(&tx)?;
        tx.commit()?;
        Ok(out)
    }
}

impl Act<'_> {
    /// Throws away the draft of what this act saves.
    pub fn drop_draft(&self, form: &str) -> Result<()> {
        Ok(drop_draft(&self.conn, form)?)
    }
}

fn drop_draft(conn: &Connection, form: &str) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM draft WHERE form = ?1")?.execute([form]).map(drop)
}
