//! The minutes while people speak: the text of one item after the other, with the motions of the item above it.
//!
//! Going to another item, or away, saves this one. What is typed is kept as a draft of its item; where two have written in one
//! item, both versions are shown to the second.

mod collide;
mod insert;
mod read_back;
mod record;
mod sheet;
mod speaker;

use crate::{
    command::minutes::{ANY_OTHER, WRITE},
    domain::{
        Text,
        meeting::{ITEM, Meeting},
        minutes::Record,
        motion::Motion,
        noun::Entry,
    },
    store::{self, Changed, draft::Draft, meeting::Item},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Outcome, Screen, Value},
        theme::Role,
        widget::{
            line::Line,
            prose::{Place, Prose, Way},
        },
    },
};
use anyhow::Result;
use collide::Both;
use crossterm::event::{KeyCode, KeyModifiers};
use insert::Offered;
use ratatui::layout::Rect;
use read_back::ReadBack;
use record::{Records, Strip};
use sheet::Sheet;
pub use sheet::{FORM, named};

/// Rows of the terminal that are not the screen's own.
const FRAME: u16 = 7;
/// How many motions stand above the text.
const STRIPS: usize = 4;

/// The screen.
pub struct Editor {
    meeting: Meeting,
    sheets: Vec<Sheet>,
    at: usize,
    records: Records,
    strips: Vec<Strip>,
    /// The line in which words are looked for.
    find: Option<Line>,
    /// What the open list offers.
    offered: Vec<Offered>,
    /// How many bytes before the cursor the choice takes the place of.
    typed: usize,
    /// What both have written, while somebody chooses.
    both: Option<Both>,
    /// Drafts of another program that go on as this one's.
    taken_over: Vec<i64>,
    /// When the last draft was handed on, and the last that is on disk.
    draft: (String, String),
    label: String,
    title: String,
    aside: String,
    /// The screen goes as soon as everything is on disk.
    is_leaving: bool,
    lang: String,
}

/// The minutes of a meeting, at an item; what was typed there and is not saved is there again.
///
/// # Errors
/// When the book cannot be read.
pub fn screen(meeting: i64, item: Option<i64>, cx: &Cx) -> Result<Editor> {
    let meeting = cx.reader.meeting(meeting)?;
    let mut sheets: Vec<Sheet> = items(&meeting, cx)?.iter().map(|item| Sheet::new(meeting.id(), item, cx)).collect();
    let mut taken_over = Vec::new();
    let mut first = item;
    let drafts: Vec<Draft> = if meeting.state.is_frozen() { Vec::new() } else { sheet::drafts(meeting.id(), cx)? };
    for draft in drafts {
        if let Some(sheet) = sheets.iter_mut().find(|sheet| sheet.is_for(draft.record)) {
            sheet.resume(&draft);
            taken_over.push(draft.id);
            first.get_or_insert(draft.record);
        }
    }
    let at = first.and_then(|item| sheets.iter().position(|sheet| sheet.is_for(item))).unwrap_or(0);
    let records = Records::read(&meeting, cx)?;
    let mut editor = Editor {
        label: super::name(meeting.entry.get("kind"), meeting.entry.get("title"), &cx.lang),
        meeting,
        sheets,
        at,
        records,
        strips: Vec::new(),
        find: None,
        offered: Vec::new(),
        typed: 0,
        both: None,
        taken_over,
        draft: (String::new(), String::new()),
        title: String::new(),
        aside: String::new(),
        is_leaving: false,
        lang: String::new(),
    };
    if editor.meeting.state.is_frozen() {
        // what cannot be written any more is read from its beginning
        editor.sheets.iter_mut().for_each(|sheet| sheet.prose.move_to(Place::default()));
    }
    editor.show(cx);
    Ok(editor)
}

/// The minutes of which a draft was kept; `None` when it says nothing of its meeting.
///
/// # Errors
/// When the book cannot be read.
pub fn resumed(draft: &Draft, cx: &Cx) -> Result<Option<Editor>> {
    sheet::meeting_of(draft).map(|meeting| screen(meeting, Some(draft.record), cx)).transpose()
}

/// The agenda, with what nobody has put there before its end.
fn items(meeting: &Meeting, cx: &Cx) -> store::Result<Vec<Item>> {
    let mut items = cx.reader.items(meeting.id())?;
    if !meeting.state.is_frozen() && !items.iter().any(|item| item.entry.get("kind") == ANY_OTHER) {
        let mut entry = Entry::new(&ITEM, ("meeting", meeting.id()));
        entry.put("kind", ANY_OTHER);
        entry.put("title", cx.lang.label("item-any_other"));
        let is_closing = items.last().is_some_and(|item| item.entry.get("kind") == "closing");
        items.insert(items.len() - usize::from(is_closing), Item { entry, text: String::new() });
    }
    Ok(items)
}

impl Editor {
    /// The same screen with the cursor where a word stands, if it stands there.
    #[must_use]
    pub fn at_word(mut self, word: &str) -> Self {
        if let Some(prose) = self.prose() {
            let cursor = prose.cursor();
            prose.move_to(Place::default());
            if !prose.find(word, Way::Here) {
                prose.move_to(cursor);
            }
        }
        self
    }

    fn sheet(&self) -> Option<&Sheet> {
        self.sheets.get(self.at)
    }

    fn prose(&mut self) -> Option<&mut Prose> {
        self.sheets.get_mut(self.at).map(|sheet| &mut sheet.prose)
    }

    /// Why nothing can be typed here.
    fn closed(&self, cx: &Cx) -> Option<Text> {
        if self.meeting.state.is_frozen() {
            return Some(Text::new("err-minutes-frozen"));
        }
        cx.permit(&WRITE).err().map(|error| error.text())
    }

    /// Puts title, motions and the size of the text to what is shown.
    fn show(&mut self, cx: &Cx) {
        let (lang, records, count) = (&cx.lang, &self.records, self.sheets.len());
        let Some(sheet) = self.sheets.get_mut(self.at) else { return };
        self.strips = records.motions_of(sheet.id).take(STRIPS).map(|motion| Strip::new(motion, lang)).collect();
        self.title = [lang.label("area-meetings"), &self.label, lang.label("minutes-title")].join(" › ")
            + " › "
            + format!("{} {}", sheet.place, sheet.title).trim();
        let draft = Text::new("minutes-draft").with("time", self.draft.1.as_str());
        self.aside = match () {
            () if self.meeting.state.is_frozen() => lang.name(&format!("state-{}", self.meeting.state.code())),
            () if self.draft.1.is_empty() => format!("{} / {count}", self.at + 1),
            () => lang.text(&draft),
        };
        // the motions and a rule, or one row of air
        let above = self.strips.len() as u16 + 1 + u16::from(self.find.is_some());
        sheet.prose.set_words(self.records.words.clone());
        sheet.prose.set_size(cx.size.width.saturating_sub(2), cx.size.height.saturating_sub(FRAME + above));
    }

    /// Saves the item that is shown.
    fn save(&mut self, cx: &mut Cx) -> bool {
        let meeting = self.meeting.id();
        let sent =
            self.closed(cx).is_none() && self.sheets.get_mut(self.at).is_some_and(|sheet| sheet.save(meeting, cx));
        if sent {
            self.draft.0 = cx.clock.second();
        }
        sent
    }

    /// Saves this item and goes to another; `false` when there is none.
    fn go(&mut self, to: Option<usize>, cx: &mut Cx) -> bool {
        self.save(cx);
        let Some(to) = to.filter(|to| *to < self.sheets.len()) else { return false };
        self.at = to;
        self.find = None;
        self.show(cx);
        true
    }

    /// Something was typed, or nothing when `changed` is not so.
    fn changed(&mut self, changed: bool, cx: &Cx) {
        if let Some(sheet) = self.sheets.get_mut(self.at).filter(|_| changed) {
            sheet.typed(cx.now);
        }
    }

    /// Closes the line in which words are looked for, or looks for them further.
    fn look(&mut self, way: Way, cx: &mut Cx) {
        let words = self.find.as_ref().map(Line::text).unwrap_or_default();
        let found = self.prose().is_some_and(|prose| prose.find(&words, way));
        if !found && !words.is_empty() {
            cx.complain(&Text::new("minutes-not-found").with("text", words));
        }
    }

    /// Whoever leaves has written; what cannot be saved any more is asked about.
    fn leave(&mut self, cx: &mut Cx) -> Flow {
        self.save(cx);
        if self.dirty() {
            return Flow::Ignored;
        }
        self.is_leaving = true;
        if self.sheets.iter().any(Sheet::is_sent) { Flow::Settle } else { Flow::Pop }
    }
}

impl Screen for Editor {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        self.aside.clone()
    }
    fn area(&self) -> usize {
        super::AREA
    }
    fn scope(&self) -> Scope {
        Scope::Minutes
    }
    fn typing(&self) -> bool {
        true
    }
    fn dirty(&self) -> bool {
        self.sheets.iter().any(|sheet| sheet.is_changed() && !sheet.is_sent())
    }
    fn keeps_draft(&self) -> bool {
        true
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        for id in std::mem::take(&mut self.taken_over) {
            cx.write(move |store, session, _| {
                store.resume_draft(session, id)?;
                Ok(Outcome::Quiet)
            });
        }
        let tables = ["meeting", "agenda_item", "motion", "conflict", "action", "attendance", "guest"];
        if self.lang != cx.lang.code() || tables.iter().any(|table| changed.has_table(table)) {
            cx.lang.code().clone_into(&mut self.lang);
            self.meeting = cx.reader.meeting(self.meeting.id())?;
            let entry = &self.meeting.entry;
            self.label = super::name(entry.get("kind"), entry.get("title"), &cx.lang);
            self.records = Records::read(&self.meeting, cx)?;
            let here = self.sheet().map(|sheet| sheet.id);
            let mut old = std::mem::take(&mut self.sheets);
            for item in items(&self.meeting, cx)? {
                let id = item.entry.id;
                let known = old
                    .iter()
                    .position(|sheet| sheet.is_for(id) || (sheet.id == 0 && sheet.kind == item.entry.get("kind")));
                let mut sheet = match known {
                    Some(at) => old.remove(at),
                    None => Sheet::new(self.meeting.id(), &item, cx),
                };
                sheet.read(&item);
                self.sheets.push(sheet);
            }
            // an item that somebody has taken off the agenda stays while something is typed there
            self.sheets.extend(old.into_iter().filter(Sheet::is_changed));
            let at = here.and_then(|id| self.sheets.iter().position(|sheet| sheet.is_for(id)));
            self.at = at.unwrap_or(self.at).min(self.sheets.len().saturating_sub(1));
        }
        self.show(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.find.is_some() {
            match cmd {
                Cmd::Back => self.find = None,
                Cmd::Find => self.look(Way::Next, cx),
                _ => return Ok(Flow::Ignored),
            }
            self.show(cx);
            return Ok(Flow::Stay);
        }
        let writes = matches!(
            cmd,
            Cmd::Motion | Cmd::Action | Cmd::Insert | Cmd::Save | Cmd::Complete | Cmd::UndoField | Cmd::RedoField
        );
        if let Some(why) = self.closed(cx).filter(|_| writes) {
            cx.complain(&why);
            return Ok(Flow::Stay);
        }
        match cmd {
            Cmd::Save => {
                self.save(cx);
            }
            Cmd::SaveNext | Cmd::NextItem => {
                self.go(Some(self.at + 1), cx);
            }
            Cmd::PreviousItem => {
                self.go(self.at.checked_sub(1), cx);
            }
            Cmd::PageDown | Cmd::PageUp => {
                let down = cmd == Cmd::PageDown;
                let moved = self.prose().is_some_and(|prose| prose.move_page(down));
                let to = if down { Some(self.at + 1) } else { self.at.checked_sub(1) };
                if !moved && self.go(to, cx) {
                    // one reads on where the page before ended
                    let end = if down { Place::default() } else { Place { paragraph: usize::MAX, at: usize::MAX } };
                    self.prose().into_iter().for_each(|prose| prose.move_to(end));
                }
            }
            Cmd::UndoField | Cmd::RedoField => {
                let undo = cmd == Cmd::UndoField;
                let changed = self.prose().is_some_and(|prose| if undo { prose.undo() } else { prose.redo() });
                self.changed(changed, cx);
            }
            Cmd::Find => {
                self.find = Some(Line::new(""));
                self.show(cx);
            }
            Cmd::Complete => return self.complete(cx),
            Cmd::Insert => return Ok(self.insert(cx)),
            Cmd::Motion => return self.motion(cx),
            Cmd::Action => return self.action(cx),
            Cmd::ReadBack => {
                let title = format!("{} › {}", self.label, cx.lang.label("cmd-read-back"));
                return Ok(Flow::push(ReadBack::new(title, &self.sheets, self.at, &self.records, cx)));
            }
            Cmd::Back => return Ok(self.leave(cx)),
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if let Some(line) = &mut self.find {
            match input {
                Input::Key(key) if matches!(key.code, KeyCode::Enter | KeyCode::Down) => self.look(Way::Next, cx),
                Input::Key(key) if key.code == KeyCode::Up => self.look(Way::Previous, cx),
                _ if line.input(input) => self.look(Way::Here, cx),
                _ => {}
            }
            return Ok(Flow::Stay);
        }
        let (types, ends_word) = match input {
            Input::Paste(_) => (true, false),
            Input::Key(key) => {
                let is_plain = !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
                let is_letter = matches!(key.code, KeyCode::Char(_)) && is_plain;
                let ends =
                    matches!(key.code, KeyCode::Char(c) if is_plain && !c.is_alphanumeric() && c != speaker::SIGN);
                (
                    is_letter || matches!(key.code, KeyCode::Enter | KeyCode::Backspace | KeyCode::Delete),
                    ends || key.code == KeyCode::Enter,
                )
            }
        };
        if let Some(why) = self.closed(cx).filter(|_| types) {
            cx.complain(&why);
            return Ok(Flow::Stay);
        }
        if ends_word {
            self.name_speaker(cx)?;
        }
        let changed = self.prose().is_some_and(|prose| {
            prose.found_enough();
            prose.input(input)
        });
        self.changed(changed, cx);
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match value {
            Value::Row(row) => return self.chosen(row, cx),
            Value::Saved(id) => {
                // a motion that was made here stands in the text where it was made
                let motion = self.records.motions.iter().find(|motion| motion.entry.id == id).map(Motion::number);
                let here = motion.map(|number| Record::Motion(number).to_string());
                let named = |name: &String| self.sheets.iter().any(|sheet| sheet.prose.text().contains(name.as_str()));
                if let (Some(number), false) = (motion, here.as_ref().is_some_and(named)) {
                    self.put(Record::Motion(number), cx);
                }
                self.show(cx);
            }
            Value::Discard => {
                for sheet in &mut self.sheets {
                    sheet.drop_draft(cx);
                }
                return Ok(Flow::Pop);
            }
            Value::Sides(sides) => {
                if let Some(both) = self.both.take() {
                    self.settle(&both, &sides, cx);
                }
            }
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result? {
            Outcome::Quiet => {
                self.draft.1.clone_from(&self.draft.0);
                self.show(cx);
            }
            Outcome::Value(Value::Written { before, id }) => {
                if let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.is_for(before) || sheet.is_for(id)) {
                    sheet.saved(id);
                    let name = format!("{} {}", sheet.place, sheet.title);
                    cx.say(&Text::new("minutes-saved").with("item", name.trim()));
                }
                if self.is_leaving && !self.sheets.iter().any(Sheet::is_sent) {
                    return Ok(Flow::Pop);
                }
                self.show(cx);
            }
            Outcome::Value(Value::Unwritten { item, error }) => {
                if let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.is_for(item)) {
                    sheet.refused();
                }
                self.is_leaving = false;
                return if matches!(error, store::Error::Stale) { self.collide(item, cx) } else { Err(error.into()) };
            }
            Outcome::Said(text) | Outcome::Saved { said: text, .. } => cx.say(&text),
            Outcome::Value(_) => {}
        }
        Ok(Flow::Stay)
    }

    fn tick(&mut self, cx: &mut Cx, force: bool) {
        let mut kept = false;
        for sheet in &mut self.sheets {
            kept |= sheet.tick(cx, force);
        }
        if kept {
            self.draft.0 = cx.clock.second();
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(sheet) = self.sheet() else { return };
        let mut y = area.y;
        for strip in &self.strips {
            strip.draw(canvas, Rect { y, height: 1, ..area });
            y += 1;
        }
        if !self.strips.is_empty() {
            canvas.rule(area, y);
        }
        let below = u16::from(self.find.is_some());
        let text = Rect { y: y + 1, height: (area.bottom() - y).saturating_sub(1 + below), ..area };
        sheet.prose.draw(canvas, text);
        if let Some(line) = &self.find {
            let y = area.bottom().saturating_sub(1);
            let used = canvas.put(area.x + 1, y, area.width, "minutes-find", Role::Title) + 2;
            line.draw(canvas, Rect { x: area.x + used, y, width: area.width.saturating_sub(used), height: 1 });
        }
    }
}
