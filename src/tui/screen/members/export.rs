//! Writes the register, or some of it, to a file; its ending says as what.

use crate::{
    command::export::{self, Export, Format, List},
    domain::{Text, fold::clean},
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec},
            form::FormScreen,
        },
    },
};
use chrono::NaiveDate;
use std::path::PathBuf;

static FIELDS: [Spec; 1] = [Spec::new("file", "field-export-file", Kind::Text, "hint-export-file").required()];

/// What the form asks.
pub struct ExportDraft {
    /// Only these; `None` are all.
    these: Option<Vec<i64>>,
    file: String,
    title: &'static str,
    today: NaiveDate,
}

impl ExportDraft {
    /// The form, with a file of today proposed.
    pub fn form(these: Option<Vec<i64>>, cx: &Cx) -> FormScreen<Self> {
        let today = cx.clock.today();
        let file = format!("{}-{today}.xlsx", cx.lang.label("export-name"));
        FormScreen::new(Self { these, file, title: cx.lang.label("area-members"), today }, cx)
    }

    fn path(&self) -> PathBuf {
        match self.file.strip_prefix("~/") {
            Some(rest) => std::env::var_os("HOME").map_or_else(|| rest.into(), |home| PathBuf::from(home).join(rest)),
            None => PathBuf::from(&self.file),
        }
    }
}

impl Draft for ExportDraft {
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let whom = |ids: &Vec<i64>| format!(" › {}", lang.text(&Text::new("act-count").with("count", ids.len())));
        let whom = self.these.as_ref().map(whom).unwrap_or_default();
        format!("{}{whom} › {}", lang.label("area-members"), lang.label("cmd-export"))
    }
    fn show(&self, _: usize) -> String {
        self.file.clone()
    }
    fn set(&mut self, _: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        self.file = clean(typed);
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let wrong = |id| Remark::error(0, Text::new(id));
        Format::of(&self.path()).is_none().then(|| wrong("err-export-ending")).into_iter().collect()
    }
    fn doubts(&self, cx: &Cx) -> crate::store::Result<Vec<String>> {
        let there = self.path().exists();
        let text = || cx.lang.text(&Text::new("export-replaces").with("file", self.file.clone()));
        Ok(there.then(text).into_iter().collect())
    }
    fn save(&self, _: Option<String>) -> Saving {
        let path = self.path();
        let format = Format::of(&path).unwrap_or(Format::Csv);
        let export = Export { format, title: self.title.to_owned(), made_on: self.today };
        let these = self.these.clone();
        Box::new(move |store, _, _| {
            let count = export::write_file(store, List::Members(these.as_deref()), &export, &path)?;
            Ok(Outcome::Said(Text::new("say-exported").with("count", count).with("file", path.display().to_string())))
        })
    }
}
