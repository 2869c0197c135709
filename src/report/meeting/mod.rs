//! Papers about meetings: what calls one, who was there, what was said and decided, and the book of all of them.
//!
//! Pure: whoever calls has fetched the [`Proceedings`]. Figures and records are put into words here, never copied into
//! the minutes, so that paper and book cannot differ.

pub mod attendance;
pub mod book;
pub mod extract;
pub mod minutes;
pub mod notice;
pub mod option;
pub mod words;

use super::{
    block::{Align, Column, Facts, Table},
    head::Head,
    member::words::entry,
    table::Cell,
};
use crate::domain::{
    Text, day,
    meeting::{Meeting, State},
    motion::Motion,
    noun::Entry,
    roll::{Attendance, Count, Heads},
    rule::{Rules, Share, Vote},
};
use chrono::NaiveDate;

/// Everything the book has about one meeting.
#[derive(Clone, Debug)]
pub struct Proceedings {
    /// The meeting.
    pub meeting: Meeting,
    /// When the meeting without quorum was of which this is the second call.
    pub first_on: Option<NaiveDate>,
    /// The agenda, each item with its minutes.
    pub items: Vec<(Entry, String)>,
    /// Who may vote; before the roll is opened, who will.
    pub roll: Vec<Attendance>,
    /// Who was there and may not vote.
    pub guests: Vec<Entry>,
    /// What was put to the vote, in order.
    pub motions: Vec<Motion>,
    /// What somebody is to do.
    pub actions: Vec<Entry>,
    /// What was to be done from meetings before.
    pub carried: Vec<Entry>,
    /// What was found wrong in its minutes once they were signed, and what it found wrong in earlier ones.
    pub corrections: Vec<Correction>,
    /// What bodies and votes need.
    pub rules: Rules,
    /// The witness words of the minutes, once they are frozen; else empty.
    pub witness: String,
}

/// A correction of signed minutes.
#[derive(Clone, Debug)]
pub struct Correction {
    /// What was found wrong; its owner is the meeting whose minutes it corrects.
    pub entry: Entry,
    /// Number in the minute book and day of the other meeting: the one that corrected, or the one that is corrected.
    pub other: Option<(Option<i64>, Option<NaiveDate>)>,
}

impl Proceedings {
    /// What the meeting is called.
    fn name(&self, head: &Head) -> String {
        let title = self.meeting.entry.get("title");
        if title.is_empty() { entry(&self.meeting.entry, "kind", head.lang) } else { title.to_owned() }
    }

    /// The day it is held, as people read it.
    fn day(&self) -> String {
        self.meeting.entry.day("held_on").map(day::show).unwrap_or_default()
    }

    /// From when to when, or when it is to begin.
    fn hours(&self) -> String {
        let Meeting { opened_at, closed_at, .. } = &self.meeting;
        match (opened_at.as_str(), closed_at.as_str()) {
            ("", _) => self.meeting.entry.get("time").to_owned(),
            (from, "") => from.to_owned(),
            (from, until) => format!("{from} – {until}"),
        }
    }

    /// The roll in figures, with the guests.
    pub fn count(&self) -> Count {
        let mut guests = Heads::default();
        for guest in &self.guests {
            guests.add(crate::domain::member::Sex::from_code(guest.get("sex")).ok());
        }
        Count { guests, ..Count::of(self.roll.iter()) }
    }

    /// The quorum of the meeting and where it stands: that of the day once the roll is open.
    pub(super) fn quorum(&self) -> Option<(Share, &str)> {
        let (kept, reference) = &self.meeting.quorum;
        if let Ok(share) = Share::parse(kept) {
            return Some((share, reference));
        }
        let rule = self.rules.quorum(self.vote(), self.meeting.call())?;
        Some((rule.share()?, &rule.reference))
    }

    /// The meeting as the rules see it.
    fn vote(&self) -> Vote<'_> {
        Vote { organ: &self.meeting.organ_kind, meeting: self.meeting.entry.get("kind"), motion: "" }
    }

    /// Whether what is printed may still change.
    const fn is_draft(&self) -> bool {
        !self.meeting.state.is_frozen()
    }

    /// Whether the minutes bear ink.
    fn is_signed(&self) -> bool {
        self.meeting.state == State::Signed
    }

    /// `Minutes n° 7`, or without a number before it is given.
    fn heading(&self, head: &Head) -> String {
        match self.meeting.number {
            Some(number) => head.text(&Text::new("paper-minutes-number").with("number", number.to_string())),
            None => head.label("paper-minutes-title").to_owned(),
        }
    }

    /// Body, meeting, day, hours and place.
    fn facts(&self, head: &Head) -> Facts {
        let when = [self.day(), self.hours()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        Facts::new()
            .labels(LABELS)
            .fact(head.label("field-organ"), self.meeting.organ.as_str())
            .fact(head.label("noun-meeting"), self.name(head))
            .fact(head.label("paper-date"), when.join(" · "))
            .fact(head.label("paper-place"), self.meeting.entry.get("place"))
    }

    /// The agenda, numbered.
    fn agenda(&self) -> String {
        let line = |(at, (item, _)): (usize, &(Entry, String))| format!("{}. {}", at + 1, item.get("title"));
        self.items.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// Width of the labels above every paper, in millimetres.
const LABELS: u8 = 38;

/// The roll in figures, by sex; whose sex is not known has a column only when there is somebody.
fn figures(head: &Head, count: &Count) -> Table {
    let there = sum(count.present, count.represented);
    let gone = [count.excused, count.left].into_iter().fold(there, sum);
    let absent = Heads {
        all: count.eligible.all - gone.all,
        women: count.eligible.women - gone.women,
        men: count.eligible.men - gone.men,
    };
    let rows = [
        ("paper-roll-eligible", count.eligible),
        ("paper-roll-present", count.present),
        ("paper-roll-represented", count.represented),
        ("paper-roll-excused", count.excused),
        ("paper-roll-left", count.left),
        ("paper-roll-absent", absent),
        ("paper-roll-guests", count.guests),
    ];
    let others = |heads: Heads| heads.all - heads.women - heads.men;
    let has_others = rows.iter().any(|(_, heads)| others(*heads) > 0);
    let row = |id: &'static str, heads: Heads| {
        let unknown = has_others.then(|| others(heads));
        let figures = [Some(heads.women), Some(heads.men), unknown, Some(heads.all)].into_iter().flatten();
        let cells = figures.map(|figure| Cell::Number(figure.into()));
        std::iter::once(head.label(id).into()).chain(cells).collect::<Vec<_>>()
    };
    let number = |id| Column::new(head.label(id)).align(Align::Right).at_least(20.0);
    let mut table = Table::new()
        .column(Column::new("").at_least(60.0).grow(1))
        .column(number("paper-women"))
        .column(number("paper-men"));
    if has_others {
        table = table.column(number("paper-sex-unknown"));
    }
    let shown = rows.into_iter().filter(|(id, heads)| heads.all > 0 || *id == "paper-roll-present");
    table
        .column(number("paper-total"))
        .rows(shown.map(|(id, heads)| row(id, heads)))
        .total(row("paper-roll-there", there))
}

fn sum(one: Heads, other: Heads) -> Heads {
    Heads { all: one.all + other.all, women: one.women + other.women, men: one.men + other.men }
}
