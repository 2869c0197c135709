//! Who speaks: `@147` and `@kab` become the name of somebody of the register.

use crate::{
    domain::{
        Text,
        meeting::Meeting,
        member::{Sex, show_number},
    },
    store::{self, member_find::Find, member_list::MemberRow},
    text::Lang,
    tui::screen::Cx,
};

/// The sign before a number or a piece of a name.
pub const SIGN: char = '@';
/// How many people are offered.
const OFFERED: usize = 20;

/// Whom a number behind the sign names; `None` when it is no number.
///
/// # Errors
/// When the book cannot be read.
pub fn by_number(meeting: &Meeting, word: &str, cx: &Cx) -> store::Result<Option<Result<String, Text>>> {
    let figures = word.trim_start_matches(SIGN);
    let Some(number) = Some(figures).filter(|f| f.bytes().all(|b| b.is_ascii_digit())).and_then(|f| f.parse().ok())
    else {
        return Ok(None);
    };
    let member = match cx.reader.member_by_number(number)? {
        Some(id) => Some(id),
        // founders have no number yet: they are called by their place in the order of signing
        None => {
            let roll = cx.reader.roll(meeting.id())?;
            roll.iter().find(|line| line.number.is_none() && i64::from(line.rank) == number).map(|line| line.member)
        }
    };
    let Some(id) = member else {
        return Ok(Some(Err(Text::new("minutes-nobody").with("number", show_number(number)))));
    };
    let member = cx.reader.member(id)?;
    Ok(Some(Ok(called(
        &member.surname,
        member.sex,
        member.number.map_or_else(|| figures.to_owned(), show_number),
        &cx.lang,
    ))))
}

/// Who is meant by a piece of a name: the name as the minutes have it, and the whole one.
///
/// # Errors
/// When the book cannot be read.
pub fn by_name(word: &str, cx: &Cx) -> store::Result<Vec<(String, String)>> {
    let typed = word.trim_start_matches(SIGN);
    let mut find = Find::new(typed, cx.coop.country, OFFERED);
    let mut rows: Vec<MemberRow> = Vec::new();
    while !find.is_ended() {
        rows.extend(cx.reader.find_members(&mut find)?);
    }
    let names = rows.iter().map(|row| {
        let number = row.number.map(show_number).unwrap_or_default();
        let whole = crate::domain::member::full_name(&row.surname, &row.post_name, &row.given_name);
        (called(&row.surname, row.sex, number.clone(), &cx.lang), format!("{number} {whole}").trim().to_owned())
    });
    Ok(names.collect())
}

/// `Mme KABEYA (0147)`
fn called(surname: &str, sex: Option<Sex>, number: String, lang: &Lang) -> String {
    let id = match sex {
        Some(Sex::F) => "speaker-woman",
        Some(Sex::M) => "speaker-man",
        None => "speaker-unknown",
    };
    let name = lang.text(&Text::new(id).with("name", surname.to_uppercase()));
    if number.is_empty() { name } else { format!("{name} ({number})") }
}
