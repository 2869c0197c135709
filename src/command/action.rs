//! Actions: what a meeting wants somebody to do, until it is done or dropped.

use super::{REGISTER, entry::refuse};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        day,
        meeting::{ACTION, ActionState},
        noun::Entry,
        user::Session,
    },
    store::{Error, Result, Store},
};
use chrono::NaiveDate;

/// Writes down what somebody is to do.
pub static SAVE: Command = Command { id: "action.save", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Says what became of it.
pub static SETTLE: Command = Command { id: "action.settle", roles: REGISTER, undo: Undo::Whole, pin: false };

/// What became of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// Done, dropped, or to be done after all.
    pub state: ActionState,
    /// The day; none while it is to be done.
    pub on: Option<NaiveDate>,
    /// What came of it.
    pub result: String,
}

/// Saves an action: a new one when the id is 0, else the one whose `rev` was read. Returns the id.
pub fn save(store: &mut Store, session: &Session, draft: Option<&str>, entry: &Entry) -> Result<i64> {
    refuse(entry, store)?;
    let mut entry = entry.clone();
    if entry.id == 0 {
        entry.put("state", ActionState::Open.code());
    }
    store.act(session, &SAVE, &[("name", entry.get("what").to_owned())], |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        act.put_entry(&entry, None)
    })
}

/// Says what became of the action whose `rev` was read; also when the minutes that want it are signed.
pub fn settle(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (id, rev): (i64, i64),
    settlement: &Settlement,
) -> Result<()> {
    let Settlement { state, on, result } = settlement;
    let what = store.entry(&ACTION, id)?.get("what").to_owned();
    let on = on.filter(|_| *state != ActionState::Open);
    on.map_or(Ok(()), |day| day::refuse_future(day, store.clock().today())).map_err(Error::Invalid)?;
    if on.is_none() && *state != ActionState::Open {
        return Err(Error::Invalid(Text::new("err-required").with("field", Text::new("field-done_on"))));
    }
    store.act(session, &SETTLE, &[("name", what)], |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        act.settle_action((id, rev), *state, on, result)
    })
}
