//! The command line: one file per noun. The screens and these commands call the same functions of `crate::command`.
//!
//! Exit codes are those of `failure::Code`; what goes wrong is said once, in [`run`], on standard error.

mod book;
mod check;
mod demo;
mod export;
mod failure;
mod log;
mod manual;
mod member;
mod opening;
mod output;
mod report;
mod setting;
mod terminal;
mod user;
mod words;

use crate::{domain::Text, text::Lang};
use clap::{ArgAction, Parser, error::ErrorKind};
use failure::{Code, Failure, Result, complain};
use setting::Setting;
use std::{ffi::OsString, io::Write, path::PathBuf, process::ExitCode, sync::Arc};

/// `ushirika …`: the words of every help stand in `data/i18n/*/cli.ftl`.
#[derive(Debug, Parser)]
#[command(name = "ushirika", version, disable_help_flag = true, disable_version_flag = true)]
struct Cli {
    #[command(flatten)]
    shared: Shared,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
struct Shared {
    #[arg(long, global = true, value_name = "PATH")]
    file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<String>,
    #[arg(long, global = true, value_name = "NAME")]
    user: Option<String>,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
}

/// What to do; without it the book is opened.
#[derive(Debug, clap::Subcommand)]
enum Verb {
    Demo(demo::Demo),
    Init(book::Init),
    #[command(subcommand)]
    Import(Import),
    #[command(subcommand)]
    Export(export::Export),
    Report(report::Report),
    Backup(book::Backup),
    Restore(book::Restore),
    Check(check::Check),
    Log(log::Log),
    #[command(subcommand)]
    User(user::User),
    Completions(manual::Completions),
    Man,
}

/// What can be read from other programs' files.
#[derive(Debug, clap::Subcommand)]
enum Import {
    Members(member::Import),
    Opening(opening::Import),
}

/// Runs the program with these arguments, the first being its name, and says what went wrong.
pub fn run(args: &[OsString]) -> ExitCode {
    // a file that may grow no further is an error like a full disk, not the end; where that cannot be had, so be it
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    let lang = setting::lang(args);
    let done = match Cli::try_parse_from(args) {
        Ok(cli) => dispatch(cli, &lang),
        Err(_) => explain(args, &lang),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.say(&lang);
            failure.exit()
        }
    }
}

fn dispatch(cli: Cli, lang: &Lang) -> Result {
    if let Some(code) = &cli.shared.lang {
        let known = setting::languages();
        if !known.contains(&code.to_lowercase()) {
            let text = Text::new("cli-err-value").with("arg", "--lang").with("value", code.as_str());
            return Err(Failure::usage(text.with("valid", known.join(", "))));
        }
    }
    let setting = Setting::new(cli.shared, lang);
    match cli.verb {
        None => setting.open_screen(),
        Some(Verb::Demo(asked)) => demo::run(&asked, &setting),
        Some(Verb::Init(asked)) => book::init(&asked, &setting),
        Some(Verb::Import(Import::Members(asked))) => member::import(&asked, &setting),
        Some(Verb::Import(Import::Opening(asked))) => opening::import(&asked, &setting),
        Some(Verb::Export(asked)) => export::run(&asked, &setting),
        Some(Verb::Report(asked)) => report::run(&asked, &setting),
        Some(Verb::Backup(asked)) => book::backup(&asked, &setting),
        Some(Verb::Restore(asked)) => book::restore(&asked, &setting),
        Some(Verb::Check(asked)) => check::run(&asked, &setting),
        Some(Verb::Log(asked)) => log::run(&asked, &setting),
        Some(Verb::User(asked)) => user::run(&asked, &setting),
        Some(Verb::Completions(asked)) => manual::completions(&asked, lang),
        Some(Verb::Man) => manual::man(lang),
    }
}

/// Help, version, or what is wrong with the command line. It is parsed again with its words, which nobody needs else.
fn explain(args: &[OsString], lang: &Lang) -> Result {
    let usage = Failure::Silent(Code::Usage as u8);
    let Err(error) = words::command(lang).try_get_matches_from(args) else { return Err(usage) };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let mut out = output::stdout();
            write!(out, "{}", error.render())?;
            Ok(out.flush()?)
        }
        _ => {
            complain(&words::usage_error(&error, lang));
            Err(usage)
        }
    }
}
