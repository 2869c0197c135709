//! Money from one account to another: sent, and come.

use super::{TREASURY, ledger};
use crate::{
    domain::{command::Command, day, fold::clean, payment::refuse_fee, transfer::Transfer, user::Session},
    store::{Error, Result, Store},
};
use chrono::NaiveDate;

/// Sends money to another account, or changes it into another currency.
pub static SEND: Command = Command { id: "transfer.send", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Writes down that money under way has come.
pub static ARRIVE: Command = Command { id: "transfer.arrive", roles: TREASURY, undo: ledger::REVERSED, pin: false };

/// How money under way has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// When.
    pub on: NaiveDate,
    /// Number of the deposit slip.
    pub slip: String,
    /// What the bank kept of it, in minor units.
    pub fee: i64,
}

/// Sends money, of the fund of that name where it is of one, and returns the id of the transfer.
pub fn send(store: &mut Store, session: &Session, draft: Option<&str>, asked: &Transfer, fund: &str) -> Result<i64> {
    asked.check().map_err(Error::Invalid)?;
    let args = [("amount", asked.amount.to_string())];
    store.act(session, &SEND, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        for (account, amount) in [(asked.from, &asked.amount), (asked.to, &asked.received)] {
            act.account(account)?.holds(&amount.currency).map_err(Error::Invalid)?;
        }
        let mut days = asked.arrived_on.into_iter().chain([asked.sent_on]);
        days.try_for_each(|on| day::refuse_future(on, act.today())).map_err(Error::Invalid)?;
        let asked = Transfer { fund: act.fund(fund)?, ..asked.clone() };
        let booked_on = act.day_to_book(asked.sent_on, act.today())?;
        let journal = asked.sending(booked_on, |key| act.chart(key))?;
        let entry = act.post(&journal.balanced().map_err(Error::Invalid)?)?;
        act.insert_transfer(&asked, entry)
    })
}

/// Writes down that the transfer whose `rev` was read has come.
pub fn arrive(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (id, rev): (i64, i64),
    arrival: &Arrival,
) -> Result<()> {
    let args = [("amount", store.transfer(id)?.amount.to_string())];
    store.act(session, &ARRIVE, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let transfer = act.transfer(id)?;
        if transfer.rev != rev {
            return Err(Error::Stale);
        }
        if !transfer.is_under_way() {
            return Err(Error::invalid("err-transfer-there"));
        }
        if arrival.on < transfer.sent_on {
            return Err(Error::invalid("err-transfer-before"));
        }
        day::refuse_future(arrival.on, act.today()).map_err(Error::Invalid)?;
        act.account(transfer.to)?.holds(&transfer.received.currency).map_err(Error::Invalid)?;
        refuse_fee(arrival.fee, &transfer.received).map_err(Error::Invalid)?;
        let booked_on = act.day_to_book(arrival.on, act.today())?;
        let journal = transfer.arriving(booked_on, arrival.on, arrival.fee, |key| act.chart(key))?;
        let entry = act.post(&journal.balanced().map_err(Error::Invalid)?)?;
        let slip = clean(&arrival.slip);
        act.arrive_transfer(&transfer, arrival.on, if slip.is_empty() { &transfer.slip } else { &slip }, entry)
    })
}
