//! Rates between two currencies: typed by hand on the day, exact, never looked up.

use super::{
    Text,
    amount::{Amount, decimals},
};
use std::fmt;

/// How many decimals a rate may have.
const PLACES: usize = 6;
/// The longest whole part that is read: more is a typing error.
const DIGITS: usize = 9;

/// So much of one currency is one of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The currency of which it is one.
    pub one: String,
    /// The currency in which that is told.
    pub told: String,
    figure: i64,
    places: u32,
}

impl Rate {
    /// Which of two currencies is told in the other: one of the foreign money is so much of the book's own; between two
    /// foreign ones, one of what is `given` is so much of the other.
    pub fn sides<'a>(given: &'a str, other: &'a str, own: &str) -> (&'a str, &'a str) {
        if given == own { (other, given) } else { (given, other) }
    }

    /// Reads `2800`, `2 800,50` or `2,800.50`: that many `told` are one `one`.
    ///
    /// # Errors
    /// `err-rate` with the text and what is asked, `err-rate-blank` where there is nothing.
    pub fn parse(text: &str, one: &str, told: &str) -> Result<Self, Text> {
        let id = if text.trim().is_empty() { "err-rate-blank" } else { "err-rate" };
        let wrong = || Text::new(id).with("text", text.trim()).with("one", one).with("told", told);
        let figure: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
        // the last point or comma parts the decimals, unless three digits follow that make thousands
        let last = figure.rfind(['.', ',']).filter(|at| figure.len() - at - 1 != 3 || figure[..*at] == *"0");
        let (whole, part) = last.map_or((figure.as_str(), ""), |at| (&figure[..at], &figure[at + 1..]));
        let whole: String = whole.chars().filter(|c| !matches!(c, '.' | ',')).collect();
        let digits = |t: &str| t.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > DIGITS || part.len() > PLACES || !digits(&whole) || !digits(part) {
            return Err(wrong());
        }
        let part = part.trim_end_matches('0');
        let figure: i64 = format!("{whole}{part}").parse().map_err(|_| wrong())?;
        if figure == 0 {
            return Err(wrong());
        }
        let (one, told) = (one.to_owned(), told.to_owned());
        Ok(Self { one, told, figure, places: part.len() as u32 })
    }

    /// Reads what was kept of one: `1 USD = 2800 CDF`.
    pub fn read(kept: &str) -> Option<Self> {
        let (one, told) = kept.strip_prefix("1 ")?.split_once(" = ")?;
        let (figure, told) = told.split_once(' ')?;
        Self::parse(figure, one, told).ok()
    }

    /// The figure alone, as it can be typed again: `2800.5`. Three decimals have a fourth: three would be thousands.
    pub fn figures(&self) -> String {
        let scale = 10_i64.pow(self.places);
        let (whole, part) = (self.figure / scale, self.figure % scale);
        let fourth = if self.places == 3 { "0" } else { "" };
        if scale == 1 {
            whole.to_string()
        } else {
            format!("{whole}.{part:0width$}{fourth}", width = self.places as usize)
        }
    }

    /// What an amount in one of the two currencies is in the other, to the nearest smallest unit, halves away from
    /// nothing; `None` when it is in neither, or too much to be counted.
    pub fn convert(&self, amount: &Amount) -> Option<Amount> {
        let scale = |currency: &str| 10_i128.pow(decimals(currency));
        let rate = (i128::from(self.figure), 10_i128.pow(self.places));
        let (to, over, under) = if amount.currency == self.one {
            (&self.told, rate.0 * scale(&self.told), rate.1 * scale(&self.one))
        } else if amount.currency == self.told {
            (&self.one, rate.1 * scale(&self.one), rate.0 * scale(&self.told))
        } else {
            return None;
        };
        let exact = i128::from(amount.minor) * over;
        let nearest = (2 * exact.abs() + under) / (2 * under) * exact.signum();
        Some(Amount { minor: i64::try_from(nearest).ok()?, currency: to.clone() })
    }
}

impl fmt::Display for Rate {
    /// `1 USD = 2800 CDF`: what is kept.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "1 {} = {} {}", self.one, self.figures(), self.told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amount(minor: i64, currency: &str) -> Amount {
        Amount { minor, currency: currency.to_owned() }
    }

    #[test]
    fn rates_are_read_as_people_write_them() {
        let shown = |typed: &str| Rate::parse(typed, "USD", "CDF").map(|rate| rate.to_string()).map_err(|e| e.id);
        for (typed, kept) in [
            ("2800", "1 USD = 2800 CDF"),
            ("2 800,50", "1 USD = 2800.5 CDF"),
            ("2,800.5", "1 USD = 2800.5 CDF"),
            ("2.800", "1 USD = 2800 CDF"),
            ("0,125", "1 USD = 0.1250 CDF"),
            ("2,1250", "1 USD = 2.1250 CDF"),
            ("1,1234", "1 USD = 1.1234 CDF"),
        ] {
            assert_eq!(shown(typed).as_deref(), Ok(kept), "{typed}");
            assert_eq!(Rate::read(kept).map(|rate| rate.to_string()).as_deref(), Some(kept));
        }
        assert_eq!(shown(" "), Err("err-rate-blank"));
        for wrong in ["0", "-3", "x", "2800 FC", "1,1234567", "12345678901"] {
            assert_eq!(shown(wrong), Err("err-rate"), "{wrong}");
        }
    }

    #[test]
    fn both_ways_come_to_the_smallest_unit() {
        let rate = Rate::parse("2800", "USD", "CDF").unwrap();
        assert_eq!(rate.convert(&amount(1_000, "USD")), Some(amount(2_800_000, "CDF")));
        assert_eq!(rate.convert(&amount(2_800_000, "CDF")), Some(amount(1_000, "USD")));
        // 15,000 francs are 5.357… dollars
        assert_eq!(rate.convert(&amount(1_500_000, "CDF")), Some(amount(536, "USD")));
        assert_eq!(rate.convert(&amount(1, "EUR")), None);
        // a currency without decimals
        let rate = Rate::parse("655,957", "EUR", "XAF").unwrap();
        assert_eq!(rate.convert(&amount(100, "EUR")), Some(amount(655_957, "XAF")));
        let rate = Rate::parse("655,95", "EUR", "XAF").unwrap();
        assert_eq!(rate.convert(&amount(100, "EUR")), Some(amount(656, "XAF")));
        assert_eq!(Rate::sides("USD", "CDF", "CDF"), ("USD", "CDF"));
        assert_eq!(Rate::sides("CDF", "USD", "CDF"), ("USD", "CDF"));
        assert_eq!(Rate::sides("EUR", "USD", "CDF"), ("EUR", "USD"));
    }

    proptest! {
        #[test]
        fn what_is_converted_is_never_off_by_more_than_half_a_unit(
            minor in -1_000_000_000i64..1_000_000_000, figure in 1i64..100_000_000, places in 0u32..4,
        ) {
            let rate = Rate { one: "USD".into(), told: "CDF".into(), figure, places };
            let got = i128::from(rate.convert(&amount(minor, "USD")).unwrap().minor);
            let off = got * 10_i128.pow(places) - i128::from(minor) * i128::from(figure);
            prop_assert!(2 * off.abs() <= 10_i128.pow(places));
            prop_assert_eq!(Rate::read(&rate.to_string()).map(|r| r.convert(&amount(minor, "USD"))), Some(rate.convert(&amount(minor, "USD"))));
        }
    }
}
