//! Somebody stands twice in the register: found, compared, made one, taken back, or told apart.

use crate::common::{Book, driver::Driver, snap, today};
use ushirika::{
    command,
    domain::{
        birth::Birth as Birthday,
        book::Country,
        day::Order,
        member::{Field, Member, Reading, Status},
        user::Role,
    },
};

/// Whoever is described by these fields, admitted today.
fn add(book: &Book, fields: &[(Field, &str)]) -> i64 {
    let reading = Reading { today: today(), country: Country::Cd, order: Order::Dmy };
    let mut member = Member { status: Status::Active, ..Member::default() };
    for (field, text) in fields {
        member.set(*field, text, &reading).expect("a value");
    }
    command::member::save(&mut book.store(), &book.session, None, &member).expect("a member").id
}

use Field::{
    Birth, CardNumber, FormerNumber, GivenName, IdNumber, IdPlace, IdType, JoinedOn, Phone, PostName, Sex, Site,
    Surname, Village,
};

/// A register in which Éléonore stands twice, and Jean and his son have one name.
fn register() -> Book {
    let book = Book::with(&[("Ilunga", "Mbuyi", "Joseph")]);
    add(
        &book,
        &[
            (Surname, "Mulanga"),
            (PostName, "Mwamba"),
            (GivenName, "Éléonore"),
            (Sex, "F"),
            (Birth, "1993"),
            (Phone, "0812345678"),
            (Village, "Luamuela"),
            (Site, "Bakwa"),
            (JoinedOn, "1/3/2021"),
            (IdType, "voter"),
            (IdNumber, "10100123"),
        ],
    );
    add(&book, &[(Surname, "Kabeya"), (GivenName, "Jean"), (Birth, "1960"), (Village, "Muya")]);
    add(
        &book,
        &[
            (Surname, "Muamba"),
            (PostName, "Mulanga"),
            (GivenName, "Eleonore"),
            (Sex, "F"),
            (Birth, "31/5/1993"),
            (Village, "Luamuela"),
            (FormerNumber, "A-17"),
            (CardNumber, "CE-0042"),
            (JoinedOn, "4/2/2020"),
            (IdType, "passport"),
            (IdNumber, "OP77001"),
            (IdPlace, "Mbuji-Mayi"),
        ],
    );
    add(&book, &[(Surname, "Kabeya"), (GivenName, "Jean"), (Birth, "1985"), (Village, "Muya")]);
    book
}

#[test]
fn two_records_are_compared_made_one_and_two_again() {
    for lang in ["en", "fr"] {
        let book = register();
        let before = book.store().member(4).expect("a member");
        let mut d = Driver::open(&book, lang);
        d.press("2 r");
        snap(&format!("duplicates-{lang}"), &d.screen());
        d.press("enter down*2");
        snap(&format!("merge-{lang}"), &d.screen());
        // the passport is the better paper
        d.press("end space f2");
        snap(&format!("merge-done-{lang}"), &d.screen());
        // both numbers, the old one and the name lead to her
        for typed in ["0002", "0004", "a-17", "muamba", "ce-0042"] {
            d.press("2 /").paste(typed).press("enter").sees("0002  MULANGA Mwamba").press("esc");
        }
        d.press("/ \"mwam\" enter enter");
        snap(&format!("merge-page-{lang}"), &d.screen());
        d.press("h enter");
        snap(&format!("merge-act-{lang}"), &d.screen());
        let kept = book.store().member(2).expect("a member");
        assert_eq!((kept.birth.map(Birthday::stored), kept.id_number.as_str()), (Some("1993-05-31".into()), "OP77001"));
        assert_eq!((kept.id_place.as_str(), kept.kept(CardNumber)), ("Mbuji-Mayi", "CE-0042"));
        d.press("esc u enter 2");
        d.sees("0004");
        let back = book.store().member(4).expect("she is back");
        assert_eq!((Member { rev: before.rev, ..back }, book.store().member_by_number(4).unwrap()), (before, Some(4)));
        assert!(book.store().check().unwrap().ok);
    }
}

#[test]
fn two_people_are_told_apart_and_never_shown_again() {
    for lang in ["en", "fr"] {
        let book = register();
        let mut d = Driver::open(&book, lang);
        d.press("2 r d \"jumelles\"");
        snap(&format!("distinct-{lang}"), &d.screen());
        d.press("f2 esc r").sees_no("MUAMBA");
        snap(&format!("duplicates-none-{lang}"), &d.screen());
        // saving one of them asks no more
        d.press("2 / \"muam\" enter e f2").sees_no("?  (").sees_no("? (");
        d.press("u enter r").sees("MUAMBA");
    }
}

#[test]
fn two_that_are_marked_are_compared_whatever_they_have_in_common() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 space space r").sees("0001 ILUNGA").sees("0003 KABEYA");
    // nobody is made a member by merging, and the other can be kept
    d.press("x").sees("0003 stays").press("x").sees("0001 stays");
}

#[test]
fn a_clerk_tells_apart_and_a_secretary_merges() {
    let book = register();
    command::user::add(&mut book.store(), &book.session, "jp", &[Role::Clerk], "", None).expect("a user");
    let mut d = Driver::open(&book, "en");
    d.app.cx.session.viewer.roles = vec![Role::Clerk];
    d.app.cx.session.viewer.user_id = Some(2);
    d.press("2 r enter f2").sees("it needs the role").sees("stays");
    d.press("d f2").sees("Nobody stands twice");
}

#[test]
fn home_counts_once_nothing_has_happened_for_a_while() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.sees_no("duplicate");
    let started = std::time::Instant::now();
    while !d.screen().contains("duplicate") {
        assert!(started.elapsed() < std::time::Duration::from_mins(1), "nobody counts");
        d.app.tick(false);
        d.settle();
    }
    d.sees("One possible duplicate").press("down*9 up*9 enter");
}

#[test]
fn what_others_do_meanwhile_shows() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.press("2 r").sees("one pair");
    add(&book, &[(Surname, "Ilunga"), (PostName, "Mbuyi"), (GivenName, "Josef"), (Village, "Muya")]);
    d.look().sees("2 pairs").sees("ILUNGA Mbuyi Josef");
    d.press("down enter").sees("ILUNGA Mbuyi Josef");
    let gone = book.store().member_by_number(6).unwrap().expect("a member");
    let merge = ushirika::domain::merge::Merge::of(book.store().member(1).unwrap(), book.store().member(gone).unwrap());
    command::merge::merge(&mut book.store(), &book.session, &merge).expect("a merge");
    d.look().sees("does not exist any more").press("esc").sees("one pair");
}
