//! The page of a body: who holds which office, who held it before, its rules and its meetings.

use super::{mandate, mandate::MandateDraft};
use crate::{
    command,
    domain::{
        Text, day,
        mandate::Standing,
        meeting::{MANDATE, ORGAN},
        member::Sex,
        noun::{Attribute, Entry, FILE, NOTE, Noun},
        rule::{ANY_MOTION, Rules, What as Ruled},
    },
    report::member::words,
    store::{self, mandate::Mandate},
    text::Lang,
    tui::{
        keymap::{AREAS, Cmd},
        screen::{
            Cx, Flow,
            entry::EntryDraft,
            members,
            record::{Lines, RecordPage, Subject, What, form},
            settings::bylaw::BylawDraft,
        },
        widget::{form::FormScreen, page::Line},
    },
};
use anyhow::Result;

/// So many meetings stand on the page; all of them are in the list of meetings.
const MEETINGS: usize = 12;

/// What a line of the page is about.
pub enum About {
    /// A field, by its column.
    Field(&'static str),
    /// Somebody's mandate.
    Mandate(Box<Mandate>),
    /// A rule of its code.
    Rule(String),
    /// A meeting.
    Meeting(i64),
}

static ADDED: [&Noun; 3] = [&MANDATE, &NOTE, &FILE];

/// The page of one body.
pub struct OrganPage {
    id: i64,
}

/// The page of the body `id`.
pub fn page(id: i64) -> RecordPage<OrganPage> {
    RecordPage::new(OrganPage { id })
}

/// A new body.
pub fn begin(cx: &Cx) -> Flow {
    form(EntryDraft::new(Entry::new(&ORGAN, ("", 0)), String::new()), cx)
}

/// The form of a body, with the cursor in the field of that code.
///
/// # Errors
/// When the book cannot be read.
pub fn edit(id: i64, code: &str, cx: &Cx) -> store::Result<Flow> {
    let mut entry = cx.reader.entry(&ORGAN, id)?;
    if code == "closed_on" && entry.get(code).is_empty() {
        entry.put(code, cx.clock.today().to_string());
    }
    Ok(Flow::push(FormScreen::new(EntryDraft::new(entry, String::new()), cx).in_area(super::AREA).at(code, cx)))
}

impl OrganPage {
    fn entry(&self, cx: &Cx) -> store::Result<Entry> {
        cx.reader.entry(&ORGAN, self.id)
    }

    /// What is recorded of the body, and the number that its next minutes bear.
    fn fields(&self, entry: &Entry, cx: &Cx) -> store::Result<Lines<About>> {
        let mut lines = Vec::new();
        for attribute in ORGAN.attributes.iter().filter(|a| !["name", "last_number"].contains(&a.code)) {
            let value = words::entry(entry, attribute.code, &cx.lang);
            if !value.is_empty() {
                lines.push(own(cx.lang.label(attribute.label), value, About::Field(attribute.code)));
            }
        }
        let next = Text::new("organ-next-number").with("number", (cx.reader.last_minutes(self.id)? + 1).to_string());
        lines.push(own(cx.lang.label("organ-next"), cx.lang.text(&next), About::Field("last_number")));
        Ok(lines)
    }

    /// Who is in office, and who was.
    fn mandates(&self, entry: &Entry, cx: &Cx) -> store::Result<Lines<About>> {
        let lang = &cx.lang;
        let mandates = cx.reader.organ_mandates(self.id, cx.clock.today())?;
        let (past, mut present): (Vec<_>, Vec<_>) =
            mandates.into_iter().partition(|mandate| matches!(mandate.standing, Standing::Ended));
        present.sort_by_key(|mandate| place(mandate.entry.get("office")));
        let heading = match in_office(&present, entry.get("seats"), lang) {
            Some(count) => format!("{} · {count}", lang.label("organ-offices")),
            None => lang.label("organ-offices").to_owned(),
        };
        let mut lines = vec![Line::heading(heading)];
        if present.is_empty() {
            lines.push(own("", lang.label("organ-nobody"), About::Field("seats")));
        }
        lines.extend(present.into_iter().map(|mandate| mandate_line(mandate, lang)));
        if !past.is_empty() {
            lines.push(Line::heading(lang.label("organ-past")));
        }
        lines.extend(past.into_iter().map(|mandate| mandate_line(mandate, lang)));
        Ok(lines)
    }

    fn meetings(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let mut lines = Vec::new();
        for id in cx.reader.organ_meetings(self.id, MEETINGS)? {
            let meeting = cx.reader.meeting(id)?;
            let number = meeting.number.map(|number| Text::new("organ-minutes").with("number", number.to_string()));
            let parts = [
                words::entry(&meeting.entry, "kind", &cx.lang),
                meeting.entry.get("title").to_owned(),
                number.map(|number| cx.lang.text(&number)).unwrap_or_default(),
                cx.lang.label(meeting.state.text_id()).to_owned(),
            ];
            let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let on = meeting.entry.day("held_on").map(day::show).unwrap_or_default();
            lines.push(own(on, text, About::Meeting(id)));
        }
        if !lines.is_empty() {
            lines.insert(0, Line::heading(cx.lang.label("nouns-meeting")));
        }
        Ok(lines)
    }
}

impl Subject for OrganPage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        ("organ", self.id)
    }
    fn area(&self) -> usize {
        super::AREA
    }
    fn place(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label(AREAS[2]), lang.label(ORGAN.heading).to_lowercase())
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        Ok(self.entry(cx)?.get("name").to_owned())
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let entry = self.entry(cx)?;
        let mut lines = self.fields(&entry, cx)?;
        lines.extend(self.mandates(&entry, cx)?);
        lines.extend(rules(&cx.reader.rules()?, entry.get("kind"), &cx.lang));
        lines.extend(self.meetings(cx)?);
        Ok(lines)
    }

    fn begin(&self, noun: &'static Noun, cx: &Cx) -> Result<Flow> {
        if *noun == MANDATE {
            return Ok(Flow::push(FormScreen::new(MandateDraft::new(self.id, cx)?, cx).in_area(super::AREA)));
        }
        let entry = Entry::begun(noun, self.owner(), cx.clock.today());
        Ok(form(EntryDraft::new(entry, self.name(cx)?), cx))
    }

    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "organ-end" } else { cmd.text_id() }
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        match (cmd, about) {
            (Cmd::Open | Cmd::Edit, Some(About::Rule(_))) => cx.permit(&command::bylaw::SAVE)?,
            (Cmd::Edit | Cmd::Archive, _) => cx.permit(&command::entry::SAVE)?,
            _ => {}
        }
        Ok(match (cmd, about) {
            (Cmd::Open, Some(About::Mandate(mandate))) => Flow::push(members::detail::page(mandate.entry.owner.1)),
            (Cmd::Edit, Some(About::Mandate(mandate))) => change(mandate, "until_on", cx),
            (Cmd::Archive, Some(About::Mandate(mandate))) => change(mandate, "ended_on", cx),
            (Cmd::Open | Cmd::Edit, Some(About::Rule(code))) => {
                Flow::push(FormScreen::new(BylawDraft::new(code, cx)?, cx).in_area(super::AREA))
            }
            (Cmd::Open, Some(About::Meeting(id))) => Flow::push(super::page::page(*id)),
            (Cmd::Archive, _) => edit(self.id, "closed_on", cx)?,
            (Cmd::Open | Cmd::Edit, Some(About::Field(code))) => edit(self.id, code, cx)?,
            (Cmd::Open | Cmd::Edit, _) => edit(self.id, "name", cx)?,
            _ => Flow::Ignored,
        })
    }
}

/// Label and value of what is known of a body: its fields, and who is in office.
///
/// # Errors
/// When the book cannot be read.
pub fn facts(id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
    let entry = cx.reader.entry(&ORGAN, id)?;
    let fact = |a: &Attribute| (cx.lang.label(a.label).to_owned(), words::entry(&entry, a.code, &cx.lang));
    let mut facts: Vec<_> = ORGAN.attributes.iter().map(fact).filter(|(_, value)| !value.is_empty()).collect();
    let mut mandates = cx.reader.organ_mandates(id, cx.clock.today())?;
    mandates.retain(|mandate| mandate.standing == Standing::Held);
    mandates.sort_by_key(|mandate| place(mandate.entry.get("office")));
    facts.extend(mandates.into_iter().map(|m| (words::entry(&m.entry, "office", &cx.lang), m.heading)));
    Ok(facts)
}

/// The form of a mandate; one that is to end ends today, unless another day is written.
fn change(mandate: &Mandate, code: &str, cx: &Cx) -> Flow {
    let mut entry = mandate.entry.clone();
    if code == "ended_on" && entry.get(code).is_empty() {
        entry.put(code, cx.clock.today().to_string());
    }
    Flow::push(FormScreen::new(EntryDraft::new(entry, mandate.heading.clone()), cx).in_area(super::AREA).at(code, cx))
}

fn own(label: impl Into<String>, text: impl Into<String>, about: About) -> Line<What<About>> {
    Line::new(label, text, What::Own(about))
}

fn mandate_line(mandate: Mandate, lang: &Lang) -> Line<What<About>> {
    let text = mandate::line(&mandate, &mandate.heading, lang);
    own(words::entry(&mandate.entry, "office", lang), text, About::Mandate(Box::new(mandate)))
}

/// The place of an office in the order in which offices are known.
fn place(office: &str) -> usize {
    crate::domain::meeting::OFFICES.iter().position(|known| known.code == office).unwrap_or(usize::MAX)
}

/// `4 of 5 seats · F 2 · M 2`: who is in office, each once.
fn in_office(mandates: &[Mandate], seats: &str, lang: &Lang) -> Option<String> {
    let mut held: Vec<&Mandate> = mandates.iter().filter(|mandate| mandate.standing == Standing::Held).collect();
    held.sort_by_key(|mandate| mandate.entry.owner.1);
    held.dedup_by_key(|mandate| mandate.entry.owner.1);
    if held.is_empty() && seats.is_empty() {
        return None;
    }
    let count = Text::new(if seats.is_empty() { "organ-people" } else { "organ-seats" });
    let count = lang.text(&count.with("count", held.len()).with("seats", seats.parse::<i64>().unwrap_or_default()));
    let of = |sex: &Sex| held.iter().filter(|mandate| mandate.sex == Some(*sex)).count() as i64;
    let parts = Sex::ALL.iter().filter(|sex| of(sex) > 0);
    let parts = parts.map(|sex| format!("{} {}", lang.label(sex.text_id()), lang.count(of(sex))));
    Some(std::iter::once(count).chain(parts).collect::<Vec<_>>().join(" · "))
}

/// The rules that hold for a kind of body.
fn rules(rules: &Rules, kind: &str, lang: &Lang) -> Lines<About> {
    let mut lines = vec![Line::heading(lang.label("organ-rules"))];
    for what in Ruled::ALL {
        let (subject, rule) = match what {
            Ruled::Majority => (ANY_MOTION, rules.first(&[ANY_MOTION], *what)),
            _ => (kind, rules.of_organ(kind, *what)),
        };
        if let Some(rule) = rule {
            let text = format!("{} · {}", lang.text(&rule.text()), lang.text(&rule.source()));
            lines.push(own(lang.label(what.text_id()), text, About::Rule(format!("{subject}.{}", what.code()))));
        }
    }
    lines
}
