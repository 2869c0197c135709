//! The form of a member.

use super::{
    fields::{FIELDS, ONLY_NEW, choices_of, other_household, proposals_of, section, taken_form},
    pile::{self, Pile},
    place::new_site,
};
use crate::{
    command,
    domain::{
        Text,
        member::{Field, Member, Status},
        paper_form,
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Remark, Saving, Spec},
    },
};

/// What a draft of a form of a pile is about.
pub const PILE: &str = "pile";

/// What the form changes.
pub struct MemberDraft {
    member: Member,
    /// The pile of paper forms it comes from.
    pile: Option<Pile>,
}

impl MemberDraft {
    /// A new member, admitted today; of somebody who may not admit an applicant.
    pub fn new(cx: &Cx) -> Self {
        if cx.permit(&command::member::ADMIT).is_err() {
            return Self::edit(Member { status: Status::Applicant, ..Member::default() });
        }
        Self::edit(Member { status: Status::Active, joined_on: Some(cx.clock.today()), ..Member::default() })
    }

    /// A member the book has.
    pub const fn edit(member: Member) -> Self {
        Self { member, pile: None }
    }

    /// Somebody new on a form of a pile.
    pub const fn of_pile(pile: Pile, member: Member) -> Self {
        Self { member, pile: Some(pile) }
    }

    /// What a draft in the book was about: the end of its name, and the record.
    ///
    /// # Errors
    /// When the record is gone.
    pub fn of_draft(about: &str, record: i64, cx: &Cx) -> store::Result<Self> {
        match record {
            0 if about == PILE => Self::pile(cx),
            0 => Ok(Self::new(cx)),
            id => Ok(Self::edit(cx.reader.member(id)?)),
        }
    }

    /// The member as it is to be saved.
    fn whole(&self) -> Member {
        if self.pile.is_some() { paper_form::dated(self.member.clone()) } else { self.member.clone() }
    }

    fn field(&self, at: usize) -> Field {
        Field::from_code(self.fields()[at].code).unwrap_or(Field::Note)
    }
}

impl Draft for MemberDraft {
    const FORM: &'static str = "member";

    fn about(&self) -> String {
        self.pile.as_ref().map_or_else(String::new, |_| format!(":{PILE}"))
    }
    fn fields(&self) -> &[Spec] {
        match (&self.pile, self.member.id) {
            (Some(_), _) => &pile::ORDER,
            (None, 0) => FIELDS,
            (None, _) => &FIELDS[..FIELDS.len() - ONLY_NEW],
        }
    }
    fn heading(&self, at: usize) -> &'static str {
        if self.pile.is_some() { pile::section(self.field(at)) } else { section(self.field(at)) }
    }

    fn title(&self, lang: &Lang) -> String {
        let what = match &self.pile {
            Some(pile) => pile.title(lang),
            None if self.member.id == 0 => lang.label("member-new").to_owned(),
            None => format!("{} › {}", self.member.heading(), lang.label("cmd-edit").to_lowercase()),
        };
        format!("{} › {what}", lang.label("area-members"))
    }

    fn show(&self, at: usize) -> String {
        self.member.show(self.field(at))
    }

    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        choices_of(self.field(at))
    }

    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        if self.field(at) == Field::FormNumber {
            // before the rest of a form is typed that was entered already
            taken_form(&self.member, typed, cx).map_or(Ok(()), Err)?;
        }
        self.member.set(self.field(at), typed, &cx.reading())
    }

    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let place = |field: Field| self.fields().iter().position(|s| s.code == field.code()).unwrap_or(0);
        let issues = self.whole().check(cx.clock.today()).into_iter();
        let mut remarks: Vec<_> =
            issues.map(|i| Remark { field: place(i.field), text: i.text, is_error: i.is_error }).collect();
        let taken = taken_form(&self.member, self.member.kept(Field::FormNumber), cx);
        remarks.extend(taken.map(|text| Remark::error(place(Field::FormNumber), text)));
        remarks
    }

    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let alike = cx.reader.member_duplicates(&self.member)?;
        let lines = alike.iter().map(|(member, alike)| {
            let why: Vec<&str> = alike.why.iter().map(|w| cx.lang.label(w.text_id())).collect();
            let text = Text::new("member-alike").with("name", member.heading()).with("why", why.join(", "));
            cx.lang.text(&text)
        });
        // the first site of a book is no slip of the pen
        let site = if cx.reader.sites()?.is_empty() { None } else { new_site(&self.member.site, cx)? };
        Ok(lines.chain(site).chain(other_household(&self.member, cx)?).collect())
    }

    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        proposals_of(&self.member, self.field(at), typed, cx)
    }

    fn repeated(&self) -> usize {
        if self.pile.is_some() { pile::REPEATED } else { 0 }
    }

    fn next(&self, cx: &Cx) -> Option<Self> {
        let (pile, member) = self.pile.as_ref()?.next(&self.member, cx);
        Some(Self::of_pile(pile, member))
    }

    fn leave(&self) -> Option<Saving> {
        self.pile.as_ref().map(|_| Pile::end())
    }

    fn base(&self) -> Option<(i64, i64)> {
        (self.member.id != 0).then_some((self.member.id, self.member.rev))
    }

    fn set_base(&mut self, rev: i64) {
        self.member.rev = rev;
    }

    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        if self.member.id == 0 { Ok(None) } else { Ok(Some(Self::edit(cx.reader.member(self.member.id)?))) }
    }

    fn save(&self, draft: Option<String>) -> Saving {
        let member = self.whole();
        let save = if self.pile.is_some() { command::member::save_form } else { command::member::save };
        Box::new(move |store, session, _| {
            let saved = save(store, session, draft.as_deref(), &member)?;
            let said = Text::new("member-saved").with("name", saved.heading());
            Ok(Outcome::Saved { id: saved.id, said })
        })
    }
}
