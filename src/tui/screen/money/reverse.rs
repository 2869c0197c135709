//! The reason for which an entry of the ledger is taken back.

use crate::{
    command,
    domain::{Text, fold::clean},
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Saving, Spec},
    },
};

static FIELDS: [Spec; 1] = [Spec::new("reason", "field-reason", Kind::Text, "").required()];

/// What the form asks.
pub struct ReverseDraft {
    entry: i64,
    name: String,
    reason: String,
}

impl ReverseDraft {
    /// The form for an entry, which has a name.
    pub const fn new(entry: i64, name: String) -> Self {
        Self { entry, name, reason: String::new() }
    }
}

impl Draft for ReverseDraft {
    // one line, said again as quickly
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} › {}", lang.label(AREAS[super::AREA]), self.name, lang.label("books-reverse"))
    }
    fn lead(&self, lang: &Lang) -> String {
        lang.label("books-reverse-lead").to_owned()
    }
    fn show(&self, _: usize) -> String {
        self.reason.clone()
    }
    fn set(&mut self, _: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        self.reason = clean(typed);
        if self.reason.is_empty() { Err(Text::new("err-reason")) } else { Ok(()) }
    }
    fn save(&self, _: Option<String>) -> Saving {
        let (entry, reason) = (self.entry, self.reason.clone());
        Box::new(move |store, session, _| {
            let id = command::ledger::reverse(store, session, entry, &reason)?;
            let number = store.journal_entry(id)?.number.to_string();
            Ok(Outcome::Saved { id, said: Text::new("books-reversed").with("number", number) })
        })
    }
}
