//! A change of status: to what, since when, why.

use crate::{
    command::{self, member::Step},
    domain::{
        Text, day,
        fold::clean,
        member::{Member, Status, parse_status},
        procedure,
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, drop_kept},
    },
};
use chrono::NaiveDate;

static FIELDS: &[Spec] = &[
    Spec::new("status", "field-new-status", Kind::Choice, "").required(),
    Spec::new("on", "field-since", Kind::Digits, "hint-day").required(),
    Spec::new("reason", "field-reason", Kind::Text, "hint-reason"),
    Spec::new("decision", "field-decision", Kind::Text, "hint-decision"),
];

/// What the form changes.
pub struct StatusDraft {
    member: Member,
    status: Option<Status>,
    on: NaiveDate,
    reason: String,
    decision: String,
}

impl StatusDraft {
    /// A change from today on.
    ///
    /// # Errors
    /// When nothing follows the present status.
    pub fn new(member: Member, cx: &Cx) -> store::Result<Self> {
        if member.status.next().is_empty() {
            return Err(store::Error::Invalid(Text::new("err-status-last").with("name", member.heading())));
        }
        Ok(Self { member, status: None, on: cx.clock.today(), reason: String::new(), decision: String::new() })
    }
}

impl Draft for StatusDraft {
    const FORM: &'static str = "status";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }

    fn title(&self, lang: &Lang) -> String {
        let now = lang.label(self.member.status.text_id_of(self.member.sex)).to_lowercase();
        format!(
            "{} › {} ({now}) › {}",
            lang.label("area-members"),
            self.member.heading(),
            lang.label("cmd-archive").to_lowercase()
        )
    }

    fn show(&self, at: usize) -> String {
        match at {
            0 => self.status.map(|s| s.code().to_owned()).unwrap_or_default(),
            1 => day::show(self.on),
            2 => self.reason.clone(),
            _ => self.decision.clone(),
        }
    }

    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            0 => self.status = Some(parse_status(typed)?),
            1 => self.on = day::parse(typed, cx.clock.today(), day::Order::Dmy)?,
            2 => self.reason = clean(typed),
            _ => self.decision = clean(typed),
        }
        Ok(())
    }

    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let wrong = |field, text| Remark::error(field, text);
        let mut remarks = Vec::new();
        match self.status {
            None => remarks.push(wrong(0, Text::new("err-status-missing"))),
            Some(status) if !self.member.status.next().contains(&status) => {
                remarks.push(wrong(0, Text::new("err-status-step")));
            }
            Some(_) => {}
        }
        if self.on > cx.clock.today() {
            remarks.push(wrong(1, Text::new("err-day-future").with("day", day::show(self.on))));
        }
        remarks
    }

    fn choices(&self, _: usize) -> Vec<(&'static str, &'static str)> {
        self.member.status.next().iter().map(|s| (s.code(), s.text_id())).collect()
    }

    fn base(&self) -> Option<(i64, i64)> {
        Some((self.member.id, self.member.rev))
    }

    fn set_base(&mut self, rev: i64) {
        self.member.rev = rev;
    }

    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        let member = cx.reader.member(self.member.id)?;
        let (reason, decision) = (self.reason.clone(), self.decision.clone());
        Ok(Some(Self { member, status: self.status, on: self.on, reason, decision }))
    }

    fn save(&self, draft: Option<String>) -> Saving {
        let (id, rev) = (self.member.id, self.member.rev);
        let status = self.status.unwrap_or(self.member.status);
        let (reason, decision) = (self.reason.clone(), self.decision.clone());
        let step = Step { status, on: self.on, reason, decision };
        // whoever was never admitted leaves without more ado
        let has_steps = self.member.status.is_admitted() && procedure::kind_of(status).is_some();
        Box::new(move |store, session, _| {
            if has_steps {
                command::procedure::open(store, session, draft.as_deref(), (id, rev), &step)?;
                let said = Text::new("procedure-opened").with("name", store.member(id)?.heading());
                return Ok(Outcome::Saved { id, said });
            }
            command::member::set_status(store, session, id, rev, &step)?;
            drop_kept(store, draft)?;
            let name = store.member(id)?.heading();
            Ok(Outcome::Saved { id, said: Text::new("member-saved").with("name", name) })
        })
    }
}
