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
        count::{Against, Count, CountKind},
        day,
        fold::clean,
        user::Session,
    },
    store::{Act, Error, Reader, Result, Store},
};

/// Writes a count down.
pub static SAVE: Command = Command { id: "count.save", roles: KEEPERS, undo: Undo::Whole, pin: false };
/// The same, and books what is missing or over; or books it of a count that was written down before.
pub static BOOK: Command = Command { id: "count.book", roles: KEEPERS, undo: ledger::REVERSED, pin: false };

/// Writes a count down; throws away the draft it came from. A difference with a reason is booked in the same act, one
/// without stands open; of a count that comes in behind a later one it is kept with its reason, and the later one says what
/// is missing now. Returns the id.
///
/// What the book should have is read again now: when it is not what the count was compared with, somebody has booked
/// meanwhile and whoever counts must know.
pub fn save(store: &mut Store, session: &Session, draft: Option<&str>, count: &Count, second: &Proof) -> Result<i64> {
    let mut count = count.clone();
    count.signed = cosign::signed(store, session, &count.signed, second)?;
    count.reason = clean(&count.reason);
    count.check().map_err(Error::Invalid)?;
    refuse_keeper(store, &count)?;
    day::refuse_future(count.counted_on, store.clock().today()).map_err(Error::Invalid)?;
    let is_counted_since = |reader: &Reader| reader.is_counted_since(count.account, count.meeting, count.counted_on);
    let is_late = is_counted_since(store)?;
    let is_booked = count.difference() != 0 && !count.reason.is_empty() && !is_late;
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
        if is_counted_since(act)? != is_late {
            return Err(Error::Stale);
        }
        let id = act.insert_count(&count)?;
        if is_booked {
            settle(act, &Count { id, ..count.clone() })?;
        }
        Ok(id)
    })
}

/// A surprise count is without the one who keeps the box, also where that one signs as a user of the book.
fn refuse_keeper(reader: &Reader, count: &Count) -> Result<()> {
    if count.kind != CountKind::Surprise || count.keeper_id.is_none() {
        return Ok(());
    }
    for name in [&count.signed.first, &count.signed.second] {
        if cosign::signer(reader, name)?.member == count.keeper_id {
            return Err(Error::Invalid(Text::new("err-surprise-keeper").with("name", count.keeper.as_str())));
        }
    }
    Ok(())
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
        settle(act, &count)
    })
}

/// Writes the entry of the difference of a count as it stands in the book, with the reason and the keeper of `said`: what
/// is missing is owed by the one who keeps the box.
fn settle(act: &Act, said: &Count) -> Result<()> {
    let found = act.count_of(said.id)?;
    found.may_book().map_err(Error::Invalid)?;
    // what was entered late for its day may be what was missing
    let expected = act.expected(found.account, &found.currency, found.counted_on, found.meeting)?;
    if expected != found.expected {
        let now = Amount { minor: expected, currency: found.currency };
        return Err(Error::Invalid(Text::new("err-count-again").with("amount", now)));
    }
    let (reason, keeper, keeper_id) = (said.reason.clone(), said.keeper.clone(), said.keeper_id);
    let count = Count { reason, keeper, keeper_id, ..found };
    let booked_on = act.day_to_book(count.counted_on, act.today())?;
    let against = if count.difference() < 0 {
        Against { shortage: act.chart("shortage")?, surplus: 0 }
    } else {
        Against { shortage: 0, surplus: act.chart("count_surplus")? }
    };
    let journal = count.booking(booked_on, against).ok_or_else(|| Error::invalid("err-count-settled"))?;
    let entry = act.post(&journal.balanced().map_err(Error::Invalid)?)?;
    act.book_count(&count, entry)
}
