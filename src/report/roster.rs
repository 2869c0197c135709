//! The member register as a list for export: every field by its code, in the form in which the import reads it.

use super::table::Cell;
use crate::domain::{
    member::{Field, Member},
    takes::Takes,
};
use chrono::NaiveDate;

/// The headings: the codes of all fields.
pub fn headings() -> Vec<&'static str> {
    Field::ALL.iter().map(|field| field.code()).collect()
}

/// One member under these headings. Numbers and counts are numbers, days are days; everything else is text, also a year
/// and a telephone, which nobody adds up.
pub fn cells(member: &Member) -> Vec<Cell<'static>> {
    Field::ALL.iter().map(|field| cell(*field, member.get(*field))).collect()
}

fn cell(field: Field, text: String) -> Cell<'static> {
    match (field, field.takes()) {
        (Field::Number, _) | (_, Some(Takes::Count(_))) => text.parse().map_or(Cell::Blank, Cell::Number),
        (Field::Birth | Field::JoinedOn | Field::IdExpiresOn, _) | (_, Some(Takes::Day | Takes::PastDay)) => {
            text.parse::<NaiveDate>().map_or_else(|_| text.into(), Cell::Day)
        }
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::birth::Birth;

    #[test]
    fn each_field_has_a_cell_of_its_kind() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let member = Member {
            number: Some(7),
            joined_on: Some(day),
            birth: Some(Birth::Year(1993)),
            phone: "+243812345678".into(),
            ..Member::default()
        };
        let cells = cells(&member);
        let of = |field| &cells[headings().iter().position(|code| *code == Field::code(field)).unwrap()];
        assert_eq!(*of(Field::Number), Cell::Number(7));
        assert_eq!(*of(Field::JoinedOn), Cell::Day(day));
        assert_eq!(*of(Field::Birth), "1993".into());
        assert_eq!(*of(Field::Phone), "+243812345678".into());
        assert_eq!(*of(Field::Dependants), Cell::Blank);
        assert_eq!(cell(Field::Dependants, "3".into()), Cell::Number(3));
        assert_eq!(cell(Field::ReregisteredOn, "2026-11-23".into()), Cell::Day(day));
    }
}
