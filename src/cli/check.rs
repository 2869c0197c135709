//! `ushirika check`: is the book whole?

use super::{
    failure::{Code, Failure, Result},
    output,
    setting::Setting,
};
use crate::{
    domain::Text,
    store::check::{Chain, CheckReport, Fault},
    text::Lang,
};
use serde_json::json;

/// `ushirika check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    #[arg(long)]
    json: bool,
}

/// Verifies the whole book and says what is wrong with it.
pub fn run(asked: &Check, setting: &Setting) -> Result {
    let reader = setting.reader()?;
    let report = reader.check()?;
    if asked.json {
        let chain = match report.chain {
            Chain::Whole => json!("ok"),
            Chain::BrokenAt(act) => json!({"broken_at": act}),
        };
        let ledger = if report.ledger { "ok" } else { "wrong" };
        let record = |f: &Fault| json!({"table": f.table, "id": f.id, "why": setting.lang.text(&f.why)});
        let records: Vec<_> = report.records.iter().map(record).collect();
        output::json(&json!({
            "ok": report.ok, "sqlite": report.sqlite, "acts": report.acts, "chain": chain, "ledger": ledger,
            "head": report.head, "records": records,
        }))?;
    }
    if report.ok {
        return if asked.json { Ok(()) } else { output::lines(good(&report, setting.lang)) };
    }
    for line in bad(&report, setting.lang) {
        super::failure::complain(&line);
    }
    Err(Failure::Silent(Code::Integrity as u8))
}

fn good(report: &CheckReport, lang: &Lang) -> [String; 2] {
    [
        lang.text(&Text::new("cli-say-check-good").with("acts", report.acts)),
        lang.text(&Text::new("cli-say-witness").with("head", report.head.as_str())),
    ]
}

fn bad(report: &CheckReport, lang: &Lang) -> Vec<String> {
    let mut lines = vec![lang.name("cli-say-check-bad")];
    if report.sqlite != "ok" {
        lines.push(lang.text(&Text::new("cli-say-check-sqlite").with("what", report.sqlite.as_str())));
    }
    if let Chain::BrokenAt(act) = report.chain {
        lines.push(lang.text(&Text::new("cli-say-check-chain").with("act", act.to_string())));
    }
    lines.extend(report.records.iter().map(|fault| {
        let table = lang.named(&format!("table-{}", fault.table), &[]).unwrap_or_else(|| fault.table.clone());
        let text = match fault.id {
            0 => Text::new("cli-say-check-table"),
            id => Text::new("cli-say-check-record").with("id", id.to_string()),
        };
        lang.text(&text.with("table", table).with("why", fault.why.clone()))
    }));
    lines
}
