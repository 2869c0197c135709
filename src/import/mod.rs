//! From the bytes of a file to what it would put into the book: rows, each with its issues. Pure: nothing here knows
//! the book, and nothing is written.
//!
//! ```text
//! bytes ─ sheet::read ─> sheets ─ layout::guess ──> layout ─ roster::read ─> rows of members and issues
//!                               └ Mapping::apply ─┘
//! ```
//!
//! Whatever the file claims, memory stays bounded (see [`sheet`]); whatever is in it, the answer is rows or a sentence.

mod delimited;
mod encoding;
pub mod header;
pub mod layout;
pub mod mapping;
mod ods;
mod ole;
pub mod opening;
mod package;
pub mod roster;
pub mod sheet;
mod value;
mod xls;
mod xlsx;

use crate::domain::Text;

/// The person gave up waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl From<Cancelled> for Text {
    fn from(Cancelled: Cancelled) -> Self {
        Self::new("err-import-cancelled")
    }
}

/// Is told what is done and what there is to do (0 while unknown); its error ends the work.
pub type Progress<'a> = &'a dyn Fn(usize, usize) -> Result<(), Cancelled>;

/// For work that nobody watches.
pub fn unwatched(_done: usize, _total: usize) -> Result<(), Cancelled> {
    Ok(())
}
