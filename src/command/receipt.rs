//! What becomes of a receipt once it has a number: void, printed; and leaves of a book that were spoilt.

use super::{TREASURY, ledger};
use crate::{
    domain::{
        command::{Command, Undo},
        fold::clean,
        payment::Leaf,
        receipt::ReceiptState,
        user::Session,
    },
    store::{Error, Result, Store},
};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// Writes that leaves were spoilt.
pub static SPOIL: Command = Command { id: "receipt.spoil", roles: TREASURY, undo: Undo::Whole, pin: false };
/// Counts a print.
pub static PRINT: Command = Command { id: "receipt.print", roles: TREASURY, undo: Undo::Never, pin: false };

/// Makes a receipt void, for a reason: the contrary of its entry is written today, and the number stays.
pub fn void(store: &mut Store, session: &Session, draft: Option<&str>, id: i64, reason: &str) -> Result<()> {
    let receipt = store.receipt(id)?;
    let entry = receipt.entry.filter(|_| receipt.state == ReceiptState::Issued);
    let entry = entry.ok_or_else(|| Error::invalid("err-receipt-void"))?;
    ledger::reverse(store, session, entry, reason)?;
    // it is not to be offered again; one that stays behind would be refused
    draft.map_or(Ok(()), |form| store.drop_draft(form))
}

/// Writes that leaves of a book were spoilt, lost or left blank, all or none of them.
pub fn spoil(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    pad: i64,
    leaves: &[RangeInclusive<i64>],
    (on, reason): (NaiveDate, &str),
) -> Result<usize> {
    let reason = clean(reason);
    let args = [("name", store.record_label("pad", pad)?)];
    store.act(session, &SPOIL, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let mut count = 0;
        for number in leaves.iter().cloned().flatten() {
            act.spoil(Leaf { pad, number }, on, &reason)?;
            count += 1;
        }
        Ok(count)
    })
}

/// Counts that receipts were printed; from the second time on they say so.
pub fn print(store: &mut Store, session: &Session, ids: &[i64]) -> Result<()> {
    let names = ids.iter().map(|id| Ok(store.receipt(*id)?.name())).collect::<Result<Vec<_>>>()?;
    store.act(session, &PRINT, &[("name", names.join(", "))], |act| ids.iter().try_for_each(|id| act.count_print(*id)))
}
