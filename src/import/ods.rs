//! Spreadsheets of `OpenDocument` (`LibreOffice` Calc).
//!
//! Read directly and not through calamine, which keeps every cell twice and unfolds up to a hundred million of them:
//! in this format a row that is repeated a million times takes one line.

use super::{
    package::{self, Bounded, Package, Refusal},
    sheet::{Budget, MAX_COLUMNS, MAX_SHEETS, Rows, Sheet, Showing, day_text, number_text, too_large},
    xlsx::bool_text,
};
use crate::domain::Text;
use quick_xml::{
    Reader,
    escape::{resolve_xml_entity, unescape},
    events::{BytesStart, Event},
};
use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Read},
};

/// Longest text of one cell, in bytes.
const MAX_CELL: usize = 4 << 20;

/// Reads all sheets.
pub(super) fn read(bytes: &[u8], budget: &mut Budget, broken: &dyn Fn() -> Text) -> Result<Vec<Sheet>, Text> {
    let mut package = package::open(bytes).ok_or_else(broken)?;
    if is_locked(&mut package) {
        return Err(Refusal::Locked.text(broken));
    }
    package::measure(&mut package).map_err(|refusal| refusal.text(broken))?;
    let part = package.by_name("content.xml").map_err(|_| broken())?;
    let mut xml = Reader::from_reader(BufReader::new(Bounded::new(part, package::limit("content.xml"))));
    xml.config_mut().expand_empty_elements = true;
    Content { xml, buffer: Vec::new(), hidden: HashSet::new(), style: String::new(), broken }.sheets(budget)
}

fn is_locked(package: &mut Package) -> bool {
    let Ok(part) = package.by_name("META-INF/manifest.xml") else { return false };
    let mut manifest = Vec::new();
    let read = part.take(1 << 20).read_to_end(&mut manifest);
    read.is_ok() && String::from_utf8_lossy(&manifest).contains("encryption-data")
}

struct Content<'e, R> {
    xml: Reader<R>,
    buffer: Vec<u8>,
    /// Styles of sheets that are not displayed.
    hidden: HashSet<String>,
    /// The style being read.
    style: String,
    broken: &'e dyn Fn() -> Text,
}

/// A cell with something in it.
#[derive(Default)]
struct Cell {
    column: usize,
    repeat: usize,
    text: String,
    is_error: bool,
}

impl<R: BufRead> Content<'_, R> {
    fn next(&mut self) -> Result<Event<'static>, Text> {
        self.buffer.clear();
        self.xml.read_event_into(&mut self.buffer).map(Event::into_owned).map_err(|_| (self.broken)())
    }

    fn sheets(&mut self, budget: &mut Budget) -> Result<Vec<Sheet>, Text> {
        let mut sheets = Vec::new();
        loop {
            match self.next()? {
                Event::Start(e) => match e.name().as_ref() {
                    "style:style" => self.style = attribute(&e, "style:name").unwrap_or_default(),
                    "style:table-properties" if attribute(&e, "table:display").as_deref() == Some("false") => {
                        self.hidden.insert(self.style.clone());
                        if self.hidden.len() > MAX_SHEETS {
                            return Err(too_large());
                        }
                    }
                    "table:table" => {
                        let style = attribute(&e, "table:style-name").unwrap_or_default();
                        let showing = if self.hidden.contains(&style) { Showing::Hidden } else { Showing::Visible };
                        let name = attribute(&e, "table:name").unwrap_or_default();
                        let mut rows = Rows::new(budget, 0);
                        self.table(&mut rows)?;
                        sheets.push(rows.finish(name, showing)?);
                    }
                    _ => {}
                },
                Event::Eof => return Ok(sheets),
                _ => {}
            }
        }
    }

    fn table(&mut self, rows: &mut Rows) -> Result<(), Text> {
        let mut row = 0usize;
        loop {
            match self.next()? {
                Event::Start(e) if e.name().as_ref() == "table:table-row" => {
                    let repeat = count(&e, "table:number-rows-repeated");
                    let cells = self.row()?;
                    if cells.is_empty() {
                        rows.watch()?;
                        row = row.saturating_add(repeat);
                        continue;
                    }
                    for _ in 0..repeat {
                        for cell in &cells {
                            for column in cell.column..cell.column + cell.repeat {
                                if cell.is_error {
                                    rows.fault(row, column, &cell.text)?;
                                } else {
                                    rows.cell(row, column, &cell.text)?;
                                }
                            }
                        }
                        row = row.saturating_add(1);
                    }
                }
                // drawings that float over the sheet have tables and texts of their own
                Event::Start(e) if matches!(e.name().as_ref(), "table:shapes" | "office:forms") => self.skip(&e)?,
                Event::End(e) if e.name().as_ref() == "table:table" => return Ok(()),
                Event::Eof => return Err((self.broken)()),
                _ => {}
            }
        }
    }

    fn row(&mut self) -> Result<Vec<Cell>, Text> {
        let mut cells = Vec::new();
        let mut column = 0usize;
        loop {
            match self.next()? {
                Event::Start(e) if matches!(e.name().as_ref(), "table:table-cell" | "table:covered-table-cell") => {
                    let repeat = count(&e, "table:number-columns-repeated");
                    let mut cell = self.cell(&e)?;
                    if !cell.text.is_empty() {
                        (cell.column, cell.repeat) = (column, repeat);
                        if cells.len() >= MAX_COLUMNS || column.saturating_add(repeat) > MAX_COLUMNS {
                            return Err(too_large());
                        }
                        cells.push(cell);
                    }
                    column = column.saturating_add(repeat);
                }
                Event::End(e) if e.name().as_ref() == "table:table-row" => return Ok(cells),
                Event::Eof => return Err((self.broken)()),
                _ => {}
            }
        }
    }

    /// The value of a cell: what its attributes say, or the text inside it.
    fn cell(&mut self, start: &BytesStart) -> Result<Cell, Text> {
        let name = start.name().as_ref().to_owned();
        let mut value = None;
        let mut is_error = false;
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| (self.broken)())?;
            let text = unescape(&attribute.value).map_err(|_| (self.broken)())?;
            match attribute.key.as_ref() {
                "office:value" => value = text.trim().parse().ok().map(number_text),
                "office:date-value" => value = Some(day_text(&text).to_owned()),
                "office:boolean-value" => value = Some(bool_text(&text == "true").to_owned()),
                "office:string-value" | "office:time-value" => value = Some(text.into_owned()),
                "calcext:value-type" => is_error |= &text == "error",
                _ => {}
            }
        }
        let shown = self.shown(&name)?;
        let text = if is_error { shown } else { value.filter(|v| !v.is_empty()).unwrap_or(shown) };
        Ok(Cell { text, is_error, ..Cell::default() })
    }

    /// The text that a cell shows, read up to the end of the cell.
    fn shown(&mut self, cell: &str) -> Result<String, Text> {
        let mut shown = String::new();
        let mut in_paragraph = false;
        loop {
            match self.next()? {
                Event::Start(e) => match e.name().as_ref() {
                    "text:p" => {
                        if in_paragraph || !shown.is_empty() {
                            shown.push('\n');
                        }
                        in_paragraph = true;
                    }
                    "text:s" => shown.extend(std::iter::repeat_n(' ', count(&e, "text:c").min(1000))),
                    "text:tab" => shown.push('\t'),
                    "text:line-break" => shown.push('\n'),
                    "office:annotation" | "draw:frame" | "table:table" => self.skip(&e)?,
                    _ => {}
                },
                Event::Text(text) if in_paragraph => shown.push_str(&text.xml10_content()),
                Event::CData(text) if in_paragraph => shown.push_str(&text.xml10_content()),
                Event::GeneralRef(entity) if in_paragraph => {
                    let known = resolve_xml_entity(&entity);
                    let letter = entity.resolve_char_ref().ok().flatten();
                    match (known, letter) {
                        (Some(text), _) => shown.push_str(text),
                        (None, Some(letter)) => shown.push(letter),
                        (None, None) => return Err((self.broken)()),
                    }
                }
                Event::End(e) if e.name().as_ref() == "text:p" => in_paragraph = false,
                Event::End(e) if e.name().as_ref() == cell => return Ok(shown),
                Event::Eof => return Err((self.broken)()),
                _ => {}
            }
            if shown.len() > MAX_CELL {
                return Err(too_large());
            }
        }
    }

    fn skip(&mut self, start: &BytesStart) -> Result<(), Text> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Event::Start(e) if e.name() == start.name() => depth += 1,
                Event::End(e) if e.name() == start.name() => depth -= 1,
                Event::Eof => return Err((self.broken)()),
                _ => {}
            }
        }
        Ok(())
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    unescape(&attribute.value).ok().map(std::borrow::Cow::into_owned)
}

/// A number of repetitions: at least one.
fn count(element: &BytesStart, name: &str) -> usize {
    attribute(element, name).and_then(|text| text.trim().parse().ok()).unwrap_or(1).max(1)
}
