//! What a schedule raises for whom. Safe to ask twice: what was raised and not taken back is not proposed again.

use super::{
    due::{Due, DueKind, periods},
    member::{Sex, Status},
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What raises amounts owed, as the rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Identity in the book.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// For what.
    pub kind: DueKind,
    /// How much each time, in minor units.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// `once`, `month`, `year`.
    pub every: String,
    /// The day of the month by which it is to be paid.
    pub due_day: Option<u32>,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: Option<NaiveDate>,
    /// The fund that gets it.
    pub fund: Option<i64>,
    /// The motion that decided it.
    pub decision: String,
}

/// Somebody who may be asked to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// The member.
    pub id: i64,
    /// Number and name.
    pub heading: String,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Active or suspended.
    pub status: Status,
    /// The day of admission.
    pub joined_on: Option<NaiveDate>,
}

/// Why something is left out unless somebody takes it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Joined after the period had begun.
    Joined(NaiveDate),
    /// Is suspended.
    Suspended,
}

/// An amount that would be raised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The amount.
    pub due: Due,
    /// Why it is left out unless somebody takes it in.
    pub left: Option<Left>,
}

/// What tells a proposal from the others of its plan: member, period, line of a roll call.
pub type Key = (i64, String, Option<i64>);

impl Proposal {
    /// What tells it from the others.
    pub fn key(&self) -> Key {
        (self.due.member, self.due.period.clone(), self.due.attendance)
    }

    /// Whether it is to be raised, when the default of those in `turned` is turned round.
    pub fn is_wanted(&self, turned: &BTreeSet<Key>) -> bool {
        self.left.is_none() != turned.contains(&self.key())
    }
}

impl Schedule {
    /// What it raises of one period of [`Schedule::periods`], and for how many that was done before. An entry fee is
    /// asked of those who were admitted while it holds, from the day of their admission.
    pub fn propose(
        &self,
        (period, due_on): &(String, NaiveDate),
        payers: &[Payer],
        is_raised: impl Fn(i64) -> bool,
    ) -> (Vec<Proposal>, usize) {
        let (mut proposals, mut raised) = (Vec::new(), 0);
        for payer in payers {
            let due_on = match (self.kind, payer.joined_on) {
                (DueKind::EntryFee, Some(on)) if on >= self.from && self.until.is_none_or(|until| on <= until) => on,
                (DueKind::EntryFee, _) => continue,
                _ => *due_on,
            };
            if is_raised(payer.id) {
                raised += 1;
                continue;
            }
            let late = payer.joined_on.filter(|on| self.kind != DueKind::EntryFee && *on > self.begin(period));
            let suspended = (payer.status == Status::Suspended).then_some(Left::Suspended);
            let left = suspended.or(late.map(Left::Joined));
            proposals.push(Proposal { due: self.due(payer.id, period, due_on), left });
        }
        (proposals, raised)
    }

    /// Its periods until `today`, each with the day by which it is to be paid.
    pub fn periods(&self, today: NaiveDate) -> Vec<(String, NaiveDate)> {
        periods(&self.every, self.due_day, (self.from, self.until), today)
    }

    /// The first day of a period.
    fn begin(&self, period: &str) -> NaiveDate {
        let first = match period.len() {
            4 => format!("{period}-01-01"),
            _ => format!("{period}-01"),
        };
        first.parse().map_or(self.from, |first: NaiveDate| first.max(self.from))
    }

    fn due(&self, member: i64, period: &str, due_on: NaiveDate) -> Due {
        Due {
            member,
            kind: self.kind,
            text: self.name.clone(),
            schedule: Some(self.id),
            period: period.to_owned(),
            due_on,
            minor: self.minor,
            currency: self.currency.clone(),
            fund: self.fund,
            decision: self.decision.clone(),
            ..Due::new(self.kind, due_on)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, Months};
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn monthly() -> Schedule {
        Schedule {
            id: 3,
            name: "Cotisation".to_owned(),
            kind: DueKind::Dues,
            minor: 500_000,
            currency: "CDF".to_owned(),
            every: "month".to_owned(),
            due_day: Some(5),
            from: day(2026, 9, 1),
            until: None,
            fund: None,
            decision: "AG 2026".to_owned(),
        }
    }

    fn payer(id: i64, status: Status, joined_on: Option<NaiveDate>) -> Payer {
        Payer { id, heading: id.to_string(), sex: None, status, joined_on }
    }

    /// What one run raises, and what was known before it.
    fn run(
        schedule: &Schedule,
        payers: &[Payer],
        known: &mut BTreeSet<(i64, String)>,
        today: NaiveDate,
    ) -> Vec<Proposal> {
        let mut wanted = Vec::new();
        for period in schedule.periods(today) {
            let (found, raised) = schedule.propose(&period, payers, |id| known.contains(&(id, period.0.clone())));
            assert!(schedule.kind == DueKind::EntryFee || found.len() + raised == payers.len());
            wanted.extend(found.into_iter().filter(|one| one.is_wanted(&BTreeSet::new())));
        }
        known.extend(wanted.iter().map(|one| (one.due.member, one.due.period.clone())));
        wanted
    }

    #[test]
    fn who_joined_later_or_is_suspended_is_left_out_until_somebody_takes_them_in() {
        let payers = [
            payer(1, Status::Active, Some(day(2020, 1, 1))),
            payer(2, Status::Active, Some(day(2026, 10, 20))),
            payer(3, Status::Suspended, None),
        ];
        let schedule = monthly();
        let months = schedule.periods(day(2026, 11, 23));
        let left = |at: usize| -> Vec<Option<Left>> {
            schedule.propose(&months[at], &payers, |_| false).0.iter().map(|one| one.left).collect()
        };
        let joined = Some(Left::Joined(day(2026, 10, 20)));
        assert_eq!(left(0), [None, joined, Some(Left::Suspended)]);
        assert_eq!(left(1), [None, joined, Some(Left::Suspended)]);
        assert_eq!(left(2), [None, None, Some(Left::Suspended)]);
        let late = &schedule.propose(&months[1], &payers, |_| false).0[1];
        assert!(!late.is_wanted(&BTreeSet::new()) && late.is_wanted(&BTreeSet::from([late.key()])));
        assert_eq!((late.due.due_on, late.due.period.as_str()), (day(2026, 10, 5), "2026-10"));
    }

    #[test]
    fn an_entry_fee_is_asked_of_those_who_come_in() {
        let fee = Schedule { kind: DueKind::EntryFee, every: "once".to_owned(), due_day: None, ..monthly() };
        let payers = [
            payer(1, Status::Active, Some(day(2020, 1, 1))),
            payer(2, Status::Active, Some(day(2026, 10, 20))),
            payer(3, Status::Active, None),
        ];
        let mut known = BTreeSet::new();
        let found = run(&fee, &payers, &mut known, day(2026, 11, 23));
        assert_eq!(
            found.iter().map(|one| (one.due.member, one.due.due_on)).collect::<Vec<_>>(),
            [(2, day(2026, 10, 20))]
        );
        assert_eq!(run(&fee, &payers, &mut known, day(2026, 11, 23)), []);
    }

    proptest! {
        #[test]
        fn a_second_run_raises_only_what_has_begun_since(
            every in prop::sample::select(vec!["once", "month", "year"]),
            due_day in prop::option::of(1u32..32),
            until in prop::option::of(0u64..900),
            people in prop::collection::vec((any::<bool>(), prop::option::of(0u64..1200)), 0..6),
            looks in prop::collection::vec(0u32..14, 1..5),
        ) {
            let from = day(2025, 3, 15);
            let until = until.map(|days| from + Days::new(days));
            let schedule = Schedule { every: every.to_owned(), due_day, from, until, ..monthly() };
            let payers: Vec<Payer> = people.iter().zip(1..).map(|((is_active, days), id)| {
                let status = if *is_active { Status::Active } else { Status::Suspended };
                payer(id, status, days.map(|days| day(2024, 1, 1) + Days::new(days)))
            }).collect();
            let (mut known, mut today, mut raised) = (BTreeSet::new(), day(2025, 1, 1), BTreeSet::new());
            for months in looks {
                today = today.checked_add_months(Months::new(months)).unwrap();
                for one in run(&schedule, &payers, &mut known, today) {
                    prop_assert!(raised.insert(one.key()), "raised twice: {one:?}");
                    let payer = payers.iter().find(|payer| payer.id == one.due.member).unwrap();
                    prop_assert_eq!(payer.status, Status::Active);
                    prop_assert!(schedule.begin(&one.due.period) <= today);
                }
                prop_assert_eq!(run(&schedule, &payers, &mut known, today), []);
            }
            // whoever was there from the beginning owes each period once
            let there = payers.iter().filter(|p| p.status == Status::Active && p.joined_on.is_none_or(|on| on <= from));
            prop_assert_eq!(
                there.clone().count() * schedule.periods(today).len(),
                raised.iter().filter(|(id, ..)| there.clone().any(|p| p.id == *id)).count()
            );
        }
    }
}
