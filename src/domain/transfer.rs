//! Money that goes from one account of the cooperative to another: at once, under way for days, or into another currency
//! at a rate that somebody has typed.

use super::{
    Text,
    amount::Amount,
    ledger::{EntryKind, Journal, Posting},
    rate::Rate,
};
use chrono::NaiveDate;

/// Money from one account to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Identity in the book.
    pub id: i64,
    /// Counts the changes.
    pub rev: i64,
    /// From which account.
    pub from: i64,
    /// To which.
    pub to: i64,
    /// When it left.
    pub sent_on: NaiveDate,
    /// When it came; none while it is under way.
    pub arrived_on: Option<NaiveDate>,
    /// What left.
    pub amount: Amount,
    /// What came, or is to come.
    pub received: Amount,
    /// The fund whose money it is; none is general money.
    pub fund: Option<i64>,
    /// The rate that was agreed, between two currencies.
    pub rate: Option<Rate>,
    /// What the bank or the operator kept for it, in the currency that left.
    pub fee: i64,
    /// Number of the deposit slip.
    pub slip: String,
    /// Who carries it.
    pub carried_by: String,
    /// Anything else.
    pub note: String,
    /// The entry that sent it.
    pub entry: i64,
    /// The entry by which it arrived, when that was another.
    pub arrival: Option<i64>,
    /// When it was taken back.
    pub voided_on: Option<NaiveDate>,
}

impl Transfer {
    /// What leaves one account on a day, and comes to another on the same one.
    pub fn new((from, amount): (i64, Amount), (to, received): (i64, Amount), on: NaiveDate) -> Self {
        Self {
            id: 0,
            rev: 0,
            from,
            to,
            sent_on: on,
            arrived_on: Some(on),
            amount,
            received,
            fund: None,
            rate: None,
            fee: 0,
            slip: String::new(),
            carried_by: String::new(),
            note: String::new(),
            entry: 0,
            arrival: None,
            voided_on: None,
        }
    }

    /// What should come by the rate; `None` without one, or when it is of other currencies.
    pub fn agreed(&self) -> Option<Amount> {
        self.rate.as_ref()?.convert(&self.amount).filter(|agreed| agreed.currency == self.received.currency)
    }

    /// How much more or less came than the rate says, in words; `None` where it is as much.
    pub fn difference(&self) -> Option<Text> {
        let minor = self.received.minor - self.agreed()?.minor;
        let id = if minor > 0 { "transfer-difference-gain" } else { "transfer-difference-loss" };
        let amount = Amount { minor: minor.abs(), ..self.received.clone() };
        (minor != 0).then(|| Text::new(id).with("amount", amount))
    }

    /// Whether it left and has not come.
    pub fn is_under_way(&self) -> bool {
        self.arrived_on.is_none() && self.voided_on.is_none()
    }

    /// What is wrong with it: it goes nowhere, has no rate, comes before it left.
    ///
    /// # Errors
    /// What would be right.
    pub fn check(&self) -> Result<(), Text> {
        let is_exchange = self.amount.currency != self.received.currency;
        if self.from == self.to {
            return Err(Text::new("err-transfer-same"));
        }
        if self.amount.minor <= 0 || self.received.minor <= 0 || self.fee < 0 {
            return Err(Text::new("err-amount-positive"));
        }
        if is_exchange && self.agreed().is_none() {
            return Err(Text::new("err-transfer-rate"));
        }
        if is_exchange && self.arrived_on.is_none() {
            return Err(Text::new("err-transfer-exchange"));
        }
        if !is_exchange && self.amount != self.received {
            return Err(Text::new("err-transfer-amount"));
        }
        if self.arrived_on.is_some_and(|day| day < self.sent_on) {
            return Err(Text::new("err-transfer-before"));
        }
        Ok(())
    }

    /// The entry by which it leaves; it has come by it as well unless it is under way. `chart` gives the accounts of the
    /// chart by their keys.
    ///
    /// # Errors
    /// Those of `chart`.
    pub fn sending<E>(
        &self,
        on: NaiveDate,
        mut chart: impl FnMut(&'static str) -> Result<i64, E>,
    ) -> Result<Journal, E> {
        let mut journal = self.journal(on, self.sent_on);
        let left = |account| Posting::new(account, self.amount.minor, &self.amount.currency).fund(self.fund);
        if self.amount.currency != self.received.currency {
            let exchange = chart("exchange")?;
            journal.carry(left(exchange), self.from);
            let (got, currency) = (self.received.minor, &self.received.currency);
            let agreed = self.agreed().map_or(got, |agreed| agreed.minor);
            let got_of = |account, minor| Posting::new(account, minor, currency).fund(self.fund);
            journal.add(got_of(self.to, got));
            journal.add(got_of(exchange, -agreed));
            if got != agreed {
                let difference = chart(if got > agreed { "exchange_gain" } else { "exchange_loss" })?;
                journal.add(got_of(difference, agreed - got));
            }
        } else if self.arrived_on.is_some() {
            journal.carry(left(self.to), self.from);
        } else {
            journal.carry(left(chart("transit")?), self.from);
        }
        if self.fee > 0 {
            journal.carry(Posting::new(chart("bank_fee")?, self.fee, &self.amount.currency), self.from);
        }
        Ok(journal)
    }

    /// The entry by which it comes, with what the bank keeps of it.
    ///
    /// # Errors
    /// Those of `chart`.
    pub fn arriving<E>(
        &self,
        on: NaiveDate,
        came_on: NaiveDate,
        fee: i64,
        mut chart: impl FnMut(&'static str) -> Result<i64, E>,
    ) -> Result<Journal, E> {
        let mut journal = self.journal(on, came_on);
        let came = Posting::new(self.to, self.received.minor, &self.received.currency).fund(self.fund);
        journal.carry(came, chart("transit")?);
        if fee > 0 {
            journal.carry(Posting::new(chart("bank_fee")?, fee, &self.received.currency), self.to);
        }
        Ok(journal)
    }

    fn journal(&self, on: NaiveDate, paper_on: NaiveDate) -> Journal {
        let mut journal = Journal::new(EntryKind::Transfer, on);
        journal.paper_on = Some(paper_on);
        journal.reference.clone_from(&self.slip);
        journal.text.clone_from(&self.note);
        journal
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    fn amount(minor: i64, currency: &str) -> Amount {
        Amount { minor, currency: currency.into() }
    }

    fn transfer(sent: Amount, received: Amount, rate: Option<&str>) -> Transfer {
        let rate = rate.map(|rate| Rate::parse(rate, "USD", "CDF").unwrap());
        Transfer { rate, ..Transfer::new((1, sent), (2, received), day(20)) }
    }

    /// Accounts of the chart as tests number them.
    fn chart(key: &'static str) -> Result<i64, &'static str> {
        Ok(match key {
            "transit" => 10,
            "exchange" => 11,
            "exchange_gain" => 12,
            "exchange_loss" => 13,
            "bank_fee" => 14,
            unknown => return Err(unknown),
        })
    }

    fn on(journal: &Journal, account: i64, currency: &str) -> i64 {
        let of = journal.postings().iter().filter(|p| p.account == account && p.currency == currency);
        of.map(|posting| posting.minor).sum()
    }

    #[test]
    fn less_than_the_rate_says_is_a_loss_and_more_a_gain() {
        for (got, account) in [(28_000_000, 13), (28_600_000, 12)] {
            let exchange = transfer(amount(10_000, "USD"), amount(got, "CDF"), Some("2850"));
            let journal = exchange.sending(day(20), chart).unwrap();
            assert_eq!(on(&journal, account, "CDF"), 28_500_000 - got);
            assert_eq!((on(&journal, 1, "USD"), on(&journal, 2, "CDF")), (-10_000, got));
            assert!(journal.balanced().is_ok());
            let said = if account == 12 { "transfer-difference-gain" } else { "transfer-difference-loss" };
            assert_eq!(exchange.difference().map(|text| text.id), Some(said));
        }
        let as_agreed = transfer(amount(10_000, "USD"), amount(28_500_000, "CDF"), Some("2850"));
        assert_eq!(as_agreed.difference(), None);
    }

    #[test]
    fn money_under_way_stands_apart_until_it_comes() {
        let mut way = transfer(amount(500_000, "CDF"), amount(500_000, "CDF"), None);
        (way.arrived_on, way.fee) = (None, 1_000);
        assert!(way.is_under_way());
        let left = way.sending(day(20), chart).unwrap();
        assert_eq!((on(&left, 1, "CDF"), on(&left, 10, "CDF"), on(&left, 14, "CDF")), (-501_000, 500_000, 1_000));
        let came = way.arriving(day(23), day(23), 2_500, chart).unwrap();
        assert_eq!((on(&came, 10, "CDF"), on(&came, 2, "CDF"), on(&came, 14, "CDF")), (-500_000, 497_500, 2_500));
        assert!(left.balanced().is_ok() && came.balanced().is_ok());
    }

    #[test]
    fn what_is_wrong_is_said() {
        let id = |change: &dyn Fn(&mut Transfer)| {
            let mut wrong = transfer(amount(10_000, "USD"), amount(28_500_000, "CDF"), Some("2850"));
            change(&mut wrong);
            wrong.check().unwrap_err().id
        };
        assert_eq!(id(&|t| t.to = 1), "err-transfer-same");
        assert_eq!(id(&|t| t.amount.minor = 0), "err-amount-positive");
        assert_eq!(id(&|t| t.rate = None), "err-transfer-rate");
        assert_eq!(id(&|t| t.arrived_on = None), "err-transfer-exchange");
        assert_eq!(id(&|t| t.arrived_on = Some(day(19))), "err-transfer-before");
        assert_eq!(id(&|t| t.received = amount(5, "USD")), "err-transfer-amount");
    }

    proptest! {
        #[test]
        fn an_exchange_leaves_nothing_in_any_currency(
            sent in 1..900_000_000i64, got in 1..900_000_000i64, rate in 1..9_000_000u64, fee in 0..5_000i64, is_usd: bool,
        ) {
            let (from, to) = if is_usd { ("USD", "CDF") } else { ("CDF", "USD") };
            let mut exchange = transfer(amount(sent, from), amount(got, to), Some(&rate.to_string()));
            exchange.fee = fee;
            let entry = exchange.sending(day(20), chart).unwrap().balanced().unwrap();
            prop_assert_eq!(on(entry.journal(), 2, to), got);
            prop_assert_eq!(on(entry.journal(), 1, from), -sent - fee);
        }
    }
}
