//! The sheet of a meeting of a savings group: a line that is always open takes a number and how many shares, everybody of
//! the group stands below. F2 asks what was counted in the box; the sheet is written when that is its total, as one act.
//! What the line reads is in `entry`, what it looks like in `look`.

mod entry;
mod look;

use crate::{
    command::savings as command,
    domain::{
        Text, day,
        savings::{Bought, Cycle, taken},
    },
    store::{self, Changed, draft::Draft, savings::Purchase},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Outcome, Screen, Toast, Value, money::AREA},
        widget::{keep::Keep, line::Line},
    },
};
use anyhow::Result;
use chrono::NaiveDate;
use entry::Ask;
use look::Look;
use ratatui::layout::Rect;

/// The name of the sheet among the drafts.
pub const FORM: &str = "meet";

/// Somebody of the group.
struct Person {
    member: i64,
    /// Number and name.
    label: String,
    /// Shares bought at other meetings.
    before: i64,
    /// What was written for this day.
    written: Vec<Purchase>,
    /// What is typed.
    bought: Option<Bought>,
}

/// What is kept of the sheet of a day: of each row the member, the shares and what was paid into the social fund.
type Kept = Vec<(i64, u32, i64)>;

/// The screen.
pub struct Sheet {
    cycle: Cycle,
    on: NaiveDate,
    people: Vec<Person>,
    ask: Ask,
    line: Line,
    /// Whom the line has found: member, number and name.
    found: Vec<(i64, String)>,
    picked: usize,
    /// Who does not save here yet and was asked about.
    asked: Option<i64>,
    at: usize,
    /// Whether somebody has moved among the people, so that Enter means that row.
    in_grid: bool,
    keep: Keep,
    is_writing: bool,
    look: Look,
}

/// The sheet of a meeting, of today unless a day is given, with what was typed on it before.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn screen(cycle: i64, on: Option<NaiveDate>, cx: &Cx) -> Result<Sheet> {
    if on.is_none() {
        cx.permit(&command::MEET)?;
    }
    let day = on.unwrap_or_else(|| cx.clock.today());
    let (keep, draft) = Keep::only(&form(day), cycle, cx)?;
    let mut sheet = Sheet {
        cycle: cx.reader.cycle(cycle)?,
        on: day,
        people: Vec::new(),
        ask: Ask::Who,
        line: Line::new(""),
        found: Vec::new(),
        picked: 0,
        asked: None,
        at: 0,
        in_grid: false,
        keep,
        is_writing: false,
        look: Look::default(),
    };
    if on.is_none() {
        sheet.cycle.is_open().map_err(store::Error::Invalid)?;
    }
    sheet.read(cx)?;
    sheet.resume(draft.as_ref(), cx)?;
    Ok(sheet)
}

/// The name of the sheet of a day among the drafts.
fn form(on: NaiveDate) -> String {
    format!("{FORM}:{on}")
}

/// The sheet of a draft; `about` is its day.
///
/// # Errors
/// When the book cannot be read.
pub fn of_draft(about: &str, cycle: i64, cx: &Cx) -> Result<Sheet> {
    cx.permit(&command::MEET)?;
    screen(cycle, about.parse().ok(), cx)
}

/// Of which day and cycle a draft is, in words.
///
/// # Errors
/// When the book cannot be read.
pub fn named(about: &str, cycle: i64, cx: &Cx) -> store::Result<String> {
    let on = about.parse().map(day::show).unwrap_or_default();
    Ok(format!("{on} · {}", cx.reader.cycle(cycle)?.name))
}

impl Sheet {
    /// Reads who is of the group, and what was written for the day.
    fn read(&mut self, cx: &Cx) -> store::Result<()> {
        let typed: Vec<Bought> = self.bought();
        let purchases = cx.reader.purchases(self.cycle.id, None)?;
        let person = |member: i64, label: String| {
            let of = || purchases.iter().filter(move |bought| bought.member == member);
            let before = of().filter(|bought| bought.on != self.on).map(|bought| bought.shares).sum();
            let written = of().filter(|bought| bought.on == self.on).cloned().collect();
            Person { member, label, before, written, bought: None }
        };
        let mut people = Vec::new();
        for saver in cx.reader.saved(self.cycle.id)? {
            let number = saver.number.map(crate::domain::member::show_number).unwrap_or_default();
            people.push(person(saver.member, format!("{number} {}", saver.name).trim().to_owned()));
        }
        self.people = people;
        for row in typed {
            self.place(row, cx)?;
        }
        Ok(())
    }

    /// Takes over what a draft has, but for what is typed already and for members who are gone.
    fn resume(&mut self, draft: Option<&Draft>, cx: &Cx) -> store::Result<()> {
        let typed = self.bought();
        let kept: Kept = draft.and_then(|kept| serde_json::from_str(&kept.body).ok()).unwrap_or_default();
        for (member, shares, social) in kept.into_iter().filter(|row| typed.iter().all(|bought| bought.member != row.0))
        {
            match self.put(Bought { member, shares, social }, cx) {
                Ok(()) | Err(store::Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The sheet of another day: what is typed goes there, to what was kept of that day.
    fn turn_to(&mut self, on: NaiveDate, cx: &mut Cx) -> store::Result<()> {
        if on != self.on {
            self.keep.drop(cx);
            let (keep, draft) = Keep::only(&form(on), self.cycle.id, cx)?;
            (self.on, self.keep) = (on, keep);
            self.keep.take_over(cx);
            self.read(cx)?;
            self.resume(draft.as_ref(), cx)?;
            self.keep.typed(cx.now);
        }
        Ok(())
    }

    /// Whether somebody is new in a group that has saved before: it may be a slip of the finger.
    fn is_stranger(&self, member: i64) -> bool {
        let saved = |person: &Person| person.before > 0 || !person.written.is_empty();
        self.people.iter().any(saved) && self.people.iter().all(|person| person.member != member)
    }

    /// What is typed.
    fn bought(&self) -> Vec<Bought> {
        self.people.iter().filter_map(|person| person.bought.clone()).collect()
    }

    /// What is typed, as money.
    fn taken(&self) -> i64 {
        taken(&self.cycle, &self.bought())
    }

    /// Puts a row on the sheet, and the cursor on it.
    fn put(&mut self, row: Bought, cx: &Cx) -> store::Result<()> {
        self.at = self.place(row, cx)?;
        self.keep.typed(cx.now);
        Ok(())
    }

    /// Puts a row where its member is; whoever is new comes last. Gives the place.
    fn place(&mut self, row: Bought, cx: &Cx) -> store::Result<usize> {
        let known = self.people.iter().position(|person| person.member == row.member);
        let at = if let Some(at) = known {
            at
        } else {
            let label = cx.reader.member(row.member)?.heading();
            self.people.push(Person { member: row.member, label, before: 0, written: Vec::new(), bought: None });
            self.people.len() - 1
        };
        self.people[at].bought = Some(row);
        Ok(at)
    }

    /// Hands the sheet to whoever writes, with what was counted.
    fn send(&mut self, counted: i64, cx: &mut Cx) {
        self.is_writing = true;
        let (rows, cycle, on) = (self.bought(), self.cycle.id, self.on);
        let (key, amount) = (self.keep.sent(), self.cycle.amount(counted));
        cx.write(move |store, session, _| {
            command::meet(store, session, key.as_deref(), (cycle, on), (&rows, counted))?;
            let said = Text::new("savings-written").with("count", rows.len()).with("amount", amount);
            Ok(Outcome::Said(said.with("day", day::show(on))))
        });
    }

    fn go(&mut self, cmd: Cmd) {
        let page = self.look.height().max(1);
        let is_asking = !self.found.is_empty();
        let (at, count) = if is_asking { (self.picked, self.found.len()) } else { (self.at, self.people.len()) };
        // the first step down goes to the first row
        let is_first = cmd == Cmd::Down && !is_asking && !self.in_grid;
        let to = cmd.step(at, count, page).filter(|_| !is_first).unwrap_or(at);
        if is_asking {
            self.picked = to;
        } else {
            (self.at, self.in_grid) = (to, true);
        }
    }

    fn show(&mut self, cx: &Cx) {
        self.at = self.at.min(self.people.len().saturating_sub(1));
        self.look = Look::of(self, cx);
    }

    /// The sheet as a draft; nothing when nobody stands on it.
    fn body(&self) -> Option<String> {
        let rows: Kept = self.bought().iter().map(|row| (row.member, row.shares, row.social)).collect();
        if rows.is_empty() { None } else { serde_json::to_string(&rows).ok() }
    }
}

impl Screen for Sheet {
    fn title(&self) -> String {
        self.look.title.clone()
    }
    fn aside(&self) -> String {
        self.look.aside.clone()
    }
    fn area(&self) -> usize {
        AREA
    }
    fn scope(&self) -> Scope {
        Scope::Line
    }
    fn typing(&self) -> bool {
        true
    }
    fn takes_member(&self) -> bool {
        matches!(self.ask, Ask::Who)
    }
    fn dirty(&self) -> bool {
        self.people.iter().any(|person| person.bought.is_some())
    }
    fn keeps_draft(&self) -> bool {
        true
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::Enter => "sheet-take",
            Cmd::Save => "savings-close",
            Cmd::Remove if matches!(self.ask, Ask::Who) => "savings-void",
            _ => cmd.text_id(),
        }
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let writes = matches!(cmd, Cmd::Save | Cmd::Enter | Cmd::Remove | Cmd::Back);
        (self.is_writing && writes).then(|| Text::new("say-saving-first"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        self.keep.take_over(cx);
        if changed.all || changed.has_table("saving") || changed.has_table("cycle") || changed.has_table("member") {
            self.cycle = cx.reader.cycle(self.cycle.id)?;
            self.read(cx)?;
        }
        self.show(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::Enter => self.answer(cx)?,
            // what was counted is answered with the key that asked for it as well
            Cmd::Save if matches!(self.ask, Ask::Counted) => self.answer(cx)?,
            Cmd::Save => self.close(cx)?,
            Cmd::Day => self.ask(Ask::Day, &day::show(self.on), cx),
            Cmd::Remove if self.line.is_empty() && matches!(self.ask, Ask::Who) => self.take_off(cx)?,
            Cmd::Remove => return self.input(&Input::Key(crossterm::event::KeyCode::Delete.into()), cx),
            Cmd::Back if !matches!(self.ask, Ask::Who) || !self.line.is_empty() => self.ask(Ask::Who, "", cx),
            Cmd::Back if self.dirty() => {
                cx.toast = Some(Toast::Plain(cx.lang.label("say-draft-kept").to_owned()));
                return Ok(Flow::Pop);
            }
            Cmd::Up | Cmd::Down | Cmd::PageUp | Cmd::PageDown => self.go(cmd),
            _ => return Ok(Flow::Ignored),
        }
        self.show(cx);
        Ok(Flow::Stay)
    }

    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if self.line.input(input) {
            self.look_up(cx)?;
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        if let Value::Member(id) = value {
            self.line.replace(&cx.reader.member(id)?.heading());
            self.look_up(cx)?;
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        self.is_writing = false;
        if result.is_err() {
            self.keep.typed(cx.now);
        }
        match result? {
            Outcome::Said(text) => {
                for person in &mut self.people {
                    person.bought = None;
                }
                self.keep.written();
                (self.at, self.in_grid) = (0, false);
                self.read(cx)?;
                cx.say(&text);
            }
            Outcome::Saved { said, .. } => {
                self.read(cx)?;
                cx.say(&said);
            }
            Outcome::Quiet | Outcome::Value(_) => {}
        }
        self.show(cx);
        Ok(Flow::Stay)
    }

    fn tick(&mut self, cx: &mut Cx, force: bool) {
        if self.keep.is_due(cx, force) {
            self.keep.keep(self.body(), (self.cycle.id, 0), cx);
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        self.look.draw(self, canvas, area);
    }
}
