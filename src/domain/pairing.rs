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
    Names,
    WholeName,
    Year,
    Day,
    Phone,
    Paper,
}

/// A record under one of its keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    key: u64,
    kind: Kind,
    year: i32,
    record: u32,
}

/// How many comparisons are made between two looks at whether to go on.
const STEP: usize = 4096;

/// The pairs worth a warning, in the order of their places. Only those that `is_wanted` are compared; `progress` is told
/// how many of how many are done, and ends the work by its error.
///
/// # Errors
/// The one of `progress`.
pub fn pairs<E>(
    profiles: &[Profile],
    is_wanted: impl Fn(usize, usize) -> bool,
    mut progress: impl FnMut(usize, usize) -> Result<(), E>,
) -> Result<Vec<Pair>, E> {
    let candidates = candidates(profiles);
    let mut found = Vec::new();
    for (at, met) in candidates.iter().enumerate() {
        if at.is_multiple_of(STEP) {
            progress(at, candidates.len())?;
        }
        let (first, second) = (met.first as usize, met.second as usize);
        if is_wanted(first, second)
            && let Some(alike) = compare(&profiles[first], &profiles[second], met.bearers as usize)
        {
            found.push(Pair { first, second, alike });
        }
    }
    Ok(found)
}

/// Two records that meet, and how many others meet where the fewest do under their names; 0 when it is not by names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Met {
    first: u32,
    second: u32,
    bearers: u32,
}

/// Records that meet under a key, each two once. A crowd under one key is narrowed to those of about the same age.
fn candidates(profiles: &[Profile]) -> Vec<Met> {
    let mut places = Vec::with_capacity(profiles.len() * 10);
    for (record, profile) in profiles.iter().enumerate() {
        let year = profile.year().unwrap_or(i32::MIN);
        let mut add = |kind: Kind, key: &str| {
            let mut hasher = DefaultHasher::new();
            (kind, key, if matches!(kind, Kind::Year | Kind::Day) { year } else { 0 }).hash(&mut hasher);
            places.push(Place { key: hasher.finish(), kind, year, record: record as u32 });
        };
        profile.name_keys().iter().for_each(|key| add(Kind::Names, key));
        add(Kind::WholeName, &profile.sounds());
        profile.year_keys().for_each(|key| add(Kind::Year, key));
        profile.day_key().iter().for_each(|key| add(Kind::Day, key));
        profile.phones().iter().for_each(|phone| add(Kind::Phone, phone));
        if !profile.id_number().is_empty() {
            add(Kind::Paper, profile.id_number());
        }
    }
    places.sort_unstable();
    let mut found = Vec::new();
    for met in places.chunk_by(|a, b| a.key == b.key) {
        if met[0].kind == Kind::Year && met.len() > CROWD_OF_A_YEAR {
            continue;
        }
        let is_crowd = met.len() > CROWD;
        let bearers = if matches!(met[0].kind, Kind::Names | Kind::WholeName) { met.len() as u32 } else { 0 };
        for (at, a) in met.iter().enumerate() {
            let near = |b: &&Place| !is_crowd || b.year.saturating_sub(a.year) <= 2;
            let others = met[at + 1..].iter().take_while(near).take(CROWD).filter(|b| b.record != a.record);
            found.extend(others.map(|b| Met {
                first: a.record.min(b.record),
                second: a.record.max(b.record),
                bearers,
            }));
        }
    }
    found.sort_unstable();
    found.dedup_by(|b, a| {
        let is_same = (a.first, a.second) == (b.first, b.second);
        if is_same && a.bearers == 0 {
            a.bearers = b.bearers;
        }
        is_same
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::member::Member;

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
        let ok = |_, _| Ok::<(), ()>(());
        let all = pairs(&people, |_, _| true, ok).unwrap();
        assert_eq!(all.iter().map(|p| (p.first, p.second)).collect::<Vec<_>>(), [(0, 2), (1, 3)]);
        let wanted = pairs(&people, |first, _| first == 1, ok).unwrap();
        assert_eq!(wanted.len(), 1);
        assert_eq!(pairs(&people, |_, _| true, |_, _| Err(7)), Err(7));
    }
}
