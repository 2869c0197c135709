//! The log read back: acts, what they changed, and which of them can be taken back.

use super::{
    Error, Reader, Result,
    audit::{TABLES, Table},
    chain::{HEADER, Hash, Header},
    error::strange,
};
use crate::domain::proquint;
use rusqlite::{OptionalExtension, Params, Row, params};
use serde_json::{Map, Value};

/// Columns and their values.
pub type Image = Map<String, Value>;

/// An act as a line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActLine {
    /// Its id.
    pub id: i64,
    /// When, in UTC: `2026-11-23T10:41:05Z`.
    pub at: String,
    /// The user's name at that time.
    pub user: String,
    /// The user.
    pub user_id: Option<i64>,
    /// The command, `noun.verb`; the text key is `act-noun-verb`, its blanks are filled by `args`.
    pub command: String,
    /// What the command was about, in words.
    pub args: Vec<(String, String)>,
    /// The act that this one took back.
    pub undoes: Option<i64>,
    /// The act that took this one back, unless that was taken back in turn.
    pub undone_by: Option<i64>,
    /// How many rows it changed.
    pub changes: i64,
    /// The version of the book it was written in.
    pub version: u32,
    /// Its link of the chain.
    pub hash: Hash,
}

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// It came into being.
    Insert,
    /// Some of its columns changed.
    Update,
    /// It went.
    Delete,
}

/// What an act did to one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its place in the log.
    pub id: i64,
    /// The act.
    pub act: i64,
    /// The table.
    pub table: &'static str,
    /// The row.
    pub record: i64,
    /// The record whose history this belongs to.
    pub root: (String, i64),
    /// What happened.
    pub op: Op,
    /// What the columns held before; `None` for an insert, or when the person's data was blanked.
    pub before: Option<Image>,
    /// What they hold after; `None` for a delete, or when the person's data was blanked.
    pub after: Option<Image>,
}

/// Whose undo of an act has not been taken back itself.
pub(super) const UNDONE_BY: &str = "(SELECT u.id FROM act u WHERE u.undoes = act.id AND u.hash IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM act r WHERE r.undoes = u.id AND r.hash IS NOT NULL) ORDER BY u.id DESC LIMIT 1)";

/// The records whose histories are that of the record ?2 of the table ?1.
const ROOTS: &str = "SELECT ?2 UNION ALL SELECT merged_id FROM member_merge WHERE member_id = ?2 AND ?1 = 'member'";

const CHANGES: &str = "SELECT id, act_id, tbl, record_id, root_tbl, root_id, op, image FROM change";

impl Op {
    pub(super) fn from_code(code: &str) -> Option<Self> {
        match code {
            "i" => Some(Self::Insert),
            "u" => Some(Self::Update),
            "d" => Some(Self::Delete),
            _ => None,
        }
    }
}

impl Reader {
    /// Up to `limit` acts, the last first, from before the act `before`.
    pub fn acts(&self, before: Option<i64>, limit: usize) -> Result<Vec<ActLine>> {
        self.act_lines("id < ?1 ORDER BY id DESC LIMIT ?2", params![before.unwrap_or(i64::MAX), limit as i64])
    }

    /// Up to `limit` acts in the order in which they were done, from after the act `after`, of the UTC day `since` and
    /// later.
    pub fn acts_after(&self, after: i64, since: Option<chrono::NaiveDate>, limit: usize) -> Result<Vec<ActLine>> {
        let since = since.map(|day| day.to_string()).unwrap_or_default();
        self.act_lines("id > ?1 AND at >= ?2 ORDER BY id LIMIT ?3", params![after, since, limit as i64])
    }

    /// One act.
    pub fn act_line(&self, id: i64) -> Result<ActLine> {
        self.act_lines("id = ?1", [id])?.pop().ok_or(Error::NotFound)
    }

    /// The acts in the history of a record and of those that became part of it, the last first, from before the act
    /// `before`.
    pub fn history(&self, table: &str, id: i64, before: Option<i64>, limit: usize) -> Result<Vec<ActLine>> {
        if !self.may_read(table) {
            return Ok(Vec::new());
        }
        let acts = format!(
            "id IN (SELECT act_id FROM change WHERE root_id IN ({ROOTS}) AND root_tbl = ?1 AND act_id < ?3)
            ORDER BY id DESC LIMIT ?4"
        );
        self.act_lines(&acts, params![table, id, before.unwrap_or(i64::MAX), limit as i64])
    }

    /// What an act changed, in order, from after the change `after`.
    pub fn changes(&self, act: i64, after: Option<i64>, limit: usize) -> Result<Vec<Change>> {
        let which = "act_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
        self.change_lines(which, params![act, after.unwrap_or(0), limit as i64])
    }

    /// What an act changed of one record, or of one that became part of it.
    pub fn record_changes(&self, act: i64, table: &str, id: i64) -> Result<Vec<Change>> {
        let which = format!("root_id IN ({ROOTS}) AND root_tbl = ?1 AND +act_id = ?3 ORDER BY id");
        self.change_lines(&which, params![table, id, act])
    }

    /// The four words of the last act.
    pub fn head(&self) -> Result<String> {
        const HEAD: &str = "SELECT hash FROM act ORDER BY id DESC LIMIT 1";
        let hash: Hash = self.conn.prepare_cached(HEAD)?.query_row([], |row| row.get(0))?;
        Ok(proquint::four_words(&hash))
    }

    /// The last act; every later one has a higher id.
    pub fn last_act(&self) -> Result<i64> {
        Ok(self.conn.prepare_cached("SELECT max(id) FROM act")?.query_row([], |row| row.get(0))?)
    }

    /// Whether any row of a table was changed by acts after `act`.
    pub fn is_changed_since(&self, act: i64, table: &str) -> Result<bool> {
        const CHANGED: &str = "SELECT 1 FROM change WHERE act_id > ?1 AND tbl = ?2";
        Ok(self.conn.prepare_cached(CHANGED)?.exists(params![act, table])?)
    }

    /// The user's last act that still stands, which is what `u` takes back. Acts that were taken back are passed over,
    /// and so is the one that made the book.
    pub fn last_undoable(&self, user_id: i64) -> Result<Option<ActLine>> {
        let which = format!(
            "user_id = ?1 AND undoes IS NULL AND command <> '{}' AND {UNDONE_BY} IS NULL ORDER BY id DESC LIMIT 1",
            super::CREATE.id
        );
        Ok(self.act_lines(&which, [user_id])?.pop())
    }

    /// The user's last undo, as long as the user has done nothing new since; to take it back is to redo.
    pub fn last_redoable(&self, user_id: i64) -> Result<Option<ActLine>> {
        let which = format!(
            "user_id = ?1 AND undoes IS NOT NULL AND {UNDONE_BY} IS NULL
             AND EXISTS (SELECT 1 FROM act a WHERE a.id = act.undoes AND a.undoes IS NULL)
             AND id > (SELECT ifnull(max(id), 0) FROM act WHERE user_id = ?1 AND undoes IS NULL)
             ORDER BY id DESC LIMIT 1"
        );
        Ok(self.act_lines(&which, [user_id])?.pop())
    }

    /// What a record is called, for lists of records of several kinds; empty when it is gone, unless it became part of
    /// another.
    pub fn record_label(&self, table: &str, id: i64) -> Result<String> {
        const MERGED: &str = "SELECT name FROM member_merge WHERE merged_id = ?1";
        let name = match table {
            "member" => match self.member(id) {
                Ok(member) => Some(member.full_name()),
                Err(Error::NotFound) => {
                    self.conn.prepare_cached(MERGED)?.query_row([id], |row| row.get(0)).optional()?
                }
                Err(error) => return Err(error),
            },
            "site" | "team" | "household" | "organ" | "guest" | "attendance" | "conflict" | "user" | "coop" => {
                self.words_of("name", table, id)?
            }
            "meeting" => {
                const TITLE: &str = "SELECT coalesce(m.title, o.name || ' ' || strftime('%d/%m/%Y', m.held_on))
                    FROM meeting m JOIN organ o ON o.id = m.organ_id WHERE m.id = ?1";
                self.conn.prepare_cached(TITLE)?.query_row([id], |row| row.get(0)).optional()?
            }
            "mandate" => self.words_of("(SELECT name FROM organ WHERE id = organ_id)", table, id)?,
            "agenda_item" => self.words_of("title", table, id)?,
            "motion" => self.words_of("number || '. ' || substr(text, 1, 60)", table, id)?,
            "action" => self.words_of("what", table, id)?,
            "correction" => self.words_of("substr(text, 1, 60)", table, id)?,
            "bylaw" => self.words_of("code", table, id)?,
            "receipt" => self.receipt(id).ok().map(|receipt| receipt.name()),
            "pad" => self.words_of("name", table, id)?,
            "voucher" => self.words_of("format('%d-%03d', year, number)", table, id)?,
            "cash_count" => self.words_of("strftime('%d/%m/%Y', counted_on)", table, id)?,
            "period_close" => self.words_of("strftime('%m/%Y', last_on)", table, id)?,
            _ => None,
        };
        Ok(name.unwrap_or_default())
    }

    fn words_of(&self, words: &str, table: &str, id: i64) -> Result<Option<String>> {
        let sql = format!("SELECT {words} FROM {table} WHERE id = ?1");
        Ok(self.conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
    }

    /// Whether the viewer may read a table.
    pub(super) fn may_read(&self, table: &str) -> bool {
        let readers = TABLES.iter().find(|t| t.name == table).map_or(&[][..], |t| t.readers);
        readers.is_empty() || self.viewer.has_any(readers)
    }

    fn act_lines(&self, which: &str, parameters: impl Params) -> Result<Vec<ActLine>> {
        let sql = format!("SELECT {HEADER}, changes, hash, {UNDONE_BY} FROM act WHERE {which}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(parameters)?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let header = Header::from_row(row)?;
            let args: Image = serde_json::from_str(&header.args).map_err(|_| strange("act", header.id, "args"))?;
            lines.push(ActLine {
                id: header.id,
                at: header.at,
                user: header.user,
                user_id: header.user_id,
                command: header.command,
                args: args.into_iter().map(|(name, value)| (name, words(&value))).collect(),
                undoes: header.undoes,
                undone_by: row.get(12)?,
                changes: row.get(10)?,
                version: header.version as u32,
                hash: row.get(11)?,
            });
        }
        Ok(lines)
    }

    fn change_lines(&self, which: &str, parameters: impl Params) -> Result<Vec<Change>> {
        let mut statement = self.conn.prepare_cached(&format!("{CHANGES} WHERE {which}"))?;
        let mut rows = statement.query(parameters)?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let raw = RawChange::from_row(row)?;
            if self.may_read(raw.table.name) && self.may_read(&raw.root.0) {
                changes.push(raw.parse()?);
            }
        }
        Ok(changes)
    }
}

/// A value as words: a text as it is, anything else as JSON writes it.
fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A change whose image is still text.
pub(super) struct RawChange {
    pub id: i64,
    pub act: i64,
    pub table: &'static Table,
    pub record: i64,
    pub root: (String, i64),
    pub op: Op,
    pub image: Option<String>,
}

impl RawChange {
    /// The columns that [`RawChange::from_row`] reads.
    pub const COLUMNS: &str = CHANGES;

    pub fn from_row(row: &Row) -> Result<Self> {
        let id = row.get(0)?;
        let (table, op): (String, String) = (row.get(2)?, row.get(6)?);
        Ok(Self {
            id,
            act: row.get(1)?,
            table: super::audit::audited(&table).ok_or_else(|| strange("change", id, "tbl"))?,
            record: row.get(3)?,
            root: (row.get(4)?, row.get(5)?),
            op: Op::from_code(&op).ok_or_else(|| strange("change", id, "op"))?,
            image: row.get(7)?,
        })
    }

    fn parse(self) -> Result<Change> {
        let (before, after) = match &self.image {
            None => (None, None),
            Some(image) => {
                let image = parse_image(image).ok_or_else(|| strange("change", self.id, "image"))?;
                match self.op {
                    Op::Insert => (None, Some(image)),
                    Op::Delete => (Some(image), None),
                    Op::Update => {
                        let (before, after) = split(image).ok_or_else(|| strange("change", self.id, "image"))?;
                        (Some(before), Some(after))
                    }
                }
            }
        };
        let Self { id, act, table, record, root, op, .. } = self;
        Ok(Change { id, act, table: table.name, record, root, op, before, after })
    }
}

/// The JSON object of an image.
pub(super) fn parse_image(text: &str) -> Option<Image> {
    serde_json::from_str(text).ok()
}

/// The two sides of an update's image.
pub(super) fn split(image: Image) -> Option<(Image, Image)> {
    let (mut before, mut after) = (Image::new(), Image::new());
    for (column, pair) in image {
        let Value::Array(pair) = pair else { return None };
        let [old, new] = <[Value; 2]>::try_from(pair).ok()?;
        before.insert(column.clone(), old);
        after.insert(column, new);
    }
    Some((before, after))
}
