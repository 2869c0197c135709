//! Forms: labels left, values aligned, the reason under a field that is wrong, proposals in place under the field.
//!
//! What is particular to one form is a [`Draft`]; it neither draws nor knows keys. What stands in an open form is kept
//! in the book at most two seconds after it was typed; saving removes it in the same act.

mod look;

use super::{
    draft::{Draft, Kind, Remark, Spec, coded, matching, meant, named, shown},
    keep::Keep,
    line::Line,
};
use crate::{
    domain::Text,
    store::{self, Changed, draft},
    text::Lang,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Outcome, Screen, Value, confirm::Confirm, conflict::Conflict},
    },
};
use anyhow::Result;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is kept of an open form.
#[derive(Serialize, Deserialize)]
struct Kept {
    texts: BTreeMap<String, String>,
    focus: String,
    cursor: (usize, usize),
}

/// What was typed into one field of a draft; empty when nothing was.
pub fn kept_text(row: &draft::Draft, code: &str) -> String {
    serde_json::from_str::<Kept>(&row.body).ok().and_then(|mut kept| kept.texts.remove(code)).unwrap_or_default()
}

/// How many proposals are shown under a field.
const SHOWN: usize = 5;
/// Rows of a note.
const NOTE_ROWS: u16 = 4;

/// A form on the screen.
pub struct FormScreen<D: Draft> {
    draft: D,
    /// The texts as they were read, to know what was changed.
    before: Vec<String>,
    texts: Vec<String>,
    line: Line,
    focus: usize,
    remarks: Vec<(usize, String, bool)>,
    proposals: Vec<String>,
    picked: Option<usize>,
    /// What the form is about, and what would follow from it as it stands.
    lead: String,
    outlook: Vec<(String, String)>,
    /// What fields are called that no text key names, and what follows from each.
    labels: Vec<String>,
    beside: Vec<String>,
    asked: bool,
    /// It was to be saved and was refused, while the next one is open below.
    came_back: bool,
    keep: Keep,
    title: String,
    area: usize,
    /// The language of the names that stand in fields of choices.
    lang: String,
}

impl<D: Draft> FormScreen<D> {
    /// A form over `draft`.
    pub fn new(draft: D, cx: &Cx) -> Self {
        let texts: Vec<String> = (0..draft.fields().len()).map(|at| shown(&draft, at, &cx.lang)).collect();
        let mut form = Self {
            title: draft.title(&cx.lang),
            keep: Keep::new(&format!("{}{}", D::FORM, draft.about()), cx),
            draft,
            before: texts.clone(),
            texts,
            line: Line::new(""),
            focus: 0,
            remarks: Vec::new(),
            proposals: Vec::new(),
            picked: None,
            lead: String::new(),
            outlook: Vec::new(),
            labels: Vec::new(),
            beside: Vec::new(),
            asked: false,
            came_back: false,
            area: 1,
            lang: cx.lang.code().to_owned(),
        };
        form.enter(0, cx);
        form
    }

    /// The same form with what was typed before the power failed, the cursor where it was.
    #[must_use]
    pub fn resumed(mut self, row: &draft::Draft, cx: &Cx) -> Self {
        if let Ok(kept) = serde_json::from_str::<Kept>(&row.body) {
            for (at, spec) in self.draft.fields().iter().enumerate() {
                if let Some(text) = kept.texts.get(spec.code) {
                    self.texts[at] = named(&self.draft, at, text, &cx.lang);
                }
            }
            let focus = self.draft.fields().iter().position(|s| s.code == kept.focus).unwrap_or(0);
            for at in (0..self.texts.len()).filter(|at| *at != focus) {
                self.parse(at, cx);
            }
            self.enter(focus, cx);
            self.line.move_to(kept.cursor);
        }
        if self.draft.base().is_some_and(|(_, rev)| rev != row.base_rev) {
            self.draft.set_base(row.base_rev);
        }
        self.keep = Keep::of(row);
        self
    }

    /// The same form, drawn as part of another area.
    #[must_use]
    pub fn in_area(mut self, area: usize) -> Self {
        self.area = area;
        self
    }

    /// The same form with the focus on the field of that code.
    #[must_use]
    pub fn at(mut self, code: &str, cx: &Cx) -> Self {
        if let Some(at) = self.draft.fields().iter().position(|spec| spec.code == code) {
            self.enter(at, cx);
        }
        self
    }

    /// The form that follows one of a pile: behind what stays, with what is wrong from the beginning.
    fn following(draft: D, cx: &Cx) -> Self {
        let mut form = Self::new(draft, cx);
        let wrong = form.draft.check(cx).into_iter().filter(|r| r.is_error && !form.texts[r.field].is_empty());
        form.remarks = wrong.map(|r| (r.field, cx.lang.text(&r.text), true)).collect();
        form.enter(form.draft.repeated(), cx);
        form
    }

    fn spec(&self) -> Spec {
        self.draft.fields()[self.focus]
    }

    /// The first field of the next or the previous heading; eight fields on where there are none.
    fn leap(&self, forward: bool) -> usize {
        let last = self.texts.len() - 1;
        let heads = |at: &usize| !self.draft.heading(*at).is_empty();
        match (forward, (0..=last).any(|at| heads(&at))) {
            (true, false) => (self.focus + 8).min(last),
            (false, false) => self.focus.saturating_sub(8),
            (true, true) => (self.focus + 1..=last).find(heads).unwrap_or(last),
            (false, true) => (0..self.focus).rev().find(heads).unwrap_or(0),
        }
    }

    fn enter(&mut self, focus: usize, cx: &Cx) {
        self.focus = focus;
        let text = &self.texts[focus];
        let azerty = cx.preference.azerty;
        self.line = match self.spec().kind {
            Kind::Note => Line::multi(text),
            Kind::Pin => Line::new(text).masked(),
            Kind::Digits | Kind::Amount => Line::new(text).with_azerty_digits(azerty),
            _ => Line::new(text),
        };
        // what was chosen or proposed, numbers, days and what the program itself proposes are typed over; arrows go into them
        let is_proposed = self.draft.base().is_none() && *text == self.before[focus];
        if matches!(self.spec().kind, Kind::Choice | Kind::Proposals | Kind::Digits | Kind::Amount)
            || (is_proposed && self.spec().kind != Kind::Note)
        {
            self.line.select_all();
        }
        // a list is whole until somebody types
        let typed = if self.spec().kind == Kind::Choice { String::new() } else { self.texts[focus].clone() };
        self.propose(&typed, cx);
        self.look_ahead(cx);
    }

    /// What would follow from the fields as they stand.
    fn look_ahead(&mut self, cx: &Cx) {
        let typed = |at: usize| coded(&self.draft, at, &meant(&self.draft, at, &self.texts[at], &cx.lang), &cx.lang);
        let typed: Vec<String> = (0..self.texts.len()).map(typed).collect();
        self.lead = self.draft.lead_so_far(&typed, &cx.lang);
        self.labels = (0..typed.len()).map(|at| self.draft.label(at, &cx.lang)).collect();
        self.beside = typed.iter().enumerate().map(|(at, typed)| self.draft.beside(at, typed, &cx.lang)).collect();
        self.outlook = self.draft.outlook(&typed, cx);
    }

    fn propose(&mut self, typed: &str, cx: &Cx) {
        self.picked = None;
        self.proposals.clear();
        self.proposals = match self.spec().kind {
            Kind::Choice => matching(self.draft.choices(self.focus).iter().map(|(_, id)| cx.lang.label(id)), typed),
            // a reading error here costs the proposals, not the form
            Kind::Proposals => self.draft.proposals(self.focus, typed, cx).unwrap_or_default(),
            _ => return,
        };
    }

    /// Reads the field with the focus into the draft.
    fn parse(&mut self, at: usize, cx: &Cx) -> bool {
        self.remarks.retain(|(field, ..)| *field != at);
        // not compared with what stood there first: somebody may have come back to that from something else
        if self.texts[at] == shown(&self.draft, at, &cx.lang) {
            return true;
        }
        let typed = meant(&self.draft, at, &self.texts[at], &cx.lang);
        match self.draft.set(at, &coded(&self.draft, at, &typed, &cx.lang), cx) {
            Ok(()) => true,
            Err(text) => {
                self.remarks.push((at, cx.lang.text(&text), true));
                false
            }
        }
    }

    fn go(&mut self, to: usize, cx: &Cx) {
        let parsed = self.parse(self.focus, cx);
        if parsed && self.spec().kind != Kind::Pin {
            // what people read afterwards is what the program understood
            let understood = shown(&self.draft, self.focus, &cx.lang);
            if self.texts[self.focus] != self.before[self.focus] {
                self.texts[self.focus] = understood;
            }
        }
        self.follow(cx);
        self.enter(to, cx);
    }

    /// A field nobody has touched may follow from another.
    fn follow(&mut self, cx: &Cx) {
        for at in 0..self.texts.len() {
            if self.texts[at] == self.before[at] && self.draft.fields()[at].kind != Kind::Pin {
                self.before[at] = shown(&self.draft, at, &cx.lang);
                self.texts[at].clone_from(&self.before[at]);
            }
        }
    }

    fn take(&mut self, cx: &Cx) -> bool {
        let Some(choice) = self.picked.and_then(|at| self.proposals.get(at)).cloned() else { return false };
        let typed = &self.texts[self.focus];
        let head = typed.rfind(',').map_or("", |at| &typed[..=at]);
        let text = if head.is_empty() { choice } else { format!("{head} {choice}") };
        self.line.replace(&text);
        self.changed(cx);
        true
    }

    fn changed(&mut self, cx: &Cx) {
        self.texts[self.focus] = self.line.text();
        // what was wrong with it was said of what stood there before
        self.remarks.retain(|(at, ..)| *at != self.focus);
        self.keep.typed(cx.now);
        self.asked = false;
        let typed = self.texts[self.focus].clone();
        self.propose(&typed, cx);
        self.look_ahead(cx);
    }

    /// Names of choices and remarks follow the language.
    fn translate(&mut self, cx: &Cx) {
        let old = Lang::with_folder(&self.lang, &cx.lang_folder);
        cx.lang.code().clone_into(&mut self.lang);
        for at in 0..self.texts.len() {
            for text in [&mut self.texts[at], &mut self.before[at]] {
                *text = named(&self.draft, at, &coded(&self.draft, at, text, &old), &cx.lang);
            }
        }
        let told: Vec<usize> = self.remarks.drain(..).map(|(at, ..)| at).collect();
        for at in told {
            self.parse(at, cx);
        }
        let cursor = self.line.cursor();
        self.enter(self.focus, cx);
        self.line.move_to(cursor);
    }

    fn is_changed(&self) -> bool {
        self.texts != self.before
    }

    /// The fields that must be filled and are not, unless the form has already found something wrong with them.
    fn blank(&self, found: &[Remark]) -> Vec<Remark> {
        let is_told = |at: usize| found.iter().any(|remark| remark.is_error && remark.field == at);
        let fields = self.draft.fields().iter().enumerate();
        let blank = fields.filter(|(at, spec)| spec.required && self.texts[*at].trim().is_empty() && !is_told(*at));
        let text = |spec: &Spec| Text::new("err-required").with("field", Text::new(spec.label));
        blank.map(|(at, spec)| Remark::error(at, text(spec))).collect()
    }

    fn save(&mut self, cx: &mut Cx) -> Result<Flow> {
        if self.parse(self.focus, cx) {
            self.follow(cx);
        }
        for at in 0..self.texts.len() {
            self.parse(at, cx);
        }
        if self.remarks.iter().all(|(.., is_error)| !is_error) {
            let mut found = self.draft.check(cx);
            let blank = self.blank(&found);
            found.extend(blank);
            self.remarks = found.into_iter().map(|r| (r.field, cx.lang.text(&r.text), r.is_error)).collect();
        }
        let first = self.remarks.iter().filter(|(.., is_error)| *is_error).map(|(at, ..)| *at).min();
        if let Some(at) = first {
            let wrong = self.remarks.iter().filter(|(.., is_error)| *is_error).count();
            self.enter(at, cx);
            cx.complain(&Text::new("form-wrong").with("count", wrong));
            return Ok(Flow::Stay);
        }
        if !self.asked {
            self.asked = true;
            // what was remarked of a field that was typed here, then what the book says
            let typed = |at: usize| self.texts[at] != self.before[at];
            let remarked = self.remarks.iter().filter(|(at, ..)| typed(*at)).map(|(_, text, _)| text.clone());
            let mut doubts: Vec<String> = remarked.collect();
            doubts.extend(self.draft.doubts(cx)?);
            if !doubts.is_empty() {
                return Ok(Flow::push(Confirm::doubts(doubts)));
            }
        }
        Ok(self.submit(cx))
    }

    fn submit(&mut self, cx: &mut Cx) -> Flow {
        let kept = self.keep.sent();
        cx.write(self.draft.save(kept));
        match self.draft.next(cx) {
            Some(next) if !self.came_back => Flow::Next(Box::new(Self::following(next, cx))),
            _ => Flow::Settle,
        }
    }

    /// Leaves the form without saving it.
    fn leave(&mut self, cx: &mut Cx) -> Flow {
        self.keep.drop(cx);
        let Some(work) = self.draft.leave() else { return Flow::Pop };
        cx.write(work);
        Flow::Settle
    }

    /// What is kept: of a record that is changed what is typed over it, of a new one everything, also what was proposed.
    /// A secret is kept nowhere.
    fn body(&self, cx: &Cx) -> Option<String> {
        if D::FORM.is_empty() {
            return None;
        }
        let (stays, is_new) = (self.draft.repeated(), self.draft.base().is_none());
        let fields = self.draft.fields().iter().enumerate().filter(|(_, spec)| spec.kind != Kind::Pin);
        let is_changed = |at: usize| self.texts[at] != self.before[at];
        if !fields.clone().any(|(at, _)| is_changed(at)) {
            return None;
        }
        let said = fields.filter(|(at, _)| is_new || *at < stays || is_changed(*at));
        // codes instead of names: the next start may speak another language
        let text = |at: usize| coded(&self.draft, at, &self.texts[at], &cx.lang);
        let kept = Kept {
            texts: said.map(|(at, spec)| (spec.code.to_owned(), text(at))).collect(),
            focus: self.spec().code.to_owned(),
            cursor: self.line.cursor(),
        };
        serde_json::to_string(&kept).ok()
    }
}

impl<D: Draft> Screen for FormScreen<D> {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        format!("{} / {}", self.focus + 1, self.texts.len())
    }
    fn area(&self) -> usize {
        self.area
    }
    fn scope(&self) -> Scope {
        Scope::Form
    }
    fn typing(&self) -> bool {
        true
    }
    fn dirty(&self) -> bool {
        self.is_changed()
    }
    fn keeps_draft(&self) -> bool {
        !D::FORM.is_empty()
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Save { self.draft.save_name() } else { cmd.text_id() }
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let leads_on = matches!(
            cmd,
            Cmd::Area(_)
                | Cmd::Settings
                | Cmd::Palette
                | Cmd::Lock
                | Cmd::Undo
                | Cmd::Redo
                | Cmd::PaperForms
                | Cmd::Pay
                | Cmd::Sites
                | Cmd::Actions
                | Cmd::Minutes
                | Cmd::Teams
                | Cmd::Organs
                | Cmd::Duplicates
        );
        (leads_on && self.draft.is_alone()).then(|| Text::new("first-alone"))
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        if self.lang != cx.lang.code() {
            self.translate(cx);
        }
        self.title = self.draft.title(&cx.lang);
        self.draft.look(cx)?;
        self.look_ahead(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let last = self.texts.len() - 1;
        match cmd {
            Cmd::Enter if self.spec().kind == Kind::Note => {
                let key = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
                self.line.input(&Input::Key(key));
                self.changed(cx);
            }
            Cmd::Down if !self.proposals.is_empty() && self.picked.is_none_or(|p| p + 1 < self.proposals.len()) => {
                self.picked = Some(self.picked.map_or(0, |p| p + 1));
            }
            Cmd::Up if self.picked.is_some() => self.picked = self.picked.and_then(|p| p.checked_sub(1)),
            Cmd::Down | Cmd::Up if self.line.move_row(cmd == Cmd::Down) => {}
            Cmd::Enter | Cmd::Next | Cmd::Down => {
                self.take(cx);
                self.go(if self.focus == last { self.draft.repeated() } else { self.focus + 1 }, cx);
            }
            Cmd::Previous | Cmd::Up => self.go(if self.focus == 0 { last } else { self.focus - 1 }, cx),
            Cmd::PageDown | Cmd::PageUp => {
                self.take(cx);
                self.go(self.leap(cmd == Cmd::PageDown), cx);
            }
            Cmd::UndoField | Cmd::RedoField => {
                if if cmd == Cmd::UndoField { self.line.undo() } else { self.line.redo() } {
                    self.changed(cx);
                }
            }
            Cmd::Back if !self.is_changed() => return Ok(self.leave(cx)),
            // they are what is being entered here
            Cmd::PaperForms if self.draft.repeated() > 0 => {}
            Cmd::Save => {
                self.take(cx);
                return self.save(cx);
            }
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if self.line.input(input) {
            self.changed(cx);
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match value {
            Value::Discard => Ok(self.leave(cx)),
            Value::Done => {
                self.keep.drop(cx);
                Ok(Flow::Pop)
            }
            Value::Yes => Ok(self.submit(cx)),
            Value::Sides(sides) => {
                let Some(theirs) = self.draft.theirs(cx)? else { return Ok(Flow::Stay) };
                let mut sides = sides.into_iter();
                let shown: Vec<String> = (0..self.texts.len()).map(|at| shown(&theirs, at, &cx.lang)).collect();
                for (at, text) in shown.iter().enumerate() {
                    if *text != self.texts[at] && sides.next() == Some(true) {
                        self.texts[at].clone_from(text);
                    }
                }
                self.draft = theirs;
                self.before = shown;
                self.enter(self.focus, cx);
                self.asked = true;
                self.save(cx)
            }
            _ => Ok(Flow::Stay),
        }
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result {
            Ok(Outcome::Saved { id, said }) => {
                cx.say(&said);
                Ok(Flow::Return(Value::Saved(id)))
            }
            Ok(Outcome::Said(said)) => {
                cx.say(&said);
                Ok(Flow::Pop)
            }
            Ok(Outcome::Value(value)) => Ok(self.draft.lead_on(value, cx)),
            Ok(Outcome::Quiet) => Ok(Flow::Stay),
            Err(store::Error::Stale) => {
                self.keep.typed(cx.now);
                let Some(theirs) = self.draft.theirs(cx)? else { return Err(store::Error::Stale.into()) };
                let differences = self.differences(&theirs, &cx.lang);
                if differences.is_empty() {
                    // what the other has changed is not in this form: the same again over the newer record
                    self.draft = theirs;
                    return Ok(self.submit(cx));
                }
                Ok(Flow::push(Conflict::new(differences)))
            }
            Err(error) => {
                self.keep.typed(cx.now);
                self.came_back = true;
                Err(error.into())
            }
        }
    }

    fn tick(&mut self, cx: &mut Cx, force: bool) {
        if self.keep.is_due(cx, force) {
            let record = self.draft.base().unwrap_or((0, 0));
            self.keep.keep(self.body(cx), record, cx);
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        self.draw_in(canvas, area);
    }
}

impl<D: Draft> FormScreen<D> {
    /// What this form and the book have different: label, mine, theirs, and whether theirs is the one that changed.
    fn differences(&self, theirs: &D, lang: &Lang) -> Vec<(String, String, String, bool)> {
        let fields = self.draft.fields().iter().enumerate();
        let all = fields.map(|(at, spec)| (at, spec, shown(theirs, at, lang)));
        let different = all.filter(|(at, _, text)| *text != self.texts[*at]);
        different
            .map(|(at, spec, text)| {
                let mine_unchanged = self.texts[at] == self.before[at];
                (lang.label(spec.label).to_owned(), self.texts[at].clone(), text, mine_unchanged)
            })
            .collect()
    }
}
