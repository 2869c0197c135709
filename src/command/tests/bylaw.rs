//! The cooperative's own rules beside those of its legal form.

use crate::{
    command::{bylaw, user},
    domain::{
        rule::{Call, Own, Rule, Vote, What},
        user::Role,
    },
    store::{
        Error,
        testing::{Book, assert_sound, book, session},
    },
};

#[test]
fn the_statutes_go_before_the_legal_form_until_they_are_taken_out() {
    let mut book = book();
    let vote = Vote { organ: "assembly", meeting: "annual", motion: "" };
    let quorum = |book: &Book| {
        let rules = book.store.rules().unwrap();
        rules.quorum(vote, Call::First).unwrap().value.clone()
    };
    let rule = |value: &str| Rule {
        code: "assembly.quorum".to_owned(),
        value: value.to_owned(),
        reference: " art.  31 ".to_owned(),
        certainty: None,
    };
    let own = |rule| Own { id: 0, rev: 0, rule, note: String::new() };
    assert_eq!(quorum(&book), "1/2");
    let jp = user::add(&mut book.store, &book.amina, "jp", &[Role::Clerk], "", None).unwrap();
    let clerk = session(jp, "jp", &[Role::Clerk]);
    assert!(matches!(bylaw::save(&mut book.store, &clerk, None, &own(rule("2/3"))), Err(Error::Denied(_))));
    let wrong = bylaw::save(&mut book.store, &book.amina, None, &own(rule("3/2"))).unwrap_err();
    assert_eq!(wrong.text().id, "err-share");
    bylaw::save(&mut book.store, &book.amina, None, &own(rule(" > 2/3 "))).unwrap();
    assert_eq!(quorum(&book), ">2/3");
    // two people at once: the second sees what the first has written
    let twice = bylaw::save(&mut book.store, &book.amina, None, &own(rule("1/3")));
    assert!(matches!(twice, Err(Error::Stale)));
    let kept = book.store.own_rule("assembly.quorum").unwrap().unwrap();
    assert_eq!(kept.rule.reference, "art. 31");
    // nothing changed is no act
    let acts = book.store.last_act().unwrap();
    bylaw::save(&mut book.store, &book.amina, None, &kept).unwrap();
    assert_eq!(book.store.last_act().unwrap(), acts);
    bylaw::remove(&mut book.store, &book.amina, &kept).unwrap();
    assert_eq!(quorum(&book), "1/2");
    let unknown = own(Rule { code: "nobody.quorum".to_owned(), ..rule("1/2") });
    assert!(bylaw::save(&mut book.store, &book.amina, None, &unknown).is_err());
    assert!(What::of("nobody.nothing").is_none());
    assert_sound(&book.store);
}
