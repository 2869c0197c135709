//! Many at once, and programs that die. The others are this test program itself, started again for the same test with the
//! book named in its environment: then it writes instead of watching.

use crate::{
    clock::Clock,
    store::{Error, Series, Store, testing::*},
};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

fn start(test: &str, path: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("store::tests::crowd::{test}"), "--nocapture"])
        .env("USHIRIKA_TEST_BOOK", path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The book to write into, when this is one of the programs that were started.
fn the_book() -> Option<Store> {
    let path = std::env::var_os("USHIRIKA_TEST_BOOK")?;
    Some(Store::open(Path::new(&path), session(1, "amina", &[]).viewer, Clock::System).unwrap())
}

fn write_beside_others(mut store: Store) {
    let amina = session(1, "amina", &[]);
    let shared = store.member_by_number(1).unwrap().unwrap();
    let mut stale = 0;
    for n in 0..25 {
        store.act(&amina, &WRITE, &[], |act| act.insert_member(&member(n))).unwrap();
        let mut m = store.member(shared).unwrap();
        m.note = format!("{} {n}", std::process::id());
        match store.act(&amina, &WRITE, &[], |act| act.update_member(&m)) {
            Ok(_) => {}
            Err(Error::Stale) => stale += 1,
            Err(e) => panic!("{e}"),
        }
    }
    assert!(stale < 25, "some of the changes got through");
}

#[test]
fn eight_programs_write_at_once() {
    if let Some(store) = the_book() {
        return write_beside_others(store);
    }
    let mut book = book();
    book.add(&member(1));
    let path = book.path();
    let children: Vec<Child> = (0..8).map(|_| start("eight_programs_write_at_once", &path)).collect();
    for child in children {
        assert!(child.wait_with_output().unwrap().status.success());
    }
    assert_eq!(book.store.member_totals().unwrap().count(&[], None), 1 + 8 * 25);
    assert_eq!(book.store.last_number(Series::Member).unwrap(), 1 + 8 * 20, "a fifth are applicants");
    assert_sound(&book.store);
}

/// Writes until somebody kills it, and says how far it has come.
fn write_for_ever(mut store: Store) {
    let amina = session(1, "amina", &[]);
    for n in 0.. {
        store
            .act(&amina, &WRITE, &[], |act| (0..10).try_for_each(|i| act.insert_member(&member(n * 10 + i)).map(drop)))
            .unwrap();
        println!("written {n}");
        store.put_draft(&amina, "member", 0, 0, &format!("{n}")).unwrap();
        println!("kept {n}");
    }
}

#[test]
fn a_killed_program_leaves_nothing_half() {
    if let Some(store) = the_book() {
        return write_for_ever(store);
    }
    let book = book();
    let path = book.path();
    for round in 0..12_u32 {
        let mut child = start("a_killed_program_leaves_nothing_half", &path);
        // after so many steps, and wherever in the next it then is
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let steps = lines.map_while(Result::ok).filter(|line| line.contains(' ')).take(2 + round as usize * 3);
        assert!(steps.count() > 0, "it wrote");
        child.kill().unwrap();
        child.wait().unwrap();
        let store = Store::open(&path, book.amina.viewer.clone(), Clock::System).unwrap();
        assert_eq!(store.member_totals().unwrap().count(&[], None) % 10, 0);
        assert_sound(&store);
        let drafts = store.drafts("").unwrap();
        assert!(drafts.len() <= round as usize + 1);
    }
    let mut store = Store::open(&path, book.amina.viewer.clone(), Clock::System).unwrap();
    let left = store.drafts("").unwrap();
    let draft = left.first().expect("one of twelve came as far as a draft");
    let taken = store.resume_draft(&book.amina, draft.id).unwrap();
    assert_eq!((taken.session.as_str(), taken.body.as_str()), (book.amina.id.as_str(), draft.body.as_str()));
    assert_eq!(store.drafts("").unwrap().len(), left.len() - 1, "it belongs to a living program again");
}
