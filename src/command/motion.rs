//! Motions: moved, put to the vote, withdrawn. The rules of the day and who is in the room are read in the act that
//! writes the vote, and kept with it.

use super::{REGISTER, entry::refuse};
use crate::{
    clock::stamp,
    domain::{
        Text,
        command::{Command, Undo},
        meeting::{MOTION, Meeting, State},
        motion::{self, Conflict, Finding, Motion, Taken, Terms},
        noun::Entry,
        roll::Attendance,
        rule::{Outcome, Room, Vote},
        user::Session,
    },
    store::{Act, Error, Reader, Result, Store},
};

/// Moves a motion, or changes one before it is voted on.
pub static SAVE: Command = Command { id: "motion.save", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Takes a vote.
pub static VOTE: Command = Command { id: "motion.vote", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Whoever moved it takes it back.
pub static WITHDRAW: Command = Command { id: "motion.withdraw", roles: REGISTER, undo: Undo::Whole, pin: false };

/// A vote as somebody enters it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Code of how the votes were found, one of [`crate::domain::meeting::METHODS`].
    pub method: String,
    /// What was found.
    pub finding: Finding,
    /// Who may not vote.
    pub conflicts: Vec<Conflict>,
}

/// Saves a motion: a new one, with the next number of its meeting, when the id is 0, else the one whose `rev` was read.
/// Without `conflicts` those stay who may not vote on it. Once it was voted on its text stays. Returns the id.
pub fn save(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    entry: &Entry,
    conflicts: Option<&[Conflict]>,
) -> Result<i64> {
    refuse(entry, store)?;
    store.act(session, &SAVE, &args(entry.get("text")), |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let meeting = entry.owner.1;
        may_change(act.meeting_state(meeting)?)?;
        let motions = act.motions(meeting)?;
        let before = motions.iter().find(|motion| motion.entry.id == entry.id);
        let mut entry = entry.clone();
        match before {
            Some(before) => keep(before, &mut entry, conflicts)?,
            None if entry.id != 0 => return Err(Error::NotFound),
            None => {
                let last = motions.iter().map(Motion::number).max().unwrap_or(0);
                entry.put("number", (last + 1).to_string());
            }
        }
        let amends = entry.get("amends").parse().ok().filter(|number| before.and_then(Motion::amends) != Some(*number));
        if let Some(number) = amends {
            motion::may_amend(number, &motions, entry.get("number").parse().ok()).map_err(Error::Invalid)?;
        }
        entry.id = act.put_entry(&entry, None)?;
        if let Some(conflicts) = conflicts {
            on_roll(&act.roll(meeting)?, conflicts)?;
            act.put_conflicts(&entry, conflicts)?;
        }
        Ok(entry.id)
    })
}

/// Takes a vote on the motion whose `rev` was read; one that was taken before stays in the history. Returns what it
/// decided.
pub fn vote(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (id, rev): (i64, i64),
    ballot: &Ballot,
) -> Result<Outcome> {
    let args = args(store.entry(&MOTION, id)?.get("text"));
    store.act(session, &VOTE, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let moved = act.motion(id)?;
        let meeting = act.meeting(moved.entry.owner.1)?;
        may_vote(act, &moved, &meeting)?;
        let roll = act.roll(meeting.id())?;
        on_roll(&roll, &ballot.conflicts)?;
        act.put_conflicts(&moved.entry, &ballot.conflicts)?;
        let terms = terms(act, &meeting, moved.entry.get("kind"), motion::room(&roll, &ballot.conflicts))?;
        let (votes, outcome) = terms.take(&ballot.method, ballot.finding).map_err(Error::Invalid)?;
        let Terms { quorum, majority, room } = terms;
        let (method, taken_at) = (ballot.method.clone(), stamp(act.at()));
        let taken = Taken { method, votes, taken_at, room, quorum, majority, outcome };
        // what amendments have made of the text is put from now on, decided or not
        let put = moved.amendments.last().map_or("", |last| &last.text);
        act.put_vote((id, rev), put, &taken)?;
        Ok(outcome)
    })
}

/// Takes a motion back that is not decided.
pub fn withdraw(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (id, rev): (i64, i64),
    reason: &str,
) -> Result<()> {
    let moved = store.motion(id)?;
    store.act(session, &WITHDRAW, &args(moved.text()), |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let moved = act.motion(id)?;
        may_change(act.meeting_state(moved.entry.owner.1)?)?;
        if moved.is_decided() {
            return Err(Error::invalid("err-motion-voted"));
        }
        act.withdraw((id, rev), reason)
    })
}

/// Takes out a motion that should not be there: the last one of its meeting, before any vote on it.
pub(super) fn remove(act: &Act, entry: &Entry) -> Result<()> {
    let motions = act.motions(entry.owner.1)?;
    match motions.last() {
        Some(last) if last.entry.id == entry.id && last.outcome().is_none() => act.put_conflicts(entry, &[]),
        _ => Err(Error::invalid("err-motion-stays")),
    }
}

/// What a vote on a motion of that kind is measured against now.
pub fn terms(reader: &Reader, meeting: &Meeting, kind: &str, room: Room) -> Result<Terms> {
    let vote = Vote { organ: &meeting.organ_kind, meeting: meeting.entry.get("kind"), motion: kind };
    Terms::of(&reader.rules()?, vote, meeting.call(), room).ok_or_else(|| Error::invalid("err-majority-none"))
}

/// Whether a vote can be taken now.
pub fn may_vote(reader: &Reader, moved: &Motion, meeting: &Meeting) -> Result<()> {
    if !matches!(meeting.state, State::Open | State::Closed) {
        may_change(meeting.state)?;
        return Err(Error::invalid("err-roll-closed"));
    }
    if moved.withdrawn.is_some() {
        return Err(Error::invalid("err-motion-withdrawn"));
    }
    match moved.amends() {
        Some(number) => {
            motion::may_amend(number, &reader.motions(meeting.id())?, Some(moved.number())).map_err(Error::Invalid)
        }
        None => Ok(()),
    }
}

fn may_change(state: State) -> Result<()> {
    match state {
        State::ToSign | State::Signed => Err(Error::invalid("err-minutes-frozen")),
        State::Dropped => Err(Error::invalid("err-meeting-dropped")),
        State::Planned | State::Open | State::Closed => Ok(()),
    }
}

/// What a motion keeps that was voted on or withdrawn; the number stays in any case.
fn keep(before: &Motion, entry: &mut Entry, conflicts: Option<&[Conflict]>) -> Result<()> {
    entry.put("number", before.entry.get("number"));
    let is_same = |code: &&str| entry.get(code) == before.entry.get(code);
    let same_conflicts = conflicts.is_none_or(|conflicts| {
        let members = |all: &[Conflict]| all.iter().map(|c| c.member).collect::<std::collections::BTreeSet<_>>();
        members(conflicts) == members(&before.conflicts)
    });
    let is_open = before.outcome().is_none();
    if is_open || (["text", "kind", "amends"].iter().all(is_same) && same_conflicts) {
        return Ok(());
    }
    Err(Error::invalid("err-motion-voted"))
}

/// Everybody in conflict must stand on the roll: nobody else has a vote that could be left out.
fn on_roll(roll: &[Attendance], conflicts: &[Conflict]) -> Result<()> {
    match conflicts.iter().find(|conflict| !roll.iter().any(|line| line.member == conflict.member)) {
        Some(conflict) => Err(Error::Invalid(Text::new("err-conflict-roll").with("name", conflict.name.as_str()))),
        None => Ok(()),
    }
}

/// What the log says: how the motion begins.
fn args(text: &str) -> [(&'static str, String); 1] {
    const SHOWN: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    let short = if line.chars().count() > SHOWN {
        format!("{}…", line.chars().take(SHOWN).collect::<String>())
    } else {
        line.to_owned()
    };
    [("name", short)]
}
