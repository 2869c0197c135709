//! The books by keys: an account with its book, an entry that is taken back, funds, statements, a year as bars.

use crate::common::{Book, driver::Driver, ledger::year, snap};

#[test]
fn from_the_first_page_to_an_entry_and_back() {
    let (book, _) = year();
    for (lang, accounts) in [("en", "Accounts"), ("fr", "Comptes")] {
        let mut d = Driver::open(&book, lang);
        d.press("5");
        snap(&format!("books-money-{lang}"), &d.screen());
        // the first line is the cash box: Enter is its book
        d.press("enter").sees(&format!("{accounts} › Caisse CDF"));
        snap(&format!("books-book-{lang}"), &d.screen());
        d.press("/ \"kabeya\" enter").sees("KABEYA").sees_no("ILUNGA");
        d.press("enter").sees("0001 KABEYA");
        snap(&format!("books-entry-{lang}"), &d.screen());
        d.press("esc esc s").sees(if lang == "en" { "from the beginning" } else { "depuis le début" });
    }
}

#[test]
fn an_entry_is_taken_back_with_a_reason() {
    let (book, _) = year();
    let mut d = Driver::open(&book, "en");
    d.press("5 enter").to("travel").press("enter").sees("spent");
    d.press("d f2").sees("Reason");
    d.press("\"bus not taken\" f2").sees("Taken back by entry");
    snap("books-reversed-en", &d.screen());
    d.press("d").sees("reversed already");
    d.press("h").sees("amina");
    assert!(book.reader().check().unwrap().ok);
}

#[test]
fn funds_and_accounts_are_lists_with_what_is_in_them() {
    let (book, _) = year();
    for (lang, accounts, funds) in [("en", "Accounts", "Earmarked funds"), ("fr", "Comptes", "Fonds affectés")] {
        let mut d = Driver::open(&book, lang);
        d.press("5").to(accounts).press("enter");
        snap(&format!("books-accounts-{lang}"), &d.screen());
        d.press("/ \"caisse cdf\" enter enter").sees(&format!("{accounts} › Caisse CDF"));
        d.press("esc esc esc 5").to(funds).press("enter").sees("Caisse sociale");
        d.press("enter");
        snap(&format!("books-fund-{lang}"), &d.screen());
    }
}

#[test]
fn a_fund_is_opened_by_the_treasurer_and_refused_without_a_name() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "fr");
    d.press("5").to("Fonds affectés").press("enter").sees("n en ouvre un");
    d.press("n f2").sees("Nom");
    d.press("\"Caisse sociale\" tab \"social\" f2");
    let funds = book.reader().funds().unwrap();
    assert_eq!(funds.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Caisse sociale"]);
}

#[test]
fn statements_are_looked_at_on_the_screen() {
    let (book, _) = year();
    for (lang, section, receipts) in
        [("en", "Papers", "Receipts and payments"), ("fr", "Imprimés", "Recettes et dépenses")]
    {
        let mut d = Driver::open(&book, lang);
        d.press("5").to(section).press("enter").sees(receipts);
        snap(&format!("books-choose-{lang}"), &d.screen());
        d.press(&format!("\"{receipts}\" enter \"11/2026\" f2")).sees("Caisse CDF");
        snap(&format!("books-preview-{lang}"), &d.screen());
        d.press("e f2").sees("11/2026");
    }
}

#[test]
fn a_year_of_contributions_stands_as_bars() {
    let (book, _) = year();
    for (lang, section) in [("en", "Contributions received"), ("fr", "Cotisations reçues")] {
        let mut d = Driver::open(&book, lang);
        d.press("5").to(section).press("enter");
        snap(&format!("books-months-{lang}"), &d.screen());
        d.press("pageup").sees("12/2024 – 11/2025");
    }
    let mut d = Driver::sized(&book, "en", 120, 30);
    d.press("5").to("Contributions").press("enter");
    snap("books-months-wide-en", &d.screen());
}
