//! Rules of bodies and votes as data: notice, quorum, majority, proxies. Each has a code, a value, where it stands and how
//! sure it is. They come with the legal form (`data/form/*.toml`); the cooperative's own statutes go before.
//!
//! Everything is counted in whole persons and votes: a share is a fraction, never a decimal.

mod words;

pub use words::subject_text_id;

use super::{Text, amount::Amount, bylaws::Certainty};
use serde::Deserialize;

/// What a rule says of its subject, a body or a kind of motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Days of notice before a meeting.
    Notice,
    /// Days of notice before the second call of a meeting that had no quorum.
    NoticeSecond,
    /// How many must be there.
    Quorum,
    /// How many must be there at the second call; `0` is whoever is there.
    QuorumSecond,
    /// How many votes adopt a motion.
    Majority,
    /// How many absent members one present member may stand for.
    Proxies,
    /// What an absence without excuse costs.
    Fine,
    /// How many approve what is paid out.
    Signatures,
}

impl What {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Notice,
        Self::NoticeSecond,
        Self::Quorum,
        Self::QuorumSecond,
        Self::Majority,
        Self::Proxies,
        Self::Fine,
        Self::Signatures,
    ];

    /// The end of a rule's code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::NoticeSecond => "notice-second",
            Self::Quorum => "quorum",
            Self::QuorumSecond => "quorum-second",
            Self::Majority => "majority",
            Self::Proxies => "proxies",
            Self::Fine => "fine",
            Self::Signatures => "signatures",
        }
    }

    /// Reads a value into the form in which it is kept.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn read(self, typed: &str) -> Result<String, Text> {
        let number = |most: u32| {
            let read = typed.trim().parse::<u32>().ok().filter(|n| *n <= most);
            let wrong = || Text::new("err-count").with("text", typed.trim()).with("most", most);
            read.map(|n| n.to_string()).ok_or_else(wrong)
        };
        match self {
            Self::Notice | Self::NoticeSecond => number(365),
            Self::Proxies => number(1000),
            Self::Signatures => number(9),
            Self::Quorum | Self::QuorumSecond => Ok(Share::parse(typed)?.to_string()),
            Self::Majority => Ok(Majority::parse(typed)?.to_string()),
            Self::Fine => Ok(Amount::parse(typed, "")?.to_string()),
        }
    }
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Subject, a point, and [`What::code`].
    pub code: String,
    /// Its value, as [`What::read`] reads it.
    pub value: String,
    /// Article of the law, or of the statutes.
    #[serde(default)]
    pub reference: String,
    /// How sure it is; `None` for one that the cooperative has entered itself.
    pub certainty: Option<Certainty>,
}

/// A rule of the cooperative's own statutes, as the book has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its id; 0 before it is saved.
    pub id: i64,
    /// Counts the changes.
    pub rev: i64,
    /// What it says.
    pub rule: Rule,
    /// Anything else.
    pub note: String,
}

/// All rules of a cooperative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules(Vec<Rule>);

/// The subject whose rules hold for every body that has none of its own.
pub const ANY_ORGAN: &str = "organ";
/// The subject whose rules hold for every kind of motion that has none of its own.
pub const ANY_MOTION: &str = "ordinary";

impl Rules {
    /// The rules of a legal form, and those of the cooperative's own statutes, which go before.
    pub fn new(form: Vec<Rule>, own: Vec<Rule>) -> Self {
        let mut rules = form;
        for rule in own {
            match rules.iter_mut().find(|known| known.code == rule.code) {
                Some(known) => *known = rule,
                None => rules.push(rule),
            }
        }
        Self(rules)
    }

    /// All of them, in the order of the form's file.
    pub fn all(&self) -> &[Rule] {
        &self.0
    }

    /// The rule of the first of some subjects that has one.
    pub fn first(&self, subjects: &[&str], what: What) -> Option<&Rule> {
        let of = |subject: &&str| self.0.iter().find(|r| r.code.split_once('.') == Some((subject, what.code())));
        subjects.iter().find_map(of)
    }

    /// A rule of a body, else the one of every body.
    pub fn of_organ(&self, kind: &str, what: What) -> Option<&Rule> {
        self.first(&[kind, ANY_ORGAN], what)
    }

    /// How many must be there for a vote.
    pub fn quorum(&self, vote: Vote, call: Call) -> Option<&Rule> {
        self.first(&[vote.meeting, vote.motion, vote.organ, ANY_ORGAN], call.quorum())
    }

    /// How many votes adopt.
    pub fn majority(&self, vote: Vote) -> Option<&Rule> {
        self.first(&[vote.meeting, vote.motion, ANY_MOTION], What::Majority)
    }
}

/// On what is voted, and where; the meeting's kind goes before the motion's, for a founding has rules of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote<'a> {
    /// Code of the kind of body.
    pub organ: &'a str,
    /// Code of the kind of meeting.
    pub meeting: &'a str,
    /// Code of the kind of motion; empty for the meeting itself.
    pub motion: &'a str,
}

impl Rule {
    /// A quorum.
    pub fn share(&self) -> Option<Share> {
        Share::parse(&self.value).ok()
    }

    /// A majority.
    pub fn majority(&self) -> Option<Majority> {
        Majority::parse(&self.value).ok()
    }

    /// Days, or how many.
    pub fn count(&self) -> Option<u32> {
        self.value.parse().ok()
    }

    /// Where it stands, and how sure that is.
    pub fn source(&self) -> Text {
        let (certainty, reference) = (self.certainty.map(Certainty::text_id), self.reference.as_str());
        match (certainty, reference) {
            (None, "") => Text::new("rule-own"),
            (None, reference) => Text::new("rule-own-at").with("reference", reference),
            (Some(certainty), "") => Text::new(certainty),
            (Some(certainty), reference) => {
                Text::new("rule-source").with("reference", reference).with("certainty", Text::new(certainty))
            }
        }
    }
}

/// The first or the second time that a meeting is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// The first.
    First,
    /// The second, because the first had no quorum.
    Second,
}

impl Call {
    /// Its rule of notice.
    pub const fn notice(self) -> What {
        match self {
            Self::First => What::Notice,
            Self::Second => What::NoticeSecond,
        }
    }

    /// Its rule of quorum.
    pub const fn quorum(self) -> What {
        match self {
            Self::First => What::Quorum,
            Self::Second => What::QuorumSecond,
        }
    }
}

/// A part of a number of persons or votes: at least `1/2`, or more than it, `>1/2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Above the line.
    pub over: u32,
    /// Below the line.
    pub under: u32,
    /// Whether exactly the fraction is not enough.
    pub is_more: bool,
}

impl Share {
    /// Reads `2/3`, `>1/2`, `0` and `1`.
    ///
    /// # Errors
    /// `err-share` with the text.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let wrong = || Text::new("err-share").with("text", text.trim());
        let (is_more, figure) = text.trim().strip_prefix('>').map_or((false, text.trim()), |rest| (true, rest.trim()));
        let (over, under) = figure.split_once('/').unwrap_or((figure, "1"));
        let number = |part: &str| part.trim().parse::<u32>().map_err(|_| wrong());
        let share = Self { over: number(over)?, under: number(under)?, is_more };
        let fits = share.under > 0 && share.under <= 1000 && share.over <= share.under;
        if fits && !(is_more && share.over == share.under) { Ok(share) } else { Err(wrong()) }
    }

    /// The fewest that are enough out of so many.
    pub fn needed(self, of: u32) -> u32 {
        let (product, under) = (u64::from(of) * u64::from(self.over), u64::from(self.under));
        let needed = if self.is_more { product / under + 1 } else { product.div_ceil(under) };
        // at most one more than `of`: nobody is more than all
        u32::try_from(needed).unwrap_or(u32::MAX)
    }

    /// Whether `count` out of `of` are enough.
    pub fn is_met(self, count: u32, of: u32) -> bool {
        count >= self.needed(of)
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.is_more { ">" } else { "" };
        match self.under {
            1 => write!(f, "{sign}{}", self.over),
            _ => write!(f, "{sign}{}/{}", self.over, self.under),
        }
    }
}

/// Out of what a majority is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The votes for and against.
    Votes,
    /// The votes for, against and blank.
    Cast,
    /// Everybody present or represented who may vote.
    Present,
    /// Everybody who may vote, there or not.
    Members,
}

impl Base {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Votes, Self::Cast, Self::Present, Self::Members];

    /// The code that is stored; the text key is `base-` and this.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Votes => "votes",
            Self::Cast => "cast",
            Self::Present => "present",
            Self::Members => "members",
        }
    }

    /// The key of its name in the language files.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Votes => "base-votes",
            Self::Cast => "base-cast",
            Self::Present => "base-present",
            Self::Members => "base-members",
        }
    }
}

/// How many votes adopt a motion: `>1/2 votes`, `2/3 members`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Majority {
    /// Which part.
    pub share: Share,
    /// Out of what.
    pub base: Base,
}

impl Majority {
    /// Reads a share and the code of a base.
    ///
    /// # Errors
    /// `err-majority` with the text.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let wrong = || Text::new("err-majority").with("text", text.trim());
        let (share, base) = text.trim().rsplit_once(' ').ok_or_else(wrong)?;
        let base = Base::ALL.iter().copied().find(|known| known.code() == base).ok_or_else(wrong)?;
        let share = Share::parse(share).map_err(|_| wrong())?;
        // nothing is adopted by nobody
        if share.over > 0 { Ok(Self { share, base }) } else { Err(wrong()) }
    }
}

impl Majority {
    /// Whether it is more than half of the votes for and against: what everybody in the room sees without a count.
    pub fn is_simple(self) -> bool {
        self.base == Base::Votes && self.share == (Share { over: 1, under: 2, is_more: true })
    }
}

impl std::fmt::Display for Majority {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.share, self.base.code())
    }
}

/// Who could vote when a vote was taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// On the roll.
    pub eligible: u32,
    /// In the room.
    pub present: u32,
    /// Absent, with somebody in the room who votes for them.
    pub represented: u32,
    /// Of those in the room or represented, who may not vote on this motion.
    pub conflicted: u32,
}

impl Room {
    /// How many count for the quorum. Who may not vote on one motion is in the room all the same.
    pub const fn there(self) -> u32 {
        self.present + self.represented
    }

    /// How many may vote.
    pub const fn voters(self) -> u32 {
        self.there().saturating_sub(self.conflicted)
    }
}

/// The votes on a motion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// For.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Neither; no vote.
    pub abstained: u32,
    /// Blank ballots.
    pub blank: u32,
}

impl Votes {
    /// How many have said anything.
    pub fn all(self) -> u32 {
        [self.in_favour, self.against, self.abstained, self.blank].into_iter().fold(0, u32::saturating_add)
    }
}

/// What became of a motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is a resolution.
    Adopted,
    /// It is not.
    Rejected,
    /// Too few were there: the vote is kept and counts for nothing.
    NoQuorum,
    /// Whoever moved it took it back.
    Withdrawn,
}

impl Outcome {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Adopted, Self::Rejected, Self::NoQuorum, Self::Withdrawn];

    /// The code that is stored; the text key is `outcome-` and this.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::NoQuorum => "no_quorum",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The key of its name in the language files.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Adopted => "outcome-adopted",
            Self::Rejected => "outcome-rejected",
            Self::NoQuorum => "outcome-no_quorum",
            Self::Withdrawn => "outcome-withdrawn",
        }
    }

    /// The outcome of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|outcome| outcome.code() == code)
    }
}

impl Majority {
    /// Out of how many the majority is measured. Who may not vote on the motion is not counted.
    pub fn of(self, room: Room, votes: Votes) -> u32 {
        match self.base {
            Base::Votes => votes.in_favour.saturating_add(votes.against),
            Base::Cast => votes.in_favour.saturating_add(votes.against).saturating_add(votes.blank),
            Base::Present => room.voters(),
            Base::Members => room.eligible.saturating_sub(room.conflicted),
        }
    }

    /// What becomes of a motion: rejected unless enough votes are for it; a tie adopts nothing.
    ///
    /// # Errors
    /// `err-votes-many` when more votes were counted than people may vote.
    pub fn decide(self, quorum: Option<Share>, room: Room, votes: Votes) -> Result<Outcome, Text> {
        if votes.all() > room.voters() {
            return Err(Text::new("err-votes-many").with("votes", votes.all()).with("voters", room.voters()));
        }
        let of = self.of(room, votes);
        Ok(if quorum.is_some_and(|quorum| !quorum.is_met(room.there(), room.eligible)) {
            Outcome::NoQuorum
        } else if votes.in_favour > 0 && self.share.is_met(votes.in_favour, of) {
            Outcome::Adopted
        } else {
            Outcome::Rejected
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn share(text: &str) -> Share {
        Share::parse(text).unwrap()
    }

    #[test]
    fn shares_are_exact() {
        assert_eq!(share("2/3").needed(184), 123);
        assert_eq!(share("2/3").needed(3), 2);
        assert_eq!(share("1/2").needed(184), 92);
        assert_eq!(share(">1/2").needed(184), 93);
        assert_eq!(share(">1/2").needed(185), 93);
        assert_eq!(share("1").needed(25), 25);
        assert_eq!(share("0").needed(25), 0);
        assert_eq!(share(">0").needed(25), 1);
        for wrong in ["", "3/2", "1/0", "-1/2", "half", "1/2/3", ">1", "0.5", "1/100000"] {
            assert_eq!(Share::parse(wrong).unwrap_err().id, "err-share", "{wrong}");
        }
        for wrong in ["2/3", "2/3 friends", "0 votes", ">1 votes", ""] {
            assert_eq!(Majority::parse(wrong).unwrap_err().id, "err-majority", "{wrong}");
        }
    }

    #[test]
    fn one_vote_decides() {
        let room = Room { eligible: 25, present: 22, represented: 2, conflicted: 0 };
        let two_thirds = Majority::parse("2/3 votes").unwrap();
        let votes = |in_favour, against| Votes { in_favour, against, ..Votes::default() };
        assert_eq!(two_thirds.decide(Some(share("2/3")), room, votes(16, 8)), Ok(Outcome::Adopted));
        assert_eq!(two_thirds.decide(Some(share("2/3")), room, votes(15, 9)), Ok(Outcome::Rejected));
        let ordinary = Majority::parse(">1/2 votes").unwrap();
        assert_eq!(ordinary.decide(None, room, votes(12, 12)), Ok(Outcome::Rejected), "a tie adopts nothing");
        assert_eq!(ordinary.decide(None, room, Votes::default()), Ok(Outcome::Rejected), "nobody adopts nothing");
        assert_eq!(ordinary.decide(None, room, votes(20, 5)).unwrap_err().id, "err-votes-many");
        let few = Room { present: 8, represented: 0, ..room };
        assert_eq!(ordinary.decide(Some(share("1/2")), few, votes(8, 0)), Ok(Outcome::NoQuorum));
    }

    fn majorities() -> impl Strategy<Value = Majority> {
        let share = (1..12u32, 1..12u32, any::<bool>()).prop_map(|(a, b, is_more)| {
            let (over, under) = (a.min(b), a.max(b));
            Share { over, under, is_more: is_more && over < under }
        });
        (share, prop::sample::select(Base::ALL)).prop_map(|(share, base)| Majority { share, base })
    }

    fn votes() -> impl Strategy<Value = (Room, Votes)> {
        (0..40u32, 0..40u32, 0..20u32, 0..20u32, 0..9u32, 0..40u32).prop_map(|(f, a, n, b, conflicted, more)| {
            let votes = Votes { in_favour: f, against: a, abstained: n, blank: b };
            let there = votes.all() + conflicted;
            let represented = there / 5;
            (Room { eligible: there + more, present: there - represented, represented, conflicted }, votes)
        })
    }

    proptest! {
        #[test]
        fn what_is_needed_is_the_least_that_is_enough(over in 0..50u32, under in 1..50u32, is_more: bool, of in 0..5000u32) {
            let share = Share { over: over.min(under), under, is_more };
            let needed = share.needed(of);
            let enough = |count: u32| {
                let (a, b) = (u64::from(count) * u64::from(share.under), u64::from(of) * u64::from(share.over));
                if share.is_more { a > b } else { a >= b }
            };
            prop_assert!(enough(needed));
            prop_assert!(needed == 0 || !enough(needed - 1));
            if !(is_more && share.over == under) {
                prop_assert_eq!(Share::parse(&share.to_string()).map(|s| s.needed(of)), Ok(needed));
            }
        }

        #[test]
        fn one_more_in_favour_never_turns_adopted_into_rejected((room, votes) in votes(), majority in majorities(), quorum in 0..3u32) {
            let quorum = [None, Some(Share { over: 1, under: 2, is_more: false }), Some(Share { over: 2, under: 3, is_more: false })]
                [quorum as usize];
            let before = majority.decide(quorum, room, votes).unwrap();
            // somebody of the roll comes in, or a new member does, or somebody in the room who had not voted yet
            let came = Room { present: room.present + 1, ..room };
            let joined = Room { eligible: room.eligible + 1, ..came };
            let more = Votes { in_favour: votes.in_favour + 1, ..votes };
            for room in [came, joined] {
                if room.eligible >= room.there() && before == Outcome::Adopted {
                    prop_assert_eq!(majority.decide(quorum, room, more), Ok(Outcome::Adopted));
                }
            }
        }

        #[test]
        fn one_more_against_never_adopts((room, votes) in votes(), majority in majorities()) {
            let room = Room { present: room.present + 1, eligible: room.eligible + 1, ..room };
            if majority.decide(None, room, votes) == Ok(Outcome::Rejected) {
                let more = Votes { against: votes.against + 1, ..votes };
                prop_assert_eq!(majority.decide(None, room, more), Ok(Outcome::Rejected));
            }
        }

        #[test]
        fn blank_votes_count_only_where_the_rule_says((room, votes) in votes(), majority in majorities(), blank in 0..30u32) {
            let room = Room { present: room.present + 30, eligible: room.eligible + 30, ..room };
            let other = Votes { blank: votes.blank + blank, ..votes };
            let (one, two) = (majority.decide(None, room, votes), majority.decide(None, room, other));
            if majority.base == Base::Cast {
                let with = votes.in_favour + votes.against + other.blank;
                prop_assert_eq!(two == Ok(Outcome::Adopted), votes.in_favour > 0 && majority.share.is_met(votes.in_favour, with));
            } else {
                prop_assert_eq!(one, two);
            }
        }
    }
}
