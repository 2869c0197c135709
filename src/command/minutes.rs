//! Minutes: written item by item, frozen to be signed, taken back, signed in ink, corrected.

use super::{REGISTER, SECRETARY};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        day,
        fold::{clean, clean_lines, is_unsafe},
        meeting::{ITEM, Meeting, Signed, State},
        noun::{Entry, FILE},
        user::Session,
    },
    store::{Act, Error, Result, Store},
};

/// Writes the text of an item.
pub static WRITE: Command = Command { id: "minutes.write", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Freezes the minutes of a meeting that has ended, so that they can be signed.
pub static FREEZE: Command =
    Command { id: "minutes.freeze", roles: SECRETARY, undo: Undo::Reverse("minutes.take_back"), pin: false };
/// Takes frozen minutes back before they are signed.
pub static TAKE_BACK: Command =
    Command { id: "minutes.take_back", roles: SECRETARY, undo: Undo::Reverse("minutes.freeze"), pin: false };
/// Writes down that minutes are signed in ink.
pub static SIGN: Command = Command { id: "minutes.sign", roles: SECRETARY, undo: Undo::Never, pin: false };
/// Writes down what was found wrong in signed minutes.
pub static CORRECT: Command = Command { id: "minutes.correct", roles: SECRETARY, undo: Undo::Whole, pin: false };

/// The kind of the item for what nobody has put on the agenda, which every meeting has.
pub const ANY_OTHER: &str = "any_other";
/// The kind of the item that ends a meeting.
const CLOSING: &str = "closing";

/// The text of an item, as somebody has written it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The meeting.
    pub meeting: i64,
    /// The item; 0 for what nobody has put on the agenda, which is put there now.
    pub item: i64,
    /// The `rev` of the item when it was read.
    pub rev: i64,
    /// Its title, for one that is put on the agenda.
    pub title: String,
    /// The text: a paragraph a line.
    pub text: String,
}

/// Saves the text of an item and throws away the draft it came from. Nothing changed is no act. Returns the item.
pub fn write(store: &mut Store, session: &Session, draft: Option<&str>, written: &Written) -> Result<i64> {
    let meeting = store.meeting(written.meeting)?;
    refuse_frozen(&meeting)?;
    let text: String = written.text.chars().filter(|c| *c == '\n' || !is_unsafe(*c)).collect();
    let text = text.trim_end_matches(['\n', ' ']);
    let items = store.items(written.meeting)?;
    let known = items.iter().find(|item| item.entry.id == written.item);
    if known.map_or(text.is_empty() && written.item == 0, |item| item.text == text) {
        draft.map_or(Ok(()), |form| store.drop_draft(form))?;
        return Ok(written.item);
    }
    let title = match known {
        Some(item) => item.entry.get("title").to_owned(),
        None if written.item == 0 => written.title.clone(),
        None => return Err(Error::NotFound),
    };
    let args = [("name", store.record_label("meeting", written.meeting)?), ("item", title)];
    store.act(session, &WRITE, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let (item, rev) =
            if written.item == 0 { (add_any_other(act, written)?, 1) } else { (written.item, written.rev) };
        act.write_minutes(item, rev, text)?;
        Ok(item)
    })
}

/// Puts what nobody has put on the agenda there: before the closing, when that ends it.
fn add_any_other(act: &Act, written: &Written) -> Result<i64> {
    let items = act.items(written.meeting)?;
    if items.iter().any(|item| item.entry.get("kind") == ANY_OTHER) {
        // somebody else has just done so: what both have written is shown side by side
        return Err(Error::Stale);
    }
    let mut place = items.iter().filter_map(|item| item.entry.get("place").parse::<i64>().ok()).max().unwrap_or(0) + 1;
    if let Some(last) = items.last().filter(|item| item.entry.get("kind") == CLOSING) {
        let mut closing = last.entry.clone();
        closing.put("place", place.to_string());
        act.put_entry(&closing, None)?;
        place -= 1;
    }
    let mut item = Entry::new(&ITEM, ("meeting", written.meeting));
    item.put("place", place.to_string());
    item.put("kind", ANY_OTHER);
    item.put("title", clean(&written.title));
    act.put_entry(&item, None)
}

fn refuse_frozen(meeting: &Meeting) -> Result<()> {
    if meeting.state.is_frozen() { Err(Error::invalid("err-minutes-frozen")) } else { Ok(()) }
}

/// What the log says: which minutes.
fn args(store: &Store, meeting: &Meeting, number: Option<i64>) -> Result<Vec<(&'static str, String)>> {
    let mut args = vec![("name", store.record_label("meeting", meeting.id())?)];
    args.extend(number.map(|number| ("number", number.to_string())));
    Ok(args)
}

/// Freezes minutes under the next number of the body; what is missing is named instead. Gives the number.
pub fn freeze(store: &mut Store, session: &Session, meeting: &Meeting) -> Result<i64> {
    let args = args(store, meeting, None)?;
    store.act(session, &FREEZE, &args, |act| {
        if let Some(gap) = act.minutes_gaps(meeting)?.first() {
            return Err(Error::Invalid(gap.text()));
        }
        let number = act.freeze_minutes(meeting)?;
        act.say("number", number.to_string());
        Ok(number)
    })
}

/// Takes frozen minutes back, so that they can be changed and frozen again as the next version under the same number.
pub fn take_back(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    meeting: &Meeting,
    reason: &str,
) -> Result<()> {
    let reason = clean_lines(reason);
    if meeting.state != State::ToSign {
        return Err(Error::invalid(if meeting.state == State::Signed { "err-minutes-signed" } else { "err-stale" }));
    }
    if reason.is_empty() {
        return Err(Error::Invalid(Text::new("err-required").with("field", Text::new("field-reason"))));
    }
    let mut args = args(store, meeting, meeting.number)?;
    args.push(("reason", reason.clone()));
    store.act(session, &TAKE_BACK, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        act.take_back_minutes(meeting, &reason)
    })
}

/// Writes down that minutes are signed in ink, with the scan of the signed sheets where there is one.
pub fn sign(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    meeting: &Meeting,
    signed: &Signed,
    scan: &str,
) -> Result<()> {
    if meeting.state != State::ToSign {
        return Err(Error::invalid(if meeting.state == State::Signed {
            "err-minutes-signed"
        } else {
            "err-sign-frozen"
        }));
    }
    let missing = |field| Error::Invalid(Text::new("err-required").with("field", Text::new(field)));
    let on = signed.on.ok_or_else(|| missing("field-signed_on"))?;
    if signed.by.trim().is_empty() {
        return Err(missing("field-signed_by"));
    }
    if let Some(held) = meeting.entry.day("held_on").filter(|held| on < *held) {
        return Err(Error::Invalid(Text::new("err-day-order").with("day", day::show(held))));
    }
    let signed = Signed { on: Some(on), by: clean(&signed.by), page: clean(&signed.page) };
    let seal = if scan.is_empty() { None } else { Some(super::entry::seal(scan)?) };
    let args = args(store, meeting, meeting.number)?;
    store.act(session, &SIGN, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        if let Some(seal) = seal {
            let mut file = Entry::new(&FILE, ("meeting", meeting.id()));
            file.put("kind", "minutes");
            file.put("path", scan);
            act.put_entry(&file, Some(seal))?;
        }
        act.sign_minutes(meeting, &signed)
    })
}

/// Saves a correction of signed minutes; `by` is the later meeting that made it. Returns its id.
pub fn correct(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    correction: &Entry,
    by: Option<i64>,
) -> Result<i64> {
    let meeting = store.meeting(correction.owner.1)?;
    if meeting.state != State::Signed {
        return Err(Error::invalid("err-correct-unsigned"));
    }
    if let Some((_, text, _)) = correction.check(store.clock().today()).into_iter().find(|(_, _, is_error)| *is_error) {
        return Err(Error::Invalid(text));
    }
    let args = args(store, &meeting, meeting.number)?;
    store.act(session, &CORRECT, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let id = act.put_entry(correction, None)?;
        by.map_or(Ok(()), |by| act.set_correcting(id, by))?;
        Ok(id)
    })
}
