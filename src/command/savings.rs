//! Savings groups: cycles, meetings at which shares are bought, loans, help out of the social fund, the share-out.

use super::{TREASURY, ledger, opening};
use crate::{
    domain::{
        Text,
        account::{ACCOUNT, FUND},
        command::{Command, Undo},
        day,
        fold::clean,
        noun::Entry,
        opening::Place,
        savings::{self, Bought, Cycle, Saver, ShareOut},
        user::Session,
    },
    store::{
        Act, Error, Reader, Result, Store,
        savings::{Loan, Saved},
    },
};
use chrono::NaiveDate;

/// Begins a cycle, or changes its rules.
pub static CYCLE: Command = Command { id: "savings.cycle", roles: TREASURY, undo: Undo::Whole, pin: false };
/// Writes what a meeting of a savings group brought in.
pub static MEET: Command = Command { id: "savings.meet", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Lends out of what was saved.
pub static LEND: Command = Command { id: "savings.lend", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Helps somebody out of the social fund.
pub static AID: Command = Command { id: "savings.aid", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Shares out at the end of a cycle.
pub static SHARE_OUT: Command =
    Command { id: "savings.share_out", roles: TREASURY, undo: ledger::REVERSED, pin: false };

/// Where the money of a cycle is, by name: what the book is without is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The box.
    pub account: String,
    /// The fund that is lent and shared out.
    pub fund: String,
    /// The fund that is not.
    pub social_fund: String,
}

/// Saves a cycle: a new one when its id is 0, else the one whose `rev` was read. Throws away the draft it came from.
/// Returns the id.
pub fn save(store: &mut Store, session: &Session, draft: Option<&str>, cycle: &Cycle, names: &Names) -> Result<i64> {
    if let Some((_, text)) = cycle.fault() {
        return Err(Error::Invalid(text));
    }
    if cycle.name.is_empty() {
        return Err(Error::Invalid(Text::new("err-required").with("field", Text::new("field-name"))));
    }
    store.act(session, &CYCLE, &[("name", cycle.name.clone())], |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let mut cycle = cycle.clone();
        cycle.account = money_account(act, &names.account, &cycle.share.currency)?;
        cycle.fund = fund(act, &names.fund, "loan")?;
        cycle.social_fund = fund(act, &names.social_fund, "social")?;
        if cycle.fund == cycle.social_fund {
            return Err(Error::invalid("err-savings-funds"));
        }
        if cycle.id != 0 {
            act.cycle(cycle.id)?.is_open().map_err(Error::Invalid)?;
        }
        act.put_cycle(&cycle)
    })
}

/// The box of that name in that currency; a new one where the book has none of that name.
fn money_account(act: &Act, name: &str, currency: &str) -> Result<i64> {
    let known = opening::accounts(act)?;
    let Ok(found) = opening::account(&known, name) else {
        let mut entry = Entry::new(&ACCOUNT, ("", 0));
        for (code, kept) in [("name", name), ("kind", "cash"), ("currency", currency)] {
            entry.put(code, kept);
        }
        return act.put_entry(&entry, None);
    };
    if !found.kind.is_money() || found.currency != currency {
        return Err(Error::Invalid(Text::new("err-savings-account").with("name", name).with("currency", currency)));
    }
    match found.place {
        Place::Account(id) => Ok(id),
        Place::Chart(key) => act.chart(key),
    }
}

/// The fund of that name; a new one of that kind where the book has none.
fn fund(act: &Act, name: &str, kind: &str) -> Result<i64> {
    if name.is_empty() {
        return Err(Error::Invalid(Text::new("err-required").with("field", Text::new("field-fund"))));
    }
    if let Some(id) = act.fund_named(name)? {
        return Ok(id);
    }
    let mut entry = Entry::new(&FUND, ("", 0));
    entry.put("name", name);
    entry.put("kind", kind);
    act.put_entry(&entry, None)
}

/// What is against a row of a meeting's sheet. Rows of the same member that are on the sheet already take its place.
pub fn may_buy(reader: &Reader, cycle: &Cycle, row: &Bought, on: NaiveDate) -> Result<()> {
    let member = reader.member(row.member)?;
    if !member.status.is_member() {
        return Err(Error::Invalid(Text::new("err-savings-member").with("name", member.full_name())));
    }
    let same_day = reader.purchases(cycle.id, Some(row.member))?.into_iter().filter(|bought| bought.on == on);
    cycle.may_buy(row.shares, same_day.map(|bought| bought.shares).sum()).map_err(Error::Invalid)
}

/// Writes the sheet of a meeting, whose total was counted in the box: all of it as one act. Throws away the draft it came
/// from. Returns the act.
pub fn meet(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (cycle, on): (i64, NaiveDate),
    (rows, counted): (&[Bought], i64),
) -> Result<i64> {
    let rows: Vec<Bought> = rows.iter().filter(|row| row.shares > 0 || row.social > 0).cloned().collect();
    if rows.is_empty() {
        return Err(Error::invalid("err-savings-empty"));
    }
    let args = [("day", day::show(on)), ("count", rows.len().to_string())];
    store.act(session, &MEET, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let cycle = open(act, cycle, on)?;
        savings::agrees(&cycle, &rows, counted).map_err(Error::Invalid)?;
        for row in &rows {
            may_buy(act, &cycle, row, on)?;
            act.buy(&cycle, row, on)?;
        }
        Ok(act.id())
    })
}

/// A cycle in which something is done on a day, as the act finds it; the log names it.
fn open(act: &Act, cycle: i64, on: NaiveDate) -> Result<Cycle> {
    let cycle = act.cycle(cycle)?;
    act.say("name", cycle.name.as_str());
    cycle.is_open().map_err(Error::Invalid)?;
    day::refuse_future(on, act.today()).map_err(Error::Invalid)?;
    if on < cycle.from_on {
        return Err(Error::Invalid(Text::new("err-savings-early").with("day", day::show(cycle.from_on))));
    }
    Ok(cycle)
}

/// How somebody stands who asks for a loan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What was saved, in minor units.
    pub saved: i64,
    /// What is still to be paid back, charges among it.
    pub owes: i64,
    /// The most that may be lent, what is owed already among it.
    pub limit: i64,
    /// What is in the box for loans.
    pub there: i64,
    /// Loans that should have been paid back.
    pub late: usize,
}

impl Standing {
    /// How much more may be lent by the rule of the cycle.
    pub const fn room(&self) -> i64 {
        let room = self.limit - self.owes;
        if room < 0 { 0 } else { room }
    }
}

/// How a member stands in a cycle.
pub fn standing(reader: &Reader, cycle: &Cycle, member: i64, today: NaiveDate) -> Result<Standing> {
    let shares = reader.shares_saved(cycle.id, member)?;
    let loans: Vec<Loan> = reader.loans(cycle.id)?.into_iter().filter(|loan| loan.member == member).collect();
    Ok(Standing {
        saved: cycle.worth(shares),
        owes: loans.iter().map(|loan| loan.open).sum(),
        limit: cycle.limit(shares),
        there: in_box(reader, cycle, cycle.fund)?,
        late: loans.iter().filter(|loan| loan.is_late(today)).count(),
    })
}

/// What the box of a cycle has of a fund.
pub fn in_box(reader: &Reader, cycle: &Cycle, fund: i64) -> Result<i64> {
    let money = reader.fund_money(fund, &cycle.share.currency)?;
    Ok(money.iter().filter(|(account, _)| *account == cycle.account).map(|(_, minor)| minor).sum())
}

/// Refuses to hand over what is not in the box.
fn refuse_missing(reader: &Reader, cycle: &Cycle, fund: i64, minor: i64) -> Result<()> {
    if minor <= 0 {
        return Err(Error::invalid("err-amount-positive"));
    }
    let there = in_box(reader, cycle, fund)?;
    if minor > there {
        return Err(Error::Invalid(Text::new("err-savings-cash").with("there", cycle.amount(there))));
    }
    Ok(())
}

/// Lends: what is handed over at a meeting, and what is owed from then on. A loan beyond the limit is the group's
/// decision; money that is not there cannot be lent. Returns the loan's id.
pub fn lend(store: &mut Store, session: &Session, draft: Option<&str>, loan: &Loan) -> Result<i64> {
    if loan.due_on < loan.lent_on {
        return Err(Error::Invalid(Text::new("err-day-order").with("day", day::show(loan.lent_on))));
    }
    if loan.charge < 0 {
        return Err(Error::invalid("err-amount-positive"));
    }
    store.act(session, &LEND, &[], |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let cycle = open(act, loan.cycle, loan.lent_on)?;
        act.say("name", loan.borrower.as_str());
        act.say("amount", cycle.amount(loan.minor).to_string());
        refuse_missing(act, &cycle, cycle.fund, loan.minor)?;
        act.lend(&cycle, loan)
    })
}

/// Help out of the social fund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aid {
    /// The cycle.
    pub cycle: i64,
    /// Who is helped.
    pub member: i64,
    /// How much, in minor units.
    pub minor: i64,
    /// The day of the meeting.
    pub on: NaiveDate,
    /// For what.
    pub purpose: String,
}

/// Helps somebody out of the social fund, for a reason. Returns the entry.
pub fn aid(store: &mut Store, session: &Session, draft: Option<&str>, aid: &Aid) -> Result<i64> {
    let purpose = clean(&aid.purpose);
    if purpose.is_empty() {
        return Err(Error::invalid("err-reason"));
    }
    store.act(session, &AID, &[], |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let cycle = open(act, aid.cycle, aid.on)?;
        act.say("name", act.member(aid.member)?.heading());
        act.say("amount", cycle.amount(aid.minor).to_string());
        refuse_missing(act, &cycle, cycle.social_fund, aid.minor)?;
        act.aid(&cycle, (aid.member, aid.minor), aid.on, &purpose)
    })
}

/// What a share-out would be, or was: who gets what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// The cycle.
    pub cycle: Cycle,
    /// Who shares or owes, in the order of the parts.
    pub savers: Vec<Saved>,
    /// The parts.
    pub out: ShareOut,
    /// What is in the social fund, which nobody gets.
    pub social: i64,
}

/// Works out a share-out, or, of a cycle that was shared out, how that was. Nothing is written.
pub fn simulate(reader: &Reader, cycle: i64) -> Result<Sharing> {
    let cycle = reader.cycle(cycle)?;
    let currency = cycle.share.currency.as_str();
    let mut savers = reader.saved(cycle.id)?;
    let sum = |fund| -> Result<i64> { Ok(reader.fund_money(fund, currency)?.iter().map(|(_, minor)| minor).sum()) };
    let (cash, debts) = if let Some(entry) = cycle.entry {
        let cash = reader.fund_money_before(cycle.fund, currency, entry)?;
        (cash, reader.fund_owed_before(cycle.fund, currency, entry)?)
    } else {
        let dues = reader.fund_dues(cycle.fund, currency)?;
        (sum(cycle.fund)?, dues.iter().map(|due| (due.member, due.open)).collect())
    };
    for (debtor, _) in &debts {
        if savers.iter().all(|saver| saver.member != *debtor) {
            let member = reader.member(*debtor)?;
            savers.push(Saved {
                member: *debtor,
                number: member.number,
                name: member.full_name(),
                shares: 0,
                social: 0,
            });
        }
    }
    savers.sort_by_key(|saver| (saver.number.is_none(), saver.number, saver.member));
    let owes = |member: i64| debts.iter().filter(|(debtor, _)| *debtor == member).map(|(_, open)| open).sum();
    let all: Vec<Saver> = savers
        .iter()
        .map(|saver| Saver { member: saver.member, shares: saver.shares, owes: owes(saver.member) })
        .collect();
    let social = sum(cycle.social_fund)?;
    let out = savings::share_out(cash, &all).map_err(Error::Invalid)?;
    Ok(Sharing { cycle, savers, out, social })
}

/// Shares out as it was simulated, and closes the cycle. When the book has changed since, it is [`Error::Stale`]: it must
/// be simulated again. Returns the entry.
pub fn share_out(store: &mut Store, session: &Session, sharing: &Sharing, on: NaiveDate) -> Result<i64> {
    let cash = sharing.cycle.amount(sharing.out.cash).to_string();
    store.act(session, &SHARE_OUT, &[("amount", cash)], |act| {
        let cycle = open(act, sharing.cycle.id, on)?;
        if simulate(act, cycle.id)? != *sharing {
            return Err(Error::Stale);
        }
        act.share_out(&cycle, &sharing.out, on)
    })
}
