//! Payments that are entered together: what was counted first, and what they have come to. And what came in at a meeting.

use super::{Act, Error, Reader, Result, count::IS_LAST, error::strange, some};
use crate::{
    clock::stamp,
    domain::{
        amount::Amount,
        payment::{Batch, Collected},
    },
};
use rusqlite::{OptionalExtension, Row, params};

impl Reader {
    /// One batch.
    pub fn batch(&self, id: i64) -> Result<Batch> {
        const BATCH: &str = "SELECT b.rev, b.account_id, b.day, b.expected_minor, a.currency, b.expected_count,
            b.meeting_id, b.closed_at IS NOT NULL, ifnull(b.reason, '')
            FROM batch b JOIN account a ON a.id = b.account_id WHERE b.id = ?1";
        let read = |row: &Row| {
            let day: String = row.get(2)?;
            let batch = Batch {
                id,
                rev: row.get(0)?,
                account: row.get(1)?,
                day: day.parse().unwrap_or_default(),
                expected: Amount { minor: row.get(3)?, currency: row.get(4)? },
                count: row.get(5)?,
                meeting: row.get(6)?,
                is_closed: row.get(7)?,
                reason: row.get(8)?,
            };
            Ok((day.len() == 10).then_some(batch))
        };
        let found = self.conn.prepare_cached(BATCH)?.query_row([id], read).optional()?;
        found.ok_or(Error::NotFound)?.ok_or_else(|| strange("batch", id, "day"))
    }

    /// The batches that are not closed, the oldest first.
    pub fn open_batches(&self) -> Result<Vec<i64>> {
        self.id_list("SELECT id FROM batch WHERE closed_at IS NULL ORDER BY day, id", [])
    }

    /// What the payments of a batch have come to in its account: how many hold, and the sum. What was taken back after it
    /// was closed counts as long as it is closed: the notes were there.
    pub fn batch_total(&self, batch: &Batch) -> Result<(u32, i64)> {
        const COUNT: &str =
            "SELECT ifnull(sum(iif(e.reverses IS NULL, 1, -1)), 0) FROM journal_entry e WHERE e.batch_id = ?1 AND (?2
            OR NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.id AND r.batch_id IS NULL))";
        const SUM: &str = "SELECT ifnull(sum(p.minor), 0) FROM journal_entry e JOIN posting p ON p.entry_id = e.id
            WHERE e.batch_id = ?1 AND p.account_id = ?3 AND p.currency = ?4 AND (?2
            OR NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.id AND r.batch_id IS NULL))";
        let count = self.conn.prepare_cached(COUNT)?.query_row(params![batch.id, batch.is_closed], |row| row.get(0))?;
        let values = params![batch.id, batch.is_closed, batch.account, batch.expected.currency];
        Ok((count, self.conn.prepare_cached(SUM)?.query_row(values, |row| row.get(0))?))
    }

    /// What was collected at a meeting, by currency, beside what was counted there.
    pub fn collected(&self, meeting: i64) -> Result<Vec<Collected>> {
        const CAME: &str = "SELECT p.currency, sum(p.minor) FROM journal_entry e JOIN posting p ON p.entry_id = e.id
            JOIN account a ON a.id = p.account_id LEFT JOIN journal_entry o ON o.id = e.reverses
            WHERE e.meeting_id = ?1 AND ifnull(o.kind, e.kind) = 'payment' AND a.kind IN ('cash', 'bank', 'wallet')
            GROUP BY p.currency ORDER BY p.currency";
        // money that was counted twice is there once
        let counted = format!(
            "SELECT currency, sum(counted_minor) FROM cash_count c WHERE meeting_id = ?1 AND {IS_LAST}
            GROUP BY currency ORDER BY currency"
        );
        let read = |sql: &str| -> Result<Vec<Amount>> {
            let mut statement = self.conn.prepare_cached(sql)?;
            let amounts =
                statement.query_map([meeting], |row| Ok(Amount { minor: row.get(1)?, currency: row.get(0)? }))?;
            Ok(amounts.collect::<Result<_, _>>()?)
        };
        let mut counted = read(&counted)?;
        let mut all: Vec<Collected> = Vec::new();
        for came in read(CAME)? {
            let at = counted.iter().position(|amount| amount.currency == came.currency);
            all.push(Collected { counted: at.map(|at| counted.remove(at)), came });
        }
        // money that was counted and that no receipt speaks of
        all.extend(counted.into_iter().map(|counted| Collected {
            came: Amount { minor: 0, currency: counted.currency.clone() },
            counted: Some(counted),
        }));
        Ok(all)
    }
}

impl Act<'_> {
    /// Opens a batch. Returns its id.
    pub fn open_batch(&self, batch: &Batch) -> Result<i64> {
        const INSERT: &str = "INSERT INTO batch (id, account_id, day, expected_minor, expected_count, meeting_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let id = self.next_id("batch")?;
        let day = batch.day.to_string();
        let values = params![id, batch.account, day, batch.expected.minor, batch.count, batch.meeting];
        self.conn.prepare_cached(INSERT)?.execute(values)?;
        Ok(id)
    }

    /// Closes a batch as it was read.
    pub fn close_batch(&self, batch: &Batch, reason: &str) -> Result<()> {
        const CLOSE: &str = "UPDATE batch SET closed_at = ?3, reason = ?4, rev = rev + 1
            WHERE id = ?1 AND rev = ?2 AND closed_at IS NULL";
        let values = params![batch.id, batch.rev, stamp(self.at()), some(reason)];
        let done = self.conn.prepare_cached(CLOSE)?.execute(values)?;
        if done == 1 { Ok(()) } else { Err(Error::Stale) }
    }
}

/// After an undo or its undo: a batch that is closed and has not come to what was counted has its reason.
pub(super) fn settle(act: &Act, id: i64) -> Result<()> {
    let batch = match act.batch(id) {
        Err(Error::NotFound) => return Ok(()),
        batch => batch?,
    };
    if batch.is_closed && batch.reason.is_empty() && !batch.is_met(act.batch_total(&batch)?) {
        return Err(Error::invalid("err-batch-redo"));
    }
    Ok(())
}
