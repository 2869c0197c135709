//! What law and statutes ask of members, read from the data file of the cooperative's form (`data/form/*.toml`).
//!
//! Rules inform: a deadline that has passed is shown, it forbids nothing.

use super::{
    agenda::PLAIN,
    book::LegalForm,
    member::Status,
    rule::{Rule, Rules},
};
use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeMap;

/// How sure a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Certainty {
    /// Read in the text of the article.
    T,
    /// From a second hand.
    S,
    /// General knowledge: to be checked in the statutes.
    R,
}

impl Certainty {
    /// The code that is stored; the text key is `certainty-` and this.
    pub const fn code(self) -> &'static str {
        match self {
            Self::T => "T",
            Self::S => "S",
            Self::R => "R",
        }
    }

    /// The certainty of that code; `None` for a rule that the cooperative has entered itself.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::T, Self::S, Self::R].into_iter().find(|known| known.code() == code)
    }

    /// The key of its name in the language files.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::T => "certainty-T",
            Self::S => "certainty-S",
            Self::R => "certainty-R",
        }
    }
}

/// The rules of one legal form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bylaws {
    /// The kinds of bodies that every cooperative of this form has.
    pub organs: Vec<String>,
    /// How long an application may wait.
    pub admission: Admission,
    /// Steps of a withdrawal, in order.
    pub withdrawal: Vec<Step>,
    /// Steps of an exclusion.
    pub exclusion: Vec<Step>,
    /// Steps after a death.
    pub death: Vec<Step>,
    /// What bodies and votes need.
    pub rule: Vec<Rule>,
    /// Items of the agenda of each kind of meeting that has a template.
    pub agenda: BTreeMap<String, Vec<String>>,
    /// Who should not sit in a body.
    pub apart: Vec<Apart>,
}

/// Who should not sit in a body: those who sit in another one, and their kin.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// Code of the kind of body.
    pub organ: String,
    /// Codes of the kinds of the others.
    pub from: Vec<String>,
    /// Codes of how the kin is related.
    pub kin: Vec<String>,
    /// Article of the law.
    #[serde(default)]
    pub reference: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// The rule of admission.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// Months after its receipt within which an application takes effect.
    pub months: u32,
    /// Article of the law.
    pub reference: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// One step of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its code; the text key of its name is `step-` and this.
    pub step: String,
    /// What its time runs from: another step, `opened` or `effect`; without, it has no deadline.
    pub after: Option<String>,
    /// Days it may take.
    #[serde(default)]
    pub days: u64,
    /// Months it may take.
    #[serde(default)]
    pub months: u32,
    /// Code of the status that the member has once the step is done.
    pub becomes: Option<String>,
    /// Article of the law.
    pub reference: String,
    /// How sure it is.
    pub certainty: Certainty,
}

impl Bylaws {
    /// The rules that come with a legal form.
    pub fn of(form: LegalForm) -> Self {
        let text = match form {
            LegalForm::Scoops => include_str!("../../data/form/scoops.toml"),
            LegalForm::Coopca => include_str!("../../data/form/coopca.toml"),
            LegalForm::Other => include_str!("../../data/form/other.toml"),
        };
        toml::from_str(text).expect("a test reads the files that come with the program")
    }
}

impl Bylaws {
    /// The agenda with which a kind of meeting begins.
    pub fn agenda(&self, kind: &str) -> Vec<&str> {
        self.agenda.get(kind).map_or_else(|| PLAIN.to_vec(), |items| items.iter().map(String::as_str).collect())
    }

    /// What bodies and votes need, where the cooperative's `own` rules go before.
    pub fn rules(self, own: Vec<Rule>) -> Rules {
        Rules::new(self.rule, own)
    }
}

impl Step {
    /// By when the step is to be done, once it is known on which day what it follows was; `when` knows the days.
    pub fn due(&self, when: impl Fn(&str) -> Option<NaiveDate>) -> Option<NaiveDate> {
        let from = when(self.after.as_deref()?)?;
        from.checked_add_months(Months::new(self.months))?.checked_add_days(Days::new(self.days))
    }

    /// What the member becomes when the step is done.
    pub fn becomes(&self) -> Option<Status> {
        self.becomes.as_deref().and_then(|code| Status::from_code(code).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        meeting::{ITEM_KINDS, MEETING_KINDS, MOTION_KINDS, ORGAN_KINDS},
        noun::RELATIONS,
        rule::{ANY_ORGAN, Call, Vote, What},
    };

    #[test]
    fn the_files_that_come_with_the_program_are_read_and_make_sense() {
        for form in LegalForm::ALL {
            let bylaws = Bylaws::of(*form);
            for steps in [&bylaws.withdrawal, &bylaws.exclusion, &bylaws.death] {
                for (at, step) in steps.iter().enumerate() {
                    let after = step.after.as_deref().unwrap_or("opened");
                    let known = ["opened", "effect"].contains(&after) || steps[..at].iter().any(|s| s.step == after);
                    assert!(known, "{form:?}: {} follows {after}", step.step);
                    assert_eq!(step.becomes.is_some(), step.becomes().is_some(), "{}", step.step);
                    assert_eq!(step.after.is_some(), step.days > 0 || step.months > 0, "{}", step.step);
                }
            }
        }
    }

    #[test]
    fn every_rule_reads_and_every_agenda_is_of_known_items() {
        for form in LegalForm::ALL {
            let bylaws = Bylaws::of(*form);
            for Rule { code, value, .. } in &bylaws.rule {
                let (subject, what) = code.split_once('.').unwrap();
                let what = What::ALL.iter().find(|known| known.code() == what).unwrap();
                assert_eq!(what.read(value).as_deref(), Ok(value.as_str()), "{form:?}: {code}");
                let subjects = [ORGAN_KINDS, MEETING_KINDS, MOTION_KINDS].into_iter().flatten();
                let is_known = subject == ANY_ORGAN || subjects.into_iter().any(|known| known.code == subject);
                assert!(is_known, "{form:?}: {code}");
            }
            for (kind, items) in &bylaws.agenda {
                assert!(MEETING_KINDS.iter().any(|known| known.code == kind), "{form:?}: {kind}");
                for item in items {
                    assert!(ITEM_KINDS.iter().any(|known| known.code == item), "{form:?}: {item}");
                }
                assert!(items.contains(&"any_other".to_owned()), "{form:?}: {kind}");
            }
            for Apart { organ, from, kin, .. } in &bylaws.apart {
                let is_kind = |code: &String| ORGAN_KINDS.iter().any(|known| known.code == code);
                assert!(is_kind(organ) && from.iter().all(is_kind), "{form:?}: {organ}");
                assert!(kin.iter().all(|code| RELATIONS.iter().any(|known| known.code == code)), "{form:?}: {kin:?}");
            }
            assert!(ITEM_KINDS.iter().filter(|known| PLAIN.contains(&known.code)).count() == PLAIN.len());
            assert_eq!(bylaws.organs.first().map(String::as_str), Some("assembly"), "{form:?}");
            for organ in &bylaws.organs {
                assert!(ORGAN_KINDS.iter().any(|known| known.code == organ), "{form:?}: {organ}");
            }
            let rules = bylaws.rules(Vec::new());
            for motion in MOTION_KINDS {
                let vote = Vote { organ: "assembly", meeting: "annual", motion: motion.code };
                assert!(rules.majority(vote).and_then(Rule::majority).is_some(), "{form:?}: {}", motion.code);
                assert!(rules.quorum(vote, Call::Second).and_then(Rule::share).is_some(), "{form:?}: {}", motion.code);
            }
        }
    }

    #[test]
    fn what_the_cooperative_has_decided_goes_before() {
        let own =
            Rule { code: "assembly.quorum".into(), value: "2/3".into(), reference: "art. 31".into(), certainty: None };
        let rules = Bylaws::of(LegalForm::Scoops).rules(vec![own.clone()]);
        let vote = Vote { organ: "assembly", meeting: "annual", motion: "" };
        assert_eq!(rules.quorum(vote, Call::First), Some(&own));
        assert_eq!(rules.quorum(Vote { organ: "safety", ..vote }, Call::First).unwrap().value, ">1/2");
        let founding = Bylaws::of(LegalForm::Coopca).rules(Vec::new());
        let vote = Vote { meeting: "founding", motion: "statutes", ..vote };
        assert_eq!(founding.quorum(vote, Call::First).unwrap().value, "2/3");
        assert_eq!(founding.majority(vote).unwrap().value, ">1/2 votes");
    }

    #[test]
    fn time_runs_from_what_was_done() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let bylaws = Bylaws::of(LegalForm::Scoops);
        let notified = bylaws.exclusion.iter().find(|s| s.step == "notified").unwrap();
        assert_eq!(notified.due(|_| None), None);
        assert_eq!(notified.due(|after| (after == "decided").then(|| day(3))), Some(day(13)));
        assert_eq!(notified.becomes(), Some(Status::Excluded));
        let refunded = bylaws.withdrawal.iter().find(|s| s.step == "refunded").unwrap();
        assert_eq!(refunded.due(|_| Some(day(3))), NaiveDate::from_ymd_opt(2027, 11, 3));
    }
}
