//! The function that the guards of a book call: no other program knows it, and ours refuses while no act is open.

use super::Result;
use rusqlite::{Connection, Error, functions::FunctionFlags};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

/// Its name; what another program says that it does not know.
pub(super) const NAME: &str = "only_ushirika_writes_this_book";

/// What our own program is told when it writes without an act.
pub(super) const REFUSAL: &str = "ushirika: no act is open";

/// Whether an act is open on a connection.
pub(super) struct Door(Arc<AtomicBool>);

/// An open door; it falls shut.
pub(super) struct Opened<'a>(&'a AtomicBool);

impl Door {
    /// Teaches a connection the function.
    pub fn hang(conn: &Connection) -> Result<Self> {
        let door = Self(Arc::default());
        let is_open = Arc::clone(&door.0);
        // innocuous: the triggers of a book may call nothing else
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
        conn.create_scalar_function(NAME, 0, flags, move |_| {
            if is_open.load(Relaxed) { Ok(true) } else { Err(Error::UserFunctionError(REFUSAL.into())) }
        })?;
        Ok(door)
    }

    /// Lets the connection write for as long as what comes back lives.
    pub fn open(&self) -> Opened<'_> {
        self.0.store(true, Relaxed);
        Opened(&self.0)
    }
}

impl Drop for Opened<'_> {
    fn drop(&mut self) {
        self.0.store(false, Relaxed);
    }
}
