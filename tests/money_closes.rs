//! Stories of counts, closes and control, told through keys; and their papers.

use crate::common::{
    Book,
    driver::{Driver, count},
    hall::hall,
    snap, today,
};
use chrono::NaiveDate;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use ushirika::{
    command::{self, ledger, paper},
    domain::{
        account::ACCOUNT,
        command::Command,
        count::Outcome,
        ledger::{EntryKind, Journal, Posting},
        noun::Entry,
        signed::How,
        user::Role,
    },
    report::{pages, pdf, plain},
    store::{Error, Result, count::CountSort},
    text::{BUILT_IN, Lang},
};

/// Any command that writes into the ledger.
static BOOKED: Command =
    Command { id: "ledger.reverse", roles: &[Role::Treasurer], undo: ledger::REVERSED, pin: false };

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a day")
}

/// Carries an amount to an account from another of the chart.
fn carry(book: &Book, (to, from): (i64, &str), (minor, currency): (i64, &str), on: NaiveDate) -> Result<i64> {
    book.store().act(&book.session, &BOOKED, &[], |act| {
        let to = if to == 0 { act.chart("cash")? } else { to };
        let mut journal = Journal::new(EntryKind::Payment, on);
        journal.carry(Posting::new(to, minor, currency), act.chart(from)?);
        act.post(&journal.balanced().map_err(Error::Invalid)?)
    })
}

/// Three members, 245 000 francs of October in the box, and a second box with dollars that nobody has counted.
fn book() -> Book {
    let names = [("KABEYA", "Ngoyi", "Éléonore"), ("KABASELE", "Tshibangu", "Joseph"), ("MUTEBA", "", "Jean")];
    let book = Book::with(&names);
    carry(&book, (0, "dues"), (24_500_000, "CDF"), day(2026, 10, 5)).expect("it is booked");
    let mut second = Entry::new(&ACCOUNT, ("", 0));
    for (code, kept) in [("name", "Coffre USD"), ("kind", "cash"), ("currency", "USD")] {
        second.put(code, kept);
    }
    let id = command::entry::save(&mut book.store(), &book.session, None, &second).expect("an account");
    carry(&book, (id, "grant"), (31_000, "USD"), day(2026, 10, 6)).expect("it is booked");
    book
}

/// The words of a language: the subjects of the area, and what is looked for.
struct Words {
    lang: &'static str,
    counts: &'static str,
    closes: &'static str,
    control: &'static str,
    cash: &'static str,
    missing: &'static str,
    october: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        lang: "en",
        counts: "Cash counts",
        closes: "Months and years",
        control: "Control",
        cash: "Cash box CDF",
        missing: "5,000.00 CDF missing",
        october: "October 2026",
    },
    Words {
        lang: "fr",
        counts: "Comptages de caisse",
        closes: "Mois et exercices",
        control: "Contrôle",
        cash: "Caisse CDF",
        missing: "il manque 5 000,00 CDF",
        october: "Octobre 2026",
    },
];

/// Amounts are written with blanks that do not break.
fn plain_blanks(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[track_caller]
fn sees(d: &mut Driver, text: &str) {
    let screen = plain_blanks(&d.screen());
    assert!(screen.contains(text), "no “{text}” on:\n{screen}");
}

#[test]
fn a_month_is_counted_closed_and_opened_again() {
    for words in WORDS {
        let book = book();
        let mut d = Driver::open(&book, words.lang);
        snap(&format!("closes-home-{}", words.lang), &d.screen());
        // from the first page: the box, 12 notes of 20 000, a reason, who keeps it
        d.to(words.cash).press("enter \"12\"");
        sees(&mut d, words.missing);
        snap(&format!("count-form-{}", words.lang), &d.screen());
        d.press("f2");
        snap(&format!("count-doubt-{}", words.lang), &d.screen());
        d.press("esc tab*8 \"rendu de trop\" tab \"2\" f2");
        snap(&format!("count-owed-{}", words.lang), &d.screen());
        d.press("enter");
        let reader = book.reader();
        let id = reader.find_counts(CountSort::Day, &[]).expect("counts")[0];
        let counted = reader.count_of(id).expect("a count");
        assert_eq!((counted.outcome(), counted.keeper_id, counted.difference()), (Outcome::Booked, Some(2), -500_000));
        assert_eq!(reader.shortages(today()).expect("shortages"), [("CDF".to_owned(), 500_000)]);
        assert_eq!(reader.balance(counted.account, "CDF").expect("a balance"), 24_000_000);
        // it stands in the list, and on its page
        d.press("5").to(words.counts).press("enter");
        snap(&format!("counts-{}", words.lang), &d.screen());
        d.press("enter");
        snap(&format!("count-page-{}", words.lang), &d.screen());
        // nothing forbids closing a month; what should be done first is said, each line one key from it
        d.press("esc esc").to(words.closes).press("enter").to(words.october);
        snap(&format!("closes-{}", words.lang), &d.screen());
        d.press("enter");
        snap(&format!("month-{}", words.lang), &d.screen());
        d.to("Coffre USD").press("enter").sees("Coffre USD").press("esc");
        d.press("f2");
        snap(&format!("month-sign-{}", words.lang), &d.screen());
        // one alone does not close it
        d.press("f2").press("\"Jean Muteba\" f2");
        assert_eq!(book.reader().closed_until().expect("closes"), Some(day(2026, 10, 31)));
        // whoever books before its end is told until when
        let late = carry(&book, (0, "dues"), (5, "CDF"), day(2026, 10, 31)).expect_err("the month is closed");
        assert!(Lang::new(words.lang).text(&late.text()).contains("31/10/2026"));
        assert_eq!(book.reader().day_to_book(day(2026, 10, 31), today()).expect("a day"), today());
        // opened again by two, for a reason that stays
        d.press("esc").to(words.october).press("d");
        d.press("tab \"Jean Muteba\" tab*3 \"bordereau oublié\" f2");
        assert_eq!(book.reader().closed_until().expect("closes"), None);
        snap(&format!("closes-again-{}", words.lang), &d.screen());
        carry(&book, (0, "dues"), (5, "CDF"), day(2026, 10, 31)).expect("the month is open");
        d.press("esc").to(words.control).press("enter");
        snap(&format!("control-{}", words.lang), &d.screen());
        // one kind only
        d.press("f down enter");
        snap(&format!("control-kind-{}", words.lang), &d.screen());
        assert!(book.reader().check().expect("a report").ok);
    }
}

#[test]
fn a_count_that_agrees_takes_few_keys() {
    let book = book();
    let mut d = Driver::open(&book, "fr");
    // 12 × 20 000 and 1 × 5 000, from the first page
    let keys = "\"12\" enter enter \"1\" f2";
    assert_eq!(count(keys), 6);
    d.to("Caisse CDF").press("enter").press(keys);
    let reader = book.reader();
    let id = reader.find_counts(CountSort::Day, &[]).expect("counts")[0];
    let counted = reader.count_of(id).expect("a count");
    assert_eq!((counted.outcome(), counted.signed.first.as_str()), (Outcome::Agrees, "amina"));
    d.sees_no("Caisse CDF : jamais comptée");
    // what posts nothing is undone as a whole
    d.press("u enter").sees("Caisse CDF : jamais comptée");
}

#[test]
fn the_day_is_closed_by_two_with_their_pins() {
    let book = book();
    let (mut store, session) = (book.store(), &book.session);
    command::user::add(&mut store, session, "jeanne", &[Role::Secretary], "", Some("2468")).expect("a user");
    let mut d = Driver::open(&book, "en");
    d.to("Cash box CDF").press("enter \"12\" tab*2 \"1\"");
    // the kind, then the other who signs: not twice the same
    d.press("tab*8 \"cash close\" tab*2 \"Amina\" f2").sees("cannot sign twice");
    d.press("ctrl-u \"jeanne\" tab \"pin\" tab \"1111\" f2").sees("That is not the PIN");
    assert!(book.reader().find_counts(CountSort::Day, &[]).expect("counts").is_empty());
    d.press("ctrl-u \"2468\" f2");
    let reader = book.reader();
    let id = reader.find_counts(CountSort::Day, &[]).expect("counts")[0];
    assert_eq!(reader.count_of(id).expect("a count").signed.how, Some(How::Pin));
    d.press("5").to("Cash counts").press("enter enter").sees("each with a PIN");
}

#[test]
fn a_count_that_was_being_typed_when_the_power_failed_is_offered_again() {
    let book = book();
    let mut d = Driver::open(&book, "fr");
    d.to("Caisse CDF").press("enter \"12\" enter \"3\"");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "fr");
    d.sees("Brouillon, comptage : Caisse CDF").press("home enter");
    sees(&mut d, "270 000,00 CDF");
    d.press("backspace");
    sees(&mut d, "240 000,00 CDF");
}

#[test]
fn what_is_typed_wrong_is_said_beside_the_field() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.to("Cash box CDF").press("enter \"douze\" enter").sees("douze");
    d.press("shift-tab ctrl-u \"100+12\" enter");
    sees(&mut d, "= 2,240,000.00");
    // digits stay in the screen; with Alt they lead elsewhere, and what was typed is kept
    d.press("\"5\" alt-2").sees("No.").press("1").sees("Draft, cash count");
}

#[test]
fn a_year_is_closed_with_its_surplus_and_a_booking_is_taken_back() {
    let book = book();
    carry(&book, (0, "dues"), (7_000_000, "CDF"), day(2025, 3, 4)).expect("it is booked");
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Months and years").press("enter").to("Year 2025").press("enter").sees("Surplus of the year");
    snap("year-en", &d.screen());
    d.press("f2 tab \"Jean Muteba\" f2").sees("closed on 23/11/2026 by amina · MUTEBA Jean (0003)").sees("in ink");
    snap("year-closed-en", &d.screen());
    let reader = book.reader();
    assert_eq!(reader.income_totals(day(2025, 12, 31)).expect("totals"), []);
    let surplus = reader.chart_account("surplus").expect("accounts").expect("it was made");
    assert_eq!(reader.balance(surplus, "CDF").expect("a balance"), -7_000_000);
    // months of that year are closed with it
    assert_eq!(reader.closed_until().expect("closes"), Some(day(2025, 12, 31)));
    // a count without a reason stands open, is booked later, and the booking is taken back for a reason
    d.press("5").to("Cash counts").press("enter n down enter \"12\" f2 enter").press("enter").sees("! ");
    d.press("e \"erreur de saisie\" f2").sees("booked");
    d.press("e").sees("no difference to be booked");
    d.press("d \"retrouvé\" f2").sees("difference not booked");
    assert!(book.reader().check().expect("a report").ok);
}

/// A paper as it is asked for on the command line, in letters.
fn paper(book: &Book, name: &str, options: &[(&str, &str)], lang: &Lang) -> ushirika::report::Report {
    let mut asked = paper::Asked::new(paper::find(name).expect("a paper"), None);
    for (code, kept) in options {
        asked.options.put(code, *kept);
    }
    asked.make(&book.reader(), lang, today(), &mut |_, _| Ok(())).expect("it is made").report
}

#[test]
fn every_paper_of_counts_and_closes_in_both_languages() {
    for lang in BUILT_IN {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.to("CDF").press("enter \"12\" tab*8 \"rendu de trop\" tab \"2\" tab*2 \"Amina\" tab \"Jean\" f2 enter");
        let words = Lang::new(lang);
        let papers: [(&str, &[(&str, &str)]); 6] = [
            ("count", &[("account", "CDF")]),
            ("cash-close", &[("account", "CDF")]),
            ("month-close", &[("month", "2026-10-31")]),
            ("control", &[]),
            ("confirmation", &[("since", "2026-01-01")]),
            ("indicators", &[]),
        ];
        for (name, options) in papers {
            let report = paper(&book, name, options, &words);
            snap(&format!("closes-paper-{name}-{lang}"), &plain::render(&report, plain::PAPER));
            let bytes = pdf::render(&report).bytes;
            for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
                let said = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).expect("a PDF");
                assert!(said.is_compliant, "{name}: {said}");
            }
        }
    }
}

#[test]
fn three_confirmations_fit_on_a_sheet_and_a_lot_is_drawn_again() {
    let book = Book::demo(40);
    let lang = Lang::new("fr");
    let all = paper(&book, "confirmation", &[], &lang);
    let few = paper(&book, "confirmation", &[("sample", "7"), ("seed", "4")], &lang);
    assert_eq!(pages(&few), 3);
    assert!(pages(&all) > pages(&few));
    assert_eq!(few, paper(&book, "confirmation", &[("sample", "7"), ("seed", "4")], &lang));
    assert_ne!(few, paper(&book, "confirmation", &[("sample", "7"), ("seed", "5")], &lang));
}

#[test]
fn a_pin_that_is_typed_stands_in_no_file() {
    let book = book();
    command::user::add(&mut book.store(), &book.session, "jeanne", &[Role::Secretary], "", Some("97531864"))
        .expect("a user");
    let mut d = Driver::open(&book, "en");
    d.to("Cash box CDF")
        .press("enter \"12\" tab*10 \"cash close\" tab*2 \"jeanne\" tab \"pin\" tab \"97531864\" alt-1");
    let kept = book.reader().drafts("nobody").expect("drafts").remove(0);
    assert!(kept.body.contains("jeanne"), "{}", kept.body);
    for file in std::fs::read_dir(book.folder()).expect("the folder") {
        let bytes = std::fs::read(file.expect("a file").path()).expect("it can be read");
        assert!(!bytes.windows(8).any(|piece| piece == b"97531864"), "the PIN is on disk");
    }
    // whoever goes on must type it again: nobody signs in ink whose PIN was meant
    let mut d = Driver::open(&book, "en");
    d.sees("Draft, cash count").press("home enter f2").sees("Type the PIN of jeanne");
    assert!(book.reader().find_counts(CountSort::Day, &[]).expect("counts").is_empty());
    d.press("\"1\" shift-tab \"ink\" f2").sees("A PIN is typed");
    // a PIN alone is nothing to go on with
    let mut d = Driver::open(&book, "en");
    d.press("d enter").to("Cash box CDF").press("enter tab*14 \"97531864\" alt-1").sees_no("Draft");
}

#[test]
fn only_members_and_users_sign_and_they_are_proposed() {
    let words = [
        ("fr", "Mois et exercices", "« zorro » n’est ni membre ni utilisateur"),
        ("en", "Months and years", "“zorro” is neither a member nor a user"),
    ];
    for (lang, closes, unknown) in words {
        let book = book();
        command::user::add(&mut book.store(), &book.session, "jeanne", &[Role::Secretary], "", None).expect("a user");
        let mut d = Driver::open(&book, lang);
        d.press("5").to(closes).press("enter enter f2 tab").sees("jeanne").press("\"zorro\" f2").sees(unknown);
        assert_eq!(book.reader().closed_until().expect("closes"), None);
        snap(&format!("month-signer-{lang}"), &d.screen());
        d.press("ctrl-u \"3\" tab").sees("MUTEBA Jean (0003)").press("f2");
        assert_eq!(book.reader().closed_until().expect("closes"), Some(day(2026, 10, 31)));
    }
}

#[test]
fn the_month_that_runs_says_when_it_can_be_closed() {
    for (lang, closes, when) in [
        ("fr", "Mois et exercices", "Novembre 2026 : à clôturer à partir du 01/12/2026"),
        ("en", "Months and years", "November 2026: can be closed from 01/12/2026 on"),
    ] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        // n is the month that comes first, and says why there is none
        d.press("5").to(closes).press("enter").sees(when).press("n f2 tab \"3\" f2 esc n").sees(when);
        assert_eq!(book.reader().closed_until().expect("closes"), Some(day(2026, 10, 31)));
    }
}

#[test]
fn a_day_that_is_closed_after_a_later_count_is_written_and_not_booked() {
    let book = book();
    let mut d = Driver::open(&book, "fr");
    // Monday's count agrees, then Saturday's sheet comes in
    d.to("Caisse CDF").press("enter \"12\" tab*2 \"1\" f2").press("5").to("Comptages de caisse").press("enter n");
    d.to("Caisse CDF").press("enter \"12\" tab*8 \"taxe\" tab*2 \"arr\" tab*2 \"3\"");
    d.press("tab*3 ctrl-u \"21/11/2026\" f2").sees("La caisse a été recomptée depuis").press("enter");
    let reader = book.reader();
    let late = reader.find_counts(CountSort::Day, &[]).expect("counts")[1];
    let late = reader.count_of(late).expect("a count");
    assert_eq!((late.outcome(), late.reason.as_str(), late.entry), (Outcome::Passed, "taxe", None));
}

#[test]
fn what_is_missing_of_a_meeting_may_be_missing_of_the_box() {
    for (lang, counts, said, counted) in [
        ("fr", "Comptages de caisse", "Toute la caisse a été comptée le 23/11/2026", true),
        ("en", "Cash counts", "The whole box was counted on 23/11/2026", true),
        ("en", "Cash counts", "The whole box was counted", false),
    ] {
        let (book, meeting) = hall(1);
        let paid = book.store().act(&book.session, &BOOKED, &[], |act| {
            let mut journal = Journal::new(EntryKind::Payment, today());
            journal.meeting = Some(meeting);
            journal.carry(Posting::new(act.chart("cash")?, 4_000_000, "CDF"), act.chart("dues")?);
            act.post(&journal.balanced().map_err(Error::Invalid)?)
        });
        paid.expect("it is booked");
        let mut d = Driver::open(&book, lang);
        d.press("5").to(counts).press("enter");
        if counted {
            d.press("n \"2\" f2");
        }
        d.press("n \"1\" tab*8 \"perdu\" tab*8 \"AG\" down enter f2");
        if counted {
            d.sees(said)
        } else {
            d.sees_no(said)
        };
    }
}

#[test]
fn a_box_below_nothing_is_marked() {
    let book = book();
    carry(&book, (0, "dues"), (-24_500_100, "CDF"), today()).expect("it is booked");
    let mut d = Driver::open(&book, "fr");
    sees(&mut d, "! -1,00 CDF");
    d.press("5");
    sees(&mut d, "! -1,00 CDF");
}
