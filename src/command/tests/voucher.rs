//! Payment slips and transfers through their commands: who may sign, by what it is known, what a reversal leaves.

use crate::{
    command::{
        act,
        cosign::Proof,
        entry, ledger,
        transfer::{self, Arrival},
        user,
        voucher::{self, Against, Payout, Proposal, Word},
    },
    domain::{
        account::ACCOUNT,
        amount::Amount,
        ledger::{EntryKind, Journal, Posting},
        meeting::{MANDATE, ORGAN},
        noun::Entry,
        rate::Rate,
        signed::How,
        signing::SIGNING_POWER,
        transfer::Transfer,
        user::Role,
        voucher::{Answer, Next, State},
    },
    store::{Error, Result, signing::PowerWant, testing::*},
};
use chrono::Days;

type Run = fn(&mut Book) -> Result<()>;

/// Commands on a book with a slip that waits.
pub const RUNS: &[(&str, Run)] = &[
    ("voucher.answer", |b| say(b, 1, 1, Answer::Approve).map(drop)),
    ("voucher.change", |b| {
        let asked = Proposal { purpose: "corde".into(), ..proposal(None) };
        let rev = b.store.voucher(1)?.rev;
        voucher::change(&mut b.store, &b.amina, None, (1, rev), &asked)
    }),
    ("voucher.void", |b| {
        let slip = b.store.voucher(1)?;
        voucher::void(&mut b.store, &b.amina, None, (1, slip.rev), "mal écrit")
    }),
];

fn put(b: &mut Book, mut entry: Entry, values: &[(&str, &str)]) -> i64 {
    for (code, value) in values {
        entry.put(code, *value);
    }
    let amina = b.amina.clone();
    entry::save(&mut b.store, &amina, None, &entry).unwrap()
}

/// A bank account for which members 1 to 3 sign, two of them together; member 4 controls.
fn bank() -> Book {
    let mut b = book();
    for n in 1..5 {
        b.add(&member(n));
    }
    let account = [("name", "Rawbank USD"), ("kind", "bank"), ("currency", "USD")];
    let account = put(&mut b, Entry::new(&ACCOUNT, ("", 0)), &account);
    assert_eq!(account, 1);
    for signatory in ["1", "2", "3"] {
        let power = Entry::new(&SIGNING_POWER, ("account", account));
        put(&mut b, power, &[("member_id", signatory), ("from_on", "2026-01-15")]);
    }
    put(&mut b, Entry::new(&ORGAN, ("", 0)), &[("name", "Commission de surveillance"), ("kind", "control")]);
    let mandate = [("organ", "Commission de surveillance"), ("office", "seat"), ("from_on", "2026-01-01")];
    put(&mut b, Entry::new(&MANDATE, ("member", 4)), &mandate);
    b
}

fn proposal(payee: Option<i64>) -> Proposal {
    Proposal {
        payee_id: payee,
        payee: payee.map_or("Quincaillerie Mwana".into(), |n| format!("membre {n}")),
        purpose: "pelles et cordes".into(),
        amount: usd(45_000),
        account: 1,
        against: Against::Chart("equipment"),
        fund: String::new(),
        decision: String::new(),
        evidence: String::new(),
    }
}

fn usd(minor: i64) -> Amount {
    Amount { minor, currency: "USD".into() }
}

/// A slip for somebody outside waits.
pub fn asked() -> Book {
    let mut b = bank();
    propose(&mut b, None);
    b
}

fn propose(b: &mut Book, payee: Option<i64>) -> i64 {
    let amina = b.amina.clone();
    voucher::propose(&mut b.store, &amina, None, &proposal(payee)).unwrap()
}

fn say(b: &mut Book, slip: i64, member: i64, answer: Answer) -> Result<State> {
    let (proof, seen_by, reason) = (Proof::Ink, "Kalala".into(), "pas au budget".into());
    let word = Word { member, answer, proof, seen_by, reason };
    let rev = b.store.voucher(slip)?.rev;
    let amina = b.amina.clone();
    voucher::answer(&mut b.store, &amina, None, (slip, rev), &word)
}

fn pay(b: &mut Book, slip: i64) -> Result<()> {
    pay_with(b, slip, "0041")
}

fn pay_with(b: &mut Book, slip: i64, cheque: &str) -> Result<()> {
    let payout = Payout {
        instrument: "cheque".into(),
        number: cheque.into(),
        on: today(),
        received_by: "M. Mwana".into(),
        fee: 250,
    };
    let rev = b.store.voucher(slip)?.rev;
    let amina = b.amina.clone();
    voucher::pay(&mut b.store, &amina, None, (slip, rev), &payout)
}

fn id<T>(result: Result<T>) -> &'static str {
    result.err().map_or("", |error| error.text().id)
}

#[test]
fn a_member_is_paid_no_more_than_is_owed_to_him() {
    let mut b = bank();
    b.write("INSERT INTO fund (id, name, kind, name_key) VALUES (1, 'Social', 'social', 'social')");
    let amina = b.amina.clone();
    let asked = Proposal { against: Against::Chart("member"), amount: usd(500), ..proposal(Some(4)) };
    let of_fund = Proposal { fund: "Social".into(), ..asked.clone() };
    assert_eq!(id(voucher::propose(&mut b.store, &amina, None, &of_fund)), "err-slip-fund");
    let slip = voucher::propose(&mut b.store, &amina, None, &asked).unwrap();
    for signatory in [1, 2] {
        say(&mut b, slip, signatory, Answer::Approve).unwrap();
    }
    let paid_ahead = |b: &mut Book, minor| {
        let paid = b.store.act(&amina, &voucher::PAY, &[], |act| {
            let mut journal = Journal::new(EntryKind::Payment, today());
            journal.add(Posting::new(1, minor, "USD"));
            journal.add(Posting::new(act.chart("member")?, -minor, "USD").member(4));
            act.post(&journal.balanced().map_err(Error::Invalid)?)
        });
        paid.unwrap()
    };
    paid_ahead(&mut b, 400);
    let text = pay(&mut b, slip).unwrap_err().text();
    assert_eq!((text.id, text.args[0].1.clone()), ("err-credit-short", usd(400).into()));
    let second = paid_ahead(&mut b, 100);
    pay(&mut b, slip).unwrap();
    assert_eq!(b.store.credit(4, "USD").unwrap(), 0);
    // and what he paid stays until the slip is taken back
    let refused = ledger::reverse(&mut b.store, &amina, second, "chèque sans provision");
    assert_eq!(id(refused), "err-credit-used");
}

#[test]
fn a_slip_is_approved_paid_and_reversed() {
    let mut b = asked();
    assert_eq!(b.store.voucher(1).unwrap().label(), "2026-001");
    assert_eq!(id(pay(&mut b, 1)), "err-slip-unsigned");
    assert_eq!(say(&mut b, 1, 1, Answer::Approve).unwrap(), State::Proposed);
    assert_eq!(id(pay(&mut b, 1)), "err-slip-unsigned");
    assert_eq!(id(say(&mut b, 1, 1, Answer::Approve)), "err-slip-twice");
    assert_eq!(say(&mut b, 1, 3, Answer::Approve).unwrap(), State::Approved);
    assert_eq!(id(pay_with(&mut b, 1, " ")), "err-cheque-number");
    pay(&mut b, 1).unwrap();
    assert_eq!(b.store.balance(1, "USD").unwrap(), -45_250);
    let paid = b.store.voucher(1).unwrap();
    assert_eq!((paid.state, paid.instrument.1.as_str(), paid.entry), (State::Paid, "0041", Some(1)));
    assert_eq!(id(pay(&mut b, 1)), "err-slip-decided");
    let amina = b.amina.clone();
    assert_eq!(id(voucher::void(&mut b.store, &amina, None, (1, paid.rev), "x")), "err-slip-paid");
    // the payment is taken back by its contrary: the slip can be paid again
    let last = b.store.last_act().unwrap();
    act::undo(&mut b.store, &amina, last).unwrap();
    assert_eq!(b.store.balance(1, "USD").unwrap(), 0);
    assert_eq!(b.store.voucher(1).unwrap().state, State::Approved);
    pay(&mut b, 1).unwrap();
    assert_eq!(b.store.balance(1, "USD").unwrap(), -45_250);
    assert_sound(&b.store);
}

#[test]
fn the_first_approval_is_not_taken_back_under_the_second() {
    let mut b = asked();
    say(&mut b, 1, 1, Answer::Approve).unwrap();
    let first = b.store.last_act().unwrap();
    say(&mut b, 1, 2, Answer::Approve).unwrap();
    let second = b.store.last_act().unwrap();
    let amina = b.amina.clone();
    assert_eq!(id(act::undo(&mut b.store, &amina, first)), "err-blocked");
    act::undo(&mut b.store, &amina, second).unwrap();
    act::undo(&mut b.store, &amina, first).unwrap();
    let slip = b.store.voucher(1).unwrap();
    assert_eq!((slip.state, slip.approvals.len()), (State::Proposed, 0));
    // nothing is taken back that the payment rests on
    say(&mut b, 1, 1, Answer::Approve).unwrap();
    say(&mut b, 1, 2, Answer::Approve).unwrap();
    let second = b.store.last_act().unwrap();
    pay(&mut b, 1).unwrap();
    assert_eq!(id(act::undo(&mut b.store, &amina, second)), "err-blocked");
}

#[test]
fn the_payee_signs_nothing_and_the_control_body_countersigns_when_few_are_left() {
    let mut b = bank();
    let slip = propose(&mut b, Some(2));
    assert_eq!(id(say(&mut b, slip, 2, Answer::Approve)), "err-slip-payee");
    assert_eq!(id(say(&mut b, slip, 4, Answer::Approve)), "err-slip-control-later");
    b.write("UPDATE signing_power SET end_confirmed_on = '2026-11-23' WHERE member_id = 3");
    assert_eq!(id(say(&mut b, slip, 3, Answer::Approve)), "err-slip-no-power");
    assert_eq!(say(&mut b, slip, 1, Answer::Approve).unwrap(), State::Proposed);
    let next = b.store.voucher(slip).unwrap().next(&b.store.signers(1, today()).unwrap());
    assert!(matches!(next, Next::Countersign(_)), "{next:?}");
    assert_eq!(say(&mut b, slip, 4, Answer::Approve).unwrap(), State::Approved);
    assert_eq!(b.store.voucher(slip).unwrap().approvals[1].answer, Answer::Countersign);
    pay(&mut b, slip).unwrap();
}

#[test]
fn a_power_runs_from_the_day_the_bank_confirms_until_the_bank_confirms_its_end() {
    let mut b = bank();
    let signs = |b: &Book| b.store.signers(1, today()).unwrap().signatories.len();
    b.write("UPDATE signing_power SET ended_on = '2026-05-01' WHERE member_id = 1");
    assert_eq!(signs(&b), 3, "the bank does not know of it");
    b.write("UPDATE signing_power SET end_confirmed_on = '2026-11-24' WHERE member_id = 1");
    assert_eq!(signs(&b), 3);
    b.write("UPDATE signing_power SET end_confirmed_on = '2026-11-23' WHERE member_id = 1");
    assert_eq!(signs(&b), 2);
    b.write("UPDATE signing_power SET from_on = NULL WHERE member_id = 2");
    assert_eq!(signs(&b), 1);
    // who sat in a body and does no more is worth a word, and signs
    let until = [("organ", "Commission de surveillance"), ("office", "seat"), ("from_on", "2025-01-01")];
    put(&mut b, Entry::new(&MANDATE, ("member", 3)), &[&until[..], &[("until_on", "2026-06-01")]].concat());
    let rows = b.store.power_rows(&[PowerWant::Flawed], today()).unwrap();
    let doubts: Vec<_> = rows.iter().map(|row| (row.signer.member, row.doubt.as_ref().unwrap().id)).collect();
    assert_eq!(doubts, [(2, "power-unconfirmed"), (3, "power-mandate-over")]);
    assert_eq!(signs(&b), 1);
}

#[test]
fn a_pin_is_that_of_the_user_whom_the_member_is() {
    let mut b = asked();
    let amina = b.amina.clone();
    let jp = user::add(&mut b.store, &amina, "jp", &[Role::Auditor], "", Some("4321")).unwrap();
    let with = |b: &mut Book, member, pin: &str| {
        let word = Word {
            member,
            answer: Answer::Approve,
            proof: Proof::Pin(pin.into()),
            seen_by: String::new(),
            reason: String::new(),
        };
        let rev = b.store.voucher(1).unwrap().rev;
        voucher::answer(&mut b.store, &amina, None, (1, rev), &word)
    };
    assert_eq!(id(with(&mut b, 1, "4321")), "err-member-pin");
    let user = b.store.user(jp).unwrap();
    user::bind(&mut b.store, &amina, &user, Some(1)).unwrap();
    assert_eq!(id(with(&mut b, 1, "1234")), "err-pin-wrong");
    assert_eq!(id(with(&mut b, 2, "4321")), "err-member-pin");
    with(&mut b, 1, "4321").unwrap();
    assert_eq!(b.store.voucher(1).unwrap().approvals[0].how, How::Pin);
    // one member is one user
    let amina_user = b.store.user_by_name("amina").unwrap().unwrap();
    assert_eq!(id(user::bind(&mut b.store, &amina, &amina_user, Some(1))), "err-user-member");
    // ink is seen by somebody else
    let seen_by = b.store.member(2).unwrap().full_name();
    let word = Word { member: 2, answer: Answer::Approve, proof: Proof::Ink, seen_by, reason: String::new() };
    let rev = b.store.voucher(1).unwrap().rev;
    assert_eq!(id(voucher::answer(&mut b.store, &amina, None, (1, rev), &word)), "err-slip-seen");
}

#[test]
fn numbers_have_no_gap_and_a_proposal_taken_back_keeps_its_own() {
    let mut b = asked();
    let amina = b.amina.clone();
    let act = b.store.last_act().unwrap();
    assert_eq!(act::plan(&b.store, act).unwrap().slips, [1]);
    act::undo(&mut b.store, &amina, act).unwrap();
    assert_eq!(b.store.voucher(1).unwrap().state, State::Void);
    let second = propose(&mut b, None);
    assert_eq!(b.store.voucher(second).unwrap().label(), "2026-002");
    assert_eq!(say(&mut b, second, 2, Answer::Refuse).unwrap(), State::Refused);
    assert_eq!(b.store.voucher(second).unwrap().reason, "pas au budget");
    assert_eq!(id(pay(&mut b, second)), "err-slip-decided");
    assert_sound(&b.store);
    b.write("DELETE FROM voucher WHERE number = 1");
    assert!(!b.store.check().unwrap().ok);
}

#[test]
fn what_is_asked_must_make_sense() {
    let amina = bank().amina;
    let wrong = |change: &dyn Fn(&mut Proposal)| {
        let mut asked = proposal(None);
        change(&mut asked);
        id(voucher::propose(&mut bank().store, &amina, None, &asked))
    };
    assert_eq!(wrong(&|p| p.payee = " ".into()), "err-required");
    assert_eq!(wrong(&|p| p.amount.minor = 0), "err-amount-positive");
    assert_eq!(wrong(&|p| p.amount.currency = "CDF".into()), "err-account-other");
    assert_eq!(wrong(&|p| p.against = Against::Chart("member")), "err-slip-member");
    assert_eq!(wrong(&|p| p.against = Against::Chart("dues")), "err-slip-against");
    assert_eq!(wrong(&|p| p.fund = "École".into()), "err-fund");
}

fn sent(to: i64, arrived: bool) -> Transfer {
    let on = today() - Days::new(9);
    let sent = Transfer::new((1, usd(10_000)), (to, usd(10_000)), on);
    Transfer { arrived_on: arrived.then_some(on), carried_by: "Zola".into(), ..sent }
}

#[test]
fn money_under_way_arrives_and_what_is_taken_back_is_under_way_again() {
    let mut b = bank();
    let amina = b.amina.clone();
    let cash = [("name", "Caisse USD"), ("kind", "cash"), ("currency", "USD")];
    let cash = put(&mut b, Entry::new(&ACCOUNT, ("", 0)), &cash);
    let way = transfer::send(&mut b.store, &amina, None, &sent(cash, false), "").unwrap();
    let send = b.store.last_act().unwrap();
    let transit = b.store.chart_account("transit").unwrap().unwrap();
    assert_eq!((b.store.balance(transit, "USD").unwrap(), b.store.balance(cash, "USD").unwrap()), (10_000, 0));
    let arrival = Arrival { on: today(), slip: "BV 0012".into(), fee: 100 };
    let rev = b.store.transfer(way).unwrap().rev;
    transfer::arrive(&mut b.store, &amina, None, (way, rev), &arrival).unwrap();
    assert_eq!((b.store.balance(transit, "USD").unwrap(), b.store.balance(cash, "USD").unwrap()), (0, 9_900));
    assert_eq!(b.store.transfer(way).unwrap().slip, "BV 0012");
    // it did not leave before it came
    assert_eq!(id(act::undo(&mut b.store, &amina, send)), "err-transfer-arrived");
    let last = b.store.last_act().unwrap();
    act::undo(&mut b.store, &amina, last).unwrap();
    assert_eq!(b.store.transfers_under_way().unwrap(), 1);
    act::undo(&mut b.store, &amina, send).unwrap();
    assert_eq!(b.store.transfers_under_way().unwrap(), 0);
    assert_eq!(b.store.balance(transit, "USD").unwrap(), 0);
    let gone = b.store.transfer(way).unwrap();
    assert_eq!(gone.voided_on, Some(today()));
    let late = transfer::arrive(&mut b.store, &amina, None, (way, gone.rev), &arrival);
    assert_eq!(id(late), "err-transfer-there");
    assert_sound(&b.store);
}

#[test]
fn an_exchange_is_exact_and_its_difference_has_a_name() {
    let mut b = bank();
    let amina = b.amina.clone();
    let francs = [("name", "Caisse CDF"), ("kind", "cash"), ("currency", "CDF")];
    let francs = put(&mut b, Entry::new(&ACCOUNT, ("", 0)), &francs);
    let cdf = |minor| Amount { minor, currency: "CDF".into() };
    let exchange =
        Transfer { received: cdf(28_000_000), rate: Rate::parse("2850", "USD", "CDF").ok(), ..sent(francs, true) };
    transfer::send(&mut b.store, &amina, None, &exchange, "").unwrap();
    assert_eq!((b.store.balance(1, "USD").unwrap(), b.store.balance(francs, "CDF").unwrap()), (-10_000, 28_000_000));
    let loss = b.store.chart_account("exchange_loss").unwrap().unwrap();
    assert_eq!(b.store.balance(loss, "CDF").unwrap(), 500_000);
    assert_sound(&b.store);
    ledger::reverse(&mut b.store, &amina, 1, "mal compté").unwrap();
    assert_eq!((b.store.balance(1, "USD").unwrap(), b.store.balance(loss, "CDF").unwrap()), (0, 0));
    assert_eq!(id(transfer::send(&mut b.store, &amina, None, &sent(francs, true), "")), "err-account-other");
}

#[test]
fn a_correction_is_not_taken_back_behind_a_signature() {
    let mut b = asked();
    let amina = b.amina.clone();
    let asked = Proposal { amount: usd(9_000), ..proposal(None) };
    let rev = b.store.voucher(1).unwrap().rev;
    voucher::change(&mut b.store, &amina, None, (1, rev), &asked).unwrap();
    let corrected = b.store.last_act().unwrap();
    say(&mut b, 1, 1, Answer::Approve).unwrap();
    // neither by hand nor by undo: what was signed is what is paid
    let rev = b.store.voucher(1).unwrap().rev;
    let refused = voucher::change(&mut b.store, &amina, None, (1, rev), &proposal(None));
    assert_eq!(refused.unwrap_err().text().id, "err-slip-signed");
    assert_eq!(act::undo(&mut b.store, &amina, corrected).unwrap_err().text().id, "err-slip-signed");
    assert_eq!(b.store.voucher(1).unwrap().amount, usd(9_000));
}
