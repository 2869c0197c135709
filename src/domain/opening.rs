//! What was there when the book began: the shares, arrears and credits of members, and what stood on accounts.
//!
//! A row becomes one entry of the ledger. What it brings in stands against the account `opening`, so that what is left
//! there in the end is what the cooperative brought forward.

use super::{
    Text,
    account::{AccountKind, Nature},
    amount::Amount,
    due::DueKind,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What was there of somebody, or on an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Of a member.
    Member(MemberOpening),
    /// On an account.
    Account(AccountOpening),
}

/// What was there of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberOpening {
    /// The member.
    pub member: i64,
    /// The shares held.
    pub shares: Option<Held>,
    /// What was owed.
    pub arrears: Option<Amount>,
    /// By when it should have been paid; the day of the opening when nobody knows.
    pub arrears_on: Option<NaiveDate>,
    /// What was paid beyond what was owed.
    pub credit: Option<Amount>,
}

/// Shares of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// How many.
    pub count: u32,
    /// What one is worth.
    pub nominal: Amount,
    /// How much of them is paid, in minor units of that currency.
    pub paid: i64,
}

/// What stood on an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountOpening {
    /// The account.
    pub on: Place,
    /// What it is for.
    pub kind: AccountKind,
    /// The fund to which it belonged.
    pub fund: Option<i64>,
    /// How much, as people say it: a reserve of a thousand is a thousand.
    pub balance: Amount,
}

/// An account that the book has, or one of the chart that it may still be without.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// An account of the book.
    Account(i64),
    /// The key of an account of the chart.
    Chart(&'static str),
}

/// A line of the entry that a row becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// On which account.
    pub on: Place,
    /// How much, a debit where positive.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// The fund it belongs to.
    pub fund: Option<i64>,
    /// Whether it is the part of the row's member.
    pub is_members: bool,
    /// What it raises as owed, and by when that was to be paid.
    pub raises: Option<(DueKind, NaiveDate)>,
}

impl Line {
    fn new(on: Place, minor: i64, currency: &str) -> Self {
        let currency = currency.to_owned();
        Self { on, minor, currency, fund: None, is_members: false, raises: None }
    }

    fn of_member(self) -> Self {
        Self { is_members: true, ..self }
    }

    fn raises(self, kind: DueKind, due_on: NaiveDate) -> Self {
        Self { raises: Some((kind, due_on)), ..self }
    }
}

impl Held {
    /// What all of them are worth; nothing when that is beyond any sum.
    pub fn worth(&self) -> i64 {
        self.nominal.minor.saturating_mul(i64::from(self.count))
    }
}

/// Whether an opening balance can stand on accounts of this kind: what belongs to members is entered member by member,
/// and some accounts only result.
pub const fn may_open(kind: AccountKind) -> bool {
    !matches!(
        kind,
        AccountKind::Member | AccountKind::Capital | AccountKind::Saving | AccountKind::Opening | AccountKind::Exchange
    )
}

impl Opening {
    /// What it becomes in the ledger on a day: lines that sum to nothing in every currency.
    pub fn lines(&self, on: NaiveDate) -> Vec<Line> {
        let chart = Place::Chart;
        match self {
            Self::Account(row) => {
                let Amount { minor, currency } = &row.balance;
                let minor = if AccountOpening::is_debit(row.kind) { *minor } else { -minor };
                let line = |place, minor| Line { fund: row.fund, ..Line::new(place, minor, currency) };
                vec![line(row.on.clone(), minor), line(chart("opening"), -minor)]
            }
            Self::Member(row) => {
                let mut lines = Vec::new();
                if let Some(held) = &row.shares {
                    let (worth, currency) = (held.worth(), &held.nominal.currency);
                    let unpaid = Line::new(chart(DueKind::Share.owed_on()), worth - held.paid, currency);
                    lines.push(unpaid.of_member().raises(DueKind::Share, on));
                    lines.push(Line::new(chart("opening"), held.paid, currency));
                    lines.push(Line::new(chart(DueKind::Share.raised_from()), -worth, currency).of_member());
                }
                if let Some(Amount { minor, currency }) = &row.arrears {
                    let owed = Line::new(chart(DueKind::Arrears.owed_on()), *minor, currency).of_member();
                    lines.push(owed.raises(DueKind::Arrears, row.arrears_on.unwrap_or(on)));
                    lines.push(Line::new(chart(DueKind::Arrears.raised_from()), -minor, currency));
                }
                if let Some(Amount { minor, currency }) = &row.credit {
                    lines.push(Line::new(chart("opening"), *minor, currency));
                    lines.push(Line::new(chart("member"), -minor, currency).of_member());
                }
                lines.retain(|line| line.minor != 0);
                lines
            }
        }
    }

    /// The currencies in which it says something.
    pub fn currencies(&self) -> Vec<&str> {
        let mut found: Vec<&str> = match self {
            Self::Account(row) => vec![&row.balance.currency],
            Self::Member(row) => {
                let amounts =
                    [row.shares.as_ref().map(|held| &held.nominal), row.arrears.as_ref(), row.credit.as_ref()];
                amounts.into_iter().flatten().map(|amount| amount.currency.as_str()).collect()
            }
        };
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What is wrong with it in itself: the field, and why.
    pub fn fault(&self, on: NaiveDate) -> Option<(&'static str, Text)> {
        match self {
            Self::Account(row) if !may_open(row.kind) => Some(("account", Text::new("err-opening-members"))),
            Self::Account(row) if row.balance.minor == 0 => Some(("balance", Text::new("err-opening-nothing"))),
            Self::Account(_) => None,
            Self::Member(row) => row.fault(on),
        }
    }
}

impl MemberOpening {
    fn fault(&self, on: NaiveDate) -> Option<(&'static str, Text)> {
        let positive = || Text::new("err-amount-positive");
        if self.shares.is_none() && self.arrears.is_none() && self.credit.is_none() {
            return Some(("shares", Text::new("err-opening-nothing")));
        }
        if let Some(held) = &self.shares {
            let worth = held.worth();
            if held.nominal.minor <= 0 || worth == i64::MAX {
                return Some(("share_value", positive()));
            }
            if held.paid < 0 || held.paid > worth {
                let most = Amount { minor: worth, currency: held.nominal.currency.clone() };
                return Some(("paid", Text::new("err-opening-paid").with("most", most)));
            }
        }
        for (field, amount) in [("arrears", &self.arrears), ("credit", &self.credit)] {
            if amount.as_ref().is_some_and(|amount| amount.minor <= 0) {
                return Some((field, positive()));
            }
        }
        if self.arrears_on.is_some_and(|day| day > on) {
            return Some(("arrears_on", Text::new("err-opening-late")));
        }
        let is_both = self.arrears.as_ref().zip(self.credit.as_ref()).is_some_and(|(a, b)| a.currency == b.currency);
        is_both.then(|| ("credit", Text::new("err-opening-both")))
    }
}

impl AccountOpening {
    /// Whether what stands on an account of this kind is a debit.
    pub const fn is_debit(kind: AccountKind) -> bool {
        matches!(kind.nature(), Nature::Asset | Nature::Expense)
    }
}

/// What rows come to in one currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// What stood on the accounts of what the cooperative had.
    pub there: i64,
    /// What members owed, unpaid shares among it.
    pub owed: i64,
    /// The shares of the members.
    pub capital: i64,
    /// What members had paid beyond what they owed.
    pub credit: i64,
    /// Reserves and the like.
    pub set_aside: i64,
}

impl Sum {
    /// What is left over: brought forward.
    pub const fn left(&self) -> i64 {
        self.there + self.owed - self.capital - self.credit - self.set_aside
    }
}

/// What rows come to, by currency.
pub fn sums<'a>(rows: impl IntoIterator<Item = &'a Opening>) -> BTreeMap<String, Sum> {
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    let mut sum = |currency: &str, add: &dyn Fn(&mut Sum)| add(sums.entry(currency.to_owned()).or_default());
    for row in rows {
        match row {
            Opening::Account(AccountOpening { kind, balance: Amount { minor, currency }, .. }) => {
                sum(currency, &|sum| match kind.nature() {
                    Nature::Asset => sum.there += minor,
                    Nature::Expense => sum.set_aside -= minor,
                    _ => sum.set_aside += minor,
                });
            }
            Opening::Member(row) => {
                if let Some(held) = &row.shares {
                    sum(&held.nominal.currency, &|sum| {
                        sum.capital += held.worth();
                        sum.owed += held.worth() - held.paid;
                    });
                }
                if let Some(Amount { minor, currency }) = &row.arrears {
                    sum(currency, &|sum| sum.owed += minor);
                }
                if let Some(Amount { minor, currency }) = &row.credit {
                    sum(currency, &|sum| sum.credit += minor);
                }
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 12, 31).unwrap()
    }

    fn amount() -> impl Strategy<Value = Amount> {
        let currency = prop::sample::select(vec!["CDF", "USD"]);
        (1i64..9_000_000, currency).prop_map(|(minor, currency)| Amount { minor, currency: currency.to_owned() })
    }

    fn opening() -> impl Strategy<Value = Opening> {
        let held = (1u32..500, amount(), 0i64..100).prop_map(|(count, nominal, percent)| {
            let paid = nominal.minor * i64::from(count) * percent / 100;
            Held { count, nominal, paid }
        });
        let of_member = (1i64..40, prop::option::of(held), prop::option::of(amount()), prop::option::of(amount()))
            .prop_map(|(member, shares, arrears, credit)| {
                Opening::Member(MemberOpening { member, shares, arrears, arrears_on: None, credit })
            });
        let kinds: Vec<AccountKind> = AccountKind::ALL.iter().copied().filter(|kind| may_open(*kind)).collect();
        let of_account = (1i64..9, prop::sample::select(kinds), amount(), prop::option::of(1i64..3)).prop_map(
            |(account, kind, balance, fund)| {
                Opening::Account(AccountOpening { on: Place::Account(account), kind, fund, balance })
            },
        );
        prop_oneof![of_member, of_account]
    }

    proptest! {
        #[test]
        fn rows_balance_and_what_is_left_over_is_brought_forward(rows in prop::collection::vec(opening(), 0..12)) {
            let mut forward: BTreeMap<String, i64> = BTreeMap::new();
            for row in &rows {
                let mut rest: BTreeMap<String, i64> = BTreeMap::new();
                for line in row.lines(day()) {
                    *rest.entry(line.currency.clone()).or_default() += line.minor;
                    if line.on == Place::Chart("opening") {
                        *forward.entry(line.currency).or_default() -= line.minor;
                    }
                }
                prop_assert!(rest.values().all(|rest| *rest == 0), "{row:?}");
            }
            for (currency, sum) in sums(&rows) {
                prop_assert_eq!(sum.left(), forward.get(&currency).copied().unwrap_or(0));
            }
        }
    }

    #[test]
    fn ten_shares_of_which_seven_are_paid_leave_three_owed() {
        let cdf = |minor| Amount { minor, currency: "CDF".to_owned() };
        let held = Held { count: 10, nominal: cdf(500_000), paid: 3_500_000 };
        let row =
            MemberOpening { member: 7, shares: Some(held), arrears: Some(cdf(90)), arrears_on: None, credit: None };
        let lines = Opening::Member(row.clone()).lines(day());
        let on = |key| {
            let of = lines.iter().filter(|line| line.on == Place::Chart(key));
            of.map(|line| line.minor).sum::<i64>()
        };
        assert_eq!((on("unpaid_shares"), on("capital"), on("opening")), (1_500_000, -5_000_000, 3_500_000 - 90));
        let raised: Vec<_> = lines.iter().filter_map(|line| line.raises.map(|(kind, _)| (kind, line.minor))).collect();
        assert_eq!(raised, [(DueKind::Share, 1_500_000), (DueKind::Arrears, 90)]);
        assert_eq!(Opening::Member(row.clone()).fault(day()), None);
        let fault = |row: MemberOpening| Opening::Member(row).fault(day()).map(|(field, _)| field);
        let both = MemberOpening { credit: Some(cdf(5)), ..row.clone() };
        assert_eq!(fault(both), Some("credit"));
        let held = Held { count: 1, nominal: cdf(100), paid: 101 };
        assert_eq!(fault(MemberOpening { shares: Some(held), ..row.clone() }), Some("paid"));
        let nothing = MemberOpening { shares: None, arrears: None, ..row };
        assert_eq!(fault(nothing), Some("shares"));
    }
}
