//! The printed form of a member: which fields stand on it and in which order, and how the forms of a pile are numbered.
//! The blank form is printed in this order, and a pile of filled ones is entered in it.

use super::{field::Field, member::Member};
use chrono::{Datelike, NaiveDate};

/// What is written at the head of a form and is the same on a whole pile of them.
pub static HEAD: &[Field] = &[Field::Site, Field::Team, Field::FormOn, Field::Enumerator];

/// What differs from form to form, behind its number.
pub static FIELDS: &[Field] = &[
    Field::Surname,
    Field::PostName,
    Field::GivenName,
    Field::Sex,
    Field::Birth,
    Field::Phone,
    Field::Village,
    Field::Role,
    Field::IdType,
    Field::IdNumber,
    Field::CardNumber,
    Field::CardExpiresOn,
];

/// What is asked on the back, part by part: the text key of its heading, and its fields.
pub static BACK: &[(&str, &[Field])] = &[
    (
        "section-origin",
        &[
            Field::KnownAs,
            Field::BirthPlace,
            Field::Nationality,
            Field::IdPlace,
            Field::IdIssuedOn,
            Field::IdExpiresOn,
            Field::Province,
            Field::Territory,
            Field::Sector,
            Field::Groupement,
            Field::Address,
            Field::Phone2,
            Field::Wallet,
            Field::WalletName,
        ],
    ),
    (
        "section-work",
        &[
            Field::WorkTime,
            Field::Substances,
            Field::MiningSince,
            Field::FinancedBy,
            Field::Tools,
            Field::LicenceHolder,
        ],
    ),
    (
        "section-household",
        &[
            Field::MaritalStatus,
            Field::Literacy,
            Field::Dependants,
            Field::ChildrenInSchool,
            Field::Languages,
            Field::OtherIncome,
            Field::SeasonIncome,
        ],
    ),
];

/// What the cooperative fills.
pub static OFFICE: &[Field] = &[
    Field::AdmittedBy,
    Field::Number,
    Field::JoinedOn,
    Field::ValidatedOn,
    Field::ValidatedBy,
    Field::VerifiedBy,
    Field::VerifiedOn,
    Field::Note,
];

/// The person of a form, with what its day says: it is the day of the application, and of the admission of somebody
/// who is admitted, unless other days are known.
#[must_use]
pub fn dated(mut member: Member) -> Member {
    if let Some(on) = member.day(Field::FormOn) {
        if member.kept(Field::AppliedOn).is_empty() {
            member.put(Field::AppliedOn, on.to_string());
        }
        if member.status.is_admitted() {
            member.joined_on = member.joined_on.or(Some(on));
        }
    }
    member
}

/// The number of the form that lies under one with this number: the last figure in it grows by one and keeps its zeros. A
/// year behind another figure, as in `0017/2026`, stays. `None` when there is no figure.
pub fn number_after(number: &str, today: NaiveDate) -> Option<String> {
    let mut figures: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, _) in number.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match figures.last_mut() {
            Some(figure) if figure.end == at => figure.end += 1,
            _ => figures.push(at..at + 1),
        }
    }
    let is_year = |text: &str| match text.len() {
        4 => text.parse().is_ok_and(|year: i32| (1990..=today.year() + 1).contains(&year)),
        2 => text.parse().is_ok_and(|year: i32| year == today.year() % 100),
        _ => false,
    };
    let last = figures.pop()?;
    let figure = match figures.pop() {
        Some(before) if is_year(&number[last.clone()]) => before,
        _ => last,
    };
    let (mut grown, mut carries) = (number[figure.clone()].as_bytes().to_vec(), true);
    for digit in grown.iter_mut().rev() {
        carries = *digit == b'9';
        *digit = if carries { b'0' } else { *digit + 1 };
        if !carries {
            break;
        }
    }
    let carry = if carries { "1" } else { "" };
    let grown: String = grown.into_iter().map(char::from).collect();
    Some(format!("{}{carry}{grown}{}", &number[..figure.start], &number[figure.end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::member::Status;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    #[test]
    fn the_next_number_keeps_what_stands_around_it() {
        for (number, next) in [
            ("0017", "0018"),
            ("99", "100"),
            ("F-0099", "F-0100"),
            ("0017/2026", "0018/2026"),
            ("0017/26", "0018/26"),
            ("2026/0017", "2026/0018"),
            ("2026", "2027"),
            ("12/25", "12/26"),
            ("LM 7 bis", "LM 8 bis"),
        ] {
            assert_eq!(number_after(number, today()).as_deref(), Some(next));
        }
        assert_eq!(number_after("é", today()), None);
    }

    #[test]
    fn the_day_of_the_form_is_that_of_the_application_and_of_the_admission() {
        let mut member = Member { status: Status::Applicant, ..Member::default() };
        assert_eq!(dated(member.clone()), member);
        member.put(Field::FormOn, "2026-03-01".into());
        assert_eq!(dated(member.clone()).kept(Field::AppliedOn), "2026-03-01");
        assert_eq!(dated(member.clone()).joined_on, None);
        member.status = Status::Active;
        assert_eq!(dated(member).joined_on, NaiveDate::from_ymd_opt(2026, 3, 1));
    }

    #[test]
    fn nothing_stands_on_the_form_twice() {
        let back = BACK.iter().flat_map(|(_, fields)| *fields);
        let mut all: Vec<Field> = HEAD.iter().chain(FIELDS).chain(back).chain(OFFICE).copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    proptest! {
        #[test]
        fn numbers_of_a_pile_differ(prefix in "[A-Z/ -]{0,3}", first in 0u32..2_000_000, width in 1usize..8) {
            let number = format!("{prefix}{first:0width$}");
            let next = number_after(&number, today()).unwrap();
            prop_assert_eq!(next, format!("{prefix}{:0width$}", first + 1));
        }
    }
}
