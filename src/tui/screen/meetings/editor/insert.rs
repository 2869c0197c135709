//! What a list over the minutes offers: records, phrases, motions, people.

use super::record::Records;
use crate::{
    domain::{
        Text,
        meeting::Meeting,
        minutes::{Record, phrases},
        motion::Motion,
    },
    text::Lang,
    tui::widget::choice::Item,
};

/// One row of such a list.
pub enum Offered {
    /// A record.
    Record(Record),
    /// Words to begin with.
    Phrase(String),
    /// Somebody who speaks.
    Name(String),
    /// The vote on a motion.
    Vote(i64),
    /// A new motion.
    Motion,
}

/// The records and phrases for an item of a kind.
pub fn offers(
    meeting: &Meeting,
    (item, kind): (i64, &str),
    records: &Records,
    lang: &Lang,
) -> (Vec<Offered>, Vec<Item>) {
    let mut all: Vec<(Offered, Item)> = Vec::new();
    let mut record = |record: Record, name: String| {
        let words = records.words.get(&record.to_string()).cloned().unwrap_or_default();
        all.push((Offered::Record(record), Item::new(name).with(words)));
    };
    for motion in records.motions_of(item) {
        record(Record::Motion(motion.number()), named(motion, lang));
    }
    for (kind, id) in [
        (Record::Attendance, "record-attendance"),
        (Record::Quorum, "record-quorum"),
        (Record::Actions, "record-actions"),
        (Record::Carried, "record-carried"),
    ] {
        record(kind, lang.label(id).to_owned());
    }
    let entry = &meeting.entry;
    let blank = |text: &str| if text.is_empty() { "…".to_owned() } else { text.to_owned() };
    for id in phrases(kind) {
        let text = Text::new(id)
            .with("chair", blank(entry.get("chair")))
            .with("secretary", blank(entry.get("secretary")))
            .with("opened", blank(&meeting.opened_at))
            .with("closed", blank(&meeting.closed_at));
        let words = lang.text(&text);
        all.push((Offered::Phrase(words.clone()), Item::new(words)));
    }
    all.into_iter().unzip()
}

/// The motions of an item without a vote, and a new one; nothing when all are decided.
pub fn votes(item: i64, records: &Records, lang: &Lang) -> (Vec<Offered>, Vec<Item>) {
    let open = records.motions_of(item).filter(|motion| motion.outcome().is_none());
    let mut all: Vec<(Offered, Item)> = open
        .map(|motion| {
            let words = Text::new("minutes-vote").with("motion", named(motion, lang));
            (Offered::Vote(motion.entry.id), Item::new(lang.text(&words)))
        })
        .collect();
    if !all.is_empty() {
        all.push((Offered::Motion, Item::new(lang.label("minutes-new-motion"))));
    }
    all.into_iter().unzip()
}

/// A motion by its number and its text.
fn named(motion: &Motion, lang: &Lang) -> String {
    let number = lang.text(&Text::new("minutes-motion").with("number", motion.number()));
    format!("{number} · {}", motion.text().replace('\n', " "))
}
