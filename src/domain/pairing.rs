//! Which of many records may be the same people, without comparing each with each.

use super::duplicate::{Alike, CROWD, CROWD_OF_A_YEAR, Profile, compare};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Two records that may be one person, by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The earlier one.
    pub first: usize,
    /// The later one.
    pub second: usize,
    /// How much they look alike, and why.
    pub alike: Alike,
}

/// What a key is made of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    /// Two of the names.
    Names,
    /// All of them.
    WholeName,
    /// One of them and the year of birth.
    Year,
    Day,
    Phone,
    Paper,
}

/// A record under one of its keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    key: u64,
    record: u32,
    year: i16,
    kind: Kind,
}

/// Records that meet.
struct Group {
    records: std::ops::Range<usize>,
    /// How many bear the names that these meet by; 0 when it is not by names.
    bearers: u32,
}

/// How many comparisons are made between two looks at whether to go on.
const STEP: usize = 256;

/// The pairs worth a warning, in the order of their places. `progress` is told how many of how many are done, and ends the
/// work by its error.
///
/// # Errors
/// The one of `progress`.
pub fn pairs<E>(profiles: &[Profile], mut progress: impl FnMut(usize, usize) -> Result<(), E>) -> Result<Vec<Pair>, E> {
    let (groups, order) = groups(profiles);
    let mut of_record: Vec<Vec<u32>> = vec![Vec::new(); profiles.len()];
    for (at, group) in groups.iter().enumerate() {
        order[group.records.clone()].iter().for_each(|record| of_record[*record as usize].push(at as u32));
    }
    let mut found = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        if at.is_multiple_of(STEP) {
            progress(at, groups.len())?;
        }
        let records = &order[group.records.clone()];
        for (n, a) in records.iter().enumerate() {
            for b in &records[n + 1..] {
                let (first, second) = ((*a).min(*b) as usize, (*a).max(*b) as usize);
                // who meets in several groups is compared in the first of them
                let mut shared = shared(&of_record[first], &of_record[second]).peekable();
                if shared.peek() != Some(&(at as u32)) {
                    continue;
                }
                let bearers = shared.map(|group| groups[group as usize].bearers).filter(|n| *n > 0).min();
                if let Some(alike) = compare(&profiles[first], &profiles[second], bearers.unwrap_or_default() as usize)
                {
                    found.push(Pair { first, second, alike });
                }
            }
        }
    }
    found.sort_unstable_by_key(|pair| (pair.first, pair.second));
    Ok(found)
}

/// What stands in both of two lists in order.
fn shared<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut b = b.iter().copied().peekable();
    a.iter().copied().filter(move |x| {
        while b.next_if(|y| y < x).is_some() {}
        b.peek() == Some(x)
    })
}

/// Who meets whom: groups of records, each a range of the second list. A crowd is divided by years of birth; what is a
/// crowd even so says nothing.
fn groups(profiles: &[Profile]) -> (Vec<Group>, Vec<u32>) {
    let mut places = places(profiles);
    places.sort_unstable();
    let (mut groups, mut order) = (Vec::new(), Vec::with_capacity(places.len()));
    let mut add = |met: &[Place], bearers: usize| {
        if (2..=CROWD).contains(&met.len()) {
            let start = order.len();
            order.extend(met.iter().map(|place| place.record));
            groups.push(Group { records: start..order.len(), bearers: bearers as u32 });
        }
    };
    for met in places.chunk_by_mut(|a, b| a.key == b.key) {
        let is_name = matches!(met[0].kind, Kind::Names | Kind::WholeName);
        match met.len() {
            n if is_name && n > CROWD => {
                met.sort_unstable_by_key(|place| (place.year, place.record));
                met.chunk_by(|a, b| a.year == b.year).for_each(|of_year| add(of_year, n));
            }
            n if is_name => add(met, n),
            n if met[0].kind == Kind::Year && n > CROWD_OF_A_YEAR => {}
            _ => add(met, 0),
        }
    }
    (groups, order)
}

/// Every record under each of its keys.
fn places(profiles: &[Profile]) -> Vec<Place> {
    let mut places = Vec::with_capacity(profiles.len() * 9);
    for (record, profile) in profiles.iter().enumerate() {
        let year = profile.year().unwrap_or(0) as i16;
        let mut add = |kind: Kind, key: &str| {
            let mut hasher = DefaultHasher::new();
            (kind, key, if matches!(kind, Kind::Year | Kind::Day) { year } else { 0 }).hash(&mut hasher);
            places.push(Place { key: hasher.finish(), record: record as u32, year, kind });
        };
        profile.name_keys().iter().for_each(|key| add(Kind::Names, key));
        if profile.names() > 0 {
            add(Kind::WholeName, &profile.sounds());
        }
        profile.year_keys().for_each(|key| add(Kind::Year, key));
        profile.day_key().iter().for_each(|key| add(Kind::Day, key));
        profile.phones().iter().for_each(|phone| add(Kind::Phone, phone));
        if !profile.id_number().is_empty() {
            add(Kind::Paper, profile.id_number());
        }
    }
    places.sort_unstable();
    // who bears a name twice stands under it once
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{birth::Birth, member::Member};

    #[test]
    fn those_who_meet_are_compared_once() {
        let person = |surname: &str, given: &str, phone: &str| {
            Profile::of(&Member {
                surname: surname.into(),
                given_name: given.into(),
                phone: phone.into(),
                ..Member::default()
            })
        };
        let people = [
            person("Mulanga", "Mwamba", "1234567"),
            person("Kabeya", "Jean", ""),
            person("Muamba", "Mulanga", "1234567"),
            person("Jean", "Kabeya", ""),
        ];
        let all = pairs(&people, |_, _| Ok::<(), ()>(())).unwrap();
        assert_eq!(all.iter().map(|p| (p.first, p.second)).collect::<Vec<_>>(), [(0, 2), (1, 3)]);
        assert_eq!(pairs(&people, |_, _| Err(7)), Err(7));
    }

    #[test]
    fn a_crowd_of_namesakes_is_compared_within_years_only() {
        let people: Vec<Profile> = (0..2 * CROWD as i32)
            .map(|n| {
                Profile::of(&Member {
                    surname: "Kabeya".into(),
                    given_name: "Jean".into(),
                    birth: Some(Birth::Year(1950 + n / 2)),
                    ..Member::default()
                })
            })
            .collect();
        let found = pairs(&people, |_, _| Ok::<(), ()>(())).unwrap();
        assert_eq!(found.len(), 0, "so many bear the name that it says too little, even with the year");
        let found = pairs(&people[..20], |_, _| Ok::<(), ()>(())).unwrap();
        assert!(found.iter().any(|p| (p.first, p.second) == (0, 1)));
    }

    #[test]
    fn what_two_lists_share() {
        assert_eq!(shared(&[1, 3, 5, 9], &[0, 3, 4, 5, 10]).collect::<Vec<_>>(), [3, 5]);
    }
}
