//! `ushirika report`: papers, and the list of them. Options are those of the table of papers.

use super::{
    failure::{Failure, Result},
    output,
    setting::Setting,
};
use crate::{
    command::{
        self,
        paper::{self, Asked, Format, PAPERS, Paper},
    },
    domain::{Text, day::Order, member::Reading, noun::Attribute, takes::Takes},
    report::plain,
    store,
    text::Lang,
};
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use serde_json::{Value, json};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// `ushirika report`.
#[derive(Debug, Args)]
pub struct Report {
    #[arg(value_name = "PAPER", required_unless_present = "list")]
    paper: Option<String>,
    #[command(flatten)]
    options: Options,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["paper", "out"])]
    list: bool,
    #[arg(long, requires = "list", conflicts_with = "paper")]
    json: bool,
}

/// What was said of the paper: codes of options, and the words given.
#[derive(Debug, Default)]
pub struct Options(Vec<(&'static str, String)>);

/// Every option of some paper, once.
fn all() -> Vec<&'static Attribute> {
    let mut found: Vec<&Attribute> = Vec::new();
    for attribute in PAPERS.iter().flat_map(|paper| paper.options.attributes) {
        if found.iter().all(|known| known.code != attribute.code) {
            found.push(attribute);
        }
    }
    found
}

impl Args for Options {
    fn augment_args(command: Command) -> Command {
        command.args(all().into_iter().map(|option| {
            let arg = Arg::new(option.code).long(option.code).value_name(takes(option.takes));
            // `--copy` says yes
            let is_switch = option.takes.choices().iter().any(|choice| choice.code == "yes");
            if is_switch { arg.num_args(0..=1).default_missing_value("yes") } else { arg }
        }))
    }
    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Options {
    fn from_arg_matches(matches: &ArgMatches) -> std::result::Result<Self, clap::Error> {
        let given = |option: &Attribute| Some((option.code, matches.get_one::<String>(option.code)?.clone()));
        Ok(Self(all().into_iter().filter_map(given).collect()))
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> std::result::Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The name of what an option takes.
const fn takes(takes: Takes) -> &'static str {
    match takes {
        Takes::Day | Takes::PastDay => "DATE",
        Takes::Count(_) | Takes::Year => "N",
        Takes::One(_) | Takes::Some(_) => "CODE",
        _ => "TEXT",
    }
}

/// Writes a paper, or lists them.
pub fn run(asked: &Report, setting: &Setting) -> Result {
    let Some(name) = &asked.paper else { return list(asked.json, setting.lang) };
    let paper = paper::find(name).ok_or_else(|| {
        let known: Vec<&str> = PAPERS.iter().map(|paper| paper.name).collect();
        let text = Text::new("cli-err-paper").with("name", name.as_str());
        Failure::usage(text.with("known", known.join(", ")))
    })?;
    let out = asked.out.as_deref().filter(|path| *path != Path::new("-"));
    let format = match out {
        Some(path) => paper.format(path).map_err(|why| {
            let text = Text::new("cli-err-option").with("arg", "--out");
            Failure::usage(text.with("why", why))
        })?,
        None => Format::Text,
    };
    let (reader, session) = setting.reading()?;
    let today = setting.clock.today();
    let reading = Reading { today, country: reader.coop()?.country, order: Order::Dmy };
    let wanted = asked.options.read(paper, reading)?;
    wanted.permit(&reader, &session)?;
    let made = wanted.make(&reader, setting.lang, today, &mut |_, _| Ok(()))?;
    let counted = |receipt: Option<i64>| -> Result {
        let Some(id) = receipt else { return Ok(()) };
        let (mut store, session) = setting.open()?;
        Ok(command::receipt::print(&mut store, &session, &[id])?)
    };
    let Some(path) = out else {
        counted(made.receipt)?;
        let mut out = output::stdout();
        out.write_all(plain::render(&made.report, made.report.page.columns()).as_bytes())?;
        return Ok(out.flush()?);
    };
    let pages = paper::write(&made.report, format, path).map_err(|error| match error {
        store::Error::Io(error) => Failure::file(path, &error),
        error => error.into(),
    })?;
    counted(made.receipt)?;
    let said = Text::new("cli-say-paper")
        .with("people", made.people)
        .with("pages", pages)
        .with("path", path.display().to_string());
    output::lines([setting.lang.text(&said)])
}

impl Options {
    /// What was said, read as the paper takes it.
    fn read(&self, paper: &'static Paper, reading: Reading) -> Result<Asked> {
        let mut asked = Asked::new(paper, None);
        let attributes = paper.options.attributes;
        for (code, given) in &self.0 {
            let wrong = |why: Text| {
                Failure::usage(Text::new("cli-err-option").with("arg", format!("--{code}")).with("why", why))
            };
            let at = attributes.iter().position(|attribute| attribute.code == *code).ok_or_else(|| {
                let known: Vec<String> = attributes.iter().map(|attribute| format!("--{}", attribute.code)).collect();
                let text = Text::new("cli-err-paper-option").with("arg", format!("--{code}")).with("name", paper.name);
                Failure::usage(text.with("known", known.join(", ")))
            })?;
            let choices = attributes[at].takes.choices();
            asked.options.set(at, given, &reading).map_err(|why| {
                if choices.is_empty() {
                    return wrong(why);
                }
                let known: Vec<&str> = choices.iter().map(|choice| choice.code).collect();
                let text = Text::new("cli-err-value").with("arg", format!("--{code}")).with("value", given.as_str());
                Failure::usage(text.with("valid", known.join(", ")))
            })?;
        }
        let found = asked.options.check(reading.today).into_iter().find(|(.., is_error)| *is_error);
        found.map_or(Ok(asked), |(at, why, _)| {
            let arg = format!("--{}", attributes[at].code);
            Err(Failure::usage(Text::new("cli-err-option").with("arg", arg).with("why", why)))
        })
    }
}

/// The papers, each with its options.
fn list(as_json: bool, lang: &Lang) -> Result {
    let title = |paper: &Paper| lang.label(paper.options.text_id);
    let defaults = |paper: &'static Paper| Asked::new(paper, None).options;
    if as_json {
        let option = |paper: &'static Paper, attribute: &Attribute| {
            let values: Vec<&str> = attribute.takes.choices().iter().map(|choice| choice.code).collect();
            let default = defaults(paper).get(attribute.code).to_owned();
            json!({
                "name": attribute.code,
                "title": lang.label(attribute.label),
                "takes": takes(attribute.takes).to_lowercase(),
                "values": if values.is_empty() { Value::Null } else { values.into() },
                "default": if default.is_empty() { Value::Null } else { default.into() },
                "required": attribute.required,
            })
        };
        let paper = |paper: &'static Paper| {
            let options: Vec<Value> = paper.options.attributes.iter().map(|a| option(paper, a)).collect();
            json!({"name": paper.name, "title": title(paper), "options": options})
        };
        return output::json(&PAPERS.iter().map(paper).collect::<Vec<_>>());
    }
    let mut lines = Vec::new();
    for paper in PAPERS {
        lines.push(format!("{:13} {}", paper.name, title(paper)));
        let defaults = defaults(paper);
        for attribute in paper.options.attributes {
            let codes: Vec<&str> = attribute.takes.choices().iter().map(|choice| choice.code).collect();
            let value = if codes.is_empty() {
                lang.name(&format!("cli-value-{}", takes(attribute.takes).to_lowercase()))
            } else {
                codes.join("|")
            };
            let default = defaults.get(attribute.code);
            let default = if default.is_empty() { String::new() } else { format!(" ({default})") };
            lines.push(format!("    --{} {value}{default}", attribute.code));
        }
    }
    output::lines(lines)
}
