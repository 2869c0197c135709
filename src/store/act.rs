//! The one door for writes: an act.

use super::{
    Error, Reader, Result, Store, chain,
    chain::{Header, Link},
};
use crate::{
    clock::stamp,
    domain::{
        Text,
        command::Command,
        user::{Role, Session},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension, Transaction, params};
use std::{cell::RefCell, collections::BTreeMap, ops::Deref};

/// Ids of one copy of a book: the copy's number times this, and a running number.
const COPY: i64 = 1 << 40;

/// An open act: nouns are written through it, and it reads what it has written so far.
pub struct Act<'a> {
    reader: &'a Reader,
    session: &'a Session,
    id: i64,
    copy: i64,
    at: DateTime<Utc>,
    today: NaiveDate,
    /// The last id given out in each table; what the book says of it is brought up to date when the act is closed.
    ids: RefCell<BTreeMap<String, i64>>,
    /// What the log says of it.
    args: RefCell<serde_json::Map<String, serde_json::Value>>,
}

impl Deref for Act<'_> {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl Store {
    /// The door: one transaction, one signed entry in the log, one step of undo. What `work` writes is kept whole or
    /// not at all; when this returns, it is on disk.
    ///
    /// The roles are those that the book gives the user now, not those that the session began with.
    pub fn act<T>(
        &mut self,
        session: &Session,
        command: &'static Command,
        args: &[(&str, String)],
        work: impl FnOnce(&Act) -> Result<T>,
    ) -> Result<T> {
        self.act_on(session, command, args, None, work)
    }

    /// [`Store::act`] for an act that reverses what another one has written.
    pub fn take_back<T>(
        &mut self,
        session: &Session,
        command: &'static Command,
        args: &[(&str, String)],
        undoes: i64,
        work: impl FnOnce(&Act) -> Result<T>,
    ) -> Result<T> {
        self.act_on(session, command, args, Some(undoes), work)
    }

    /// [`Store::act`] for an act that takes back another.
    pub(super) fn act_on<T>(
        &mut self,
        session: &Session,
        command: &'static Command,
        args: &[(&str, String)],
        undoes: Option<i64>,
        work: impl FnOnce(&Act) -> Result<T>,
    ) -> Result<T> {
        #[cfg(test)]
        super::testing::meanwhile();
        let tx = self.begin()?;
        permit(self, session, command)?;
        let out = self.sign(session, command.id, args, undoes, work)?;
        tx.commit()?;
        Ok(out)
    }

    /// Opens an act inside a transaction, runs the work, closes the act with its hash.
    pub(super) fn sign<T>(
        &self,
        session: &Session,
        command: &str,
        args: &[(&str, String)],
        undoes: Option<i64>,
        work: impl FnOnce(&Act) -> Result<T>,
    ) -> Result<T> {
        const OPEN: &str =
            "INSERT INTO act (id, at, user_id, user, system_user, session, command, args, undoes, version)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        const CLOSE: &str = "UPDATE act SET args = ?2, changes = ?3, hash = ?4 WHERE id = ?1";
        let at = self.clock.now();
        let (ids, known) = (RefCell::default(), RefCell::default());
        let mut act =
            Act { reader: self, session, id: 0, copy: self.copy, at, today: self.clock.today(), ids, args: known };
        act.id = act.next_id("act")?;
        for (name, value) in args {
            act.say(name, value.as_str());
        }
        let mut header = Header {
            id: act.id,
            at: stamp(at),
            user_id: session.viewer.user_id,
            user: session.name.clone(),
            system_user: session.system_user.clone(),
            session: session.id.clone(),
            command: command.to_owned(),
            args: String::new(),
            undoes,
            version: i64::from(super::migrate::version()),
        };
        self.conn.prepare_cached(OPEN)?.execute(params![
            header.id,
            header.at,
            header.user_id,
            header.user,
            header.system_user,
            header.session,
            header.command,
            header.args,
            header.undoes,
            header.version
        ])?;
        let opened = self.door.open();
        let out = work(&act)?;
        drop(opened);
        act.keep_ids()?;
        header.args = serde_json::Value::Object(act.args.take()).to_string();
        let (changes, hash) = link(self, &header)?;
        self.conn.prepare_cached(CLOSE)?.execute(params![header.id, header.args, changes, hash])?;
        Ok(out)
    }

    /// Begins to write, waiting for others with patience; refuses when a newer program has migrated the book.
    pub(super) fn begin(&self) -> Result<Transaction<'_>> {
        self.log()?;
        let tx = self.lock()?;
        let found = self.version()?;
        let known = super::migrate::version();
        if found != known {
            return Err(Error::Newer { found, known });
        }
        Ok(tx)
    }
}

/// The hash and the number of changes of an act whose changes stand in the book.
fn link(reader: &Reader, header: &Header) -> Result<(i64, chain::Hash)> {
    let mut link = Link::new(&chain::before(&reader.conn, header.id)?, header);
    let sql = format!("SELECT {} FROM change WHERE act_id = ?1 ORDER BY id", chain::CHANGE);
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let mut rows = statement.query([header.id])?;
    while let Some(row) = rows.next()? {
        link.add(row)?;
    }
    Ok(link.close())
}

impl Reader {
    /// Whether the user may run a command, before anything is typed for it.
    ///
    /// # Errors
    /// [`Error::Denied`] with the role that is needed.
    pub fn permit(&self, session: &Session, command: &Command) -> Result<()> {
        permit(self, session, command)
    }
}

/// Whether the user may, by what the book says now.
pub(super) fn permit(reader: &Reader, session: &Session, command: &Command) -> Result<()> {
    require(reader, session, command.roles)?;
    if command.pin && !session.proved {
        return Err(Error::Denied(Text::new("err-denied-pin")));
    }
    Ok(())
}

fn require(reader: &Reader, session: &Session, roles: &[Role]) -> Result<()> {
    let Some(viewer) = session.viewer.user_id.map(|id| reader.viewer_of(id)).transpose()?.flatten() else {
        return Err(Error::Denied(Text::new("err-denied-unknown").with("user", session.system_user.as_str())));
    };
    if viewer.has_any(roles) {
        return Ok(());
    }
    let needs = roles.first().unwrap_or(&Role::Admin);
    Err(Error::Denied(Text::new("err-denied").with("role", Text::new(needs.text_id()))))
}

impl Act<'_> {
    /// Its id.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Who acts.
    pub fn session(&self) -> &Session {
        self.session
    }

    /// When, in UTC.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// The day where the program runs.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Adds to what the log says of it: for what is read in the act itself.
    pub fn say(&self, name: &str, value: impl Into<String>) {
        self.args.borrow_mut().insert(name.to_owned(), value.into().into());
    }

    /// Refuses unless the user holds one of `roles`: for what only some of those may do who may use the command.
    pub fn require(&self, roles: &[Role]) -> Result<()> {
        require(self.reader, self.session, roles)
    }

    /// A new id for a table; never one that was given before.
    pub fn next_id(&self, table: &str) -> Result<i64> {
        const LAST: &str = "SELECT last FROM sequence WHERE tbl = ?1";
        let mut ids = self.ids.borrow_mut();
        if let Some(last) = ids.get_mut(table) {
            *last += 1;
            return Ok(*last);
        }
        let last: Option<i64> = self.conn.prepare_cached(LAST)?.query_row([table], |row| row.get(0)).optional()?;
        let next = last.unwrap_or(self.copy * COPY) + 1;
        ids.insert(table.to_owned(), next);
        Ok(next)
    }

    fn keep_ids(&self) -> Result<()> {
        const KEEP: &str = "INSERT INTO sequence VALUES (?1, ?2) ON CONFLICT DO UPDATE SET last = excluded.last";
        for (table, last) in self.ids.borrow().iter() {
            self.conn.prepare_cached(KEEP)?.execute(params![table, last])?;
        }
        Ok(())
    }

    /// The next number of a series that people see, without gap: one more than the highest that is borne or void.
    pub fn next_number(&self, series: Series) -> Result<i64> {
        Ok(self.last_number(series)? + 1)
    }

    /// Leaves numbers of a series void, with the reason; `member_id` names who would have borne it.
    pub fn void_numbers(
        &self,
        series: Series,
        numbers: std::ops::RangeInclusive<i64>,
        reason: &str,
        member_id: Option<i64>,
    ) -> Result<()> {
        const VOID: &str = "INSERT INTO number_void (id, series, first, last, reason, member_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let id = self.next_id("number_void")?;
        let (first, last) = numbers.into_inner();
        self.conn.prepare_cached(VOID)?.execute(params![id, series.table(), first, last, reason, member_id])?;
        Ok(())
    }
}

/// A series of numbers that people see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Numbers of members.
    Member,
}

impl Series {
    /// Why a number is void: the admission that gave it was taken back. The text key is `void-` and this.
    pub const UNDONE: &'static str = "undone";
    /// Why a number is void: it stands on paper, and the book was restored from before.
    pub const ON_PAPER: &'static str = "paper";
    /// Why a number is void: its record became part of another.
    pub const MERGED: &'static str = "merged";

    /// All series.
    pub const ALL: &'static [Self] = &[Self::Member];

    /// The table whose numbers they are; also the name of the series.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Member => "member",
        }
    }
}

impl Reader {
    /// Whether a number of a series is borne or void.
    pub(super) fn is_taken(&self, series: Series, number: i64) -> Result<bool> {
        let sql = format!(
            "SELECT 1 FROM {0} WHERE number = ?1
            UNION ALL SELECT 1 FROM number_void WHERE series = '{0}' AND ?1 BETWEEN first AND last",
            series.table()
        );
        Ok(self.conn.prepare_cached(&sql)?.exists([number])?)
    }

    /// The highest number of a series that is borne or void; 0 before the first.
    pub fn last_number(&self, series: Series) -> Result<i64> {
        const VOID: &str = "SELECT max(last) FROM number_void WHERE series = ?1";
        let borne = format!("SELECT max(number) FROM {}", series.table());
        let borne: Option<i64> = self.conn.prepare_cached(&borne)?.query_row([], |row| row.get(0))?;
        let void: Option<i64> = self.conn.prepare_cached(VOID)?.query_row([series.table()], |row| row.get(0))?;
        Ok(borne.max(void).unwrap_or(0))
    }
}
