//! Money from one account to another.

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::{amount::Amount, fold::fold, rate::Rate, transfer::Transfer};
use chrono::NaiveDate;
use rusqlite::{Row, params};

/// To what a list of transfers can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransferWant {
    /// Those that are under way.
    UnderWay,
    /// Those that change the currency.
    Exchange,
    /// Those on whose slip, or in whose carrier or note, this stands.
    Word(String),
}

const TRANSFER: &str =
    "SELECT id, rev, from_id, to_id, sent_on, arrived_on, minor, currency, to_minor, to_currency, rate,
    ifnull(fee_minor, 0), ifnull(slip, ''), ifnull(carried_by, ''), ifnull(note, ''), entry_id, arrival_id, voided_on,
    fund_id FROM transfer";

fn read(row: &Row) -> Result<Transfer> {
    let id = row.get(0)?;
    let odd = |column| strange("transfer", id, column);
    let day = |text: String| text.parse::<NaiveDate>().map_err(|_| odd("sent_on"));
    let rate: Option<String> = row.get(10)?;
    Ok(Transfer {
        id,
        rev: row.get(1)?,
        from: row.get(2)?,
        to: row.get(3)?,
        sent_on: day(row.get(4)?)?,
        arrived_on: row.get::<_, Option<String>>(5)?.map(day).transpose()?,
        amount: Amount { minor: row.get(6)?, currency: row.get(7)? },
        received: Amount { minor: row.get(8)?, currency: row.get(9)? },
        fund: row.get(18)?,
        rate: rate.map(|rate| Rate::read(&rate).ok_or_else(|| odd("rate"))).transpose()?,
        fee: row.get(11)?,
        slip: row.get(12)?,
        carried_by: row.get(13)?,
        note: row.get(14)?,
        entry: row.get(15)?,
        arrival: row.get(16)?,
        voided_on: row.get::<_, Option<String>>(17)?.map(day).transpose()?,
    })
}

impl Reader {
    /// One transfer.
    pub fn transfer(&self, id: i64) -> Result<Transfer> {
        let mut statement = self.conn.prepare_cached(&format!("{TRANSFER} WHERE id = ?1"))?;
        let mut rows = statement.query([id])?;
        rows.next()?.map_or(Err(Error::NotFound), read)
    }

    /// The transfers that meet all of `wants`, those under way first, then the latest.
    pub fn transfer_ids(&self, wants: &[TransferWant]) -> Result<Vec<i64>> {
        let condition = |want: &TransferWant| match want {
            TransferWant::UnderWay => "arrived_on IS NULL AND voided_on IS NULL",
            TransferWant::Exchange => "currency <> to_currency",
            TransferWant::Word(_) => "TRUE",
        };
        let conditions: Vec<&str> = std::iter::once("TRUE").chain(wants.iter().map(condition)).collect();
        let sql = format!(
            "SELECT id, concat_ws(' ', slip, carried_by, note) FROM transfer WHERE {}
            ORDER BY arrived_on IS NOT NULL OR voided_on IS NOT NULL, sent_on DESC, id DESC",
            conditions.join(" AND ")
        );
        let words: Vec<String> = wants
            .iter()
            .filter_map(|w| if let TransferWant::Word(word) = w { Some(fold(word)) } else { None })
            .collect();
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let text = if words.is_empty() { String::new() } else { fold(&row.get::<_, String>(1)?) };
            if words.iter().all(|word| text.contains(word)) {
                found.push(row.get(0)?);
            }
        }
        Ok(found)
    }

    /// How many transfers are under way.
    pub fn transfers_under_way(&self) -> Result<i64> {
        const UNDER_WAY: &str = "SELECT count(*) FROM transfer INDEXED BY transfer_under_way
            WHERE arrived_on IS NULL AND voided_on IS NULL";
        Ok(self.conn.prepare_cached(UNDER_WAY)?.query_row([], |row| row.get(0))?)
    }

    /// How many of those under way left before a day.
    pub fn transfers_sent_before(&self, day: NaiveDate) -> Result<i64> {
        const LATE: &str = "SELECT count(*) FROM transfer INDEXED BY transfer_under_way
            WHERE arrived_on IS NULL AND voided_on IS NULL AND sent_on < ?1";
        Ok(self.conn.prepare_cached(LATE)?.query_row([day.to_string()], |row| row.get(0))?)
    }
}

impl Act<'_> {
    /// Writes a transfer that an entry has sent, and returns its id.
    pub fn insert_transfer(&self, transfer: &Transfer, entry: i64) -> Result<i64> {
        const INSERT: &str = "INSERT INTO transfer (id, from_id, to_id, sent_on, arrived_on, minor, currency, to_minor,
            to_currency, rate, fee_minor, slip, carried_by, note, entry_id, fund_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
        let id = self.next_id("transfer")?;
        self.conn.prepare_cached(INSERT)?.execute(params![
            id,
            transfer.from,
            transfer.to,
            transfer.sent_on.to_string(),
            transfer.arrived_on.map(|day| day.to_string()),
            transfer.amount.minor,
            transfer.amount.currency,
            transfer.received.minor,
            transfer.received.currency,
            transfer.rate.as_ref().map(Rate::to_string),
            Some(transfer.fee).filter(|fee| *fee > 0),
            some(&transfer.slip),
            some(&transfer.carried_by),
            some(&transfer.note),
            entry,
            transfer.fund,
        ])?;
        Ok(id)
    }

    /// Writes that the transfer whose `rev` was read has come by an entry, with the number of its deposit slip.
    pub fn arrive_transfer(&self, transfer: &Transfer, on: NaiveDate, slip: &str, entry: i64) -> Result<()> {
        const ARRIVE: &str = "UPDATE transfer SET arrived_on = ?3, slip = ?4, arrival_id = ?5, rev = rev + 1
            WHERE id = ?1 AND rev = ?2";
        self.one(ARRIVE, params![transfer.id, transfer.rev, on.to_string(), some(slip), entry])
    }

    /// Takes back what an entry did to a transfer: one that has come is under way again, one that left is void.
    pub(super) fn undo_transfer(&self, entry: i64, on: NaiveDate) -> Result<()> {
        const ARRIVED: &str =
            "UPDATE transfer SET arrived_on = NULL, arrival_id = NULL, rev = rev + 1 WHERE arrival_id = ?1";
        const SENT: &str = "UPDATE transfer SET voided_on = ?2, rev = rev + 1 WHERE entry_id = ?1";
        const LATER: &str = "SELECT 1 FROM transfer WHERE entry_id = ?1 AND arrival_id IS NOT NULL";
        if self.conn.prepare_cached(LATER)?.exists([entry])? {
            return Err(Error::invalid("err-transfer-arrived"));
        }
        self.conn.prepare_cached(ARRIVED)?.execute([entry])?;
        self.conn.prepare_cached(SENT)?.execute(params![entry, on.to_string()])?;
        Ok(())
    }
}
