//! Closing: the day of a cash box, a month, a year; and opening again what was closed, for a reason and by two.

use super::{
    KEEPERS, TREASURY,
    cosign::{self, Proof},
};
use crate::{
    domain::{
        Text,
        close::{Close, PeriodKind, Reopened, may_close, may_reopen, year_end, year_last},
        command::{Command, Undo},
        day,
        fold::clean,
        signed::Signed,
        user::{Role, Session},
    },
    store::{Act, Error, Result, Store},
};
use chrono::{Datelike, NaiveDate};

/// Closes the day of a cash box with a count that two have signed; what was signed is not taken back, a later count takes
/// its place. The function is [`super::count::save`].
pub static CASH: Command = Command { id: "close.cash", roles: KEEPERS, undo: Undo::Never, pin: false };
/// Closes a month: nothing is booked until its last day any more.
pub static MONTH: Command = Command { id: "close.month", roles: TREASURY, undo: REOPENED, pin: false };
/// Closes a year: its income and expense become its surplus.
pub static YEAR: Command = Command { id: "close.year", roles: TREASURY, undo: REOPENED, pin: false };
/// Opens a period again, and every later one.
pub static REOPEN: Command = Command { id: "close.reopen", roles: KEEPERS, undo: Undo::Never, pin: false };

/// How a close is taken back.
const REOPENED: Undo = Undo::Reverse("close.reopen");

/// What is closed: its kind and its last day.
pub type Period = (PeriodKind, NaiveDate);

/// Closes a month or a year until its last day; throws away the draft it came from. Returns the id.
pub fn period(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (kind, last_on): Period,
    (names, second): (&Signed, &Proof),
) -> Result<i64> {
    let command = match kind {
        PeriodKind::Month => &MONTH,
        PeriodKind::Year => &YEAR,
    };
    let signed = cosign::signed(store, session, names, second)?;
    signed.check(2).map_err(Error::Invalid)?;
    store.act(session, command, &[("period", called((kind, last_on)))], |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let closed = match kind {
            PeriodKind::Month => act.closed_until()?,
            PeriodKind::Year => act.year_closed()?,
        };
        may_close(last_on, closed, act.today()).map_err(Error::Invalid)?;
        let entry = match kind {
            PeriodKind::Month => None,
            PeriodKind::Year => surplus(act, last_on)?,
        };
        let signed = signed.clone();
        act.insert_close(&Close { id: 0, kind, last_on, closed_on: act.today(), signed, entry, reopened: None })
    })
}

/// Makes the surplus of a year out of what stands on income and expense.
pub(super) fn surplus(act: &Act, last_on: NaiveDate) -> Result<Option<i64>> {
    if year_last(last_on.year()) != Some(last_on) {
        return Err(Error::Invalid(Text::new("err-close-year").with("day", day::show(last_on))));
    }
    let totals = act.income_totals(last_on)?;
    if totals.is_empty() {
        return Ok(None);
    }
    let Some(journal) = year_end(last_on, &totals, act.chart("surplus")?) else { return Ok(None) };
    act.post(&journal.balanced().map_err(Error::Invalid)?).map(Some)
}

/// Opens a period again, with every later one, for a reason that stays; what made the surplus of a year goes back. Returns
/// how many were opened.
pub fn reopen(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    id: i64,
    (names, second, reason): (&Signed, &Proof, &str),
) -> Result<usize> {
    let reason = clean(reason);
    let signed = cosign::signed(store, session, names, second)?;
    may_reopen(&signed, &reason).map_err(Error::Invalid)?;
    store.act(session, &REOPEN, &[], |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        cosign::hold(act, session, &signed, [Role::Secretary, Role::Treasurer])?;
        let close = act.close(id)?;
        act.say("period", called((close.kind, close.last_on)));
        if close.reopened.is_some() {
            return Err(Error::invalid("err-reopened"));
        }
        let closes = act.closed_since(close.last_on)?;
        let reopened = Reopened { on: act.today(), signed: signed.clone(), reason: reason.clone() };
        closes.iter().try_for_each(|close| act.reopen(close.id, &reopened))?;
        for close in &closes {
            // on the day on which it counted: the year is as it was before
            close.entry.map_or(Ok(0), |entry| act.reverse(entry, close.last_on, &reason))?;
        }
        Ok(closes.len())
    })
}

/// A period as the log names it: `10/2026`, `2026`.
pub fn called((kind, last_on): Period) -> String {
    match kind {
        PeriodKind::Month => last_on.format("%m/%Y").to_string(),
        PeriodKind::Year => last_on.format("%Y").to_string(),
    }
}
