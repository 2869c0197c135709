//! Writes a paper to a file; its ending says as what.

use crate::{
    command::{
        self,
        paper::{self, Asked, Format, Made, Paper},
    },
    domain::{
        Text,
        fold::{clean, fold},
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec},
            form::FormScreen,
        },
    },
    unix,
};
use std::sync::Arc;

static FIELDS: [Spec; 1] = [Spec::new("file", "field-export-file", Kind::Text, "").required()];

/// What the form asks.
pub struct SaveDraft {
    title: String,
    file: String,
    paper: &'static Paper,
    made: Arc<Made>,
}

impl SaveDraft {
    /// The form, with a file of today proposed.
    pub fn form(asked: &Asked, made: Arc<Made>, cx: &Cx) -> FormScreen<Self> {
        // plain letters: the file may travel on any stick to any shop
        let name = fold(&made.report.title).replace(' ', "-");
        let file = format!("{name}-{}.pdf", cx.clock.today());
        let title = super::preview::title(asked, &cx.lang);
        FormScreen::new(Self { title, file, paper: asked.paper, made }, cx).in_area(super::preview::area(asked))
    }
}

impl Draft for SaveDraft {
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", self.title, lang.label("cmd-save").to_lowercase())
    }
    fn show(&self, _: usize) -> String {
        self.file.clone()
    }
    fn set(&mut self, _: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        self.file = clean(typed);
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let wrong = self.paper.format(&unix::home(&self.file)).err();
        wrong.map(|text| Remark::error(0, text)).into_iter().collect()
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let there = unix::home(&self.file).exists();
        let text = || cx.lang.text(&Text::new("export-replaces").with("file", self.file.clone()));
        Ok(there.then(text).into_iter().collect())
    }
    fn save(&self, _: Option<String>) -> Saving {
        let (path, made) = (unix::home(&self.file), self.made.clone());
        let format = self.paper.format(&path).unwrap_or(Format::Pdf);
        Box::new(move |store, session, _| {
            paper::write(&made.report, format, &path)?;
            made.receipt.map_or(Ok(()), |id| command::receipt::print(store, session, &[id]))?;
            Ok(Outcome::Said(Text::new("paper-saved").with("file", path.display().to_string())))
        })
    }
}
