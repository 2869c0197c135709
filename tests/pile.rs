//! A pile of paper forms, entered one after the other.

use crate::common::{
    Book,
    driver::{Driver, count, events},
    snap,
};
use chrono::NaiveDate;
use crossterm::event::KeyCode;
use ushirika::{
    command,
    domain::member::{Field, Member, Status},
};

const SURNAMES: [&str; 12] = [
    "Kabeya",
    "Tshimanga",
    "Mwamba",
    "Ilunga",
    "Zola",
    "Bukasa",
    "Nsimba",
    "Ohandju",
    "Lubaki",
    "Feza",
    "Dibwe",
    "Yoka",
];
const POST_NAMES: [&str; 11] =
    ["Ngoyi", "Elesi", "Wa", "Mutombo", "Kalonji", "Bope", "Shako", "Tumba", "Ngandu", "Lusamba", "Odia"];
const GIVEN_NAMES: [&str; 13] = [
    "Éléonore",
    "Jean",
    "Bénédicte",
    "Paul",
    "Chantal",
    "Fiston",
    "Godé",
    "Héritier",
    "Innocent",
    "Joëlle",
    "Rachel",
    "Victor",
    "Zacharie",
];
const VILLAGES: [&str; 7] = ["Luamuela", "Miabi", "Boya", "Katanda", "Tshilenge", "Diulu", "Kanshi"];
const WORKS: [&str; 4] = ["digger", "washer", "carrier", "pounder"];

/// What stands on the form under the n-th of a pile, as somebody types it.
fn form(n: usize) -> [String; 12] {
    [
        SURNAMES[n % 12].into(),
        POST_NAMES[(n * 7 + n / 12) % 11].into(),
        GIVEN_NAMES[(n * 5) % 13].into(),
        if n.is_multiple_of(3) { "f" } else { "m" }.into(),
        format!("{:02}/{:02}/{}", 1 + n % 28, 1 + n % 12, 1950 + (n * 17) % 55),
        format!("0{}", 810_000_000 + n * 1_654_321),
        VILLAGES[n % 7].into(),
        WORKS[n % 4].into(),
        "voter".into(),
        format!("{}", 10_000_000 + n * 1_234_567),
        format!("EXP/{:03}/26", n + 1),
        "31122026".into(),
    ]
}

/// The keys of one form: what stands on it, and Tab between.
fn keys(form: &[String; 12]) -> String {
    let fields: Vec<String> = form.iter().map(|text| format!("\"{text}\"")).collect();
    format!("{} f2", fields.join(" tab "))
}

/// A book with somebody who bears the number of the first form, opened at the head of a pile.
fn begun(lang: &str) -> (Book, Driver) {
    let book = Book::with(&[("Ngalula", "", "")]);
    let mut d = Driver::open(&book, lang);
    d.press("2 f3 \"Luamuela\" tab \"Équipe 4\" tab \"20/11/2026\" tab \"Solange\" tab tab \"F-0099/2026\" tab");
    (book, d)
}

#[test]
fn sixty_paper_forms_in_a_row() {
    for lang in ["en", "fr"] {
        let (book, mut d) = begun(lang);
        for n in 0..60 {
            let story = keys(&form(n));
            let typed = events(&story).iter().filter(|key| matches!(key.code, KeyCode::Char(_))).count();
            assert!(count(&story) - typed <= 12, "{story}");
            if n == 17 {
                // half of it typed: what it looks like in the middle of the pile
                let half: Vec<&str> = story.split(" tab ").take(8).collect();
                d.press(&half.join(" tab "));
                snap(&format!("pile-{lang}"), &d.screen());
                d.press(&format!("tab {}", story.split(" tab ").skip(8).collect::<Vec<_>>().join(" tab ")));
            } else {
                d.press(&story);
            }
        }
        let said = if lang == "en" { "60 paper forms entered today" } else { "60 fiches papier saisies" };
        d.press("esc").sees(said);
        let store = book.store();
        for n in 0..60 {
            let id = store.member_by_form_number(&format!("f-{:04}/2026", 99 + n)).unwrap().expect("it is in the book");
            let (member, form) = (store.member(id).unwrap(), form(n));
            assert_eq!(member.number, Some(n as i64 + 2));
            let fields = ushirika::domain::paper_form::FIELDS;
            let mut typed = Member::default();
            for (field, text) in fields.iter().zip(&form) {
                typed.set(*field, text, &d.app.cx.reading()).unwrap();
                assert_eq!(member.get(*field), typed.get(*field), "{n} {field:?}");
            }
            assert_eq!(member.site, "Luamuela");
            assert_eq!([Field::Team, Field::Enumerator].map(|field| member.kept(field)), ["Équipe 4", "Solange"]);
            let day = NaiveDate::from_ymd_opt(2026, 11, 20);
            assert_eq!((member.day(Field::FormOn), member.day(Field::AppliedOn), member.joined_on), (day, day, day));
            assert_eq!(member.status, Status::Active);
        }
        assert!(store.drafts("").unwrap().is_empty(), "nothing is left to go on with");
        assert!(store.check().unwrap().ok);
        d.press("u").sees("F-0158/2026").press("enter f3").sees(if lang == "en" { "form 60" } else { "fiche 60" });
    }
}

#[test]
fn what_is_typed_ahead_while_a_form_is_saved_goes_into_the_next() {
    let (book, mut d) = begun("en");
    d.press_only("\"Kabeya\" f2 \"Zola\" tab \"Wa\" f2 \"Yoka\"");
    d.settle().sees("form 3 today").sees("Yoka").sees("F-0101/2026");
    assert_eq!(book.store().member_totals().unwrap().count(&[], None), 3);
}

#[test]
fn a_form_is_entered_once() {
    for lang in ["en", "fr"] {
        let (book, mut d) = begun(lang);
        d.press("\"Kabeya\" f2").sees("F-0100/2026").sees("Luamuela");
        // the form of yesterday again: the word stands beside its number, and who it was
        d.press("\"Zola\" shift-tab \"F-0099/2026\" tab").sees("F-0099/2026").press("f2");
        snap(&format!("pile-twice-{lang}"), &d.screen());
        d.press("ctrl-u \"F-0200/2026\" f2").sees("F-0201/2026");
        let store = book.store();
        let id = store.member_by_form_number("F-0200/2026").unwrap().expect("Zola");
        assert_eq!(store.member(id).unwrap().surname, "Zola");
        // every other way in refuses it too
        let mut member = Member { surname: "Other".into(), status: Status::Applicant, ..Member::default() };
        member.put(Field::FormNumber, "f-0099/2026".into());
        let refused = command::member::save(&mut book.store(), &book.session, None, &member).unwrap_err();
        assert_eq!(refused.text().id, "err-form-taken");
    }
}

#[test]
fn a_number_that_is_taken_is_told_before_anything_is_typed() {
    let (book, mut d) = begun("en");
    let mut member = Member { surname: "Other".into(), status: Status::Applicant, ..Member::default() };
    member.put(Field::FormNumber, "F-0100/2026".into());
    command::member::save(&mut book.store(), &book.session, None, &member).unwrap();
    d.press("\"Kabeya\" f2").sees("Form F-0100/2026 was entered already, for OTHER");
}

#[test]
fn a_pile_goes_on_where_the_power_failed() {
    let (book, mut d) = begun("en");
    d.press("\"Kabeya\" f2 \"Mwamba\" tab \"Kal\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.sees("Draft, paper form F-0100/2026").press("enter \"onji\"");
    d.sees("form 2 today").sees("Luamuela").sees("Solange").sees("Mwamba").sees("Kalonji");
    d.press("f2").sees("F-0101/2026").sees("form 3 today").sees("Luamuela");
    d.press("esc").sees("2 paper forms entered today").sees_no("Draft");
    // and what stood at the head is proposed again
    d.press("f3").sees("Solange").sees("F-0101/2026").press("esc");
    let store = book.store();
    let id = store.member_by_form_number("F-0100/2026").unwrap().expect("Mwamba");
    let member = store.member(id).unwrap();
    assert_eq!((member.post_name.as_str(), member.site.as_str(), member.number), ("Kalonji", "Luamuela", Some(3)));
    assert_eq!(member.joined_on, NaiveDate::from_ymd_opt(2026, 11, 20));
}

#[test]
fn somebody_who_looks_like_another_is_asked_about_in_a_pile_too() {
    let (book, mut d) = begun("en");
    d.press("\"Kabeya\" tab \"Ngoyi\" tab \"Jean\" f2");
    d.press("\"jean\" tab \"ngoyi\" tab \"kabeya\" f2").sees("Save all the same?");
    d.press("enter").sees("form 3 today");
    assert_eq!(book.store().member_totals().unwrap().count(&[Status::Active], None), 3);
}

#[test]
fn what_was_typed_is_asked_about_before_a_pile_is_left() {
    let (book, mut d) = begun("en");
    d.press("\"Kabeya\" f2 \"Zol\" esc").sees("Leave without saving?").press("esc").sees("Zol");
    d.press("esc enter").sees("One paper form entered today");
    assert!(book.store().drafts("").unwrap().is_empty());
}
