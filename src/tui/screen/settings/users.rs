//! Who may do what in this book.

use super::user::UserDraft;
use crate::{
    command,
    domain::{Text, user::Role},
    store::{Changed, user::User},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value, confirm::Confirm, history::History},
        theme,
        widget::form::FormScreen,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// The screen.
#[derive(Default)]
pub struct Users {
    users: Vec<User>,
    roles: Vec<String>,
    at: usize,
    title: String,
}

impl Users {
    /// All users, the cursor on the first.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Screen for Users {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::List
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        use Cmd::{Admit, Bulk, Columns, Export, Filter, Filters, Import, Mark, MarkAll, MarkRange, Print, Sort};
        let absent = [Filter, Filters, Sort, Import, Export, Print, Mark, MarkAll, MarkRange, Columns, Bulk, Admit];
        absent.contains(&cmd).then(|| Text::new("say-not-here"))
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.title = format!("{} › {}", cx.lang.label("cmd-settings"), cx.lang.label("setting-users"));
        self.users = cx.reader.users()?;
        let names = |u: &User| u.roles.iter().map(|r| cx.lang.label(r.text_id())).collect::<Vec<_>>().join(", ");
        self.roles = self.users.iter().map(names).collect();
        self.at = self.at.min(self.users.len().saturating_sub(1));
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let last = self.users.len().saturating_sub(1);
        match cmd {
            Cmd::New => cx.permit(&command::user::ADD)?,
            Cmd::Open | Cmd::Edit => cx.permit(&command::user::ROLE)?,
            Cmd::Archive => cx.permit(&command::user::REMOVE)?,
            _ => {}
        }
        match (cmd, self.users.get(self.at)) {
            (Cmd::Up, _) => self.at = self.at.saturating_sub(1),
            (Cmd::Down, _) => self.at = (self.at + 1).min(last),
            (Cmd::Top, _) => self.at = 0,
            (Cmd::Bottom, _) => self.at = last,
            (Cmd::New, _) => {
                let user = User { roles: vec![Role::Clerk], ..User::default() };
                return Ok(Flow::push(FormScreen::new(UserDraft::new(user, &cx.reader)?, cx)));
            }
            (Cmd::Open | Cmd::Edit, Some(user)) => {
                return Ok(Flow::push(FormScreen::new(UserDraft::new(user.clone(), &cx.reader)?, cx)));
            }
            (Cmd::Archive, Some(user)) => {
                let lines = vec![Text::new("ask-user-remove-lines").with("name", user.name.clone())];
                return Ok(Flow::push(Confirm::new("ask-user-remove", lines, Value::Yes)));
            }
            (Cmd::History, Some(user)) => return Ok(Flow::push(History::of_record("user", user.id))),
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        if let (Value::Yes, Some(user)) = (&value, self.users.get(self.at)) {
            let user = user.clone();
            cx.write(move |store, session, _| {
                command::user::remove(store, session, &user)?;
                Ok(Outcome::Said(Text::new("say-user-removed").with("name", user.name)))
            });
        }
        self.refresh(cx, &Changed::everything())?;
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let style = canvas.style(theme::Role::Text);
        for (at, user) in self.users.iter().enumerate().take(usize::from(area.height)) {
            let y = area.y + at as u16;
            canvas.text(area.x + 2, y, 24, &user.name, style);
            canvas.text(area.x + 28, y, 34, &self.roles[at], style);
            canvas.text(area.x + 63, y, area.width.saturating_sub(64), &user.system_user, style);
            if at == self.at {
                canvas.paint_row(area, y, canvas.style(theme::Role::Selected));
            }
        }
    }
}
