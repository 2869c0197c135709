//! Stories of motions, votes and actions, told through keys.

use crate::common::{
    Book,
    driver::{Driver, count},
    hall::hall,
    snap, today,
};
use ushirika::{
    command,
    domain::{
        meeting::ITEM,
        motion::Motion,
        noun::Entry,
        rule::{Outcome, Votes},
    },
    report::meeting::words,
    text::Lang,
    tui::screen::meetings::page,
};

/// An assembly of so many, all in the room, with an agenda of three items.
fn assembly(members: usize) -> (Book, i64) {
    let (book, meeting) = hall(members);
    let mut store = book.store();
    command::roll::everybody(&mut store, &book.session, meeting).expect("all are there");
    for (kind, title) in [("accounts", "Comptes"), ("statutes", "Statuts"), ("any_other", "Divers")] {
        let mut item = Entry::new(&ITEM, ("meeting", meeting));
        item.put("kind", kind);
        item.put("title", title);
        command::entry::save(&mut store, &book.session, None, &item).expect("an item");
    }
    (book, meeting)
}

/// The page of the meeting on the screen.
fn open(book: &Book, meeting: i64, lang: &str) -> Driver {
    let mut d = Driver::open(book, lang);
    d.app.push(Box::new(page::page(meeting))).expect("the program goes on");
    d.settle();
    d
}

fn motions(book: &Book, meeting: i64) -> Vec<Motion> {
    book.reader().motions(meeting).expect("motions")
}

/// Number, outcome and votes of each motion.
fn outcomes(book: &Book, meeting: i64) -> Vec<(u32, Option<Outcome>, Option<Votes>)> {
    let line = |m: &Motion| (m.number(), m.outcome(), m.taken.as_ref().and_then(|taken| taken.votes));
    motions(book, meeting).iter().map(line).collect()
}

fn votes(in_favour: u32, against: u32, abstained: u32) -> Votes {
    Votes { in_favour, against, abstained, blank: 0 }
}

#[test]
fn five_motions_of_which_one_fails_by_a_vote_and_one_has_somebody_in_conflict() {
    for (lang, deal, short, unanimous, fourth) in [
        ("en", "deal", "REJECTED, one vote short", "ADOPTED, 25 for: unanimous", "motion 4"),
        ("fr", "conv", "REJETÉE, il manque une voix", "ADOPTÉE, 25 pour : unanimité", "résolution 4"),
    ] {
        let (book, meeting) = assembly(25);
        let mut d = open(&book, meeting, lang);
        // a counted vote: the figures and F2
        d.to("Comptes").press("m \"Approuver les comptes 2025\" f2");
        let vote = "enter \"20\" tab \"3\" tab \"2\" f2";
        assert_eq!(count(vote), 8);
        d.press(vote);
        // two thirds that fail by one vote: what is typed says so before it is saved
        d.to("Statuts").press("m \"Modifier l’article 12\" tab");
        snap(&format!("motion-form-{lang}"), &d.screen());
        d.press("f2 enter \"16\" tab \"9\"").sees(short);
        snap(&format!("motion-vote-{lang}"), &d.screen());
        d.press("f2");
        // whoever sells to the cooperative does not vote: the others are unanimous, in two keys
        d.to("Divers").press("m \"Acheter la pompe du membre 12\" tab").press(&format!("\"{deal}\" f2"));
        d.press("enter \"u\"").sees(unanimous);
        d.press("shift-tab \"12\"");
        snap(&format!("motion-conflict-{lang}"), &d.screen());
        d.press("f2");
        // an amendment, and the motion as it has made it
        d.to("Divers").press("m \"Cotisation de 5 000\" f2");
        d.to("Divers").press("m \"Cotisation de 3 000\" tab tab tab tab \"4\" f2");
        d.press("enter \"e\" f2");
        d.to(fourth).press("enter").sees("Cotisation de 3 000");
        d.press("\"18\" tab \"7\" f2");
        snap(&format!("motion-page-{lang}"), &d.screen());
        assert_eq!(
            outcomes(&book, meeting),
            [
                (1, Some(Outcome::Adopted), Some(votes(20, 3, 2))),
                (2, Some(Outcome::Rejected), Some(votes(16, 9, 0))),
                (3, Some(Outcome::Adopted), Some(votes(24, 0, 0))),
                (4, Some(Outcome::Adopted), Some(votes(18, 7, 0))),
                (5, Some(Outcome::Adopted), None),
            ]
        );
        let kept = motions(&book, meeting);
        assert_eq!(kept[1].taken.as_ref().unwrap().majority.value.to_string(), "2/3 votes");
        assert_eq!(kept[2].conflicts.len(), 1);
        assert_eq!(kept[2].taken.as_ref().unwrap().room.conflicted, 1);
        assert_eq!((kept[3].text(), kept[3].text_before()), ("Cotisation de 3 000", Some("Cotisation de 5 000")));
        let said: Vec<String> = kept.iter().map(|m| words::resolution(m, &Lang::new(lang))).collect();
        snap(&format!("motion-words-{lang}"), &said.join("\n\n"));
    }
}

#[test]
fn what_cannot_be_is_said_beside_the_field_and_nothing_is_lost() {
    for (lang, many, who, seen, figures) in [
        ("en", "31 votes were counted", "Nobody on the roll has the number 0099", "not a simple majority", "Either e"),
        ("fr", "31 voix sont comptées", "ne porte le numéro 0099", "majorité simple", "Ou bien e"),
    ] {
        let (book, meeting) = assembly(25);
        let mut d = open(&book, meeting, lang);
        d.to("Statuts").press("m \"Modifier l’article 12\" f2 enter");
        d.press("\"31\" f2").sees(many).sees("31");
        d.press("ctrl-u \"e\" f2").sees(seen);
        d.press("tab \"3\"").sees(figures);
        d.press("backspace shift-tab ctrl-u \"20\" shift-tab \"99\" tab").sees(who);
        snap(&format!("motion-wrong-{lang}"), &d.screen());
        assert_eq!(outcomes(&book, meeting), [(1, None, None)]);
        // somebody goes out while the votes are counted: the figures follow
        d.press("shift-tab ctrl-u tab");
        let roll = book.reader().roll(meeting).unwrap();
        command::roll::leave(&mut book.store(), &book.session, roll[0].id).unwrap();
        d.look().sees("24 = 24");
        d.press("f2");
        assert_eq!(outcomes(&book, meeting), [(1, Some(Outcome::Adopted), Some(votes(20, 0, 0)))]);
    }
}

#[test]
fn a_motion_is_withdrawn_and_another_is_voted_on_twice() {
    let (book, meeting) = assembly(10);
    let mut d = open(&book, meeting, "fr");
    d.to("Divers").press("m \"Exclure un membre\" f2 enter \"r\"").sees("RETIRÉE");
    // why is written where whoever counts is, and only of what is taken back
    d.press("tab*5 \"le membre est parti\" shift-tab*5 \"4\" f2").sees("Un motif ne se donne que");
    d.press("shift-tab*5 \"r\" f2").sees("RETIRÉE");
    let said = words::resolution(&motions(&book, meeting)[0], &Lang::new("fr"));
    assert!(said.ends_with("RETIRÉE par son auteur : le membre est parti."), "{said}");
    d.to("Divers").press("m \"Fêter\" f2 enter \"4\" tab \"5\" tab \"1\" f2");
    d.to("Fêter").press("enter \"6\" tab \"4\" tab \"0\" f2").sees("déjà été mis aux voix : REJETÉE");
    d.press("enter");
    assert_eq!(
        outcomes(&book, meeting),
        [(1, Some(Outcome::Withdrawn), None), (2, Some(Outcome::Adopted), Some(votes(6, 4, 0)))]
    );
    // the first vote is in the history, and undo brings it back
    d.press("u enter");
    assert_eq!(outcomes(&book, meeting)[1], (2, Some(Outcome::Rejected), Some(votes(4, 5, 1))));
    d.to("Exclure").press("enter").sees("a été retiré");
}

#[test]
fn a_vote_that_was_being_typed_when_the_power_failed_is_offered_again() {
    let (book, meeting) = assembly(10);
    let mut d = open(&book, meeting, "fr");
    d.to("Divers").press("m \"Fêter\" f2 enter \"6\" tab \"3\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "fr");
    d.sees("Brouillon : vote Fêter").press("home enter").sees("ADOPTÉE");
    d.press("f2");
    assert_eq!(outcomes(&book, meeting), [(1, Some(Outcome::Adopted), Some(votes(6, 3, 0)))]);
}

#[test]
fn below_quorum_the_stamp_is_seen_before_and_after() {
    for (lang, stamp) in [("en", "NO QUORUM"), ("fr", "SANS QUORUM")] {
        let (book, meeting) = assembly(10);
        let roll = book.reader().roll(meeting).unwrap();
        for line in &roll[..6] {
            command::roll::leave(&mut book.store(), &book.session, line.id).unwrap();
        }
        let mut d = open(&book, meeting, lang);
        d.to("Divers").press("m \"Fêter\" f2 enter \"4\"").sees(stamp);
        snap(&format!("motion-no-quorum-{lang}"), &d.screen());
        d.press("f2").to(stamp);
        assert_eq!(outcomes(&book, meeting), [(1, Some(Outcome::NoQuorum), Some(votes(4, 0, 0)))]);
    }
}

#[test]
fn actions_are_entered_under_an_item_and_reported_back() {
    for (lang, overdue) in [("en", "overdue"), ("fr", "en retard")] {
        let (book, meeting) = assembly(10);
        let mut d = open(&book, meeting, lang);
        d.to("Comptes").press("t \"Afficher les comptes\" tab \"3, 4\" tab \"30/11/2026\" f2");
        d.to("Divers").press("t \"Réparer la pompe\" tab \"1\" tab \"1/11/2026\" f2");
        snap(&format!("action-page-{lang}"), &d.screen());
        d.press("f5").sees("! 01/11/2026");
        snap(&format!("actions-{lang}"), &d.screen());
        // Enter and F2: it is done today
        d.press("home enter");
        snap(&format!("action-settle-{lang}"), &d.screen());
        d.press("f2").sees_no("01/11/2026");
        let done = book.reader().actions(meeting).unwrap().remove(1);
        assert_eq!((done.get("state"), done.day("done_on")), ("done", Some(today())));
        d.press("f down enter").sees(overdue).sees_no("Afficher");
        d.press("f home down enter").sees("Afficher");
    }
}

#[test]
fn whoever_types_ahead_of_a_vote_finds_nothing_in_the_minutes() {
    let (book, meeting) = assembly(10);
    let mut d = open(&book, meeting, "en");
    d.to("Comptes").press("m \"Approuver les comptes\" f2 enter \"u\"");
    // the vote is still being written while its item is opened
    d.press_only("f2 up enter").settle().sees("minutes › 1 Comptes").sees("ADOPTED").sees_no("[Resolution");
    d.press("\"Le compte est bon.\" f2");
    assert_eq!(book.reader().items(meeting).expect("items")[0].text, "Le compte est bon.");
}
