//! Whether a meeting is called in time and with its agenda, by the rule of its body. It informs and forbids nothing.

use super::{
    Text, agenda, day,
    meeting::Meeting,
    noun::Entry,
    rule::{ANY_ORGAN, Call, Rule, Rules, What},
};
use chrono::{Days, NaiveDate};

/// The notice of a meeting beside the rule that it is measured against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice<'a> {
    /// Days between the notice and the meeting; `None` before the notice went out.
    pub given: Option<i64>,
    /// Days that the rule asks for.
    pub asked: u32,
    /// The last day on which a notice is in time.
    pub due: NaiveDate,
    /// The rule.
    pub rule: &'a Rule,
}

/// What a notice is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It went out in time.
    InTime,
    /// It went out too late.
    Late,
    /// It has not gone out, and still can.
    Due,
    /// It has not gone out, and the day on which it should have is past.
    Missed,
}

/// What a notice is measured by: the meeting as it is called, the kind of its body, and whether it is a second call.
#[derive(Clone, Copy, Debug)]
pub struct Called<'a> {
    /// The meeting.
    pub meeting: &'a Entry,
    /// The kind of the body.
    pub organ: &'a str,
    /// The first or the second time.
    pub call: Call,
}

impl<'a> Called<'a> {
    /// A meeting of the book.
    pub fn of(meeting: &'a Meeting) -> Self {
        Self { meeting: &meeting.entry, organ: &meeting.organ_kind, call: meeting.call() }
    }
}

impl<'a> Notice<'a> {
    /// The notice of a meeting; `None` where no rule asks for one, or the meeting has no day yet. A second call without a
    /// rule of its own has that of the first.
    pub fn of(called: Called<'_>, rules: &'a Rules) -> Option<Self> {
        let subjects = [called.meeting.get("kind"), called.organ, ANY_ORGAN];
        let rule = rules.first(&subjects, called.call.notice()).or_else(|| rules.first(&subjects, What::Notice))?;
        let (held, asked) = (called.meeting.day("held_on")?, rule.count()?);
        let given = called.meeting.day("notice_on").map(|on| (held - on).num_days());
        Some(Self { given, asked, due: held - Days::new(asked.into()), rule })
    }

    /// What it is worth on a day.
    pub fn verdict(&self, today: NaiveDate) -> Verdict {
        match self.given {
            Some(days) if days >= i64::from(self.asked) => Verdict::InTime,
            Some(_) => Verdict::Late,
            None if today <= self.due => Verdict::Due,
            None => Verdict::Missed,
        }
    }

    /// The verdict in words, with the rule, where it stands and how sure it is.
    pub fn text(&self, today: NaiveDate) -> Text {
        let id = match self.verdict(today) {
            Verdict::InTime => "call-in-time",
            Verdict::Late => "call-late",
            Verdict::Due => "call-due",
            Verdict::Missed => "call-missed",
        };
        Text::new(id)
            .with("days", self.given.unwrap_or_default())
            .with("asked", self.asked)
            .with("due", day::show(self.due))
            .with("source", self.rule.source())
    }

    /// What should be looked at before the meeting is called so: a notice that is too late, an agenda that says nothing.
    pub fn doubts<K: AsRef<str>>(&self, items: &[K], today: NaiveDate) -> Vec<Text> {
        let is_late = matches!(self.verdict(today), Verdict::Late | Verdict::Missed);
        let late = is_late.then(|| Text::new("call-doubt").with("what", self.text(today)));
        let bare = (!agenda::says_something(items)).then(|| Text::new("call-no-agenda"));
        late.into_iter().chain(bare).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{book::LegalForm, bylaws::Bylaws, meeting::MEETING};

    fn called(kind: &str, notice: &str) -> Entry {
        let mut meeting = Entry::new(&MEETING, ("organ", 1));
        meeting.put("kind", kind);
        meeting.put("held_on", "2026-12-20");
        meeting.put("notice_on", notice);
        meeting
    }

    #[test]
    fn each_body_has_its_rule_and_the_second_call_its_own() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let rules = Bylaws::of(LegalForm::Scoops).rules(Vec::new());
        let verdict = |organ, call, notice| {
            let meeting = called("annual", notice);
            let notice = Notice::of(Called { meeting: &meeting, organ, call }, &rules).unwrap();
            (notice.asked, notice.verdict(today))
        };
        assert_eq!(verdict("assembly", Call::First, "2026-12-05"), (15, Verdict::InTime));
        assert_eq!(verdict("assembly", Call::First, "2026-12-06"), (15, Verdict::Late));
        assert_eq!(verdict("assembly", Call::Second, "2026-12-14"), (6, Verdict::InTime));
        assert_eq!(verdict("committee", Call::First, "2026-12-17"), (3, Verdict::InTime));
        // a body without a rule for the second call has that of the first
        assert_eq!(verdict("committee", Call::Second, "2026-12-18"), (3, Verdict::Late));
        assert_eq!(verdict("assembly", Call::First, ""), (15, Verdict::Due));
        let meeting = called("annual", "");
        let notice = Notice::of(Called { meeting: &meeting, organ: "assembly", call: Call::First }, &rules).unwrap();
        assert_eq!(notice.due, NaiveDate::from_ymd_opt(2026, 12, 5).unwrap());
        assert_eq!(notice.verdict(NaiveDate::from_ymd_opt(2026, 12, 6).unwrap()), Verdict::Missed);
        assert!(notice.doubts(&["accounts"], today).is_empty());
        assert_eq!(notice.doubts(&["opening"], today)[0].id, "call-no-agenda");
    }

    #[test]
    fn no_day_and_no_rule_are_no_notice() {
        let rules = Bylaws::of(LegalForm::Scoops).rules(Vec::new());
        let mut meeting = called("annual", "");
        let of = |meeting: &Entry, rules: &Rules| {
            Notice::of(Called { meeting, organ: "assembly", call: Call::First }, rules).is_some()
        };
        assert!(of(&meeting, &rules));
        assert!(!of(&meeting, &Rules::default()));
        meeting.put("held_on", "");
        assert!(!of(&meeting, &rules));
    }
}
