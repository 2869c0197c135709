//! What a command needs before it begins: the language, where the book is, who acts.

use super::{
    failure::{Failure, Result},
    terminal,
};
use crate::{
    clock::Clock,
    command,
    config::Config,
    domain::{
        Text,
        command::Command,
        day,
        user::{Session, Viewer},
    },
    store::{Error, Reader, Store},
    text::{self, Lang, choose},
    tui::start::{self, Opening},
    unix,
};
use chrono::NaiveDate;
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The surroundings of one command.
pub struct Setting<'a> {
    file: Option<PathBuf>,
    user: Option<String>,
    language: Option<String>,
    /// The user's language.
    pub lang: &'a Lang,
    /// The clock of the system.
    pub clock: Clock,
}

impl<'a> Setting<'a> {
    /// The surroundings as the command line and the environment say.
    pub fn new(shared: super::Shared, lang: &'a Lang) -> Self {
        let super::Shared { file, user, lang: language, .. } = shared;
        Self { file, user, language, lang, clock: Clock::System }
    }

    /// Where the book is: the option, else `USHIRIKA_FILE`, else the user's data folder.
    pub fn book(&self) -> PathBuf {
        let named = || env::var_os("USHIRIKA_FILE").filter(|file| !file.is_empty()).map(PathBuf::from);
        self.file.clone().or_else(named).unwrap_or_else(Config::usual_book)
    }

    /// The name by which the founder of a new book signs: that of `--user`, else the system's.
    pub fn founder(&self) -> String {
        self.user.clone().unwrap_or_else(unix::system_user)
    }

    /// The book for reading, with the eyes of whoever asks.
    pub fn reader(&self) -> Result<Reader> {
        Ok(self.reading()?.0)
    }

    /// The same, and who asks.
    pub fn reading(&self) -> Result<(Reader, Session)> {
        let path = self.book();
        let nobody = Viewer::default();
        let mut reader = match Reader::open(&path, nobody.clone()) {
            // a book of an older program: opening it to write brings it up to date
            Err(Error::Outdated { .. }) => {
                drop(Store::open(&path, nobody.clone(), self.clock)?);
                Reader::open(&path, nobody)?
            }
            other => other?,
        };
        let session = self.sign_in(&reader)?;
        reader.set_viewer(session.viewer.clone());
        Ok((reader, session))
    }

    /// The book for running `command`, and who does.
    pub fn store(&self, command: &Command) -> Result<(Store, Session)> {
        let (store, mut session) = self.open()?;
        if command.pin && !session.proved && session.viewer.user_id.is_some() {
            let pin = self.ask_pin(&session.name)?;
            command::user::prove(&store, &mut session, &pin)?;
        }
        Ok((store, session))
    }

    /// The book for writing, and who does.
    pub fn open(&self) -> Result<(Store, Session)> {
        let mut store = Store::open(&self.book(), Viewer::default(), self.clock)?;
        let session = self.sign_in(&store)?;
        store.set_viewer(session.viewer.clone());
        Ok((store, session))
    }

    /// Who acts. A PIN comes from `USHIRIKA_PIN`, else from the terminal when it is needed.
    fn sign_in(&self, reader: &Reader) -> Result<Session> {
        let system_user = unix::system_user();
        let name = self.user.as_deref();
        let given = env::var("USHIRIKA_PIN").ok();
        match command::user::sign_in(reader, &system_user, name, given.as_deref()) {
            Err(Error::Denied(why)) if why.id == "err-pin-needed" && given.is_none() => {
                let pin = self.ask_pin(name.unwrap_or(&system_user))?;
                Ok(command::user::sign_in(reader, &system_user, name, Some(&pin))?)
            }
            session => Ok(session?),
        }
    }

    fn ask_pin(&self, name: &str) -> Result<String> {
        let question = self.lang.text(&Text::new("cli-ask-pin").with("name", name));
        let missing = || Failure::wrong(Text::new("cli-err-pin").with("name", name));
        terminal::hidden(&question).ok_or_else(missing)
    }

    /// Asks for a yes on the terminal; `None` when there is none.
    pub fn agrees(&self, question: &Text) -> Option<bool> {
        let answer = terminal::ask(&self.lang.text(question))?;
        Some(answer.trim().to_lowercase().starts_with(&self.lang.name("cli-yes")))
    }

    /// Reads a date of the command line.
    pub fn day(&self, typed: &str, option: &str) -> Result<NaiveDate> {
        day::parse(typed, self.clock.today(), day::Order::Dmy)
            .map_err(|why| Failure::usage(Text::new("cli-err-day").with("why", why).with("arg", option)))
    }

    /// Opens the book on the screen.
    pub fn open_screen(&self) -> Result {
        self.open_screen_on(&self.book(), self.clock)
    }

    /// Refuses where nobody could see the screen.
    pub fn need_screen() -> Result {
        if terminal::is_there() { Ok(()) } else { Err(Failure::usage(Text::new("cli-err-screen"))) }
    }

    /// Opens a book on the screen, on the day that `clock` shows.
    pub fn open_screen_on(&self, path: &Path, clock: Clock) -> Result {
        Self::need_screen()?;
        let opening = Opening {
            path: path.to_owned(),
            lang: self.language.clone(),
            user: self.user.clone(),
            clock,
            config: Config::load().map_err(Failure::Worded)?,
        };
        match start::open(&opening)? {
            0 => Ok(()),
            code => Err(Failure::Silent(code)),
        }
    }
}

/// The language that the command line names, before it is parsed, else that of the environment.
pub fn lang(args: &[OsString]) -> Lang {
    let mut words = args.iter().map_while(|arg| arg.to_str()).take_while(|arg| *arg != "--");
    let mut named = None;
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => named = words.next(),
            Some(value) => named = value.strip_prefix('=').or(named),
            None => {}
        }
    }
    Lang::with_folder(&choose(named, |name| env::var(name).ok()), &language_folder())
}

/// The codes of all languages there are.
pub fn languages() -> Vec<String> {
    text::languages(&language_folder())
}

fn language_folder() -> PathBuf {
    Config::folder().join("i18n")
}

/// Makes sure that the folder of a file to be written exists.
pub fn make_folder(file: &Path) -> Result {
    let folder = unix::folder(file);
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))
}
