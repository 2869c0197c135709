//! The form of a filter of members: what they must meet, and the name under which it is kept.

use super::list::Members;
use crate::{
    domain::{
        Text,
        filter::{Criterion, Filter},
        member::{Sex, Status},
        takes::Takes,
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Outcome, Value},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec, choices, matching},
            filters::{self, Named},
        },
    },
};

/// Longest name of a filter: it stands in the title of the list.
const LONGEST: usize = 40;

/// Text keys of the ready-made filters, the first of which shows everybody.
pub const READY: &[&str] = &[
    "filter-all",
    "filter-members",
    "filter-applicants",
    "filter-suspended",
    "filter-left",
    "filter-women",
    "filter-men",
    "filter-arrears",
];

/// A ready-made filter.
pub fn ready(at: usize) -> Filter {
    const MEMBERS: &[Status] = &[Status::Active, Status::Suspended];
    if READY[at] == "filter-arrears" {
        return Filter::owing("late");
    }
    let (statuses, sex): (&[Status], Option<Sex>) = match READY[at] {
        "filter-members" => (MEMBERS, None),
        "filter-applicants" => (&[Status::Applicant], None),
        "filter-suspended" => (&[Status::Suspended], None),
        "filter-left" => (&[Status::Resigned, Status::Excluded, Status::Deceased], None),
        "filter-women" => (MEMBERS, Some(Sex::F)),
        "filter-men" => (MEMBERS, Some(Sex::M)),
        _ => (&[], None),
    };
    Filter::by_kind(statuses, sex)
}

const fn spec(criterion: Criterion, kind: Kind, hint: &'static str) -> Spec {
    Spec::new(criterion.code(), criterion.text_id(), kind, hint)
}

static FIELDS: &[Spec] = &[
    Spec::new("name", "filter-name", Kind::Text, "hint-filter-name"),
    spec(Criterion::Statuses, Kind::Choice, "hint-filter-any"),
    spec(Criterion::Sex, Kind::Choice, ""),
    spec(Criterion::Site, Kind::Proposals, "hint-proposals"),
    spec(Criterion::Team, Kind::Proposals, "hint-proposals"),
    spec(Criterion::Role, Kind::Choice, "hint-filter-any"),
    spec(Criterion::Village, Kind::Proposals, "hint-proposals"),
    spec(Criterion::AgeFrom, Kind::Digits, ""),
    spec(Criterion::AgeTo, Kind::Digits, ""),
    spec(Criterion::Card, Kind::Choice, ""),
    spec(Criterion::CardDays, Kind::Digits, "hint-filter-days"),
    spec(Criterion::Owes, Kind::Choice, ""),
    spec(Criterion::Missing, Kind::Choice, "hint-filter-any"),
    spec(Criterion::AdmittedFrom, Kind::Digits, "hint-day"),
    spec(Criterion::AdmittedTo, Kind::Digits, "hint-day"),
    spec(Criterion::Validation, Kind::Choice, ""),
    spec(Criterion::Words, Kind::Text, "hint-filter-words"),
];

/// What the form changes.
pub struct FilterDraft {
    named: Named<Filter>,
    /// The name it had.
    old: String,
}

impl FilterDraft {
    /// A filter and its name; empty for one that is not kept.
    pub fn new(named: Named<Filter>) -> Self {
        Self { old: named.name.clone(), named }
    }
}

/// The criterion of a field; the name is none.
fn criterion(at: usize) -> Option<Criterion> {
    Criterion::from_code(FIELDS[at].code).ok()
}

impl Draft for FilterDraft {
    // a filter is quickly typed again, and belongs to the list it was made over
    const FORM: &'static str = "";

    fn fields(&self) -> &'static [Spec] {
        FIELDS
    }

    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label("area-members"), lang.label("filter-form"))
    }

    fn show(&self, at: usize) -> String {
        match criterion(at) {
            Some(criterion) => criterion.takes().show(self.named.filter.get(criterion)),
            None => self.named.name.clone(),
        }
    }

    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        choices(criterion(at).map(Criterion::takes))
    }

    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        if let Some(criterion) = criterion(at) {
            self.named.filter.set(criterion, typed, &cx.reading())?;
            return Ok(());
        }
        let name = Takes::Text.read(typed, &cx.reading())?;
        let length = name.chars().count();
        if length > LONGEST {
            return Err(Text::new("err-long").with("length", length).with("longest", LONGEST));
        }
        self.named.name = name;
        Ok(())
    }

    fn check(&self, _: &Cx) -> Vec<Remark> {
        let field = |criterion: Criterion| FIELDS.iter().position(|spec| spec.code == criterion.code()).unwrap_or(0);
        let wrong = self.named.filter.check().map(|(at, text)| Remark::error(field(at), text));
        wrong.into_iter().collect()
    }

    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let name = &self.named.name;
        let is_taken = *name != self.old && filters::read::<Members>(cx)?.iter().any(|other| other.name == *name);
        let text = || cx.lang.text(&Text::new("filter-replaces").with("name", name.as_str()));
        Ok(is_taken.then(text).into_iter().collect())
    }

    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        if typed.chars().count() < 3 {
            return Ok(Vec::new());
        }
        let names = match criterion(at) {
            Some(Criterion::Village) => cx.reader.villages(typed)?,
            Some(Criterion::Site) => cx.reader.sites()?.into_iter().map(|(_, name)| name).collect(),
            Some(Criterion::Team) => cx.reader.team_names()?,
            _ => Vec::new(),
        };
        Ok(matching(names.iter().map(String::as_str), typed))
    }

    fn save(&self, _: Option<String>) -> Saving {
        let filter = serde_json::to_string(&self.named.filter).unwrap_or_default();
        let name = self.named.name.clone();
        Box::new(move |_, _, _| Ok(Outcome::Value(Value::Filter { name, filter })))
    }
}
