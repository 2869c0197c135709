//! Closing months and years: until when nothing is booked any more, what stands in the way, and how the income and expense
//! of a year become its surplus.

use super::{
    Text,
    book::codes,
    day::month_end,
    ledger::{EntryKind, Journal, Posting},
    signed::{How, Signed},
};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

codes!(
    /// What is closed.
    PeriodKind, "err-period-kind", "period-",
    /// A month.
    Month = "month",
    /// A year, with its surplus.
    Year = "year",
);

/// A month or a year that was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Close {
    /// Identity in the book.
    pub id: i64,
    /// What was closed.
    pub kind: PeriodKind,
    /// Its last day.
    pub last_on: NaiveDate,
    /// When it was closed.
    pub closed_on: NaiveDate,
    /// By whom.
    pub signed: Signed,
    /// What made the surplus of a year.
    pub entry: Option<i64>,
    /// How it was opened again.
    pub reopened: Option<Reopened>,
}

/// How a month or a year was opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopened {
    /// When.
    pub on: NaiveDate,
    /// By whom.
    pub signed: Signed,
    /// Why.
    pub reason: String,
}

/// The last day of a year.
pub fn year_last(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}

/// The months that have ended and are not closed, each by its last day, the oldest first: from the one behind `closed`, or
/// from that of the `first` entry.
pub fn open_months(closed: Option<NaiveDate>, first: Option<NaiveDate>, today: NaiveDate) -> Vec<NaiveDate> {
    let behind = closed.and_then(|day| day.checked_add_days(Days::new(1)));
    let Some(from) = behind.or(first) else { return Vec::new() };
    let mut found = Vec::new();
    let mut last = month_end(from);
    while last < today {
        found.push(last);
        let Some(next) = last.checked_add_days(Days::new(1)) else { break };
        last = month_end(next);
    }
    found
}

/// By when a month is to be closed: a day of the next.
pub fn close_by(last_on: NaiveDate, day: u32) -> NaiveDate {
    last_on.checked_add_days(Days::new(u64::from(day))).unwrap_or(last_on)
}

/// Whether a period that ends on `last_on` can be closed today.
///
/// # Errors
/// That it has not ended, is closed already, or does not end a month.
pub fn may_close(last_on: NaiveDate, closed: Option<NaiveDate>, today: NaiveDate) -> Result<(), Text> {
    let with_day = |id| Text::new(id).with("day", super::day::show(last_on));
    if last_on != month_end(last_on) {
        return Err(with_day("err-close-day"));
    }
    if last_on >= today {
        return Err(with_day("err-close-future"));
    }
    if closed.is_some_and(|closed| last_on <= closed) {
        return Err(with_day("err-close-already"));
    }
    Ok(())
}

/// What stands on an account of income or expense, by currency and fund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The account.
    pub account: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// The fund; none is general money.
    pub fund: Option<i64>,
    /// What stands there, an expense where positive.
    pub minor: i64,
}

/// The entry by which everything on the accounts of income and expense becomes the surplus of the year, by currency and
/// fund. `None` when nothing stands there.
pub fn year_end(last_on: NaiveDate, totals: &[Total], surplus: i64) -> Option<Journal> {
    let mut journal = Journal::new(EntryKind::YearEnd, last_on);
    journal.text = last_on.year().to_string();
    let mut kept: BTreeMap<(&str, Option<i64>), i64> = BTreeMap::new();
    for total in totals {
        journal.add(Posting::new(total.account, -total.minor, &total.currency).fund(total.fund));
        *kept.entry((&total.currency, total.fund)).or_default() += total.minor;
    }
    for ((currency, fund), minor) in kept {
        journal.add(Posting::new(surplus, minor, currency).fund(fund));
    }
    (!journal.postings().is_empty()).then_some(journal)
}

/// Something that should be done before a month is closed. None of it forbids closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What it is about.
    pub kind: GapKind,
    /// The record: a row of [`GapKind::table`].
    pub id: i64,
    /// What it is called: an account, a slip, a pad.
    pub name: String,
    /// The day it is of, where it has one.
    pub day: Option<NaiveDate>,
    /// How much it is about, in minor units and a currency; 0 where it is about none.
    pub amount: (i64, String),
    /// Numbers that are missing; blank where none are.
    pub numbers: String,
}

codes!(
    /// What should be done before a month is closed.
    GapKind, "err-gap-kind", "gap-",
    /// A cash box was not counted in the last days of the month.
    Uncounted = "uncounted",
    /// The difference of a count stands open.
    Difference = "difference",
    /// What is missing from a box was not cleared up.
    Shortage = "shortage",
    /// A batch of payments was not closed.
    Batch = "batch",
    /// A slip was approved and not paid.
    Voucher = "voucher",
    /// Money has left one account and not come to the other.
    Transfer = "transfer",
    /// Leaves of a pad are missing.
    Pad = "pad",
);

impl GapKind {
    /// The table of the record.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Uncounted | Self::Shortage => "account",
            Self::Difference => "cash_count",
            Self::Batch => "batch",
            Self::Voucher => "voucher",
            Self::Transfer => "transfer",
            Self::Pad => "pad",
        }
    }
}

/// Whether two people may open a period again: between them they are the secretary and the treasurer.
///
/// # Errors
/// Who is missing.
pub fn may_reopen(signed: &Signed, reason: &str) -> Result<(), Text> {
    signed.check(2)?;
    if reason.is_empty() {
        return Err(Text::new("err-reason"));
    }
    match signed.how {
        Some(How::Pin | How::Ink) => Ok(()),
        None => Err(Text::new("err-sign-second")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn total() -> impl Strategy<Value = Total> {
        let currency = prop::sample::select(vec!["CDF", "USD"]);
        (1i64..6, currency, prop::option::of(1i64..4), -90_000i64..90_000)
            .prop_map(|(account, currency, fund, minor)| Total { account, currency: currency.to_owned(), fund, minor })
    }

    proptest! {
        #[test]
        fn after_a_year_nothing_is_left_of_income_and_expense(totals in prop::collection::vec(total(), 0..12)) {
            const SURPLUS: i64 = 99;
            let Some(journal) = year_end(day(2025, 12, 31), &totals, SURPLUS) else {
                prop_assert!(totals.iter().all(|total| total.minor == 0));
                return Ok(());
            };
            for currency in ["CDF", "USD"] {
                for fund in [None, Some(1), Some(2), Some(3)] {
                    let was: i64 = totals.iter().filter(|t| t.currency == currency && t.fund == fund).map(|t| t.minor).sum();
                    let of = |is_surplus: bool| -> i64 {
                        let lines = journal.postings().iter().filter(|p| p.currency == currency && p.fund == fund);
                        lines.filter(|p| (p.account == SURPLUS) == is_surplus).map(|p| p.minor).sum()
                    };
                    prop_assert_eq!(was + of(false), 0);
                    prop_assert_eq!(of(true), was);
                }
            }
            prop_assert!(journal.balanced().is_ok());
        }
    }

    #[test]
    fn months_are_closed_in_their_order_once_they_have_ended() {
        let today = day(2026, 11, 23);
        let open = open_months(Some(day(2026, 8, 31)), Some(day(2025, 1, 4)), today);
        assert_eq!(open, [day(2026, 9, 30), day(2026, 10, 31)]);
        assert_eq!(open_months(None, Some(day(2026, 10, 4)), today), [day(2026, 10, 31)]);
        assert!(open_months(None, None, today).is_empty());
        assert_eq!(close_by(day(2026, 10, 31), 10), day(2026, 11, 10));
        let id = |last, closed| may_close(last, closed, today).err().map(|text| text.id);
        assert_eq!(id(day(2026, 10, 31), None), None);
        assert_eq!(id(day(2026, 11, 30), None), Some("err-close-future"));
        assert_eq!(id(day(2026, 10, 30), None), Some("err-close-day"));
        assert_eq!(id(day(2026, 9, 30), Some(day(2026, 9, 30))), Some("err-close-already"));
        assert_eq!(month_end(day(2024, 2, 3)), day(2024, 2, 29));
    }
}
