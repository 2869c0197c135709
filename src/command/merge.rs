//! Records that may be one person: found, told apart, made one.

use super::{REGISTER, SECRETARY};
use crate::{
    domain::{
        command::{Command, Undo},
        duplicate::Alike,
        merge::Merge,
        pairing,
        user::Session,
    },
    store::{Error, Reader, Result, Store},
};

/// Makes one record of two.
pub static MERGE: Command = Command { id: "member.merge", roles: SECRETARY, undo: Undo::Whole, pin: false };
/// Says that two records are two people.
pub static DISTINCT: Command = Command { id: "member.distinct", roles: REGISTER, undo: Undo::Whole, pin: false };

/// Two members who may be one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one with the lower id.
    pub first: i64,
    /// The other.
    pub second: i64,
    /// How much they look alike, and why.
    pub alike: Alike,
}

/// All pairs that nobody has judged yet, the likeliest first. `progress` is told how many of how many are done, and ends
/// the work by its error. Takes a second for 25,000 members.
pub fn pairs(reader: &Reader, progress: impl FnMut(usize, usize) -> Result<()>) -> Result<Vec<Pair>> {
    let (ids, profiles) = reader.member_profiles()?;
    let judged = reader.distinct_pairs()?;
    let found = pairing::pairs(&profiles, progress)?.into_iter();
    let pair = |pair: pairing::Pair| Pair { first: ids[pair.first], second: ids[pair.second], alike: pair.alike };
    let mut pairs: Vec<Pair> = found.map(pair).filter(|pair| !judged.contains(&(pair.first, pair.second))).collect();
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.alike.score));
    Ok(pairs)
}

/// Makes one record of two, with the values that were chosen. Both must be as they were read.
pub fn merge(store: &mut Store, session: &Session, merge: &Merge) -> Result<()> {
    let result = merge.result();
    if let Some(issue) = result.check(store.clock().today()).into_iter().find(|issue| issue.is_error) {
        return Err(Error::Invalid(issue.text));
    }
    let args = [("gone", merge.gone.full_name()), ("kept", result.full_name())];
    store.act(session, &MERGE, &args, |act| act.merge_members(merge))
}

/// Says that two members are two people, and why; from then on they are no longer shown as a pair.
pub fn tell_apart(store: &mut Store, session: &Session, (a, b): (i64, i64), reason: &str) -> Result<()> {
    let args = [("name", store.member(a)?.full_name()), ("other", store.member(b)?.full_name())];
    store.act(session, &DISTINCT, &args, |act| {
        if act.members_told_apart(a)?.contains(&b) {
            return Err(Error::invalid("err-distinct-already"));
        }
        act.insert_distinct(a, b, reason)
    })
}
