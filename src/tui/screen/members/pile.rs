//! A pile of paper forms, entered one after the other: what stays from form to form, and how many there were.

use super::{fields::FIELDS, form::MemberDraft};
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
        widget::draft::{Saving, Spec},
    },
};
use std::sync::LazyLock;

/// A form of a pile: how many were entered today before it.
pub struct Pile {
    before: usize,
}

/// The fields, in the order of the printed form; whether its people are admitted is the same for the whole pile.
pub static ORDER: LazyLock<Vec<Spec>> = LazyLock::new(|| {
    let head = paper_form::HEAD.iter().chain(&[Field::Status, Field::FormNumber]);
    let spec = |field: &Field| FIELDS.iter().find(|spec| spec.code == field.code()).copied();
    head.chain(paper_form::FIELDS).filter_map(spec).collect()
});
/// How many of them the focus passes by from the second form on: the head, the status, the number that counts on.
pub const REPEATED: usize = paper_form::HEAD.len() + 2;

/// Text key of the heading above a field.
pub const fn section(field: Field) -> &'static str {
    match field {
        Field::Surname => "section-identity",
        _ => "",
    }
}

impl Pile {
    /// The first form: what stood on the last one that the user entered today is proposed, else only its number.
    pub fn begin(cx: &Cx) -> store::Result<(Self, Member)> {
        let user = cx.session.viewer.user_id.unwrap_or_default();
        let entered = cx.reader.forms_entered(user, &command::member::FORM, cx.clock.midnight())?;
        let pile = Self { before: entered.count };
        if let Some(last) = entered.last {
            let member = follows(&cx.reader.member(last)?, cx);
            return Ok((pile, member));
        }
        let may_admit = cx.permit(&command::member::ADMIT).is_ok();
        let status = if may_admit { Status::Active } else { Status::Applicant };
        let mut member = Member { status, ..Member::default() };
        let number = cx.reader.last_form_number()?.and_then(|last| paper_form::number_after(&last, cx.clock.today()));
        member.put(Field::FormNumber, number.unwrap_or_default());
        Ok((pile, member))
    }

    /// The form that lies under this one of `member`.
    pub fn next(&self, member: &Member, cx: &Cx) -> (Self, Member) {
        (Self { before: self.before + 1 }, follows(member, cx))
    }

    /// What stands above the form.
    pub fn title(&self, lang: &Lang) -> String {
        let form = lang.text(&Text::new("pile-form").with("count", self.before + 1));
        format!("{} › {form}", lang.label("pile-title"))
    }

    /// Says how many forms were entered today. Counted by the thread that writes: what is still to be saved stands before
    /// it.
    pub fn end() -> Saving {
        Box::new(|store, session, _| {
            let user = session.viewer.user_id.unwrap_or_default();
            let entered = store.forms_entered(user, &command::member::FORM, store.clock().midnight())?;
            Ok(Outcome::Said(Text::new("pile-end").with("count", entered.count)))
        })
    }
}

/// Nobody yet, on the form that lies under the one of `member`.
fn follows(member: &Member, cx: &Cx) -> Member {
    let mut next = Member { status: member.status, ..Member::default() };
    for field in paper_form::HEAD {
        next.copy(*field, member);
    }
    let number = paper_form::number_after(member.kept(Field::FormNumber), cx.clock.today());
    next.put(Field::FormNumber, number.unwrap_or_default());
    next
}

impl MemberDraft {
    /// The first form of a pile.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn pile(cx: &Cx) -> store::Result<Self> {
        let (pile, member) = Pile::begin(cx)?;
        Ok(Self::of_pile(pile, member))
    }
}
