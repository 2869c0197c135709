//! Counting cash: a count is written down, and its difference is booked when somebody says what it is put down to.

use super::{
    KEEPERS, close,
    cosign::{self, Proof},
    ledger,
};
use crate::{
    domain::{
        Text,
        account::AccountKind,
        amount::Amount,
        command::{Command, Undo},
        count::{Against, Count, CountKind, Outcome},
        day,
        fold::clean,
        user::Session,
    },
    store::{Act, Error, Result, Store},
};

/// Writes a count down.
pub static SAVE: Command = Command { id: "count.save", roles: KEEPERS, undo: Undo::Whole, pin: false };
/// The same, and books what is missing or over; or books it of a count that was written down before.
pub static BOOK: Command = Command { id: "count.book", roles: KEEPERS, undo: ledger::REVERSED, pin: false };

/// Writes a count down; throws away the draft it came from. A difference with a reason is booked in the same act, one
/// without stands open. Returns the id.
///
/// What the book should have is read again now: when it is not what the count was compared with, somebody has booked
/// meanwhile and whoever counts must know.
pub fn save(store: &mut Store, session: &Session, draft: Option<&str>, count: &Count, second: &Proof) -> Result<i64> {
    let mut count = count.clone();
    count.signed = cosign::signed(store, session, &count.signed, second)?;
    count.reason = clean(&count.reason);
    count.check().map_err(Error::Invalid)?;
    day::refuse_future(count.counted_on, store.clock().today()).map_err(Error::Invalid)?;
    let is_booked = count.difference() != 0 && !count.reason.is_empty();
    let command = match (count.kind, is_booked) {
        (CountKind::Close, _) => &close::CASH,
        (_, true) => &BOOK,
        (_, false) => &SAVE,
    };
    let amount = Amount { minor: count.counted, currency: count.currency.clone() };
    let args = [("day", day::show(count.counted_on)), ("amount", amount.to_string())];
    store.act(session, command, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let account = act.account(count.account)?;
        if account.kind != AccountKind::Cash {
            return Err(Error::invalid("err-count-account"));
        }
        account.holds(&count.currency).map_err(Error::Invalid)?;
        let expected = act.expected(count.account, &count.currency, count.counted_on, count.meeting)?;
        if expected != count.expected {
            let now = Amount { minor: expected, currency: count.currency.clone() };
            return Err(Error::Invalid(Text::new("err-count-moved").with("amount", now)));
        }
        if is_booked {
            count.entry = post(act, &count)?;
        }
        act.insert_count(&count)
    })
}

/// Books the difference of a count that was written down before, for a reason.
pub fn book(store: &mut Store, session: &Session, draft: Option<&str>, count: &Count) -> Result<()> {
    let mut count = count.clone();
    count.reason = clean(&count.reason);
    if count.reason.is_empty() {
        return Err(Error::invalid("err-reason"));
    }
    let args = [("day", day::show(count.counted_on))];
    store.act(session, &BOOK, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        if act.count_of(count.id)?.outcome() != Outcome::Open {
            return Err(Error::invalid("err-count-settled"));
        }
        let entry = post(act, &count)?.ok_or_else(|| Error::invalid("err-count-settled"))?;
        act.book_count(&count, entry)
    })
}

/// Writes the entry of a difference; what is missing is owed by the one who keeps the box.
fn post(act: &Act, count: &Count) -> Result<Option<i64>> {
    let booked_on = act.day_to_book(count.counted_on, act.today())?;
    let against = if count.difference() < 0 {
        Against { shortage: act.chart("shortage")?, surplus: 0 }
    } else {
        Against { shortage: 0, surplus: act.chart("count_surplus")? }
    };
    let Some(journal) = count.booking(booked_on, against) else { return Ok(None) };
    act.post(&journal.balanced().map_err(Error::Invalid)?).map(Some)
}
