//! Members in the forms of money: a number or a piece of a name stands for one, commas part several.

use crate::{
    domain::Text,
    store,
    tui::screen::{Cx, meetings::people},
};

/// A member, with number and name.
pub type Who = (i64, String);

/// Somebody by identity.
///
/// # Errors
/// When there is nobody like that.
pub fn of(id: i64, cx: &Cx) -> store::Result<Who> {
    Ok((id, cx.reader.member(id)?.heading()))
}

/// Those who are meant by what is typed, each once.
///
/// # Errors
/// That nobody is, or several are.
pub fn read(typed: &str, cx: &Cx) -> Result<Vec<Who>, Text> {
    let mut found: Vec<Who> = Vec::new();
    for name in typed.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let unknown = || Text::new("err-who-none").with("text", name);
        let who = of(people::one(name, cx)?, cx).map_err(|_| unknown())?;
        if !found.contains(&who) {
            found.push(who);
        }
    }
    Ok(found)
}

/// Numbers and names, parted by commas.
pub fn show(who: &[Who]) -> String {
    who.iter().map(|(_, heading)| heading.as_str()).collect::<Vec<_>>().join(", ")
}

/// Those who may be meant by what is typed behind the last comma.
///
/// # Errors
/// When the book cannot be read.
pub fn proposals(typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
    let last = typed.rsplit(',').next().unwrap_or(typed).trim();
    Ok(people::find(last, cx)?.iter().map(people::heading).filter(|heading| heading != last).collect())
}

/// The one who is meant; nobody by a blank.
///
/// # Errors
/// That nobody is, or several are.
pub fn one(typed: &str, cx: &Cx) -> Result<Option<Who>, Text> {
    let mut found = read(typed, cx)?;
    match found.len() {
        0 | 1 => Ok(found.pop()),
        _ => Err(Text::new("err-who-many").with("text", typed.trim())),
    }
}
