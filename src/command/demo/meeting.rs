//! Writes how the made-up cooperative has met: bodies, posts, and each meeting as far as it has come.

use crate::{
    demo::meeting::{Gathering, ORGANS, Past, Voter},
    domain::{
        meeting::{ITEM, MANDATE, ORGAN, State},
        motion::{self, Finding, Taken, Terms},
        noun::Entry,
        rule::{Rule, Rules, Vote, What},
    },
    store::{Act, Result, calling::Opening},
    text::Lang,
};

/// Writes the bodies, who held which post, and the meetings in the order of their days.
pub fn enter(act: &Act, past: &Past, voters: &[Voter], lang: &Lang) -> Result<()> {
    let rules = act.rules()?;
    let mut organs = Vec::with_capacity(ORGANS.len());
    for kind in ORGANS {
        let mut organ = Entry::new(&ORGAN, ("", 0));
        let name = lang.name(&format!("organ-{kind}"));
        organ.put("kind", kind);
        organ.put("name", name.as_str());
        organs.push((act.put_entry(&organ, None)?, name));
    }
    for term in &past.terms {
        let mut mandate = Entry::new(&MANDATE, ("member", voters[term.holder].member));
        mandate.put("organ", organs[term.organ].1.as_str());
        mandate.put("office", term.office);
        mandate.put("from_on", term.from_on.to_string());
        mandate.put("until_on", term.until_on.to_string());
        act.put_entry(&mandate, None)?;
    }
    past.gatherings.iter().try_for_each(|held| meeting(act, held, organs[held.organ].0, &rules, lang))
}

/// Writes one meeting.
fn meeting(act: &Act, held: &Gathering, organ: i64, rules: &Rules, lang: &Lang) -> Result<()> {
    let id = act.put_entry(&owned(&held.meeting, ("organ", organ)), None)?;
    let mut items = Vec::with_capacity(held.items.len());
    for (at, (kind, text)) in held.items.iter().enumerate() {
        let mut item = Entry::new(&ITEM, ("meeting", id));
        item.put("place", (at + 1).to_string());
        item.put("kind", kind.as_str());
        item.put("title", lang.name(&format!("item-{kind}")));
        let item = act.put_entry(&item, None)?;
        if !text.is_empty() {
            act.write_minutes(item, 1, text)?;
        }
        items.push(item);
    }
    if held.state == State::Planned {
        return Ok(());
    }
    act.enter_roll(id, &held.roll)?;
    let kind = held.meeting.get("kind");
    let of = |motion| Vote { organ: ORGANS[held.organ], meeting: kind, motion };
    let call = act.meeting(id)?.call();
    let quorum = rules.quorum(of(""), call).map(|rule| (rule.value.clone(), rule.reference.clone()));
    let proxies = rules.of_organ(ORGANS[held.organ], What::Proxies).and_then(Rule::count);
    let (at, until) = held.hours;
    let opening = Opening { at: at.to_owned(), eligible: held.roll.len(), quorum: quorum.unwrap_or_default(), proxies };
    act.open_meeting(id, &opening)?;
    for guest in &held.guests {
        act.put_entry(&owned(guest, ("meeting", id)), None)?;
    }
    let item = |entry: &Entry| {
        let mut entry = owned(entry, ("meeting", id));
        let at: usize = entry.get("item_id").parse().unwrap_or_default();
        entry.put("item_id", items[at].to_string());
        entry
    };
    let room = motion::room(&held.roll_with_ids(), &[]);
    for (moved, votes) in &held.motions {
        let motion = act.put_entry(&item(moved), None)?;
        let Some(terms) = Terms::of(rules, of(moved.get("kind")), call, room) else { continue };
        let method = if votes.in_favour == room.voters() { motion::UNANIMOUS } else { "hands" };
        // who made the votes up has counted them
        let Ok((votes, outcome)) = terms.take(method, Finding::Counted(*votes)) else { continue };
        let Terms { quorum, majority, room } = terms;
        let taken_at = format!("{}T{until}:00Z", held.meeting.get("held_on"));
        let taken = Taken { method: method.to_owned(), votes, taken_at, room, quorum, majority, outcome };
        act.put_vote((motion, 1), "", &taken)?;
    }
    for action in &held.actions {
        act.put_entry(&item(action), None)?;
    }
    act.close_meeting(id, until, None)?;
    act.freeze_minutes(&act.meeting(id)?)?;
    held.signed.iter().try_for_each(|signed| act.sign_minutes(&act.meeting(id)?, signed))
}

/// A record that was made up, as it belongs to one of the book.
fn owned(entry: &Entry, owner: (&'static str, i64)) -> Entry {
    Entry::kept(entry.noun, (0, 0), owner, entry.values().to_vec())
}

#[cfg(test)]
mod tests {
    use crate::{
        command::demo::{fill, meet},
        demo::cooperative,
        domain::{
            book::Country,
            meeting::{ACTION, MANDATE, State},
        },
        store::testing::{assert_sound, book, today},
    };

    #[test]
    fn the_cooperative_has_a_past_of_meetings() {
        for (size, country) in [(184, Country::Cd), (1000, Country::Cd), (60, Country::Sl)] {
            let mut book = book();
            let demo = cooperative(size, 1, today(), country);
            let voters = fill(&mut book.store, &book.amina, &demo).unwrap();
            meet(&mut book.store, &book.amina, &demo, &voters).unwrap();
            let organs = book.store.organs().unwrap();
            assert_eq!(organs.len(), 3);
            let mut states = Vec::new();
            let (mut overdue, mut moved) = (0, 0);
            for (organ, ..) in &organs {
                let called = book.store.called(Some(*organ)).unwrap();
                let numbers: Vec<i64> = called.iter().filter_map(|called| called.number).collect();
                assert!(numbers.iter().copied().eq(1..=numbers.len() as i64), "no gap, in the order of days");
                for called in called {
                    states.push(called.state);
                    let motions = book.store.motions(called.id).unwrap();
                    assert!(motions.iter().all(|motion| motion.taken.is_some()), "{called:?}");
                    moved += motions.len();
                    let actions = book.store.entries(&ACTION, ("meeting", called.id)).unwrap();
                    let is_late = |due: chrono::NaiveDate| due < today();
                    let open = actions.iter().filter(|action| action.get("state") == "open");
                    overdue += open.filter(|action| action.day("due_on").is_some_and(is_late)).count();
                    let roll = book.store.roll(called.id).unwrap();
                    assert!(roll.len() <= 260, "{}", roll.len());
                    assert_eq!(roll.is_empty(), called.state == State::Planned);
                }
            }
            let count = |state| states.iter().filter(|known| **known == state).count();
            assert_eq!((count(State::Planned), count(State::ToSign), count(State::Signed)), (1, 1, 20));
            assert!(overdue > 0 && moved > 30, "{overdue} {moved}");
            let holders = book.store.holders(organs[1].0, today()).unwrap();
            assert_eq!(holders.len(), 7);
            let first = book.store.entries(&MANDATE, ("member", holders[0])).unwrap();
            assert!(!first.is_empty());
            assert_sound(&book.store);
        }
    }

    #[test]
    fn too_few_have_never_met() {
        let mut book = book();
        let demo = cooperative(12, 1, today(), Country::Cd);
        let voters = fill(&mut book.store, &book.amina, &demo).unwrap();
        meet(&mut book.store, &book.amina, &demo, &voters).unwrap();
        assert!(book.store.called(None).unwrap().is_empty());
    }
}
