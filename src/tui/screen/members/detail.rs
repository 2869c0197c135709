//! Everything about one member on a page: what is recorded, and every record that belongs to the person.

use super::{fields, form::MemberDraft, status::StatusDraft};
use crate::{
    command,
    domain::{
        Text,
        birth::Birth,
        choice, day,
        member::{Field, Member, show_number},
        noun::{self, Entry, Noun},
        phone,
    },
    store::{self, Changed},
    text::Lang,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value, confirm::Confirm, entry::EntryDraft, history::History},
        widget::{
            choice::{Item, Picker},
            form::FormScreen,
            page::{Line, Page},
        },
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// What a line of the page is about.
enum What {
    Field(Field),
    Status,
    Entry(Entry),
    Member(i64),
}

/// What can be added on the page, in the order in which it is offered.
static ADDED: [&Noun; 5] = [&noun::CARD, &noun::KIN, &noun::CONSENT, &noun::NOTE, &noun::FILE];

/// The page of one member.
pub struct MemberPage {
    id: i64,
    title: String,
    page: Page<What>,
    /// What is to be taken out, while the question stands.
    leaving: Option<Entry>,
}

impl MemberPage {
    /// The page of the member `id`.
    pub fn new(id: i64) -> Self {
        Self { id, title: String::new(), page: Page::default(), leaving: None }
    }

    fn lines(&self, member: &Member, cx: &Cx) -> store::Result<Vec<Line<What>>> {
        let (lang, owner) = (&cx.lang, ("member", self.id));
        let mut lines = field_lines(member, cx);
        for noun in [&noun::CARD, &noun::KIN, &noun::CONSENT, &noun::PLACEMENT] {
            entry_lines(&mut lines, cx.reader.entries(noun, owner)?, lang);
        }
        let mates = cx.reader.household_of(self.id)?;
        if !mates.is_empty() {
            lines.push(Line::heading(lang.label("member-mates")));
            lines.extend(mates.into_iter().map(|(id, name)| Line::new("", name, What::Member(id))));
        }
        let stages = cx.reader.member_statuses(self.id)?;
        if !stages.is_empty() {
            lines.push(Line::heading(lang.label("member-stages")));
        }
        for stage in stages {
            let mut text = lang.label(stage.status.text_id()).to_owned();
            for part in [&stage.reason, &stage.decision].into_iter().filter(|part| !part.is_empty()) {
                text = format!("{text} · {part}");
            }
            lines.push(Line::new(day::show(stage.on), text, What::Status));
        }
        for noun in [&noun::NOTE, &noun::FILE] {
            entry_lines(&mut lines, cx.reader.entries(noun, owner)?, lang);
        }
        Ok(lines)
    }

    /// What the line under the cursor opens; to edit is to change the member where the line has no form of its own.
    fn open(&self, cmd: Cmd, cx: &Cx) -> Result<Flow> {
        let member = cx.reader.member(self.id)?;
        Ok(match (self.page.what(), cmd) {
            (Some(What::Entry(entry)), _) => form(EntryDraft::new(entry.clone(), heading(&member)), cx),
            (Some(What::Member(id)), Cmd::Open) => Flow::push(Self::new(*id)),
            (Some(What::Status), Cmd::Open) => Flow::push(FormScreen::new(StatusDraft::new(member, cx), cx)),
            (Some(What::Field(field)), _) => {
                Flow::push(FormScreen::new(MemberDraft::edit(member), cx).at(field.code(), cx))
            }
            _ => Flow::push(FormScreen::new(MemberDraft::edit(member), cx)),
        })
    }
}

fn form(draft: EntryDraft, cx: &Cx) -> Flow {
    Flow::push(FormScreen::new(draft, cx))
}

impl Screen for MemberPage {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn area(&self) -> usize {
        1
    }
    fn scope(&self) -> Scope {
        Scope::Detail
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        let member = cx.reader.member(self.id)?;
        self.title = format!("{} › {}", cx.lang.label("area-members"), heading(&member));
        self.page.set(self.lines(&member, cx)?);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.page.run(cmd) {
            return Ok(Flow::Stay);
        }
        super::permit(cmd, cx)?;
        match (cmd, self.page.what()) {
            (Cmd::Edit | Cmd::Open, _) => self.open(cmd, cx),
            (Cmd::New, _) => {
                let items = ADDED.iter().map(|noun| Item::new(cx.lang.label(noun.text_id))).collect();
                Ok(Flow::push(Picker::new(cx.lang.label("member-add").to_owned(), items, 0)))
            }
            (Cmd::Archive, Some(What::Entry(entry))) => {
                cx.permit(&command::entry::REMOVE)?;
                self.leaving = Some(entry.clone());
                let words = Text::new("entry-remove").with("noun", Text::new(entry.noun.text_id));
                let words = words.with("what", entry_text(entry, &cx.lang));
                Ok(Flow::push(Confirm::new("ask-remove", vec![words], Value::Yes)))
            }
            (Cmd::Archive, _) => Ok(Flow::push(FormScreen::new(StatusDraft::new(cx.reader.member(self.id)?, cx), cx))),
            (Cmd::History, _) => Ok(Flow::push(History::of_record("member", self.id))),
            _ => Ok(Flow::Ignored),
        }
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match (value, self.leaving.take()) {
            (Value::Row(at), _) => {
                let entry = Entry::new(ADDED[at], ("member", self.id));
                return Ok(form(EntryDraft::new(entry, heading(&cx.reader.member(self.id)?)), cx));
            }
            (Value::Yes, Some(entry)) => cx.write(move |store, session, _| {
                command::entry::remove(store, session, &entry)?;
                Ok(Outcome::Said(Text::new("entry-removed").with("noun", Text::new(entry.noun.text_id))))
            }),
            (Value::Saved(_), _) => self.refresh(cx, &Changed::everything())?,
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        self.page.draw(canvas, area);
    }
}

/// The records of one noun under their heading.
fn entry_lines(lines: &mut Vec<Line<What>>, entries: Vec<Entry>, lang: &Lang) {
    let Some(first) = entries.first() else { return };
    lines.push(Line::heading(lang.label(first.noun.text_id)));
    for entry in entries {
        let line = entry.noun.line;
        let label = line.first().map(|code| entry_value(&entry, code, lang)).unwrap_or_default();
        let rest = line.iter().skip(1).map(|code| labelled(&entry, code, lang)).filter(|text| !text.is_empty());
        let rest = rest.collect::<Vec<_>>().join(" · ");
        lines.push(Line::new(label, rest, What::Entry(entry)));
    }
}

/// A record in one line.
fn entry_text(entry: &Entry, lang: &Lang) -> String {
    let values = entry.noun.line.iter().map(|code| entry_value(entry, code, lang)).filter(|text| !text.is_empty());
    values.collect::<Vec<_>>().join(" · ")
}

/// A value with the name of its field, where days would be mistaken for each other.
fn labelled(entry: &Entry, code: &str, lang: &Lang) -> String {
    let value = entry_value(entry, code, lang);
    let attribute = entry.noun.attributes.iter().find(|attribute| attribute.code == code);
    match attribute.filter(|a| !value.is_empty() && (a.code.ends_with("_on") || a.code.ends_with("_percent"))) {
        Some(attribute) => format!("{} {value}", lang.label(attribute.label).to_lowercase()),
        None => value,
    }
}

/// A value as people read it, names of lists in the user's language.
fn entry_value(entry: &Entry, code: &str, lang: &Lang) -> String {
    let Some(at) = entry.noun.attributes.iter().position(|attribute| attribute.code == code) else {
        return String::new();
    };
    listed(&entry.show(at), entry.noun.attributes[at].takes.choices(), lang)
}

/// Codes of a list as names in the user's language.
fn listed(codes: &str, choices: choice::Choices, lang: &Lang) -> String {
    let name = |code: &str| choices.iter().find(|c| c.code == code).map_or(code, |c| lang.label(c.text_id)).to_owned();
    if choices.is_empty() { codes.to_owned() } else { codes.split(',').map(name).collect::<Vec<_>>().join(", ") }
}

/// `0147 KABEYA Ngoyi Éléonore`, or the name alone before admission.
pub fn heading(member: &Member) -> String {
    match member.number {
        Some(number) => format!("{} {}", show_number(number), member.full_name()),
        None => member.full_name(),
    }
}

/// Every field that is filled, under the headings of the form.
fn field_lines(member: &Member, cx: &Cx) -> Vec<Line<What>> {
    let mut lines = Vec::new();
    let mut heading = "";
    let all = fields::all().filter(|field| *field != Field::Status);
    for field in std::iter::once(Field::Status).chain(all) {
        let section = fields::section(field);
        heading = if section.is_empty() { heading } else { section };
        let value = fact(member, field, cx);
        if value.is_empty() || matches!(field, Field::CardNumber | Field::CardExpiresOn) {
            continue;
        }
        if !heading.is_empty() {
            lines.push(Line::heading(cx.lang.label(std::mem::take(&mut heading))));
        }
        let what = if field == Field::Status { What::Status } else { What::Field(field) };
        lines.push(Line::new(cx.lang.label(field.text_id()), value, what));
    }
    lines
}

/// Label and value of every field that is filled.
pub fn facts(member: &Member, cx: &Cx) -> Vec<(String, String)> {
    let values = Field::ALL.iter().map(|field| (cx.lang.label(field.text_id()).to_owned(), fact(member, *field, cx)));
    values.filter(|(_, value)| !value.is_empty()).collect()
}

/// A field as people read it.
fn fact(member: &Member, field: Field, cx: &Cx) -> String {
    match field {
        Field::Role => member.works.iter().map(|w| cx.lang.label(w.text_id)).collect::<Vec<_>>().join(", "),
        Field::Status => cx.lang.label(member.status.text_id()).to_owned(),
        Field::IdType => member.id_type.map(|t| cx.lang.label(t.text_id()).to_owned()).unwrap_or_default(),
        Field::Birth => member.birth.map_or_else(String::new, |birth| {
            let age = Text::new("member-age").with("age", birth.age(cx.clock.today()));
            format!("{}  {}", Birth::show(birth), cx.lang.text(&age))
        }),
        _ => {
            let choices = field.takes().map_or(&[][..], |takes| takes.choices());
            listed(&show_field(member, field), choices, &cx.lang)
        }
    }
}

/// A field as people read it and can type it again; of a choice the codes.
pub fn show_field(member: &Member, field: Field) -> String {
    match field {
        Field::Number => member.number.map(show_number).unwrap_or_default(),
        Field::Birth => member.birth.map(Birth::show).unwrap_or_default(),
        Field::Phone => phone::show(&member.phone),
        Field::JoinedOn => member.joined_on.map(day::show).unwrap_or_default(),
        Field::IdExpiresOn => member.id_expires_on.map(day::show).unwrap_or_default(),
        _ => match field.takes() {
            Some(takes) => takes.show(member.kept(field)),
            None => member.get(field),
        },
    }
}
