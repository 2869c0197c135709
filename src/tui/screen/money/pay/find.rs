//! Whom the pay line means: a number, a scanned card, a piece of a name; else somebody who is no member.

use crate::{
    domain::member::{full_name, show_number},
    store::{self, member_find::Find, member_list::MemberRow},
    tui::{screen::Cx, widget::line::number},
};

/// How many are offered.
const OFFERED: usize = 8;
/// From so many letters on it can be the name of somebody who is no member.
const LETTERS: usize = 3;

/// Whom typed text may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A member: number and name.
    Member(i64, String),
    /// Somebody who is no member, as typed.
    Other(String),
}

/// Whom typed text may mean, the likeliest first. On an AZERTY keyboard `é`, `è`, `à`, `ç` are digits as well as letters:
/// a number that somebody bears comes first, then those whose name it begins.
///
/// # Errors
/// When the book cannot be read.
pub fn find(typed: &str, cx: &Cx) -> store::Result<Vec<Found>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<Found> = Vec::new();
    let mut add = |rows: Vec<MemberRow>| {
        for row in rows {
            let name = full_name(&row.surname, &row.post_name, &row.given_name);
            let label = row.number.map(show_number).into_iter().chain([name]).collect::<Vec<_>>().join(" ");
            let member = Found::Member(row.id, label);
            if found.len() < OFFERED && !found.contains(&member) {
                found.push(member);
            }
        }
    };
    let digits = number(typed);
    if let Some(id) = digits.map(|number| cx.reader.member_by_number(number)).transpose()?.flatten() {
        add(cx.reader.member_rows(&[id])?);
    }
    // a number names one and is never the beginning of another; signs of the top row are in no name
    let is_word =
        typed.chars().any(char::is_alphabetic) && typed.chars().all(|c| c.is_alphabetic() || c.is_whitespace());
    if digits.is_none() || is_word {
        let mut search = Find::new(typed, cx.coop.country, OFFERED);
        while !search.is_ended() {
            add(cx.reader.find_members(&mut search)?);
        }
    } else if found_none(digits, &cx.reader)? {
        // an old number or a telephone
        let digits =
            digits.filter(|_| !typed.bytes().any(|byte| byte.is_ascii_digit())).map(|number| number.to_string());
        let mut search = Find::new(digits.as_deref().unwrap_or(typed), cx.coop.country, OFFERED);
        add(cx.reader.find_members(&mut search)?);
    }
    if digits.is_none() && typed.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS {
        found.push(Found::Other(typed.to_owned()));
    }
    Ok(found)
}

/// Whether no member bears the number.
fn found_none(number: Option<i64>, reader: &store::Reader) -> store::Result<bool> {
    Ok(match number {
        Some(number) => reader.member_by_number(number)?.is_none(),
        None => true,
    })
}
