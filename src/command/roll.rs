//! The roll of a meeting: who has come, who has left, who votes for whom, who stands on it late. Each is one act at the
//! time of the act.
//!
//! What is there is read inside the act: of two doors, each writes its own lines, and where both mean the same line the
//! later is told what stands there.

use super::{REGISTER, meeting::FOUNDING};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        meeting::{Meeting, State},
        member::{Member, Status},
        roll::Attendance,
        user::Session,
    },
    store::{Error, Result, Store},
};

/// Enters that somebody has come, or has come back.
pub static ARRIVE: Command = Command { id: "roll.arrive", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Enters that somebody has left.
pub static LEAVE: Command = Command { id: "roll.leave", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Enters that somebody is excused.
pub static EXCUSE: Command = Command { id: "roll.excuse", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Enters that somebody is not here after all.
pub static ABSENT: Command = Command { id: "roll.absent", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Enters who votes for somebody who is absent.
pub static PROXY: Command = Command { id: "roll.proxy", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Enters that nobody votes for somebody any more.
pub static WITHDRAW: Command = Command { id: "roll.withdraw", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Enters that everybody is here.
pub static ALL: Command = Command { id: "roll.all", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Puts somebody on the roll who did not stand there when it was opened.
pub static ADD: Command = Command { id: "roll.add", roles: REGISTER, undo: Undo::Whole, pin: false };

/// What becomes of a proxy that is more than the rule of the day allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// It is refused, with a sentence to ask by.
    Kept,
    /// Somebody has been asked: it is entered, and marked.
    Passed,
}

/// Somebody comes in or comes back; a proxy that was given is over.
pub fn arrive(store: &mut Store, session: &Session, line: i64) -> Result<Attendance> {
    change(store, session, &ARRIVE, line, Attendance::arrive)
}

/// Somebody leaves. Gives also those for whom nobody votes any more.
pub fn leave(store: &mut Store, session: &Session, line: i64) -> Result<(Attendance, Vec<Attendance>)> {
    let left = change(store, session, &LEAVE, line, Attendance::leave)?;
    let lapsed = store.proxies_of(line)?;
    Ok((left, lapsed))
}

/// Somebody is excused.
pub fn excuse(store: &mut Store, session: &Session, line: i64) -> Result<Attendance> {
    change(store, session, &EXCUSE, line, |line, _| line.excuse())
}

/// Somebody is not here after all.
pub fn miss(store: &mut Store, session: &Session, line: i64) -> Result<Attendance> {
    change(store, session, &ABSENT, line, |line, _| line.miss())
}

/// Somebody in the room votes for somebody who is absent.
pub fn represent(
    store: &mut Store,
    session: &Session,
    line: i64,
    holder: i64,
    limit: Limit,
) -> Result<(Attendance, Attendance)> {
    let holder_name = store.attendance(holder)?.name;
    let about = [("name", store.attendance(line)?.name), ("holder", holder_name)];
    store.act(session, &PROXY, &about, |act| {
        let (mut giver, holder) = (act.attendance(line)?, act.attendance(holder)?);
        let meeting = act.meeting(act.meeting_of(line)?)?;
        moment(meeting.state, String::new())?;
        giver.represent(&holder).map_err(Error::Invalid)?;
        let held = act.proxies_of(holder.id)?.iter().filter(|other| other.id != line).count();
        let is_beyond = meeting.proxies.is_some_and(|most| held >= most as usize);
        if is_beyond && limit == Limit::Kept {
            return Err(Error::Invalid(beyond(&holder, held, meeting.proxies)));
        }
        act.put_attendance(&giver)?;
        if is_beyond {
            act.mark_proxy_beyond(line)?;
        }
        Ok((act.attendance(line)?, holder))
    })
}

/// What to ask before somebody stands for more absent members than the rule of the day allows.
pub fn beyond(holder: &Attendance, held: usize, limit: Option<u32>) -> Text {
    Text::new("err-proxy-limit").with("name", holder.name.as_str()).with("held", held).with("limit", limit.unwrap_or(0))
}

/// Nobody votes for somebody any more.
pub fn withdraw(store: &mut Store, session: &Session, line: i64) -> Result<Attendance> {
    change(store, session, &WITHDRAW, line, |line, _| line.withdraw())
}

/// Everybody is here, but for those who are excused, who have left, or for whom somebody votes. Gives how many came in.
pub fn everybody(store: &mut Store, session: &Session, meeting: i64) -> Result<usize> {
    let now = store.clock().time();
    store.act(session, &ALL, &[], |act| {
        let at = moment(act.meeting_state(meeting)?, now)?;
        match act.put_everybody(meeting, &at)? {
            0 => Err(Error::invalid("err-roll-nobody-missing")),
            count => Ok(count),
        }
    })
}

/// Puts somebody on the roll who is a member since it was opened, with the reason, and in the room.
pub fn add(store: &mut Store, session: &Session, meeting: i64, member: i64, reason: &str) -> Result<Attendance> {
    if reason.trim().is_empty() {
        return Err(Error::invalid("err-roll-reason"));
    }
    let now = store.clock().time();
    let about = [("name", store.member(member)?.full_name()), ("reason", reason.trim().to_owned())];
    store.act(session, &ADD, &about, |act| {
        let the_meeting = act.meeting(meeting)?;
        let at = moment(the_meeting.state, now)?;
        may_stand(&act.member(member)?, &the_meeting).map_err(Error::Invalid)?;
        if act.roll(meeting)?.iter().any(|line| line.member == member) {
            return Err(Error::invalid("err-roll-twice"));
        }
        let id = act.enrol(meeting, act.next_rank(meeting)?, &act.voter(member)?)?;
        act.set_added(id, reason.trim())?;
        let mut line = act.attendance(id)?;
        line.arrive(&at).map_err(Error::Invalid)?;
        act.put_attendance(&line)?;
        act.attendance(id)
    })
}

/// Whether somebody may be put on a roll: an active member, at a founding also somebody who applies.
///
/// # Errors
/// What the person is instead.
pub fn may_stand(member: &Member, meeting: &Meeting) -> Result<(), Text> {
    let founds = meeting.entry.get("kind") == FOUNDING && member.status == Status::Applicant;
    if member.status == Status::Active || founds {
        return Ok(());
    }
    let status = Text::new(member.status.text_id());
    Err(Text::new("err-roll-status").with("name", member.full_name()).with("status", status))
}

/// Reads a line inside the act, changes it, writes it.
fn change(
    store: &mut Store,
    session: &Session,
    command: &'static Command,
    line: i64,
    work: impl FnOnce(&mut Attendance, &str) -> Result<(), Text>,
) -> Result<Attendance> {
    let now = store.clock().time();
    let about = [("name", store.attendance(line)?.name)];
    store.act(session, command, &about, |act| {
        let mut changed = act.attendance(line)?;
        let at = moment(act.meeting_state(act.meeting_of(line)?)?, now)?;
        work(&mut changed, &at).map_err(Error::Invalid)?;
        act.put_attendance(&changed)?;
        act.attendance(line)
    })
}

/// The time that an act writes down. What is put right once the meeting has ended was seen on no clock.
fn moment(state: State, now: String) -> Result<String> {
    match state {
        State::Open => Ok(now),
        State::Closed => Ok(String::new()),
        State::Planned | State::Dropped => Err(Error::invalid("err-roll-not-open")),
        State::ToSign | State::Signed => Err(Error::invalid("err-minutes-frozen")),
    }
}
