//! Versions of a book, and the way from one to the next.
//!
//! A migration is a file in `data/schema/`. What stands before its line `-- data` changes the tables while no trigger
//! exists; what stands behind it changes rows, is logged like every other change, and belongs to the act
//! `book.migrate`. Thus the log still tells how every row came to be. A column that is added must be blank in the old
//! rows or have a default.

use super::{Act, Error, Reader, Result, Store, audit, backup};
use crate::{clock::Clock, domain::user::Session};
use rusqlite::Connection;
use std::path::PathBuf;

/// One step from a version to the next.
pub(super) struct Migration {
    pub sql: &'static str,
    /// Audited tables whose columns it changes: what was logged of them before cannot be undone afterwards.
    pub tables: &'static [&'static str],
}

/// All steps; the version of a book is the number of those it went through.
static MIGRATIONS: &[Migration] = &[
    Migration { sql: include_str!("../../data/schema/0001_ground.sql"), tables: &[] },
    Migration { sql: include_str!("../../data/schema/0002_members.sql"), tables: &["member", "site"] },
    Migration { sql: include_str!("../../data/schema/0003_meetings.sql"), tables: &[] },
    Migration { sql: include_str!("../../data/schema/0004_money.sql"), tables: &["coop", "user"] },
];

/// The line of a migration behind which rows are changed.
const DATA: &str = "\n-- data\n";

#[cfg(not(test))]
fn migrations() -> impl Iterator<Item = &'static Migration> {
    MIGRATIONS.iter()
}

#[cfg(test)]
pub(super) use future::{From2027, migrations};

/// The version of the books this program writes.
pub(super) fn version() -> u32 {
    migrations().count() as u32
}

/// Whether the columns of a table have changed since a version.
pub(super) fn has_changed(table: &str, since: u32) -> bool {
    migrations().skip(since as usize).any(|migration| migration.tables.contains(&table))
}

/// Makes the tables of a new book.
pub(super) fn build(conn: &Connection) -> Result<()> {
    for migration in migrations() {
        conn.execute_batch(migration.sql)?;
    }
    Ok(())
}

impl Store {
    /// Brings a book up to date; a verified copy of what it was stays beside it, and its path comes back.
    pub(super) fn bring_up_to_date(reader: Reader, clock: Clock) -> Result<(Self, PathBuf)> {
        let found = reader.version()?;
        let copy = backup::name(&reader.path, &format!("v{found}"), clock.now());
        reader.copy_to(&copy, &mut |_, _| true)?;
        let store = Self::over(reader, clock)?;
        let tx = store.lock()?;
        // another program may have been quicker
        let found = store.version()?;
        if found > version() {
            return Err(Error::Newer { found, known: version() });
        }
        if found < version() {
            audit::drop_triggers(&tx)?;
            let steps =
                || migrations().skip(found as usize).map(|step| step.sql.split_once(DATA).unwrap_or((step.sql, "")));
            for (tables, _) in steps() {
                tx.execute_batch(tables)?;
            }
            audit::make_triggers(&tx)?;
            audit::log_here(&tx)?;
            tx.pragma_update(None, "user_version", version())?;
            let session = Session {
                system_user: crate::unix::system_user(),
                id: crate::unix::session_id(),
                ..Session::default()
            };
            let args = [("from", found.to_string()), ("to", version().to_string())];
            store.sign(&session, super::MIGRATE.id, &args, None, |act| {
                steps().try_for_each(|(_, rows)| act.conn.execute_batch(rows))?;
                derive(act)
            })?;
            store.logs.set(true);
        }
        tx.commit()?;
        Ok((store, copy))
    }
}

/// Fills what follows from other columns and is new, or follows in a new way.
fn derive(act: &Act) -> Result<()> {
    for table in audit::TABLES {
        let (Some(stale), Some(settle)) = (table.stale, table.settle) else { continue };
        let mut ids = Vec::new();
        stale(act, &mut |id| ids.push(id))?;
        ids.into_iter().try_for_each(|id| settle(act, id))?;
    }
    Ok(())
}

#[cfg(test)]
mod future {
    //! A second migration that does not exist yet.

    use super::{MIGRATIONS, Migration};
    use std::cell::Cell;

    thread_local!(static IS_2027: Cell<bool> = const { Cell::new(false) });

    static NEXT: Migration = Migration {
        sql: "ALTER TABLE member ADD COLUMN nickname TEXT;
ALTER TABLE member ADD COLUMN children INTEGER NOT NULL DEFAULT 0;
-- data
UPDATE member SET nickname = 'N' || number WHERE number IS NOT NULL;",
        tables: &["member"],
    };

    pub fn migrations() -> impl Iterator<Item = &'static Migration> {
        MIGRATIONS.iter().chain(IS_2027.get().then_some(&NEXT))
    }

    /// While it lives, this thread is a program of next year.
    pub struct From2027;

    impl From2027 {
        pub fn begin() -> Self {
            IS_2027.set(true);
            Self
        }
    }

    impl Drop for From2027 {
        fn drop(&mut self) {
            IS_2027.set(false);
        }
    }
}
