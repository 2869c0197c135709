//! Stories of money that goes out or moves, told through keys, in both languages.

use crate::common::{Book, clock, driver::Driver, place::Place, snap};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use ushirika::{
    command::{self, paper, paper::Asked, user},
    domain::{
        account::{ACCOUNT, FUND},
        meeting::{MANDATE, ORGAN},
        noun::Entry,
        signing::SIGNING_POWER,
        user::Role,
    },
    report::{Report, pdf, plain},
    text::Lang,
};

fn put(book: &Book, mut entry: Entry, values: &[(&str, &str)]) -> i64 {
    for (code, value) in values {
        entry.put(code, *value);
    }
    command::entry::save(&mut book.store(), &book.session, None, &entry).expect("a record")
}

fn account(book: &Book, name: &str, kind: &str, currency: &str) -> i64 {
    put(book, Entry::new(&ACCOUNT, ("", 0)), &[("name", name), ("kind", kind), ("currency", currency)])
}

/// Five members; a bank account for which the first three sign, two together; the first has a PIN; the fifth controls.
fn book() -> Book {
    let names = ["Kabeya", "Ilunga", "Mwamba", "Zola", "Bukasa"];
    let people: Vec<_> = names.iter().map(|name| (*name, "Ngoyi", "")).collect();
    let book = Book::with(&people);
    let bank = [
        ("name", "Rawbank USD"),
        ("kind", "bank"),
        ("currency", "USD"),
        ("institution", "Rawbank"),
        ("branch", "Mbuji-Mayi"),
        ("number", "…4417"),
    ];
    let bank = put(&book, Entry::new(&ACCOUNT, ("", 0)), &bank);
    for signatory in ["1", "2", "3"] {
        let power = Entry::new(&SIGNING_POWER, ("account", bank));
        put(&book, power, &[("member_id", signatory), ("from_on", "2026-01-15"), ("decision", "AG 2025")]);
    }
    put(&book, Entry::new(&ORGAN, ("", 0)), &[("name", "Commission de surveillance"), ("kind", "control")]);
    let seat = [("organ", "Commission de surveillance"), ("office", "seat"), ("from_on", "2026-01-01")];
    put(&book, Entry::new(&MANDATE, ("member", 5)), &seat);
    let mut store = book.store();
    let jean = user::add(&mut store, &book.session, "jean", &[Role::Auditor], "", Some("4321")).expect("a user");
    let jean = store.user(jean).expect("a user");
    user::bind(&mut store, &book.session, &jean, Some(1)).expect("it is Kabeya");
    book
}

fn report(book: &Book, lang: &str, name: &str, option: (&str, &str)) -> Report {
    let mut asked = Asked::new(paper::find(name).expect("a paper"), None);
    asked.options.put(option.0, option.1);
    asked.make(&book.reader(), &Lang::new(lang), clock().today(), &mut |_, _| Ok(())).expect("it is made").report
}

fn words(book: &Book, lang: &str, name: &str, option: (&str, &str)) -> String {
    plain::render(&report(book, lang, name, option), plain::PAPER)
}

#[test]
fn a_slip_with_two_approvals_and_one_that_its_payee_would_approve() {
    for (lang, slips, category, gets, there) in [
        ("en", "Payment slips", "small equipment", "gets this money and cannot sign for it", "is on Rawbank USD."),
        ("fr", "Bons de sortie", "petit matériel", "reçoit cet argent et ne peut pas signer", "sur Rawbank USD."),
    ] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press("5").to(slips).press("enter n");
        d.press("\"Quincaillerie Mwana\" tab \"pelles et cordes\" tab tab \"450\" tab")
            .press(&format!("\"{category}\" tab"));
        snap(&format!("slip-form-{lang}"), &d.screen());
        d.press("f2").sees("2026-001").sees("0/2").press("enter");
        snap(&format!("slip-page-{lang}"), &d.screen());
        // the account does not hold as much: that is said, and may be; one with the PIN of her user, one in ink that somebody has seen
        d.press("a \"1\" tab \"9999\" f2 enter");
        assert_eq!(book.reader().voucher(1).unwrap().approvals.len(), 0, "a wrong PIN is no signature");
        d.press("shift-tab tab ctrl-u \"4321\" f2").sees(there).press("enter").sees("KABEYA Ngoyi");
        d.press("a \"3\" tab tab \"Kalala\"");
        snap(&format!("slip-approve-{lang}"), &d.screen());
        d.press("f2 enter").sees("MWAMBA Ngoyi").sees("Kalala");
        d.press("o f2").sees(if lang == "en" { "number of the cheque" } else { "numéro du chèque" });
        d.press("\"0041\" f2").sees("Rawbank USD").press("enter");
        snap(&format!("slip-paid-{lang}"), &d.screen());
        assert_eq!(book.reader().balance(1, "USD").unwrap(), -45_000);
        // the second is for somebody who signs for the account
        d.press("esc n \"2\" tab \"voyage à Mbuji-Mayi\" tab tab \"60\" tab");
        d.press(if lang == "en" { "\"travel\" f2 enter" } else { "\"déplacements\" f2 enter" }).sees("ILUNGA Ngoyi");
        d.press("a \"2\" tab tab \"Kalala\" f2").sees(gets);
        snap(&format!("slip-payee-{lang}"), &d.screen());
        d.press("esc enter");
        assert_eq!(book.reader().voucher(2).unwrap().approvals.len(), 0);
        d.press("r \"3\" tab tab \"Kalala\" tab \"pas au budget\" f2").sees("pas au budget").press("esc");
        snap(&format!("slips-{lang}"), &d.screen());
        // the number of the refused one stays, the payment is reversed and not erased
        d.press("end").to("2026-001").press("enter d \"payé deux fois\" f2");
        assert_eq!(book.reader().balance(1, "USD").unwrap(), 0);
        snap(&format!("slip-paper-{lang}"), &words(&book, lang, "slip", ("number", "2026-001")));
        assert!(book.reader().check().unwrap().ok);
    }
}

#[test]
fn a_slip_that_nobody_may_sign_leads_to_the_signing_power() {
    for (lang, slips, category, no_bank, needed) in [
        ("en", "Payment slips", "small equipment", "banks only", "60.00\u{a0}USD is needed"),
        ("fr", "Bons de sortie", "petit matériel", "banques seulement", "Il faut 60,00\u{a0}USD"),
    ] {
        let book = book();
        let cash = [("name", "Caisse USD"), ("kind", "cash"), ("currency", "USD"), ("signatures", "1")];
        put(&book, Entry::new(&ACCOUNT, ("", 0)), &cash);
        let mut d = Driver::open(&book, lang);
        d.press("5")
            .to(slips)
            .press("enter n \"Quincaillerie\" tab \"pelles\" tab \"Caisse USD\" tab \"60\" tab")
            .press(&format!("\"{category}\" f2 enter"));
        assert_eq!(book.reader().voucher(1).unwrap().needed, 1);
        // of a box that the cooperative keeps itself no bank is asked
        d.press("enter")
            .sees("Caisse USD")
            .sees(no_bank)
            .press("\"2\" tab tab tab \"1/11/2026\" f2")
            .sees("ILUNGA Ngoyi");
        d.press("enter \"2\" tab tab \"Kalala\" f2");
        // the question says how much there should be, at the approval and when it is paid
        d.sees(needed).press("enter").sees_no(needed).press("o f2").sees(needed);
    }
}

#[test]
fn a_proposal_is_taken_back_by_undo_and_its_number_stays() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Payment slips").press("enter n");
    d.press("\"Zola\" tab \"loyer\" tab tab \"80\" tab \"rent\" f2")
        .sees("2026-001")
        .press("u")
        .sees("its number stays");
    d.press("enter").sees("void").press("n \"0004\" tab \"loyer\" tab tab \"80\" tab \"rent\" f2").sees("2026-002");
    d.press("enter").sees("ZOLA Ngoyi").press("d \"encore faux\" f2").sees("Void: encore faux");
    // what was typed wrong is said beside the field, and stays
    d.press("esc n \"x\" tab tab tab \"80 CDF\" tab").sees("The amount must be in USD");
    d.press("shift-tab ctrl-u \"-5\" tab")
        .sees("must be more than nothing")
        .press("\"voiture\" tab")
        .sees("no category");
}

#[test]
fn signing_powers_are_entered_ended_and_told_to_the_bank() {
    for (lang, powers) in [("en", "Signing powers"), ("fr", "Pouvoirs de signature")] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press("5").to(powers).press("enter").sees("KABEYA Ngoyi");
        d.press("n \"zola\" tab \"AG 2026\" f2").sees("ZOLA Ngoyi");
        // the cooperative ends one, and the bank does not know of it
        d.to("ILUNGA").press("d f2");
        snap(&format!("powers-{lang}"), &d.screen());
        assert_eq!(book.reader().signers(1, clock().today()).unwrap().signatories.len(), 3);
        snap(&format!("power-letter-{lang}"), &words(&book, lang, "bank-letter", ("account", "Rawbank USD")));
        d.press("p").sees("Rawbank, Mbuji-Mayi").press("esc");
        d.to("ILUNGA").press("enter tab tab tab t f2");
        assert_eq!(book.reader().signers(1, clock().today()).unwrap().signatories.len(), 2);
        d.to("ZOLA").press("e");
        snap(&format!("power-form-{lang}"), &d.screen());
    }
}

#[test]
fn money_under_way_arrives_and_an_exchange_says_its_difference() {
    for (lang, transfers) in [("en", "Transfers"), ("fr", "Virements")] {
        let book = book();
        account(&book, "Caisse USD", "cash", "USD");
        account(&book, "Caisse CDF", "cash", "CDF");
        let fund = put(&book, Entry::new(&FUND, ("", 0)), &[("name", "Fonds social"), ("kind", "social")]);
        let mut d = Driver::open(&book, lang);
        d.press("5").to(transfers).press("enter n");
        // cash of a fund that somebody carries to the bank
        d.press("\"caisse usd\" tab \"rawbank\" tab \"200\" tab tab tab tab \"fonds social\"");
        d.press("tab ctrl-u \"10/11/2026\" tab ctrl-u delete tab");
        d.press("tab \"Zola\"");
        snap(&format!("transfer-form-{lang}"), &d.screen());
        d.press("f2 enter");
        let transit = book.reader().chart_account("transit").unwrap().unwrap();
        assert_eq!(book.reader().balance(transit, "USD").unwrap(), 20_000);
        // dollars into francs, and some are missing
        let loss = if lang == "en" { "less than the rate: loss" } else { "de moins que le taux : perte" };
        // said as it is typed, and behind it
        d.press("n \"rawbank\" tab \"caisse cdf\" tab \"100\" tab \"2850\" tab \"280000\"");
        d.sees(loss).press("tab");
        snap(&format!("transfer-exchange-{lang}"), &d.screen());
        d.press("f2 enter").sees(loss);
        snap(&format!("transfers-{lang}"), &d.screen());
        d.press("end enter").sees(loss).press("esc");
        assert_eq!(book.reader().balance(3, "CDF").unwrap(), 28_000_000);
        d.press("1");
        snap(&format!("home-slips-{lang}"), &d.screen());
        d.press("enter").sees("Rawbank USD").press("enter tab \"BV 0012\" f2");
        assert_eq!(book.reader().balance(transit, "USD").unwrap(), 0);
        assert_eq!(book.reader().transfers_under_way().unwrap(), 0);
        // the book of each account says where the money came from, and where it went
        let [to, from] =
            if lang == "en" { ["To Caisse CDF", "From Caisse USD"] } else { ["Vers Caisse CDF", "De Caisse USD"] };
        d.press("5").to("Rawbank").press("enter").sees(to).sees(from);
        let usd = |account, minor| (account, "USD".to_owned(), minor);
        assert_eq!(book.reader().fund_balances(fund).unwrap(), [usd(1, 20_000), usd(2, -20_000)]);
        let note = words(&book, lang, "deposit-note", ("transfer", "1"));
        assert!(note.contains("BV 0012") && note.contains("Zola"), "{note}");
    }
}

#[test]
fn what_was_typed_of_a_slip_a_transfer_and_a_power_is_offered_again() {
    let book = book();
    for (section, keys, draft, sees) in [
        ("Payment slips", "n \"Zola\" tab \"loyer de mai\"", "Draft, payment slip: loyer de mai", "loyer de mai"),
        ("Transfers", "n tab tab \"75\"", "Draft, transfer: 75", "75"),
        ("Signing powers", "n \"zola\" tab \"AG 2027\"", "Draft: signing power", "AG 2027"),
    ] {
        let mut d = Driver::open(&book, "en");
        d.press("5").to(section).press("enter").press(keys);
        d.app.tick(true);
        d.settle();
        drop(d);
        let mut d = Driver::open(&book, "en");
        d.to(draft).press("enter").sees(sees).press("esc enter");
    }
}

#[test]
fn a_user_is_a_member() {
    let book = book();
    let mut d = Driver::open(&book, "en");
    d.press(",").to("Users").press("enter").to("amina").press("e tab tab \"zola\" f2").sees("Saved: amina");
    assert_eq!(book.reader().user_by_name("amina").unwrap().unwrap().member, Some(4));
    d.press("u").sees("member of a user").press("enter");
    assert_eq!(book.reader().user_by_name("amina").unwrap().unwrap().member, None);
}

#[test]
fn papers_keep_the_standards_and_the_command_line_writes_them() {
    let book = book();
    account(&book, "Caisse USD", "cash", "USD");
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Payment slips").press("enter n");
    d.press("\"Ŋɔma Ɓɔ\" tab \"pelles\" tab \"rawbank\" tab \"450\" tab \"small equipment\" f2");
    d.press("esc").to("Transfers").press("enter n \"rawbank\" tab \"caisse\" tab \"20\" f2 enter");
    for (name, option) in
        [("slip", ("number", "1")), ("bank-letter", ("account", "")), ("deposit-note", ("transfer", "1"))]
    {
        for lang in ["en", "fr"] {
            let made = pdf::render(&report(&book, lang, name, option));
            for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
                let said = validate_pdf_bytes(&made.bytes, &ValidationOptions::default().profile(profile));
                let said = said.expect("a PDF");
                assert!(said.is_compliant, "{name}: {said}");
            }
        }
    }
    user::add(&mut book.store(), &book.session, "paul", &[Role::Auditor], "", None).expect("a user");
    let (place, path) = (Place::new(), book.path.display().to_string());
    let of =
        |args: &[&str]| place.run(&[&["--file", &path, "--user", "paul", "--lang", "en", "report"], args].concat());
    let slip = String::from_utf8(of(&["slip", "--number", "2026-001"]).stdout).expect("text");
    assert!(slip.contains("PAYMENT SLIP NO. 2026-001") && slip.contains("Ŋɔma Ɓɔ"), "{slip}");
    let letter = String::from_utf8(of(&["bank-letter", "--account", "rawbank usd"]).stdout).expect("text");
    assert!(letter.contains("KABEYA Ngoyi"), "{letter}");
    let missing = of(&["slip", "--number", "2026-009"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("There is no slip 2026-009"));
}

#[test]
fn what_a_form_proposed_comes_back_with_what_was_typed() {
    let book = book();
    account(&book, "Equity USD", "bank", "USD");
    let mut d = Driver::open(&book, "en");
    // a power of the account under the cursor, and one that was to end today
    d.press("5").to("Signing powers").press("enter").to("ILUNGA").press("n \"zola\" alt-1");
    d.to("signing power").press("enter").sees("Rawbank USD").press("f2").sees("ZOLA");
    d.press("5").to("Signing powers").press("enter").to("ILUNGA").press("d tab tab \"lettre\" alt-1");
    d.to("signing power").press("enter f2");
    let power = book.reader().entry(&SIGNING_POWER, 2).unwrap();
    assert_eq!((power.get("ended_on"), power.get("note")), ("2026-11-23", "lettre"));
}

#[test]
fn a_draft_of_what_is_gone_is_named_and_thrown_away() {
    for (lang, powers, gone) in [
        ("en", "Signing powers", "not in the book any more"),
        ("fr", "Pouvoirs de signature", "n’est plus dans le fichier"),
    ] {
        let book = book();
        put(&book, Entry::new(&SIGNING_POWER, ("account", 1)), &[("member_id", "4"), ("from_on", "2026-01-15")]);
        let mut d = Driver::open(&book, lang);
        d.press("5").to(powers).press("enter").to("ZOLA").press("e \"10/10/2026\" alt-1").press("u enter");
        // it does not open, and says why
        d.press("home enter").sees(gone).press("d enter");
        // the cash count of an account that nobody knows
        book.store().put_draft(&book.session, "count:99/nowhere/1", 0, 0, "{}").unwrap();
        d.press("2 1");
        snap(&format!("home-draft-gone-{lang}"), &d.screen());
        d.press("d enter").sees_no("99");
        assert!(book.reader().drafts("nobody").unwrap().is_empty());
    }
}

#[test]
fn the_rate_of_a_transfer_and_amounts_follow_the_accounts() {
    let book = book();
    account(&book, "Caisse CDF", "cash", "CDF");
    let mut d = Driver::open(&book, "en");
    d.press("5").to("Transfers").press("enter n tab tab \"100\" tab \"2850\" shift-tab*3");
    d.press("\"rawbank\" tab \"caisse cdf\" f2").sees("must be in USD").press("ctrl-u \"100\" f2 enter");
    assert_eq!(book.reader().balance(2, "CDF").unwrap(), 28_500_000);
    // void is void: no form asks why again
    d.press("d \"essai\" f2").sees("Taken back").sees("Rawbank").press("d").sees("void already");
}

#[test]
fn a_slip_is_corrected_until_somebody_has_answered_it() {
    for (lang, slips, rent) in [("en", "Payment slips", "rent"), ("fr", "Bons de sortie", "loyer")] {
        let book = book();
        let mut d = Driver::open(&book, lang);
        d.press("5").to(slips).press("enter n \"Zola\" tab \"dépôt\" tab tab \"80\" tab");
        d.press(&format!("\"{rent}\" f2 enter e tab tab tab ctrl-u \"90\""));
        snap(&format!("slip-edit-{lang}"), &d.screen());
        // it is a draft like any other
        d.press("alt-1").to("2026-001").press("enter f2");
        let slip = book.reader().voucher(1).unwrap();
        assert_eq!((slip.amount.minor, slip.label()), (9_000, "2026-001".into()));
        d.press("5").to(slips).press("enter enter a \"1\" tab tab \"Kalala\" f2 enter e");
        d.sees(if lang == "en" { "already answered" } else { "déjà répondu" });
        assert!(book.reader().check().unwrap().ok);
    }
}
