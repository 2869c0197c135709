//! Taking money in: one act is the entry in the ledger and the receipt with its number. And batches, whose total is counted
//! before anything is entered.

use super::{TREASURY, ledger};
use crate::{
    domain::{
        Text,
        amount::Amount,
        command::{Command, Undo},
        fold::clean,
        payment::{Batch, Payment, What},
        receipt::Receipt,
        user::Session,
    },
    store::{Act, Error, Reader, Result, Store},
};
use std::collections::BTreeMap;

/// Takes a payment and gives its receipt.
pub static RECEIVE: Command = Command { id: "payment.receive", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Opens a batch.
pub static OPEN: Command = Command { id: "batch.open", roles: TREASURY, undo: Undo::Whole, pin: false };
/// Closes one.
pub static CLOSE: Command = Command { id: "batch.close", roles: TREASURY, undo: Undo::Whole, pin: false };

/// Takes a payment: writes what it does to the ledger and gives it the next receipt of the year, or the leaf on which it
/// was written by hand. Throws away the draft it came from. What counts is what is owed now: a payment that would pay
/// more of an amount than is left of it is refused. The account 0 is the cash box of the chart.
pub fn receive(store: &mut Store, session: &Session, draft: Option<&str>, payment: &Payment) -> Result<Receipt> {
    let who = match payment.payer {
        Some(id) => store.member(id)?.full_name(),
        None => payment.by.clone(),
    };
    let args = [("name", who), ("amount", payment.amount().to_string())];
    store.act(session, &RECEIVE, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let payment = Payment { account: cash_box(act, payment.account)?, ..payment.clone() };
        may_hold(act, &payment)?;
        still_owed(act, &payment)?;
        may_enter(act, &payment)?;
        let booked_on = act.day_to_book(payment.paper_on, act.today())?;
        let journal = payment.journal(booked_on, |key| act.chart(key))?;
        let entry = act.post(&journal.balanced().map_err(Error::Invalid)?)?;
        let receipt = act.issue(&payment, entry)?;
        act.receipt(receipt)
    })
}

/// The account, or the cash box of the chart for none.
fn cash_box(act: &Act, account: i64) -> Result<i64> {
    if account == 0 { act.chart("cash") } else { Ok(account) }
}

/// Refuses a payment into an account that cannot take it, and change out of one that cannot give it.
fn may_hold(act: &Act, payment: &Payment) -> Result<()> {
    let account = act.account(payment.account)?;
    account.holds(&account.currency).map_err(Error::Invalid)?;
    payment.check(&account.currency, act.today()).map_err(Error::Invalid)?;
    let back = payment.tender.as_ref().filter(|tender| tender.rate.is_some() && tender.change > 0);
    back.map_or(Ok(()), |tender| {
        let purse = if tender.change_from == 0 { None } else { Some(act.account(tender.change_from)?) };
        let purse = purse.ok_or_else(|| Error::invalid("err-account-money"))?;
        purse.holds(&payment.currency).map_err(Error::Invalid)
    })
}

/// Refuses what would pay more of an amount than is left of it, or use more of what was paid before than there is, or
/// than what takes it.
fn still_owed(reader: &Reader, payment: &Payment) -> Result<()> {
    let (mut dues, mut credits, mut general): (BTreeMap<i64, i64>, BTreeMap<i64, i64>, BTreeMap<i64, i64>) =
        Default::default();
    let changed = |left: i64| {
        let left = Amount { minor: left, currency: payment.currency.clone() };
        Error::Invalid(Text::new("err-pay-changed").with("left", left))
    };
    for part in &payment.parts {
        match (part.what, part.member) {
            (What::Due(id, kind), member) => {
                let (due, paid) = (reader.due(id)?, dues.entry(id).or_default());
                *paid += part.minor;
                let is_it = (due.kind, Some(due.member), due.fund) == (kind, member, part.fund);
                if !is_it || due.currency != payment.currency || *paid > due.open {
                    return Err(changed(due.open));
                }
                if due.takes_credit() {
                    *general.entry(due.member).or_default() += part.minor;
                }
            }
            (What::Credit, Some(member)) if part.minor < 0 => *credits.entry(member).or_default() -= part.minor,
            _ => {}
        }
    }
    for (member, minor) in credits {
        let takes = general.get(&member).copied().unwrap_or(0);
        let credit = reader.credit(member, &payment.currency)?.min(takes);
        if minor > credit {
            return Err(changed(credit));
        }
    }
    Ok(())
}

/// Refuses a payment in a batch that is closed, or of another account.
fn may_enter(reader: &Reader, payment: &Payment) -> Result<()> {
    let Some(id) = payment.batch else { return Ok(()) };
    let batch = reader.batch(id)?;
    if batch.is_closed || batch.account != payment.account {
        return Err(Error::invalid("err-batch-closed"));
    }
    Ok(())
}

/// Opens a batch with what was counted; throws away the draft it came from. Returns its id.
pub fn open(store: &mut Store, session: &Session, draft: Option<&str>, batch: &Batch) -> Result<i64> {
    if batch.expected.minor <= 0 {
        return Err(Error::invalid("err-amount-positive"));
    }
    store.act(session, &OPEN, &[("amount", batch.expected.to_string())], |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let account = cash_box(act, batch.account)?;
        act.account(account)?.holds(&batch.expected.currency).map_err(Error::Invalid)?;
        act.open_batch(&Batch { account, ..batch.clone() })
    })
}

/// Closes a batch; one that has not come to what was counted needs a reason.
pub fn close(store: &mut Store, session: &Session, draft: Option<&str>, id: i64, reason: &str) -> Result<()> {
    let reason = clean(reason);
    store.act(session, &CLOSE, &[], |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let batch = act.batch(id)?;
        act.say("amount", batch.expected.to_string());
        if reason.is_empty() && !batch.is_met(act.batch_total(&batch)?) {
            return Err(Error::invalid("err-reason"));
        }
        act.close_batch(&batch, &reason)
    })
}
