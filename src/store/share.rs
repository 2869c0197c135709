//! Shares: how they came and went, what everybody has. What they are worth and what is still owed of them stands in the
//! ledger, on the accounts of the capital and of shares not paid yet.

use super::{Act, Reader, Result, error::strange, some};
use crate::domain::{
    amount::Amount,
    fold::fold,
    member::{Sex, full_name},
    share::{Holding, Move, MoveKind},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, ToSql, params};

/// Whoever has shares, as the register shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareRow {
    /// The member.
    pub member: i64,
    /// Number of the member.
    pub number: Option<i64>,
    /// Name of the member.
    pub name: String,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Since when there are shares.
    pub since: Option<NaiveDate>,
    /// What the member has, by currency.
    pub holdings: Vec<Holding>,
}

/// The order of the register of shares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShareSort {
    /// By the number of the member.
    #[default]
    Number,
    /// By name.
    Name,
    /// Whoever has most comes first.
    Count,
}

/// What the register of shares can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareWant {
    /// Of which something is not paid up.
    Unpaid,
    /// That are paid up.
    Paid,
    /// Of members in whose name, number, village or telephone this stands.
    Word(String),
}

/// What is open on the account of shares not paid yet, of the member `s.member_id`.
const UNPAID: &str = "EXISTS (SELECT 1 FROM member_account u JOIN account a ON a.id = u.account_id
    WHERE u.member_id = s.member_id AND a.chart = 'unpaid_shares' AND u.minor > 0)";

fn share_move(row: &Row) -> Result<Move> {
    let (id, moved_on, kind): (i64, String, String) = (row.get(0)?, row.get(2)?, row.get(3)?);
    let notified: Option<String> = row.get(10)?;
    Ok(Move {
        id,
        member: row.get(1)?,
        moved_on: moved_on.parse().map_err(|_| strange("share_move", id, "moved_on"))?,
        kind: MoveKind::from_code(&kind).map_err(|_| strange("share_move", id, "kind"))?,
        count: row.get(4)?,
        nominal: Amount { minor: row.get(5)?, currency: row.get(6)? },
        other: row.get(7)?,
        deed: row.get(8)?,
        decision: row.get(9)?,
        notified_on: notified.and_then(|day| day.parse().ok()),
        note: row.get(11)?,
    })
}

impl Reader {
    /// How the shares of a member came and went, the first first.
    pub fn share_moves(&self, member: i64) -> Result<Vec<Move>> {
        const MOVES: &str = "SELECT id, member_id, moved_on, kind, count, nominal_minor, currency, other_id,
            ifnull(deed, ''), ifnull(decision, ''), notified_on, ifnull(note, '') FROM share_move
            WHERE member_id = ?1 ORDER BY moved_on, id";
        let mut statement = self.conn.prepare_cached(MOVES)?;
        let mut rows = statement.query([member])?;
        let mut moves = Vec::new();
        while let Some(row) = rows.next()? {
            moves.push(share_move(row)?);
        }
        Ok(moves)
    }

    /// Whether shares of a member ever came or went.
    pub fn has_share_moves(&self, member: i64) -> Result<bool> {
        Ok(self.conn.prepare_cached("SELECT 1 FROM share_move WHERE member_id = ?1")?.exists([member])?)
    }

    /// What a member has in shares, by currency; nothing for whoever has none.
    pub fn holdings(&self, member: i64) -> Result<Vec<Holding>> {
        const COUNTS: &str = "SELECT currency, sum(count) FROM share_move WHERE member_id = ?1
            GROUP BY currency HAVING sum(count) <> 0 ORDER BY 1";
        const WORTH: &str = "SELECT ifnull(sum(m.minor), 0) FROM member_account m
            WHERE m.member_id = ?1 AND m.currency = ?2 AND m.account_id = (SELECT id FROM account WHERE chart = ?3)";
        let mut statement = self.conn.prepare_cached(COUNTS)?;
        let counts = statement.query_map([member], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let counts: Vec<(String, i64)> = counts.collect::<Result<_, _>>()?;
        let mut worth = self.conn.prepare_cached(WORTH)?;
        let mut on = |currency: &str, account| -> Result<i64> {
            Ok(worth.query_row(params![member, currency, account], |row| row.get(0))?)
        };
        let mut holdings = Vec::with_capacity(counts.len());
        for (currency, count) in counts {
            let (subscribed, unpaid) = (-on(&currency, "capital")?, on(&currency, "unpaid_shares")?);
            holdings.push(Holding { currency, count, subscribed, unpaid });
        }
        Ok(holdings)
    }

    /// What one share was worth at the last subscription.
    pub fn last_nominal(&self) -> Result<Option<Amount>> {
        const LAST: &str = "SELECT nominal_minor, currency FROM share_move WHERE count > 0 ORDER BY id DESC LIMIT 1";
        let amount = |row: &Row| Ok(Amount { minor: row.get(0)?, currency: row.get(1)? });
        Ok(self.conn.prepare_cached(LAST)?.query_row([], amount).optional()?)
    }

    /// Who has shares and meets all of `wants`, in order.
    pub fn share_ids(&self, sort: ShareSort, wants: &[ShareWant]) -> Result<Vec<i64>> {
        let mut words: Vec<String> = Vec::new();
        let condition = |want: &ShareWant| match want {
            ShareWant::Unpaid => UNPAID.to_owned(),
            ShareWant::Paid => format!("NOT {UNPAID}"),
            ShareWant::Word(word) => {
                words.push(fold(word));
                format!("instr(m.search_key, ?{}) > 0", words.len())
            }
        };
        let conditions: Vec<String> = std::iter::once("TRUE".to_owned()).chain(wants.iter().map(condition)).collect();
        let order = match sort {
            ShareSort::Number => "m.number IS NULL, m.number, m.id",
            ShareSort::Name => "m.search_key, m.id",
            ShareSort::Count => "s.n DESC, m.number, m.id",
        };
        let sql = format!(
            "SELECT s.member_id FROM (SELECT member_id, sum(count) AS n FROM share_move GROUP BY member_id
            HAVING sum(count) <> 0) s JOIN member m ON m.id = s.member_id WHERE {} ORDER BY {order}",
            conditions.join(" AND ")
        );
        let values: Vec<&dyn ToSql> = words.iter().map(|word| word as &dyn ToSql).collect();
        self.id_list(&sql, &values[..])
    }

    /// Rows of the register, in the order of `ids`.
    pub fn share_rows(&self, ids: &[i64]) -> Result<Vec<ShareRow>> {
        const WHO: &str = "SELECT number, surname, ifnull(post_name, ''), ifnull(given_name, ''), sex,
            (SELECT min(moved_on) FROM share_move WHERE member_id = member.id) FROM member WHERE id = ?1";
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let row = self.conn.prepare_cached(WHO)?.query_row([id], |row| {
                let (sex, since): (Option<String>, Option<String>) = (row.get(4)?, row.get(5)?);
                Ok(ShareRow {
                    member: *id,
                    number: row.get(0)?,
                    name: full_name(&row.get::<_, String>(1)?, &row.get::<_, String>(2)?, &row.get::<_, String>(3)?),
                    sex: sex.and_then(|code| Sex::from_code(&code).ok()),
                    since: since.and_then(|day| day.parse().ok()),
                    holdings: Vec::new(),
                })
            });
            if let Some(row) = row.optional()? {
                found.push(ShareRow { holdings: self.holdings(*id)?, ..row });
            }
        }
        Ok(found)
    }

    /// All shares by currency: how many, what was subscribed, what is not paid yet.
    pub fn share_totals(&self) -> Result<Vec<Holding>> {
        const COUNTS: &str =
            "SELECT currency, sum(count) FROM share_move GROUP BY currency HAVING sum(count) <> 0 ORDER BY 1";
        let mut statement = self.conn.prepare_cached(COUNTS)?;
        let counts = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let counts: Vec<(String, i64)> = counts.collect::<Result<_, _>>()?;
        let on = |key: &str, currency: &str| -> Result<i64> {
            self.chart_account(key)?.map_or(Ok(0), |account| self.balance(account, currency))
        };
        let holding = |(currency, count): (String, i64)| -> Result<Holding> {
            let (subscribed, unpaid) = (-on("capital", &currency)?, on("unpaid_shares", &currency)?);
            Ok(Holding { currency, count, subscribed, unpaid })
        };
        counts.into_iter().map(holding).collect()
    }
}

impl Act<'_> {
    /// Writes that shares came or went, with the entry of the ledger that says so.
    pub fn insert_share_move(&self, shares: &Move, entry: i64) -> Result<i64> {
        const INSERT: &str = "INSERT INTO share_move (id, member_id, moved_on, kind, count, nominal_minor, currency,
            other_id, deed, decision, notified_on, note, entry_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
        let id = self.next_id("share_move")?;
        self.conn.prepare_cached(INSERT)?.execute(params![
            id,
            shares.member,
            shares.moved_on.to_string(),
            shares.kind.code(),
            shares.count,
            shares.nominal.minor,
            shares.nominal.currency,
            shares.other,
            some(&shares.deed),
            some(&shares.decision),
            shares.notified_on.map(|day| day.to_string()),
            some(&shares.note),
            entry,
        ])?;
        Ok(id)
    }
}
