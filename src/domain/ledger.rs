//! The ledger: double entry that nobody has to know. An entry is written whole, balances in every currency, and is never
//! changed; what was wrong is taken back by its contrary.

use super::{Text, amount::Amount, book::codes};
use chrono::NaiveDate;
use std::collections::BTreeMap;

codes!(
    /// What an entry of the ledger is.
    EntryKind, "err-entry-kind", "journal-",
    /// What was there when the book began.
    Opening = "opening",
    /// An amount came to be owed.
    Raise = "raise",
    /// An amount owed was let go by a decision.
    Waive = "waive",
    /// Somebody paid.
    Payment = "payment",
    /// What somebody had paid beyond what was owed was set against what is owed.
    Apply = "apply",
    /// Something was paid out.
    Payout = "payout",
    /// Money went from one account to another.
    Transfer = "transfer",
    /// Shares went from one member to another, or were given back.
    Share = "share",
    /// A count found more or less than the book.
    Count = "count",
    /// A savings group met.
    Saving = "saving",
    /// A savings group lent.
    Loan = "loan",
    /// A savings group shared out.
    ShareOut = "share_out",
    /// Income and expense of a closed year became its surplus.
    YearEnd = "year_end",
    /// The contrary of another entry.
    Reversal = "reversal",
);

/// One line of an entry: what comes to an account, or goes from it where it is negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The account.
    pub account: i64,
    /// Minor units, a debit where positive.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// The fund it belongs to; none is the cooperative's general money.
    pub fund: Option<i64>,
    /// The member whose part of the account it is.
    pub member: Option<i64>,
    /// The amount owed that it raises, pays or waives.
    pub due: Option<i64>,
}

/// An entry before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// What it is.
    pub kind: EntryKind,
    /// The day on which it counts.
    pub booked_on: NaiveDate,
    /// The day on the paper it rests on, when that is another.
    pub paper_on: Option<NaiveDate>,
    /// What it was, in the words of the book; blank when the kind says it all.
    pub text: String,
    /// Number of a slip, a cheque, a message.
    pub reference: String,
    /// The motion or the minutes that decided it.
    pub decision: String,
    /// The batch it was entered in.
    pub batch: Option<i64>,
    /// The meeting at which it was paid.
    pub meeting: Option<i64>,
    postings: Vec<Posting>,
}

/// An entry that sums to nothing in every currency of every fund: only where money moves it becomes that of another fund.
/// Only such a one can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balanced(Journal);

impl Posting {
    /// A line that belongs to no fund, member or amount owed.
    pub fn new(account: i64, minor: i64, currency: &str) -> Self {
        Self { account, minor, currency: currency.to_owned(), fund: None, member: None, due: None }
    }

    /// The same for a fund.
    #[must_use]
    pub fn fund(self, fund: Option<i64>) -> Self {
        Self { fund, ..self }
    }

    /// The same as a member's part.
    #[must_use]
    pub fn member(self, member: i64) -> Self {
        Self { member: Some(member), ..self }
    }

    /// The same for an amount owed.
    #[must_use]
    pub fn due(self, due: Option<i64>) -> Self {
        Self { due, ..self }
    }
}

impl Journal {
    /// An entry without lines.
    pub fn new(kind: EntryKind, booked_on: NaiveDate) -> Self {
        let (text, reference, decision) = (String::new(), String::new(), String::new());
        let (paper_on, batch, meeting) = (None, None, None);
        Self { kind, booked_on, paper_on, text, reference, decision, batch, meeting, postings: Vec::new() }
    }

    /// Adds a line; one of nothing is left out.
    pub fn add(&mut self, posting: Posting) {
        if posting.minor != 0 {
            self.postings.push(posting);
        }
    }

    /// Adds two lines: what comes to one account and goes from the other.
    pub fn carry(&mut self, to: Posting, from: i64) {
        let back = Posting { account: from, minor: -to.minor, due: None, member: None, ..to.clone() };
        self.add(to);
        self.add(back);
    }

    /// Its lines.
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// What its lines come to in each currency of each fund that does not come to nothing.
    pub fn rest(&self) -> Vec<Amount> {
        let mut sums: BTreeMap<(&str, Option<i64>), i128> = BTreeMap::new();
        for posting in &self.postings {
            *sums.entry((&posting.currency, posting.fund)).or_default() += i128::from(posting.minor);
        }
        let amount = |((currency, _), sum): ((&str, Option<i64>), i128)| {
            let minor = i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX });
            (sum != 0).then(|| Amount { minor, currency: currency.to_owned() })
        };
        sums.into_iter().filter_map(amount).collect()
    }

    /// The entry, if it sums to nothing in every currency of every fund.
    ///
    /// # Errors
    /// `err-unbalanced` with what is over, `err-entry-empty` when it has no lines.
    pub fn balanced(self) -> Result<Balanced, Text> {
        if self.postings.is_empty() {
            return Err(Text::new("err-entry-empty"));
        }
        match self.rest().first() {
            None => Ok(Balanced(self)),
            Some(rest) => Err(Text::new("err-unbalanced").with("amount", rest.clone())),
        }
    }

    /// The contrary of lines that were written, on a day.
    pub fn contrary(booked_on: NaiveDate, lines: impl IntoIterator<Item = Posting>) -> Self {
        let mut journal = Self::new(EntryKind::Reversal, booked_on);
        lines.into_iter().for_each(|line| journal.add(Posting { minor: -line.minor, ..line }));
        journal
    }
}

impl Balanced {
    /// The entry.
    pub fn journal(&self) -> &Journal {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn posting() -> impl Strategy<Value = Posting> {
        let fund = prop::sample::select(vec![None, Some(1)]);
        (1i64..5, -2i64..3, prop::sample::select(vec!["CDF", "USD"]), fund)
            .prop_map(|(account, minor, currency, fund)| Posting::new(account, minor, currency).fund(fund))
    }

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    proptest! {
        #[test]
        fn only_what_sums_to_nothing_in_every_currency_of_every_fund_is_balanced(lines in prop::collection::vec(posting(), 0..6)) {
            let mut journal = Journal::new(EntryKind::Payment, day());
            lines.iter().cloned().for_each(|line| journal.add(line));
            let sum = |currency: &str, fund| {
                lines.iter().filter(|l| l.currency == currency && l.fund == fund).map(|l| l.minor).sum::<i64>()
            };
            let has_lines = lines.iter().any(|line| line.minor != 0);
            let is_even = |currency| sum(currency, None) == 0 && sum(currency, Some(1)) == 0;
            let is_balanced = is_even("CDF") && is_even("USD") && has_lines;
            prop_assert_eq!(journal.balanced().is_ok(), is_balanced);
        }

        #[test]
        fn an_entry_and_its_contrary_leave_nothing(lines in prop::collection::vec(posting(), 1..6)) {
            let contrary = Journal::contrary(day(), lines.clone());
            for account in 1..5 {
                for currency in ["CDF", "USD"] {
                    let of = |all: &[Posting]| {
                        all.iter().filter(|l| l.account == account && l.currency == currency).map(|l| l.minor).sum::<i64>()
                    };
                    prop_assert_eq!(of(&lines) + of(contrary.postings()), 0);
                }
            }
        }
    }

    #[test]
    fn amounts_that_cannot_be_summed_are_not_balanced_by_accident() {
        let mut journal = Journal::new(EntryKind::Opening, day());
        journal.add(Posting::new(1, i64::MAX, "CDF"));
        journal.add(Posting::new(2, i64::MAX, "CDF"));
        journal.add(Posting::new(3, 2, "CDF"));
        assert!(journal.balanced().is_err());
    }
}
