//! The cooperative's own rules, which go before those of its legal form.

use super::{Act, Error, Reader, Result, some};
use crate::domain::{
    bylaws::Bylaws,
    rule::{Own, Rule, Rules},
};
use rusqlite::{OptionalExtension, Row, params};

const OWN: &str = "SELECT id, rev, code, value, ifnull(reference, ''), ifnull(note, '') FROM bylaw";

fn own(row: &Row) -> rusqlite::Result<Own> {
    let rule = Rule { code: row.get(2)?, value: row.get(3)?, reference: row.get(4)?, certainty: None };
    Ok(Own { id: row.get(0)?, rev: row.get(1)?, rule, note: row.get(5)? })
}

impl Reader {
    /// The rules of the cooperative: those of its legal form, and its own, which go before.
    pub fn rules(&self) -> Result<Rules> {
        let own = self.own_rules()?.into_iter().map(|own| own.rule).collect();
        Ok(Bylaws::of(self.coop()?.legal_form).rules(own))
    }

    /// The cooperative's own rules in the order in which they were entered.
    pub fn own_rules(&self) -> Result<Vec<Own>> {
        let mut statement = self.conn.prepare_cached(&format!("{OWN} ORDER BY id"))?;
        Ok(statement.query_map([], own)?.collect::<Result<_, _>>()?)
    }

    /// The cooperative's own rule of that code.
    pub fn own_rule(&self, code: &str) -> Result<Option<Own>> {
        let mut statement = self.conn.prepare_cached(&format!("{OWN} WHERE code = ?1"))?;
        Ok(statement.query_row([code], own).optional()?)
    }
}

impl Act<'_> {
    /// Writes a rule of the cooperative's own: a new one when the id is 0, else the one whose `rev` was read. Returns the
    /// id.
    pub fn put_rule(&self, own: &Own) -> Result<i64> {
        const INSERT: &str = "INSERT INTO bylaw (id, code, value, reference, note) VALUES (?1, ?2, ?3, ?4, ?5)";
        const UPDATE: &str = "UPDATE bylaw SET code = ?2, value = ?3, reference = ?4, note = ?5, rev = rev + 1
            WHERE id = ?1 AND rev = ?6";
        let Own { rule: Rule { code, value, reference, .. }, note, .. } = own;
        if own.id == 0 {
            // somebody else has just made one of the same code
            if self.own_rule(code)?.is_some() {
                return Err(Error::Stale);
            }
            let id = self.next_id("bylaw")?;
            self.conn.prepare_cached(INSERT)?.execute(params![id, code, value, some(reference), some(note)])?;
            return Ok(id);
        }
        let values = params![own.id, code, value, some(reference), some(note), own.rev];
        match self.conn.prepare_cached(UPDATE)?.execute(values)? {
            1 => Ok(own.id),
            _ => Err(Error::Stale),
        }
    }

    /// Takes a rule of the cooperative's own out: that of the legal form holds again.
    pub fn remove_rule(&self, own: &Own) -> Result<()> {
        const REMOVE: &str = "DELETE FROM bylaw WHERE id = ?1 AND rev = ?2";
        match self.conn.prepare_cached(REMOVE)?.execute([own.id, own.rev])? {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }
}
