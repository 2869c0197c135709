//! Copies of a book, and the way back from one.

use super::{Act, Error, RESTORE, Reader, Result, Series, Store, act::permit, check::Chain};
use crate::{
    clock::{Clock, stamp},
    domain::{Text, user::Session},
    unix,
};
use chrono::{DateTime, Utc};
use rusqlite::{
    Connection, OptionalExtension,
    backup::{Backup, StepResult},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Instant,
};

/// Told how much of a copy is done, in pages of how many; `false` stops it.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// What a restore came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The act that says so in the restored book.
    pub act: i64,
    /// The copy of what was replaced.
    pub kept: PathBuf,
}

/// A new name beside `path`: `book-TAG-20261123-104105.ushirika`.
pub(super) fn name(path: &Path, tag: &str, at: DateTime<Utc>) -> PathBuf {
    let stem = path.file_stem().map_or_else(|| "book".into(), |stem| stem.to_string_lossy());
    let stem = [&stem, tag].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("-");
    let at = at.format("%Y%m%d-%H%M%S");
    let names = (1..).map(|n| match n {
        1 => path.with_file_name(format!("{stem}-{at}.ushirika")),
        n => path.with_file_name(format!("{stem}-{at}-{n}.ushirika")),
    });
    names.into_iter().find(|name| !name.exists()).expect("some number is free")
}

impl Reader {
    /// Makes a copy of the book in a folder, proves that it is whole, and returns its path.
    pub fn backup(&self, dir: &Path, clock: Clock, progress: Progress) -> Result<PathBuf> {
        let file = self.path.file_name().map_or_else(|| "book".into(), std::ffi::OsStr::to_owned);
        let to = name(&dir.join(file), "", clock.now());
        self.copy_to(&to, progress)?;
        Ok(to)
    }

    /// When the last backup was made from this machine, in UTC.
    pub fn last_backup(&self) -> Result<Option<String>> {
        const LAST: &str = "SELECT value FROM preference WHERE user_id = 0 AND name = 'backup_at'";
        Ok(self.conn.prepare_cached(LAST)?.query_row([], |row| row.get(0)).optional()?)
    }

    /// Copies one state of the book into a new file. It gets its name only when it was proved and is on disk.
    pub(super) fn copy_to(&self, to: &Path, progress: Progress) -> Result<()> {
        let part = to.with_extension("part");
        remove(&part)?;
        unix::create_private(&part)?;
        let copied = self.copy_into(&part, progress);
        if copied.is_err() {
            remove(&part)?;
        }
        copied?;
        unix::sync(&part)?;
        fs::rename(&part, to)?;
        Ok(unix::sync(to)?)
    }

    fn copy_into(&self, part: &Path, progress: Progress) -> Result<()> {
        // a transaction of our own keeps the state: what others write meanwhile does not begin the copy anew
        let tx = self.conn.unchecked_transaction()?;
        let head = self.head()?;
        let mut copy = Connection::open(part)?;
        {
            let backup = Backup::new(&self.conn, &mut copy)?;
            while backup.step(1024)? != StepResult::Done {
                let (all, left) = (backup.progress().pagecount, backup.progress().remaining);
                if !progress(all.saturating_sub(left).try_into().unwrap_or(0), all.try_into().unwrap_or(0)) {
                    return Err(Error::invalid("err-cancelled"));
                }
            }
        }
        tx.rollback()?;
        // one file, without the log beside it
        copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
        copy.close().map_err(|(_, error)| error)?;
        let copy = Self::connect(part, self.viewer.clone())?;
        let said: String = copy.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if said != "ok" || copy.head()? != head {
            return Err(Error::Corrupt(said));
        }
        Ok(())
    }
}

impl Store {
    /// Notes on this machine that a backup was made.
    pub fn note_backup(&mut self) -> Result<()> {
        let at = stamp(self.clock.now());
        self.set_preference(None, "backup_at", &at)
    }

    /// Puts the content of a backup in the place of this book's, in one step, and writes the act `book.restore` at its end. A
    /// copy of what is replaced stays beside the book. `on_paper` are the last numbers that papers bear: those that the
    /// backup does not know are left void. Drafts and preferences stay when it is a backup of this very book.
    pub fn restore(&mut self, session: &Session, file: &Path, on_paper: &[(Series, i64)]) -> Result<Restored> {
        {
            let _tx = self.begin()?;
            permit(self, session, &RESTORE)?;
        }
        if fs::canonicalize(file).ok() == fs::canonicalize(self.path()).ok() {
            return Err(Error::invalid("err-restore-self"));
        }
        let now = self.clock.now();
        let new = name(self.path(), "restoring", now);
        let source = Reader::connect(file, session.viewer.clone())?;
        super::open::identify(&source)?;
        source.copy_to(&new, &mut |_, _| true)?;
        let restored = self.restore_through(&new, session, file, on_paper);
        remove(&new)?;
        restored
    }

    /// Prepares the new content in the file `new`, then copies it over this book.
    fn restore_through(
        &mut self,
        new: &Path,
        session: &Session,
        file: &Path,
        on_paper: &[(Series, i64)],
    ) -> Result<Restored> {
        let store = Self::open_copy(new, session, self.clock)?;
        let report = store.check()?;
        if !report.ok {
            let act = if let Chain::BrokenAt(act) = report.chain { act } else { 0 };
            return Err(Error::Invalid(Text::new("err-restore-unsound").with("act", act)));
        }
        let kept = name(self.path(), "replaced", self.clock.now());
        self.copy_to(&kept, &mut |_, _| true)?;
        let words = |path: &Path| path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let replaced = self.head()?;
        let args = [("file", words(file)), ("kept", words(&kept)), ("replaced", replaced.clone())];
        let act = {
            let tx = store.begin()?;
            if store.book_id()? == self.book_id()? {
                self.take_along(&tx)?;
            }
            let act = store.sign(session, RESTORE.id, &args, None, |act| reserve(act, on_paper).map(|()| act.id()))?;
            tx.commit()?;
            act
        };
        store.conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
        // somebody else has written since the copy was made: it must not be lost
        if self.head()? != replaced {
            return Err(Error::Stale);
        }
        self.become_copy_of(&store)?;
        Ok(Restored { act, kept })
    }

    /// Opens a copy that nobody else knows of; the copy of the copy that a migration leaves is not wanted.
    fn open_copy(path: &Path, session: &Session, clock: Clock) -> Result<Self> {
        let (store, old) = Self::open_and_migrate(path, session.viewer.clone(), clock)?;
        old.as_deref().map_or(Ok(()), remove)?;
        Ok(store)
    }

    /// Copies what belongs to this machine, and the ids that were given out, into a book that will replace this one.
    fn take_along(&self, to: &Connection) -> Result<()> {
        to.execute_batch("DELETE FROM draft; DELETE FROM preference")?;
        for (from, into, columns) in [
            ("SELECT * FROM draft", "INSERT INTO draft VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", 9),
            ("SELECT * FROM preference", "INSERT INTO preference VALUES (?1, ?2, ?3)", 3),
            (
                "SELECT * FROM sequence WHERE tbl <> 'act'",
                "INSERT INTO sequence VALUES (?1, ?2) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)",
                2,
            ),
        ] {
            let (mut from, mut into) = (self.conn.prepare(from)?, to.prepare(into)?);
            let mut rows = from.query([])?;
            while let Some(row) = rows.next()? {
                let values = (0..columns).map(|at| row.get::<_, rusqlite::types::Value>(at));
                into.execute(rusqlite::params_from_iter(values.collect::<Result<Vec<_>, _>>()?))?;
            }
        }
        Ok(())
    }

    fn become_copy_of(&mut self, other: &Self) -> Result<()> {
        let (start, patience) = (Instant::now(), self.patience());
        let backup = Backup::new(&other.conn, &mut self.conn)?;
        loop {
            match backup.step(-1)? {
                StepResult::Done => return Ok(()),
                _ if start.elapsed() > patience => return Err(Error::Busy),
                _ => std::thread::sleep(std::time::Duration::from_millis(20)),
            }
        }
    }
}

/// Leaves void the numbers that stand on paper and that the book does not know.
fn reserve(act: &Act, on_paper: &[(Series, i64)]) -> Result<()> {
    for (series, last) in on_paper {
        let known = act.last_number(*series)?;
        if *last > known {
            act.void_numbers(*series, known + 1..=*last, Series::ON_PAPER, None)?;
        }
    }
    Ok(())
}

/// Removes a file of ours and what `SQLite` may have left beside it.
fn remove(path: &Path) -> Result<()> {
    for tail in ["", "-journal", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(tail);
        match fs::remove_file(&name) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e.into()),
            _ => {}
        }
    }
    Ok(())
}

impl Reader {
    fn book_id(&self) -> Result<String> {
        Ok(self.conn.query_row("SELECT book_id FROM book", [], |row| row.get(0))?)
    }
}
