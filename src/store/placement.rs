//! Where members work, dated. The row without an end is the present place, and the columns `site_id` and `team_id` of the
//! member follow from it: whatever writes one writes the other.

use super::{Act, Error, Reader, Result};
use crate::domain::{
    Text, day,
    fold::fold,
    member::{Field, Member},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

/// A site and a team; none of either is nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The site.
    pub site: Option<i64>,
    /// The team.
    pub team: Option<i64>,
}

/// The present place of a member: the row, since when, where.
struct Open {
    id: i64,
    from: Option<NaiveDate>,
    place: Place,
}

impl Reader {
    /// The places without an end: one at most, unless somebody wrote behind the program's back.
    fn open_place(&self, member: i64) -> Result<Option<Open>> {
        const OPEN: &str =
            "SELECT id, from_on, site_id, team_id FROM placement WHERE member_id = ?1 AND until_on IS NULL";
        let open = |row: &Row| {
            let from: Option<String> = row.get(1)?;
            let place = Place { site: row.get(2)?, team: row.get(3)? };
            Ok(Open { id: row.get(0)?, from: from.and_then(|day| day.parse().ok()), place })
        };
        Ok(self.conn.prepare_cached(OPEN)?.query_row([member], open).optional()?)
    }

    /// Why a member cannot begin at another place on a day: the present place began later, or the last one ended later.
    pub fn move_fault(&self, member: i64, on: NaiveDate) -> Result<Option<Text>> {
        const LAST: &str = "SELECT max(ifnull(until_on, from_on)) FROM placement WHERE member_id = ?1";
        let last: Option<String> = self.conn.prepare_cached(LAST)?.query_row([member], |row| row.get(0))?;
        let later = last.and_then(|day| day.parse().ok()).filter(|day: &NaiveDate| *day > on);
        let text = |later| {
            let text = Text::new("err-move-early").with("name", self.record_label("member", member)?);
            Ok(text.with("day", day::show(later)))
        };
        later.map(text).transpose()
    }

    /// Names the members whose site or team is not that of their open place, or who have two.
    pub(super) fn check_places(&self, found: &mut dyn FnMut(i64)) -> Result<()> {
        const FAULTY: &str = "SELECT DISTINCT m.id FROM member m
            LEFT JOIN placement p ON p.member_id = m.id AND p.until_on IS NULL
            WHERE (m.site_id, m.team_id) IS NOT (p.site_id, p.team_id)
            UNION SELECT member_id FROM placement WHERE until_on IS NULL GROUP BY member_id HAVING count(*) > 1";
        let mut statement = self.conn.prepare(FAULTY)?;
        for id in statement.query_map([], |row| row.get(0))? {
            found(id?);
        }
        Ok(())
    }
}

impl Act<'_> {
    /// Writes the first place of a new member.
    pub(super) fn begin_place(&self, id: i64, member: &Member) -> Result<()> {
        const PLACE: &str = "SELECT site_id, team_id FROM member WHERE id = ?1";
        if member.site.is_empty() && member.kept(Field::Team).is_empty() {
            return Ok(());
        }
        let place = |row: &Row| Ok(Place { site: row.get(0)?, team: row.get(1)? });
        let place = self.conn.prepare_cached(PLACE)?.query_row([id], place)?;
        self.open(id, place, member.joined_on)
    }

    /// The place of these names, made if need be.
    pub fn place(&self, site: &str, team: &str) -> Result<Place> {
        let site = self.site(site)?;
        Ok(Place { site, team: self.team(team, site)? })
    }

    /// Moves a member to another place from a day on: the present place ends that day. What was entered on the same day
    /// is put right instead. Nothing changes for who is there already.
    pub fn move_member(&self, member: i64, to: Place, on: NaiveDate) -> Result<()> {
        const END: &str = "UPDATE placement SET until_on = ?2, rev = rev + 1 WHERE id = ?1";
        const PUT_RIGHT: &str = "UPDATE placement SET site_id = ?2, team_id = ?3, rev = rev + 1 WHERE id = ?1";
        const NEVER: &str = "DELETE FROM placement WHERE id = ?1";
        let open = self.open_place(member)?;
        if open.as_ref().map_or(Place::default(), |open| open.place) == to {
            return self.settle_place(member);
        }
        if let Some(text) = self.move_fault(member, on)? {
            return Err(Error::Invalid(text));
        }
        match open {
            Some(open) if open.from == Some(on) && to == Place::default() => {
                self.conn.prepare_cached(NEVER)?.execute([open.id])?;
            }
            Some(open) if open.from == Some(on) => {
                self.conn.prepare_cached(PUT_RIGHT)?.execute(params![open.id, to.site, to.team])?;
            }
            Some(open) => {
                self.conn.prepare_cached(END)?.execute(params![open.id, on.to_string()])?;
                self.open(member, to, Some(on))?;
            }
            None => self.open(member, to, Some(on))?,
        }
        self.settle_place(member)
    }

    fn open(&self, member: i64, place: Place, from: Option<NaiveDate>) -> Result<()> {
        const BEGIN: &str =
            "INSERT INTO placement (id, member_id, site_id, team_id, from_on) VALUES (?1, ?2, ?3, ?4, ?5)";
        if place != Place::default() {
            let from = from.map(|day| day.to_string());
            let values = params![self.next_id("placement")?, member, place.site, place.team, from];
            self.conn.prepare_cached(BEGIN)?.execute(values)?;
        }
        Ok(())
    }

    /// Brings a member's own columns up to date with the open place; two open places are refused.
    pub(super) fn settle_place(&self, member: i64) -> Result<()> {
        const FOLLOW: &str = "UPDATE member SET site_id = ?2, team_id = ?3, rev = rev + 1
            WHERE id = ?1 AND (site_id, team_id) IS NOT (?2, ?3)";
        self.refuse_two_places(member)?;
        let Place { site, team } = self.open_place(member)?.map_or(Place::default(), |open| open.place);
        self.conn.prepare_cached(FOLLOW)?.execute(params![member, site, team])?;
        Ok(())
    }

    /// Refuses a member whose own columns do not follow from the places.
    pub(super) fn refuse_wrong_place(&self, member: i64) -> Result<()> {
        const OWN: &str = "SELECT site_id, team_id FROM member WHERE id = ?1";
        self.refuse_two_places(member)?;
        let place = |row: &Row| Ok(Place { site: row.get(0)?, team: row.get(1)? });
        let own = self.conn.prepare_cached(OWN)?.query_row([member], place)?;
        let open = self.open_place(member)?.map_or(Place::default(), |open| open.place);
        if own == open { Ok(()) } else { Err(Error::invalid("fault-place")) }
    }

    fn refuse_two_places(&self, member: i64) -> Result<()> {
        const OPEN: &str = "SELECT count(*) FROM placement WHERE member_id = ?1 AND until_on IS NULL";
        let open: i64 = self.conn.prepare_cached(OPEN)?.query_row([member], |row| row.get(0))?;
        if open > 1 { Err(Error::invalid("err-place-open")) } else { Ok(()) }
    }

    /// The same member without a team that stayed behind at another site.
    pub(super) fn without_left_team(&self, old: &Member, new: &Member) -> Result<Member> {
        let mut new = new.clone();
        let team = new.kept(Field::Team).to_owned();
        let has_moved = fold(&old.site) != fold(&new.site) && old.kept(Field::Team) == team && !team.is_empty();
        if has_moved && !self.has_team(&new.site, &team)? {
            new.put(Field::Team, String::new());
        }
        Ok(new)
    }
}
