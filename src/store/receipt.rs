//! Receipts and their books: numbers without gaps, leaves that were used, what became of each.

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::{
    account::AccountKind,
    amount::Amount,
    fold::fold,
    noun::Entry,
    payment::{Leaf, Payment},
    rate::Rate,
    receipt::{HAND, Leaves, OWN, PAD, Paid, Receipt, ReceiptState, name},
};
use chrono::{Datelike, NaiveDate};
use rusqlite::{OptionalExtension, Params, Row, params};

const RECEIPT: &str = "SELECT r.id, r.pad_id, p.name, p.kind, r.number, r.state, r.entry_id, r.payer_id, m.number,
    m.surname, ifnull(m.post_name, ''), ifnull(m.given_name, ''), ifnull(r.payer, ''), r.received_on, r.entered_on,
    CASE WHEN e.paper_on IS NOT NULL THEN e.booked_on END, r.minor, r.currency, r.tendered_minor, r.tendered_currency,
    ifnull(r.rate, ''), ifnull(r.change_minor, 0), ifnull(r.reference, ''), r.voided_on, ifnull(r.void_reason, ''), r.prints
    FROM receipt r JOIN pad p ON p.id = r.pad_id LEFT JOIN member m ON m.id = r.payer_id
    LEFT JOIN journal_entry e ON e.id = r.entry_id";

/// What a receipt `r` of a series `s` is called; as [`name`] says it.
pub(super) const NAMED: &str = "s.name || '-' || printf('%04d', r.number)";

/// The names of the receipts of an entry, or of the one that it takes back, as SQL.
pub(super) fn names_of(entry: &str) -> String {
    format!(
        "(SELECT group_concat({NAMED}, ' ') FROM receipt r JOIN pad s ON s.id = r.pad_id
        WHERE r.entry_id = ifnull({entry}.reverses, {entry}.id))"
    )
}

/// What came in on a day in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// How many receipts.
    pub count: u32,
    /// What they come to.
    pub amount: Amount,
}

/// A book of receipts in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PadRow {
    /// The book.
    pub entry: Entry,
    /// Its leaves.
    pub leaves: Leaves,
    /// How many of them were spoilt or are void.
    pub lost: usize,
}

fn read(row: &Row) -> Result<Receipt> {
    let id: i64 = row.get(0)?;
    let odd = |column| strange("receipt", id, column);
    let day = |at: usize, column| -> Result<NaiveDate> { row.get::<_, String>(at)?.parse().map_err(|_| odd(column)) };
    let maybe = |at: usize| -> Result<Option<NaiveDate>> {
        row.get::<_, Option<String>>(at)?.map(|day| day.parse().map_err(|_| odd("voided_on"))).transpose()
    };
    let amount = |at: usize| -> Result<Option<Amount>> {
        let (minor, currency): (Option<i64>, Option<String>) = (row.get(at)?, row.get(at + 1)?);
        Ok(minor.zip(currency).map(|(minor, currency)| Amount { minor, currency }))
    };
    let payer: Option<i64> = row.get(7)?;
    let member = match payer {
        Some(_) => Some((row.get(8)?, [row.get(9)?, row.get(10)?, row.get(11)?])),
        None => None,
    };
    Ok(Receipt {
        id,
        pad: row.get(1)?,
        series: row.get(2)?,
        is_hand: row.get::<_, String>(3)? == HAND,
        number: row.get(4)?,
        state: ReceiptState::from_code(&row.get::<_, String>(5)?).map_err(|_| odd("state"))?,
        entry: row.get(6)?,
        payer,
        member,
        by: row.get(12)?,
        received_on: day(13, "received_on")?,
        entered_on: day(14, "entered_on")?,
        late: maybe(15)?,
        amount: amount(16)?,
        given: amount(18)?,
        rate: Rate::read(&row.get::<_, String>(20)?),
        change: row.get(21)?,
        reference: row.get(22)?,
        voided: (maybe(23)?, row.get(24)?),
        prints: row.get(25)?,
    })
}

impl Reader {
    /// One receipt.
    pub fn receipt(&self, id: i64) -> Result<Receipt> {
        self.read_receipts("WHERE r.id = ?1", [id])?.pop().ok_or(Error::NotFound)
    }

    /// The receipt of a series, folded, and a number.
    pub fn receipt_of(&self, series: &str, number: i64) -> Result<Option<i64>> {
        const OF: &str = "SELECT r.id FROM pad p JOIN receipt r ON r.pad_id = p.id
            WHERE p.name_key = ?1 AND r.number = ?2";
        Ok(self.conn.prepare_cached(OF)?.query_row(params![fold(series), number], |row| row.get(0)).optional()?)
    }

    /// The receipts before one, the latest first, at most `limit`.
    pub fn receipts_before(&self, id: Option<i64>, limit: usize) -> Result<Vec<Receipt>> {
        let before = id.unwrap_or(i64::MAX);
        self.read_receipts("WHERE r.id < ?1 ORDER BY r.id DESC LIMIT ?2", params![before, limit as i64])
    }

    /// The receipts of a batch, the latest first, at most `limit`.
    pub fn receipts_of_batch(&self, batch: i64, limit: usize) -> Result<Vec<Receipt>> {
        self.read_receipts(
            "WHERE r.entry_id IN (SELECT id FROM journal_entry WHERE batch_id = ?1) ORDER BY r.id DESC LIMIT ?2",
            params![batch, limit as i64],
        )
    }

    /// The last receipts of a book, the highest number first.
    pub fn receipts_of_pad(&self, pad: i64, limit: usize) -> Result<Vec<Receipt>> {
        self.read_receipts("WHERE r.pad_id = ?1 ORDER BY r.number DESC LIMIT ?2", params![pad, limit as i64])
    }

    /// How many receipts there are.
    pub fn count_receipts(&self) -> Result<usize> {
        // the program's own have no gap, which `check` proves: nothing to count among ten thousands
        const ALL: &str = "SELECT ifnull(sum(iif(p.kind = 'own', (SELECT max(number) FROM receipt WHERE pad_id = p.id),
            (SELECT count(*) FROM receipt WHERE pad_id = p.id))), 0) FROM pad p";
        Ok(self.conn.prepare_cached(ALL)?.query_row([], |row| row.get::<_, i64>(0))? as usize)
    }

    /// How many of them hold.
    pub fn count_standing(&self) -> Result<usize> {
        const LOST: &str = "SELECT count(*) FROM receipt INDEXED BY receipt_lost WHERE state <> 'issued'";
        let lost: i64 = self.conn.prepare_cached(LOST)?.query_row([], |row| row.get(0))?;
        Ok(self.count_receipts()?.saturating_sub(lost as usize))
    }

    /// What came in on a day by the receipts that hold, by the currency of the notes; what was given back for another one is
    /// taken off.
    pub fn taken_on(&self, day: NaiveDate) -> Result<Vec<Taken>> {
        const TAKEN: &str = "WITH taken AS (SELECT * FROM receipt WHERE received_on = ?1 AND state = 'issued')
            SELECT money, sum(one), sum(came) FROM (
                SELECT currency AS money, 1 AS one, minor AS came FROM taken WHERE rate IS NULL UNION ALL
                SELECT tendered_currency, 1, tendered_minor FROM taken WHERE rate IS NOT NULL UNION ALL
                SELECT currency, 0, -change_minor FROM taken WHERE rate IS NOT NULL AND change_minor > 0)
            GROUP BY money ORDER BY money";
        let mut statement = self.conn.prepare_cached(TAKEN)?;
        let taken =
            |row: &Row| Ok(Taken { count: row.get(1)?, amount: Amount { minor: row.get(2)?, currency: row.get(0)? } });
        Ok(statement.query_map([day.to_string()], taken)?.collect::<Result<_, _>>()?)
    }

    /// What an entry says was paid, line by line.
    pub fn paid(&self, entry: i64) -> Result<Vec<Paid>> {
        let mut lines = Vec::new();
        for posting in self.journal_entry(entry)?.journal.postings() {
            let account = self.account(posting.account)?;
            if !matches!(account.kind, AccountKind::Member | AccountKind::Income) {
                continue;
            }
            let due = match posting.due {
                Some(due) => self.read_dues("WHERE id = ?1", [due])?.pop(),
                None => None,
            };
            let member = match posting.member {
                Some(id) => Some((id, self.member(id)?.heading())),
                None => None,
            };
            let amount = Amount { minor: -posting.minor, currency: posting.currency.clone() };
            lines.push(Paid { member, due, account, amount });
        }
        Ok(lines)
    }

    /// What stood for a member on the accounts of what members owe, just behind an entry, in one currency: less than
    /// nothing was paid beyond it.
    pub fn owed_behind(&self, member: i64, entry: i64, currency: &str) -> Result<i64> {
        const OWED: &str = "SELECT ifnull(sum(p.minor), 0) FROM posting p JOIN account a ON a.id = p.account_id
            WHERE p.member_id = ?1 AND p.entry_id <= ?2 AND p.currency = ?3 AND a.kind = 'member'";
        Ok(self.conn.prepare_cached(OWED)?.query_row(params![member, entry, currency], |row| row.get(0))?)
    }

    /// The books of receipts, the program's own first, then those that were given out last; ids.
    pub fn pad_ids(&self) -> Result<Vec<i64>> {
        self.id_list("SELECT id FROM pad ORDER BY kind DESC, id DESC", [])
    }

    /// The books that are written by hand and not given back, the latest first: id and name.
    pub fn hand_pads(&self) -> Result<Vec<(i64, String)>> {
        const HANDS: &str = "SELECT id, name FROM pad WHERE kind = 'hand' AND returned_on IS NULL ORDER BY id DESC";
        let mut statement = self.conn.prepare_cached(HANDS)?;
        let pads = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(pads.collect::<Result<_, _>>()?)
    }

    /// A book of receipts with its leaves.
    pub fn pad(&self, id: i64) -> Result<PadRow> {
        const LOST: &str = "SELECT count(*) FROM receipt WHERE pad_id = ?1 AND state <> 'issued'";
        let entry = self.entry(&PAD, id)?;
        let lost: i64 = self.conn.prepare_cached(LOST)?.query_row([id], |row| row.get(0))?;
        Ok(PadRow { leaves: self.leaves(&entry)?, entry, lost: lost as usize })
    }

    /// The leaves of a book.
    fn leaves(&self, pad: &Entry) -> Result<Leaves> {
        let number = |code: &str, missing: i64| pad.get(code).parse().unwrap_or(missing);
        if pad.get("kind") == OWN {
            // given by the program without a gap, which `check` proves: nothing to look for among ten thousands
            return Ok(Leaves { numbers: 1..=i64::MAX, used: (1..self.next_number_of(pad.id)?).collect() });
        }
        let used = self.id_list("SELECT number FROM receipt WHERE pad_id = ?1 ORDER BY number", [pad.id])?;
        Ok(Leaves { numbers: number("first", 1)..=number("last", i64::MAX), used })
    }

    /// The number of the next receipt of the program's own series of a year.
    pub fn next_receipt(&self, on: NaiveDate) -> Result<String> {
        let series = on.year().to_string();
        let pad = self.own_series(&series)?;
        Ok(name(&series, pad.map_or(Ok(1), |pad| self.next_number_of(pad))?))
    }

    fn own_series(&self, series: &str) -> Result<Option<i64>> {
        const OWN: &str = "SELECT id FROM pad WHERE name_key = ?1 AND kind = 'own'";
        Ok(self.conn.prepare_cached(OWN)?.query_row([series], |row| row.get(0)).optional()?)
    }

    fn next_number_of(&self, pad: i64) -> Result<i64> {
        const NEXT: &str = "SELECT ifnull(max(number), 0) + 1 FROM receipt WHERE pad_id = ?1";
        Ok(self.conn.prepare_cached(NEXT)?.query_row([pad], |row| row.get(0))?)
    }

    fn read_receipts(&self, which: &str, values: impl Params) -> Result<Vec<Receipt>> {
        let mut statement = self.conn.prepare_cached(&format!("{RECEIPT} {which}"))?;
        let mut rows = statement.query(values)?;
        let mut receipts = Vec::new();
        while let Some(row) = rows.next()? {
            receipts.push(read(row)?);
        }
        Ok(receipts)
    }

    /// Names the series of the program's own in which a number is missing, and the receipts that hold though their entry
    /// was taken back, or the other way round.
    pub(super) fn strange_receipts(&self, found: &mut dyn FnMut(&'static str, i64)) -> Result<()> {
        const GAPS: &str = "SELECT pad_id FROM receipt WHERE pad_id IN (SELECT id FROM pad WHERE kind = 'own')
            GROUP BY pad_id HAVING count(*) <> max(number)";
        const STATES: &str = "SELECT r.id FROM receipt r JOIN journal_entry e ON e.id = r.entry_id
            WHERE (r.state = 'issued') = EXISTS (SELECT 1 FROM journal_entry b WHERE b.reverses = e.id)";
        for (sql, table) in [(GAPS, "pad"), (STATES, "receipt")] {
            self.id_list(sql, [])?.into_iter().for_each(|id| found(table, id));
        }
        Ok(())
    }
}

impl Act<'_> {
    /// Gives a payment that is booked its receipt: the next number of this year, or the leaf on which it was written by
    /// hand. Returns its id.
    pub fn issue(&self, payment: &Payment, entry: i64) -> Result<i64> {
        self.issue_on(payment, entry, self.today())
    }

    /// [`Act::issue`], as it was done on another day.
    pub fn issue_on(&self, payment: &Payment, entry: i64, on: NaiveDate) -> Result<i64> {
        const INSERT: &str = "INSERT INTO receipt (id, pad_id, number, state, entry_id, payer_id, payer, received_on,
            entered_on, minor, currency, tendered_minor, tendered_currency, rate, change_minor, reference)
            VALUES (?1, ?2, ?3, 'issued', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
        let (pad, number) = if let Some(leaf) = payment.leaf {
            self.may_use(leaf)?;
            (leaf.pad, leaf.number)
        } else {
            let pad = self.own_pad(on.year())?;
            (pad, self.next_number_of(pad)?)
        };
        let id = self.next_id("receipt")?;
        let tender = payment.tender.as_ref();
        self.conn.prepare_cached(INSERT)?.execute(params![
            id,
            pad,
            number,
            entry,
            payment.payer,
            some(&payment.by),
            payment.paper_on.to_string(),
            on.to_string(),
            payment.paid(),
            payment.currency,
            tender.map(|tender| tender.given.minor),
            tender.map(|tender| tender.given.currency.as_str()),
            tender.and_then(|tender| tender.rate.as_ref()).map(Rate::to_string),
            tender.map(|tender| tender.change),
            some(&payment.reference),
        ])?;
        Ok(id)
    }

    /// Writes that a leaf was spoilt.
    pub fn spoil(&self, leaf: Leaf, on: NaiveDate, reason: &str) -> Result<i64> {
        const INSERT: &str = "INSERT INTO receipt (id, pad_id, number, state, received_on, entered_on, void_reason)
            VALUES (?1, ?2, ?3, 'spoiled', ?4, ?5, ?6)";
        self.may_use(leaf)?;
        let id = self.next_id("receipt")?;
        let (on, today) = (on.to_string(), self.today().to_string());
        self.conn.prepare_cached(INSERT)?.execute(params![id, leaf.pad, leaf.number, on, today, some(reason)])?;
        Ok(id)
    }

    /// Counts that a receipt was printed.
    pub fn count_print(&self, id: i64) -> Result<()> {
        const COUNT: &str = "UPDATE receipt SET prints = prints + 1, rev = rev + 1 WHERE id = ?1";
        let done = self.conn.prepare_cached(COUNT)?.execute([id])?;
        if done == 1 { Ok(()) } else { Err(Error::NotFound) }
    }

    fn may_use(&self, leaf: Leaf) -> Result<()> {
        let pad = self.entry(&PAD, leaf.pad)?;
        if pad.get("kind") == OWN {
            return Err(Error::invalid("err-pad-own"));
        }
        self.leaves(&pad)?.may_use(leaf, pad.get("name")).map_err(Error::Invalid)
    }

    /// The program's own series of a year; made when its first receipt is given.
    fn own_pad(&self, year: i32) -> Result<i64> {
        const INSERT: &str = "INSERT INTO pad (id, name, kind, first, name_key) VALUES (?1, ?2, 'own', 1, ?2)";
        let series = year.to_string();
        if let Some(id) = self.own_series(&series)? {
            return Ok(id);
        }
        let id = self.next_id("pad")?;
        self.conn.prepare_cached(INSERT)?.execute(params![id, series])?;
        Ok(id)
    }
}
