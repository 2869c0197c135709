//! `ushirika log`: who changed what, in the order in which it was done.

use super::{failure::Result, output, setting::Setting};
use crate::{
    clock,
    domain::Text,
    report::json::Array,
    store::{
        self, Reader,
        log::{ActLine, Change},
    },
    text::Lang,
};
use serde_json::json;
use std::{fmt::Write as _, io::Write};

/// Acts or changes that are read with one look.
const PAGE: usize = 500;

/// `ushirika log`.
#[derive(Debug, clap::Args)]
pub struct Log {
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[arg(long)]
    json: bool,
}

/// Shows the log.
pub fn run(asked: &Log, setting: &Setting) -> Result {
    let since = asked.since.as_deref().map(|text| setting.day(text, "--since")).transpose()?;
    let reader = setting.reader()?;
    let acts = pages(|last: Option<&ActLine>| reader.acts_after(last.map_or(0, |act| act.id), since, PAGE));
    if asked.json {
        return write_json(&reader, acts);
    }
    let mut out = output::stdout();
    for act in acts {
        output::line(&mut out, &line(&act?, setting.lang))?;
    }
    Ok(out.flush()?)
}

fn write_json(reader: &Reader, acts: impl Iterator<Item = store::Result<ActLine>>) -> Result {
    let mut out = output::stdout();
    let mut array = Array::new(&mut out);
    for act in acts {
        let act = act?;
        let hash = act.hash.iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        let head = json!({"act": act.id, "at": act.at, "user": act.user, "command": act.command,
            "undoes": act.undoes, "hash": hash})
        .to_string();
        // an act may have changed more than fits into memory
        let out = array.element()?;
        write!(out, "{},\"changes\":", head.trim_end_matches('}'))?;
        let mut changes = Array::new(&mut *out);
        for change in pages(|last: Option<&Change>| reader.changes(act.id, last.map(|change| change.id), PAGE)) {
            let change = change?;
            changes.push(&json!({"table": change.table, "id": change.record, "before": change.before,
                "after": change.after}))?;
        }
        changes.finish()?;
        write!(out, "}}")?;
    }
    array.finish()?;
    Ok(out.flush()?)
}

/// Everything that is read in pages, each from behind the last item of the one before.
fn pages<T: Clone>(read: impl Fn(Option<&T>) -> store::Result<Vec<T>>) -> impl Iterator<Item = store::Result<T>> {
    let (mut page, mut last, mut ended) = (Vec::new().into_iter(), None, false);
    std::iter::from_fn(move || {
        if page.len() == 0 && !ended {
            match read(last.as_ref()) {
                Ok(next) => {
                    ended = next.len() < PAGE;
                    last = next.last().cloned();
                    page = next.into_iter();
                }
                Err(error) => {
                    ended = true;
                    return Some(Err(error));
                }
            }
        }
        page.next().map(Ok)
    })
}

/// An act as a person reads it.
fn line(act: &ActLine, lang: &Lang) -> String {
    let user = if act.user.is_empty() { "-" } else { &act.user };
    let what = lang.describe_act(&act.command, &act.args);
    let mut line = format!("{:>6}  {}  {user}  {what}", act.id, clock::show(&act.at));
    if let Some(undone) = act.undoes {
        let undone = lang.text(&Text::new("cli-say-undoes").with("act", undone.to_string()));
        line.extend([" (", &undone, ")"]);
    }
    line
}
