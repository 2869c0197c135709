//! Two people sign: each with a PIN, or in ink on paper that whoever types has seen (product.md, rule 13).

use super::user;
use crate::{
    domain::{
        Text,
        fold::clean,
        member::{full_name, parse_number, show_number},
        signed::{How, Signed, is_same},
        user::{Role, Session, Viewer},
    },
    store::{Error, Reader, Result, member_find::Find, member_list::MemberRow},
};

/// Of so many with a piece of a name one may still bear it as a whole.
const LIKE: usize = 5;

/// How the one signs who does not sit here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// In ink.
    Ink,
    /// With this PIN, at this keyboard.
    Pin(String),
}

/// Who signs: the name as it is kept, and the member, where it is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signer {
    /// The name.
    pub name: String,
    /// The member.
    pub member: Option<i64>,
}

/// The one who is meant: a user of the book by name, else a member by the number or by a piece of the name. Nobody for a
/// blank; nobody else signs.
pub fn signer(reader: &Reader, typed: &str) -> Result<Signer> {
    let typed = clean(typed);
    if typed.is_empty() {
        return Ok(Signer::default());
    }
    if let Some(user) = reader.user_by_name(&typed)? {
        return Ok(Signer { name: user.name, member: user.member });
    }
    let mut found = match bearer(reader, &typed)? {
        Some(row) => vec![row],
        None => alike(reader, &typed)?,
    };
    found.retain(|row| row.number.is_some() && row.status.is_member());
    if found.iter().filter(|row| is_same(&called(row), &typed)).count() == 1 {
        found.retain(|row| is_same(&called(row), &typed));
    }
    match &found[..] {
        [one @ MemberRow { number: Some(number), .. }] => {
            Ok(Signer { name: format!("{} ({})", called(one), show_number(*number)), member: Some(one.id) })
        }
        [] | [_] => Err(unknown(&typed)),
        _ => Err(Error::Invalid(Text::new("err-who-many").with("text", typed))),
    }
}

/// The member whose number stands alone or behind a name, `Kabeya Jean (0001)`; nobody where no number stands.
///
/// # Errors
/// That nobody bears the number, or somebody who is called otherwise.
pub fn bearer(reader: &Reader, typed: &str) -> Result<Option<MemberRow>> {
    let (words, number) = typed.trim_end_matches(')').rsplit_once('(').unwrap_or(("", typed));
    let Ok(number) = parse_number(number) else { return Ok(None) };
    let mut rows = reader.member_rows(reader.member_by_number(number)?.as_slice())?;
    let row = rows.pop().filter(|row| words.is_empty() || is_same(words, &called(row)));
    row.map(Some).ok_or_else(|| unknown(typed))
}

fn called(row: &MemberRow) -> String {
    full_name(&row.surname, &row.post_name, &row.given_name)
}

fn unknown(typed: &str) -> Error {
    Error::Invalid(Text::new("err-sign-unknown").with("text", typed))
}

/// Those in whose names a text stands.
fn alike(reader: &Reader, typed: &str) -> Result<Vec<MemberRow>> {
    let mut find = Find::new(typed, reader.coop()?.country, LIKE);
    let mut found = Vec::new();
    while !find.is_ended() {
        found.extend(reader.find_members(&mut find)?);
    }
    Ok(found)
}

/// What was signed: the names as they are kept, and how. With a PIN the first is whoever sits here, and both are users of
/// the book who have shown theirs.
pub(super) fn signed(reader: &Reader, session: &Session, names: &Signed, second: &Proof) -> Result<Signed> {
    let (one, other) = (signer(reader, &names.first)?, signer(reader, &names.second)?);
    if one.member.is_some() && one.member == other.member {
        return Err(Error::Invalid(Text::new("err-sign-same").with("name", one.name)));
    }
    let (first, other) = (one.name, other.name);
    if other.is_empty() {
        return Ok(Signed { first, ..Signed::default() });
    }
    match second {
        Proof::Ink => Ok(Signed { first, second: other, how: Some(How::Ink), seen_by: session.name.clone() }),
        Proof::Pin(pin) => {
            if !is_same(&first, &session.name) || !session.proved {
                return Err(Error::Invalid(Text::new("err-sign-self").with("name", session.name.as_str())));
            }
            prove(reader, &other, pin)?;
            Ok(Signed { first, second: other, how: Some(How::Pin), seen_by: String::new() })
        }
    }
}

/// Whether between them whoever sits here and the other hold both roles; of names in ink the book does not know roles.
pub(super) fn hold(reader: &Reader, session: &Session, signed: &Signed, roles: [Role; 2]) -> Result<()> {
    if signed.how != Some(How::Pin) {
        return Ok(());
    }
    let viewer = |id: Option<i64>| -> Result<Viewer> {
        Ok(id.map(|id| reader.viewer_of(id)).transpose()?.flatten().unwrap_or_default())
    };
    let other = reader.user_by_name(&signed.second)?.map(|user| user.id);
    let (one, other) = (viewer(session.viewer.user_id)?, viewer(other)?);
    let [a, b] = roles;
    let fits = |one: &Viewer, other: &Viewer| one.has_any(&[a]) && other.has_any(&[b]);
    if fits(&one, &other) || fits(&other, &one) { Ok(()) } else { Err(Error::invalid("err-reopen-roles")) }
}

fn prove(reader: &Reader, name: &str, pin: &str) -> Result<()> {
    let unknown = || Error::Invalid(Text::new("err-user-unknown").with("name", name));
    let other = reader.user_by_name(name)?.ok_or_else(unknown)?;
    let viewer = Viewer { user_id: Some(other.id), roles: other.roles };
    user::prove(reader, &mut Session { viewer, name: other.name, ..Session::default() }, pin)
}
