//! Stories of amounts owed and shares, told through keys.

use crate::common::{Book, driver::Driver, snap, today};
use chrono::NaiveDate;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use ushirika::{
    command::{
        self,
        paper::{self, Asked},
    },
    domain::{
        command::{Command, Undo},
        due::{Due, DueKind, SCHEDULE},
        ledger::{EntryKind, Journal, Posting},
        member::{Member, Sex, Status},
        noun::Entry,
        user::Role,
    },
    report::{pdf, plain},
    store::{
        due_list::{DueSort, DueWant},
        raise::ScheduleSort,
    },
    text::Lang,
};

const NAMES: [(&str, &str, Sex); 6] = [
    ("Kabeya", "Éléonore", Sex::F),
    ("Ilunga", "Jean", Sex::M),
    ("Mbuyi", "Chantal", Sex::F),
    ("Ngoyi", "Paul", Sex::M),
    ("Tshimanga", "Bénédicte", Sex::F),
    ("Bukasa", "Aimé", Sex::M),
];

/// A book of six members: the fifth joined this month, the sixth is suspended.
fn book() -> Book {
    let book = Book::empty();
    for (n, (surname, given_name, sex)) in NAMES.into_iter().enumerate() {
        let joined = if n == 4 { NaiveDate::from_ymd_opt(2026, 11, 12) } else { NaiveDate::from_ymd_opt(2024, 1, 15) };
        let member = Member {
            surname: surname.into(),
            given_name: given_name.into(),
            sex: Some(sex),
            phone: if n == 3 { String::new() } else { format!("+24381000000{n}") },
            status: if n == 5 { Status::Suspended } else { Status::Active },
            joined_on: joined,
            ..Member::default()
        };
        command::member::save(&mut book.store(), &book.session, None, &member).expect("a member");
    }
    book
}

/// A schedule of 5 000 francs a month since October.
fn monthly(book: &Book) {
    let mut schedule = Entry::new(&SCHEDULE, ("", 0));
    let values = [("name", "Cotisation"), ("kind", "dues"), ("amount", "5000.00 CDF"), ("every", "month")];
    for (code, kept) in values.into_iter().chain([("due_day", "5"), ("from_on", "2026-10-01"), ("decision", "AG 2026")])
    {
        schedule.put(code, kept);
    }
    command::entry::save(&mut book.store(), &book.session, None, &schedule).expect("a schedule");
}

/// An amount that some members have owed since a day.
fn owed(book: &Book, members: &[i64], kind: DueKind, minor: i64, currency: &str, due_on: &str) {
    let due_on = due_on.parse().expect("a day");
    let due = Due { minor, currency: currency.to_owned(), ..Due::new(kind, due_on) };
    command::due::add(&mut book.store(), &book.session, None, members, &due, "").expect("it is owed");
}

/// Which amounts are open: the member, and how much.
fn open(book: &Book) -> Vec<(i64, i64)> {
    let reader = book.reader();
    let ids = reader.due_ids(DueSort::Oldest, &[DueWant::Open]).expect("amounts");
    reader.due_rows(&ids).expect("rows").into_iter().map(|row| (row.due.member, row.due.open)).collect()
}

/// The words of a screen in English and French.
type Words = (&'static str, &'static str);

fn word((en, fr): Words, lang: &str) -> &'static str {
    if lang == "en" { en } else { fr }
}

const SCHEDULES: Words = ("Dues and fees", "Cotisations et droits");
const DUES: Words = ("Amounts owed", "Sommes dues");
const SHARES: Words = ("Shares", "Parts sociales");

#[test]
fn a_schedule_is_entered_and_raised_once() {
    for lang in ["en", "fr"] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press("5")
            .to(word(SCHEDULES, lang))
            .press("enter")
            .sees(word(("No dues or fees yet", "Aucune cotisation, aucun droit"), lang));
        d.press("n \"Cotisation\" tab tab \"5000\" tab tab \"5\" tab \"1/10/26\"");
        snap(&format!("dues-schedule-{lang}"), &d.screen());
        d.press("f2");
        assert_eq!(book.reader().schedule_ids(ScheduleSort::Entered, &[]).unwrap().len(), 1);
        // October and November of four; who joined in November and who is suspended stand on top, left out
        d.press("enter");
        snap(&format!("dues-raise-{lang}"), &d.screen());
        // the newcomer pays November all the same
        d.to("11/2026 0005").press("space");
        d.sees(word(("Raise 9 amounts", "Appeler 9 sommes"), lang)).press("enter");
        d.sees(word(("9 amounts raised", "9 sommes appelées"), lang));
        assert_eq!(open(&book).len(), 9);
        d.press("enter").sees(word(("There is nothing to raise", "Il n’y a rien à appeler"), lang)).press("esc");
        snap(&format!("dues-schedules-{lang}"), &d.screen());
        d.press("u enter");
        assert_eq!(open(&book), []);
    }
}

#[test]
fn what_is_owed_is_listed_by_age_and_let_go_by_a_decision() {
    for lang in ["en", "fr"] {
        let book = book();
        owed(&book, &[1, 2, 3], DueKind::Dues, 1_500_000, "CDF", "2026-08-01");
        owed(&book, &[2], DueKind::Fine, 100_000, "CDF", "2026-11-10");
        owed(&book, &[3, 4], DueKind::Call, 2_000, "USD", "2026-12-24");
        let mut d = Driver::open(&book, lang);
        d.sees(word(("3 members owe for more than 90 days", "3 membres doivent depuis 90 jours"), lang));
        d.press("5").to(word(DUES, lang)).press("enter");
        snap(&format!("dues-list-{lang}"), &d.screen());
        d.press("f \"90\" enter");
        snap(&format!("dues-late-{lang}"), &d.screen());
        // one is waived in part, the decision is asked for
        d.press("/ \"mbuyi\" enter d f2").sees(word(("Name the decision", "Indiquez la décision"), lang));
        d.press("\"CG 12\" shift-tab \"20000\" f2").sees(word(("15,000.00", "15\u{a0}000,00"), lang));
        d.press("ctrl-u \"5000\" tab tab \"deuil\"");
        snap(&format!("dues-waive-{lang}"), &d.screen());
        d.press("f2").sees(word(("Waived.", "Remise accordée."), lang));
        assert!(open(&book).contains(&(3, 1_000_000)));
        // an amount that two members owe
        d.press("esc n \"1,2\" tab tab \"250\" f2").sees(word(("2 members owe", "2 membres doivent"), lang));
        assert_eq!(open(&book).iter().filter(|(_, minor)| *minor == 25_000).count(), 2);
        // and on the page of one of them
        d.press("/ \"ilunga\" enter f4").sees("ILUNGA Jean").press("esc esc enter").sees(word(("Owes", "Doit"), lang));
        snap(&format!("dues-page-{lang}"), &d.screen());
    }
}

#[test]
fn shares_are_subscribed_handed_over_and_given_back() {
    for lang in ["en", "fr"] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press("5").to(word(SHARES, lang)).press("enter n \"1\" tab \"10\" tab \"5000\" tab tab \"3\" tab");
        snap(&format!("shares-subscribe-{lang}"), &d.screen());
        d.press("f2");
        snap(&format!("shares-list-{lang}"), &d.screen());
        assert_eq!(open(&book), [(1, 1_666_667), (1, 1_666_667), (1, 1_666_666)]);
        // nothing is paid: nothing goes to somebody else
        d.press("e \"2\" tab \"3\" f2").sees(word(("is paid up", "sont payés"), lang)).press("esc enter");
        // all are given back: what was never paid falls away
        d.press("d");
        snap(&format!("shares-refund-{lang}"), &d.screen());
        d.press("f2").sees(word(("still a member", "encore membre"), lang)).press("enter");
        d.sees(word(("10 shares given back", "10 parts rendues"), lang));
        assert_eq!(open(&book), []);
        d.press("u enter").sees("KABEYA");
        assert_eq!(open(&book).len(), 3);
    }
}

#[test]
fn what_was_paid_for_goes_to_an_heir_and_to_others_with_consent() {
    let book = book();
    let mut store = book.store();
    let applicant = Member { surname: "Feza".into(), status: Status::Applicant, ..Member::default() };
    command::member::save(&mut store, &book.session, None, &applicant).expect("an applicant");
    // credit pays what is subscribed
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Shares").press("enter n \"1\" tab \"4\" tab \"100\" tab tab tab tab f2");
    assert_eq!(open(&book), [(1, 40_000)]);
    pay(&book, 1, 40_000);
    d.settle();
    d.press("e \"Feza\" tab \"1\" f2").sees("written act").sees("is no member").press("esc");
    d.press("tab tab tab \"acte 7\" tab \"PV 12\" f2").sees("1 share goes to");
    assert_eq!(book.reader().holdings(1).unwrap()[0].count, 3);
    let rev = book.reader().member(1).unwrap().rev;
    let died =
        command::member::Step { status: Status::Deceased, on: today(), reason: String::new(), decision: String::new() };
    command::procedure::open(&mut book.store(), &book.session, None, (1, rev), &died).expect("a procedure");
    d.settle();
    d.press("/ \"kabeya\" enter e").sees("succession of shares").press("\"2\" tab tab tab tab \"acte 8\" f2");
    d.sees("3 shares go to 0002 ILUNGA Jean");
    snap("shares-after", &d.screen());
}

/// A payment, as the cash box takes it.
fn pay(book: &Book, member: i64, minor: i64) {
    static PAY: Command = Command { id: "test.pay", roles: &[Role::Treasurer], undo: Undo::Never, pin: false };
    let paid = book.store().act(&book.session, &PAY, &[], |act| {
        let due = act.open_dues(member)?.remove(0);
        let mut journal = Journal::new(EntryKind::Payment, today());
        journal.add(Posting::new(act.chart("cash")?, minor, &due.currency));
        let line = Posting::new(act.chart(due.kind.owed_on())?, -minor, &due.currency);
        journal.add(line.member(member).due(Some(due.id)));
        act.post(&journal.balanced().expect("it balances"))
    });
    paid.expect("it is paid");
}

#[test]
fn forms_of_money_are_gone_on_with_after_a_power_cut() {
    let book = book();
    owed(&book, &[1], DueKind::Fine, 100_000, "CDF", "2026-11-10");
    for (keys, text) in [("n \"2\" tab tab \"777\"", "777"), ("d \"CG 99\"", "CG 99")] {
        let mut d = Driver::open(&book, "en");
        d.press("5").to("Amounts owed").press("enter").press(keys);
        d.app.tick(true);
        d.settle();
        drop(d);
        let mut d = Driver::open(&book, "en");
        d.sees("Draft:").press("enter").sees(text).press("esc enter");
    }
}

/// A paper in letters.
fn written(book: &Book, name: &str, lang: &str, options: &[(&str, &str)]) -> String {
    let mut asked = Asked::new(paper::find(name).expect("a paper"), None);
    for (code, kept) in options {
        asked.options.put(code, *kept);
    }
    asked.permit(&book.reader(), &book.session).expect("the treasurer may");
    let made = asked.make(&book.reader(), &Lang::new(lang), today(), &mut |_, _| Ok(())).expect("a paper");
    let bytes = pdf::render(&made.report).bytes;
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let said = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).expect("a PDF");
        assert!(said.is_compliant, "{name}: {said}");
    }
    plain::render(&made.report, plain::PAPER)
}

#[test]
fn papers_name_who_owes_what_and_who_has_shares() {
    let book = book();
    monthly(&book);
    let fees = command::due::Source::Schedule(1);
    command::due::raise(&mut book.store(), &book.session, fees, &std::collections::BTreeSet::new(), &mut |_, _| Ok(()))
        .expect("they are raised");
    owed(&book, &[3, 4], DueKind::Call, 2_000, "USD", "2026-03-24");
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Shares").press("enter n \"1\" tab \"10\" tab \"5000\" tab tab \"3\" f2");
    for lang in ["en", "fr"] {
        snap(&format!("dues-paper-arrears-{lang}"), &written(&book, "arrears", lang, &[]));
        snap(&format!("dues-paper-reminders-{lang}"), &written(&book, "reminders", lang, &[("over", "10")]));
        snap(&format!("dues-paper-shares-{lang}"), &written(&book, "shares", lang, &[]));
        snap(&format!("dues-paper-certificate-{lang}"), &written(&book, "share-certificate", lang, &[("member", "1")]));
    }
}
