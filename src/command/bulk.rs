//! Many members are changed together: first a plan that changes nothing, then one act.
//!
//! Each member is read, changed and checked as by a form. Who has everything already stays as is; who cannot take the
//! change is named with the reason and does not hold up the others.

use super::{REGISTER, member::Step};
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        fold::{clean, fold},
        member::{Field, Member, Reading, Sex, Status},
        user::Session,
    },
    store::{Act, Error, Reader, Result, Store},
};

/// Changes members together.
pub static BULK: Command = Command { id: "member.bulk", roles: REGISTER, undo: Undo::ByRecord, pin: false };

/// What all of them get; what is not here stays as each has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Fields and what was typed for them; a blank empties the field.
    pub fields: Vec<(Field, String)>,
    /// A line that is added to the note; may be empty.
    pub note: String,
    /// A step of the status: into a suspension or out of it.
    pub step: Option<Step>,
}

/// How many people, and how many of each sex where it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All.
    pub all: usize,
    /// Women.
    pub women: usize,
    /// Men.
    pub men: usize,
}

/// Somebody who is left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Who.
    pub member: Box<Member>,
    /// What stands in the way.
    pub why: Text,
}

/// What a change would do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The change.
    pub change: Change,
    /// Who changes.
    pub changed: Tally,
    /// Who has it already.
    pub same: Tally,
    /// Who cannot take it.
    pub refused: Tally,
    /// The first of those, by name.
    pub named: Vec<Refused>,
    /// Who changes: id, and the `rev` that was read.
    rows: Vec<(i64, i64)>,
    reading: Reading,
    /// The last act when the plan was made.
    since: i64,
}

/// What a change has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The act.
    pub act: i64,
    /// How many were changed.
    pub count: usize,
    /// Who was not, because somebody else has changed the record since the plan was made.
    pub refused: Vec<Refused>,
}

/// So many of those who are left out are named.
const NAMED: usize = 500;

impl Tally {
    fn count(&mut self, member: &Member) {
        self.all += 1;
        self.women += usize::from(member.sex == Some(Sex::F));
        self.men += usize::from(member.sex == Some(Sex::M));
    }
}

impl Change {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn has(&self, field: Field) -> bool {
        self.fields.iter().any(|(other, _)| *other == field)
    }

    /// A member as it would be, without the step of the status.
    fn written(&self, old: &Member, reading: Reading) -> Result<Member, Text> {
        let mut new = old.clone();
        for (field, typed) in &self.fields {
            new.set(*field, typed, &reading)?;
            let is_record = matches!(field, Field::Site | Field::Team);
            if is_record && fold(&new.get(*field)) == fold(&old.get(*field)) {
                // the same place in other letters
                new.copy(*field, old);
            }
        }
        let line = clean(&self.note);
        if !line.is_empty() && !old.note.lines().any(|other| other == line) {
            new.set(Field::Note, &format!("{}\n{line}", old.note), &reading)?;
        }
        match new.check(reading.today).into_iter().find(|issue| issue.is_error) {
            Some(issue) if new != *old => Err(issue.text),
            _ => Ok(new),
        }
    }

    /// The step that a member is to take; `None` when there is none, or it was taken before.
    fn step_of(&self, member: &Member) -> Result<Option<&Step>, Text> {
        let Some(step) = self.step.as_ref().filter(|step| step.status != member.status) else { return Ok(None) };
        // whoever has left is admitted again one by one
        let may = match step.status {
            Status::Active => member.status == Status::Suspended,
            status => member.status.next().contains(&status),
        };
        let why = || Text::new("err-bulk-step").with("from", Text::new(member.status.text_id()));
        if may { Ok(Some(step)) } else { Err(why()) }
    }

    /// What the log says of it: fields, then the status.
    fn args(&self, count: usize) -> Vec<(&'static str, String)> {
        let mut args = vec![("count", count.to_string())];
        let mut fields: Vec<&str> = self.fields.iter().map(|(field, _)| field.code()).collect();
        if !self.note.is_empty() {
            fields.push(Field::Note.code());
        }
        if !fields.is_empty() {
            args.push(("fields", fields.join(",")));
        }
        args.extend(self.step.as_ref().map(|step| ("status", step.status.code().to_owned())));
        args
    }
}

impl Plan {
    /// Whether somebody has changed members since this was made.
    ///
    /// # Errors
    /// What the book says.
    pub fn is_old(&self, reader: &Reader) -> Result<bool> {
        reader.is_changed_since(self.since, "member")
    }
}

/// What a change would do to these members. Nothing is written; `progress` is told how many are looked at, and stops.
pub fn plan(
    reader: &Reader,
    ids: &[i64],
    change: Change,
    reading: Reading,
    progress: &mut dyn FnMut(usize) -> bool,
) -> Result<Plan> {
    let since = reader.last_act()?;
    let (changed, same, refused) = (Tally::default(), Tally::default(), Tally::default());
    let (named, rows) = (Vec::new(), Vec::new());
    let mut plan = Plan { change, changed, same, refused, named, rows, reading, since };
    for (at, id) in ids.iter().enumerate() {
        if at.is_multiple_of(64) && !progress(at) {
            return Err(Error::invalid("err-cancelled"));
        }
        let old = match reader.member(*id) {
            // an undo has taken the record away since it was marked
            Err(Error::NotFound) => continue,
            member => member?,
        };
        let mut would = plan.change.written(&old, plan.reading);
        if let Ok(new) = &would
            && [Field::Site, Field::Team].iter().any(|field| new.get(*field) != old.get(*field))
            && let Some(why) = reader.move_fault(old.id, plan.reading.today)?
        {
            would = Err(why);
        }
        match would.and_then(|new| Ok((new == old, plan.change.step_of(&old)?.is_some()))) {
            Ok((true, false)) => plan.same.count(&old),
            Ok(_) => {
                plan.changed.count(&old);
                plan.rows.push((old.id, old.rev));
            }
            Err(why) => {
                plan.refused.count(&old);
                if plan.named.len() < NAMED {
                    plan.named.push(Refused { member: Box::new(old), why });
                }
            }
        }
    }
    Ok(plan)
}

/// Does what was planned, as one act. Whoever somebody else has changed meanwhile is left out and named.
pub fn apply(
    store: &mut Store,
    session: &Session,
    plan: &Plan,
    progress: &mut dyn FnMut(usize) -> bool,
) -> Result<Changed> {
    let args = plan.change.args(plan.rows.len());
    store.act(session, &BULK, &args, |act| {
        let mut refused = Vec::new();
        for (at, row) in plan.rows.iter().enumerate() {
            if at.is_multiple_of(64) && !progress(at) {
                return Err(Error::invalid("err-cancelled"));
            }
            refused.extend(write(act, plan, *row)?);
        }
        let count = plan.rows.len() - refused.len();
        if count == 0 {
            return Err(Error::invalid("err-bulk-nothing"));
        }
        Ok(Changed { act: act.id(), count, refused })
    })
}

/// Changes one member; gives who it is when the record is not what the plan saw.
fn write(act: &Act, plan: &Plan, (id, rev): (i64, i64)) -> Result<Option<Refused>> {
    let old = match act.member(id) {
        Err(Error::NotFound) => return Ok(Some(Refused { member: Box::default(), why: Text::new("err-not-found") })),
        member => member?,
    };
    if old.rev != rev {
        return Ok(Some(Refused { member: Box::new(old), why: Text::new("err-bulk-stale") }));
    }
    let new = plan.change.written(&old, plan.reading).map_err(Error::Invalid)?;
    let mut now = old.clone();
    if new != old {
        act.update_member(&new)?;
        now = act.member(id)?;
    }
    if now.kept(Field::Team) != new.kept(Field::Team) && plan.change.has(Field::Team) {
        // whoever moves leaves the team behind; here it is said that the one of that name is meant, at the new site
        now.copy(Field::Team, &new);
        act.update_member(&now)?;
        now = act.member(id)?;
    }
    if let Some(step) = plan.change.step_of(&old).map_err(Error::Invalid)? {
        super::member::take(act, &now, step)?;
    }
    Ok(None)
}
