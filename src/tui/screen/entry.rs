//! The form of a record that is only written down: one for every noun.

use crate::{
    command,
    domain::{
        Text,
        meeting::MANDATE,
        member::Status,
        noun::{self, Entry, Noun},
        procedure::STEP,
        takes::Takes,
    },
    report::member::words,
    store,
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{
            Cx, Outcome,
            meetings::{self, mandate, people},
            money,
        },
        widget::draft::{Draft, Remark, Saving, Spec, choices, matching},
    },
};

/// What the form changes.
pub struct EntryDraft {
    entry: Entry,
    specs: Vec<Spec>,
    /// The places of the fields among the attributes.
    places: Vec<usize>,
    /// Of whom or what it is, in words.
    of: String,
}

impl EntryDraft {
    /// The form of a record; `of` says to whom it belongs.
    pub fn new(entry: Entry, of: String) -> Self {
        let shown = entry
            .noun
            .attributes
            .iter()
            .enumerate()
            .filter(|(_, attribute)| !matches!(attribute.takes, Takes::Fixed(_)));
        // what the rules refuse to be blank is required as well
        let required = entry.required();
        let spec = |at, attribute| {
            let spec = Spec::of(attribute);
            if required.contains(&at) { spec.required() } else { spec }
        };
        let (places, specs) = shown.map(|(at, attribute)| (at, spec(at, attribute))).unzip();
        Self { entry, specs, places, of }
    }

    /// What a draft in the book was about: the end of its name, and the record.
    ///
    /// # Errors
    /// When the record is gone.
    pub fn of_draft(about: &str, record: i64, cx: &Cx) -> store::Result<Option<Self>> {
        let mut parts = about.split(':');
        let (noun, table) = (parts.next().and_then(noun::find), parts.next().unwrap_or_default());
        let (Some(noun), Some(Ok(owner))) = (noun, parts.next().map(str::parse)) else { return Ok(None) };
        let entry = match record {
            0 => Entry::new(noun, (store::entry::owner(table)?, owner)),
            id => cx.reader.entry(noun, id)?,
        };
        let of = cx.reader.record_label(table, owner)?;
        Ok(Some(Self::new(entry, of)))
    }

    /// The same form of a record that belongs to somebody else; `of` says to whom.
    pub fn give_to(&mut self, owner: (&'static str, i64), of: String) {
        (self.entry.owner, self.of) = (owner, of);
    }

    /// The field to begin with: the first, or of a new record the first that is blank.
    pub fn begins_at(&self) -> &'static str {
        let is_blank = |place: &&usize| self.entry.id != 0 || self.entry.values()[**place].is_empty();
        let place = self.places.iter().find(is_blank).unwrap_or(&self.places[0]);
        self.noun().attributes[*place].code
    }

    /// The area of what it belongs to.
    pub fn area(&self) -> usize {
        let is_of =
            |tables: &[&str]| tables.iter().any(|table| [self.noun().table, self.entry.owner.0].contains(table));
        if is_of(&["organ", "meeting"]) {
            meetings::AREA
        } else if is_of(&["account", "fund", "schedule", "pad"]) {
            money::AREA
        } else {
            1
        }
    }

    fn noun(&self) -> &'static Noun {
        self.entry.noun
    }

    fn takes(&self, at: usize) -> Takes {
        self.noun().attributes[self.places[at]].takes
    }
}

impl Draft for EntryDraft {
    const FORM: &'static str = "entry";

    fn about(&self) -> String {
        format!(":{}:{}:{}", self.noun().table, self.entry.owner.0, self.entry.owner.1)
    }
    fn fields(&self) -> &[Spec] {
        &self.specs
    }
    fn title(&self, lang: &Lang) -> String {
        let of = if self.of.is_empty() { String::new() } else { format!(" › {}", self.of) };
        // of a procedure it is the step that matters, and that a step is one goes without saying
        let what = if *self.noun() == STEP {
            words::entry(&self.entry, "step", lang)
        } else {
            lang.label(self.noun().text_id).to_lowercase()
        };
        format!("{}{of} › {what}", lang.label(AREAS[self.area()]))
    }
    fn show(&self, at: usize) -> String {
        self.entry.show(self.places[at])
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        choices(Some(self.takes(at)))
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        Ok(match self.takes(at) {
            Takes::Team => matching(cx.reader.teams_of(self.entry.get("site"))?.iter().map(String::as_str), typed),
            Takes::Organ => matching(cx.reader.organs()?.iter().map(|(_, name, _)| name.as_str()), typed),
            Takes::Fund => matching(cx.reader.funds()?.iter().map(|(_, name)| name.as_str()), typed),
            Takes::Person => people::proposals(typed, cx)?,
            _ => matching(cx.reader.sites()?.iter().map(|(_, name)| name.as_str()), typed),
        })
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        if self.takes(at) == Takes::Person {
            return self.entry.set(self.places[at], &people::read_piece(typed, cx)?, &cx.reading());
        }
        self.entry.set(self.places[at], typed, &cx.reading())?;
        if *self.noun() == MANDATE {
            mandate::propose_end(&mut self.entry, cx);
        }
        Ok(())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let remarks = self.entry.check(cx.clock.today()).into_iter();
        let field = |place| self.places.iter().position(|at| *at == place).unwrap_or(0);
        let mut remarks: Vec<_> =
            remarks.map(|(place, text, is_error)| Remark { field: field(place), text, is_error }).collect();
        // a reading error here costs the word beside the field: whoever saves is refused all the same
        if let Ok(Some((code, text))) = cx.reader.entry_fault(&self.entry) {
            let field = self.specs.iter().position(|spec| spec.code == code).unwrap_or(0);
            remarks.push(Remark::error(field, text));
        }
        remarks
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        if *self.noun() == MANDATE {
            let doubts = cx.reader.mandate_doubts(&self.entry, cx.clock.today())?;
            return Ok(doubts.iter().map(|text| cx.lang.text(text)).collect());
        }
        let is_closed = |entry: &Entry| !entry.get("closed_on").is_empty();
        if self.noun().table == "organ"
            || self.entry.id == 0
            || !is_closed(&self.entry)
            || is_closed(&cx.reader.entry(self.noun(), self.entry.id)?)
        {
            return Ok(Vec::new());
        }
        let there =
            cx.reader.people_totals(self.noun(), self.entry.id)?.count(&[Status::Active, Status::Suspended], None);
        let text = Text::new("place-still").with("name", self.entry.get("name")).with("count", there);
        Ok(if there > 0 { vec![cx.lang.text(&text)] } else { Vec::new() })
    }
    fn base(&self) -> Option<(i64, i64)> {
        (self.entry.id != 0).then_some((self.entry.id, self.entry.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.entry.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        if self.entry.id == 0 {
            return Ok(None);
        }
        Ok(Some(Self::new(cx.reader.entry(self.noun(), self.entry.id)?, self.of.clone())))
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let entry = self.entry.clone();
        Box::new(move |store, session, _| {
            let id = command::entry::save(store, session, draft.as_deref(), &entry)?;
            let name = entry.get("name");
            let said = Text::new(if name.is_empty() { "entry-saved" } else { "entry-saved-name" });
            let said = said.with("noun", Text::new(entry.noun.text_id)).with("name", name);
            Ok(Outcome::Saved { id, said })
        })
    }
}
