//! Workbooks of Excel 5 to 2003, read record by record.
//!
//! Not through calamine, which makes room for the rectangle that the file claims and follows chains without an end.
//! Format: \[MS-XLS\]; the record numbers below are its names.

mod strings;

use super::{
    ole::Ole,
    package::Refusal,
    sheet::{Budget, Rows, Sheet, Showing, number_text},
    xlsx::{bool_text, serial_text},
};
use crate::domain::Text;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use std::collections::HashMap;
use strings::Strings;

const FORMULA: u16 = 0x0006;
const END: u16 = 0x000A;
const DATE_1904: u16 = 0x0022;
const FILE_PASS: u16 = 0x002F;
const CONTINUE: u16 = 0x003C;
const CODE_PAGE: u16 = 0x0042;
const BOUND_SHEET: u16 = 0x0085;
const MUL_RK: u16 = 0x00BD;
const RICH_LABEL: u16 = 0x00D6;
const XF: u16 = 0x00E0;
const SHARED_STRINGS: u16 = 0x00FC;
const LABEL_SST: u16 = 0x00FD;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_ERR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const RK: u16 = 0x027E;
const FORMAT: u16 = 0x041E;
const BEGIN: u16 = 0x0809;

/// Two bytes, the lower first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Four bytes, the lowest first.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Reads all sheets.
pub(super) fn read(bytes: &[u8], budget: &mut Budget, broken: &dyn Fn() -> Text) -> Result<Vec<Sheet>, Text> {
    let ole = Ole::open(bytes).ok_or_else(broken)?;
    if ole.has("EncryptedPackage") {
        return Err(Refusal::Locked.text(broken));
    }
    let Some(stream) = ole.stream("Workbook").or_else(|| ole.stream("Book")) else {
        let kind = Text::new("import-kind-document");
        let file = broken().args.into_iter().find(|(name, _)| *name == "file").map(|(_, file)| file);
        return Err(file
            .into_iter()
            .fold(Text::new("err-import-kind"), |text, file| text.with("file", file))
            .with("kind", kind));
    };
    drop(ole);
    let book = Book::read(&stream).ok_or_else(broken)?;
    if book.is_locked {
        return Err(Refusal::Locked.text(broken));
    }
    if book.strings.is_too_large() {
        return Err(Refusal::TooLarge.text(broken));
    }
    let mut sheets = Vec::new();
    for tab in &book.tabs {
        let mut rows = Rows::new(budget, 0);
        if tab.showing != Showing::Chart {
            book.sheet(&stream, tab.start, &mut rows)?.ok_or_else(broken)?;
        }
        sheets.push(rows.finish(tab.name.clone(), tab.showing)?);
    }
    Ok(sheets)
}

/// One record: what it is, and its bytes. Bytes of records that continue it stay where they are.
struct Record<'s> {
    kind: u16,
    data: &'s [u8],
    end: usize,
}

fn record(stream: &[u8], at: usize) -> Option<Record<'_>> {
    let length = usize::from(u16_at(stream, at + 2)?);
    let data = stream.get(at + 4..at + 4 + length)?;
    Some(Record { kind: u16_at(stream, at)?, data, end: at + 4 + length })
}

/// How a number of a cell is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Number,
    Day,
    Duration,
}

struct Tab {
    name: String,
    start: usize,
    showing: Showing,
}

/// What the sheets share.
struct Book {
    is_locked: bool,
    is_1904: bool,
    /// Excel 97 and later: letters are Unicode.
    is_unicode: bool,
    alphabet: &'static Encoding,
    tabs: Vec<Tab>,
    looks: Vec<Look>,
    strings: Strings,
}

impl Book {
    fn read(stream: &[u8]) -> Option<Self> {
        let mut book = Self {
            is_locked: false,
            is_1904: false,
            is_unicode: true,
            alphabet: WINDOWS_1252,
            tabs: Vec::new(),
            looks: Vec::new(),
            strings: Strings::default(),
        };
        let mut formats: HashMap<u16, Look> = HashMap::new();
        let mut at = 0;
        while let Some(Record { kind, data, end }) = record(stream, at) {
            match kind {
                BEGIN => book.is_unicode = u16_at(data, 0)? >= 0x0600,
                FILE_PASS => book.is_locked = true,
                DATE_1904 => book.is_1904 = u16_at(data, 0) == Some(1),
                CODE_PAGE => book.alphabet = alphabet(u16_at(data, 0)?),
                BOUND_SHEET => book.tabs.push(book.tab(data)?),
                FORMAT => {
                    let code = if book.is_unicode { book.text(data, 2) } else { book.short_text(data, 2) };
                    formats.insert(u16_at(data, 0)?, look(&code?));
                }
                XF => {
                    let format = u16_at(data, 2)?;
                    let built_in = match format {
                        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Look::Day,
                        46 => Look::Duration,
                        _ => Look::Number,
                    };
                    book.looks.push(formats.get(&format).copied().unwrap_or(built_in));
                }
                SHARED_STRINGS => book.strings = Strings::read(stream, at)?,
                END => break,
                _ => {}
            }
            // what follows a lock is scrambled
            if book.is_locked {
                break;
            }
            at = end;
        }
        (at > 0).then_some(book)
    }

    fn tab(&self, data: &[u8]) -> Option<Tab> {
        let name = if self.is_unicode {
            let (length, wide) = (usize::from(*data.get(6)?), data.get(7)? & 1 == 1);
            letters(data.get(8..)?, length, wide)
        } else {
            self.short_text(data, 6)?
        };
        let showing = match (data.get(4)? & 3, data.get(5)?) {
            (_, 1..) => Showing::Chart,
            (0, _) => Showing::Visible,
            _ => Showing::Hidden,
        };
        Some(Tab { name, start: u32_at(data, 0)? as usize, showing })
    }

    /// A text whose length takes two bytes.
    fn text(&self, data: &[u8], at: usize) -> Option<String> {
        let length = usize::from(u16_at(data, at)?);
        if self.is_unicode {
            let wide = data.get(at + 2)? & 1 == 1;
            return Some(letters(data.get(at + 3..)?, length, wide));
        }
        let bytes = data.get(at + 2..)?;
        Some(self.alphabet.decode_without_bom_handling(&bytes[..bytes.len().min(length)]).0.into_owned())
    }

    /// A text of one byte a letter, whose length takes one byte.
    fn short_text(&self, data: &[u8], at: usize) -> Option<String> {
        let bytes = data.get(at + 1..)?;
        let length = bytes.len().min(usize::from(*data.get(at)?));
        Some(self.alphabet.decode_without_bom_handling(&bytes[..length]).0.into_owned())
    }

    fn number(&self, value: f64, format: u16) -> String {
        let kind = match self.looks.get(usize::from(format)) {
            Some(Look::Day) => ExcelDateTimeType::DateTime,
            Some(Look::Duration) => ExcelDateTimeType::TimeDelta,
            _ => return number_text(value),
        };
        serial_text(ExcelDateTime::new(value, kind, self.is_1904))
    }

    /// Reads the cells of one sheet; `None` inside means that the file is damaged.
    fn sheet(&self, stream: &[u8], start: usize, rows: &mut Rows) -> Result<Option<()>, Text> {
        let (mut at, mut depth, mut count) = (start, 0usize, 0usize);
        let mut formula = (0, 0);
        while let Some(record) = record(stream, at) {
            at = record.end;
            count += 1;
            if count.is_multiple_of(4096) {
                rows.watch()?;
            }
            match record.kind {
                BEGIN => depth += 1,
                END if depth <= 1 => return Ok(Some(())),
                END => depth -= 1,
                // charts inside a sheet have cells of their own
                kind if depth == 1 && self.cell(kind, record.data, &mut formula, rows)?.is_none() => return Ok(None),
                _ => {}
            }
        }
        // the end is missing: a file cut off
        Ok(None)
    }

    fn cell(&self, kind: u16, data: &[u8], formula: &mut (usize, usize), rows: &mut Rows) -> Result<Option<()>, Text> {
        if !matches!(kind, FORMULA | MUL_RK | RICH_LABEL | LABEL_SST | NUMBER | LABEL | BOOL_ERR | STRING | RK) {
            return Ok(Some(()));
        }
        let place = || Some((usize::from(u16_at(data, 0)?), usize::from(u16_at(data, 2)?), u16_at(data, 4)?));
        let (Some((row, column, format)), false) = (place(), kind == STRING) else {
            let Some(text) = (kind == STRING).then(|| self.text(data, 0)).flatten() else { return Ok(None) };
            return rows.cell(formula.0, formula.1, &text).map(Some);
        };
        let text = match kind {
            NUMBER => f64_at(data, 6).map(|value| self.number(value, format)),
            RK => u32_at(data, 6).map(|value| self.number(rk(value), format)),
            LABEL | RICH_LABEL => self.text(data, 6),
            LABEL_SST => u32_at(data, 6).map(|index| self.strings.get(index as usize).to_owned()),
            BOOL_ERR => match (data.get(6), data.get(7)) {
                (Some(value), Some(0)) => Some(bool_text(*value != 0).to_owned()),
                (Some(code), Some(_)) => return rows.fault(row, column, error(*code)).map(Some),
                _ => None,
            },
            MUL_RK => {
                for at in 0..data.len().saturating_sub(6) / 6 {
                    let (Some(format), Some(value)) = (u16_at(data, 4 + at * 6), u32_at(data, 6 + at * 6)) else {
                        return Ok(None);
                    };
                    rows.cell(row, column + at, &self.number(rk(value), format))?;
                }
                return Ok(Some(()));
            }
            _ => {
                *formula = (row, column);
                match (data.get(6), data.get(8), u16_at(data, 12)) {
                    // the text follows in a record of its own
                    (Some(0 | 3), _, Some(0xFFFF)) => return Ok(Some(())),
                    (Some(1), Some(value), Some(0xFFFF)) => Some(bool_text(*value != 0).to_owned()),
                    (Some(2), Some(code), Some(0xFFFF)) => return rows.fault(row, column, error(*code)).map(Some),
                    _ => f64_at(data, 6).map(|value| self.number(value, format)),
                }
            }
        };
        match text {
            Some(text) => rows.cell(row, column, &text).map(Some),
            None => Ok(None),
        }
    }
}

/// A number packed into four bytes.
fn rk(packed: u32) -> f64 {
    let value =
        if packed & 2 == 2 { f64::from(packed as i32 >> 2) } else { f64::from_bits(u64::from(packed & !3) << 32) };
    if packed & 1 == 1 { value / 100.0 } else { value }
}

fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

/// Letters of one byte (the first 256 of Unicode) or two.
fn letters(bytes: &[u8], length: usize, wide: bool) -> String {
    if wide {
        let units: Vec<u16> = (0..length).map_while(|at| u16_at(bytes, at * 2)).collect();
        String::from_utf16_lossy(&units)
    } else {
        bytes[..bytes.len().min(length)].iter().map(|b| char::from(*b)).collect()
    }
}

fn alphabet(code_page: u16) -> &'static Encoding {
    match code_page {
        10_000 => MACINTOSH,
        page => Encoding::for_label(format!("windows-{page}").as_bytes()).unwrap_or(WINDOWS_1252),
    }
}

/// What a number format shows: the first section decides, without its quoted and escaped letters.
fn look(code: &str) -> Look {
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => {
                letters.by_ref().find(|c| *c == '"');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                if !inside.is_empty() && inside.to_lowercase().chars().all(|c| "hms".contains(c)) {
                    return Look::Duration;
                }
            }
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return Look::Day,
            _ => {}
        }
    }
    Look::Number
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formats_of_numbers() {
        for (code, expected) in [
            ("General", Look::Number),
            ("0.00", Look::Number),
            ("\"Day \"0", Look::Number),
            ("[Red]0\\d", Look::Number),
            ("dd/mm/yyyy", Look::Day),
            ("[$-40C]d mmmm yyyy;@", Look::Day),
            ("h:mm AM/PM", Look::Day),
            ("[h]:mm:ss", Look::Duration),
        ] {
            assert_eq!(look(code), expected, "{code}");
        }
        assert!((rk(0x3FF0_0000) - 1.0).abs() < f64::EPSILON);
        assert!((rk((1234 << 2) | 3) - 12.34).abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            let mut file = super::super::ole::MAGIC.to_vec();
            file.extend(&bytes);
            let broken = || Text::new("err-import-broken");
            let _ = read(&file, &mut Budget::whole(), &broken);
            let _ = Book::read(&bytes).map(|book| {
                let mut budget = Budget::whole();
                book.sheet(&bytes, 0, &mut Rows::new(&mut budget, 0)).is_ok()
            });
        }
    }
}
