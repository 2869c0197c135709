//! The ledger: entries are added whole, and taken back by their contrary. Totals are kept by triggers.

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::{
    Text,
    amount::Amount,
    day,
    ledger::{Balanced, EntryKind, Journal, Posting},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

/// An entry of the ledger as it stands in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Identity in the book.
    pub id: i64,
    /// Its number, in the order of writing.
    pub number: i64,
    /// The entry that it takes back.
    pub reverses: Option<i64>,
    /// The entry that takes it back.
    pub reversed_by: Option<i64>,
    /// What was written.
    pub journal: Journal,
}

fn posting(row: &Row) -> rusqlite::Result<Posting> {
    Ok(Posting {
        account: row.get(0)?,
        minor: row.get(1)?,
        currency: row.get(2)?,
        fund: row.get(3)?,
        member: row.get(4)?,
        due: row.get(5)?,
    })
}

impl Reader {
    /// The last day of the months that are closed: nothing is booked on it or before.
    pub fn closed_until(&self) -> Result<Option<NaiveDate>> {
        const CLOSED: &str = "SELECT max(last_on) FROM period_close WHERE reopened_on IS NULL";
        let last: Option<String> = self.conn.prepare_cached(CLOSED)?.query_row([], |row| row.get(0))?;
        last.map(|day| day.parse().map_err(|_| strange("period_close", 0, "last_on"))).transpose()
    }

    /// The day on which something counts that stands on paper under `paper_on`: that day, or today when its month is
    /// closed.
    pub fn day_to_book(&self, paper_on: NaiveDate, today: NaiveDate) -> Result<NaiveDate> {
        Ok(if self.closed_until()?.is_some_and(|closed| paper_on <= closed) { today } else { paper_on })
    }

    /// One entry with its lines.
    pub fn journal_entry(&self, id: i64) -> Result<Written> {
        const ENTRY: &str =
            "SELECT number, kind, booked_on, paper_on, text, ifnull(reference, ''), ifnull(decision, ''),
            reverses, batch_id, meeting_id, (SELECT id FROM journal_entry r WHERE r.reverses = e.id)
            FROM journal_entry e WHERE id = ?1";
        const LINES: &str = "SELECT account_id, minor, currency, fund_id, member_id, due_id FROM posting
            WHERE entry_id = ?1 ORDER BY id";
        let mut statement = self.conn.prepare_cached(ENTRY)?;
        let mut rows = statement.query([id])?;
        let row = rows.next()?.ok_or(Error::NotFound)?;
        let odd = |column| strange("journal_entry", id, column);
        let day = |text: String| text.parse::<NaiveDate>().map_err(|_| odd("booked_on"));
        let kind = EntryKind::from_code(&row.get::<_, String>(1)?).map_err(|_| odd("kind"))?;
        let mut journal = Journal::new(kind, day(row.get(2)?)?);
        journal.paper_on = row.get::<_, Option<String>>(3)?.map(day).transpose()?;
        (journal.text, journal.reference, journal.decision) = (row.get(4)?, row.get(5)?, row.get(6)?);
        (journal.batch, journal.meeting) = (row.get(8)?, row.get(9)?);
        let mut lines = self.conn.prepare_cached(LINES)?;
        for line in lines.query_map([id], posting)? {
            journal.add(line?);
        }
        Ok(Written { id, number: row.get(0)?, reverses: row.get(7)?, reversed_by: row.get(10)?, journal })
    }

    /// The entries that an act has written and that still stand, the last one first.
    pub fn entries_of(&self, act: i64) -> Result<Vec<i64>> {
        const ENTRIES: &str = "SELECT e.id FROM change c JOIN journal_entry e ON e.id = c.record_id
            WHERE c.act_id = ?1 AND c.tbl = 'journal_entry' AND c.op = 'i' AND e.reverses IS NULL
            AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.id) ORDER BY e.id DESC";
        self.id_list(ENTRIES, [act])
    }

    /// Whether an entry came after one and rests on it: on an amount owed that this one raised, or on the money of a fund
    /// that was shared out since. Such an entry goes first.
    pub fn paid_since(&self, id: i64) -> Result<Option<i64>> {
        const PAID: &str = "SELECT p.entry_id FROM due d JOIN posting p ON p.due_id = d.id
            WHERE d.entry_id = ?1 AND p.entry_id <> ?1
            AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = p.entry_id)
            AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.id = p.entry_id AND r.reverses IS NOT NULL)
            UNION SELECT c.entry_id FROM posting p JOIN cycle c ON c.fund_id = p.fund_id
            WHERE p.entry_id = ?1 AND c.share_currency = p.currency AND c.entry_id > ?1
            ORDER BY 1 DESC LIMIT 1";
        Ok(self.conn.prepare_cached(PAID)?.query_row([id], |row| row.get(0)).optional()?)
    }

    /// Names the entries that do not sum to nothing in every currency of every fund, or whose lines count on another day.
    pub(super) fn unbalanced(&self, found: &mut dyn FnMut(i64)) -> Result<()> {
        const UNBALANCED: &str = "SELECT entry_id FROM posting GROUP BY entry_id, currency, fund_id HAVING sum(minor) <> 0
            UNION SELECT p.entry_id FROM posting p JOIN journal_entry e ON e.id = p.entry_id WHERE p.booked_on <> e.booked_on
            UNION SELECT id FROM journal_entry WHERE NOT EXISTS (SELECT 1 FROM posting WHERE entry_id = journal_entry.id)
            ORDER BY 1";
        let mut statement = self.conn.prepare(UNBALANCED)?;
        for id in statement.query_map([], |row| row.get(0))? {
            found(id?);
        }
        Ok(())
    }
}

impl Act<'_> {
    /// Writes an entry with the next number; its day must be after the months that are closed, but for the one that makes
    /// the surplus of a year. Returns its id.
    pub fn post(&self, entry: &Balanced) -> Result<i64> {
        let id = self.next_id("journal_entry")?;
        self.post_under(id, entry)?;
        Ok(id)
    }

    /// Writes an entry under an id that [`Act::next_id`] gave.
    pub fn post_under(&self, id: i64, entry: &Balanced) -> Result<()> {
        self.write_journal(id, entry.journal(), None)
    }

    /// Writes the contrary of an entry, on a day, for a reason, and returns its id. What rests on the entry goes with it:
    /// its receipt is void, shares and savings go back, what was paid on a slip can be paid again, what has come is under
    /// way again.
    pub fn reverse(&self, id: i64, booked_on: NaiveDate, reason: &str) -> Result<i64> {
        let before = self.journal_entry(id)?;
        if before.reversed_by.is_some() {
            return Err(Error::invalid("err-entry-reversed"));
        }
        if before.reverses.is_some() {
            return Err(Error::invalid("err-entry-reversal"));
        }
        let mut contrary = Journal::contrary(booked_on, before.journal.postings().iter().cloned());
        reason.clone_into(&mut contrary.text);
        contrary.meeting = before.journal.meeting;
        contrary.batch = match before.journal.batch {
            Some(batch) if !self.batch(batch)?.is_closed => Some(batch),
            // what a closed batch came to is what was counted
            _ => None,
        };
        let contrary = contrary.balanced().map_err(Error::Invalid)?;
        let entry = self.next_id("journal_entry")?;
        self.write_journal(entry, contrary.journal(), Some(id))?;
        self.undo_papers(id, entry, booked_on, reason)?;
        Ok(entry)
    }

    fn write_journal(&self, id: i64, journal: &Journal, reverses: Option<i64>) -> Result<()> {
        const ENTRY: &str =
            "INSERT INTO journal_entry (id, number, kind, booked_on, paper_on, text, reference, decision,
            reverses, batch_id, meeting_id)
            VALUES (?1, (SELECT ifnull(max(number), 0) + 1 FROM journal_entry), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        const LINE: &str =
            "INSERT INTO posting (id, entry_id, account_id, booked_on, currency, minor, fund_id, member_id,
            due_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let is_late = |closed: &NaiveDate| journal.kind != EntryKind::YearEnd && journal.booked_on <= *closed;
        if let Some(closed) = self.closed_until()?.filter(is_late) {
            return Err(Error::Invalid(Text::new("err-period-closed").with("day", day::show(closed))));
        }
        let booked_on = journal.booked_on.to_string();
        self.conn.prepare_cached(ENTRY)?.execute(params![
            id,
            journal.kind.code(),
            booked_on,
            journal.paper_on.filter(|day| *day != journal.booked_on).map(|day| day.to_string()),
            journal.text,
            some(&journal.reference),
            some(&journal.decision),
            reverses,
            journal.batch,
            journal.meeting,
        ])?;
        for line in journal.postings() {
            let Posting { account, minor, currency, fund, member, due } = line;
            let posting = self.next_id("posting")?;
            self.conn
                .prepare_cached(LINE)?
                .execute(params![posting, id, account, booked_on, currency, minor, fund, member, due])?;
        }
        self.refuse_hidden_debt(id, journal)
    }

    /// Refuses an entry that takes back more than a member has paid ahead: what is missing would be owed for nothing.
    fn refuse_hidden_debt(&self, id: i64, journal: &Journal) -> Result<()> {
        const USED: &str = "SELECT e.number FROM posting p JOIN journal_entry e ON e.id = p.entry_id
            WHERE p.member_id = ?1 AND p.account_id = ?2 AND p.currency = ?3 AND p.due_id IS NULL AND p.minor > 0
            AND e.id <> ?4 AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.id)
            ORDER BY p.id DESC LIMIT 1";
        let owed_on = self.chart_account("member")?;
        let takes = |line: &&Posting| Some(line.account) == owed_on && line.due.is_none() && line.minor > 0;
        for line in journal.postings().iter().filter(takes) {
            let Some(member) = line.member else { continue };
            let credit = self.credit(member, &line.currency)?;
            if credit >= 0 {
                continue;
            }
            let name = self.member(member)?.full_name();
            let values = params![member, line.account, line.currency, id];
            if journal.kind == EntryKind::Reversal
                && let Some(number) =
                    self.conn.prepare_cached(USED)?.query_row(values, |row| row.get::<_, i64>(0)).optional()?
            {
                let used = Text::new("err-credit-used").with("number", number.to_string());
                return Err(Error::Invalid(used.with("name", name)));
            }
            let amount = Amount { minor: credit + line.minor, currency: line.currency.clone() };
            return Err(Error::Invalid(Text::new("err-credit-short").with("amount", amount).with("name", name)));
        }
        Ok(())
    }

    /// Takes back what rests on an entry that is taken back by another one.
    fn undo_papers(&self, id: i64, by: i64, on: NaiveDate, reason: &str) -> Result<()> {
        type Shares = (i64, String, i64, i64, String, Option<i64>);
        type Savings = (i64, i64, i64, i64);
        const RECEIPT: &str = "UPDATE receipt SET state = 'void', voided_on = ?2, void_reason = ?3, rev = rev + 1
            WHERE entry_id = ?1 AND state = 'issued'";
        const VOUCHER: &str =
            "UPDATE voucher SET state = 'approved', instrument = NULL, instrument_number = NULL, paid_on = NULL,
            received_by = NULL, entry_id = NULL, rev = rev + 1 WHERE entry_id = ?1";
        const SHARES: &str = "SELECT member_id, kind, count, nominal_minor, currency, other_id FROM share_move
            WHERE entry_id = ?1 ORDER BY id";
        const SHARE: &str =
            "INSERT INTO share_move (id, member_id, moved_on, kind, count, nominal_minor, currency, other_id,
            note, entry_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        const LEFT: &str = "SELECT 1 FROM share_move WHERE member_id = ?1 GROUP BY currency HAVING sum(count) < 0";
        const SAVINGS: &str =
            "SELECT cycle_id, member_id, shares, social_minor FROM saving WHERE entry_id = ?1 ORDER BY id";
        const SAVING: &str = "INSERT INTO saving (id, cycle_id, member_id, met_on, shares, social_minor, entry_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        const CYCLE: &str =
            "UPDATE cycle SET closed_on = NULL, entry_id = NULL, rev = rev + 1 WHERE entry_id = ?1 RETURNING id";
        self.undo_transfer(id, on)?;
        let on = on.to_string();
        self.id_list(CYCLE, [id])?.into_iter().try_for_each(|cycle| super::savings::refuse_shared(self, cycle))?;
        self.conn.prepare_cached(RECEIPT)?.execute(params![id, on, some(reason)])?;
        self.conn.prepare_cached(VOUCHER)?.execute([id])?;
        let mut statement = self.conn.prepare_cached(SHARES)?;
        let read = |r: &Row| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?));
        let shares: Vec<Shares> = statement.query_map([id], read)?.collect::<Result<_, _>>()?;
        let holders: Vec<i64> = shares.iter().map(|share| share.0).collect();
        for (member, kind, count, nominal, currency, other) in shares {
            let share = self.next_id("share_move")?;
            self.conn.prepare_cached(SHARE)?.execute(params![
                share,
                member,
                on,
                kind,
                -count,
                nominal,
                currency,
                other,
                some(reason),
                by
            ])?;
        }
        for member in holders {
            if self.conn.prepare_cached(LEFT)?.exists([member])? {
                let name = self.member(member)?.full_name();
                return Err(Error::Invalid(Text::new("err-shares-gone").with("name", name)));
            }
        }
        let mut statement = self.conn.prepare_cached(SAVINGS)?;
        let read = |r: &Row| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?));
        let savings: Vec<Savings> = statement.query_map([id], read)?.collect::<Result<_, _>>()?;
        for (cycle, member, shares, social) in savings {
            let saving = self.next_id("saving")?;
            self.conn.prepare_cached(SAVING)?.execute(params![saving, cycle, member, on, -shares, -social, by])?;
        }
        Ok(())
    }
}
