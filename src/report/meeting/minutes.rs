//! Minutes: who was there, what was said of each item, what was decided, and who signs it.

use super::{
    Correction, LABELS, Proceedings,
    attendance::{self, Who},
    figures, words,
};
use crate::{
    domain::{Text, day, minutes::Record, motion::Motion, noun::Entry},
    report::{
        Report,
        block::{Block, Column, Facts, Row, Signature, Table},
        head::{Head, together},
        member::words::entry,
    },
};

/// What the minutes are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// They are read, or signed.
    Original,
    /// They are given to others, certified to say what the signed ones say.
    Copy,
}

/// The minutes of a meeting.
pub fn minutes(head: Head, sitting: &Proceedings, purpose: Purpose) -> Report {
    let mut report = head.report(sitting.heading(&head)).foot(foot(&head, sitting));
    if sitting.is_draft() {
        report = report.stamp(head.label("paper-draft"));
    }
    if purpose == Purpose::Copy {
        report = report.stamp(head.label("paper-copy"));
    }
    report = report.blocks(Minutes { head, sitting, level: 1 }.blocks());
    if purpose == Purpose::Copy { report.block(certified(&head, "paper-copy-certified")) } else { report }
}

/// The witness words of frozen minutes, for every page; empty before.
pub(super) fn foot(head: &Head, sitting: &Proceedings) -> String {
    if sitting.witness.is_empty() {
        return String::new();
    }
    let text = Text::new("paper-minutes-foot").with("words", sitting.witness.as_str());
    head.text(&text.with("version", sitting.meeting.version.to_string()))
}

/// Who answers for a copy or an extract.
pub(super) fn certified(head: &Head, words: &'static str) -> Block {
    let signed: Vec<Signature> = head.officers().into_iter().take(2).collect();
    together(vec![Block::paragraph(head.label(words)), head.done_at().into(), signed.into()])
}

/// The minutes while they are written: alone, or one among many, where headings are a level lower.
pub(super) struct Minutes<'a> {
    pub head: Head<'a>,
    pub sitting: &'a Proceedings,
    pub level: u8,
}

impl Minutes<'_> {
    /// Everything that stands in the minutes.
    pub fn blocks(&self) -> Vec<Block> {
        let (head, sitting) = (&self.head, self.sitting);
        let mut blocks = vec![self.bureau(sitting.facts(head)).into(), self.heading("paper-minutes-attendance")];
        if !self.names(Record::Quorum) {
            blocks.extend([self.attendance(), self.quorum()]);
        }
        blocks.push(figures(head, &sitting.count()).into());
        blocks.push(self.heading("nouns-agenda_item"));
        blocks.push(Block::paragraph(sitting.agenda()));
        blocks.push(self.heading("paper-minutes-debate"));
        for at in 0..sitting.items.len() {
            self.item(at, &mut blocks);
        }
        if !sitting.meeting.closed_at.is_empty() {
            let text = Text::new("paper-minutes-closed").with("time", sitting.meeting.closed_at.as_str());
            blocks.push(Block::paragraph(head.text(&text)));
        }
        blocks.push(self.signatures());
        blocks.extend(self.corrections());
        blocks.push(Block::PageBreak);
        blocks.push(self.heading("paper-minutes-annex"));
        blocks.push(attendance::list(head, sitting, Who::Heard).into());
        blocks.extend(attendance::guests(head, sitting));
        blocks
    }

    /// Whether some line of the minutes stands for that record.
    fn names(&self, record: Record) -> bool {
        let mut lines = self.sitting.items.iter().flat_map(|(_, text)| text.lines());
        lines.any(|line| Record::parse(line) == Some(record))
    }

    fn heading(&self, id: &'static str) -> Block {
        Block::Heading(self.level, self.head.label(id).to_owned())
    }

    /// How it was called, and who led it.
    fn bureau(&self, facts: Facts) -> Facts {
        let (head, meeting) = (&self.head, &self.sitting.meeting.entry);
        let mut called: Vec<String> = meeting.day("notice_on").map(day::show).into_iter().collect();
        let more = [entry(meeting, "channel", head.lang), meeting.get("called_by").to_owned()];
        called.extend(more.into_iter().filter(|words| !words.is_empty()));
        if let Some(first) = self.sitting.first_on {
            called.push(head.text(&Text::new("paper-minutes-second").with("day", day::show(first))));
        }
        let called = Some(("field-notice_on", called.join(" · "))).filter(|(_, words)| !words.is_empty());
        let led = [("field-chair", "chair"), ("field-secretary", "secretary"), ("field-tellers", "tellers")];
        let led = led.map(|(label, code)| (label, meeting.get(code).to_owned()));
        let shown = called.into_iter().chain(led).filter(|(id, words)| !words.is_empty() || *id != "field-tellers");
        shown.fold(facts, |facts, (id, words)| facts.fact(head.label(id), words))
    }

    fn attendance(&self) -> Block {
        Block::paragraph(words::attendance_sentence(&self.sitting.count(), self.head.lang))
    }

    fn quorum(&self) -> Block {
        Block::paragraph(words::quorum_sentence(&self.sitting.meeting, &self.sitting.count(), self.head.lang))
    }

    /// One item: its text with the records it names, then those that no line names.
    fn item(&self, at: usize, blocks: &mut Vec<Block>) {
        let sitting = self.sitting;
        let (item, text) = &sitting.items[at];
        let title = format!("{}. {}", at + 1, item.get("title"));
        blocks.push(Block::Heading(self.level + 1, title));
        let presenter = item.get("presenter");
        if !presenter.is_empty() {
            let text = Text::new("paper-minutes-presenter").with("name", presenter);
            blocks.push(Block::note(self.head.text(&text)));
        }
        let mut has_actions = false;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match Record::parse(line) {
                None => blocks.push(Block::paragraph(line.trim())),
                Some(Record::Attendance) => blocks.push(self.attendance()),
                Some(Record::Quorum) => blocks.push(self.quorum()),
                Some(Record::Motion(wanted)) => match sitting.motions.iter().find(|motion| motion.number() == wanted) {
                    Some(motion) => self.motion(motion, blocks),
                    None => blocks.push(Block::paragraph(line.trim())),
                },
                Some(Record::Actions) => {
                    has_actions = true;
                    self.actions(sitting.actions.iter().filter(|action| of_item(action, item)), blocks);
                }
                Some(Record::Carried) => self.actions(sitting.carried.iter(), blocks),
            }
        }
        let is_named = |motion: &Motion| self.names(Record::Motion(motion.number()));
        for motion in sitting.motions.iter().filter(|motion| motion.item() == item.id && !is_named(motion)) {
            self.motion(motion, blocks);
        }
        if !has_actions {
            self.actions(sitting.actions.iter().filter(|action| of_item(action, item)), blocks);
        }
    }

    /// What became of a motion, and everything about it.
    fn motion(&self, motion: &Motion, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(3, title(&self.head, motion)));
        blocks.push(Block::paragraph(words::resolution(motion, self.head.lang)));
    }

    /// What somebody is to do, as a table; nothing when nobody is.
    fn actions<'e>(&self, actions: impl Iterator<Item = &'e Entry>, blocks: &mut Vec<Block>) {
        let head = &self.head;
        let row = |action: &Entry| -> Row {
            let cell = |code: &str| entry(action, code, head.lang).into();
            vec![cell("what"), cell("who"), cell("due_on"), cell("state")]
        };
        let rows: Vec<Row> = actions.map(row).collect();
        if rows.is_empty() {
            return;
        }
        let table = Table::new()
            .column(Column::new(head.label("noun-action")).grow(2))
            .column(Column::new(head.label("field-who")).grow(1))
            .column(Column::new(head.label("paper-action-due")).at_least(24.0))
            .column(Column::new(head.label("paper-action-state")).at_least(20.0));
        blocks.push(table.rows(rows).into());
    }

    /// Who signs, and with which words and ink it was signed.
    fn signatures(&self) -> Block {
        let (head, meeting) = (&self.head, &self.sitting.meeting);
        let mut blocks = Vec::new();
        if meeting.version > 1 {
            let text = Text::new("paper-minutes-replaces").with("version", meeting.version.to_string());
            blocks.push(Block::paragraph(head.text(&text.with("before", (meeting.version - 1).to_string()))));
        }
        match meeting.signed.as_ref().filter(|_| self.sitting.is_signed()) {
            Some(signed) => {
                let on = signed.on.map(day::show).unwrap_or_default();
                let text = Text::new("paper-minutes-signed").with("day", on).with("by", signed.by.as_str());
                blocks.push(Block::paragraph(head.text(&text)));
                if !signed.page.is_empty() {
                    let text = Text::new("paper-minutes-page").with("page", signed.page.as_str());
                    blocks.push(Block::paragraph(head.text(&text)));
                }
            }
            None => blocks.push(head.done_at().into()),
        }
        let entry = &meeting.entry;
        let tellers = entry.get("tellers").split(',').map(str::trim).filter(|teller| !teller.is_empty());
        let tellers: Vec<_> = tellers.map(|teller| ("paper-teller", teller)).collect();
        let led = [("paper-chair-meeting", entry.get("chair")), ("paper-secretary-meeting", entry.get("secretary"))];
        if self.sitting.is_signed() {
            // the ink is on another sheet
            let name = |facts: Facts, (id, name): &(&'static str, &str)| facts.fact(head.label(id), *name);
            blocks.push(led.iter().chain(&tellers).fold(Facts::new().labels(LABELS), name).into());
            return together(blocks);
        }
        let line = |(id, name): &(&'static str, &str)| {
            let beneath = if name.is_empty() { head.label("paper-sign-name") } else { name };
            Signature::line(head.label(id)).beneath(beneath)
        };
        // three beside each other have room for a hand
        let rows = [&led[..]].into_iter().chain(tellers.chunks(3));
        blocks.extend(rows.map(|row| Block::Signatures(row.iter().map(line).collect())));
        together(blocks)
    }

    /// What was found wrong in these minutes, and what this meeting found wrong in earlier ones.
    fn corrections(&self) -> Vec<Block> {
        let (head, corrections) = (&self.head, &self.sitting.corrections);
        if corrections.is_empty() {
            return Vec::new();
        }
        let words = |correction: &Correction| {
            let parts = ["noted_on", "decision"].map(|code| entry(&correction.entry, code, head.lang));
            let other = correction.other.as_ref().map(|(number, on)| {
                let is_of_these = correction.entry.owner.1 == self.sitting.meeting.id();
                let id = if is_of_these { "paper-corrected-by" } else { "paper-corrects" };
                let text = Text::new(id).with("number", number.map(|n| n.to_string()).unwrap_or_default());
                head.text(&text.with("day", on.map(day::show).unwrap_or_default()))
            });
            let parts = parts.into_iter().chain(other).filter(|part| !part.is_empty()).collect::<Vec<_>>();
            [Block::Heading(3, parts.join(" · ")), Block::paragraph(correction.entry.get("text"))]
        };
        std::iter::once(self.heading("nouns-correction")).chain(corrections.iter().flat_map(words)).collect()
    }
}

/// `Vote no. 3: ADOPTED`, or only what is moved before there is a vote.
pub(super) fn title(head: &Head, motion: &Motion) -> String {
    let number = motion.number().to_string();
    let text = match motion.outcome() {
        Some(outcome) => Text::new("paper-vote-number").with("outcome", head.label(outcome.text_id())),
        None => Text::new("paper-motion-number"),
    };
    head.text(&text.with("number", number))
}

fn of_item(record: &Entry, item: &Entry) -> bool {
    record.get("item_id").parse() == Ok(item.id)
}
