//! Money that goes from one account of the cooperative to another: at once, under way for days, or into another currency
//! at a rate that somebody has typed.

use super::{
    Text,
    amount::{Amount, decimals},
    ledger::{EntryKind, Journal, Posting},
};
use chrono::NaiveDate;

/// Decimals of a rate that are kept.
const PLACES: usize = 6;
/// One, as rates are kept.
const ONE: i128 = 1_000_000;

/// A rate between two currencies: how many units of the one are given for one of the other, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate(i64);

impl Rate {
    /// Reads `2 800`, `2800,50` or `0.00035`.
    ///
    /// # Errors
    /// `err-rate` with the text.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let wrong = || Text::new("err-rate").with("text", text.trim());
        let figure: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace(',', ".");
        let (whole, part) = figure.split_once('.').unwrap_or((&figure, ""));
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 9 || part.len() > PLACES || !digits(whole) || !digits(part) {
            return Err(wrong());
        }
        let units: i64 = format!("{whole}{part:0<PLACES$}").parse().map_err(|_| wrong())?;
        if units == 0 { Err(wrong()) } else { Ok(Self(units)) }
    }

    /// The figure with a point, without zeros at its end.
    pub fn figures(self) -> String {
        let (whole, part) = (i128::from(self.0) / ONE, i128::from(self.0) % ONE);
        let part = format!("{part:06}");
        let part = part.trim_end_matches('0');
        if part.is_empty() { whole.to_string() } else { format!("{whole}.{part}") }
    }

    /// What an amount comes to in another currency, to the nearest minor unit; `None` when it is too large.
    pub fn convert(self, amount: &Amount, to: &str) -> Option<i64> {
        let scale = |currency: &str| 10_i128.pow(decimals(currency));
        let (minor, rate) = (i128::from(amount.minor), i128::from(self.0));
        let (over, under) = if base(&amount.currency, to) == amount.currency {
            (minor * rate * scale(to), ONE * scale(&amount.currency))
        } else {
            (minor * ONE * scale(to), rate * scale(&amount.currency))
        };
        i64::try_from((2 * over + under).div_euclid(2 * under)).ok()
    }
}

/// The currency of which a rate says what one unit costs: people say what a dollar costs in francs, whichever way they
/// change.
pub fn base<'a>(from: &'a str, to: &'a str) -> &'a str {
    ["EUR", "USD"].into_iter().find_map(|strong| [from, to].into_iter().find(|known| *known == strong)).unwrap_or(from)
}

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
    /// What was agreed for one unit of the stronger currency.
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
        if is_exchange && self.rate.is_none() {
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
        let left = |account| Posting::new(account, self.amount.minor, &self.amount.currency);
        if self.amount.currency != self.received.currency {
            let exchange = chart("exchange")?;
            journal.carry(left(exchange), self.from);
            let (got, currency) = (self.received.minor, &self.received.currency);
            let agreed = self.rate.and_then(|rate| rate.convert(&self.amount, currency)).unwrap_or(got);
            journal.add(Posting::new(self.to, got, currency));
            journal.add(Posting::new(exchange, -agreed, currency));
            if got != agreed {
                let difference = chart(if got > agreed { "exchange_gain" } else { "exchange_loss" })?;
                journal.add(Posting::new(difference, agreed - got, currency));
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
        let came = Posting::new(self.to, self.received.minor, &self.received.currency);
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
    use std::convert::Infallible;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    fn amount(minor: i64, currency: &str) -> Amount {
        Amount { minor, currency: currency.into() }
    }

    fn transfer(sent: Amount, received: Amount, rate: Option<&str>) -> Transfer {
        Transfer {
            id: 0,
            rev: 0,
            from: 1,
            to: 2,
            sent_on: day(20),
            arrived_on: Some(day(20)),
            amount: sent,
            received,
            rate: rate.map(|rate| Rate::parse(rate).unwrap()),
            fee: 0,
            slip: String::new(),
            carried_by: String::new(),
            note: String::new(),
            entry: 0,
            arrival: None,
            voided_on: None,
        }
    }

    /// Accounts of the chart as tests number them.
    fn chart(key: &'static str) -> Result<i64, Infallible> {
        Ok(match key {
            "transit" => 10,
            "exchange" => 11,
            "exchange_gain" => 12,
            "exchange_loss" => 13,
            _ => 14,
        })
    }

    fn on(journal: &Journal, account: i64, currency: &str) -> i64 {
        let of = journal.postings().iter().filter(|p| p.account == account && p.currency == currency);
        of.map(|posting| posting.minor).sum()
    }

    #[test]
    fn a_rate_is_what_a_dollar_costs_whichever_way_one_changes() {
        let rate = Rate::parse("2 850,50").unwrap();
        assert_eq!(rate.figures(), "2850.5");
        assert_eq!(rate.convert(&amount(10_000, "USD"), "CDF"), Some(28_505_000));
        assert_eq!(rate.convert(&amount(28_505_000, "CDF"), "USD"), Some(10_000));
        assert_eq!(rate.convert(&amount(1, "CDF"), "USD"), Some(0));
        assert_eq!((base("CDF", "USD"), base("USD", "EUR"), base("GHS", "XOF")), ("USD", "EUR", "GHS"));
        for wrong in ["", "0", "-1", "x", "1.2.3", "0.0000001"] {
            assert_eq!(Rate::parse(wrong).unwrap_err().id, "err-rate", "{wrong}");
        }
    }

    #[test]
    fn less_than_the_rate_says_is_a_loss_and_more_a_gain() {
        for (got, account) in [(28_000_000, 13), (28_600_000, 12)] {
            let exchange = transfer(amount(10_000, "USD"), amount(got, "CDF"), Some("2850"));
            let journal = exchange.sending(day(20), chart).unwrap();
            assert_eq!(on(&journal, account, "CDF"), 28_500_000 - got);
            assert_eq!((on(&journal, 1, "USD"), on(&journal, 2, "CDF")), (-10_000, got));
            assert!(journal.balanced().is_ok());
        }
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

        #[test]
        fn a_rate_reads_back_and_is_undone_to_the_unit(units in 1_000_000..9_000_000_000i64, cents in 1..1_000_000i64) {
            let rate = Rate(units);
            prop_assert_eq!(Rate::parse(&rate.figures()), Ok(rate));
            // a franc is worth less than a cent: dollars come back as they were
            if let Some(francs) = rate.convert(&amount(cents, "USD"), "CDF") {
                prop_assert_eq!(rate.convert(&amount(francs, "CDF"), "USD"), Some(cents));
            }
        }
    }
}
