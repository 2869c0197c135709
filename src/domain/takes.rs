//! What a field that is only written down takes, and the one form in which it is kept.
//!
//! Such a value is kept as text that anybody can type again: ISO days, codes, figures with a point. Blank is nothing.

use super::{
    Text,
    amount::Amount,
    book,
    choice::{self, Choices},
    day,
    fold::{clean, clean_lines},
    member::{LONGEST, LONGEST_NOTE, Reading, parse_number, show_number},
    phone,
};
use chrono::NaiveDate;

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Any text of one line.
    Text,
    /// Several lines.
    Lines,
    /// A day.
    Day,
    /// A day that is not to come.
    PastDay,
    /// A year that is not to come.
    Year,
    /// A whole number from 0 to the given one.
    Count(u32),
    /// An amount of money.
    Amount,
    /// A telephone.
    Phone,
    /// The name of a site.
    Site,
    /// The name of a team.
    Team,
    /// The name of a body.
    Organ,
    /// The name of a fund.
    Fund,
    /// A currency.
    Currency,
    /// Somebody as people name them; the number of a member finds the name.
    Person,
    /// A time of the day, `09:30`.
    Time,
    /// What only the program writes, no form shows, and has a name in the language files behind this prefix.
    Fixed(&'static str),
    /// The number of a member.
    Member,
    /// Degrees of latitude or longitude up to the given one.
    Degrees(u8),
    /// One of a list.
    One(Choices),
    /// Some of a list.
    Some(Choices),
}

impl Takes {
    /// Reads typed text into the kept form.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn read(self, typed: &str, reading: &Reading) -> Result<String, Text> {
        let text = if self == Self::Lines { clean_lines(typed) } else { clean(typed) };
        let longest = if self == Self::Lines { LONGEST_NOTE } else { LONGEST };
        let length = text.chars().count();
        if length > longest {
            return Err(Text::new("err-long").with("length", length).with("longest", longest));
        }
        if text.is_empty() {
            return Ok(text);
        }
        let a_day = || day::parse(&text, reading.today, reading.order);
        let one_of = |list: Choices| {
            choice::find(list, &text)
                .map(|c| c.code.to_owned())
                .ok_or_else(|| Text::new("err-choice").with("text", &*text))
        };
        match self {
            Self::Text
            | Self::Lines
            | Self::Site
            | Self::Team
            | Self::Organ
            | Self::Fund
            | Self::Person
            | Self::Fixed(_) => Ok(text),
            Self::Currency => book::currency(&text),
            Self::Time => time(&text),
            Self::Day => Ok(a_day()?.to_string()),
            Self::PastDay => {
                let day = a_day()?;
                day::refuse_future(day, reading.today)?;
                Ok(day.to_string())
            }
            Self::Year => {
                let this = chrono::Datelike::year(&reading.today);
                let year = text.parse::<i32>().ok().filter(|year| (1900..=this).contains(year));
                year.map(|y| y.to_string())
                    .ok_or_else(|| Text::new("err-year").with("text", &*text).with("last", this.to_string()))
            }
            Self::Count(most) => {
                let count = text.replace(' ', "").parse::<u32>().ok().filter(|n| *n <= most);
                count
                    .map(|n| n.to_string())
                    .ok_or_else(|| Text::new("err-count").with("text", &*text).with("most", most))
            }
            Self::Amount => Ok(Amount::parse(&text, reading.country.currency())?.to_string()),
            Self::Phone => phone::parse(&text, reading.country),
            Self::Member => Ok(parse_number(&text)?.to_string()),
            Self::Degrees(most) => degrees(&text, most),
            Self::One(list) => one_of(list),
            Self::Some(list) => Ok(choice::codes(&choice::parse(list, &text, "err-choice")?)),
        }
    }

    /// A kept value as people read it and can type it again; of a list the codes.
    pub fn show(self, kept: &str) -> String {
        match self {
            Self::Day | Self::PastDay => kept.parse::<NaiveDate>().map_or_else(|_| kept.to_owned(), day::show),
            Self::Phone => phone::show(kept),
            Self::Member => kept.parse().map_or_else(|_| kept.to_owned(), show_number),
            _ => kept.to_owned(),
        }
    }

    /// The list that it is one or some of.
    pub const fn choices(self) -> Choices {
        match self {
            Self::One(list) | Self::Some(list) => list,
            _ => &[],
        }
    }

    /// Whether the book keeps it as a whole number.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Year | Self::Count(_) | Self::Member)
    }
}

/// Reads a time of the day: `9:30`, `9h30`, `9.30`, `930`, `9h`, `9`; kept as `09:30`.
fn time(text: &str) -> Result<String, Text> {
    let wrong = || Text::new("err-time").with("text", text);
    let folded = text.to_lowercase().replace([' ', 'h', '.'], ":");
    let (hours, minutes) = match folded.trim_end_matches(':').split_once(':') {
        Some((hours, minutes)) => (hours.to_owned(), minutes.trim_matches(':').to_owned()),
        None if folded.len() > 2 && folded.is_ascii() && !folded.ends_with(':') => {
            let (hours, minutes) = folded.split_at(folded.len() - 2);
            (hours.to_owned(), minutes.to_owned())
        }
        None => (folded.trim_end_matches(':').to_owned(), "0".to_owned()),
    };
    let part = |part: &str, below: u32| part.parse::<u32>().ok().filter(|n| *n < below).ok_or_else(wrong);
    Ok(format!("{:02}:{:02}", part(&hours, 24)?, part(&minutes, 60)?))
}

/// Reads degrees, `-6.1234` or `6,1234 S`; kept with a point and a sign.
fn degrees(text: &str, most: u8) -> Result<String, Text> {
    let wrong = || Text::new("err-degrees").with("text", text).with("most", u32::from(most));
    let upper = text.to_uppercase().replace(',', ".").replace(['°', ' '], "");
    let (figure, is_minus) = match upper.strip_suffix(['S', 'W', 'O']) {
        Some(rest) => (rest.to_owned(), true),
        None => (upper.trim_end_matches(['N', 'E']).to_owned(), false),
    };
    let (figure, is_minus) = figure.strip_prefix('-').map_or((figure.as_str(), is_minus), |rest| (rest, true));
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    let whole = whole.parse::<u8>().ok().filter(|w| digits(part) && part.len() <= 7 && *w < most).ok_or_else(wrong)?;
    let point = if part.is_empty() { "" } else { "." };
    Ok(format!("{}{whole}{point}{part}", if is_minus { "-" } else { "" }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{book::Country, choice::MARITAL};
    use proptest::prelude::*;

    fn reading() -> Reading {
        Reading { today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(), country: Country::Cd, order: day::Order::Dmy }
    }

    #[test]
    fn what_is_typed_is_kept_in_one_form() {
        let is = |takes: Takes, typed: &str, kept: &str| assert_eq!(takes.read(typed, &reading()).as_deref(), Ok(kept));
        is(Takes::Day, "24/11/26", "2026-11-24");
        is(Takes::Year, "2009", "2009");
        is(Takes::Count(20), " 3 ", "3");
        is(Takes::Amount, "40 $", "40.00 USD");
        is(Takes::Member, "0147", "147");
        is(Takes::Degrees(90), "6,1361 S", "-6.1361");
        is(Takes::Degrees(180), "23.5897", "23.5897");
        is(Takes::One(MARITAL), "Veuve", "widowed");
        is(Takes::Text, "  ", "");
        for typed in ["9:30", "9h30", "9 h 30", "930", "0930", "9.30"] {
            is(Takes::Time, typed, "09:30");
        }
        is(Takes::Time, "9h", "09:00");
        is(Takes::Time, "14", "14:00");
        let id = |takes: Takes, typed: &str| takes.read(typed, &reading()).unwrap_err().id;
        assert_eq!(id(Takes::PastDay, "24/11/26"), "err-day-future");
        assert_eq!(id(Takes::Year, "2027"), "err-year");
        assert_eq!(id(Takes::Count(20), "21"), "err-count");
        assert_eq!(id(Takes::Degrees(90), "91"), "err-degrees");
        assert_eq!(id(Takes::One(MARITAL), "vert"), "err-choice");
        for wrong in ["24:00", "9:60", "h", "midi", "é30", "12345"] {
            assert_eq!(id(Takes::Time, wrong), "err-time", "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(typed in "\\PC{0,12}", at in 0..11usize) {
            let takes = [
                Takes::Text, Takes::Lines, Takes::Day, Takes::PastDay, Takes::Year, Takes::Count(99), Takes::Amount,
                Takes::Phone, Takes::Member, Takes::Degrees(90), Takes::Time,
            ][at];
            if let Ok(kept) = takes.read(&typed, &reading()) {
                prop_assert_eq!(takes.read(&takes.show(&kept), &reading()), Ok(kept.clone()));
                prop_assert_eq!(takes.read(&kept, &reading()), Ok(kept));
            }
        }
    }
}
