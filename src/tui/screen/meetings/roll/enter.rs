//! What the keys of the roll call enter: each is tried on what stands on the screen, and handed to the thread that writes.

use super::{ALL_LINES, Ask, Match, Mode, NO_LINE, Pending, RollCall};
use crate::{
    command::roll,
    domain::{
        Text,
        command::Command,
        roll::{Attendance, Presence, moment},
        user::Session,
    },
    store::{self, Store},
    tui::{
        screen::{Cx, Flow, Outcome, Toast, Value, confirm::Confirm},
        widget::line::Line,
    },
};
use anyhow::Result;

impl RollCall {
    pub(super) fn run_enter(&mut self, cx: &mut Cx) -> Result<Flow> {
        if let Ask::Why { member, .. } = self.ask {
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
            Some(Match::Stranger { member, label, who }) if matches!(self.ask, Ask::Nothing) => {
                let (member, label, who) = (*member, label.clone(), who.clone());
                match roll::may_stand(&cx.reader.member(member)?, &self.meeting) {
                    Ok(()) => self.ask_in_line(Ask::Why { member, label, who }, cx)?,
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
    pub(super) fn take(&mut self, at: usize, cx: &mut Cx) -> Result<Flow> {
        match (&self.ask, self.mode) {
            (&Ask::Holder(giver), _) => self.represent(giver, at, cx),
            (_, Mode::Arrives) => self.change(at, &roll::ARRIVE, cx),
            (_, Mode::Missing) => self.change(at, &roll::ABSENT, cx),
        }
    }

    /// Hands a change of one line over to be written, unless what stands there refuses it.
    pub(super) fn change(&mut self, at: usize, command: &'static Command, cx: &mut Cx) -> Result<Flow> {
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
    pub(super) fn send(
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

    pub(super) fn is_pending(&self, line: i64) -> bool {
        self.pending.iter().any(|pending| pending.line == line || pending.line == ALL_LINES)
    }

    /// F6: asks in the line who votes for somebody.
    pub(super) fn ask_holder(&mut self, cx: &mut Cx) -> Result<Flow> {
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
        let (Some(line), Some(holder)) =
            (self.sheet.place(giver).and_then(|at| self.sheet.line(at)), self.sheet.line(at))
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

    pub(super) fn send_proxy(&mut self, giver: i64, holder: i64, limit: roll::Limit, cx: &mut Cx) -> Result<Flow> {
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

    pub(super) fn everybody(&mut self, cx: &mut Cx) -> Result<Flow> {
        let meeting = self.id();
        let flow = self.send(ALL_LINES, &roll::ALL, cx, move |store, session| {
            let count = roll::everybody(store, session, meeting)?;
            Ok(Text::new("roll-said-all").with("count", count))
        })?;
        self.mode = Mode::Missing;
        self.show(cx);
        Ok(flow)
    }
}

/// What a command would do to a line as it stands on the screen.
pub(super) fn tried(line: &Attendance, command: &Command) -> Result<(), Text> {
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
