//! What follows when a meeting has ended: its minutes are frozen, signed or taken back, and corrected later.

use crate::{
    command::minutes,
    domain::{
        Text, day,
        meeting::{CORRECTION, Meeting, Signed, State},
        minutes::{SIGNATURE, TAKING_BACK},
        noun::Entry,
    },
    store,
    text::Lang,
    tui::{
        canvas::{Canvas, centered},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Outcome, Screen, Value, confirm::Confirm},
        widget::{
            choice::{Choice, Item},
            draft::{Draft, Remark, Saving, Spec, choices},
            form::FormScreen,
        },
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// How many signed minutes are offered for a correction.
const OFFERED: usize = 50;

/// What comes next for a meeting: a dialog names what it will do.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn next(meeting: &Meeting, cx: &Cx) -> Result<Flow> {
    let step = |step, id: &'static str| (step, Item::new(cx.lang.label(id)));
    let print = || step(Lead::Print, "sign-print");
    Ok(match meeting.state {
        State::ToSign => {
            let rows =
                vec![step(Lead::Step(Step::Sign), "sign-sign"), print(), step(Lead::Step(Step::TakeBack), "sign-back")];
            Flow::push(Steps::new(meeting, rows, cx))
        }
        State::Signed => {
            Flow::push(Steps::new(meeting, vec![step(Lead::Step(Step::Correct(None)), "sign-correct"), print()], cx))
        }
        _ => {
            let gaps = cx.reader.minutes_gaps(meeting)?;
            if gaps.is_empty() {
                cx.permit(&minutes::FREEZE)?;
                let frozen = Value::Stage(meeting.id(), State::ToSign);
                Flow::push(Confirm::new("sign-freeze", freezing(meeting, cx)?, frozen))
            } else {
                Flow::push(Confirm::look("sign-gaps", gaps.iter().map(|gap| cx.lang.text(&gap.text())).collect()))
            }
        }
    })
}

/// A correction: of this meeting's minutes when they are signed, else by this meeting of earlier ones.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn correct(meeting: &Meeting, cx: &Cx) -> Result<Flow> {
    cx.permit(&minutes::CORRECT)?;
    if meeting.state == State::Signed {
        return Ok(Flow::push(
            FormScreen::new(StepDraft::new(meeting.clone(), Step::Correct(None), cx), cx).in_area(super::AREA),
        ));
    }
    let mut rows = Vec::new();
    for id in cx.reader.signed_minutes(meeting.organ_id(), OFFERED)? {
        let earlier = cx.reader.meeting(id)?;
        let label = Item::new(heading(&earlier, cx));
        rows.push((Lead::Earlier(id, Step::Correct(Some(meeting.id()))), label));
    }
    if rows.is_empty() {
        return Ok(Flow::push(Confirm::look("sign-correct", vec![cx.lang.label("sign-none").to_owned()])));
    }
    Ok(Flow::push(Steps::new(meeting, rows, cx)))
}

/// A meeting with the number of its minutes: `AG ordinaire 2026 · no. 12`.
fn heading(meeting: &Meeting, cx: &Cx) -> String {
    let label = super::heading(&meeting.entry, &cx.lang);
    let number = meeting.number.map(|number| cx.lang.text(&Text::new("sign-number").with("number", number)));
    [Some(label), number].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is done with minutes and needs some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// They are signed in ink.
    Sign,
    /// They are taken back before that.
    TakeBack,
    /// They are corrected after that, perhaps by a later meeting.
    Correct(Option<i64>),
}

/// Where a row leads.
enum Lead {
    Print,
    Step(Step),
    /// Something is done with the minutes of another meeting.
    Earlier(i64, Step),
}

/// A short list of what can be done with frozen minutes.
struct Steps {
    meeting: Meeting,
    choice: Choice,
    leads: Vec<Lead>,
    title: String,
}

impl Steps {
    fn new(meeting: &Meeting, rows: Vec<(Lead, Item)>, cx: &Cx) -> Self {
        let (leads, items) = rows.into_iter().unzip();
        Self { meeting: meeting.clone(), choice: Choice::new(items), leads, title: heading(meeting, cx) }
    }
}

impl Screen for Steps {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Picker
    }
    fn typing(&self) -> bool {
        true
    }
    fn overlay(&self) -> bool {
        true
    }
    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.choice.run(cmd) {
            return Ok(Flow::Stay);
        }
        let lead = self.choice.chosen().and_then(|row| self.leads.get(row));
        let (Cmd::Choose, Some(lead)) = (cmd, lead) else {
            return Ok(if cmd == Cmd::Choose { Flow::Stay } else { Flow::Ignored });
        };
        let (meeting, step) = match lead {
            Lead::Print => return Ok(Flow::Return(Value::Run(Cmd::Print))),
            Lead::Step(step) => (self.meeting.clone(), *step),
            Lead::Earlier(id, step) => (cx.reader.meeting(*id)?, *step),
        };
        cx.permit(match step {
            Step::Sign => &minutes::SIGN,
            Step::TakeBack => &minutes::TAKE_BACK,
            Step::Correct(_) => &minutes::CORRECT,
        })?;
        Ok(Flow::Replace(Box::new(FormScreen::new(StepDraft::new(meeting, step, cx), cx).in_area(super::AREA))))
    }
    fn input(&mut self, input: &Input<'_>, _: &mut Cx) -> Result<Flow> {
        self.choice.input(input);
        Ok(Flow::Stay)
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let height = (self.choice.len() as u16 + 3).min(area.height);
        let inner = canvas.dialog(centered(area, 64, height), &self.title);
        self.choice.draw(canvas, inner);
    }
}

/// What freezing would do, in sentences.
fn freezing(meeting: &Meeting, cx: &Cx) -> Result<Vec<Text>> {
    let number = match meeting.number {
        Some(number) => number,
        None => cx.reader.last_minutes(meeting.organ_id())? + 1,
    };
    let id = if meeting.version == 0 { "sign-freeze-number" } else { "sign-freeze-again" };
    let text = Text::new(id).with("number", number).with("organ", meeting.organ.as_str());
    let mut words = vec![text.with("version", meeting.version + 1), Text::new("sign-freeze-what")];
    // held before the day for which it was called: nobody can sign before that day
    if let Some(held_on) = meeting.entry.day("held_on").filter(|day| *day > cx.clock.today()) {
        words.insert(0, Text::new("sign-day-to-come").with("day", day::show(held_on)));
    }
    let items = cx.reader.items(meeting.id())?;
    for (id, is_so) in [("sign-unfilled", is_unfilled as fn(&str) -> bool), ("sign-empty", str::is_empty)] {
        let places: Vec<&str> =
            items.iter().filter(|item| is_so(&item.text)).map(|item| item.entry.get("place")).collect();
        if !places.is_empty() {
            words.push(Text::new(id).with("count", places.len()).with("places", places.join(", ")));
        }
    }
    for (user, item) in cx.reader.minutes_being_written(meeting.id())? {
        words.push(Text::new("sign-writing").with("user", user).with("item", item));
    }
    Ok(words)
}

/// Whether something in a text still waits for words: the gap of a phrase, or `@` before somebody who was not found.
fn is_unfilled(text: &str) -> bool {
    text.split_whitespace().any(|word| word == "…" || (word.starts_with('@') && word.len() > 1))
}

/// The form of a step.
pub struct StepDraft {
    meeting: Meeting,
    step: Step,
    entry: Entry,
    specs: Vec<Spec>,
    of: String,
}

impl StepDraft {
    fn new(meeting: Meeting, step: Step, cx: &Cx) -> Self {
        let noun = match step {
            Step::Sign => &SIGNATURE,
            Step::TakeBack => &TAKING_BACK,
            Step::Correct(_) => &CORRECTION,
        };
        let mut entry = Entry::begun(noun, ("meeting", meeting.id()), cx.clock.today());
        let people = ["chair", "secretary"].map(|code| meeting.entry.get(code)).into_iter();
        entry.put("signed_by", people.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", "));
        let of = heading(&meeting, cx);
        Self { meeting, step, entry, specs: noun.attributes.iter().map(Spec::of).collect(), of }
    }

    /// What a draft in the book was about: the end of its name.
    ///
    /// # Errors
    /// When the meeting is gone.
    pub fn of_draft(about: &str, cx: &Cx) -> store::Result<Option<Self>> {
        let mut parts = about.split(':');
        let step = match parts.next() {
            Some("sign") => Step::Sign,
            Some("back") => Step::TakeBack,
            Some("correct") => Step::Correct(None),
            _ => return Ok(None),
        };
        let Some(Ok(meeting)) = parts.next().map(str::parse) else { return Ok(None) };
        let step = match parts.next().and_then(|by| by.parse().ok()) {
            Some(by) if step != Step::Sign => Step::Correct(Some(by)),
            _ => step,
        };
        Ok(Some(Self::new(cx.reader.meeting(meeting)?, step, cx)))
    }

    /// The meeting that such a draft is about, in words.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn named(about: &str, cx: &Cx) -> store::Result<String> {
        let meeting = about.split(':').nth(1).and_then(|id| id.parse().ok()).unwrap_or_default();
        cx.reader.record_label("meeting", meeting)
    }

    fn name(&self) -> &'static str {
        match self.step {
            Step::Sign => "sign-sign",
            Step::TakeBack => "sign-back",
            Step::Correct(_) => "sign-correct",
        }
    }
}

impl Draft for StepDraft {
    const FORM: &'static str = "minutes_step";

    fn about(&self) -> String {
        let meeting = self.meeting.id();
        match self.step {
            Step::Sign => format!(":sign:{meeting}"),
            Step::TakeBack => format!(":back:{meeting}"),
            Step::Correct(by) => format!(":correct:{meeting}:{}", by.map(|by| by.to_string()).unwrap_or_default()),
        }
    }
    fn fields(&self) -> &[Spec] {
        &self.specs
    }
    fn title(&self, lang: &Lang) -> String {
        [lang.label("area-meetings"), &self.of, lang.label(self.name())].join(" › ")
    }
    fn show(&self, at: usize) -> String {
        self.entry.show(at)
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        choices(Some(self.entry.noun.attributes[at].takes))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        self.entry.set(at, typed, &cx.reading())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let mut remarks = self.entry.check(cx.clock.today());
        let (on, held) = (self.entry.day("signed_on"), self.meeting.entry.day("held_on"));
        if let (Some(on), Some(held)) = (on, held)
            && on < held
        {
            remarks.push((0, Text::new("err-day-order").with("day", day::show(held)), true));
        }
        remarks.into_iter().map(|(field, text, is_error)| Remark { field, text, is_error }).collect()
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (meeting, step, entry) = (self.meeting.clone(), self.step, self.entry.clone());
        Box::new(move |store, session, _| {
            let (draft, said) = (
                draft.as_deref(),
                match step {
                    Step::Sign => "sign-signed",
                    Step::TakeBack => "sign-taken-back",
                    Step::Correct(_) => "sign-corrected",
                },
            );
            match step {
                Step::Sign => {
                    let (by, page) = (entry.get("signed_by").to_owned(), entry.get("register_page").to_owned());
                    let signed = Signed { on: entry.day("signed_on"), by, page };
                    minutes::sign(store, session, draft, &meeting, &signed, entry.get("path"))?;
                }
                Step::TakeBack => minutes::take_back(store, session, draft, &meeting, entry.get("reason"))?,
                Step::Correct(by) => {
                    minutes::correct(store, session, draft, &entry, by)?;
                }
            }
            Ok(Outcome::Saved { id: meeting.id(), said: Text::new(said) })
        })
    }
}
