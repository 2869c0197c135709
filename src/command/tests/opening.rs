//! What was there when the book began, through its command: it balances, is read back as it was written, is written once,
//! and goes as one.

use crate::{
    command::{
        ledger,
        opening::{self, plan},
    },
    domain::{
        account::AccountKind,
        amount::Amount,
        due::DueKind,
        opening::{AccountOpening, Held, MemberOpening, Opening, Place},
    },
    import::opening::Row,
    store::{Error, testing::*},
};
use chrono::{Days, NaiveDate};

fn cdf(minor: i64) -> Amount {
    Amount { minor, currency: "CDF".to_owned() }
}

fn on() -> NaiveDate {
    today() - Days::new(300)
}

fn rows(member: i64) -> Vec<Opening> {
    let held = Held { count: 10, nominal: cdf(500_000), paid: 3_500_000 };
    let balance = |key, kind, minor| {
        Opening::Account(AccountOpening { on: Place::Chart(key), kind, fund: None, balance: cdf(minor) })
    };
    vec![
        Opening::Member(MemberOpening {
            member,
            shares: Some(held),
            arrears: Some(cdf(1_500_000)),
            arrears_on: Some(on() - Days::new(90)),
            credit: Some(Amount { minor: 250, currency: "USD".to_owned() }),
        }),
        balance("cash", AccountKind::Cash, 128_450_000),
        balance("general_reserve", AccountKind::Reserve, 20_000_000),
    ]
}

#[test]
fn an_opening_is_read_back_as_it_was_written_and_goes_as_one() {
    let mut b = book();
    let member = b.add(&member(1));
    let amina = b.amina.clone();
    let rows = rows(member);
    let act = opening::write(&mut b.store, &amina, None, (&rows, on()), "").unwrap();
    let placed = |opening: Opening, id: Option<i64>| match (opening, id) {
        (Opening::Account(row), Some(id)) => Opening::Account(AccountOpening { on: Place::Account(id), ..row }),
        (other, _) => other,
    };
    let chart = |key| b.store.chart_account(key).unwrap();
    let wanted =
        [rows[0].clone(), placed(rows[1].clone(), chart("cash")), placed(rows[2].clone(), chart("general_reserve"))];
    let opened = b.store.openings().unwrap();
    assert_eq!(opened.iter().map(|row| row.opening.clone()).collect::<Vec<_>>(), wanted);
    assert!(opened.iter().all(|row| row.on == on()));
    // shares and arrears are owed, each with its day
    let dues: Vec<_> = b.store.open_dues(member).unwrap().into_iter().map(|d| (d.kind, d.open, d.due_on)).collect();
    assert_eq!(dues, [(DueKind::Arrears, 1_500_000, on() - Days::new(90)), (DueKind::Share, 1_500_000, on())]);
    assert_eq!((b.store.credit(member, "USD").unwrap(), b.store.credit(member, "CDF").unwrap()), (250, 0));
    assert_eq!(b.store.last_nominal().unwrap(), Some(cdf(500_000)));
    // what is left over was brought forward
    let forward = chart("opening").unwrap();
    let sums = crate::domain::opening::sums(&rows);
    assert_eq!(b.store.balance(forward, "CDF").unwrap(), -sums["CDF"].left());
    assert_eq!(sums["CDF"].left(), 128_450_000 + 3_000_000 - 5_000_000 - 20_000_000);
    assert_sound(&b.store);
    // once only
    let again = opening::write(&mut b.store, &amina, None, (&rows[..1], today()), "").unwrap_err();
    assert!(matches!(&again, Error::Invalid(text) if text.id == "err-opening-again"), "{again:?}");
    let line = b.store.act_line(act).unwrap();
    ledger::reverse_act(&mut b.store, &amina, &line, &opening::WRITE).unwrap();
    assert_eq!((b.store.openings().unwrap(), b.store.open_dues(member).unwrap()), (vec![], vec![]));
    assert_eq!(b.store.balance(forward, "CDF").unwrap(), 0);
    opening::write(&mut b.store, &amina, None, (&rows, on()), "").unwrap();
    assert_sound(&b.store);
}

#[test]
fn a_row_means_a_member_by_number_old_number_or_name_and_says_why_it_does_not() {
    let mut b = book();
    let mut add = |n: usize, surname: &str, former: &str| {
        let member = crate::domain::member::Member {
            surname: surname.to_owned(),
            post_name: String::new(),
            given_name: String::new(),
            former_number: former.to_owned(),
            ..member(n)
        };
        b.add(&member)
    };
    let (kabeya, ilunga) = (add(1, "Kabeya", "A-12"), add(2, "Ilunga", ""));
    let _ = (add(3, "Mbuyi", ""), add(4, "Mbuyi", ""));
    let row = |number: &str, name: &str| Row {
        line: 1,
        number: number.to_owned(),
        name: name.to_owned(),
        arrears: Some(cdf(100)),
        ..Row::default()
    };
    let meant = |row: Row| {
        let planned = plan(&b.store, vec![row], on()).unwrap().rows.remove(0);
        match (planned.opening, planned.remarks.first()) {
            (Some(Opening::Member(row)), None) => Ok(row.member),
            (_, remark) => Err(remark.unwrap().text.id),
        }
    };
    assert_eq!(meant(row("A-12", "")), Ok(kabeya));
    assert_eq!(meant(row("", "ilunga")), Ok(ilunga));
    assert_eq!(meant(row("7", "Ilunga")), Ok(ilunga), "a list that counts its rows");
    // somebody else's number beside a name is worth a look
    let number = b.store.member(kabeya).unwrap().number.unwrap().to_string();
    assert_eq!(meant(row(&number, "Ilunga")), Err("warn-opening-number"));
    assert_eq!(meant(row("A-12", "Kabeya")), Ok(kabeya));
    assert_eq!(meant(row("A-12", "Tshala")), Err("err-opening-other"));
    assert_eq!(meant(row("", "Mbuyi")), Err("err-who-many"));
    assert_eq!(meant(row("99", "")), Err("err-who-none"));
    assert_eq!(meant(row("", "")), Err("err-opening-who"));
    let two = plan(&b.store, vec![row("A-12", ""), Row { line: 2, ..row("", "Kabeya") }], on()).unwrap();
    assert_eq!((two.refused(), two.rows[1].remarks[0].text.id), (1, "err-import-twice"));
}

#[test]
fn shares_need_what_one_is_worth_and_agree_with_what_is_paid() {
    let mut b = book();
    let id = b.add(&member(1));
    let number = b.store.member(id).unwrap().number.unwrap().to_string();
    let row = || Row { line: 1, number: number.clone(), shares: Some(10), ..Row::default() };
    let held = |row: Row| {
        let planned = plan(&b.store, vec![row], on()).unwrap().rows.remove(0);
        match (planned.is_refused(), planned.opening) {
            (false, Some(Opening::Member(row))) => Ok(row.shares.map(|held| (held.nominal.minor, held.paid))),
            _ => Err(planned.remarks.iter().find(|remark| remark.is_error).unwrap().text.id),
        }
    };
    let value = || Some(cdf(5_000));
    assert_eq!(held(row()), Err("err-opening-nominal"));
    assert_eq!(held(Row { share_value: value(), ..row() }), Ok(Some((5_000, 50_000))), "paid in full, with a remark");
    assert_eq!(held(Row { share_value: value(), shares_paid: Some(7), ..row() }), Ok(Some((5_000, 35_000))));
    assert_eq!(held(Row { paid: Some(cdf(35_000)), shares_paid: Some(7), ..row() }), Ok(Some((5_000, 35_000))));
    let unlike = Row { share_value: value(), paid: Some(cdf(36_000)), shares_paid: Some(7), ..row() };
    assert_eq!(held(unlike), Err("err-opening-unlike"));
    assert_eq!(held(Row { share_value: value(), paid: Some(cdf(50_001)), ..row() }), Err("err-opening-paid"));
    assert_eq!(held(Row { shares: None, paid: Some(cdf(1)), ..row() }), Err("err-opening-shares"));
}

#[test]
fn accounts_are_known_by_their_names_in_both_languages() {
    let b = book();
    let row = |account: &str, balance: &str, says_currency| Row {
        line: 1,
        account: account.to_owned(),
        balance: Amount::parse(balance, "CDF").ok(),
        says_currency,
        ..Row::default()
    };
    let meant = |row: Row| {
        let planned = plan(&b.store, vec![row], on()).unwrap().rows.remove(0);
        match (planned.is_refused(), planned.opening) {
            (false, Some(Opening::Account(row))) => Ok((row.on, row.balance)),
            _ => Err(planned.remarks[0].text.id),
        }
    };
    let reserve = Ok((Place::Chart("general_reserve"), cdf(900)));
    assert_eq!(meant(row("Réserve générale", "9.00", false)), reserve);
    assert_eq!(meant(row("general reserve", "9", false)), reserve);
    assert_eq!(meant(row("Caisse", "9 USD", true)), Err("err-account-other"));
    assert_eq!(meant(row("Banque Mars", "9", false)), Err("err-opening-account"));
    assert_eq!(meant(row("Capital social", "9", false)), Err("err-opening-account"));
    assert_eq!(meant(row("Caisse", "", false)), Err("err-opening-nothing"));
}
