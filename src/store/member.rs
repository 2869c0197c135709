//! Members: one record, its status with its history, and who may be the same person.

use super::{Act, Error, Reader, Result, Series, error::strange, some};
use crate::domain::{
    birth::Birth,
    duplicate::{self, Why},
    fold::fold,
    member::{Field, IdType, Member, Sex, Status},
    work,
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

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

/// The columns that [`from_row`] reads, in order.
const COLUMNS: &str = "m.id, m.rev, m.number, m.former_number, m.surname, m.post_name, m.given_name, m.known_as, m.sex,
    m.birth, m.phone, m.village, s.name, m.role, m.status, m.status_on, m.joined_on, m.id_type, m.id_number, m.id_place,
    m.id_expires_on, m.note";
const FROM: &str = "FROM member m LEFT JOIN site s ON s.id = m.site_id";

fn from_row(row: &Row) -> rusqlite::Result<Result<Member>> {
    let id = row.get(0)?;
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    let mut odd = None;
    let member = Member {
        id,
        rev: row.get(1)?,
        number: row.get(2)?,
        former_number: text(3)?,
        surname: text(4)?,
        post_name: text(5)?,
        given_name: text(6)?,
        known_as: text(7)?,
        sex: coded(row, 8, &mut odd, |t| Sex::from_code(t).ok())?,
        birth: coded(row, 9, &mut odd, Birth::from_stored)?,
        phone: text(10)?,
        village: text(11)?,
        site: text(12)?,
        works: coded(row, 13, &mut odd, |t| work::parse(t).ok())?.unwrap_or_default(),
        status: coded(row, 14, &mut odd, |t| Status::from_code(t).ok())?.unwrap_or(Status::Applicant),
        status_on: coded(row, 15, &mut odd, |t| t.parse().ok())?,
        joined_on: coded(row, 16, &mut odd, |t| t.parse().ok())?,
        id_type: coded(row, 17, &mut odd, |t| IdType::from_code(t).ok())?,
        id_number: text(18)?,
        id_place: text(19)?,
        id_expires_on: coded(row, 20, &mut odd, |t| t.parse().ok())?,
        note: text(21)?,
    };
    Ok(match odd {
        None => Ok(member),
        Some(at) => Err(strange("member", id, row.as_ref().column_name(at).unwrap_or_default())),
    })
}

/// Reads a column that holds a code; one that cannot be read is noted in `odd`.
fn coded<T>(
    row: &Row,
    at: usize,
    odd: &mut Option<usize>,
    read: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let Some(text) = row.get_ref(at)?.as_str_or_null()? else { return Ok(None) };
    let value = read(text);
    if value.is_none() {
        *odd = Some(at);
    }
    Ok(value)
}

/// An identity paper's number as it is compared: folded, without blanks.
fn id_key(id_number: &str) -> String {
    fold(id_number).replace(' ', "")
}

impl Reader {
    /// One member.
    pub fn member(&self, id: i64) -> Result<Member> {
        let sql = format!("SELECT {COLUMNS} {FROM} WHERE m.id = ?1");
        self.conn.prepare_cached(&sql)?.query_row([id], from_row).optional()?.ok_or(Error::NotFound)?
    }

    /// The member who bears a number.
    pub fn member_by_number(&self, number: i64) -> Result<Option<i64>> {
        const BY_NUMBER: &str = "SELECT id FROM member WHERE number = ?1";
        Ok(self.conn.prepare_cached(BY_NUMBER)?.query_row([number], |row| row.get(0)).optional()?)
    }

    /// Members who bore a number in the register kept before; at most three, to tell one from several.
    pub fn members_by_former_number(&self, number: &str) -> Result<Vec<i64>> {
        self.ids("SELECT id FROM member WHERE former_number = ?1 COLLATE NOCASE ORDER BY id LIMIT 3", number)
    }

    /// Members whose identity paper has that number; blanks, case and accents do not matter.
    pub fn members_by_id_number(&self, number: &str) -> Result<Vec<i64>> {
        let key = id_key(number);
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

    /// Members who may be the same person as `member`, the likeliest first, with the score and the reasons.
    pub fn member_duplicates(&self, member: &Member) -> Result<Vec<(Member, u8, Vec<Why>)>> {
        let mut ids = self.members_by_words(&member.words_key())?;
        ids.extend(self.members_by_id_number(&member.id_number)?);
        ids.extend(self.members_by_phone(&member.phone)?);
        ids.sort_unstable();
        ids.dedup();
        let mut found = Vec::new();
        for id in ids.into_iter().filter(|id| *id != member.id) {
            let other = self.member(id)?;
            if let Some((score, why)) = duplicate::compare(member, &other) {
                found.push((other, score, why));
            }
        }
        found.sort_by_key(|(other, score, _)| (std::cmp::Reverse(*score), other.id));
        Ok(found)
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
        const INSERT: &str =
            "INSERT INTO member (id, number, former_number, surname, post_name, given_name, known_as, sex,
            birth, phone, village, site_id, role, status, status_on, joined_on, id_type, id_number, id_place,
            id_expires_on, note, search_key, words_key, village_key, id_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
            ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)";
        let number = match member.number {
            None if member.status.is_admitted() => Some(self.next_number(Series::Member)?),
            number => number,
        };
        let on = member.status_on.or(member.joined_on).unwrap_or(self.today());
        let member = &Member { number, status_on: Some(on), ..member.clone() };
        let id = self.next_id("member")?;
        let (search, words, village, id_number) = keys(member);
        self.conn.prepare_cached(INSERT)?.execute(params![
            id,
            number,
            some(&member.former_number),
            member.surname,
            some(&member.post_name),
            some(&member.given_name),
            some(&member.known_as),
            member.sex.map(Sex::code),
            member.birth.map(Birth::stored),
            some(&member.phone),
            some(&member.village),
            self.site(&member.site)?,
            some(&member.get(Field::Role)),
            member.status.code(),
            on.to_string(),
            some(&member.get(Field::JoinedOn)),
            member.id_type.map(IdType::code),
            some(&member.id_number),
            some(&member.id_place),
            some(&member.get(Field::IdExpiresOn)),
            some(&member.note),
            search,
            words,
            some(&village),
            some(&id_number)
        ])?;
        self.insert_status(id, member.status, on, "", "")?;
        Ok(id)
    }

    /// Changes what is recorded of a member, except number and status, which [`Act::set_member_status`] changes. Needs
    /// the `rev` that was read; returns the new one.
    pub fn update_member(&self, member: &Member) -> Result<i64> {
        const NUMBER: &str = "SELECT number FROM member WHERE id = ?1";
        const UPDATE: &str = "UPDATE member SET rev = rev + 1, former_number = ?3, surname = ?4, post_name = ?5,
            given_name = ?6, known_as = ?7, sex = ?8, birth = ?9, phone = ?10, village = ?11, site_id = ?12, role = ?13,
            joined_on = ?14, id_type = ?15, id_number = ?16, id_place = ?17, id_expires_on = ?18, note = ?19,
            search_key = ?20, words_key = ?21, village_key = ?22, id_key = ?23 WHERE id = ?1 AND rev = ?2";
        let number = self.conn.prepare_cached(NUMBER)?.query_row([member.id], |row| row.get(0))?;
        let (search, words, village, id_number) = keys(&Member { number, ..member.clone() });
        let changed = self.conn.prepare_cached(UPDATE)?.execute(params![
            member.id,
            member.rev,
            some(&member.former_number),
            member.surname,
            some(&member.post_name),
            some(&member.given_name),
            some(&member.known_as),
            member.sex.map(Sex::code),
            member.birth.map(Birth::stored),
            some(&member.phone),
            some(&member.village),
            self.site(&member.site)?,
            some(&member.get(Field::Role)),
            some(&member.get(Field::JoinedOn)),
            member.id_type.map(IdType::code),
            some(&member.id_number),
            some(&member.id_place),
            some(&member.get(Field::IdExpiresOn)),
            some(&member.note),
            search,
            words,
            some(&village),
            some(&id_number)
        ])?;
        if changed == 1 { Ok(member.rev + 1) } else { Err(Error::Stale) }
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
        const UPDATE: &str =
            "UPDATE member SET rev = rev + 1, status = ?3, status_on = ?4, number = ?5, joined_on = ?6,
            search_key = ?7 WHERE id = ?1 AND rev = ?2";
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
            joined_on,
            search_key(&member)
        ])?;
        if changed != 1 {
            return Err(Error::Stale);
        }
        self.insert_status(id, status, on, reason, decision)?;
        Ok(rev + 1)
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

/// The order of lists and all that words are looked for in. The line break sorts before the blank: a name stands before
/// the longer ones that begin with it, whatever follows the name.
fn search_key(member: &Member) -> String {
    let mut key = member.search_key();
    let name = member.name_key().len();
    if key.len() > name {
        key.replace_range(name..=name, "\n");
    }
    key
}

/// What the derived columns hold: search, words, village, id number.
fn keys(member: &Member) -> (String, String, String, String) {
    (search_key(member), member.words_key(), fold(&member.village), id_key(&member.id_number))
}

/// Brings the derived columns of a member up to date.
pub(super) fn settle(act: &Act, id: i64) -> Result<()> {
    const SETTLE: &str =
        "UPDATE member SET search_key = ?2, words_key = ?3, village_key = ?4, id_key = ?5 WHERE id = ?1";
    let member = match act.member(id) {
        Err(Error::NotFound) => return Ok(()),
        member => member?,
    };
    if let Some(issue) = member.check(act.today()).into_iter().find(|issue| issue.is_error) {
        return Err(Error::Invalid(issue.text));
    }
    let (search, words, village, id_number) = keys(&member);
    act.conn.prepare_cached(SETTLE)?.execute(params![id, search, words, some(&village), some(&id_number)])?;
    Ok(())
}

/// Names the members whose derived columns do not follow from the others.
pub(super) fn stale(reader: &Reader, found: &mut dyn FnMut(i64)) -> Result<()> {
    let sql = format!("SELECT {COLUMNS}, m.search_key, m.words_key, m.village_key, m.id_key {FROM}");
    let mut statement = reader.conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, key) = (row.get(0)?, |at: usize| row.get_ref(at).ok().and_then(|v| v.as_str_or_null().ok()).flatten());
        let Ok(member) = from_row(row)? else {
            found(id);
            continue;
        };
        let (search, words, village, id_number) = keys(&member);
        let kept = [key(22), key(23), key(24), key(25)];
        if kept != [Some(search.as_str()), Some(words.as_str()), some(&village), some(&id_number)] {
            found(id);
        }
    }
    Ok(())
}
