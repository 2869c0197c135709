//! `ushirika import members`.

use super::{
    failure::{Failure, Result, complain},
    output,
    setting::Setting,
};
use crate::{
    command::{
        self,
        import::{Duplicate, Enter, Incoming, Outcome, Plan, Planned},
    },
    domain::{
        Text,
        day::Order,
        member::{Field, Issue, Reading},
    },
    import::{
        layout::Layout,
        mapping::{self, Mapping},
        roster,
        sheet::{self, MAX_BYTES, Sheet},
        unwatched,
    },
    store::{self, Reader},
    text::Lang,
};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// Largest mapping file, in bytes.
pub(super) const MAX_MAPPING: usize = 1 << 20;

/// `ushirika import members`.
#[derive(Debug, clap::Args)]
pub struct Import {
    #[arg(value_name = "FILE")]
    file_name: PathBuf,
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    #[arg(long = "as", value_name = "AS", value_parser = ["members", "applicants"], default_value = "members")]
    admit: String,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    skip_refused: bool,
    #[arg(long)]
    json: bool,
}

/// Reads a list into the register.
pub fn import(asked: &Import, setting: &Setting) -> Result {
    if asked.dry_run {
        let reader = setting.reader()?;
        let plan = make_plan(asked, &reader, setting)?;
        if asked.json {
            return output::json(&PlanJson { plan: &plan, act: None, lang: setting.lang });
        }
        let mut lines = findings(&plan, &reader, setting.lang)?;
        lines.push(setting.lang.text(&totals("cli-say-proposal", &plan)));
        return output::lines(lines);
    }
    let (mut store, session) = setting.store(&command::import::IMPORT)?;
    let (plan, imported) = loop {
        let plan = make_plan(asked, &store, setting)?;
        let refused = plan.count(Outcome::Refused);
        if refused > 0 && (!asked.skip_refused || refused == plan.rows.len()) {
            if asked.json {
                output::json(&PlanJson { plan: &plan, act: None, lang: setting.lang })?;
            }
            for (row, issue) in errors(&plan) {
                complain(&issue_line(row, issue, setting.lang));
            }
            return Err(Failure::wrong(Text::new("cli-err-refused").with("count", refused)));
        }
        if plan.to_write() == 0 {
            break (plan, None);
        }
        match command::import::import(&mut store, &session, &plan, &name(&asked.file_name), &mut |_| true) {
            // somebody has changed a member meanwhile: what the list would do must be looked at again
            Err(store::Error::Stale) => {}
            imported => break (plan, Some(imported?)),
        }
    };
    if asked.json {
        let act = imported.map(|imported| imported.act);
        return output::json(&PlanJson { plan: &plan, act, lang: setting.lang });
    }
    let done = if imported.is_some() { "cli-say-imported" } else { "cli-say-nothing-new" };
    output::lines([setting.lang.text(&totals(done, &plan))])
}

/// Reads the file and compares it with the register.
fn make_plan(asked: &Import, reader: &Reader, setting: &Setting) -> Result<Plan> {
    let today = setting.clock.today();
    let reading = Reading { today, country: reader.coop()?.country, order: Order::Dmy };
    let sheets = sheet::read(&load(&asked.file_name, MAX_BYTES)?, &name(&asked.file_name), &unwatched)?;
    let (at, layout) = lay_out(asked, reader, &sheets, reading, setting.lang)?;
    if let Some(why) = layout.obstacle() {
        let text = Text::new("cli-err-columns").with("why", why);
        // one sentence instead of one for each row; a dry run shows the rows all the same
        if !asked.dry_run {
            return Err(Failure::wrong(text));
        }
        complain(&setting.lang.text(&text));
    }
    let rows = roster::read(&sheets[at], &layout, &reading, &unwatched)?;
    if rows.is_empty() {
        let text = Text::new("cli-err-empty").with("path", asked.file_name.display().to_string());
        return Err(Failure::wrong(text));
    }
    let rows = rows.into_iter().map(|row| Incoming {
        row: row.line,
        member: row.member,
        given: row.given,
        issues: row.issues,
    });
    let enter = if asked.admit == "applicants" { Enter::Applicants } else { Enter::Admitted(None) };
    Ok(command::import::plan(reader, rows, enter, today, &mut |_| true)?)
}

/// Which sheet is read and how: as the mapping file says, as was saved for a list with these headings, or by a guess.
fn lay_out(
    asked: &Import,
    reader: &Reader,
    sheets: &[Sheet],
    reading: Reading,
    lang: &Lang,
) -> Result<(usize, Layout)> {
    let mut mapping = Mapping { sheet: asked.sheet.clone(), ..Mapping::default() };
    if let Some(path) = &asked.map {
        let file = Mapping::parse(&String::from_utf8_lossy(&load(path, MAX_MAPPING)?))?;
        mapping = Mapping { sheet: mapping.sheet.or(file.sheet), ..file };
    } else {
        let only = asked.sheet.as_deref().map(|name| mapping::named(sheets, name)).transpose()?;
        let saved = command::mapping::all(reader)?;
        if let Some((saved, at, layout)) = mapping::recognise(&saved, sheets, only, &reading) {
            complain(&lang.text(&Text::new("cli-say-mapping").with("name", saved.name.as_str())));
            return Ok((at, layout));
        }
    }
    Ok(mapping.apply(sheets, &reading)?)
}

/// The bytes of a file of at most that size.
pub(super) fn load(path: &Path, most: usize) -> Result<Vec<u8>> {
    sheet::load(path, most).map_err(|error| Failure::file(path, &error))
}

/// The name of a file without its folder.
pub(super) fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// The issues that refuse rows.
fn errors(plan: &Plan) -> impl Iterator<Item = (usize, &Issue)> {
    let refused = plan.rows.iter().filter(|row| row.outcome == Outcome::Refused);
    refused.flat_map(|row| row.issues.iter().filter(|issue| issue.is_error).map(|issue| (row.row, issue)))
}

fn totals(id: &'static str, plan: &Plan) -> Text {
    Text::new(id)
        .with("new", plan.count(Outcome::New))
        .with("changed", plan.count(Outcome::Changed))
        .with("same", plan.count(Outcome::Same))
        .with("refused", plan.count(Outcome::Refused))
        .with("warnings", plan.warnings())
}

/// What a person should look at, row by row: what is wrong, what changes, who may be the same person.
fn findings(plan: &Plan, reader: &Reader, lang: &Lang) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for row in &plan.rows {
        for (field, was, is) in &row.changes {
            let what = format!("{} → {}", if was.is_empty() { "–" } else { was }, is);
            lines.push((row.row, on_field(row.row, *field, what, lang)));
        }
        lines.extend(row.issues.iter().map(|issue| (row.row, issue_line(row.row, issue, lang))));
    }
    for twice in &plan.duplicates {
        let why =
            twice.alike.why.iter().map(|why| lang.name(&format!("why-{}", why.code()))).collect::<Vec<_>>().join(", ");
        let what = match (twice.with_row, twice.with_member) {
            (None, Some(id)) => Text::new("cli-say-twice-member").with("member", reader.member(id)?.heading()),
            (row, _) => Text::new("cli-say-twice-row").with("row", row.unwrap_or_default().to_string()),
        };
        let what = Text::new("cli-say-row").with("row", twice.row.to_string()).with("what", what.with("why", why));
        lines.push((twice.row, lang.text(&what)));
    }
    lines.sort_by_key(|(row, _)| *row);
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

fn issue_line(row: usize, issue: &Issue, lang: &Lang) -> String {
    on_field(row, issue.field, lang.text(&issue.text), lang)
}

fn on_field(row: usize, field: Field, what: String, lang: &Lang) -> String {
    let field = Text::new("cli-say-field").with("field", lang.label(field.text_id())).with("what", what);
    lang.text(&Text::new("cli-say-row").with("row", row.to_string()).with("what", field))
}

/// A plan in the form of `--json`, made while it is written: only one row at a time stands in memory twice.
struct PlanJson<'a> {
    plan: &'a Plan,
    /// The act, once the plan was written.
    act: Option<i64>,
    lang: &'a Lang,
}

impl Serialize for PlanJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let Self { plan, act, lang } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("new", &plan.count(Outcome::New))?;
        map.serialize_entry("changed", &plan.count(Outcome::Changed))?;
        map.serialize_entry("same", &plan.count(Outcome::Same))?;
        map.serialize_entry("errors", &plan.count(Outcome::Refused))?;
        map.serialize_entry("warnings", &plan.warnings())?;
        map.serialize_entry("rows", &Each(&plan.rows, |row: &Planned| row_json(row, lang)))?;
        map.serialize_entry("duplicates", &Each(&plan.duplicates, duplicate_json))?;
        if let Some(act) = act {
            map.serialize_entry("act", act)?;
        }
        map.end()
    }
}

/// Items that become JSON one after the other.
struct Each<'a, T, F>(&'a [T], F);

impl<T, F: Fn(&T) -> Value> Serialize for Each<'_, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

fn duplicate_json(twice: &Duplicate) -> Value {
    let why: Vec<&str> = twice.alike.why.iter().map(|why| why.code()).collect();
    json!({"row": twice.row, "with_row": twice.with_row, "with_member": twice.with_member, "score": twice.alike.score,
        "why": why})
}

fn row_json(row: &Planned, lang: &Lang) -> Value {
    let outcome = match row.outcome {
        Outcome::New => "new",
        Outcome::Changed => "changed",
        Outcome::Same => "same",
        Outcome::Refused => "refused",
    };
    let said = |field: &Field| row.outcome != Outcome::Refused || *field != Field::Status;
    let fields: Map<String, Value> = Field::ALL
        .iter()
        .filter(|field| said(field))
        .map(|field| (field.code().to_owned(), row.member.get(*field)))
        .filter(|(_, text)| !text.is_empty())
        .map(|(code, text)| (code, text.into()))
        .collect();
    let issues: Vec<Value> = row
        .issues
        .iter()
        .map(|i| json!({"field": i.field.code(), "code": i.text.id, "message": lang.text(&i.text)}))
        .collect();
    let mut json = json!({"row": row.row, "outcome": outcome, "fields": fields, "issues": issues});
    if row.outcome == Outcome::Changed {
        let changes = row.changes.iter().map(|(field, was, is)| (field.code().to_owned(), json!([was, is])));
        json["changes"] = Value::Object(changes.collect());
    }
    json
}
