//! Workbooks made in a test, part by part.

use std::{
    fmt::Write as _,
    io::{Cursor, Write},
};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A zip archive of these parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

/// An ODS file whose only sheet has these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    ods_of(&[("S", rows)])
}

/// An ODS file of these sheets.
pub fn ods_of(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut tables = String::new();
    for (name, rows) in sheets {
        let _ = write!(tables, "<table:table table:name=\"{name}\">{rows}</table:table>");
    }
    let content = format!("<office:document-content>{tables}</office:document-content>");
    package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

/// A cell of an ODS file as a person would write it: `text`, `=number`, `@2026-11-23` for a day, `|3 text` for a text over
/// three columns, empty for a blank one.
pub fn cell(said: &str) -> String {
    let text = |text: &str| format!("<text:p>{text}</text:p>");
    let first = said.chars().next().map_or(0, char::len_utf8);
    match said.split_at_checked(first).filter(|_| first > 0) {
        None => "<table:table-cell/>".to_owned(),
        Some(("=", number)) => {
            format!(
                "<table:table-cell office:value-type=\"float\" office:value=\"{number}\">{}</table:table-cell>",
                text(number)
            )
        }
        Some(("@", day)) => {
            format!(
                "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\">{}</table:table-cell>",
                text(day)
            )
        }
        Some(("|", span)) => {
            let (columns, words) = span.split_once(' ').expect("a number of columns and a text");
            let covered: usize = columns.parse().expect("a number");
            let cells = "<table:covered-table-cell/>".repeat(covered - 1);
            format!(
                "<table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"{columns}\">{}</table:table-cell>{cells}",
                text(words)
            )
        }
        Some(_) => format!("<table:table-cell office:value-type=\"string\">{}</table:table-cell>", text(said)),
    }
}

/// A row of such cells, so many times.
pub fn row(times: usize, cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|said| cell(said)).collect();
    format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
}
