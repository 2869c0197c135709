//! From a file to a running program: the first start, who sits at the keyboard, and what they see first.

use super::{
    app::App,
    charset::Charset,
    keymap::Keymap,
    preference::Preference,
    run::{self, View, listen},
    screen::{
        Cx,
        first::{Answers, FirstDraft},
        home::Home,
        lock::{self, Lock},
    },
    theme::Theme,
    widget::form::FormScreen,
    writer::{Crew, Opener},
};
use crate::{
    clock::Clock,
    command::{self, book::Founder},
    config::Config,
    domain::{
        book::{Coop, Country, LegalForm},
        user::{Session, Viewer},
    },
    store::{self, Reader, Store},
    text::{self, Lang},
    unix::{self, printer::Spooler},
};
use anyhow::Result;
use ratatui::layout::Size;
use std::{path::PathBuf, sync::mpsc::channel, time::Instant};

/// What was chosen on the command line.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The book.
    pub path: PathBuf,
    /// A language.
    pub lang: Option<String>,
    /// A user of the book.
    pub user: Option<String>,
    /// The clock.
    pub clock: Clock,
    /// The configuration file.
    pub config: Config,
}

/// Opens the book on the terminal, asking the few things a new one needs; gives the exit code.
pub fn open(opening: &Opening) -> Result<u8> {
    let keymap = keymap(&opening.config)?;
    // the schema is parsed once: one reader serves from the first question to the last screen
    let mut reader = read(opening)?;
    let (sender, messages) = channel();
    let mut view = View::enter(Charset::from_env())?;
    listen(&sender)?;
    if reader.is_none() {
        let answers = Answers::default();
        let crew = Crew::new(sender.clone(), Box::new(|| Err(store::Error::NotFound)));
        let mut app = first_app(opening, crew, &answers, run::size())?;
        let code = run::run(&mut app, &mut view, &messages)?;
        // broken off, or told to end while the book was being made
        reader = if code == 0 { read(opening)? } else { None };
        if reader.is_none() {
            return Ok(code);
        }
    }
    let mut reader = reader.expect("there is a book by now");
    let (session, locked) = match command::user::sign_in(&reader, &unix::system_user(), opening.user.as_deref(), None) {
        Err(store::Error::Denied(_)) => (stranger(), true),
        session => (session?, false),
    };
    reader.set_viewer(session.viewer.clone());
    let crew = Crew::new(sender, opener(opening.path.clone(), session.clone(), opening.clock));
    let lang = opening.lang.clone().unwrap_or_default();
    let mut app = app(reader, session, &lang, opening.clock, crew, run::size())?;
    app.cx.keymap = keymap;
    if locked {
        let lock = Lock::new(&app.cx)?;
        app.push(Box::new(lock))?;
    }
    run::run(&mut app, &mut view, &messages)
}

/// Opens the book for reading, one of an older program after bringing it up to date; `None` when there is none yet, or
/// only what a first start has left that was cut off.
fn read(opening: &Opening) -> Result<Option<Reader>> {
    match Reader::open(&opening.path, Viewer::default()) {
        Err(store::Error::Missing(path)) if !path.is_dir() => Ok(None),
        Err(store::Error::Outdated { .. }) => {
            drop(Store::open(&opening.path, Viewer::default(), opening.clock)?);
            Ok(Some(Reader::open(&opening.path, Viewer::default())?))
        }
        reader => Ok(Some(reader?)),
    }
}

/// Somebody the book does not know.
fn stranger() -> Session {
    Session { system_user: unix::system_user(), id: unix::session_id(), ..Session::default() }
}

fn opener(path: PathBuf, session: Session, clock: Clock) -> Opener {
    Box::new(move || Store::open(&path, session.viewer.clone(), clock))
}

fn keymap(config: &Config) -> Result<Keymap> {
    let rows = config.keys.iter().map(|(name, keys)| (name.as_str(), keys.as_str()));
    Keymap::with(rows).map_err(|bad| anyhow::anyhow!("config.toml: {bad}"))
}

/// The program over a book, before it has a terminal. `lang` is a language, or empty for the user's own.
pub fn app(reader: Reader, session: Session, lang: &str, clock: Clock, crew: Crew, size: Size) -> Result<App> {
    let coop = reader.coop()?;
    let preference = Preference::read(&reader)?;
    let chosen = if lang.is_empty() { preference.language.as_str() } else { lang };
    let code = text::choose(Some(chosen), |name| std::env::var(name).ok());
    let stranger = session.viewer.user_id.is_none();
    let cx = context(reader, session, coop, preference, &code, clock, crew, size);
    let mut app = App::new(cx, Box::new(Home::default()))?;
    if stranger {
        let text = lock::stranger(&app.cx);
        app.cx.complain(&text);
    }
    Ok(app)
}

#[expect(clippy::too_many_arguments, reason = "the parts of the context, each from another place, put together once")]
fn context(
    reader: Reader,
    session: Session,
    coop: Coop,
    preference: Preference,
    lang: &str,
    clock: Clock,
    crew: Crew,
    size: Size,
) -> Cx {
    let env = |name: &str| std::env::var(name).ok();
    let lang_folder = Config::folder().join("i18n");
    let theme = if preference.mono { Theme::new(true) } else { Theme::from_env(env) };
    Cx {
        reader,
        session,
        coop,
        preference,
        lang: Lang::with_folder(lang, &lang_folder),
        lang_folder,
        theme,
        charset: Charset::from_env(),
        keymap: Keymap::standard(),
        spooler: Spooler::default(),
        clock,
        toast: None,
        size,
        crew,
        layer: 0,
        now: Instant::now(),
    }
}

/// The program that asks what a new book needs, before it has a terminal.
pub fn first_app(opening: &Opening, mut crew: Crew, answers: &Answers, size: Size) -> Result<App> {
    let system_user = unix::system_user();
    let (path, clock, slot, system) = (opening.path.clone(), opening.clock, answers.clone(), system_user.clone());
    crew.set_opener(Box::new(move || {
        let given = slot.lock().ok().and_then(|slot| slot.clone());
        let (coop, user, pin) = given.ok_or(store::Error::NotFound)?;
        let pin = Some(pin.as_str()).filter(|pin| !pin.is_empty());
        let founder = Founder { name: &user, pin, system_user: &system, session: &unix::session_id() };
        std::fs::create_dir_all(unix::folder(&path))?;
        Ok(command::book::create(&path, clock, &coop, &founder)?.0)
    }));
    let coop = Coop {
        name: "Ushirika".to_owned(),
        country: Country::Cd,
        legal_form: LegalForm::Scoops,
        currency: Country::Cd.currency().to_owned(),
        also: Vec::new(),
        seat: String::new(),
    };
    let session = Session { system_user: system_user.clone(), ..Session::default() };
    let lang = text::choose(opening.lang.as_deref(), |name| std::env::var(name).ok());
    let cx = context(Reader::blank()?, session, coop, Preference::default(), &lang, opening.clock, crew, size);
    let form = FormScreen::new(FirstDraft::new(&system_user, answers.clone()), &cx);
    App::new(cx, Box::new(form))
}
