//! The locked screen: who sits at the keyboard, proved by a PIN.

use super::{Cx, Flow, Input, Outcome, Screen, Value};
use crate::{
    command,
    domain::{
        Text,
        user::{Session, Viewer},
    },
    store::{self, Changed, Reader, user::User},
    tui::{
        canvas::{Canvas, centered},
        keymap::{Cmd, Scope},
        theme::Role,
        widget::line::Line,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// The screen.
pub struct Lock {
    users: Vec<User>,
    at: usize,
    pin: Line,
    title: String,
    checking: bool,
    /// How many wrong PINs in a row.
    wrong: u32,
}

impl Lock {
    /// Locks the screen; the user who was there is proposed.
    pub fn new(cx: &Cx) -> Result<Self> {
        let users = cx.reader.users()?;
        let at = users.iter().position(|u| Some(u.id) == cx.session.viewer.user_id).unwrap_or(0);
        Ok(Self { users, at, pin: Line::new("").masked(), title: String::new(), checking: false, wrong: 0 })
    }

    fn enter(&mut self, cx: &mut Cx) -> Flow {
        let Some(user) = self.users.get(self.at) else { return Flow::Pop };
        let same = cx.session.viewer.user_id == Some(user.id);
        cx.session.viewer = Viewer { user_id: Some(user.id), roles: user.roles.clone() };
        cx.session.name.clone_from(&user.name);
        cx.session.proved = true;
        cx.reader.set_viewer(cx.session.viewer.clone());
        Flow::Unlocked { same }
    }
}

impl Screen for Lock {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Lock
    }
    fn typing(&self) -> bool {
        true
    }

    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let answers = matches!(cmd, Cmd::Open | Cmd::Next | Cmd::Previous | Cmd::Quit | Cmd::Language);
        // nothing else leads past a lock
        (!answers).then(|| Text::new("lock-title"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        self.title = cx.lang.label("lock-title").to_owned();
        if changed.has_table("user") {
            let chosen = self.users.get(self.at).map(|u| u.id);
            self.users = cx.reader.users()?;
            self.at = self.users.iter().position(|u| Some(u.id) == chosen).unwrap_or(0);
        }
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::Next | Cmd::Previous => {
                let count = self.users.len().max(1);
                self.at = (self.at + if cmd == Cmd::Next { 1 } else { count - 1 }) % count;
                self.pin = Line::new("").masked();
            }
            Cmd::Open if !self.checking => {
                let Some(user) = self.users.get(self.at) else { return Ok(Flow::Stay) };
                if !user.has_pin {
                    let bound = !user.system_user.is_empty() && user.system_user != cx.session.system_user;
                    if bound {
                        // without a PIN only the operating system's own login proves who it is
                        let text = Text::new("err-user-bound").with("name", user.name.clone());
                        cx.complain(&text.with("system", user.system_user.clone()));
                        return Ok(Flow::Stay);
                    }
                    return Ok(self.enter(cx));
                }
                let (path, pin) = (cx.reader.path().to_owned(), self.pin.text());
                let viewer = Viewer { user_id: Some(user.id), roles: user.roles.clone() };
                self.checking = true;
                // hashing takes its time on purpose
                cx.job(move |_| {
                    let mut session = Session { viewer: viewer.clone(), ..Session::default() };
                    command::user::prove(&Reader::open(&path, viewer)?, &mut session, &pin)?;
                    Ok(Outcome::Value(Value::Yes))
                });
            }
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        self.checking = false;
        self.pin = Line::new("").masked();
        match result {
            Ok(_) => Ok(self.enter(cx)),
            Err(error) => {
                self.wrong += 1;
                cx.complain(&error.text());
                Ok(Flow::Stay)
            }
        }
    }

    fn input(&mut self, input: &Input<'_>, _: &mut Cx) -> Result<Flow> {
        self.pin.input(input);
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let height = (self.users.len() as u16 + 5).min(area.height);
        let inner = canvas.dialog(centered(area, 50.min(area.width), height), &self.title);
        let rows = usize::from(inner.height.saturating_sub(2));
        let top = (self.at + 1).saturating_sub(rows);
        for (at, user) in self.users.iter().enumerate().skip(top).take(rows) {
            let y = inner.y + (at - top) as u16;
            canvas.text(inner.x + 1, y, inner.width - 2, &user.name, canvas.style(Role::Text));
            if at == self.at {
                canvas.paint_row(inner, y, canvas.style(Role::Selected));
            }
        }
        let y = inner.bottom().saturating_sub(1);
        let id = if self.users.get(self.at).is_some_and(|u| u.has_pin) { "lock-pin" } else { "lock-no-pin" };
        let used = canvas.put(inner.x, y, inner.width, id, Role::Muted) + 1;
        self.pin.draw(canvas, Rect { x: inner.x + used, y, width: inner.width.saturating_sub(used), height: 1 });
    }
}

/// What a lock says when nobody may come in without the book knowing them.
pub fn stranger(cx: &Cx) -> Text {
    Text::new("say-stranger").with("name", cx.session.system_user.clone())
}
