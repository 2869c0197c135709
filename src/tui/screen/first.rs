//! The first start: what the book is about and who keeps it; under a minute, nothing legal asked.

use super::settings::{coop, pin};
use crate::{
    domain::{
        Text,
        book::{Coop, Country, LegalForm},
        fold::{clean, fold},
    },
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec},
    },
};
use std::sync::{Arc, Mutex};

static FIELDS: [Spec; 7] = [
    Spec { code: "name", label: "field-coop-name", kind: Kind::Text, hint: "hint-first-language", required: true },
    Spec { code: "country", label: "field-country", kind: Kind::Choice, hint: "", required: true },
    Spec { code: "form", label: "field-legal-form", kind: Kind::Choice, hint: "", required: true },
    Spec { code: "currency", label: "field-currency", kind: Kind::Text, hint: "hint-currency", required: true },
    Spec { code: "user", label: "field-your-name", kind: Kind::Text, hint: "", required: true },
    Spec { code: "pin", label: "field-pin", kind: Kind::Pin, hint: "hint-pin", required: false },
    Spec { code: "again", label: "field-pin-again", kind: Kind::Pin, hint: "", required: false },
];

/// What the first form gives to the thread that makes the book.
pub type Answers = Arc<Mutex<Option<(Coop, String, String)>>>;

/// What the form asks.
pub struct FirstDraft {
    coop: Coop,
    user: String,
    pins: [String; 2],
    answers: Answers,
}

impl FirstDraft {
    /// An empty form; `answers` is filled when it is saved, before the book is opened for writing.
    pub fn new(system_user: &str, answers: Answers) -> Self {
        let coop = Coop {
            name: String::new(),
            country: Country::Cd,
            legal_form: LegalForm::Scoops,
            currency: Country::Cd.currency().to_owned(),
            also: Vec::new(),
            seat: String::new(),
        };
        Self { coop, user: system_user.to_owned(), pins: Default::default(), answers }
    }
}

impl Draft for FirstDraft {
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        lang.label("first-title").to_owned()
    }
    fn show(&self, at: usize) -> String {
        match at {
            0..=3 => coop::show(&self.coop, at),
            4 => self.user.clone(),
            _ => self.pins[at - 5].clone(),
        }
    }
    fn set(&mut self, at: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        match at {
            0..=3 => {
                let usual = self.coop.currency == self.coop.country.currency();
                coop::set(&mut self.coop, at, typed)?;
                if at == 1 && usual {
                    self.coop.currency = self.coop.country.currency().to_owned();
                }
            }
            4 => self.user = clean(typed),
            _ => typed.clone_into(&mut self.pins[at - 5]),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let mut remarks = coop::check(&self.coop);
        if fold(&self.user).is_empty() {
            remarks.push(Remark { field: 4, text: Text::new("err-user-name"), is_error: true });
        }
        if self.pins != <[String; 2]>::default() {
            let fault = pin::fault(&self.pins);
            remarks.extend(fault.map(|(at, text)| Remark { field: 5 + at, text, is_error: true }));
        }
        remarks
    }
    fn is_alone(&self) -> bool {
        true
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        coop::choices(at)
    }
    fn save(&self, _: Option<String>) -> Saving {
        let answers = (self.coop.clone(), self.user.clone(), self.pins[0].clone());
        if let Ok(mut slot) = self.answers.lock() {
            *slot = Some(answers);
        }
        // opening the book for writing makes it
        Box::new(|_, _, _| Ok(Outcome::Said(Text::new("first-done"))))
    }
}
