//! What other connections have written since the last look.

use super::{MIGRATE, RESTORE, Reader, Result};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// The state of the book at the last look.
#[derive(Debug, Default)]
pub(super) struct Seen {
    data_version: i64,
    head: Option<(i64, Vec<u8>)>,
}

impl Seen {
    /// The state of a file without any act.
    pub fn at(conn: &Connection) -> Result<Self> {
        let data_version = conn.query_row("PRAGMA data_version", [], |row| row.get(0))?;
        Ok(Self { data_version, head: None })
    }
}

/// What acts have touched since the last look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The last act.
    pub act: i64,
    /// The audited tables that were written, and `act` itself is not among them.
    pub tables: BTreeSet<String>,
    /// The records whose history grew: table and id. Empty when `all`.
    pub roots: BTreeSet<(String, i64)>,
    /// Too much changed to list it, or the book was restored: everything must be read again.
    pub all: bool,
}

impl Changed {
    /// Everything may have changed.
    pub fn everything() -> Self {
        Self { all: true, ..Self::default() }
    }

    /// Whether rows of a table may have changed.
    pub fn has_table(&self, table: &str) -> bool {
        self.all || self.tables.contains(table)
    }

    /// Whether the record may have changed.
    pub fn has_record(&self, table: &str, id: i64) -> bool {
        self.all || self.roots.iter().any(|(t, i)| t == table && *i == id)
    }
}

/// More records than this are not listed.
const MOST: usize = 500;

impl Reader {
    /// What other connections have changed since this was last asked; `None` when no act was written, which costs one
    /// look at the file's header. Drafts and preferences do not count.
    pub fn changed(&mut self) -> Result<Option<Changed>> {
        const HEAD: &str = "SELECT id, hash FROM act ORDER BY id DESC LIMIT 1";
        const STILL: &str = "SELECT 1 FROM act WHERE id = ?1 AND hash = ?2";
        const REPLACED: &str = "SELECT 1 FROM act WHERE id > ?1 AND command IN (?2, ?3)";
        const TOUCHED: &str = "SELECT DISTINCT tbl, root_tbl, root_id FROM change WHERE act_id > ?1 LIMIT ?2";
        let data_version = self.conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        if data_version == self.seen.data_version {
            return Ok(None);
        }
        let head: Option<(i64, Vec<u8>)> =
            self.conn.prepare_cached(HEAD)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let before = std::mem::replace(&mut self.seen, Seen { data_version, head: head.clone() });
        if head == before.head {
            return Ok(None);
        }
        self.milestones.borrow_mut().clear();
        let mut changed = Changed { act: head.map_or(0, |(id, _)| id), ..Changed::default() };
        let Some(last) = before.head else { return Ok(Some(Changed { all: true, ..changed })) };
        let still = self.conn.prepare_cached(STILL)?.exists(params![last.0, last.1])?;
        if !still || self.conn.prepare_cached(REPLACED)?.exists(params![last.0, RESTORE.id, MIGRATE.id])? {
            return Ok(Some(Changed { all: true, ..changed }));
        }
        let mut statement = self.conn.prepare_cached(TOUCHED)?;
        let mut rows = statement.query([last.0, MOST as i64 + 1])?;
        let mut found = 0;
        while let Some(row) = rows.next()? {
            changed.tables.insert(row.get(0)?);
            changed.roots.insert((row.get(1)?, row.get(2)?));
            found += 1;
        }
        if found > MOST {
            changed.roots.clear();
            changed.all = true;
        }
        Ok(Some(changed))
    }
}
