//! What was there when the book began, as the ledger has it: written row by row, and read back out of its entries.

use super::{Act, Error, Reader, Result};
use crate::domain::{
    account::AccountKind,
    amount::Amount,
    due::Due,
    ledger::{EntryKind, Journal, Posting},
    opening::{AccountOpening, Held, MemberOpening, Opening, Place},
    share::{Move, MoveKind},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

/// A row that was written and still stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The entry of the ledger that it became.
    pub entry: i64,
    /// The day of the opening.
    pub on: NaiveDate,
    /// What was there.
    pub opening: Opening,
}

/// Entries of openings that nothing takes back.
const STANDING: &str = "e.kind = 'opening' AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.id)";

impl Reader {
    /// What an opening row would say twice: the day on which the same was opened before, in the same currency and, of an
    /// account, for the same fund.
    pub fn opened_on(&self, opening: &Opening) -> Result<Option<NaiveDate>> {
        let found: Option<String> = match opening {
            Opening::Member(row) => {
                let sql = format!(
                    "SELECT e.booked_on FROM posting p JOIN journal_entry e ON e.id = p.entry_id
                    WHERE p.member_id = ?1 AND p.currency = ?2 AND {STANDING} LIMIT 1"
                );
                let mut statement = self.conn.prepare_cached(&sql)?;
                let mut found = None;
                for currency in opening.currencies() {
                    found = statement.query_row(params![row.member, currency], |row| row.get(0)).optional()?;
                    if found.is_some() {
                        break;
                    }
                }
                found
            }
            Opening::Account(row) => {
                let account = match &row.on {
                    Place::Account(id) => Some(*id),
                    Place::Chart(key) => self.chart_account(key)?,
                };
                // what was there when the book began is little beside what came since
                let sql = format!(
                    "SELECT e.booked_on FROM journal_entry e INDEXED BY journal_entry_opening
                    CROSS JOIN posting p ON p.entry_id = e.id
                    WHERE p.account_id = ?1 AND p.currency = ?2 AND p.fund_id IS ?3 AND {STANDING} LIMIT 1"
                );
                let values = params![account, row.balance.currency, row.fund];
                self.conn.prepare_cached(&sql)?.query_row(values, |row| row.get(0)).optional()?
            }
        };
        Ok(found.and_then(|day| day.parse().ok()))
    }

    /// The rows that were written and still stand, in the order of writing.
    pub fn openings(&self) -> Result<Vec<Opened>> {
        let sql = format!(
            "SELECT e.id, e.booked_on FROM journal_entry e INDEXED BY journal_entry_opening WHERE {STANDING} ORDER BY e.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let entries = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let entries: Vec<(i64, String)> = entries.collect::<Result<_, _>>()?;
        let mut found = Vec::with_capacity(entries.len());
        for (entry, on) in entries {
            let on = on.parse().map_err(|_| super::error::strange("journal_entry", entry, "booked_on"))?;
            if let Some(opening) = self.opening_of(entry)? {
                found.push(Opened { entry, on, opening });
            }
        }
        Ok(found)
    }

    /// What an entry of an opening says.
    fn opening_of(&self, entry: i64) -> Result<Option<Opening>> {
        const LINES: &str = "SELECT p.account_id, a.kind, ifnull(a.chart, ''), p.minor, p.currency, p.fund_id,
            p.member_id, d.due_on FROM posting p JOIN account a ON a.id = p.account_id
            LEFT JOIN due d ON d.id = p.due_id WHERE p.entry_id = ?1 ORDER BY p.id";
        const SHARES: &str = "SELECT count, nominal_minor, currency FROM share_move WHERE entry_id = ?1";
        let held = |row: &Row| {
            let (count, nominal): (u32, i64) = (row.get(0)?, row.get(1)?);
            Ok(Held { count, nominal: Amount { minor: nominal, currency: row.get(2)? }, paid: 0 })
        };
        let shares = self.conn.prepare_cached(SHARES)?.query_row([entry], held).optional()?;
        let mut of = MemberOpening { member: 0, shares, arrears: None, arrears_on: None, credit: None };
        let mut account = None;
        let mut unpaid = 0;
        let mut statement = self.conn.prepare_cached(LINES)?;
        let mut rows = statement.query([entry])?;
        while let Some(row) = rows.next()? {
            let (id, kind, chart): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let amount = Amount { minor: row.get(3)?, currency: row.get(4)? };
            let positive = Amount { minor: amount.minor.abs(), ..amount.clone() };
            let kind = AccountKind::from_code(&kind).map_err(|_| super::error::strange("account", id, "kind"))?;
            if let Some(member) = row.get(6)? {
                of.member = member;
                match (chart.as_str(), row.get::<_, Option<String>>(7)?) {
                    ("unpaid_shares", _) => unpaid += amount.minor,
                    ("capital", _) => {}
                    (_, Some(due_on)) => (of.arrears, of.arrears_on) = (Some(positive), due_on.parse().ok()),
                    (_, None) => of.credit = Some(positive),
                }
            } else if chart != "opening" {
                let is_debit = AccountOpening::is_debit(kind);
                let balance = Amount { minor: if is_debit { amount.minor } else { -amount.minor }, ..amount };
                account = Some(AccountOpening { on: Place::Account(id), kind, fund: row.get(5)?, balance });
            }
        }
        if let Some(held) = &mut of.shares {
            held.paid = held.worth() - unpaid;
        }
        Ok(account.map(Opening::Account).or_else(|| (of.member > 0).then_some(Opening::Member(of))))
    }
}

impl Act<'_> {
    /// Writes what was there of somebody or on an account: one entry, with what it raises as owed and the shares that it
    /// brings. Returns the entry's id.
    pub fn write_opening(&self, opening: &Opening, on: NaiveDate) -> Result<i64> {
        let entry = self.next_id("journal_entry")?;
        let mut journal = Journal::new(EntryKind::Opening, on);
        let member = if let Opening::Member(row) = opening { row.member } else { 0 };
        for line in opening.lines(on) {
            let account = match line.on {
                Place::Account(id) => id,
                Place::Chart(key) => self.chart(key)?,
            };
            let mut posting = Posting::new(account, line.minor, &line.currency).fund(line.fund);
            if line.is_members {
                posting = posting.member(member);
            }
            if let Some((kind, due_on)) = line.raises {
                let id = self.next_id("due")?;
                let (minor, currency) = (line.minor, line.currency.clone());
                self.insert_due(&Due { member, minor, currency, ..Due::new(kind, due_on) }, id, entry)?;
                posting = posting.due(Some(id));
            }
            journal.add(posting);
        }
        self.post_under(entry, &journal.balanced().map_err(Error::Invalid)?)?;
        if let Opening::Member(MemberOpening { shares: Some(held), .. }) = opening {
            let (kind, count, nominal) = (MoveKind::Opening, i64::from(held.count), held.nominal.clone());
            let (deed, decision, note) = (String::new(), String::new(), String::new());
            let (id, moved_on, other, notified_on) = (0, on, None, None);
            let shares = Move { id, member, moved_on, kind, count, nominal, other, deed, decision, notified_on, note };
            self.insert_share_move(&shares, entry)?;
        }
        Ok(entry)
    }
}
