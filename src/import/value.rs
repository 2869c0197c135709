//! What a cell of a list says, read generously: in ways in which nobody types but lists are written.

use crate::domain::{
    Text, day,
    fold::{clean, fold},
    guard::guarded,
    member::{Field, Member, Reading},
    phone,
    takes::Takes,
};
use chrono::{Datelike, Days, NaiveDate};

/// What a cell says about a field; `None` when it says nothing: blank, or one of the marks for "none". In a column that
/// our own export headed, text is what it is.
pub(super) fn said(cell: &str, field: Field, is_own: bool) -> Option<&str> {
    let cell = cell.trim();
    if let Some(text) = guarded(cell) {
        return Some(text);
    }
    let is_text = matches!(
        field,
        Field::Surname
            | Field::PostName
            | Field::GivenName
            | Field::KnownAs
            | Field::Village
            | Field::Site
            | Field::IdPlace
            | Field::Note
    ) || (field.takes() == Some(Takes::Text) && !matches!(field, Field::CardNumber | Field::FormNumber))
        || (is_own && matches!(field, Field::FormerNumber | Field::IdNumber | Field::CardNumber | Field::FormNumber));
    let word = fold(cell);
    // —, ?, / for a place that nobody knows
    let is_place = matches!(field, Field::Site | Field::Team | Field::Household);
    if cell.chars().all(|c| c == '-' || c.is_whitespace()) || is_place && word.is_empty() {
        return None;
    }
    if is_text {
        return Some(cell);
    }
    let says_none = matches!(
        word.as_str(),
        "" | "neant"
            | "n a"
            | "na"
            | "nd"
            | "nil"
            | "none"
            | "aucun"
            | "aucune"
            | "inconnu"
            | "inconnue"
            | "unknown"
            | "null"
    );
    if says_none {
        return None;
    }
    // 812345678.0 is how other programs write whole numbers of a column with gaps
    let whole = cell.strip_suffix(".0").filter(|w| w.bytes().all(|b| b.is_ascii_digit()));
    Some(whole.unwrap_or(cell))
}

/// Reads a value into a field, also in ways in which nobody types but lists are written. What it gives back is worth a
/// look.
pub(super) fn set(member: &mut Member, field: Field, value: &str, reading: Reading) -> Result<Option<Text>, Text> {
    let is_phone = field == Field::Phone || field.takes() == Some(Takes::Phone);
    // +243 (0)81…: the zero is for callers inside the country
    let without = (is_phone && value.contains("(0)")).then(|| value.replace("(0)", ""));
    let value = without.as_deref().unwrap_or(value);
    let plain = member.set(field, value, &reading);
    let Err(error) = plain else { return Ok(None) };
    let mut retry = |text: &str| member.set(field, text, &reading).is_ok();
    let is_day = matches!(field, Field::Birth | Field::JoinedOn | Field::IdExpiresOn)
        || matches!(field.takes(), Some(Takes::Day | Takes::PastDay));
    if let Some(day) = serial_day(value).filter(|_| is_day) {
        let shown = Text::new("warn-import-serial").with("text", clean(value)).with("day", day::show(day));
        return retry(&day.to_string()).then_some(Some(shown)).ok_or(error);
    }
    match field {
        _ if is_phone => {
            let parts = split_phones(value);
            let first = parts.iter().find(|part| retry(part)).ok_or(error)?;
            let is_all = parts.len() == 1 && value.trim_end().ends_with(|c: char| c.is_ascii_digit());
            Ok((!is_all).then(|| {
                let kept = phone::parse(first, reading.country).unwrap_or_default();
                Text::new("warn-import-phone").with("text", clean(value)).with("phone", phone::show(&kept))
            }))
        }
        Field::Birth => retry(&birth_in(value).ok_or_else(|| error.clone())?).then_some(None).ok_or(error),
        _ if field == Field::JoinedOn || field.takes() == Some(Takes::PastDay) => {
            let year = year_in(value).filter(|year| *year <= reading.today.year()).ok_or_else(|| error.clone())?;
            let warning = Text::new("warn-import-year").with("text", clean(value)).with("day", format!("01/01/{year}"));
            retry(&format!("{year}-01-01")).then_some(Some(warning)).ok_or(error)
        }
        Field::Role => retry(&roles_in(value)).then_some(None).ok_or(error),
        _ => Err(error),
    }
}

/// The second of two telephones that stand in one cell, and nothing else beside them.
pub(super) fn second_phone(value: &str, reading: Reading) -> Option<String> {
    match &split_phones(value)[..] {
        [first, second] if phone::parse(first, reading.country).is_ok() => phone::parse(second, reading.country).ok(),
        _ => None,
    }
}

/// The numbers in a cell that holds several, with what is written around them taken off.
fn split_phones(value: &str) -> Vec<String> {
    let lower = value.to_lowercase().replace(" ou ", "/").replace(" et ", "/").replace(" or ", "/");
    let parts = lower.split(['/', ',', ';', '\n', '|', '&']);
    let number = |part: &str| -> String {
        let part = part.trim_start_matches(|c: char| c.is_alphabetic() || " .:°".contains(c));
        part.trim_end_matches(|c: char| c.is_alphabetic() || " .:()".contains(c)).to_owned()
    };
    parts.map(number).filter(|part| !part.is_empty()).collect()
}

/// A day as spreadsheets count them, from the end of 1899: what is left of it where the format of the cell was lost.
fn serial_day(value: &str) -> Option<NaiveDate> {
    let days = value.trim().parse::<u64>().ok().filter(|n| value.trim().len() == 5 && (10_000..60_000).contains(n))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// A birth date in words around it: `Kamituga, le 12/03/1980`, `vers 1980`, `00/00/1980`; of `03/1980` the year.
fn birth_in(value: &str) -> Option<String> {
    let lower = value.trim().to_lowercase();
    if let Some((month, year)) = lower.split_once(['/', '-', '.'])
        && matches!(month.parse(), Ok(1..=12))
        && year.len() == 4
    {
        return Some(year.to_owned());
    }
    if let Some(year) = year_in(&lower) {
        let is_guess = ["vers", "env", "circa", "about", "ca", "±", "approx"].iter().any(|word| lower.contains(word));
        return Some(if is_guess { format!("~{year}") } else { year.to_string() });
    }
    let start = lower.find(|c: char| c.is_ascii_digit())?;
    let text = lower[start..].trim_end_matches(|c: char| !c.is_ascii_digit());
    // only where something stands before it: a date that is wrong stays wrong
    (start > 0).then(|| text.to_owned())
}

/// The only year in a text that has no other number than zeros: `2019`, `en 2019`, `00/00/2019`.
fn year_in(value: &str) -> Option<i32> {
    let mut numbers =
        value.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty() && n.bytes().any(|b| b != b'0'));
    let year = numbers.next().filter(|n| n.len() == 4)?.parse().ok()?;
    (numbers.next().is_none() && (1900..2150).contains(&year)).then_some(year)
}

/// Kinds of work joined by words.
fn roles_in(value: &str) -> String {
    let spaced = format!(" {} ", value.to_lowercase());
    spaced.replace(" et ", ",").replace(" and ", ",").replace('&', ",").replace(" - ", ",").replace('|', ",")
}
