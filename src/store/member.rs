//! Members: one record, and its status with its history.

use super::{
    Act, Error, Reader, Result, Series,
    error::strange,
    member_row::{self as row, Derived},
    some,
};
use crate::domain::{
    member::{Field, Member, Status},
    noun::{CARD, Entry},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params, params_from_iter};

/// A step in the history of somebody's status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusLine {
    /// What the person became.
    pub status: Status,
    /// When.
    pub on: NaiveDate,
    /// Why, in words; may be empty.
    pub reason: String,
    /// The meeting that decided, in words; may be empty.
    pub decision: String,
}

impl Reader {
    /// One member.
    pub fn member(&self, id: i64) -> Result<Member> {
        self.conn.prepare_cached(&row::ONE)?.query_row([id], row::read).optional()?.ok_or(Error::NotFound)?
    }

    /// The member who bears a number, or whose record took in the one that bore it.
    pub fn member_by_number(&self, number: i64) -> Result<Option<i64>> {
        const BY_NUMBER: &str = "SELECT id FROM member WHERE number = ?1
            UNION ALL SELECT member_id FROM member_merge WHERE number = ?1 LIMIT 1";
        Ok(self.conn.prepare_cached(BY_NUMBER)?.query_row([number], |row| row.get(0)).optional()?)
    }

    /// Members who bore a number in the register kept before; at most three, to tell one from several.
    pub fn members_by_former_number(&self, number: &str) -> Result<Vec<i64>> {
        let sql = "SELECT id FROM member WHERE former_number = ?1 COLLATE NOCASE
            UNION SELECT member_id FROM member_merge WHERE former_number = ?1 COLLATE NOCASE ORDER BY 1 LIMIT 3";
        self.ids(sql, number)
    }

    /// Members whose identity paper has that number; blanks, case and accents do not matter.
    pub fn members_by_id_number(&self, number: &str) -> Result<Vec<i64>> {
        let key = row::id_key(number);
        if key.is_empty() {
            return Ok(Vec::new());
        }
        self.ids("SELECT id FROM member WHERE id_key = ?1 ORDER BY id LIMIT 3", &key)
    }

    /// Members whose name consists of these folded words, in any order ([`Member::words_key`]).
    pub fn members_by_words(&self, words_key: &str) -> Result<Vec<i64>> {
        self.ids("SELECT id FROM member WHERE words_key = ?1 ORDER BY id LIMIT 50", words_key)
    }

    /// Members with that telephone.
    pub fn members_by_phone(&self, phone: &str) -> Result<Vec<i64>> {
        self.ids("SELECT id FROM member WHERE phone = ?1 ORDER BY id LIMIT 50", phone)
    }

    fn ids(&self, sql: &str, value: &str) -> Result<Vec<i64>> {
        if value.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map([value], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The history of a member's status, oldest first.
    pub fn member_statuses(&self, id: i64) -> Result<Vec<StatusLine>> {
        const LINES: &str = "SELECT status, status_on, reason, decision, id FROM member_status WHERE member_id = ?1
            ORDER BY status_on, id";
        let mut statement = self.conn.prepare_cached(LINES)?;
        let mut rows = statement.query([id])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let (status, on): (String, String) = (row.get(0)?, row.get(1)?);
            let odd = || -> Result<Error> { Ok(strange("member_status", row.get(4)?, "status")) };
            lines.push(StatusLine {
                status: Status::from_code(&status).or_else(|_| Err(odd()?))?,
                on: on.parse().or_else(|_| Err(odd()?))?,
                reason: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                decision: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
            });
        }
        Ok(lines)
    }
}

impl Act<'_> {
    /// Writes a new member and the first line of the status history; returns the id. Whoever is or was admitted gets
    /// the next number unless the record brings one. The status dates from `status_on`, else the day of admission,
    /// else today.
    pub fn insert_member(&self, member: &Member) -> Result<i64> {
        self.insert_member_with(member, Vec::new())
    }

    /// Writes a new member as [`Act::insert_member`] does, with records that belong to the person. When there are cards
    /// among them, the last miner card is the one that the member names.
    pub fn insert_member_with(&self, member: &Member, records: Vec<Entry>) -> Result<i64> {
        let number = match member.number {
            None if member.status.is_admitted() => Some(self.next_number(Series::Member)?),
            number => number,
        };
        self.refuse_taken_form(member)?;
        let on = member.status_on.or(member.joined_on).unwrap_or(self.today());
        let member = &Member { number, status_on: Some(on), ..member.clone() };
        let id = self.next_id("member")?;
        let mut values = vec![id.into(), number.into(), member.status.code().to_owned().into(), on.to_string().into()];
        let mut cards = records.iter().filter(|record| *record.noun == CARD).map(|card| card.get("number")).peekable();
        let has_cards = cards.peek().is_some();
        let also =
            if has_cards { cards.collect::<Vec<_>>().join(" ") } else { member.kept(Field::CardNumber).to_owned() };
        values.extend(row::values(self, member, &also)?);
        self.conn.prepare_cached(&row::INSERT)?.execute(params_from_iter(values))?;
        if !has_cards {
            self.put_card(id, ("", ""), card(member))?;
        }
        for mut record in records {
            record.owner = ("member", id);
            self.write_entry(&record, None)?;
        }
        self.begin_place(id, member)?;
        self.begin_likes(id, member)?;
        self.insert_status(id, member.status, on, "", "")?;
        Ok(id)
    }

    /// Changes what is recorded of a member, except number and status, which [`Act::set_member_status`] changes. Needs
    /// the `rev` that was read; returns the new one.
    pub fn update_member(&self, member: &Member) -> Result<i64> {
        let old = self.member(member.id)?;
        let member = &self.without_left_team(&old, member)?;
        let mut values = vec![member.id.into(), member.rev.into()];
        self.refuse_taken_form(member)?;
        let also = self.also_found_by(member.id)?;
        values.extend(row::values(self, &Member { number: old.number, ..member.clone() }, &also)?);
        let changed = self.conn.prepare_cached(&row::UPDATE)?.execute(params_from_iter(values))?;
        if changed != 1 {
            return Err(Error::Stale);
        }
        if card(&old) != card(member) {
            self.put_card(member.id, card(&old), card(member))?;
            self.derive(&self.member(member.id)?)?;
        }
        if [Field::Site, Field::Team].iter().any(|field| old.get(*field) != member.get(*field)) {
            let place = self.place(&member.site, member.kept(Field::Team))?;
            self.move_member(member.id, place, self.today())?;
        }
        self.move_likes(&old, member)?;
        Ok(member.rev + 1)
    }

    /// Changes a member's status and writes the line of its history. Who becomes active for the first time gets the
    /// next number and, unless the day of admission is known, joins on `on`. Returns the new `rev`.
    pub fn set_member_status(
        &self,
        (id, rev): (i64, i64),
        status: Status,
        on: NaiveDate,
        reason: &str,
        decision: &str,
    ) -> Result<i64> {
        const UPDATE: &str = "UPDATE member SET rev = rev + 1, status = ?3, status_on = ?4, number = ?5, joined_on = ?6
            WHERE id = ?1 AND rev = ?2";
        let mut member = self.member(id)?;
        if status == Status::Active && member.number.is_none() {
            member.number = Some(self.next_number(Series::Member)?);
            member.joined_on = member.joined_on.or(Some(on));
        }
        let joined_on = member.joined_on.map(|day| day.to_string());
        let changed = self.conn.prepare_cached(UPDATE)?.execute(params![
            id,
            rev,
            status.code(),
            on.to_string(),
            member.number,
            joined_on
        ])?;
        if changed != 1 {
            return Err(Error::Stale);
        }
        self.derive(&member)?;
        self.insert_status(id, status, on, reason, decision)?;
        Ok(rev + 1)
    }

    /// Writes what follows from a member's fields and cards.
    pub(super) fn derive(&self, member: &Member) -> Result<()> {
        let mut values = vec![member.id.into()];
        values.extend(Derived::of(member, &self.also_found_by(member.id)?).values());
        self.conn.prepare_cached(Derived::UPDATE)?.execute(params_from_iter(values))?;
        Ok(())
    }

    /// Writes number and end of a miner card that were given with a member: those of the last card put right, or, with a
    /// later end or another number and another end, a new one.
    fn put_card(&self, id: i64, old: (&str, &str), new: (&str, &str)) -> Result<()> {
        const LAST: &str = "SELECT id FROM card WHERE member_id = ?1 AND kind = 'miner'
            ORDER BY expires_on DESC, id DESC LIMIT 1";
        const RENEW: &str = "UPDATE card SET rev = rev + 1, number = ?2, expires_on = ?3 WHERE id = ?1";
        const INSERT: &str =
            "INSERT INTO card (id, member_id, kind, number, expires_on) VALUES (?1, ?2, 'miner', ?3, ?4)";
        if new == old || new == ("", "") {
            return Ok(());
        }
        let last: Option<i64> = self.conn.prepare_cached(LAST)?.query_row([id], |row| row.get(0)).optional()?;
        let is_renewed = !old.1.is_empty() && new.1 > old.1;
        let is_same_end = !old.1.is_empty() && new.1 == old.1;
        let is_same = old.0.is_empty() || new.0 == old.0 && !is_renewed || is_same_end;
        if let Some(card) = last.filter(|_| is_same) {
            self.conn.prepare_cached(RENEW)?.execute(params![card, some(new.0), some(new.1)])?;
        } else {
            let card = self.next_id("card")?;
            self.conn.prepare_cached(INSERT)?.execute(params![card, id, some(new.0), some(new.1)])?;
        }
        Ok(())
    }

    fn insert_status(&self, member: i64, status: Status, on: NaiveDate, reason: &str, decision: &str) -> Result<()> {
        const INSERT: &str = "INSERT INTO member_status (id, member_id, status, status_on, reason, decision)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let id = self.next_id("member_status")?;
        let line = params![id, member, status.code(), on.to_string(), some(reason), some(decision)];
        self.conn.prepare_cached(INSERT)?.execute(line)?;
        Ok(())
    }
}

/// Number and end of the last miner card.
fn card(member: &Member) -> (&str, &str) {
    (member.kept(Field::CardNumber), member.kept(Field::CardExpiresOn))
}

/// Brings the derived columns of a member up to date.
pub(super) fn settle(act: &Act, id: i64) -> Result<()> {
    let member = match act.member(id) {
        Err(Error::NotFound) => return act.settle_likes(id, None),
        member => member?,
    };
    if let Some(issue) = member.check(act.today()).into_iter().find(|issue| issue.is_error) {
        return Err(Error::Invalid(issue.text));
    }
    act.settle_likes(id, Some(&member))?;
    act.refuse_wrong_place(id)?;
    act.derive(&member)
}

/// Names the members whose derived columns do not follow from the others.
pub(super) fn stale(reader: &Reader, found: &mut dyn FnMut(i64)) -> Result<()> {
    let mut statement = reader.conn.prepare(&row::ALL)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let also = reader.also_found_by(id)?;
        if row::read(row)?
            .map_or(true, |member| Derived::kept(row).is_ok_and(|kept| kept != Derived::of(&member, &also)))
        {
            found(id);
        }
    }
    Ok(())
}
