//! What those who control look at: everything that is allowed and rare. Nothing of it is wrong by itself.

use super::{Text, book::codes, bylaws::Certainty};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Deserialize;
use std::sync::LazyLock;

codes!(
    /// What is looked at.
    FindingKind, "err-finding-kind", "finding-",
    /// A receipt or a slip was voided.
    Void = "void",
    /// A receipt was printed more than once.
    Reprint = "reprint",
    /// Something counts on another day than stands on its paper.
    Late = "late",
    /// An entry was written into a month that had been closed.
    After = "after",
    /// An entry was taken back.
    Reversal = "reversal",
    /// An amount owed was let go.
    Waiver = "waiver",
    /// A count found more or less than the book.
    Difference = "difference",
    /// A box was counted unannounced.
    Surprise = "surprise",
    /// A batch was closed though it did not come to what was counted; the amount is what is too much or missing.
    Batch = "batches",
    /// A month or a year was opened again.
    Reopened = "reopened",
    /// Something was written while the clock went backwards.
    Clock = "clock",
    /// Money was handled outside the usual hours.
    Hours = "hours",
    /// A wallet is in the name of a person.
    Wallet = "wallet",
);

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The day it is of; a wallet has none.
    pub day: Option<NaiveDate>,
    /// What it is called: a number, a name, what was written.
    pub what: Text,
    /// The account it is about, which gives its name to `what`.
    pub account: Option<i64>,
    /// The command of an act and what that was about, where it is about an act.
    pub act: Option<(String, Vec<(String, String)>)>,
    /// How much it is about, where it is about money.
    pub amount: Option<super::amount::Amount>,
    /// Who did it; blank where nobody did.
    pub who: String,
    /// Its record: table and id.
    pub record: (&'static str, i64),
}

/// The rules of control that come with the program.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    count: Counting,
    close: Closing,
    hours: Hours,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counting {
    days: u64,
    certainty: Certainty,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Closing {
    day: u32,
    certainty: Certainty,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hours {
    from: String,
    until: String,
    certainty: Certainty,
}

/// The rules of control, from `data/control.toml`.
pub static CONTROL: LazyLock<Control> =
    LazyLock::new(|| toml::from_str(include_str!("../../data/control.toml")).expect("a test reads them"));

impl Control {
    /// After how many days a box should be counted again.
    pub const fn count_days(&self) -> u64 {
        self.count.days
    }

    /// The day of the next month by which a month should be closed.
    pub const fn close_day(&self) -> u32 {
        self.close.day
    }

    /// The times of the day between which money is handled.
    pub fn hours(&self) -> (&str, &str) {
        (&self.hours.from, &self.hours.until)
    }

    /// Whether a moment, where the program runs, is outside the usual hours.
    pub fn is_unusual(&self, at: NaiveDateTime) -> bool {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap_or_default();
        let (from, until) = (time(&self.hours.from), time(&self.hours.until));
        at.time() < from || at.time() >= until
    }
}

/// What came in and went out in a year, in one currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// ISO 4217 code.
    pub currency: String,
    /// Income of its own.
    pub own: i64,
    /// Grants and gifts of others.
    pub grants: i64,
    /// What it has cost.
    pub costs: i64,
}

impl Year {
    /// Own income out of costs, in hundredths; `None` without costs.
    pub fn coverage(&self) -> Option<i64> {
        part(self.own, self.costs)
    }

    /// The share of grants in all income, in hundredths; `None` without income.
    pub fn dependence(&self) -> Option<i64> {
        part(self.grants, self.own + self.grants)
    }
}

/// `part` out of `whole` in hundredths, to the nearest; `None` where there is no whole.
fn part(part: i64, whole: i64) -> Option<i64> {
    let hundredths = |whole: i128| (i128::from(part) * 200 + whole) / (whole * 2);
    (whole > 0 && part >= 0).then(|| i64::try_from(hundredths(whole.into())).unwrap_or(i64::MAX))
}

/// Some of many, without knowing beforehand which: drawn from a seed, so that the same draw can be shown again. The order
/// of `ids` is kept.
pub fn sample(ids: &[i64], count: usize, seed: u64) -> Vec<i64> {
    let mut drawn: Vec<(u64, i64)> = ids.iter().map(|id| (mix(seed ^ mix(id.unsigned_abs())), *id)).collect();
    drawn.sort_unstable();
    drawn.truncate(count);
    let drawn: std::collections::BTreeSet<i64> = drawn.into_iter().map(|(_, id)| id).collect();
    ids.iter().copied().filter(|id| drawn.contains(id)).collect()
}

/// The finishing step of `SplitMix64`: every bit of the answer hangs on every bit of the question.
const fn mix(seed: u64) -> u64 {
    let a = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let b = (a ^ (a >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let c = (b ^ (b >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    c ^ (c >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_rules_are_read_and_the_hours_are_local() {
        assert_eq!((CONTROL.count_days(), CONTROL.close_day()), (7, 10));
        assert_eq!(CONTROL.hours(), ("06:00", "20:00"));
        let at = |h, m| NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(h, m, 0).unwrap();
        // a Sunday is a day like any other: members pay after church
        assert!(!CONTROL.is_unusual(at(6, 0)) && !CONTROL.is_unusual(at(19, 59)));
        assert!(CONTROL.is_unusual(at(5, 59)) && CONTROL.is_unusual(at(20, 0)));
    }

    #[test]
    fn what_is_earned_is_measured_against_what_is_spent() {
        let year = Year { own: 300, grants: 100, costs: 400, ..Year::default() };
        assert_eq!((year.coverage(), year.dependence()), (Some(75), Some(25)));
        assert_eq!(Year::default().coverage(), None);
        assert_eq!(Year { own: 2, costs: 3, ..Year::default() }.coverage(), Some(67));
    }

    proptest! {
        #[test]
        fn a_sample_is_as_large_as_it_should_be_and_of_those_there_are(all in 0..300i64, count in 0..40usize, seed: u64) {
            let ids: Vec<i64> = (1..=all).collect();
            let drawn = sample(&ids, count, seed);
            prop_assert_eq!(drawn.len(), count.min(ids.len()));
            prop_assert!(drawn.iter().zip(drawn.iter().skip(1)).all(|(a, b)| a < b));
            prop_assert_eq!(sample(&ids, count, seed), drawn);
        }
    }
}
