//! What those who control look at: everything that is allowed and rare, and what the cooperative lives on.

use super::{Reader, Result, book_list::Papers, error::strange};
use crate::{
    clock::Clock,
    domain::{
        Text,
        amount::Amount,
        control::{CONTROL, Finding, FindingKind, Year},
    },
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use rusqlite::{Row, params};
use std::collections::BTreeMap;

/// Who has written the first or the last change of a record; the SQL goes on with the id and which of them.
const WHO: &str = "(SELECT user FROM act WHERE id = (SELECT act_id FROM change WHERE tbl = root_tbl AND root_tbl = ";
/// How much an entry is about: what its receipt says, else what comes in, in the currency of its first line.
const MUCH: &str = "ifnull(r.minor,
    (SELECT sum(minor) FROM posting p WHERE p.entry_id = e.id AND minor > 0 AND p.currency = f.currency)),
    ifnull(r.currency, f.currency)";
/// An entry with its first line, and its receipt where it has one only, or the one that it takes back.
const ENTRY: &str = "journal_entry e JOIN posting f ON f.id = (SELECT min(id) FROM posting WHERE entry_id = e.id)
    LEFT JOIN receipt r ON r.id = (SELECT min(id) FROM receipt WHERE entry_id = ifnull(e.reverses, e.id)
        HAVING count(*) = 1)";

/// Where a finding is read from: the kind, the table of its record, the text of what it is, the SQL. Its columns are id,
/// day, what it is called, why, how much and of which currency, who; it is asked for the days ?1 to ?2.
type Source = (FindingKind, &'static str, &'static str, String);

fn who(table: &str, id: &str, last: bool) -> String {
    let order = if last { "DESC" } else { "ASC" };
    format!("{WHO} '{table}' AND root_id = {id} ORDER BY id {order} LIMIT 1))")
}

fn sources() -> Vec<Source> {
    use FindingKind as F;
    let entry = |kind, which: &str| {
        let sql = format!(
            "SELECT e.id, e.booked_on, e.number, e.text, {MUCH}, {} FROM {ENTRY}
            WHERE {which} AND e.booked_on BETWEEN ?1 AND ?2 ORDER BY e.booked_on, e.id",
            who("journal_entry", "e.id", false)
        );
        (kind, "journal_entry", "finding-entry", sql)
    };
    let receipt = |kind, why: &str, day: &str, which: &str, who: String| {
        let sql = format!(
            "SELECT r.id, {day}, {}, {why}, ifnull(r.minor, 0), ifnull(r.currency, ''), {}
            FROM {which} AND {day} BETWEEN ?1 AND ?2 ORDER BY 2, r.id",
            super::receipt::NAMED,
            who
        );
        (kind, "receipt", "finding-receipt", sql)
    };
    let count = |kind, which: &str| {
        let sql = format!(
            "SELECT c.id, c.counted_on, c.account_id, ifnull(c.reason, ''), c.counted_minor - c.expected_minor,
            c.currency, concat_ws(' · ', c.counted_by, c.second) FROM cash_count c
            WHERE {which} AND c.counted_on BETWEEN ?1 AND ?2 ORDER BY c.counted_on, c.id"
        );
        (kind, "cash_count", "finding-count", sql)
    };
    let voucher = format!(
        "SELECT v.id, substr(a.at, 1, 10), {}, concat_ws(' · ', v.payee, v.reason), v.minor, v.currency, a.user
        FROM voucher v JOIN act a ON a.id = (SELECT max(act_id) FROM change WHERE tbl = root_tbl AND root_tbl = 'voucher'
            AND root_id = v.id) WHERE v.state = 'void' AND substr(a.at, 1, 10) BETWEEN ?1 AND ?2 ORDER BY 2, v.id",
        super::voucher::NAMED
    );
    let after = "EXISTS (SELECT 1 FROM period_close c WHERE c.reopened_on IS NOT NULL AND e.booked_on <= c.last_on
        AND (SELECT min(act_id) FROM change WHERE tbl = root_tbl AND root_tbl = 'journal_entry' AND root_id = e.id)
          > (SELECT min(act_id) FROM change WHERE tbl = root_tbl AND root_tbl = 'period_close' AND root_id = c.id))
        AND e.kind <> 'year_end'";
    let batch = format!(
        "SELECT b.id, b.day, b.account_id, b.reason, (SELECT ifnull(sum(p.minor), 0) FROM journal_entry e
            JOIN posting p ON p.entry_id = e.id WHERE e.batch_id = b.id AND p.account_id = b.account_id
            AND p.currency = a.currency) - b.expected_minor, ifnull(a.currency, ''), {}
        FROM batch b JOIN account a ON a.id = b.account_id
        WHERE b.reason IS NOT NULL AND b.day BETWEEN ?1 AND ?2 ORDER BY b.day, b.id",
        who("batch", "b.id", true)
    );
    let reopened =
        "SELECT id, reopened_on, strftime(iif(kind = 'year', '%Y', '%m/%Y'), last_on), ifnull(reason, ''), 0, '',
        concat_ws(' · ', reopened_by, reopened_second) FROM period_close
        WHERE reopened_on BETWEEN ?1 AND ?2 ORDER BY reopened_on, id";
    let lost = "receipt r INDEXED BY receipt_lost JOIN pad s ON s.id = r.pad_id
        WHERE r.state <> 'issued' AND r.state = 'void'";
    // printing it again changes the receipt, and not who has voided it
    let voided = who("journal_entry", "(SELECT id FROM journal_entry WHERE reverses = r.entry_id)", false);
    let printed = who("receipt", "r.id", true);
    let wallet = "SELECT id, NULL, id, ifnull(holder, ''), 0, '', '' FROM account
        WHERE kind = 'wallet' AND holder_kind = 'person' AND closed_on IS NULL AND ?1 <= ?2 ORDER BY id";
    vec![
        receipt(F::Void, "ifnull(r.void_reason, '')", "r.voided_on", lost, voided),
        (F::Void, "voucher", "finding-voucher", voucher),
        receipt(
            F::Reprint,
            "''",
            "r.received_on",
            "receipt r JOIN pad s ON s.id = r.pad_id WHERE r.prints > 1",
            printed,
        ),
        entry(F::Late, "e.paper_on IS NOT NULL"),
        entry(F::After, after),
        // what voids a receipt is found with it
        entry(F::Reversal, "e.reverses IS NOT NULL AND r.id IS NULL"),
        entry(F::Waiver, "e.kind = 'waive'"),
        count(F::Difference, "c.counted_minor <> c.expected_minor"),
        count(F::Surprise, "c.kind = 'surprise'"),
        (F::Batch, "batch", "finding-batch", batch),
        (F::Reopened, "period_close", "finding-period", reopened.to_owned()),
        (F::Wallet, "account", "finding-account", wallet.to_owned()),
    ]
}

impl Reader {
    /// Everything that was found between two days, by kind and then by day.
    pub fn findings(&self, from: NaiveDate, until: NaiveDate, clock: Clock) -> Result<Vec<Finding>> {
        let mut found = Vec::new();
        for (kind, table, text, sql) in sources() {
            let mut statement = self.conn.prepare_cached(&sql)?;
            let mut rows = statement.query(params![from.to_string(), until.to_string()])?;
            while let Some(row) = rows.next()? {
                found.push(self.finding(row, (kind, table, text))?);
            }
        }
        found.extend(self.clock_findings(from, until, clock)?);
        found.extend(self.hour_findings(from, until, clock)?);
        found.sort_by_key(|finding| (finding.kind, finding.day, finding.record.1));
        Ok(found)
    }

    /// Acts that were written at an earlier moment than the one before them, by more than a clock that is set right.
    fn clock_findings(&self, from: NaiveDate, until: NaiveDate, clock: Clock) -> Result<Vec<Finding>> {
        const BACK: &str = "SELECT id, at, user, command, args FROM act WHERE at >= ?1 AND at < ?2
            AND unixepoch((SELECT at FROM act b WHERE b.id < act.id ORDER BY b.id DESC LIMIT 1)) - unixepoch(at) > 60
            ORDER BY id";
        self.act_findings(BACK, FindingKind::Clock, (from, until), clock, |_| true)
    }

    /// Acts on money outside the usual hours.
    fn hour_findings(&self, from: NaiveDate, until: NaiveDate, clock: Clock) -> Result<Vec<Finding>> {
        const ACTS: &str = "SELECT id, at, user, command, args FROM act WHERE at >= ?1 AND at < ?2
            AND EXISTS (SELECT 1 FROM change WHERE act_id = act.id
                AND tbl IN ('journal_entry', 'receipt', 'voucher', 'cash_count', 'period_close')) ORDER BY id";
        self.act_findings(ACTS, FindingKind::Hours, (from, until), clock, |at| CONTROL.is_unusual(clock.local(at)))
    }

    fn act_findings(
        &self,
        sql: &str,
        kind: FindingKind,
        (from, until): (NaiveDate, NaiveDate),
        clock: Clock,
        is_one: impl Fn(DateTime<Utc>) -> bool,
    ) -> Result<Vec<Finding>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        // moments are in UTC, days where the program runs: one more on each side
        let (first, last) = (from.checked_sub_days(Days::new(1)), until.checked_add_days(Days::new(2)));
        let days = [first.unwrap_or(from).to_string(), last.unwrap_or(until).to_string()];
        let mut rows = statement.query(days)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, at): (i64, String) = (row.get(0)?, row.get(1)?);
            let at: DateTime<Utc> = at.parse().map_err(|_| strange("act", id, "at"))?;
            let day = clock.local(at).date();
            if day < from || day > until || !is_one(at) {
                continue;
            }
            let (command, args): (String, String) = (row.get(3)?, row.get(4)?);
            let args: BTreeMap<String, String> = serde_json::from_str(&args).map_err(|_| strange("act", id, "args"))?;
            found.push(Finding {
                kind,
                day: Some(day),
                what: Text::new("finding-act").with("time", clock.local(at).format("%H:%M").to_string()),
                account: None,
                act: Some((command, args.into_iter().collect())),
                amount: None,
                who: row.get(2)?,
                record: ("act", id),
            });
        }
        Ok(found)
    }

    /// What came in and went out, by year and currency; what made the surplus of a year is no part of it.
    pub fn years(&self) -> Result<Vec<Year>> {
        const YEARS: &str = "WITH line (year, currency, account_id, minor) AS (
                SELECT substr(month, 1, 4), currency, account_id, debit - credit FROM account_total
                UNION ALL
                SELECT substr(p.booked_on, 1, 4), p.currency, p.account_id, -p.minor FROM posting p
                WHERE p.entry_id IN (SELECT entry_id FROM period_close WHERE entry_id IS NOT NULL
                    UNION SELECT r.id FROM journal_entry r JOIN period_close c ON r.reverses = c.entry_id))
            SELECT CAST(year AS INTEGER), l.currency,
                -sum(iif(a.kind = 'income' AND a.origin IS NOT 'grant', minor, 0)),
                -sum(iif(a.kind = 'income' AND a.origin IS 'grant', minor, 0)),
                sum(iif(a.kind = 'expense', minor, 0))
            FROM line l JOIN account a ON a.id = l.account_id WHERE a.kind IN ('income', 'expense')
            GROUP BY 1, 2 ORDER BY 2, 1";
        let year = |row: &Row| {
            let (year, currency) = (row.get(0)?, row.get(1)?);
            Ok(Year { year, currency, own: row.get(2)?, grants: row.get(3)?, costs: row.get(4)? })
        };
        Ok(self.conn.prepare_cached(YEARS)?.query_map([], year)?.collect::<Result<_, _>>()?)
    }

    /// What a member has paid since a day, by currency; what was taken back is no payment.
    pub fn paid_by(&self, member: i64, since: NaiveDate) -> Result<Vec<(String, i64)>> {
        const PAID: &str = "SELECT p.currency, -sum(p.minor) FROM posting p JOIN journal_entry e ON e.id = p.entry_id
            JOIN account a ON a.id = p.account_id LEFT JOIN journal_entry o ON o.id = e.reverses
            WHERE p.member_id = ?1 AND p.booked_on >= ?2 AND a.kind = 'member' AND ifnull(o.kind, e.kind) = 'payment'
            GROUP BY p.currency HAVING sum(p.minor) <> 0 ORDER BY p.currency";
        let mut statement = self.conn.prepare_cached(PAID)?;
        let paid = statement.query_map(params![member, since.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(paid.collect::<Result<_, _>>()?)
    }

    fn finding(&self, row: &Row, (kind, table, text): (FindingKind, &'static str, &'static str)) -> Result<Finding> {
        let id = row.get(0)?;
        let day: Option<String> = row.get(1)?;
        let (why, minor, currency): (String, Option<i64>, String) = (row.get(3)?, row.get(4)?, row.get(5)?);
        let amount = minor.filter(|minor| *minor != 0).map(|minor| Amount { minor, currency });
        let account = matches!(table, "cash_count" | "batch" | "account").then(|| row.get(2)).transpose()?;
        let with = |text, who: &str| {
            let parts = [who, &why].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            Text::new(text).with("why", parts.join(" · "))
        };
        let what = match table {
            _ if account.is_some() => with(text, ""),
            "journal_entry" => {
                // who looks for it has the receipt or the slip in hand, not the number of an entry
                let Papers { receipts, slip, who: (who, _) } = self.papers_of(id, None)?;
                match (receipts, slip) {
                    (Some(receipts), _) => with("finding-receipt", &who).with("what", receipts),
                    (None, Some(slip)) => with("finding-voucher", &who).with("what", slip),
                    (None, None) => with(text, &who).with("what", row.get::<_, i64>(2)?.to_string()),
                }
            }
            "receipt" => with(text, &self.receipt(id)?.who()).with("what", row.get::<_, String>(2)?),
            _ => with(text, "").with("what", row.get::<_, String>(2)?),
        };
        Ok(Finding {
            kind,
            day: day.map(|day| day.parse().map_err(|_| strange(table, id, "day"))).transpose()?,
            what,
            account,
            act: None,
            amount,
            who: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
            record: (table, id),
        })
    }
}
