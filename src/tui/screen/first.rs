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
    Spec::new("name", "field-coop-name", Kind::Text, "").required(),
    Spec::new("country", "field-country", Kind::Choice, "").required(),
    Spec::new("form", "field-legal-form", Kind::Choice, "").required(),
    Spec::new("currency", "field-currency", Kind::Text, "hint-currency").required(),
    Spec::new("user", "field-your-name", Kind::Text, "").required(),
    Spec::new("pin", "field-pin", Kind::Pin, "hint-pin"),
    Spec::new("again", "field-pin-again", Kind::Pin, ""),
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
    fn lead(&self, lang: &Lang) -> String {
        lang.label("hint-first-language").to_owned()
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
            remarks.push(Remark::error(4, Text::new("err-user-name")));
        }
        if self.pins != <[String; 2]>::default() {
            let fault = pin::fault(&self.pins);
            remarks.extend(fault.map(|(at, text)| Remark::error(5 + at, text)));
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
