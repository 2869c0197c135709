//! Dates as people type them, and as they read them.

use super::Text;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Which part of a written date comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// Day, month, year: French, and English outside the United States.
    #[default]
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

/// Years outside of which a date in these books is a typing error.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2150;

/// Reads a date typed by a person: `23/11/2026`, `231126`, `2026-11-23`, `23/11` (this year), `t` (today), `3j` or
/// `3d` (three days ago). A year written first is always read as such; two-digit years are the nearest to today.
///
/// # Errors
/// A text that names what is wrong: `err-day-none` (no such day in that month), `err-day-form` (not a date),
/// `err-day-year` (a year no book of ours can have).
pub fn parse(text: &str, today: NaiveDate, order: Order) -> Result<NaiveDate, Text> {
    let text = text.trim();
    let lower = text.to_lowercase();
    if matches!(lower.as_str(), "t" | "today" | "auj" | "aujourd'hui") {
        return Ok(today);
    }
    if let Some(n) = lower.strip_suffix(['j', 'd']).and_then(|n| n.trim().parse::<u64>().ok()) {
        return today.checked_sub_days(Days::new(n)).filter(|d| YEARS.contains(&d.year())).ok_or_else(|| form(text));
    }
    // a time of day behind the date is not ours to keep
    let date = lower.split_once('t').filter(|(d, _)| d.len() == 10).map_or(lower.as_str(), |(d, _)| d);
    let date = date.split_once(' ').filter(|(_, rest)| rest.contains(':')).map_or(date, |(d, _)| d);
    let parts: Vec<&str> = date.split(['/', '.', '-', ':', ' ']).filter(|p| !p.is_empty()).collect();
    if !parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit())) {
        return named_month(&parts, today).unwrap_or_else(|| Err(form(text)));
    }
    match *parts.as_slice() {
        [y, m, d] if y.len() == 4 => build(y, m, d, today),
        [a, b, y] if order == Order::Mdy => build(y, a, b, today),
        [y, m, d] if order == Order::Ymd => build(y, m, d, today),
        [d, m, y] => build(y, m, d, today),
        [a, b] if a.len() <= 2 && b.len() <= 2 => {
            let (d, m) = if order == Order::Mdy { (b, a) } else { (a, b) };
            build(&today.year().to_string(), m, d, today)
        }
        [all] if all.len() == 8 => {
            let (head, tail) = all.split_at(4);
            if YEARS.contains(&tail.parse().unwrap_or(0)) {
                let (d, m) = if order == Order::Mdy { (&head[2..], &head[..2]) } else { (&head[..2], &head[2..]) };
                build(tail, m, d, today)
            } else {
                build(head, &tail[..2], &tail[2..], today)
            }
        }
        [all] if all.len() == 6 => match order {
            Order::Dmy => build(&all[4..], &all[2..4], &all[..2], today),
            Order::Mdy => build(&all[4..], &all[..2], &all[2..4], today),
            Order::Ymd => build(&all[..2], &all[2..4], &all[4..], today),
        },
        _ => Err(form(text)),
    }
}

/// The month that a French or English word of at least three letters names, 1 to 12.
pub fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["jan"],
        &["fev", "feb"],
        &["mar"],
        &["avr", "apr"],
        &["mai", "may"],
        &["juin", "jun"],
        &["juil", "jul"],
        &["aou", "aug"],
        &["sep"],
        &["oct"],
        &["nov"],
        &["dec"],
    ];
    let word = super::fold::fold(word);
    let at = MONTHS.iter().position(|names| names.iter().any(|n| word.starts_with(n)))?;
    Some(at as u32 + 1)
}

fn named_month(parts: &[&str], today: NaiveDate) -> Option<Result<NaiveDate, Text>> {
    let [d, m, y] = parts else { return None };
    let (d, y) = if d.len() == 4 { (y, d) } else { (d, y) };
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if !digits(d) || !digits(y) {
        return None;
    }
    month(m).map(|m| build(y, &m.to_string(), d, today))
}

fn build(y: &str, m: &str, d: &str, today: NaiveDate) -> Result<NaiveDate, Text> {
    let number = |t: &str| t.parse::<u32>().map_err(|_| Text::new("err-day-form").with("text", t));
    let (mut year, month, day) = (number(y)? as i32, number(m)?, number(d)?);
    if y.len() <= 2 {
        let century = today.year() - today.year() % 100;
        year += if century + year > today.year() + 30 { century - 100 } else { century };
    }
    if !YEARS.contains(&year) {
        return Err(Text::new("err-day-year").with("year", year.to_string()));
    }
    if !(1..=12).contains(&month) {
        return Err(Text::new("err-day-month").with("month", month));
    }
    NaiveDate::from_ymd_opt(year, month, day)
        .ok_or_else(|| Text::new("err-day-none").with("day", day).with("month", month).with("year", year.to_string()))
}

fn form(text: &str) -> Text {
    Text::new("err-day-form").with("text", text)
}

/// The first day of the month of a day.
pub fn month_start(day: NaiveDate) -> NaiveDate {
    day.with_day(1).expect("every month has a first day")
}

/// The last day of the month of a day.
pub fn month_end(day: NaiveDate) -> NaiveDate {
    let next = month_start(day).checked_add_months(Months::new(1));
    next.and_then(|next| next.pred_opt()).unwrap_or(day)
}

/// Refuses a day that is to come.
///
/// # Errors
/// `err-day-future` with the day.
pub fn refuse_future(on: NaiveDate, today: NaiveDate) -> Result<(), Text> {
    if on > today { Err(Text::new("err-day-future").with("day", show(on))) } else { Ok(()) }
}

/// `23/11/2026`, as both languages of the program write a day.
pub fn show(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
    }

    #[test]
    fn reads_what_people_type() {
        for (typed, iso) in [
            ("23/11/2026", "2026-11-23"),
            ("231126", "2026-11-23"),
            ("23112026", "2026-11-23"),
            ("2026-11-23", "2026-11-23"),
            ("20261123", "2026-11-23"),
            ("t", "2026-11-23"),
            ("3j", "2026-11-20"),
            ("3d", "2026-11-20"),
            ("1.2.70", "1970-02-01"),
            ("1 2 2020", "2020-02-01"),
            ("5/3", "2026-03-05"),
            ("19081209", "1908-12-09"),
            ("31 Jan 2020", "2020-01-31"),
            ("1 août 2021", "2021-08-01"),
            ("2021-01-01T10:10:10", "2021-01-01"),
            ("2021-01-01 00:00:00", "2021-01-01"),
        ] {
            assert_eq!(parse(typed, today(), Order::Dmy).map(|d| d.to_string()), Ok(iso.to_owned()), "{typed}");
        }
        assert_eq!(parse("11/23/2026", today(), Order::Mdy).unwrap(), today());
    }

    #[test]
    fn says_what_is_wrong() {
        for (typed, id) in [
            ("33/05/1993", "err-day-none"),
            ("29/02/2023", "err-day-none"),
            ("1/13/2020", "err-day-month"),
            ("1/1/1020", "err-day-year"),
            ("hier", "err-day-form"),
            ("", "err-day-form"),
            ("12", "err-day-form"),
            ("99999999999999999999d", "err-day-form"),
            ("9999999d", "err-day-form"),
        ] {
            assert_eq!(parse(typed, today(), Order::Dmy).unwrap_err().id, id, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(days in 0i64..90_000) {
            let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(days);
            prop_assert_eq!(parse(&show(day), today(), Order::Dmy).unwrap(), day);
            prop_assert_eq!(parse(&day.to_string(), today(), Order::Dmy).unwrap(), day);
            prop_assert_eq!(parse(&day.format("%Y%m%d").to_string(), today(), Order::Dmy).unwrap(), day);
        }

        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = parse(&text, today(), Order::Dmy);
        }
    }
}
