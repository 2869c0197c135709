//! Why a command failed, its exit code, and the one place that says so.

use crate::{
    domain::{Text, fold::is_unsafe},
    store,
    text::Lang,
};
use std::{
    io::{self, Write},
    process::ExitCode,
};

/// What the shell is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Done.
    Done = 0,
    /// What was given is wrong.
    Wrong = 1,
    /// The command line is wrong.
    Usage = 2,
    /// The book is busy, missing or newer than the program.
    Book = 3,
    /// An integrity check failed.
    Integrity = 4,
}

/// Why a command was not done.
#[derive(Debug)]
pub enum Failure {
    /// A sentence for the user.
    Said(Code, Text),
    /// The book refused.
    Store(store::Error),
    /// The output could not be written.
    Output(io::Error),
    /// A sentence that came from below, already in words.
    Worded(String),
    /// All is said already.
    Silent(u8),
}

/// What a command gives back.
pub type Result<T = ()> = std::result::Result<T, Failure>;

impl Failure {
    /// Something is wrong with what was given.
    pub const fn wrong(text: Text) -> Self {
        Self::Said(Code::Wrong, text)
    }

    /// Something is wrong with the command line.
    pub const fn usage(text: Text) -> Self {
        Self::Said(Code::Usage, text)
    }

    /// A file that the system would not read or write.
    pub fn file(path: &std::path::Path, error: &io::Error) -> Self {
        let what = Text::new("cli-err-file").with("path", path.display().to_string());
        Self::wrong(what.with("what", store::refusal(error)))
    }

    /// What the shell is told.
    pub fn exit(&self) -> ExitCode {
        match self {
            Self::Silent(code) => (*code).into(),
            other => (other.code() as u8).into(),
        }
    }

    fn code(&self) -> Code {
        use store::Error;
        match self {
            Self::Said(code, _) => *code,
            // whoever reads no further has what he wanted
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Code::Done,
            Self::Store(
                Error::Busy | Error::Missing(_) | Error::NotABook(_) | Error::Newer { .. } | Error::Outdated { .. },
            ) => Code::Book,
            Self::Store(Error::Corrupt(_)) => Code::Integrity,
            Self::Output(_) | Self::Worded(_) | Self::Silent(_) | Self::Store(_) => Code::Wrong,
        }
    }

    /// Says on standard error what is wrong; nothing when there is nothing to say.
    pub fn say(&self, lang: &Lang) {
        let text = match self {
            Self::Said(_, text) => text.clone(),
            Self::Store(error) => error.text(),
            Self::Output(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Text::new("cli-err-output").with("what", store::refusal(error))
            }
            Self::Worded(words) => return complain(words),
            Self::Output(_) | Self::Silent(_) => return,
        };
        complain(&lang.text(&text));
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => Self::Output(error),
            error => Self::Store(error),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast::<store::Error>() {
            Ok(error) => error.into(),
            Err(error) => Self::Worded(format!("{error:#}")),
        }
    }
}

impl From<Text> for Failure {
    fn from(text: Text) -> Self {
        Self::wrong(text)
    }
}

/// One message on standard error, safe for a terminal. When even that is closed, the exit code must do.
pub fn complain(message: &str) {
    let message: String = message.chars().filter(|c| *c == '\n' || !is_unsafe(*c)).collect();
    let _ = writeln!(io::stderr().lock(), "ushirika: {message}");
}
