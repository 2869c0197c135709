//! From one version to the next.

use crate::{
    clock::Clock,
    store::{Error, Reader, Store, migrate::From2027, testing::*},
};

#[test]
fn a_book_of_an_older_program_is_brought_up_to_date() {
    let mut book = book();
    let id = book.add(&member(1));
    book.add(&member(5));
    let added = book.store.last_act().unwrap() - 1;
    let coop_act = 1;
    let (path, viewer) = (book.path(), book.amina.viewer.clone());
    {
        let _next_year = From2027::begin();
        assert!(matches!(Reader::open(&path, viewer.clone()), Err(Error::Outdated { found: 4, known: 5 })));
        let mut store = Store::open(&path, viewer.clone(), Clock::on(today())).unwrap();
        assert_eq!(store.act_line(store.last_act().unwrap()).unwrap().command, "book.migrate");
        let nickname = "SELECT nickname FROM member WHERE id = ?1";
        let nickname: String = store.conn.query_row(nickname, [id], |row| row.get(0)).unwrap();
        assert_eq!(nickname, "N1");
        assert_sound(&store);
        // what was logged before the columns changed stays as it is
        let refused = store.undo(&book.amina, &UNDO, &[], &WRITE, added).unwrap_err();
        assert_eq!(refused.text().id, "err-undo-migrated");
        let m = store.member(id).unwrap();
        store.act(&book.amina, &WRITE, &[], |act| act.update_member(&m)).unwrap();
        store.act(&book.amina, &WRITE, &[], |act| act.insert_member(&member(2))).unwrap();
        let last = store.last_act().unwrap();
        store.undo(&book.amina, &UNDO, &[], &WRITE, last).unwrap();
        assert_sound(&store);
        assert_eq!(store.act_line(coop_act).unwrap().version, 4);
        assert!(Reader::open(&path, viewer.clone()).is_ok());
    }
    // the older program that was running all along notices, and so does one that starts
    let refused = book.store.act(&book.amina, &WRITE, &[], |act| act.site("X"));
    assert!(matches!(refused, Err(Error::Newer { found: 5, known: 4 })));
    assert!(matches!(Store::open(&path, viewer.clone(), Clock::System), Err(Error::Newer { .. })));
    let copies: Vec<_> = std::fs::read_dir(book.dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|p| p.to_string_lossy().contains("book-v4-"))
        .collect();
    assert_eq!(copies.len(), 1);
    let old = Reader::open(&copies[0], viewer).unwrap();
    assert_eq!(old.member(id).unwrap().number, Some(1));
    assert_sound(&old);
}

#[test]
fn a_book_of_the_first_release_opens_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("book.ushirika");
    std::fs::write(&path, include_bytes!("../../../tests/book/v1.ushirika")).unwrap();
    let store = Store::open(&path, crate::domain::user::Viewer::default(), Clock::on(today())).unwrap();
    assert_sound(&store);
    let members = store
        .find_members(&mut crate::store::member_find::Find::new("1", crate::domain::book::Country::Cd, 5))
        .unwrap();
    assert_eq!(members[0].number, Some(1));
}
