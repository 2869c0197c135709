//! What a change of many members would do, before it is done: how many change, who has it already, who is left out and
//! why.

use super::bulk;
use crate::{
    command::bulk::{self as command, Change, Plan, Refused, Tally},
    domain::{
        Text, day,
        fold::fold,
        member::{Field, Member, Reading},
    },
    report::member::words,
    store::{self, Changed, Reader},
    text::Lang,
    tui::{
        canvas::{Canvas, wrap},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value},
        theme::Role,
        widget::facts,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;
use std::sync::Arc;

/// How many of those whom somebody else has changed meanwhile are named in one line.
const NAMED: usize = 5;

/// Where the screen stands.
enum State {
    /// Nothing was done yet.
    New,
    /// Members are looked at.
    Reading,
    /// It is known what would be done.
    Ready(Box<Plan>),
    Writing,
}

/// The screen.
pub struct Summary {
    ids: Arc<[i64]>,
    change: Change,
    state: State,
    /// How many members are looked at, or written.
    done: usize,
    title: String,
    question: String,
    /// Label and value of what is changed, and how many that concerns.
    facts: Vec<(String, String)>,
    /// Who is left out, and why.
    refused: Vec<(String, String)>,
    top: usize,
}

impl Summary {
    /// Begins to look at the members.
    pub fn new(ids: Arc<[i64]>, change: Change) -> Self {
        let (title, question, facts, refused) = (String::new(), String::new(), Vec::new(), Vec::new());
        Self { ids, change, state: State::New, done: 0, title, question, facts, refused, top: 0 }
    }

    fn read(&mut self, cx: &mut Cx) {
        (self.state, self.done) = (State::Reading, 0);
        let (path, viewer) = (cx.reader.path().to_owned(), cx.reader.viewer().clone());
        let (ids, change, reading) = (self.ids.clone(), self.change.clone(), cx.reading());
        cx.job(move |progress| {
            let reader = Reader::open(&path, viewer)?;
            let mut step = |done| progress.step(done, ids.len()).is_ok();
            let plan = command::plan(&reader, &ids, change, reading, &mut step)?;
            Ok(Outcome::Value(Value::Bulk(Box::new(plan))))
        });
    }

    fn write(&mut self, plan: Box<Plan>, cx: &mut Cx) {
        (self.state, self.done) = (State::Writing, 0);
        let total = plan.changed.all;
        cx.write(move |store, session, progress| {
            let mut step = |done| progress.step(done, total).is_ok();
            let changed = command::apply(store, session, &plan, &mut step)?;
            Ok(Outcome::Said(said(&changed)))
        });
    }

    /// Puts the plan into words.
    fn show(&mut self, cx: &Cx) -> store::Result<()> {
        let lang = &cx.lang;
        self.title = format!("{} › {}", bulk::title(self.ids.len(), lang), lang.label("bulk-summary"));
        self.facts = change_lines(&self.change, cx)?;
        self.refused.clear();
        let State::Ready(plan) = &self.state else { return Ok(()) };
        self.facts.push((String::new(), String::new()));
        for (id, tally) in [("bulk-change", plan.changed), ("bulk-same", plan.same), ("bulk-refused", plan.refused)] {
            self.facts.push((lang.label(id).to_owned(), tally_text(tally, lang)));
        }
        let line = |refused: &Refused| (refused.member.heading(), lang.text(&refused.why));
        self.refused.extend(plan.named.iter().map(line));
        let rest = plan.refused.all - plan.named.len();
        if rest > 0 {
            self.refused.push((format!("… {}", lang.count(rest as i64)), String::new()));
        }
        let text = match plan.changed.all {
            0 => Text::new("bulk-nothing"),
            count => Text::new("bulk-go").with("count", count),
        };
        self.question = lang.text(&text);
        Ok(())
    }
}

/// What is changed: label and value of each field.
fn change_lines(change: &Change, cx: &Cx) -> store::Result<Vec<(String, String)>> {
    let lang = &cx.lang;
    let mut filled = Member::default();
    let reading: Reading = cx.reading();
    let mut lines = Vec::new();
    for (field, typed) in &change.fields {
        // it was read by the form already
        let _ = filled.set(*field, typed, &reading);
        let value = match field {
            _ if typed.is_empty() => lang.label("bulk-emptied").to_owned(),
            // a slip of the pen would make a new place for all of them: what is new is said
            Field::Site => {
                let sites = cx.reader.sites()?;
                place(typed, sites.iter().map(|(_, name)| name), lang)
            }
            Field::Team => place(typed, cx.reader.team_names()?.iter(), lang),
            _ => words::value(&filled, *field, &cx.lang, cx.clock.today()),
        };
        lines.push((lang.label(field.text_id()).to_owned(), value));
    }
    if !change.note.is_empty() {
        lines.push((lang.label("field-note-line").to_owned(), change.note.clone()));
    }
    if let Some(step) = &change.step {
        let parts = [lang.label(step.status.text_id()), &day::show(step.on), &step.reason, &step.decision];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        lines.push((lang.label("field-new-status").to_owned(), parts.join(" · ")));
    }
    Ok(lines)
}

fn tally_text(tally: Tally, lang: &Lang) -> String {
    let all = lang.count(tally.all as i64);
    if tally.women + tally.men == 0 {
        return all;
    }
    let (women, men) = (lang.count(tally.women as i64), lang.count(tally.men as i64));
    format!("{all} · {} {women} {} {men}", lang.label("sex-F"), lang.label("sex-M"))
}

/// A place by the name the book has for it, or with the remark that it is new.
fn place<'a>(typed: &str, mut known: impl Iterator<Item = &'a String>, lang: &Lang) -> String {
    let key = fold(typed);
    known
        .find(|name| fold(name) == key)
        .cloned()
        .unwrap_or_else(|| lang.text(&Text::new("bulk-new").with("name", typed)))
}

fn said(changed: &command::Changed) -> Text {
    if changed.refused.is_empty() {
        return Text::new("bulk-done").with("count", changed.count);
    }
    let mut names: Vec<String> = changed.refused.iter().take(NAMED).map(|refused| refused.member.heading()).collect();
    if changed.refused.len() > NAMED {
        names.push("…".to_owned());
    }
    Text::new("bulk-done-refused")
        .with("count", changed.count)
        .with("refused", changed.refused.len())
        .with("names", names.join(", "))
}

impl Screen for Summary {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn area(&self) -> usize {
        1
    }
    fn scope(&self) -> Scope {
        Scope::Summary
    }

    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let goes_on = matches!(cmd, Cmd::Back | Cmd::Quit | Cmd::Help | Cmd::Language);
        match &self.state {
            State::Ready(plan) => (cmd == Cmd::Write && plan.changed.all == 0).then(|| Text::new("bulk-nothing")),
            State::New | State::Reading => (!goes_on).then(|| Text::new("bulk-reading")),
            State::Writing => (!goes_on).then(|| Text::new("bulk-writing")),
        }
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        let is_old = match &self.state {
            State::Ready(plan) => changed.has_table("member") && plan.is_old(&cx.reader)?,
            State::New => true,
            State::Reading | State::Writing => false,
        };
        if is_old {
            self.read(cx);
        }
        Ok(self.show(cx)?)
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let page = usize::from(cx.size.height.saturating_sub(10)).max(1);
        if let Some(to) = cmd.step(self.top, self.refused.len(), page) {
            self.top = to;
            return Ok(Flow::Stay);
        }
        match cmd {
            Cmd::Write => {
                if let State::Ready(plan) = std::mem::replace(&mut self.state, State::Writing) {
                    self.write(plan, cx);
                }
            }
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result {
            Ok(Outcome::Value(Value::Bulk(plan))) => {
                self.state = State::Ready(plan);
                self.show(cx)?;
            }
            Ok(Outcome::Said(text)) => {
                cx.say(&text);
                return Ok(Flow::Return(Value::Done));
            }
            Ok(_) => {}
            Err(error) => {
                cx.complain(&error.text());
                if matches!(self.state, State::Reading) {
                    return Ok(Flow::Pop);
                }
                self.read(cx);
            }
        }
        Ok(Flow::Stay)
    }

    fn progress(&mut self, done: usize, _: usize) {
        self.done = done;
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let id = match self.state {
            State::Ready(_) => "",
            State::New | State::Reading => "bulk-reading",
            State::Writing => "bulk-writing",
        };
        let width = area.width.saturating_sub(4);
        if id.is_empty() {
            for (y, line) in (area.y..area.bottom()).zip(wrap(&self.question, width.into())) {
                canvas.text(area.x + 2, y, width, &line, canvas.style(Role::Title));
            }
        } else {
            let used = canvas.put(area.x + 2, area.y, width, id, Role::Text);
            let text = format!(" {} / {}", self.done, self.ids.len());
            canvas.text(area.x + 2 + used, area.y, 20, &text, canvas.style(Role::Muted));
        }
        let rest = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        let from = rest.y + facts::draw(canvas, rest, &self.facts, 0);
        let name = (area.width / 2).min(40);
        for (y, (who, why)) in (from..area.bottom()).zip(self.refused.iter().skip(self.top)) {
            canvas.text(area.x + 4, y, name.saturating_sub(5), who, canvas.style(Role::Text));
            canvas.text(area.x + name, y, area.width.saturating_sub(name + 1), why, canvas.style(Role::Muted));
        }
    }
}
