//! A line that takes somebody: a number as it is typed or scanned, or a piece of the name.

use crate::{
    domain::{
        Text,
        member::{full_name, parse_number, show_number},
    },
    store::{Result, member_find::Find, member_list::MemberRow},
    tui::{keymap::azerty_digit, screen::Cx},
};

/// How many are proposed.
const SHOWN: usize = 5;
/// How many slices of the register are looked at for one key; whoever types on finds the others.
const SLICES: usize = 8;

/// `0147 KABEYA Ngoyi Éléonore` of those who may be meant, the likeliest first.
///
/// # Errors
/// When the book cannot be read.
pub fn proposals(typed: &str, cx: &Cx) -> Result<Vec<String>> {
    // a list of several goes on behind its last comma
    let last = typed.rsplit(',').next().unwrap_or(typed);
    Ok(found(last, SHOWN, cx)?.iter().map(heading).collect())
}

/// The one member who is meant.
///
/// # Errors
/// That nobody is, or several are.
pub fn read(typed: &str, cx: &Cx) -> Result<i64, Text> {
    let wrong = |id| Text::new(id).with("text", typed.trim());
    // what was proposed begins with the number
    let first = typed.split_whitespace().next().unwrap_or_default();
    let digits: String = first.chars().map(azerty_digit).collect();
    if let Some(number) = [first, &digits].into_iter().find_map(|text| parse_number(text).ok()) {
        let bearer = cx.reader.member_by_number(number).ok().flatten();
        return bearer.ok_or_else(|| wrong("err-who-none"));
    }
    let mut found = found(typed, SHOWN, cx).unwrap_or_default();
    let named = |row: &MemberRow| heading(row) == typed.trim();
    if found.iter().filter(|row| named(row)).count() == 1 {
        found.retain(named);
    }
    match &found[..] {
        [one] => Ok(one.id),
        [] => Err(wrong("err-who-none")),
        _ => Err(wrong("err-who-many")),
    }
}

fn found(typed: &str, limit: usize, cx: &Cx) -> Result<Vec<MemberRow>> {
    let mut rows = Vec::new();
    if typed.trim().is_empty() {
        return Ok(rows);
    }
    let mut find = Find::new(typed.trim(), cx.coop.country, limit);
    for _ in 0..SLICES {
        rows.extend(cx.reader.find_members(&mut find)?);
        if find.is_ended() {
            break;
        }
    }
    Ok(rows)
}

fn heading(row: &MemberRow) -> String {
    let name = full_name(&row.surname, &row.post_name, &row.given_name);
    row.number.map_or_else(|| name.clone(), |number| format!("{} {name}", show_number(number)))
}
