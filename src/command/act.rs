//! Undo and redo.

use super::{EVERYBODY, ledger};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        user::Session,
    },
    store::{
        ActLine, Error, Reader, Result, Store,
        undo::{UndoPlan, Undone},
    },
};

/// Takes an act back; the roles of the act's own command are asked for as well.
pub static UNDO: Command = Command { id: "act.undo", roles: EVERYBODY, undo: Undo::Whole, pin: false };
/// Takes an undo back.
pub static REDO: Command = Command { id: "act.redo", roles: EVERYBODY, undo: Undo::Whole, pin: false };

/// Takes an act back, or, when the act is an undo, brings back what it took. Whatever stands in the way is named: in
/// [`Error::Blocked`], or, for acts on many records, in what [`Undone`] says was kept.
pub fn undo(store: &mut Store, session: &Session, act: i64) -> Result<Undone> {
    let line = store.undo_target(act)?;
    let (command, first) = match line.undoes {
        Some(first) => (&REDO, store.act_line(first)?),
        None => (&UNDO, line),
    };
    let original = super::find(&first.command).ok_or_else(|| Error::invalid("err-undo-unknown"))?;
    if original.undo == ledger::REVERSED && command.id == UNDO.id {
        return ledger::reverse_act(store, session, &first, original);
    }
    let mut args = vec![("of", original.id.to_owned())];
    args.extend(first.args.iter().map(|(name, value)| (name.as_str(), value.clone())));
    store.undo(session, command, &args, original, act)
}

/// Why an act cannot be taken back at all, whatever was done since.
pub fn refusal(reader: &Reader, line: &ActLine) -> Result<Option<Text>> {
    if line.undone_by.is_some() {
        return Ok(Some(Text::new("err-undo-already")));
    }
    let mut first = reader.undo_target(line.id)?;
    if let Some(id) = first.undoes {
        first = reader.act_line(id)?;
    }
    Ok(match super::find(&first.command).map(|command| command.undo) {
        Some(Undo::Whole | Undo::ByRecord) => None,
        Some(Undo::Never) => Some(Text::new("err-undo-never")),
        Some(undo) if undo == ledger::REVERSED && line.undoes.is_none() => None,
        Some(Undo::Reverse(_)) => Some(Text::new("err-undo-reverse")),
        None => Some(Text::new("err-undo-unknown")),
    })
}

/// What taking an act back would come to now, which nothing refuses.
pub fn plan(reader: &Reader, act: i64) -> Result<UndoPlan> {
    let line = reader.act_line(act)?;
    if let Some(why) = refusal(reader, &line)? {
        return Err(Error::Invalid(why));
    }
    if super::find(&line.command).is_some_and(|command| command.undo == ledger::REVERSED) {
        let entries = ledger::may_reverse(reader, act)?;
        return Ok(UndoPlan { act: line, groups: Vec::new(), entries });
    }
    reader.undo_plan(act)
}
