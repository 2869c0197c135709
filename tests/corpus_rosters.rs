//! Rosters that other people made, read with the answers that `rosters` of the corpus's README gives. The corpus stays
//! outside the repository; without it these tests say so and pass.

use crate::common::Book;
use chrono::NaiveDate;
use std::{collections::BTreeSet, path::PathBuf};
use ushirika::{
    command::import::{self, Enter, Incoming},
    domain::{
        book::Country,
        day::Order,
        member::{Field, Reading},
    },
    import::{
        layout::{self, Layout},
        roster::{self, Row},
        sheet::{self, Line, Sheet, Showing},
        unwatched,
    },
};

/// The folder of the rosters, when there is one.
fn folder() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("USHIRIKA_CORPUS").map_or_else(beside, PathBuf::from).join("rosters");
    if !folder.is_dir() {
        println!("skipped: no rosters at {}; set USHIRIKA_CORPUS", folder.display());
        return None;
    }
    Some(folder)
}

fn sheets(file: &str) -> Option<Vec<Sheet>> {
    let bytes = std::fs::read(folder()?.join(file)).expect("the corpus has the file");
    Some(sheet::read(&bytes, file, &unwatched).unwrap_or_else(|error| panic!("{file}: {error:?}")))
}

fn reading() -> Reading {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    Reading { today, country: Country::Cd, order: Order::Dmy }
}

fn rows(sheet: &Sheet) -> (Layout, Vec<Row>) {
    let layout = layout::guess(sheet, &reading());
    let rows = roster::read(sheet, &layout, &reading(), &unwatched).expect("nobody gives up");
    (layout, rows)
}

fn cells(line: &Line) -> Vec<&str> {
    line.cells().collect()
}

/// Rows and columns from the first to the last that is not blank, as spreadsheet programs count a range.
fn size(sheet: &Sheet) -> (usize, usize) {
    let (Some(first), Some(last)) = (sheet.lines.first(), sheet.lines.last()) else { return (0, 0) };
    let left = sheet.lines.iter().filter_map(|line| line.cells().position(|c| !c.is_empty())).min();
    (last.number - first.number + 1, sheet.width() - left.unwrap_or(0))
}

#[test]
fn febrl1_people() {
    let Some(sheets) = sheets("febrl1_people.csv") else { return };
    let (layout, rows) = rows(&sheets[0]);
    assert_eq!((rows.len(), layout.header_row), (1000, Some(1)));
    let known: Vec<(&str, Field)> = layout
        .headings
        .iter()
        .zip(&layout.columns)
        .filter_map(|(heading, field)| Some((heading.as_str(), (*field)?)))
        .collect();
    let expected = [
        ("given_name", Field::GivenName),
        ("surname", Field::Surname),
        ("address_1", Field::Address),
        ("suburb", Field::Village),
        ("date_of_birth", Field::Birth),
        ("soc_sec_id", Field::IdNumber),
    ];
    assert_eq!(known, expected);
    // counted without the importer: the file has no quoted cells
    let text = std::fs::read_to_string(folder().expect("it was there").join("febrl1_people.csv")).expect("UTF-8");
    let records: Vec<Vec<&str>> = text.lines().skip(1).map(|l| l.split(',').map(str::trim).collect()).collect();
    let nameless: BTreeSet<usize> =
        records.iter().enumerate().filter(|(_, r)| r[2].is_empty()).map(|(at, _)| at + 2).collect();
    assert_eq!(nameless.len(), 18);
    let refused_for = |id: &str| -> BTreeSet<usize> {
        rows.iter().filter(|r| r.issues.iter().any(|i| i.is_error && i.text.id == id)).map(|r| r.line).collect()
    };
    assert_eq!(refused_for("err-surname"), nameless);
    // born on no day of the calendar; more than 110 years ago is only worth a look
    let no_birth: BTreeSet<usize> = records
        .iter()
        .enumerate()
        .filter(|(_, r)| !r[9].is_empty())
        .filter(|(_, r)| NaiveDate::parse_from_str(r[9], "%Y%m%d").is_err())
        .map(|(at, _)| at + 2)
        .collect();
    assert_eq!(no_birth.len(), 3);
    let refused: BTreeSet<usize> = rows.iter().filter(|r| r.is_refused()).map(|r| r.line).collect();
    assert_eq!(refused, &nameless | &no_birth);
    let doubted = rows.iter().filter(|r| r.issues.iter().any(|i| i.text.id == "warn-birth-old")).count();
    assert!(doubted > 0);
    for (row, record) in rows.iter().zip(&records) {
        assert_eq!(row.member.given_name, record[1]);
        assert_eq!((row.member.surname.as_str(), row.member.id_number.as_str()), (record[2], record[10]));
    }
}

/// The answer of this list stands in its first column, which the importer does not read: `rec-223-org` and
/// `rec-223-dup-0` are one person.
#[test]
fn febrl1_people_who_stand_twice() {
    let Some(sheets) = sheets("febrl1_people.csv") else { return };
    let (_, rows) = rows(&sheets[0]);
    let person = |row: usize| {
        let id = sheets[0].line(row).map(|line| line.cell(0).trim().to_owned()).unwrap_or_default();
        id.split('-').nth(1).map(str::to_owned).unwrap_or_default()
    };
    let refused: BTreeSet<usize> = rows.iter().filter(|row| row.is_refused()).map(|row| row.line).collect();
    let incoming = rows.into_iter().map(|row| Incoming {
        row: row.line,
        member: row.member,
        given: row.given,
        issues: row.issues,
    });
    let book = Book::empty();
    let plan =
        import::plan(&book.store(), incoming, Enter::Applicants, reading().today, &mut |_| true).expect("a plan");
    let found: BTreeSet<(usize, usize)> =
        plan.duplicates.iter().filter_map(|twice| Some((twice.with_row?, twice.row))).collect();
    let right = found.iter().filter(|(a, b)| person(*a) == person(*b)).count();
    println!("{right} of 500 pairs found, {} flagged", found.len());
    assert!(right * 100 >= 500 * 95 && right * 100 >= found.len() * 95);
    // no pair is lost because one of its rows is refused
    let all: Vec<usize> = sheets[0].lines[1..].iter().map(|line| line.number).collect();
    let twin = |row: usize| all.iter().copied().find(|other| *other != row && person(*other) == person(row));
    let pairs = refused.iter().filter_map(|row| Some((*row, twin(*row)?)));
    assert!(pairs.map(|(a, b)| (a.min(b), a.max(b))).all(|pair| found.contains(&pair)));
}

#[test]
fn merged_and_covered_cells_do_not_shift() {
    let Some(merged) = sheets("calamine_merged_range.xlsx") else { return };
    assert_eq!(merged.iter().map(size).collect::<Vec<_>>(), [(4, 8), (4, 6)]);
    assert_eq!(cells(&merged[0].lines[0]), ["A1", "B1", "C1", "", "E1", "F1", "G1", "H1"]);
    assert_eq!(cells(&merged[1].lines[1]), ["", "B3", "C3", "", "E3"]);
    let covered = sheets("calamine_covered.ods").expect("it was there");
    assert_eq!(covered[0].lines.iter().map(cells).collect::<Vec<_>>(), [["a1"], ["a2"], ["a3"]]);
}

#[test]
fn dates_become_iso_days() {
    let Some(ods) = sheets("calamine_date.ods") else { return };
    let found: Vec<_> = ods[0].lines.iter().map(cells).collect();
    let expected =
        [["2021-01-01", "15"], ["2021-01-01T10:10:10", "16"], ["PT10H10M10S", "17"], ["PT10H10M10.123456S", "18"]];
    assert_eq!(found, expected);
    let xlsx = sheets("calamine_date.xlsx").expect("it was there");
    let found: Vec<_> = xlsx[0].lines.iter().map(cells).collect();
    assert_eq!(found, [["2021-01-01", "15"], ["2021-01-02", "16"], ["255:10:10", "17"]]);
}

#[test]
fn headers_are_found_below_notes_and_titles() {
    let Some(noted) = sheets("calamine_header_row.xlsx") else { return };
    let (layout, rows) = rows(&noted[0]);
    assert_eq!((layout.header_row, rows.len()), (Some(9), 1));
    assert_eq!(layout.headings, ["Columns", "Column A", "Column B", "Column C"]);
    let padded = sheets("messy_weird_head_padding.csv").expect("it was there");
    let layout = layout::guess(&padded[0], &reading());
    assert_eq!(layout.headings[..4], ["", "1985", "1993", "2000"]);
    assert_eq!(padded[0].line(3).map(|l| l.cell(0).starts_with("An der vertragsärztlichen")), Some(true));
    let deep = sheets("frictionless_multiline_headers.xlsx").expect("it was there");
    assert_eq!(size(&deep[0]), (6, 4));
    let layout = layout::guess(&deep[0], &reading());
    assert_eq!((layout.header_row, layout.data(&deep[0]).len()), (Some(5), 1));
    assert_eq!(layout.headings, ["", "(%)", "from previous quarter", "from baseline (%)"]);
}

#[test]
fn hidden_sheets_and_charts_are_named_but_not_offered() {
    let Some(any) = sheets("calamine_any_sheets.xlsx") else { return };
    let found: Vec<_> = any.iter().map(|s| (s.name.as_str(), s.showing)).collect();
    let (hidden, chart) = (Showing::Hidden, Showing::Chart);
    assert_eq!(found, [("Visible", Showing::Visible), ("Hidden", hidden), ("VeryHidden", hidden), ("Chart", chart)]);
    assert_eq!((layout::choose(&any, &reading()), size(&any[0])), (0, (5, 2)));
    let several = sheets("csvkit_sheets.xlsx").expect("it was there");
    assert_eq!(several.iter().map(|s| s.lines.len()).collect::<Vec<_>>(), [0, 6, 2]);
    let at = layout::choose(&several, &reading());
    assert_eq!((several[at].name.as_str(), layout::guess(&several[at], &reading()).header_row), ("data", Some(1)));
    let (day, time) = ("1971-01-01", "1971-01-01T04:14:00");
    assert_eq!(cells(&several[at].lines[1]), ["Chicago Reader", day, "40", "TRUE", "1", time]);
}

#[test]
fn repeated_rows_unfold_and_formulas_give_their_results() {
    let Some(repeated) = sheets("calamine_rows_repeated.ods") else { return };
    assert_eq!(size(&repeated[0]), (8, 2));
    assert_eq!(repeated[0].lines.iter().map(|l| l.number).collect::<Vec<_>>(), [1, 2, 3, 6, 8]);
    let formulas = sheets("calamine_formula.xlsx").expect("it was there");
    assert_eq!(size(&formulas[0]), (14, 10));
    assert_eq!(cells(&formulas[0].lines[0]), ["23", "", "23"]);
    let line = |number| formulas[0].line(number).expect("a line");
    assert_eq!((line(13).cell(6), line(14).cell(9)), ("2", "US"));
}

#[test]
fn blanks_in_cells() {
    let Some(spaces) = sheets("calamine_whitespace.xlsx") else { return };
    assert_eq!(spaces.iter().map(|s| s.lines.len()).collect::<Vec<_>>(), [3, 3]);
    for sheet in &spaces {
        assert_eq!(sheet.lines[0].cell(0).trim(), "trimmed value");
        assert_eq!(sheet.lines[0].cell(3), "clean text");
        assert_eq!(sheet.lines[2].cell(0), "日期 时间");
    }
    assert_eq!(spaces[1].lines[0].cell(1), "  preserved value  ");
}

#[test]
fn text_files_in_every_dress() {
    let Some(accent) = sheets("frictionless_accent.csv") else { return };
    let (layout, rows) = rows(&accent[0]);
    assert_eq!((accent[0].width(), rows.len(), layout.header_row), (17, 2, Some(1)));
    assert_eq!(layout.headings[14], "accessibilité");
    let data = |file: &str| {
        let sheet = sheets(file).expect("it was there").remove(0);
        let layout = layout::guess(&sheet, &reading());
        (layout.data(&sheet).len(), sheet.width(), layout.header_row, sheet)
    };
    let (count, width, header, _) = data("frictionless_encoding_274.csv");
    assert_eq!((count, width, header), (507, 17, Some(1)));
    let (count, width, header, zeros) = data("frictionless_leading_zeros.csv");
    assert_eq!((count, width, header), (3, 1, Some(1)));
    assert_eq!(zeros.lines[1..].iter().map(|l| l.cell(0)).collect::<Vec<_>>(), ["01", "002", "00003"]);
    let (count, width, header, bom) = data("frictionless_bom.csv");
    assert_eq!((count, width, header), (2, 2, Some(1)));
    assert_eq!((cells(&bom.lines[0]), bom.lines[2].cell(1)), (vec!["id", "name"], "中国人"));
    let (count, width, header, _) = data("messy_utf16le.csv");
    assert_eq!((count, width, header), (327, 19, Some(1)));
    let (_, width, _, pasted) = data("messy_excel_pasting.csv");
    assert_eq!(width, 9);
    // two of the 21 rows are blank
    assert_eq!((pasted.lines.len(), pasted.lines.last().map(|l| l.number)), (19, Some(21)));
    assert_eq!(pasted.line(4).map(Line::len), Some(9));
    assert_eq!(pasted.line(5).map(cells).unwrap_or_default()[..2], ["Timber", "2,666"]);
    let (count, width, header, mac) = data("csvkit_mac_newlines.csv");
    assert_eq!((count, width, header), (2, 3, Some(1)));
    assert_eq!(mac.lines[2].cell(0), "Once upon\ra time");
}

#[test]
fn all_field_types_are_the_same_as_csv_and_as_ods() {
    let Some(csv) = sheets("rows_all_field_types.csv") else { return };
    let ods = sheets("rows_all_field_types.ods").expect("it was there");
    let golden = folder().expect("it was there").join("expected/rows_all_field_types.json");
    let golden = std::fs::read(golden).expect("the corpus has the file");
    let golden: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_slice(&golden).expect("JSON");
    // four blank rows stand above the table of the workbook
    for (sheet, header_row) in [(&csv[0], 1), (&ods[0], 5)] {
        let layout = layout::guess(sheet, &reading());
        let data = layout.data(sheet);
        assert_eq!((data.len(), layout.header_row), (7, Some(header_row)));
        assert_eq!(cells(&data[6]), ["", "-", "null", "nil", "none", "n/a", "null"]);
        for (line, expected) in data[..6].iter().zip(&golden) {
            for (column, heading) in layout.headings.iter().enumerate() {
                let (found, expected) = (line.cell(column), &expected[heading]);
                let expected = expected.as_str().map_or_else(|| expected.to_string(), str::to_owned);
                // ODS keeps a share as a fraction and a truth value as one
                let share = |t: &str| t.strip_suffix('%').and_then(|n| n.parse::<f64>().ok()).map(|n| n / 100.0);
                let same = match share(&expected) {
                    Some(share_expected) => {
                        let value = share(found).or_else(|| found.parse().ok());
                        value.is_some_and(|v| (v - share_expected).abs() < 1e-9)
                    }
                    None => found.eq_ignore_ascii_case(&expected),
                };
                assert!(same, "row {} {heading}: {found:?}, expected {expected:?}", line.number);
            }
        }
    }
}

/// Three of the files name people or something like it; the others are refused with the one sentence that says what is
/// missing, and never read in part.
#[test]
fn every_file_is_a_list_or_says_why_it_is_none() {
    let Some(folder) = folder() else { return };
    let named = ["febrl1_people.csv", "frictionless_bom.csv", "frictionless_encoding_274.csv"];
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("a folder").flatten().filter(|entry| entry.path().is_file()) {
        let file = entry.file_name().to_string_lossy().into_owned();
        let all = sheet::read(&std::fs::read(entry.path()).expect("bytes"), &file, &unwatched);
        let all = all.unwrap_or_else(|error| panic!("{file}: {error:?}"));
        let layout = layout::guess(&all[layout::choose(&all, &reading())], &reading());
        let expected = if named.contains(&file.as_str()) { None } else { Some("err-import-no-surname") };
        assert_eq!(layout.obstacle().map(|text| text.id), expected, "{file}");
        seen += 1;
    }
    assert_eq!(seen, 22);
}
