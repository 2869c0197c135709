//! The book as a whole: `init`, `backup`, `restore`.

use super::{
    failure::{Failure, Result},
    output,
    setting::{Setting, make_folder},
};
use crate::{
    command::{self, book::Founder},
    domain::{
        Text,
        book::{Coop, Country, LegalForm},
        member::parse_number,
    },
    store::{self, Series},
    unix,
};
use std::path::PathBuf;

/// `ushirika init`.
#[derive(Debug, clap::Args)]
pub struct Init {
    #[arg(long, value_name = "NAME", required = true)]
    name: String,
    #[arg(long, value_name = "CODE", ignore_case = true, value_parser = ["CD", "SL", "CI", "CF", "GN", "GH"])]
    country: String,
    #[arg(long, value_name = "FORM", ignore_case = true, value_parser = ["scoops", "coopca", "other"])]
    form: String,
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    #[arg(long, value_name = "CODE")]
    also: Vec<String>,
}

/// `ushirika backup`.
#[derive(Debug, clap::Args)]
pub struct Backup {
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// `ushirika restore`.
#[derive(Debug, clap::Args)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    file_name: PathBuf,
    #[arg(long)]
    yes: bool,
    #[arg(long, value_name = "N")]
    last_number: Option<String>,
}

/// Begins a book.
pub fn init(asked: &Init, setting: &Setting) -> Result {
    let country = Country::parse(&asked.country)?;
    let coop = Coop {
        name: asked.name.clone(),
        country,
        legal_form: LegalForm::from_code(&asked.form)?,
        currency: asked.currency.clone().unwrap_or_else(|| country.currency().to_owned()),
        also: asked.also.clone(),
        seat: String::new(),
    };
    let path = setting.book();
    make_folder(&path)?;
    let (name, system_user, session) = (setting.founder(), unix::system_user(), unix::session_id());
    let founder = Founder { name: &name, pin: None, system_user: &system_user, session: &session };
    let (store, session) = command::book::create(&path, setting.clock, &coop, &founder)?;
    let said = Text::new("cli-say-init")
        .with("name", store.coop()?.name)
        .with("path", path.display().to_string())
        .with("user", session.name);
    output::lines([setting.lang.text(&said)])
}

/// Makes a verified copy.
pub fn backup(asked: &Backup, setting: &Setting) -> Result {
    let (mut store, _) = setting.open()?;
    let folder = asked.dir.clone().unwrap_or_else(|| unix::folder(store.path()).join("backup"));
    let copy = command::book::backup(&mut store, &folder, &mut |_, _| true).map_err(|error| match error {
        store::Error::Io(error) => Failure::file(&folder, &error),
        error => error.into(),
    })?;
    output::lines([
        setting.lang.text(&Text::new("cli-say-backup").with("path", copy.display().to_string())),
        setting.lang.text(&Text::new("cli-say-witness").with("head", store.head()?)),
    ])
}

/// Puts a copy in the place of the book.
pub fn restore(asked: &Restore, setting: &Setting) -> Result {
    let last_number = asked.last_number.as_deref().map(last_number).transpose()?;
    let path = setting.book();
    let shown = |path: &PathBuf| path.display().to_string();
    if !asked.yes {
        let question = Text::new("cli-ask-restore").with("path", shown(&path)).with("copy", shown(&asked.file_name));
        match setting.agrees(&question) {
            None => return Err(Failure::usage(Text::new("cli-err-yes"))),
            Some(false) => return output::lines([setting.lang.name("cli-say-kept")]),
            Some(true) => {}
        }
    }
    let (mut store, session) = setting.store(&store::RESTORE)?;
    let on_paper: Vec<_> = last_number.into_iter().map(|number| (Series::Member, number)).collect();
    let restored = store.restore(&session, &asked.file_name, &on_paper)?;
    let said = Text::new("cli-say-restored").with("copy", shown(&asked.file_name)).with("path", shown(&restored.kept));
    output::lines([setting.lang.text(&said)])
}

/// `152`, or `member=152` for the day when other series stand on paper too.
fn last_number(text: &str) -> Result<i64> {
    let number = text.strip_prefix("member=").unwrap_or(text);
    parse_number(number).map_err(|_| Failure::usage(Text::new("cli-err-last-number").with("value", text)))
}
