//! The chain: every act carries a hash over itself and the act before it, so that a change made behind the program's
//! back shows.
//!
//! The format is fixed from the first release on:
//!
//! - An *integer* is written as `i` and eight bytes, big-endian; a *text* as `t`, its length in four bytes, big-endian,
//!   and its UTF-8 bytes; *nothing* as `n`.
//! - The *digest* of a change is SHA-256 over its salt (16 bytes) followed by its image (UTF-8). When a person's data is
//!   blanked, image and salt go and the digest stays.
//! - The hash of an act is SHA-256 over, in this order: the bytes `ushirika act 1\n`; the hash of the act before it (32
//!   bytes; for the first act SHA-256 over `ushirika book 1\n` and the `book_id` as text); `id` (integer), `at` (text),
//!   `user_id` (integer or nothing), `user`, `system_user`, `session`, `command`, `args` (texts), `undoes` (integer or
//!   nothing), `version` (integer); for each of its changes in order of their ids: `tbl` (text), `record_id` (integer),
//!   `root_tbl` (text), `root_id` (integer), `op` (text), digest (32 bytes); and at the end the number of changes
//!   (integer).
//!
//! The first eight bytes of the last hash, written as four words ([`crate::domain::proquint`]), are the head. Alone the
//! chain proves nothing against somebody who rewrites everything; the words on signed paper do.

use super::Result;
use rusqlite::{Connection, Row, types::ValueRef};
use sha2::{Digest, Sha256};

/// A link of the chain.
pub type Hash = [u8; 32];

/// What an act says of itself, as its row holds it.
#[derive(Clone, Debug)]
pub(super) struct Header {
    pub id: i64,
    pub at: String,
    pub user_id: Option<i64>,
    pub user: String,
    pub system_user: String,
    pub session: String,
    pub command: String,
    pub args: String,
    pub undoes: Option<i64>,
    pub version: i64,
}

/// The columns that [`Header::from_row`] reads, from the first on.
pub(super) const HEADER: &str = "id, at, user_id, user, system_user, session, command, args, undoes, version";

impl Header {
    pub fn from_row(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            at: row.get(1)?,
            user_id: row.get(2)?,
            user: row.get(3)?,
            system_user: row.get(4)?,
            session: row.get(5)?,
            command: row.get(6)?,
            args: row.get(7)?,
            undoes: row.get(8)?,
            version: row.get(9)?,
        })
    }
}

/// What stands before the first act.
pub(super) fn genesis(book_id: &str) -> Hash {
    let mut hash = Sha256::new();
    hash.update(b"ushirika book 1\n");
    text(&mut hash, book_id);
    hash.finalize().into()
}

/// The hash of an act while its changes pass by.
pub(super) struct Link {
    hash: Sha256,
    changes: i64,
}

impl Link {
    pub fn new(before: &Hash, act: &Header) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"ushirika act 1\n");
        hash.update(before);
        integer(&mut hash, Some(act.id));
        text(&mut hash, &act.at);
        integer(&mut hash, act.user_id);
        for part in [&act.user, &act.system_user, &act.session, &act.command, &act.args] {
            text(&mut hash, part);
        }
        integer(&mut hash, act.undoes);
        integer(&mut hash, Some(act.version));
        Self { hash, changes: 0 }
    }

    /// Takes in a change: a row with the columns of [`CHANGE`].
    pub fn add(&mut self, row: &Row) -> Result<()> {
        text(&mut self.hash, row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
        integer(&mut self.hash, row.get(1)?);
        text(&mut self.hash, row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?);
        integer(&mut self.hash, row.get(3)?);
        text(&mut self.hash, row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?);
        let mut digest = Sha256::new();
        match (row.get_ref(5)?, row.get_ref(6)?, row.get_ref(7)?) {
            (ValueRef::Text(image), ValueRef::Blob(salt), _) => {
                digest.update(salt);
                digest.update(image);
                self.hash.update(digest.finalize());
            }
            (_, _, ValueRef::Blob(digest)) => self.hash.update(digest),
            // neither: the hash comes out different, and the check names the act
            _ => {}
        }
        self.changes += 1;
        Ok(())
    }

    /// The number of changes and the hash.
    pub fn close(mut self) -> (i64, Hash) {
        integer(&mut self.hash, Some(self.changes));
        (self.changes, self.hash.finalize().into())
    }
}

/// The columns of a change that are hashed, in order.
pub(super) const CHANGE: &str = "tbl, record_id, root_tbl, root_id, op, image, salt, digest";

/// The hash before an act: that of the act with the next lower id, or what stands before the first.
pub(super) fn before(conn: &Connection, act: i64) -> Result<Hash> {
    const BEFORE: &str = "SELECT hash FROM act WHERE id < ?1 ORDER BY id DESC LIMIT 1";
    let mut statement = conn.prepare_cached(BEFORE)?;
    let mut rows = statement.query([act])?;
    if let Some(row) = rows.next()? {
        return Ok(row.get(0)?);
    }
    let book_id: String = conn.query_row("SELECT book_id FROM book", [], |row| row.get(0))?;
    Ok(genesis(&book_id))
}

pub(super) fn integer(hash: &mut Sha256, value: Option<i64>) {
    match value {
        None => hash.update(b"n"),
        Some(value) => {
            hash.update(b"i");
            hash.update(value.to_be_bytes());
        }
    }
}

pub(super) fn text(hash: &mut Sha256, value: &str) {
    hash.update(b"t");
    hash.update((value.len() as u32).to_be_bytes());
    hash.update(value);
}
