//! What stands in the book, as people read it in their language.

use crate::{
    domain::{
        Text,
        birth::Birth,
        member::{Field, Member},
        noun::Entry,
    },
    text::Lang,
};
use chrono::NaiveDate;

/// A field of a member; empty when it is blank.
pub fn value(member: &Member, field: Field, lang: &Lang, today: NaiveDate) -> String {
    match field {
        Field::Role => member.works.iter().map(|work| lang.label(work.text_id)).collect::<Vec<_>>().join(", "),
        Field::Status => lang.label(member.status.text_id_of(member.sex)).to_owned(),
        Field::IdType => member.id_type.map(|kind| lang.label(kind.text_id()).to_owned()).unwrap_or_default(),
        Field::Birth => member.birth.map_or_else(String::new, |birth| {
            let age = Text::new("member-age").with("age", birth.age(today));
            format!("{}  {}", Birth::show(birth), lang.text(&age))
        }),
        _ => match field.takes() {
            Some(takes) => lang.value(takes, member.kept(field)),
            None => member.show(field),
        },
    }
}

/// A field of a record; empty when it is blank.
pub fn entry(entry: &Entry, code: &str, lang: &Lang) -> String {
    let attribute = entry.noun.attributes.iter().find(|attribute| attribute.code == code);
    let kept = entry.get(code);
    attribute.filter(|_| !kept.is_empty()).map_or_else(String::new, |attribute| lang.value(attribute.takes, kept))
}
