//! The roll call at the door: one line that is always open takes a number, a card or a piece of a name; Enter is present.
//!
//! What is typed is answered from the roll in memory ([`sheet`]) and handed to the thread that writes; nobody waits for
//! the disk, and what several doors write appears by itself. What it looks like is in [`look`].

mod guest;
mod look;
mod sheet;

use super::super::{Cx, Flow, Input, Outcome, Screen, Value, confirm::Confirm};
use crate::{
    command::{self, roll},
    domain::{
        Text,
        command::Command,
        meeting::{GUEST, Meeting, State},
        member::{full_name, show_number},
        noun::Entry,
        roll::{Attendance, Presence, moment},
        user::Session,
    },
    store::{self, Changed, Store, member_find::Find},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::Toast,
        widget::line::Line,
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
    Why(i64, String),
}

/// Whom typed text may mean.
enum Match {
    /// A line of the roll.
    Line(usize),
    /// Somebody of the register who is not on the roll: the member, number and name.
    Stranger(i64, String),
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
            self.name = cx.reader.record_label("meeting", id)?;
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
        if typed.trim().is_empty() || matches!(self.ask, Ask::Why(..)) {
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
        let digits = sheet::number(typed).map(|number| number.to_string());
        // an old number and a telephone are more than digits, and keep their zeros
        let is_azerty = digits.is_some() && !typed.bytes().any(|byte| byte.is_ascii_digit());
        let typed = digits.filter(|_| is_azerty).unwrap_or_else(|| typed.to_owned());
        let mut find = Find::new(&typed, cx.coop.country, STRANGERS);
        let found = cx.reader.find_members(&mut find)?.into_iter().map(|member| {
            self.sheet.place_of(member.id).map_or_else(
                || {
                    let name = full_name(&member.surname, &member.post_name, &member.given_name);
                    let number = member.number.map(show_number).unwrap_or_default();
                    Match::Stranger(member.id, format!("{number} {name}").trim().to_owned())
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
        let id = match (typed.trim(), sheet::number(&typed)) {
            ("", _) => "roll-hint",
            (_, Some(_)) => "err-roll-number",
            _ => "err-roll-name",
        };
        cx.complain(&Text::new(id).with("typed", typed.trim()));
        self.line.select_all();
    }

    fn run_enter(&mut self, cx: &mut Cx) -> Result<Flow> {
        if let Ask::Why(member, _) = self.ask {
            return self.add(member, cx);
        }
        if self.line.is_empty() {
            return match self.ask {
                Ask::Holder(giver) => self.withdraw(giver, cx),
                _ if self.in_grid && self.at < self.sheet.len() => self.take(self.at, cx),
                _ => {
                    cx.toast = Some(Toast::Plain(cx.lang.label("roll-hint").to_owned()));
                    Ok(Flow::Stay)
                }
            };
        }
        match self.found.get(self.picked) {
            Some(Match::Line(at)) => self.take(*at, cx),
            Some(Match::Stranger(member, who)) if matches!(self.ask, Ask::Nothing) => {
                let (member, who) = (*member, who.clone());
                match roll::may_stand(&cx.reader.member(member)?, &self.meeting) {
                    Ok(()) => self.ask_in_line(Ask::Why(member, who), cx)?,
                    Err(why) => {
                        cx.complain(&why);
                        self.line.select_all();
                    }
                }
                Ok(Flow::Stay)
            }
            _ => {
                self.nobody(cx);
                Ok(Flow::Stay)
            }
        }
    }

    /// Enter on a line of the roll.
    fn take(&mut self, at: usize, cx: &mut Cx) -> Result<Flow> {
        match (&self.ask, self.mode) {
            (&Ask::Holder(giver), _) => self.represent(giver, at, cx),
            (_, Mode::Arrives) => self.change(at, &roll::ARRIVE, cx),
            (_, Mode::Missing) => self.change(at, &roll::ABSENT, cx),
        }
    }

    /// Hands a change of one line over to be written, unless what stands there refuses it.
    fn change(&mut self, at: usize, command: &'static Command, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.sheet.line(at) else { return Ok(Flow::Stay) };
        let id = line.id;
        if let Err(why) = tried(line, command)
            && !self.is_pending(id)
        {
            cx.complain(&why);
            self.at = at;
            self.line.select_all();
            self.show(cx);
            return Ok(Flow::Stay);
        }
        self.send(id, command, cx, move |store, session| written(store, session, id, command))
    }

    /// Hands something over to be written; the line is free for the next at once.
    fn send(
        &mut self,
        line: i64,
        command: &Command,
        cx: &mut Cx,
        work: impl FnOnce(&mut Store, &Session) -> store::Result<Text> + Send + 'static,
    ) -> Result<Flow> {
        cx.permit(command)?;
        let typed = std::mem::replace(&mut self.line, Line::new("")).text();
        self.in_grid = typed.is_empty() && self.in_grid;
        self.pending.push_back(Pending { line, typed });
        self.ask = Ask::Nothing;
        if let Some(at) = self.sheet.place(line) {
            self.at = at;
        }
        cx.write(move |store, session, _| Ok(Outcome::Said(work(store, session)?)));
        self.read_on(cx)?;
        self.show(cx);
        Ok(Flow::Stay)
    }

    fn is_pending(&self, line: i64) -> bool {
        self.pending.iter().any(|pending| pending.line == line || pending.line == ALL_LINES)
    }

    /// F6: asks in the line who votes for somebody.
    fn ask_holder(&mut self, cx: &mut Cx) -> Result<Flow> {
        let Some(line) = self.target().and_then(|at| self.sheet.line(at)) else {
            self.nobody(cx);
            return Ok(Flow::Stay);
        };
        let (id, is_inside) = (line.id, line.presence == Presence::Present);
        if is_inside && self.mode == Mode::Missing && !self.is_pending(id) {
            // taken to be here with all others: whoever gives a proxy is not
            let at = self.sheet.place(id).unwrap_or_default();
            let _ = self.change(at, &roll::ABSENT, cx)?;
        } else if is_inside && !self.is_pending(id) {
            cx.complain(&Text::new("err-proxy-present").with("name", line.name.as_str()));
            self.line.select_all();
            return Ok(Flow::Stay);
        }
        self.ask_in_line(Ask::Holder(id), cx)?;
        Ok(Flow::Stay)
    }

    fn ask_in_line(&mut self, ask: Ask, cx: &Cx) -> Result<()> {
        self.ask = ask;
        self.line = Line::new("");
        self.look_up(cx)?;
        self.show(cx);
        Ok(())
    }

    /// Enter on whoever votes for somebody.
    fn represent(&mut self, giver: i64, at: usize, cx: &mut Cx) -> Result<Flow> {
        let (Some(line), Some(holder)) = (self.sheet.place(giver).and_then(|at| self.sheet.line(at)), self.sheet.line(at))
        else {
            return Ok(Flow::Stay);
        };
        if let Err(why) = line.clone().represent(holder)
            && !self.is_pending(giver)
            && !self.is_pending(holder.id)
        {
            cx.complain(&why);
            self.line.select_all();
            return Ok(Flow::Stay);
        }
        let others = self.sheet.givers(holder.id).iter().filter(|at| Some(**at) != self.sheet.place(giver)).count();
        if self.meeting.proxies.is_some_and(|most| others >= most as usize) {
            let words = vec![roll::beyond(holder, others, self.meeting.proxies), Text::new("ask-proxy-limit-lines")];
            self.asked = Some((giver, holder.id));
            return Ok(Flow::push(Confirm::new("ask-proxy-limit", words, Value::Yes)));
        }
        let holder = holder.id;
        self.send_proxy(giver, holder, roll::Limit::Kept, cx)
    }

    fn send_proxy(&mut self, giver: i64, holder: i64, limit: roll::Limit, cx: &mut Cx) -> Result<Flow> {
        self.send(giver, &roll::PROXY, cx, move |store, session| {
            let (giver, holder) = roll::represent(store, session, giver, holder, limit)?;
            Ok(Text::new("roll-said-proxy").with("who", giver.who()).with("holder", holder.who()))
        })
    }

    /// Enter without a name where the line asks who votes for somebody.
    fn withdraw(&mut self, giver: i64, cx: &mut Cx) -> Result<Flow> {
        let at = self.sheet.place(giver).unwrap_or_default();
        if self.sheet.line(at).is_some_and(|line| line.holder.is_some()) {
            return self.change(at, &roll::WITHDRAW, cx);
        }
        self.ask_in_line(Ask::Nothing, cx)?;
        Ok(Flow::Stay)
    }

    /// Enter on the reason why somebody is put on the roll.
    fn add(&mut self, member: i64, cx: &mut Cx) -> Result<Flow> {
        let reason = self.line.text();
        if reason.trim().is_empty() {
            cx.complain(&Text::new("err-roll-reason"));
            return Ok(Flow::Stay);
        }
        let meeting = self.id();
        self.send(NO_LINE, &roll::ADD, cx, move |store, session| {
            let line = roll::add(store, session, meeting, member, &reason)?;
            Ok(Text::new("roll-said-added").with("who", line.who()))
        })
    }

    fn everybody(&mut self, cx: &mut Cx) -> Result<Flow> {
        let meeting = self.id();
        let flow = self.send(ALL_LINES, &roll::ALL, cx, move |store, session| {
            let count = roll::everybody(store, session, meeting)?;
            Ok(Text::new("roll-said-all").with("count", count))
        })?;
        self.mode = Mode::Missing;
        self.show(cx);
        Ok(flow)
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

    /// Several lines at once, as a reader of bar codes sends them: each is typed and entered; what is not read without
    /// doubt waits in the line, one after the other.
    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<Flow> {
        cx.permit(&roll::ARRIVE)?;
        let ends = ['\n', '\r', '\t'];
        // what waits does not come into the line before all is read
        let mut unread = std::mem::take(&mut self.unread);
        let (whole, rest) = text.rsplit_once(ends).unwrap_or(("", text));
        for (at, piece) in whole.split(ends).filter(|piece| !piece.trim().is_empty()).enumerate() {
            if at == 0 {
                self.line.input(&Input::Paste(piece));
            } else {
                self.line = Line::new(piece.trim());
            }
            self.look_up(cx)?;
            match self.found[..] {
                [Match::Line(at)] if self.is_entered(at) => self.line = Line::new(""),
                [Match::Line(at)] => drop(self.take(at, cx)?),
                _ => unread.push_back(std::mem::replace(&mut self.line, Line::new("")).text()),
            }
        }
        self.unread = unread;
        self.line.input(&Input::Paste(rest));
        self.read_on(cx)?;
        self.show(cx);
        Ok(Flow::Stay)
    }

    /// Whether Enter would change nothing on a line, so that a card that was read twice does not stop the others.
    fn is_entered(&self, at: usize) -> bool {
        let wanted = if self.mode == Mode::Arrives { &roll::ARRIVE } else { &roll::ABSENT };
        let line = self.sheet.line(at);
        line.is_some_and(|line| self.is_pending(line.id) || tried(line, wanted).is_err())
    }

    /// Puts the next line that could not be read into the line, when that is free.
    fn read_on(&mut self, cx: &mut Cx) -> Result<()> {
        if self.line.is_empty()
            && matches!(self.ask, Ask::Nothing)
            && let Some(next) = self.unread.pop_front()
        {
            self.line = Line::new(&next);
            self.look_up(cx)?;
            if self.found.is_empty() {
                self.nobody(cx);
            }
            self.line.select_all();
        } else {
            self.look_up(cx)?;
        }
        Ok(())
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
        let (at, count) = match self.line.is_empty() {
            true => (self.at, self.sheet.len()),
            false => (self.picked, self.found.len()),
        };
        let to = match cmd {
            Cmd::Up => at.saturating_sub(1),
            Cmd::PageUp => at.saturating_sub(page),
            Cmd::Down => at + 1,
            Cmd::PageDown => at + page,
            Cmd::Top => 0,
            _ => usize::MAX,
        };
        let to = to.min(count.saturating_sub(1));
        if self.line.is_empty() {
            (self.at, self.in_grid) = (to, true);
            self.show(cx);
        } else {
            self.picked = to;
        }
    }

    /// Puts into words what has changed.
    fn show(&mut self, cx: &Cx) {
        self.at = self.at.min(self.sheet.len().saturating_sub(1));
        let look = std::mem::take(&mut self.look);
        self.look = look.renewed(self, cx);
    }
}

/// What a command would do to a line as it stands on the screen.
fn tried(line: &Attendance, command: &Command) -> Result<(), Text> {
    let mut line = line.clone();
    match command.id {
        id if id == roll::ARRIVE.id => line.arrive(""),
        id if id == roll::LEAVE.id => line.leave(""),
        id if id == roll::EXCUSE.id => line.excuse(),
        id if id == roll::ABSENT.id => line.miss(),
        _ => line.withdraw(),
    }
}

/// Writes a change of one line, and says what stands there now.
fn written(store: &mut Store, session: &Session, line: i64, command: &Command) -> store::Result<Text> {
    let said = |id, line: &Attendance, time: &str| Text::new(id).with("who", line.who()).with("time", moment(time));
    Ok(match command.id {
        id if id == roll::ARRIVE.id => {
            let line = roll::arrive(store, session, line)?;
            said("roll-said-present", &line, &line.arrived_at)
        }
        id if id == roll::LEAVE.id => {
            let (line, lapsed) = roll::leave(store, session, line)?;
            let givers: Vec<String> = lapsed.iter().map(Attendance::label).collect();
            said("roll-said-left", &line, &line.left_at).with("count", givers.len()).with("givers", givers.join(", "))
        }
        id if id == roll::EXCUSE.id => said("roll-said-excused", &roll::excuse(store, session, line)?, ""),
        id if id == roll::ABSENT.id => said("roll-said-absent", &roll::miss(store, session, line)?, ""),
        _ => said("roll-said-withdrawn", &roll::withdraw(store, session, line)?, ""),
    })
}

impl Screen for RollCall {
    fn title(&self) -> String {
        self.look.title.clone()
    }
    fn aside(&self) -> String {
        self.look.aside.clone()
    }
    fn area(&self) -> usize {
        2
    }
    fn scope(&self) -> Scope {
        Scope::Roll
    }
    fn typing(&self) -> bool {
        true
    }
    fn takes_member(&self) -> bool {
        true
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match (cmd, &self.ask, self.mode) {
            (Cmd::Enter, Ask::Holder(_), _) => "roll-key-holder",
            (Cmd::Enter, Ask::Why(..), _) => "roll-key-why",
            (Cmd::Enter, _, Mode::Arrives) => "roll-key-present",
            (Cmd::Enter, _, Mode::Missing) => "roll-key-absent",
            (Cmd::Back, Ask::Nothing, Mode::Arrives) if self.line.is_empty() => "roll-key-back",
            (Cmd::Remove, ..) => "roll-key-again",
            _ => cmd.text_id(),
        }
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
