//! What follows when a meeting has ended: its minutes are frozen, signed or taken back, and corrected later.

use crate::{
    command::minutes,
    domain::{
        Text, day,
        meeting::{CORRECTION, Meeting, Signed, State},
        minutes::{SIGNATURE, TAKING_BACK},
        noun::{Attribute, Entry},
    },
    store::{self, Changed},
    text::Lang,
    tui::{
        canvas::{Canvas, centered, wrap},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Outcome, Screen, Value, confirm::Confirm},
        theme::Role,
        widget::{
            choice::{Choice, Item},
            draft::{Draft, Kind, Remark, Saving, Spec, choices},
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
                Flow::push(Freeze::new(meeting, cx)?)
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

/// Says what freezing does; Enter does it.
struct Freeze {
    meeting: Meeting,
    heading: String,
    lines: Vec<String>,
}

impl Freeze {
    fn new(meeting: &Meeting, cx: &Cx) -> Result<Self> {
        let number = match meeting.number {
            Some(number) => number,
            None => cx.reader.last_minutes(meeting.organ_id())? + 1,
        };
        let id = if meeting.version == 0 { "sign-freeze-number" } else { "sign-freeze-again" };
        let text = Text::new(id).with("number", number).with("organ", meeting.organ.as_str());
        let mut lines = vec![cx.lang.text(&text.with("version", meeting.version + 1))];
        lines.push(cx.lang.label("sign-freeze-what").to_owned());
        let items = cx.reader.items(meeting.id())?;
        let empty: Vec<&str> =
            items.iter().filter(|item| item.text.is_empty()).map(|item| item.entry.get("place")).collect();
        if !empty.is_empty() {
            let text = Text::new("sign-empty").with("count", empty.len()).with("places", empty.join(", "));
            lines.push(cx.lang.text(&text));
        }
        for (user, item) in cx.reader.minutes_being_written(meeting.id())? {
            lines.push(cx.lang.text(&Text::new("sign-writing").with("user", user).with("item", item)));
        }
        Ok(Self { meeting: meeting.clone(), heading: cx.lang.label("sign-freeze").to_owned(), lines })
    }
}

impl Screen for Freeze {
    fn title(&self) -> String {
        self.heading.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Dialog
    }
    fn overlay(&self) -> bool {
        true
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let answers = matches!(cmd, Cmd::Confirm | Cmd::Back | Cmd::Quit | Cmd::Help);
        (!answers).then(|| Text::new("say-answer-first"))
    }
    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        let words = Self::new(&self.meeting, cx)?;
        (self.heading, self.lines) = (words.heading, words.lines);
        Ok(())
    }
    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if cmd != Cmd::Confirm {
            return Ok(Flow::Ignored);
        }
        let meeting = self.meeting.clone();
        cx.write(move |store, session, _| {
            let number = minutes::freeze(store, session, &meeting)?;
            Ok(Outcome::Saved { id: meeting.id(), said: Text::new("sign-frozen").with("number", number) })
        });
        Ok(Flow::Settle)
    }
    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        if let Outcome::Saved { said, .. } = result? {
            cx.say(&said);
        }
        Ok(Flow::Return(Value::Saved(self.meeting.id())))
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let width = area.width.min(66);
        let room = usize::from(width.saturating_sub(4));
        let lines: Vec<String> = self.lines.iter().flat_map(|line| wrap(line, room)).collect();
        let inner = canvas.dialog(centered(area, width, lines.len() as u16 + 2), &self.heading);
        for (at, line) in lines.iter().take(usize::from(inner.height)).enumerate() {
            canvas.text(inner.x, inner.y + at as u16, inner.width, line, canvas.style(Role::Text));
        }
    }
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
        let spec = |attribute: &Attribute| {
            let Attribute { code, label, hint, required, takes } = *attribute;
            Spec { code, label, kind: Kind::of(takes), hint, required }
        };
        let of = heading(&meeting, cx);
        Self { meeting, step, entry, specs: noun.attributes.iter().map(spec).collect(), of }
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
