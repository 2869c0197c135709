//! The form of a member.

use super::{
    detail::{heading, show_field},
    fields::{FIELDS, ONLY_NEW, section},
};
use crate::{
    command,
    domain::{
        Text,
        member::{Field, IdType, Member, Sex, Status},
        work::WORKS,
    },
    store::{self, Reader},
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Remark, Saving, Spec, choices, matching},
    },
};

/// What the form changes.
pub struct MemberDraft {
    member: Member,
}

impl MemberDraft {
    /// A new member, admitted today; of somebody who may not admit an applicant.
    pub fn new(cx: &Cx) -> Self {
        if cx.permit(&command::member::ADMIT).is_err() {
            return Self { member: Member { status: Status::Applicant, ..Member::default() } };
        }
        Self { member: Member { status: Status::Active, joined_on: Some(cx.clock.today()), ..Member::default() } }
    }

    /// A member the book has.
    pub const fn edit(member: Member) -> Self {
        Self { member }
    }

    /// What a draft in the book was about.
    ///
    /// # Errors
    /// When the record is gone.
    pub fn of_record(record: i64, cx: &Cx) -> store::Result<Self> {
        if record == 0 { Ok(Self::new(cx)) } else { Ok(Self::edit(cx.reader.member(record)?)) }
    }

    fn field(&self, at: usize) -> Field {
        Field::from_code(self.fields()[at].code).unwrap_or(Field::Note)
    }
}

impl Draft for MemberDraft {
    const FORM: &'static str = "member";

    fn fields(&self) -> &[Spec] {
        if self.member.id == 0 { FIELDS } else { &FIELDS[..FIELDS.len() - ONLY_NEW] }
    }
    fn heading(&self, at: usize) -> &'static str {
        section(self.field(at))
    }

    fn title(&self, lang: &Lang) -> String {
        let what = if self.member.id == 0 {
            lang.label("member-new").to_owned()
        } else {
            format!("{} › {}", heading(&self.member), lang.label("cmd-edit").to_lowercase())
        };
        format!("{} › {what}", lang.label("area-members"))
    }

    fn show(&self, at: usize) -> String {
        show_field(&self.member, self.field(at))
    }

    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        match self.field(at) {
            Field::Sex => Sex::ALL.iter().map(|s| (s.code(), s.text_id())).collect(),
            Field::Role => WORKS.iter().map(|w| (w.code, w.text_id)).collect(),
            Field::IdType => IdType::ALL.iter().map(|t| (t.code(), t.text_id())).collect(),
            Field::Status => Status::ENTRY.iter().map(|s| (s.code(), s.text_id())).collect(),
            field => choices(field.takes()),
        }
    }

    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        self.member.set(self.field(at), typed, &cx.reading())
    }

    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let place = |field: Field| self.fields().iter().position(|s| s.code == field.code()).unwrap_or(0);
        let issues = self.member.check(cx.clock.today()).into_iter();
        issues.map(|i| Remark { field: place(i.field), text: i.text, is_error: i.is_error }).collect()
    }

    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let alike = cx.reader.member_duplicates(&self.member)?;
        let lines = alike.iter().map(|(member, alike)| {
            let why: Vec<&str> = alike.why.iter().map(|w| cx.lang.label(w.text_id())).collect();
            let text = Text::new("member-alike").with("name", heading(member)).with("why", why.join(", "));
            cx.lang.text(&text)
        });
        Ok(lines.collect())
    }

    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        Ok(match self.field(at) {
            Field::Village if typed.chars().count() >= 3 => {
                matching(cx.reader.villages(typed)?.iter().map(String::as_str), typed)
            }
            Field::Site if typed.chars().count() >= 3 => {
                matching(cx.reader.sites()?.iter().map(|(_, name)| name.as_str()), typed)
            }
            Field::Team => matching(cx.reader.teams_of(&self.member.site)?.iter().map(String::as_str), typed),
            Field::Household if typed.chars().count() >= 3 => cx.reader.households(typed)?,
            _ => Vec::new(),
        })
    }

    fn base(&self) -> Option<(i64, i64)> {
        (self.member.id != 0).then_some((self.member.id, self.member.rev))
    }

    fn set_base(&mut self, rev: i64) {
        self.member.rev = rev;
    }

    fn theirs(&self, reader: &Reader) -> store::Result<Option<Self>> {
        if self.member.id == 0 { Ok(None) } else { Ok(Some(Self::edit(reader.member(self.member.id)?))) }
    }

    fn save(&self, draft: Option<String>) -> Saving {
        let member = self.member.clone();
        Box::new(move |store, session, _| {
            let saved = command::member::save(store, session, draft.as_deref(), &member)?;
            let said = Text::new("member-saved").with("name", heading(&saved));
            Ok(Outcome::Saved { id: saved.id, said })
        })
    }
}
