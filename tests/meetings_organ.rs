//! Stories of bodies, offices and rules, told through keys, in both languages.

use crate::common::{Book, driver::Driver, snap};
use ushirika::{
    command,
    domain::{
        meeting::{ACTION, MANDATE, MEETING, ORGAN},
        noun::{Entry, KIN},
    },
};

fn put(book: &Book, mut entry: Entry, values: &[(&str, &str)]) -> i64 {
    for (code, value) in values {
        entry.put(code, *value);
    }
    command::entry::save(&mut book.store(), &book.session, None, &entry).expect("a record")
}

fn mandate(book: &Book, member: i64, organ: &str, values: &[(&str, &str)]) -> i64 {
    put(book, Entry::new(&MANDATE, ("member", member)), &[&[("organ", organ)], values].concat())
}

/// Six members, an assembly that has met, a committee of three with a chair and a treasurer, and a body that controls.
fn book() -> Book {
    let names = ["Kabeya", "Ilunga", "Mwamba", "Zola", "Bukasa", "Feza"];
    let people: Vec<_> = names.iter().map(|name| (*name, "Ngoyi", "")).collect();
    let book = Book::with(&people);
    let organ = |values: &[(&str, &str)]| put(&book, Entry::new(&ORGAN, ("", 0)), values);
    let assembly = organ(&[("name", "Assemblée générale"), ("kind", "assembly"), ("last_number", "7")]);
    organ(&[("name", "Comité de gestion"), ("kind", "committee"), ("seats", "3"), ("term_months", "36")]);
    organ(&[("name", "Commission de surveillance"), ("kind", "control"), ("seats", "3")]);
    let from = ("from_on", "2024-12-20");
    let committee = "Comité de gestion";
    mandate(&book, 1, committee, &[("office", "treasurer"), from, ("until_on", "2026-12-19")]);
    mandate(&book, 2, committee, &[("office", "chair"), from, ("until_on", "2027-12-19")]);
    let resigned = [("office", "secretary"), from, ("ended_on", "2026-06-01"), ("ended_reason", "resigned")];
    mandate(&book, 3, committee, &resigned);
    put(&book, Entry::new(&KIN, ("member", 4)), &[("name", "Ilunga Ngoyi"), ("relation", "sibling"), ("number", "2")]);
    let met = Entry::new(&MEETING, ("organ", assembly));
    put(&book, met, &[("kind", "annual"), ("held_on", "2026-03-15")]);
    book
}

fn both(name: &str, keys: &str) {
    for lang in ["en", "fr"] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press(keys);
        snap(&format!("{name}-{lang}"), &d.screen());
    }
}

#[test]
fn the_list_and_the_page_of_a_body() {
    both("organs", "o");
    both("organ", "o down enter");
    both("organ-form", "o n");
    both("mandate-form", "o down enter n enter \"zo\"");
}

#[test]
fn somebody_takes_office_by_a_piece_of_the_name_and_leaves_it_on_a_day() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("o down enter n enter \"zola\" tab tab \"secretary\" f2").sees("Saved: Term of office");
    // as long as the body says
    d.sees("0004 ZOLA Ngoyi · 23/11/2026 – 22/11/2029").sees("3 of 3 seats");
    d.to("0004 ZOLA").press("d tab \"resig\" f2").sees("2 of 3 seats").sees("23/11/2026 – 23/11/2026 · Resigned");
    // whose page is one key away, and shows the office with those before
    d.to("0003 MWAMBA")
        .press("enter")
        .sees("Members › 0003 MWAMBA")
        .to("Comité de gestion")
        .sees("20/12/2024 – 01/06/2026 · Resigned");
    // from there too, with the bodies as proposals
    d.press("n \"term\" enter \"surv\" down tab \"adv\" tab t f2").sees("Commission de surveillance · from 23/11/2026");
    d.press("u enter").sees_no("Commission de surveillance");
}

#[test]
fn nobody_and_several_people_are_no_officer() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("o down enter n enter \"ngoyi\" tab").sees("Several people are found by “ngoyi”");
    d.press("shift-tab ctrl-u \"9999\" tab").sees("Nobody is found by “9999”");
    // as an AZERTY keyboard gives four, and as a scanner does
    d.press("shift-tab ctrl-u \"'\" tab").sees("0004 ZOLA").press("shift-tab ctrl-u \"0006\" tab").sees("0006 FEZA");
    d.press("f2").sees("“Post” must be filled").sees_no("Saved");
}

#[test]
fn what_is_doubtful_is_said_and_may_be_saved_all_the_same() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    // the office is held
    d.press("o down enter n enter \"6\" tab tab \"treas\" f2").sees("KABEYA Ngoyi holds this post");
    snap("mandate-doubt-en", &d.screen());
    d.press("enter").sees("3 of 3 seats");
    // no seat is left, and the term is too long
    d.press("n enter \"5\" tab tab \"advis\" tab tab \"1/1/2035\" f2").sees("3 seats; 4 people would sit in it");
    d.sees("A term in Comité de gestion takes 36 months").press("esc esc enter").sees("3 of 3 seats");
    // whoever manages, and the brother of whoever does, should not control
    d.press("esc down enter n enter \"1\" tab tab \"memb\" f2")
        .sees("KABEYA Ngoyi sits in Comité de gestion (Treasurer)");
    d.sees("AUSCOOP art. 258-259, read in the").press("esc esc enter");
    d.press("n enter \"4\" tab tab \"memb\" f2").sees("ZOLA Ngoyi and ILUNGA Ngoyi are kin (Brother or");
    d.press("enter").sees("0004 ZOLA Ngoyi").sees("1 of 3 seats");
}

#[test]
fn a_body_that_has_met_before_goes_on_with_its_number() {
    let book = book();
    let mut d = Driver::open(&book, "fr");
    d.press("o enter").sees("n° 8").to("Prochain PV").press("enter ctrl-u \"41\" f2").sees("n° 42");
    d.press("esc e").sees("Assemblée générale").press("esc");
    // closed, it is no longer proposed
    d.press("down down d f2").sees("Enregistré : Organe").press("f").sees("Ouverts");
}

#[test]
fn offices_stand_beside_the_list_of_members() {
    let book = book();
    let mut d = Driver::sized(&book, "en", 120, 30);
    d.press("2").to("KABEYA").sees("Posts").sees("Treasurer, Comité de");
    d.to("MWAMBA").sees_no("Posts");
}

#[test]
fn the_rules_are_read_changed_and_given_back() {
    both("bylaws", ", down enter");
    for (lang, share, back) in [
        ("en", "more than two thirds", "The rule of the legal form holds again"),
        ("fr", "plus des deux tiers", "La règle de la forme juridique vaut de nouveau"),
    ] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press(", down enter").to("AUSCOOP art. 233").press("down down enter \"3/2\" f2").sees("3/2");
        snap(&format!("bylaw-wrong-{lang}"), &d.screen());
        d.press("ctrl-u \">2/3\" tab \"art. 31\" f2").sees(share).sees("art. 31");
        d.press("h").sees("Quorum");
        snap(&format!("bylaw-history-{lang}"), &d.screen());
        d.press("esc d enter").sees(back).sees_no("art. 31");
        // a majority is a fraction and what it is of
        d.to(if lang == "en" { "votes for and against" } else { "voix pour et contre" });
        d.press("enter \"2/3\" tab").sees(if lang == "en" { "of all members" } else { "de tous les membres" });
        d.press(if lang == "en" { "\"all\" f2" } else { "\"tous\" f2" });
        let rules = book.reader().own_rules().unwrap();
        assert_eq!(rules.iter().map(|own| own.rule.value.as_str()).collect::<Vec<_>>(), ["2/3 members"]);
        d.press("u enter");
        assert!(book.reader().own_rules().unwrap().is_empty());
    }
}

#[test]
fn a_fine_is_an_amount_and_a_body_has_a_rule_of_its_own() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press(", down enter").to("Fine for absence").press("enter \"1500\" f2").sees("1,500.00");
    d.press("n \"supervisory\" enter \"quorum\" enter \"2/3\" f2").sees("Saved: at least two thirds");
    let rules = book.reader().rules().unwrap();
    assert_eq!(rules.of_organ("control", ushirika::domain::rule::What::Quorum).unwrap().value, "2/3");
    // the page of the body has both, and leads to the form
    d.press("o end enter").sees("1,500.00").to("at least two thirds").press("enter").sees("legal form: more than half");
}

#[test]
fn home_says_what_bodies_and_meetings_ask_for() {
    for lang in ["en", "fr"] {
        let book = book();
        let assembly = book.reader().organ_by_name("assemblee generale").unwrap().unwrap();
        let met = Entry::new(&MEETING, ("organ", assembly));
        put(&book, met.clone(), &[("kind", "extraordinary"), ("held_on", "2026-12-20")]);
        put(&book, met.clone(), &[("kind", "ordinary"), ("held_on", "2026-11-30")]);
        let given = [("kind", "ordinary"), ("held_on", "2026-12-01"), ("notice_on", "2026-11-15"), ("time", "09:00")];
        put(&book, met, &given);
        for (what, due) in [("Peser les lots", "2026-10-01"), ("Ouvrir un compte", "2026-11-01")] {
            let values = [("what", what), ("due_on", due), ("state", "open"), ("who", "Kabeya")];
            put(&book, Entry::new(&ACTION, ("meeting", 1)), &values);
        }
        let mut d = Driver::open(&book, lang);
        snap(&format!("home-meetings-{lang}"), &d.screen());
        d.press("enter")
            .sees("Kabeya: Peser les lots")
            .press("enter")
            .sees("15/03/2026")
            .sees("Peser les lots · Kabeya");
        // the only one is opened at once
        d.press("esc down enter").sees("Comité de gestion");
    }
}

#[test]
fn the_palette_finds_bodies_and_meetings() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("ctrl-p \"surv\"").sees("Commission de surveillance").press("enter");
    d.sees("Meetings › bodies › Commission de surveillance");
    d.press("ctrl-p \"annual 2026\"").sees("Assemblée générale · 15/03/2026").press("enter").sees("Meetings › ");
    d.press("1 ctrl-p \"bodies\" enter").sees("Comité de gestion");
}

#[test]
fn what_was_typed_of_an_officer_and_of_a_rule_is_offered_again() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("o down enter n enter \"zola\" tab tab \"secretary\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.to("Draft: term of office").press("enter").sees("0004 ZOLA").sees("Comité de gestion").press("f2").sees("Saved");
    d.press("1 , down enter enter \"9\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.to("Draft, rule: Notice · Every body").press("enter f2").sees("Saved: 9 days");
}
