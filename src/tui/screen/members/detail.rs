//! Everything about one member on a page: what is recorded, and every record that belongs to the person.

use super::{admit::AdmitDraft, fields, form::MemberDraft, place::MoveDraft, status::StatusDraft};
use crate::{
    domain::{
        day,
        meeting::MANDATE,
        member::{Field, Member, show_number},
        noun::{self, Entry, Noun},
        procedure::{PROCEDURE, STEP},
    },
    report::member::words,
    store,
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{
            Cx, Flow, Value,
            entry::EntryDraft,
            history::History,
            meetings::mandate,
            money::holder::{self, Money},
            paper::choose::Choose,
            places::{self, PEOPLE},
            record::{Lines, RecordPage, Subject, What, entry_lines, form, labelled},
        },
        widget::{form::FormScreen, page::Line},
    },
};
use anyhow::Result;

/// What a line of the page is about.
pub enum About {
    /// A field of the member.
    Field(Field),
    /// The status.
    Status,
    /// An amount owed, or shares.
    Money(Money),
    /// Another member of the household.
    Member(i64),
    /// The household.
    Household(i64),
    /// A record that became part of this one; its history stands with this one's.
    Merged,
}

static ADDED: [&Noun; 7] =
    [&noun::CARD, &noun::KIN, &noun::CONSENT, &noun::PLACEMENT, &noun::NOTE, &noun::FILE, &MANDATE];

/// The page of one member.
pub struct MemberPage {
    id: i64,
}

/// The page of the member `id`.
pub fn page(id: i64) -> RecordPage<MemberPage> {
    RecordPage::new(MemberPage { id })
}

/// The same with the cursor on what the member owes and has.
pub fn money(id: i64) -> RecordPage<MemberPage> {
    page(id).begun_on(|about| matches!(about, About::Money(_)))
}

impl Subject for MemberPage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        ("member", self.id)
    }
    fn place(&self, lang: &Lang) -> String {
        lang.label("area-members").to_owned()
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        Ok(cx.reader.member(self.id)?.heading())
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }

    fn name_of(&self, cmd: Cmd) -> &'static str {
        // short, so that the way back stands beside it
        if cmd == Cmd::Archive { "page-status" } else { cmd.text_id() }
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let (lang, owner) = (&cx.lang, ("member", self.id));
        let member = cx.reader.member(self.id)?;
        let mut lines = field_lines(&member, cx);
        lines.extend(holder::lines(self.id, cx, |money| What::Own(About::Money(money)))?);
        let mandates = cx.reader.member_mandates(self.id, cx.clock.today())?;
        if !mandates.is_empty() {
            lines.push(Line::heading(lang.label(MANDATE.heading)));
        }
        for held in mandates {
            let text = mandate::line(&held, held.entry.get("organ"), lang);
            lines.push(Line::new(words::entry(&held.entry, "office", lang), text, What::Entry(held.entry)));
        }
        for noun in [&noun::CARD, &noun::KIN, &noun::CONSENT, &noun::PLACEMENT] {
            entry_lines(&mut lines, cx.reader.entries(noun, owner)?, lang);
        }
        if let Some((id, name)) = cx.reader.household_of(self.id)? {
            let mates = cx.reader.people(&noun::HOUSEHOLD, id, PEOPLE)?;
            lines.push(Line::heading(lang.label("member-mates")));
            lines.push(own(lang.label(noun::HOUSEHOLD.text_id), name, About::Household(id)));
            let mates = mates.into_iter().filter(|(id, _)| *id != self.id);
            lines.extend(mates.map(|(id, name)| own("", name, About::Member(id))));
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
            let mut text = lang.label(stage.status.text_id_of(member.sex)).to_owned();
            for part in [&stage.reason, &stage.decision].into_iter().filter(|part| !part.is_empty()) {
                text = format!("{text} · {part}");
            }
            lines.push(own(day::show(stage.on), text, About::Status));
        }
        let merged = cx.reader.merged(self.id)?;
        if !merged.is_empty() {
            lines.push(Line::heading(lang.label("member-merged")));
        }
        for (number, former, name) in merged {
            let number = number.map(show_number).unwrap_or_default();
            let name = if former.is_empty() { name } else { format!("{name} · {former}") };
            lines.push(own(number, name, About::Merged));
        }
        Ok(lines)
    }

    fn begin(&self, noun: &'static Noun, cx: &Cx) -> Result<Flow> {
        if *noun == noun::PLACEMENT {
            return Ok(Flow::push(FormScreen::new(MoveDraft::new(vec![self.id], cx)?, cx)));
        }
        let entry = Entry::begun(noun, self.owner(), cx.clock.today());
        Ok(form(EntryDraft::new(entry, self.name(cx)?), cx))
    }

    /// To edit is to change the member where the line has no form of its own.
    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        if let Some(About::Money(money)) = about
            && matches!(cmd, Cmd::Open | Cmd::Edit | Cmd::Archive)
        {
            return holder::run(cmd, *money, self.id, cx);
        }
        super::permit(cmd, cx)?;
        let member = || cx.reader.member(self.id);
        Ok(match (cmd, about) {
            (Cmd::Open, Some(About::Member(id))) => Flow::push(page(*id)),
            (Cmd::Open, Some(About::Household(id))) => Flow::push(places::page(&noun::HOUSEHOLD, *id)),
            (Cmd::Open, Some(About::Merged)) => Flow::push(History::of_record("member", self.id)),
            (Cmd::Open, Some(About::Status)) | (Cmd::Archive, _) => {
                Flow::push(FormScreen::new(StatusDraft::new(member()?, cx)?, cx))
            }
            (Cmd::Edit | Cmd::Open, Some(About::Field(field))) => {
                Flow::push(FormScreen::new(MemberDraft::edit(member()?), cx).at(field.code(), cx))
            }
            (Cmd::Edit | Cmd::Open, _) => Flow::push(FormScreen::new(MemberDraft::edit(member()?), cx)),
            (Cmd::Print, _) => Flow::push(Choose::one(self.id)),
            (Cmd::Admit, _) => Flow::push(FormScreen::new(AdmitDraft::new(&[self.id], cx)?, cx)),
            _ => Flow::Ignored,
        })
    }

    fn returned(&self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match value {
            Value::Change(at) => holder::chosen(at, self.id, cx),
            _ => Ok(Flow::Stay),
        }
    }
}

fn own(label: impl Into<String>, text: impl Into<String>, about: About) -> Line<What<About>> {
    Line::new(label, text, What::Own(about))
}

/// A step: done, late, or with the day by which it is due.
fn step_line(step: Entry, cx: &Cx) -> Line<What<About>> {
    let label = words::entry(&step, "step", &cx.lang);
    let due = step.day("due_on");
    let text = match step.day("done_on") {
        Some(day) => format!("✓ {}", day::show(day)),
        None if due.is_some_and(|due| due < cx.clock.today()) => format!("! {}", labelled(&step, "due_on", &cx.lang)),
        None if due.is_none() => cx.lang.label("step-open").to_owned(),
        None => labelled(&step, "due_on", &cx.lang),
    };
    let more = ["done_by", "reference"].map(|code| step.get(code).to_owned());
    let text = std::iter::once(text).chain(more).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Line::new(label, text, What::Entry(step))
}

/// Every field that is filled, under the headings of the form.
fn field_lines(member: &Member, cx: &Cx) -> Lines<About> {
    let mut lines = Vec::new();
    let mut heading = "";
    let all = fields::all().filter(|field| *field != Field::Status);
    for field in std::iter::once(Field::Status).chain(all) {
        let section = fields::section(field);
        heading = if section.is_empty() { heading } else { section };
        let value = words::value(member, field, &cx.lang, cx.clock.today());
        if value.is_empty() || matches!(field, Field::CardNumber | Field::CardExpiresOn) {
            continue;
        }
        if !heading.is_empty() {
            lines.push(Line::heading(cx.lang.label(std::mem::take(&mut heading))));
        }
        let about = if field == Field::Status { About::Status } else { About::Field(field) };
        lines.push(own(cx.lang.label(field.text_id()), value, about));
    }
    lines
}

/// Label and value of every field that is filled.
pub fn facts(member: &Member, cx: &Cx) -> Vec<(String, String)> {
    let value = |field: &Field| words::value(member, *field, &cx.lang, cx.clock.today());
    let values = Field::ALL.iter().map(|field| (cx.lang.label(field.text_id()).to_owned(), value(field)));
    values.filter(|(_, value)| !value.is_empty()).collect()
}

/// The same of a member of the book, with the offices held before the rest.
///
/// # Errors
/// When the book cannot be read.
pub fn facts_of(id: i64, cx: &Cx) -> store::Result<Vec<(String, String)>> {
    let mut facts = facts(&cx.reader.member(id)?, cx);
    let owes = holder::owes(id, cx)?;
    facts.extend(owes.into_iter().map(|(label, amounts)| (cx.lang.label(label).to_owned(), amounts)));
    let offices = mandate::offices(&cx.reader.member_mandates(id, cx.clock.today())?, &cx.lang);
    if !offices.is_empty() {
        let names = [Field::Number, Field::FormerNumber, Field::Surname, Field::PostName, Field::GivenName];
        let is_name = |(label, _): &&(String, String)| names.iter().any(|name| cx.lang.label(name.text_id()) == label);
        let above = facts.iter().take_while(is_name).count();
        facts.insert(above, (cx.lang.label("member-offices").to_owned(), offices));
    }
    Ok(facts)
}
