//! Who may open the book, who one is, and the PIN that proves it.

use super::{ADMIN, EVERYBODY};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        fold::{clean, fold},
        user::{Role, Session, Viewer, roles_text},
    },
    store::{Error, Reader, Result, Store, user::User},
};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};

/// Adds a user.
pub static ADD: Command = Command { id: "user.add", roles: ADMIN, undo: Undo::Whole, pin: true };
/// Changes what a user may do.
pub static ROLE: Command = Command { id: "user.role", roles: ADMIN, undo: Undo::Whole, pin: true };
/// Takes a user out of the book.
pub static REMOVE: Command = Command { id: "user.remove", roles: ADMIN, undo: Undo::Whole, pin: true };
/// Says which name of the operating system stands for a user.
pub static SYSTEM: Command = Command { id: "user.system", roles: ADMIN, undo: Undo::Whole, pin: true };
/// Says which member a user is: that member approves with the user's PIN.
pub static MEMBER: Command = Command { id: "user.member", roles: ADMIN, undo: Undo::Whole, pin: true };
/// Sets or takes away a PIN: one's own, or as administrator anybody's. The log says that, not what.
pub static PIN: Command = Command { id: "user.pin", roles: EVERYBODY, undo: Undo::Never, pin: true };

/// Shortest and longest PIN or passphrase, in characters.
const PIN_LENGTH: std::ops::RangeInclusive<usize> = 4..=100;
/// Longest name of a user, in characters.
const LONGEST_NAME: usize = 40;

/// Who sits at the keyboard: the user of that name, or else the one whom the operating system's name stands for, or else
/// somebody unknown, who reads only.
///
/// A name alone is enough for a user without a PIN who is bound to no other name of the operating system. A user with a
/// PIN shows it, or comes under the own name of the operating system and shows it when a command asks.
pub fn sign_in(reader: &Reader, system_user: &str, name: Option<&str>, pin: Option<&str>) -> Result<Session> {
    let known = match name {
        Some(name) => Some(
            reader
                .user_by_name(name)?
                .ok_or_else(|| Error::Invalid(Text::new("err-user-unknown").with("name", name)))?,
        ),
        None => reader.user_by_system(system_user)?,
    };
    let mut session =
        Session { system_user: system_user.to_owned(), id: crate::unix::session_id(), ..Session::default() };
    let Some(user) = known else { return Ok(session) };
    session.viewer = Viewer { user_id: Some(user.id), roles: user.roles };
    session.name = user.name;
    session.proved = !user.has_pin;
    if let (true, Some(pin)) = (user.has_pin, pin) {
        prove(reader, &mut session, pin)?;
    } else if user.system_user != system_user {
        if user.has_pin {
            return Err(Error::Denied(Text::new("err-pin-needed").with("name", session.name)));
        }
        if !user.system_user.is_empty() {
            let text = Text::new("err-user-bound").with("name", session.name).with("system", user.system_user);
            return Err(Error::Denied(text));
        }
    }
    Ok(session)
}

/// Compares a PIN with the one in the book; from then on the session counts as proved.
pub fn prove(reader: &Reader, session: &mut Session, pin: &str) -> Result<()> {
    let hash = session.viewer.user_id.map(|id| reader.pin_hash(id)).transpose()?.flatten();
    let matches = hash.is_some_and(|hash| Argon2::default().verify_password(pin.as_bytes(), hash.as_str()).is_ok());
    if !matches {
        return Err(Error::Denied(Text::new("err-pin-wrong")));
    }
    session.proved = true;
    Ok(())
}

/// Adds a user and returns the id.
pub fn add(
    store: &mut Store,
    session: &Session,
    name: &str,
    roles: &[Role],
    system_user: &str,
    pin: Option<&str>,
) -> Result<i64> {
    let name = checked_name(name)?;
    let hash = pin.map(hash).transpose()?;
    let roles = checked_roles(roles)?;
    store.act(session, &ADD, &[("name", name.clone()), ("roles", roles_text(&roles))], |act| {
        let id = act.insert_user(&name, &roles, &clean(system_user))?;
        act.set_pin_hash(id, hash.as_deref())?;
        Ok(id)
    })
}

/// Gives a user other roles.
pub fn role(store: &mut Store, session: &Session, user: &User, roles: &[Role]) -> Result<()> {
    let roles = checked_roles(roles)?;
    if user.roles == roles {
        return Ok(());
    }
    store.act(session, &ROLE, &[("name", user.name.clone()), ("roles", roles_text(&roles))], |act| {
        act.update_user(&User { roles, ..user.clone() })
    })
}

/// Binds a user to a name of the operating system, or, with an empty one, to none.
pub fn system(store: &mut Store, session: &Session, user: &User, system_user: &str) -> Result<()> {
    let system_user = clean(system_user);
    store.act(session, &SYSTEM, &[("name", user.name.clone()), ("system", system_user.clone())], |act| {
        act.update_user(&User { system_user, ..user.clone() })
    })
}

/// Says which member a user is; nobody else can be the same one.
pub fn bind(store: &mut Store, session: &Session, user: &User, member: Option<i64>) -> Result<()> {
    let label = member.map(|id| store.record_label("member", id)).transpose()?.unwrap_or_default();
    store.act(session, &MEMBER, &[("name", user.name.clone()), ("member", label)], |act| {
        act.update_user(&User { member, ..user.clone() })
    })
}

/// Whether a PIN is that of the user whom a member is: so the member has said it.
pub fn prove_member(reader: &Reader, member: i64, pin: &str) -> Result<User> {
    let name = || Text::new("err-member-pin").with("name", reader.record_label("member", member).unwrap_or_default());
    let user = reader.user_of_member(member)?.filter(|user| user.has_pin).ok_or_else(|| Error::Invalid(name()))?;
    let viewer = Viewer { user_id: Some(user.id), roles: user.roles.clone() };
    prove(reader, &mut Session { viewer, ..Session::default() }, pin)?;
    Ok(user)
}

/// Takes a user out of the book; what the user signed stays signed.
pub fn remove(store: &mut Store, session: &Session, user: &User) -> Result<()> {
    store.act(session, &REMOVE, &[("name", user.name.clone())], |act| act.remove_user(user.id, user.rev, act.today()))
}

/// Sets a user's PIN, or takes it away.
pub fn set_pin(store: &mut Store, session: &Session, user: &User, pin: Option<&str>) -> Result<()> {
    let hash = pin.map(hash).transpose()?;
    store.act(session, &PIN, &[("name", user.name.clone())], |act| {
        if session.viewer.user_id != Some(user.id) {
            act.require(ADMIN)?;
        }
        act.set_pin_hash(user.id, hash.as_deref())
    })
}

/// The hash of a PIN: Argon2id with 4 MiB and two passes, 5 ms on a desktop and about 50 ms on a slow machine, because a
/// short PIN is no passphrase whatever it costs, and a Raspberry Pi must open the book too.
pub(super) fn hash(pin: &str) -> Result<String> {
    let length = pin.chars().count();
    if !PIN_LENGTH.contains(&length) {
        let text = Text::new("err-pin-length").with("shortest", *PIN_LENGTH.start()).with("longest", *PIN_LENGTH.end());
        return Err(Error::Invalid(text));
    }
    let failed = |error: String| Error::Io(std::io::Error::other(error));
    let params = Params::new(4096, 2, 1, None).map_err(|e| failed(e.to_string()))?;
    let hash: PasswordHash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(pin.as_bytes())
        .map_err(|e| failed(e.to_string()))?;
    Ok(hash.to_string())
}

/// A user's name as it is kept.
pub(super) fn checked_name(name: &str) -> Result<String> {
    let name = clean(name);
    if fold(&name).is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Error::Invalid(Text::new("err-user-name").with("longest", LONGEST_NAME)));
    }
    Ok(name)
}

fn checked_roles(roles: &[Role]) -> Result<Vec<Role>> {
    let mut roles = roles.to_vec();
    roles.sort_unstable();
    roles.dedup();
    if roles.is_empty() {
        return Err(Error::invalid("err-user-roles"));
    }
    Ok(roles)
}
