//! A book's two doors: [`Reader`] only reads, [`Store`] also writes.

use super::{
    Act, Error, Result, audit,
    audit::{Class, Layout, TABLES, Table},
    changed::Seen,
    door::Door,
    member_search::Milestones,
    migrate,
};
use crate::{
    clock::{Clock, stamp},
    domain::{
        Text,
        user::{Session, Viewer},
    },
    unix,
};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, config::DbConfig};
use std::{
    cell::{Cell, OnceCell, RefCell},
    collections::HashMap,
    ops::{Deref, DerefMut},
    path::{Path, PathBuf},
    thread::sleep,
    time::{Duration, Instant, SystemTime},
};

/// Marks a file as a book: "Ushi" in the header of the database.
pub(super) const APPLICATION_ID: i32 = 0x5573_6869;

/// A connection that reads, with the eyes of one viewer.
pub struct Reader {
    pub(super) conn: Connection,
    pub(super) path: PathBuf,
    pub(super) viewer: Viewer,
    pub(super) seen: Seen,
    layouts: OnceCell<HashMap<&'static str, Layout>>,
    pub(super) milestones: RefCell<Milestones>,
}

/// The connection that writes. Everything it writes goes through [`Store::act`], except drafts and preferences.
pub struct Store {
    reader: Reader,
    pub(super) clock: Clock,
    pub(super) copy: i64,
    patience: Duration,
    /// What lets an act write, and nothing else.
    pub(super) door: Door,
    /// Whether this connection logs what it changes already.
    pub(super) logs: Cell<bool>,
}

impl Deref for Store {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl DerefMut for Store {
    fn deref_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}

impl Reader {
    /// Opens a book to read. Checks nothing but what the file is: this stands between the user and the first screen.
    pub fn open(path: &Path, viewer: Viewer) -> Result<Self> {
        let reader = Self::connect(path, viewer)?;
        let (found, known) = (identify(&reader)?, migrate::version());
        reader.conn.execute_batch("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -512;")?;
        if found < known {
            return Err(Error::Outdated { found, known });
        }
        reader.look()
    }

    /// A reader of nothing, for the first start, when there is no book yet.
    pub fn blank() -> Result<Self> {
        let conn = Connection::open_in_memory()?;
        // nobody else writes into it: nothing will ever have changed
        let seen = Seen::at(&conn)?;
        Ok(Self { seen, ..Self::over(conn, PathBuf::new(), Viewer::default()) })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whose eyes read.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// Reads with other eyes from now on.
    pub fn set_viewer(&mut self, viewer: Viewer) {
        self.viewer = viewer;
    }

    pub(super) fn version(&self) -> Result<u32> {
        Ok(self.conn.prepare_cached("PRAGMA user_version")?.query_row([], |row| row.get(0))?)
    }

    /// The columns that an audited table really has.
    pub(super) fn layout(&self, table: &Table) -> Result<&Layout> {
        if let Some(layouts) = self.layouts.get() {
            return Ok(&layouts[table.name]);
        }
        let audited = TABLES.iter().filter(|t| t.class == Class::Audited);
        let layouts = audited.map(|t| Ok((t.name, Layout::read(&self.conn, t)?))).collect::<Result<_>>()?;
        Ok(&self.layouts.get_or_init(|| layouts)[table.name])
    }

    pub(super) fn connect(path: &Path, viewer: Viewer) -> Result<Self> {
        if !path.is_file() {
            return Err(Error::Missing(path.to_owned()));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut conn = Connection::open_with_flags(path, flags)?;
        conn.busy_handler(Some(wait))?;
        // without it a statement is planned again whenever a value bound to it changes: 140,000 instructions each time
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        conn.set_prepared_statement_cache_capacity(64);
        Ok(Self::over(conn, path.to_owned(), viewer))
    }

    fn over(conn: Connection, path: PathBuf, viewer: Viewer) -> Self {
        Self { conn, path, viewer, seen: Seen::default(), layouts: OnceCell::new(), milestones: RefCell::default() }
    }

    /// Takes what is there now as seen.
    fn look(mut self) -> Result<Self> {
        self.changed()?;
        Ok(self)
    }
}

impl Store {
    /// Opens a book to write, and brings a book of an older program up to date; a copy of it stays beside it.
    pub fn open(path: &Path, viewer: Viewer, clock: Clock) -> Result<Self> {
        Ok(Self::open_and_migrate(path, viewer, clock)?.0)
    }

    /// [`Store::open`], with the path of the copy that a migration has left.
    pub(super) fn open_and_migrate(path: &Path, viewer: Viewer, clock: Clock) -> Result<(Self, Option<PathBuf>)> {
        refuse_network(path)?;
        let reader = Reader::connect(path, viewer)?;
        let (found, known) = (identify(&reader)?, migrate::version());
        prepare(&reader.conn)?;
        if found < known {
            let (store, copy) = Self::bring_up_to_date(reader, clock)?;
            return Ok((store, Some(copy)));
        }
        Ok((Self::over(reader, clock)?, None))
    }

    /// Makes a new book. `work` writes its first act, signed by `session`: the cooperative and the first user.
    pub fn create(path: &Path, clock: Clock, session: &Session, work: impl FnOnce(&Act) -> Result<()>) -> Result<Self> {
        refuse_network(path)?;
        match unix::create_private(path) {
            Ok(_) => {}
            // what a creation leaves that was cut off before its one transaction ended
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists && is_unwritten(path) => {}
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(Error::Invalid(Text::new("err-book-exists").with("path", path.display().to_string())));
            }
            Err(e) => return Err(e.into()),
        }
        let reader = Reader::connect(path, session.viewer.clone())?;
        prepare(&reader.conn)?;
        let door = Door::hang(&reader.conn)?;
        let store = Self { reader, clock, copy: 0, patience: PATIENCE, door, logs: Cell::new(false) };
        let tx = store.lock()?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", migrate::version())?;
        migrate::build(&tx)?;
        audit::make_triggers(&tx)?;
        audit::log_here(&tx)?;
        tx.execute(
            "INSERT INTO book (id, book_id, copy_no, created_at) VALUES (1, lower(hex(randomblob(16))), 0, ?1)",
            [stamp(clock.now())],
        )?;
        store.sign(session, super::CREATE.id, &[], None, work)?;
        tx.commit()?;
        unix::sync(path)?;
        let store = Self::over(store.reader, clock)?;
        store.logs.set(true);
        Ok(store)
    }

    pub(super) fn over(reader: Reader, clock: Clock) -> Result<Self> {
        let copy = reader.conn.query_row("SELECT copy_no FROM book", [], |row| row.get(0))?;
        let door = Door::hang(&reader.conn)?;
        Ok(Self { reader: reader.look()?, clock, copy, patience: PATIENCE, door, logs: Cell::new(false) })
    }

    /// The clock that signs acts.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// How long to wait while others write, before [`Error::Busy`]; ten seconds unless said otherwise.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    pub(super) fn patience(&self) -> Duration {
        self.patience
    }

    /// Sees to it that this connection logs what it changes; outside a transaction, which could take it back.
    pub(super) fn log(&self) -> Result<()> {
        if !self.logs.replace(true) {
            audit::log_here(&self.reader.conn)?;
        }
        Ok(())
    }

    /// Takes the lock for writing.
    pub(super) fn lock(&self) -> Result<Transaction<'_>> {
        let start = Instant::now();
        loop {
            match Transaction::new_unchecked(&self.reader.conn, TransactionBehavior::Immediate).map_err(Error::from) {
                Err(Error::Busy) if start.elapsed() < self.patience => {}
                result => return result,
            }
        }
    }
}

const PATIENCE: Duration = Duration::from_secs(10);

/// Waits for another connection's lock, each time for another moment, so that waiting programs do not march in step.
/// Gives up after about two seconds; [`Store::lock`] asks again.
fn wait(tries: i32) -> bool {
    let clock = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |d| d.subsec_nanos());
    let jitter = u64::from((clock >> 4).wrapping_mul(0x9e37_79b9).wrapping_add(std::process::id()) >> 16);
    sleep(Duration::from_micros(500 + jitter % (1000 * (2 + tries.min(18)) as u64)));
    tries < 200
}

/// The settings of the connection that writes. Sixteen times the memory for pages makes an import 15 % faster, which is
/// not worth it.
fn prepare(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -2048;",
    )?;
    Ok(())
}

/// The version of the book, once it is sure that the file is one that this program may touch.
pub(super) fn identify(reader: &Reader) -> Result<u32> {
    let pragma = |sql| reader.conn.query_row(sql, [], |row| row.get::<_, i32>(0)).map_err(Error::from);
    let not_a_book = || Error::NotABook(reader.path.clone());
    match pragma("PRAGMA application_id") {
        Ok(APPLICATION_ID) => {}
        Ok(_) if is_unwritten(&reader.path) => return Err(Error::Missing(reader.path.clone())),
        Ok(_) | Err(Error::Corrupt(_)) => return Err(not_a_book()),
        Err(e) => return Err(e),
    }
    let (found, known) = (reader.version()?, migrate::version());
    if found > known { Err(Error::Newer { found, known }) } else { Ok(found) }
}

/// Whether the file is a database in which nothing was ever written.
fn is_unwritten(path: &Path) -> bool {
    let empty = || -> rusqlite::Result<bool> {
        let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        conn.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
    };
    std::fs::metadata(path).is_ok_and(|m| m.len() == 0) || empty().unwrap_or(false)
}

fn refuse_network(path: &Path) -> Result<()> {
    match unix::network_file_system(path) {
        Some(kind) => Err(Error::Invalid(Text::new("err-network").with("kind", kind))),
        None => Ok(()),
    }
}
