//! What is put into minutes: records and phrases from a list, motions, actions, people.

use super::{
    super::{action, motion},
    Editor,
    record::Records,
};
use crate::{
    domain::{
        Text,
        meeting::Meeting,
        minutes::{Record, phrases},
        motion::Motion,
    },
    text::Lang,
    tui::{
        screen::{Cx, Flow},
        widget::choice::{Item, Picker},
    },
};
use anyhow::Result;

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
fn offers(meeting: &Meeting, (item, kind): (i64, &str), records: &Records, lang: &Lang) -> (Vec<Offered>, Vec<Item>) {
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
fn votes(item: i64, records: &Records, lang: &Lang) -> (Vec<Offered>, Vec<Item>) {
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

impl Editor {
    /// A list of records and phrases for the item that is shown.
    pub(super) fn insert(&mut self, cx: &Cx) -> Flow {
        let Some(sheet) = self.sheet() else { return Flow::Stay };
        let (offered, items) = offers(&self.meeting, (sheet.id, &sheet.kind), &self.records, &cx.lang);
        self.offered = offered;
        Flow::push(Picker::new(cx.lang.label("minutes-insert").to_owned(), items, 0))
    }

    /// A new motion of the item; those without a vote are offered first.
    pub(super) fn motion(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(item) = self.sheet().map(|sheet| sheet.id).filter(|item| *item != 0) else {
            cx.complain(&Text::new("minutes-write-first"));
            return Ok(Flow::Stay);
        };
        self.save(cx);
        let (offered, items) = votes(item, &self.records, &cx.lang);
        if offered.is_empty() {
            return motion::begin(self.meeting.id(), item, cx);
        }
        self.offered = offered;
        Ok(Flow::push(Picker::new(cx.lang.label("cmd-motion").to_owned(), items, 0)))
    }

    pub(super) fn action(&mut self, cx: &mut Cx) -> Result<Flow> {
        let item = self.sheet().map(|sheet| sheet.id).filter(|item| *item != 0);
        self.save(cx);
        action::begin(self.meeting.id(), item, cx)
    }

    /// What was chosen from a list.
    pub(super) fn chosen(&mut self, row: usize, cx: &mut Cx) -> Result<Flow> {
        if row >= self.offered.len() {
            return Ok(Flow::Stay);
        }
        match self.offered.swap_remove(row) {
            Offered::Name(name) => self.replace(self.typed, &name, cx),
            Offered::Phrase(words) => {
                let changed = self.prose().is_some_and(|prose| prose.insert(&words));
                self.changed(changed, cx);
            }
            Offered::Record(record) => self.put(record, cx),
            Offered::Vote(motion) => return motion::vote(motion, cx),
            Offered::Motion => {
                let item = self.sheet().map_or(0, |sheet| sheet.id);
                return motion::begin(self.meeting.id(), item, cx);
            }
        }
        Ok(Flow::Stay)
    }

    /// Puts a record into the text.
    pub(super) fn put(&mut self, record: Record, cx: &Cx) {
        if let Some(prose) = self.prose() {
            prose.insert_record(&record.to_string());
        }
        self.changed(true, cx);
    }
}
