//! The member register as a list for export: every field by its code, in the form in which the import reads it.

use super::table::Cell;
use crate::domain::member::{Field, Member};

/// The headings: the codes of all fields.
pub fn headings() -> Vec<&'static str> {
    Field::ALL.iter().map(|field| field.code()).collect()
}

/// One member under these headings. Only the number is one; telephones and papers are text.
pub fn cells(member: &Member) -> Vec<Cell<'static>> {
    let cell = |field: &Field| match field {
        Field::Number => member.number.map_or(Cell::Blank, Cell::Number),
        _ => member.get(*field).into(),
    };
    Field::ALL.iter().map(cell).collect()
}
