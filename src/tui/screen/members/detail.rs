//! Everything about one member on a page: what is recorded, and every record that belongs to the person.

use super::{admit::AdmitDraft, fields, form::MemberDraft, status::StatusDraft};
use crate::{
    command,
    domain::{
        Text,
        birth::Birth,
        day,
        member::{Field, Member, show_number},
        noun::{self, Entry, Noun},
        phone,
        procedure::{PROCEDURE, STEP},
    },
    store::{self, Changed, entry::Seal},
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
    /// A record that became part of this one; its history stands with this one's.
    Merged,
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
    /// Files that are not what they were, and why.
    unlike: Vec<(i64, &'static str)>,
    /// What is in the form above, to find it on the page when it is saved.
    opened: Option<&'static Noun>,
}

impl MemberPage {
    /// The page of the member `id`.
    pub fn new(id: i64) -> Self {
        Self { id, title: String::new(), page: Page::default(), leaving: None, unlike: Vec::new(), opened: None }
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
        let mut steps = cx.reader.entries(&STEP, owner)?;
        for procedure in cx.reader.entries(&PROCEDURE, owner)? {
            let id = procedure.id.to_string();
            entry_lines(&mut lines, vec![procedure], lang);
            let of = steps.extract_if(.., |step| step.get("procedure_id") == id);
            lines.extend(of.map(|step| step_line(step, cx)));
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
        let merged = cx.reader.merged(self.id)?;
        if !merged.is_empty() {
            lines.push(Line::heading(lang.label("member-merged")));
        }
        for (number, former, name) in merged {
            let number = number.map(show_number).unwrap_or_default();
            let name = if former.is_empty() { name } else { format!("{name} · {former}") };
            lines.push(Line::new(number, name, What::Merged));
        }
        entry_lines(&mut lines, cx.reader.entries(&noun::NOTE, owner)?, lang);
        let files = cx.reader.entries(&noun::FILE, owner)?;
        if !files.is_empty() {
            lines.push(Line::heading(lang.label(noun::FILE.heading)));
        }
        for file in files {
            let mut line = entry_line(file, lang);
            if let Some(What::Entry(Entry { id, .. })) = &line.what
                && let Some(id) = self.unlike.iter().find(|(file, _)| file == id).map(|(_, why)| *why)
            {
                line.text = format!("! {} · {}", lang.label(id), line.text);
            }
            lines.push(line);
        }
        Ok(lines)
    }

    /// Looks, beside the screen, whether the files of the page are still what they were when they were written down.
    fn look_at_files(&self, cx: &mut Cx) -> Result<()> {
        let files = cx.reader.entries(&noun::FILE, ("member", self.id))?;
        if files.is_empty() {
            return Ok(());
        }
        let kept = files.iter().map(|file| cx.reader.seal(file.id)).collect::<store::Result<Vec<_>>>()?;
        cx.job(move |_| {
            let unlike = |(file, kept): (&Entry, &Seal)| match command::entry::seal(file.get("path")) {
                Ok(now) => (now != *kept).then_some((file.id, "file-changed")),
                Err(_) => Some((file.id, "file-absent")),
            };
            Ok(Outcome::Value(Value::Unlike(files.iter().zip(&kept).filter_map(unlike).collect())))
        });
        Ok(())
    }

    /// What the line under the cursor opens; to edit is to change the member where the line has no form of its own.
    fn open(&mut self, cmd: Cmd, cx: &Cx) -> Result<Flow> {
        let member = cx.reader.member(self.id)?;
        self.opened = None;
        Ok(match (self.page.what(), cmd) {
            (Some(What::Entry(entry)), _) => form(EntryDraft::new(entry.clone(), heading(&member)), cx),
            (Some(What::Member(id)), Cmd::Open) => Flow::push(Self::new(*id)),
            (Some(What::Merged), Cmd::Open) => Flow::push(History::of_record("member", self.id)),
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
        self.look_at_files(cx)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result? {
            Outcome::Value(Value::Unlike(files)) if files != self.unlike => {
                self.unlike = files;
                let member = cx.reader.member(self.id)?;
                self.page.set(self.lines(&member, cx)?);
            }
            Outcome::Said(text) | Outcome::Saved { said: text, .. } => cx.say(&text),
            Outcome::Quiet | Outcome::Value(_) => {}
        }
        Ok(Flow::Stay)
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
            (Cmd::Admit, _) => Ok(Flow::push(FormScreen::new(AdmitDraft::new(vec![self.id], cx)?, cx))),
            (Cmd::History, _) => Ok(Flow::push(History::of_record("member", self.id))),
            _ => Ok(Flow::Ignored),
        }
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match (value, self.leaving.take()) {
            (Value::Row(at), _) => {
                let entry = Entry::begun(ADDED[at], ("member", self.id), cx.clock.today());
                self.opened = Some(entry.noun);
                return Ok(form(EntryDraft::new(entry, heading(&cx.reader.member(self.id)?)), cx));
            }
            (Value::Yes, Some(entry)) => cx.write(move |store, session, _| {
                command::entry::remove(store, session, &entry)?;
                Ok(Outcome::Said(Text::new("entry-removed").with("noun", Text::new(entry.noun.text_id))))
            }),
            (Value::Saved(id), _) => {
                self.refresh(cx, &Changed::everything())?;
                let opened = self.opened.take();
                self.page.select(|what| matches!(what, What::Entry(e) if e.id == id && Some(e.noun) == opened));
            }
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
    lines.push(Line::heading(lang.label(first.noun.heading)));
    lines.extend(entries.into_iter().map(|entry| entry_line(entry, lang)));
}

fn entry_line(entry: Entry, lang: &Lang) -> Line<What> {
    let line = entry.noun.line;
    let label = line.first().map(|code| entry_value(&entry, code, lang)).unwrap_or_default();
    let rest = line.iter().skip(1).map(|code| labelled(&entry, code, lang)).filter(|text| !text.is_empty());
    let rest = rest.collect::<Vec<_>>().join(" · ");
    Line::new(label, rest, What::Entry(entry))
}

/// A step: done, late, or with the day by which it is due.
fn step_line(step: Entry, cx: &Cx) -> Line<What> {
    let label = entry_value(&step, "step", &cx.lang);
    let due = step.day("due_on");
    let text = match step.day("done_on") {
        Some(day) => format!("✓ {}", day::show(day)),
        None if due.is_some_and(|due| due < cx.clock.today()) => format!("! {}", labelled(&step, "due_on", &cx.lang)),
        None => labelled(&step, "due_on", &cx.lang),
    };
    let more = ["done_by", "reference"].map(|code| step.get(code).to_owned());
    let text = std::iter::once(text).chain(more).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Line::new(label, text, What::Entry(step))
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
    lang.value(entry.noun.attributes[at].takes, &entry.values()[at])
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
pub fn fact(member: &Member, field: Field, cx: &Cx) -> String {
    match field {
        Field::Role => member.works.iter().map(|w| cx.lang.label(w.text_id)).collect::<Vec<_>>().join(", "),
        Field::Status => cx.lang.label(member.status.text_id()).to_owned(),
        Field::IdType => member.id_type.map(|t| cx.lang.label(t.text_id()).to_owned()).unwrap_or_default(),
        Field::Birth => member.birth.map_or_else(String::new, |birth| {
            let age = Text::new("member-age").with("age", birth.age(cx.clock.today()));
            format!("{}  {}", Birth::show(birth), cx.lang.text(&age))
        }),
        _ => match field.takes() {
            Some(takes) => cx.lang.value(takes, member.kept(field)),
            None => show_field(member, field),
        },
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
