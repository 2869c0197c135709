//! Savings groups: cycles with their rules, what was bought at meetings, loans, and what is in the two funds.

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::{
    Text,
    amount::Amount,
    due::{Due, DueKind},
    ledger::{EntryKind, Journal, Posting},
    savings::{Bought, Cycle, ShareOut},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

/// What a member has saved in a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The member.
    pub member: i64,
    /// Number, from admission on.
    pub number: Option<i64>,
    /// The name.
    pub name: String,
    /// Shares bought.
    pub shares: i64,
    /// Paid into the social fund.
    pub social: i64,
}

/// What a meeting of a cycle brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Its day.
    pub on: NaiveDate,
    /// How many bought or paid.
    pub people: usize,
    /// Shares bought.
    pub shares: i64,
    /// Paid into the social fund.
    pub social: i64,
}

/// What a member bought at one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// The entry of the ledger.
    pub entry: i64,
    /// The member.
    pub member: i64,
    /// The day of the meeting.
    pub on: NaiveDate,
    /// Shares bought.
    pub shares: i64,
    /// Paid into the social fund.
    pub social: i64,
}

/// A loan of a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loan {
    /// Identity in the book; 0 before it is written.
    pub id: i64,
    /// The cycle.
    pub cycle: i64,
    /// Who borrowed.
    pub member: i64,
    /// Number and name of the borrower.
    pub borrower: String,
    /// The day it was handed over.
    pub lent_on: NaiveDate,
    /// By when it is to be paid back.
    pub due_on: NaiveDate,
    /// How much.
    pub minor: i64,
    /// What it costs.
    pub charge: i64,
    /// For what.
    pub purpose: String,
    /// Who stands for it.
    pub guarantors: String,
    /// What is still to be paid back, its charge among it.
    pub open: i64,
}

/// Help that somebody got out of a social fund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// When.
    pub on: NaiveDate,
    /// Who was helped.
    pub member: i64,
    /// Number and name.
    pub name: String,
    /// How much, in minor units.
    pub minor: i64,
    /// For what.
    pub purpose: String,
}

impl Loan {
    /// Whether it should have been paid back before a day, and was not.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.open > 0 && self.due_on < today
    }
}

const CYCLE: &str = "SELECT id, rev, name, from_on, until_on, share_minor, share_currency, most_shares, loan_multiple,
    charge, ifnull(social_minor, 0), account_id, fund_id, social_fund_id, closed_on, entry_id, ifnull(note, '')
    FROM cycle";

/// Rows of savings that nothing takes back.
const STANDING: &str = "NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = s.entry_id)
    AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.id = s.entry_id AND e.reverses IS NOT NULL)";

fn cycle(row: &Row) -> Result<Cycle> {
    let id = row.get(0)?;
    let day = |at: usize, column| -> Result<NaiveDate> {
        row.get::<_, String>(at)?.parse().map_err(|_| strange("cycle", id, column))
    };
    Ok(Cycle {
        id,
        rev: row.get(1)?,
        name: row.get(2)?,
        from_on: day(3, "from_on")?,
        until_on: day(4, "until_on")?,
        share: Amount { minor: row.get(5)?, currency: row.get(6)? },
        most_shares: row.get(7)?,
        loan_multiple: row.get(8)?,
        charge: row.get(9)?,
        social: row.get(10)?,
        account: row.get(11)?,
        fund: row.get(12)?,
        social_fund: row.get(13)?,
        closed_on: row.get::<_, Option<String>>(14)?.and_then(|day| day.parse().ok()),
        entry: row.get(15)?,
        note: row.get(16)?,
    })
}

fn days(row: &Row, at: usize) -> Result<NaiveDate> {
    row.get::<_, String>(at)?.parse().map_err(|_| strange("saving", 0, "met_on"))
}

impl Reader {
    /// One cycle.
    pub fn cycle(&self, id: i64) -> Result<Cycle> {
        let mut statement = self.conn.prepare_cached(&format!("{CYCLE} WHERE id = ?1"))?;
        let mut rows = statement.query([id])?;
        rows.next()?.map_or(Err(Error::NotFound), cycle)
    }

    /// The cycles, the last one first.
    pub fn cycles(&self) -> Result<Vec<Cycle>> {
        let mut statement = self.conn.prepare_cached(&format!("{CYCLE} ORDER BY from_on DESC, id DESC"))?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(cycle(row)?);
        }
        Ok(found)
    }

    /// Who has saved in a cycle, in the order of the numbers.
    pub fn saved(&self, cycle: i64) -> Result<Vec<Saved>> {
        const SAVED: &str = "SELECT s.member_id, m.number, sum(s.shares), sum(s.social_minor) FROM saving s
            JOIN member m ON m.id = s.member_id WHERE s.cycle_id = ?1 GROUP BY s.member_id
            HAVING sum(s.shares) <> 0 OR sum(s.social_minor) <> 0 ORDER BY m.number IS NULL, m.number, m.id";
        let mut statement = self.conn.prepare_cached(SAVED)?;
        let saved = |row: &Row| {
            let (member, name) = (row.get(0)?, String::new());
            Ok(Saved { member, number: row.get(1)?, name, shares: row.get(2)?, social: row.get(3)? })
        };
        let mut all: Vec<Saved> = statement.query_map([cycle], saved)?.collect::<std::result::Result<_, _>>()?;
        for saved in &mut all {
            saved.name = self.member(saved.member)?.full_name();
        }
        Ok(all)
    }

    /// The shares that a member has in a cycle.
    pub fn shares_saved(&self, cycle: i64, member: i64) -> Result<i64> {
        const SHARES: &str = "SELECT ifnull(sum(shares), 0) FROM saving WHERE cycle_id = ?1 AND member_id = ?2";
        Ok(self.conn.prepare_cached(SHARES)?.query_row([cycle, member], |row| row.get(0))?)
    }

    /// What was bought in a cycle and stands, by meeting and in the order of writing: of one member, or of all.
    pub fn purchases(&self, cycle: i64, member: Option<i64>) -> Result<Vec<Purchase>> {
        let sql = format!(
            "SELECT s.entry_id, s.member_id, s.met_on, s.shares, s.social_minor FROM saving s
            WHERE s.cycle_id = ?1 AND (?2 IS NULL OR s.member_id = ?2) AND {STANDING} ORDER BY s.met_on, s.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![cycle, member])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (entry, member, on) = (row.get(0)?, row.get(1)?, days(row, 2)?);
            found.push(Purchase { entry, member, on, shares: row.get(3)?, social: row.get(4)? });
        }
        Ok(found)
    }

    /// The meetings of a cycle, the last one first.
    pub fn meetings_saved(&self, cycle: i64) -> Result<Vec<Met>> {
        let sql = format!(
            "SELECT s.met_on, count(DISTINCT s.member_id), sum(s.shares), sum(s.social_minor) FROM saving s
            WHERE s.cycle_id = ?1 AND {STANDING} GROUP BY s.met_on ORDER BY s.met_on DESC"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([cycle])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let people: i64 = row.get(1)?;
            found.push(Met { on: days(row, 0)?, people: people as usize, shares: row.get(2)?, social: row.get(3)? });
        }
        Ok(found)
    }

    /// The loans of a cycle that stand, the last one first.
    pub fn loans(&self, cycle: i64) -> Result<Vec<Loan>> {
        let sql = format!(
            "SELECT s.id, s.cycle_id, s.member_id, s.lent_on, s.due_on, s.minor, s.charge_minor, ifnull(s.purpose, ''),
            ifnull(s.guarantors, ''), (SELECT ifnull(sum(open_minor), 0) FROM due WHERE loan_id = s.id)
            FROM loan s WHERE s.cycle_id = ?1 AND {STANDING} ORDER BY s.lent_on DESC, s.id DESC"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([cycle])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let member = row.get(2)?;
            found.push(Loan {
                id: row.get(0)?,
                cycle: row.get(1)?,
                member,
                borrower: self.member(member)?.heading(),
                lent_on: days(row, 3)?,
                due_on: days(row, 4)?,
                minor: row.get(5)?,
                charge: row.get(6)?,
                purpose: row.get(7)?,
                guarantors: row.get(8)?,
                open: row.get(9)?,
            });
        }
        Ok(found)
    }

    /// Help out of the social fund of a cycle since it began, the last one first.
    pub fn helps(&self, cycle: &Cycle) -> Result<Vec<Help>> {
        let sql = format!(
            "SELECT e.booked_on, s.member_id, s.minor, e.text FROM posting s JOIN journal_entry e ON e.id = s.entry_id
            JOIN account a ON a.id = s.account_id WHERE s.fund_id = ?1 AND s.currency = ?2 AND s.booked_on >= ?3
            AND (?4 IS NULL OR s.booked_on <= ?4) AND a.chart = 'social_aid' AND s.member_id IS NOT NULL AND {STANDING}
            ORDER BY s.booked_on DESC, s.id DESC"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let (from, until) = (cycle.from_on.to_string(), cycle.closed_on.map(|day| day.to_string()));
        let mut rows = statement.query(params![cycle.social_fund, cycle.share.currency, from, until])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (on, member) = (days(row, 0)?, row.get(1)?);
            let name = self.member(member)?.heading();
            found.push(Help { on, member, name, minor: row.get(2)?, purpose: row.get(3)? });
        }
        Ok(found)
    }

    /// The money of a fund in one currency, before an entry was written.
    pub fn fund_money_before(&self, fund: i64, currency: &str, entry: i64) -> Result<i64> {
        const BEFORE: &str = "SELECT ifnull(sum(p.minor), 0) FROM posting p JOIN account a ON a.id = p.account_id
            WHERE a.kind IN ('cash', 'bank', 'wallet', 'transit') AND p.fund_id = ?1 AND p.currency = ?2
            AND p.entry_id < ?3";
        Ok(self.conn.prepare_cached(BEFORE)?.query_row(params![fund, currency, entry], |row| row.get(0))?)
    }

    /// What members owed to a fund in one currency before an entry was written: member and how much.
    pub fn fund_owed_before(&self, fund: i64, currency: &str, entry: i64) -> Result<Vec<(i64, i64)>> {
        const BEFORE: &str = "SELECT d.member_id, sum(p.minor) FROM posting p JOIN due d ON d.id = p.due_id
            WHERE p.fund_id = ?1 AND p.currency = ?2 AND p.entry_id < ?3 GROUP BY d.id HAVING sum(p.minor) > 0";
        let mut statement = self.conn.prepare_cached(BEFORE)?;
        let owed = statement.query_map(params![fund, currency, entry], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(owed.collect::<std::result::Result<_, _>>()?)
    }

    /// The money of a fund, account by account, in one currency.
    pub fn fund_money(&self, fund: i64, currency: &str) -> Result<Vec<(i64, i64)>> {
        let money = self.fund_balances(fund)?.into_iter().filter(|(_, in_currency, _)| in_currency == currency);
        Ok(money.map(|(account, _, minor)| (account, minor)).collect())
    }

    /// What members owe to a fund in one currency, member by member, the oldest first.
    pub fn fund_dues(&self, fund: i64, currency: &str) -> Result<Vec<Due>> {
        self.read_dues(
            "INDEXED BY due_open WHERE fund_id = ?1 AND currency = ?2 AND open_minor > 0 ORDER BY member_id, due_on, id",
            params![fund, currency],
        )
    }
}

impl Act<'_> {
    /// An entry of what was done at a meeting: it counts on that day, or today when its month is closed.
    fn met(&self, kind: EntryKind, on: NaiveDate) -> Result<Journal> {
        let mut journal = Journal::new(kind, self.day_to_book(on, self.today())?);
        journal.paper_on = Some(on);
        Ok(journal)
    }

    /// Writes a cycle: a new one when the id is 0, else the one whose `rev` was read. Returns the id.
    pub fn put_cycle(&self, cycle: &Cycle) -> Result<i64> {
        const INSERT: &str = "INSERT INTO cycle (id, name, from_on, until_on, share_minor, share_currency, most_shares,
            loan_multiple, charge, social_minor, social_currency, account_id, fund_id, social_fund_id, note, name_key)
            VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?7, ?12, ?13, ?14, ?15, ?16)";
        const UPDATE: &str = "UPDATE cycle SET rev = rev + 1, name = ?3, from_on = ?4, until_on = ?5, share_minor = ?6,
            share_currency = ?7, most_shares = ?8, loan_multiple = ?9, charge = ?10, social_minor = ?11,
            social_currency = ?7, account_id = ?12, fund_id = ?13, social_fund_id = ?14, note = ?15, name_key = ?16
            WHERE id = ?1 AND rev = ?2";
        let key = crate::domain::fold::fold(&cycle.name);
        let taken: Option<i64> = self
            .conn
            .prepare_cached("SELECT id FROM cycle WHERE name_key = ?1 AND id <> ?2")?
            .query_row(params![key, cycle.id], |row| row.get(0))
            .optional()?;
        if taken.is_some() {
            return Err(Error::Invalid(Text::new("err-name-taken").with("name", cycle.name.as_str())));
        }
        let id = if cycle.id == 0 { self.next_id("cycle")? } else { cycle.id };
        let sql = if cycle.id == 0 { INSERT } else { UPDATE };
        // a statement counts the parameters up to the largest it names
        let done = self.conn.prepare_cached(sql)?.execute(params![
            id,
            cycle.rev,
            cycle.name,
            cycle.from_on.to_string(),
            cycle.until_on.to_string(),
            cycle.share.minor,
            cycle.share.currency,
            cycle.most_shares,
            cycle.loan_multiple,
            cycle.charge,
            cycle.social,
            cycle.account,
            cycle.fund,
            cycle.social_fund,
            some(&cycle.note),
            key,
        ])?;
        if done != 1 {
            return Err(Error::Stale);
        }
        refuse_shared(self, id)?;
        Ok(id)
    }

    /// Writes what somebody bought and paid at a meeting. Returns the entry.
    pub fn buy(&self, cycle: &Cycle, row: &Bought, on: NaiveDate) -> Result<i64> {
        const SAVING: &str = "INSERT INTO saving (id, cycle_id, member_id, met_on, shares, social_minor, entry_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (currency, worth) = (cycle.share.currency.as_str(), cycle.worth(i64::from(row.shares)));
        let mut journal = self.met(EntryKind::Saving, on)?;
        journal.add(Posting::new(cycle.account, worth, currency).fund(Some(cycle.fund)));
        let saved = Posting::new(self.chart("saving")?, -worth, currency).fund(Some(cycle.fund));
        journal.add(saved.member(row.member));
        if row.social > 0 {
            let social = Posting::new(cycle.account, row.social, currency).fund(Some(cycle.social_fund));
            journal.carry(social, self.chart("dues")?);
        }
        let entry = self.post(&journal.balanced().map_err(Error::Invalid)?)?;
        let id = self.next_id("saving")?;
        let day = on.to_string();
        let values = params![id, cycle.id, row.member, day, row.shares, row.social, entry];
        self.conn.prepare_cached(SAVING)?.execute(values)?;
        Ok(entry)
    }

    /// Writes a loan: what is handed over, and what is owed from then on. Returns its id.
    pub fn lend(&self, cycle: &Cycle, loan: &Loan) -> Result<i64> {
        const LOAN: &str = "INSERT INTO loan (id, cycle_id, member_id, lent_on, due_on, minor, charge_minor, purpose,
            guarantors, entry_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let (id, entry) = (self.next_id("loan")?, self.next_id("journal_entry")?);
        let currency = cycle.share.currency.as_str();
        self.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        self.conn.prepare_cached(LOAN)?.execute(params![
            id,
            cycle.id,
            loan.member,
            loan.lent_on.to_string(),
            loan.due_on.to_string(),
            loan.minor,
            loan.charge,
            some(&loan.purpose),
            some(&loan.guarantors),
            entry,
        ])?;
        let mut journal = self.met(EntryKind::Loan, loan.lent_on)?;
        journal.text.clone_from(&loan.purpose);
        for (kind, minor, from) in
            [(DueKind::Loan, loan.minor, cycle.account), (DueKind::Charge, loan.charge, self.chart("charge")?)]
        {
            if minor == 0 {
                continue;
            }
            let due = self.next_id("due")?;
            let (member, fund) = (loan.member, Some(cycle.fund));
            let of = Due { member, minor, fund, loan: Some(id), ..Due::new(kind, loan.due_on) };
            self.insert_due(&Due { currency: currency.to_owned(), ..of }, due, entry)?;
            let owed = Posting::new(self.chart(kind.owed_on())?, minor, currency).fund(Some(cycle.fund));
            journal.carry(owed.member(loan.member).due(Some(due)), from);
        }
        self.post_under(entry, &journal.balanced().map_err(Error::Invalid)?)?;
        Ok(id)
    }

    /// Pays somebody out of the social fund. Returns the entry.
    pub fn aid(&self, cycle: &Cycle, (member, minor): (i64, i64), on: NaiveDate, text: &str) -> Result<i64> {
        let mut journal = self.met(EntryKind::Payout, on)?;
        text.clone_into(&mut journal.text);
        let aid = Posting::new(self.chart("social_aid")?, minor, &cycle.share.currency).fund(Some(cycle.social_fund));
        journal.carry(aid.member(member), cycle.account);
        self.post(&journal.balanced().map_err(Error::Invalid)?)
    }

    /// Writes a share-out: savings become what they are worth, loans are taken off, the rest is handed over from where
    /// the fund has its money; the cycle is closed. Returns the entry.
    pub fn share_out(&self, cycle: &Cycle, out: &ShareOut, on: NaiveDate) -> Result<i64> {
        const CLOSE: &str = "UPDATE cycle SET rev = rev + 1, closed_on = ?3, entry_id = ?4 WHERE id = ?1 AND rev = ?2";
        let currency = cycle.share.currency.as_str();
        let line = |account, minor| Posting::new(account, minor, currency).fund(Some(cycle.fund));
        let (saving, surplus) = (self.chart("saving")?, self.chart("surplus")?);
        let dues = self.fund_dues(cycle.fund, currency)?;
        let mut journal = self.met(EntryKind::ShareOut, on)?;
        for part in &out.parts {
            // what the shares have earned, or lost, is the saver's before all of it is handed over
            let earned = part.worth - cycle.worth(part.shares);
            journal.add(line(surplus, earned));
            journal.add(line(saving, -earned).member(part.member));
            journal.add(line(saving, part.worth).member(part.member));
            let mut rest = part.deducted;
            for due in dues.iter().filter(|due| due.member == part.member) {
                let taken = due.open.min(rest);
                rest -= taken;
                let account = self.chart(due.kind.owed_on())?;
                journal.add(line(account, -taken).member(part.member).due(Some(due.id)));
            }
        }
        for (account, minor) in self.fund_money(cycle.fund, currency)? {
            journal.add(line(account, -minor));
        }
        let entry = self.post(&journal.balanced().map_err(Error::Invalid)?)?;
        let done = self.conn.prepare_cached(CLOSE)?.execute(params![cycle.id, cycle.rev, on.to_string(), entry])?;
        if done == 1 { Ok(entry) } else { Err(Error::Stale) }
    }
}

/// Keeps the folded name of a cycle beside its name; and two open ones need funds of their own, also after an undo.
pub(super) fn settle(act: &Act, id: i64) -> Result<()> {
    super::site::settle(act, "cycle", id)?;
    refuse_shared(act, id)
}

/// Refuses an open cycle that has a fund of another open one: money that is one cannot be shared out twice.
pub(super) fn refuse_shared(act: &Act, id: i64) -> Result<()> {
    const OTHER: &str = "SELECT o.name FROM cycle c JOIN cycle o ON o.id <> c.id AND o.closed_on IS NULL
        AND (o.fund_id IN (c.fund_id, c.social_fund_id) OR o.social_fund_id IN (c.fund_id, c.social_fund_id))
        WHERE c.id = ?1 AND c.closed_on IS NULL";
    let other: Option<String> = act.conn.prepare_cached(OTHER)?.query_row([id], |row| row.get(0)).optional()?;
    other.map_or(Ok(()), |name| Err(Error::Invalid(Text::new("err-savings-shared").with("name", name))))
}
