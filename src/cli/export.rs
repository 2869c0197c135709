//! `ushirika export`: lists for other programs.

use super::{
    failure::{Failure, Result},
    output,
    setting::Setting,
};
use crate::{
    command::export::{self, Format, List},
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
}

/// How, and where.
#[derive(Debug, clap::Args)]
pub struct As {
    #[arg(long, value_name = "FORMAT", value_parser = ["csv", "xlsx", "json"])]
    format: Option<String>,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Writes a list.
pub fn run(asked: &Export, setting: &Setting) -> Result {
    let (list, title, asked) = match asked {
        Export::Members(asked) => (List::Members(None), "area-members", asked),
        Export::Meetings(asked) => (List::Meetings, "nouns-meeting", asked),
        Export::Motions(asked) => (List::Motions, "nouns-motion", asked),
    };
    let named = asked.format.as_deref().and_then(Format::parse);
    let format = named.or_else(|| Format::of(asked.out.as_deref()?)).unwrap_or(Format::Csv);
    let title = setting.lang.label(title).to_owned();
    let export = export::Export { format, title, made_on: setting.clock.today() };
    let reader = setting.reader()?;
    let Some(path) = asked.out.as_deref().filter(|path| *path != Path::new("-")) else {
        export::write(&reader, list, &export, &mut output::stdout())?;
        return Ok(());
    };
    let count = export::write_file(&reader, list, &export, path).map_err(|error| match error {
        store::Error::Io(error) => Failure::file(path, &error),
        error => error.into(),
    })?;
    let said = Text::new(if matches!(list, List::Members(_)) { "cli-say-exported" } else { "cli-say-exported-rows" });
    let said = said.with("count", count).with("path", path.display().to_string());
    output::lines([setting.lang.text(&said)])
}
