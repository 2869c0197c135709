//! What the cooperative's own statutes say of its bodies and votes.

use super::SECRETARY;
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        fold::{clean, clean_lines},
        member::{LONGEST, LONGEST_NOTE},
        rule::{Own, Rule, What, subject_text_id},
        user::Session,
    },
    store::{Error, Result, Store},
};

/// Writes a rule of the statutes, which goes before that of the legal form.
pub static SAVE: Command = Command { id: "bylaw.save", roles: SECRETARY, undo: Undo::Whole, pin: false };
/// Goes back to the rule of the legal form.
pub static REMOVE: Command = Command { id: "bylaw.remove", roles: SECRETARY, undo: Undo::Whole, pin: false };

/// Writes a rule: a new one when the id is 0, else the one whose `rev` was read; throws away the draft it came from.
/// Returns the id. Nothing changed is no act.
pub fn save(store: &mut Store, session: &Session, draft: Option<&str>, own: &Own) -> Result<i64> {
    let own = checked(own)?;
    let before = store.own_rule(&own.rule.code)?;
    if before.as_ref() == Some(&own) {
        draft.map_or(Ok(()), |form| store.drop_draft(form))?;
        return Ok(own.id);
    }
    store.act(session, &SAVE, &args(&own.rule), |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        act.put_rule(&own)
    })
}

/// Takes a rule out.
pub fn remove(store: &mut Store, session: &Session, own: &Own) -> Result<()> {
    store.act(session, &REMOVE, &args(&own.rule), |act| act.remove_rule(own))
}

/// The rule as it is kept.
fn checked(own: &Own) -> Result<Own> {
    let code = &own.rule.code;
    let what = What::of(code).filter(|_| subject_text_id(own.rule.subject()).is_some());
    let what = what.ok_or_else(|| Error::Invalid(Text::new("err-choice").with("text", code.as_str())))?;
    let value = what.read(&own.rule.value).map_err(Error::Invalid)?;
    let (reference, note) = (clean(&own.rule.reference), clean_lines(&own.note));
    for (text, longest) in [(&reference, LONGEST), (&note, LONGEST_NOTE)] {
        let length = text.chars().count();
        if length > longest {
            return Err(Error::Invalid(Text::new("err-long").with("length", length).with("longest", longest)));
        }
    }
    Ok(Own { rule: Rule { code: code.clone(), value, reference, certainty: None }, note, ..own.clone() })
}

/// What the log says: which rule.
fn args(rule: &Rule) -> Vec<(&'static str, String)> {
    vec![("rule", rule.code.clone())]
}
