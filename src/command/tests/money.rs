//! Everything that moves money, in any order: nothing is lost, nothing stands nowhere, and every statement is the sum of
//! its lines. What one subject does by itself is tested beside it.

use super::{close, due as of_dues, payment as of_payments};
use crate::{
    command::{
        act,
        cosign::Proof,
        count, due, entry, ledger, receipt, share,
        transfer::{self, Arrival},
        voucher::{self, Against, Payout, Proposal, Word},
    },
    domain::{
        account::{ACCOUNT, FUND},
        amount::Amount,
        close::PeriodKind,
        count::Count,
        day::month_end,
        due::{Due, DueKind},
        noun::{Entry, Noun},
        payment::{Income, Part, Payment, What},
        rate::Rate,
        share::MoveKind,
        signing::SIGNING_POWER,
        transfer::Transfer,
        voucher::Answer,
    },
    store::{
        Error, Result,
        count::{CountSort, CountWant},
        testing::*,
    },
};
use chrono::Days;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::cell::RefCell;

/// Members who owe and pay; two more sign.
const MEMBERS: std::ops::Range<i64> = 1..4;
const CURRENCIES: [&str; 2] = ["CDF", "USD"];
const FUND_NAME: &str = "Caisse sociale";

/// What can happen to money.
#[derive(Clone, Debug)]
enum Step {
    Owe { member: i64, minor: i64, usd: bool, fund: bool },
    Pay { member: i64, minor: i64, usd: bool },
    Gift { minor: i64, fund: bool },
    Apply(i64),
    Waive { member: i64, minor: i64 },
    Subscribe(i64, i64),
    HandOver(i64, i64, i64),
    Refund(i64, i64),
    PayOut(i64, i64),
    Send { minor: i64, fund: bool, at_once: bool },
    Arrive,
    Exchange { minor: i64, rate: i64, more: i64, fund: bool },
    Count { usd: bool, more: i64, with_reason: bool, days: u64 },
    Book,
    Month(u64),
    Void(usize),
    Reverse(usize),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    let (member, yes, sum) = (|| MEMBERS, || any::<bool>(), || 1..90_000i64);
    prop_oneof![
        6 => (member(), sum(), yes(), yes()).prop_map(|(member, minor, usd, fund)| Step::Owe { member, minor, usd, fund }),
        8 => (member(), sum(), yes()).prop_map(|(member, minor, usd)| Step::Pay { member, minor, usd }),
        2 => (sum(), yes()).prop_map(|(minor, fund)| Step::Gift { minor, fund }),
        2 => member().prop_map(Step::Apply),
        1 => (member(), sum()).prop_map(|(member, minor)| Step::Waive { member, minor }),
        3 => (member(), 1..20i64).prop_map(|(member, count)| Step::Subscribe(member, count)),
        2 => (member(), member(), 1..9i64).prop_map(|(from, to, count)| Step::HandOver(from, to, count)),
        2 => (member(), 1..9i64).prop_map(|(member, count)| Step::Refund(member, count)),
        3 => (member(), 1..50_000i64).prop_map(|(member, minor)| Step::PayOut(member, minor)),
        2 => (sum(), yes(), yes()).prop_map(|(minor, fund, at_once)| Step::Send { minor, fund, at_once }),
        2 => Just(Step::Arrive),
        2 => (sum(), 1..3_000i64, -50..50i64, yes())
            .prop_map(|(minor, rate, more, fund)| Step::Exchange { minor, rate, more, fund }),
        3 => (yes(), -900..900i64, yes(), 0..40u64)
            .prop_map(|(usd, more, with_reason, days)| Step::Count { usd, more, with_reason, days }),
        2 => Just(Step::Book),
        1 => (20..90u64).prop_map(Step::Month),
        4 => (0..12usize).prop_map(Step::Void),
        4 => (0..20usize).prop_map(Step::Reverse),
        2 => Just(Step::Undo),
    ]
}

/// A book with a box in each currency, a bank and a fund.
struct Coop {
    b: Book,
    cash: i64,
    usd: i64,
    bank: i64,
    fund: i64,
    /// The last act that set it up.
    begun: i64,
}

impl Coop {
    fn new() -> Self {
        let mut b = book();
        close::second(&mut b);
        for n in 1..6 {
            b.add(&member(5 * n + 1));
        }
        let mut put = |noun: &'static Noun, owner, values: &[(&str, &str)]| {
            let mut entry = Entry::new(noun, owner);
            for (code, kept) in values {
                entry.put(code, *kept);
            }
            entry::save(&mut b.store, &b.amina, None, &entry).unwrap()
        };
        let none = ("", 0);
        let cash = put(&ACCOUNT, none, &[("name", "Caisse"), ("kind", "cash"), ("currency", "CDF")]);
        let usd = put(&ACCOUNT, none, &[("name", "Caisse USD"), ("kind", "cash"), ("currency", "USD")]);
        let bank = put(&ACCOUNT, none, &[("name", "Banque"), ("kind", "bank"), ("currency", "CDF")]);
        let fund = put(&FUND, none, &[("name", FUND_NAME), ("kind", "social")]);
        for signatory in ["4", "5"] {
            put(&SIGNING_POWER, ("account", bank), &[("member_id", signatory), ("from_on", "2026-01-15")]);
        }
        let begun = b.store.last_act().unwrap();
        Self { b, cash, usd, bank, fund, begun }
    }

    fn run(&mut self, step: &Step) -> Result<()> {
        let Self { cash, usd, bank, fund, .. } = *self;
        let fund_name = |is_its: bool| if is_its { FUND_NAME } else { "" };
        let currency = |is_usd: bool| CURRENCIES[usize::from(is_usd)];
        let amount = |minor, currency: &str| Amount { minor, currency: currency.to_owned() };
        let Book { store, amina, .. } = &mut self.b;
        match *step {
            Step::Owe { member, minor, usd, fund } => {
                let kinds = [DueKind::Dues, DueKind::Levy, DueKind::Fine, DueKind::Arrears];
                let due = Due::new(kinds[minor as usize % kinds.len()], today() - Days::new(minor as u64 % 400));
                let due = Due { minor, currency: currency(usd).to_owned(), ..due };
                due::add(store, amina, None, &[member], &due, fund_name(fund))
            }
            Step::Pay { member, minor, usd: is_usd } => {
                let payment = of_payments::pays_in(&self.b, member, minor, currency(is_usd));
                let payment = Payment { account: if is_usd { usd } else { cash }, ..payment };
                of_payments::receive(&mut self.b, &payment).map(drop)
            }
            Step::Gift { minor, fund: of_fund } => {
                let gift = What::Income(Income::Gift);
                let parts = vec![Part { what: gift, member: None, minor, fund: of_fund.then_some(fund) }];
                let payment = of_payments::pays_in(&self.b, 1, minor, "CDF");
                let by = "Fondation X".to_owned();
                of_payments::receive(&mut self.b, &Payment { account: bank, payer: None, by, parts, ..payment })
                    .map(drop)
            }
            Step::Apply(member) => due::apply(store, amina, &[member]).map(drop),
            Step::Waive { member, minor } => {
                let dues: Vec<i64> = store.open_dues(member)?.iter().take(1).map(|due| due.id).collect();
                let waiver = due::Waiver { minor: Some(minor), decision: "AG 3".into(), reason: String::new() };
                due::waive(store, amina, None, &dues, &waiver)
            }
            Step::Subscribe(member, count) => of_dues::subscribe(&mut self.b, member, count, 3),
            Step::HandOver(from, to, count) => {
                let shares = of_dues::shares(from, count, MoveKind::Transfer, Some(to));
                share::hand_over(store, amina, None, &shares)
            }
            Step::Refund(member, count) => {
                let shares = of_dues::shares(member, count, MoveKind::Refund, None);
                share::refund(store, amina, None, &shares).map(drop)
            }
            Step::PayOut(member, minor) => self.pay_out(member, minor),
            Step::Send { minor, fund, at_once } => {
                let sent = amount(minor, "CDF");
                let transfer = Transfer::new((cash, sent.clone()), (bank, sent), today());
                let transfer = Transfer { arrived_on: at_once.then_some(today()), ..transfer };
                transfer::send(store, amina, None, &transfer, fund_name(fund)).map(drop)
            }
            Step::Arrive => {
                let under_way = store.transfer_ids(&[crate::store::transfer::TransferWant::UnderWay])?;
                let Some(id) = under_way.first() else { return Ok(()) };
                let rev = store.transfer(*id)?.rev;
                let arrival = Arrival { on: today(), slip: String::new(), fee: 100 };
                transfer::arrive(store, amina, None, (*id, rev), &arrival)
            }
            Step::Exchange { minor, rate, more, fund } => {
                let rate = Rate::parse(&rate.to_string(), "USD", "CDF").unwrap();
                let sent = amount(minor, "USD");
                let agreed = rate.convert(&sent).unwrap();
                let got = Amount { minor: agreed.minor + more, ..agreed };
                let transfer = Transfer { rate: Some(rate), ..Transfer::new((usd, sent), (cash, got), today()) };
                transfer::send(store, amina, None, &transfer, fund_name(fund)).map(drop)
            }
            Step::Count { usd: is_usd, more, with_reason, days } => {
                let account = if is_usd { usd } else { cash };
                let mut count = Count::begun(account, currency(is_usd), today() - Days::new(days));
                count.expected = store.expected(account, &count.currency, count.counted_on, None)?;
                count.counted = (count.expected + more).max(0);
                count.signed = close::two();
                count.reason = if with_reason { "compté deux fois".into() } else { String::new() };
                close::save(&mut self.b, &count).map(drop)
            }
            Step::Book => {
                let open = store.find_counts(CountSort::Day, &[CountWant::Open])?;
                let Some(id) = open.first() else { return Ok(()) };
                let said = Count { reason: "perdu".into(), ..store.count_of(*id)? };
                count::book(store, amina, None, &said)
            }
            Step::Month(days) => {
                close::close(&mut self.b, PeriodKind::Month, month_end(today() - Days::new(days))).map(drop)
            }
            Step::Void(nth) => {
                let receipts = store.receipts_before(None, 40)?;
                let Some(receipt) = receipts.get(nth) else { return Ok(()) };
                receipt::void(store, amina, None, receipt.id, "erreur de saisie")
            }
            Step::Reverse(nth) => match store.journal_page(None, 9_999)?.iter().rev().nth(nth) {
                Some(told) => ledger::reverse(store, amina, told.id, "erreur de saisie").map(drop),
                None => Ok(()),
            },
            Step::Undo => match store.last_undoable(1)?.filter(|last| last.id > self.begun) {
                Some(last) => act::undo(store, amina, last.id).map(drop),
                None => Ok(()),
            },
        }
    }

    /// Pays a member what he has paid ahead, on a slip that two have approved.
    fn pay_out(&mut self, member: i64, minor: i64) -> Result<()> {
        let Book { store, amina, .. } = &mut self.b;
        let asked = Proposal {
            payee_id: Some(member),
            payee: "X".into(),
            purpose: "trop payé".into(),
            amount: Amount { minor, currency: "CDF".into() },
            account: self.bank,
            against: Against::Chart("member"),
            fund: String::new(),
            decision: String::new(),
            evidence: String::new(),
        };
        let slip = voucher::propose(store, amina, None, &asked)?;
        for member in [4, 5] {
            let (proof, seen_by) = (Proof::Ink, "Kalala".into());
            let word = Word { member, answer: Answer::Approve, proof, seen_by, reason: String::new() };
            let rev = store.voucher(slip)?.rev;
            voucher::answer(store, amina, None, (slip, rev), &word)?;
        }
        let (instrument, number, received_by) = ("cheque".into(), "17".into(), String::new());
        let payout = Payout { instrument, number, on: today(), received_by, fee: 0 };
        let rev = store.voucher(slip)?.rev;
        voucher::pay(store, amina, None, (slip, rev), &payout)
    }
}

#[test]
fn whatever_happens_to_money_every_franc_stands_somewhere_once() {
    let coop = RefCell::new(Coop::new());
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let done = runner.run(&prop::collection::vec(step(), 1..20), |steps| {
        let mut coop = coop.borrow_mut();
        for step in &steps {
            match coop.run(step) {
                Ok(()) | Err(Error::Invalid(_) | Error::Blocked(_)) => {}
                Err(error) => panic!("{step:?}: {error:?}"),
            }
        }
        let reader = coop.b.reader();
        // every entry sums to nothing in each currency of each fund, kept totals are what lines come to, nobody owes what
        // stands nowhere
        assert_sound(&reader);
        for currency in CURRENCIES {
            let all: i64 = reader.accounts().unwrap().iter().map(|a| reader.balance(a.id, currency).unwrap()).sum();
            prop_assert_eq!(all, 0);
        }
        for member in MEMBERS {
            for due in reader.dues(member).unwrap() {
                prop_assert!((0..=due.minor).contains(&due.open), "{due:?} is paid twice or more than it was");
            }
            let (dues, lines) = (reader.open_dues(member).unwrap(), reader.member_moves(member).unwrap());
            for currency in CURRENCIES {
                let open: i64 = dues.iter().filter(|due| due.currency == currency).map(|due| due.open).sum();
                let moved: i64 = lines.iter().filter(|line| line.currency == currency).map(|line| line.minor).sum();
                let owed = reader.owed(member).unwrap();
                let owed = owed.iter().find(|(c, _)| c == currency).map_or(0, |(_, minor)| *minor);
                prop_assert_eq!((moved, open - reader.credit(member, currency).unwrap()), (owed, owed));
            }
            let held: i64 = reader.holdings(member).unwrap().iter().map(|held| held.subscribed).sum();
            let counted: i64 = reader.share_moves(member).unwrap().iter().map(|m| m.count * m.nominal.minor).sum();
            prop_assert_eq!(held, counted);
        }
        let mut numbers: Vec<i64> =
            reader.receipts_before(None, usize::MAX >> 1).unwrap().iter().map(|r| r.number).collect();
        numbers.sort_unstable();
        prop_assert!(numbers.iter().copied().eq(1..=numbers.len() as i64), "{numbers:?}");
        Ok(())
    });
    done.unwrap();
}
