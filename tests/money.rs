//! The first page of money.

use crate::common::{Book, driver::Driver, snap};

#[test]
fn an_account_is_opened_and_shown_with_its_balance() {
    for lang in ["en", "fr"] {
        let book = Book::empty();
        let mut d = Driver::open(&book, lang);
        d.press("5").press("n \"Caisse Luamuela\" tab \"cash\" tab \"cdf\" f2");
        d.press("n \"M-Pesa\" tab \"wallet\" tab \"cdf\" tab \"Vodacom\" f2");
        let names: Vec<String> = book.reader().accounts().unwrap().into_iter().map(|account| account.name).collect();
        assert_eq!(names, ["Caisse Luamuela", "M-Pesa"]);
        snap(&format!("money-first-{lang}"), &d.screen());
    }
}

#[test]
fn money_without_a_currency_is_refused_in_words() {
    let book = Book::empty();
    let mut d = Driver::open(&book, "en");
    d.press("5").sees("No account yet").press("n \"Equity\" tab \"bank\" f2").sees("one currency");
}

#[test]
fn the_subjects_of_money_are_found_by_their_words() {
    for (lang, words) in [
        ("en", [("batch", "number, card or part"), ("exchange", "Transfers"), ("cash counts", "Cash counts")]),
        ("fr", [("lot", "numéro, carte ou partie"), ("change", "Virements"), ("comptages", "Comptages")]),
    ] {
        let book = Book::empty();
        let mut d = Driver::open(&book, lang);
        for (word, there) in words {
            d.press(&format!("ctrl-p \"{word}\" enter")).sees(there).press("alt-1");
        }
    }
}
