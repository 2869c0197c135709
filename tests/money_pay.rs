//! Taking money in: the line, batches, books of receipts written by hand, receipts and their papers.

use crate::common::{
    Book, clock,
    driver::{Driver, count},
    hall::hall,
    ledger, snap,
};
use chrono::NaiveDate;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use ushirika::{
    command::{self, cosign::Proof},
    domain::{
        account::{ACCOUNT, FUND},
        close::PeriodKind,
        command::Command,
        control::FindingKind,
        due::{Due, DueKind},
        noun::Entry,
        receipt::{ReceiptState, new_pad},
        signed::Signed,
        user::Role,
    },
    report::plain,
    text::Lang,
};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a day")
}

/// A cooperative whose members 1 to 5 owe three months of dues, with a cash box in francs and one in dollars.
fn owing() -> Book {
    let book = Book::with(&[
        ("Kabeya", "Ngoyi", "Éléonore"),
        ("Kabongo", "Elesi", "Jean"),
        ("Ilunga", "Mutombo", ""),
        ("Mbuyi", "", "Alphonse"),
        ("Tshimanga", "Kalala", "Marie"),
    ]);
    let mut store = book.store();
    for (name, currency) in [("Caisse", "CDF"), ("Caisse dollars", "USD")] {
        let mut account = Entry::new(&ACCOUNT, ("", 0));
        for (code, kept) in [("name", name), ("kind", "cash"), ("currency", currency)] {
            account.put(code, kept);
        }
        command::entry::save(&mut store, &book.session, None, &account).expect("an account");
    }
    for member in 1..=5 {
        for month in 9..=11 {
            owe(&book, member, 500_000, month);
        }
    }
    book
}

/// What a test raises; the commands that do it for all members are another subject's.
static RAISE: Command =
    Command { id: "entry.save", roles: &[Role::Treasurer], undo: ushirika::domain::command::Undo::Never, pin: false };

fn owe(book: &Book, member: i64, minor: i64, month: u32) {
    let due = Due {
        id: 0,
        member,
        kind: DueKind::Dues,
        text: String::new(),
        schedule: None,
        period: format!("2026-{month:02}"),
        due_on: day(2026, month, 15),
        minor,
        open: 0,
        currency: "CDF".into(),
        fund: None,
        decision: String::new(),
        attendance: None,
        loan: None,
    };
    book.store().act(&book.session, &RAISE, &[], |act| act.raise(&due, day(2026, month, 1)).map(drop)).expect("raised");
}

fn pad(book: &Book, name: &str, last: i64) {
    let mut pad = new_pad();
    for (code, kept) in [("name", name.to_owned()), ("last", last.to_string()), ("holder", "KABONGO Elesi Jean".into())]
    {
        pad.put(code, kept);
    }
    command::entry::save(&mut book.store(), &book.session, None, &pad).expect("a book of receipts");
}

/// What is left of the amounts that a member owes.
fn open(book: &Book, member: i64) -> i64 {
    book.reader().open_dues(member).unwrap().iter().map(|due| due.open).sum()
}

#[test]
fn what_is_owed_is_paid_the_oldest_first() {
    for lang in ["en", "fr"] {
        let book = owing();
        let mut d = Driver::open(&book, lang);
        d.press("f4");
        snap(&format!("pay-empty-{lang}"), &d.screen());
        d.press("\"1\"");
        snap(&format!("pay-found-{lang}"), &d.screen());
        d.press("enter");
        snap(&format!("pay-amount-{lang}"), &d.screen());
        d.press("enter").sees("2026-0001").sees("KABEYA");
        assert_eq!(open(&book, 1), 0);
        // less than is owed: the oldest first
        d.press("esc");
        let story = "f4 \"2\" enter \"7500\" enter";
        d.press(story).sees("2026-0002");
        assert_eq!(open(&book, 2), 750_000);
        snap(&format!("pay-saved-{lang}"), &d.screen());
    }
}

#[test]
fn a_number_of_three_digits_pays_what_is_owed_with_six_keys_and_a_typed_amount_with_eleven() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    for (story, member, left, keys) in
        [("f4 \"001\" enter enter", 1, 0, 6), ("f4 \"002\" enter \"10000\" enter", 2, 500_000, 11)]
    {
        d.press(story).press("esc");
        assert_eq!((open(&book, member), count(story)), (left, keys), "{story}");
    }
}

#[test]
fn the_keys_of_a_list_are_those_that_do_something_there() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    // typed words narrow the keys that are listed
    let merge = format!("{:<14} merge", "r");
    d.press("f4 \"1\" enter enter esc 5").to("Receipts").press("enter ? \"print\"").sees(&format!("{:<14} print", "p"));
    d.press("esc ? \"merge\"").sees_no(&merge);
    d.press("esc 2 ? \"merge\"").sees(&merge);
}

#[test]
fn a_member_under_the_cursor_is_proposed_and_a_name_will_do() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    d.press("2").to("ILUNGA").press("f4 enter enter").sees("0003 ILUNGA");
    assert_eq!(open(&book, 3), 0);
    // typed over it, whoever was proposed
    d.press("esc").to("ILUNGA").press("f4 \"mbu\" enter enter").sees("0004 MBUYI");
    assert_eq!((open(&book, 4), book.reader().count_receipts().unwrap()), (0, 2));
    // the keys of the top row of AZERTY: é is 2, and a letter too
    d.press("\"é\"").sees("0002 KABONGO").press("down").press("esc \"xyz\"").sees("not a member: xyz");
    // nobody who owes nothing pays by accident
    d.press("esc \"3\" enter").sees("owes nothing").press("enter").sees("more than nothing");
}

#[test]
fn what_is_over_is_asked_about_and_never_lost() {
    for lang in ["en", "fr"] {
        let book = owing();
        let mut d = Driver::open(&book, lang);
        d.press("f4 \"1\" enter \"20000\" enter");
        snap(&format!("pay-over-{lang}"), &d.screen());
        assert_eq!(book.reader().count_receipts().unwrap(), 0);
        d.press("down enter").sees("2026-0001");
        let receipt = book.reader().receipt(1).unwrap();
        assert_eq!((receipt.amount.unwrap().minor, receipt.change), (1_500_000, 500_000));
        // dollars: rate typed by hand, the rest stays as credit
        d.press("\"2\" enter \"10 usd\" enter");
        snap(&format!("pay-rate-{lang}"), &d.screen());
        d.press("enter").sees(if lang == "en" { "Type the rate" } else { "Tapez le taux" });
        d.press("\"2800\" enter")
            .sees(if lang == "en" { "13,000.00" } else { "13\u{a0}000,00" })
            .press("enter")
            .sees("2026-0002");
        let receipt = book.reader().receipt(2).unwrap();
        assert_eq!(receipt.rate.unwrap().to_string(), "1 USD = 2800 CDF");
        assert_eq!((receipt.amount.unwrap().minor, receipt.change), (2_800_000, 0));
        assert_eq!(book.reader().credit(2, "CDF").unwrap(), 1_300_000);
        // and is used for what comes
        owe(&book, 2, 1_500_000, 11);
        d.look().press("\"2\" enter").press("enter").sees("2026-0003");
        assert_eq!(book.reader().receipt(3).unwrap().amount.unwrap().minor, 200_000);
        assert_eq!((open(&book, 2), book.reader().credit(2, "CDF").unwrap()), (0, 0));
        // the day counts the notes that came in, and not what they were worth
        let taken = book.reader().taken_on(day(2026, 11, 23)).unwrap();
        let taken: Vec<_> = taken.into_iter().map(|taken| (taken.count, taken.amount.to_string())).collect();
        assert_eq!(taken, [(2, "17000.00 CDF".to_owned()), (1, "10.00 USD".to_owned())]);
        let report = book.reader().check().unwrap();
        assert!(report.ok, "{report:?}");
    }
}

#[test]
fn more_over_than_was_owed_is_first_thought_to_be_wrong() {
    for (lang, wrong) in [("en", "Correct the amount"), ("fr", "Corriger le montant")] {
        let book = owing();
        let mut d = Driver::open(&book, lang);
        // as much over as is owed is a payment ahead, a franc more is asked about
        d.press("f4 \"1\" enter \"30000\" enter").sees_no(wrong).press("esc ctrl-u \"30001\" enter");
        snap(&format!("pay-far-over-{lang}"), &d.screen());
        d.press("enter").sees("30001");
        assert_eq!(book.reader().count_receipts().unwrap(), 0);
        d.press("\"15000\" enter").sees("2026-0001");
        // whoever owes nothing pays ahead, once it is said
        d.press("\"1\" enter \"400\" enter").sees(wrong).press("down enter").sees("2026-0002");
        assert_eq!(book.reader().credit(1, "CDF").unwrap(), 40_000);
    }
}

#[test]
fn a_gift_can_be_for_a_fund() {
    for lang in ["en", "fr"] {
        let book = owing();
        let mut fund = Entry::new(&FUND, ("", 0));
        fund.put("name", "Caisse sociale");
        fund.put("kind", "social");
        let fund = command::entry::save(&mut book.store(), &book.session, None, &fund).expect("a fund");
        let mut d = Driver::open(&book, lang);
        d.press("f4 \"Fondation X\" enter down down down down");
        snap(&format!("pay-income-{lang}"), &d.screen());
        d.press("enter \"5000\"").sees("Caisse sociale").press("enter").sees("2026-0001");
        assert_eq!(book.reader().fund_balances(fund).unwrap(), [(1, "CDF".to_owned(), 500_000)]);
    }
}

#[test]
fn one_pays_for_several_and_not_for_everything() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    d.press("f4 \"1\" enter f3 \"2\" enter").sees("0001 KABEYA Ngoyi Éléonore + 0002 KABONGO");
    // the oldest of the first is left out
    d.press("f8");
    snap("pay-several-en", &d.screen());
    d.press("tab \"brought\" enter \"Maman Rose\" enter").sees("Maman Rose").press("enter").sees("2026-0001");
    assert_eq!((open(&book, 1), open(&book, 2)), (500_000, 0));
    d.press("down enter");
    snap("receipt-several-en", &d.screen());
    // somebody from outside gives
    d.press("esc \"Fondation Mbote\" enter \"grant\" enter \"150000\" enter").sees("Fondation Mbote, 150,000.00");
    // a fee that the wallet kept, with its reference
    d.press("\"3\" enter tab \"fee\" enter \"300\" enter tab \"refer\" enter \"MP123\" enter enter").sees("2026-0003");
    let reader = book.reader();
    assert_eq!(reader.receipt(3).unwrap().reference, "MP123");
    let cash = reader.accounts().unwrap()[0].id;
    assert_eq!(reader.balance(cash, "CDF").unwrap(), 2_500_000 + 15_000_000 + 1_500_000 - 30_000);
    assert!(reader.check().unwrap().ok);
}

#[test]
fn in_a_batch_a_payment_costs_the_number_and_enter() {
    for lang in ["en", "fr"] {
        let book = owing();
        let mut d = Driver::open(&book, lang);
        d.press("f4 alt-b \"75000\" tab \"5\" f2");
        let story = "\"001\" enter";
        assert_eq!(count(story), 4);
        d.press(story).sees("2026-0001").press("\"2\" enter \"3\" enter \"4\" enter");
        snap(&format!("pay-batch-{lang}"), &d.screen());
        // the fifth pays less than was counted: the difference is said, and needs a reason
        d.press("\"5\"").press("esc").press("alt-b");
        snap(&format!("pay-batch-close-{lang}"), &d.screen());
        d.press("f2").press("esc").press("\"5\" enter").sees("✓").press("alt-b");
        assert!(book.reader().open_batches().unwrap().is_empty());
        assert_eq!(book.reader().taken_on(day(2026, 11, 23)).unwrap()[0].count, 5);
    }
}

#[test]
fn in_a_batch_a_part_is_typed_behind_the_number_and_an_open_batch_is_not_forgotten() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    d.press("f4 alt-b \"30000\" f2 \"2 4000\" enter").sees("still 26,000.00");
    let receipts = book.reader().receipts_before(None, 9).unwrap();
    assert_eq!(receipts[0].amount.as_ref().unwrap().minor, 400_000);
    // what is not an amount is looked for as it stands, and nothing is taken
    d.press("\"2 2500x\" enter").sees("“2500x” is not an amount").press("esc");
    assert_eq!(book.reader().receipts_before(None, 9).unwrap().len(), 1);
    d.press("esc").sees("A batch is still open").press("f4").sees("Alt-B: open batch");
    // the first page leads back into it
    d.press("esc 1").to("Batch of 23/11/2026 not closed").press("enter").sees("still 26,000.00");
}

#[test]
fn a_day_of_a_closed_month_says_when_it_counts_before_the_receipt_is_given() {
    let book = owing();
    let two = Signed { first: "amina".into(), second: "KABEYA Ngoyi Éléonore".into(), ..Signed::default() };
    let october = (PeriodKind::Month, day(2026, 10, 31));
    command::close::period(&mut book.store(), &book.session, None, october, (&two, &Proof::Ink)).expect("closed");
    let mut d = Driver::open(&book, "en");
    d.press("f4 f7 \"20/10/2026\" enter").sees("20/10/2026, counts on 23/11/2026");
    d.press("f7 ctrl-u \"20/11/2026\" enter").sees("Caisse CDF · 20/11/2026");
}

#[test]
fn a_batch_that_does_not_come_to_what_was_counted_is_closed_with_a_reason() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    d.press("f4 alt-b \"80000\" f2 \"1\" enter alt-b f2").sees("Say why").press("\"torn note\" f2");
    assert!(book.reader().open_batches().unwrap().is_empty());
    assert_eq!(book.reader().batch(1).unwrap().reason, "torn note");
    // who controls sees what is missing
    let found = book.reader().findings(day(2026, 1, 1), day(2026, 12, 31), clock()).unwrap();
    let batch = found.into_iter().find(|finding| finding.kind == FindingKind::Batch).expect("it was found");
    assert_eq!(batch.amount.expect("an amount").to_string(), "-65000.00 CDF");
}

#[test]
fn leaves_of_a_book_come_with_two_days_and_gaps_are_seen() {
    for lang in ["en", "fr"] {
        let book = owing();
        pad(&book, "P7", 50);
        let mut d = Driver::open(&book, lang);
        d.press("f4 f5 ctrl-u \"P7 31\" enter f7 ctrl-u \"12/10/2026\" enter").sees("P7").sees("31").sees("12/10/2026");
        d.press("\"1\" enter enter \"2\" enter enter");
        snap(&format!("pay-leaf-{lang}"), &d.screen());
        // a leaf that was used, and one that is not in the book
        d.press("f5 ctrl-u \"31\" enter")
            .sees("31")
            .press("ctrl-u \"P7 51\" enter")
            .sees("50")
            .press("ctrl-u \"P7 34\" enter");
        d.press("\"3\" enter enter").sees("P7-0034").press("esc 5").to(if lang == "en" {
            "Receipt books"
        } else {
            "Carnets"
        });
        d.press("enter");
        snap(&format!("pads-{lang}"), &d.screen());
        d.to("P7").press("enter");
        snap(&format!("pad-{lang}"), &d.screen());
        d.to("33").press("enter \"33\" tab").press("\"encre\" f2").sees_no("!  33");
        let leaves = book.reader().pad(1).unwrap().leaves;
        assert_eq!((leaves.gaps(), leaves.used), (vec![1..=30], vec![31, 32, 33, 34]));
    }
}

#[test]
fn a_book_of_receipts_is_held_by_whoever_is_meant() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Receipt books").press("enter n \"P9\" tab \"1\" tab \"50\" tab");
    d.press("\"kab\" tab f2")
        .sees("Choose one from the")
        .press("ctrl-u \"kabo\" tab")
        .sees("KABONGO Elesi Jean (0002)");
    // who is no member stands for himself
    d.press("shift-tab ctrl-u \"Papa Zola\" f2").sees("Papa Zola");
    d.to("P9").press("enter d").sees("31 or 31-35");
}

#[test]
fn what_is_owed_in_other_money_and_in_a_small_window_is_told() {
    let book = owing();
    let more = ledger::due(1, DueKind::Dues, 1_000, "USD", day(2026, 11, 15));
    ledger::act(&book, |act| act.raise(&more, day(2026, 11, 1)));
    let mut d = Driver::open(&book, "en");
    d.press("f4 \"1\" enter").sees("+ 10.00\u{a0}USD owed").sees("another currency: 10 USD");
    d.press("ctrl-u \"10 usd\" enter").sees("2026-0001");
    assert_eq!(open(&book, 1), 1_500_000);
    let mut d = Driver::sized(&book, "en", 40, 10);
    d.press("f4 \"1\" enter").sees("owes 15,000.00\u{a0}CDF →");
}

#[test]
fn a_void_receipt_keeps_its_number_and_a_second_print_says_so() {
    for lang in ["en", "fr"] {
        let book = owing();
        let mut d = Driver::open(&book, lang);
        d.press("f4 \"1\" enter enter \"2\" enter \"2500\" enter esc 5").to(if lang == "en" {
            "Receipts"
        } else {
            "Reçus"
        });
        d.press("enter");
        snap(&format!("receipts-{lang}"), &d.screen());
        d.press("enter").sees("2026-0002");
        snap(&format!("receipt-{lang}"), &d.screen());
        d.press("d f2").press("\"montant faux\" f2");
        let receipt = book.reader().receipt(2).unwrap();
        assert_eq!((receipt.state, receipt.voided.1.as_str()), (ReceiptState::Void, "montant faux"));
        assert_eq!(open(&book, 2), 1_500_000);
        snap(&format!("receipt-void-{lang}"), &d.screen());
        d.press("d").sees(if lang == "en" { "void already" } else { "déjà annulé" });
        // the printed one: the file is written twice, the second says that it is a duplicate
        let file = book.folder().join("recu.pdf");
        let save = format!("ctrl-u \"{}\" f2", file.display());
        d.press("esc home down enter p f2").press(&save).press("f2").press(&save).press("enter");
        assert_eq!(book.reader().receipt(1).unwrap().prints, 2);
        assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"));
        snap(&format!("receipt-paper-{lang}"), &paper(&book, lang, "2026-0001", "48"));
        snap(&format!("receipt-paper-narrow-{lang}"), &paper(&book, lang, "2", "32"));
        snap(&format!("receipt-paper-a4-{lang}"), &paper(&book, lang, "1", "a4"));
    }
}

/// The paper of a receipt in letters.
fn paper(book: &Book, lang: &str, number: &str, shape: &str) -> String {
    let mut asked = command::paper::Asked::new(command::paper::find("receipt").unwrap(), None);
    asked.options.put("number", number);
    asked.options.put("shape", shape);
    let made = asked.make(&book.reader(), &Lang::new(lang), day(2026, 11, 23), &mut |_, _| Ok(())).unwrap();
    let text = plain::render(&made.report, made.report.page.columns());
    // the witness words are of this book alone
    let words = if lang == "en" { "Witness" } else { "Mots témoins" };
    text.split(words).next().unwrap_or_default().to_owned()
}

#[test]
fn what_was_typed_is_offered_again_when_the_power_fails() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    d.press("f4 \"1\" enter f3 \"2\" enter tab \"refer\" enter \"MP77\" enter \"12000\"");
    d.app.tick(true);
    d.settle();
    // the program is gone without a word; the next one offers it
    let mut d = Driver::open(&book, "fr");
    d.sees("Brouillon, paiement : KABEYA")
        .to("Brouillon")
        .press("enter")
        .sees("MP77")
        .sees("12000")
        .sees("0002 KABONGO");
    d.press("enter").sees("2026-0001");
    assert_eq!(book.reader().receipt(1).unwrap().reference, "MP77");
    // the oldest of both first
    assert_eq!((open(&book, 1), open(&book, 2)), (800_000, 1_000_000));
    // and no longer, once it is on disk
    Driver::open(&book, "fr").sees_no("Brouillon");
}

#[test]
fn a_payment_is_taken_back_with_undo_and_the_number_stays() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    d.press("f4 \"1\" enter enter ctrl-z").sees("payment").press("enter");
    assert_eq!((open(&book, 1), book.reader().receipt(1).unwrap().state), (1_500_000, ReceiptState::Void));
    d.press("\"1\" enter enter").sees("2026-0002");
}

#[test]
fn at_the_door_of_a_meeting_dues_are_taken_for_that_meeting() {
    let (book, meeting) = hall(5);
    let mut d = crate::common::hall::door(&book, meeting, "en");
    d.press("\"1\" f4").sees("meeting").press("enter \"5000\" enter down enter").sees("2026-0001").press("esc esc");
    let collected = book.reader().collected(meeting).unwrap();
    assert_eq!((collected.len(), collected[0].came.minor, collected[0].counted.clone()), (1, 500_000, None));
    d.press("alt-3 enter").sees("Collected CDF");
}

#[test]
fn the_paper_of_a_receipt_keeps_the_standards_on_a_sheet_and_on_a_roll() {
    let book = owing();
    let mut d = Driver::open(&book, "fr");
    d.press("f4 \"1\" enter f3 \"2\" enter enter").press("\"Fondation Mbote\" enter enter \"10 usd\" enter");
    for (number, shape) in [("1", "a4"), ("1", "48"), ("2", "32"), ("2", "a4")] {
        let mut asked = command::paper::Asked::new(command::paper::find("receipt").unwrap(), None);
        asked.options.put("number", number);
        asked.options.put("shape", shape);
        let made = asked.make(&book.reader(), &Lang::new("fr"), day(2026, 11, 23), &mut |_, _| Ok(())).unwrap();
        let pdf = ushirika::report::pdf::render(&made.report);
        assert_eq!(pdf.pages, 1, "{number} {shape}");
        for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
            let said = validate_pdf_bytes(&pdf.bytes, &ValidationOptions::default().profile(profile)).expect("a PDF");
            assert!(said.is_compliant, "{number} {shape}: {said}");
        }
    }
}

#[test]
fn a_payment_that_is_refused_is_kept_at_once_with_its_day_and_account() {
    let book = owing();
    pad(&book, "P7", 50);
    let mut d = Driver::open(&book, "en");
    d.press("f4 f5 ctrl-u \"P7 31\" enter f7 ctrl-u \"12/10/2026\" enter");
    // somebody else uses that leaf meanwhile, and whoever sits here leaves before the answer
    Driver::open(&book, "en").press("f4 f5 ctrl-u \"P7 31\" enter \"2\" enter enter");
    d.press("\"1\" enter").press_only("enter alt-1").settle();
    d.sees("31").sees("Draft, payment: KABEYA").to("KABEYA").press("enter").sees("12/10/2026").sees("as it was");
    d.press("f5 ctrl-u \"P7 32\" enter enter").sees("P7-0032");
    assert_eq!(book.reader().receipt(2).unwrap().received_on, day(2026, 10, 12));
    d.press("esc 1").sees_no("Draft");
}

#[test]
fn refused_payments_come_back_one_after_the_other_and_the_till_is_as_before() {
    let book = owing();
    pad(&book, "P7", 50);
    let mut d = Driver::open(&book, "en");
    d.press("f4 f5 ctrl-u \"P7 31\" enter");
    Driver::open(&book, "en").press("f4 f5 ctrl-u \"P7 31\" enter \"4\" enter enter");
    Driver::open(&book, "en").press("f4 f5 ctrl-u \"P7 32\" enter \"5\" enter enter");
    // two are on their way and a third begun before the first answer comes
    d.press_only("\"1\" enter enter \"2\" enter enter \"3\" enter").settle();
    d.press("esc esc").sees("0001 KABEYA").sees("31");
    d.press("f5 ctrl-u \"P7 33\" enter enter").sees("0002 KABONGO");
    d.press("f5 ctrl-u \"P7 34\" enter enter").sees("leaf 33");
    assert_eq!(book.reader().pad(1).unwrap().leaves.used, vec![31, 32, 33, 34]);
}

#[test]
fn a_batch_that_somebody_else_undoes_lets_payments_go_on() {
    let book = owing();
    let mut d = Driver::open(&book, "en");
    d.press("f4 alt-b \"75000\" tab \"5\" f2").sees("batch");
    Driver::open(&book, "en").press("u enter");
    d.look().sees("closed or undone").press("\"1\" enter enter").sees("2026-0001");
}
