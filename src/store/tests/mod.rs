//! The store as a whole.

mod backup;
mod check;
mod crowd;
mod merge;
mod migrate;
mod organ;
mod place;
mod search;
mod undo;

use super::{
    Error, Reader, Store,
    audit::{Class, TABLES},
    member_find::Find,
    member_list::Sort,
    member_search,
    testing::*,
};
use crate::{
    clock::Clock,
    domain::{
        book::Country,
        filter::Filter,
        member::{Member, Sex, Status},
        user::{Role, Viewer},
    },
};

#[test]
fn a_new_book_has_its_cooperative_and_its_first_user() {
    let book = book();
    let reader = book.reader();
    assert_eq!(reader.coop().unwrap().name, "Coop. minière Mbongu Mboka");
    assert_eq!(reader.coop().unwrap().also, ["USD"]);
    let user = reader.user_by_system("tester").unwrap().unwrap();
    assert_eq!((user.id, user.name.as_str(), user.has_pin), (1, "amina", false));
    let again = Store::create(&book.path(), Clock::System, &book.amina, |_| Ok(()));
    assert_eq!(again.err().unwrap().text().id, "err-book-exists");
}

#[test]
fn a_member_reads_back_as_written() {
    let mut book = book();
    let mut m = member(7);
    m.note = "deux\nlignes".to_owned();
    let id = book.add(&m);
    let back = book.store.member(id).unwrap();
    m = Member { id, rev: 1, number: Some(1), status_on: m.joined_on, ..m };
    assert_eq!(back, m);
    m.village = "Ailleurs".to_owned();
    let rev = book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&m)).unwrap();
    assert_eq!(rev, 2);
    let stale = book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&m));
    assert!(matches!(stale, Err(Error::Stale)));
    let gone = Member { id: 99, ..m };
    let gone = book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&gone));
    assert!(matches!(gone, Err(Error::NotFound)));
}

#[test]
fn pages_of_any_size_give_every_member_once_and_in_order() {
    let mut book = book();
    book.store
        .act(&book.amina, &WRITE, &[], |act| (0..100).try_for_each(|n| act.insert_member(&member(n)).map(drop)))
        .unwrap();
    let reader = book.reader();
    for sort in Sort::ALL {
        let whole = reader.member_slice(*sort, &[], None, 1000).unwrap();
        assert_eq!((whole.ids.len(), whole.next), (100, None));
        for limit in [1, 7, 50, 100] {
            let (mut ids, mut after) = (Vec::new(), None);
            loop {
                let slice = reader.member_slice(*sort, &[], after.as_ref(), limit).unwrap();
                ids.extend(slice.ids);
                after = slice.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(ids, whole.ids, "{sort:?} {limit}");
        }
    }
    let rows = |filter: &Filter, typed: &str| {
        let wanted = member_search::conditions(filter, typed, today(), Country::Cd);
        let slice = reader.member_slice(Sort::Name, &wanted, None, 1000).unwrap();
        reader.member_rows(&slice.ids).unwrap()
    };
    let names: Vec<String> =
        rows(&Filter::default(), "").iter().map(|r| crate::domain::fold::fold(&r.surname)).collect();
    assert!(names.is_sorted());
    let women = rows(&Filter::by_kind(&[Status::Active], Some(Sex::F)), "");
    assert!(women.iter().all(|r| r.sex == Some(Sex::F) && r.status == Status::Active));
    let totals = reader.member_totals().unwrap();
    assert_eq!(totals.count(&[Status::Active], Some(Sex::F)), women.len() as i64);
    assert_eq!(totals.count(&[], None), 100);
    assert_eq!(rows(&Filter::default(), "ÉLO g14").len(), 1);
    let find = |typed: &str| {
        let (mut find, mut found) = (Find::new(typed, Country::Cd, 9), Vec::new());
        while !find.is_ended() {
            found.extend(reader.find_members(&mut find).unwrap());
        }
        assert!(found.len() <= 9);
        found
    };
    assert_eq!(find("0003")[0].number, Some(3));
    assert!(find("elon").iter().all(|r| r.surname == "Élonga"));
    let both = find("p1 élon");
    assert!(!both.is_empty() && both.iter().all(|r| r.surname == "Élonga" && r.post_name.starts_with("P1")));
    assert_eq!(find(" "), []);
    assert_eq!(reader.villages("lua").unwrap(), ["Luamuela"]);
    assert_eq!(reader.villages("").unwrap(), ["Bakwa Tshimuna", "Éa", "Luamuela"]);
    assert_eq!(reader.villages("xyz").unwrap(), [""; 0]);
}

#[test]
fn only_a_known_user_with_the_role_writes() {
    let mut book = book();
    let write = |book: &mut Book, session| book.store.act(&session, &WRITE, &[], |act| act.site("X").map(drop));
    let stranger = session(9, "nobody", &[Role::Admin]);
    assert_eq!(write(&mut book, stranger).unwrap_err().text().id, "err-denied-unknown");
    let amina = book.amina.clone();
    book.store.act(&amina, &WRITE, &[], |act| act.insert_user("jp", &[Role::Auditor], "")).unwrap();
    // the session claims more than the book gives
    assert_eq!(write(&mut book, session(2, "jp", &[Role::Clerk])).unwrap_err().text().id, "err-denied");
    write(&mut book, amina).unwrap();
}

#[test]
fn what_others_wrote_shows() {
    let mut book = book();
    let mut reader = book.reader();
    assert_eq!(reader.changed().unwrap(), None);
    let id = book.add(&member(1));
    let changed = reader.changed().unwrap().unwrap();
    assert!(changed.has_record("member", id) && changed.has_table("member_status") && !changed.has_table("coop"));
    assert_eq!(reader.changed().unwrap(), None);
    book.store
        .act(&book.amina, &WRITE, &[], |act| (0..600).try_for_each(|n| act.insert_member(&member(n)).map(drop)))
        .unwrap();
    assert!(reader.changed().unwrap().unwrap().all);
}

#[test]
fn a_write_behind_the_programs_back_is_refused_by_the_book() {
    let mut book = book();
    book.add(&member(1));
    let conn = rusqlite::Connection::open(book.path()).unwrap();
    for sql in [
        "UPDATE member SET surname = 'X'",
        "UPDATE member SET rev = 9",
        "DELETE FROM member_status",
        "INSERT INTO site (id, name) VALUES (9, 'X')",
    ] {
        let error = conn.execute(sql, []).unwrap_err().to_string();
        assert!(error.contains("no such function: only_ushirika_writes_this_book"), "{error}");
    }
    let reader = book.reader();
    assert!(reader.conn.execute("DELETE FROM draft", []).is_err(), "a reader writes nothing at all");
    // nor does the connection that writes, once an act is closed or broke off
    let broken = book.store.act(&book.amina, &WRITE, &[], |_| Err::<(), _>(Error::Stale));
    assert!(matches!(broken, Err(Error::Stale)));
    let error = book.store.conn.execute("UPDATE member SET rev = 9", []).unwrap_err().to_string();
    assert!(error.contains("ushirika: no act is open"), "{error}");
}

#[test]
fn every_table_has_its_class() {
    let book = book();
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut statement = book.store.conn.prepare(sql).unwrap();
    let there: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut listed: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    listed.sort_unstable();
    assert_eq!(there, listed);
    for table in TABLES.iter().filter(|table| table.class == Class::Audited) {
        let sql = "SELECT count(*) FROM pragma_table_list WHERE name = ?1 AND strict = 1";
        assert!(book.store.conn.query_row(sql, [table.name], |row| row.get::<_, bool>(0)).unwrap(), "{}", table.name);
        let sql = "SELECT count(*) FROM pragma_table_info(?1) WHERE type NOT IN ('INTEGER', 'TEXT')";
        let others: i64 = book.store.conn.query_row(sql, [table.name], |row| row.get(0)).unwrap();
        assert_eq!(others, 0, "{}: amounts and images are whole numbers and text", table.name);
    }
}

#[test]
fn settings_and_drafts_are_no_change_of_a_record() {
    let mut book = book();
    let mut reader = book.reader();
    book.store.set_preference(Some(1), "language", "fr").unwrap();
    let amina = book.amina.clone();
    book.store.put_draft(&amina, "member/1", 0, 0, "{}").unwrap();
    assert_eq!(reader.changed().unwrap(), None);
    assert_eq!(reader.preference("language").unwrap().as_deref(), Some("fr"));
    assert!(reader.drafts("").unwrap().is_empty(), "this program still runs");
    reader.set_viewer(Viewer::default());
    assert_eq!(reader.preference("language").unwrap(), None);
}

#[test]
fn whoever_waits_too_long_is_told_that_the_book_is_busy() {
    let mut book = book();
    let mut other = Store::open(&book.path(), book.amina.viewer.clone(), Clock::System).unwrap();
    other.set_patience(std::time::Duration::from_millis(1));
    let amina = book.amina.clone();
    let blocked = book.store.act(&amina, &WRITE, &[], |act| {
        act.site("X")?;
        Ok(other.act(&amina, &WRITE, &[], |act| act.site("Y")))
    });
    assert!(matches!(blocked.unwrap(), Err(Error::Busy)));
    other.act(&amina, &WRITE, &[], |act| act.site("Y")).unwrap();
}

#[test]
fn what_is_no_book_is_not_opened() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("x");
    let open = || Reader::open(&path, Viewer::default()).err().unwrap();
    assert!(matches!(open(), Error::Missing(_)));
    std::fs::write(&path, "").unwrap();
    assert!(matches!(open(), Error::Missing(_)));
    std::fs::write(&path, "a list of members\n".repeat(99)).unwrap();
    assert!(matches!(open(), Error::NotABook(_)));
    std::fs::remove_file(&path).unwrap();
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE member (id)").unwrap();
    assert!(matches!(open(), Error::NotABook(_)));
    let book = book();
    rusqlite::Connection::open(book.path()).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let newer = Reader::open(&book.path(), Viewer::default()).err().unwrap();
    assert!(matches!(newer, Error::Newer { found: 99, .. }));
}
