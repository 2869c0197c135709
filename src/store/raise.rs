//! What raising amounts owed rests on: schedules, who may be asked, what was raised before, fines of roll calls.

use super::{Error, Reader, Result, error::strange};
use crate::domain::{
    day,
    due::{Due, DueKind},
    fold::fold,
    member::{Sex, Status, full_name, show_number},
    raise::{Payer, Schedule},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, ToSql, params};
use std::collections::HashSet;

/// An amount owed that was not taken back, as `d`.
const STANDS: &str = "NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = d.entry_id)";

/// A schedule as its list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleRow {
    /// The schedule.
    pub schedule: Schedule,
    /// When it raised last.
    pub last_on: Option<NaiveDate>,
}

/// The order of the list of schedules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScheduleSort {
    /// As they were entered.
    #[default]
    Entered,
    /// By name.
    Name,
}

/// What the list of schedules can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScheduleWant {
    /// Those that raise on that day or later.
    Running(NaiveDate),
    /// Those that have ended before it.
    Ended(NaiveDate),
    /// Those in whose name this stands.
    Word(String),
}

fn schedule(row: &Row) -> Result<Schedule> {
    let (id, kind): (i64, String) = (row.get(0)?, row.get(2)?);
    let odd = |column| strange("schedule", id, column);
    let from: String = row.get(7)?;
    let until: Option<String> = row.get(8)?;
    Ok(Schedule {
        id,
        name: row.get(1)?,
        kind: DueKind::from_code(&kind).map_err(|_| odd("kind"))?,
        minor: row.get(3)?,
        currency: row.get(4)?,
        every: row.get(5)?,
        due_day: row.get(6)?,
        from: from.parse().map_err(|_| odd("from_on"))?,
        until: until.map(|day| day.parse().map_err(|_| odd("until_on"))).transpose()?,
        fund: row.get(9)?,
        decision: row.get(10)?,
    })
}

impl Reader {
    /// One schedule.
    pub fn schedule(&self, id: i64) -> Result<Schedule> {
        const ONE: &str = "SELECT id, name, kind, amount_minor, amount_currency, every, due_day, from_on, until_on,
            fund_id, ifnull(decision, '') FROM schedule WHERE id = ?1";
        let mut statement = self.conn.prepare_cached(ONE)?;
        let mut rows = statement.query([id])?;
        rows.next()?.map_or(Err(Error::NotFound), schedule)
    }

    /// The schedules that meet all of `wants`, in order.
    pub fn schedule_ids(&self, sort: ScheduleSort, wants: &[ScheduleWant]) -> Result<Vec<i64>> {
        let mut words: Vec<String> = Vec::new();
        let condition = |want: &ScheduleWant| match want {
            ScheduleWant::Running(today) => format!("ifnull(until_on, '9') >= '{today}'"),
            ScheduleWant::Ended(today) => format!("until_on < '{today}'"),
            ScheduleWant::Word(word) => {
                words.push(fold(word));
                format!("instr(name_key, ?{}) > 0", words.len())
            }
        };
        let conditions: Vec<String> = std::iter::once("TRUE".to_owned()).chain(wants.iter().map(condition)).collect();
        let order = if sort == ScheduleSort::Name { "name_key, id" } else { "id" };
        let sql = format!("SELECT id FROM schedule WHERE {} ORDER BY {order}", conditions.join(" AND "));
        let values: Vec<&dyn ToSql> = words.iter().map(|word| word as &dyn ToSql).collect();
        self.id_list(&sql, &values[..])
    }

    /// Rows of the list, in the order of `ids`.
    pub fn schedule_rows(&self, ids: &[i64]) -> Result<Vec<ScheduleRow>> {
        // the last due of the last period that stands: no look at all of them
        let last = format!(
            "SELECT e.booked_on FROM due d JOIN journal_entry e ON e.id = d.entry_id
            WHERE d.schedule_id = ?1 AND {STANDS} ORDER BY d.period DESC, d.member_id DESC LIMIT 1"
        );
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let schedule = match self.schedule(*id) {
                Err(Error::NotFound) => continue,
                schedule => schedule?,
            };
            let last_on: Option<String> =
                self.conn.prepare_cached(&last)?.query_row([id], |row| row.get(0)).optional()?;
            found.push(ScheduleRow { schedule, last_on: last_on.and_then(|day| day.parse().ok()) });
        }
        Ok(found)
    }

    /// The schedules of entry fees that hold on a day.
    pub fn entry_fees(&self, on: NaiveDate) -> Result<Vec<i64>> {
        const FEES: &str = "SELECT id FROM schedule WHERE kind = 'entry_fee' AND from_on <= ?1
            AND ifnull(until_on, '9') >= ?1 ORDER BY id";
        self.id_list(FEES, [on.to_string()])
    }

    /// Members who may be asked to pay, by number: of all who are active or suspended, or of `only` these.
    pub fn payers(&self, only: Option<&[i64]>) -> Result<Vec<Payer>> {
        const PAYER: &str = "SELECT id, number, surname, ifnull(post_name, ''), ifnull(given_name, ''), sex, status,
            joined_on FROM member";
        let read = |row: &Row| {
            let number: Option<i64> = row.get(1)?;
            let name = full_name(&row.get::<_, String>(2)?, &row.get::<_, String>(3)?, &row.get::<_, String>(4)?);
            let (sex, joined): (Option<String>, Option<String>) = (row.get(5)?, row.get(7)?);
            let status: String = row.get(6)?;
            Ok(Payer {
                id: row.get(0)?,
                heading: number.map_or_else(|| name.clone(), |number| format!("{} {name}", show_number(number))),
                sex: sex.and_then(|code| Sex::from_code(&code).ok()),
                // only these two are asked for, and one is of no other
                status: Status::from_code(&status).unwrap_or(Status::Suspended),
                joined_on: joined.and_then(|day| day.parse().ok()),
            })
        };
        let Some(only) = only else {
            let sql = format!("{PAYER} WHERE status IN ('active', 'suspended') ORDER BY number, id");
            let mut statement = self.conn.prepare_cached(&sql)?;
            return Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?);
        };
        let mut statement = self.conn.prepare_cached(&format!("{PAYER} WHERE id = ?1"))?;
        only.iter().map(|id| Ok(statement.query_row([id], read)?)).collect()
    }

    /// Of whom a schedule has raised a period that was not taken back.
    pub fn raised(&self, schedule: i64, period: &str) -> Result<HashSet<i64>> {
        let sql = format!("SELECT member_id FROM due d WHERE schedule_id = ?1 AND period IS ?2 AND {STANDS}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_map(params![schedule, super::some(period)], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Fines of closed roll calls that are not raised, and for how many lines that was done: each of the day of its
    /// meeting, to be paid from then on.
    pub fn fines(&self) -> Result<(Vec<Due>, usize)> {
        let sql = format!(
            "SELECT a.id, a.member_id, a.fine_minor, a.fine_currency, ifnull(m.title, ''), m.held_on,
            EXISTS (SELECT 1 FROM due d WHERE d.attendance_id = a.id AND {STANDS})
            FROM attendance a JOIN meeting m ON m.id = a.meeting_id
            WHERE a.fine_minor > 0 AND a.member_id IS NOT NULL ORDER BY m.held_on, a.rank, a.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let (mut fines, mut raised) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            if row.get(6)? {
                raised += 1;
                continue;
            }
            let (id, held_on): (i64, String) = (row.get(0)?, row.get(5)?);
            let held_on: NaiveDate = held_on.parse().map_err(|_| strange("attendance", id, "meeting_id"))?;
            let title: String = row.get(4)?;
            fines.push(Due {
                member: row.get(1)?,
                minor: row.get(2)?,
                currency: row.get(3)?,
                text: format!("{title} {}", day::show(held_on)).trim_start().to_owned(),
                attendance: Some(id),
                ..Due::new(DueKind::Fine, held_on)
            });
        }
        Ok((fines, raised))
    }
}
