//! Founders, before anybody is a member: applicants who stand on the roll of the founding meeting in the order in which
//! they sign. Their numbers are given in that order once the statutes are adopted.

use super::{REGISTER, meeting};
use crate::{
    domain::{
        Text,
        agenda::Way,
        command::{Command, Undo},
        meeting::State,
        member::{Member, Status},
        roll::Attendance,
        user::Session,
    },
    store::{Act, Error, Result, Store},
};

/// Puts a founder on the list.
pub static ADD: Command = Command { id: "founder.add", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Changes the order of signing.
pub static ORDER: Command = Command { id: "founder.order", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Takes a founder off the list.
pub static REMOVE: Command = Command { id: "founder.remove", roles: REGISTER, undo: Undo::Whole, pin: false };

/// Puts a founder at the end of the list of a founding meeting: somebody the book knows, or, when the id is 0, somebody
/// who becomes an applicant by it. Returns the line of the roll.
pub fn add(store: &mut Store, session: &Session, meeting: i64, founder: &Member) -> Result<i64> {
    let wrong = founder.check(store.clock().today()).into_iter().find(|issue| issue.is_error);
    if let Some(issue) = wrong.filter(|_| founder.id == 0) {
        return Err(Error::Invalid(issue.text));
    }
    store.act(session, &ADD, &[("name", founder.full_name())], |act| {
        open_list(act, meeting)?;
        let roll = act.roll(meeting)?;
        let id = match founder.id {
            0 => act.insert_member(&Member { number: None, status: Status::Applicant, ..founder.clone() })?,
            id => id,
        };
        if roll.iter().any(|line| line.member == id) {
            return Err(Error::Invalid(Text::new("err-founder-twice").with("name", founder.full_name())));
        }
        act.enrol(meeting, roll.len() + 1, &act.voter(id)?)
    })
}

/// Moves a founder one place earlier or later in the order of signing; who cannot move stays, and that is no act.
pub fn reorder(store: &mut Store, session: &Session, line: &Attendance, meeting: i64, way: Way) -> Result<()> {
    let roll = store.roll(meeting)?;
    let Some(at) = roll.iter().position(|other| other.id == line.id) else { return Err(Error::NotFound) };
    let to = match way {
        Way::Earlier => at.checked_sub(1),
        Way::Later => Some(at + 1).filter(|to| *to < roll.len()),
    };
    let Some(to) = to else { return Ok(()) };
    store.act(session, &ORDER, &[("name", line.name.clone())], |act| {
        open_list(act, meeting)?;
        let mut lines: Vec<i64> = act.roll(meeting)?.iter().map(|line| line.id).collect();
        if lines.iter().ne(roll.iter().map(|line| &line.id)) {
            return Err(Error::Stale);
        }
        lines.swap(at, to);
        act.order_roll(lines.into_iter())
    })
}

/// Takes a founder off the list; who became an applicant by it stays one.
pub fn remove(store: &mut Store, session: &Session, line: &Attendance, meeting: i64) -> Result<()> {
    store.act(session, &REMOVE, &[("name", line.name.clone())], |act| {
        open_list(act, meeting)?;
        act.unenrol(line.id)?;
        let lines: Vec<i64> = act.roll(meeting)?.iter().map(|line| line.id).collect();
        act.order_roll(lines.into_iter())
    })
}

/// Refuses unless the list of founders can still be changed.
fn open_list(act: &Act, id: i64) -> Result<()> {
    let of = act.meeting(id)?;
    if of.entry.get("kind") != meeting::FOUNDING {
        return Err(Error::invalid("err-not-founding"));
    }
    if of.state == State::Planned { Ok(()) } else { Err(Error::invalid("err-founders-fixed")) }
}
