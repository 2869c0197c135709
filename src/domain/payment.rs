//! A payment: who pays, what it pays, how it was handed over; what it does to the ledger. It is never more than what
//! somebody said it is: what was handed over beyond that goes back as change or stays as credit.

use super::{
    Text,
    amount::Amount,
    book::codes,
    day,
    due::{Due, DueKind, allocate},
    ledger::{EntryKind, Journal, Posting},
    rate::Rate,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

codes!(
    /// Income that nobody owed; the code is its key in the chart.
    Income, "err-income", "chart-",
    /// Given without anything for it.
    Gift = "gift",
    /// Given for a purpose.
    Grant = "grant",
    /// For something sold.
    Sales = "sales",
    /// Anything else.
    Other = "other_income",
);

/// What a part of a payment pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An amount owed.
    Due(i64, DueKind),
    /// Nothing that was owed.
    Income(Income),
    /// What comes later; where it is less than nothing, what was paid before is used.
    Credit,
}

/// A part of a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it pays.
    pub what: What,
    /// Of whom; nobody for income from outside.
    pub member: Option<i64>,
    /// How much, in minor units.
    pub minor: i64,
    /// The fund that gets it.
    pub fund: Option<i64>,
}

/// What was handed over, when that is not simply what was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tender {
    /// The notes, in the currency of the account they go into.
    pub given: Amount,
    /// The rate, when that is another currency than what is paid.
    pub rate: Option<Rate>,
    /// What was given back, in the currency that is paid.
    pub change: i64,
    /// The account from which it was given back.
    pub change_from: i64,
}

/// A leaf of a book of receipts written by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// The book.
    pub pad: i64,
    /// The number on the leaf.
    pub number: i64,
}

/// A payment before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Where the money goes.
    pub account: i64,
    /// The day on the paper.
    pub paper_on: NaiveDate,
    /// The member who pays.
    pub payer: Option<i64>,
    /// Whoever pays who is no member, or who has brought it for one.
    pub by: String,
    /// The currency of what is paid.
    pub currency: String,
    /// What it pays.
    pub parts: Vec<Part>,
    /// What was handed over, where that is something else.
    pub tender: Option<Tender>,
    /// What a bank or a wallet kept of it, in the currency of the account.
    pub fee: i64,
    /// Number of the message, the slip, the transfer.
    pub reference: String,
    /// What else is to be remembered.
    pub note: String,
    /// The leaf on which it was written by hand; the program's own series without.
    pub leaf: Option<Leaf>,
    /// The batch it is entered in.
    pub batch: Option<i64>,
    /// The meeting at which it was paid.
    pub meeting: Option<i64>,
}

/// Payments that are entered together, whose notes were counted first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Identity in the book; 0 before it is written.
    pub id: i64,
    /// The `rev` that was read.
    pub rev: i64,
    /// Where the money goes.
    pub account: i64,
    /// The day on the receipts.
    pub day: NaiveDate,
    /// What was counted, in the currency of the account.
    pub expected: Amount,
    /// How many payments there are, where that was counted.
    pub count: Option<u32>,
    /// The meeting at which it was paid.
    pub meeting: Option<i64>,
    /// Whether nothing more is entered in it.
    pub is_closed: bool,
    /// Why it was closed though it did not come to what was counted.
    pub reason: String,
}

impl Batch {
    /// Whether what was entered is what was counted.
    pub fn is_met(&self, (count, minor): (u32, i64)) -> bool {
        minor == self.expected.minor && self.count.is_none_or(|expected| expected == count)
    }

    /// What is still to come, or is too much where it is less than nothing.
    pub fn rest(&self, minor: i64) -> Amount {
        Amount { minor: self.expected.minor - minor, currency: self.expected.currency.clone() }
    }
}

/// What came in at a meeting in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collected {
    /// What the receipts say.
    pub came: Amount,
    /// What was counted, if it was.
    pub counted: Option<Amount>,
}

/// What a sum pays, and what is left over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// The parts, the oldest first.
    pub parts: Vec<Part>,
    /// What nothing is owed for.
    pub rest: i64,
}

impl Offer {
    /// What a sum pays of amounts owed in one currency, the oldest first. What the one who owes them has paid before is
    /// used where the sum alone does not do, on what takes it.
    pub fn of(minor: i64, dues: &[Due], credit: i64) -> Self {
        let used = usable(dues, credit).min((owed(dues) - minor).max(0));
        let general: Vec<Due> = dues.iter().filter(|due| due.takes_credit()).cloned().collect();
        let (before, _) = allocate(used, &general);
        let mut dues = dues.to_vec();
        dues.sort_by_key(|due| (due.due_on, due.id));
        let mut left = dues.clone();
        for share in &before {
            left.iter_mut().filter(|due| due.id == share.due).for_each(|due| due.open -= share.minor);
        }
        let (now, rest) = allocate(minor, &left);
        let part = |due: &Due| {
            let paid = before.iter().chain(&now).filter(|share| share.due == due.id).map(|share| share.minor).sum();
            let part =
                Part { what: What::Due(due.id, due.kind), member: Some(due.member), minor: paid, fund: due.fund };
            (paid > 0).then_some(part)
        };
        let mut parts: Vec<Part> = dues.iter().filter_map(part).collect();
        if let Some(member) = parts.first().and_then(|part| part.member).filter(|_| used > 0) {
            parts.push(Part { what: What::Credit, member: Some(member), minor: -used, fund: None });
        }
        Self { parts, rest }
    }

    /// Whether more is left over than all that is paid: a figure or a currency may be wrong.
    pub fn is_far_over(&self) -> bool {
        self.rest > self.parts.iter().map(|part| part.minor).sum()
    }
}

/// What is open of amounts owed.
fn owed(dues: &[Due]) -> i64 {
    dues.iter().map(|due| due.open.max(0)).sum()
}

/// How much of what was paid before can be used on amounts owed.
fn usable(dues: &[Due], credit: i64) -> i64 {
    dues.iter().filter(|due| due.takes_credit()).map(|due| due.open.max(0)).sum::<i64>().min(credit)
}

/// What is to be paid for amounts owed, when what was paid before is used.
pub fn to_pay(dues: &[Due], credit: i64) -> i64 {
    owed(dues) - usable(dues, credit)
}

impl Payment {
    /// What is paid, in minor units.
    pub fn paid(&self) -> i64 {
        self.parts.iter().map(|part| part.minor).sum()
    }

    /// What is paid.
    pub fn amount(&self) -> Amount {
        Amount { minor: self.paid(), currency: self.currency.clone() }
    }

    /// What goes into the account before any fee: what was handed over without its change where that is the same money.
    fn comes_in(&self) -> Amount {
        match &self.tender {
            Some(Tender { given, rate: Some(_), .. }) => given.clone(),
            _ => self.amount(),
        }
    }

    /// Whether it can be written; `account_in` is the currency of the account.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn check(&self, account_in: &str, today: NaiveDate) -> Result<(), Text> {
        day::refuse_future(self.paper_on, today)?;
        if self.paid() <= 0 {
            return Err(Text::new("err-amount-positive"));
        }
        let is_empty = |part: &Part| part.minor == 0 || (part.minor < 0 && part.what != What::Credit);
        if self.parts.iter().any(is_empty) {
            return Err(Text::new("err-amount-positive"));
        }
        if self.parts.iter().any(|part| part.member.is_none() && !matches!(part.what, What::Income(_))) {
            return Err(Text::new("err-pay-nobody"));
        }
        if self.payer.is_none() && self.by.is_empty() {
            return Err(Text::new("err-pay-nobody"));
        }
        if let Some(Tender { given, rate, change, .. }) = &self.tender {
            let value = match rate {
                Some(rate) => rate.convert(given).filter(|value| value.currency == self.currency),
                None => Some(given.clone()).filter(|given| given.currency == self.currency),
            };
            let value = value.ok_or_else(|| Text::new("err-pay-rate"))?;
            if *change < 0 || value.minor != self.paid() + change {
                let paid = Amount { minor: self.paid() + change, currency: self.currency.clone() };
                return Err(Text::new("err-pay-change").with("value", value).with("paid", paid));
            }
        }
        let money = self.comes_in();
        if money.currency != account_in {
            return Err(Text::new("err-account-other").with("currency", account_in));
        }
        refuse_fee(self.fee, &money)
    }

    /// The entry that it writes; `chart` gives the accounts of the chart by their keys.
    ///
    /// # Errors
    /// Those of `chart`.
    pub fn journal<E>(&self, booked_on: NaiveDate, chart: impl Fn(&str) -> Result<i64, E>) -> Result<Journal, E> {
        let mut journal = Journal::new(EntryKind::Payment, booked_on);
        journal.paper_on = Some(self.paper_on);
        journal.text.clone_from(&self.note);
        journal.reference.clone_from(&self.reference);
        (journal.batch, journal.meeting) = (self.batch, self.meeting);
        let currency = self.currency.as_str();
        let mut funds: BTreeMap<Option<i64>, i64> = BTreeMap::new();
        for part in &self.parts {
            *funds.entry(part.fund).or_default() += part.minor;
        }
        let money = self.comes_in();
        match &self.tender {
            Some(Tender { rate: Some(_), change, change_from, .. }) => {
                let exchange = chart("exchange")?;
                *funds.entry(None).or_default() += change;
                for (fund, minor) in by_weight(money.minor, &funds) {
                    journal.carry(Posting::new(self.account, minor, &money.currency).fund(fund), exchange);
                }
                for (fund, minor) in funds {
                    journal.add(Posting::new(exchange, minor, currency).fund(fund));
                }
                journal.add(Posting::new(*change_from, -change, currency));
            }
            _ => funds.iter().for_each(|(fund, minor)| {
                journal.add(Posting::new(self.account, *minor, currency).fund(*fund));
            }),
        }
        if self.fee > 0 {
            journal.carry(Posting::new(chart("bank_fee")?, self.fee, &money.currency), self.account);
        }
        for part in &self.parts {
            let (account, due) = match part.what {
                What::Due(due, kind) => (chart(kind.owed_on())?, Some(due)),
                What::Income(income) => (chart(income.code())?, None),
                What::Credit => (chart("member")?, None),
            };
            let posting = Posting::new(account, -part.minor, currency).fund(part.fund).due(due);
            // income belongs to nobody; the receipt says from whom it came
            let member = part.member.filter(|_| !matches!(part.what, What::Income(_)));
            journal.add(member.map_or(posting.clone(), |member| posting.member(member)));
        }
        Ok(journal)
    }
}

/// Refuses a fee that leaves nothing of what it is kept of.
///
/// # Errors
/// `err-pay-fee` with the amount.
pub fn refuse_fee(fee: i64, of: &Amount) -> Result<(), Text> {
    if (0..of.minor).contains(&fee) { Ok(()) } else { Err(Text::new("err-pay-fee").with("amount", of.clone())) }
}

/// An amount by weights, exactly: each gets its share without fractions, general money the rest.
fn by_weight(minor: i64, weights: &BTreeMap<Option<i64>, i64>) -> Vec<(Option<i64>, i64)> {
    let whole: i128 = weights.values().map(|weight| i128::from(*weight)).sum();
    let share = |weight: i64| i64::try_from(i128::from(minor) * i128::from(weight) / whole.max(1)).unwrap_or(0);
    let mut shares: Vec<_> = weights.iter().map(|(fund, weight)| (*fund, share(*weight))).collect();
    let rest = minor - shares.iter().map(|(_, minor)| minor).sum::<i64>();
    if let Some((_, first)) = shares.first_mut() {
        *first += rest;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn due(id: i64, member: i64, open: i64, fund: Option<i64>) -> Due {
        Due {
            id,
            member,
            kind: DueKind::ALL[id as usize % DueKind::ALL.len()],
            text: String::new(),
            schedule: None,
            period: String::new(),
            due_on: today() - Days::new(id as u64),
            minor: open,
            open,
            currency: "CDF".to_owned(),
            fund,
            decision: String::new(),
            attendance: None,
            loan: None,
        }
    }

    fn payment(parts: Vec<Part>, tender: Option<Tender>, fee: i64) -> Payment {
        Payment {
            account: 1,
            paper_on: today(),
            payer: Some(7),
            by: String::new(),
            currency: "CDF".to_owned(),
            parts,
            tender,
            fee,
            reference: String::new(),
            note: String::new(),
            leaf: None,
            batch: None,
            meeting: None,
        }
    }

    /// The entry of a payment; accounts of the chart have numbers of their own.
    fn entry_of(payment: &Payment) -> Journal {
        let chart = |key: &str| crate::domain::account::CHART.iter().position(|account| account.key == key);
        let chart = |key: &str| chart(key).map(|at| 100 + at as i64).ok_or(());
        payment.journal(today(), chart).unwrap()
    }

    fn usd(minor: i64) -> Amount {
        Amount { minor, currency: "USD".to_owned() }
    }

    proptest! {
        #[test]
        fn nothing_is_paid_beyond_what_is_owed_and_nothing_is_lost(
            minor in 1i64..50_000, credit in 0i64..9_000, opens in prop::collection::vec((1i64..9_000, 0i64..3), 0..7),
        ) {
            let dues: Vec<Due> = opens.iter().zip(1..).map(|((open, fund), id)| due(id, 7, *open, (*fund > 0).then_some(*fund))).collect();
            let offer = Offer::of(minor, &dues, credit);
            let sum: i64 = offer.parts.iter().map(|part| part.minor).sum();
            prop_assert_eq!(sum + offer.rest, minor);
            for part in &offer.parts {
                match part.what {
                    What::Due(id, _) => prop_assert!(part.minor > 0 && part.minor <= dues.iter().find(|d| d.id == id).unwrap().open),
                    _ => prop_assert!(part.minor < 0 && -part.minor <= credit),
                }
            }
            // as long as something is over, everything is paid and nothing of what was paid before is touched
            let owed: i64 = dues.iter().map(|d| d.open).sum();
            prop_assert_eq!(offer.rest, (minor - owed).max(0));
            prop_assert_eq!(offer.is_far_over(), minor > 2 * owed);
            // what was paid before is general money: no fund gets more than what is handed over
            let of_funds: i64 = offer.parts.iter().filter(|part| part.fund.is_some()).map(|part| part.minor).sum();
            prop_assert!(of_funds <= minor);
            let asked = to_pay(&dues, credit);
            let all = Offer::of(asked, &dues, credit);
            let paid: i64 = all.parts.iter().filter(|part| part.minor > 0).map(|part| part.minor).sum();
            prop_assert_eq!((paid, all.rest), (owed, 0), "what is asked pays everything");
        }

        #[test]
        fn every_payment_balances_in_each_currency_and_each_fund(
            opens in prop::collection::vec((1i64..900_000, 0i64..3), 1..6), fee in 0i64..50, over in 0i64..90_000,
            rate in 1i64..5_000, foreign in any::<bool>(),
        ) {
            let dues: Vec<Due> = opens.iter().zip(1..).map(|((open, fund), id)| due(id, 7, *open, (*fund > 0).then_some(*fund))).collect();
            let owed: i64 = dues.iter().map(|d| d.open).sum();
            let parts = Offer::of(owed, &dues, 0).parts;
            let rate = Rate::parse(&rate.to_string(), "USD", "CDF").unwrap();
            let given = usd((owed + over) / rate.figures().parse::<i64>().unwrap() + 1);
            let value = rate.convert(&given).unwrap().minor;
            let tender = foreign.then(|| Tender { given: given.clone(), rate: Some(rate), change: value - owed, change_from: 2 });
            let payment = payment(parts, tender, fee);
            let account_in = if foreign { "USD" } else { "CDF" };
            prop_assume!(fee < payment.comes_in().minor);
            prop_assert_eq!(payment.check(account_in, today()), Ok(()));
            let journal = entry_of(&payment);
            for fund in [None, Some(1), Some(2)] {
                for currency in ["CDF", "USD"] {
                    let of = journal.postings().iter().filter(|p| p.fund == fund && p.currency == currency);
                    prop_assert_eq!(of.map(|p| p.minor).sum::<i64>(), 0, "{:?} {}", fund, currency);
                }
            }
            // what came into the account is what was handed over without the fee, and the change came out of its own
            let on = |account: i64| journal.postings().iter().filter(|p| p.account == account).map(|p| p.minor).sum::<i64>();
            prop_assert_eq!(on(1), if foreign { given.minor - fee } else { owed - fee });
            prop_assert_eq!(on(2), if foreign { owed - value } else { 0 });
            prop_assert!(journal.balanced().is_ok());
        }
    }

    #[test]
    fn what_would_be_wrong_on_the_receipt_is_refused() {
        let part = |minor| Part { what: What::Income(Income::Gift), member: None, minor, fund: None };
        let id = |payment: &Payment| payment.check("CDF", today()).map_err(|e| e.id);
        let good = payment(vec![part(500)], None, 0);
        assert_eq!(id(&good), Ok(()));
        assert_eq!(id(&payment(vec![], None, 0)), Err("err-amount-positive"));
        assert_eq!(id(&payment(vec![part(500), part(-100)], None, 0)), Err("err-amount-positive"));
        assert_eq!(id(&payment(vec![part(500)], None, 500)), Err("err-pay-fee"));
        assert_eq!(id(&Payment { paper_on: today() + Days::new(1), ..good.clone() }), Err("err-day-future"));
        assert_eq!(id(&Payment { payer: None, ..good.clone() }), Err("err-pay-nobody"));
        assert_eq!(good.check("USD", today()).map_err(|e| e.id), Err("err-account-other"));
        let credit = Part { what: What::Credit, ..part(500) };
        assert_eq!(id(&payment(vec![credit], None, 0)), Err("err-pay-nobody"));
        let given = |minor, change| {
            let given = Amount { minor, currency: "CDF".to_owned() };
            payment(vec![part(500)], Some(Tender { given, rate: None, change, change_from: 1 }), 0)
        };
        assert_eq!(id(&given(800, 300)), Ok(()));
        assert_eq!(id(&given(800, 200)), Err("err-pay-change"));
        assert_eq!(id(&given(400, -100)), Err("err-pay-change"));
        // notes that were handed over and given back leave no trace but on the receipt
        assert_eq!(entry_of(&given(800, 300)), entry_of(&good));
    }

    #[test]
    fn a_fund_without_general_money_gets_the_odd_cent_too() {
        let weights = BTreeMap::from([(Some(1), 2), (Some(2), 1)]);
        assert_eq!(by_weight(100, &weights), [(Some(1), 67), (Some(2), 33)]);
    }
}
