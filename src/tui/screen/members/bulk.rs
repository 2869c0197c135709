//! The form of a change of many members: what is filled in, all of them get; the rest stays as each has it.

use super::summary::Summary;
use crate::{
    command::{bulk::Change, member::Step},
    domain::{
        Text, day,
        member::{Field, Member, Status},
        takes::Takes,
        work::WORKS,
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Flow, Outcome, Value},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, choices, matching},
    },
};
use chrono::NaiveDate;
use std::{collections::BTreeSet, sync::Arc};

const fn spec(field: Field, kind: Kind) -> Spec {
    let hint = match kind {
        Kind::Digits => "hint-day",
        Kind::Choice => "hint-role",
        Kind::Proposals => "hint-proposals",
        _ => "",
    };
    Spec::new(field.code(), field.text_id(), kind, hint)
}

static FIELDS: &[Spec] = &[
    Spec { hint: "hint-bulk", ..spec(Field::Site, Kind::Proposals) },
    Spec { hint: "hint-bulk-blank", ..spec(Field::Team, Kind::Proposals) },
    spec(Field::Role, Kind::Choice),
    spec(Field::Substances, Kind::Choice),
    Spec { hint: "", ..spec(Field::WorkTime, Kind::Choice) },
    spec(Field::LicenceHolder, Kind::Text),
    spec(Field::Village, Kind::Proposals),
    spec(Field::Province, Kind::Text),
    spec(Field::Territory, Kind::Text),
    spec(Field::Sector, Kind::Text),
    spec(Field::Groupement, Kind::Text),
    spec(Field::Nationality, Kind::Text),
    spec(Field::Enumerator, Kind::Text),
    spec(Field::FormOn, Kind::Digits),
    spec(Field::VerifiedBy, Kind::Text),
    spec(Field::VerifiedOn, Kind::Digits),
    spec(Field::ReregisteredOn, Kind::Digits),
    Spec::new("line", "field-note-line", Kind::Text, "hint-bulk-note"),
    Spec::new("step", "field-new-status", Kind::Choice, ""),
    Spec::new("on", "field-since", Kind::Digits, "hint-bulk-on"),
    Spec::new("reason", "field-reason", Kind::Text, "hint-reason"),
    Spec::new("decision", "field-decision", Kind::Text, ""),
];

/// The statuses that many can be given.
const STEPS: &[Status] = &[Status::Suspended, Status::Active];

/// What the form changes.
pub struct BulkDraft {
    ids: Arc<[i64]>,
    /// Holds what was filled in.
    filled: Member,
    /// The fields that are to be emptied.
    emptied: BTreeSet<Field>,
    line: String,
    status: Option<Status>,
    on: Option<NaiveDate>,
    reason: String,
    decision: String,
}

/// What is typed to empty a field.
const EMPTY: &str = "-";

impl BulkDraft {
    /// A change of these members in which nothing is filled in.
    pub fn new(ids: Vec<i64>) -> Self {
        let (filled, emptied, empty) = (Member::default(), BTreeSet::new(), String::new);
        let ids = ids.into();
        Self { ids, filled, emptied, line: empty(), status: None, on: None, reason: empty(), decision: empty() }
    }

    fn change(&self, today: NaiveDate) -> Change {
        let (reason, decision) = (self.reason.clone(), self.decision.clone());
        let step = |status| Step { status, on: self.on.unwrap_or(today), reason, decision };
        let typed = |field: &Field| self.emptied.contains(field) || !self.filled.get(*field).is_empty();
        let fields = FIELDS.iter().filter_map(|spec| Field::from_code(spec.code).ok()).filter(typed);
        Change {
            fields: fields.map(|field| (field, self.filled.get(field))).collect(),
            note: self.line.clone(),
            step: self.status.map(step),
        }
    }
}

/// The heading of a change of so many members.
pub fn title(count: usize, lang: &Lang) -> String {
    format!("{} › {}", lang.label("area-members"), lang.text(&Text::new("bulk-title").with("count", count)))
}

impl Draft for BulkDraft {
    // it is nothing without the marks, which do not outlive the list
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }

    fn heading(&self, at: usize) -> &'static str {
        match Field::from_code(FIELDS[at].code) {
            Ok(Field::Site) => "section-work",
            Ok(Field::Village) => "section-origin",
            Ok(Field::Enumerator) => "section-source",
            Err(_) if FIELDS[at].code == "step" => "field-status",
            _ => "",
        }
    }

    fn title(&self, lang: &Lang) -> String {
        title(self.ids.len(), lang)
    }

    fn show(&self, at: usize) -> String {
        match (Field::from_code(FIELDS[at].code), FIELDS[at].code) {
            (Ok(field), _) if self.emptied.contains(&field) => EMPTY.to_owned(),
            (Ok(field), _) => self.filled.show(field),
            (_, "line") => self.line.clone(),
            (_, "step") => self.status.map_or_else(String::new, |status| status.code().to_owned()),
            (_, "on") => self.on.map_or_else(String::new, day::show),
            (_, "reason") => self.reason.clone(),
            _ => self.decision.clone(),
        }
    }

    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        match Field::from_code(FIELDS[at].code) {
            Ok(Field::Role) => WORKS.iter().map(|work| (work.code, work.text_id)).collect(),
            Ok(field) => choices(field.takes()),
            Err(_) => STEPS.iter().map(|status| (status.code(), status.text_id())).collect(),
        }
    }

    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        let line = || Takes::Text.read(typed, &cx.reading());
        match (Field::from_code(FIELDS[at].code), FIELDS[at].code) {
            (Ok(field), _) => {
                let empties = typed.trim() == EMPTY;
                self.filled.set(field, if empties { "" } else { typed }, &cx.reading())?;
                if empties {
                    self.emptied.insert(field)
                } else {
                    self.emptied.remove(&field)
                };
            }
            (_, "line") => self.line = line()?,
            (_, "step") => {
                let one = STEPS.iter().copied().find(|status| status.code() == typed);
                let wrong = || Text::new("err-choice").with("text", typed);
                self.status = if typed.is_empty() { None } else { Some(one.ok_or_else(wrong)?) };
            }
            (_, "on") => self.on = Takes::PastDay.read(typed, &cx.reading())?.parse().ok(),
            (_, "reason") => self.reason = line()?,
            _ => self.decision = line()?,
        }
        Ok(())
    }

    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let wrong = |code: &str, id| {
            Remark::error(FIELDS.iter().position(|spec| spec.code == code).unwrap_or(0), Text::new(id))
        };
        let belongs =
            [("on", self.on.is_some()), ("reason", !self.reason.is_empty()), ("decision", !self.decision.is_empty())];
        let lost = belongs.into_iter().filter(|(_, is_there)| *is_there && self.status.is_none());
        let mut remarks: Vec<Remark> = lost.map(|(code, _)| wrong(code, "err-bulk-reason")).collect();
        if remarks.is_empty() && self.change(cx.clock.today()).is_empty() {
            remarks.push(wrong("site", "err-bulk-empty"));
        }
        remarks
    }

    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        let names = match Field::from_code(FIELDS[at].code) {
            Ok(Field::Site) => cx.reader.sites()?.into_iter().map(|(_, name)| name).collect(),
            Ok(Field::Team) => cx.reader.team_names()?,
            Ok(Field::Village) => cx.reader.villages(typed)?,
            _ => Vec::new(),
        };
        let enough = typed.chars().count() >= 3;
        Ok(if enough { matching(names.iter().map(String::as_str), typed) } else { Vec::new() })
    }

    fn save_name(&self) -> &'static str {
        "bulk-summary"
    }

    fn save(&self, _: Option<String>) -> Saving {
        // nothing is written before the summary was read
        Box::new(|_, _, _| Ok(Outcome::Value(Value::Yes)))
    }

    fn lead_on(&self, _: Value, cx: &mut Cx) -> Flow {
        Flow::push(Summary::new(self.ids.clone(), self.change(cx.clock.today())))
    }
}
