//! Meetings: opened with the roll of that day.

use super::SECRETARY;
use crate::{
    domain::{
        command::{Command, Undo},
        meeting::State,
        rule::{ANY_ORGAN, Rule, Vote, What},
        user::Session,
    },
    store::{Error, Result, Store, calling::Opening},
};

/// Opens a meeting with its roll.
pub static OPEN: Command = Command { id: "meeting.open", roles: SECRETARY, undo: Undo::Whole, pin: false };

/// Opens a meeting: writes down who may vote, and by which rules the day goes.
pub fn open(store: &mut Store, session: &Session, id: i64) -> Result<()> {
    let meeting = store.meeting(id)?;
    let at = store.clock().time();
    store.act(session, &OPEN, &[], |act| {
        if act.meeting_state(id)? != State::Planned {
            return Err(Error::Stale);
        }
        let voters = act.voters()?;
        if act.roll_size(id)? == 0 {
            for (at, voter) in voters.iter().enumerate() {
                act.enrol(id, at + 1, voter)?;
            }
        }
        let eligible = act.roll_size(id)?;
        let rules = act.rules()?;
        let kind = meeting.entry.get("kind");
        let vote = Vote { organ: &meeting.organ_kind, meeting: kind, motion: "" };
        let quorum = rules.quorum(vote, meeting.call()).map(|rule| (rule.value.clone(), rule.reference.clone()));
        let proxies = rules.first(&[kind, &meeting.organ_kind, ANY_ORGAN], What::Proxies).and_then(Rule::count);
        act.open_meeting(id, &Opening { at, eligible, quorum: quorum.unwrap_or_default(), proxies })
    })
}
