//! What can go wrong with a book, as values that carry what a person needs to know.

use crate::domain::{Text, day};
use rusqlite::ErrorCode;
use std::{io, path::PathBuf};

/// Something that a later act did and that an undo would destroy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    /// The later act.
    pub act: i64,
    /// When it was done, in UTC as stored.
    pub at: String,
    /// By whom.
    pub user: String,
    /// Its command, `noun.verb`.
    pub command: String,
    /// The table of the record it touched.
    pub table: String,
    /// The columns that differ; empty when the whole record is at stake.
    pub columns: Vec<String>,
}

/// Why the book refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such record.
    #[error("not found")]
    NotFound,
    /// The record was changed by somebody else since it was read.
    #[error("changed by someone else")]
    Stale,
    /// What was asked breaks a rule.
    #[error("invalid: {}", .0.id)]
    Invalid(Text),
    /// Later acts stand in the way of an undo.
    #[error("{} later changes stand in the way", .0.len())]
    Blocked(Vec<Blocker>),
    /// This user may not.
    #[error("denied: {}", .0.id)]
    Denied(Text),
    /// Somebody else has been writing for too long.
    #[error("the book is busy")]
    Busy,
    /// There is no book.
    #[error("no book at {}", .0.display())]
    Missing(PathBuf),
    /// The file exists and is no book.
    #[error("{} is not a book of Ushirika", .0.display())]
    NotABook(PathBuf),
    /// A newer program wrote this book.
    #[error("the book has version {found}, this program knows {known}")]
    Newer {
        /// The version of the book.
        found: u32,
        /// The newest this program knows.
        known: u32,
    },
    /// An older program wrote this book; opening it for writing brings it up to date.
    #[error("the book has version {found}, this program wants {known}")]
    Outdated {
        /// The version of the book.
        found: u32,
        /// The version this program wants.
        known: u32,
    },
    /// The file is damaged.
    #[error("the book is damaged: {0}")]
    Corrupt(String),
    /// The system refused a file.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The database refused.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
}

/// What the store gives back.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A rule that was broken, by the key of its text.
    pub fn invalid(id: &'static str) -> Self {
        Self::Invalid(Text::new(id))
    }

    /// What the user reads.
    pub fn text(&self) -> Text {
        match self {
            Self::NotFound => Text::new("err-not-found"),
            Self::Stale => Text::new("err-stale"),
            Self::Invalid(text) | Self::Denied(text) => text.clone(),
            Self::Blocked(blockers) => {
                let first = blockers.first();
                let on = first.and_then(|b| b.at.get(..10)?.parse().ok()).map(day::show);
                Text::new("err-blocked")
                    .with("count", blockers.len())
                    .with("user", first.map_or("", |b| b.user.as_str()))
                    .with("at", on.unwrap_or_default())
            }
            Self::Busy => Text::new("err-busy"),
            Self::Missing(path) => Text::new("err-missing").with("path", path.display().to_string()),
            Self::NotABook(path) => Text::new("err-not-a-book").with("path", path.display().to_string()),
            Self::Newer { found, known } => Text::new("err-newer").with("found", *found).with("known", *known),
            Self::Outdated { found, known } => Text::new("err-outdated").with("found", *found).with("known", *known),
            Self::Corrupt(what) => Text::new("err-corrupt").with("what", what.as_str()),
            Self::Io(error) if error.kind() == io::ErrorKind::StorageFull => Text::new("err-disk-full"),
            Self::Io(error) => Text::new("err-io").with("what", refusal(error)),
            Self::Sqlite(error) => match error.sqlite_error_code() {
                Some(ErrorCode::DiskFull) => Text::new("err-disk-full"),
                // the room for what several programs share, beside the book
                _ if error.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => {
                    Text::new("err-disk-full")
                }
                Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                    Text::new("err-read-only")
                }
                _ => Text::new("err-sqlite").with("what", error.to_string()),
            },
        }
    }
}

/// Why the system refused a file, in words; what is rare in those of the system.
pub fn refusal(error: &io::Error) -> Text {
    use io::ErrorKind::{
        AlreadyExists, IsADirectory, NotADirectory, NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull,
    };
    Text::new(match error.kind() {
        NotFound => "io-not-found",
        PermissionDenied => "io-denied",
        IsADirectory => "io-folder",
        NotADirectory => "io-no-folder",
        AlreadyExists => "io-exists",
        ReadOnlyFilesystem => "io-read-only",
        StorageFull => "io-full",
        _ => return Text::new("io-other").with("what", error.to_string()),
    })
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Corrupt(error.to_string()),
            _ if error == rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            Some(ErrorCode::ConstraintViolation) => {
                super::audit::refusal(&error.to_string()).map_or(Self::Sqlite(error), Self::invalid)
            }
            _ => Self::Sqlite(error),
        }
    }
}

/// A value in the book that no program of ours wrote there.
pub(super) fn strange(table: &str, id: i64, column: &str) -> Error {
    Error::Corrupt(format!("{table} {id}: {column}"))
}
