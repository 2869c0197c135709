//! Stories of leaving and joining, told through keys: a death, an exclusion, a withdrawal, an admission, a card.

use crate::common::{Book, driver::Driver, snap};
use ushirika::domain::{
    member::{Field, Status},
    noun,
    procedure::{PROCEDURE, STEP},
};

fn book() -> Book {
    Book::with(&[("Kabeya", "Ngoyi", "Éléonore"), ("Ilunga", "Mbuyi", "Joseph")])
}

/// The steps of the one procedure of a member: code, whether done, by when due.
fn steps(book: &Book, id: i64) -> Vec<(String, bool, String)> {
    let reader = book.reader();
    let steps = reader.entries(&STEP, ("member", id)).expect("steps");
    let line = |s: &noun::Entry| (s.get("step").to_owned(), !s.get("done_on").is_empty(), s.get("due_on").to_owned());
    steps.iter().map(line).collect()
}

#[test]
fn a_death_opens_a_checklist_that_is_worked_off() {
    for (lang, word, thumb) in [("en", "Decea", "thumbprint"), ("fr", "Décé", "empreinte")] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        // of whom the page is, what became of her, since when, why
        d.press(&format!("2 down enter d \"{word}\" tab tab \"éboulement\" f2"));
        d.sees(thumb);
        snap(&format!("death-{lang}"), &d.screen());
        let reader = book.reader();
        assert_eq!(reader.member(1).unwrap().status, Status::Deceased);
        assert_eq!(reader.entries(&PROCEDURE, ("member", 1)).unwrap()[0].get("kind"), "death");
        assert_eq!(steps(&book, 1).len(), 6);
        assert_eq!(steps(&book, 1)[0], ("certificate".to_owned(), false, "2026-12-23".to_owned()));
        // the first step is done: the day, by whom, the paper
        let certificate = if lang == "en" { "Death certificate" } else { "Acte de décès" };
        d.to(certificate).press("enter t tab \"hôpital\" tab \"n° 77\" f2");
        assert!(steps(&book, 1)[0].1);
        d.to(if lang == "en" { "Family council" } else { "PV conseil" }).press("enter t f2");
        let heirs = steps(&book, 1)[4].clone();
        assert_eq!(heirs, ("heirs".to_owned(), false, "2026-12-23".to_owned()));
        snap(&format!("death-steps-{lang}"), &d.screen());
        // all of it can be taken back, in order
        d.press("u enter u enter u enter");
        assert_eq!(book.reader().member(1).unwrap().status, Status::Active);
        assert!(steps(&book, 1).is_empty());
    }
}

#[test]
fn an_exclusion_excludes_when_it_is_notified_and_not_before() {
    for (lang, word) in [("en", "Exclu"), ("fr", "Exclu")] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press(&format!("2 down enter d \"{word}\" tab tab \"vente hors coopérative\" f2"));
        assert_eq!(book.reader().member(1).unwrap().status, Status::Active);
        snap(&format!("exclusion-{lang}"), &d.screen());
        let step = |d: &mut Driver, en: &'static str, fr: &'static str, keys: &str| {
            d.to(if lang == "en" { en } else { fr }).press(keys);
        };
        step(&mut d, "Written warning", "Mise en demeure", "enter \"1/11/26\" f2");
        step(&mut d, "Decided with reasons", "Décision motivée", "enter \"10/11/26\" tab \"AG\" tab \"rés. 4\" f2");
        assert_eq!(steps(&book, 1)[3].2, "2026-11-20");
        step(&mut d, "Decision notified", "Décision notifiée", "enter t f2");
        let member = book.reader().member(1).unwrap();
        assert_eq!((member.status, member.number), (Status::Excluded, Some(1)));
        let last = book.reader().member_statuses(1).unwrap().pop().unwrap();
        assert_eq!((last.reason.as_str(), last.decision.as_str()), ("vente hors coopérative", "rés. 4"));
        assert_eq!(steps(&book, 1)[5].2, "2027-11-23", "the shares are due within the year");
        snap(&format!("exclusion-done-{lang}"), &d.screen());
        d.press("u enter");
        assert_eq!(book.reader().member(1).unwrap().status, Status::Active);
        assert!(!steps(&book, 1)[3].1);
    }
}

#[test]
fn an_applicant_is_admitted_by_a_decision_and_validated_by_the_assembly() {
    for lang in ["en", "fr"] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        let applicant = if lang == "en" { "appl" } else { "cand" };
        d.press(&format!("2 n \"Mwamba\" shift-tab \"{applicant}\" f2"));
        d.press("enter a");
        snap(&format!("admit-{lang}"), &d.screen());
        d.press("tab \"com\" tab \"CG 12/2026\" f2").sees("0003");
        let member = book.reader().member(3).unwrap();
        assert_eq!((member.status, member.kept(Field::AdmittedBy)), (Status::Active, "committee"));
        assert_eq!(member.kept(Field::ValidatedOn), "");
        d.press("a \"t\" tab \"AG 2026, rés. 3\" f2");
        let member = book.reader().member(3).unwrap();
        assert_eq!(
            (member.kept(Field::ValidatedOn), member.kept(Field::ValidatedBy)),
            ("2026-11-23", "AG 2026, rés. 3")
        );
        d.press("u enter");
        assert_eq!(book.reader().member(3).unwrap().kept(Field::ValidatedOn), "");
    }
}

#[test]
fn what_an_assembly_validated_once_keeps_its_day() {
    let book = book();
    let validated = |id| {
        let member = book.reader().member(id).unwrap();
        [Field::ValidatedOn, Field::ValidatedBy].map(|field| member.kept(field).to_owned())
    };
    let mut d = Driver::open(&book, "en");
    d.press("2 a \"1/11/26\" tab \"AG 2026\" f2").sees("Admission validated.");
    let id = if validated(1)[0].is_empty() { 2 } else { 1 };
    assert_eq!(validated(id), ["2026-11-01", "AG 2026"]);
    d.press("a").sees("has validated this admission already");
    // of both only the other waits
    d.press("* a").sees(if id == 1 { "0002 ILUNGA" } else { "0001 KABEYA" });
    d.press("f2").sees("Admission validated. 1 had been validated before");
    assert_eq!(validated(id), ["2026-11-01", "AG 2026"]);
    assert_eq!(validated(3 - id), ["2026-11-23", ""]);
    d.press("a").sees("all these admissions already");
}

#[test]
fn nothing_follows_a_death_and_home_names_the_steps_that_are_due() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("2 down enter d \"Decea\" f2 d").sees("Nothing follows a death: 0001 KABEYA");
    d.press("1 home").to("steps due").press("enter");
    d.sees("24/11/2026  0001 KABEYA").sees("Payments stopped").sees("Death certificate");
    d.press("esc 2 home down enter").to("Payments stopped").press("enter").sees("Éléonore › Payments stopped");
}

#[test]
fn a_card_and_a_relative_are_written_down_found_and_taken_out() {
    for lang in ["en", "fr"] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press("2 down enter n enter");
        let (miner, card) = if lang == "en" { ("miner", "Cards and") } else { ("creuseur", "Cartes et") };
        d.press(&format!("\"{miner}\" tab \"CD/MB/0077\" tab \"Mbuji-Mayi\" tab \"1/2/26\" tab \"31/1/26\" f2"));
        // the end before the beginning is said beside the field, and nothing is lost
        d.sees("CD/MB/0077");
        d.press("ctrl-u \"31/1/27\" f2").sees(card);
        d.press("n down enter \"Mado\" tab");
        d.press(if lang == "en" { "\"wife\"" } else { "\"épouse\"" }).press("tab tab \"0812345678\" f2").sees("Mado");
        snap(&format!("page-records-{lang}"), &d.screen());
        let reader = book.reader();
        assert_eq!(reader.member(1).unwrap().kept(Field::CardExpiresOn), "2027-01-31");
        assert_eq!(reader.entries(&noun::KIN, ("member", 1)).unwrap()[0].get("phone"), "+243812345678");
        // the number of the card finds her from anywhere
        d.press("ctrl-p \"mb 0077\"").sees("KABEYA").press("esc");
        d.to("CD/MB/0077").press("d enter").sees_no("CD/MB/0077");
        assert_eq!(book.reader().member(1).unwrap().kept(Field::CardNumber), "");
        d.press("u enter").sees("CD/MB/0077");
    }
}

#[test]
fn a_file_that_was_changed_behind_the_books_back_shows() {
    for (lang, changed, absent) in [("en", "changed since", "not there"), ("fr", "modifié depuis", "introuvable")] {
        let book = book();
        let path = book.folder().join("fiche.pdf");
        std::fs::write(&path, "one").unwrap();
        let mut d = Driver::open(&book, lang);
        d.press("2 down enter n down*5 enter");
        d.press(if lang == "en" { "\"paper form\" tab" } else { "\"fiche\" tab" });
        d.paste(&path.display().to_string()).press("f2").sees("fiche.pdf").sees_no(changed);
        // as long as before
        std::fs::write(&path, "two").unwrap();
        d.press("esc enter").sees(changed);
        std::fs::remove_file(&path).unwrap();
        d.press("esc enter").sees(absent);
        d.press("n down*5 enter tab").paste("/nowhere/x").press("f2").sees("/nowhere/x").sees_no("os error");
    }
}

#[test]
fn a_note_begins_with_its_text_and_stands_in_the_history_without_keys() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("2 down enter n down*4 enter \"Seen at the pit\" f2").sees("23/11/2026  Seen at the pit");
    d.press("h").sees("+ Note 23/11/2026 Seen at the pit");
}
