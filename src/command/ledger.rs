//! Taking back what is in the ledger: never erased, always by the contrary entry.

use super::{EVERYBODY, TREASURY};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        fold::clean,
        ledger::EntryKind,
        user::Session,
    },
    store::{Act, ActLine, Error, Reader, Result, Store, undo::Undone},
};

/// Writes the contrary of entries of the ledger.
pub static REVERSE: Command = Command { id: "ledger.reverse", roles: TREASURY, undo: Undo::Never, pin: false };

/// The same of whole acts; the roles of the act's own command are asked for.
static TAKE_BACK: Command = Command { roles: EVERYBODY, ..REVERSE };

/// How every command is taken back that writes into the ledger.
pub const REVERSED: Undo = Undo::Reverse("ledger.reverse");

/// Takes back one entry of the ledger, for a reason, today. Returns the id of its contrary.
pub fn reverse(store: &mut Store, session: &Session, id: i64, reason: &str) -> Result<i64> {
    let reason = clean(reason);
    if reason.is_empty() {
        return Err(Error::invalid("err-reason"));
    }
    let number = store.journal_entry(id)?.number.to_string();
    store.act(session, &REVERSE, &[("entry", number)], |act| contrary(act, id, &reason))
}

/// Takes back every entry that an act has written, today.
pub(super) fn reverse_act(store: &mut Store, session: &Session, line: &ActLine, of: &Command) -> Result<Undone> {
    let mut args = vec![("of", of.id.to_owned())];
    args.extend(line.args.iter().map(|(name, value)| (name.as_str(), value.clone())));
    store.take_back(session, &TAKE_BACK, &args, line.id, |act| {
        act.require(of.roles)?;
        let entries = may_reverse(act, line.id)?;
        entries.iter().try_for_each(|id| contrary(act, *id, "").map(drop))?;
        Ok(Undone { act: act.id(), records: entries.len(), kept: Vec::new() })
    })
}

/// The entries of an act that can be taken back, the last one first.
pub(super) fn may_reverse(reader: &Reader, act: i64) -> Result<Vec<i64>> {
    let entries = reader.entries_of(act)?;
    if entries.is_empty() {
        return Err(Error::invalid("err-undo-already"));
    }
    Ok(entries)
}

fn contrary(act: &Act, id: i64, reason: &str) -> Result<i64> {
    if let Some(later) = act.paid_since(id)? {
        let number = act.journal_entry(later)?.number;
        return Err(Error::Invalid(Text::new("err-entry-paid").with("number", number.to_string())));
    }
    if act.journal_entry(id)?.journal.kind == EntryKind::YearEnd {
        return Err(Error::invalid("err-entry-year"));
    }
    act.reverse(id, act.today(), reason)
}
