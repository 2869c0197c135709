//! Shares: subscribed, given to another member or to an heir, given back. Each is one act with its entry in the ledger.

use super::{
    TREASURY,
    due::{amount, who},
    ledger,
};
use crate::{
    domain::{
        command::Command,
        day,
        due::{Due, DueKind},
        fold::clean,
        ledger::{EntryKind, Journal, Posting},
        member::{Field, Member},
        share::{Holding, Move, MoveKind, cancel, instalments},
        user::Session,
    },
    store::{Act, Error, Reader, Result, Store},
};
use chrono::NaiveDate;

/// Subscribes shares.
pub static SUBSCRIBE: Command = Command { id: "share.subscribe", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Gives shares to another member.
pub static TRANSFER: Command = Command { id: "share.transfer", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Gives shares of somebody who has died to an heir.
pub static INHERIT: Command = Command { id: "share.inherit", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Gives shares back to the cooperative.
pub static REFUND: Command = Command { id: "share.refund", roles: TREASURY, undo: ledger::REVERSED, pin: false };

/// How shares that are subscribed are to be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// In so many parts.
    pub parts: u32,
    /// The first by this day.
    pub first_on: NaiveDate,
    /// How far apart they are, a code of [`crate::domain::share::STEPS`].
    pub step: String,
}

/// Subscribes shares: new capital, owed in instalments. Throws away the draft it came from.
pub fn subscribe(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    shares: &Move,
    terms: &Terms,
) -> Result<()> {
    let minor = worth(store, shares)?;
    let args = args(store, shares, minor)?;
    store.act(session, &SUBSCRIBE, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        enter(act, shares, minor, terms)
    })
}

/// Writes shares that are subscribed, with what is owed for them.
pub(super) fn enter(act: &Act, shares: &Move, minor: i64, terms: &Terms) -> Result<()> {
    let currency = &shares.nominal.currency;
    let (owed_on, capital) = (act.chart(DueKind::Share.owed_on())?, act.chart(DueKind::Share.raised_from())?);
    let mut journal = begin(act, EntryKind::Raise, shares)?;
    let entry = act.next_id("journal_entry")?;
    let parts = instalments(minor, terms.parts, terms.first_on, &terms.step);
    for (at, (part, due_on)) in parts.iter().enumerate() {
        let text = if parts.len() > 1 { format!("{}/{}", at + 1, parts.len()) } else { String::new() };
        let (minor, currency, decision) = (*part, currency.clone(), shares.decision.clone());
        let of = Due::new(DueKind::Share, *due_on);
        let due = Due { member: shares.member, minor, text, currency, decision, ..of };
        let id = act.next_id("due")?;
        act.insert_due(&due, id, entry)?;
        journal.add(Posting::new(owed_on, due.minor, &due.currency).member(shares.member).due(Some(id)));
    }
    journal.add(Posting::new(capital, -minor, currency).member(shares.member));
    act.post_under(entry, &journal.balanced().map_err(Error::Invalid)?)?;
    act.insert_share_move(shares, entry).map(drop)
}

/// Gives shares that are paid up to somebody else, who stands in `shares.other`, by transfer or succession. Throws away
/// the draft it came from.
pub fn hand_over(store: &mut Store, session: &Session, draft: Option<&str>, shares: &Move) -> Result<()> {
    let minor = worth(store, shares)?;
    let command = if shares.kind == MoveKind::Succession { &INHERIT } else { &TRANSFER };
    let to = shares.other.filter(|to| *to != shares.member).ok_or_else(|| Error::invalid("err-share-same"))?;
    let mut args = args(store, shares, minor)?;
    args.push(("to", store.member(to)?.full_name()));
    store.act(session, command, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let Move { member: from, count, nominal, .. } = shares;
        holding(act, *from, &nominal.currency)?.gives(*count, nominal).map_err(Error::Invalid)?;
        let capital = act.chart("capital")?;
        let mut journal = begin(act, EntryKind::Share, shares)?;
        journal.add(Posting::new(capital, minor, &nominal.currency).member(*from));
        journal.add(Posting::new(capital, -minor, &nominal.currency).member(to));
        let entry = act.post(&journal.balanced().map_err(Error::Invalid)?)?;
        act.insert_share_move(&Move { count: -count, ..shares.clone() }, entry)?;
        act.insert_share_move(&Move { member: to, other: Some(*from), ..shares.clone() }, entry).map(drop)
    })
}

/// Gives shares back: instalments that are not paid fall away, the last first; what was paid the cooperative owes to the
/// member from then on. Throws away the draft it came from. Returns what it owes, in minor units.
pub fn refund(store: &mut Store, session: &Session, draft: Option<&str>, shares: &Move) -> Result<i64> {
    let minor = worth(store, shares)?;
    let args = args(store, shares, minor)?;
    store.act(session, &REFUND, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let Move { member, count, nominal, .. } = shares;
        holding(act, *member, &nominal.currency)?.value(*count, nominal).map_err(Error::Invalid)?;
        let is_open = |due: &Due| due.kind == DueKind::Share && due.currency == nominal.currency;
        let dues: Vec<Due> = act.open_dues(*member)?.into_iter().filter(is_open).collect();
        let (parts, rest) = cancel(minor, &dues);
        let unpaid = act.chart(DueKind::Share.owed_on())?;
        let mut journal = begin(act, EntryKind::Share, shares)?;
        journal.add(Posting::new(act.chart("capital")?, minor, &nominal.currency).member(*member));
        for part in parts {
            journal.add(Posting::new(unpaid, -part.minor, &nominal.currency).member(*member).due(Some(part.due)));
        }
        journal.add(Posting::new(act.chart("member")?, -rest, &nominal.currency).member(*member));
        let entry = act.post(&journal.balanced().map_err(Error::Invalid)?)?;
        act.insert_share_move(&Move { count: -count, other: None, ..shares.clone() }, entry)?;
        Ok(rest)
    })
}

/// A member as the register shows it: with the shares that the ledger has, as soon as it knows of any that came or went.
pub(super) fn registered(reader: &Reader, id: i64) -> Result<Member> {
    let mut member = reader.member(id)?;
    if !reader.has_share_moves(id)? {
        return Ok(member);
    }
    let (mut count, mut paid) = (0, 0);
    for held in reader.holdings(id)? {
        count += held.count;
        paid += held.paid_up();
    }
    member.put(Field::Shares, count.to_string());
    member.put(Field::SharesPaid, paid.to_string());
    Ok(member)
}

/// What somebody has in shares of a currency.
fn holding(reader: &Reader, member: i64, currency: &str) -> Result<Holding> {
    let held = reader.holdings(member)?.into_iter().find(|holding| holding.currency == currency);
    Ok(held.unwrap_or_else(|| Holding { currency: currency.to_owned(), ..Holding::default() }))
}

/// What shares are worth that come or go, today or before.
fn worth(store: &Store, shares: &Move) -> Result<i64> {
    day::refuse_future(shares.moved_on, store.clock().today()).map_err(Error::Invalid)?;
    if shares.count <= 0 {
        return Err(Error::invalid("err-share-count"));
    }
    let minor = shares.count.checked_mul(shares.nominal.minor).filter(|minor| *minor > 0);
    minor.ok_or_else(|| Error::invalid("err-amount-positive"))
}

/// An entry of the day on the paper, or of today when its month is closed.
fn begin(act: &Act, kind: EntryKind, shares: &Move) -> Result<Journal> {
    let mut journal = Journal::new(kind, act.day_to_book(shares.moved_on, act.today())?);
    journal.paper_on = Some(shares.moved_on);
    (journal.text, journal.decision) = (clean(&shares.note), clean(&shares.decision));
    journal.reference = clean(&shares.deed);
    Ok(journal)
}

/// What the log says: whose shares, how many, what they are worth.
fn args(reader: &Reader, shares: &Move, minor: i64) -> Result<Vec<(&'static str, String)>> {
    let mut args = who(reader, &[shares.member])?;
    args.extend([("shares", shares.count.to_string()), ("amount", amount(minor, &shares.nominal.currency))]);
    Ok(args)
}
