//! Months and years that are closed, what stands in the way of closing one, and what stands on income and expense.

use super::{
    Act, Error, Reader, Result,
    count::{CountSort, CountWant},
    error::strange,
    some,
};
use crate::domain::{
    close::{Close, Gap, GapKind, PeriodKind, Reopened, Total},
    receipt::{Leaves, show_ranges},
    signed::{How, Signed},
};
use chrono::{Days, NaiveDate};
use rusqlite::{Params, Row, params};

const CLOSE: &str = "SELECT id, kind, last_on, closed_on, closed_by, ifnull(second, ''), ifnull(seen_by, ''), how, entry_id,
    reopened_on, ifnull(reopened_by, ''), ifnull(reopened_second, ''), reopened_how, ifnull(reason, '') FROM period_close";

fn read(row: &Row) -> Result<Close> {
    let id = row.get(0)?;
    let day = |at: usize, column| -> Result<Option<NaiveDate>> {
        let text: Option<String> = row.get(at)?;
        text.map(|text| text.parse().map_err(|_| strange("period_close", id, column))).transpose()
    };
    let how = |at: usize, column| -> Result<Option<How>> {
        let code: Option<String> = row.get(at)?;
        code.map(|code| How::from_code(&code).map_err(|_| strange("period_close", id, column))).transpose()
    };
    let kind: String = row.get(1)?;
    let odd = |column| strange("period_close", id, column);
    let reopened = |on| -> Result<Reopened> {
        let seen_by = String::new();
        let signed = Signed { first: row.get(10)?, second: row.get(11)?, how: how(12, "reopened_how")?, seen_by };
        Ok(Reopened { on, signed, reason: row.get(13)? })
    };
    Ok(Close {
        id,
        kind: PeriodKind::from_code(&kind).map_err(|_| odd("kind"))?,
        last_on: day(2, "last_on")?.ok_or_else(|| odd("last_on"))?,
        closed_on: day(3, "closed_on")?.ok_or_else(|| odd("closed_on"))?,
        signed: Signed { first: row.get(4)?, second: row.get(5)?, how: how(7, "how")?, seen_by: row.get(6)? },
        entry: row.get(8)?,
        reopened: day(9, "reopened_on")?.map(reopened).transpose()?,
    })
}

impl Reader {
    /// Every month and year that was ever closed, the last first.
    pub fn closes(&self) -> Result<Vec<Close>> {
        self.read_closes("ORDER BY last_on DESC, id DESC", [])
    }

    /// One of them.
    pub fn close(&self, id: i64) -> Result<Close> {
        self.read_closes("WHERE id = ?1", [id])?.pop().ok_or(Error::NotFound)
    }

    /// Those that are closed now and end on a day or later, the last first: opening one of them opens all.
    pub fn closed_since(&self, last_on: NaiveDate) -> Result<Vec<Close>> {
        let which = "WHERE reopened_on IS NULL AND last_on >= ?1 ORDER BY last_on DESC, id DESC";
        self.read_closes(which, [last_on.to_string()])
    }

    fn read_closes(&self, which: &str, values: impl Params) -> Result<Vec<Close>> {
        let mut statement = self.conn.prepare_cached(&format!("{CLOSE} {which}"))?;
        let mut rows = statement.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// The day of the first entry of the ledger.
    pub fn first_entry(&self) -> Result<Option<NaiveDate>> {
        const FIRST: &str = "SELECT min(booked_on) FROM journal_entry";
        let first: Option<String> = self.conn.prepare_cached(FIRST)?.query_row([], |row| row.get(0))?;
        first.map(|day| day.parse().map_err(|_| strange("journal_entry", 0, "booked_on"))).transpose()
    }

    /// The last day of the last year that is closed.
    pub fn year_closed(&self) -> Result<Option<NaiveDate>> {
        const CLOSED: &str = "SELECT max(last_on) FROM period_close WHERE reopened_on IS NULL AND kind = 'year'";
        let last: Option<String> = self.conn.prepare_cached(CLOSED)?.query_row([], |row| row.get(0))?;
        last.map(|day| day.parse().map_err(|_| strange("period_close", 0, "last_on"))).transpose()
    }

    /// What stands on the accounts of income and expense at the end of a month, by currency and fund.
    pub fn income_totals(&self, last_on: NaiveDate) -> Result<Vec<Total>> {
        const TOTALS: &str = "SELECT t.account_id, t.currency, nullif(t.fund_id, 0), sum(debit - credit)
            FROM account_total t JOIN account a ON a.id = t.account_id
            WHERE a.kind IN ('income', 'expense') AND t.month <= substr(?1, 1, 7)
            GROUP BY 1, 2, 3 HAVING sum(debit - credit) <> 0 ORDER BY 1, 2, 3";
        let total = |row: &Row| {
            Ok(Total { account: row.get(0)?, currency: row.get(1)?, fund: row.get(2)?, minor: row.get(3)? })
        };
        let mut statement = self.conn.prepare_cached(TOTALS)?;
        Ok(statement.query_map([last_on.to_string()], total)?.collect::<Result<_, _>>()?)
    }

    /// What should be done before a period that ends on `last_on` is closed; a box should be counted within so many days
    /// of its end.
    pub fn close_gaps(&self, last_on: NaiveDate, count_days: u64) -> Result<Vec<Gap>> {
        let since = last_on.checked_sub_days(Days::new(count_days)).unwrap_or(last_on);
        let blank = |kind, id| Gap {
            kind,
            id,
            name: String::new(),
            day: None,
            amount: Default::default(),
            numbers: String::new(),
        };
        let mut gaps = Vec::new();
        for (id, day) in self.uncounted(since, last_on)? {
            gaps.push(Gap { day, ..blank(GapKind::Uncounted, id) });
        }
        let shortage = self.chart_account("shortage")?.unwrap_or(0);
        for (currency, minor) in self.shortages(last_on)? {
            gaps.push(Gap { amount: (minor, currency), ..blank(GapKind::Shortage, shortage) });
        }
        for count in self.counts(&self.find_counts(CountSort::Day, &[CountWant::Open])?)?.into_iter().rev() {
            let gap = Gap { name: self.account(count.account)?.name, ..blank(GapKind::Difference, count.id) };
            if count.counted_on <= last_on {
                gaps.push(Gap { day: Some(count.counted_on), amount: (count.difference(), count.currency), ..gap });
            }
        }
        for (kind, sql) in GAPS {
            let mut statement = self.conn.prepare_cached(sql)?;
            let mut rows = statement.query([last_on.to_string()])?;
            while let Some(row) = rows.next()? {
                let (id, day): (i64, String) = (row.get(0)?, row.get(2)?);
                let day = Some(day.parse().map_err(|_| strange(kind.table(), id, "day"))?);
                gaps.push(Gap { name: row.get(1)?, day, amount: (row.get(3)?, row.get(4)?), ..blank(kind, id) });
            }
        }
        for id in self.id_list(PADS, [last_on.to_string()])? {
            let pad = self.pad(id)?;
            // a leaf that was used later says nothing yet of those before it
            let highest: Option<i64> =
                self.conn.prepare_cached(HIGHEST)?.query_row(params![id, last_on.to_string()], |row| row.get(0))?;
            let used = pad.leaves.used.into_iter().filter(|number| Some(*number) <= highest).collect();
            let numbers = show_ranges(&Leaves { used, numbers: pad.leaves.numbers }.gaps());
            if !numbers.is_empty() {
                gaps.push(Gap { name: pad.entry.get("name").to_owned(), numbers, ..blank(GapKind::Pad, id) });
            }
        }
        Ok(gaps)
    }
}

/// The highest leaf of a pad that was used until a day.
const HIGHEST: &str = "SELECT max(number) FROM receipt WHERE pad_id = ?1 AND received_on <= ?2";

/// The pads of which a leaf was used, or that were given out, until the day ?1.
const PADS: &str = "SELECT id FROM pad WHERE kind = 'hand' AND ?1 >= min(ifnull(given_on, '9999'),
    ifnull((SELECT min(received_on) FROM receipt WHERE pad_id = pad.id), '9999')) ORDER BY id";

/// What is unfinished: id, name, day, amount and currency of each until the day ?1.
const GAPS: [(GapKind, &str); 3] = [
    (
        GapKind::Batch,
        "SELECT b.id, ifnull(a.name, ''), b.day, b.expected_minor, ifnull(a.currency, '')
        FROM batch b JOIN account a ON a.id = b.account_id WHERE b.closed_at IS NULL AND b.day <= ?1 ORDER BY b.day, b.id",
    ),
    (
        GapKind::Voucher,
        "SELECT id, printf('%d-%03d', year, number) || ' ' || payee, proposed_on, minor, currency FROM voucher
        WHERE state IN ('proposed', 'approved') AND state = 'approved' AND proposed_on <= ?1 ORDER BY proposed_on, id",
    ),
    (
        GapKind::Transfer,
        "SELECT id, ifnull(slip, ''), sent_on, minor, currency FROM transfer
        WHERE arrived_on IS NULL AND sent_on <= ?1
        AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = transfer.entry_id) ORDER BY sent_on, id",
    ),
];

impl Act<'_> {
    /// Writes down that a period is closed; returns the id.
    pub fn insert_close(&self, close: &Close) -> Result<i64> {
        const INSERT: &str =
            "INSERT INTO period_close (id, kind, last_on, closed_on, closed_by, second, seen_by, how, entry_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let id = self.next_id("period_close")?;
        self.conn.prepare_cached(INSERT)?.execute(params![
            id,
            close.kind.code(),
            close.last_on.to_string(),
            close.closed_on.to_string(),
            close.signed.first,
            some(&close.signed.second),
            some(&close.signed.seen_by),
            close.signed.how.map(How::code),
            close.entry,
        ])?;
        Ok(id)
    }

    /// Writes down that a period is open again.
    pub fn reopen(&self, id: i64, reopened: &Reopened) -> Result<()> {
        const REOPEN: &str = "UPDATE period_close SET reopened_on = ?2, reopened_by = ?3, reopened_second = ?4,
            reopened_how = ?5, reason = ?6, rev = rev + 1 WHERE id = ?1 AND reopened_on IS NULL";
        let Reopened { on, signed, reason } = reopened;
        let how = signed.how.map(How::code);
        let values = params![id, on.to_string(), signed.first, some(&signed.second), how, some(reason)];
        match self.conn.prepare_cached(REOPEN)?.execute(values)? {
            0 => Err(Error::invalid("err-reopened")),
            _ => Ok(()),
        }
    }
}
