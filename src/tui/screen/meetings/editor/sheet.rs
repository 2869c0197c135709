//! One item of an agenda with its text while it is written: what the book has of it, what was typed, what is kept.

use crate::{
    command::minutes::{self, ANY_OTHER, Written},
    domain::{
        meeting::ITEM,
        minutes::{Piece, both, merge},
    },
    store::{self, Store, draft::Draft, meeting::Item},
    tui::{
        screen::{Cx, Outcome, Value},
        widget::{
            keep::Keep,
            prose::{Place, Prose},
        },
    },
};
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// The name of the form under which drafts are kept.
pub const FORM: &str = "minutes";

/// What is kept of an open text.
#[derive(Serialize, Deserialize)]
struct Kept {
    text: String,
    cursor: Place,
}

/// An item and its text.
pub struct Sheet {
    /// The item; 0 for what nobody has put on the agenda yet.
    pub id: i64,
    /// What stands before its title: its place on the agenda.
    pub place: String,
    /// Code of its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The text that is written.
    pub prose: Prose,
    rev: i64,
    /// The text as the book had it when it was read.
    before: String,
    /// The text that is on its way into the book.
    sent: Option<String>,
    keep: Keep,
}

/// What stands in the book may have been written with lines at its end that mean nothing.
fn tidy(text: &str) -> &str {
    text.trim_end_matches(['\n', ' '])
}

impl Sheet {
    /// An item as the book has it.
    pub fn new(meeting: i64, item: &Item, cx: &Cx) -> Self {
        let entry = &item.entry;
        Self {
            id: entry.id,
            place: entry.get("place").to_owned(),
            kind: entry.get("kind").to_owned(),
            title: entry.get("title").to_owned(),
            prose: Prose::new(&item.text),
            rev: entry.rev,
            before: item.text.clone(),
            sent: None,
            keep: Keep::new(&format!("{FORM}:{meeting}:{}", entry.id), cx),
        }
    }

    /// What stood in the text before the power failed, with the cursor where it was. Where somebody has changed the item
    /// since, both stay.
    pub fn resume(&mut self, draft: &Draft) {
        let Ok(kept) = serde_json::from_str::<Kept>(&draft.body) else { return };
        if draft.base_rev == self.rev {
            self.prose.reset(&kept.text);
        } else {
            self.prose.reset(&both(tidy(&kept.text), &self.before));
        }
        self.prose.move_to(kept.cursor);
        self.keep = Keep::of(draft);
    }

    /// Whether it is for this item, or both are what nobody has put on the agenda.
    pub fn is_for(&self, item: i64) -> bool {
        self.id == item || (item == 0 && self.kind == ANY_OTHER)
    }

    /// Whether something is typed that is not in the book.
    pub fn is_changed(&self) -> bool {
        !self.prose.is(&self.before) && tidy(&self.prose.text()) != self.before
    }

    /// Something was typed.
    pub fn typed(&mut self, now: Instant) {
        self.keep.typed(now);
    }

    /// Keeps what was typed, once it has waited; `true` when a draft was handed on.
    pub fn tick(&mut self, cx: &mut Cx, force: bool) -> bool {
        if !self.keep.is_due(cx, force) {
            return false;
        }
        if !self.is_changed() && self.sent.is_none() {
            self.drop_draft(cx);
            return false;
        }
        self.put(cx);
        true
    }

    fn put(&mut self, cx: &mut Cx) {
        let kept = Kept { text: self.prose.text(), cursor: self.prose.cursor() };
        self.keep.keep(serde_json::to_string(&kept).ok(), (self.id, self.rev), cx);
    }

    /// Throws away what was kept of it.
    pub fn drop_draft(&mut self, cx: &mut Cx) {
        self.keep.drop(cx);
    }

    /// Hands the text to whoever writes, after its draft: whatever becomes of it, it is not lost. `false` when there is
    /// nothing to save.
    pub fn save(&mut self, meeting: i64, cx: &mut Cx) -> bool {
        let text = self.prose.text();
        let text = tidy(&text).to_owned();
        if text == self.before || self.sent.as_ref() == Some(&text) {
            return false;
        }
        self.put(cx);
        self.sent = Some(text.clone());
        let written = Written { meeting, item: self.id, rev: self.rev, title: self.title.clone(), text };
        let (key, before) = (self.keep.sent(), self.id);
        cx.write(move |store: &mut Store, session, _| {
            Ok(match minutes::write(store, session, key.as_deref(), &written) {
                Ok(id) => Outcome::Value(Value::Written { before, id }),
                Err(error) => Outcome::Value(Value::Unwritten { item: before, error }),
            })
        });
        true
    }

    /// It is in the book, under this id.
    pub fn saved(&mut self, id: i64) {
        if let Some(sent) = self.sent.take() {
            (self.id, self.before) = (id, sent);
            self.keep.written();
        }
    }

    /// Whether its text is on its way into the book.
    pub const fn is_sent(&self) -> bool {
        self.sent.is_some()
    }

    /// It was refused.
    pub fn refused(&mut self) {
        self.sent = None;
    }

    /// Takes over what the book says of the item now: its text as well, unless something is typed here.
    pub fn read(&mut self, item: &Item) {
        let entry = &item.entry;
        (self.id, self.kind) = (entry.id, entry.get("kind").to_owned());
        (self.place, self.title) = (entry.get("place").to_owned(), entry.get("title").to_owned());
        if item.text == self.before || self.sent.as_ref() == Some(&item.text) {
            // nobody else has written here
            self.rev = entry.rev;
        } else if !self.is_changed() {
            self.prose.reset(&item.text);
            (self.before, self.rev) = (item.text.clone(), entry.rev);
        }
    }

    /// What both have written, piece by piece, when somebody else has saved the item.
    pub fn merge(&self, theirs: &Item) -> Vec<Piece> {
        merge(&self.before, tidy(&self.prose.text()), &theirs.text)
    }

    /// Puts what was made of both in the place of what was typed; saving it goes over what the other has saved.
    pub fn take(&mut self, theirs: &Item, pieces: &[Piece], sides: &[bool], now: Instant) {
        self.prose.replace(&joined(pieces, sides));
        (self.id, self.rev, self.before) = (theirs.entry.id, theirs.entry.rev, theirs.text.clone());
        self.typed(now);
    }
}

/// The text of pieces; of those that differ mine, or the other's where that is chosen.
fn joined(pieces: &[Piece], sides: &[bool]) -> String {
    let mut sides = sides.iter();
    let mut lines: Vec<&str> = Vec::new();
    for piece in pieces {
        let piece = match piece {
            Piece::Agreed(lines) => lines,
            Piece::Differs { mine, theirs } => {
                if sides.next() == Some(&true) {
                    theirs
                } else {
                    mine
                }
            }
        };
        lines.extend(piece.iter().map(String::as_str));
    }
    lines.join("\n")
}

/// The drafts of the minutes of a meeting that can be gone on with, the last first.
///
/// # Errors
/// When the book cannot be read.
pub fn drafts(meeting: i64, cx: &Cx) -> store::Result<Vec<Draft>> {
    let prefix = format!("{FORM}:{meeting}:");
    let all = cx.reader.drafts(&cx.session.id)?.into_iter();
    Ok(all.filter(|draft| draft.form.starts_with(&prefix)).collect())
}

/// The meeting of whose minutes a draft is: it stands in the name of its form.
pub fn meeting_of(draft: &Draft) -> Option<i64> {
    draft.form.split(':').nth(1)?.parse().ok()
}

/// What a draft of minutes is about: the item, and the meeting.
///
/// # Errors
/// When the book cannot be read.
pub fn named(draft: &Draft, cx: &Cx) -> store::Result<String> {
    let item = if draft.record == 0 { None } else { cx.reader.entry(&ITEM, draft.record).ok() };
    let other = || cx.lang.label("item-any_other").to_owned();
    let title = item.map_or_else(other, |item| format!("{} {}", item.get("place"), item.get("title")));
    let meeting = cx.reader.record_label("meeting", meeting_of(draft).unwrap_or_default())?;
    Ok(format!("{title} · {meeting}"))
}
