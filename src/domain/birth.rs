//! When somebody was born, as well as anybody knows: a day, a year, or a guessed age.

use super::{Text, day};
use chrono::{Datelike, NaiveDate};

/// A birth date, or what stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Birth {
    /// The day is known.
    Day(NaiveDate),
    /// Only the year is known.
    Year(i32),
    /// The year that follows from an age somebody estimated.
    About(i32),
}

impl Birth {
    /// Reads a day, a year (`1993`), an age (`33`, `33 ans`, `33 years`) or an estimated year (`~1993`).
    ///
    /// # Errors
    /// What is wrong with the text, as for [`day::parse`]; `err-birth-future`.
    pub fn parse(text: &str, today: NaiveDate, order: day::Order) -> Result<Self, Text> {
        let text = text.trim();
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        let lower = text.to_lowercase();
        let birth = if let Some(year) = lower.strip_prefix('~').map(str::trim).filter(|y| digits(y) && y.len() == 4) {
            Self::About(year.parse().map_err(|_| Text::new("err-birth-form").with("text", text))?)
        } else if digits(text) && text.len() == 4 {
            Self::Year(text.parse().map_err(|_| Text::new("err-birth-form").with("text", text))?)
        } else if let Some(age) = age(&lower) {
            Self::About(today.year() - age)
        } else {
            Self::Day(day::parse(text, today, order)?)
        };
        if birth.year() > today.year() || matches!(birth, Self::Day(d) if d > today) {
            return Err(Text::new("err-birth-future").with("text", text));
        }
        Ok(birth)
    }

    /// Reads the stored form: `1993-05-31`, `1993` or `~1993`.
    pub fn from_stored(text: &str) -> Option<Self> {
        if let Some(year) = text.strip_prefix('~') {
            return year.parse().ok().map(Self::About);
        }
        if text.len() == 4 {
            return text.parse().ok().map(Self::Year);
        }
        text.parse().ok().map(Self::Day)
    }

    /// The stored form.
    pub fn stored(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Year(year) => format!("{year:04}"),
            Self::About(year) => format!("~{year:04}"),
        }
    }

    /// The form people read and can type again: `31/05/1993`, `1993`, `~1993`.
    pub fn show(self) -> String {
        match self {
            Self::Day(day) => day::show(day),
            other => other.stored(),
        }
    }

    /// The year of birth.
    pub fn year(self) -> i32 {
        match self {
            Self::Day(day) => day.year(),
            Self::Year(year) | Self::About(year) => year,
        }
    }

    /// Whether hardly anybody is that old: worth a look, but somebody may have written 1900 for "unknown".
    pub fn is_doubtful(self, today: NaiveDate) -> bool {
        self.age(today) > 110
    }

    /// Full years on `today`; when only the year is known, the age reached in that year.
    pub fn age(self, today: NaiveDate) -> i32 {
        match self {
            Self::Day(day) => today.years_since(day).map_or(0, |years| years as i32),
            Self::Year(year) | Self::About(year) => (today.year() - year).max(0),
        }
    }

    /// `true` when the day is known, so that the age is no estimate.
    pub fn is_exact(self) -> bool {
        matches!(self, Self::Day(_))
    }
}

fn age(lower: &str) -> Option<i32> {
    let digits = lower.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = lower[digits.len()..].trim();
    let known = matches!(unit, "" | "an" | "ans" | "a" | "y" | "yr" | "yrs" | "year" | "years" | "years old");
    (known && (1..=3).contains(&digits.len())).then(|| digits.parse().ok())?.filter(|age| (1..=120).contains(age))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_a_year_or_an_age_will_do() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let read = |t: &str| Birth::parse(t, today, day::Order::Dmy);
        assert_eq!(read("31/05/1993").unwrap().stored(), "1993-05-31");
        assert_eq!(read("1993").unwrap(), Birth::Year(1993));
        assert_eq!(read("33 ans").unwrap(), Birth::About(1993));
        assert_eq!(read("33").unwrap(), Birth::About(1993));
        assert_eq!(read("~1993").unwrap(), Birth::About(1993));
        assert_eq!(read("33/05/1993").unwrap_err().id, "err-day-none");
        assert_eq!(read("2027").unwrap_err().id, "err-birth-future");
        assert_eq!(read("24/11/2026").unwrap_err().id, "err-birth-future");
        assert_eq!(read("0").unwrap_err().id, "err-day-form");
        assert_eq!(read("24/11/1993").unwrap().age(today), 32);
        assert_eq!(read("23/11/1993").unwrap().age(today), 33);
        for b in ["1993-05-31", "1993", "~1993"] {
            let b = Birth::from_stored(b).unwrap();
            assert_eq!(Birth::from_stored(&b.stored()), Some(b));
            assert_eq!(read(&b.show()), Ok(b));
        }
    }
}
