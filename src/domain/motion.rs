//! What is put to the vote: its text as amendments make it, who may vote on it, how the votes were found, and what that
//! decides under the rules of that day.
//!
//! The arithmetic of shares and majorities is in [`super::rule`], who is in the room in [`super::roll`].

use super::{
    Text,
    bylaws::Certainty,
    member::Sex,
    noun::Entry,
    roll::{Attendance, Count, Presence},
    rule::{Call, Majority, Outcome, Room, Rule, Rules, Share, Vote, Votes},
};

/// What is moved in a meeting, with all that became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Motion {
    /// What is written down of it.
    pub entry: Entry,
    /// Who may not vote on it.
    pub conflicts: Vec<Conflict>,
    /// The amendments to it that were adopted, in the order of their votes.
    pub amendments: Vec<Amendment>,
    /// The text that was voted on, where amendments had made it another; empty else.
    pub put: String,
    /// The last vote on it.
    pub taken: Option<Taken>,
    /// Why it was withdrawn; `None` while it stands.
    pub withdrawn: Option<String>,
}

/// Somebody who may not vote on a motion, by the name of that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The member.
    pub member: i64,
    /// Name and number, as [`super::person::written`] writes them.
    pub name: String,
    /// The sex, where it is known.
    pub sex: Option<Sex>,
}

/// An adopted amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// Its number in the meeting.
    pub number: u32,
    /// What it makes of the text.
    pub text: String,
}

/// A rule as it was when a vote was measured against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure<T> {
    /// Its value.
    pub value: T,
    /// Article of the law, or of the statutes.
    pub reference: String,
    /// How sure it was; `None` for one of the cooperative's own.
    pub certainty: Option<Certainty>,
}

impl<T> Measure<T> {
    fn of(rule: &Rule, value: Option<T>) -> Option<Self> {
        Some(Self { value: value?, reference: rule.reference.clone(), certainty: rule.certainty })
    }

    /// Whether somebody should look the rule up in the statutes.
    pub fn is_doubtful(&self) -> bool {
        matches!(self.certainty, Some(Certainty::S | Certainty::R))
    }
}

/// A vote that was taken, with what it was measured against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Code of how the votes were found, one of [`super::meeting::METHODS`].
    pub method: String,
    /// The votes; `None` where the chair declared an evident majority and nobody counted.
    pub votes: Option<Votes>,
    /// The moment, in UTC as stored.
    pub taken_at: String,
    /// Who could vote.
    pub room: Room,
    /// How many had to be there.
    pub quorum: Option<Measure<Share>>,
    /// How many votes were needed.
    pub majority: Measure<Majority>,
    /// What it decided.
    pub outcome: Outcome,
}

impl Motion {
    /// Its number in the meeting.
    pub fn number(&self) -> u32 {
        self.entry.get("number").parse().unwrap_or(0)
    }

    /// The number of the motion that it would change.
    pub fn amends(&self) -> Option<u32> {
        self.entry.get("amends").parse().ok()
    }

    /// The agenda item under which it was moved.
    pub fn item(&self) -> i64 {
        self.entry.get("item_id").parse().unwrap_or(0)
    }

    /// The text that is put, or was: as it was moved, or as adopted amendments have made it.
    pub fn text(&self) -> &str {
        let moved = self.entry.get("text");
        match self.amendments.last() {
            _ if self.is_decided() => Some(self.put.as_str()).filter(|put| !put.is_empty()).unwrap_or(moved),
            Some(last) => &last.text,
            None => moved,
        }
    }

    /// The text as it was moved, where amendments have made it another.
    pub fn text_before(&self) -> Option<&str> {
        let moved = self.entry.get("text");
        (moved != self.text()).then_some(moved)
    }

    /// What became of it; `None` before the vote.
    pub fn outcome(&self) -> Option<Outcome> {
        match self.withdrawn {
            Some(_) => Some(Outcome::Withdrawn),
            None => self.taken.as_ref().map(|taken| taken.outcome),
        }
    }

    /// Whether it was adopted, rejected or withdrawn: without a quorum nothing is decided.
    pub fn is_decided(&self) -> bool {
        self.outcome().is_some_and(|outcome| outcome != Outcome::NoQuorum)
    }
}

/// Gives each motion of a meeting the amendments to it that were adopted.
pub fn amend(motions: &mut [Motion]) {
    let adopted = |m: &&Motion| m.amends().is_some() && m.outcome() == Some(Outcome::Adopted);
    let moment = |m: &Motion| m.taken.as_ref().map(|taken| taken.taken_at.clone()).unwrap_or_default();
    let mut found: Vec<_> = motions.iter().filter(adopted).map(|m| (moment(m), m.amends(), amendment(m))).collect();
    found.sort_by(|a, b| (&a.0, a.2.number).cmp(&(&b.0, b.2.number)));
    for motion in motions {
        let number = Some(motion.number());
        let of_it = found.iter().filter(|(_, amends, _)| *amends == number);
        motion.amendments = of_it.map(|(_, _, amendment)| amendment.clone()).collect();
    }
}

fn amendment(motion: &Motion) -> Amendment {
    Amendment { number: motion.number(), text: motion.text().to_owned() }
}

/// Whether a motion may change the one of that number, which must stand before it and not be decided.
///
/// # Errors
/// What forbids it.
pub fn may_amend(number: u32, motions: &[Motion], own: Option<u32>) -> Result<(), Text> {
    let wrong = |id| Text::new(id).with("number", number);
    let before = |m: &&Motion| m.number() == number && own.is_none_or(|own| m.number() < own);
    match motions.iter().find(before) {
        None => Err(wrong("err-amends")),
        Some(motion) if motion.is_decided() => Err(wrong("err-amends-decided")),
        Some(_) => Ok(()),
    }
}

/// What a vote is measured against: the rules that hold now, and who is in the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How many must be there.
    pub quorum: Option<Measure<Share>>,
    /// How many votes adopt.
    pub majority: Measure<Majority>,
    /// Who can vote.
    pub room: Room,
}

/// How votes were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// They were counted.
    Counted(Votes),
    /// All who could vote were for it.
    Unanimous,
    /// Nobody counted: the chair declared what everybody saw.
    Evident(Outcome),
}

/// The method of a vote in which all were for it.
pub const UNANIMOUS: &str = "unanimous";
/// The methods in which a majority can be seen without a count.
const SEEN: [&str; 2] = ["hands", "stand"];

impl Terms {
    /// What a vote in a room is measured against; `None` when no rule says how many votes adopt.
    pub fn of(rules: &Rules, vote: Vote, call: Call, room: Room) -> Option<Self> {
        let majority = rules.majority(vote).and_then(|rule| Measure::of(rule, rule.majority()))?;
        let quorum = rules.quorum(vote, call).and_then(|rule| Measure::of(rule, rule.share()));
        Some(Self { quorum, majority, room })
    }

    /// How many votes for the motion are needed, and out of how many.
    pub fn needed(&self, votes: Votes) -> (u32, u32) {
        let of = self.majority.value.of(self.room, votes);
        // nothing is adopted by nobody
        (self.majority.value.share.needed(of).max(1), of)
    }

    /// How many had to be there, and whether they were.
    pub fn quorum(&self) -> Option<(u32, bool)> {
        let needed = self.quorum.as_ref()?.value.needed(self.room.eligible);
        Some((needed, self.room.there() >= needed))
    }

    /// What a vote decides: the votes as they are kept, and the outcome.
    ///
    /// # Errors
    /// When more votes were counted than people may vote, none at all, or an evident majority is declared where the
    /// rule needs a count.
    pub fn take(&self, method: &str, finding: Finding) -> Result<(Option<Votes>, Outcome), Text> {
        let all = self.room.voters();
        if all == 0 {
            return Err(Text::new("err-voters-none"));
        }
        let has_quorum = self.quorum().is_none_or(|(_, is_met)| is_met);
        let counted = |votes: Votes| {
            let quorum = self.quorum.as_ref().map(|quorum| quorum.value);
            Ok((Some(votes), self.majority.value.decide(quorum, self.room, votes)?))
        };
        match finding {
            Finding::Unanimous => counted(Votes { in_favour: all, ..Votes::default() }),
            Finding::Counted(votes) if votes.all() == 0 => Err(Text::new("err-votes-none")),
            Finding::Counted(votes) if method == UNANIMOUS && votes.in_favour != all => {
                Err(Text::new("err-votes-unanimous").with("votes", votes.in_favour).with("voters", all))
            }
            Finding::Counted(votes) => counted(votes),
            Finding::Evident(_) if !SEEN.contains(&method) => Err(Text::new("err-evident-method")),
            Finding::Evident(_) if !self.majority.value.is_simple() => Err(Text::new("err-evident-rule")),
            Finding::Evident(_) if !has_quorum => Ok((None, Outcome::NoQuorum)),
            Finding::Evident(outcome) => Ok((None, outcome)),
        }
    }
}

/// Who can vote on a motion: who is in conflict counts only where somebody in the room could have voted for them.
pub fn room(roll: &[Attendance], conflicts: &[Conflict]) -> Room {
    let inside = |id: i64| roll.iter().any(|line| line.id == id && line.presence == Presence::Present);
    let has_vote = |line: &&Attendance| line.presence == Presence::Present || line.holder.is_some_and(inside);
    let is_conflicted = |line: &&Attendance| conflicts.iter().any(|conflict| conflict.member == line.member);
    let conflicted = roll.iter().filter(is_conflicted).filter(has_vote).count();
    Room { conflicted: u32::try_from(conflicted).unwrap_or(u32::MAX), ..Count::of(roll.iter()).room() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{book::LegalForm, bylaws::Bylaws, meeting::MOTION, person::tests::line};

    fn terms(majority: &str, room: Room) -> Terms {
        let measure = |value| Measure { value, reference: String::new(), certainty: None };
        let quorum = Share::parse("1/2").unwrap();
        Terms {
            quorum: Some(Measure { value: quorum, reference: String::new(), certainty: None }),
            majority: measure(Majority::parse(majority).unwrap()),
            room,
        }
    }

    const ROOM: Room = Room { eligible: 30, present: 22, represented: 3, conflicted: 1 };

    fn motion(number: u32, text: &str, amends: Option<u32>) -> Motion {
        let mut entry = Entry::new(&MOTION, ("meeting", 1));
        entry.put("number", number.to_string());
        entry.put("text", text);
        entry.put("amends", amends.map(|n| n.to_string()).unwrap_or_default());
        let (conflicts, amendments, put) = (Vec::new(), Vec::new(), String::new());
        Motion { entry, conflicts, amendments, put, taken: None, withdrawn: None }
    }

    fn taken(outcome: Outcome) -> Taken {
        let terms = terms(">1/2 votes", ROOM);
        Taken {
            method: "hands".into(),
            votes: None,
            taken_at: "2026-11-23T12:00:00Z".into(),
            room: ROOM,
            quorum: terms.quorum,
            majority: terms.majority,
            outcome,
        }
    }

    #[test]
    fn unanimous_is_everybody_who_may_vote() {
        let (votes, outcome) = terms("1 members", ROOM).take("unanimous", Finding::Unanimous).unwrap();
        assert_eq!((votes.unwrap().in_favour, outcome), (24, Outcome::Rejected), "24 of the 29 who may vote");
        let (votes, outcome) = terms("2/3 votes", ROOM).take("unanimous", Finding::Unanimous).unwrap();
        assert_eq!((votes.unwrap().in_favour, outcome), (24, Outcome::Adopted));
        let counted = Finding::Counted(Votes { in_favour: 23, ..Votes::default() });
        assert_eq!(terms("2/3 votes", ROOM).take("unanimous", counted).unwrap_err().id, "err-votes-unanimous");
    }

    #[test]
    fn what_is_seen_must_be_simple_and_seen() {
        let evident = Finding::Evident(Outcome::Adopted);
        assert_eq!(terms(">1/2 votes", ROOM).take("hands", evident), Ok((None, Outcome::Adopted)));
        assert_eq!(terms(">1/2 votes", ROOM).take("secret", evident).unwrap_err().id, "err-evident-method");
        for rule in ["2/3 votes", ">1/2 members", ">1/2 cast", "1/2 votes"] {
            assert_eq!(terms(rule, ROOM).take("hands", evident).unwrap_err().id, "err-evident-rule", "{rule}");
        }
        let few = Room { present: 5, ..ROOM };
        assert_eq!(terms(">1/2 votes", few).take("hands", evident), Ok((None, Outcome::NoQuorum)));
    }

    #[test]
    fn a_vote_needs_voters_and_votes() {
        let nobody = Room { present: 1, represented: 0, ..ROOM };
        assert_eq!(terms(">1/2 votes", nobody).take("hands", Finding::Unanimous).unwrap_err().id, "err-voters-none");
        let none = Finding::Counted(Votes::default());
        assert_eq!(terms(">1/2 votes", ROOM).take("hands", none).unwrap_err().id, "err-votes-none");
        let many = Finding::Counted(Votes { in_favour: 20, against: 5, ..Votes::default() });
        assert_eq!(terms(">1/2 votes", ROOM).take("hands", many).unwrap_err().id, "err-votes-many");
    }

    #[test]
    fn who_is_in_conflict_counts_only_where_there_is_a_vote() {
        let at = |id, presence, holder| Attendance { presence, holder, ..line(id) };
        let roll = [
            line(1),
            line(2),
            at(3, Presence::Absent, Some(1)),
            at(4, Presence::Absent, None),
            at(5, Presence::Left, Some(6)),
            at(6, Presence::Excused, None),
        ];
        let conflicts = |ids: &[i64]| -> Vec<Conflict> {
            ids.iter().map(|id| Conflict { member: *id, name: String::new(), sex: None }).collect()
        };
        let conflicted = |ids: &[i64]| room(&roll, &conflicts(ids)).conflicted;
        assert_eq!(conflicted(&[2]), 1, "in the room");
        assert_eq!(conflicted(&[3]), 1, "represented");
        assert_eq!(conflicted(&[4, 5, 6, 99]), 0, "nobody votes for them anyway");
        assert_eq!(room(&roll, &conflicts(&[1])).voters(), 2, "whoever may not vote still carries a proxy");
    }

    #[test]
    fn an_adopted_amendment_is_what_is_put() {
        let mut motions = vec![motion(1, "5 000", None), motion(2, "4 000", Some(1)), motion(3, "3 000", Some(1))];
        amend(&mut motions);
        assert_eq!((motions[0].text(), motions[0].text_before()), ("5 000", None));
        motions[2].taken = Some(taken(Outcome::Adopted));
        motions[1].taken = Some(taken(Outcome::Rejected));
        amend(&mut motions);
        assert_eq!((motions[0].text(), motions[0].text_before()), ("3 000", Some("5 000")));
        // what was voted on stays, whatever happens to the amendments
        motions[0].put = motions[0].text().to_owned();
        motions[0].taken = Some(taken(Outcome::Adopted));
        motions[2].taken = None;
        amend(&mut motions);
        assert_eq!(motions[0].text(), "3 000");
        assert_eq!(may_amend(1, &motions, None).unwrap_err().id, "err-amends-decided");
        assert_eq!(may_amend(3, &motions, Some(2)).unwrap_err().id, "err-amends");
        assert_eq!(may_amend(9, &motions, None).unwrap_err().id, "err-amends");
        assert_eq!(may_amend(2, &motions, Some(3)).unwrap_err().id, "err-amends-decided");
    }

    #[test]
    fn the_rules_of_the_day_come_with_their_references() {
        let rules = Bylaws::of(LegalForm::Scoops).rules(Vec::new());
        let vote = Vote { organ: "assembly", meeting: "annual", motion: "related" };
        let terms = Terms::of(&rules, vote, Call::Second, ROOM).unwrap();
        assert_eq!(terms.majority.reference, "AUSCOOP art. 245-249");
        assert!(!terms.majority.is_doubtful());
        assert_eq!(terms.quorum(), Some((8, true)));
        assert!(terms.quorum.unwrap().is_doubtful());
    }
}
