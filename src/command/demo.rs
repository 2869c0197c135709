//! Filling a new book with the made-up cooperative.

use super::ADMIN;
use crate::{
    demo::Demo,
    domain::{
        command::{Command, Undo},
        member::{Member, Status},
        user::Session,
    },
    store::{Result, Store},
};

/// Fills the book: one act.
pub static FILL: Command = Command { id: "demo.fill", roles: ADMIN, undo: Undo::Never, pin: false };

/// Writes users and members of the made-up cooperative into a book that has none, as one act.
pub fn fill(store: &mut Store, session: &Session, demo: &Demo) -> Result<()> {
    store.act(session, &FILL, &[("count", demo.len().to_string())], |act| {
        for (name, role) in demo.users {
            // whoever opened the book may bear the name
            if act.user_by_name(name)?.is_none() {
                act.insert_user(name, &[*role], "")?;
            }
        }
        for member in demo.members() {
            match (member.status, member.status_on, member.joined_on) {
                // was a member before: the history tells it
                (status, Some(on), Some(joined_on)) if status != Status::Active => {
                    let admitted = Member { status: Status::Active, status_on: Some(joined_on), ..member };
                    let id = act.insert_member(&admitted)?;
                    act.set_member_status((id, 1), status, on, "", "")?;
                }
                _ => drop(act.insert_member(&member)?),
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        demo::cooperative,
        domain::{book::Country, member::Field},
        store::testing::{book, today},
    };

    #[test]
    fn the_book_holds_whom_the_demo_made_up() {
        let mut book = book();
        let demo = cooperative(184, 1, today(), Country::Cd);
        fill(&mut book.store, &book.amina, &demo).unwrap();
        let totals = book.store.member_totals().unwrap();
        assert_eq!(totals.count(&[], None), 184);
        assert_eq!(book.store.sites().unwrap().len(), demo.sites().len());
        for made in demo.members() {
            let id = match made.number {
                Some(number) => book.store.member_by_number(number).unwrap().unwrap(),
                None => book.store.members_by_words(&made.words_key()).unwrap().pop().unwrap(),
            };
            let kept = book.store.member(id).unwrap();
            for field in Field::ALL {
                assert_eq!(kept.get(*field), made.get(*field), "{field:?}");
            }
            let history = book.store.member_statuses(id).unwrap();
            assert_eq!(history.last().map(|line| (line.status, Some(line.on))), Some((made.status, made.status_on)));
            assert_eq!(history.len(), 1 + usize::from(!matches!(made.status, Status::Active | Status::Applicant)));
        }
    }
}
