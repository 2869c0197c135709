//! The member register as a list for export: every field by its code, in the form in which the import reads it.

use super::table::Cell;
use crate::domain::{
    birth::Birth,
    member::{Field, Member},
};

/// The headings: the codes of all fields.
pub fn headings() -> Vec<&'static str> {
    Field::ALL.iter().map(|field| field.code()).collect()
}

/// One member under these headings. Only the number is one, days are days; telephones and papers are text.
pub fn cells(member: &Member) -> Vec<Cell<'static>> {
    let cell = |field: &Field| match field {
        Field::Number => member.number.map_or(Cell::Blank, Cell::Number),
        Field::Birth => match member.birth {
            Some(Birth::Day(day)) => Cell::Day(day),
            // a year is not a number that anybody adds up
            _ => member.get(Field::Birth).into(),
        },
        Field::JoinedOn => member.joined_on.map_or(Cell::Blank, Cell::Day),
        Field::IdExpiresOn => member.id_expires_on.map_or(Cell::Blank, Cell::Day),
        _ => member.get(*field).into(),
    };
    Field::ALL.iter().map(cell).collect()
}
