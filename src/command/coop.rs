//! What the book says of the cooperative.

use super::SECRETARY;
use crate::{
    domain::{
        Text, book,
        book::Coop,
        command::{Command, Undo},
        fold::{clean, fold},
        member::LONGEST,
        user::Session,
    },
    store::{Error, Result, Store},
};

/// Changes the cooperative's record.
pub static EDIT: Command = Command { id: "coop.edit", roles: SECRETARY, undo: Undo::Whole, pin: false };

/// Changes name, country, legal form and currencies; needs the `rev` that was read.
pub fn edit(store: &mut Store, session: &Session, rev: i64, coop: &Coop) -> Result<()> {
    let coop = checked(coop)?;
    if store.coop()? == coop && store.coop_rev()? == rev {
        return Ok(());
    }
    store.act(session, &EDIT, &[("name", coop.name.clone())], |act| act.update_coop(rev, &coop))
}

/// The record as it is kept: clean, with currencies that exist, each once.
pub(super) fn checked(coop: &Coop) -> Result<Coop> {
    let name = clean(&coop.name);
    if fold(&name).is_empty() {
        return Err(Error::invalid("err-coop-name"));
    }
    let length = name.chars().count();
    if length > LONGEST {
        return Err(Error::Invalid(Text::new("err-long").with("length", length).with("longest", LONGEST)));
    }
    let currency = book::currency(&coop.currency).map_err(Error::Invalid)?;
    let mut also = Vec::new();
    for code in &coop.also {
        let code = book::currency(code).map_err(Error::Invalid)?;
        if code != currency && !also.contains(&code) {
            also.push(code);
        }
    }
    Ok(Coop { name, currency, also, seat: clean(&coop.seat), ..coop.clone() })
}
