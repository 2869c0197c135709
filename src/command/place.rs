//! Where members work: moved from one site or team to another, on a day.

use super::REGISTER;
use crate::{
    domain::{
        command::{Command, Undo},
        day,
        fold::fold,
        member::{Field, Member},
        user::Session,
    },
    store::{Error, Result, Store},
};
use chrono::NaiveDate;

/// Moves members to another place of work.
pub static MOVE: Command = Command { id: "member.move", roles: REGISTER, undo: Undo::Whole, pin: false };

/// A place of work by its names; a name that the book does not know is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The site; may be empty.
    pub site: String,
    /// The team; may be empty.
    pub team: String,
}

impl Place {
    /// Whether a member works there.
    pub fn is_of(&self, member: &Member) -> bool {
        fold(&member.site) == fold(&self.site) && fold(member.kept(Field::Team)) == fold(&self.team)
    }

    /// Site and team in one line.
    pub fn show(&self) -> String {
        let names = [&self.site, &self.team].into_iter().filter(|name| !name.is_empty());
        names.map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// Moves members from a day on: the place where they are ends that day. All of them or none; those who are there already
/// are passed over, and their number is not in what comes back.
pub fn move_members(store: &mut Store, session: &Session, ids: &[i64], to: &Place, on: NaiveDate) -> Result<usize> {
    if fold(&to.site).is_empty() && fold(&to.team).is_empty() {
        return Err(Error::invalid("err-move-nowhere"));
    }
    day::refuse_future(on, store.clock().today()).map_err(Error::Invalid)?;
    let mut moving = Vec::new();
    for id in ids {
        let member = store.member(*id)?;
        if !to.is_of(&member) {
            moving.push((*id, member.full_name()));
        }
    }
    let who = match &moving[..] {
        [] => return Ok(0),
        [(_, name)] => ("name", name.clone()),
        several => ("count", several.len().to_string()),
    };
    store.act(session, &MOVE, &[who, ("place", to.show()), ("day", day::show(on))], |act| {
        let place = act.place(&to.site, &to.team)?;
        moving.iter().try_for_each(|(id, _)| act.move_member(*id, place, on))
    })?;
    Ok(moving.len())
}
