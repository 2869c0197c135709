//! A treasurer's month with sixty members, by keys only: opening, dues, a batch of payments, a book of receipts written by
//! hand, shares, payment slips, a count with a shortage, the close, the poster.

use crate::common::{
    Book,
    driver::{Driver, count},
    snap,
};
use chrono::NaiveDate;
use ushirika::{
    command::{self, user},
    domain::{
        account::Account,
        member::{Member, Sex, Status},
        user::Role,
    },
};

/// What the story types and reads that is of a language.
struct Words {
    lang: &'static str,
    opening: &'static str,
    schedules: &'static str,
    pads: &'static str,
    shares: &'static str,
    slips: &'static str,
    powers: &'static str,
    counts: &'static str,
    closes: &'static str,
    control: &'static str,
    papers: &'static str,
    /// The months that are closed.
    months: [&'static str; 2],
    /// What is said of the box when it is counted and when it hangs on the wall.
    short: &'static str,
    poster: [&'static str; 3],
    /// A category that a slip is paid against.
    category: &'static str,
    /// What is said to whoever would approve what they get.
    gets: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        lang: "en",
        opening: "Opening",
        schedules: "Dues and fees",
        pads: "Receipt books",
        shares: "Shares",
        slips: "Payment slips",
        powers: "Signing powers",
        counts: "Cash counts",
        closes: "Months and years",
        control: "Control",
        papers: "Papers",
        months: ["November 2026", "December 2026"],
        short: "500.00 CDF missing",
        poster: ["poster", "= 646,500.00", "counted on 31/12/2026: right"],
        category: "small equipment",
        gets: "gets this money and cannot sign",
    },
    Words {
        lang: "fr",
        opening: "Ouverture",
        schedules: "Cotisations et droits",
        pads: "Carnets de reçus",
        shares: "Parts sociales",
        slips: "Bons de sortie",
        powers: "Pouvoirs de signature",
        counts: "Comptages de caisse",
        closes: "Mois et exercices",
        control: "Contrôle",
        papers: "Imprimés",
        months: ["Novembre 2026", "Décembre 2026"],
        short: "il manque 500,00 CDF",
        poster: ["affiche", "= 646 500,00", "compté le 31/12/2026 : juste"],
        category: "petit matériel",
        gets: "reçoit cet argent et ne peut",
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

/// The box.
fn cash_box(book: &Book) -> Account {
    book.reader().accounts().unwrap().into_iter().find(|account| account.name.contains("Luamuela")).unwrap()
}

/// What is in the box by the book.
fn cash(book: &Book) -> i64 {
    book.reader().balance(cash_box(book).id, "CDF").unwrap() / 100
}

/// What stands there with blanks that may break.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// What all members owe.
fn owed(book: &Book) -> i64 {
    book.reader().open_totals(&[]).unwrap().iter().map(|total| total.minor).sum::<i64>() / 100
}

/// What there was before: the box, and what one member has of shares and owes of old.
fn opened(book: &Book, words: &Words) {
    let mut d = Driver::open(book, words.lang);
    d.press("5 n \"Caisse Luamuela\" tab \"cash\" tab \"cdf\" f2").to(words.opening).press("enter");
    d.press("f7 \"31/10/2026\" enter n \"60\" enter \"4\" enter \"5000\" enter enter");
    d.press("\"15000\" enter \"1/9/2026\" enter \"luamuela\" enter \"84500\" enter");
    snap(&format!("treasurer-opening-{}", words.lang), &d.screen());
    d.press("f2 enter");
    assert_eq!((cash(book), owed(book)), (84_500, 15_000), "{}", d.screen());
}

/// Who signs for the box, and 5 000 francs a month of everybody, raised once.
fn prepared(book: &Book, words: &Words) {
    let mut d = Driver::open(book, words.lang);
    d.press("5").to(words.powers).press("enter");
    for signer in 1..=3 {
        d.press(&format!("n \"{signer}\" tab \"AG 2026\" tab tab \"15/11/26\" f2"));
    }
    d.press("esc")
        .to(words.schedules)
        .press("enter n \"Cotisation\" tab tab \"5000\" tab tab \"5\" tab \"1/11/26\" f2");
    d.press("enter enter");
    assert_eq!(owed(book), 15_000 + 60 * 5_000);
    // raised again, nothing comes twice
    d.press("enter enter");
    assert_eq!(owed(book), 15_000 + 60 * 5_000);
}

/// December is raised too; then forty-five pay at once: counted first, then number and Enter.
fn assembly(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, day(12, 5));
    d.press("5").to(words.schedules).press("enter enter enter");
    assert_eq!(owed(book), 15_000 + 60 * 10_000);
    d.press("f4 alt-b \"450000\" tab \"45\" f2");
    for member in 1..=45 {
        pay(&mut d, &format!("\"{member:03}\" enter"), 4);
    }
    d.sees("✓");
    snap(&format!("treasurer-batch-{}", words.lang), &d.screen());
    d.press("alt-b");
    let reader = book.reader();
    assert!(reader.open_batches().unwrap().is_empty());
    assert_eq!((reader.count_receipts().unwrap(), owed(book)), (45, 15_000 + 15 * 10_000));
    // one comes in the evening, and one who has less
    pay(d.press("esc esc"), "f4 \"046\" enter enter", 6);
    pay(d.press("esc"), "f4 \"047\" enter \"07500\" enter", 11);
    assert_eq!(owed(book), 15_000 + 13 * 10_000 + 2_500);
}

/// November is closed; then twelve leaves that were written at the mine in November are entered, one is missing.
fn leaves(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, day(12, 9));
    close(&mut d, words, words.months[0]);
    assert_eq!(book.reader().closed_until().unwrap(), Some(day(11, 30)), "{}", d.screen());
    d.press("5").to(words.pads).press("enter n \"P7\" tab \"1\" tab \"50\" f2");
    d.press("f4 f5 ctrl-u \"P7 1\" enter f7 ctrl-u \"28/11/2026\" enter");
    for (member, leaf) in (48..=59).zip((1..=13).filter(|leaf| *leaf != 7)) {
        if leaf == 8 {
            d.press("f5 ctrl-u \"P7 8\" enter");
        }
        pay(&mut d, &format!("\"{member}\" enter enter"), 6);
        d.sees(&format!("P7-{leaf:04}"));
    }
    assert_eq!(owed(book), 15_000 + 10_000 + 2_500);
    d.press("esc 5").to(words.pads).press("enter").to("P7").press("enter");
    snap(&format!("treasurer-pad-{}", words.lang), &d.screen());
    let reader = book.reader();
    let pads = reader.pad_ids().unwrap().into_iter().map(|id| reader.pad(id).unwrap());
    let gaps: Vec<_> = pads.filter(|pad| pad.entry.get("name") == "P7").flat_map(|pad| pad.leaves.gaps()).collect();
    assert_eq!(gaps, [7..=7]);
}

/// Four shares are subscribed and paid, and one goes to another member.
fn shares(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, day(12, 15));
    d.press("5").to(words.shares).press("enter n \"1\" tab \"4\" tab \"5000\" f2");
    pay(&mut d, "f4 \"1\" enter enter", 6);
    d.press("esc home e \"2\" tab \"1\" tab tab tab \"acte 7\" f2");
    let held = |member| book.reader().holdings(member).unwrap()[0].count;
    assert_eq!((held(1), held(2)), (3, 1), "{}", d.screen());
}

/// A slip that two approve and that is paid, and one that its payee would approve.
fn slips(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, day(12, 18));
    d.press("5")
        .to(words.slips)
        .press("enter n \"Quincaillerie Mwana\" tab \"pelles et cordes\" tab tab \"45000\" tab");
    d.press(&format!("\"{}\" f2 enter", words.category));
    d.press("a \"1\" tab \"4321\" f2 a \"3\" tab tab \"Kalala\" f2").sees("Kalala");
    let before = cash(book);
    d.press("o f2");
    assert_eq!(cash(book), before - 45_000, "{}", d.screen());
    d.press(&format!("esc n \"2\" tab \"voyage\" tab tab \"60000\" tab \"{}\" f2 enter", words.category));
    d.press("a \"2\" tab tab \"Kalala\" f2").sees(words.gets).press("esc enter");
    d.press("r \"3\" tab tab \"Kalala\" tab \"pas au budget\" f2").sees("pas au budget");
    let said = book.reader().voucher(2).unwrap().approvals;
    assert!(said.iter().all(|said| said.answer == ushirika::domain::voucher::Answer::Refuse), "{said:?}");
    assert_eq!(cash(book), before - 45_000);
}

/// A month is closed by two.
fn close(d: &mut Driver, words: &Words, month: &str) {
    d.press("5").to(words.closes).press("enter").to(month).press("enter");
    snap(&format!("treasurer-close-{}", month.to_lowercase().replace(' ', "-").replace('é', "e")), &d.screen());
    d.press("f2 tab \"23\" f2");
}

/// The box is counted: a note of 500 is missing, and who keeps it owes it until it is cleared up. The control report names
/// that and the late leaves.
fn counted(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, day(12, 31));
    assert_eq!(cash(book), 647_000);
    d.press("5").to(words.counts).press("enter n \"32\" enter enter \"1\" enter \"1\" enter \"1\"");
    assert!(plain(&d.screen()).contains(words.short), "{}", d.screen());
    d.press("tab*4 \"rendu de trop\" tab \"2\" tab*3 \"23\" f2 enter");
    assert_eq!(cash(book), 646_500, "{}", d.screen());
    assert_eq!(book.reader().shortages(day(12, 31)).unwrap(), [("CDF".to_owned(), 50_000)]);
    d.press("5").to(words.control).press("enter");
    snap(&format!("treasurer-control-{}", words.lang), &d.screen());
}

/// December is closed, and its poster hangs on the wall: what stands on it is what was counted.
fn hung(book: &Book, words: &Words) {
    let mut d = Driver::on(book, words.lang, NaiveDate::from_ymd_opt(2027, 1, 2).expect("a day"));
    close(&mut d, words, words.months[1]);
    assert_eq!(book.reader().closed_until().unwrap(), Some(day(12, 31)), "{}", d.screen());
    let [poster, there, counted] = words.poster;
    d.press("5").to(words.papers).press("enter").press(&format!("\"{poster}\" enter \"12/2026\" f2"));
    let [pdf, text] = ["poster.pdf", "poster.txt"].map(|name| book.folder().join(name));
    for file in [&pdf, &text] {
        d.press("f2 ctrl-u").paste(&file.display().to_string()).press("f2");
    }
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let text = plain(&std::fs::read_to_string(&text).unwrap());
    assert!(text.contains(there) && text.contains(counted), "{text}");
    assert_eq!(book.reader().counted(cash_box(book).id, day(12, 31)).unwrap(), Some((day(12, 31), 64_650_000)));
    snap(&format!("treasurer-poster-{}", words.lang), &text);
}

/// The book holds, and the account of every member is the sum of what was posted to it.
fn sound(book: &Book) {
    const POSTED: &str = "SELECT ifnull(sum(minor), 0) FROM posting WHERE member_id = ?1
        AND account_id IN (SELECT id FROM account WHERE kind = 'member')";
    let reader = book.reader();
    let report = reader.check().unwrap();
    assert!(report.ok, "{report:?}");
    let raw = rusqlite::Connection::open(&book.path).unwrap();
    let mut all = 0;
    for member in 1..=60 {
        let posted: i64 = raw.query_row(POSTED, [member], |row| row.get(0)).unwrap();
        let stated: i64 = reader.member_moves(member).unwrap().iter().map(|line| line.minor).sum();
        let owed: i64 = reader.open_dues(member).unwrap().iter().map(|due| due.open).sum();
        assert_eq!((stated, owed - reader.credit(member, "CDF").unwrap()), (posted, posted), "member {member}");
        all += posted;
    }
    assert_eq!(all, 2_750_000);
}

#[test]
fn a_month_of_a_treasurer_with_sixty_members() {
    for words in WORDS {
        let book = book();
        opened(&book, &words);
        prepared(&book, &words);
        assembly(&book, &words);
        leaves(&book, &words);
        shares(&book, &words);
        slips(&book, &words);
        counted(&book, &words);
        hung(&book, &words);
        sound(&book);
    }
}
