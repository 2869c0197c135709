//! Payment slips: proposed, answered by those who may sign, paid, or void. Who may sign, and whether it is enough, is read
//! in the act that writes the answer.

use super::{OFFICE, TREASURY, cosign::Proof, ledger, user};
use crate::{
    clock::stamp,
    domain::{
        Text,
        account::AccountKind,
        amount::Amount,
        command::{Command, Undo},
        day,
        fold::{clean, fold},
        signed::How,
        user::Session,
        voucher::{Answer, Approval, Signer, State, Voucher, is_of_members, refuse_nameless},
    },
    store::{Act, ActLine, Error, Reader, Result, Store, undo::Undone},
};
use chrono::NaiveDate;

/// Asks for money; the slip has its number from now on.
pub static PROPOSE: Command = Command { id: "voucher.propose", roles: OFFICE, undo: VOIDED, pin: false };
/// Corrects a slip to which nobody has said anything yet.
pub static CHANGE: Command = Command { id: "voucher.change", roles: OFFICE, undo: Undo::Whole, pin: false };
/// Writes down what somebody who may sign has said.
pub static ANSWER: Command = Command { id: "voucher.answer", roles: OFFICE, undo: Undo::Whole, pin: false };
/// Pays.
pub static PAY: Command = Command { id: "voucher.pay", roles: TREASURY, undo: ledger::REVERSED, pin: false };
/// Takes a slip back; its number stays.
pub static VOID: Command = Command { id: "voucher.void", roles: OFFICE, undo: Undo::Whole, pin: false };

/// How a proposal is taken back: its number is on paper by now.
pub const VOIDED: Undo = Undo::Reverse("voucher.void");

/// On what a slip is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// An account of the book.
    Account(i64),
    /// An account of the chart, made when it is first needed.
    Chart(&'static str),
}

/// A slip as somebody asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The member who is to get it, if it is one.
    pub payee_id: Option<i64>,
    /// Who is to get it.
    pub payee: String,
    /// For what.
    pub purpose: String,
    /// How much.
    pub amount: Amount,
    /// From which account.
    pub account: i64,
    /// On what it is booked.
    pub against: Against,
    /// The fund it comes out of; blank for none.
    pub fund: String,
    /// What decided it.
    pub decision: String,
    /// What it rests on.
    pub evidence: String,
}

/// What somebody says to a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The member.
    pub member: i64,
    /// Approves, or refuses.
    pub answer: Answer,
    /// How that is known.
    pub proof: Proof,
    /// Who has seen it, where it was signed in ink.
    pub seen_by: String,
    /// Why, of a refusal.
    pub reason: String,
}

/// How a slip is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payout {
    /// By what, one of [`crate::domain::voucher::INSTRUMENTS`].
    pub instrument: String,
    /// Number of the cheque, the transfer, the message.
    pub number: String,
    /// When.
    pub on: NaiveDate,
    /// Who took it.
    pub received_by: String,
    /// What the bank or the operator keeps for it, in minor units; 0 for nothing.
    pub fee: i64,
}

/// Asks for money, and returns the id of the slip.
pub fn propose(store: &mut Store, session: &Session, draft: Option<&str>, asked: &Proposal) -> Result<i64> {
    let args = [("payee", clean(&asked.payee)), ("purpose", clean(&asked.purpose))];
    store.act(session, &PROPOSE, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        act.insert_voucher(&proposed(act, session, asked)?)
    })
}

/// Corrects the slip whose `rev` was read, as long as nobody has answered it.
pub fn change(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (id, rev): (i64, i64),
    asked: &Proposal,
) -> Result<()> {
    let args = [("slip", store.voucher(id)?.label())];
    store.act(session, &CHANGE, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        fresh(act, (id, rev))?.may_change().map_err(Error::Invalid)?;
        act.change_voucher((id, rev), &proposed(act, session, asked)?)
    })
}

/// The slip that is asked for.
fn proposed(act: &Act, session: &Session, asked: &Proposal) -> Result<Voucher> {
    let (payee, purpose) = (clean(&asked.payee), clean(&asked.purpose));
    for (value, label) in [(&payee, "field-payee"), (&purpose, "field-purpose")] {
        if fold(value).is_empty() {
            return Err(Error::Invalid(Text::new("err-required").with("field", Text::new(label))));
        }
    }
    if asked.amount.minor <= 0 {
        return Err(Error::invalid("err-amount-positive"));
    }
    act.account(asked.account)?.holds(&asked.amount.currency).map_err(Error::Invalid)?;
    let against = match asked.against {
        Against::Account(id) => id,
        Against::Chart(key) => act.chart(key)?,
    };
    let kind = act.account(against)?.kind;
    if kind != AccountKind::Expense && kind != AccountKind::OtherAsset && !is_of_members(kind) {
        return Err(Error::invalid("err-slip-against"));
    }
    if is_of_members(kind) && asked.payee_id.is_none() {
        return Err(Error::invalid("err-slip-member"));
    }
    // what is owed to a member was paid into general money
    if kind == AccountKind::Member && !asked.fund.is_empty() {
        return Err(Error::invalid("err-slip-fund"));
    }
    Ok(Voucher {
        id: 0,
        rev: 0,
        number: (0, 0),
        state: State::Proposed,
        payee_id: asked.payee_id,
        payee,
        purpose,
        amount: asked.amount.clone(),
        account: asked.account,
        against,
        fund: act.fund(&asked.fund)?,
        decision: clean(&asked.decision),
        evidence: clean(&asked.evidence),
        proposed_on: act.today(),
        proposed_by: session.name.clone(),
        needed: act.signatures(asked.account)?,
        instrument: (String::new(), String::new()),
        paid_on: None,
        received_by: String::new(),
        entry: None,
        reason: String::new(),
        approvals: Vec::new(),
    })
}

/// Writes down what somebody says to the slip whose `rev` was read, and returns how far it has come by that.
pub fn answer(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (id, rev): (i64, i64),
    word: &Word,
) -> Result<State> {
    let signer = Signer { member: word.member, name: store.member(word.member)?.full_name() };
    let reason = clean(&word.reason);
    if word.answer == Answer::Refuse && reason.is_empty() {
        return Err(Error::invalid("err-reason"));
    }
    let (how, seen_by) = match &word.proof {
        Proof::Pin(pin) => {
            user::prove_member(store, word.member, pin)?;
            (How::Pin, String::new())
        }
        Proof::Ink => (How::Ink, clean(&word.seen_by)),
    };
    if how == How::Ink && (seen_by.is_empty() || fold(&seen_by).contains(&fold(&signer.name))) {
        return Err(Error::invalid("err-slip-seen"));
    }
    let args = [("slip", store.voucher(id)?.label()), ("name", signer.name.clone())];
    store.act(session, &ANSWER, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let slip = fresh(act, (id, rev))?;
        let signers = act.signers(slip.account, act.today())?;
        let answer = slip.hears(&signers, &signer, word.answer).map_err(Error::Invalid)?;
        let said = Approval { id: 0, signer, answer, how, given_at: stamp(act.at()), seen_by, reason };
        let state = slip.after(&signers, said.clone());
        act.put_approval(&slip, &said, state)?;
        Ok(state)
    })
}

/// Pays the slip whose `rev` was read.
pub fn pay(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (id, rev): (i64, i64),
    payout: &Payout,
) -> Result<()> {
    let slip = store.voucher(id)?;
    let args = [("slip", slip.label()), ("payee", slip.payee)];
    store.act(session, &PAY, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let mut slip = fresh(act, (id, rev))?;
        slip.may_pay().map_err(Error::Invalid)?;
        act.account(slip.account)?.holds(&slip.amount.currency).map_err(Error::Invalid)?;
        day::refuse_future(payout.on, act.today()).map_err(Error::Invalid)?;
        if payout.fee < 0 {
            return Err(Error::invalid("err-amount-positive"));
        }
        slip.instrument = (payout.instrument.clone(), clean(&payout.number));
        refuse_nameless(&slip.instrument.0, &slip.instrument.1).map_err(Error::Invalid)?;
        slip.received_by = clean(&payout.received_by);
        slip.paid_on = Some(payout.on);
        let fee = if payout.fee > 0 { Some((act.chart("bank_fee")?, payout.fee)) } else { None };
        let booked_on = act.day_to_book(payout.on, act.today())?;
        let entry = slip.payout(&act.account(slip.against)?, booked_on, fee).map_err(Error::Invalid)?;
        let entry = act.post(&entry)?;
        act.pay_voucher(&slip, entry)
    })
}

/// Takes back the slip whose `rev` was read, for a reason; its number stays.
pub fn void(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (id, rev): (i64, i64),
    reason: &str,
) -> Result<()> {
    let reason = clean(reason);
    if reason.is_empty() {
        return Err(Error::invalid("err-reason"));
    }
    let args = [("slip", store.voucher(id)?.label())];
    store.act(session, &VOID, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        fresh(act, (id, rev))?.may_void().map_err(Error::Invalid)?;
        act.void_voucher((id, rev), &reason)
    })
}

/// Takes back the slip that an act has proposed: it is void, with its number.
pub(super) fn void_act(store: &mut Store, session: &Session, line: &ActLine) -> Result<Undone> {
    let mut args = vec![("of", PROPOSE.id.to_owned())];
    args.extend(line.args.iter().map(|(name, value)| (name.as_str(), value.clone())));
    store.take_back(session, &VOID, &args, line.id, |act| {
        let slips = may_take_back(act, line.id)?;
        for id in &slips {
            let slip = act.voucher(*id)?;
            act.void_voucher((slip.id, slip.rev), "")?;
        }
        Ok(Undone { act: act.id(), records: slips.len(), kept: Vec::new() })
    })
}

/// The slips that an act has proposed, which can be taken back.
pub(super) fn may_take_back(reader: &Reader, act: i64) -> Result<Vec<i64>> {
    let slips = reader.vouchers_of(act)?;
    for id in &slips {
        reader.voucher(*id)?.may_void().map_err(Error::Invalid)?;
    }
    Ok(slips)
}

/// The slip as the act finds it, which must be the one that was read.
fn fresh(act: &Act, (id, rev): (i64, i64)) -> Result<Voucher> {
    let slip = act.voucher(id)?;
    if slip.rev == rev { Ok(slip) } else { Err(Error::Stale) }
}
