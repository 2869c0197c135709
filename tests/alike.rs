//! Who stands twice in a list: how many are found, and how many of those found are so.

use crate::common::people::{Custom, list};
use std::collections::BTreeSet;
use ushirika::domain::{
    duplicate::{Profile, compare},
    pairing::pairs,
};

/// How well the true pairs of a list are found.
struct Figures {
    true_pairs: usize,
    found: usize,
    right: usize,
}

impl Figures {
    /// In hundredths of a percent.
    fn recall(&self) -> usize {
        self.right * 10_000 / self.true_pairs
    }
    fn precision(&self) -> usize {
        self.right * 10_000 / self.found.max(1)
    }
}

fn measure(custom: Custom, count: usize, seed: u64) -> Figures {
    let entries = list(custom, count, seed);
    let profiles: Vec<Profile> = entries.iter().map(|entry| Profile::of(&entry.member)).collect();
    let is_true = |a: usize, b: usize| entries[a].person == entries[b].person;
    let true_pairs = count.div_ceil(10);
    let found = pairs(&profiles, |_, _| Ok::<(), ()>(())).expect("nobody gives up");
    let right = found.iter().filter(|pair| is_true(pair.first, pair.second)).count();
    if std::env::var_os("SHOW").is_some() {
        let seen: BTreeSet<(usize, usize)> = found.iter().map(|p| (p.first, p.second)).collect();
        for p in found.iter().filter(|p| !is_true(p.first, p.second)).take(2000) {
            println!(
                "FALSE {:?}\n  {:?}\n  {:?}",
                p.alike,
                short(&entries[p.first].member),
                short(&entries[p.second].member)
            );
        }
        let mut by_person: std::collections::HashMap<usize, Vec<usize>> = Default::default();
        for (at, e) in entries.iter().enumerate() {
            by_person.entry(e.person).or_default().push(at);
        }
        for v in by_person.values().filter(|v| v.len() > 1 && !seen.contains(&(v[0], v[1]))).take(12) {
            println!(
                "LOST {:?}\n  {:?}\n  {:?}",
                compare(&profiles[v[0]], &profiles[v[1]], 0),
                short(&entries[v[0]].member),
                short(&entries[v[1]].member)
            );
        }
    }
    Figures { true_pairs, found: found.len(), right }
}
fn short(m: &ushirika::domain::member::Member) -> String {
    format!(
        "{} | {:?} | {:?} | {} | {} | {}",
        m.full_name(),
        m.sex,
        m.birth.map(|b| b.stored()),
        m.phone,
        m.village,
        m.id_number
    )
}

#[test]
fn most_people_who_stand_twice_are_found_and_few_others() {
    for custom in [Custom::Congo, Custom::Kono, Custom::English] {
        for (count, seed) in [(200, 1), (1000, 2), (1000, 3), (5000, 4)] {
            let figures = measure(custom, count, seed);
            println!(
                "{custom:?} {count} seed {seed}: recall {} precision {} ({} of {}, {} flagged)",
                figures.recall(),
                figures.precision(),
                figures.right,
                figures.true_pairs,
                figures.found
            );
        }
    }
}
