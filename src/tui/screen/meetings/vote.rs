//! The vote on a motion: figures, how they were found, who may not vote, and what that would decide, as it is typed.
//!
//! In the first field `u` stands for all of them, `e` for a majority that everybody sees, `w` for a motion that its mover
//! takes back: a vote that nobody counts takes one key.

use super::{
    heading,
    motion::{conflicts, names},
    people,
};
use crate::{
    command::{self, motion::Ballot},
    domain::{
        Text,
        choice::Choice,
        meeting::{METHODS, Meeting},
        motion::{self, Conflict, Finding, Motion, Terms, UNANIMOUS},
        roll::Attendance,
        rule::{Outcome as Decided, Votes},
        takes::Takes,
    },
    report::meeting::words,
    store::{self, Reader},
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec},
    },
};

static FIELDS: &[Spec] = &[
    Spec::new("in_favour", "motion-for", Kind::Digits, "hint-votes"),
    Spec::new("against", "motion-against", Kind::Digits, ""),
    Spec::new("abstained", "motion-abstained", Kind::Digits, ""),
    Spec::new("blank", "motion-blank", Kind::Digits, ""),
    Spec::new("method", "motion-method", Kind::Choice, ""),
    Spec::new("reason", "motion-reason", Kind::Text, "hint-withdrawn"),
    Spec::new("conflicts", "motion-conflicts", Kind::Proposals, "hint-conflict"),
];
const METHOD: usize = 4;
const REASON: usize = 5;
const CONFLICTS: usize = 6;

/// What stands in one of the fields for votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Typed {
    #[default]
    Nothing,
    Count(u32),
    /// All who may vote.
    All,
    /// A majority that everybody sees.
    Evident,
    /// The motion is taken back.
    Withdrawn,
}

impl Typed {
    fn read(typed: &str, is_first: bool) -> Result<Self, Text> {
        /// More people are in no hall.
        const MOST: u32 = 1_000_000;
        let text = typed.trim().to_lowercase();
        Ok(match text.chars().next() {
            None => Self::Nothing,
            Some('e') => Self::Evident,
            Some('u') if is_first => Self::All,
            Some('w' | 'r') if is_first => Self::Withdrawn,
            Some(_) => {
                let count = text.parse().ok().filter(|n| *n <= MOST);
                Self::Count(count.ok_or_else(|| Text::new("err-count").with("text", text).with("most", MOST))?)
            }
        })
    }

    fn show(self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Count(count) => count.to_string(),
            Self::All => "u".to_owned(),
            Self::Evident => "e".to_owned(),
            Self::Withdrawn => "w".to_owned(),
        }
    }

    fn count(self) -> u32 {
        if let Self::Count(count) = self { count } else { 0 }
    }
}

/// What the form changes.
#[derive(Clone)]
pub struct VoteDraft {
    motion: Motion,
    meeting: Meeting,
    roll: Vec<Attendance>,
    /// The rules of the day over the roll as it is, as if everybody might vote.
    terms: Terms,
    votes: [Typed; 4],
    /// Code of the method; empty while it follows from the figures.
    method: String,
    conflicts: Vec<Conflict>,
    /// Why the motion is taken back.
    reason: String,
    /// Amendments to it that nobody has voted on.
    amendments: Vec<u32>,
}

impl VoteDraft {
    /// The vote on a motion, with what was voted before.
    ///
    /// # Errors
    /// When no vote can be taken on it now, or the book cannot be read.
    pub fn new(id: i64, reader: &Reader) -> store::Result<Self> {
        let motion = reader.motion(id)?;
        let meeting = reader.meeting(motion.entry.owner.1)?;
        command::motion::may_vote(reader, &motion, &meeting)?;
        let roll = reader.roll(meeting.id())?;
        let terms = command::motion::terms(reader, &meeting, motion.entry.get("kind"), motion::room(&roll, &[]))?;
        let (votes, method) = motion.taken.as_ref().map_or_else(Default::default, |taken| {
            let method = taken.method.clone();
            let Some(votes) = taken.votes else {
                let at = usize::from(taken.outcome == Decided::Rejected);
                return (std::array::from_fn(|n| if n == at { Typed::Evident } else { Typed::Nothing }), method);
            };
            if method == UNANIMOUS {
                return ([Typed::All, Typed::Nothing, Typed::Nothing, Typed::Nothing], String::new());
            }
            ([votes.in_favour, votes.against, votes.abstained, votes.blank].map(Typed::Count), method)
        });
        let is_open = |other: &&Motion| other.amends() == Some(motion.number()) && !other.is_decided();
        let amendments = reader.motions(meeting.id())?.iter().filter(is_open).map(Motion::number).collect();
        let conflicts = motion.conflicts.clone();
        let reason = String::new();
        Ok(Self { motion, meeting, roll, terms, votes, method, conflicts, reason, amendments })
    }

    /// How the votes were found: as chosen, else as the figures say.
    fn method(&self) -> &str {
        match self.votes {
            _ if !self.method.is_empty() => &self.method,
            [Typed::All, ..] => UNANIMOUS,
            [.., Typed::Count(1..)] => "secret",
            _ => "hands",
        }
    }

    fn finding(&self) -> Result<Finding, Text> {
        let is_alone = |at: usize| self.votes.iter().enumerate().all(|(n, typed)| n == at || typed.count() == 0);
        let evident = self.votes.iter().position(|typed| *typed == Typed::Evident);
        let nothing = self.votes.iter().all(|typed| *typed == Typed::Nothing);
        Ok(match evident {
            Some(at) if at > 1 || !is_alone(at) => return Err(Text::new("err-evident-counted")),
            Some(0) => Finding::Evident(Decided::Adopted),
            Some(_) => Finding::Evident(Decided::Rejected),
            None if (self.votes[0] == Typed::All && is_alone(0)) || (nothing && self.method == UNANIMOUS) => {
                Finding::Unanimous
            }
            None => {
                let [mut in_favour, against, abstained, blank] = self.votes.map(Typed::count);
                if self.votes[0] == Typed::All {
                    in_favour = self.now().room.voters();
                }
                Finding::Counted(Votes { in_favour, against, abstained, blank })
            }
        })
    }

    /// What the vote is measured against, without those who may not vote.
    fn now(&self) -> Terms {
        Terms { room: motion::room(&self.roll, &self.conflicts), ..self.terms.clone() }
    }

    fn decided(&self) -> Result<Decided, Text> {
        if self.votes[0] == Typed::Withdrawn {
            return Ok(Decided::Withdrawn);
        }
        Ok(self.now().take(self.method(), self.finding()?)?.1)
    }

    /// What the vote would decide, in words.
    fn would(&self) -> Text {
        if self.votes.iter().all(|typed| *typed == Typed::Nothing) && self.method != UNANIMOUS {
            return Text::new("motion-marks");
        }
        let outcome = match self.decided() {
            Ok(outcome) => outcome,
            Err(text) => return text,
        };
        let terms = self.now();
        let with = |id| Text::new(id).with("outcome", Text::new(outcome.text_id()));
        let votes = match self.finding() {
            Ok(Finding::Counted(votes)) if outcome != Decided::Withdrawn => votes,
            Ok(Finding::Unanimous) => return with("motion-would-all").with("voters", terms.room.voters()),
            Ok(Finding::Evident(_)) => return with("motion-would-evident"),
            _ => return Text::new(outcome.text_id()),
        };
        let (needed, _) = terms.needed(votes);
        let silent = terms.room.voters().saturating_sub(votes.all());
        let short = needed.saturating_sub(votes.in_favour);
        match outcome {
            Decided::Rejected if short > 0 && silent == 0 => with("motion-would-short").with("count", short),
            Decided::Adopted | Decided::Rejected if silent > 0 => with("motion-would-silent").with("count", silent),
            _ => Text::new(outcome.text_id()),
        }
    }
}

impl Draft for VoteDraft {
    const FORM: &'static str = "vote";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let parts = [lang.label("area-meetings-motion"), lang.label("motion-vote")];
        let number = self.motion.number();
        let area = lang.label("area-meetings");
        format!("{area} › {} › {} {number} › {}", heading(&self.meeting.entry, lang), parts[0], parts[1])
    }
    fn lead(&self, _: &Lang) -> String {
        self.motion.text().to_owned()
    }
    fn show(&self, at: usize) -> String {
        match at {
            METHOD => self.method().to_owned(),
            CONFLICTS => names(&self.conflicts),
            REASON => self.reason.clone(),
            _ => self.votes[at].show(),
        }
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        let all = METHODS.iter().map(|Choice { code, text_id, .. }| (*code, *text_id));
        if at == METHOD { all.collect() } else { Vec::new() }
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        people::on_roll(&self.roll, typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            METHOD => self.method = Takes::One(METHODS).read(typed, &cx.reading())?,
            CONFLICTS => self.conflicts = conflicts(&self.roll, typed)?,
            REASON => self.reason = Takes::Text.read(typed, &cx.reading())?,
            _ => self.votes[at] = Typed::read(typed, at == 0)?,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let error = |field, text| Remark::error(field, text);
        let wrong = self.decided().err().map(|text| error(0, text));
        let is_idle = !self.reason.is_empty() && self.votes[0] != Typed::Withdrawn;
        let idle = is_idle.then(|| error(REASON, Text::new("err-withdrawn-reason")));
        wrong.into_iter().chain(idle).collect()
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let again = self
            .motion
            .taken
            .as_ref()
            .map(|taken| Text::new("motion-again").with("outcome", Text::new(taken.outcome.text_id())));
        let numbers: Vec<String> = self.amendments.iter().map(u32::to_string).collect();
        let open = (!numbers.is_empty() && self.votes[0] != Typed::Withdrawn).then(|| {
            Text::new("motion-amendments-open").with("count", numbers.len()).with("numbers", numbers.join(", "))
        });
        Ok(again.into_iter().chain(open).map(|text| cx.lang.text(&text)).collect())
    }
    fn outlook(&self, typed: &[String], cx: &Cx) -> Vec<(String, String)> {
        let mut now = self.clone();
        for (at, text) in typed.iter().enumerate() {
            // the method that follows from the figures is shown, not chosen
            if *text != self.show(at)
                && let Err(text) = now.set(at, text, cx)
            {
                return vec![(cx.lang.label("motion-outcome").to_owned(), cx.lang.text(&text))];
            }
        }
        let terms = now.now();
        let room = terms.room;
        let able = Text::new("motion-voters-line")
            .with("voters", room.voters())
            .with("present", room.present)
            .with("represented", room.represented)
            .with("conflicted", room.conflicted);
        let mut lines = vec![("motion-voters", cx.lang.text(&able))];
        if let Some((needed, is_met)) = terms.quorum() {
            let id = if is_met { "motion-quorum-met" } else { "motion-quorum-missed" };
            let quorum =
                Text::new(id).with("there", room.there()).with("needed", needed).with("eligible", room.eligible);
            lines.push(("motion-quorum", cx.lang.text(&quorum)));
        }
        let rule = words::majority(&terms.majority, &cx.lang);
        let needed = match now.finding() {
            Ok(Finding::Counted(votes)) if terms.needed(votes).1 > 0 => {
                let (needed, of) = terms.needed(votes);
                cx.lang.text(&Text::new("motion-needed-line").with("needed", needed).with("of", of).with("rule", rule))
            }
            _ => rule,
        };
        lines.push(("motion-needed", needed));
        lines.push(("motion-outcome", cx.lang.text(&now.would())));
        lines.into_iter().map(|(id, text)| (cx.lang.label(id).to_owned(), text)).collect()
    }
    fn look(&mut self, cx: &Cx) -> store::Result<()> {
        self.roll = cx.reader.roll(self.meeting.id())?;
        let room = motion::room(&self.roll, &[]);
        self.terms = command::motion::terms(&cx.reader, &self.meeting, self.motion.entry.get("kind"), room)?;
        Ok(())
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.motion.entry.id, self.motion.entry.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.motion.entry.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        Self::new(self.motion.entry.id, &cx.reader).map(Some)
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (base, number) = ((self.motion.entry.id, self.motion.entry.rev), self.motion.number());
        let is_withdrawn = self.votes[0] == Typed::Withdrawn;
        let (method, conflicts, finding) = (self.method().to_owned(), self.conflicts.clone(), self.finding());
        let reason = self.reason.clone();
        Box::new(move |store, session, _| {
            let outcome = if is_withdrawn {
                command::motion::withdraw(store, session, draft.as_deref(), base, &reason)?;
                Decided::Withdrawn
            } else {
                let finding = finding.map_err(store::Error::Invalid)?;
                command::motion::vote(store, session, draft.as_deref(), base, &Ballot { method, finding, conflicts })?
            };
            let said = Text::new("motion-voted").with("number", number.to_string());
            Ok(Outcome::Saved { id: base.0, said: said.with("outcome", Text::new(outcome.text_id())) })
        })
    }
}
