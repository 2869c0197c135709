//! What can be said of a paper before it is made. Options are described as the fields of records are, so that the form on
//! the screen, the command line and the list of papers read them from one place.

use crate::domain::{
    Text,
    choice::{Choices, choices},
    member::{Status, parse_number, show_number},
    noun::{Attribute, Entry},
    takes::Takes,
};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// Who stands on a paper, by status.
pub static WHO: Choices = choices!("paper-who-";
    "members" => ["membres"],
    "active" => ["actif", "actifs", "active members"],
    "suspended" => ["suspendu", "suspendus"],
    "admitted" => ["admis", "inscrits"],
    "left" => ["partis", "sortis"],
    "applicants" => ["candidats", "applicant", "candidat"],
    "all" => ["tous", "tout le monde", "everybody"],
);

/// Whether what is nobody else's business stands on a paper (law.md §6).
pub static COLUMNS: Choices = choices!("paper-columns-";
    "private" => ["prive", "privees", "complet", "full"],
    "public" => ["publiques", "consultation", "inspection"],
);

/// In which order people stand.
pub static ORDERS: Choices = choices!("paper-order-";
    "number" => ["numero"],
    "name" => ["nom"],
    "site" => ["lieu"],
);

/// Sheets of labels that shops sell, by columns and rows.
pub static SHEETS: Choices = choices!("paper-sheet-";
    "3x8" => [],
    "3x7" => [],
    "2x7" => [],
    "5x13" => [],
);

/// Whether something stands on a paper.
pub static YES_NO: Choices = choices!("paper-";
    "yes" => ["oui", "y", "o"],
    "no" => ["non", "n"],
);

/// An option that can be left blank.
pub const fn option(code: &'static str, label: &'static str, takes: Takes, hint: &'static str) -> Attribute {
    Attribute { code, label, takes, required: false, hint }
}

/// Which statuses.
pub const STATUS: Attribute = option("status", "paper-option-status", Takes::One(WHO), "");
/// Only those of a site.
pub const SITE: Attribute = option("site", "paper-option-site", Takes::Site, "hint-proposals");
/// Only those of a team.
pub const TEAM: Attribute = option("team", "paper-option-team", Takes::Team, "hint-proposals");
/// Only these numbers.
pub const MEMBER: Attribute = option("member", "paper-option-member", Takes::Text, "paper-hint-member");
/// The day whose state the paper shows.
pub const ON: Attribute = option("on", "paper-option-on", Takes::PastDay, "hint-day");
/// With or without what is private.
pub const PRIVACY: Attribute = option("columns", "paper-option-columns", Takes::One(COLUMNS), "");
/// In which order.
pub const ORDER: Attribute = option("order", "paper-option-order", Takes::One(ORDERS), "");
/// How many blank forms.
pub const COPIES: Attribute = option("copies", "paper-option-copies", Takes::Count(500), "");
/// The number of the first blank form.
pub const FIRST: Attribute = option("first", "paper-option-first", Takes::Count(9_999_999), "paper-hint-first");
/// Until when a card is valid.
pub const UNTIL: Attribute = option("until", "paper-option-until", Takes::Day, "hint-day");
/// Whether there is a place for a photograph.
pub const PHOTO: Attribute = option("photo", "paper-option-photo", Takes::One(YES_NO), "");
/// When it is.
pub const DATE: Attribute = option("date", "paper-option-date", Takes::Day, "paper-hint-blank");
/// Where it is.
pub const PLACE: Attribute = option("place", "paper-option-place", Takes::Text, "paper-hint-blank");
/// Rows for others.
pub const GUESTS: Attribute = option("guests", "paper-option-guests", Takes::Count(200), "");
/// Which sheet of labels.
pub const SHEET: Attribute = option("sheet", "paper-option-sheet", Takes::One(SHEETS), "");
/// How many labels of the first sheet are gone.
pub const SKIP: Attribute = option("skip", "paper-option-skip", Takes::Count(64), "");
/// Whether a bar code stands on it.
pub const CODE: Attribute = option("code", "paper-option-code", Takes::One(YES_NO), "");

/// Whether somebody of that status stands on a paper for `who`, a code of [`WHO`].
pub fn includes(who: &str, status: Status) -> bool {
    match who {
        "active" => status == Status::Active,
        "suspended" => status == Status::Suspended,
        "admitted" => status.is_admitted(),
        "left" => status.is_admitted() && !status.is_member(),
        "applicants" => status == Status::Applicant,
        "members" => status.is_member(),
        _ => true,
    }
}

/// Whether what is private stands on the paper.
pub fn is_private(options: &Entry) -> bool {
    options.get("columns") == "private"
}

/// An option that counts something; nothing when it is blank.
pub fn count(options: &Entry, code: &str) -> Option<usize> {
    options.get(code).parse().ok()
}

/// Reads numbers of members and ranges of them, `147` or `1-50, 0060`.
///
/// # Errors
/// `err-number` with what is no number.
pub fn numbers(text: &str) -> Result<Vec<RangeInclusive<i64>>, Text> {
    let mut ranges = Vec::new();
    for piece in text.split([',', ';']) {
        if let Some((first, last)) = piece.split_once(['-', '–']) {
            ranges.push(parse_number(first)?..=parse_number(last)?);
        } else {
            for word in piece.split_whitespace() {
                let number = parse_number(word)?;
                ranges.push(number..=number);
            }
        }
    }
    Ok(ranges)
}

/// Rules across options, and of those whose text has a form of its own.
pub fn check(options: &Entry, _: NaiveDate) -> Vec<(&'static str, Text, bool)> {
    numbers(options.get("member")).err().map(|text| ("member", text, true)).into_iter().collect()
}

/// Numbers that are missing between the first and the last, as ranges that people read.
pub fn gaps(numbers: &[i64]) -> Vec<String> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let before = std::iter::once(0).chain(sorted.iter().copied());
    let missing = before.zip(&sorted).filter(|(a, b)| a + 1 < **b).map(|(a, b)| (a + 1, b - 1));
    let show = |(first, last): (i64, i64)| match last - first {
        0 => show_number(first),
        _ => format!("{}–{}", show_number(first), show_number(last)),
    };
    missing.map(show).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::fold;

    #[test]
    fn numbers_and_ranges_are_read() {
        let read = |text| numbers(text).map(|ranges| ranges.into_iter().map(RangeInclusive::into_inner).collect());
        assert_eq!(read("0147"), Ok(vec![(147, 147)]));
        assert_eq!(read("1-50, 60 61;0070 – 80"), Ok(vec![(1, 50), (60, 60), (61, 61), (70, 80)]));
        assert_eq!(read("5-x").map_err(|e| e.id), Err("err-number"));
        assert_eq!(read(""), Ok(vec![]));
    }

    #[test]
    fn numbers_nobody_bears_are_found() {
        assert_eq!(gaps(&[1, 2, 5, 7, 4]), ["0003", "0006"]);
        assert_eq!(gaps(&[4, 10]), ["0001–0003", "0005–0009"]);
        assert!(gaps(&[]).is_empty());
    }

    #[test]
    fn no_word_means_two_things_and_all_are_folded() {
        for list in [WHO, COLUMNS, ORDERS, SHEETS, YES_NO] {
            let mut seen = std::collections::HashSet::new();
            for word in list.iter().flat_map(|c| c.words) {
                assert_eq!(*word, fold(word));
                assert!(seen.insert(word), "{word}");
            }
        }
    }

    #[test]
    fn everybody_stands_on_some_paper() {
        for status in Status::ALL {
            assert!(includes("all", *status));
            assert_eq!(includes("members", *status), status.is_member());
            assert_ne!(includes("admitted", *status), includes("applicants", *status));
        }
    }
}
