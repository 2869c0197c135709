//! Filling a new book with the made-up cooperative: its people, then how they have met.

mod meeting;
mod money;
mod savings;

use super::{ADMIN, member::Step};
use crate::{
    demo::{Demo, Person, meeting::Voter},
    domain::{
        bylaws::Bylaws,
        command::{Command, Undo},
        member::{Field, Status},
        noun::TEAM,
        procedure,
        user::Session,
    },
    store::{Act, Result, Store},
    text::Lang,
};
use chrono::TimeDelta;
use std::collections::BTreeMap;

/// So many days after somebody left or died the steps are still open.
const SETTLING: i64 = 90;

/// Fills the book with people: one act.
pub static FILL: Command = Command { id: "demo.fill", roles: ADMIN, undo: Undo::Never, pin: false };

/// Fills it with meetings: another act.
pub static MEET: Command = Command { id: "demo.meet", roles: ADMIN, undo: Undo::Never, pin: false };

/// Fills it with money: a third act.
pub static EARN: Command = Command { id: "demo.earn", roles: ADMIN, undo: Undo::Never, pin: false };

/// Closes its books until last month: one more act.
pub static CLOSE: Command = Command { id: "demo.close", roles: ADMIN, undo: Undo::Never, pin: false };

/// Writes what the made-up cooperative has taken in and paid out into a book that has its people, a
/// savings group, and the closes of its books.
pub fn earn(store: &mut Store, session: &Session, demo: &Demo, voters: &[Voter]) -> Result<()> {
    let events = demo.treasury(voters);
    if events.is_empty() {
        return Ok(());
    }
    let lang = Lang::new(demo.language);
    let count = events.len().to_string();
    store.act(session, &EARN, &[("count", count)], |act| money::enter(act, demo, &events, voters, &lang))?;
    savings::save_up(store, session, demo, voters, &lang)?;
    store.act(session, &CLOSE, &[], |act| money::close(act, events[0].0, voters))
}

/// Writes how the made-up cooperative has met into a book that has its people, as one act.
pub fn meet(store: &mut Store, session: &Session, demo: &Demo, voters: &[Voter]) -> Result<()> {
    let past = demo.past(voters);
    if past.gatherings.is_empty() {
        return Ok(());
    }
    let lang = Lang::new(demo.language);
    let count = past.gatherings.len().to_string();
    store.act(session, &MEET, &[("count", count)], |act| meeting::enter(act, &past, voters, &lang))
}

/// Writes users, sites and members of the made-up cooperative into a book that has none, as one act; returns who may
/// stand on the rolls of its meetings.
pub fn fill(store: &mut Store, session: &Session, demo: &Demo) -> Result<Vec<Voter>> {
    store.act(session, &FILL, &[("count", demo.len().to_string())], |act| {
        for (name, role) in demo.users {
            // whoever opened the book may bear the name
            if act.user_by_name(name)?.is_none() {
                act.insert_user(name, &[*role], "")?;
            }
        }
        demo.site_entries().try_for_each(|site| act.put_entry(&site, None).map(drop))?;
        let rules = Bylaws::of(demo.coop.legal_form);
        let (mut leaders, mut voters) = (BTreeMap::new(), Vec::new());
        for person in demo.people() {
            let (member, site, team) = (&person.member, &person.member.site, person.member.kept(Field::Team));
            let leads = member.works.iter().any(|work| work.code == "pit_chief");
            if let Some(number) = member.number.filter(|_| member.status == Status::Active && !team.is_empty()) {
                // who leads a pit leads the team; else the first who came
                let leader = leaders.entry((site.clone(), team.to_owned())).or_insert((leads, number));
                *leader = if leads && !leader.0 { (leads, number) } else { *leader };
            }
            let voter = demo.voter(&person.member);
            let member = enter(act, person, &rules)?;
            voters.extend(voter.map(|voter| Voter { member, ..voter }));
        }
        appoint(act, &leaders)?;
        Ok(voters)
    })
}

/// Writes one person: where the work began, where it went on, and how it ended; returns the identity in the book.
fn enter(act: &Act, person: Person, rules: &Bylaws) -> Result<i64> {
    let Person { member, records, household, before } = person;
    household.iter().try_for_each(|household| act.put_entry(household, None).map(drop))?;
    // was a member before: the history tells it
    let has_left = member.status_on.zip(member.joined_on).filter(|_| member.status != Status::Active);
    let mut first = member.clone();
    if let Some((_, joined_on)) = has_left {
        (first.status, first.status_on) = (Status::Active, Some(joined_on));
    }
    if let Some((site, _)) = before {
        site.clone_into(&mut first.site);
        first.put(Field::Team, String::new());
    }
    let id = act.insert_member_with(&first, records)?;
    let mut rev = 1;
    if let Some((_, on)) = before {
        act.move_member(id, act.place(&member.site, member.kept(Field::Team))?, on)?;
        rev += 1;
    }
    let Some((on, _)) = has_left else { return Ok(id) };
    act.set_member_status((id, rev), member.status, on, "", "")?;
    // what ended lately is still being settled
    let kind = procedure::kind_of(member.status).filter(|_| act.today() - on < TimeDelta::days(SETTLING));
    let steps = kind.map(|kind| (kind, procedure::steps(rules, kind)));
    if let Some((kind, steps)) = steps.filter(|(_, steps)| procedure::is_immediate(steps)) {
        let step = Step { status: member.status, on, reason: String::new(), decision: String::new() };
        super::procedure::insert(act, id, kind, &step, steps)?;
    }
    Ok(id)
}

/// Writes who leads the teams.
fn appoint(act: &Act, leaders: &BTreeMap<(String, String), (bool, i64)>) -> Result<()> {
    for ((site, team), (_, number)) in leaders {
        if let Some(id) = act.place(site, team)?.team {
            let mut team = act.entry(&TEAM, id)?;
            team.put("leader_number", number.to_string());
            act.put_entry(&team, None)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        demo::cooperative,
        domain::{
            book::Country,
            noun::{CARD, PLACEMENT},
        },
        store::testing::{assert_sound, book, today},
    };

    #[test]
    fn the_book_holds_whom_the_demo_made_up() {
        for (size, country) in [(0, Country::Cd), (1, Country::Cd), (184, Country::Cd), (300, Country::Sl)] {
            let mut book = book();
            let demo = cooperative(size, 1, today(), country);
            fill(&mut book.store, &book.amina, &demo).unwrap();
            let totals = book.store.member_totals().unwrap();
            assert_eq!(totals.count(&[], None), size as i64);
            assert_eq!(book.store.sites().unwrap().len(), demo.sites().len());
            for made in demo.people() {
                let Person { member: made, records, before, .. } = made;
                let id = match made.number {
                    Some(number) => book.store.member_by_number(number).unwrap().unwrap(),
                    None => book.store.members_by_words(&made.words_key()).unwrap().pop().unwrap(),
                };
                let kept = book.store.member(id).unwrap();
                for field in Field::ALL {
                    assert_eq!(kept.get(*field), made.get(*field), "{field:?}");
                }
                let history = book.store.member_statuses(id).unwrap();
                assert_eq!(
                    history.last().map(|line| (line.status, Some(line.on))),
                    Some((made.status, made.status_on))
                );
                assert_eq!(history.len(), 1 + usize::from(!matches!(made.status, Status::Active | Status::Applicant)));
                let cards = book.store.entries(&CARD, ("member", id)).unwrap();
                assert_eq!(cards.len(), records.iter().filter(|record| *record.noun == CARD).count());
                let places = book.store.entries(&PLACEMENT, ("member", id)).unwrap();
                assert_eq!(places.len(), 1 + usize::from(before.is_some()));
            }
            // everybody who leads a team works in it
            for team in book.store.entries(&TEAM, ("", 0)).unwrap() {
                let Ok(number) = team.get("leader_number").parse() else { continue };
                let leader = book.store.member(book.store.member_by_number(number).unwrap().unwrap()).unwrap();
                assert_eq!((leader.site.as_str(), leader.kept(Field::Team)), (team.get("site"), team.get("name")));
            }
            assert_sound(&book.store);
        }
    }
}
