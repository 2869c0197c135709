//! The form of what can be said of a paper.

use crate::{
    command::paper::Asked,
    domain::{Text, takes::Takes},
    store,
    text::Lang,
    tui::{
        screen::{Cx, Outcome, Value},
        widget::draft::{Draft, Remark, Saving, Spec, choices, matching},
    },
};

/// What the form changes.
pub struct PaperDraft {
    asked: Asked,
    /// The place of each field among the options of the paper.
    places: Vec<usize>,
    fields: Vec<Spec>,
}

impl PaperDraft {
    /// The options of a paper that matter.
    pub fn new(asked: Asked) -> Self {
        let places = asked.asked();
        let fields = places.iter().map(|at| Spec::of(&asked.paper.options.attributes[*at])).collect();
        Self { asked, places, fields }
    }

    fn takes(&self, field: usize) -> Takes {
        self.asked.paper.options.attributes[self.places[field]].takes
    }
}

impl Draft for PaperDraft {
    // a few options are quickly said again
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &self.fields
    }
    fn title(&self, lang: &Lang) -> String {
        super::preview::title(&self.asked, lang)
    }
    fn show(&self, field: usize) -> String {
        self.asked.options.show(self.places[field])
    }
    fn choices(&self, field: usize) -> Vec<(&'static str, &'static str)> {
        choices(Some(self.takes(field)))
    }
    fn set(&mut self, field: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        self.asked.options.set(self.places[field], typed, &cx.reading())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let found = self.asked.options.check(cx.clock.today()).into_iter();
        let field = |at: usize| self.places.iter().position(|place| *place == at);
        let remark = |(at, text, is_error)| Some(Remark { field: field(at)?, text, is_error });
        let mut remarks: Vec<Remark> = found.filter_map(remark).collect();
        if let (true, Err(store::Error::Invalid(text))) = (remarks.is_empty(), self.asked.refuse_unknown(&cx.reader)) {
            let is_of = |at: &usize| self.asked.options.noun.attributes[*at].code == "member";
            remarks.extend(self.places.iter().position(is_of).map(|field| Remark::error(field, text)));
        }
        remarks
    }
    fn proposals(&self, field: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        let names = match self.takes(field) {
            Takes::Site => cx.reader.sites()?.into_iter().map(|(_, name)| name).collect(),
            Takes::Team => cx.reader.team_names()?,
            Takes::Organ => cx.reader.organs()?.into_iter().map(|(_, name, _)| name).collect(),
            Takes::Fund => cx.reader.funds()?.into_iter().map(|(_, name)| name).collect(),
            _ => Vec::new(),
        };
        Ok(matching(names.iter().map(String::as_str), typed))
    }
    fn save_name(&self) -> &'static str {
        "paper-look"
    }
    fn save(&self, _: Option<String>) -> Saving {
        let asked = self.asked.clone();
        Box::new(move |_, _, _| Ok(Outcome::Value(Value::Paper(Box::new(asked)))))
    }
}
