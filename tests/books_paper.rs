//! Statements of account: what stands on them, that they agree with the ledger and with each other, and that they are
//! the papers that everything else is.

use crate::common::{
    Book,
    ledger::{past, year},
    paper::{saved, tool},
    snap, today,
};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use ushirika::{
    command::paper::{self, Asked, Format},
    domain::{
        member::Member,
        statement::{Course, Flows, Period, balance, income},
    },
    report::{Report, pdf, plain},
    text::Lang,
};

fn made(book: &Book, name: &str, lang: &str, options: &[(&str, &str)]) -> Report {
    let mut asked = Asked::new(paper::find(name).expect("a paper"), None);
    for (code, kept) in options {
        asked.options.put(code, *kept);
    }
    asked.make(&book.reader(), &Lang::new(lang), today(), &mut |_, _| Ok(())).expect("it is made").report
}

const PAPERS: &[(&str, &[(&str, &str)])] = &[
    ("member-statement", &[("member", "1")]),
    ("receipts-payments", &[]),
    ("income", &[]),
    ("balance", &[]),
    ("fund-statement", &[]),
    ("poster", &[]),
];

#[test]
fn statements_can_be_read_in_both_languages() {
    let (book, _) = year();
    for (name, options) in PAPERS {
        for lang in ["en", "fr"] {
            let text = plain::render(&made(&book, name, lang, options), plain::PAPER);
            snap(&format!("books-paper-{name}-{lang}"), &text);
        }
    }
    let month =
        plain::render(&made(&book, "receipts-payments", "fr", &[("period", "11/2026"), ("currency", "CDF")]), 80);
    snap("books-paper-month-fr", &month);
}

#[test]
fn statements_are_pdf_a_and_workbooks() {
    let (book, _) = year();
    for (name, options) in PAPERS {
        let report = made(&book, name, "fr", options);
        let bytes = pdf::render(&report).bytes;
        for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
            let said = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).expect("a PDF");
            assert!(said.is_compliant, "{name}: {said}");
        }
        if paper::find(name).expect("a paper").formats().contains(&Format::Xlsx) {
            let path = book.folder().join(format!("{name}.xlsx"));
            paper::write(&report, Format::Xlsx, &path).expect("a workbook");
        }
    }
    // what a member owes and has paid is a list as well
    assert!(book.folder().join("member-statement.xlsx").exists());
}

#[test]
fn the_poster_fills_a_sheet_for_each_currency() {
    let (book, _) = year();
    for size in ["a4", "a3"] {
        let poster = made(&book, "poster", "fr", &[("size", size)]);
        let pdf = pdf::render(&poster);
        assert_eq!(pdf.pages, 2, "{size}");
        let path = saved(book.folder(), "poster.pdf", &pdf.bytes);
        let Some(text) = tool("pdftotext", &["-layout"], &path, &["-"]) else { return };
        // no figure is cut
        for figure in ["= 54\u{a0}499,50", "+ 35\u{a0}000,00", "+ 40,00", "= 30,00"] {
            assert!(text.contains(figure) || text.contains(&figure.replace('\u{a0}', " ")), "{size}: {figure}\n{text}");
        }
    }
}

#[test]
fn statements_agree_with_the_ledger_and_with_each_other() {
    let book = Book::empty();
    for at in 0..12 {
        let member = Member { surname: format!("Membre {at}"), ..Member::default() };
        ushirika::command::member::save(&mut book.store(), &book.session, None, &member).expect("a member");
    }
    past(&book, 12, 900);
    let reader = book.reader();
    let accounts = reader.accounts().unwrap();
    let periods = ["2024", "03/2025", "2026", "14/02/2025 - 03/05/2026", "23/11/2026"];
    for period in periods.map(|text| Period::parse(text, today()).unwrap()) {
        let (before, after) = (reader.stand(period.before()).unwrap(), reader.stand(period.until).unwrap());
        let mut flows = Flows::new(&accounts);
        flows.open(&before);
        reader.parts(period, None, &mut |parts, course: Course| flows.add(parts, course)).unwrap();
        let flows = flows.done();
        for sum in &after {
            let account = accounts.iter().find(|account| account.id == sum.account).unwrap();
            if account.kind.is_money() {
                let there: i64 = after.iter().filter(|s| s.account == sum.account).map(|s| s.minor).sum();
                assert_eq!(flows[&sum.currency].closing(sum.account), there, "{period:?}");
            }
        }
        let balances = balance(&after, &accounts);
        for (currency, balance) in &balances {
            assert_eq!(balance.has(), balance.owes(), "{currency} {period:?}");
        }
        // what was earned is what the balance has more
        let earned = income(&reader.earned(period).unwrap(), &accounts);
        let earlier = ushirika::domain::statement::balance(&before, &accounts);
        for (currency, balance) in &balances {
            let more = balance.surplus - earlier.get(currency).map_or(0, |balance| balance.surplus);
            assert_eq!(
                earned.get(currency).map_or(0, ushirika::domain::statement::Income::surplus),
                more,
                "{currency} {period:?}"
            );
        }
    }
    // the last state is that of the kept totals, whatever way it is reached
    for (account, currency, minor) in reader.account_balances().unwrap() {
        let stand = reader.stand(today()).unwrap();
        let there: i64 = stand.iter().filter(|s| s.account == account && s.currency == currency).map(|s| s.minor).sum();
        assert_eq!(there, minor);
    }
    for member in 1..=12 {
        for (currency, owed) in reader.owed(member).unwrap() {
            let moves = reader.member_moves(member).unwrap();
            let sum: i64 = moves.iter().filter(|line| line.currency == currency).map(|line| line.minor).sum();
            assert_eq!(sum, owed, "the statement of {member} is the sum of its lines");
        }
    }
    assert!(reader.check().unwrap().ok);
}

#[test]
fn a_number_that_nobody_bears_is_refused_by_name() {
    let book = Book::with(&[("Kabeya", "Ngoyi", "")]);
    for name in ["member-statement", "arrears", "confirmation"] {
        let mut asked = Asked::new(paper::find(name).expect("a paper"), None);
        asked.options.put("member", "1,9999");
        let made = asked.make(&book.reader(), &Lang::new("fr"), today(), &mut |_, _| Ok(()));
        let said = made.expect_err("nobody bears 9999").text();
        assert_eq!(Lang::new("fr").text(&said), "Personne ne porte le numéro 9999.");
    }
}
