//! A treasurer's month with sixty members, by keys only: dues, payments, a batch, a book of receipts written by hand, shares,
//! payment slips.

use crate::common::{
    Book,
    driver::{Driver, count},
    snap,
};
use chrono::NaiveDate;
use ushirika::{
    command::{self, user},
    domain::{
        member::{Member, Sex, Status},
        user::Role,
    },
};

/// What the story types and reads that is of a language.
struct Words {
    lang: &'static str,
    schedules: &'static str,
    pads: &'static str,
    shares: &'static str,
    slips: &'static str,
    powers: &'static str,
    /// A category that a slip is paid against.
    category: &'static str,
    /// What is said to whoever would approve what they get.
    gets: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        lang: "en",
        schedules: "Schedules",
        pads: "Receipt books",
        shares: "Shares",
        slips: "Payment slips",
        powers: "Signing powers",
        category: "small equipment",
        gets: "gets this money and cannot sign for it",
    },
    Words {
        lang: "fr",
        schedules: "Échéanciers",
        pads: "Carnets de reçus",
        shares: "Parts sociales",
        slips: "Bons de sortie",
        powers: "Pouvoirs de signature",
        category: "petit matériel",
        gets: "reçoit cet argent et ne peut pas signer",
    },
];

fn day(m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, m, d).expect("a day")
}

/// Sixty members; the first has a PIN. All that follows is done by keys.
fn book() -> Book {
    let book = Book::empty();
    let mut store = book.store();
    for n in 0..60_usize {
        let member = Member {
            surname: ["Kabeya", "Tshimanga", "Mwamba", "Ilunga", "Bukasa"][n % 5].into(),
            post_name: ["Ngoyi", "Mutombo", "Kalonji", "Bope"][n / 5 % 4].into(),
            given_name: ["Éléonore", "Jean", "Bénédicte"][n / 20].into(),
            sex: Some(if n % 3 == 0 { Sex::F } else { Sex::M }),
            status: Status::Active,
            joined_on: NaiveDate::from_ymd_opt(2024, 1, 15),
            ..Member::default()
        };
        command::member::save(&mut store, &book.session, None, &member).expect("a member");
    }
    let jean = user::add(&mut store, &book.session, "jean", &[Role::Auditor], "", Some("4321")).expect("a user");
    let jean = store.user(jean).expect("a user");
    user::bind(&mut store, &book.session, &jean, Some(1)).expect("it is the first member");
    book
}

/// Presses the keys of one payment and fails when they are more than was promised.
#[track_caller]
fn pay(d: &mut Driver, keys: &str, most: usize) {
    assert!(count(keys) <= most, "{} keys: {keys}", count(keys));
    d.press(keys);
}

/// What is in the box.
fn cash(book: &Book) -> i64 {
    let reader = book.reader();
    let account = reader.accounts().unwrap().into_iter().find(|account| account.name.contains("Luamuela")).unwrap();
    reader.balance(account.id, "CDF").unwrap() / 100
}

/// What all members owe.
fn owed(book: &Book) -> i64 {
    book.reader().open_totals(&[]).unwrap().iter().map(|total| total.minor).sum::<i64>() / 100
}

/// The box, who signs for it, and 5 000 francs a month of everybody, raised once.
fn prepared(book: &Book, words: &Words) {
    let mut d = Driver::open(book, words.lang);
    d.press("5 n \"Caisse Luamuela\" tab \"cash\" tab \"cdf\" f2");
    d.to(words.powers).press("enter");
    for signer in 1..=3 {
        d.press(&format!("n \"{signer}\" tab \"AG 2026\" tab tab \"15/11/26\" f2"));
    }
    d.press("esc").to(words.schedules).press("enter n \"Cotisation\" tab tab \"5000\" tab tab \"5\" tab \"1/11/26\" f2");
    d.press("enter enter");
    assert_eq!(owed(book), 60 * 5_000);
    // raised again, nothing comes twice
    d.press("enter enter");
    assert_eq!(owed(book), 60 * 5_000);
}

/// December is raised too; then forty-five pay at once: counted first, then number and Enter.
fn assembly(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, day(12, 5));
    d.press("5").to(words.schedules).press("enter enter enter");
    assert_eq!(owed(book), 60 * 10_000);
    d.press("f4 alt-b \"450000\" tab \"45\" f2");
    for member in 1..=45 {
        pay(&mut d, &format!("\"{member:03}\" enter"), 4);
    }
    d.sees("✓");
    snap(&format!("treasurer-batch-{}", words.lang), &d.screen());
    d.press("alt-b");
    let reader = book.reader();
    assert!(reader.open_batches().unwrap().is_empty());
    assert_eq!((reader.count_receipts().unwrap(), owed(book)), (45, 15 * 10_000));
    // one comes in the evening, and one who has less
    pay(d.press("esc esc"), "f4 \"046\" enter enter", 6);
    pay(d.press("esc"), "f4 \"047\" enter \"07500\" enter", 11);
    assert_eq!(owed(book), 13 * 10_000 + 2_500);
}

/// Twelve leaves that were written at the mine in November are entered in December; one leaf is missing.
fn leaves(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, day(12, 9));
    d.press("5").to(words.pads).press("enter n \"P7\" tab \"1\" tab \"50\" f2");
    d.press("f4 f5 ctrl-u \"P7 1\" enter f7 ctrl-u \"28/11/2026\" enter");
    for (member, leaf) in (48..=59).zip((1..=13).filter(|leaf| *leaf != 7)) {
        if leaf == 8 {
            d.press("f5 ctrl-u \"P7 8\" enter");
        }
        pay(&mut d, &format!("\"{member}\" enter enter"), 6);
        d.sees(&format!("P7-{leaf:04}"));
    }
    assert_eq!(owed(book), 10_000 + 2_500);
    d.press("esc 5").to(words.pads).press("enter").to("P7").press("enter");
    snap(&format!("treasurer-pad-{}", words.lang), &d.screen());
    assert_eq!(book.reader().pad(1).unwrap().leaves.gaps(), [7..=7]);
}

/// Four shares are subscribed and paid, and one goes to another member.
fn shares(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, day(12, 15));
    d.press("5").to(words.shares).press("enter n \"1\" tab \"4\" tab \"5000\" f2");
    pay(&mut d, "f4 \"1\" enter enter", 6);
    d.press("esc e \"2\" tab \"1\" tab tab tab \"acte 7\" f2");
    let held = |member| book.reader().holdings(member).unwrap()[0].count;
    assert_eq!((held(1), held(2)), (3, 1), "{}", d.screen());
}

/// A slip that two approve and that is paid, and one that its payee would approve.
fn slips(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, day(12, 18));
    d.press("5").to(words.slips).press("enter n \"Quincaillerie Mwana\" tab \"pelles et cordes\" tab tab \"45000\" tab");
    d.press(&format!("\"{}\" f2 enter", words.category));
    d.press("a \"1\" tab \"4321\" f2 a \"3\" tab tab \"Kalala\" f2").sees("Kalala");
    let before = cash(book);
    d.press("o f2");
    assert_eq!(cash(book), before - 45_000, "{}", d.screen());
    d.press(&format!("esc n \"2\" tab \"voyage\" tab tab \"60000\" tab \"{}\" f2 enter", words.category));
    d.press("a \"2\" tab tab \"Kalala\" f2").sees(words.gets).press("esc enter");
    d.press("r \"3\" tab tab \"Kalala\" tab \"pas au budget\" f2").sees("pas au budget");
    assert!(book.reader().voucher(2).unwrap().approvals.is_empty());
    assert_eq!(cash(book), before - 45_000);
}

#[test]
fn a_month_of_a_treasurer_with_sixty_members() {
    for words in WORDS {
        let book = book();
        prepared(&book, &words);
        assembly(&book, &words);
        leaves(&book, &words);
        shares(&book, &words);
        slips(&book, &words);
        assert_eq!(cash(&book), 450_000 + 10_000 + 7_500 + 120_000 + 20_000 - 45_000);
        let report = book.reader().check().unwrap();
        assert!(report.ok, "{report:?}");
    }
}
