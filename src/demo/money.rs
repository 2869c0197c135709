//! What the made-up cooperative has taken in and paid out in three years: entry fees, shares and dues of its members, in
//! francs and dollars; what it spends; what it carries to the bank. How much somebody owes is known only to the ledger:
//! here stands who pays when.

use super::{Demo, chance::Chance, meeting::Voter};
use crate::domain::{book::Country, day::month_start};
use chrono::{Datelike, Days, Months, NaiveDate};

/// How far back the books go.
const MONTHS: u32 = 36;
/// The months of which dues are by the month; before, they were by the year.
const MONTHLY: u32 = 21;

/// Where money is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Till {
    /// The cash box in the currency of the book.
    Cash,
    /// The cash box in dollars.
    Dollars,
    /// The account with the bank, in dollars.
    Bank,
    /// The telephone, in the currency of the book.
    Wallet,
}

/// What happens on a day. Amounts are in minor units of the till's currency, or of the book's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Members owe what is due for a period: a year, or a month.
    Raise {
        /// `2026` or `2026-09`.
        period: String,
        /// How much each.
        minor: i64,
    },
    /// Somebody has joined and owes the fee and so many shares, at ten dollars each.
    Join {
        /// Place among the voters.
        who: usize,
        /// How many shares.
        shares: i64,
    },
    /// Somebody pays what is owed in the currency of the till.
    Pay {
        /// Place among the voters.
        who: usize,
        /// Where it goes.
        till: Till,
        /// Whether all of it, or half.
        whole: bool,
    },
    /// A donor gives.
    Grant {
        /// How much, in dollars.
        minor: i64,
    },
    /// A slip is paid.
    Spend {
        /// Key of the expense in the chart.
        on: &'static str,
        /// How much.
        minor: i64,
        /// From where.
        till: Till,
        /// Place of the payee among the voters.
        payee: usize,
    },
    /// What is more than this in the cash box is changed into dollars and carried to the bank.
    Carry {
        /// What stays.
        keep: i64,
    },
}

/// Prices of a country: the fee, dues of a month, what an errand costs, how much of its money is a dollar.
struct Prices {
    fee: i64,
    dues: i64,
    errand: i64,
    rate: i64,
}

const fn prices(country: Country) -> Prices {
    match country {
        Country::Sl => Prices { fee: 10_000, dues: 2_500, errand: 9_000, rate: 23 },
        Country::Gh => Prices { fee: 6_000, dues: 1_500, errand: 5_000, rate: 12 },
        Country::Ci | Country::Cf => Prices { fee: 5_000, dues: 1_500, errand: 4_000, rate: 600 },
        Country::Gn => Prices { fee: 80_000, dues: 20_000, errand: 60_000, rate: 8_600 },
        Country::Cd => Prices { fee: 1_000_000, dues: 250_000, errand: 1_400_000, rate: 2_800 },
    }
}

impl Demo {
    /// How much of the book's money is a dollar.
    pub fn rate(&self) -> i64 {
        prices(self.coop.country).rate
    }

    /// The fee of joining.
    pub fn fee(&self) -> i64 {
        prices(self.coop.country).fee
    }

    /// What was taken in and paid out, in the order of the days.
    pub fn treasury(&self, voters: &[Voter]) -> Vec<(NaiveDate, Event)> {
        let first = month_start(self.day).checked_sub_months(Months::new(MONTHS - 1));
        let begin = first.unwrap_or(self.day).max(self.founded_on());
        let mut events = Vec::new();
        if voters.is_empty() {
            return events;
        }
        for (at, voter) in voters.iter().enumerate() {
            let mut chance = Chance::nth(self.seed ^ 0xb, at as u64);
            let shares = 1 + chance.below(4) as i64;
            let joined = voter.joined_on.max(begin);
            events.push((joined, Event::Join { who: at, shares }));
            if voter.left_on.is_none_or(|left| left > joined) {
                let till = if chance.happens(60) { Till::Dollars } else { Till::Bank };
                let days = chance.below(50);
                events.push((joined + Days::new(days), Event::Pay { who: at, till, whole: chance.happens(80) }));
            }
        }
        let prices = prices(self.coop.country);
        for back in (0..MONTHS).rev() {
            let month = month_start(self.day).checked_sub_months(Months::new(back));
            let Some(month) = month.filter(|month| *month >= month_start(begin)) else { continue };
            self.month(month, back, voters, &prices, &mut events);
        }
        events.retain(|(on, _)| *on >= begin && *on <= self.day);
        // on one day something is owed before it is paid
        events.sort_by_key(|(on, event)| (*on, !matches!(event, Event::Raise { .. } | Event::Join { .. })));
        events
    }

    fn month(
        &self,
        month: NaiveDate,
        back: u32,
        voters: &[Voter],
        prices: &Prices,
        events: &mut Vec<(NaiveDate, Event)>,
    ) {
        let mut chance = Chance::nth(self.seed ^ 0xd, u64::from(back));
        let is_january = month.month() == 1;
        if back < MONTHLY {
            events.push((month, Event::Raise { period: month.format("%Y-%m").to_string(), minor: prices.dues }));
        } else if is_january {
            events.push((month, Event::Raise { period: month.format("%Y").to_string(), minor: prices.dues * 6 }));
        }
        let often = if back < MONTHLY { 80 } else { 12 };
        let some_day = |chance: &mut Chance| month + Days::new(chance.below(28));
        for (at, voter) in voters.iter().enumerate() {
            let is_there = voter.joined_on <= month && voter.left_on.is_none_or(|left| left > month);
            if is_there && chance.happens(often) {
                let till = if chance.happens(70) { Till::Cash } else { Till::Wallet };
                events.push((some_day(&mut chance), Event::Pay { who: at, till, whole: chance.happens(92) }));
            }
            if is_there && chance.happens(4) {
                events.push((some_day(&mut chance), Event::Pay { who: at, till: Till::Dollars, whole: true }));
            }
        }
        for on in ["supplies", "travel", "communication", "meeting"] {
            let minor = prices.errand * (4 + chance.below(7) as i64) / 10;
            let payee = chance.below(voters.len() as u64) as usize;
            events.push((some_day(&mut chance), Event::Spend { on, minor, till: Till::Cash, payee }));
        }
        let payee = chance.below(voters.len() as u64) as usize;
        events.push((month + Days::new(27), Event::Spend { on: "rent", minor: 6_000, till: Till::Bank, payee }));
        if back % 6 == 3 {
            events.push((some_day(&mut chance), Event::Grant { minor: 50_000 + 5_000 * chance.below(6) as i64 }));
            events
                .push((month + Days::new(25), Event::Spend { on: "training", minor: 32_000, till: Till::Bank, payee }));
        }
        events.push((month + Days::new(26), Event::Carry { keep: prices.errand * 3 }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::cooperative;

    #[test]
    fn three_years_have_thousands_of_events_and_none_before_somebody_joins() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let demo = cooperative(184, 1, day, Country::Cd);
        let voters: Vec<Voter> = demo.people().filter_map(|person| demo.voter(&person.member)).collect();
        let events = demo.treasury(&voters);
        assert!(events.len() > 2_000, "{}", events.len());
        assert!(events.is_sorted_by_key(|(on, _)| *on));
        for (on, event) in &events {
            if let Event::Pay { who, .. } = event {
                assert!(voters[*who].joined_on <= *on);
            }
        }
        assert_eq!(demo.treasury(&voters), events, "the same on every machine");
    }
}
