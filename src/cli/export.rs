//! `ushirika export`: lists for other programs.

use super::{
    failure::{Failure, Result},
    output,
    setting::Setting,
};
use crate::{
    command::export::{
        self, Format, List,
        ledger::{self, Form},
    },
    domain::Text,
    store,
};
use std::path::{Path, PathBuf};

/// What can be given to other programs.
#[derive(Debug, clap::Subcommand)]
pub enum Export {
    /// The register.
    Members(As),
    /// The meetings.
    Meetings(As),
    /// What was put to the vote.
    Motions(As),
    /// What members have paid.
    Contributions(As),
    /// Every entry of the ledger.
    Ledger(LedgerAs),
}

/// How, and where.
#[derive(Debug, clap::Args)]
pub struct As {
    #[arg(long, value_name = "FORMAT", value_parser = ["csv", "xlsx", "json"])]
    format: Option<String>,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// How, and where.
#[derive(Debug, clap::Args)]
pub struct LedgerAs {
    #[arg(long, value_name = "FORMAT", value_parser = ["hledger", "beancount", "csv", "xlsx", "json"])]
    format: Option<String>,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Writes a list or the ledger.
pub fn run(asked: &Export, setting: &Setting) -> Result {
    let (list, title, asked) = match asked {
        Export::Ledger(asked) => return run_ledger(asked, setting),
        Export::Contributions(asked) => (List::Contributions, "export-contributions", asked),
        Export::Members(asked) => (List::Members(None), "area-members", asked),
        Export::Meetings(asked) => (List::Meetings, "nouns-meeting", asked),
        Export::Motions(asked) => (List::Motions, "nouns-motion", asked),
    };
    let named = asked.format.as_deref().and_then(Format::parse);
    let format = named.or_else(|| Format::of(asked.out.as_deref()?)).unwrap_or(Format::Csv);
    let title = setting.lang.label(title).to_owned();
    let export = export::Export { format, title, made_on: setting.clock.today() };
    let reader = setting.reader()?;
    let Some(path) = file(asked.out.as_deref()) else {
        export::write(&reader, list, &export, &mut output::stdout())?;
        return Ok(());
    };
    let id = if matches!(list, List::Members(_)) { "cli-say-exported" } else { "cli-say-exported-rows" };
    say(id, export::write_file(&reader, list, &export, path), path, setting)
}

fn run_ledger(asked: &LedgerAs, setting: &Setting) -> Result {
    let named = asked.format.as_deref().and_then(Form::parse);
    let form = named.or_else(|| Form::of(asked.out.as_deref()?)).unwrap_or(Form::List(Format::Csv));
    let title = setting.lang.label("export-ledger").to_owned();
    let export = export::Export { format: Format::Csv, title, made_on: setting.clock.today() };
    let reader = setting.reader()?;
    let Some(path) = file(asked.out.as_deref()) else {
        ledger::write(&reader, setting.lang, form, &export, &mut output::stdout())?;
        return Ok(());
    };
    let id = if matches!(form, Form::List(_)) { "cli-say-exported-rows" } else { "cli-say-exported-entries" };
    say(id, ledger::write_file(&reader, setting.lang, form, &export, path), path, setting)
}

/// The file that is asked for; none is standard output.
fn file(out: Option<&Path>) -> Option<&Path> {
    out.filter(|path| *path != Path::new("-"))
}

/// Says how much was written, or what went wrong with the file.
fn say(id: &'static str, written: store::Result<usize>, path: &Path, setting: &Setting) -> Result {
    let count = written.map_err(|error| match error {
        store::Error::Io(error) => Failure::file(path, &error),
        error => error.into(),
    })?;
    let said = Text::new(id).with("count", count).with("path", path.display().to_string());
    output::lines([setting.lang.text(&said)])
}
