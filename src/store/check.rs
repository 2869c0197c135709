//! Proving a book: that nothing was written behind the program's back, and that everything kept agrees with everything
//! it is kept from.

use super::{
    Error, Reader, Result, Series,
    audit::{self, Class, TABLES, Table},
    chain::{self, HEADER, Header, Link},
    log::{Image, Op, RawChange, parse_image},
    net,
};
use crate::domain::{Text, proquint};
use rusqlite::params;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// The state of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// Every act is as it was written.
    Whole,
    /// This act is the first that is not.
    BrokenAt(i64),
}

/// A record that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The table.
    pub table: String,
    /// The record; 0 when the fault is not with one record.
    pub id: i64,
    /// What is wrong.
    pub why: Text,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// What `SQLite` says of the file: `ok`, or its first complaint.
    pub sqlite: String,
    /// How many acts there are.
    pub acts: i64,
    /// The chain.
    pub chain: Chain,
    /// Records that are wrong, at most [`MOST_FAULTS`].
    pub records: Vec<Fault>,
    /// The ledger: whether every entry sums to nothing and every total is what its lines come to.
    pub ledger: bool,
    /// The four words of the last act.
    pub head: String,
}

/// More faults than this are not listed.
pub const MOST_FAULTS: usize = 100;

/// The faults found so far.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, table: &str, id: i64, why: Text) {
        if self.0.len() < MOST_FAULTS {
            self.0.push(Fault { table: table.to_owned(), id, why });
        }
    }
}

impl Reader {
    /// Proves the book: the file, the triggers, the chain, every row against its history, every derived column and total
    /// against what it follows from, every series of numbers for gaps. Reads one state of the book, in bounded memory.
    pub fn check(&self) -> Result<CheckReport> {
        let tx = self.conn.unchecked_transaction()?;
        let mut faults = Faults::default();
        let mut report = CheckReport {
            ok: false,
            sqlite: self.check_file()?,
            acts: 0,
            chain: Chain::Whole,
            records: Vec::new(),
            ledger: true,
            head: String::new(),
        };
        // a damaged file is reported as such: further reading may fail anywhere
        match self.check_content(&mut report, &mut faults) {
            Err(Error::Corrupt(what)) if report.sqlite == "ok" => report.sqlite = what,
            Err(error) if report.sqlite == "ok" => return Err(error),
            _ => {}
        }
        tx.rollback()?;
        report.records = faults.0;
        report.ok = report.sqlite == "ok" && report.chain == Chain::Whole && report.records.is_empty();
        Ok(report)
    }

    fn check_content(&self, report: &mut CheckReport, faults: &mut Faults) -> Result<()> {
        self.check_references(faults)?;
        self.check_triggers(faults)?;
        self.check_chain(report)?;
        self.check_rows(faults)?;
        for table in TABLES {
            if let Some(stale) = table.stale {
                stale(self, &mut |id| faults.add(table.name, id, Text::new("fault-derived")))?;
            }
        }
        self.check_places(&mut |id| faults.add("member", id, Text::new("fault-place")))?;
        self.changed_minutes(&mut |id| faults.add("meeting", id, Text::new("fault-minutes")))?;
        self.voucher_gaps(&mut |id| faults.add("voucher", id, Text::new("fault-slip-gap")))?;
        self.check_totals(faults)?;
        self.check_ledger(report, faults)?;
        Series::ALL.iter().try_for_each(|series| self.check_numbers(*series, faults))
    }

    /// What `SQLite` itself finds.
    fn check_file(&self) -> Result<String> {
        match self.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(Error::from) {
            Err(Error::Corrupt(what)) => Ok(what),
            said => said,
        }
    }

    fn check_references(&self, faults: &mut Faults) -> Result<()> {
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let to: String = row.get(2)?;
            faults.add(&row.get::<_, String>(0)?, row.get(1)?, Text::new("fault-reference").with("table", to));
        }
        Ok(())
    }

    fn check_triggers(&self, faults: &mut Faults) -> Result<()> {
        const TRIGGERS: &str = "SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'";
        let mut statement = self.conn.prepare(TRIGGERS)?;
        let mut there: HashMap<String, String> = HashMap::new();
        for row in statement.query_map([], |row| Ok((row.get(1)?, row.get(0)?)))? {
            let (sql, table) = row?;
            there.insert(sql, table);
        }
        // a table is named once, however many of its triggers are not what they should be
        let mut tables = BTreeSet::new();
        for sql in audit::triggers() {
            if there.remove(&sql).is_none() {
                let table = sql.split(" ON ").nth(1).and_then(|rest| rest.split_whitespace().next());
                tables.insert(table.unwrap_or_default().to_owned());
            }
        }
        tables.extend(there.into_values());
        for table in tables {
            faults.add(&table, 0, Text::new("fault-trigger"));
        }
        Ok(())
    }

    fn check_chain(&self, report: &mut CheckReport) -> Result<()> {
        const STRAY: &str = "SELECT min(act_id) FROM change WHERE act_id NOT IN (SELECT id FROM act)";
        const GIVEN: &str = "SELECT ifnull(max(last), 0) FROM sequence WHERE tbl = 'act'";
        let mut acts = self.conn.prepare(&format!("SELECT {HEADER}, changes, hash FROM act ORDER BY id"))?;
        let changes = format!("SELECT {} FROM change WHERE act_id = ?1 ORDER BY id", chain::CHANGE);
        let mut changes = self.conn.prepare(&changes)?;
        let mut before = chain::before(&self.conn, i64::MIN)?;
        let (mut broken, mut last) = (None, 0);
        let mut rows = acts.query([])?;
        while let Some(row) = rows.next()? {
            let header = Header::from_row(row)?;
            let mut link = Link::new(&before, &header);
            let mut its = changes.query([header.id])?;
            while let Some(change) = its.next()? {
                link.add(change)?;
            }
            let (count, hash) = link.close();
            let written: Option<Vec<u8>> = row.get(11)?;
            if broken.is_none() && (written.as_deref() != Some(&hash) || row.get::<_, i64>(10)? != count) {
                broken = Some(header.id);
            }
            // what follows is compared with what is written: only the act that was touched is named
            before = written.and_then(|hash| hash.try_into().ok()).unwrap_or(hash);
            last = header.id;
            report.acts += 1;
        }
        let stray: Option<i64> = self.conn.query_row(STRAY, [], |row| row.get(0))?;
        let given: i64 = self.conn.query_row(GIVEN, [], |row| row.get(0))?;
        // acts that were cut off at the end leave their ids given out
        let cut = (given > last).then_some(last + 1);
        report.chain = broken.or(stray).or(cut).map_or(Chain::Whole, Chain::BrokenAt);
        report.head = proquint::four_words(&before);
        Ok(())
    }

    /// Every row of the audited tables against the sum of its changes: one pass along the index of the histories.
    fn check_rows(&self, faults: &mut Faults) -> Result<()> {
        let sql = format!("{} INDEXED BY change_by_root ORDER BY root_id, root_tbl, id", RawChange::COLUMNS);
        let mut statement = self.conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut root = (String::new(), 0);
        let mut history = History::default();
        let mut counts: HashMap<&str, i64> = HashMap::new();
        while let Some(row) = rows.next()? {
            let change = match RawChange::from_row(row) {
                Err(Error::Corrupt(_)) => {
                    faults.add("change", row.get(0)?, Text::new("fault-change"));
                    continue;
                }
                change => change?,
            };
            if root != change.root {
                self.compare(&root, &mut history, &mut counts, faults)?;
                root.clone_from(&change.root);
            }
            history.add(change);
        }
        self.compare(&root, &mut history, &mut counts, faults)?;
        for table in TABLES.iter().filter(|t| t.class == Class::Audited) {
            let live: i64 =
                self.conn.query_row(&format!("SELECT count(*) FROM {}", table.name), [], |row| row.get(0))?;
            if live != counts.get(table.name).copied().unwrap_or(0) {
                self.check_unlogged(table, faults)?;
            }
        }
        Ok(())
    }

    /// Compares the rows of one history with what they should be.
    fn compare(
        &self,
        root: &(String, i64),
        history: &mut History,
        counts: &mut HashMap<&'static str, i64>,
        faults: &mut Faults,
    ) -> Result<()> {
        for (table, record, sum) in history.rows.drain(..) {
            let live = self.live(table, record, (&root.0, root.1))?;
            *counts.entry(table.name).or_default() += i64::from(live.is_some());
            match (sum, live) {
                (Sum::Blanked, _) | (Sum::Known(None), None) => {}
                (Sum::Known(Some((Op::Insert, image))), Some(live)) if image == live => {}
                (Sum::Known(Some((Op::Insert, image))), Some(live)) => {
                    let columns = match (parse_image(&image), parse_image(&live)) {
                        (Some(image), Some(live)) => self.differences(table, image, &live)?,
                        _ => vec![String::new()],
                    };
                    if !columns.is_empty() {
                        faults.add(table.name, record, Text::new("fault-row").with("columns", columns.join(", ")));
                    }
                }
                (Sum::Known(Some((Op::Insert, _))), None) => faults.add(table.name, record, Text::new("fault-gone")),
                (Sum::Known(None), Some(_)) => faults.add(table.name, record, Text::new("fault-back")),
                (Sum::Known(Some(_)) | Sum::Nonsense, _) => faults.add(table.name, record, Text::new("fault-history")),
            }
        }
        Ok(())
    }

    /// The columns in which a row differs from its history; a row older than a column holds the column's default.
    fn differences(&self, table: &Table, mut image: Image, live: &Image) -> Result<Vec<String>> {
        for (column, default) in &self.layout(table)?.defaults {
            if !image.contains_key(column) {
                let sql = format!("SELECT json_array({default})");
                let value: String = self.conn.query_row(&sql, [], |row| row.get(0))?;
                let value: Value = serde_json::from_str(&value).unwrap_or_default();
                image.insert(column.clone(), value[0].clone());
            }
        }
        Ok(net::differences(&image, live))
    }

    /// Names the rows that have no history.
    fn check_unlogged(&self, table: &Table, faults: &mut Faults) -> Result<()> {
        let (root, id) = table.root_sql("t.");
        let sql = format!(
            "SELECT id FROM {0} t WHERE NOT EXISTS (SELECT 1 FROM change WHERE root_id = {id} AND root_tbl = {root}
             AND tbl = '{0}' AND record_id = t.id) LIMIT ?1",
            table.name
        );
        let mut statement = self.conn.prepare(&sql)?;
        for id in statement.query_map([MOST_FAULTS as i64], |row| row.get(0))? {
            faults.add(table.name, id?, Text::new("fault-unlogged"));
        }
        Ok(())
    }

    /// Every kept count is what counting comes to.
    fn check_totals(&self, faults: &mut Faults) -> Result<()> {
        const KEPT: [(&str, &str); 2] = [
            ("member_total", "status, ifnull(sex, '')"),
            ("place_total", "ifnull(site_id, 0), ifnull(team_id, 0), status, ifnull(sex, '')"),
        ];
        for (table, of) in KEPT {
            let counted = format!("SELECT {of}, count(*) FROM member GROUP BY {of}");
            let kept = format!("SELECT * FROM {table} WHERE n <> 0");
            let sql = format!(
                "SELECT EXISTS (SELECT * FROM ({counted}) EXCEPT {kept}) OR EXISTS ({kept} EXCEPT SELECT * FROM ({counted}))"
            );
            if self.conn.query_row(&sql, [], |row| row.get(0))? {
                faults.add(table, 0, Text::new("fault-total"));
            }
        }
        Ok(())
    }

    /// Every entry of the ledger sums to nothing, every total is what its lines come to, no number is left out, and nobody
    /// owes what stands nowhere.
    fn check_ledger(&self, report: &mut CheckReport, faults: &mut Faults) -> Result<()> {
        const TOTALS: [(&str, &str, &str); 3] = [
            (
                "SELECT * FROM account_total",
                "account_total",
                "SELECT account_id, substr(booked_on, 1, 7), currency, ifnull(fund_id, 0), sum(max(minor, 0)),
                sum(max(-minor, 0)) FROM posting GROUP BY 1, 2, 3, 4",
            ),
            (
                "SELECT * FROM member_account WHERE minor <> 0",
                "member_account",
                "SELECT member_id, account_id, currency, sum(minor) FROM posting WHERE member_id IS NOT NULL GROUP BY 1, 2, 3
                HAVING sum(minor) <> 0",
            ),
            (
                "SELECT * FROM contribution_total",
                "contribution_total",
                "SELECT substr(p.booked_on, 1, 7), p.currency, -sum(p.minor) FROM posting p
                JOIN account a ON a.id = p.account_id JOIN journal_entry e ON e.id = p.entry_id
                LEFT JOIN journal_entry b ON b.id = e.reverses
                WHERE a.kind = 'member' AND ifnull(b.kind, e.kind) = 'payment' GROUP BY 1, 2",
            ),
        ];
        const GAP: &str = "SELECT count(*) <> ifnull(max(number), 0) FROM journal_entry";
        const HIDDEN: &str = "SELECT DISTINCT p.member_id FROM account a JOIN posting p ON p.account_id = a.id
            WHERE a.chart = 'member' AND p.due_id IS NULL AND p.member_id IS NOT NULL
            GROUP BY p.member_id, p.currency HAVING sum(p.minor) > 0";
        let before = faults.0.len();
        self.unbalanced(&mut |id| faults.add("journal_entry", id, Text::new("fault-unbalanced")))?;
        for (kept, table, summed) in TOTALS {
            let sql = format!(
                "SELECT EXISTS (SELECT * FROM ({summed}) EXCEPT {kept}) OR EXISTS ({kept} EXCEPT SELECT * FROM ({summed}))"
            );
            if self.conn.query_row(&sql, [], |row| row.get(0))? {
                faults.add(table, 0, Text::new("fault-total"));
            }
        }
        if self.conn.query_row(GAP, [], |row| row.get(0))? {
            faults.add("journal_entry", 0, Text::new("fault-entry-gap"));
        }
        for id in self.id_list(HIDDEN, [])? {
            faults.add("member", id, Text::new("fault-hidden-debt"));
        }
        self.strange_receipts(&mut |table, id| faults.add(table, id, Text::new("fault-receipt")))?;
        report.ledger = faults.0.len() == before && !faults.0.iter().any(|fault| fault.table == "due");
        Ok(())
    }

    /// Every number from 1 on is borne once or void once.
    fn check_numbers(&self, series: Series, faults: &mut Faults) -> Result<()> {
        let sql = format!(
            "SELECT number, number FROM {0} WHERE number IS NOT NULL
             UNION ALL SELECT first, last FROM number_void WHERE series = '{0}' ORDER BY 1",
            series.table()
        );
        let mut statement = self.conn.prepare(&sql)?;
        let mut rows = statement.query(params![])?;
        let mut next = 1;
        while let Some(row) = rows.next()? {
            let (first, last): (i64, i64) = (row.get(0)?, row.get(1)?);
            if first > next {
                faults.add(series.table(), 0, Text::new("fault-number-gap").with("number", next.to_string()));
            } else if first < next {
                faults.add(series.table(), 0, Text::new("fault-number-double").with("number", first.to_string()));
            }
            next = next.max(last + 1);
        }
        Ok(())
    }
}

/// The rows of one history and what their changes come to.
#[derive(Default)]
struct History {
    rows: Vec<(&'static Table, i64, Sum)>,
}

enum Sum {
    Known(Option<(Op, String)>),
    /// A change was blanked: what the row should be is not known any more.
    Blanked,
    Nonsense,
}

impl History {
    fn add(&mut self, change: RawChange) {
        let at = self.rows.iter().position(|(table, record, _)| *table == change.table && *record == change.record);
        let at = at.unwrap_or_else(|| {
            self.rows.push((change.table, change.record, Sum::Known(None)));
            self.rows.len() - 1
        });
        let sum = &mut self.rows[at].2;
        *sum = match (std::mem::replace(sum, Sum::Nonsense), change.image) {
            (Sum::Known(was), Some(image)) => net::add(was, change.op, image).map_or(Sum::Nonsense, Sum::Known),
            (Sum::Nonsense, _) => Sum::Nonsense,
            (Sum::Blanked, _) | (_, None) => Sum::Blanked,
        };
    }
}
