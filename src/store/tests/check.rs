//! What a check finds.

use crate::store::{
    check::{Chain, CheckReport},
    testing::*,
};
use rusqlite::Connection;

/// A book with three members in three acts, and what a hand behind the program's back does to it.
fn tampered(sql: &str) -> CheckReport {
    let mut book = book();
    for n in 1..4 {
        book.add(&member(n));
    }
    assert_sound(&book.store);
    let conn = Connection::open(book.path()).unwrap();
    conn.execute_batch(sql).unwrap();
    book.reader().check().unwrap()
}

const DROP: &str =
    "DROP TRIGGER member_guard_insert; DROP TRIGGER member_guard_update; DROP TRIGGER member_guard_delete;";

#[test]
fn one_byte_of_the_log_names_the_act() {
    for sql in [
        "UPDATE change SET image = replace(image, 'Ilunga', 'Ilungo') WHERE record_id = 1 AND tbl = 'member'",
        "UPDATE change SET salt = randomblob(16) WHERE record_id = 1 AND tbl = 'member'",
        "UPDATE change SET op = 'd' WHERE record_id = 1 AND tbl = 'member'",
        "DELETE FROM change WHERE record_id = 1 AND tbl = 'member'",
        "UPDATE act SET user = 'jp' WHERE id = 2",
        "UPDATE act SET at = '2026-11-22T12:00:00Z' WHERE id = 2",
        "UPDATE act SET hash = NULL WHERE id = 2",
        "UPDATE act SET changes = 9 WHERE id = 2",
    ] {
        let report = tampered(sql);
        assert_eq!((report.ok, report.chain), (false, Chain::BrokenAt(2)), "{sql}");
    }
    assert_eq!(tampered("DELETE FROM act WHERE id = 2").chain, Chain::BrokenAt(3));
    let cut = "DELETE FROM change WHERE act_id = 4; DELETE FROM act WHERE id = 4";
    assert_eq!(tampered(cut).chain, Chain::BrokenAt(4), "the end is cut off");
    assert_eq!(tampered("UPDATE book SET book_id = 'x'").chain, Chain::BrokenAt(1));
}

#[test]
fn a_row_changed_without_the_triggers_is_named() {
    for (sql, id, why) in [
        ("UPDATE member SET surname = 'Ilungo' WHERE id = 1", 1, "fault-row"),
        ("DELETE FROM member WHERE id = 2", 2, "fault-gone"),
        ("INSERT INTO member (id, surname, status) VALUES (77, 'X', 'applicant')", 77, "fault-unlogged"),
    ] {
        let report = tampered(&format!("PRAGMA foreign_keys = OFF; {DROP} {sql}"));
        assert!(!report.ok);
        assert!(report.records.iter().any(|f| f.table == "member" && f.id == id && f.why.id == why), "{report:#?}");
        assert!(report.records.iter().any(|f| f.why.id == "fault-trigger"));
    }
    for sql in [
        "UPDATE member_total SET n = n + 1",
        "UPDATE place_total SET n = n + 1",
        "DROP TRIGGER meeting_guard_update",
        "CREATE TRIGGER x AFTER INSERT ON site BEGIN SELECT 1; END",
    ] {
        assert!(!tampered(sql).ok, "{sql}");
    }
}

#[test]
fn derived_columns_and_numbers_are_proved() {
    let has = |sql: &str, id: &str| {
        let report = tampered(&format!("PRAGMA foreign_keys = OFF; {DROP} {sql}"));
        assert!(report.records.iter().any(|f| f.why.id == id), "{report:#?}");
    };
    has("UPDATE member SET search_key = 'x' WHERE id = 2", "fault-derived");
    has("UPDATE member SET number = NULL WHERE number = 2", "fault-number-gap");
    has("DELETE FROM member WHERE id = 2", "fault-reference");
}

#[test]
fn a_damaged_page_is_reported() {
    let mut book = book();
    for n in 0..900 {
        book.add(&member(n));
    }
    let path = book.path();
    drop(book.store);
    let mut bytes = std::fs::read(&path).unwrap();
    let pages = bytes.len() / 4096;
    for page in pages * 3 / 4..pages * 3 / 4 + 4 {
        bytes[page * 4096..page * 4096 + 64].fill(0xff);
    }
    std::fs::write(&path, bytes).unwrap();
    let report = crate::store::Reader::open(&path, book.amina.viewer.clone()).unwrap().check().unwrap();
    assert!(!report.ok);
}
