//! What each user has chosen on this machine: language, theme, keys, the order of a list.

use super::{Reader, Result, Store};
use rusqlite::{OptionalExtension, params};

impl Reader {
    /// What the viewer has chosen under a name.
    pub fn preference(&self, name: &str) -> Result<Option<String>> {
        const GET: &str = "SELECT value FROM preference WHERE user_id = ?1 AND name = ?2";
        let user = self.viewer.user_id.unwrap_or(0);
        Ok(self.conn.prepare_cached(GET)?.query_row(params![user, name], |row| row.get(0)).optional()?)
    }
}

impl Reader {
    /// What was chosen under a name for everybody who uses the book.
    pub fn common_preference(&self, name: &str) -> Result<Option<String>> {
        const GET: &str = "SELECT value FROM preference WHERE user_id = 0 AND name = ?1";
        Ok(self.conn.prepare_cached(GET)?.query_row([name], |row| row.get(0)).optional()?)
    }
}

impl Store {
    /// Keeps what a user has chosen; `None` for everybody, and for somebody the book does not know.
    pub fn set_preference(&mut self, user_id: Option<i64>, name: &str, value: &str) -> Result<()> {
        const SET: &str = "INSERT INTO preference VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET value = excluded.value";
        self.local(|conn| conn.prepare_cached(SET)?.execute(params![user_id.unwrap_or(0), name, value]).map(drop))
    }
}
