//! Lists as CSV and JSON.
//!
//! CSV is as RFC 4180 has it, UTF-8 without a byte order mark: what reads it by program finds the headings as they are.
//! Text that a spreadsheet program would calculate gets an apostrophe, see
//! [`crate::domain::guard`]. JSON is made for programs: the same headings, nothing guarded.

use super::{Report, block::Block, json::Array};
use crate::domain::{amount::Amount, day, guard::guard};
use chrono::NaiveDate;
use std::{
    borrow::Cow,
    io::{self, Write},
};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing: a blank cell, `null`.
    Blank,
    /// Words, also where they are digits, such as a telephone number.
    Text(Cow<'a, str>),
    /// A count or a number that people are called by.
    Number(i64),
    /// A day.
    Day(NaiveDate),
    /// An amount, and its figures as a person reads them; without them as programs do.
    Amount(Amount, Cow<'a, str>),
}

impl Cell<'_> {
    /// What a person reads; a day as both languages of the program write it.
    pub fn show(&self) -> Cow<'_, str> {
        match self {
            Self::Blank => "".into(),
            Self::Text(text) => text.as_ref().into(),
            Self::Number(number) => number.to_string().into(),
            Self::Day(date) => day::show(*date).into(),
            Self::Amount(amount, words) if words.is_empty() => amount.figures().into(),
            Self::Amount(_, words) => words.as_ref().into(),
        }
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Cell<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Amount> for Cell<'_> {
    fn from(amount: Amount) -> Self {
        Self::Amount(amount, "".into())
    }
}

impl From<NaiveDate> for Cell<'_> {
    fn from(date: NaiveDate) -> Self {
        Self::Day(date)
    }
}

/// Writes a list as CSV.
///
/// # Errors
/// Those of `out`.
pub fn csv<'a>(out: impl Write, headings: &[&str], rows: impl IntoIterator<Item = Vec<Cell<'a>>>) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(headings.iter().map(|heading| guard(heading)))?;
    for row in rows {
        for cell in row {
            match cell {
                Cell::Blank => writer.write_field(""),
                Cell::Text(text) => writer.write_field(guard(&text)),
                Cell::Number(number) => writer.write_field(number.to_string()),
                Cell::Day(date) => writer.write_field(date.to_string()),
                // a number, also below zero: nothing to guard
                Cell::Amount(amount, _) => writer.write_field(amount.figures()),
            }?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

/// Writes the tables of a paper as CSV, without sums; where there are several, one below the other, each under the
/// heading before it.
///
/// # Errors
/// Those of `out`.
pub fn csv_tables(mut out: impl Write, report: &Report) -> io::Result<()> {
    let is_table = |block: &&Block| matches!(block, Block::Table(_));
    let are_several = report.blocks.iter().filter(is_table).count() > 1;
    let mut heading = report.title.as_str();
    for block in &report.blocks {
        match block {
            Block::Heading(_, text) => heading = text,
            Block::Table(table) => {
                if are_several {
                    csv(&mut out, &[heading], [])?;
                }
                let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
                let blank = |mut row: Vec<Cell<'static>>| {
                    row.resize(titles.len(), Cell::Blank);
                    row
                };
                csv(&mut out, &titles, table.rows.iter().cloned().map(blank))?;
                if are_several {
                    out.write_all(b"\r\n")?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Writes a list as an array of objects, one a line, whose names are the headings.
///
/// # Errors
/// Those of `out`.
pub fn json<'a>(out: impl Write, headings: &[&str], rows: impl IntoIterator<Item = Vec<Cell<'a>>>) -> io::Result<()> {
    let mut array = Array::new(out);
    for row in rows {
        let object: serde_json::Map<String, serde_json::Value> =
            headings.iter().zip(row).map(|(heading, cell)| ((*heading).to_owned(), cell.into())).collect();
        array.push(&object)?;
    }
    array.finish().map(drop)
}

impl From<Cell<'_>> for serde_json::Value {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Blank => Self::Null,
            Cell::Text(text) => Self::String(text.into_owned()),
            Cell::Number(number) => number.into(),
            Cell::Day(date) => date.to_string().into(),
            Cell::Amount(amount, _) => amount.figures().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Vec<Cell<'static>>> {
        vec![
            vec![Cell::Number(-7), "Éléonore".into(), Cell::Blank],
            vec![Cell::Number(8), "=1+1".into(), "+243 a, \"b\"\nc".into()],
        ]
    }

    #[test]
    fn csv_is_fit_for_spreadsheets() {
        let mut out = Vec::new();
        csv(&mut out, &["n", "name", "note"], rows()).unwrap();
        let expected = "n,name,note\r\n-7,Éléonore,\r\n8,'=1+1,\"'+243 a, \"\"b\"\"\nc\"\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn amounts_are_figures_for_programs_and_words_for_people() {
        let amount = |minor| Amount { minor, currency: "USD".to_owned() };
        let row = || vec![amount(-123_450).into(), Cell::Amount(amount(5), "0,05".into())];
        let (mut lines, mut objects) = (Vec::new(), Vec::new());
        csv(&mut lines, &["in", "out"], [row()]).unwrap();
        assert_eq!(String::from_utf8(lines).unwrap(), "in,out\r\n-1234.50,0.05\r\n");
        json(&mut objects, &["in", "out"], [row()]).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&objects).unwrap();
        assert_eq!(value[0], serde_json::json!({"in": "-1234.50", "out": "0.05"}));
        assert_eq!(row().iter().map(Cell::show).collect::<Vec<_>>(), ["-1234.50", "0,05"]);
    }

    #[test]
    fn json_has_the_same_names_and_nothing_added() {
        let mut out = Vec::new();
        json(&mut out, &["n", "name", "note"], rows()).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(value[0], serde_json::json!({"n": -7, "name": "Éléonore", "note": null}));
        assert_eq!(value[1]["name"], "=1+1");
        let mut none = Vec::new();
        json(&mut none, &["n"], []).unwrap();
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&none).unwrap(), serde_json::json!([]));
    }
}
