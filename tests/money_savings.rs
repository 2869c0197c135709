//! A savings group through the keys: a cycle, its meetings, a loan, help, the share-out and its papers.

use crate::common::{
    Book,
    driver::{Driver, count},
    hall::newcomer,
    snap, today,
};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use ushirika::{
    command::{
        paper::{Asked, find},
        savings,
    },
    domain::{
        book::Country,
        command::Command,
        day::Order,
        ledger::{EntryKind, Journal, Posting},
        member::Reading,
    },
    report::{pdf, plain},
    store::Error,
    text::Lang,
};

/// Any command that takes money.
static PAY: Command = Command {
    id: "test.pay",
    roles: &[ushirika::domain::user::Role::Treasurer],
    undo: ushirika::command::ledger::REVERSED,
    pin: false,
};

/// A book of so many members, numbers 1 and on.
fn book(members: usize) -> Book {
    let book = Book::empty();
    for n in 0..members {
        newcomer(&book, n);
    }
    book
}

/// Somebody pays what is owed to the group, into its box.
fn repay(book: &Book, number: i64) {
    let mut store = book.store();
    let (cycle, member) = (store.cycles().unwrap().remove(0), store.member_by_number(number).unwrap().unwrap());
    let paid = |act: &ushirika::store::Act| {
        let mut journal = Journal::new(EntryKind::Payment, today());
        for due in act.open_dues(member)? {
            journal.add(Posting::new(cycle.account, due.open, &due.currency).fund(due.fund));
            let owed = Posting::new(act.chart(due.kind.owed_on())?, -due.open, &due.currency).fund(due.fund);
            journal.add(owed.member(member).due(Some(due.id)));
        }
        act.post(&journal.balanced().map_err(Error::Invalid)?)
    };
    store.act(&book.session, &PAY, &[], paid).unwrap();
}

fn paper(book: &Book, lang: &str, name: &str, options: &[(&str, &str)]) -> String {
    let mut asked = Asked::new(find(name).expect("a paper"), None);
    let reading = Reading { today: today(), country: Country::Cd, order: Order::Dmy };
    for (code, typed) in options {
        let place = asked.paper.options.attributes.iter().position(|option| option.code == *code);
        asked.options.set(place.expect("an option"), typed, &reading).expect("a value");
    }
    let made = asked.make(&book.store(), &Lang::new(lang), today(), &mut |_, _| Ok(())).expect("a paper");
    let bytes = pdf::render(&made.report).bytes;
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let said = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).expect("a PDF");
        assert!(said.is_compliant, "{name}: {said}");
    }
    plain::render(&made.report, plain::PAPER)
}

#[test]
fn a_group_saves_lends_and_shares_out() {
    for (lang, section, cycle) in
        [("en", "Savings groups", "Savings group 2026"), ("fr", "Épargne (AVEC)", "AVEC 2026")]
    {
        let book = book(8);
        let mut d = Driver::open(&book, lang);
        d.press("5").to(section).press("enter");
        snap(&format!("savings-none-{lang}"), &d.screen());
        // the name stands there; price of a share, then what everybody pays into the social fund
        d.press("n tab \"2000\" tab*4 \"200\"");
        snap(&format!("savings-cycle-form-{lang}"), &d.screen());
        d.press("f2").to(cycle).press("enter m");
        // somebody and three shares: number, blank, count, Enter
        let row = "\"1 3\" enter";
        assert!(count(row) <= 4, "{}", count(row));
        d.press(row).press("\"2 5\" enter \"3 4\" enter \"4\" enter \"2\" enter \"5 6\" enter");
        d.sees("5").press("ctrl-u \"5 1 0\" enter");
        snap(&format!("savings-meeting-{lang}"), &d.screen());
        // 15 shares and four contributions: 30,800
        d.press("f2 \"30000\" enter");
        snap(&format!("savings-missing-{lang}"), &d.screen());
        d.press("ctrl-u \"30800\" enter");
        snap(&format!("savings-met-{lang}"), &d.screen());
        d.press("esc l \"2\" tab \"40000\" tab");
        snap(&format!("savings-loan-{lang}"), &d.screen());
        d.press("shift-tab ctrl-u \"20000\" tab \"2\" f2").press("g \"3\" tab \"300\" tab \"deuil\" f2");
        snap(&format!("savings-page-{lang}"), &d.screen());
        d.press("o");
        snap(&format!("savings-simulated-{lang}"), &d.screen());
        for (name, options) in [("passbook", &[("member", "2")][..]), ("savings-meeting", &[]), ("share-out", &[])] {
            snap(&format!("savings-paper-{name}-{lang}"), &paper(&book, lang, name, options));
        }
        repay(&book, 2);
        d.look().press("f2");
        snap(&format!("savings-share-out-ask-{lang}"), &d.screen());
        d.press("enter");
        snap(&format!("savings-shared-{lang}"), &d.screen());
        let reader = book.reader();
        let closed = reader.cycles().unwrap().remove(0);
        assert_eq!(closed.closed_on, Some(today()));
        let left: i64 = reader.fund_money(closed.fund, "CDF").unwrap().iter().map(|(_, minor)| minor).sum();
        let social: i64 = reader.fund_money(closed.social_fund, "CDF").unwrap().iter().map(|(_, minor)| minor).sum();
        // 20,000 for two months at 5 % earned 2,000: 32,000 for 15 shares were handed over
        assert_eq!((left, social), (0, 50_000));
        assert_eq!(savings::simulate(&reader, closed.id).unwrap().out.cash, 3_200_000);
        assert!(reader.check().unwrap().ok);
        // taken back as one, the cycle is open again
        d.press("u enter");
        assert_eq!(book.reader().cycles().unwrap()[0].closed_on, None);
    }
}

#[test]
fn a_meeting_of_twenty_is_typed_with_few_keys_and_survives_a_power_cut() {
    let book = book(20);
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Savings groups").press("enter n tab \"2000\" tab*4 \"200\" f2 enter m");
    let story = (1..=20).map(|n| format!("\"{n} {}\" enter ", 1 + n % 5)).collect::<Vec<_>>().concat();
    // a number has two figures at most here
    assert!(count(&story) <= 5 * 20, "{}", count(&story));
    d.press(&story).sees("20 people · 60 shares");
    d.app.tick(true);
    d.settle();
    drop(d);
    let mut d = Driver::open(&book, "en");
    d.to("savings meeting").press("enter").sees("20 people · 60 shares");
    d.press("f2 \"124000\" enter").sees("Meeting of 23/11/2026 written: 20 people");
    // one was wrong: void with a reason, and entered anew
    d.press("down delete")
        .sees("why is it void?")
        .press("\"lu trop vite\" enter \"1 1\" enter enter f2 \"2200\" enter");
    d.sees("one person, 2,200.00");
    let reader = book.reader();
    let cycle = reader.cycles().unwrap().remove(0);
    assert_eq!(reader.saved(cycle.id).unwrap().iter().map(|saver| saver.shares).sum::<i64>(), 59);
    assert!(reader.check().unwrap().ok);
}

#[test]
fn every_day_of_a_group_has_a_sheet_of_its_own() {
    let book = book(4);
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Savings groups").press("enter n tab \"2000\" tab*4 \"200\" f2 enter m \"1 2\" enter");
    // the day was wrong: what is typed goes with it; whoever leaves finds it again, beside what is typed of today
    d.press("f7 ctrl-u \"20/11/2026\" enter").sees("one person").press("esc").sees("kept as a draft");
    d.press("m").sees("meeting of 23/11/2026").press("\"3 1\" enter alt-1");
    d.sees("20/11/2026 ·").sees("23/11/2026 ·").to("20/11/2026 ·").press("enter").sees("0001 KABEYA");
    d.sees_no("0003 MWAMBA").press("\"2 4\" enter esc 1 up*9").to("23/11/2026 ·").press("enter").sees("0003 MWAMBA");
    // and where a day has a sheet already, both come together
    d.press("f7 ctrl-u \"20/11/2026\" enter").sees("3 people");
    // the group did not save yet: that is said, and nothing is lost
    d.press("f2 enter").sees("Type what was counted").press("\"14600\" f2").sees("begins on 23/11/2026").press("esc");
    assert_eq!(book.reader().drafts("nobody").unwrap().len(), 1);
}

#[test]
fn what_is_mistyped_is_said_and_a_stranger_asked_about() {
    for (lang, section, mistyped, stranger, social) in [
        (
            "en",
            "Savings groups",
            "“2 x” is not understood",
            "does not save here yet",
            "147 3 500: and pays 500 into the social",
        ),
        (
            "fr",
            "Épargne (AVEC)",
            "« 2 x » n’est pas compris",
            "n’épargne pas encore ici",
            "147 3 500 : et verse 500 au social",
        ),
    ] {
        let book = book(5);
        let mut d = Driver::open(&book, lang);
        d.press("5").to(section).press("enter n tab \"2000\" tab*4 \"200\" f2 enter m enter").sees(social);
        d.press("\"2 x\" enter").sees(mistyped).press("ctrl-u \"2x\" enter").sees("2x");
        // at the first meeting everybody is new
        d.press("ctrl-u \"1 1\" enter \"2 1\" enter f2 \"4400\" enter");
        d.press("\"3 2\" enter").sees(stranger).sees_no("4,000.00").press("\"1 1\" enter").sees_no("0003");
        d.press("\"3 2\" enter").sees(stranger).press("enter").sees("0003").press("\"3\" enter \"4\" enter");
        d.press("f2 \"10400\" enter");
        let reader = book.reader();
        let cycle = reader.cycles().unwrap().remove(0);
        assert_eq!(reader.saved(cycle.id).unwrap().iter().map(|saver| saver.shares).sum::<i64>(), 7);
    }
}

#[test]
fn the_cursor_of_a_long_sheet_stays_in_sight() {
    let book = book(18);
    let mut d = Driver::open(&book, "fr");
    d.press("5").to("Épargne (AVEC)").press("enter n tab \"2000\" tab*4 \"200\" f2 enter m");
    let story = (1..=18).map(|n| format!("\"{n} 1\" enter ")).collect::<Vec<_>>().concat();
    d.press(&story).press("down*19").sees("0018").sees_no("0001");
    assert!(d.styles().lines().any(|line| line.contains("RRRR")), "{}", d.screen());
    drop(d);
    for (width, height) in [(40, 10), (40, 24), (60, 12)] {
        let mut d = Driver::sized(&book, "fr", width, height);
        d.press("5").to("Épargne").press("enter enter m").press(&story).press("up*18").sees("0001");
        d.press("down*18").sees("0018").sees_no("0001");
        snap(&format!("savings-low-{width}-{height}"), &d.screen());
    }
}
