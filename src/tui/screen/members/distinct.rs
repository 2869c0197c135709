//! Two records are two people: why somebody says so.

use crate::{
    command,
    domain::{Text, fold::clean, member::Member},
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Saving, Spec},
    },
};

static FIELDS: [Spec; 1] = [Spec::new("reason", "field-reason", Kind::Text, "hint-distinct")];

/// What the form writes down.
pub struct DistinctDraft {
    ids: (i64, i64),
    /// Both in words.
    who: (String, String),
    reason: String,
}

impl DistinctDraft {
    /// Of two members.
    pub fn new(a: &Member, b: &Member) -> Self {
        Self { ids: (a.id, b.id), who: (a.heading(), b.heading()), reason: String::new() }
    }
}

impl Draft for DistinctDraft {
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} ≠ {}", lang.label("cmd-duplicates"), self.who.0, self.who.1)
    }
    fn show(&self, _: usize) -> String {
        self.reason.clone()
    }
    fn set(&mut self, _: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        self.reason = clean(typed);
        Ok(())
    }
    fn save(&self, _: Option<String>) -> Saving {
        let (ids, reason, who) = (self.ids, self.reason.clone(), self.who.clone());
        Box::new(move |store, session, _| {
            command::merge::tell_apart(store, session, ids, &reason)?;
            let said = Text::new("distinct-done").with("first", who.0).with("second", who.1);
            Ok(Outcome::Saved { id: ids.0, said })
        })
    }
}
