//! Making a book and copying it. To put a copy back is [`Store::restore`].

use super::{coop, user};
use crate::{
    clock::Clock,
    domain::{
        book::Coop,
        user::{Role, Session, Viewer},
    },
    store::{Error, Result, Store, backup::Progress},
};
use std::path::{Path, PathBuf};

/// Who makes a book, and becomes its first administrator.
#[derive(Clone, Debug)]
pub struct Founder<'a> {
    /// The name acts are signed with.
    pub name: &'a str,
    /// A PIN, if wanted.
    pub pin: Option<&'a str>,
    /// The name the operating system knows.
    pub system_user: &'a str,
    /// The running program ([`crate::unix::session_id`]).
    pub session: &'a str,
}

/// The id of the first user of a book.
const FIRST: i64 = 1;

/// Makes a new book of a cooperative.
pub fn create(path: &Path, clock: Clock, coop: &Coop, founder: &Founder) -> Result<(Store, Session)> {
    let coop = coop::checked(coop)?;
    let name = user::checked_name(founder.name)?;
    let hash = founder.pin.map(user::hash).transpose()?;
    let roles = vec![Role::Admin];
    let session = Session {
        viewer: Viewer { user_id: Some(FIRST), roles: roles.clone() },
        name: name.clone(),
        system_user: founder.system_user.to_owned(),
        id: founder.session.to_owned(),
        proved: true,
    };
    let store = Store::create(path, clock, &session, |act| {
        act.insert_coop(&coop)?;
        let id = act.insert_user(&name, &roles, founder.system_user)?;
        debug_assert_eq!(id, FIRST, "the first id of a series in the first copy is 1");
        act.set_pin_hash(id, hash.as_deref())
    })?;
    Ok((store, session))
}

/// Makes a proved copy in a folder, which is made if need be, and notes when.
pub fn backup(store: &mut Store, dir: &Path, progress: Progress) -> Result<PathBuf> {
    std::fs::create_dir_all(dir)?;
    let clock = store.clock();
    let copy = store.backup(dir, clock, progress)?;
    match store.note_backup() {
        // the copy is good, also where nothing can be noted
        Ok(()) | Err(Error::Busy) => Ok(copy),
        Err(error) => Err(error),
    }
}
