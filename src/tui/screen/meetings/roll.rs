//! The roll call at the door: one line that is always open takes a number, a card or a piece of a name; Enter is present.
//!
//! What is typed is answered from the roll in memory (`sheet`) and handed to the thread that writes; nobody waits for
//! the disk, and what several doors write appears by itself. What keys enter is in `enter`, what it looks like in `look`.

mod enter;
mod guest;
mod look;
mod paste;
mod sheet;

use crate::{
    command::{self, roll},
    domain::{
        Text,
        meeting::{GUEST, Meeting, State},
        member::{full_name, show_number},
        noun::Entry,
        roll::{Attendance, Presence},
    },
    store::{self, Changed, member_find::Find},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, On, Outcome, Screen, Value},
        widget::line::{Line, number},
    },
};
use anyhow::Result;
use look::Look;
use ratatui::layout::Rect;
use sheet::Sheet;
use std::collections::VecDeque;

/// How many of the register are offered when nobody on the roll is found.
const STRANGERS: usize = 4;

/// What is written is about every line.
const ALL_LINES: i64 = 0;
/// What is written is about no line that is there.
const NO_LINE: i64 = -1;

/// What Enter enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Somebody comes.
    Arrives,
    /// Everybody is here: who is not.
    Missing,
}

/// What the line asks in between.
enum Ask {
    /// Nothing.
    Nothing,
    /// Who votes for the one on this line.
    Holder(i64),
    /// Why a member is put on the roll late.
    Why { member: i64, label: String, who: String },
}

/// Whom typed text may mean.
enum Match {
    /// A line of the roll.
    Line(usize),
    /// Somebody of the register who is not on the roll; the label is the number, or the name before there is one.
    Stranger { member: i64, label: String, who: String },
}

/// Something on its way to the disk.
struct Pending {
    /// The line, or one of the two numbers that are none.
    line: i64,
    /// What was typed, to give back when it is refused.
    typed: String,
}

/// The screen.
pub struct RollCall {
    meeting: Meeting,
    name: String,
    sheet: Sheet,
    is_read: bool,
    guests: Vec<Entry>,
    line: Line,
    mode: Mode,
    ask: Ask,
    found: Vec<Match>,
    /// How many were found, shown or not.
    found_all: usize,
    picked: usize,
    /// The row of the grid.
    at: usize,
    /// Whether somebody has moved there, so that Enter means that row.
    in_grid: bool,
    pending: VecDeque<Pending>,
    /// Lines of a paste that nobody could be found for.
    unread: VecDeque<String>,
    /// A proxy beyond the limit that is being asked about: who gives it, who takes it.
    asked: Option<(i64, i64)>,
    look: Look,
}

/// The roll call of a meeting.
///
/// # Errors
/// When there is no such meeting, or the book cannot be read.
pub fn screen(meeting: i64, cx: &Cx) -> Result<RollCall> {
    Ok(RollCall {
        meeting: cx.reader.meeting(meeting)?,
        name: String::new(),
        sheet: Sheet::default(),
        is_read: false,
        guests: Vec::new(),
        line: Line::new(""),
        mode: Mode::Arrives,
        ask: Ask::Nothing,
        found: Vec::new(),
        found_all: 0,
        picked: 0,
        at: 0,
        in_grid: false,
        pending: VecDeque::new(),
        unread: VecDeque::new(),
        asked: None,
        look: Look::default(),
    })
}

impl RollCall {
    const fn id(&self) -> i64 {
        self.meeting.id()
    }

    /// Reads what has changed, and no more.
    fn read(&mut self, cx: &Cx, changed: &Changed) -> store::Result<()> {
        let (id, all) = (self.id(), changed.all || !self.is_read);
        if !all && !changed.has_record("meeting", id) {
            return Ok(());
        }
        if all || changed.has_table("meeting") {
            self.meeting = cx.reader.meeting(id)?;
            self.name = super::heading(&self.meeting.entry, &cx.lang);
        }
        if all || changed.has_table("guest") {
            self.guests = cx.reader.entries(&GUEST, ("meeting", id))?;
        }
        if all {
            self.sheet = Sheet::read(&cx.reader, id)?;
            self.is_read = true;
        } else if changed.has_table("attendance") {
            self.sheet.update(&cx.reader, id)?;
        }
        Ok(())
    }

    /// Looks for whom the text in the line may mean.
    fn look_up(&mut self, cx: &Cx) -> store::Result<()> {
        let typed = self.line.text();
        (self.picked, self.found_all) = (0, 0);
        self.found.clear();
        if typed.trim().is_empty() || matches!(self.ask, Ask::Why { .. }) {
            return Ok(());
        }
        let is_wanted_inside = self.mode == Mode::Missing || matches!(self.ask, Ask::Holder(_));
        let found = self.sheet.find(&typed, |line| (line.presence == Presence::Present) == is_wanted_inside);
        self.found = found.places.into_iter().map(Match::Line).collect();
        self.found_all = found.all;
        if self.found.is_empty() {
            self.found = self.elsewhere(&typed, cx)?;
            self.found_all = self.found.len();
        }
        Ok(())
    }

    /// Those whom the register knows by what was typed: an old number, a telephone, or not on the roll at all.
    fn elsewhere(&self, typed: &str, cx: &Cx) -> store::Result<Vec<Match>> {
        let digits = number(typed).map(|number| number.to_string());
        // an old number and a telephone are more than digits, and keep their zeros
        let is_azerty = digits.is_some() && !typed.bytes().any(|byte| byte.is_ascii_digit());
        let typed = digits.filter(|_| is_azerty).unwrap_or_else(|| typed.to_owned());
        let mut find = Find::new(&typed, cx.coop.country, STRANGERS);
        let found = cx.reader.find_members(&mut find)?.into_iter().map(|member| {
            self.sheet.place_of(member.id).map_or_else(
                || {
                    let name = full_name(&member.surname, &member.post_name, &member.given_name);
                    let number = member.number.map(show_number);
                    let who = number.iter().chain([&name]).cloned().collect::<Vec<_>>().join(" ");
                    Match::Stranger { member: member.id, label: number.unwrap_or(name), who }
                },
                Match::Line,
            )
        });
        Ok(found.collect())
    }

    /// The line that a key means: the one that was found, else the row of the grid.
    fn target(&self) -> Option<usize> {
        if self.line.is_empty() {
            return self.sheet.line(self.at).map(|_| self.at);
        }
        match self.found.get(self.picked) {
            Some(Match::Line(at)) => Some(*at),
            _ => None,
        }
    }

    /// Says that nobody was found; what was typed stays, to be typed over.
    fn nobody(&mut self, cx: &mut Cx) {
        let typed = self.line.text();
        let id = match (typed.trim(), number(&typed)) {
            ("", _) => "roll-hint",
            (_, Some(_)) => "err-roll-number",
            _ => "err-roll-name",
        };
        cx.complain(&Text::new(id).with("typed", typed.trim()));
        self.line.select_all();
    }

    /// F5: the guests, or the form of the first.
    fn ask_guests(&self, cx: &Cx) -> Result<Flow> {
        cx.permit(&command::entry::SAVE)?;
        Ok(if self.guests.is_empty() { self.guest(0, cx) } else { Flow::push(guest::picker(&self.guests, cx)) })
    }

    /// The form of a guest; 0 is a new one.
    fn guest(&self, at: usize, cx: &Cx) -> Flow {
        let known = at.checked_sub(1).and_then(|at| self.guests.get(at)).cloned();
        let entry = known.unwrap_or_else(|| Entry::begun(&GUEST, ("meeting", self.id()), cx.clock.today()));
        Flow::push(guest::form(entry, self.name.clone(), cx))
    }

    /// Esc goes back one step: the text, the question, the exceptions; then the meeting.
    fn go_back(&mut self, cx: &mut Cx) -> Result<Flow> {
        if !self.line.is_empty() {
            self.line = Line::new("");
            self.read_on(cx)?;
        } else if !matches!(self.ask, Ask::Nothing) {
            self.ask = Ask::Nothing;
        } else if self.mode == Mode::Missing {
            self.mode = Mode::Arrives;
        } else {
            return Ok(Flow::Ignored);
        }
        self.show(cx);
        Ok(Flow::Stay)
    }

    /// Moves among those who were found, or in the grid when nothing is typed.
    fn go(&mut self, cmd: Cmd, cx: &Cx) {
        let page = self.look.height().max(1);
        let is_typed = !self.line.is_empty();
        let (at, count) = if is_typed { (self.picked, self.found.len()) } else { (self.at, self.sheet.len()) };
        let to = match cmd {
            Cmd::Up => at.saturating_sub(1),
            Cmd::PageUp => at.saturating_sub(page),
            Cmd::Down => at + 1,
            Cmd::PageDown => at + page,
            Cmd::Top => 0,
            _ => usize::MAX,
        };
        let to = to.min(count.saturating_sub(1));
        if is_typed {
            self.picked = to;
        } else {
            (self.at, self.in_grid) = (to, true);
            self.show(cx);
        }
    }

    /// Puts into words what has changed.
    fn show(&mut self, cx: &Cx) {
        self.at = self.at.min(self.sheet.len().saturating_sub(1));
        let look = std::mem::take(&mut self.look);
        self.look = look.renewed(self, cx);
    }
}

impl Screen for RollCall {
    fn title(&self) -> String {
        self.look.title.clone()
    }
    fn aside(&self) -> String {
        self.look.aside.clone()
    }
    fn area(&self) -> usize {
        super::AREA
    }
    fn scope(&self) -> Scope {
        Scope::Roll
    }
    fn typing(&self) -> bool {
        true
    }
    fn on(&self) -> On {
        let line = self.target().and_then(|at| self.sheet.line(at)).filter(|_| !self.line.is_empty() || self.in_grid);
        On { member: line.map(|line| line.member), meeting: Some(self.id()) }
    }
    fn takes_member(&self) -> bool {
        true
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match (cmd, &self.ask, self.mode) {
            (Cmd::Enter, Ask::Holder(_), _) => "roll-key-holder",
            (Cmd::Enter, Ask::Why { .. }, _) => "roll-key-why",
            (Cmd::Enter, _, Mode::Arrives) => "roll-key-present",
            (Cmd::Enter, _, Mode::Missing) => "roll-key-absent",
            (Cmd::Back, Ask::Nothing, Mode::Arrives) if self.line.is_empty() => "roll-key-back",
            (Cmd::AllPresent, ..) => "roll-key-all",
            (Cmd::Remove, ..) => "roll-key-again",
            _ => cmd.text_id(),
        }
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let begins_anew = matches!(cmd, Cmd::Proxy | Cmd::Excused | Cmd::Left | Cmd::AllPresent | Cmd::Guest);
        (begins_anew && !matches!(self.ask, Ask::Nothing)).then(|| Text::new("say-answer-first"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        self.read(cx, changed)?;
        let picked = self.picked;
        self.look_up(cx)?;
        self.picked = picked.min(self.found.len().saturating_sub(1));
        self.show(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::Enter => return self.run_enter(cx),
            Cmd::Proxy => return self.ask_holder(cx),
            Cmd::AllPresent => return self.everybody(cx),
            Cmd::Guest => return self.ask_guests(cx),
            Cmd::Back => return self.go_back(cx),
            Cmd::Excused | Cmd::Left => {
                let command = if cmd == Cmd::Left { &roll::LEAVE } else { &roll::EXCUSE };
                match self.target() {
                    Some(at) => return self.change(at, command, cx),
                    None => self.nobody(cx),
                }
            }
            // in a text that is typed these keys move and delete as everywhere
            Cmd::Remove | Cmd::Top | Cmd::Bottom if !self.line.is_empty() => {
                let code = match cmd {
                    Cmd::Remove => crossterm::event::KeyCode::Delete,
                    Cmd::Top => crossterm::event::KeyCode::Home,
                    _ => crossterm::event::KeyCode::End,
                };
                return self.input(&Input::Key(code.into()), cx);
            }
            Cmd::Remove if self.at < self.sheet.len() => return self.change(self.at, &roll::ABSENT, cx),
            Cmd::Up | Cmd::Down | Cmd::PageUp | Cmd::PageDown | Cmd::Top | Cmd::Bottom => self.go(cmd, cx),
            Cmd::Undo | Cmd::Redo if !self.pending.is_empty() => cx.complain(&Text::new("say-saving-first")),
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        match input {
            Input::Paste(text) if text.contains(['\n', '\r', '\t']) && matches!(self.ask, Ask::Nothing) => {
                return self.paste(text, cx);
            }
            _ if self.line.input(input) => self.look_up(cx)?,
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match value {
            Value::Yes => {
                if let Some((giver, holder)) = self.asked.take() {
                    return self.send_proxy(giver, holder, roll::Limit::Passed, cx);
                }
            }
            Value::Row(at) | Value::Change(at) => return Ok(self.guest(at, cx)),
            Value::Remove(at) => {
                if let Some(guest) = at.checked_sub(1).and_then(|at| self.guests.get(at)).cloned() {
                    return self.send(NO_LINE, &command::entry::REMOVE, cx, move |store, session| {
                        command::entry::remove(store, session, &guest)?;
                        Ok(Text::new("roll-said-guest-gone").with("name", guest.get("name")))
                    });
                }
            }
            Value::Member(id) => {
                let line = self.sheet.place_of(id).and_then(|at| self.sheet.line(at)).map(Attendance::label);
                let typed = match line {
                    Some(label) => label,
                    None => cx.reader.member(id)?.full_name(),
                };
                self.line.replace(&typed);
                self.look_up(cx)?;
            }
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        let pending = self.pending.pop_front();
        let refused = pending.filter(|_| result.is_err());
        if let Some(Pending { typed, .. }) = refused.filter(|pending| !pending.typed.is_empty()) {
            // nothing typed is lost: it comes back as soon as the line is free
            self.unread.push_front(typed);
            if self.line.is_empty() && matches!(self.ask, Ask::Nothing) {
                self.line = Line::new(&self.unread.pop_front().unwrap_or_default());
                self.look_up(cx)?;
                self.line.select_all();
            }
        }
        self.show(cx);
        if let Outcome::Said(text) = result? {
            cx.say(&text);
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        self.look.draw(self, canvas, area);
    }
}

/// Whether the roll is one that can be called.
const fn is_open(state: State) -> bool {
    matches!(state, State::Open | State::Closed)
}
