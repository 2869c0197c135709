//! The name under which the meaning of columns is kept, and the names to choose from.

use crate::{
    command::mapping,
    domain::{Text, takes::Takes},
    import::mapping::{Mapping, Saved},
    store,
    text::Lang,
    tui::{
        keymap::{Cmd, Scope},
        screen::{Cx, Outcome, Value},
        widget::{
            choice::{Item, Offer, Picker},
            draft::{Draft, Kind, Saving, Spec},
        },
    },
};

static FIELDS: [Spec; 1] = [Spec::new("name", "field-mapping", Kind::Text, "hint-mapping").required()];

/// The form of the name.
pub struct MappingDraft {
    name: String,
    mapping: Mapping,
}

impl MappingDraft {
    /// For a mapping that has no name yet, or another.
    pub const fn new(mapping: Mapping) -> Self {
        Self { name: String::new(), mapping }
    }
}

impl Draft for MappingDraft {
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        ["area-members", "cmd-import", "cmd-save-mapping"].map(|id| lang.label(id)).join(" › ")
    }
    fn show(&self, _: usize) -> String {
        self.name.clone()
    }
    fn set(&mut self, _: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        self.name = Takes::Text.read(typed, &cx.reading())?;
        if self.name.is_empty() {
            return Err(Text::new("err-required").with("field", Text::new("field-mapping")));
        }
        Ok(())
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let is_taken = mapping::all(&cx.reader)?.iter().any(|saved| saved.name == self.name);
        let text = || cx.lang.text(&Text::new("mapping-replaces").with("name", self.name.as_str()));
        Ok(is_taken.then(text).into_iter().collect())
    }
    fn save(&self, _: Option<String>) -> Saving {
        let saved = Saved { name: self.name.clone(), mapping: self.mapping.clone() };
        Box::new(move |store, _, _| {
            let said = Text::new("mapping-saved").with("name", saved.name.as_str());
            mapping::keep(store, saved)?;
            Ok(Outcome::Saved { id: 0, said })
        })
    }
}

/// The saved mappings to choose from; one can be taken away.
pub struct Mappings;

/// The picker of these mappings.
pub fn picker(saved: &[Saved], lang: &Lang) -> Picker<Mappings> {
    let count = |saved: &Saved| saved.mapping.columns.values().filter(|code| !code.is_empty()).count();
    let words = |saved: &Saved| lang.text(&Text::new("mapping-columns").with("count", count(saved)));
    let items = saved.iter().map(|saved| Item::new(saved.name.clone()).with(words(saved))).collect();
    Picker::of(lang.label("cmd-mappings").to_owned(), items, Mappings)
}

impl Offer for Mappings {
    const SCOPE: Scope = Scope::Mappings;

    fn value(&self, item: usize) -> Value {
        Value::Row(item)
    }
    fn run(&self, cmd: Cmd, item: usize) -> Option<Value> {
        (cmd == Cmd::Remove).then_some(Value::Remove(item))
    }
}
