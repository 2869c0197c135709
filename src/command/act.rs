//! Undo and redo.

use super::{EVERYBODY, ledger, voucher};
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
    if command.id == UNDO.id {
        match original.undo {
            ledger::REVERSED => return ledger::reverse_act(store, session, &first, original),
            voucher::VOIDED => return voucher::void_act(store, session, &first),
            _ => {}
        }
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
        Some(ledger::REVERSED | voucher::VOIDED) if line.undoes.is_none() => None,
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
    let reversed = |entries, slips| UndoPlan { act: line.clone(), groups: Vec::new(), entries, slips };
    match super::find(&line.command).map(|command| command.undo) {
        Some(ledger::REVERSED) => return Ok(reversed(ledger::may_reverse(reader, act)?, Vec::new())),
        Some(voucher::VOIDED) => return Ok(reversed(Vec::new(), voucher::may_take_back(reader, act)?)),
        _ => {}
    }
    reader.undo_plan(act)
}
