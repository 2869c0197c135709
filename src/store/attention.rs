//! What needs attention today, counted along indexes that hold nothing else, so that Home opens as fast in a large book.

use super::{Reader, Result};
use chrono::{Days, Months, NaiveDate};
use rusqlite::{Row, params};

/// A reason for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// Members whose last miner card has expired.
    CardExpired,
    /// Members whose last miner card expires within so many days.
    CardEnds(u64),
    /// Applications that have waited longer than so many months.
    Applying(u32),
    /// Members admitted within the last so many months whose admission no assembly has validated.
    ToValidate(u32),
    /// Steps of procedures whose day has passed.
    StepLate,
    /// Steps due within so many days.
    StepDue(u64),
    /// Actions whose day has passed.
    ActionLate,
    /// Actions due within so many days.
    ActionDue(u64),
    /// Mandates whose last day has passed, and nobody follows in the office.
    MandateOver,
    /// Mandates that were ended within the last so many months, and nobody follows.
    MandateVacant(u32),
    /// Mandates whose last day comes within so many days, and nobody follows yet.
    MandateEnds(u64),
    /// Minutes that are frozen and wait for ink.
    ToSign,
    /// Meetings planned within the next so many days.
    Meeting(u64),
}

/// Whether somebody follows in an office, in a mandate of the same body that begins later, or the body is no more.
const FOLLOWED: &str = "(EXISTS (SELECT 1 FROM mandate s WHERE s.organ_id = mandate.organ_id
    AND s.office = mandate.office AND s.from_on > mandate.from_on)
    OR EXISTS (SELECT 1 FROM organ WHERE organ.id = mandate.organ_id AND closed_on IS NOT NULL))";

impl Attention {
    /// The table of what is counted; of a step the member is what counts.
    pub const fn table(self) -> &'static str {
        match self {
            Self::ActionLate | Self::ActionDue(_) => "action",
            Self::MandateOver | Self::MandateVacant(_) | Self::MandateEnds(_) => "mandate",
            Self::ToSign | Self::Meeting(_) => "meeting",
            _ => "member",
        }
    }

    /// From where, and the column of the day that lies between two days.
    const fn rows(self) -> (&'static str, &'static str) {
        match self {
            Self::ActionLate | Self::ActionDue(_) => ("action INDEXED BY action_open WHERE state = 'open'", "due_on"),
            Self::MandateOver | Self::MandateEnds(_) => {
                ("mandate INDEXED BY mandate_ends WHERE ended_on IS NULL AND until_on IS NOT NULL", "until_on")
            }
            Self::MandateVacant(_) => ("mandate INDEXED BY mandate_ended WHERE ended_on IS NOT NULL", "ended_on"),
            Self::ToSign => (
                "meeting INDEXED BY meeting_not_signed
                WHERE state NOT IN ('signed', 'dropped') AND state = 'to_sign'",
                "held_on",
            ),
            Self::Meeting(_) => (
                "meeting INDEXED BY meeting_not_signed
                WHERE state NOT IN ('signed', 'dropped') AND state = 'planned'",
                "held_on",
            ),
            Self::CardExpired | Self::CardEnds(_) => (
                "member INDEXED BY member_card_ends
                WHERE status IN ('active', 'suspended') AND card_until_key IS NOT NULL",
                "card_until_key",
            ),
            Self::Applying(_) => ("member INDEXED BY member_applying WHERE status = 'applicant'", "applied_on"),
            Self::ToValidate(_) => {
                ("member INDEXED BY member_to_validate WHERE validated_on IS NULL AND status = 'active'", "joined_on")
            }
            Self::StepLate | Self::StepDue(_) => {
                ("procedure_step INDEXED BY procedure_step_due WHERE done_on IS NULL", "due_on")
            }
        }
    }

    /// The same; of mandates only those that nobody follows.
    fn source(self) -> (String, &'static str) {
        let (rows, day) = self.rows();
        let unless = if self.table() == "mandate" { format!(" AND NOT {FOLLOWED}") } else { String::new() };
        (rows.to_owned() + &unless, day)
    }

    /// From which day on, and before which one.
    fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let ago = |months| today.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
        let after = |days| today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        match self {
            Self::CardExpired | Self::StepLate | Self::ActionLate | Self::MandateOver => (NaiveDate::MIN, today),
            Self::CardEnds(days)
            | Self::StepDue(days)
            | Self::ActionDue(days)
            | Self::MandateEnds(days)
            | Self::Meeting(days) => (today, after(days + 1)),
            Self::ToSign => (NaiveDate::MIN, after(MOST as u64 * 366)),
            Self::Applying(months) => (NaiveDate::MIN, ago(months)),
            Self::ToValidate(months) | Self::MandateVacant(months) => (ago(months), after(1)),
        }
    }
}

/// A record that needs attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttentionRow {
    /// Its id in [`Attention::table`].
    pub record: i64,
    /// The code of the step of a procedure that is due; empty where it is something else.
    pub step: String,
    /// The day.
    pub day: String,
}

/// More are not counted: counting would be felt at the start, and nobody works off so many in a day.
pub const MOST: i64 = 1000;

impl Reader {
    /// How many there are, at most [`MOST`].
    pub fn attention(&self, reason: Attention, today: NaiveDate) -> Result<i64> {
        let ((rows, day), (from, to)) = (reason.source(), reason.days(today));
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM {rows} AND {day} >= ?1 AND {day} < ?2 LIMIT {MOST})");
        let bounds = params![bound(from), bound(to)];
        Ok(self.conn.prepare_cached(&sql)?.query_row(bounds, |row| row.get(0))?)
    }

    /// The first of them, the most urgent first.
    pub fn attention_rows(&self, reason: Attention, today: NaiveDate, limit: usize) -> Result<Vec<AttentionRow>> {
        let ((rows, day), (from, to)) = (reason.source(), reason.days(today));
        let what = if rows.starts_with("procedure_step") { "member_id, step" } else { "id, ''" };
        let sql = format!("SELECT {what}, {day} FROM {rows} AND {day} >= ?1 AND {day} < ?2 ORDER BY {day} LIMIT ?3");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let read = |row: &Row| Ok(AttentionRow { record: row.get(0)?, step: row.get(1)?, day: row.get(2)? });
        let found = statement.query_map(params![bound(from), bound(to), limit as i64], read)?;
        Ok(found.collect::<std::result::Result<_, _>>()?)
    }
}

/// A day as it is compared; the first one stands before every text.
fn bound(day: NaiveDate) -> String {
    if day == NaiveDate::MIN { String::new() } else { day.to_string() }
}
