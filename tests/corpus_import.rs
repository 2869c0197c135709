//! Real lists become registers, on screen and by command, with as many people as they have. Without the corpus the tests
//! say so and pass.

use crate::common::{Book, driver::Driver, place::Place};
use std::path::PathBuf;

/// A list; the column that has to be told as the surname, if any, and its place; who comes in and who is refused.
struct List {
    file: &'static str,
    column: Option<(&'static str, usize)>,
    new: u64,
    refused: u64,
}

/// The counts are those of the corpus: rows of the list, less those without a name or on no day of the calendar, which
/// `corpus_rosters.rs` counts without the importer, and a line of totals.
const LISTS: [List; 5] = [
    List { file: "febrl1_people.csv", column: None, new: 979, refused: 21 },
    List { file: "frictionless_encoding_274.csv", column: None, new: 507, refused: 0 },
    List { file: "messy_utf16le.csv", column: Some(("Organisation_name", 1)), new: 326, refused: 1 },
    List { file: "csvkit_sheets.xlsx", column: Some(("text", 0)), new: 5, refused: 0 },
    List { file: "frictionless_bom.csv", column: None, new: 2, refused: 0 },
];

fn path(file: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let path = std::env::var_os("USHIRIKA_CORPUS").map_or_else(beside, PathBuf::from).join("rosters").join(file);
    if !path.is_file() {
        println!("skipped: no {}; set USHIRIKA_CORPUS", path.display());
        return None;
    }
    Some(path)
}

#[test]
fn lists_come_in_on_screen() {
    for list in LISTS {
        let Some(path) = path(list.file) else { return };
        let book = Book::empty();
        let mut d = Driver::open(&book, "en");
        d.press("2 i").paste(&path.display().to_string()).press("enter");
        if let Some((name, at)) = list.column {
            d.press("c").sees(name);
            d.press(&format!("down*{at} enter \"surname\" enter f2"));
        }
        d.sees(&format!("new {}  changed 0  same 0  refused {}", list.new, list.refused)).press("f2");
        let store = book.store();
        assert_eq!(store.member_totals().unwrap().count(&[], None), list.new as i64, "{}", list.file);
        assert!(store.check().unwrap().ok);
        d.press("u enter");
        assert_eq!(book.store().member_totals().unwrap().count(&[], None), 0, "{}", list.file);
    }
}

#[test]
fn lists_come_in_by_command() {
    for list in LISTS {
        let Some(path) = path(list.file) else { return };
        let place = Place::with_demo(0);
        let file = path.display().to_string();
        let mut args = vec!["import", "members", &file, "--skip-refused", "--json"];
        let map = list.column.map(|(name, _)| {
            let map = place.write("map.toml", &format!("[columns]\n\"{name}\" = \"surname\"\n"));
            map.display().to_string()
        });
        if let Some(map) = &map {
            args.extend(["--map", map]);
        }
        let said = place.json(&args);
        assert_eq!(
            (said["new"].as_u64(), said["errors"].as_u64()),
            (Some(list.new), Some(list.refused)),
            "{}",
            list.file
        );
        assert_eq!(place.members().len() as u64, list.new);
        assert_eq!(place.json(&["check", "--json"])["ok"], true);
    }
}
