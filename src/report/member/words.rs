//! What stands in the book, as people read it in their language.

use crate::{
    domain::{
        Text,
        birth::Birth,
        choice::Choices,
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
        Field::Status => lang.label(member.status.text_id()).to_owned(),
        Field::IdType => member.id_type.map(|kind| lang.label(kind.text_id()).to_owned()).unwrap_or_default(),
        Field::Birth => member.birth.map_or_else(String::new, |birth| {
            let age = Text::new("member-age").with("age", birth.age(today));
            format!("{}  {}", Birth::show(birth), lang.text(&age))
        }),
        _ => {
            let choices = field.takes().map_or(&[][..], |takes| takes.choices());
            listed(&member.show(field), choices, lang)
        }
    }
}

/// A field of a record; empty when it is blank.
pub fn entry(entry: &Entry, code: &str, lang: &Lang) -> String {
    let Some(at) = entry.noun.attributes.iter().position(|attribute| attribute.code == code) else {
        return String::new();
    };
    listed(&entry.show(at), entry.noun.attributes[at].takes.choices(), lang)
}

/// Codes of a list as names.
fn listed(codes: &str, choices: Choices, lang: &Lang) -> String {
    let name = |code: &str| choices.iter().find(|c| c.code == code).map_or(code, |c| lang.label(c.text_id)).to_owned();
    if choices.is_empty() { codes.to_owned() } else { codes.split(',').map(name).collect::<Vec<_>>().join(", ") }
}
