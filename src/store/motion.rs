//! Motions with their votes, and actions: what somebody is to do until it is done or dropped.

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::{
    bylaws::Certainty,
    fold::fold,
    meeting::{ACTION, ActionState, MOTION},
    member::Sex,
    motion::{self, Conflict, Measure, Motion, Taken},
    noun::Entry,
    rule::{Majority, Outcome, Room, Share, Votes},
};
use chrono::NaiveDate;
use rusqlite::{Row, ToSql, params};

/// An action in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionRow {
    /// Identity in the book.
    pub id: i64,
    /// What is to be done.
    pub what: String,
    /// By whom.
    pub who: String,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// What became of it.
    pub state: ActionState,
    /// The body whose meeting wants it.
    pub organ: String,
    /// The day of that meeting.
    pub held_on: Option<NaiveDate>,
}

/// What a list of actions can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionWant {
    /// What is to be done.
    Open,
    /// What should have been done before that day.
    Overdue(NaiveDate),
    /// What is done or dropped.
    Settled,
    /// What meetings of that body want.
    Of(i64),
    /// In which, or in the name of whose doer or body, this stands.
    Word(String),
}

/// The order of a list of actions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActionSort {
    /// What is due first.
    #[default]
    Due,
    /// By the day of the meeting, the last one first.
    Meeting,
}

impl Reader {
    /// The motions of a meeting in the order of their numbers, each with its vote, conflicts and adopted amendments.
    pub fn motions(&self, meeting: i64) -> Result<Vec<Motion>> {
        const VOTES: &str = "SELECT id, ifnull(put, ''), withdrawn, outcome, method, in_favour, against, abstained, blank,
            ifnull(taken_at, ''), ifnull(eligible, 0), ifnull(present, 0), ifnull(represented, 0), ifnull(conflicted, 0),
            quorum, ifnull(quorum_reference, ''), quorum_certainty, majority, ifnull(reference, ''), certainty
            FROM motion WHERE meeting_id = ?1 ORDER BY number, id";
        const CONFLICTS: &str = "SELECT c.motion_id, c.member_id, c.name,
            (SELECT sex FROM attendance a WHERE a.meeting_id = ?1 AND a.member_id = c.member_id)
            FROM conflict c WHERE c.meeting_id = ?1 ORDER BY c.id";
        let mut entries = self.entries(&MOTION, ("meeting", meeting))?;
        let mut statement = self.conn.prepare_cached(VOTES)?;
        let mut rows = statement.query([meeting])?;
        let mut motions = Vec::with_capacity(entries.len());
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let at = entries.iter().position(|entry| entry.id == id).ok_or(Error::NotFound)?;
            let (conflicts, amendments) = (Vec::new(), Vec::new());
            let (entry, put, withdrawn) = (entries.swap_remove(at), row.get(1)?, row.get(2)?);
            motions.push(Motion { entry, conflicts, amendments, put, taken: taken(id, row)?, withdrawn });
        }
        let mut statement = self.conn.prepare_cached(CONFLICTS)?;
        let mut rows = statement.query([meeting])?;
        while let Some(row) = rows.next()? {
            let (of, sex): (i64, Option<String>) = (row.get(0)?, row.get(3)?);
            let sex = sex.and_then(|code| Sex::from_code(&code).ok());
            let conflict = Conflict { member: row.get(1)?, name: row.get(2)?, sex };
            motions
                .iter_mut()
                .filter(|m: &&mut Motion| m.entry.id == of)
                .for_each(|m| m.conflicts.push(conflict.clone()));
        }
        motion::amend(&mut motions);
        Ok(motions)
    }

    /// One motion.
    pub fn motion(&self, id: i64) -> Result<Motion> {
        let meeting = self.entry(&MOTION, id)?.owner.1;
        self.motions(meeting)?.into_iter().find(|motion| motion.entry.id == id).ok_or(Error::NotFound)
    }

    /// What a meeting wants somebody to do, in the order in which it was entered.
    pub fn actions(&self, meeting: i64) -> Result<Vec<Entry>> {
        self.entries(&ACTION, ("meeting", meeting))
    }

    /// What earlier meetings of a body have carried into the meeting `before`: what was still to be done when it began,
    /// and what was done or dropped since the meeting before it. What is due first stands first.
    pub fn open_actions(&self, organ: i64, before: i64) -> Result<Vec<Entry>> {
        const CARRIED: &str = "WITH earlier AS (SELECT m.id, m.held_on FROM meeting m JOIN meeting t ON t.id = ?2
              WHERE m.organ_id = ?1 AND m.state <> 'dropped' AND (m.held_on, m.id) < (t.held_on, t.id))
            SELECT a.id FROM action a JOIN earlier m ON m.id = a.meeting_id
            WHERE a.state = 'open' OR ifnull(a.done_on, '9999') >= (SELECT max(held_on) FROM earlier)
            ORDER BY a.due_on IS NULL, a.due_on, a.id";
        let mut statement = self.conn.prepare_cached(CARRIED)?;
        let ids = statement.query_map([organ, before], |row| row.get(0))?;
        ids.map(|id| self.entry(&ACTION, id?)).collect()
    }

    /// The actions that meet all of `wants`, in order; those of meetings that were not held are nobody's.
    pub fn find_actions(&self, sort: ActionSort, wants: &[ActionWant]) -> Result<Vec<i64>> {
        let mut values: Vec<Box<dyn ToSql>> = Vec::new();
        let mut place = |value: Box<dyn ToSql>| {
            values.push(value);
            values.len()
        };
        let condition = |want: &ActionWant| match want {
            ActionWant::Open => "a.state = 'open'".to_owned(),
            ActionWant::Overdue(today) => {
                format!("a.state = 'open' AND a.due_on < ?{}", place(Box::new(today.to_string())))
            }
            ActionWant::Settled => "a.state <> 'open'".to_owned(),
            ActionWant::Of(organ) => format!("m.organ_id = ?{}", place(Box::new(*organ))),
            ActionWant::Word(_) => "TRUE".to_owned(),
        };
        let held = std::iter::once("m.state <> 'dropped'".to_owned());
        let conditions = held.chain(wants.iter().map(condition)).collect::<Vec<_>>().join(" AND ");
        let order = match sort {
            ActionSort::Due => "a.due_on IS NULL, a.due_on, a.id",
            ActionSort::Meeting => "m.held_on DESC, m.id DESC, a.id",
        };
        let sql = format!(
            "SELECT a.id, concat_ws(' ', a.what, a.who, o.name) FROM action a JOIN meeting m ON m.id = a.meeting_id
            JOIN organ o ON o.id = m.organ_id WHERE {conditions} ORDER BY {order}"
        );
        let words: Vec<String> =
            wants.iter().filter_map(|w| if let ActionWant::Word(word) = w { Some(fold(word)) } else { None }).collect();
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(&values[..])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let text: String = if words.is_empty() { String::new() } else { fold(&row.get::<_, String>(1)?) };
            if words.iter().all(|word| text.contains(word)) {
                found.push(row.get(0)?);
            }
        }
        Ok(found)
    }

    /// Actions in a list, in the order of `ids`.
    pub fn action_rows(&self, ids: &[i64]) -> Result<Vec<ActionRow>> {
        const ROW: &str = "SELECT a.what, ifnull(a.who, ''), a.due_on, a.state, o.name, m.held_on FROM action a
            JOIN meeting m ON m.id = a.meeting_id JOIN organ o ON o.id = m.organ_id WHERE a.id = ?1";
        let mut statement = self.conn.prepare_cached(ROW)?;
        let row = |id: &i64| -> Result<ActionRow> {
            let day = |text: Option<String>| text.and_then(|day| day.parse().ok());
            let read = |row: &Row| {
                let state: String = row.get(3)?;
                let (due_on, held_on) = (day(row.get(2)?), day(row.get(5)?));
                let (what, who, organ) = (row.get(0)?, row.get(1)?, row.get(4)?);
                Ok((state, ActionRow { id: *id, what, who, due_on, state: ActionState::Open, organ, held_on }))
            };
            let (state, row) = statement.query_row([id], read)?;
            let state = ActionState::from_code(&state).map_err(|_| strange("action", *id, "state"))?;
            Ok(ActionRow { state, ..row })
        };
        ids.iter().map(row).collect()
    }
}

/// The vote in a row of motions.
fn taken(id: i64, row: &Row) -> Result<Option<Taken>> {
    let odd = |column| strange("motion", id, column);
    let (majority, outcome): (Option<String>, Option<String>) = (row.get(17)?, row.get(3)?);
    // a motion that was withdrawn before the vote has an outcome and no majority
    let Some((majority, outcome)) = majority.zip(outcome) else { return Ok(None) };
    let outcome = Outcome::from_code(&outcome).ok_or_else(|| odd("outcome"))?;
    let certainty = |at| -> Result<Option<Certainty>> {
        let code: Option<String> = row.get(at)?;
        Ok(code.and_then(|code| Certainty::from_code(&code)))
    };
    let votes = match row.get::<_, Option<u32>>(5)? {
        Some(in_favour) => {
            let count = |at| row.get::<_, Option<u32>>(at).map(Option::unwrap_or_default);
            Some(Votes { in_favour, against: count(6)?, abstained: count(7)?, blank: count(8)? })
        }
        None => None,
    };
    let quorum = match row.get::<_, Option<String>>(14)? {
        Some(share) => {
            let value = Share::parse(&share).map_err(|_| odd("quorum"))?;
            Some(Measure { value, reference: row.get(15)?, certainty: certainty(16)? })
        }
        None => None,
    };
    let value = Majority::parse(&majority).map_err(|_| odd("majority"))?;
    Ok(Some(Taken {
        method: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        votes,
        taken_at: row.get(9)?,
        room: Room {
            eligible: row.get(10)?,
            present: row.get(11)?,
            represented: row.get(12)?,
            conflicted: row.get(13)?,
        },
        quorum,
        majority: Measure { value, reference: row.get(18)?, certainty: certainty(19)? },
        outcome,
    }))
}

impl Act<'_> {
    /// Who may not vote on a motion, instead of who might not before.
    pub fn put_conflicts(&self, motion: &Entry, conflicts: &[Conflict]) -> Result<()> {
        const KEPT: &str = "SELECT id, member_id FROM conflict WHERE motion_id = ?1";
        const GONE: &str = "DELETE FROM conflict WHERE id = ?1";
        const PUT: &str =
            "INSERT INTO conflict (id, meeting_id, motion_id, member_id, name) VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut statement = self.conn.prepare_cached(KEPT)?;
        let kept = statement.query_map([motion.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let kept: Vec<(i64, i64)> = kept.collect::<Result<_, _>>()?;
        for (id, _) in kept.iter().filter(|(_, member)| !conflicts.iter().any(|c| c.member == *member)) {
            self.conn.prepare_cached(GONE)?.execute([id])?;
        }
        for conflict in conflicts.iter().filter(|c| !kept.iter().any(|(_, member)| c.member == *member)) {
            let id = self.next_id("conflict")?;
            self.conn.prepare_cached(PUT)?.execute(params![
                id,
                motion.owner.1,
                motion.id,
                conflict.member,
                conflict.name
            ])?;
        }
        Ok(())
    }

    /// Writes the vote on a motion over the one before, and the text that was put where it is another than was moved.
    /// Needs the `rev` that was read.
    pub fn put_vote(&self, (id, rev): (i64, i64), put: &str, taken: &Taken) -> Result<()> {
        const PUT: &str = "UPDATE motion SET rev = rev + 1, put = ?3, method = ?4, in_favour = ?5, against = ?6,
            abstained = ?7, blank = ?8, taken_at = ?9, eligible = ?10, present = ?11, represented = ?12,
            conflicted = ?13, quorum = ?14, quorum_reference = ?15, quorum_certainty = ?16, majority = ?17,
            reference = ?18, certainty = ?19, outcome = ?20 WHERE id = ?1 AND rev = ?2";
        let Taken { method, votes, taken_at, room, quorum, majority, outcome } = taken;
        let quorum = quorum.as_ref();
        let done = self.conn.prepare_cached(PUT)?.execute(params![
            id,
            rev,
            some(put),
            method,
            votes.map(|v| v.in_favour),
            votes.map(|v| v.against),
            votes.map(|v| v.abstained),
            votes.map(|v| v.blank),
            taken_at,
            room.eligible,
            room.present,
            room.represented,
            room.conflicted,
            quorum.map(|q| q.value.to_string()),
            quorum.and_then(|q| some(&q.reference)),
            quorum.and_then(|q| q.certainty).map(Certainty::code),
            majority.value.to_string(),
            some(&majority.reference),
            majority.certainty.map(Certainty::code),
            outcome.code()
        ])?;
        if done == 1 { Ok(()) } else { Err(Error::Stale) }
    }

    /// Takes a motion back before it is decided, with the reason.
    pub fn withdraw(&self, (id, rev): (i64, i64), reason: &str) -> Result<()> {
        const WITHDRAW: &str =
            "UPDATE motion SET rev = rev + 1, withdrawn = ?3, outcome = ?4 WHERE id = ?1 AND rev = ?2";
        let code = Outcome::Withdrawn.code();
        match self.conn.prepare_cached(WITHDRAW)?.execute(params![id, rev, reason, code])? {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }

    /// What became of an action; minutes that are signed do not forbid it.
    pub fn settle_action(
        &self,
        (id, rev): (i64, i64),
        state: ActionState,
        on: Option<NaiveDate>,
        result: &str,
    ) -> Result<()> {
        const SETTLE: &str =
            "UPDATE action SET rev = rev + 1, state = ?3, done_on = ?4, result = ?5 WHERE id = ?1 AND rev = ?2";
        let day = on.map(|day| day.to_string());
        match self.conn.prepare_cached(SETTLE)?.execute(params![id, rev, state.code(), day, some(result)])? {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }
}
