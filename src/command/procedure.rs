//! Withdrawal, exclusion and death: opened with the steps that law and statutes ask for, and followed to their end.

use super::{REGISTER, SECRETARY, member};
use crate::{
    domain::{
        bylaws::{self, Bylaws},
        command::{Command, Undo},
        day,
        member::{Member, Status},
        noun::Entry,
        procedure::{self, PROCEDURE, STEP},
        user::Session,
    },
    store::{Act, Error, Result, Store},
};
use chrono::NaiveDate;

/// Opens a procedure.
pub static OPEN: Command = Command { id: "procedure.open", roles: REGISTER, undo: Undo::Whole, pin: false };

/// Opens the procedure that leads to `step.status`, effective on its day, and throws away the draft it came from. A
/// member who leaves or has died has the new status from that day on; one who is to be excluded keeps the old one until
/// the step is done that excludes. Needs the `rev` that was read; returns the procedure.
pub fn open(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (id, rev): (i64, i64),
    step: &member::Step,
) -> Result<i64> {
    let kind = procedure::kind_of(step.status).ok_or_else(|| Error::invalid("err-status-step"))?;
    let args = [("name", store.member(id)?.full_name()), ("day", day::show(step.on)), ("procedure", kind.to_owned())];
    store.act(session, &OPEN, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let member = Member { rev, ..act.member(id)? };
        let bylaws = Bylaws::of(act.coop()?.legal_form);
        let rules = procedure::steps(&bylaws, kind);
        if step.status == Status::Excluded {
            act.require(SECRETARY)?;
        }
        if procedure::is_immediate(rules) {
            member::take(act, &member, step)?;
        } else if act.member(id)?.rev != rev {
            return Err(Error::Stale);
        } else if !member.status.next().contains(&step.status) {
            return Err(Error::invalid("err-status-step"));
        }
        insert(act, id, kind, step, rules)
    })
}

/// Writes a procedure with its steps; returns its id.
pub(super) fn insert(act: &Act, id: i64, kind: &str, step: &member::Step, rules: &[bylaws::Step]) -> Result<i64> {
    let owner = ("member", id);
    let mut opened = Entry::new(&PROCEDURE, owner);
    opened.put("kind", kind);
    opened.put("ground", step.reason.as_str());
    opened.put("opened_on", step.on.min(act.today()).to_string());
    if procedure::is_immediate(rules) {
        opened.put("effective_on", step.on.to_string());
    }
    let id = act.put_entry(&opened, None)?;
    let line = |rule: &bylaws::Step| {
        let mut line = Entry::new(&STEP, owner);
        line.put("procedure_id", id.to_string());
        line.put("step", rule.step.as_str());
        line
    };
    let mut steps: Vec<Entry> = rules.iter().map(line).collect();
    procedure::set_due(&opened, &mut steps, rules);
    steps.iter().try_for_each(|step| act.put_entry(step, None).map(drop))?;
    Ok(id)
}

/// What follows from a step or a procedure that was just written over `before`: days by which others are due, the
/// status that a step brings when it is done, and the end of the procedure when nothing is left to do.
pub(super) fn follow(act: &Act, written: &Entry, before: Option<&Entry>) -> Result<()> {
    let of = if *written.noun == STEP { written.get("procedure_id").parse().unwrap_or(0) } else { written.id };
    let mut opened = act.entry(&PROCEDURE, of)?;
    let bylaws = Bylaws::of(act.coop()?.legal_form);
    let rules = procedure::steps(&bylaws, opened.get("kind"));
    let mut steps = steps_of(act, &opened)?;
    let member = act.member(written.owner.1)?;
    let is_done_now = *written.noun == STEP && before.is_none_or(|before| before.get("done_on").is_empty());
    for step in steps.iter().filter(|step| is_done_now && step.get("step") == written.get("step")) {
        let becomes = rules.iter().find(|rule| rule.step == step.get("step")).and_then(bylaws::Step::becomes);
        let Some((status, done)) = becomes.zip(step.day("done_on")) else { continue };
        if !member.status.next().contains(&status) {
            continue;
        }
        let on = opened.day("effective_on").filter(|day| *day <= act.today()).unwrap_or(done);
        let reason = opened.get("ground").to_owned();
        member::take(act, &member, &member::Step { status, on, reason, decision: decision(&steps) })?;
        if opened.get("effective_on").is_empty() {
            opened.put("effective_on", on.to_string());
            act.put_entry(&opened, None)?;
            opened = act.entry(&PROCEDURE, of)?;
        }
    }
    for at in procedure::set_due(&opened, &mut steps, rules) {
        act.put_entry(&steps[at], None)?;
    }
    let days: Vec<Option<NaiveDate>> = steps.iter().map(|step| step.day("done_on")).collect();
    let last = days.iter().flatten().max().filter(|_| days.iter().all(Option::is_some));
    if let Some(last) = last.filter(|_| opened.get("closed_on").is_empty()) {
        opened.put("closed_on", last.to_string());
        act.put_entry(&opened, None)?;
    }
    Ok(())
}

/// The steps of a procedure.
pub(super) fn steps_of(act: &Act, procedure: &Entry) -> Result<Vec<Entry>> {
    let mut steps = act.entries(&STEP, procedure.owner)?;
    steps.retain(|step| step.get("procedure_id") == procedure.id.to_string());
    Ok(steps)
}

/// By what it was decided, as the step of the decision says.
fn decision(steps: &[Entry]) -> String {
    let decided = steps.iter().find(|step| step.get("step") == "decided");
    decided.map(|step| step.get("reference").to_owned()).unwrap_or_default()
}
