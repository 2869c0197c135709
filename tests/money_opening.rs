//! A cooperative that did not begin today: shares, arrears, credits and balances, typed row by row or read from a list.

use crate::common::{
    Book,
    driver::{Driver, count},
    hall::newcomer,
    place::Place,
    snap,
};
use std::fs;
use ushirika::{domain::due::DueKind, store::Reader};

/// A book of so many members, numbers 1 and on.
fn book(members: usize) -> Book {
    let book = Book::empty();
    for n in 0..members {
        newcomer(&book, n);
    }
    book
}

fn balance(reader: &Reader, chart: &str) -> i64 {
    reader.chart_account(chart).unwrap().map_or(0, |id| reader.balance(id, "CDF").unwrap())
}

#[test]
fn a_treasurer_opens_the_book_row_by_row() {
    for (lang, opening, cash) in [("en", "Opening", "cash"), ("fr", "Ouverture", "caisse")] {
        let book = book(6);
        let mut d = Driver::open(&book, lang);
        d.press("5").to(opening).press("enter");
        snap(&format!("opening-empty-{lang}"), &d.screen());
        d.press("f7 \"31/12/2025\" enter n");
        // the first time it is asked what a share is worth; a member in fifteen keys from then on
        d.press("\"1\" enter \"10\" enter \"5000\" enter \"35000\" enter \"15000\" enter \"1/9/2025\" enter");
        d.press("\"2\" enter \"4\" enter");
        snap(&format!("opening-paid-{lang}"), &d.screen());
        d.press("enter enter \"2 500\" enter");
        let row = "\"3\" enter \"5\" enter enter \"12000\" enter enter";
        assert!(count(row) <= 15, "{}", count(row));
        d.press(row);
        d.press(&format!("\"{cash}\" enter \"1284500\" enter"));
        snap(&format!("opening-{lang}"), &d.screen());
        // what is wrong is said, and what was typed stays
        d.press("\"99\" enter").sees("99").press("esc esc");
        d.press("f2");
        snap(&format!("opening-ask-{lang}"), &d.screen());
        d.press("enter");
        snap(&format!("opening-written-{lang}"), &d.screen());
        let reader = book.reader();
        assert_eq!(balance(&reader, "cash"), 128_450_000);
        assert_eq!(balance(&reader, "capital"), -9_500_000);
        let first = reader.member_by_number(1).unwrap().unwrap();
        let dues: Vec<_> = reader.open_dues(first).unwrap().into_iter().map(|due| (due.kind, due.open)).collect();
        assert_eq!(dues, [(DueKind::Arrears, 1_500_000), (DueKind::Share, 1_500_000)]);
        assert!(reader.check().unwrap().ok);
        // one change, taken back as one
        d.press("u enter");
        assert_eq!((balance(&book.reader(), "cash"), book.reader().openings().unwrap().len()), (0, 0));
    }
}

#[test]
fn what_was_typed_is_there_after_the_power_fails() {
    let book = book(3);
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Opening").press("enter n \"1\" enter \"2\" enter \"1000\" enter enter enter enter");
    d.press("\"2\" enter enter \"900\" enter enter");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.to("opening: 2 rows").press("enter").sees("0001 KABEYA").sees("owes 900");
    d.press("f2 enter");
    assert_eq!(book.reader().openings().unwrap().len(), 2);
    // nothing is left to go on with
    Driver::open(&book, "en").sees_no("Draft, opening");
}

#[test]
fn a_list_is_looked_at_mended_and_written() {
    let book = book(4);
    let list =
        "N° membre;Parts;Valeur nominale;Montant libéré;Arriérés\n1;10;5 000;35 000;15 000\n2;4;;20 000;\n77;1;;;\n";
    fs::write(book.folder().join("ouverture.csv"), list).unwrap();
    let path = book.folder().join("ouverture.csv").display().to_string();
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Opening").press("enter i");
    d.paste(&path).press("enter").sees("To write: 1. Refused: 2.").sees("What is one share worth?");
    d.press("f2").sees("2 rows are wrong");
    // one is typed anew, the other is taken off
    d.to("row 3").press("enter \"2\" enter \"4\" enter \"5000\" enter enter enter enter esc");
    d.to("row 4").press("d f2 enter").sees("Opened on 23/11/2026: 2 rows");
    assert_eq!(book.reader().openings().unwrap().len(), 2);
    d.press("n \"1\" enter \"3\" enter enter enter enter").sees("This was opened before");
}

#[test]
fn the_command_line_reads_lists_of_both_kinds() {
    let place = Place::with_demo(30);
    let list =
        "Number,Shares,Share value,Paid,Arrears,Since\n1,10,5000,35000,15000,2026-09-01\n2,4,5000,,,\n999,1,,,,\n";
    place.write("members.csv", list);
    let dry = place.json(&["import", "opening", "members.csv", "--date", "2026-11-01", "--dry-run", "--json"]);
    assert_eq!((&dry["new"], &dry["refused"]), (&2.into(), &1.into()));
    assert_eq!(dry["rows"][0]["fields"]["paid"], "35000.00 CDF");
    assert_eq!(dry["rows"][2]["issues"][0]["code"], "err-who-none");
    let sum = &dry["sums"][0];
    assert_eq!((&sum["owed"], &sum["capital"]), (&"30000.00".into(), &"70000.00".into()));
    // a refused row stops everything
    let refused = place.run(&["import", "opening", "members.csv", "--date", "2026-11-01"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("row 4"), "{refused:?}");
    let said = place.done(&["import", "opening", "members.csv", "--date", "2026-11-01", "--skip-refused"]);
    assert!(said.contains("2 rows written"), "{said}");
    let again = place.json(&["import", "opening", "members.csv", "--dry-run", "--json"]);
    assert_eq!(again["rows"][0]["issues"][0]["code"], "err-opening-again");
    place.write("comptes.csv", "Compte;Solde\nCaisse;1 284 500,00\nRéserve générale;200 000\n");
    let said = place.done(&["--lang", "fr", "import", "opening", "comptes.csv", "--date", "01/11/2026"]);
    assert!(said.contains("report à nouveau"), "{said}");
    assert_eq!(place.json(&["check", "--json"])["ledger"], "ok");
}

#[test]
fn whoever_leaves_at_once_finds_every_row_again_also_what_was_refused() {
    let book = book(3);
    fs::write(book.folder().join("ouverture.csv"), "N° membre;Parts;Valeur nominale\n1;10;5 000\n77;1;5 000\n")
        .unwrap();
    let path = book.folder().join("ouverture.csv").display().to_string();
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Opening").press("enter i");
    d.paste(&path).press("enter").sees("Refused: 1.").press("esc").sees("kept as a draft").press("1");
    d.to("opening: 2 rows").press("enter").sees("77").press("n \"2\" enter enter \"900\" enter enter alt-1");
    d.to("opening: 3 rows").press("enter").sees("0002").to("77").press("d f2 enter");
    assert_eq!(book.reader().openings().unwrap().len(), 2);
}
