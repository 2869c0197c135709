//! Workbooks of Excel since 2007, through calamine's reader of single cells.
//!
//! calamine trusts the file in three places that could exhaust memory: it makes room for as many texts as the file
//! claims, keeps every style, and keeps each part's longest text. All three are measured first. Where it panics, on a
//! reference such as `ZZZZZZZZ1`, the file is damaged.

use super::{
    package::{self, Bounded, Package, Refusal},
    sheet::{Budget, Rows, Sheet, Showing, day_text, number_text, too_large},
};
use crate::domain::Text;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use quick_xml::events::Event;
use std::{
    io::{BufReader, Cursor},
    panic::{AssertUnwindSafe, catch_unwind},
};

/// Most different texts of a workbook.
const MAX_STRINGS: usize = 1_000_000;
/// Most cell formats; Excel has 65,490 and as many named ones.
const MAX_FORMATS: usize = 140_000;
/// Most cells, blank ones included: calamine reports every one that has a border.
const MAX_VISITS: usize = 40_000_000;

/// Reads all sheets.
pub(super) fn read(bytes: &[u8], budget: &mut Budget, broken: &dyn Fn() -> Text) -> Result<Vec<Sheet>, Text> {
    let mut package = package::open(bytes).ok_or_else(broken)?;
    package::measure(&mut package).and_then(|()| measure(&mut package)).map_err(|refusal| refusal.text(broken))?;
    drop(package);
    catch_unwind(AssertUnwindSafe(|| sheets(bytes, budget, broken))).unwrap_or_else(|_| Err(broken()))
}

/// Counts what calamine would keep: texts and formats.
fn measure(package: &mut Package) -> Result<(), Refusal> {
    for index in 0..package.len() {
        let part = package.by_index(index).map_err(|_| Refusal::Broken)?;
        let name = part.name().map(|n| n.to_lowercase()).unwrap_or_default();
        let (element, most) = match &name {
            n if n.ends_with("sharedstrings.xml") => ("si", MAX_STRINGS),
            n if n.ends_with("styles.xml") => ("xf", MAX_FORMATS),
            _ => continue,
        };
        let mut xml = quick_xml::Reader::from_reader(BufReader::new(Bounded::new(part, package::limit(&name))));
        xml.config_mut().check_end_names = false;
        let (mut buffer, mut count) = (Vec::new(), 0);
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(|_| Refusal::Broken)? {
                Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == element => count += 1,
                Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == "sst" => {
                    let claimed = e.try_get_attribute("uniqueCount").ok().flatten();
                    let claimed = claimed.map_or(Ok(0), |claim| claim.value.trim().parse::<usize>());
                    count = claimed.map_err(|_| Refusal::Broken)?.max(count);
                    if count > most {
                        return Err(Refusal::TooLarge);
                    }
                    count = 0;
                }
                Event::Eof => break,
                _ => {}
            }
            if count > most {
                return Err(Refusal::TooLarge);
            }
        }
    }
    Ok(())
}

fn sheets(bytes: &[u8], budget: &mut Budget, broken: &dyn Fn() -> Text) -> Result<Vec<Sheet>, Text> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => Refusal::Locked.text(broken),
        _ => broken(),
    })?;
    let known = workbook.sheets_metadata().to_vec();
    let mut visits = 0;
    let mut sheets = Vec::with_capacity(known.len());
    for calamine::Sheet { name, typ, visible } in known {
        let showing = match (typ, visible) {
            (SheetType::ChartSheet, _) => Showing::Chart,
            (_, SheetVisible::Visible) => Showing::Visible,
            _ => Showing::Hidden,
        };
        if typ != SheetType::WorkSheet {
            sheets.push(Rows::new(budget, 0).finish(name, showing)?);
            continue;
        }
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(|_| broken())?;
        let mut rows = Rows::new(budget, cells.dimensions().end.0 as usize + 1);
        while let Some(cell) = cells.next_cell().map_err(|_| broken())? {
            visits += 1;
            if visits > MAX_VISITS {
                return Err(too_large());
            }
            if visits % 4096 == 0 {
                rows.watch()?;
            }
            let (row, column) = cell.get_position();
            add(&mut rows, row as usize, column as usize, cell.get_value())?;
        }
        sheets.push(rows.finish(name, showing)?);
    }
    Ok(sheets)
}

fn add(rows: &mut Rows, row: usize, column: usize, value: &DataRef) -> Result<(), Text> {
    match value {
        DataRef::Empty => Ok(()),
        DataRef::SharedString(text) => rows.cell(row, column, text),
        DataRef::String(text) | DataRef::DurationIso(text) => rows.cell(row, column, text),
        DataRef::DateTimeIso(text) => rows.cell(row, column, day_text(text)),
        DataRef::Int(number) => rows.cell(row, column, &number.to_string()),
        DataRef::Float(number) => rows.cell(row, column, &number_text(*number)),
        DataRef::Bool(yes) => rows.cell(row, column, bool_text(*yes)),
        DataRef::DateTime(day) => rows.cell(row, column, &serial_text(*day)),
        DataRef::Error(error) => rows.fault(row, column, &error.to_string()),
    }
}

/// As spreadsheets show it in every language's files.
pub(super) fn bool_text(yes: bool) -> &'static str {
    if yes { "TRUE" } else { "FALSE" }
}

/// A day that Excel keeps as a number: `2021-01-01`, with the time of day where there is one, or the time alone.
pub(super) fn serial_text(day: ExcelDateTime) -> String {
    let serial = day.as_f64();
    // what no calendar has is a number that somebody dressed as a day
    if !(0.0..2_958_466.0).contains(&serial) {
        return number_text(serial);
    }
    if day.is_duration() {
        let seconds = (serial * 86_400.0).round() as u64;
        return format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    let (year, month, date, hour, minute, second, _) = day.to_ymd_hms_milli();
    if serial < 1.0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    if (hour, minute, second) == (0, 0, 0) {
        return format!("{year}-{month:02}-{date:02}");
    }
    format!("{year}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    #[test]
    fn serials_become_days() {
        let text = |value, kind, is_1904| serial_text(ExcelDateTime::new(value, kind, is_1904));
        assert_eq!(text(44_197.0, DateTime, false), "2021-01-01");
        assert_eq!(text(42_735.0, DateTime, true), "2021-01-01");
        assert_eq!(text(44_197.423_726_851_85, DateTime, false), "2021-01-01T10:10:10");
        assert_eq!(text(0.5, DateTime, false), "12:00:00");
        assert_eq!(text(1.5, TimeDelta, false), "36:00:00");
        assert_eq!(text(19_931_231.0, DateTime, false), "19931231");
        assert_eq!(text(-1.0, DateTime, false), "-1");
    }
}
