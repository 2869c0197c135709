//! Copies, and the way back.

use crate::{
    clock::Clock,
    store::{Error, Reader, Series, Store, testing::*},
};
use std::fs;

#[test]
fn a_backup_is_one_proved_file_and_restores_into_the_live_book() {
    let mut book = book();
    for n in 1..4 {
        book.add(&member(n));
    }
    let before = dump(&book.store);
    let copies = book.dir.path().join("copies");
    fs::create_dir(&copies).unwrap();
    let mut steps = 0;
    let clock = book.store.clock();
    let file = book
        .store
        .backup(&copies, clock, &mut |done, all| {
            steps += 1;
            done <= all
        })
        .unwrap();
    book.store.note_backup().unwrap();
    assert_eq!(book.store.last_backup().unwrap().as_deref(), Some("2026-11-23T12:00:00Z"));
    assert_eq!(fs::read_dir(&copies).unwrap().count(), 1, "nothing beside it");
    let again = book.store.backup(&copies, clock, &mut |_, _| true).unwrap();
    assert_ne!(file, again);
    let mut watcher = book.reader();
    watcher.changed().unwrap();

    let lost = book.add(&member(7));
    assert_eq!(book.store.last_number(Series::Member).unwrap(), 4);
    let draft = book.store.put_draft(&book.amina, "member", 0, 0, "{}").unwrap();
    let head = book.store.head().unwrap();
    let amina = book.amina.clone();
    let restored = book.store.restore(&amina, &file, &[(Series::Member, 6)]).unwrap();
    assert_eq!(dump(&book.store), before);
    assert_sound(&book.store);
    let line = book.store.act_line(restored.act).unwrap();
    assert_eq!(line.command, "book.restore");
    assert!(line.args.contains(&("replaced".to_owned(), head)));
    assert!(watcher.changed().unwrap().unwrap().all, "an open reader sees that everything may have changed");
    assert!(matches!(watcher.member(lost), Err(Error::NotFound)));
    let other = book.add(&member(8));
    assert_eq!(book.store.member(other).unwrap().number, Some(7), "4 to 6 stand on paper");
    assert!(other > lost, "an id is never used again");
    let kept = book.store.conn.query_row("SELECT count(*) FROM draft WHERE id = ?1", [draft], |r| r.get::<_, i64>(0));
    assert_eq!(kept.unwrap(), 1);
    // what was replaced stands beside the book, whole
    let replaced = Reader::open(&restored.kept, amina.viewer.clone()).unwrap();
    assert_eq!(replaced.member(lost).unwrap().number, Some(4));
    assert_sound(&replaced);
    let leftovers: Vec<_> = fs::read_dir(book.dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|n| n.contains("restoring") || n.contains("part"))
        .collect();
    assert!(leftovers.is_empty(), "{leftovers:?}");
    // and the backup opens as a book of its own
    Store::open(&file, amina.viewer.clone(), Clock::System).unwrap();
}

#[test]
fn a_copy_that_was_tampered_with_is_not_restored() {
    let mut book = book();
    book.add(&member(1));
    let dir = book.dir.path().to_owned();
    let clock = book.store.clock();
    let file = book.store.backup(&dir, clock, &mut |_, _| true).unwrap();
    rusqlite::Connection::open(&file).unwrap().execute_batch("UPDATE act SET user = 'x' WHERE id = 2").unwrap();
    let before = dump(&book.store);
    let amina = book.amina.clone();
    let refused = book.store.restore(&amina, &file, &[]).unwrap_err();
    assert_eq!(refused.text().id, "err-restore-unsound");
    fs::write(dir.join("list.csv"), "name\nx\n").unwrap();
    let refused = book.store.restore(&amina, &dir.join("list.csv"), &[]).unwrap_err();
    assert!(matches!(refused, Error::NotABook(_)));
    assert_eq!(dump(&book.store), before);
    assert_sound(&book.store);
    let stopped = book.store.backup(&dir, clock, &mut |_, _| false);
    assert!(stopped.is_ok() || stopped.is_err_and(|e| e.text().id == "err-cancelled"));
}
