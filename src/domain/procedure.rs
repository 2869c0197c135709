//! A withdrawal, an exclusion or a death, with the steps that law and statutes ask for.

use super::{
    bylaws::{Bylaws, Step},
    member::Status,
    noun::{Attribute, Entry, Noun, Owner, attribute, in_order, nothing},
    takes::Takes,
};
use chrono::NaiveDate;

/// A procedure.
pub static PROCEDURE: Noun = Noun {
    table: "procedure",
    text_id: "noun-procedure",
    heading: "nouns-procedure",
    owner: Owner::Of("member"),
    attributes: &[
        attribute!("kind", Takes::Fixed("procedure-")),
        attribute!("ground", Takes::Text, "hint-reason"),
        attribute!(!"opened_on", Takes::PastDay, "hint-day"),
        attribute!("effective_on", Takes::Day, "hint-day"),
        attribute!("closed_on", Takes::PastDay, "hint-day"),
        attribute!("outcome", Takes::Text),
        attribute!("note", Takes::Lines),
    ],
    line: &["kind", "opened_on", "effective_on", "closed_on"],
    check: |procedure, _| in_order(procedure, "opened_on", "closed_on").into_iter().collect(),
};

/// One step of it.
pub static STEP: Noun = Noun {
    table: "procedure_step",
    text_id: "noun-procedure_step",
    heading: "nouns-procedure_step",
    owner: Owner::Of("member"),
    attributes: &[
        attribute!("procedure_id", Takes::Fixed("")),
        attribute!("step", Takes::Fixed("step-")),
        attribute!("done_on", Takes::PastDay, "hint-day"),
        attribute!("done_by", Takes::Text, "hint-done-by"),
        attribute!("reference", Takes::Text, "hint-reference"),
        attribute!("due_on", Takes::Day, "hint-day"),
        attribute!("note", Takes::Lines),
    ],
    line: &["step", "done_on", "due_on", "reference"],
    check: nothing,
};

/// The kind of procedure that goes with a change of status; `None` when it takes none.
pub const fn kind_of(status: Status) -> Option<&'static str> {
    match status {
        Status::Resigned => Some("withdrawal"),
        Status::Excluded => Some("exclusion"),
        Status::Deceased => Some("death"),
        _ => None,
    }
}

/// The steps of a kind of procedure.
pub fn steps<'a>(bylaws: &'a Bylaws, kind: &str) -> &'a [Step] {
    match kind {
        "withdrawal" => &bylaws.withdrawal,
        "exclusion" => &bylaws.exclusion,
        "death" => &bylaws.death,
        _ => &[],
    }
}

/// Whether the member has the new status as soon as the procedure is opened, and not only by one of its steps.
pub fn is_immediate(rules: &[Step]) -> bool {
    rules.iter().all(|step| step.becomes.is_none())
}

/// Works out again by when the steps that are not done are due. Returns those that have changed.
pub fn set_due(procedure: &Entry, steps: &mut [Entry], rules: &[Step]) -> Vec<usize> {
    let done: Vec<(String, Option<NaiveDate>)> =
        steps.iter().map(|step| (step.get("step").to_owned(), step.day("done_on"))).collect();
    let when = |after: &str| match after {
        "opened" => procedure.day("opened_on"),
        "effect" => procedure.day("effective_on"),
        code => done.iter().find(|(step, _)| step == code).and_then(|(_, day)| *day),
    };
    let mut changed = Vec::new();
    for (at, step) in steps.iter_mut().enumerate().filter(|(_, step)| step.get("done_on").is_empty()) {
        let rule = rules.iter().find(|rule| rule.step == step.get("step"));
        let due = rule.and_then(|rule| rule.due(when)).map(|day| day.to_string()).unwrap_or_default();
        if step.get("due_on") != due && !due.is_empty() {
            step.put("due_on", due);
            changed.push(at);
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::LegalForm;

    #[test]
    fn what_is_done_sets_the_time_of_what_follows() {
        let bylaws = Bylaws::of(LegalForm::Scoops);
        let rules = steps(&bylaws, "exclusion");
        let mut procedure = Entry::new(&PROCEDURE, ("member", 1));
        procedure.put("opened_on", "2026-11-01");
        let mut entries: Vec<Entry> = rules
            .iter()
            .map(|rule| {
                let mut step = Entry::new(&STEP, ("member", 1));
                step.put("step", rule.step.as_str());
                step
            })
            .collect();
        assert!(set_due(&procedure, &mut entries, rules).is_empty());
        entries[2].put("done_on", "2026-11-10");
        let changed = set_due(&procedure, &mut entries, rules);
        assert_eq!(entries[changed[0]].get("step"), "notified");
        assert_eq!(entries[changed[0]].get("due_on"), "2026-11-20");
        assert!(!is_immediate(rules) && is_immediate(steps(&bylaws, "death")));
    }
}
