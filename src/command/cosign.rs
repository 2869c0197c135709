//! Two people sign: each with a PIN, or in ink on paper that whoever types has seen (product.md, rule 13).

use super::user;
use crate::{
    domain::{
        Text,
        fold::clean,
        signed::{How, Signed, is_same},
        user::{Role, Session, Viewer},
    },
    store::{Error, Reader, Result},
};

/// How the one signs who does not sit here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// In ink.
    Ink,
    /// With this PIN, at this keyboard.
    Pin(String),
}

impl Proof {
    /// With a PIN that was typed; in ink where none was.
    pub fn typed(pin: &str) -> Self {
        if pin.is_empty() { Self::Ink } else { Self::Pin(pin.to_owned()) }
    }
}

/// What was signed: the names as they are kept, and how. With a PIN the first is whoever sits here, and both are users of
/// the book who have shown theirs.
pub(super) fn signed(reader: &Reader, session: &Session, names: &Signed, second: &Proof) -> Result<Signed> {
    let (first, other) = (clean(&names.first), clean(&names.second));
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
