//! A mandate: its line on a page, and the form in which one is entered on the page of its body, where the first line asks
//! who.

use crate::{
    domain::{
        Text,
        mandate::{Standing, Term},
        meeting::MANDATE,
        noun::Entry,
    },
    report::member::words,
    store::{self, mandate::Mandate},
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, entry::EntryDraft, meetings::people, record::labelled},
        widget::draft::{Draft, Kind, Remark, Saving, Spec},
    },
};

/// What the page of a body asks before the fields of the mandate.
static WHO: Spec = Spec::new("member", "field-who", Kind::Proposals, "hint-person").required();

/// A mandate of a body whose holder is still to be named.
pub struct MandateDraft {
    organ: i64,
    /// Number and name of the member, once it is known who that is.
    who: String,
    inner: EntryDraft,
    specs: Vec<Spec>,
}

impl MandateDraft {
    /// A mandate that begins today and takes as long as the body says.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(organ: i64, cx: &Cx) -> store::Result<Self> {
        let mut entry = Entry::new(&MANDATE, ("member", 0));
        entry.put("organ", cx.reader.record_label("organ", organ)?);
        entry.put("from_on", cx.clock.today().to_string());
        propose_end(&mut entry, cx);
        let inner = EntryDraft::new(entry, String::new());
        // a mandate that is to begin has not ended
        let asked = inner.fields().iter().filter(|spec| !spec.code.starts_with("ended")).copied();
        let specs = std::iter::once(WHO).chain(asked).collect();
        Ok(Self { organ, who: String::new(), inner, specs })
    }

    /// What a draft in the book was about.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn of_draft(about: &str, cx: &Cx) -> store::Result<Self> {
        Self::new(about.parse().unwrap_or_default(), cx)
    }

    /// The place of a field in the form without the line that asks who.
    fn within(&self, at: usize) -> usize {
        let code = self.specs[at].code;
        self.inner.fields().iter().position(|spec| spec.code == code).unwrap_or(0)
    }
}

impl Draft for MandateDraft {
    const FORM: &'static str = "mandate";

    fn about(&self) -> String {
        format!(":{}", self.organ)
    }
    fn fields(&self) -> &[Spec] {
        &self.specs
    }
    fn title(&self, lang: &Lang) -> String {
        let organ = self.inner.show(0);
        format!("{} › {organ} › {}", lang.label(AREAS[2]), lang.label(MANDATE.text_id).to_lowercase())
    }
    fn show(&self, at: usize) -> String {
        if at == 0 { self.who.clone() } else { self.inner.show(self.within(at)) }
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        if at == 0 { Vec::new() } else { self.inner.choices(self.within(at)) }
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        if at > 0 {
            return self.inner.proposals(self.within(at), typed, cx);
        }
        Ok(people::find(typed.trim(), cx)?.iter().map(people::heading).collect())
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        if at > 0 {
            return self.inner.set(self.within(at), typed, cx);
        }
        let (id, who) = people::chosen(typed, cx)?;
        self.who.clone_from(&who);
        self.inner.give_to(("member", id.unwrap_or_default()), who);
        Ok(())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let outer = |remark: Remark| {
            let code = self.inner.fields()[remark.field].code;
            let field = self.specs.iter().position(|spec| spec.code == code).unwrap_or(0);
            Remark { field, ..remark }
        };
        self.inner.check(cx).into_iter().map(outer).collect()
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        self.inner.doubts(cx)
    }
    fn save(&self, draft: Option<String>) -> Saving {
        self.inner.save(draft)
    }
}

/// A mandate without a last day ends when the term of its body does.
pub fn propose_end(mandate: &mut Entry, cx: &Cx) {
    let proposed = || {
        let from = mandate.day("from_on").filter(|_| mandate.id == 0 && mandate.get("until_on").is_empty())?;
        // a reading error costs the proposal, not the form
        Term::end_of(from, cx.reader.seats(mandate.get("organ")).ok()?.months?)
    };
    if let Some(day) = proposed() {
        mandate.put("until_on", day.to_string());
    }
}

/// Since when and until when an office is held, and how it ended; `before` comes first.
pub fn line(mandate: &Mandate, before: &str, lang: &Lang) -> String {
    let entry = &mandate.entry;
    let mut parts = vec![before.to_owned()];
    let day = |code| words::entry(entry, code, lang);
    let last = if mandate.standing == Standing::Ended { "ended_on" } else { "until_on" };
    parts.push(match day(last).as_str() {
        "" => labelled(entry, "from_on", lang),
        last => format!("{} – {last}", day("from_on")),
    });
    parts.push(words::entry(entry, "ended_reason", lang));
    parts.push(words::entry(entry, "decision", lang));
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    match mandate.standing {
        Standing::Over => format!("! {text}"),
        Standing::Coming => format!("{text} · {}", lang.label("mandate-coming")),
        Standing::Held | Standing::Ended => text,
    }
}

/// `Treasurer, Management committee` of every office that somebody holds.
pub fn offices(mandates: &[Mandate], lang: &Lang) -> String {
    let held = mandates.iter().filter(|mandate| mandate.standing == Standing::Held);
    let office =
        |mandate: &Mandate| format!("{}, {}", words::entry(&mandate.entry, "office", lang), mandate.entry.get("organ"));
    held.map(office).collect::<Vec<_>>().join(" · ")
}
