//! The records of a meeting in words: what paragraphs that name one show, and the motions of an item in a line each.

use crate::{
    domain::{
        Text,
        meeting::{ActionState, Meeting},
        minutes::Record,
        motion::Motion,
        noun::Entry,
        roll::Count,
        rule::Outcome,
    },
    report::meeting::words,
    store,
    text::Lang,
    tui::{canvas::Canvas, screen::Cx, theme::Role},
};
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// The records of a meeting.
pub struct Records {
    /// Its motions, in the order of their numbers.
    pub motions: Vec<Motion>,
    /// The words of each record, by the paragraph that names it.
    pub words: BTreeMap<String, String>,
}

impl Records {
    /// Reads them.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn read(meeting: &Meeting, cx: &Cx) -> store::Result<Self> {
        let (id, lang) = (meeting.id(), &cx.lang);
        let motions = cx.reader.motions(id)?;
        let mut words = BTreeMap::new();
        let mut put = |record: Record, text: String| words.insert(record.to_string(), text);
        let roll = cx.reader.roll(id)?;
        let nothing = lang.label("record-nothing").to_owned();
        if roll.is_empty() {
            put(Record::Attendance, lang.label("record-no-roll").to_owned());
            put(Record::Quorum, lang.label("record-no-roll").to_owned());
        } else {
            let count = Count::of(roll.iter());
            put(Record::Attendance, words::attendance_sentence(&count, lang));
            put(Record::Quorum, words::quorum_sentence(meeting, &count, lang));
        }
        for motion in &motions {
            put(Record::Motion(motion.number()), words::resolution(motion, lang));
        }
        let list = |entries: Vec<Entry>| {
            let lines: Vec<String> = entries.iter().map(|action| described(action, lang)).collect();
            if lines.is_empty() { nothing.clone() } else { lines.join(" · ") }
        };
        put(Record::Actions, list(cx.reader.actions(id)?));
        put(Record::Carried, list(cx.reader.open_actions(meeting.organ_id(), id)?));
        Ok(Self { motions, words })
    }

    /// The motions of an item.
    pub fn motions_of(&self, item: i64) -> impl Iterator<Item = &Motion> {
        self.motions.iter().filter(move |motion| motion.item() == item)
    }
}

/// An action in a line: what, who, by when.
fn described(action: &Entry, lang: &Lang) -> String {
    let shown = |code: &str| lang.value(takes(action, code), action.get(code));
    let mut parts = vec![action.get("what").to_owned()];
    parts.extend([action.get("who").to_owned()].into_iter().filter(|who| !who.is_empty()));
    if !action.get("due_on").is_empty() {
        parts.push(lang.text(&Text::new("record-due").with("day", shown("due_on"))));
    }
    if action.get("state") != ActionState::Open.code() {
        parts.push(shown("state"));
    }
    parts.join(", ")
}

fn takes(entry: &Entry, code: &str) -> crate::domain::takes::Takes {
    let attribute = entry.noun.attributes.iter().find(|attribute| attribute.code == code);
    attribute.map_or(crate::domain::takes::Takes::Text, |attribute| attribute.takes)
}

/// A motion in a line.
pub struct Strip {
    label: String,
    text: String,
    votes: String,
    outcome: String,
    role: Role,
}

impl Strip {
    /// The line of a motion.
    pub fn new(motion: &Motion, lang: &Lang) -> Self {
        let votes = motion.taken.as_ref().and_then(|taken| taken.votes).map(|votes| {
            let counts = [
                ("minutes-for", votes.in_favour),
                ("minutes-against", votes.against),
                ("minutes-abstained", votes.abstained),
                ("minutes-blank", votes.blank),
            ];
            let said = counts.into_iter().filter(|(_, count)| *count > 0);
            let words = said.map(|(id, count)| lang.text(&Text::new(id).with("count", count)));
            words.collect::<Vec<_>>().join("  ")
        });
        let outcome = motion.outcome();
        let role = match outcome {
            Some(Outcome::Adopted) => Role::Good,
            Some(Outcome::Rejected | Outcome::NoQuorum) => Role::Bad,
            _ => Role::Warn,
        };
        let outcome = outcome.map_or("minutes-no-vote", |outcome| outcome.text_id());
        Self {
            label: lang.text(&Text::new("minutes-motion").with("number", motion.number())),
            text: motion.text().replace('\n', " "),
            votes: votes.unwrap_or_default(),
            outcome: lang.label(outcome).to_owned(),
            role,
        }
    }

    /// Draws it over a row.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let right = area.right().saturating_sub(1);
        let outcome = self.outcome.width() as u16;
        canvas.right(right, area.y, outcome, &self.outcome, canvas.style(self.role));
        let votes = self.votes.width() as u16;
        let edge = right.saturating_sub(outcome + 2);
        canvas.right(edge, area.y, votes, &self.votes, canvas.style(Role::Text));
        let used = canvas.text(area.x + 1, area.y, area.width, &self.label, canvas.style(Role::Muted)) + 2;
        let room = edge.saturating_sub(votes + area.x + 1 + used + 1);
        canvas.text(area.x + 1 + used, area.y, room, &self.text, canvas.style(Role::Text));
    }
}
