//! The book: one `SQLite` file, and the only module that knows SQL.
//!
//! - [`Reader`] reads, filtered by the eyes of a [`Viewer`](crate::domain::user::Viewer); [`Store`] also writes.
//! - [`Store::act`] is the one door for writes: a transaction, a signed entry in the log, a step of undo. What changed is
//!   logged by triggers that [`audit`] generates; [`chain`] ties each act to the one before it.
//! - One file per noun holds its statements: reading functions on [`Reader`], writing functions on [`Act`].
//! - [`undo`] takes acts back, [`check`] proves the book, [`backup`] copies and restores it, `migrate` brings it up to
//!   date.

pub mod account;
mod act;
pub mod attention;
pub mod audit;
pub mod backup;
mod batch;
pub mod book_list;
mod bylaw;
pub mod calling;
pub mod chain;
mod changed;
pub mod check;
pub mod close;
pub mod control;
mod coop;
pub mod count;
mod door;
pub mod draft;
mod due;
pub mod due_list;
pub mod entry;
mod error;
pub mod id_set;
pub mod journal;
pub mod ledger;
pub mod log;
pub mod mandate;
pub mod meeting;
pub mod meeting_find;
pub mod meeting_list;
pub mod member;
pub mod member_find;
mod member_like;
pub mod member_list;
mod member_merge;
mod member_row;
pub mod member_search;
mod migrate;
pub mod minutes;
pub mod motion;
mod net;
mod open;
pub mod opening;
pub mod organ;
pub mod organ_list;
pub mod paper;
pub mod paper_form;
pub mod place_list;
pub mod placement;
mod preference;
pub mod raise;
pub mod receipt;
mod roll;
pub mod savings;
pub mod share;
pub mod signing;
pub mod site;
pub mod statement;
pub mod transfer;
pub mod undo;
pub mod user;
pub mod voucher;

pub use act::{Act, Series};
pub use changed::Changed;
pub use error::{Blocker, Error, Result, refusal};
pub use log::ActLine;
pub use open::{Reader, Store};

use crate::domain::{
    command::{Command, Undo},
    user::Role,
};

/// The first act of every book.
pub static CREATE: Command = Command { id: "book.create", roles: &[], undo: Undo::Never, pin: false };
/// The act that brings a book of an older program up to date.
pub static MIGRATE: Command = Command { id: "book.migrate", roles: &[], undo: Undo::Never, pin: false };
/// The act that says that the book was put back to a copy.
pub static RESTORE: Command = Command { id: "book.restore", roles: &[Role::Admin], undo: Undo::Never, pin: true };

/// A text column's value: a blank is NULL.
fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
