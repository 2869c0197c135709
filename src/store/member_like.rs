//! Under what members meet who may be the same person, kept so that a look at one of a hundred thousand costs a few
//! steps along indexes.

use super::{Act, Reader, Result};
use crate::domain::{
    birth::Birth,
    duplicate::{Alike, CROWD, CROWD_OF_A_YEAR, Profile, compare, may_share_year},
    member::{Field, IdType, Member, Sex},
};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The rows that are kept of a member: key and year, which is 0 where it is unknown.
type Rows = BTreeSet<(String, i32)>;

/// What is kept of a member, as little as will do: a name alone counts only where there are no three, and the first
/// telephone and the number of the identity paper have indexes of their own.
fn rows(profile: &Profile) -> Rows {
    let year = profile.year().unwrap_or(0);
    let mut keys = profile.name_keys();
    keys.extend(profile.day_key());
    if profile.names() < 3 {
        keys.extend(profile.year_keys().map(str::to_owned));
    }
    keys.extend(profile.phones().iter().skip(1).cloned());
    keys.into_iter().map(|key| (key, year)).collect()
}

/// The columns that are compared, in the order in which [`profile_of`] reads them.
const COMPARED: &str =
    "SELECT id, surname, post_name, given_name, sex, birth, phone, phone_2, wallet, id_type, id_number,
    former_number, village, address FROM member";

fn profile_of(row: &Row) -> rusqlite::Result<Profile> {
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    let mut member = Member {
        surname: text(1)?,
        post_name: text(2)?,
        given_name: text(3)?,
        sex: Sex::from_code(&text(4)?).ok(),
        birth: Birth::from_stored(&text(5)?),
        phone: text(6)?,
        id_type: IdType::from_code(&text(9)?).ok(),
        id_number: text(10)?,
        former_number: text(11)?,
        village: text(12)?,
        ..Member::default()
    };
    for (field, at) in [(Field::Phone2, 7), (Field::Wallet, 8), (Field::Address, 13)] {
        member.put(field, text(at)?);
    }
    Ok(Profile::of(&member))
}

impl Reader {
    /// Members who may be the same person as `member`, the likeliest first. Those of whom somebody has said that they are
    /// two people are left out.
    pub fn member_duplicates(&self, member: &Member) -> Result<Vec<(Member, Alike)>> {
        let profile = Profile::of(member);
        let mut met = self.members_met(&profile)?;
        met.remove(&member.id);
        if member.id != 0 && !met.is_empty() {
            for other in self.members_told_apart(member.id)? {
                met.remove(&other);
            }
        }
        let mut found = Vec::new();
        for (id, bearers) in met {
            let Some(other) = self.member_profile(id)? else { continue };
            if let Some(alike) = compare(&profile, &other, bearers) {
                found.push((self.member(id)?, alike));
            }
        }
        found.sort_by_key(|(other, alike)| (std::cmp::Reverse(alike.score), other.id));
        Ok(found)
    }

    /// Members who meet somebody under a key, and how many do where the fewest do under two names; 0 when it is not by
    /// names.
    fn members_met(&self, profile: &Profile) -> Result<BTreeMap<i64, usize>> {
        let mut met: BTreeMap<i64, usize> = BTreeMap::new();
        let year = profile.year().unwrap_or(0);
        // without a year none of them can be passed over unread
        let crowd = if year == 0 { CROWD / 3 } else { CROWD };
        for key in profile.name_keys() {
            let mut found = self.members_under(&key, None)?;
            let bearers = found.len() + 1;
            if found.len() > crowd {
                found = self.members_under(&key, Some(year))?;
            }
            let may_be = |other: i32| year == 0 || other == 0 || may_share_year(year, other);
            for (id, _) in found.into_iter().take(crowd).filter(|(_, year)| may_be(*year)) {
                let least = met.entry(id).or_insert(bearers);
                *least = (*least).min(bearers);
            }
        }
        let mut also = self.members_by_id_number(profile.id_number())?;
        let mut add = |found: Vec<(i64, i32)>| also.extend(found.into_iter().map(|(id, _)| id));
        for key in profile.year_keys() {
            let found = self.members_under(key, Some(year))?;
            if found.len() < CROWD_OF_A_YEAR {
                add(found);
            }
        }
        if let Some(key) = profile.day_key() {
            add(self.members_under(&key, Some(year))?);
        }
        for phone in profile.phones() {
            add(self.members_under(phone, None)?);
        }
        for phone in profile.phones() {
            also.extend(self.members_by_phone(phone)?);
        }
        for id in also {
            met.entry(id).or_insert(0);
        }
        Ok(met)
    }

    /// Members under a key and their years, of one year or of any; one more than a crowd at most.
    fn members_under(&self, key: &str, year: Option<i32>) -> Result<Vec<(i64, i32)>> {
        const ANY: &str = "SELECT member_id, year FROM member_like WHERE key = ?1 LIMIT ?2";
        const OF_YEAR: &str = "SELECT member_id, year FROM member_like WHERE key = ?1 AND year = ?3 LIMIT ?2";
        let most = CROWD as i64 + 1;
        let mut statement = self.conn.prepare_cached(if year.is_some() { OF_YEAR } else { ANY })?;
        let mut rows = match year {
            Some(year) => statement.query(params![key, most, year])?,
            None => statement.query(params![key, most])?,
        };
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((row.get(0)?, row.get(1)?));
        }
        Ok(found)
    }

    /// What of one member is compared.
    fn member_profile(&self, id: i64) -> Result<Option<Profile>> {
        let mut statement = self.conn.prepare_cached(&format!("{COMPARED} WHERE id = ?1"))?;
        Ok(statement.query_row([id], profile_of).optional()?)
    }

    /// What of every member is compared, with the ids, in their order.
    pub fn member_profiles(&self) -> Result<(Vec<i64>, Vec<Profile>)> {
        let mut statement = self.conn.prepare(&format!("{COMPARED} ORDER BY id"))?;
        let mut rows = statement.query([])?;
        let (mut ids, mut profiles) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            ids.push(row.get(0)?);
            profiles.push(profile_of(row)?);
        }
        Ok((ids, profiles))
    }

    /// All pairs of whom somebody has said that they are two people, each with the lower id first.
    pub fn distinct_pairs(&self) -> Result<HashSet<(i64, i64)>> {
        const ALL: &str = "SELECT min(member_id, other_id), max(member_id, other_id) FROM distinct_pair";
        let mut statement = self.conn.prepare_cached(ALL)?;
        Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }

    /// Those of whom somebody has said that they and a member are two people.
    pub fn members_told_apart(&self, id: i64) -> Result<Vec<i64>> {
        const APART: &str = "SELECT other_id FROM distinct_pair WHERE member_id = ?1
            UNION SELECT member_id FROM distinct_pair WHERE other_id = ?1";
        let mut statement = self.conn.prepare_cached(APART)?;
        Ok(statement.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    fn kept_likes(&self, id: i64) -> Result<Rows> {
        const KEPT: &str = "SELECT key, year FROM member_like WHERE member_id = ?1";
        let mut statement = self.conn.prepare_cached(KEPT)?;
        Ok(statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}

impl Act<'_> {
    /// Keeps under what a new member meets others.
    pub(super) fn begin_likes(&self, id: i64, member: &Member) -> Result<()> {
        self.change_likes(id, &Rows::new(), &rows(&Profile::of(member)))
    }

    /// Keeps under what a member meets others after a change.
    pub(super) fn move_likes(&self, old: &Member, new: &Member) -> Result<()> {
        self.change_likes(old.id, &rows(&Profile::of(old)), &rows(&Profile::of(new)))
    }

    /// Brings up to date under what a member meets others; of one who is gone nothing is kept.
    pub(super) fn settle_likes(&self, id: i64, member: Option<&Member>) -> Result<()> {
        let wanted = member.map(|member| rows(&Profile::of(member))).unwrap_or_default();
        self.change_likes(id, &self.kept_likes(id)?, &wanted)
    }

    fn change_likes(&self, id: i64, kept: &Rows, wanted: &Rows) -> Result<()> {
        const DELETE: &str = "DELETE FROM member_like WHERE key = ?1 AND year = ?2 AND member_id = ?3";
        const INSERT: &str = "INSERT INTO member_like (key, year, member_id) VALUES (?1, ?2, ?3)";
        for (sql, rows) in [(DELETE, kept.difference(wanted)), (INSERT, wanted.difference(kept))] {
            let mut statement = self.conn.prepare_cached(sql)?;
            for (key, year) in rows {
                statement.execute(params![key, year, id])?;
            }
        }
        Ok(())
    }
}

/// Names the members of whom not what follows is kept.
pub(super) fn stale(reader: &Reader, found: &mut dyn FnMut(i64)) -> Result<()> {
    const GONE: &str = "SELECT DISTINCT member_id FROM member_like WHERE member_id NOT IN (SELECT id FROM member)";
    let mut statement = reader.conn.prepare(COMPARED)?;
    let mut members = statement.query([])?;
    while let Some(row) = members.next()? {
        let id = row.get(0)?;
        if reader.kept_likes(id)? != rows(&profile_of(row)?) {
            found(id);
        }
    }
    let mut statement = reader.conn.prepare(GONE)?;
    for id in statement.query_map([], |row| row.get(0))? {
        found(id?);
    }
    Ok(())
}
