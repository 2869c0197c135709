//! Names in the forms of meetings: a number or a piece of a name stands for a member, anything else for itself.

use crate::{
    domain::{
        Text,
        fold::{clean, contains_all, fold},
        member::{full_name, parse_number, show_number},
        person,
        roll::Attendance,
    },
    store::{Result, member_find::Find, member_list::MemberRow},
    tui::{keymap::azerty_digit, screen::Cx},
};

/// How many are proposed.
const SHOWN: usize = 5;
/// How many slices of the register are looked at for one key; whoever types on finds the others.
const SLICES: usize = 8;

/// `KABEYA Ngoyi (0147)` of those who may be meant by what is typed behind the last comma, the likeliest first.
///
/// # Errors
/// When the book cannot be read.
pub fn proposals(typed: &str, cx: &Cx) -> Result<Vec<String>> {
    let last = typed.rsplit(',').next().unwrap_or(typed).trim();
    Ok(find(last, cx)?.iter().map(written).filter(|name| name != last).collect())
}

/// The members who may be meant by a number or a piece of a name, the likeliest first.
///
/// # Errors
/// When the book cannot be read.
pub fn find(typed: &str, cx: &Cx) -> Result<Vec<MemberRow>> {
    let mut found = Vec::new();
    if typed.is_empty() {
        return Ok(found);
    }
    let mut find = Find::new(typed, cx.coop.country, SHOWN);
    for _ in 0..SLICES {
        found.extend(cx.reader.find_members(&mut find)?);
        if find.is_ended() {
            break;
        }
    }
    Ok(found)
}

/// The same, where a number may be typed with the top row of an AZERTY keyboard.
///
/// # Errors
/// When the book cannot be read.
pub fn find_either(typed: &str, cx: &Cx) -> Result<Vec<MemberRow>> {
    let found = find(typed, cx)?;
    let digits: String = typed.chars().map(azerty_digit).collect();
    if !found.is_empty() || digits == typed { Ok(found) } else { find(&digits, cx) }
}

/// The one member who is meant by a number, as it is typed or scanned, or by a piece of the name.
///
/// # Errors
/// That nobody is, or several are.
pub fn one(typed: &str, cx: &Cx) -> Result<i64, Text> {
    let wrong = |id| Text::new(id).with("text", typed.trim());
    // what was proposed begins with the number
    let first = typed.split_whitespace().next().unwrap_or_default();
    let digits: String = first.chars().map(azerty_digit).collect();
    if let Some(number) = [first, &digits].into_iter().find_map(|text| parse_number(text).ok()) {
        let bearer = cx.reader.member_by_number(number).ok().flatten();
        return bearer.ok_or_else(|| wrong("err-who-none"));
    }
    let mut found = find(typed.trim(), cx).unwrap_or_default();
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

/// The one member who is meant, with number and name; nobody for a blank.
///
/// # Errors
/// That nobody is meant, or several are.
pub fn chosen(typed: &str, cx: &Cx) -> Result<(Option<i64>, String), Text> {
    if typed.trim().is_empty() {
        return Ok((None, String::new()));
    }
    let id = one(typed, cx)?;
    let unknown = || Text::new("err-who-none").with("text", typed.trim());
    Ok((Some(id), cx.reader.member(id).map_err(|_| unknown())?.heading()))
}

/// The member who bears a whole name; of several, the one whose number stands behind it.
pub fn bearer(written: &str, cx: &Cx) -> Option<i64> {
    if let Some((_, number)) = written.rsplit_once('(') {
        return one(number.trim_end_matches(')'), cx).ok();
    }
    let called = |row: &MemberRow| fold(&full_name(&row.surname, &row.post_name, &row.given_name)) == fold(written);
    // a reading error here costs the link, not the name
    let found: Vec<i64> =
        find(written, cx).unwrap_or_default().iter().filter(|row| called(row)).map(|r| r.id).collect();
    if let [one] = found[..] { Some(one) } else { None }
}

/// Number and name, as lists have it.
pub fn heading(row: &MemberRow) -> String {
    let name = full_name(&row.surname, &row.post_name, &row.given_name);
    row.number.map_or_else(|| name.clone(), |number| format!("{} {name}", show_number(number)))
}

/// What was typed, with the names of those whose numbers stand there.
///
/// # Errors
/// When nobody bears a number.
pub fn read(typed: &str, cx: &Cx) -> Result<String, Text> {
    let one = |name: &str| -> Result<String, Text> {
        let Ok(number) = parse_number(name) else { return Ok(clean(name)) };
        // a reading error here leaves the number as it is
        let Ok(bearer) = cx.reader.member_by_number(number) else { return Ok(clean(name)) };
        let rows = bearer.and_then(|id| cx.reader.member_rows(&[id]).ok()).unwrap_or_default();
        let missing = || Text::new("err-nobody").with("number", show_number(number));
        rows.first().map(written).ok_or_else(missing)
    };
    let names = typed.split(',').map(str::trim).filter(|name| !name.is_empty());
    Ok(names.map(one).collect::<Result<Vec<_>, _>>()?.join(", "))
}

/// The same, where a piece of a name is enough as well; whoever is in no register stands for himself.
///
/// # Errors
/// When nobody bears a number, or several a piece of a name.
pub fn read_piece(typed: &str, cx: &Cx) -> Result<String, Text> {
    let name = read(typed, cx)?;
    if name.is_empty() || bearer(&name, cx).is_some() {
        return Ok(name);
    }
    let has_it =
        |row: &MemberRow| contains_all(&fold(&full_name(&row.surname, &row.post_name, &row.given_name)), &fold(&name));
    // a reading error here leaves the piece as it is
    let found: Vec<MemberRow> = find(&name, cx).unwrap_or_default().into_iter().filter(has_it).collect();
    match &found[..] {
        [] => Ok(name),
        [one] => Ok(written(one)),
        _ => Err(Text::new("err-who-many").with("text", name)),
    }
}

/// Who is meant on a roll, once there is one; else out of the register.
///
/// # Errors
/// When the book cannot be read.
pub fn on_roll(roll: &[Attendance], typed: &str, cx: &Cx) -> Result<Vec<String>> {
    if roll.is_empty() { proposals(typed, cx) } else { Ok(person::proposals(roll, typed, SHOWN)) }
}

/// What was typed, with the names of those on a roll, once there is one, else of the register.
///
/// # Errors
/// When nobody bears a number, or several a name.
pub fn read_on_roll(roll: &[Attendance], typed: &str, cx: &Cx) -> Result<String, Text> {
    if roll.is_empty() { read(typed, cx) } else { person::read(roll, typed) }
}

/// Name and number, as minutes write somebody; an applicant has none.
fn written(row: &MemberRow) -> String {
    let name = full_name(&row.surname, &row.post_name, &row.given_name);
    row.number.map_or_else(|| name.clone(), |number| format!("{name} ({})", show_number(number)))
}
