//! What law and statutes ask of members, read from the data file of the cooperative's form (`data/form/*.toml`).
//!
//! Rules inform: a deadline that has passed is shown, it forbids nothing.

use super::{book::LegalForm, member::Status};
use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;

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

/// The rules of one legal form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bylaws {
    /// How long an application may wait.
    pub admission: Admission,
    /// Steps of a withdrawal, in order.
    pub withdrawal: Vec<Step>,
    /// Steps of an exclusion.
    pub exclusion: Vec<Step>,
    /// Steps after a death.
    pub death: Vec<Step>,
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
