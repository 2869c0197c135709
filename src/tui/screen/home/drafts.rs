//! What stood in a form or an editor when the program ended: named on the first page, and gone on with.

use crate::{
    domain::{
        Text,
        meeting::{ACTION, MANDATE, MOTION},
        member::Field,
        noun,
    },
    store::{draft::Draft as Kept, user::User},
    tui::{
        screen::{
            Cx, Flow, Outcome, Screen,
            entry::EntryDraft,
            meetings::{
                AREA as MEETINGS,
                action::{ActionDraft, SettleDraft},
                call::CallDraft,
                editor,
                mandate::MandateDraft,
                motion::MotionDraft,
                sign::StepDraft,
                vote::VoteDraft,
            },
            members::{
                form::{MemberDraft, PILE},
                place::MoveDraft,
                status::StatusDraft,
            },
            money::{
                AREA as MONEY, opening,
                savings::{aid::AidDraft, cycle::CycleDraft, lend::LendDraft, meet},
            },
            settings::{bylaw::BylawDraft, coop::CoopDraft, user::UserDraft},
        },
        widget::{
            draft::Draft as _,
            form::{self, FormScreen},
        },
    },
};
use anyhow::Result;

/// Opens the form of a draft again, the cursor where it was.
pub fn resume(row: &Kept, cx: &mut Cx) -> Result<Flow> {
    let form: Box<dyn Screen> = match name_of(row).0 {
        MemberDraft::FORM => {
            let draft = MemberDraft::of_draft(name_of(row).1, row.record, cx)?;
            Box::new(FormScreen::new(draft, cx).resumed(row, cx))
        }
        StatusDraft::FORM => {
            let draft = StatusDraft::new(cx.reader.member(row.record)?, cx)?;
            Box::new(FormScreen::new(draft, cx).resumed(row, cx))
        }
        MoveDraft::FORM => Box::new(FormScreen::new(MoveDraft::of_draft(name_of(row).1, cx)?, cx).resumed(row, cx)),
        CallDraft::FORM => {
            let draft = CallDraft::of_draft(name_of(row).1, row.record, cx)?;
            Box::new(FormScreen::new(draft, cx).in_area(MEETINGS).resumed(row, cx))
        }
        CoopDraft::FORM => Box::new(FormScreen::new(CoopDraft::new(cx)?, cx).resumed(row, cx)),
        UserDraft::FORM => {
            let user = if row.record == 0 { User::default() } else { cx.reader.user(row.record)? };
            Box::new(FormScreen::new(UserDraft::new(user), cx).resumed(row, cx))
        }
        StepDraft::FORM => {
            let Some(draft) = StepDraft::of_draft(name_of(row).1, cx)? else { return Ok(Flow::Stay) };
            Box::new(FormScreen::new(draft, cx).in_area(MEETINGS).resumed(row, cx))
        }
        // it takes over all drafts of its meeting, this one first
        editor::FORM => return Ok(editor::resumed(row, cx)?.map_or(Flow::Stay, Flow::push)),
        // sheets of rows take over their own drafts
        opening::FORM => return Ok(Flow::push(opening::screen(cx)?)),
        meet::FORM => return Ok(Flow::push(meet::screen(row.record, None, cx)?)),
        CycleDraft::FORM => {
            let draft = CycleDraft::new(Some(row.record), cx)?;
            Box::new(FormScreen::new(draft, cx).in_area(MONEY).resumed(row, cx))
        }
        LendDraft::FORM => {
            let draft = LendDraft::new(name_of(row).1.parse().unwrap_or_default(), cx)?;
            Box::new(FormScreen::new(draft, cx).in_area(MONEY).resumed(row, cx))
        }
        AidDraft::FORM => {
            let draft = AidDraft::new(name_of(row).1.parse().unwrap_or_default(), cx)?;
            Box::new(FormScreen::new(draft, cx).in_area(MONEY).resumed(row, cx))
        }
        MotionDraft::FORM => {
            let Some(draft) = MotionDraft::of_draft(name_of(row).1, row.record, cx)? else { return Ok(Flow::Stay) };
            Box::new(FormScreen::new(draft, cx).in_area(MEETINGS).resumed(row, cx))
        }
        VoteDraft::FORM => {
            let draft = VoteDraft::new(row.record, &cx.reader)?;
            Box::new(FormScreen::new(draft, cx).in_area(MEETINGS).resumed(row, cx))
        }
        ActionDraft::FORM => {
            let Some(draft) = ActionDraft::of_draft(name_of(row).1, row.record, cx)? else { return Ok(Flow::Stay) };
            Box::new(FormScreen::new(draft, cx).in_area(MEETINGS).resumed(row, cx))
        }
        SettleDraft::FORM => {
            let draft = SettleDraft::new(row.record, cx)?;
            Box::new(FormScreen::new(draft, cx).in_area(MEETINGS).resumed(row, cx))
        }
        MandateDraft::FORM => {
            let draft = MandateDraft::of_draft(name_of(row).1, cx)?;
            Box::new(FormScreen::new(draft, cx).in_area(MEETINGS).resumed(row, cx))
        }
        BylawDraft::FORM => Box::new(FormScreen::new(BylawDraft::new(name_of(row).1, cx)?, cx).resumed(row, cx)),
        EntryDraft::FORM => {
            let Some(draft) = EntryDraft::of_draft(name_of(row).1, row.record, cx)? else { return Ok(Flow::Stay) };
            let area = draft.area();
            Box::new(FormScreen::new(draft, cx).in_area(area).resumed(row, cx))
        }
        _ => return Ok(Flow::Stay),
    };
    let id = row.id;
    cx.write(move |store, session, _| {
        store.resume_draft(session, id)?;
        Ok(Outcome::Quiet)
    });
    Ok(Flow::Push(form))
}

/// Which form a draft is of, and what else it is about; what stands behind the stroke makes it unique.
fn name_of(row: &Kept) -> (&str, &str) {
    let name = row.form.split('/').next().unwrap_or_default();
    name.split_once(':').unwrap_or((name, ""))
}

/// What a draft is about, in words.
pub fn name(row: &Kept, cx: &Cx) -> Result<Text> {
    let (id, table) = match (name_of(row).0, row.record) {
        (MemberDraft::FORM, 0) if name_of(row).1 == PILE => ("home-draft-form", ""),
        (MemberDraft::FORM, 0) => ("home-draft-new", ""),
        (StatusDraft::FORM, _) => ("home-draft-status", "member"),
        (MoveDraft::FORM, _) => ("home-draft-move", ""),
        (CallDraft::FORM, 0) => ("home-draft-call", ""),
        (CallDraft::FORM, _) => ("home-draft-member", "meeting"),
        (CoopDraft::FORM, _) => ("home-draft-coop", ""),
        (UserDraft::FORM, 0) => ("home-draft-user", ""),
        (UserDraft::FORM, _) => ("home-draft-known-user", "user"),
        (StepDraft::FORM, _) => ("home-draft-step", ""),
        (editor::FORM, _) => ("home-draft-minutes", ""),
        (MotionDraft::FORM, _) => ("home-draft-motion", ""),
        (VoteDraft::FORM, _) => ("home-draft-vote", ""),
        (ActionDraft::FORM | SettleDraft::FORM, _) => ("home-draft-action", ""),
        (EntryDraft::FORM | MandateDraft::FORM, _) => ("home-draft-entry", ""),
        (BylawDraft::FORM, _) => ("home-draft-rule", ""),
        (opening::FORM, _) => ("home-draft-opening", ""),
        (meet::FORM, _) => ("home-draft-savings", ""),
        (CycleDraft::FORM, _) => ("home-draft-cycle", ""),
        (LendDraft::FORM, _) => ("home-draft-loan", ""),
        (AidDraft::FORM, _) => ("home-draft-aid", ""),
        _ => ("home-draft-member", "member"),
    };
    let name = match id {
        "home-draft-rule" => cx.lang.rule(name_of(row).1),
        "home-draft-entry" if name_of(row).0 == MandateDraft::FORM => cx.lang.label(MANDATE.text_id).to_lowercase(),
        "home-draft-entry" => {
            let table = name_of(row).1.split(':').next().unwrap_or_default();
            noun::find(table).map(|noun| cx.lang.label(noun.text_id).to_lowercase()).unwrap_or_default()
        }
        "home-draft-minutes" => editor::named(row, cx)?,
        "home-draft-opening" => opening::named(row),
        "home-draft-savings" => meet::named(row, cx)?,
        "home-draft-cycle" => form::kept_text(row, "name"),
        "home-draft-loan" | "home-draft-aid" => form::kept_text(row, "who"),
        "home-draft-step" => StepDraft::named(name_of(row).1, cx)?,
        "home-draft-motion" => form::kept_text(row, "text"),
        "home-draft-vote" => cx.reader.entry(&MOTION, row.record)?.get("text").to_owned(),
        "home-draft-action" if row.record != 0 => cx.reader.entry(&ACTION, row.record)?.get("what").to_owned(),
        "home-draft-action" => form::kept_text(row, "what"),
        "home-draft-call" => form::kept_text(row, "held_on"),
        "home-draft-move" => form::kept_text(row, Field::Site.code()),
        "home-draft-form" => form::kept_text(row, Field::FormNumber.code()),
        "home-draft-new" => form::kept_text(row, Field::Surname.code()),
        _ => cx.reader.record_label(table, row.record)?,
    };
    Ok(Text::new(id).with("name", name))
}
