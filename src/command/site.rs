//! Sites.

use super::REGISTER;
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        fold::clean,
        member::LONGEST,
        user::Session,
    },
    store::{Error, Result, Store},
};

/// Adds a site.
pub static ADD: Command = Command { id: "site.add", roles: REGISTER, undo: Undo::Whole, pin: false };

/// Adds a site and returns its id; a name that is there already is refused.
pub fn add(store: &mut Store, session: &Session, name: &str) -> Result<i64> {
    let name = clean(name);
    let length = name.chars().count();
    if length > LONGEST {
        return Err(Error::Invalid(Text::new("err-long").with("length", length).with("longest", LONGEST)));
    }
    store.act(session, &ADD, &[("name", name.clone())], |act| act.insert_site(&name))
}
