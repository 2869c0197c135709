//! The book of an account: its lines in the order of days, page by page, each with what is there after it.

use super::{Reader, Result, error::strange};
use crate::domain::{due::DueKind, fold::fold, ledger::EntryKind, member::full_name};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, ToSql, params};

/// A line of the book of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookRow {
    /// Identity of the line.
    pub id: i64,
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
    /// What was owed that it raised or paid.
    pub dues: Vec<DueKind>,
    /// Who paid or was paid; of several the first, and how many more.
    pub who: (String, i64),
    /// Its receipts or payment slip.
    pub paper: String,
    /// Of a transfer: from which account, and to which.
    pub way: Option<(i64, i64)>,
    /// What comes to the account, or goes from it where it is negative.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// What is there after it.
    pub balance: i64,
}

/// What stands on paper about an entry.
pub(super) struct Papers {
    /// Its receipts.
    pub receipts: Option<String>,
    /// Its payment slip.
    pub slip: Option<String>,
    /// Who paid or was paid; of several the first, and how many more.
    pub who: (String, i64),
}

/// The order of a book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BookSort {
    /// The latest first.
    #[default]
    Latest,
    /// From the beginning.
    First,
}

/// What the lines of a book can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookWant {
    /// What came in.
    In,
    /// What went out.
    Out,
    /// Those in whose text, number, receipt or person this word stands.
    Word(String),
}

/// Where a page ended: day and line.
pub type BookKey = (String, i64);

impl Reader {
    /// Up to `limit` lines of an account are looked at from behind `after`; the ids of those that meet all of `wants`,
    /// and where to go on, or `None` at the end.
    pub fn book_slice(
        &self,
        account: i64,
        sort: BookSort,
        wants: &[BookWant],
        after: Option<&BookKey>,
        limit: usize,
    ) -> Result<(Vec<i64>, Option<BookKey>)> {
        let (than, order) = match sort {
            BookSort::Latest => ("<", "DESC"),
            BookSort::First => (">", "ASC"),
        };
        let none = match sort {
            BookSort::Latest => ("9".to_owned(), 0),
            BookSort::First => (String::new(), 0),
        };
        let (day, id) = after.cloned().unwrap_or(none);
        let mut values: Vec<Box<dyn ToSql>> =
            vec![Box::new(account), Box::new(day), Box::new(id), Box::new(limit as i64)];
        let conditions: Vec<String> = wants.iter().map(|want| condition(want, &mut values)).collect();
        let conditions = std::iter::once("TRUE".to_owned()).chain(conditions).collect::<Vec<_>>().join(" AND ");
        let sql = format!(
            "SELECT p.id, p.booked_on, {conditions} FROM posting p
            WHERE p.account_id = ?1 AND (p.booked_on, p.id) {than} (?2, ?3)
            ORDER BY p.booked_on {order}, p.id {order} LIMIT ?4"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        let mut rows = statement.query(&values[..])?;
        let (mut found, mut last, mut seen) = (Vec::new(), None, 0);
        while let Some(row) = rows.next()? {
            seen += 1;
            let id = row.get(0)?;
            last = Some((row.get(1)?, id));
            if row.get(2)? {
                found.push(id);
            }
        }
        Ok((found, last.filter(|_| seen == limit)))
    }

    /// Lines of a book, in the order of `ids`, each with what is there after it. What is gone by now is left out.
    pub fn book_rows(&self, ids: &[i64]) -> Result<Vec<BookRow>> {
        let rows = ids.iter().filter_map(|id| self.book_row(*id).transpose());
        let mut rows: Vec<(i64, BookRow)> = rows.collect::<Result<_>>()?;
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|at| {
            let (account, row) = &rows[*at];
            (*account, row.currency.clone(), row.booked_on, row.id)
        });
        // the lines of a screen follow each other: only the first costs more than what stands between two
        let mut before: Option<(i64, BookRow)> = None;
        for at in order {
            let (account, row) = &rows[at];
            let near = before.as_ref().filter(|(of, near)| of == account && near.currency == row.currency);
            let balance = match near {
                Some((_, near)) => near.balance + self.between(*account, near, row)?,
                None => self.balance_after(*account, row)?,
            };
            rows[at].1.balance = balance;
            before = Some(rows[at].clone());
        }
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    fn book_row(&self, id: i64) -> Result<Option<(i64, BookRow)>> {
        const ROW: &str = "SELECT p.account_id, p.entry_id, e.number, e.kind, p.booked_on, e.text, p.minor, p.currency,
            (SELECT group_concat(DISTINCT d.kind) FROM posting o JOIN due d ON d.id = o.due_id WHERE o.entry_id = e.id),
            p.member_id FROM posting p JOIN journal_entry e ON e.id = p.entry_id WHERE p.id = ?1";
        let read = |row: &Row| {
            let strings: (String, String, Option<String>) = (row.get(3)?, row.get(4)?, row.get(8)?);
            let member: Option<i64> = row.get(9)?;
            let book = BookRow {
                id,
                entry: row.get(1)?,
                number: row.get(2)?,
                kind: EntryKind::Opening,
                booked_on: NaiveDate::default(),
                text: row.get(5)?,
                dues: Vec::new(),
                who: (String::new(), 0),
                paper: String::new(),
                way: None,
                minor: row.get(6)?,
                currency: row.get(7)?,
                balance: 0,
            };
            Ok((row.get::<_, i64>(0)?, book, strings, member))
        };
        let found = self.conn.prepare_cached(ROW)?.query_row([id], read).optional()?;
        let Some((account, mut row, (kind, day, dues), member)) = found else { return Ok(None) };
        let odd = |column| strange("journal_entry", row.entry, column);
        row.kind = EntryKind::from_code(&kind).map_err(|_| odd("kind"))?;
        row.booked_on = day.parse().map_err(|_| odd("booked_on"))?;
        row.dues =
            dues.iter().flat_map(|kinds| kinds.split(',')).filter_map(|kind| DueKind::from_code(kind).ok()).collect();
        let Papers { receipts, slip, who } = self.papers_of(row.entry, member)?;
        (row.paper, row.who) = (receipts.or(slip).unwrap_or_default(), who);
        if matches!(row.kind, EntryKind::Transfer | EntryKind::Reversal) {
            row.way = self.way_of(row.entry)?;
        }
        Ok(Some((account, row)))
    }

    /// The papers of an entry, or of the one that it takes back, and whom they name; `member` is who else is meant where
    /// they name nobody.
    pub(super) fn papers_of(&self, entry: i64, member: Option<i64>) -> Result<Papers> {
        let sql = format!(
            "SELECT {}, CASE WHEN v.id IS NOT NULL THEN {} END, r.payer, v.payee, r.payer_id FROM journal_entry e
            LEFT JOIN receipt r ON r.id = (SELECT min(id) FROM receipt WHERE entry_id = ifnull(e.reverses, e.id))
            LEFT JOIN voucher v ON v.entry_id = e.id WHERE e.id = ?1",
            super::receipt::names_of("e"),
            super::voucher::NAMED
        );
        let read = |row: &Row| {
            let named: [Option<String>; 2] = [row.get(2)?, row.get(3)?];
            let who = (named.into_iter().flatten().next().unwrap_or_default(), 0);
            let (receipts, payer): (_, Option<i64>) = (row.get(0)?, row.get(4)?);
            Ok((Papers { receipts, slip: row.get(1)?, who }, payer))
        };
        let (mut papers, payer) = self.conn.prepare_cached(&sql)?.query_row([entry], read)?;
        if papers.who.0.is_empty() {
            papers.who = self.people_of(entry, member.or(payer))?;
        }
        Ok(papers)
    }

    /// From which account and to which the money goes that an entry moves, or takes back.
    fn way_of(&self, entry: i64) -> Result<Option<(i64, i64)>> {
        const WAY: &str = "SELECT t.from_id, t.to_id FROM journal_entry e
            JOIN transfer t ON t.entry_id = ifnull(e.reverses, e.id) OR t.arrival_id = ifnull(e.reverses, e.id)
            WHERE e.id = ?1";
        Ok(self.conn.prepare_cached(WAY)?.query_row([entry], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// Who an entry is about: somebody, else the first of its members, and how many more there are.
    fn people_of(&self, entry: i64, member: Option<i64>) -> Result<(String, i64)> {
        const NAME: &str = "SELECT surname, ifnull(post_name, ''), ifnull(given_name, '') FROM member WHERE id = ?1";
        const MEMBERS: &str = "SELECT min(member_id), count(DISTINCT member_id) FROM posting WHERE entry_id = ?1";
        let (first, count): (Option<i64>, i64) = match member {
            Some(member) => (Some(member), 1),
            None => self.conn.prepare_cached(MEMBERS)?.query_row([entry], |row| Ok((row.get(0)?, row.get(1)?)))?,
        };
        let name = |row: &Row| {
            let parts: [String; 3] = [row.get(0)?, row.get(1)?, row.get(2)?];
            Ok(full_name(&parts[0], &parts[1], &parts[2]))
        };
        let Some(first) = first else { return Ok((String::new(), 0)) };
        let name = self.conn.prepare_cached(NAME)?.query_row([first], name).optional()?.unwrap_or_default();
        Ok((name, (count - 1).max(0)))
    }

    /// What is there after a line: the kept totals of the months before, and the lines of its month up to it.
    fn balance_after(&self, account: i64, row: &BookRow) -> Result<i64> {
        const MONTHS: &str = "SELECT ifnull(sum(debit - credit), 0) FROM account_total
            WHERE account_id = ?1 AND currency = ?2 AND month < ?3";
        const LINES: &str = "SELECT ifnull(sum(minor), 0) FROM posting WHERE account_id = ?1 AND currency = ?2
            AND booked_on >= ?3 AND (booked_on, id) <= (?4, ?5)";
        let month = row.booked_on.format("%Y-%m").to_string();
        let kept: i64 =
            self.conn.prepare_cached(MONTHS)?.query_row(params![account, row.currency, month], |row| row.get(0))?;
        let (first, day) = (format!("{month}-01"), row.booked_on.to_string());
        let values = params![account, row.currency, first, day, row.id];
        let lines: i64 = self.conn.prepare_cached(LINES)?.query_row(values, |row| row.get(0))?;
        Ok(kept + lines)
    }

    /// What came to an account from behind one line up to another.
    fn between(&self, account: i64, from: &BookRow, to: &BookRow) -> Result<i64> {
        const BETWEEN: &str = "SELECT ifnull(sum(minor), 0) FROM posting WHERE account_id = ?1 AND currency = ?2
            AND (booked_on, id) > (?3, ?4) AND (booked_on, id) <= (?5, ?6)";
        let values =
            params![account, to.currency, from.booked_on.to_string(), from.id, to.booked_on.to_string(), to.id];
        Ok(self.conn.prepare_cached(BETWEEN)?.query_row(values, |row| row.get(0))?)
    }

    /// What is in a fund, by account that holds money and currency.
    pub fn fund_balances(&self, fund: i64) -> Result<Vec<(i64, String, i64)>> {
        const MONEY: &str = "SELECT t.account_id, t.currency, sum(t.debit - t.credit) FROM account a
            JOIN account_total t ON t.account_id = a.id AND t.fund_id = ?1
            WHERE a.kind IN ('cash', 'bank', 'wallet', 'transit') GROUP BY 1, 2 HAVING sum(t.debit - t.credit) <> 0
            ORDER BY 1, 2";
        let mut statement = self.conn.prepare_cached(MONEY)?;
        let rows = statement.query_map([fund], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The receipt of an entry, and the member who paid it.
    pub fn entry_receipt(&self, entry: i64) -> Result<Option<(String, Option<i64>)>> {
        let sql = format!(
            "SELECT {}, r.payer_id FROM receipt r JOIN pad s ON s.id = r.pad_id
            WHERE r.entry_id = ?1 ORDER BY r.id LIMIT 1",
            super::receipt::NAMED
        );
        let read = |row: &Row| Ok((row.get(0)?, row.get(1)?));
        Ok(self.conn.prepare_cached(&sql)?.query_row([entry], read).optional()?)
    }
}

/// A condition as SQL; what fills its blanks goes to the end of `values`.
fn condition(want: &BookWant, values: &mut Vec<Box<dyn ToSql>>) -> String {
    match want {
        BookWant::In => "p.minor > 0".to_owned(),
        BookWant::Out => "p.minor < 0".to_owned(),
        BookWant::Word(word) => {
            values.push(Box::new(word.to_lowercase()));
            let typed = values.len();
            values.push(Box::new(fold(word)));
            let folded = values.len();
            format!(
                "(EXISTS (SELECT 1 FROM journal_entry e WHERE e.id = p.entry_id
                    AND (instr(lower(e.text), ?{typed}) > 0 OR instr(lower(ifnull(e.reference, '')), ?{typed}) > 0
                    OR CAST(e.number AS TEXT) = ?{typed}))
                OR EXISTS (SELECT 1 FROM posting o JOIN member m ON m.id = o.member_id
                    WHERE o.entry_id = p.entry_id AND instr(m.search_key, ?{folded}) > 0)
                OR EXISTS (SELECT 1 FROM receipt r WHERE r.entry_id = p.entry_id AND CAST(r.number AS TEXT) = ltrim(?{typed}, '0')))"
            )
        }
    }
}
