//! Mandates of a body or a member, and what is worth a word before one is saved.

use super::{
    Error, Reader, Result,
    entry::{read, select},
};
use crate::domain::{
    Text,
    bylaws::Bylaws,
    mandate::{Holder, Seats, Standing, Term, doubts},
    meeting::MANDATE,
    member::{Sex, Status},
    noun::Entry,
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Params, params};

/// A mandate with whoever holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// What is written down of it.
    pub entry: Entry,
    /// Number and name of the member.
    pub heading: String,
    /// The member's sex.
    pub sex: Option<Sex>,
    /// Where it stands today.
    pub standing: Standing,
}

impl Reader {
    /// The mandates of a body, those that begin last first.
    pub fn organ_mandates(&self, organ: i64, today: NaiveDate) -> Result<Vec<Mandate>> {
        self.mandates("organ_id = ?1 ORDER BY from_on DESC, id", [organ], today)
    }

    /// The mandates of a member, those that begin last first.
    pub fn member_mandates(&self, member: i64, today: NaiveDate) -> Result<Vec<Mandate>> {
        self.mandates("member_id = ?1 ORDER BY from_on DESC, id", [member], today)
    }

    fn mandates(&self, which: &str, values: impl Params, today: NaiveDate) -> Result<Vec<Mandate>> {
        let mut statement = self.conn.prepare_cached(&select(&MANDATE, which))?;
        let mut rows = statement.query(values)?;
        let mut mandates = Vec::new();
        while let Some(row) = rows.next()? {
            let entry = read(&MANDATE, row)?;
            let member = self.member(entry.owner.1)?;
            let standing = Term::of(&entry).map_or(Standing::Coming, |term| term.standing(today));
            mandates.push(Mandate { heading: member.heading(), sex: member.sex, standing, entry });
        }
        Ok(mandates)
    }

    /// What a body says of seats and terms; nothing of a body that the book does not know.
    pub fn seats(&self, organ: &str) -> Result<Seats> {
        const SEATS: &str = "SELECT seats, term_months FROM organ WHERE id = ?1";
        let Some(id) = self.organ_by_name(organ)? else { return Ok(Seats::default()) };
        let seats = |row: &rusqlite::Row| Ok(Seats { seats: row.get(0)?, months: row.get(1)? });
        Ok(self.conn.prepare_cached(SEATS)?.query_row([id], seats)?)
    }

    /// What is worth a word before a mandate is saved.
    pub fn mandate_doubts(&self, mandate: &Entry, today: NaiveDate) -> Result<Vec<Text>> {
        const KIND: &str = "SELECT kind FROM organ WHERE id = ?1";
        // whoever writes down that one has ended needs no warning
        let (Some(term), Some(organ)) = (Term::of(mandate), self.organ_by_name(mandate.get("organ"))?) else {
            return Ok(Vec::new());
        };
        if term.ended.is_some() {
            return Ok(Vec::new());
        }
        let member = self.member(mandate.owner.1)?;
        let new = Holder {
            mandate: mandate.id,
            member: member.id,
            name: member.full_name(),
            organ,
            organ_name: mandate.get("organ").to_owned(),
            kind: self.conn.prepare_cached(KIND)?.query_row([organ], |row| row.get(0))?,
            office: mandate.get("office").to_owned(),
            term,
        };
        let mut found = Vec::new();
        if !matches!(member.status, Status::Active | Status::Suspended) {
            let status = Text::new(member.status.text_id());
            found.push(Text::new("warn-mandate-status").with("name", &*new.name).with("status", status));
        }
        let apart = Bylaws::of(self.coop()?.legal_form).apart;
        let (seats, kin) = (self.seats(mandate.get("organ"))?, self.kin_of(member.id, member.number)?);
        found.extend(doubts(&new, seats, &self.all_holders(term.from)?, &kin, &apart, today));
        Ok(found)
    }

    /// Every mandate of the book that has not ended before a day.
    fn all_holders(&self, from: NaiveDate) -> Result<Vec<Holder>> {
        const HOLDERS: &str = "SELECT m.id, m.member_id, m.organ_id, o.name, o.kind, m.office, m.from_on, m.until_on,
            m.ended_on FROM mandate m JOIN organ o ON o.id = m.organ_id
            WHERE ifnull(m.until_on, '9999') >= ?1 AND ifnull(m.ended_on, '9999') > ?1 ORDER BY m.id";
        let mut statement = self.conn.prepare_cached(HOLDERS)?;
        let mut rows = statement.query([from.to_string()])?;
        let mut holders = Vec::new();
        while let Some(row) = rows.next()? {
            let day = |at: usize| -> Result<Option<NaiveDate>> {
                Ok(row.get::<_, Option<String>>(at)?.and_then(|day| day.parse().ok()))
            };
            let Some(from) = day(6)? else { continue };
            let member = row.get(1)?;
            holders.push(Holder {
                mandate: row.get(0)?,
                member,
                name: self.record_label("member", member)?,
                organ: row.get(2)?,
                organ_name: row.get(3)?,
                kind: row.get(4)?,
                office: row.get(5)?,
                term: Term { from, until: day(7)?, ended: day(8)? },
            });
        }
        Ok(holders)
    }

    /// Who is related to a member, and how: as the member's own kin and as kin of others.
    pub(super) fn kin_of(&self, member: i64, number: Option<i64>) -> Result<Vec<(i64, String)>> {
        const KIN: &str =
            "SELECT m.id, k.relation FROM kin k JOIN member m ON m.number = k.number WHERE k.member_id = ?1
            UNION SELECT k.member_id, k.relation FROM kin k WHERE k.number = ?2";
        let mut statement = self.conn.prepare_cached(KIN)?;
        let kin = statement.query_map(params![member, number], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(kin.collect::<Result<_, _>>()?)
    }

    /// The body of a mandate.
    pub fn mandate_organ(&self, mandate: i64) -> Result<i64> {
        const ORGAN: &str = "SELECT organ_id FROM mandate WHERE id = ?1";
        let organ = self.conn.prepare_cached(ORGAN)?.query_row([mandate], |row| row.get(0)).optional()?;
        organ.ok_or(Error::NotFound)
    }
}
