//! What statements of account are made of: sums from the kept totals, lines of the ledger only where a period does not
//! end with a month.

use super::{Reader, Result, error::strange};
use crate::domain::{
    due::DueKind,
    ledger::EntryKind,
    statement::{Course, Part, Period, Sum},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeMap;

/// A line of a member's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The entry.
    pub entry: i64,
    /// Its number.
    pub number: i64,
    /// What it is.
    pub kind: EntryKind,
    /// The day on which it counts.
    pub booked_on: NaiveDate,
    /// What it was; blank when the kind says it all.
    pub text: String,
    /// What was owed: kind, period, what it is called.
    pub due: Option<(DueKind, String, String)>,
    /// The receipt.
    pub receipt: String,
    /// What is owed more, or less where it is negative.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

fn sum(row: &Row) -> rusqlite::Result<Sum> {
    Ok(Sum { account: row.get(0)?, currency: row.get(1)?, fund: row.get(2)?, minor: row.get(3)? })
}

impl Reader {
    /// What stands on every account in each currency and fund at the end of a day.
    pub fn stand(&self, on: NaiveDate) -> Result<Vec<Sum>> {
        const STAND: &str = "SELECT account_id, currency, fund_id, sum(minor) FROM (
                SELECT account_id, currency, fund_id, debit - credit AS minor FROM account_total WHERE month < ?1
                UNION ALL SELECT p.account_id, p.currency, ifnull(p.fund_id, 0), p.minor FROM account a
                CROSS JOIN posting p ON p.account_id = a.id AND p.booked_on BETWEEN ?2 AND ?3
            ) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
        let month = Period::month(on);
        // the whole month when the day is its last
        let until = if month.until == on { on.succ_opt().unwrap_or(on) } else { on };
        let first = Period::month(until).from;
        let mut statement = self.conn.prepare_cached(STAND)?;
        let values = params![first.format("%Y-%m").to_string(), first.to_string(), on.to_string()];
        Ok(statement.query_map(values, sum)?.collect::<rusqlite::Result<_>>()?)
    }

    /// What came to every account within a period.
    pub fn moved(&self, period: Period) -> Result<Vec<Sum>> {
        Ok(less(self.stand(period.until)?, self.stand(period.before())?))
    }

    /// The same without what a year's end has carried over: income and expense stay what they were.
    pub fn earned(&self, period: Period) -> Result<Vec<Sum>> {
        const CARRIED: &str = "SELECT p.account_id, p.currency, ifnull(p.fund_id, 0), sum(p.minor) FROM posting p
            WHERE p.entry_id IN (SELECT s.entry_id FROM account a JOIN posting s ON s.account_id = a.id
                JOIN journal_entry e ON e.id = s.entry_id LEFT JOIN journal_entry b ON b.id = e.reverses
                WHERE a.chart = 'surplus' AND s.booked_on BETWEEN ?1 AND ?2 AND ifnull(b.kind, e.kind) = 'year_end')
            GROUP BY 1, 2, 3";
        let mut statement = self.conn.prepare_cached(CARRIED)?;
        let carried = statement.query_map(params![period.from.to_string(), period.until.to_string()], sum)?;
        Ok(less(self.moved(period)?, carried.collect::<rusqlite::Result<_>>()?))
    }

    /// Gives every entry of a period, in order, with its lines: those of one fund, or all.
    pub fn parts(&self, period: Period, fund: Option<i64>, take: &mut dyn FnMut(&[Part], Course)) -> Result<()> {
        const PARTS: &str = "SELECT e.id, e.reverses IS NOT NULL, p.account_id, p.currency, p.minor, d.kind
            FROM journal_entry e JOIN posting p ON p.entry_id = e.id LEFT JOIN due d ON d.id = p.due_id
            WHERE e.booked_on BETWEEN ?1 AND ?2 AND (?3 IS NULL OR p.fund_id = ?3) ORDER BY e.booked_on, e.id, p.id";
        let mut statement = self.conn.prepare_cached(PARTS)?;
        let mut rows = statement.query(params![period.from.to_string(), period.until.to_string(), fund])?;
        let (mut parts, mut of): (Vec<Part>, Option<(i64, Course)>) = (Vec::new(), None);
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            if let Some((_, course)) = of.filter(|(before, _)| *before != id) {
                take(&parts, course);
                parts.clear();
            }
            of = Some((id, if row.get(1)? { Course::Back } else { Course::Forth }));
            let due: Option<String> = row.get(5)?;
            let due = due.map(|kind| DueKind::from_code(&kind).map_err(|_| strange("due", id, "kind"))).transpose()?;
            parts.push(Part { account: row.get(2)?, currency: row.get(3)?, minor: row.get(4)?, due });
        }
        if let Some((_, course)) = of {
            take(&parts, course);
        }
        Ok(())
    }

    /// Every line of what a member owes and has paid, in the order of days.
    pub fn member_moves(&self, member: i64) -> Result<Vec<Move>> {
        let sql = format!(
            "SELECT e.id, e.number, e.kind, p.booked_on, e.text, d.kind, ifnull(d.period, ''),
            ifnull(d.text, ''), ifnull({}, ''), p.minor, p.currency
            FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN account a ON a.id = p.account_id
            LEFT JOIN due d ON d.id = p.due_id
            WHERE p.member_id = ?1 AND a.kind = 'member' ORDER BY p.booked_on, p.id",
            super::receipt::names_of("e")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([member])?;
        let mut moves = Vec::new();
        while let Some(row) = rows.next()? {
            let entry: i64 = row.get(0)?;
            let odd = |column| strange("journal_entry", entry, column);
            let kind = EntryKind::from_code(&row.get::<_, String>(2)?).map_err(|_| odd("kind"))?;
            let due: Option<String> = row.get(5)?;
            let due =
                due.map(|kind| DueKind::from_code(&kind).map_err(|_| strange("due", entry, "kind"))).transpose()?;
            let (period, name) = (row.get(6)?, row.get(7)?);
            moves.push(Move {
                entry,
                number: row.get(1)?,
                kind,
                booked_on: row.get::<_, String>(3)?.parse().map_err(|_| odd("booked_on"))?,
                text: row.get(4)?,
                due: due.map(|kind| (kind, period, name)),
                receipt: row.get(8)?,
                minor: row.get(9)?,
                currency: row.get(10)?,
            });
        }
        Ok(moves)
    }

    /// What members have paid in each of these months, in one currency.
    pub fn contributed(&self, months: &[String], currency: &str) -> Result<Vec<i64>> {
        const MONTH: &str = "SELECT minor FROM contribution_total WHERE month = ?1 AND currency = ?2";
        let mut statement = self.conn.prepare_cached(MONTH)?;
        let mut of = |month: &String| {
            let minor: Option<i64> = statement.query_row([month.as_str(), currency], |row| row.get(0)).optional()?;
            Ok(minor.unwrap_or_default())
        };
        months.iter().map(&mut of).collect()
    }

    /// What those members owe together who owe something, by currency, and how many they are.
    pub fn owed_by_all(&self) -> Result<Vec<(String, i64, i64)>> {
        const OWED: &str = "SELECT currency, sum(minor), count(*) FROM (
                SELECT m.member_id, m.currency, sum(m.minor) AS minor FROM account a
                JOIN member_account m ON m.account_id = a.id WHERE a.kind = 'member' GROUP BY 1, 2
            ) WHERE minor > 0 GROUP BY 1 ORDER BY 1";
        let mut statement = self.conn.prepare_cached(OWED)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// When an account was last counted up to a day, and how much there was; the money of a meeting is counted apart.
    pub fn counted(&self, account: i64, until: NaiveDate) -> Result<Option<(NaiveDate, i64)>> {
        const COUNTED: &str = "SELECT counted_on, counted_minor FROM cash_count
            WHERE account_id = ?1 AND counted_on <= ?2 AND meeting_id IS NULL ORDER BY counted_on DESC, id DESC LIMIT 1";
        let read = |row: &Row| Ok((row.get::<_, String>(0)?, row.get(1)?));
        let found: Option<(String, i64)> =
            self.conn.prepare_cached(COUNTED)?.query_row(params![account, until.to_string()], read).optional()?;
        let day = |(on, minor): (String, i64)| {
            Ok((on.parse().map_err(|_| strange("cash_count", account, "counted_on"))?, minor))
        };
        found.map(day).transpose()
    }
}

/// One state less another.
fn less(after: Vec<Sum>, before: Vec<Sum>) -> Vec<Sum> {
    let mut sums: BTreeMap<(i64, String, i64), i64> = BTreeMap::new();
    let signed = after.into_iter().map(|sum| (sum, 1)).chain(before.into_iter().map(|sum| (sum, -1)));
    for (Sum { account, currency, fund, minor }, sign) in signed {
        *sums.entry((account, currency, fund)).or_default() += sign * minor;
    }
    let moved = |((account, currency, fund), minor)| Sum { account, currency, fund, minor };
    sums.into_iter().filter(|(_, minor)| *minor != 0).map(moved).collect()
}
