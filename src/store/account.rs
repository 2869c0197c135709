//! Accounts and funds: what there is to book on.

use super::{Act, Error, Reader, Result, error::strange};
use crate::domain::{
    Text,
    account::{Account, AccountKind, of_chart},
    fold::fold,
};
use rusqlite::{OptionalExtension, Row, params};

const ACCOUNT: &str = "SELECT id, kind, ifnull(name, ''), ifnull(chart, ''), ifnull(currency, ''), ifnull(code, ''),
    closed_on IS NOT NULL FROM account";

fn read(row: &Row) -> Result<Account> {
    let (id, kind): (i64, String) = (row.get(0)?, row.get(1)?);
    let kind = AccountKind::from_code(&kind).map_err(|_| strange("account", id, "kind"))?;
    let (name, chart, currency, code) = (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
    Ok(Account { id, kind, name, chart, currency, code, is_closed: row.get(6)? })
}

impl Reader {
    /// Every account: those that hold money first, then in the order in which they were made.
    pub fn accounts(&self) -> Result<Vec<Account>> {
        let mut statement = self.conn.prepare_cached(&format!("{ACCOUNT} ORDER BY id"))?;
        let mut rows = statement.query([])?;
        let mut accounts = Vec::new();
        while let Some(row) = rows.next()? {
            accounts.push(read(row)?);
        }
        accounts.sort_by_key(|account| !account.kind.is_money());
        Ok(accounts)
    }

    /// One account.
    pub fn account(&self, id: i64) -> Result<Account> {
        let mut statement = self.conn.prepare_cached(&format!("{ACCOUNT} WHERE id = ?1"))?;
        let mut rows = statement.query([id])?;
        rows.next()?.map_or(Err(Error::NotFound), read)
    }

    /// The account of the chart with that key, if the book has it by now.
    pub fn chart_account(&self, key: &str) -> Result<Option<i64>> {
        const OF_CHART: &str = "SELECT id FROM account WHERE chart = ?1";
        Ok(self.conn.prepare_cached(OF_CHART)?.query_row([key], |row| row.get(0)).optional()?)
    }

    /// The funds that are not closed, in the order in which they were made: id and name.
    pub fn funds(&self) -> Result<Vec<(i64, String)>> {
        const FUNDS: &str = "SELECT id, name FROM fund WHERE closed_on IS NULL ORDER BY id";
        let mut statement = self.conn.prepare_cached(FUNDS)?;
        let funds = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(funds.collect::<Result<_, _>>()?)
    }

    /// The fund of that name.
    pub fn fund_named(&self, name: &str) -> Result<Option<i64>> {
        const NAMED: &str = "SELECT id FROM fund WHERE name_key = ?1";
        Ok(self.conn.prepare_cached(NAMED)?.query_row([fold(name)], |row| row.get(0)).optional()?)
    }

    /// What stands on an account in one currency.
    pub fn balance(&self, account: i64, currency: &str) -> Result<i64> {
        const BALANCE: &str =
            "SELECT ifnull(sum(debit - credit), 0) FROM account_total WHERE account_id = ?1 AND currency = ?2";
        Ok(self.conn.prepare_cached(BALANCE)?.query_row(params![account, currency], |row| row.get(0))?)
    }
}

impl Act<'_> {
    /// The account of the chart with that key; it is made when the book does not have it. The cash box of the chart is
    /// in the currency of the book.
    pub fn chart(&self, key: &str) -> Result<i64> {
        const INSERT: &str =
            "INSERT INTO account (id, kind, chart, currency, code, origin) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        if let Some(id) = self.chart_account(key)? {
            return Ok(id);
        }
        let account = of_chart(key).ok_or(Error::NotFound)?;
        let currency = if key == "cash" { Some(self.coop()?.currency) } else { None };
        let id = self.next_id("account")?;
        let origin = (account.kind == "income").then(|| super::some(&account.origin).unwrap_or("own"));
        self.conn.prepare_cached(INSERT)?.execute(params![id, account.kind, key, currency, account.code, origin])?;
        Ok(id)
    }

    /// The fund of that name, which the book must know; none for a blank.
    pub fn fund(&self, name: &str) -> Result<Option<i64>> {
        if name.is_empty() {
            return Ok(None);
        }
        let missing = || Error::Invalid(Text::new("err-fund").with("name", name));
        self.fund_named(name)?.map(Some).ok_or_else(missing)
    }
}

/// Keeps the folded name of an account beside its name.
pub(super) fn settle(act: &Act, id: i64) -> Result<()> {
    const NAME: &str = "SELECT name FROM account WHERE id = ?1";
    const KEY: &str = "UPDATE account SET name_key = ?2 WHERE id = ?1";
    let name: Option<Option<String>> = act.conn.query_row(NAME, [id], |row| row.get(0)).optional()?;
    if let Some(name) = name {
        act.conn.execute(KEY, params![id, name.as_deref().map(fold)])?;
    }
    Ok(())
}

/// Names the accounts whose folded name does not follow from the name.
pub(super) fn stale(reader: &Reader, found: &mut dyn FnMut(i64)) -> Result<()> {
    let mut statement = reader.conn.prepare("SELECT id, name, name_key FROM account")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (name, key): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
        if key != name.as_deref().map(fold) {
            found(row.get(0)?);
        }
    }
    Ok(())
}
