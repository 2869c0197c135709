//! Terms of office: on which days somebody holds one, and what is worth a word before it is written down. Nothing here
//! forbids: an assembly may have decided otherwise.

use super::{
    Text,
    bylaws::{Apart, Certainty},
    day,
    noun::Entry,
};
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;

/// The time of a mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The first day in office.
    pub from: NaiveDate,
    /// The last day for which it was given, if there is one.
    pub until: Option<NaiveDate>,
    /// The day on which it ended before: the first day out of office.
    pub ended: Option<NaiveDate>,
}

/// Where a mandate stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has not begun.
    Coming,
    /// It runs.
    Held,
    /// Its last day has passed, and nobody has said that it ended.
    Over,
    /// It was ended.
    Ended,
}

impl Term {
    /// The time of a mandate that is written down; `None` while it has no first day.
    pub fn of(mandate: &Entry) -> Option<Self> {
        Some(Self { from: mandate.day("from_on")?, until: mandate.day("until_on"), ended: mandate.day("ended_on") })
    }

    /// The last day of a term that begins on a day and takes so many months.
    pub fn end_of(from: NaiveDate, months: u32) -> Option<NaiveDate> {
        from.checked_add_months(Months::new(months))?.pred_opt()
    }

    /// The last day in office, if one is known.
    pub fn last(self) -> Option<NaiveDate> {
        let before = self.ended.and_then(|day| day.pred_opt());
        self.until.into_iter().chain(before).min()
    }

    /// Whether the office is held on a day.
    pub fn holds(self, on: NaiveDate) -> bool {
        self.from <= on && self.last().is_none_or(|last| on <= last)
    }

    /// Whether there is a day on which both offices are held.
    pub fn overlaps(self, other: Self) -> bool {
        let first = self.from.max(other.from);
        self.holds(first) && other.holds(first)
    }

    /// Where it stands on a day.
    pub fn standing(self, on: NaiveDate) -> Standing {
        if self.ended.is_some_and(|day| day <= on) {
            Standing::Ended
        } else if self.from > on {
            Standing::Coming
        } else if self.holds(on) {
            Standing::Held
        } else {
            Standing::Over
        }
    }
}

/// Whether one person at a time holds an office in a body.
pub fn is_single(office: &str) -> bool {
    !["adviser", "auditor", "team_leader", "seat"].contains(&office)
}

/// An office somebody holds, has held or is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The mandate; 0 before it is saved.
    pub mandate: i64,
    /// The member.
    pub member: i64,
    /// The member's name.
    pub name: String,
    /// The body.
    pub organ: i64,
    /// The body's name.
    pub organ_name: String,
    /// Code of the body's kind.
    pub kind: String,
    /// Code of the office.
    pub office: String,
    /// From when until when.
    pub term: Term,
}

/// What a body says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// How many may sit in it.
    pub seats: Option<u32>,
    /// How long a term takes.
    pub months: Option<u32>,
}

/// What is worth a word before a mandate is saved: the office is held, there are no seats left, the term is longer than
/// the body's or over, the member or the member's kin sits where that is not wanted. `others` are the other mandates of
/// the book, `kin` who is related to the member and how, as a code.
pub fn doubts(
    new: &Holder,
    body: Seats,
    others: &[Holder],
    kin: &[(i64, String)],
    apart: &[Apart],
    today: NaiveDate,
) -> Vec<Text> {
    let others = || others.iter().filter(|other| other.mandate != new.mandate && other.term.overlaps(new.term));
    let here = || others().filter(|other| other.organ == new.organ);
    let mut doubts = Vec::new();
    if let Some(other) = here().find(|other| other.office == new.office && is_single(&new.office)) {
        let text = Text::new("warn-mandate-held").with("office", office(other)).with("organ", &*other.organ_name);
        doubts.push(text.with("name", &*other.name).with("term", until(other.term)));
    }
    let sitting: BTreeSet<i64> = here().filter(|other| other.term.holds(new.term.from)).map(|o| o.member).collect();
    let count = sitting.len() + usize::from(!sitting.contains(&new.member));
    if let Some(seats) = body.seats.filter(|seats| count > *seats as usize) {
        let text = Text::new("warn-mandate-seats").with("organ", &*new.organ_name);
        doubts.push(text.with("seats", seats).with("count", count));
    }
    let longest = body.months.and_then(|months| Term::end_of(new.term.from, months));
    if let (Some(longest), Some(months)) = (longest.filter(|day| new.term.until.is_none_or(|u| u > *day)), body.months)
    {
        let text = Text::new("warn-mandate-long").with("organ", &*new.organ_name);
        doubts.push(text.with("months", months).with("day", day::show(longest)));
    }
    if let Some(day) = new.term.until.filter(|day| *day < today) {
        doubts.push(Text::new("warn-mandate-over").with("day", day::show(day)));
    }
    doubts.extend(others().filter_map(|other| not_together(new, other, kin, apart)));
    doubts
}

/// Why two people, or one person twice, should not sit in two bodies.
fn not_together(new: &Holder, other: &Holder, kin: &[(i64, String)], apart: &[Apart]) -> Option<Text> {
    let is_apart = |apart: &&Apart| {
        let parts = |a: &Holder, b: &Holder| apart.organ == a.kind && apart.from.contains(&b.kind);
        parts(new, other) || parts(other, new)
    };
    let sits = |id: &'static str, apart: &Apart| {
        let text = Text::new(id).with("name", &*new.name).with("organ", &*other.organ_name);
        text.with("office", office(other)).with("source", source(&apart.reference, apart.certainty))
    };
    let mut rules = apart.iter().filter(is_apart);
    if other.member == new.member {
        return rules.next().map(|apart| sits("warn-mandate-both", apart));
    }
    let (_, relation) = kin.iter().find(|(member, _)| *member == other.member)?;
    let apart = rules.find(|apart| apart.kin.contains(relation))?;
    let relation = super::choice::find(super::noun::RELATIONS, relation).map_or("", |choice| choice.text_id);
    let text = sits("warn-mandate-kin", apart);
    Some(text.with("other", &*other.name).with("relation", Text::new(relation)))
}

/// Where a rule stands and how sure it is.
fn source(reference: &str, certainty: Certainty) -> Text {
    let certainty = Text::new(certainty.text_id());
    if reference.is_empty() {
        return certainty;
    }
    Text::new("rule-source").with("reference", reference).with("certainty", certainty)
}

fn office(holder: &Holder) -> Text {
    let choice = super::choice::find(super::meeting::OFFICES, &holder.office);
    Text::new(choice.map_or("", |choice| choice.text_id))
}

/// Until when somebody is in office.
fn until(term: Term) -> Text {
    term.last().map_or_else(|| Text::new("term-open"), |day| Text::new("term-until").with("day", day::show(day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{book::LegalForm, bylaws::Bylaws};
    use chrono::Days;
    use proptest::prelude::*;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(n)
    }

    fn term(from: u64, until: Option<u64>, ended: Option<u64>) -> Term {
        Term { from: day(from), until: until.map(day), ended: ended.map(day) }
    }

    fn holder(member: i64, organ: i64, kind: &str, office: &str, term: Term) -> Holder {
        let (name, organ_name) = (format!("N{member}"), format!("O{organ}"));
        Holder { mandate: member, member, name, organ, organ_name, kind: kind.into(), office: office.into(), term }
    }

    fn ids(new: &Holder, body: Seats, others: &[Holder], kin: &[(i64, String)]) -> Vec<&'static str> {
        let apart = Bylaws::of(LegalForm::Scoops).apart;
        doubts(new, body, others, kin, &apart, day(10)).into_iter().map(|text| text.id).collect()
    }

    #[test]
    fn what_is_worth_a_word() {
        let year = term(0, Some(365), None);
        let chair = holder(1, 1, "committee", "chair", year);
        let body = Seats { seats: Some(2), months: Some(36) };
        let new = |member, office| holder(member, 1, "committee", office, year);
        assert!(ids(&new(2, "treasurer"), body, std::slice::from_ref(&chair), &[]).is_empty());
        assert_eq!(ids(&new(2, "chair"), body, std::slice::from_ref(&chair), &[]), ["warn-mandate-held"]);
        // the mandate itself, changed, is not in its own way
        assert!(ids(&chair, body, std::slice::from_ref(&chair), &[]).is_empty());
        // several advisers are normal; three people on two seats are not
        let two = [chair.clone(), holder(3, 1, "committee", "adviser", year)];
        assert_eq!(ids(&new(2, "adviser"), body, &two, &[]), ["warn-mandate-seats"]);
        // who has two offices takes one seat
        assert!(
            ids(&holder(3, 1, "committee", "treasurer", year), Seats { months: None, ..body }, &two, &[]).is_empty()
        );
        let long = Holder { term: term(0, Some(2000), None), ..new(2, "treasurer") };
        assert_eq!(ids(&long, body, &[], &[]), ["warn-mandate-long"]);
        let open = Holder { term: term(0, None, None), ..new(2, "treasurer") };
        assert_eq!(ids(&open, body, &[], &[]), ["warn-mandate-long"]);
        let over = Holder { term: term(0, Some(5), None), ..new(2, "treasurer") };
        assert_eq!(ids(&over, body, &[], &[]), ["warn-mandate-over"]);
        // the office is free again once the term was ended
        let left = Holder { term: term(0, Some(365), Some(30)), ..chair };
        let next = Holder { term: term(30, Some(365), None), ..new(2, "chair") };
        assert!(ids(&next, body, &[left], &[]).is_empty());
    }

    #[test]
    fn whoever_controls_is_neither_a_manager_nor_close_kin_of_one() {
        let year = term(0, Some(365), None);
        let treasurer = holder(1, 1, "committee", "treasurer", year);
        let control = |member| Holder { mandate: 9, ..holder(member, 2, "control", "seat", year) };
        let none = Seats::default();
        let managers = std::slice::from_ref(&treasurer);
        assert_eq!(ids(&control(1), none, managers, &[]), ["warn-mandate-both"]);
        assert!(ids(&control(2), none, managers, &[]).is_empty());
        let kin = |relation: &str| vec![(1, relation.to_owned())];
        assert_eq!(ids(&control(2), none, managers, &kin("spouse")), ["warn-mandate-kin"]);
        assert_eq!(ids(&control(2), none, managers, &kin("sibling")), ["warn-mandate-kin"]);
        assert!(ids(&control(2), none, managers, &kin("friend")).is_empty());
        // the other way round
        let into = Holder { mandate: 8, ..treasurer };
        assert_eq!(ids(&into, none, &[control(1)], &[]), ["warn-mandate-both"]);
        // bodies that have nothing to do with it
        let safety = Holder { mandate: 7, ..holder(1, 3, "safety", "seat", year) };
        assert!(ids(&safety, none, &[control(1)], &[]).is_empty());
    }

    proptest! {
        #[test]
        fn terms_overlap_where_some_day_is_in_both(
            a in (0..30u64, prop::option::of(0..30u64), prop::option::of(0..30u64)),
            b in (0..30u64, prop::option::of(0..30u64), prop::option::of(0..30u64)),
        ) {
            let (a, b) = (term(a.0, a.1, a.2), term(b.0, b.1, b.2));
            let some_day = (0..60).map(day).any(|on| a.holds(on) && b.holds(on));
            prop_assert_eq!(a.overlaps(b), some_day);
            prop_assert_eq!(a.overlaps(b), b.overlaps(a));
            for on in (0..40).map(day) {
                prop_assert_eq!(a.standing(on) == Standing::Held, a.holds(on));
            }
        }
    }
}
