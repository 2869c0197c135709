//! What members owe: raised with an entry of the ledger, and open as long as the ledger has something left of it.

use super::{Act, Reader, Result, error::strange, some};
use crate::domain::{
    due::{Due, DueKind},
    ledger::{EntryKind, Journal, Posting},
};
use chrono::NaiveDate;
use rusqlite::{Params, Row, params};

const DUE: &str =
    "SELECT id, member_id, kind, ifnull(text, ''), schedule_id, ifnull(period, ''), due_on, minor, open_minor,
    currency, fund_id, ifnull(decision, ''), attendance_id, loan_id FROM due";

fn read(row: &Row) -> Result<Due> {
    let (id, kind, due_on): (i64, String, String) = (row.get(0)?, row.get(2)?, row.get(6)?);
    Ok(Due {
        id,
        member: row.get(1)?,
        kind: DueKind::from_code(&kind).map_err(|_| strange("due", id, "kind"))?,
        text: row.get(3)?,
        schedule: row.get(4)?,
        period: row.get(5)?,
        due_on: due_on.parse().map_err(|_| strange("due", id, "due_on"))?,
        minor: row.get(7)?,
        open: row.get(8)?,
        currency: row.get(9)?,
        fund: row.get(10)?,
        decision: row.get(11)?,
        attendance: row.get(12)?,
        loan: row.get(13)?,
    })
}

impl Reader {
    /// What a member owes, the oldest first.
    pub fn open_dues(&self, member: i64) -> Result<Vec<Due>> {
        self.read_dues("WHERE member_id = ?1 AND open_minor > 0 ORDER BY due_on, id", [member])
    }

    /// Everything a member ever owed, the oldest first.
    pub fn dues(&self, member: i64) -> Result<Vec<Due>> {
        self.read_dues("WHERE member_id = ?1 ORDER BY due_on, id", [member])
    }

    /// What stands for a member on all accounts of what members owe, by currency: more than nothing is owed, less was
    /// paid beyond it.
    pub fn owed(&self, member: i64) -> Result<Vec<(String, i64)>> {
        const OWED: &str = "SELECT m.currency, sum(m.minor) FROM member_account m JOIN account a ON a.id = m.account_id
            WHERE m.member_id = ?1 AND a.kind = 'member' GROUP BY m.currency HAVING sum(m.minor) <> 0 ORDER BY 1";
        let mut statement = self.conn.prepare_cached(OWED)?;
        Ok(statement.query_map([member], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }

    /// What a member has paid beyond what was owed, and can be set against what comes, in one currency. An act does not
    /// leave less than nothing of it: that would be owed and stand nowhere.
    pub fn credit(&self, member: i64, currency: &str) -> Result<i64> {
        const FREE: &str = "SELECT ifnull(sum(minor), 0) FROM member_account
            WHERE member_id = ?1 AND currency = ?2 AND account_id = (SELECT id FROM account WHERE chart = 'member')";
        const OPEN: &str = "SELECT ifnull(sum(open_minor), 0) FROM due
            WHERE member_id = ?1 AND currency = ?2 AND open_minor > 0 AND kind NOT IN ('share', 'loan')";
        let balance: i64 = self.conn.prepare_cached(FREE)?.query_row(params![member, currency], |row| row.get(0))?;
        let open: i64 = self.conn.prepare_cached(OPEN)?.query_row(params![member, currency], |row| row.get(0))?;
        Ok(open - balance)
    }

    pub(super) fn read_dues(&self, which: &str, values: impl Params) -> Result<Vec<Due>> {
        let mut statement = self.conn.prepare_cached(&format!("{DUE} {which}"))?;
        let mut rows = statement.query(values)?;
        let mut dues = Vec::new();
        while let Some(row) = rows.next()? {
            dues.push(read(row)?);
        }
        Ok(dues)
    }
}

impl Act<'_> {
    /// Raises an amount owed: writes it, and the entry by which it came to be owed. Returns its id.
    pub fn raise(&self, due: &Due, booked_on: NaiveDate) -> Result<i64> {
        let (owed_on, from) = (self.chart(due.kind.owed_on())?, self.chart(due.kind.raised_from())?);
        let id = self.next_id("due")?;
        let mut journal = Journal::new(EntryKind::Raise, booked_on);
        journal.text.clone_from(&due.text);
        journal.decision.clone_from(&due.decision);
        let owed = Posting::new(owed_on, due.minor, &due.currency).fund(due.fund).member(due.member).due(Some(id));
        let back = Posting::new(from, -due.minor, &due.currency).fund(due.fund);
        journal.add(owed);
        // capital is kept by member too
        journal.add(if due.kind == DueKind::Share { back.member(due.member) } else { back });
        let entry = self.next_id("journal_entry")?;
        self.insert_due(due, id, entry)?;
        self.post_under(entry, &journal.balanced().map_err(super::Error::Invalid)?)?;
        Ok(id)
    }

    /// Writes an amount owed under an id that [`Act::next_id`] gave, before the entry that raises it.
    pub fn insert_due(&self, due: &Due, id: i64, entry: i64) -> Result<()> {
        const INSERT: &str = "INSERT INTO due (id, member_id, kind, text, schedule_id, period, due_on, minor, currency,
            fund_id, decision, attendance_id, loan_id, entry_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
        // the line of the ledger names the amount, and the amount its entry
        self.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        self.conn.prepare_cached(INSERT)?.execute(params![
            id,
            due.member,
            due.kind.code(),
            some(&due.text),
            due.schedule,
            some(&due.period),
            due.due_on.to_string(),
            due.minor,
            due.currency,
            due.fund,
            some(&due.decision),
            due.attendance,
            due.loan,
            entry,
        ])?;
        Ok(())
    }
}

/// Names the amounts owed whose rest is not what the ledger has left of them.
pub(super) fn stale(reader: &Reader, found: &mut dyn FnMut(i64)) -> Result<()> {
    const STALE: &str = "SELECT d.id FROM due d
        WHERE open_minor <> (SELECT ifnull(sum(minor), 0) FROM posting WHERE due_id = d.id)";
    let mut statement = reader.conn.prepare(STALE)?;
    for id in statement.query_map([], |row| row.get(0))? {
        found(id?);
    }
    Ok(())
}
