//! Meetings: their list, the form in which one is called, the page of each, the founders of a cooperative; motions and
//! their votes, what is to be done; bodies and who holds office in them.

pub mod action;
pub mod actions;
pub mod call;
pub mod editor;
pub mod founders;
pub mod list;
pub mod mandate;
pub mod motion;
pub mod organ;
pub mod organs;
pub mod page;
pub mod people;
pub mod roll;
pub mod search;
pub mod sign;
pub mod vote;

use super::{Cx, Screen};
use crate::{
    domain::{day, meeting::MEETING_KINDS, noun::Entry, takes::Takes},
    store::draft::Draft as Kept,
    text::Lang,
    tui::widget::{draft::Draft, form::FormScreen},
};
use action::{ActionDraft, SettleDraft};
use anyhow::Result;
use mandate::MandateDraft;
use motion::MotionDraft;
use vote::VoteDraft;

/// The place of this area among the ten.
pub const AREA: usize = 2;

/// What a meeting is called: its title, or the kind when it has none.
pub fn name(kind: &str, title: &str, lang: &Lang) -> String {
    if title.is_empty() { lang.value(Takes::One(MEETING_KINDS), kind) } else { title.to_owned() }
}

/// What a meeting is called, and its day.
pub fn heading(meeting: &Entry, lang: &Lang) -> String {
    let on = meeting.day("held_on").map(day::show).unwrap_or_default();
    format!("{} {on}", name(meeting.get("kind"), meeting.get("title"), lang)).trim_end().to_owned()
}

/// A form of a meeting or a term of office again, with what was typed before the power failed.
///
/// # Errors
/// When what it was about is gone.
pub fn resume(form: &str, about: &str, row: &Kept, cx: &Cx) -> Result<Option<Box<dyn Screen>>> {
    fn again<D: Draft>(draft: D, row: &Kept, cx: &Cx) -> Box<dyn Screen> {
        Box::new(FormScreen::new(draft, cx).in_area(AREA).resumed(row, cx))
    }
    Ok(match form {
        MotionDraft::FORM => MotionDraft::of_draft(about, row.record, cx)?.map(|draft| again(draft, row, cx)),
        ActionDraft::FORM => ActionDraft::of_draft(about, row.record, cx)?.map(|draft| again(draft, row, cx)),
        VoteDraft::FORM => Some(again(VoteDraft::new(row.record, &cx.reader)?, row, cx)),
        MandateDraft::FORM => Some(again(MandateDraft::of_draft(about, cx)?, row, cx)),
        SettleDraft::FORM => Some(again(SettleDraft::new(row.record, cx)?, row, cx)),
        _ => None,
    })
}
