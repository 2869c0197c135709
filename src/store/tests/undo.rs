//! Undo and redo.

use crate::{
    domain::{
        command::{Command, Undo},
        member::{Member, Status},
    },
    store::{Error, Store, member_list::Sort, testing::*},
};
use proptest::prelude::*;

fn undo(book: &mut Book, act: i64, class: Undo) -> crate::store::Result<crate::store::undo::Undone> {
    let original = Command { id: "test.write", roles: &[], undo: class, pin: false };
    book.store.undo(&book.amina, &UNDO, &[], &original, act)
}

fn last(book: &Book) -> i64 {
    book.store.last_act().unwrap()
}

#[test]
fn an_undone_admission_leaves_a_void_number_and_redo_brings_it_back() {
    let mut book = book();
    let start = dump(&book.store);
    let id = book.add(&member(1));
    let with = dump(&book.store);
    assert_eq!(book.store.member(id).unwrap().number, Some(1));
    let added = last(&book);
    assert_eq!(undo(&mut book, added, Undo::Whole).unwrap().records, 2, "the member and the site");
    assert_eq!(dump(&book.store), start);
    assert_sound(&book.store);
    let other = book.add(&member(2));
    assert_eq!(book.store.member(other).unwrap().number, Some(2), "1 is void");
    assert!(other > id, "an id is never used again");
    let line = book.store.act_line(added).unwrap();
    assert!(matches!(undo(&mut book, added, Undo::Whole), Err(Error::Invalid(t)) if t.id == "err-undo-already"));
    let redone = undo(&mut book, line.undone_by.unwrap(), Undo::Whole).unwrap();
    let member = book.store.member(id).unwrap();
    assert_eq!(member.number, Some(1));
    assert!(member.rev > 1, "rev is above any it ever had");
    assert!(dump(&book.store).len() > with.len());
    assert_sound(&book.store);
    // to take back the redo is to take back the first act again
    undo(&mut book, redone.act, Undo::Whole).unwrap();
    assert!(book.store.act_line(added).unwrap().undone_by.is_some());
    assert_sound(&book.store);
}

#[test]
fn what_was_changed_since_blocks_and_is_named() {
    let mut book = book();
    let id = book.add(&member(1));
    let added = last(&book);
    let mut m = book.store.member(id).unwrap();
    m.phone = "+243812345678".to_owned();
    book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&m)).unwrap();
    let edited = last(&book);
    let Err(Error::Blocked(blockers)) = undo(&mut book, added, Undo::Whole) else { panic!() };
    assert_eq!(
        (blockers.len(), blockers[0].act, blockers[0].columns.as_slice()),
        (1, edited, &["phone".to_owned()][..])
    );
    // a status given later is a row of its own that would be left without its member
    undo(&mut book, edited, Undo::Whole).unwrap();
    let m = book.store.member(id).unwrap();
    book.store
        .act(&book.amina, &WRITE, &[], |act| act.set_member_status((id, m.rev), Status::Suspended, today(), "", ""))
        .unwrap();
    let suspended = last(&book);
    let Err(Error::Blocked(blockers)) = undo(&mut book, added, Undo::Whole) else { panic!() };
    assert!(blockers.iter().all(|b| b.act == suspended));
    undo(&mut book, suspended, Undo::Whole).unwrap();
    undo(&mut book, added, Undo::Whole).unwrap();
    assert!(matches!(book.store.member(id), Err(Error::NotFound)));
    assert_sound(&book.store);
}

#[test]
fn an_import_undone_keeps_and_lists_what_was_edited_since() {
    let mut book = book();
    let mut members: Vec<Member> = (0..1000).map(member).collect();
    members[17].site = "Mine de Kalima".to_owned();
    let ids: Vec<i64> =
        book.store.act(&book.amina, &WRITE, &[], |act| members.iter().map(|m| act.insert_member(m)).collect()).unwrap();
    let import = last(&book);
    for id in [ids[17], ids[501]] {
        let mut m = book.store.member(id).unwrap();
        m.known_as = "Papa".to_owned();
        book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&m)).unwrap();
    }
    let undone = undo(&mut book, import, Undo::ByRecord).unwrap();
    let mut kept: Vec<(&str, i64)> = undone.kept.iter().map(|g| (g.table.as_str(), g.id)).collect();
    let sites: Vec<i64> = kept.iter().filter(|(table, _)| *table == "site").map(|(_, id)| *id).collect();
    assert_eq!(sites.len(), 2, "the sites of the two are kept with them");
    kept.retain(|(table, _)| *table == "member");
    assert_eq!(kept, [("member", ids[17]), ("member", ids[501])]);
    assert!(undone.kept.iter().all(|g| !g.blockers.is_empty()));
    assert_eq!(book.store.member_totals().unwrap().count(&[], None), 2);
    assert_sound(&book.store);
    // and all of it comes back, also in another session
    let path = book.path();
    book.store = Store::open(&path, book.amina.viewer.clone(), book.store.clock()).unwrap();
    let redo = book.store.last_redoable(1).unwrap().unwrap();
    assert_eq!(redo.id, undone.act);
    undo(&mut book, redo.id, Undo::ByRecord).unwrap();
    assert_eq!(book.store.member_totals().unwrap().count(&[], None), 1000);
    assert_sound(&book.store);
}

#[test]
fn a_name_that_is_taken_again_refuses_the_undo() {
    let mut book = book();
    book.store.act(&book.amina, &WRITE, &[], |act| act.insert_user("jp", &[], "")).unwrap();
    book.store.act(&book.amina, &WRITE, &[], |act| act.remove_user(2, 1, today())).unwrap();
    let removed = last(&book);
    book.store.act(&book.amina, &WRITE, &[], |act| act.insert_user("JP", &[], "")).unwrap();
    assert_eq!(undo(&mut book, removed, Undo::Whole).unwrap_err().text().id, "err-undo-taken");
}

#[test]
fn u_goes_back_step_by_step_and_redo_forward_until_something_new_is_done() {
    let mut book = book();
    let undoable = |book: &Book| book.store.last_undoable(1).unwrap().map(|a| a.id);
    let redoable = |book: &Book| book.store.last_redoable(1).unwrap().and_then(|a| a.undoes);
    assert_eq!(undoable(&book), None);
    let mut acts = Vec::new();
    for n in 0..3 {
        book.add(&member(n));
        acts.push(last(&book));
    }
    for act in acts.iter().rev() {
        assert_eq!(undoable(&book), Some(*act));
        undo(&mut book, *act, Undo::Whole).unwrap();
        assert_eq!(redoable(&book), Some(*act));
    }
    assert_eq!(undoable(&book), None);
    for act in &acts[..2] {
        assert_eq!(redoable(&book), Some(*act));
        let undo_act = book.store.last_redoable(1).unwrap().unwrap().id;
        undo(&mut book, undo_act, Undo::Whole).unwrap();
        assert_eq!(undoable(&book), Some(*act));
    }
    book.add(&member(9));
    assert_eq!(redoable(&book), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is done, undone and redone: the book stays sound, and undoing all of it leads back to the start.
    #[test]
    fn everything_done_can_be_undone(steps in proptest::collection::vec((0u8..6, 0usize..40), 1..25)) {
        let mut book = book();
        let start = dump(&book.store);
        for (step, n) in steps {
            let slice = book.store.member_slice(Sort::Name, &[], None, 100).unwrap();
            let pick = (!slice.ids.is_empty()).then(|| slice.ids[n % slice.ids.len()]);
            match (step, pick) {
                (4, _) => if let Some(act) = book.store.last_undoable(1).unwrap() {
                    undo(&mut book, act.id, Undo::Whole).unwrap();
                },
                (5, _) => if let Some(act) = book.store.last_redoable(1).unwrap() {
                    undo(&mut book, act.id, Undo::Whole).unwrap();
                },
                (2, Some(id)) => {
                    let old = book.store.member(id).unwrap();
                    let edited = Member { id, rev: old.rev, ..member(n) };
                    book.store.act(&book.amina, &WRITE, &[], |act| act.update_member(&edited)).unwrap();
                }
                (3, Some(id)) => {
                    let old = book.store.member(id).unwrap();
                    if let Some(status) = old.status.next().get(n % 3) {
                        book.store.act(&book.amina, &WRITE, &[], |act| {
                            act.set_member_status((id, old.rev), *status, today(), "", "AG")
                        }).unwrap();
                    }
                }
                _ => { book.add(&member(n)); }
            }
        }
        assert_sound(&book.store);
        while let Some(act) = book.store.last_undoable(1).unwrap() {
            undo(&mut book, act.id, Undo::Whole).unwrap();
        }
        prop_assert_eq!(dump(&book.store), start);
        assert_sound(&book.store);
    }
}
