//! Members: saved, admitted, given another status.

use super::{REGISTER, SECRETARY};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        day,
        member::{Field, Member, Status},
        user::Session,
    },
    store::{Act, Error, Result, Store},
};
use chrono::NaiveDate;

/// Adds a member or an applicant.
pub static ADD: Command = Command { id: "member.add", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Enters somebody from a paper form.
pub static FORM: Command = Command { id: "member.form", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Changes what is recorded of a member.
pub static EDIT: Command = Command { id: "member.edit", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Admits applicants.
pub static ADMIT: Command = Command { id: "member.admit", roles: SECRETARY, undo: Undo::ByRecord, pin: false };
/// Enters that the assembly has validated admissions.
pub static VALIDATE: Command = Command { id: "member.validate", roles: SECRETARY, undo: Undo::ByRecord, pin: false };
/// Changes a status.
pub static STATUS: Command = Command { id: "member.status", roles: REGISTER, undo: Undo::Whole, pin: false };
/// Takes people off the list of members: they have left.
pub static ARCHIVE: Command = Command { id: "member.archive", roles: SECRETARY, undo: Undo::ByRecord, pin: false };

/// A change of status: what, since when, why, and by which meeting's decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What the person becomes.
    pub status: Status,
    /// Since when.
    pub on: NaiveDate,
    /// Why; may be empty.
    pub reason: String,
    /// The meeting that decided; may be empty.
    pub decision: String,
}

/// Saves a member: a new one when the id is 0, else the one whose `rev` was read, and throws away the draft it came
/// from. Returns the member as the book holds it now. A number is never taken from the form; whoever is saved as
/// admitted gets the next one. Nothing changed is no act.
pub fn save(store: &mut Store, session: &Session, draft: Option<&str>, member: &Member) -> Result<Member> {
    refuse_wrong(member, store.clock().today())?;
    let args = [("name", member.full_name())];
    if member.id == 0 {
        return add(store, session, draft, member, (&ADD, &args));
    }
    let old = store.member(member.id)?;
    if old.rev != member.rev {
        return Err(Error::Stale);
    }
    let same = Member { number: old.number, status_on: old.status_on, ..member.clone() };
    if same == old {
        draft.map_or(Ok(()), |form| store.drop_draft(form))?;
        return Ok(old);
    }
    store.act(session, &EDIT, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let rev = act.update_member(member)?;
        if member.status != old.status {
            let on = member.status_on.filter(|day| Some(*day) != old.status_on).unwrap_or(act.today());
            let step = Step { status: member.status, on, reason: String::new(), decision: String::new() };
            take(act, &Member { rev, ..old }, &step)?;
        }
        act.member(member.id)
    })
}

/// Saves a new member from a paper form; like [`save`] otherwise.
pub fn save_form(store: &mut Store, session: &Session, draft: Option<&str>, member: &Member) -> Result<Member> {
    refuse_wrong(member, store.clock().today())?;
    let args = [("name", member.full_name()), ("number", member.kept(Field::FormNumber).to_owned())];
    add(store, session, draft, member, (&FORM, &args))
}

fn refuse_wrong(member: &Member, today: NaiveDate) -> Result<()> {
    let wrong = member.check(today).into_iter().find(|issue| issue.is_error);
    wrong.map_or(Ok(()), |issue| Err(Error::Invalid(issue.text)))
}

fn add(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    member: &Member,
    (command, args): (&'static Command, &[(&str, String)]),
) -> Result<Member> {
    store.act(session, command, args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        let mut new = Member { number: None, ..member.clone() };
        if new.status.is_admitted() {
            act.require(SECRETARY)?;
            new.joined_on = new.joined_on.or(Some(act.today()));
        }
        let id = act.insert_member(&new)?;
        act.member(id)
    })
}

/// A decision to admit, the same for everybody it names (AUSCOOP art. 10: the managing body admits, and the admission
/// is valid once the assembly has validated it; the two are dated apart).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admission {
    /// From which day on; today when it is not said.
    pub on: Option<NaiveDate>,
    /// Code of the body that admits; may be empty.
    pub by: String,
    /// Its decision; may be empty.
    pub decision: String,
    /// The day on which the assembly validated it, if it has.
    pub validated_on: Option<NaiveDate>,
    /// By which decision; may be empty.
    pub validated_by: String,
}

/// Admits applicants, in the order given, by one decision. All of them, or, when one of them cannot be admitted, none.
/// Returns the numbers.
pub fn admit(store: &mut Store, session: &Session, ids: &[i64], admission: &Admission) -> Result<Vec<(i64, i64)>> {
    let on = admission.on.unwrap_or(store.clock().today());
    let decision = admission.decision.clone();
    let step = Step { status: Status::Active, on, reason: String::new(), decision };
    let args = args(store, ids, on)?;
    store.act(session, &ADMIT, &args, |act| {
        let admit = |id: &i64| {
            take(act, &act.member(*id)?, &step)?;
            let member = act.member(*id)?;
            let number = member.number.expect("whoever is active bears a number");
            write_down(act, member, admission)?;
            Ok((*id, number))
        };
        ids.iter().map(admit).collect()
    })
}

/// Enters that the assembly has validated the admission of members. All of them or none; what was validated before keeps
/// its day and its decision.
pub fn validate(store: &mut Store, session: &Session, ids: &[i64], on: NaiveDate, decision: &str) -> Result<()> {
    let validated_by = decision.to_owned();
    let validation = Admission { validated_on: Some(on), validated_by, ..Admission::default() };
    let args = args(store, ids, on)?;
    store.act(session, &VALIDATE, &args, |act| {
        let members = ids.iter().map(|id| act.member(*id)).collect::<Result<Vec<_>>>()?;
        let mut waiting = members.into_iter().filter(awaits_validation).peekable();
        if waiting.peek().is_none() {
            return Err(Error::Invalid(Text::new("err-validated").with("count", ids.len())));
        }
        waiting.try_for_each(|member| write_down(act, member, &validation))
    })
}

/// Whether no assembly has validated the admission yet.
pub fn awaits_validation(member: &Member) -> bool {
    member.kept(Field::ValidatedOn).is_empty()
}

/// Writes what a decision says into a member's record.
fn write_down(act: &Act, mut member: Member, admission: &Admission) -> Result<()> {
    admission.validated_on.map_or(Ok(()), |on| day::refuse_future(on, act.today())).map_err(Error::Invalid)?;
    let before = member.clone();
    let mut put = |field, text: String| {
        if !text.is_empty() {
            member.put(field, text);
        }
    };
    put(Field::AdmittedBy, admission.by.clone());
    put(Field::ValidatedOn, admission.validated_on.map(|day| day.to_string()).unwrap_or_default());
    put(Field::ValidatedBy, admission.validated_by.clone());
    if member == before { Ok(()) } else { act.update_member(&member).map(drop) }
}

/// Gives a member another status; needs the `rev` that was read.
pub fn set_status(store: &mut Store, session: &Session, id: i64, rev: i64, step: &Step) -> Result<()> {
    let mut args = args(store, &[id], step.on)?;
    args.push(("status", step.status.code().to_owned()));
    store.act(session, &STATUS, &args, |act| {
        let member = act.member(id)?;
        take(act, &Member { rev, ..member }, step)
    })
}

/// Enters that people have left. All of them or none.
pub fn archive(store: &mut Store, session: &Session, ids: &[i64], on: NaiveDate, reason: &str) -> Result<()> {
    let step = Step { status: Status::Resigned, on, reason: reason.to_owned(), decision: String::new() };
    let args = args(store, ids, on)?;
    store.act(session, &ARCHIVE, &args, |act| ids.iter().try_for_each(|id| take(act, &act.member(*id)?, &step)))
}

/// What the log says: of one member the name, of several how many; and the day.
fn args(store: &Store, ids: &[i64], on: NaiveDate) -> Result<Vec<(&'static str, String)>> {
    let who = match ids {
        [id] => ("name", store.member(*id)?.full_name()),
        _ => ("count", ids.len().to_string()),
    };
    Ok(vec![who, ("day", day::show(on))])
}

/// Takes a step that may follow the present status. Who admits or excludes must be the secretary.
pub(super) fn take(act: &Act, member: &Member, step: &Step) -> Result<()> {
    if !member.status.next().contains(&step.status) {
        let text = Text::new("err-status-step")
            .with("name", member.full_name())
            .with("from", Text::new(member.status.text_id()))
            .with("to", Text::new(step.status.text_id()));
        return Err(Error::Invalid(text));
    }
    day::refuse_future(step.on, act.today()).map_err(Error::Invalid)?;
    if step.status == Status::Excluded || (step.status == Status::Active && member.status != Status::Suspended) {
        act.require(SECRETARY)?;
    }
    act.set_member_status((member.id, member.rev), step.status, step.on, &step.reason, &step.decision)?;
    // the day of an admission is a field as well, with rules of its own
    if step.status == Status::Active { refuse_wrong(&act.member(member.id)?, act.today()) } else { Ok(()) }
}
