//! What a schedule or the roll calls would raise, before it is done: whom, how much, what was raised before, who is left
//! out and why. Enter raises it as one change.

use super::AREA;
use crate::{
    command::{
        self,
        due::{Plan, Source},
    },
    domain::{
        Text,
        amount::listed,
        day,
        member::Sex,
        raise::{Key, Left, Payer, Proposal},
    },
    report::money::words,
    store::{self, Changed, Reader},
    tui::{
        canvas::{Canvas, wrap},
        keymap::{AREAS, Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;
use std::collections::BTreeSet;

/// Where the screen stands.
enum State {
    /// Nothing was done yet.
    New,
    /// Members are looked at.
    Reading,
    /// It is known what would be raised.
    Ready(Box<Plan>),
    /// It is being raised.
    Writing,
}

/// One line of the list.
struct Row {
    is_wanted: bool,
    period: String,
    who: String,
    amount: String,
    why: String,
}

/// The screen.
pub struct Raise {
    source: Source,
    state: State,
    /// Of whom the default is turned round.
    turned: BTreeSet<Key>,
    /// Places of the proposals, those left out first.
    order: Vec<usize>,
    at: usize,
    /// How many of how many are written.
    done: (usize, usize),
    title: String,
    question: String,
    about: Vec<String>,
    /// The lines that are seen, from that place on.
    rows: (usize, Vec<Row>),
}

/// From this width on it stands beside an amount why it is left out, in so many columns.
const BESIDE: u16 = 60;
const WHY: u16 = 22;
/// Lines above the list.
const HEAD: u16 = 5;

impl Raise {
    /// Begins to look at the members.
    pub fn new(source: Source) -> Self {
        Self {
            source,
            state: State::New,
            turned: BTreeSet::new(),
            order: Vec::new(),
            at: 0,
            done: (0, 0),
            title: String::new(),
            question: String::new(),
            about: Vec::new(),
            rows: (0, Vec::new()),
        }
    }

    fn read(&mut self, cx: &mut Cx) {
        self.state = State::Reading;
        let (path, viewer) = (cx.reader.path().to_owned(), cx.reader.viewer().clone());
        let (source, today) = (self.source, cx.clock.today());
        cx.job(move |_| {
            let plan = command::due::plan(&Reader::open(&path, viewer)?, source, today)?;
            Ok(Outcome::Value(Value::Raise(Box::new(plan))))
        });
    }

    fn write(&mut self, cx: &mut Cx) {
        (self.state, self.done) = (State::Writing, (0, 0));
        let (source, turned) = (self.source, self.turned.clone());
        cx.write(move |store, session, progress| {
            let mut step = |done, total| progress.step(done, total);
            let raised = command::due::raise(store, session, source, &turned, &mut step)?;
            let said = Text::new("raise-done").with("count", raised.count).with("amounts", listed(&raised.totals));
            Ok(Outcome::Said(said))
        });
    }

    fn page(cx: &Cx) -> usize {
        usize::from(cx.size.height.saturating_sub(6 + HEAD)).max(1)
    }

    /// Puts the plan into words.
    fn show(&mut self, cx: &Cx) {
        let (lang, page) = (&cx.lang, Self::page(cx));
        let State::Ready(plan) = &self.state else {
            self.title = format!("{} › {}", lang.label(AREAS[AREA]), lang.label("schedule-raise").to_lowercase());
            return;
        };
        let name = if plan.source == Source::Fines { lang.label("raise-fines") } else { &plan.name };
        let area = lang.label(AREAS[AREA]);
        self.title = format!("{area} › {name} › {}", lang.label("schedule-raise").to_lowercase());
        let wanted: Vec<_> = plan.wanted(&self.turned).collect();
        let text = match wanted.len() {
            0 => Text::new("err-raise-nothing"),
            count => Text::new("raise-go").with("count", count).with("amounts", listed(&plan.totals(&self.turned))),
        };
        self.question = lang.text(&text);
        let people: BTreeSet<i64> = wanted.iter().map(|due| due.member).collect();
        let of =
            |sex| people.iter().filter(|id| plan.payers.get(id).is_some_and(|p| p.sex == Some(sex))).count() as i64;
        let by_sex = Sex::ALL.iter().map(|sex| format!("{} {}", lang.label(sex.text_id()), lang.count(of(*sex))));
        let people = lang.text(&Text::new("paper-people").with("count", people.len()));
        let mut about = vec![format!("{people} · {}", by_sex.collect::<Vec<_>>().join(" · "))];
        let periods = match &plan.periods[..] {
            [] => String::new(),
            [one] => words::period(one),
            [first, .., last] => format!("{} – {}", words::period(first), words::period(last)),
        };
        about.extend((!periods.is_empty()).then(|| lang.text(&Text::new("raise-periods").with("periods", periods))));
        about.extend((plan.raised > 0).then(|| lang.text(&Text::new("raise-before").with("count", plan.raised))));
        let left = plan.proposals.len() - wanted.len();
        about.extend((left > 0).then(|| lang.text(&Text::new("raise-left").with("count", left))));
        self.about = about;
        self.at = self.at.min(self.order.len().saturating_sub(1));
        let top = self.rows.0.clamp((self.at + 1).saturating_sub(page), self.at);
        let row = |at: &usize| {
            let one = &plan.proposals[*at];
            Row {
                is_wanted: one.is_wanted(&self.turned),
                period: words::period(&one.due.period),
                who: plan.payers.get(&one.due.member).map(|payer: &Payer| payer.heading.clone()).unwrap_or_default(),
                amount: words::minor(one.due.minor, &one.due.currency, lang),
                why: match one.left {
                    Some(Left::Joined(on)) => lang.text(&Text::new("raise-joined").with("day", day::show(on))),
                    Some(Left::Suspended) => lang.label("status-suspended").to_lowercase(),
                    None if one.due.attendance.is_some() => one.due.text.clone(),
                    None => String::new(),
                },
            }
        };
        self.rows = (top, self.order.iter().skip(top).take(page).map(row).collect());
    }
}

impl Screen for Raise {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn area(&self) -> usize {
        AREA
    }
    fn scope(&self) -> Scope {
        Scope::Raise
    }

    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::Write => "schedule-raise",
            Cmd::LeaveOut => "raise-turn",
            _ => cmd.text_id(),
        }
    }

    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let goes_on = matches!(cmd, Cmd::Back | Cmd::Quit | Cmd::Help | Cmd::Language);
        match &self.state {
            State::Ready(plan) => {
                let is_empty = cmd == Cmd::Write && plan.wanted(&self.turned).next().is_none();
                is_empty.then(|| Text::new("err-raise-nothing"))
            }
            State::New | State::Reading => (!goes_on).then(|| Text::new("bulk-reading")),
            State::Writing => (!goes_on).then(|| Text::new("bulk-writing")),
        }
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        let touched = ["due", "schedule", "member", "attendance"].iter().any(|table| changed.has_table(table));
        if matches!(self.state, State::New) || (touched && matches!(self.state, State::Ready(_))) {
            self.read(cx);
        }
        self.show(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::LeaveOut => {
                let State::Ready(plan) = &self.state else { return Ok(Flow::Stay) };
                let Some(one) = self.order.get(self.at).map(|at| &plan.proposals[*at]) else { return Ok(Flow::Stay) };
                let key = one.key();
                if !self.turned.remove(&key) {
                    self.turned.insert(key);
                }
                self.at = (self.at + 1).min(self.order.len().saturating_sub(1));
            }
            Cmd::Write => {
                self.write(cx);
                return Ok(Flow::Stay);
            }
            _ => match cmd.step(self.at, self.order.len(), Self::page(cx)) {
                Some(to) => self.at = to,
                None => return Ok(Flow::Ignored),
            },
        }
        self.show(cx);
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result {
            Ok(Outcome::Value(Value::Raise(plan))) => {
                let is_left = |one: &Proposal| one.left.is_none();
                self.order = (0..plan.proposals.len()).collect();
                self.order.sort_by_key(|at| is_left(&plan.proposals[*at]));
                self.state = State::Ready(plan);
                self.show(cx);
            }
            Ok(Outcome::Said(text)) => {
                cx.say(&text);
                return Ok(Flow::Pop);
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

    fn progress(&mut self, done: usize, total: usize) {
        self.done = (done, total);
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let width = area.width.saturating_sub(4);
        let waits = match self.state {
            State::Ready(_) => "",
            State::New | State::Reading => "bulk-reading",
            State::Writing => "bulk-writing",
        };
        if !waits.is_empty() {
            let used = canvas.put(area.x + 2, area.y, width, waits, Role::Text);
            if self.done.1 > 0 {
                let text = format!(" {} / {}", self.done.0, self.done.1);
                canvas.text(area.x + 2 + used, area.y, 20, &text, canvas.style(Role::Muted));
            }
            return;
        }
        for (y, line) in (area.y..area.y + 2).zip(wrap(&self.question, width.into())) {
            canvas.text(area.x + 2, y, width, &line, canvas.style(Role::Title));
        }
        for (y, line) in (area.y + 2..area.y + HEAD - 1).zip(wrap(&self.about.join(" · "), width.into())) {
            canvas.text(area.x + 2, y, width, &line, canvas.style(Role::Text));
        }
        let why = if area.width >= BESIDE { WHY } else { 0 };
        let (right, figure) = (area.right().saturating_sub(why + 2), 16);
        for (at, row) in self.rows.1.iter().enumerate() {
            let y = area.y + HEAD + at as u16;
            if y >= area.bottom() {
                break;
            }
            let role = if row.is_wanted { Role::Text } else { Role::Muted };
            canvas.text(area.x + 1, y, 1, if row.is_wanted { "✓" } else { "–" }, canvas.style(role));
            canvas.text(area.x + 3, y, 8, &row.period, canvas.style(role));
            canvas.text(area.x + 11, y, right.saturating_sub(area.x + 12 + figure), &row.who, canvas.style(role));
            canvas.right(right, y, figure, &row.amount, canvas.style(role));
            canvas.text(right + 2, y, why, &row.why, canvas.style(Role::Muted));
            if self.rows.0 + at == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}
