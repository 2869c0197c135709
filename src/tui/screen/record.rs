//! The page of a record: what is recorded of it and everything that belongs to it, what each line opens, what can be added
//! and taken out.
//!
//! What is particular to a member, a site or a household is a [`Subject`].

use super::{Cx, Flow, On, Outcome, Screen, Value, confirm::Confirm, entry::EntryDraft, history::History};
use crate::{
    command,
    domain::{
        Text,
        meeting::{ACTION, MOTION},
        noun::{Entry, FILE, NOTE, Noun},
    },
    report::member::words,
    store::{self, Changed, entry::Seal},
    text::Lang,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        widget::{
            choice::{Item, Picker},
            form::FormScreen,
            page::{Line, Page},
        },
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// What a line is about: a record that is only written down, or something of the subject's own.
pub enum What<W> {
    /// A record that belongs to the subject.
    Entry(Entry),
    /// Something else.
    Own(W),
}

/// The lines of a page.
pub type Lines<W> = Vec<Line<What<W>>>;

/// What a page is about.
pub trait Subject: 'static {
    /// What lines of its own are about.
    type Own: 'static;
    /// Its table and id.
    fn owner(&self) -> (&'static str, i64);
    /// The area it belongs to.
    fn area(&self) -> usize {
        1
    }
    /// Which rows of the key table are live on its page.
    fn scope(&self) -> Scope {
        Scope::Detail
    }
    /// Where it stands among the screens, in words: what comes before its name.
    fn place(&self, lang: &Lang) -> String;
    /// What it is called.
    fn name(&self, cx: &Cx) -> store::Result<String>;
    /// Reads what [`Subject::refuses`] rests on.
    fn look(&mut self, _cx: &Cx) -> store::Result<()> {
        Ok(())
    }
    /// Why a command cannot run on its page now.
    fn refuses(&self, _cmd: Cmd) -> Option<Text> {
        None
    }
    /// What stands on the page, above notes and files.
    fn lines(&self, cx: &Cx) -> store::Result<Lines<Self::Own>>;
    /// What can be added, in the order in which it is offered.
    fn added(&self) -> &'static [&'static Noun];
    /// The form in which one of those is entered.
    fn begin(&self, noun: &'static Noun, cx: &Cx) -> Result<Flow> {
        let entry = Entry::begun(noun, self.owner(), cx.clock.today());
        Ok(form(EntryDraft::new(entry, self.name(cx)?), cx))
    }
    /// The same, with what the line under the cursor is about.
    fn begin_at(&self, noun: &'static Noun, _at: Option<&What<Self::Own>>, cx: &Cx) -> Result<Flow> {
        self.begin(noun, cx)
    }
    /// Text key of what a command is called on its page.
    fn name_of(&self, cmd: Cmd) -> &'static str {
        cmd.text_id()
    }
    /// What a key does that is not one of every page; `own` is what the line under the cursor is about.
    fn run(&self, cmd: Cmd, own: Option<&Self::Own>, cx: &mut Cx) -> Result<Flow>;
    /// What a key does on the line of a record, before it does what it does on every page.
    fn run_on(&self, _cmd: Cmd, _entry: &Entry, _cx: &mut Cx) -> Result<Flow> {
        Ok(Flow::Ignored)
    }
    /// What a screen that the subject has opened gives back.
    fn returned(&self, _value: Value, _cx: &mut Cx) -> Result<Flow> {
        Ok(Flow::Stay)
    }
}

/// A form over what is on the screen; of a new record the cursor passes by what is filled in already.
pub fn form(draft: EntryDraft, cx: &Cx) -> Flow {
    let (at, area) = (draft.begins_at(), draft.area());
    Flow::push(FormScreen::new(draft, cx).in_area(area).at(at, cx))
}

/// The page of a record.
pub struct RecordPage<S: Subject> {
    subject: S,
    title: String,
    page: Page<What<S::Own>>,
    /// What is to be taken out, while the question stands.
    leaving: Option<Entry>,
    /// Files that are not what they were, and why.
    unlike: Vec<(i64, &'static str)>,
    /// What is in the form above, to find it on the page when it is saved.
    opened: Option<&'static Noun>,
    /// The line on which the cursor stands first.
    first: Option<fn(&S::Own) -> bool>,
}

impl<S: Subject> RecordPage<S> {
    /// The page of `subject`.
    pub fn new(subject: S) -> Self {
        let (title, page) = (String::new(), Page::default());
        Self { subject, title, page, leaving: None, unlike: Vec::new(), opened: None, first: None }
    }

    /// The same page with the cursor on the first line that is about this.
    #[must_use]
    pub fn begun_on(self, first: fn(&S::Own) -> bool) -> Self {
        Self { first: Some(first), ..self }
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<S::Own>> {
        let (lang, owner) = (&cx.lang, self.subject.owner());
        let mut lines = self.subject.lines(cx)?;
        entry_lines(&mut lines, cx.reader.entries(&NOTE, owner)?, lang);
        let files = cx.reader.entries(&FILE, owner)?;
        if !files.is_empty() {
            lines.push(Line::heading(lang.label(FILE.heading)));
        }
        for file in files {
            let why = self.unlike.iter().find(|(id, _)| *id == file.id).map(|(_, why)| *why);
            let mut line = entry_line(file, lang);
            if let Some(id) = why {
                line.text = format!("! {} · {}", lang.label(id), line.text);
            }
            lines.push(line);
        }
        Ok(lines)
    }

    /// Looks, beside the screen, whether the files of the page are still what they were when they were written down.
    fn look_at_files(&self, cx: &mut Cx) -> Result<()> {
        let files = cx.reader.entries(&FILE, self.subject.owner())?;
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
}

impl<S: Subject> Screen for RecordPage<S> {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn area(&self) -> usize {
        self.subject.area()
    }
    fn scope(&self) -> Scope {
        self.subject.scope()
    }

    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        match (cmd, self.page.what()) {
            // what is only written down is not the subject
            (Cmd::Edit | Cmd::Archive, Some(What::Entry(_))) => None,
            _ => self.subject.refuses(cmd),
        }
    }

    fn on(&self) -> On {
        match self.subject.owner() {
            ("member", id) => On { member: Some(id), meeting: None },
            ("meeting", id) => On { member: None, meeting: Some(id) },
            _ => On::default(),
        }
    }

    fn name_of(&self, cmd: Cmd) -> &'static str {
        match (cmd, self.page.what()) {
            (Cmd::Archive, Some(What::Entry(_))) => "record-remove",
            (Cmd::New, _) if self.subject.added().iter().all(|noun| [&NOTE, &FILE].contains(noun)) => "record-note",
            (Cmd::New, _) => "record-new",
            _ => self.subject.name_of(cmd),
        }
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.subject.look(cx)?;
        self.title = format!("{} › {}", self.subject.place(&cx.lang), self.subject.name(cx)?);
        self.page.set(self.lines(cx)?);
        if let Some(is_first) = self.first.take() {
            self.page.select(|what| matches!(what, What::Own(own) if is_first(own)));
        }
        self.look_at_files(cx)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result? {
            Outcome::Value(Value::Unlike(files)) if files != self.unlike => {
                self.unlike = files;
                self.page.set(self.lines(cx)?);
            }
            Outcome::Value(value @ Value::Saved(_)) => return self.returned(value, cx),
            Outcome::Said(text) | Outcome::Saved { said: text, .. } => cx.say(&text),
            Outcome::Quiet | Outcome::Value(_) => {}
        }
        Ok(Flow::Stay)
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.page.run(cmd) {
            return Ok(Flow::Stay);
        }
        if let Some(What::Entry(entry)) = self.page.what() {
            match self.subject.run_on(cmd, entry, cx)? {
                Flow::Ignored => {}
                flow => {
                    self.opened = Some(match cmd {
                        Cmd::Motion => &MOTION,
                        Cmd::Action => &ACTION,
                        _ => entry.noun,
                    });
                    return Ok(flow);
                }
            }
        }
        match (cmd, self.page.what()) {
            (Cmd::Edit | Cmd::Open, Some(What::Entry(entry))) => {
                if cmd == Cmd::Edit {
                    cx.permit(command::entry::saving(entry.noun))?;
                }
                Ok(form(EntryDraft::new(entry.clone(), self.subject.name(cx)?), cx))
            }
            (Cmd::New, _) => {
                let may = self.subject.added().iter().map(|noun| cx.permit(command::entry::saving(noun)));
                // one of them is enough to open the list
                may.reduce(Result::or).unwrap_or(Ok(()))?;
                let items = self.subject.added().iter().map(|noun| Item::new(cx.lang.label(noun.text_id))).collect();
                Ok(Flow::push(Picker::new(cx.lang.label("record-add").to_owned(), items, 0)))
            }
            (Cmd::Archive, Some(What::Entry(entry))) => {
                cx.permit(&command::entry::REMOVE)?;
                self.leaving = Some(entry.clone());
                let words = Text::new("entry-remove").with("noun", Text::new(entry.noun.text_id));
                let words = words.with("what", entry_text(entry, &cx.lang));
                Ok(Flow::push(Confirm::new("ask-remove", vec![words], Value::Yes)))
            }
            (Cmd::History, _) => {
                let (table, id) = self.subject.owner();
                Ok(Flow::push(History::of_record(table, id)))
            }
            (_, Some(What::Own(own))) => self.subject.run(cmd, Some(own), cx),
            _ => self.subject.run(cmd, None, cx),
        }
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match (value, self.leaving.take()) {
            (Value::Row(at), _) => {
                let noun = self.subject.added()[at];
                self.opened = Some(noun);
                return self.subject.begin_at(noun, self.page.what(), cx);
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
            (value, _) => return self.subject.returned(value, cx),
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        self.page.draw(canvas, area);
    }
}

/// The records of one noun under their heading.
pub fn entry_lines<W>(lines: &mut Lines<W>, entries: Vec<Entry>, lang: &Lang) {
    let Some(first) = entries.first() else { return };
    lines.push(Line::heading(lang.label(first.noun.heading)));
    lines.extend(entries.into_iter().map(|entry| entry_line(entry, lang)));
}

fn entry_line<W>(entry: Entry, lang: &Lang) -> Line<What<W>> {
    let line = entry.noun.line;
    let label = line.first().map(|code| words::entry(&entry, code, lang)).unwrap_or_default();
    let rest = line.iter().skip(1).map(|code| labelled(&entry, code, lang)).filter(|text| !text.is_empty());
    let rest = rest.collect::<Vec<_>>().join(" · ");
    Line::new(label, rest, What::Entry(entry))
}

/// A record in one line.
pub fn entry_text(entry: &Entry, lang: &Lang) -> String {
    let values = entry.noun.line.iter().map(|code| words::entry(entry, code, lang)).filter(|text| !text.is_empty());
    values.collect::<Vec<_>>().join(" · ")
}

/// A value with the name of its field, where days would be mistaken for each other.
pub fn labelled(entry: &Entry, code: &str, lang: &Lang) -> String {
    let value = words::entry(entry, code, lang);
    let attribute = entry.noun.attributes.iter().find(|attribute| attribute.code == code);
    match attribute.filter(|a| !value.is_empty() && (a.code.ends_with("_on") || a.code.ends_with("_percent"))) {
        Some(attribute) => format!("{} {value}", lang.label(attribute.label).to_lowercase()),
        None => value,
    }
}
