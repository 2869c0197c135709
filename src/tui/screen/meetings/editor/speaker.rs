//! Who speaks: `@147` and `@kab` become the name of somebody of the register.

use super::{Editor, insert::Offered};
use crate::{
    domain::{
        Text,
        meeting::Meeting,
        member::{Sex, full_name, show_number},
    },
    store::{self, member_find::Find, member_list::MemberRow},
    text::Lang,
    tui::{
        screen::{Cx, Flow},
        widget::choice::{Item, Picker},
    },
};
use anyhow::Result;

/// The sign before a number or a piece of a name.
pub const SIGN: char = '@';
/// How many people are offered.
const OFFERED: usize = 20;

/// Whom a number behind the sign names; `None` when it is no number.
///
/// # Errors
/// When the book cannot be read.
fn by_number(meeting: &Meeting, word: &str, cx: &Cx) -> store::Result<Option<Result<String, Text>>> {
    let figures = word.trim_start_matches(SIGN);
    let Some(number) = Some(figures).filter(|f| f.bytes().all(|b| b.is_ascii_digit())).and_then(|f| f.parse().ok())
    else {
        return Ok(None);
    };
    let mut member = cx.reader.member_by_number(number)?;
    if member.is_none() {
        // founders have no number yet: they are called by their place in the order of signing
        let roll = cx.reader.roll(meeting.id())?;
        let founder = roll.iter().find(|line| line.number.is_none() && i64::from(line.rank) == number);
        member = founder.map(|line| line.member);
    }
    let Some(id) = member else {
        return Ok(Some(Err(Text::new("minutes-nobody").with("number", show_number(number)))));
    };
    let member = cx.reader.member(id)?;
    let number = member.number.map_or_else(|| figures.to_owned(), show_number);
    Ok(Some(Ok(called(&member.surname, member.sex, &number, &cx.lang))))
}

/// Who is meant by a piece of a name: the name as the minutes have it, and the whole one.
///
/// # Errors
/// When the book cannot be read.
fn by_name(word: &str, cx: &Cx) -> store::Result<Vec<(String, String)>> {
    let typed = word.trim_start_matches(SIGN);
    let mut find = Find::new(typed, cx.coop.country, OFFERED);
    let mut rows: Vec<MemberRow> = Vec::new();
    while !find.is_ended() {
        rows.extend(cx.reader.find_members(&mut find)?);
    }
    let names = rows.iter().map(|row| {
        let number = row.number.map(show_number).unwrap_or_default();
        let whole = full_name(&row.surname, &row.post_name, &row.given_name);
        (called(&row.surname, row.sex, &number, &cx.lang), format!("{number} {whole}").trim().to_owned())
    });
    Ok(names.collect())
}

/// `Mme KABEYA (0147)`
fn called(surname: &str, sex: Option<Sex>, number: &str, lang: &Lang) -> String {
    let id = match sex {
        Some(Sex::F) => "speaker-woman",
        Some(Sex::M) => "speaker-man",
        None => "speaker-unknown",
    };
    let name = lang.text(&Text::new(id).with("name", surname.to_uppercase()));
    if number.is_empty() { name } else { format!("{name} ({number})") }
}

impl Editor {
    /// Writes the name of whoever a number before the cursor names.
    pub(super) fn name_speaker(&mut self, cx: &mut Cx) -> Result<()> {
        let word = self.sheet().and_then(|sheet| sheet.prose.word_before(SIGN)).map(str::to_owned);
        let Some(word) = word else { return Ok(()) };
        match by_number(&self.meeting, &word, cx)? {
            Some(Ok(name)) => self.replace(word.len(), &name, cx),
            Some(Err(text)) => cx.complain(&text),
            None => {}
        }
        Ok(())
    }

    /// Puts text in the place of what was typed before the cursor.
    pub(super) fn replace(&mut self, bytes: usize, text: &str, cx: &Cx) {
        if let Some(prose) = self.prose() {
            prose.replace_before(bytes, text);
        }
        self.changed(true, cx);
    }

    /// Completes `@kab` to a name; where several are meant, they are offered.
    pub(super) fn complete(&mut self, cx: &mut Cx) -> Result<Flow> {
        let word = self.sheet().and_then(|sheet| sheet.prose.word_before(SIGN)).map(str::to_owned);
        let Some(word) = word else { return Ok(Flow::Stay) };
        if let Some(found) = by_number(&self.meeting, &word, cx)? {
            match found {
                Ok(name) => self.replace(word.len(), &name, cx),
                Err(text) => cx.complain(&text),
            }
            return Ok(Flow::Stay);
        }
        let people = by_name(&word, cx)?;
        match &people[..] {
            [] => cx.complain(&Text::new("minutes-nobody-called").with("name", word.trim_start_matches(SIGN))),
            [(name, _)] => self.replace(word.len(), name, cx),
            _ => {
                self.typed = word.len();
                let items = people.iter().map(|(_, whole)| Item::new(whole.as_str())).collect();
                self.offered = people.into_iter().map(|(name, _)| Offered::Name(name)).collect();
                return Ok(Flow::push(Picker::new(cx.lang.label("minutes-who").to_owned(), items, 0)));
            }
        }
        Ok(Flow::Stay)
    }
}
