//! A file as sheets of text cells, whatever its format: CSV and its relatives, XLSX, ODS, XLS.
//!
//! A cell is the text that the person meant: whole numbers without `.0`, days as `2026-11-23`, the results of
//! formulas, leading zeros of text cells kept. Cells covered by a merge stay where they are, nearly always blank; cells in
//! error are blank and listed.
//!
//! What a file claims is never believed: every format adds its cells through one gate, `Rows`, which stops at the limits
//! below, and nothing is allocated by a size that the file only names.

use super::{Progress, delimited, encoding, ods, ole, package, xls, xlsx};
use crate::domain::Text;
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// Largest file, in bytes. A list of 25,000 members has 3 MB as XLSX, 100,000 have 15 MB as CSV.
pub const MAX_BYTES: usize = 32 << 20;
/// Most lines with something in them, in all sheets together.
pub const MAX_LINES: usize = 200_000;
/// Most cells, blank ones inside a line included, in all sheets together.
pub const MAX_CELLS: usize = 4_000_000;
/// Most text, in bytes, in all sheets together: one long text can stand in a million cells of a small file.
pub const MAX_TEXT: usize = 48 << 20;
/// Most sheets.
pub const MAX_SHEETS: usize = 1_000;
/// Most rows, as in Excel and Calc.
pub const MAX_ROWS: usize = 1 << 20;
/// Most columns, as in Excel and Calc.
pub const MAX_COLUMNS: usize = 16_384;

/// Whether a sheet is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// It is.
    Visible,
    /// Whoever made the file hid it; it is named, and read when asked for.
    Hidden,
    /// A chart: there are no cells in it.
    Chart,
}

/// One line of a sheet that has something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its row in the file as a spreadsheet program numbers it, from 1.
    pub number: usize,
    text: Box<str>,
    ends: Box<[u32]>,
}

impl Line {
    /// The text of a cell; blank behind the last one.
    pub fn cell(&self, column: usize) -> &str {
        let Some(end) = self.ends.get(column) else { return "" };
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        &self.text[start as usize..*end as usize]
    }

    /// The texts of all cells up to the last one that is not blank.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|column| self.cell(column))
    }

    /// How many cells there are up to the last one that is not blank.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Never: a blank line is not kept.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// A cell that holds an error instead of a value, such as `#N/A`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Row in the file, from 1.
    pub line: usize,
    /// Column, from 0.
    pub column: usize,
    /// What stands there.
    pub text: String,
}

/// One sheet; a CSV file is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; the file's for CSV.
    pub name: String,
    /// Whether it is offered.
    pub showing: Showing,
    /// The lines that have something in them, in the order of their numbers.
    pub lines: Vec<Line>,
    /// Cells in error, in the order of the lines.
    pub faults: Vec<Fault>,
}

impl Sheet {
    /// Columns of the widest line.
    pub fn width(&self) -> usize {
        self.lines.iter().map(Line::len).max().unwrap_or(0)
    }

    /// The line with this number; `None` when it is blank or beyond the end.
    pub fn line(&self, number: usize) -> Option<&Line> {
        self.lines.binary_search_by_key(&number, |line| line.number).ok().map(|at| &self.lines[at])
    }
}

/// The bytes of a file; of a larger one than `most` only enough to see that.
///
/// # Errors
/// What the system says.
pub fn load(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a file into its sheets. What it is, is seen from its bytes; the name gives the sheet of a CSV file its name
/// and is repeated in errors.
///
/// # Errors
/// A sentence: empty, too large, damaged, locked by a password, not a list at all, or given up.
pub fn read(bytes: &[u8], file_name: &str, progress: Progress) -> Result<Vec<Sheet>, Text> {
    if bytes.len() > MAX_BYTES {
        return Err(Text::new("err-import-bytes").with("limit", MAX_BYTES >> 20));
    }
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let mut budget = Budget { progress, ..Budget::whole() };
    let broken = || Text::new("err-import-broken").with("file", name);
    let sheets = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        match package::kind(bytes).ok_or_else(broken)? {
            package::Kind::Xlsx => xlsx::read(bytes, &mut budget, &broken)?,
            package::Kind::Ods => ods::read(bytes, &mut budget, &broken)?,
            package::Kind::Other(what) => return Err(other_kind(name, what)),
        }
    } else if bytes.starts_with(&ole::MAGIC) {
        xls::read(bytes, &mut budget, &broken)?
    } else if let Some(what) = encoding::not_text(bytes) {
        return Err(other_kind(name, what));
    } else {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        vec![delimited::read(&encoding::decode(bytes), stem, &mut budget)?]
    };
    if sheets.iter().all(|sheet| sheet.lines.is_empty()) {
        return Err(Text::new("err-import-empty").with("file", name));
    }
    Ok(sheets)
}

fn other_kind(name: &str, what: &'static str) -> Text {
    Text::new("err-import-kind").with("file", name).with("kind", Text::new(what))
}

/// What may still be read, and who watches.
pub(super) struct Budget<'a> {
    sheets: usize,
    lines: usize,
    cells: usize,
    text: usize,
    progress: Progress<'a>,
}

pub(super) fn too_large() -> Text {
    Text::new("err-import-size").with("lines", MAX_LINES).with("cells", MAX_CELLS)
}

impl Budget<'_> {
    /// A budget of the full size that nobody watches.
    pub(super) fn whole() -> Self {
        let (sheets, lines, cells, text) = (MAX_SHEETS, MAX_LINES, MAX_CELLS, MAX_TEXT);
        Self { sheets, lines, cells, text, progress: &super::unwatched }
    }

    /// Says how far the work is.
    pub(super) fn report(&self, done: usize, total: usize) -> Result<(), Text> {
        (self.progress)(done, total).map_err(Text::from)
    }
}

/// Gathers the cells of one sheet.
pub(super) struct Rows<'b, 'a> {
    budget: &'b mut Budget<'a>,
    /// How many rows the file says there are; only for the progress.
    expected: usize,
    lines: Vec<Line>,
    faults: Vec<Fault>,
    row: usize,
    text: String,
    /// Column, start and end in `text`, of the row being read.
    cells: Vec<(usize, usize, usize)>,
}

impl<'b, 'a> Rows<'b, 'a> {
    pub(super) fn new(budget: &'b mut Budget<'a>, expected: usize) -> Self {
        let (lines, faults, cells) = (Vec::new(), Vec::new(), Vec::new());
        Self { budget, expected, lines, faults, row: 0, text: String::new(), cells }
    }

    /// Adds a cell; row and column count from 0. Blank cells may be left out, and the order is free.
    pub(super) fn cell(&mut self, row: usize, column: usize, text: &str) -> Result<(), Text> {
        if row != self.row {
            self.end_row()?;
            self.row = row;
        }
        if text.is_empty() {
            return Ok(());
        }
        self.budget.text = self.budget.text.checked_sub(text.len()).ok_or_else(too_large)?;
        if row >= MAX_ROWS || column >= MAX_COLUMNS || self.cells.len() >= MAX_COLUMNS {
            return Err(too_large());
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.cells.push((column, start, self.text.len()));
        Ok(())
    }

    /// Notes a cell that holds an error.
    pub(super) fn fault(&mut self, row: usize, column: usize, text: &str) -> Result<(), Text> {
        self.budget.cells = self.budget.cells.checked_sub(1).filter(|_| row < MAX_ROWS).ok_or_else(too_large)?;
        self.faults.push(Fault { line: row + 1, column, text: text.to_owned() });
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Text> {
        if self.row.is_multiple_of(512) {
            self.watch()?;
        }
        if self.text.trim().is_empty() {
            self.text.clear();
            self.cells.clear();
            return Ok(());
        }
        let in_order = self.cells.is_sorted_by(|a, b| a.0 < b.0);
        if !in_order {
            self.cells.sort_by_key(|cell| cell.0);
            self.cells.dedup_by_key(|cell| cell.0);
        }
        let width = self.cells.last().map_or(0, |last| last.0 + 1);
        self.budget.lines = self.budget.lines.checked_sub(1).ok_or_else(too_large)?;
        self.budget.cells = self.budget.cells.checked_sub(width).ok_or_else(too_large)?;
        let mut ends = Vec::with_capacity(width);
        let mut text = String::new();
        for (column, start, end) in &self.cells {
            let before = ends.last().copied().unwrap_or(0);
            ends.resize(*column, before);
            if in_order {
                ends.push(*end as u32);
            } else {
                text.push_str(&self.text[*start..*end]);
                ends.push(text.len() as u32);
            }
        }
        let text = if in_order { self.text.as_str().into() } else { text.into() };
        self.lines.push(Line { number: self.row + 1, text, ends: ends.into() });
        self.text.clear();
        self.cells.clear();
        Ok(())
    }

    /// Asks whether to go on; for stretches of a file that have no cells.
    pub(super) fn watch(&self) -> Result<(), Text> {
        self.budget.report(self.row.min(self.expected), self.expected)
    }

    pub(super) fn finish(mut self, name: String, showing: Showing) -> Result<Sheet, Text> {
        self.end_row()?;
        self.budget.sheets = self.budget.sheets.checked_sub(1).ok_or_else(too_large)?;
        // a file may give its rows in any order, although none of the common programs does
        self.lines.sort_by_key(|line| line.number);
        self.faults.sort_by_key(|fault| fault.line);
        self.lines.shrink_to_fit();
        Ok(Sheet { name, showing, lines: self.lines, faults: self.faults })
    }
}

/// A number as a person writes it: no `.0`, no exponent, no digits that binary fractions make up.
pub(super) fn number_text(value: f64) -> String {
    if value.fract() == 0.0 {
        return format!("{value}");
    }
    // spreadsheets show 15 significant digits
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    format!("{rounded}")
}

/// An ISO day and time as text: the time of day only where there is one.
pub(super) fn day_text(iso: &str) -> &str {
    let iso = iso.trim().trim_end_matches('Z');
    let Some((day, time)) = iso.split_once(['T', ' ']) else { return iso };
    if time.bytes().all(|b| matches!(b, b'0' | b':' | b'.' | b',')) { day } else { iso }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gather(cells: &[(usize, usize, &str)]) -> Sheet {
        let mut budget = Budget::whole();
        let mut rows = Rows::new(&mut budget, 0);
        for (row, column, text) in cells {
            rows.cell(*row, *column, text).unwrap();
        }
        rows.finish("s".into(), Showing::Visible).unwrap()
    }

    #[test]
    fn blank_lines_are_left_out_and_cells_keep_their_places() {
        let sheet =
            gather(&[(0, 0, ""), (2, 1, "b"), (2, 3, "d"), (3, 0, "  "), (5, 2, "c"), (5, 0, "a"), (4, 0, "x")]);
        assert_eq!(sheet.lines.iter().map(|l| l.number).collect::<Vec<_>>(), [3, 5, 6]);
        assert_eq!(sheet.line(3).unwrap().cells().collect::<Vec<_>>(), ["", "b", "", "d"]);
        assert_eq!(sheet.line(6).unwrap().cells().collect::<Vec<_>>(), ["a", "", "c"]);
        assert_eq!((sheet.line(3).unwrap().cell(9), sheet.line(4), sheet.width()), ("", None, 4));
    }

    #[test]
    fn a_row_that_no_program_has_is_refused() {
        let mut budget = Budget::whole();
        let mut rows = Rows::new(&mut budget, 0);
        assert_eq!(rows.cell(usize::MAX, 0, "x").unwrap_err().id, "err-import-size");
        assert_eq!(rows.fault(usize::MAX, 0, "#N/A").unwrap_err().id, "err-import-size");
        rows.cell(MAX_ROWS - 1, 0, "x").unwrap();
    }

    #[test]
    fn numbers_and_days_read_as_people_write_them() {
        for (value, text) in [
            (1.0, "1"),
            (243_812_345_678.0, "243812345678"),
            (0.1 + 0.2, "0.3"),
            (-1.5, "-1.5"),
            (1e15, "1000000000000000"),
        ] {
            assert_eq!(number_text(value), text);
        }
        for (iso, text) in [
            ("2021-01-01", "2021-01-01"),
            ("2021-01-01T00:00:00.000Z", "2021-01-01"),
            ("2021-01-01 10:10:10", "2021-01-01 10:10:10"),
        ] {
            assert_eq!(day_text(iso), text);
        }
    }

    #[test]
    fn limits_hold() {
        let mut budget = Budget::whole();
        let mut rows = Rows::new(&mut budget, 0);
        assert_eq!(rows.cell(0, MAX_COLUMNS, "x").unwrap_err().id, "err-import-size");
        let result = (0..MAX_CELLS).try_for_each(|row| rows.cell(row, MAX_COLUMNS - 1, "x"));
        assert_eq!(result.unwrap_err().id, "err-import-size");
        let long = "x".repeat(1 << 20);
        let mut budget = Budget::whole();
        let mut rows = Rows::new(&mut budget, 0);
        assert_eq!((0..100).try_for_each(|row| rows.cell(row, 0, &long)).unwrap_err().id, "err-import-size");
    }
}
