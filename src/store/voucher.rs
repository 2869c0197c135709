//! Payment slips and what was said to them; the list of slips.

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::{
    amount::Amount,
    fold::fold,
    rule::{ANY_ORGAN, Rule, What},
    signed::How,
    voucher::{Answer, Approval, Signer, State, USUAL, Voucher, show_number},
};
use chrono::{Datelike, NaiveDate};
use rusqlite::{OptionalExtension, Row, params};

/// A slip in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherRow {
    /// Identity in the book.
    pub id: i64,
    /// Year and number.
    pub number: (i32, i64),
    /// How far it has come.
    pub state: State,
    /// Who gets the money.
    pub payee: String,
    /// For what.
    pub purpose: String,
    /// How much.
    pub amount: Amount,
    /// When it was proposed.
    pub proposed_on: NaiveDate,
    /// How many have answered, of how many that are needed.
    pub given: (u32, u32),
}

/// To what a list of slips can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoucherWant {
    /// Those of a state.
    Of(State),
    /// Those that are neither paid nor refused nor void.
    Open,
    /// Those in whose number, payee or purpose this stands.
    Word(String),
}

/// The order of a list of slips.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VoucherSort {
    /// Those that wait first, then the latest.
    #[default]
    Open,
    /// By number, the latest first.
    Number,
}

/// What was paid, or was to be paid, in one currency.
pub type Sum = (i64, Amount);

const VOUCHER: &str =
    "SELECT id, rev, year, number, state, payee_id, payee, purpose, minor, currency, account_id, against_id,
    fund_id, ifnull(decision, ''), ifnull(evidence, ''), proposed_on, proposed_by, needed, ifnull(instrument, ''),
    ifnull(instrument_number, ''), paid_on, ifnull(received_by, ''), entry_id, ifnull(reason, '') FROM voucher";

fn read(row: &Row) -> Result<Voucher> {
    let id = row.get(0)?;
    let odd = |column| strange("voucher", id, column);
    let (state, proposed_on): (String, String) = (row.get(4)?, row.get(15)?);
    let paid_on: Option<String> = row.get(20)?;
    Ok(Voucher {
        id,
        rev: row.get(1)?,
        number: (row.get(2)?, row.get(3)?),
        state: State::from_code(&state).map_err(|_| odd("state"))?,
        payee_id: row.get(5)?,
        payee: row.get(6)?,
        purpose: row.get(7)?,
        amount: Amount { minor: row.get(8)?, currency: row.get(9)? },
        account: row.get(10)?,
        against: row.get(11)?,
        fund: row.get(12)?,
        decision: row.get(13)?,
        evidence: row.get(14)?,
        proposed_on: proposed_on.parse().map_err(|_| odd("proposed_on"))?,
        proposed_by: row.get(16)?,
        needed: row.get(17)?,
        instrument: (row.get(18)?, row.get(19)?),
        paid_on: paid_on.map(|day| day.parse().map_err(|_| odd("paid_on"))).transpose()?,
        received_by: row.get(21)?,
        entry: row.get(22)?,
        reason: row.get(23)?,
        approvals: Vec::new(),
    })
}

/// What a slip `v` is called, as SQL; as [`show_number`] says it.
pub(super) const NAMED: &str = "printf('%d-%03d', v.year, v.number)";

impl Reader {
    /// One slip with what was said to it.
    pub fn voucher(&self, id: i64) -> Result<Voucher> {
        let mut statement = self.conn.prepare_cached(&format!("{VOUCHER} WHERE id = ?1"))?;
        let mut rows = statement.query([id])?;
        let voucher = rows.next()?.map_or(Err(Error::NotFound), read)?;
        Ok(Voucher { approvals: self.approvals(id)?, ..voucher })
    }

    fn approvals(&self, voucher: i64) -> Result<Vec<Approval>> {
        const APPROVALS: &str =
            "SELECT id, member_id, name, answer, how, given_at, ifnull(seen_by, ''), ifnull(reason, '')
            FROM approval WHERE voucher_id = ?1 ORDER BY id";
        let mut statement = self.conn.prepare_cached(APPROVALS)?;
        let mut rows = statement.query([voucher])?;
        let mut approvals = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, answer, how): (i64, String, String) = (row.get(0)?, row.get(3)?, row.get(4)?);
            let odd = |column| strange("approval", id, column);
            approvals.push(Approval {
                id,
                signer: Signer { member: row.get(1)?, name: row.get(2)? },
                answer: Answer::from_code(&answer).map_err(|_| odd("answer"))?,
                how: How::from_code(&how).map_err(|_| odd("how"))?,
                given_at: row.get(5)?,
                seen_by: row.get(6)?,
                reason: row.get(7)?,
            });
        }
        Ok(approvals)
    }

    /// The slip of a year and a number.
    pub fn voucher_by_number(&self, (year, number): (i32, i64)) -> Result<Option<i64>> {
        const BY_NUMBER: &str = "SELECT id FROM voucher WHERE year = ?1 AND number = ?2";
        Ok(self.conn.prepare_cached(BY_NUMBER)?.query_row(params![year, number], |row| row.get(0)).optional()?)
    }

    /// How many must approve what is paid from an account: as the account says, else the statutes, else two.
    pub fn signatures(&self, account: i64) -> Result<u32> {
        const OWN: &str = "SELECT signatures FROM account WHERE id = ?1";
        let own: Option<Option<u32>> =
            self.conn.prepare_cached(OWN)?.query_row([account], |row| row.get(0)).optional()?;
        if let Some(own) = own.flatten().filter(|own| *own > 0) {
            return Ok(own);
        }
        let rule = |rule: &Rule| rule.count().filter(|count| *count > 0);
        let rules = self.rules()?;
        Ok(rules.first(&["committee", "board", ANY_ORGAN], What::Signatures).and_then(rule).unwrap_or(USUAL))
    }

    /// The slips that meet all of `wants`, in order.
    pub fn voucher_ids(&self, sort: VoucherSort, wants: &[VoucherWant]) -> Result<Vec<i64>> {
        let words: Vec<String> = wants
            .iter()
            .filter_map(|w| if let VoucherWant::Word(word) = w { Some(fold(word)) } else { None })
            .collect();
        let condition = |want: &VoucherWant| match want {
            VoucherWant::Of(state) => format!("state = '{}'", state.code()),
            VoucherWant::Open => "state IN ('proposed', 'approved')".to_owned(),
            VoucherWant::Word(_) => "TRUE".to_owned(),
        };
        let conditions = std::iter::once("TRUE".to_owned()).chain(wants.iter().map(condition));
        let order = match sort {
            VoucherSort::Open => "state NOT IN ('proposed', 'approved'), year DESC, number DESC",
            VoucherSort::Number => "year DESC, number DESC",
        };
        let sql = format!(
            "SELECT id, year, number, payee, purpose FROM voucher WHERE {} ORDER BY {order}",
            conditions.collect::<Vec<_>>().join(" AND ")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let is_meant = words.is_empty() || {
                let label = show_number((row.get(1)?, row.get(2)?));
                let (payee, purpose): (String, String) = (row.get(3)?, row.get(4)?);
                let text = format!("{label} {} {}", fold(&payee), fold(&purpose));
                words.iter().all(|word| text.contains(word.as_str()) || fold(&label).contains(word.as_str()))
            };
            if is_meant {
                found.push(row.get(0)?);
            }
        }
        Ok(found)
    }

    /// Slips in a list, in the order of `ids`.
    pub fn voucher_rows(&self, ids: &[i64]) -> Result<Vec<VoucherRow>> {
        const ROW: &str = "SELECT year, number, state, payee, purpose, minor, currency, proposed_on, given, needed
            FROM voucher WHERE id = ?1";
        let mut statement = self.conn.prepare_cached(ROW)?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let mut rows = statement.query([id])?;
            let Some(row) = rows.next()? else { continue };
            let odd = |column| strange("voucher", *id, column);
            let (state, proposed_on): (String, String) = (row.get(2)?, row.get(7)?);
            found.push(VoucherRow {
                id: *id,
                number: (row.get(0)?, row.get(1)?),
                state: State::from_code(&state).map_err(|_| odd("state"))?,
                payee: row.get(3)?,
                purpose: row.get(4)?,
                amount: Amount { minor: row.get(5)?, currency: row.get(6)? },
                proposed_on: proposed_on.parse().map_err(|_| odd("proposed_on"))?,
                given: (row.get(8)?, row.get(9)?),
            });
        }
        Ok(found)
    }

    /// The slips that an act has proposed.
    pub fn vouchers_of(&self, act: i64) -> Result<Vec<i64>> {
        const OF: &str = "SELECT record_id FROM change WHERE act_id = ?1 AND tbl = 'voucher' AND op = 'i' ORDER BY id";
        self.id_list(OF, [act])
    }

    /// Names the last slip of every year in whose numbers there is a gap.
    pub(super) fn voucher_gaps(&self, found: &mut dyn FnMut(i64)) -> Result<()> {
        const GAPS: &str = "SELECT max(id) FROM voucher GROUP BY year HAVING count(*) <> max(number)";
        let mut statement = self.conn.prepare(GAPS)?;
        for id in statement.query_map([], |row| row.get(0))? {
            found(id?);
        }
        Ok(())
    }

    /// How many slips are in one of the states in which they wait.
    pub fn vouchers_in(&self, state: State) -> Result<i64> {
        const WAITING: &str = "SELECT count(*) FROM voucher INDEXED BY voucher_open
            WHERE state IN ('proposed', 'approved') AND state = ?1";
        Ok(self.conn.prepare_cached(WAITING)?.query_row([state.code()], |row| row.get(0))?)
    }

    /// How many slips wait, and what they come to in each currency.
    pub fn vouchers_open(&self) -> Result<Vec<Sum>> {
        const OPEN: &str = "SELECT count(*), sum(minor), currency FROM voucher INDEXED BY voucher_open
            WHERE state IN ('proposed', 'approved') GROUP BY currency ORDER BY currency";
        let mut statement = self.conn.prepare_cached(OPEN)?;
        let sum = |row: &Row| Ok((row.get(0)?, Amount { minor: row.get(1)?, currency: row.get(2)? }));
        Ok(statement.query_map([], sum)?.collect::<Result<_, _>>()?)
    }
}

impl Act<'_> {
    /// Writes a new slip with the next number of its year, and returns its id.
    pub fn insert_voucher(&self, slip: &Voucher) -> Result<i64> {
        const INSERT: &str = "INSERT INTO voucher (id, year, number, state, payee_id, payee, purpose, minor, currency,
            account_id, against_id, fund_id, decision, evidence, proposed_on, proposed_by, needed)
            VALUES (?1, ?2, (SELECT ifnull(max(number), 0) + 1 FROM voucher WHERE year = ?2), ?3, ?4, ?5, ?6, ?7, ?8,
            ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
        let id = self.next_id("voucher")?;
        self.conn.prepare_cached(INSERT)?.execute(params![
            id,
            slip.proposed_on.year(),
            slip.state.code(),
            slip.payee_id,
            slip.payee,
            slip.purpose,
            slip.amount.minor,
            slip.amount.currency,
            slip.account,
            slip.against,
            slip.fund,
            some(&slip.decision),
            some(&slip.evidence),
            slip.proposed_on.to_string(),
            slip.proposed_by,
            slip.needed,
        ])?;
        Ok(id)
    }

    /// Writes what is asked for now over the slip whose `rev` was read; its number and who proposed it stay.
    pub fn change_voucher(&self, (id, rev): (i64, i64), slip: &Voucher) -> Result<()> {
        const CHANGE: &str = "UPDATE voucher SET payee_id = ?3, payee = ?4, purpose = ?5, minor = ?6, currency = ?7,
            account_id = ?8, against_id = ?9, fund_id = ?10, decision = ?11, evidence = ?12, needed = ?13,
            rev = rev + 1 WHERE id = ?1 AND rev = ?2";
        let values = params![
            id,
            rev,
            slip.payee_id,
            slip.payee,
            slip.purpose,
            slip.amount.minor,
            slip.amount.currency,
            slip.account,
            slip.against,
            slip.fund,
            some(&slip.decision),
            some(&slip.evidence),
            slip.needed,
        ];
        self.one(CHANGE, values)
    }

    /// Writes what somebody has said to the slip whose `rev` was read, and the state it has by that.
    pub fn put_approval(&self, slip: &Voucher, said: &Approval, state: State) -> Result<()> {
        const INSERT: &str =
            "INSERT INTO approval (id, voucher_id, member_id, name, answer, how, given_at, seen_by, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        // the count ties every answer to the ones before it: the last is taken back first
        const STATE: &str =
            "UPDATE voucher SET state = ?3, given = given + 1, reason = ifnull(?4, reason), rev = rev + 1
            WHERE id = ?1 AND rev = ?2";
        self.conn.prepare_cached(INSERT)?.execute(params![
            self.next_id("approval")?,
            slip.id,
            said.signer.member,
            said.signer.name,
            said.answer.code(),
            said.how.code(),
            said.given_at,
            some(&said.seen_by),
            some(&said.reason),
        ])?;
        self.one(STATE, params![slip.id, slip.rev, state.code(), some(&said.reason)])
    }

    /// Writes that the slip whose `rev` was read is paid by an entry.
    pub fn pay_voucher(&self, slip: &Voucher, entry: i64) -> Result<()> {
        const PAY: &str = "UPDATE voucher SET state = 'paid', instrument = ?3, instrument_number = ?4, paid_on = ?5,
            received_by = ?6, entry_id = ?7, rev = rev + 1 WHERE id = ?1 AND rev = ?2";
        let (instrument, number) = &slip.instrument;
        self.one(
            PAY,
            params![
                slip.id,
                slip.rev,
                some(instrument),
                some(number),
                slip.paid_on.map(|day| day.to_string()),
                some(&slip.received_by),
                entry
            ],
        )
    }

    /// Writes that the slip whose `rev` was read is void; its number stays.
    pub fn void_voucher(&self, (id, rev): (i64, i64), reason: &str) -> Result<()> {
        const VOID: &str = "UPDATE voucher SET state = 'void', reason = ?3, rev = rev + 1 WHERE id = ?1 AND rev = ?2";
        self.one(VOID, params![id, rev, reason])
    }

    /// Changes the one row whose `rev` was read.
    pub(super) fn one(&self, sql: &str, values: impl rusqlite::Params) -> Result<()> {
        match self.conn.prepare_cached(sql)?.execute(values)? {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }
}
