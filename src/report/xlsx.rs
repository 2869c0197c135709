//! Lists and the tables of papers as workbooks of Excel since 2007 (ECMA-376), for everybody who goes on working with
//! them: numbers are numbers, days are days, text is text and never a formula; the titles are bold, stay in sight, and
//! filter.
//!
//! Written here as a stream that takes less than a megabyte of memory. `rust_xlsxwriter` costs 1.1 MB of the program, needs a file of
//! ten times the size beside the result, and panics when the disk is full.

use super::{
    Report,
    block::{Block, Table},
    table::Cell,
    zip::Zip,
};
use crate::domain::{
    fold::is_unsafe,
    guard::{guard, guarded},
};
use chrono::{Datelike, NaiveDate};
use std::{
    borrow::Cow,
    fmt::Write as _,
    io::{self, Write},
};
use unicode_width::UnicodeWidthStr;

/// What a workbook says of itself.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// What it is.
    pub title: &'a str,
    /// Who gives it out.
    pub organisation: &'a str,
    /// The day it was made.
    pub made_on: NaiveDate,
}

/// Writes a list as a workbook of one sheet; nothing of it is kept in memory.
///
/// # Errors
/// Those of `out`.
pub fn list<'a>(
    out: impl Write,
    about: About,
    headings: &[&str],
    rows: impl IntoIterator<Item = Vec<Cell<'a>>>,
) -> io::Result<()> {
    let mut book = Book::new(out);
    book.sheet(about.title, headings, rows.into_iter().map(Line::Row))?;
    book.finish(about)
}

/// Writes the tables of a paper as a workbook, one sheet each, named by the last heading before it.
///
/// # Errors
/// Those of `out`.
pub fn tables(out: impl Write, report: &Report) -> io::Result<()> {
    let mut book = Book::new(out);
    book.blocks(&report.blocks, &mut report.title.as_str())?;
    if book.names.is_empty() {
        // a workbook without a sheet cannot be opened
        book.sheet(&report.title, &[&report.title], std::iter::empty())?;
    }
    book.finish(About { title: &report.title, organisation: &report.organisation, made_on: report.made_on })
}

/// A row, or one of sums.
enum Line<'a> {
    Row(Vec<Cell<'a>>),
    Total(Vec<Cell<'a>>),
}

impl<'a> Line<'a> {
    fn cells(&self) -> &[Cell<'a>] {
        match self {
            Self::Row(cells) | Self::Total(cells) => cells,
        }
    }
}

/// Formats of cells, by their place in `STYLES`.
#[derive(Clone, Copy)]
enum Style {
    Plain,
    Bold,
    Day,
    Amount,
    BoldAmount,
}

const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Rows that are looked at for the widths of the columns, which stand before them in the file.
const MEASURED: usize = 400;
/// Widths of columns, in letters.
const NARROWEST: usize = 6;
const WIDEST: usize = 60;
/// Most units of UTF-16 in a cell; Excel refuses a file that has more.
const LONGEST: usize = 32_767;
/// Bytes that are given to the compressor at once.
const PIECE: usize = 1 << 14;

/// A workbook as it is written.
struct Book<W: Write> {
    zip: Zip<W>,
    /// Names of the sheets, and the range that each fills.
    names: Vec<(String, String)>,
}

impl<W: Write> Book<W> {
    fn new(out: W) -> Self {
        Self { zip: Zip::new(out), names: Vec::new() }
    }

    fn whole_part(&mut self, name: &str, xml: &str) -> io::Result<()> {
        self.zip.part(name)?;
        self.zip.write_all(HEAD.as_bytes())?;
        self.zip.write_all(xml.as_bytes())
    }

    /// The tables of some blocks; `name` is the last heading.
    fn blocks<'a>(&mut self, blocks: &'a [Block], name: &mut &'a str) -> io::Result<()> {
        for block in blocks {
            match block {
                Block::Heading(_, text) | Block::Paper(text) => *name = text,
                Block::Table(table) => self.table(name, table)?,
                Block::Beside(pieces) => pieces.iter().try_for_each(|(_, blocks)| self.blocks(blocks, name))?,
                Block::Cards(_, cards) => cards.iter().try_for_each(|card| self.blocks(card, name))?,
                _ => {}
            }
        }
        Ok(())
    }

    fn table(&mut self, name: &str, table: &Table) -> io::Result<()> {
        let titles: Vec<Cow<str>> = table.titles().collect();
        let titles: Vec<&str> = titles.iter().map(AsRef::as_ref).collect();
        let counted = |number: Option<usize>, row: &[Cell<'static>]| -> Vec<Cell<'static>> {
            let number = table.numbered.as_ref().map(|_| number.map_or(Cell::Blank, |n| Cell::Number(n as i64)));
            number.into_iter().chain(row.iter().take(table.columns.len()).cloned()).collect()
        };
        let rows = table.rows.iter().enumerate().map(|(at, row)| Line::Row(counted(Some(at + 1), row)));
        let totals = table.totals.iter().map(|row| Line::Total(counted(None, row)));
        self.sheet(name, &titles, rows.chain(totals))
    }

    fn sheet<'a>(&mut self, name: &str, headings: &[&str], lines: impl Iterator<Item = Line<'a>>) -> io::Result<()> {
        if headings.is_empty() {
            return Ok(());
        }
        let mut lines = lines.peekable();
        let measured: Vec<Line> = lines.by_ref().take(MEASURED).collect();
        self.zip.part(&format!("xl/worksheets/sheet{}.xml", self.names.len() + 1))?;
        let selected = if self.names.is_empty() { " tabSelected=\"1\"" } else { "" };
        let mut xml = format!(
            "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>\
             <sheetView workbookViewId=\"0\"{selected}><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" \
             state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
        );
        for (at, width) in widths(headings, &measured).into_iter().enumerate() {
            let column = at + 1;
            let _ = write!(xml, "<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>");
        }
        xml.push_str("</cols><sheetData>");
        xml.push_str("<row r=\"1\">");
        for (at, heading) in headings.iter().enumerate() {
            text(&mut xml, &column(at), 1, Style::Bold, heading);
        }
        xml.push_str("</row>");
        let (mut count, mut filtered) = (1, 1);
        for line in measured.into_iter().chain(lines) {
            count += 1;
            if matches!(line, Line::Row(_)) {
                filtered = count;
            }
            row(&mut xml, count, &line);
            if xml.len() > PIECE {
                self.zip.write_all(xml.as_bytes())?;
                xml.clear();
            }
        }
        let last = column(headings.len() - 1);
        let _ = write!(
            xml,
            "</sheetData><autoFilter ref=\"A1:{last}{filtered}\"/><pageMargins left=\"0.6\" right=\"0.4\" top=\"0.6\" \
             bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" \
             fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors>\
             <ignoredError sqref=\"A1:{last}{count}\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
        );
        let name = self.name(name);
        self.names.push((name, format!("$A$1:${last}${filtered}")));
        self.zip.write_all(xml.as_bytes())
    }

    /// A name that no other sheet has, of letters that Excel takes.
    fn name(&self, wanted: &str) -> String {
        let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !is_unsafe(*c);
        let clean: String = wanted.chars().filter(allowed).collect();
        let clean = Some(clean.trim_matches(['\'', ' '])).filter(|name| !name.is_empty()).unwrap_or("1");
        let taken = |name: &str| self.names.iter().any(|(other, _)| other.to_lowercase() == name.to_lowercase());
        // 31 units of UTF-16 at most, room for a number among them
        let short: String = clean.chars().take(if clean.encode_utf16().count() > 31 { 13 } else { 31 }).collect();
        let numbered = (2..).map(|number| format!("{} {number}", short.chars().take(13).collect::<String>()));
        std::iter::once(short.clone()).chain(numbered).find(|name| !taken(name)).expect("numbers do not end")
    }

    /// Writes what stands around the sheets.
    fn finish(mut self, about: About) -> io::Result<()> {
        let (mut sheets, mut links, mut kinds, mut names) =
            (String::new(), String::new(), String::new(), String::new());
        for (at, (name, range)) in self.names.iter().enumerate() {
            let number = at + 1;
            let quoted = escape(&name.replace('\'', "''"));
            let _ = write!(sheets, "<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", escape(name));
            let _ = write!(
                links,
                "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
            );
            let _ = write!(
                kinds,
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" \
                 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            );
            let _ = write!(
                names,
                "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'{quoted}'!{range}\
                 </definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{quoted}'!$1:$1</definedName>"
            );
        }
        let styles = self.names.len() + 1;
        self.whole_part(
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView/></bookViews>\
                 <sheets>{sheets}</sheets><definedNames>{names}</definedNames></workbook>"
            ),
        )?;
        self.whole_part(
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\">{links}\
                 <Relationship Id=\"rId{styles}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        )?;
        self.whole_part("xl/styles.xml", STYLES)?;
        self.whole_part(
            "docProps/core.xml",
            &format!(
                "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
                 xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
                 xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
                 <dcterms:created xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:created></cp:coreProperties>",
                escape(about.title),
                escape(about.organisation),
                about.made_on,
            ),
        )?;
        self.whole_part(
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\">\
                 <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>\
                 <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
                 Target=\"docProps/core.xml\"/></Relationships>"
            ),
        )?;
        self.whole_part(
            "[Content_Types].xml",
            &format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" \
                 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{kinds}\
                 <Override PartName=\"/xl/styles.xml\" \
                 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
                 <Override PartName=\"/docProps/core.xml\" \
                 ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
            ),
        )?;
        self.zip.finish()
    }
}

fn widths(headings: &[&str], lines: &[Line]) -> Vec<usize> {
    // the arrow of the filter stands beside a title
    let mut widths: Vec<usize> = headings.iter().map(|heading| heading.width() + 3).collect();
    for line in lines {
        for (cell, width) in line.cells().iter().zip(&mut widths) {
            let longest = cell.show().split('\n').map(UnicodeWidthStr::width).max().unwrap_or(0);
            *width = (*width).max(longest + 1);
        }
    }
    widths.into_iter().map(|width| width.clamp(NARROWEST, WIDEST)).collect()
}

fn row(xml: &mut String, number: usize, line: &Line) {
    let _ = write!(xml, "<row r=\"{number}\">");
    let (plain, money) = match line {
        Line::Row(_) => (Style::Plain, Style::Amount),
        Line::Total(_) => (Style::Bold, Style::BoldAmount),
    };
    for (at, value) in line.cells().iter().enumerate() {
        let at = column(at);
        match value {
            Cell::Blank => {}
            Cell::Number(value) => {
                let _ = write!(xml, "<c r=\"{at}{number}\" s=\"{}\"><v>{value}</v></c>", plain as u8);
            }
            Cell::Day(day) => match serial(*day) {
                Some(serial) => {
                    let _ = write!(xml, "<c r=\"{at}{number}\" s=\"{}\"><v>{serial}</v></c>", Style::Day as u8);
                }
                None => text(xml, &at, number, plain, &value.show()),
            },
            Cell::Text(value) => text(xml, &at, number, plain, value),
            Cell::Amount(amount, _) => {
                let _ = write!(xml, "<c r=\"{at}{number}\" s=\"{}\"><v>{}</v></c>", money as u8, amount.figures());
            }
        }
    }
    xml.push_str("</row>");
}

fn text(xml: &mut String, column: &str, row: usize, style: Style, text: &str) {
    if text.is_empty() {
        return;
    }
    // nothing here can become a formula, but the import takes an apostrophe off that stands before one
    let text: Cow<str> = if guarded(text).is_some() { guard(text).into() } else { text.into() };
    let _ = write!(xml, "<c r=\"{column}{row}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", style as u8);
    xml.push_str(&escape(&shortened(&text)));
    xml.push_str("</t></is></c>");
}

/// A text as long as Excel takes it; one that was cut ends in dots.
fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return text.into();
    }
    let mut room = LONGEST - 1;
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{kept}…").into()
}

/// The number by which Excel knows a day; `None` before March 1900, where it counts a day that was none.
fn serial(day: NaiveDate) -> Option<i32> {
    let number = day.num_days_from_ce() - 693_594;
    (number > 60).then_some(number)
}

/// The letters of a column, counted from 0.
fn column(at: usize) -> String {
    let letter = char::from(b'A' + (at % 26) as u8);
    if at < 26 { letter.to_string() } else { format!("{}{letter}", column(at / 26 - 1)) }
}

/// A text as XML. `_x0041_` would be read as a letter, so its first sign is written as a number.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if is_coded(&text.as_bytes()[at..]) => out.push_str("_x005F_"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

fn is_coded(text: &[u8]) -> bool {
    matches!(text, [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        import::{sheet, unwatched},
        report::block::{Column, Table},
    };
    use calamine::{Data, Reader, Xlsx};
    use proptest::prelude::*;
    use std::io::Cursor;

    fn about() -> About<'static> {
        About { title: "Membres: 2026?", organisation: "Coop & fils", made_on: day(2026, 11, 23) }
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn written(rows: Vec<Vec<Cell<'static>>>) -> Vec<u8> {
        let mut out = Vec::new();
        list(&mut out, about(), &["number", "name", "joined_on"], rows).unwrap();
        out
    }

    fn rows() -> Vec<Vec<Cell<'static>>> {
        vec![
            vec![7.into(), "Kabɛ́wɛ \"<&>\" Éléonore".into(), day(2026, 11, 23).into()],
            vec![(-8).into(), "=1+1".into(), day(1900, 2, 28).into()],
            vec![Cell::Blank, "+243812345678".into(), Cell::Blank],
            vec![9.into(), "'=x\n_x0041_ ".into(), day(1900, 3, 1).into()],
        ]
    }

    #[test]
    fn numbers_days_and_text_stay_what_they_are() {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written(rows()))).unwrap();
        assert_eq!(book.sheet_names(), ["Membres 2026"]);
        let cells = book.worksheet_range("Membres 2026").unwrap();
        assert_eq!(cells.get((1, 0)), Some(&Data::Float(7.0)));
        assert_eq!(cells.get((2, 1)), Some(&Data::String("=1+1".into())));
        assert_eq!(cells.get((3, 1)), Some(&Data::String("+243812345678".into())));
        let Some(Data::DateTime(date)) = cells.get((1, 2)) else { panic!("no day: {:?}", cells.get((1, 2))) };
        assert_eq!(date.as_f64() as i32, 46_349);
        assert!(matches!(
            book.worksheet_formula("Membres 2026").map(|formulas| formulas.is_empty()),
            Ok(true) | Err(_)
        ));
    }

    #[test]
    fn the_import_reads_what_was_written() {
        let sheets = sheet::read(&written(rows()), "x.xlsx", &unwatched).unwrap();
        let cells = |line: usize| sheets[0].line(line).unwrap().cells().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(cells(2), ["7", "Kabɛ́wɛ \"<&>\" Éléonore", "2026-11-23"]);
        assert_eq!(cells(3), ["-8", "=1+1", "28/02/1900"]);
        assert_eq!(cells(4), ["", "+243812345678"]);
        assert_eq!(cells(5)[1], "''=x\n_x0041_ ", "the import takes one apostrophe off");
        assert_eq!(cells(5)[2], "1900-03-01");
    }

    #[test]
    fn the_same_list_of_the_same_day_gives_the_same_bytes() {
        assert_eq!(written(rows()), written(rows()));
        let mut other = Vec::new();
        list(&mut other, About { made_on: day(2026, 11, 24), ..about() }, &["n"], []).unwrap();
        assert_ne!(written(Vec::new()), other);
    }

    #[test]
    fn each_table_of_a_paper_has_a_sheet_and_a_name() {
        let table = Table::new()
            .numbered("N°")
            .column(Column::new("Nom"))
            .row(["Kabwe".into()])
            .row(["Ilunga".into()])
            .total(["Total".into()]);
        let report = Report::new("Liste", "fr", day(2026, 11, 23))
            .block(table.clone())
            .block(Block::heading("Site [A] / 'Nord', une très longue appellation"))
            .block(table.clone())
            .block(table);
        let mut out = Vec::new();
        tables(&mut out, &report).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(out)).unwrap();
        assert_eq!(book.sheet_names(), ["Liste", "Site A  'Nord", "Site A  'Nord 2"]);
        let cells = book.worksheet_range("Liste").unwrap();
        assert_eq!(cells.get((2, 0)), Some(&Data::Float(2.0)));
        assert_eq!(cells.get((3, 1)), Some(&Data::String("Total".into())));
        let mut none = Vec::new();
        tables(&mut none, &Report::new("", "fr", day(2026, 11, 23))).unwrap();
        assert_eq!(Xlsx::new(Cursor::new(none)).unwrap().sheet_names(), ["1"]);
    }

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(column), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn what_excel_would_refuse_is_cut_with_a_sign() {
        let long = "é".repeat(40_000);
        let cut = shortened(&long);
        assert!(cut.encode_utf16().count() == LONGEST && cut.ends_with('…'));
        assert_eq!(shortened("𐔰"), "𐔰");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(texts in prop::collection::vec("[ -~é𐔰<&>\n_x0-9]{0,12}|_x00[0-9a-f]{2}_", 1..6)) {
            let rows = texts.iter().map(|text| vec![1.into(), text.clone().into()]).collect();
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written(rows))).unwrap();
            let cells = book.worksheet_range("Membres 2026").unwrap();
            for (at, text) in texts.iter().enumerate() {
                let cell = cells.get((at + 1, 1));
                let there = if let Some(Data::String(there)) = cell { there.as_str() } else { "" };
                prop_assert_eq!(guarded(there).filter(|inner| guarded(inner).is_some()).unwrap_or(there), text);
            }
        }
    }
}
