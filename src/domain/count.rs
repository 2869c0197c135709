//! Counting a cash box: pieces of money by denomination, what they come to, and what is missing or over.
//!
//! Which notes and coins there are is data (`data/denomination.toml`).

use super::{
    Text,
    amount::Amount,
    book::codes,
    bylaws::Certainty,
    ledger::{EntryKind, Journal, Posting},
    signed::{Signed, is_same},
};
use chrono::NaiveDate;
use serde::Deserialize;
use std::{collections::BTreeMap, fmt, sync::LazyLock};

codes!(
    /// Why a box is counted.
    CountKind, "err-count-kind", "count-kind-",
    /// To know.
    Count = "count",
    /// Unannounced, without the one who keeps it.
    Surprise = "surprise",
    /// To close the day: two sign.
    Close = "close",
);

impl CountKind {
    /// The least number of people who sign such a count.
    pub const fn signers(self) -> usize {
        match self {
            Self::Count => 1,
            Self::Surprise | Self::Close => 2,
        }
    }
}

/// What there is of one kind of money.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// ISO 4217 code.
    pub currency: String,
    /// `note` or `coin`.
    pub kind: String,
    /// Values in the currency itself.
    pub values: Vec<String>,
    /// Who issues them, or where it was read.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
struct File {
    series: Vec<Series>,
}

/// The notes and coins that come with the program.
pub static SERIES: LazyLock<Vec<Series>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/denomination.toml")).expect("a test reads them");
    file.series
});

/// The values of the pieces of a currency in minor units, the largest first, each once: a note and a coin of one value
/// are counted together. None for a currency of which nothing is known.
pub fn denominations(currency: &str) -> Vec<i64> {
    let series = SERIES.iter().filter(|series| series.currency == currency);
    let values = series.flat_map(|series| &series.values);
    let mut minors: Vec<i64> =
        values.filter_map(|value| Amount::parse(value, currency).ok()).map(|a| a.minor).collect();
    minors.sort_unstable_by(|a, b| b.cmp(a));
    minors.dedup();
    minors
}

/// Pieces of money: how many of each value in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces(BTreeMap<i64, u32>);

impl Pieces {
    /// How many there are of a value.
    pub fn of(&self, value: i64) -> u32 {
        self.0.get(&value).copied().unwrap_or(0)
    }

    /// Says how many there are of a value.
    pub fn put(&mut self, value: i64, count: u32) {
        if count == 0 {
            self.0.remove(&value);
        } else {
            self.0.insert(value, count);
        }
    }

    /// Values and how many, the largest value first.
    pub fn iter(&self) -> impl Iterator<Item = (i64, u32)> {
        self.0.iter().rev().map(|(value, count)| (*value, *count))
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What they come to in minor units; nobody has more than the largest amount.
    pub fn sum(&self) -> i64 {
        self.0.iter().fold(0, |sum: i64, (value, count)| sum.saturating_add(value.saturating_mul(i64::from(*count))))
    }

    /// Reads them as they are kept: `{"2000000":3,"50000":12}`.
    pub fn parse(kept: &str) -> Option<Self> {
        if kept.is_empty() {
            return Some(Self::default());
        }
        let read: BTreeMap<String, u32> = serde_json::from_str(kept).ok()?;
        let pieces = read.into_iter().map(|(value, count)| Some((value.parse().ok()?, count)));
        pieces.collect::<Option<_>>().map(Self)
    }
}

impl fmt::Display for Pieces {
    /// As they are kept.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pieces = self.iter().map(|(value, count)| format!("\"{value}\":{count}"));
        write!(f, "{{{}}}", pieces.collect::<Vec<_>>().join(","))
    }
}

/// What is to be said of the difference of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There is what the book says.
    Agrees,
    /// There is not, and that was booked.
    Booked,
    /// There is not, and it stands open.
    Open,
    /// There was not, and it was counted again since.
    Passed,
}

impl Outcome {
    /// The key of its name in the language files.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Agrees => "count-agrees",
            Self::Booked => "count-booked",
            Self::Open => "count-open",
            Self::Passed => "count-passed",
        }
    }
}

/// A count of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Identity in the book; 0 before it is written.
    pub id: i64,
    /// The account.
    pub account: i64,
    /// Why it was counted.
    pub kind: CountKind,
    /// The day.
    pub counted_on: NaiveDate,
    /// The time of the day; may be blank.
    pub time: String,
    /// What was there.
    pub pieces: Pieces,
    /// What that comes to.
    pub counted: i64,
    /// What the book said at that time.
    pub expected: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// What a difference is put down to.
    pub reason: String,
    /// Who has counted, and who signs with them.
    pub signed: Signed,
    /// Who keeps the box and answers for it.
    pub keeper: String,
    /// The same, where that is a member.
    pub keeper_id: Option<i64>,
    /// The meeting whose money it is.
    pub meeting: Option<i64>,
    /// The entry of its difference, as long as that stands.
    pub entry: Option<i64>,
    /// Whether the same money was not counted again since.
    pub is_last: bool,
}

impl Count {
    /// A count of nothing yet.
    pub fn begun(account: i64, currency: &str, counted_on: NaiveDate) -> Self {
        let (pieces, signed) = (Pieces::default(), Signed::default());
        let (time, reason, keeper) = (String::new(), String::new(), String::new());
        let (kind, currency) = (CountKind::Count, currency.to_owned());
        let (keeper_id, meeting, entry) = (None, None, None);
        Self {
            id: 0,
            account,
            kind,
            counted_on,
            time,
            pieces,
            counted: 0,
            expected: 0,
            currency,
            reason,
            signed,
            keeper,
            keeper_id,
            meeting,
            entry,
            is_last: true,
        }
    }

    /// What is over, or missing where it is below nothing.
    pub const fn difference(&self) -> i64 {
        self.counted.saturating_sub(self.expected)
    }

    /// What is to be said of the difference.
    pub const fn outcome(&self) -> Outcome {
        match (self.difference(), self.entry) {
            (0, _) => Outcome::Agrees,
            (_, Some(_)) => Outcome::Booked,
            (_, None) if self.is_last => Outcome::Open,
            (_, None) => Outcome::Passed,
        }
    }

    /// Whether its difference can be booked: once, and of the last count.
    ///
    /// # Errors
    /// `err-count-passed`, `err-count-settled`.
    pub fn may_book(&self) -> Result<(), Text> {
        match self.outcome() {
            Outcome::Open => Ok(()),
            Outcome::Passed => Err(Text::new("err-count-passed")),
            Outcome::Agrees | Outcome::Booked => Err(Text::new("err-count-settled")),
        }
    }

    /// Rules of who signs, and of what must be said.
    ///
    /// # Errors
    /// What is missing.
    pub fn check(&self) -> Result<(), Text> {
        if self.counted < 0 {
            return Err(Text::new("err-count-below"));
        }
        let pieces = self.pieces.sum();
        if !self.pieces.is_empty() && pieces != self.counted {
            return Err(Text::new("err-count-pieces"));
        }
        self.signed.check(self.kind.signers())?;
        let is_keeper = |name: &String| is_same(name, &self.keeper);
        if self.kind == CountKind::Surprise && [&self.signed.first, &self.signed.second].into_iter().any(is_keeper) {
            return Err(Text::new("err-surprise-keeper").with("name", self.keeper.as_str()));
        }
        if self.kind == CountKind::Close && self.difference() != 0 && self.entry.is_none() && self.reason.is_empty() {
            return Err(Text::new("err-close-reason"));
        }
        Ok(())
    }

    /// The entry of the difference: what is missing is owed by the one who keeps the box until it is cleared up; what is
    /// over is income. `None` when there is no difference.
    pub fn booking(&self, booked_on: NaiveDate, accounts: Against) -> Option<Journal> {
        let difference = self.difference();
        if difference == 0 {
            return None;
        }
        let mut journal = Journal::new(EntryKind::Count, booked_on);
        journal.paper_on = Some(self.counted_on);
        journal.meeting = self.meeting;
        journal.text =
            [self.reason.as_str(), &self.keeper].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
        journal.add(Posting::new(self.account, difference, &self.currency));
        journal.add(if difference > 0 {
            Posting::new(accounts.surplus, -difference, &self.currency)
        } else {
            let owed = Posting::new(accounts.shortage, -difference, &self.currency);
            self.keeper_id.map_or(owed.clone(), |keeper| owed.member(keeper))
        });
        Some(journal)
    }
}

/// The accounts that a difference is booked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Against {
    /// What is missing and will be cleared up.
    pub shortage: i64,
    /// What was over.
    pub surplus: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::CURRENCIES;
    use proptest::prelude::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    const AGAINST: Against = Against { shortage: 2, surplus: 3 };

    fn count(counted: i64, expected: i64) -> Count {
        let signed = Signed { first: "Amina".into(), second: "Jean".into(), ..Signed::default() };
        Count { counted, expected, signed, ..Count::begun(1, "CDF", day()) }
    }

    #[test]
    fn every_value_is_an_amount_of_a_known_currency() {
        for series in SERIES.iter() {
            assert!(CURRENCIES.contains(&series.currency.as_str()), "{}", series.currency);
            assert!(["note", "coin"].contains(&series.kind.as_str()), "{}", series.kind);
            for value in &series.values {
                assert!(
                    Amount::parse(value, &series.currency).is_ok_and(|a| a.minor > 0),
                    "{value} {}",
                    series.currency
                );
            }
        }
        assert_eq!(denominations("CDF")[..2], [2_000_000, 1_000_000]);
        assert_eq!(denominations("XOF")[..2], [10_000, 5_000]);
        assert_eq!(denominations("GHS").last(), Some(&5));
        assert!(denominations("EUR").is_empty());
    }

    proptest! {
        #[test]
        fn a_count_never_loses_a_franc(
            found in prop::collection::vec((0..8usize, 0..500u32), 0..12), missing in -500_000..500_000i64, at in 0..12usize,
        ) {
            let values = denominations("CDF");
            let mut pieces = Pieces::default();
            for (value, count) in &found {
                pieces.put(values[*value], *count);
            }
            // one by one it comes to the same
            let singly: i64 = pieces.iter().flat_map(|(value, count)| (0..count).map(move |_| value)).sum();
            prop_assert_eq!(pieces.sum(), singly);
            prop_assert_eq!(Pieces::parse(&pieces.to_string()), Some(pieces.clone()));
            // what the book has after the difference is what was counted
            let count = Count { pieces, ..count(singly, singly + missing) };
            let keeper_id = (at % 2 == 0).then_some(7);
            let entry = Count { keeper_id, ..count.clone() }.booking(day(), AGAINST);
            let booked: i64 = entry.iter().flat_map(Journal::postings).filter(|p| p.account == 1).map(|p| p.minor).sum();
            prop_assert_eq!(count.expected + booked, count.counted);
            prop_assert_eq!(entry.is_none(), missing == 0);
            prop_assert!(entry.is_none_or(|journal| journal.balanced().is_ok()));
        }
    }

    #[test]
    fn what_is_missing_is_owed_and_what_is_over_is_income() {
        let short = Count { keeper: "KABASELE Joseph".into(), keeper_id: Some(13), ..count(95, 100) };
        let journal = short.booking(day(), AGAINST).unwrap();
        assert_eq!(journal.postings()[1], Posting::new(2, 5, "CDF").member(13));
        assert_eq!(journal.text, "KABASELE Joseph");
        let over = count(105, 100).booking(day(), AGAINST).unwrap();
        assert_eq!(over.postings()[1], Posting::new(3, -5, "CDF"));
    }

    #[test]
    fn two_sign_and_they_are_two() {
        let id = |count: &Count| count.check().err().map(|text| text.id);
        let alone = Signed { first: "Amina".into(), ..Signed::default() };
        let simple = Count { signed: alone.clone(), ..count(1, 1) };
        assert_eq!(id(&simple), None);
        assert_eq!(id(&Count { kind: CountKind::Close, ..simple.clone() }), Some("err-sign-second"));
        let twice = Signed { second: "AMINA (0012)".into(), ..alone };
        assert_eq!(id(&Count { signed: twice, ..simple.clone() }), Some("err-sign-same"));
        assert_eq!(id(&Count { signed: Signed::default(), ..simple }), Some("err-sign-first"));
        let close = Count { kind: CountKind::Close, ..count(1, 2) };
        assert_eq!(id(&close), Some("err-close-reason"));
        assert_eq!(id(&Count { reason: "erreur de monnaie".into(), ..close }), None);
    }

    #[test]
    fn a_surprise_is_one_for_the_one_who_keeps_the_box() {
        let surprise = Count { kind: CountKind::Surprise, keeper: "jean".into(), ..count(1, 1) };
        assert_eq!(surprise.check().unwrap_err().id, "err-surprise-keeper");
        assert!(Count { keeper: "Paul".into(), ..surprise }.check().is_ok());
    }
}
