//! Records that are only written down: saved and taken out, one pair of commands for every noun.

use super::{REGISTER, TREASURY, meeting};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        meeting::{ITEM, MOTION},
        noun::{Entry, FILE, NOTE, Noun},
        procedure::{PROCEDURE, STEP},
        user::{Role, Session},
    },
    store::{Error, Result, Store, entry::Seal, refusal},
    unix,
};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, Read},
};

/// Writes a record down.
pub static SAVE: Command = Command { id: "entry.save", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Writes down what money rests on: accounts, funds, schedules.
pub static SET_UP: Command = Command { id: "entry.set-up", roles: TREASURY, undo: Undo::Whole, pin: false };
/// Writes a note or a file down beside a record.
static SAVE_BESIDE: Command = Command { roles: BESIDE, ..SAVE };
/// Whoever keeps something.
const BESIDE: &[Role] = &[Role::Secretary, Role::Treasurer, Role::Clerk];
/// Takes one out that should not be there; the log keeps it.
pub static REMOVE: Command = Command { id: "entry.remove", roles: REGISTER, undo: Undo::Whole, pin: false };

/// The command that writes down records of a noun: what money rests on is the treasurer's.
pub fn saving(noun: &Noun) -> &'static Command {
    match noun.table {
        "account" | "fund" | "schedule" | "pad" | "signing_power" => &SET_UP,
        "note" | "file" => &SAVE_BESIDE,
        _ => &SAVE,
    }
}

/// Saves a record: a new one when the id is 0, else the one whose `rev` was read; throws away the draft it came from.
/// Returns the id. Of a file the hash is taken now, so that a later change of it shows. Nothing changed is no act.
pub fn save(store: &mut Store, session: &Session, draft: Option<&str>, entry: &Entry) -> Result<i64> {
    if *entry.noun == MOTION {
        return super::motion::save(store, session, draft, entry, None);
    }
    refuse(entry, store)?;
    let before = if entry.id == 0 { None } else { Some(store.entry(entry.noun, entry.id)?) };
    if before.as_ref() == Some(entry) {
        draft.map_or(Ok(()), |form| store.drop_draft(form))?;
        return Ok(entry.id);
    }
    let seal = if *entry.noun == FILE { Some(seal(entry.get("path"))?) } else { None };
    let args = args(store, entry)?;
    store.act(session, saving(entry.noun), &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        if *entry.noun == ITEM && before.is_none() {
            return act.put_entry(&meeting::seat_item(act, entry)?, seal);
        }
        let id = act.put_entry(entry, seal)?;
        if [&PROCEDURE, &STEP].contains(&entry.noun) {
            super::procedure::follow(act, entry, before.as_ref())?;
        }
        Ok(id)
    })
}

/// Takes a record out, a procedure with its steps.
pub fn remove(store: &mut Store, session: &Session, entry: &Entry) -> Result<()> {
    let args = args(store, entry)?;
    let is_item = *entry.noun == ITEM;
    store.act(session, &REMOVE, &args, |act| {
        if *entry.noun == PROCEDURE {
            super::procedure::steps_of(act, entry)?.iter().try_for_each(|step| act.remove_entry(step))?;
        }
        if *entry.noun == MOTION {
            super::motion::remove(act, entry)?;
        }
        if is_item {
            meeting::refuse_used(act, entry)?;
        }
        act.remove_entry(entry)?;
        if is_item { meeting::close_gap(act, entry.owner.1) } else { Ok(()) }
    })
}

/// Refuses a record that breaks a rule.
pub(super) fn refuse(entry: &Entry, store: &Store) -> Result<()> {
    let wrong = entry.check(store.clock().today()).into_iter().find(|(_, _, is_error)| *is_error);
    wrong.map_or(Ok(()), |(_, text, _)| Err(Error::Invalid(text)))
}

/// Hash and length of a file that must be there.
pub fn seal(path: &str) -> Result<Seal> {
    let path = unix::home(path);
    let read = || {
        // a device or a pipe has no end, or none yet
        if !path.metadata()?.is_file() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let (mut file, mut hash, mut size) = (File::open(&path)?, Sha256::new(), 0);
        let mut piece = [0; 8192];
        while let read @ 1.. = file.read(&mut piece)? {
            hash.update(&piece[..read]);
            size += read as u64;
        }
        let hash = hash.finalize().iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        Ok(Seal { hash, size })
    };
    read().map_err(|error: io::Error| {
        let text = Text::new("err-file-absent").with("file", path.display().to_string());
        Error::Invalid(text.with("why", refusal(&error)))
    })
}

/// What the log says: what it is, and of whom.
fn args(store: &Store, entry: &Entry) -> Result<Vec<(&'static str, String)>> {
    let mut args = vec![("noun", entry.noun.table.to_owned())];
    let name = match entry.owner {
        ("member", id) => store.member(id)?.full_name(),
        _ if *entry.noun == NOTE => String::new(),
        _ => ["name", "title", "what"].map(|code| entry.get(code)).concat(),
    };
    args.push(("name", name));
    Ok(args)
}
