//! What a command gives out: one JSON document, or lines for a person.

use super::failure::Result;
use crate::domain::fold::is_unsafe;
use serde::Serialize;
use std::io::{self, BufWriter, StdoutLock, Write};
use unicode_width::UnicodeWidthStr;

/// Standard output, written in large pieces.
pub type Stdout = BufWriter<StdoutLock<'static>>;

/// Opens standard output.
pub fn stdout() -> Stdout {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// One JSON document and nothing else.
pub fn json(value: &impl Serialize) -> Result {
    let mut out = stdout();
    serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(out.flush()?)
}

/// A line for a person, without anything that would move a cursor.
pub fn line(out: &mut impl Write, line: &str) -> io::Result<()> {
    let safe: String = line.chars().filter(|c| !is_unsafe(*c)).collect();
    writeln!(out, "{}", safe.trim_end())
}

/// Several.
pub fn lines(lines: impl IntoIterator<Item = String>) -> Result {
    let mut out = stdout();
    for text in lines {
        line(&mut out, &text)?;
    }
    Ok(out.flush()?)
}

/// A table for a person: columns as wide as their widest cell, two blanks between them.
pub fn table<const N: usize>(rows: &[[String; N]]) -> Result {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    lines(rows.iter().map(|row| {
        let mut text = String::new();
        for (width, cell) in widths.iter().zip(row) {
            text.push_str(cell);
            text.extend(std::iter::repeat_n(' ', width + 2 - cell.width().min(*width)));
        }
        text
    }))
}
