//! Counting and closing on paper: the sheet on which a box is counted by hand, the close of a box that two sign and a third
//! keeps, and the close of a month or a year.

use super::words;
use crate::{
    domain::{
        Text,
        account::Account,
        amount::{Amount, decimals},
        close::{Close, Gap, GapKind, PeriodKind},
        control::Year,
        count::{Count, CountKind, Outcome, denominations},
        day,
        signed::{How, Signed},
    },
    report::{
        Report,
        block::{Align, Block, Column, Facts, Row, Signature, Table},
        head::{Head, together},
    },
    text::Lang,
};
use chrono::{Datelike, NaiveDate};

/// Width of the labels, in millimetres.
const LABELS: u8 = 42;
/// A row to write in, in millimetres.
const ROW: f32 = 8.5;

/// Text keys of the months.
const MONTHS: [&str; 12] = [
    "period-month-1",
    "period-month-2",
    "period-month-3",
    "period-month-4",
    "period-month-5",
    "period-month-6",
    "period-month-7",
    "period-month-8",
    "period-month-9",
    "period-month-10",
    "period-month-11",
    "period-month-12",
];

/// `October 2026`, `2026`.
pub fn period((kind, last_on): (PeriodKind, NaiveDate), lang: &Lang) -> String {
    let year = last_on.year().to_string();
    match kind {
        PeriodKind::Year => lang.text(&Text::new("period-name-year").with("year", year)),
        PeriodKind::Month => {
            let month = Text::new(MONTHS[last_on.month0() as usize]);
            lang.text(&Text::new("period-name-month").with("month", month).with("year", year))
        }
    }
}

/// `5 000 CDF over`, `5 000 CDF missing`, or that it agrees.
pub fn difference(minor: i64, currency: &str) -> Text {
    let amount = Amount { minor: minor.saturating_abs(), currency: currency.to_owned() };
    match minor {
        0 => Text::new("count-agrees"),
        1.. => Text::new("count-over").with("amount", amount),
        _ => Text::new("count-missing").with("amount", amount),
    }
}

/// What should be done before a period is closed: what it is about, since when, how much.
pub fn gap(gap: &Gap, accounts: &[Account], lang: &Lang) -> String {
    let account = accounts.iter().find(|account| gap.kind.table() == "account" && account.id == gap.id);
    let name = account.map_or_else(|| gap.name.clone(), |account| words::account(account, lang));
    let (minor, currency) = &gap.amount;
    let much = match gap.kind {
        _ if *minor == 0 => String::new(),
        GapKind::Difference => lang.text(&difference(*minor, currency)),
        _ => words::minor(*minor, currency, lang),
    };
    let day = gap.day.map(day::show).unwrap_or_default();
    let parts = [name, day, much, gap.numbers.clone()].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// The value of a piece, without decimals where it has none: `20 000`, `0,50`.
pub fn piece(value: i64, currency: &str, lang: &Lang) -> String {
    let scale = 10_i64.pow(decimals(currency));
    if value % scale == 0 { lang.count(value / scale) } else { words::figures(value, currency, lang) }
}

/// How many pieces and what they come to, under the values of a currency.
fn pieces(head: &Head) -> Table {
    Table::new()
        .column(Column::new(head.label("count-value")).align(Align::Right).at_least(30.0))
        .column(Column::new(head.label("count-pieces")).align(Align::Right).at_least(30.0))
        .column(Column::new(head.label("field-amount")).align(Align::Right).at_least(40.0).grow(1))
}

/// Where two who have counted sign, and a third who has seen it.
fn signatures(head: &Head, first: &'static str, signed: &Signed) -> Vec<Signature> {
    let line = |id, name: &str| {
        let beneath = if name.is_empty() { head.label("paper-sign-name") } else { name };
        Signature::line(head.label(id)).beneath(beneath)
    };
    vec![
        line(first, &signed.first),
        line("sign-second", &signed.second),
        head.officers().pop().expect("the body that supervises signs every paper"),
    ]
}

/// A sheet on which a box is counted by hand: rows for the pieces, nothing of what the book has, so that whoever counts
/// does not know it.
pub fn sheet(head: Head, account: &Account) -> Report {
    let values = denominations(&account.currency);
    let row = |value: &i64| -> Row { vec![piece(*value, &account.currency, head.lang).into()] };
    let mut table = pieces(&head).row_height(ROW).rows(values.iter().map(row));
    if values.is_empty() {
        table = table.rows((0..12).map(|_| Row::new()));
    }
    let facts = Facts::new()
        .labels(LABELS)
        .fact(head.label("noun-account"), words::account(account, head.lang))
        .blank(head.label("count-day"))
        .blank(head.label("count-time"))
        .blank(head.label("count-keeper"));
    let choice = [CountKind::Count, CountKind::Surprise, CountKind::Close]
        .map(|kind| (crate::report::block::Tick::No, head.label(kind.text_id()).to_owned()));
    let end = Facts::new()
        .labels(LABELS)
        .blank(head.label("count-total"))
        .choice(head.label("count-kind"), choice)
        .blank_lines(head.label("count-remarks"), 2);
    head.report(head.label("paper-count-title"))
        .block(facts)
        .block(table)
        .block(together(vec![end.into(), signatures(&head, "count-first", &Signed::default()).into()]))
}

/// A count as it was, with the words that stand for everything written until then: the body that supervises keeps a copy.
pub fn cash_close(head: Head, account: &Account, count: &Count) -> Report {
    let lang = head.lang;
    let title = if count.kind == CountKind::Close { "paper-cash-close-title" } else { "paper-count-title" };
    let when = [day::show(count.counted_on), count.time.clone()].join(" ");
    let mut facts = Facts::new()
        .labels(LABELS)
        .fact(head.label("noun-account"), words::account(account, lang))
        .fact(head.label("count-day"), when.trim_end())
        .fact(head.label("count-kind"), head.label(count.kind.text_id()));
    if !count.keeper.is_empty() {
        facts = facts.fact(head.label("count-keeper"), count.keeper.as_str());
    }
    let mut report = head.report(head.label(title)).block(facts);
    if !count.pieces.is_empty() {
        let row = |(value, many): (i64, u32)| -> Row {
            let of = |minor| words::figures(minor, &count.currency, lang);
            vec![
                piece(value, &count.currency, lang).into(),
                lang.count(many.into()).into(),
                of(value * i64::from(many)).into(),
            ]
        };
        let total: Row = vec![
            head.label("count-total").into(),
            "".into(),
            words::minor(count.counted, &count.currency, lang).into(),
        ];
        report = report.block(pieces(&head).rows(count.pieces.iter().map(row)).total(total));
    }
    let minor = count.difference();
    let outcome = match count.outcome() {
        Outcome::Agrees => head.label("count-agrees").to_owned(),
        outcome => {
            format!("{} · {}", head.text(&difference(minor, &count.currency)), head.label(outcome.text_id()))
        }
    };
    let mut end = Facts::new()
        .labels(LABELS)
        .fact(head.label("count-counted"), words::minor(count.counted, &count.currency, lang))
        .fact(head.label("count-expected"), words::minor(count.expected, &count.currency, lang))
        .fact(head.label("count-difference"), outcome);
    if !count.reason.is_empty() {
        end = end.fact(head.label("count-reason"), count.reason.as_str());
    }
    let mut blocks: Vec<Block> = vec![end.into()];
    if count.kind == CountKind::Surprise {
        blocks.push(Block::paragraph(head.label("count-without-keeper")));
    }
    blocks.extend(how(&head, &count.signed));
    blocks.push(witness(&head));
    blocks.push(signatures(&head, "count-first", &count.signed).into());
    report.block(together(blocks))
}

/// How two have signed, where two have.
fn how(head: &Head, signed: &Signed) -> Option<Block> {
    let text = match signed.how? {
        How::Pin => Text::new("signed-pin"),
        How::Ink => Text::new("signed-ink").with("seen", signed.seen_by.as_str()),
    };
    Some(Block::paragraph(head.text(&text.with("names", signed.names()))))
}

/// The witness words, large enough to be written down by the one who keeps them.
fn witness(head: &Head) -> Block {
    together(vec![Block::note(head.label("closing-witness")), Block::Large(head.witness.to_owned())])
}

/// What a close of a month or a year is made of.
pub struct Sheet<'a> {
    /// What is or is to be closed.
    pub period: (PeriodKind, NaiveDate),
    /// How it was closed, once it is.
    pub close: Option<&'a Close>,
    /// What stands in the way: what it is about in words.
    pub gaps: &'a [(Gap, String)],
    /// What was in each account at the end: name, minor units, currency.
    pub balances: &'a [(String, i64, String)],
    /// The counts of the period, with the names of their accounts.
    pub counts: &'a [(Count, String)],
    /// What the year came to, of a year.
    pub years: &'a [Year],
}

/// The close of a month or a year: what there was, what was counted, what stands open, who signs.
pub fn month_close(head: Head, sheet: &Sheet) -> Report {
    let lang = head.lang;
    let title = Text::new("paper-month-close-title").with("period", period(sheet.period, lang));
    let mut report = head.report(head.text(&title));
    let state = match sheet.close {
        None => {
            report = report.stamp(head.label("paper-draft"));
            head.label("close-not-closed").to_owned()
        }
        Some(close) => {
            let text = Text::new("close-by").with("day", day::show(close.closed_on));
            head.text(&text.with("names", close.signed.names()))
        }
    };
    report = report.block(Block::paragraph(state));
    let balance = |(name, minor, currency): &(String, i64, String)| -> Row {
        vec![name.clone().into(), words::minor(*minor, currency, lang).into()]
    };
    let money = |id| Column::new(head.label(id)).align(Align::Right).at_least(40.0);
    let at_end = Text::new("closes-at-end").with("day", day::show(sheet.period.1));
    report = report.block(Block::heading(head.text(&at_end))).block(
        Table::new()
            .column(Column::new(head.label("noun-account")).grow(1))
            .column(money("field-amount"))
            .rows(sheet.balances.iter().map(balance)),
    );
    report = report.blocks(counts(&head, sheet.counts));
    if !sheet.years.is_empty() {
        report = report
            .block(Block::heading(head.label("control-indicators")))
            .block(super::control::years(&head, sheet.years));
    }
    let ways = Text::new("closes-in-the-way").with("count", sheet.gaps.len());
    report = report.block(Block::heading(head.text(&ways)));
    if !sheet.gaps.is_empty() {
        let row =
            |(gap, words): &(Gap, String)| -> Row { vec![head.label(gap.kind.text_id()).into(), words.clone().into()] };
        let table = Table::new()
            .column(Column::new(head.label("closing-open")).at_least(50.0))
            .column(Column::new(head.label("closing-about")).grow(1))
            .rows(sheet.gaps.iter().map(row));
        report = report.block(table);
    }
    let signed = sheet.close.map(|close| close.signed.clone()).unwrap_or_default();
    let mut end: Vec<Block> = how(&head, &signed).into_iter().collect();
    end.extend([witness(&head), head.done_at().into(), signatures(&head, "sign-treasurer", &signed).into()]);
    report.block(together(end))
}

/// The counts of a period, when there are any.
fn counts(head: &Head, counts: &[(Count, String)]) -> Vec<Block> {
    if counts.is_empty() {
        return vec![Block::heading(head.label("counts-title")), Block::paragraph(head.label("closing-no-counts"))];
    }
    let row = |(count, account): &(Count, String)| -> Row {
        let of = |minor| words::minor(minor, &count.currency, head.lang);
        vec![
            count.counted_on.into(),
            account.clone().into(),
            head.label(count.kind.text_id()).into(),
            of(count.counted).into(),
            of(count.difference()).into(),
        ]
    };
    let money = |id| Column::new(head.label(id)).align(Align::Right);
    let table = Table::new()
        .column(head.label("count-day"))
        .column(Column::new(head.label("noun-account")).grow(1))
        .column(head.label("count-kind"))
        .column(money("count-counted"))
        .column(money("count-difference"))
        .rows(counts.iter().map(row));
    vec![Block::heading(head.label("counts-title")), table.into()]
}
