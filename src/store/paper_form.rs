//! Paper forms: who was entered from which, and how many somebody has entered.

use super::{Error, Reader, Result, log::UNDONE_BY};
use crate::{
    clock::stamp,
    domain::{
        Text,
        command::Command,
        member::{Field, Member},
    },
};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

/// The forms that a user has entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// How many.
    pub count: usize,
    /// The member of the last.
    pub last: Option<i64>,
}

impl Reader {
    /// The member who was entered from the form with that number; capitals do not matter.
    pub fn member_by_form_number(&self, number: &str) -> Result<Option<i64>> {
        const BY_FORM: &str = "SELECT id FROM member WHERE form_number = ?1 COLLATE NOCASE";
        Ok(self.conn.prepare_cached(BY_FORM)?.query_row([number], |row| row.get(0)).optional()?)
    }

    /// Why a member cannot have been entered from a form with that number: somebody else was.
    pub fn form_number_taken(&self, member: i64, number: &str) -> Result<Option<Text>> {
        let other = self.member_by_form_number(number)?.filter(|other| !number.is_empty() && *other != member);
        let told =
            |other| Ok(Text::new("err-form-taken").with("number", number).with("name", self.member(other)?.heading()));
        other.map(told).transpose()
    }

    /// The number of the form that was entered last, by whomever.
    pub fn last_form_number(&self) -> Result<Option<String>> {
        const LAST: &str = "SELECT form_number FROM member WHERE form_number IS NOT NULL ORDER BY id DESC LIMIT 1";
        Ok(self.conn.prepare_cached(LAST)?.query_row([], |row| row.get(0)).optional()?)
    }

    /// The forms that a user has entered by `command` since a moment, without those that were undone.
    pub fn forms_entered(&self, user: i64, command: &Command, since: DateTime<Utc>) -> Result<Entered> {
        const MEMBER: &str = "SELECT record_id FROM change WHERE act_id = ?1 AND tbl = 'member' AND op = 'i'";
        let acts = format!(
            "SELECT count(*), max(id) FROM act WHERE command = ?1 AND user_id = ?2 AND {UNDONE_BY} IS NULL
             AND id > ifnull((SELECT id FROM act WHERE at < ?3 ORDER BY id DESC LIMIT 1), 0)"
        );
        let values = params![command.id, user, stamp(since)];
        let (count, act): (i64, Option<i64>) =
            self.conn.prepare_cached(&acts)?.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let last = self.conn.prepare_cached(MEMBER)?.query_row([act], |row| row.get(0)).optional()?;
        Ok(Entered { count: count as usize, last })
    }

    /// Refuses the number of a form from which somebody else was entered.
    pub(super) fn refuse_taken_form(&self, member: &Member) -> Result<()> {
        let number = member.kept(Field::FormNumber);
        self.form_number_taken(member.id, number)?.map_or(Ok(()), |text| Err(Error::Invalid(text)))
    }
}
