//! How well duplicates are found in a list with known answers. Without the corpus the test says so and passes.

use crate::{
    command::import::{self, Enter, Incoming},
    domain::member::Reading,
    import::{layout, roster, sheet, unwatched},
    store::testing::*,
};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn most_pairs_of_febrl_are_found_and_few_that_are_none() {
    let beside = || std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("USHIRIKA_CORPUS").map_or_else(beside, Into::into).join("rosters");
    let Ok(bytes) = std::fs::read(folder.join("febrl1_people.csv")) else {
        println!("skipped: no rosters at {}; set USHIRIKA_CORPUS", folder.display());
        return;
    };
    let book = book();
    let coop = book.store.coop().unwrap();
    let reading = Reading { today: today(), country: coop.country, order: crate::domain::day::Order::Dmy };
    let sheets = sheet::read(&bytes, "febrl1_people.csv", &unwatched).unwrap();
    let layout = layout::guess(&sheets[0], &reading);
    let rows = roster::read(&sheets[0], &layout, &reading, &unwatched).unwrap();
    let rows = rows.into_iter().map(|row| Incoming {
        row: row.line,
        member: row.member,
        given: row.given,
        issues: row.issues,
    });
    let plan = import::plan(&book.store, rows, Enter::Applicants, today(), &mut |_| true).unwrap();
    let mut people: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let text = String::from_utf8(bytes).unwrap();
    for (at, line) in text.lines().enumerate().skip(1) {
        let number = line.split('-').nth(1).unwrap().to_owned();
        people.entry(number).or_default().push(at + 1);
    }
    let pairs: BTreeSet<(usize, usize)> = people.values().map(|rows| (rows[0], rows[1])).collect();
    let found: BTreeSet<(usize, usize)> = plan.duplicates.iter().filter_map(|d| Some((d.with_row?, d.row))).collect();
    let hits = pairs.intersection(&found).count();
    // 456 of 500 and none that is wrong, when this was written
    assert!(hits * 10 > pairs.len() * 9, "recall: {hits} of {}", pairs.len());
    assert!(hits * 10 > found.len() * 9, "precision: {hits} of {}", found.len());
}
