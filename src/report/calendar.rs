//! Meetings and motions as lists for export: codes, figures and days, for programs that read tables.

use super::{block::Row, meeting::Proceedings, table::Cell};
use crate::domain::{meeting::Meeting, motion::Motion, noun::Entry, rule::Outcome};

/// The headings of the list of meetings.
pub const MEETING: &[&str] = &[
    "body",
    "kind",
    "title",
    "day",
    "time",
    "place",
    "state",
    "number",
    "eligible",
    "present",
    "women",
    "men",
    "proxies",
    "quorum",
    "quorum_met",
    "adopted",
    "rejected",
    "signed_on",
];

/// The headings of the list of motions.
pub const MOTION: &[&str] = &[
    "body",
    "day",
    "minutes",
    "number",
    "kind",
    "text",
    "mover",
    "seconder",
    "method",
    "in_favour",
    "against",
    "abstained",
    "blank",
    "eligible",
    "present",
    "represented",
    "conflicted",
    "quorum",
    "majority",
    "reference",
    "outcome",
];

/// A meeting under these headings. What follows from the roll is blank until the roll is opened.
pub fn meeting(held: &Proceedings) -> Row {
    let meeting = &held.meeting;
    let text = |code: &str| word(&meeting.entry, code);
    let count = held.count();
    let is_open = meeting.eligible.is_some();
    let figure = |figure: u32| if is_open { Cell::Number(figure.into()) } else { Cell::Blank };
    let quorum = held.quorum().filter(|_| is_open).map(|(share, _)| count.quorum(share));
    let became = |outcome| held.motions.iter().filter(|motion| motion.outcome() == Some(outcome)).count() as u32;
    vec![
        meeting.organ.clone().into(),
        text("kind"),
        text("title"),
        day(&meeting.entry),
        text("time"),
        text("place"),
        meeting.state.code().into(),
        meeting.number.map_or(Cell::Blank, Cell::Number),
        figure(count.eligible.all),
        figure(count.present.all),
        figure(count.present.women),
        figure(count.present.men),
        figure(count.represented.all),
        quorum.map_or(Cell::Blank, |(needed, _)| Cell::Number(needed.into())),
        quorum.map_or(Cell::Blank, |(_, is_met)| if is_met { "yes" } else { "no" }.into()),
        figure(became(Outcome::Adopted)),
        figure(became(Outcome::Rejected)),
        meeting.signed.as_ref().and_then(|signed| signed.on).map_or(Cell::Blank, Cell::Day),
    ]
}

/// A motion under these headings. What follows from the vote is blank before there was one, or where nobody counted.
pub fn motion(meeting: &Meeting, motion: &Motion) -> Row {
    let text = |code: &str| word(&motion.entry, code);
    let taken = motion.taken.as_ref();
    let (votes, room) = (taken.and_then(|taken| taken.votes), taken.map(|taken| taken.room));
    let figure = |figure: Option<u32>| figure.map_or(Cell::Blank, |figure| Cell::Number(figure.into()));
    vec![
        meeting.organ.clone().into(),
        day(&meeting.entry),
        meeting.number.map_or(Cell::Blank, Cell::Number),
        Cell::Number(motion.number().into()),
        text("kind"),
        motion.text().to_owned().into(),
        text("mover"),
        text("seconder"),
        taken.map_or(Cell::Blank, |taken| taken.method.clone().into()),
        figure(votes.map(|votes| votes.in_favour)),
        figure(votes.map(|votes| votes.against)),
        figure(votes.map(|votes| votes.abstained)),
        figure(votes.map(|votes| votes.blank)),
        figure(room.map(|room| room.eligible)),
        figure(room.map(|room| room.present)),
        figure(room.map(|room| room.represented)),
        figure(room.map(|room| room.conflicted)),
        taken.and_then(|taken| taken.quorum.as_ref()).map_or(Cell::Blank, |quorum| quorum.value.to_string().into()),
        taken.map_or(Cell::Blank, |taken| taken.majority.value.to_string().into()),
        taken.map_or(Cell::Blank, |taken| taken.majority.reference.clone().into()),
        motion.outcome().map_or(Cell::Blank, |outcome| outcome.code().into()),
    ]
}

fn day(meeting: &Entry) -> Cell<'static> {
    meeting.day("held_on").map_or(Cell::Blank, Cell::Day)
}

fn word(entry: &Entry, code: &str) -> Cell<'static> {
    match entry.get(code) {
        "" => Cell::Blank,
        kept => kept.to_owned().into(),
    }
}
