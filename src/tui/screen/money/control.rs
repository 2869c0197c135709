//! The control report on the screen: by kind, of a year, each line one key from what it is about; and above it what the
//! cooperative lives on.

use super::{
    AREA,
    board::{self, Board, Sight},
    shown,
};
use crate::{
    command::paper,
    domain::{
        Text,
        account::Account,
        control::{Finding, FindingKind, Year},
        day,
    },
    report::money::{control as report, words},
    text::Lang,
    tui::{
        keymap::{AREAS, Cmd},
        screen::{Cx, Flow, Value, paper::preview::Preview},
        widget::{
            choice::{Item, Picker},
            page::Line,
        },
    },
};
use anyhow::Result;
use chrono::{Datelike, NaiveDate};

/// What was found in a year, of all kinds or of one.
pub struct Control {
    year: i32,
    kind: Option<FindingKind>,
    /// What was found, of all kinds.
    found: Vec<Finding>,
}

/// What a line is about.
pub enum About {
    /// A record: table and id.
    Record(&'static str, i64),
    /// Figures of a year.
    Year,
}

/// What was found this year.
pub fn screen(cx: &Cx) -> Board<Control> {
    Board::new(Control { year: cx.clock.today().year(), kind: None, found: Vec::new() })
}

impl Control {
    fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((NaiveDate::from_ymd_opt(self.year, 1, 1)?, NaiveDate::from_ymd_opt(self.year, 12, 31)?))
    }

    /// Kinds of which something was found, with how much.
    fn kinds(&self) -> Vec<(FindingKind, usize)> {
        let count = |kind: &FindingKind| self.found.iter().filter(|finding| finding.kind == *kind).count();
        FindingKind::ALL.iter().map(|kind| (*kind, count(kind))).filter(|(_, count)| *count > 0).collect()
    }
}

/// What was found: the day, what it is, how much, who.
fn line(finding: &Finding, accounts: &[Account], lang: &Lang) -> Line<About> {
    let much = finding.amount.as_ref().map(|amount| shown(amount.minor, &amount.currency, lang));
    let parts = [Some(report::what(finding, accounts, lang)), much, Some(finding.who.clone())];
    let text = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let day = finding.day.map(day::show).unwrap_or_default();
    Line::new(day, text, About::Record(finding.record.0, finding.record.1))
}

/// Own income against costs, and how much of it all was given.
fn year_line(year: &Year, lang: &Lang) -> Line<About> {
    let percent = |part: Option<i64>| part.map_or_else(|| "–".to_owned(), |part| format!("{part} %"));
    let text = Text::new("control-year")
        .with("own", words::figures(year.own, &year.currency, lang))
        .with("grants", words::figures(year.grants, &year.currency, lang))
        .with("costs", words::figures(year.costs, &year.currency, lang))
        .with("coverage", percent(year.coverage()))
        .with("dependence", percent(year.dependence()));
    Line::new(format!("{} {}", year.year, year.currency), lang.text(&text), About::Year)
}

impl Sight for Control {
    type Target = About;

    fn title(&self, cx: &Cx) -> String {
        let kind = self.kind.map(|kind| format!(" › {}", cx.lang.label(kind.text_id()))).unwrap_or_default();
        format!("{} › {}{kind}", cx.lang.label(AREAS[AREA]), cx.lang.label("control-title"))
    }
    fn aside(&self, cx: &Cx) -> String {
        let count = self.found.iter().filter(|finding| self.kind.is_none_or(|kind| kind == finding.kind)).count();
        cx.lang.text(&Text::new("control-count").with("year", self.year.to_string()).with("count", count))
    }
    fn empty(&self) -> &'static str {
        "control-empty"
    }

    fn lines(&mut self, cx: &Cx) -> Result<Vec<Line<About>>> {
        let Some((from, until)) = self.days() else { return Ok(Vec::new()) };
        self.found = cx.reader.findings(from, until, cx.clock)?;
        let accounts = cx.reader.accounts()?;
        let mut lines = Vec::new();
        for (kind, count) in self.kinds().into_iter().filter(|(kind, _)| self.kind.is_none_or(|only| only == *kind)) {
            lines.push(Line::heading(format!("{} ({count})", cx.lang.label(kind.text_id()))));
            for finding in self.found.iter().filter(|finding| finding.kind == kind) {
                lines.push(line(finding, &accounts, &cx.lang));
            }
        }
        let years: Vec<Year> = cx.reader.years()?.into_iter().filter(|year| year.year == self.year).collect();
        if self.kind.is_none() && !years.is_empty() {
            lines.push(Line::heading(cx.lang.label("control-indicators")));
            lines.extend(years.iter().map(|year| year_line(year, &cx.lang)));
        }
        Ok(lines)
    }

    fn lacks(&self, cmd: Cmd, target: Option<&About>) -> bool {
        matches!(cmd, Cmd::New | Cmd::Archive | Cmd::Save)
            || (cmd == Cmd::Open && !matches!(target, Some(About::Record(..))))
    }

    fn run(&mut self, cmd: Cmd, target: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        match (cmd, target) {
            (Cmd::Open, Some(About::Record(table, id))) => return board::open(table, *id, cx),
            (Cmd::Earlier, _) => self.year -= 1,
            (Cmd::Later, _) => self.year = (self.year + 1).min(cx.clock.today().year()),
            (Cmd::Filters, _) => {
                let all = Item::new(cx.lang.label("filter-all")).with(cx.lang.count(self.found.len() as i64));
                let item = |(kind, count): (FindingKind, usize)| {
                    Item::new(cx.lang.label(kind.text_id())).with(cx.lang.count(count as i64))
                };
                let items = std::iter::once(all).chain(self.kinds().into_iter().map(item)).collect();
                return Ok(Flow::push(Picker::new(cx.lang.label(Cmd::Filters.text_id()).to_owned(), items, 0)));
            }
            (Cmd::Print, _) => {
                let mut asked = paper::Asked::new(paper::find("control").expect("it is in the table"), None);
                asked.options.put("year", self.year.to_string());
                asked.permit(&cx.reader, &cx.session)?;
                return Ok(Flow::push(Preview::new(asked)));
            }
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, _: &mut Cx) -> Result<Flow> {
        if let Value::Row(at) = value {
            self.kind = at.checked_sub(1).and_then(|at| self.kinds().get(at).map(|(kind, _)| *kind));
        }
        Ok(Flow::Stay)
    }
}
