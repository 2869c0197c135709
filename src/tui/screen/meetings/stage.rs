//! How far a meeting has come: what comes next in a sentence, the question that names what it will do, and the step itself.

use super::{heading, sign};
use crate::{
    command,
    domain::{
        Arg, Text, day,
        meeting::{Meeting, State},
        notice::{Called, Notice, Verdict},
        roll::{Attendance, Count},
        rule::{Rule, Share, Vote},
        takes::Takes,
    },
    store::{self, meeting::Item},
    text::Lang,
    tui::screen::{Cx, Flow, Outcome, Value, confirm::Confirm},
};
use anyhow::Result;

/// A meeting with all that says how far it has come.
pub struct Course {
    /// The meeting.
    pub meeting: Meeting,
    /// Its roll.
    pub roll: Vec<Attendance>,
    /// Its agenda with the minutes.
    pub items: Vec<Item>,
}

impl Course {
    /// The meeting `id` as it stands.
    ///
    /// # Errors
    /// When there is no such meeting, or the book cannot be read.
    pub fn read(id: i64, cx: &Cx) -> store::Result<Self> {
        Ok(Self { meeting: cx.reader.meeting(id)?, roll: cx.reader.roll(id)?, items: cx.reader.items(id)? })
    }

    /// The roll in figures.
    pub fn count(&self) -> Count {
        Count::of(self.roll.iter())
    }

    /// Whether a cooperative is founded there.
    pub fn is_founding(&self) -> bool {
        self.meeting.entry.get("kind") == command::meeting::FOUNDING
    }

    /// How many are needed and whether they are there, once the roll is open.
    pub fn quorum(&self) -> Option<(u32, bool)> {
        self.meeting.eligible?;
        Some(self.count().quorum(Share::parse(&self.meeting.quorum.0).ok()?))
    }

    /// What to do next.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn next(&self, cx: &Cx) -> store::Result<Text> {
        let held_on = self.meeting.entry.day("held_on").unwrap_or_default();
        Ok(match self.meeting.state {
            State::Planned if self.is_founding() && self.roll.is_empty() => Text::new("next-founders"),
            State::Planned if held_on > cx.clock.today() => {
                let rules = cx.reader.rules()?;
                let notice = Notice::of(Called::of(&self.meeting), &rules);
                let day = day::show(held_on);
                match notice.filter(|notice| notice.verdict(cx.clock.today()) == Verdict::Due) {
                    Some(notice) => Text::new("next-notice").with("due", day::show(notice.due)).with("day", day),
                    None => Text::new("next-wait").with("day", day),
                }
            }
            State::Planned => Text::new("next-open"),
            State::Open => match self.quorum() {
                Some((needed, false)) => {
                    Text::new("next-roll").with("there", self.count().room().there()).with("needed", needed)
                }
                _ => Text::new("next-motions"),
            },
            State::Closed => Text::new("next-write"),
            State::ToSign => Text::new("next-sign"),
            State::Signed => Text::new("next-signed"),
            State::Dropped => Text::new("next-dropped"),
        })
    }

    /// The rule of quorum with how many it asks for, and where it stands.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn quorum_text(&self, cx: &Cx) -> store::Result<Option<Text>> {
        let (eligible, share, source) = if let Some(eligible) = self.meeting.eligible {
            let (share, reference) = &self.meeting.quorum;
            let source = (!reference.is_empty()).then(|| Arg::from(reference.as_str()));
            (eligible, Share::parse(share).ok(), source)
        } else {
            let rules = cx.reader.rules()?;
            let vote = Vote { organ: &self.meeting.organ_kind, meeting: self.meeting.entry.get("kind"), motion: "" };
            let rule = rules.quorum(vote, self.meeting.call());
            let eligible = command::meeting::eligible(&cx.reader, &self.meeting)? as u32;
            (eligible, rule.and_then(Rule::share), rule.map(|rule| Arg::from(rule.source())))
        };
        // before anybody stands on the list there is nothing to count
        let Some(share) = share.filter(|_| eligible > 0) else { return Ok(None) };
        let id = if source.is_some() { "needed-there-by" } else { "needed-there" };
        let text = Text::new(id).with("needed", share.needed(eligible)).with("eligible", eligible);
        let text = text.with("share", share.text());
        Ok(Some(match source {
            Some(source) => text.with("source", source),
            None => text,
        }))
    }

    /// Asks for what comes next, with what it will do.
    ///
    /// # Errors
    /// When the user may not, or the book cannot be self.
    pub fn ask(&self, cx: &Cx) -> Result<Flow> {
        let ask = |title, words, to| Ok(Flow::push(Confirm::new(title, words, Value::Stage(self.meeting.id(), to))));
        match self.meeting.state {
            State::Planned => {
                cx.permit(&command::meeting::OPEN)?;
                let eligible = command::meeting::eligible(&cx.reader, &self.meeting)?;
                let mut words = vec![Text::new("open-lines").with("count", eligible)];
                words.extend(self.quorum_text(cx)?.map(|text| Text::new("open-quorum").with("text", text)));
                let held_on = self.meeting.entry.day("held_on").unwrap_or_default();
                if held_on != cx.clock.today() {
                    let days = Text::new("open-other-day").with("day", day::show(held_on));
                    words.push(days.with("today", day::show(cx.clock.today())));
                }
                ask("ask-open-meeting", words, State::Open)
            }
            State::Open => {
                cx.permit(&command::meeting::CLOSE)?;
                let mut words = vec![Text::new("close-lines").with("time", cx.clock.time())];
                if matches!(self.quorum(), Some((_, false))) {
                    words.push(Text::new("close-no-quorum"));
                }
                if let Some(fine) = command::meeting::fine(&cx.reader, &self.meeting)? {
                    let fine = cx.lang.value(Takes::Amount, &fine.to_string());
                    words.push(Text::new("close-fine").with("fine", fine));
                }
                ask("ask-close-meeting", words, State::Closed)
            }
            State::Closed | State::ToSign | State::Signed => sign::next(&self.meeting, cx),
            State::Dropped => Err(store::Error::invalid("next-dropped").into()),
        }
    }
}

/// Asks whether a meeting is not held; the answer is [`Value::Stage`].
///
/// # Errors
/// When the user may not, or when it was held.
pub fn ask_drop(meeting: &Meeting, cx: &Cx) -> store::Result<Flow> {
    cx.permit(&command::meeting::DROP)?;
    if meeting.state != State::Planned {
        return Err(store::Error::invalid("err-drop-held"));
    }
    let words = Text::new("meeting-drop-lines").with("meeting", heading(&meeting.entry, &cx.lang));
    Ok(Flow::push(Confirm::new("ask-drop-meeting", vec![words], Value::Stage(meeting.id(), State::Dropped))))
}

/// Takes a meeting to another state.
pub fn take(id: i64, to: State, cx: &mut Cx) {
    cx.write(move |store, session, _| {
        let said = |text| move |()| Text::new(text);
        let said = match to {
            State::Open => command::meeting::open(store, session, id).map(said("meeting-opened")),
            State::Closed => command::meeting::close(store, session, id).map(said("meeting-closed")),
            State::ToSign => {
                let meeting = store.meeting(id)?;
                let number = command::minutes::freeze(store, session, &meeting);
                number.map(|number| Text::new("sign-frozen").with("number", number))
            }
            _ => command::meeting::call_off(store, session, id).map(said("meeting-dropped")),
        }?;
        Ok(Outcome::Said(said))
    });
}

/// How far a meeting has come, with the times and the number of its minutes.
pub fn state(meeting: &Meeting, lang: &Lang) -> String {
    // that it is open stands with the time
    let state = (meeting.state != State::Open).then(|| lang.label(meeting.state.text_id()).to_owned());
    let mut parts: Vec<String> = state.into_iter().collect();
    let time = |id, at: &str| (!at.is_empty()).then(|| lang.text(&Text::new(id).with("time", at)));
    parts.extend(time("meeting-opened-at", &meeting.opened_at));
    parts.extend(time("meeting-closed-at", &meeting.closed_at));
    parts.extend(meeting.number.map(|number| lang.text(&Text::new("meeting-number").with("number", number))));
    if let Some(signed) = &meeting.signed {
        let on = signed.on.map(day::show).unwrap_or_default();
        parts.push(lang.text(&Text::new("meeting-signed-by").with("by", signed.by.as_str()).with("day", on)));
    }
    parts.join(" · ")
}
