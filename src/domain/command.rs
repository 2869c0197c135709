//! What is known of a command before it runs: who may, how it is undone, how it is called.

use super::user::Role;

/// How an act of a command is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    /// By its inverse, all of it or nothing.
    Whole,
    /// By its inverse, record by record: what was changed since is named and kept.
    ByRecord,
    /// By an act of another command that writes the reverse; nothing is erased.
    Reverse(&'static str),
    /// Not at all.
    Never,
}

/// The record of a command. What it does is the function of the same name in `crate::command`.
#[derive(Debug)]
pub struct Command {
    /// Its name in the log, `noun.verb`; the text key is `act-noun-verb`.
    pub id: &'static str,
    /// Who may; an administrator always may.
    pub roles: &'static [Role],
    /// How it is taken back.
    pub undo: Undo,
    /// Whether a user with a PIN must have shown it in this session.
    pub pin: bool,
}

impl Command {
    /// The key of the command's name in the language files.
    pub fn text_id(&self) -> String {
        format!("act-{}", self.id.replace('.', "-"))
    }
}
