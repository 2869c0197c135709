//! Users, PINs, roles.

use crate::{
    command::{act, book, coop, user},
    domain::{book::Coop, user::Role},
    store::testing,
};

#[test]
fn a_pin_opens_what_asks_for_it() {
    let testing::Book { dir, store, .. } = testing::book();
    let coop = store.coop().unwrap();
    let path = dir.path().join("other.ushirika");
    let founder = book::Founder { name: " amina ", pin: Some("2580"), system_user: "laptop", session: "s" };
    let (mut store, amina) = book::create(&path, store.clock(), &coop, &founder).unwrap();
    assert_eq!((amina.name.as_str(), amina.proved), ("amina", true));
    let sign_in =
        |store: &_, system: &str, name: Option<&str>, pin: Option<&str>| user::sign_in(store, system, name, pin);
    let error = |result: crate::store::Result<_>| -> &'static str {
        let result: crate::store::Result<crate::domain::user::Session> = result;
        result.unwrap_err().text().id
    };
    let mine = sign_in(&store, "laptop", None, None).unwrap();
    assert_eq!((mine.name.as_str(), mine.proved), ("amina", false));
    let refused = user::add(&mut store, &mine, "jp", &[Role::Clerk], "", None).unwrap_err();
    assert_eq!(refused.text().id, "err-denied-pin");
    assert!(sign_in(&store, "laptop", None, Some("2580")).unwrap().proved);
    assert_eq!(error(sign_in(&store, "other", Some("amina"), None)), "err-pin-needed");
    assert_eq!(error(sign_in(&store, "other", Some("amina"), Some("0000"))), "err-pin-wrong");
    assert!(sign_in(&store, "other", Some("AMINA"), Some("2580")).unwrap().proved);
    assert_eq!(error(sign_in(&store, "other", Some("nobody"), None)), "err-user-unknown");
    assert_eq!(sign_in(&store, "other", None, None).unwrap().viewer.user_id, None);

    user::add(&mut store, &amina, "jp", &[Role::Clerk], "", None).unwrap();
    user::add(&mut store, &amina, "ana", &[Role::Clerk, Role::Clerk], "server", None).unwrap();
    assert!(sign_in(&store, "laptop", Some("jp"), None).unwrap().proved, "a shared machine");
    assert_eq!(error(sign_in(&store, "laptop", Some("ana"), None)), "err-user-bound");
    let ana = sign_in(&store, "server", None, None).unwrap();
    let (jp, me) = (store.user_by_name("jp").unwrap().unwrap(), store.user_by_name("ana").unwrap().unwrap());
    assert_eq!(user::set_pin(&mut store, &ana, &jp, Some("1234")).unwrap_err().text().id, "err-denied");
    assert_eq!(user::set_pin(&mut store, &ana, &me, Some("12")).unwrap_err().text().id, "err-pin-length");
    user::set_pin(&mut store, &ana, &me, Some("1234")).unwrap();
    assert!(!sign_in(&store, "server", None, None).unwrap().proved);
    let log = format!("{:?}", store.changes(store.last_act().unwrap(), None, 9).unwrap());
    assert_eq!(log, "[]", "the log knows nothing of a PIN");
    testing::assert_sound(&store);
}

#[test]
fn a_book_keeps_an_administrator() {
    let mut book = testing::book();
    let amina = book.amina.clone();
    let me = |book: &testing::Book| book.store.user(1).unwrap();
    let user = me(&book);
    assert_eq!(user::remove(&mut book.store, &amina, &user).unwrap_err().text().id, "err-last-admin");
    assert_eq!(user::role(&mut book.store, &amina, &user, &[Role::Clerk]).unwrap_err().text().id, "err-last-admin");
    assert_eq!(user::role(&mut book.store, &amina, &user, &[]).unwrap_err().text().id, "err-user-roles");
    user::add(&mut book.store, &amina, "jp", &[Role::Admin], "", None).unwrap();
    let added = book.store.last_act().unwrap();
    user::role(&mut book.store, &amina, &user, &[Role::Clerk]).unwrap();
    let jp = testing::session(2, "jp", &[Role::Admin]);
    // also not by an undo
    assert_eq!(act::undo(&mut book.store, &jp, added).unwrap_err().text().id, "err-last-admin");
    assert_eq!(act::undo(&mut book.store, &amina, added).unwrap_err().text().id, "err-denied");
    testing::assert_sound(&book.store);
}

#[test]
fn the_cooperatives_record_is_kept_clean() {
    let mut book = testing::book();
    let amina = book.amina.clone();
    let coop = book.store.coop().unwrap();
    let rev = book.store.coop_rev().unwrap();
    let mut edit = |rev, coop: Coop| coop::edit(&mut book.store, &amina, rev, &coop);
    let error = |result: crate::store::Result<()>| result.unwrap_err().text().id;
    assert_eq!(error(edit(rev, Coop { name: " \u{202e}".to_owned(), ..coop.clone() })), "err-coop-name");
    assert_eq!(error(edit(rev, Coop { currency: "XYZ".to_owned(), ..coop.clone() })), "err-currency");
    assert_eq!(error(edit(rev + 1, Coop { name: "B".to_owned(), ..coop.clone() })), "err-stale");
    let also = vec!["usd".to_owned(), "CDF".to_owned(), "USD".to_owned()];
    edit(rev, Coop { name: " B ".to_owned(), also, ..coop }).unwrap();
    let coop = book.store.coop().unwrap();
    assert_eq!((coop.name.as_str(), coop.also), ("B", vec!["USD".to_owned()]));
}
