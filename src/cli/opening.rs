//! `ushirika import opening`.

use super::{
    failure::{Failure, Result, complain},
    member::{self, load, name},
    output,
    setting::Setting,
};
use crate::{
    command::opening::{self, Plan, Planned, Remark},
    domain::{
        Text,
        amount::Amount,
        day::{self, Order},
        member::Reading,
        opening::Sum,
    },
    import::{
        mapping::Mapping,
        opening::{self as list, Column},
        sheet::{self, MAX_BYTES},
        unwatched,
    },
    store::Reader,
    text::Lang,
};
use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// `ushirika import opening`.
#[derive(Debug, clap::Args)]
pub struct Import {
    #[arg(value_name = "FILE")]
    file_name: PathBuf,
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    skip_refused: bool,
    #[arg(long)]
    json: bool,
}

/// Reads a list of opening balances into the ledger.
pub fn import(asked: &Import, setting: &Setting) -> Result {
    let lang = setting.lang;
    let on = day_of(asked, setting)?;
    if asked.dry_run {
        let plan = make_plan(asked, &setting.reader()?, on, setting)?;
        if asked.json {
            return output::json(&plan_json(&plan, None, lang));
        }
        let mut lines: Vec<String> = plan.rows.iter().flat_map(|row| findings(row, lang)).collect();
        lines.extend(sum_lines(&plan, lang));
        lines.push(lang.text(&totals("cli-say-opening-proposal", &plan, on)));
        return output::lines(lines);
    }
    let (mut store, session) = setting.store(&opening::WRITE)?;
    let plan = make_plan(asked, &store, on, setting)?;
    let refused = plan.refused();
    if refused > 0 && (!asked.skip_refused || refused == plan.rows.len()) {
        if asked.json {
            output::json(&plan_json(&plan, None, lang))?;
        }
        for row in plan.rows.iter().filter(|row| row.is_refused()) {
            for line in findings(row, lang) {
                complain(&line);
            }
        }
        return Err(Failure::wrong(Text::new("cli-err-refused").with("count", refused)));
    }
    let act = opening::write(&mut store, &session, None, (&plan.openings(), on), &name(&asked.file_name))?;
    if asked.json {
        return output::json(&plan_json(&plan, Some(act), lang));
    }
    let mut lines = sum_lines(&plan, lang);
    lines.push(lang.text(&totals("cli-say-opening-done", &plan, on)));
    output::lines(lines)
}

/// The day of the opening: as asked, else today.
fn day_of(asked: &Import, setting: &Setting) -> Result<NaiveDate> {
    let today = setting.clock.today();
    let Some(typed) = &asked.date else { return Ok(today) };
    day::parse(typed, today, Order::Dmy)
        .map_err(|why| Failure::usage(Text::new("cli-err-day").with("why", why).with("arg", "--date")))
}

/// Reads the file and compares it with the book.
fn make_plan(asked: &Import, reader: &Reader, on: NaiveDate, setting: &Setting) -> Result<Plan> {
    let coop = reader.coop()?;
    let reading = Reading { today: setting.clock.today(), country: coop.country, order: Order::Dmy };
    let sheets = sheet::read(&load(&asked.file_name, MAX_BYTES)?, &name(&asked.file_name), &unwatched)?;
    let mut mapping = Mapping::default();
    if let Some(path) = &asked.map {
        let codes: Vec<&str> = Column::ALL.iter().map(|(_, code)| *code).collect();
        mapping = Mapping::parse_for(&String::from_utf8_lossy(&load(path, member::MAX_MAPPING)?), &codes)?;
    }
    mapping.sheet = asked.sheet.clone().or(mapping.sheet);
    let layout =
        list::find(&sheets, &mapping).map_err(|why| Failure::wrong(Text::new("cli-err-columns").with("why", why)))?;
    let rows = list::read(&sheets[layout.sheet], &layout, &reading, &coop.currency);
    if rows.is_empty() {
        let text = Text::new("cli-err-opening-empty").with("path", asked.file_name.display().to_string());
        return Err(Failure::wrong(text));
    }
    Ok(opening::plan(reader, rows, on)?)
}

fn totals(id: &'static str, plan: &Plan, on: NaiveDate) -> Text {
    let refused = plan.refused();
    let text = Text::new(id).with("new", plan.rows.len() - refused).with("refused", refused);
    text.with("day", day::show(on))
}

/// What is wrong with a row or worth a look.
fn findings(row: &Planned, lang: &Lang) -> Vec<String> {
    let line = |remark: &Remark| {
        let field = lang.name(&format!("opening-{}", remark.field.replace('_', "-")));
        let what = Text::new("cli-say-field").with("field", field).with("what", lang.text(&remark.text));
        lang.text(&Text::new("cli-say-row").with("row", row.row.to_string()).with("what", what))
    };
    row.remarks.iter().map(line).collect()
}

/// What the rows come to, a line for each currency.
fn sum_lines(plan: &Plan, lang: &Lang) -> Vec<String> {
    let line = |(currency, sum): (String, Sum)| {
        let amount = |minor| Amount { minor, currency: currency.clone() };
        let text = Text::new("cli-say-opening-sum").with("there", amount(sum.there)).with("owed", amount(sum.owed));
        let text = text.with("capital", amount(sum.capital)).with("credit", amount(sum.credit));
        lang.text(&text.with("aside", amount(sum.set_aside)).with("left", amount(sum.left())))
    };
    plan.sums().into_iter().map(line).collect()
}

fn plan_json(plan: &Plan, act: Option<i64>, lang: &Lang) -> Value {
    let row = |row: &Planned| {
        let fields = row.opening.iter().flat_map(opening::fields).map(|(code, text)| (code.to_owned(), text.into()));
        let fields: Map<String, Value> = fields.collect();
        let issue = |r: &Remark| json!({"field": r.field, "code": r.text.id, "error": r.is_error, "message": lang.text(&r.text)});
        let outcome = if row.is_refused() { "refused" } else { "new" };
        let issues: Vec<Value> = row.remarks.iter().map(issue).collect();
        json!({"row": row.row, "outcome": outcome, "of": row.label, "fields": fields, "issues": issues})
    };
    let sum = |(currency, sum): (String, Sum)| {
        let figures = |minor| Amount { minor, currency: currency.clone() }.figures();
        json!({"currency": currency, "there": figures(sum.there), "owed": figures(sum.owed),
            "capital": figures(sum.capital), "credit": figures(sum.credit), "set_aside": figures(sum.set_aside),
            "brought_forward": figures(sum.left())})
    };
    let mut json = json!({
        "new": plan.rows.len() - plan.refused(),
        "refused": plan.refused(),
        "rows": plan.rows.iter().map(row).collect::<Vec<_>>(),
        "sums": plan.sums().into_iter().map(sum).collect::<Vec<_>>(),
    });
    if let Some(act) = act {
        json["act"] = act.into();
    }
    json
}
