//! What the book is about: the cooperative's name, country, legal form, currencies and seat.

use crate::{
    command,
    domain::{
        Text,
        book::{Coop, Country, LegalForm, currency},
        fold::{clean, fold},
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, drop_kept},
    },
};

/// The fields of a cooperative; the first start asks them too.
pub static FIELDS: [Spec; 6] = [
    Spec::new("name", "field-coop-name", Kind::Text, "").required(),
    Spec::new("country", "field-country", Kind::Choice, "").required(),
    Spec::new("form", "field-legal-form", Kind::Choice, "").required(),
    Spec::new("currency", "field-currency", Kind::Text, "hint-currency").required(),
    Spec::new("also", "field-currencies", Kind::Text, "hint-currencies"),
    Spec::new("seat", "paper-seat", Kind::Text, ""),
];

/// What the form changes.
pub struct CoopDraft {
    coop: Coop,
    rev: i64,
}

impl CoopDraft {
    /// The cooperative as the book has it.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(cx: &Cx) -> store::Result<Self> {
        Ok(Self { coop: cx.reader.coop()?, rev: cx.reader.coop_rev()? })
    }
}

/// One of the fields as people read it.
pub fn show(coop: &Coop, at: usize) -> String {
    match at {
        0 => coop.name.clone(),
        1 => coop.country.code().to_owned(),
        2 => coop.legal_form.code().to_owned(),
        3 => coop.currency.clone(),
        4 => coop.also.join(", "),
        _ => coop.seat.clone(),
    }
}

/// Reads typed text into one of the fields.
///
/// # Errors
/// What is wrong and what would be right.
pub fn set(coop: &mut Coop, at: usize, typed: &str) -> Result<(), Text> {
    match at {
        0 => coop.name = clean(typed),
        1 | 2 if typed.trim().is_empty() => {
            return Err(Text::new("err-required").with("field", Text::new(FIELDS[at].label)));
        }
        1 => coop.country = Country::parse(typed)?,
        2 => coop.legal_form = LegalForm::from_code(typed)?,
        3 if typed.trim().is_empty() => coop.country.currency().clone_into(&mut coop.currency),
        3 => coop.currency = currency(typed)?,
        5 => coop.seat = clean(typed),
        _ => {
            let codes = typed.split([',', ' ', ';']).filter(|c| !c.is_empty()).map(currency);
            coop.also = codes.collect::<Result<Vec<_>, _>>()?;
        }
    }
    Ok(())
}

/// What can be chosen for one of the fields.
pub fn choices(at: usize) -> Vec<(&'static str, &'static str)> {
    match at {
        1 => Country::ALL.iter().map(|c| (c.code(), c.text_id())).collect(),
        2 => LegalForm::ALL.iter().map(|f| (f.code(), f.text_id())).collect(),
        _ => Vec::new(),
    }
}

/// What forbids saving.
pub fn check(coop: &Coop) -> Vec<Remark> {
    let unnamed = fold(&coop.name).is_empty();
    let remark = || Remark::error(0, Text::new("err-coop-name"));
    unnamed.then(remark).into_iter().collect()
}

impl Draft for CoopDraft {
    const FORM: &'static str = "coop";

    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label("cmd-settings"), lang.label("setting-coop"))
    }
    fn show(&self, at: usize) -> String {
        show(&self.coop, at)
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        choices(at)
    }
    fn set(&mut self, at: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        set(&mut self.coop, at, typed)
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        check(&self.coop)
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((1, self.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        Ok(Some(Self { coop: cx.reader.coop()?, rev: cx.reader.coop_rev()? }))
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (coop, rev) = (self.coop.clone(), self.rev);
        Box::new(move |store, session, _| {
            command::coop::edit(store, session, rev, &coop)?;
            drop_kept(store, draft)?;
            Ok(Outcome::Saved { id: 0, said: Text::new("say-saved").with("name", coop.name) })
        })
    }
}
