//! Moves members to another place of work from a day on.

use crate::{
    command::place::{self, Place},
    domain::{Text, day, fold::clean, takes::Takes},
    store,
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, matching},
    },
};
use chrono::NaiveDate;

static FIELDS: [Spec; 3] = [
    Spec::new("site", "field-site", Kind::Proposals, "hint-proposals"),
    Spec::new("team", "field-team", Kind::Proposals, "hint-proposals"),
    Spec::new("from_on", "field-from_on", Kind::Digits, "hint-day").required(),
];
const FROM: usize = 2;

/// What the form asks.
pub struct MoveDraft {
    ids: Vec<i64>,
    /// Whom it is about, in words.
    who: String,
    to: Place,
    on: NaiveDate,
}

impl MoveDraft {
    /// A move of these members from today on.
    ///
    /// # Errors
    /// When the user may not, or the book cannot be read.
    pub fn new(ids: Vec<i64>, cx: &Cx) -> store::Result<Self> {
        cx.permit(&place::MOVE)?;
        let who = match &ids[..] {
            [one] => cx.reader.member(*one)?.heading(),
            _ => cx.lang.text(&Text::new("act-count").with("count", ids.len())),
        };
        Ok(Self { ids, who, to: Place::default(), on: cx.clock.today() })
    }

    /// What a draft in the book was about.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn of_draft(about: &str, cx: &Cx) -> store::Result<Self> {
        Self::new(about.split('.').filter_map(|id| id.parse().ok()).collect(), cx)
    }
}

impl Draft for MoveDraft {
    const FORM: &'static str = "move";

    fn about(&self) -> String {
        format!(":{}", self.ids.iter().map(i64::to_string).collect::<Vec<_>>().join("."))
    }
    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} › {}", lang.label("area-members"), self.who, lang.label("place-move"))
    }
    fn show(&self, at: usize) -> String {
        [self.to.site.clone(), self.to.team.clone(), day::show(self.on)][at].clone()
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        if at == 0 {
            return Ok(matching(cx.reader.sites()?.iter().map(|(_, name)| name.as_str()), typed));
        }
        Ok(matching(cx.reader.teams_of(&self.to.site)?.iter().map(String::as_str), typed))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            0 => self.to.site = clean(typed),
            1 => self.to.team = clean(typed),
            _ => {
                let missing = || Text::new("err-required").with("field", Text::new("field-from_on"));
                self.on = Takes::PastDay.read(typed, &cx.reading())?.parse().map_err(|_| missing())?;
            }
        }
        Ok(())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let wrong = |field, text| Remark::error(field, text);
        if self.to == Place::default() {
            return vec![wrong(0, Text::new("err-move-nowhere"))];
        }
        // a reading error here costs the word beside the field: whoever saves is refused all the same
        let early = self.ids.iter().find_map(|id| cx.reader.move_fault(*id, self.on).ok().flatten());
        early.map(|text| wrong(FROM, text)).into_iter().collect()
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        Ok(new_site(&self.to.site, cx)?.into_iter().collect())
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (ids, to, on) = (self.ids.clone(), self.to.clone(), self.on);
        Box::new(move |store, session, _| {
            let moved = place::move_members(store, session, &ids, &to, on)?;
            draft.map_or(Ok(()), |form| store.drop_draft(&form))?;
            Ok(Outcome::Said(Text::new("place-moved").with("count", moved).with("place", to.show())))
        })
    }
}

/// Whether a site is to begin: it may also be another one, spelled otherwise.
///
/// # Errors
/// When the book cannot be read.
pub fn new_site(name: &str, cx: &Cx) -> store::Result<Option<String>> {
    let is_new = !name.is_empty() && cx.reader.site_by_name(name)?.is_none();
    Ok(is_new.then(|| cx.lang.text(&Text::new("place-new-site").with("name", name))))
}
