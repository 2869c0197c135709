//! The ledger from its first entry to its last, for other programs: page by page, with what hangs on each entry.

use super::{Reader, Result, error::strange};
use crate::domain::{
    ledger::{EntryKind, Posting},
    member::full_name,
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::HashMap;

/// Where a page ended.
pub type After = (NaiveDate, i64);

/// An entry with its papers.
#[derive(Clone, Debug)]
pub struct Told {
    /// Identity in the book.
    pub id: i64,
    /// Its number.
    pub number: i64,
    /// What it is.
    pub kind: EntryKind,
    /// The day on which it counts.
    pub booked_on: NaiveDate,
    /// The day on its paper, when that is another.
    pub paper_on: Option<NaiveDate>,
    /// What it was; blank when the kind says it all.
    pub text: String,
    /// Number of a slip, a cheque, a message.
    pub reference: String,
    /// What decided it.
    pub decision: String,
    /// Number of the entry that it takes back, and what that is.
    pub reverses: Option<(i64, EntryKind)>,
    /// Its receipts or payment slip.
    pub receipt: String,
    /// The member who paid or was paid, when the paper names one.
    pub payer: Option<i64>,
    /// Who paid or was paid, when that is no member.
    pub payee: String,
    /// Its lines.
    pub lines: Vec<Posting>,
}

fn day(text: Option<String>, id: i64, column: &'static str) -> Result<Option<NaiveDate>> {
    text.map(|day| day.parse().map_err(|_| strange("journal_entry", id, column))).transpose()
}

impl Reader {
    /// Up to `limit` entries in the order of their days, from behind `after`.
    pub fn journal_page(&self, after: Option<After>, limit: usize) -> Result<Vec<Told>> {
        const LINES: &str = "SELECT account_id, minor, currency, fund_id, member_id, due_id FROM posting
            WHERE entry_id = ?1 ORDER BY id";
        let sql = format!(
            "SELECT e.id, e.number, e.kind, e.booked_on, e.paper_on, e.text, ifnull(e.reference, ''),
            ifnull(e.decision, ''), b.number,
            ifnull({}, (SELECT {} FROM voucher v WHERE v.entry_id = e.id)),
            (SELECT payer_id FROM receipt WHERE entry_id = e.id ORDER BY id LIMIT 1),
            (SELECT payer FROM receipt WHERE entry_id = e.id ORDER BY id LIMIT 1),
            (SELECT payee_id FROM voucher WHERE entry_id = e.id), (SELECT payee FROM voucher WHERE entry_id = e.id), b.kind
            FROM journal_entry e LEFT JOIN journal_entry b ON b.id = e.reverses WHERE (e.booked_on, e.id) > (?1, ?2) ORDER BY e.booked_on, e.id LIMIT ?3",
            super::receipt::names_of("e"),
            super::voucher::NAMED
        );
        let (from, id) = after.map_or((String::new(), 0), |(day, id)| (day.to_string(), id));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut lines = self.conn.prepare_cached(LINES)?;
        let mut rows = statement.query(params![from, id, limit as i64])?;
        let mut page = Vec::new();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let kind = |code: String| EntryKind::from_code(&code).map_err(|_| strange("journal_entry", id, "kind"));
            let (back, of): (Option<i64>, Option<String>) = (row.get(8)?, row.get(14)?);
            let booked_on =
                day(row.get(3)?, id, "booked_on")?.ok_or_else(|| strange("journal_entry", id, "booked_on"))?;
            let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
            let (by, to): (Option<i64>, Option<i64>) = (row.get(10)?, row.get(12)?);
            let line = |r: &Row| {
                let (account, minor, currency) = (r.get(0)?, r.get(1)?, r.get(2)?);
                Ok(Posting { account, minor, currency, fund: r.get(3)?, member: r.get(4)?, due: r.get(5)? })
            };
            page.push(Told {
                id,
                number: row.get(1)?,
                kind: kind(row.get(2)?)?,
                booked_on,
                paper_on: day(row.get(4)?, id, "paper_on")?,
                text: row.get(5)?,
                reference: row.get(6)?,
                decision: row.get(7)?,
                reverses: back.zip(of.map(kind).transpose()?),
                receipt: text(9)?,
                payer: by.or(to),
                payee: [text(11)?, text(13)?].concat(),
                lines: lines.query_map([id], line)?.collect::<rusqlite::Result<_>>()?,
            });
        }
        Ok(page)
    }

    /// What an amount owed was for: code of its kind, period, what it was called.
    pub fn due_words(&self, id: i64) -> Result<(String, String, String)> {
        const DUE: &str = "SELECT kind, ifnull(period, ''), ifnull(text, '') FROM due WHERE id = ?1";
        let words = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        Ok(self.conn.prepare_cached(DUE)?.query_row([id], words).optional()?.unwrap_or_default())
    }

    /// The first and the last day on which something is booked.
    pub fn booked_days(&self) -> Result<Option<(NaiveDate, NaiveDate)>> {
        const DAYS: &str =
            "SELECT (SELECT min(booked_on) FROM journal_entry), (SELECT max(booked_on) FROM journal_entry)";
        let (first, last): (Option<String>, Option<String>) =
            self.conn.prepare_cached(DAYS)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(day(first, 0, "booked_on")?.zip(day(last, 0, "booked_on")?))
    }

    /// What stands on every account that was ever booked on, by currency.
    pub fn account_balances(&self) -> Result<Vec<(i64, String, i64)>> {
        const BALANCES: &str =
            "SELECT account_id, currency, sum(debit - credit) FROM account_total GROUP BY 1, 2 ORDER BY 1, 2";
        let mut statement = self.conn.prepare_cached(BALANCES)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What stands on every account for every member who was ever booked on it: account, member, currency, how much.
    pub fn member_balances(&self) -> Result<Vec<(i64, i64, String, i64)>> {
        const BALANCES: &str = "SELECT account_id, member_id, currency, minor FROM member_account
            WHERE member_id IN (SELECT id FROM member) ORDER BY 1, 2, 3";
        let mut statement = self.conn.prepare_cached(BALANCES)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Number and name of everybody in the register.
    pub fn member_names(&self) -> Result<HashMap<i64, (Option<i64>, String)>> {
        const NAMES: &str = "SELECT id, number, surname, ifnull(post_name, ''), ifnull(given_name, '') FROM member";
        let mut statement = self.conn.prepare_cached(NAMES)?;
        let mut rows = statement.query([])?;
        let mut names = HashMap::new();
        while let Some(row) = rows.next()? {
            let text = |at| row.get::<_, String>(at);
            names.insert(row.get(0)?, (row.get(1)?, full_name(&text(2)?, &text(3)?, &text(4)?)));
        }
        Ok(names)
    }

    /// The names of all funds, also of those that are closed.
    pub fn fund_names(&self) -> Result<HashMap<i64, String>> {
        let mut statement = self.conn.prepare_cached("SELECT id, name FROM fund")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
