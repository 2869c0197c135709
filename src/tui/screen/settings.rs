//! Settings: the cooperative, its rules, users, this user's language, keyboard and colours, backup and check.

pub mod bylaw;
pub mod bylaws;
pub mod coop;
pub mod pin;
pub mod user;
pub mod users;

use super::{Cx, Flow, Outcome, Screen, Value, history::History};
use crate::{
    clock, command,
    domain::Text,
    store::{Changed, Store},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        theme::{Role, Theme},
        widget::form::FormScreen,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

#[derive(Clone, Copy)]
enum Setting {
    Coop,
    Bylaws,
    Users,
    Pin,
    Language,
    Keyboard,
    Colours,
    Backup,
    Check,
    History,
}

const ALL: &[(Setting, &str)] = &[
    (Setting::Coop, "setting-coop"),
    (Setting::Bylaws, "setting-bylaws"),
    (Setting::Users, "setting-users"),
    (Setting::Pin, "setting-pin"),
    (Setting::Language, "setting-language"),
    (Setting::Keyboard, "setting-keyboard"),
    (Setting::Colours, "setting-colours"),
    (Setting::Backup, "setting-backup"),
    (Setting::Check, "setting-check"),
    (Setting::History, "setting-history"),
];

/// The screen.
#[derive(Default)]
pub struct Settings {
    at: usize,
    title: String,
    lines: Vec<(String, String)>,
}

impl Settings {
    /// All settings, the cursor on the first.
    pub fn new() -> Self {
        Self::default()
    }

    fn value(setting: Setting, cx: &Cx) -> Result<String> {
        let label = |id| cx.lang.label(id).to_owned();
        Ok(match setting {
            Setting::Coop => cx.coop.name.clone(),
            Setting::Bylaws => {
                let text = Text::new("setting-bylaws-own").with("count", cx.reader.own_rules()?.len());
                cx.lang.text(&text)
            }
            Setting::Users => cx.reader.users()?.iter().map(|u| u.name.as_str()).collect::<Vec<_>>().join(", "),
            Setting::Language => label("language-name"),
            Setting::Keyboard => if cx.preference.azerty { "AZERTY" } else { "QWERTY" }.to_owned(),
            Setting::Colours => label(if cx.preference.mono { "colours-none" } else { "colours-sixteen" }),
            Setting::Backup => match cx.reader.last_backup()? {
                Some(at) => clock::show(&at),
                None => label("setting-never"),
            },
            Setting::Check => cx.reader.head()?,
            Setting::Pin => String::new(),
            Setting::History => {
                let last = cx.reader.acts(None, 1)?;
                last.first().map(|act| cx.lang.describe_act(&act.command, &act.args)).unwrap_or_default()
            }
        })
    }
}

impl Screen for Settings {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Settings
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.title = cx.lang.label("cmd-settings").to_owned();
        self.lines.clear();
        for (setting, id) in ALL {
            self.lines.push((cx.lang.label(id).to_owned(), Self::value(*setting, cx)?));
        }
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::Up => self.at = self.at.saturating_sub(1),
            Cmd::Down => self.at = (self.at + 1).min(ALL.len() - 1),
            Cmd::Open => match ALL[self.at].0 {
                Setting::Coop => {
                    cx.permit(&command::coop::EDIT)?;
                    return Ok(Flow::push(FormScreen::new(coop::CoopDraft::new(cx)?, cx)));
                }
                Setting::Bylaws => return Ok(Flow::push(bylaws::Bylaws::new())),
                Setting::Users => return Ok(Flow::push(users::Users::new())),
                Setting::Pin => return Ok(Flow::push(FormScreen::new(pin::PinDraft::mine(cx)?, cx))),
                Setting::Language => return Ok(Flow::Again(Cmd::Language)),
                Setting::Keyboard => {
                    cx.preference.azerty = !cx.preference.azerty;
                    keep_preference(cx);
                    self.refresh(cx, &Changed::everything())?;
                }
                Setting::Colours => {
                    cx.preference.mono = !cx.preference.mono;
                    cx.theme = Theme::new(cx.preference.mono);
                    keep_preference(cx);
                    self.refresh(cx, &Changed::everything())?;
                }
                Setting::Backup => back_up(cx),
                Setting::Check => check(cx),
                Setting::History => return Ok(Flow::push(History::of_book())),
            },
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, _: Value, cx: &mut Cx) -> Result<Flow> {
        cx.coop = cx.reader.coop()?;
        self.refresh(cx, &Changed::everything())?;
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        for (at, (label, value)) in self.lines.iter().enumerate().take(usize::from(area.height)) {
            let y = area.y + at as u16;
            canvas.text(area.x + 2, y, 34, label, canvas.style(Role::Text));
            canvas.text(area.x + 38, y, area.width.saturating_sub(40), value, canvas.style(Role::Muted));
            if at == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}

/// Writes this user's own settings.
pub fn keep_preference(cx: &mut Cx) {
    if cx.session.viewer.user_id.is_none() {
        return;
    }
    let preference = cx.preference.clone();
    cx.write(move |store, session, _| {
        preference.keep(store, session)?;
        Ok(Outcome::Quiet)
    });
}

/// Copies the book beside itself, in the background.
pub fn back_up(cx: &mut Cx) {
    let (path, viewer, clock) = (cx.reader.path().to_owned(), cx.reader.viewer().clone(), cx.clock);
    cx.job(move |progress| {
        let folder = path.parent().map_or_else(|| std::path::PathBuf::from("."), std::path::Path::to_owned);
        let mut store = Store::open(&path, viewer, clock)?;
        let mut step = |done: u64, all: u64| progress.step(done as usize, all as usize).is_ok();
        let copy = command::book::backup(&mut store, &folder, &mut step)?;
        Ok(Outcome::Said(Text::new("say-backup").with("file", copy.display().to_string())))
    });
}

/// Verifies the whole book, in the background.
fn check(cx: &mut Cx) {
    let (path, viewer) = (cx.reader.path().to_owned(), cx.reader.viewer().clone());
    cx.job(move |_| {
        let report = crate::store::Reader::open(&path, viewer)?.check()?;
        let text = if report.ok {
            Text::new("say-check-good").with("acts", report.acts).with("head", report.head)
        } else {
            Text::new("say-check-bad")
        };
        Ok(Outcome::Said(text))
    });
}
