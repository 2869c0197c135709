//! Bodies by their names, the rules that hold for them, and who holds an office.

use super::{Act, Error, Reader, Result};
use crate::domain::{
    Text,
    bylaws::Bylaws,
    fold::fold,
    rule::{Rule, Rules},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

impl Reader {
    /// The bodies that are not closed, in the order in which they were entered: id, name, code of the kind.
    pub fn organs(&self) -> Result<Vec<(i64, String, String)>> {
        const ORGANS: &str = "SELECT id, name, kind FROM organ WHERE closed_on IS NULL ORDER BY id";
        let mut statement = self.conn.prepare_cached(ORGANS)?;
        let organs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(organs.collect::<Result<_, _>>()?)
    }

    /// The body of that name; accents and case do not matter.
    pub fn organ_by_name(&self, name: &str) -> Result<Option<i64>> {
        const BY_NAME: &str = "SELECT id FROM organ WHERE name_key = ?1";
        Ok(self.conn.prepare_cached(BY_NAME)?.query_row([fold(name)], |row| row.get(0)).optional()?)
    }

    /// The rules of the cooperative: those of its legal form, and its own, which go before.
    pub fn rules(&self) -> Result<Rules> {
        const OWN: &str = "SELECT code, value, ifnull(reference, '') FROM bylaw ORDER BY id";
        let mut statement = self.conn.prepare_cached(OWN)?;
        let own = statement.query_map([], |row| {
            Ok(Rule { code: row.get(0)?, value: row.get(1)?, reference: row.get(2)?, certainty: None })
        })?;
        let own = own.collect::<Result<_, _>>()?;
        Ok(Bylaws::of(self.coop()?.legal_form).rules(own))
    }

    /// The members who hold an office in a body on a day, each once, in the order of their mandates.
    pub fn holders(&self, organ: i64, on: NaiveDate) -> Result<Vec<i64>> {
        const HOLDERS: &str = "SELECT member_id FROM mandate WHERE organ_id = ?1 AND from_on <= ?2
            AND ifnull(until_on, '9999') >= ?2 AND ifnull(ended_on, '9999') > ?2
            GROUP BY member_id ORDER BY min(id)";
        let mut statement = self.conn.prepare_cached(HOLDERS)?;
        let holders = statement.query_map(params![organ, on.to_string()], |row| row.get(0))?;
        Ok(holders.collect::<Result<_, _>>()?)
    }
}

impl Act<'_> {
    /// The body of that name, which the book must know.
    pub(super) fn organ(&self, name: &str) -> Result<i64> {
        self.organ_by_name(name)?.ok_or_else(|| Error::Invalid(Text::new("err-organ").with("name", name)))
    }
}
