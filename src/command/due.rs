//! What members owe: raised by schedules, by hand and by roll calls; let go by a decision; set against what was paid
//! beyond what was owed.

use super::{TREASURY, ledger};
use crate::{
    domain::{
        Text,
        amount::Amount,
        command::Command,
        due::{Due, DueKind, SINGLE_KINDS, allocate},
        fold::clean,
        ledger::{EntryKind, Journal, Posting},
        raise::{Key, Payer, Proposal},
        user::{Role, Session},
    },
    store::{Act, Error, Reader, Result, Store},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Raises what a schedule or roll calls ask for.
pub static RAISE: Command = Command { id: "due.raise", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Raises the entry fee of those who were admitted just now.
pub static ENTRY: Command = Command { id: "due.entry", roles: ADMITTING, undo: ledger::REVERSED, pin: false };
/// Enters an amount owed by hand.
pub static ADD: Command = Command { id: "due.add", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Lets amounts owed go.
pub static WAIVE: Command = Command { id: "due.waive", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Sets what was paid beyond what was owed against what is owed.
pub static APPLY: Command = Command { id: "due.apply", roles: TREASURY, undo: ledger::REVERSED, pin: false };

/// Whoever admits brings in the fee with it.
const ADMITTING: &[Role] = &[Role::Treasurer, Role::Secretary];

/// What raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A schedule.
    Schedule(i64),
    /// The fines of closed roll calls.
    Fines,
}

/// What raising would come to now.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What raises.
    pub source: Source,
    /// What it is called; blank for fines.
    pub name: String,
    /// The periods of which something can be raised, the oldest first; blank ones are not named.
    pub periods: Vec<String>,
    /// What can be raised, the oldest period first, then by the number of the member.
    pub proposals: Vec<Proposal>,
    /// How many amounts were raised before.
    pub raised: usize,
    /// Who owes them.
    pub payers: HashMap<i64, Payer>,
}

impl Plan {
    /// What is raised when the default of those in `turned` is turned round.
    pub fn wanted<'a>(&'a self, turned: &'a BTreeSet<Key>) -> impl Iterator<Item = &'a Due> {
        self.proposals.iter().filter(|one| one.is_wanted(turned)).map(|one| &one.due)
    }

    /// What that comes to, by currency.
    pub fn totals(&self, turned: &BTreeSet<Key>) -> Vec<Amount> {
        sum(self.wanted(turned))
    }
}

/// What amounts come to, by currency.
fn sum<'a>(dues: impl Iterator<Item = &'a Due>) -> Vec<Amount> {
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for due in dues {
        *sums.entry(&due.currency).or_default() += due.minor;
    }
    sums.into_iter().map(|(currency, minor)| Amount { minor, currency: currency.to_owned() }).collect()
}

/// What raising would come to on `today`.
pub fn plan(reader: &Reader, source: Source, today: NaiveDate) -> Result<Plan> {
    let Source::Schedule(id) = source else {
        let (fines, raised) = reader.fines()?;
        let members: BTreeSet<i64> = fines.iter().map(|due| due.member).collect();
        let payers = reader.payers(Some(&members.into_iter().collect::<Vec<_>>()))?;
        let payers = payers.into_iter().map(|payer| (payer.id, payer)).collect();
        let proposals = fines.into_iter().map(|due| Proposal { due, left: None }).collect();
        return Ok(Plan { source, name: String::new(), periods: Vec::new(), proposals, raised, payers });
    };
    let schedule = reader.schedule(id)?;
    let payers = reader.payers(None)?;
    let (mut proposals, mut raised, mut periods) = (Vec::new(), 0, Vec::new());
    for period in schedule.periods(today) {
        let known = reader.raised(id, &period.0)?;
        let (found, before) = schedule.propose(&period, &payers, |member| known.contains(&member));
        raised += before;
        if found.iter().any(|one| one.left.is_none()) && !period.0.is_empty() {
            periods.push(period.0);
        }
        proposals.extend(found);
    }
    let payers = payers.into_iter().map(|payer| (payer.id, payer)).collect();
    Ok(Plan { source, name: schedule.name, periods, proposals, raised, payers })
}

/// What was raised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// How many amounts.
    pub count: usize,
    /// What they come to, by currency.
    pub totals: Vec<Amount>,
}

/// Raises what a source asks for, with the default of those in `turned` turned round, as one act: what somebody else has
/// raised meanwhile is not raised again. What those members have paid beyond what they owed is set against it. `step`
/// hears how many of how many are written, and can stop everything.
pub fn raise(
    store: &mut Store,
    session: &Session,
    source: Source,
    turned: &BTreeSet<Key>,
    step: &mut dyn FnMut(usize, usize) -> Result<()>,
) -> Result<Raised> {
    store.act(session, &RAISE, &[], |act| {
        let plan = self::plan(act, source, act.today())?;
        let dues: Vec<&Due> = plan.wanted(turned).collect();
        act.say("name", plan.name.as_str());
        act.say("dues", dues.len().to_string());
        raise_all(act, &dues, step)?;
        Ok(Raised { count: dues.len(), totals: plan.totals(turned) })
    })
}

/// Raises the entry fees that hold today of members who were just admitted; nothing where there are none.
pub fn raise_entry(store: &mut Store, session: &Session, members: &[i64]) -> Result<Option<Raised>> {
    if entry_dues(store, members, store.clock().today())?.is_empty() {
        return Ok(None);
    }
    store.act(session, &ENTRY, &[], |act| {
        let dues = entry_dues(act, members, act.today())?;
        act.say("name", dues.first().map_or("", |due| due.text.as_str()));
        act.say("dues", dues.len().to_string());
        raise_all(act, &dues.iter().collect::<Vec<_>>(), &mut |_, _| Ok(()))?;
        Ok(Some(Raised { count: dues.len(), totals: sum(dues.iter()) }))
    })
}

/// The entry fees that hold on a day and that these members do not owe yet.
fn entry_dues(reader: &Reader, members: &[i64], today: NaiveDate) -> Result<Vec<Due>> {
    let mut dues = Vec::new();
    for id in reader.entry_fees(today)? {
        let plan = plan(reader, Source::Schedule(id), today)?;
        let of = |one: &Proposal| members.contains(&one.due.member) && one.left.is_none();
        dues.extend(plan.proposals.into_iter().filter(of).map(|one| one.due));
    }
    Ok(dues)
}

fn raise_all(act: &Act, dues: &[&Due], step: &mut dyn FnMut(usize, usize) -> Result<()>) -> Result<()> {
    if dues.is_empty() {
        return Err(Error::invalid("err-raise-nothing"));
    }
    for (at, due) in dues.iter().enumerate() {
        if at.is_multiple_of(64) {
            step(at, dues.len())?;
        }
        act.raise(due, act.today())?;
    }
    let paid_ahead: BTreeSet<(i64, &str)> = dues.iter().map(|due| (due.member, due.currency.as_str())).collect();
    paid_ahead.into_iter().try_for_each(|(member, currency)| apply_one(act, member, currency).map(drop))
}

/// Enters an amount that each of these members owes; throws away the draft it came from.
pub fn add(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    members: &[i64],
    due: &Due,
    fund: &str,
) -> Result<()> {
    if due.minor <= 0 {
        return Err(Error::invalid("err-amount-positive"));
    }
    if SINGLE_KINDS.iter().all(|kind| kind.code != due.kind.code()) {
        return Err(Error::invalid("err-due-alone"));
    }
    let mut args = who(store, members)?;
    args.push(("amount", amount(due.minor, &due.currency)));
    store.act(session, &ADD, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let fund = act.fund(fund)?;
        let of = |member: &i64| Due { member: *member, fund, text: clean(&due.text), ..due.clone() };
        let dues: Vec<Due> = members.iter().map(of).collect();
        raise_all(act, &dues.iter().collect::<Vec<_>>(), &mut |_, _| Ok(()))
    })
}

/// Why amounts owed are let go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiver {
    /// How much of it, in minor units; all that is open when it is not said.
    pub minor: Option<i64>,
    /// The motion that decided it; must be named.
    pub decision: String,
    /// Why; may be empty.
    pub reason: String,
}

/// Lets amounts owed go by a decision, in whole or in part; throws away the draft it came from. Shares that are not paid
/// are given back instead, and loans are paid.
pub fn waive(store: &mut Store, session: &Session, draft: Option<&str>, ids: &[i64], waiver: &Waiver) -> Result<()> {
    let (decision, reason) = (clean(&waiver.decision), clean(&waiver.reason));
    if decision.is_empty() {
        return Err(Error::invalid("err-waive-decision"));
    }
    let members: BTreeSet<i64> = ids.iter().map(|id| Ok(store.due(*id)?.member)).collect::<Result<_>>()?;
    let mut args = who(store, &members.into_iter().collect::<Vec<_>>())?;
    args.push(("decision", decision.clone()));
    store.act(session, &WAIVE, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let expense = act.chart("waived")?;
        for id in ids {
            let due = act.due(*id)?;
            let minor = waiver.minor.unwrap_or(due.open);
            if matches!(due.kind, DueKind::Share | DueKind::Loan) {
                return Err(Error::invalid("err-waive-kind"));
            }
            if minor <= 0 || minor > due.open {
                let open = Amount { minor: due.open, currency: due.currency };
                return Err(Error::Invalid(Text::new("err-waive-amount").with("open", open)));
            }
            let owed_on = act.chart(due.kind.owed_on())?;
            let mut journal = Journal::new(EntryKind::Waive, act.today());
            (journal.text, journal.decision) = (reason.clone(), decision.clone());
            journal.add(Posting::new(expense, minor, &due.currency).fund(due.fund));
            journal.add(Posting::new(owed_on, -minor, &due.currency).fund(due.fund).member(due.member).due(Some(*id)));
            act.post(&journal.balanced().map_err(Error::Invalid)?)?;
        }
        Ok(())
    })
}

/// Sets what members have paid beyond what they owed against what they owe, the oldest first. Returns what was set.
pub fn apply(store: &mut Store, session: &Session, members: &[i64]) -> Result<Vec<Amount>> {
    let args = who(store, members)?;
    store.act(session, &APPLY, &args, |act| {
        let mut sums: BTreeMap<String, i64> = BTreeMap::new();
        for member in members {
            let currencies: BTreeSet<String> = act.open_dues(*member)?.into_iter().map(|due| due.currency).collect();
            for currency in currencies {
                let set = apply_one(act, *member, &currency)?;
                *sums.entry(currency).or_default() += set;
            }
        }
        sums.retain(|_, minor| *minor > 0);
        if sums.is_empty() {
            return Err(Error::invalid("err-apply-nothing"));
        }
        Ok(sums.into_iter().map(|(currency, minor)| Amount { minor, currency }).collect())
    })
}

fn apply_one(act: &Act, member: i64, currency: &str) -> Result<i64> {
    let credit = act.credit(member, currency)?;
    if credit <= 0 {
        return Ok(0);
    }
    let takes = |due: &Due| due.currency == currency && due.takes_credit();
    let dues: Vec<Due> = act.open_dues(member)?.into_iter().filter(takes).collect();
    let (parts, rest) = allocate(credit, &dues);
    let mut journal = Journal::new(EntryKind::Apply, act.today());
    for part in parts {
        let due = dues.iter().find(|due| due.id == part.due).expect("it was among those");
        let owed_on = act.chart(due.kind.owed_on())?;
        journal.add(Posting::new(owed_on, -part.minor, currency).member(member).due(Some(due.id)));
    }
    if credit == rest {
        return Ok(0);
    }
    journal.add(Posting::new(act.chart("member")?, credit - rest, currency).member(member));
    act.post(&journal.balanced().map_err(Error::Invalid)?)?;
    Ok(credit - rest)
}

/// What the log says: of one member the name, of several how many.
pub(super) fn who(reader: &Reader, members: &[i64]) -> Result<Vec<(&'static str, String)>> {
    Ok(vec![match members {
        [id] => ("name", reader.member(*id)?.full_name()),
        _ => ("count", members.len().to_string()),
    }])
}

/// An amount as the log keeps it.
pub(super) fn amount(minor: i64, currency: &str) -> String {
    Amount { minor, currency: currency.to_owned() }.to_string()
}
