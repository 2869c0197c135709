//! Counts of cash boxes: what was there, what the book said, and the entry of the difference.

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::{
    count::{Count, CountKind, Pieces},
    day::month_start,
    fold::fold,
    signed::{How, Signed},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params, params_from_iter, types::Value};

/// The entry of a difference, as long as nobody has taken it back.
const STANDS: &str = "iif(EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = c.entry_id), NULL, c.entry_id)";

/// That an account, or its money of a meeting, was not counted again after a count `c`, and that no difference was booked
/// after its day: a difference is that of the last.
pub(super) const IS_LAST: &str = "NOT EXISTS (SELECT 1 FROM cash_count l LEFT JOIN journal_entry b ON b.id = l.entry_id
    AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = b.id)
    WHERE l.account_id = c.account_id AND l.meeting_id IS c.meeting_id AND l.id <> c.id
    AND (max(l.counted_on, ifnull(b.booked_on, '')), l.id) > (c.counted_on, c.id))";

/// In which order counts stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountSort {
    /// The last first.
    Day,
    /// By account, the last first.
    Account,
}

/// What counts must be to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountWant {
    /// Of an account.
    Of(i64),
    /// Of a kind.
    Kind(CountKind),
    /// With a difference.
    Different,
    /// With a difference that stands open.
    Open,
    /// Between two days, both among them.
    Days(NaiveDate, NaiveDate),
    /// With a word in the names of those who signed, the reason or the name of the account.
    Word(String),
}

fn read(row: &Row) -> Result<Count> {
    let id = row.get(0)?;
    let odd = |column| strange("cash_count", id, column);
    let (kind, on): (String, String) = (row.get(2)?, row.get(3)?);
    let pieces: String = row.get(5)?;
    let how: Option<String> = row.get(13)?;
    Ok(Count {
        id,
        account: row.get(1)?,
        kind: CountKind::from_code(&kind).map_err(|_| odd("kind"))?,
        counted_on: on.parse().map_err(|_| odd("counted_on"))?,
        time: row.get(4)?,
        pieces: Pieces::parse(&pieces).ok_or_else(|| odd("pieces"))?,
        counted: row.get(6)?,
        expected: row.get(7)?,
        currency: row.get(8)?,
        reason: row.get(9)?,
        signed: Signed {
            first: row.get(10)?,
            second: row.get(11)?,
            how: how.map(|how| How::from_code(&how).map_err(|_| odd("how"))).transpose()?,
            seen_by: row.get(12)?,
        },
        keeper: row.get(14)?,
        keeper_id: row.get(15)?,
        meeting: row.get(16)?,
        entry: row.get(17)?,
        is_last: row.get(18)?,
    })
}

impl Reader {
    /// One count.
    pub fn count_of(&self, id: i64) -> Result<Count> {
        self.counts(&[id])?.pop().ok_or(Error::NotFound)
    }

    /// Counts by their ids, in that order.
    pub fn counts(&self, ids: &[i64]) -> Result<Vec<Count>> {
        let sql = format!(
            "SELECT c.id, account_id, kind, counted_on, ifnull(time, ''), ifnull(pieces, ''), counted_minor,
            expected_minor, currency, ifnull(reason, ''), counted_by, ifnull(second, ''), ifnull(seen_by, ''), how,
            ifnull(keeper, ''), keeper_id, meeting_id, {STANDS}, {IS_LAST}
            FROM cash_count c WHERE c.id = ?1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let mut rows = statement.query([id])?;
            if let Some(row) = rows.next()? {
                found.push(read(row)?);
            }
        }
        Ok(found)
    }

    /// The ids of the counts that are all of that.
    pub fn find_counts(&self, sort: CountSort, wants: &[CountWant]) -> Result<Vec<i64>> {
        let mut sql = "SELECT c.id FROM cash_count c JOIN account a ON a.id = c.account_id WHERE true".to_owned();
        let mut values: Vec<Value> = Vec::new();
        for want in wants {
            match want {
                CountWant::Of(account) => {
                    sql += " AND c.account_id = ?";
                    values.push((*account).into());
                }
                CountWant::Kind(kind) => {
                    sql += " AND c.kind = ?";
                    values.push(kind.code().to_owned().into());
                }
                CountWant::Days(from, until) => {
                    sql += " AND counted_on BETWEEN ? AND ?";
                    values.extend([from.to_string().into(), until.to_string().into()]);
                }
                CountWant::Different => sql += " AND counted_minor <> expected_minor",
                CountWant::Open => {
                    let open = [" AND counted_minor <> expected_minor AND ", STANDS, " IS NULL AND ", IS_LAST];
                    sql.extend(open);
                }
                CountWant::Word(word) => {
                    sql += " AND instr(lower(concat_ws(' ', a.name_key, counted_by, second, reason, keeper)), ?) > 0";
                    values.push(fold(word).into());
                }
            }
        }
        sql += match sort {
            CountSort::Day => " ORDER BY counted_on DESC, c.id DESC",
            CountSort::Account => " ORDER BY account_id, counted_on DESC, c.id DESC",
        };
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = statement.query_map(params_from_iter(values), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// The day of the last count of any box.
    pub fn last_counted(&self) -> Result<Option<NaiveDate>> {
        const LAST: &str =
            "SELECT max(last) FROM (SELECT (SELECT max(counted_on) FROM cash_count WHERE account_id = a.id)
            AS last FROM account a WHERE a.kind = 'cash')";
        let last: Option<String> = self.conn.prepare_cached(LAST)?.query_row([], |row| row.get(0))?;
        last.map(|day| day.parse().map_err(|_| strange("cash_count", 0, "counted_on"))).transpose()
    }

    /// What the book has in an account at the end of a day; of a meeting only what came and went there.
    pub fn expected(&self, account: i64, currency: &str, on: NaiveDate, meeting: Option<i64>) -> Result<i64> {
        const MET: &str = "SELECT ifnull(sum(p.minor), 0) FROM journal_entry e JOIN posting p ON p.entry_id = e.id
            WHERE e.meeting_id = ?3 AND p.account_id = ?1 AND p.currency = ?2";
        // the kept totals of the months before, and what was booked in this one
        const ALL: &str = "SELECT (SELECT ifnull(sum(debit - credit), 0) FROM account_total
                WHERE account_id = ?1 AND currency = ?2 AND month < substr(?3, 1, 7))
            + (SELECT ifnull(sum(minor), 0) FROM posting
                WHERE account_id = ?1 AND currency = ?2 AND booked_on BETWEEN ?3 AND ?4)";
        let sum = |row: &Row| row.get(0);
        if let Some(meeting) = meeting {
            return Ok(self.conn.prepare_cached(MET)?.query_row(params![account, currency, meeting], sum)?);
        }
        let values = params![account, currency, month_start(on).to_string(), on.to_string()];
        Ok(self.conn.prepare_cached(ALL)?.query_row(values, sum)?)
    }

    /// Whether a count of a day comes in behind a later one: its difference is not that of the last.
    pub fn is_counted_since(&self, account: i64, meeting: Option<i64>, on: NaiveDate) -> Result<bool> {
        // whatever else was counted on that day came before
        let sql = format!(
            "SELECT NOT {IS_LAST} FROM (SELECT ?1 AS account_id, ?2 AS meeting_id, ?3 AS counted_on, ?4 AS id) c"
        );
        let values = params![account, meeting, on.to_string(), i64::MAX];
        Ok(self.conn.prepare_cached(&sql)?.query_row(values, |row| row.get(0))?)
    }

    /// Who kept an account at its last count: the name, and the member where it is one.
    pub fn last_keeper(&self, account: i64) -> Result<Option<(String, Option<i64>)>> {
        const KEEPER: &str = "SELECT keeper, keeper_id FROM cash_count WHERE account_id = ?1 AND keeper IS NOT NULL
            ORDER BY counted_on DESC, id DESC LIMIT 1";
        let read = |row: &Row| Ok((row.get(0)?, row.get(1)?));
        Ok(self.conn.prepare_cached(KEEPER)?.query_row([account], read).optional()?)
    }

    /// The cash boxes with anything in them, or with anything booked in the month of `on`, that were not counted since
    /// `since`: each with the day of its last count.
    pub fn uncounted(&self, since: NaiveDate, on: NaiveDate) -> Result<Vec<(i64, Option<NaiveDate>)>> {
        const BOXES: &str = "SELECT a.id, (SELECT max(counted_on) FROM cash_count c WHERE c.account_id = a.id
                AND meeting_id IS NULL) AS last FROM account a
            WHERE a.kind = 'cash' AND a.closed_on IS NULL AND (last IS NULL OR last < ?1)
            AND (EXISTS (SELECT 1 FROM account_total t WHERE t.account_id = a.id AND month = substr(?2, 1, 7))
                OR 0 <> (SELECT ifnull(sum(debit - credit), 0) FROM account_total t WHERE t.account_id = a.id
                    AND month <= substr(?2, 1, 7))) ORDER BY a.id";
        let mut statement = self.conn.prepare_cached(BOXES)?;
        let mut rows = statement.query(params![since.to_string(), on.to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, last): (i64, Option<String>) = (row.get(0)?, row.get(1)?);
            let last = last.map(|day| day.parse().map_err(|_| strange("cash_count", id, "counted_on"))).transpose()?;
            found.push((id, last));
        }
        Ok(found)
    }

    /// What is missing from boxes and not cleared up yet, by currency, at the end of a day.
    pub fn shortages(&self, on: NaiveDate) -> Result<Vec<(String, i64)>> {
        const OPEN: &str = "SELECT currency, sum(minor) FROM posting
            WHERE account_id = (SELECT id FROM account WHERE chart = 'shortage') AND booked_on <= ?1
            GROUP BY currency HAVING sum(minor) <> 0 ORDER BY currency";
        let mut statement = self.conn.prepare_cached(OPEN)?;
        Ok(statement.query_map([on.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}

impl Act<'_> {
    /// Writes a count down, its difference open, and returns its id.
    pub fn insert_count(&self, count: &Count) -> Result<i64> {
        const INSERT: &str = "INSERT INTO cash_count (id, account_id, kind, counted_on, time, pieces, counted_minor,
            expected_minor, currency, reason, counted_by, second, seen_by, how, keeper, keeper_id, without_keeper,
            meeting_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
        let id = self.next_id("cash_count")?;
        self.conn.prepare_cached(INSERT)?.execute(params![
            id,
            count.account,
            count.kind.code(),
            count.counted_on.to_string(),
            some(&count.time),
            (!count.pieces.is_empty()).then(|| count.pieces.to_string()),
            count.counted,
            count.expected,
            count.currency,
            some(&count.reason),
            count.signed.first,
            some(&count.signed.second),
            some(&count.signed.seen_by),
            count.signed.how.map(How::code),
            some(&count.keeper),
            count.keeper_id,
            count.kind == CountKind::Surprise,
            count.meeting,
        ])?;
        Ok(id)
    }

    /// Says by which entry the difference of a count was booked, and what it is put down to.
    pub fn book_count(&self, count: &Count, entry: i64) -> Result<()> {
        const BOOK: &str =
            "UPDATE cash_count SET entry_id = ?2, reason = ?3, keeper = ?4, keeper_id = ?5, rev = rev + 1
            WHERE id = ?1";
        let values = params![count.id, entry, some(&count.reason), some(&count.keeper), count.keeper_id];
        self.conn.prepare_cached(BOOK)?.execute(values)?;
        Ok(())
    }
}
