//! What stood in a form or an editor when the program ended: named on the first page, and gone on with.
//!
//! Each kind of draft is one row of [`KINDS`]: the form it is of, how that is opened again, what it is called.

use crate::{
    domain::{
        Text,
        meeting::{ACTION, MANDATE, MOTION},
        member::Field,
        noun,
        signing::SIGNING_POWER,
    },
    report::money::words,
    store::{self, draft::Draft as Kept, user::User},
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
                AREA as MONEY,
                batch::{BatchDraft, CloseDraft},
                count::CountDraft,
                due::DueDraft,
                hand_over::HandOverDraft,
                opening, pay,
                power_form::PowerDraft,
                refund::RefundDraft,
                savings::{aid::AidDraft, cycle::CycleDraft, lend::LendDraft, meet},
                settle::{BookDraft, PeriodDraft},
                slip_form::SlipDraft,
                slip_pay::PayDraft,
                subscribe::SubscribeDraft,
                transfer_form::{ArrivalDraft, TransferDraft},
                void::{SpoilDraft, VoidDraft},
                waive::WaiveDraft,
            },
            settings::{bylaw::BylawDraft, coop::CoopDraft, user::UserDraft},
        },
        widget::{
            draft::Draft,
            form::{self, FormScreen},
        },
    },
};
use anyhow::Result;

/// A draft, and what its name says beside the form.
struct Row<'a> {
    kept: &'a Kept,
    about: &'a str,
    record: i64,
}

/// What is opened again; `None` when there is nothing left to go on with.
type Opened = Result<Option<Box<dyn Screen>>>;

/// A kind of draft.
struct Kind {
    form: &'static str,
    open: fn(&Row, &Cx) -> Opened,
    name: fn(&Row, &Cx) -> Result<Text>,
}

const fn kind(form: &'static str, open: fn(&Row, &Cx) -> Opened, name: fn(&Row, &Cx) -> Result<Text>) -> Kind {
    Kind { form, open, name }
}

/// The area of members, in which forms are drawn that say nothing else.
const MEMBERS: usize = 1;

/// Every form and editor of which drafts are kept; `tests/structure.rs` misses none.
static KINDS: &[Kind] = &[
    kind(
        MemberDraft::FORM,
        |row, cx| row.open(MEMBERS, MemberDraft::of_draft(row.about, row.record, cx), cx),
        |row, cx| match row.record {
            0 if row.about == PILE => Ok(row.typed("home-draft-form", Field::FormNumber.code())),
            0 => Ok(row.typed("home-draft-new", Field::Surname.code())),
            _ => row.labelled("home-draft-member", "member", cx),
        },
    ),
    kind(
        StatusDraft::FORM,
        |row, cx| row.open(MEMBERS, StatusDraft::new(cx.reader.member(row.record)?, cx), cx),
        |row, cx| row.labelled("home-draft-status", "member", cx),
    ),
    kind(
        MoveDraft::FORM,
        |row, cx| row.open(MEMBERS, MoveDraft::of_draft(row.about, cx), cx),
        |row, _| Ok(row.typed("home-draft-move", Field::Site.code())),
    ),
    kind(CoopDraft::FORM, |row, cx| row.open(MEMBERS, CoopDraft::new(cx), cx), |_, _| Ok(Text::new("home-draft-coop"))),
    kind(
        UserDraft::FORM,
        |row, cx| {
            let user = if row.record == 0 { User::default() } else { cx.reader.user(row.record)? };
            row.open(MEMBERS, UserDraft::new(user, &cx.reader), cx)
        },
        |row, cx| match row.record {
            0 => Ok(Text::new("home-draft-user")),
            _ => row.labelled("home-draft-known-user", "user", cx),
        },
    ),
    kind(
        BylawDraft::FORM,
        |row, cx| row.open(MEMBERS, BylawDraft::new(row.about, cx), cx),
        |row, cx| Ok(Text::new("home-draft-rule").with("name", cx.lang.rule(row.about))),
    ),
    kind(
        CallDraft::FORM,
        |row, cx| row.open(MEETINGS, CallDraft::of_draft(row.about, row.record, cx), cx),
        |row, cx| match row.record {
            0 => Ok(row.typed("home-draft-call", "held_on")),
            _ => row.labelled("home-draft-member", "meeting", cx),
        },
    ),
    kind(
        StepDraft::FORM,
        |row, cx| row.open_some(MEETINGS, StepDraft::of_draft(row.about, cx), cx),
        |row, cx| Ok(Text::new("home-draft-step").with("name", StepDraft::named(row.about, cx)?)),
    ),
    // it takes over all drafts of its meeting, this one first
    kind(
        editor::FORM,
        |row, cx| Ok(editor::resumed(row.kept, cx)?.map(|editor| Box::new(editor) as _)),
        |row, cx| Ok(Text::new("home-draft-minutes").with("name", editor::named(row.kept, cx)?)),
    ),
    kind(
        MotionDraft::FORM,
        |row, cx| row.open_some(MEETINGS, MotionDraft::of_draft(row.about, row.record, cx), cx),
        |row, _| Ok(row.typed("home-draft-motion", "text")),
    ),
    kind(
        VoteDraft::FORM,
        |row, cx| row.open(MEETINGS, VoteDraft::new(row.record, &cx.reader), cx),
        |row, cx| Ok(Text::new("home-draft-vote").with("name", cx.reader.entry(&MOTION, row.record)?.get("text"))),
    ),
    kind(
        ActionDraft::FORM,
        |row, cx| row.open_some(MEETINGS, ActionDraft::of_draft(row.about, row.record, cx), cx),
        action,
    ),
    kind(SettleDraft::FORM, |row, cx| row.open(MEETINGS, SettleDraft::new(row.record, cx), cx), action),
    kind(
        MandateDraft::FORM,
        |row, cx| row.open(MEETINGS, MandateDraft::of_draft(row.about, cx), cx),
        |_, cx| Ok(of_noun(&MANDATE, cx)),
    ),
    // sheets of rows take over their own drafts
    kind(
        opening::FORM,
        |_, cx| Ok(Some(Box::new(opening::screen(cx)?))),
        |row, _| Ok(Text::new("home-draft-opening").with("count", opening::count(row.kept))),
    ),
    kind(
        meet::FORM,
        |row, cx| Ok(Some(Box::new(meet::of_draft(row.about, row.record, cx)?))),
        |row, cx| Ok(Text::new("home-draft-savings").with("name", meet::named(row.about, row.record, cx)?)),
    ),
    kind(
        CycleDraft::FORM,
        |row, cx| row.open(MONEY, CycleDraft::new(Some(row.record), cx), cx),
        |row, _| Ok(row.typed("home-draft-cycle", "name")),
    ),
    kind(
        LendDraft::FORM,
        |row, cx| row.open(MONEY, LendDraft::new(row.about.parse().unwrap_or_default(), cx), cx),
        |row, _| Ok(row.typed("home-draft-loan", "who")),
    ),
    kind(
        AidDraft::FORM,
        |row, cx| row.open(MONEY, AidDraft::new(row.about.parse().unwrap_or_default(), cx), cx),
        |row, _| Ok(row.typed("home-draft-aid", "who")),
    ),
    kind(DueDraft::FORM, |row, cx| row.open(MONEY, Ok(DueDraft::new(None, cx)), cx), |_, cx| Ok(called("due-new", cx))),
    kind(
        WaiveDraft::FORM,
        |row, cx| row.open_some(MONEY, WaiveDraft::of_draft(row.about, cx), cx),
        |_, cx| Ok(called("due-waive", cx)),
    ),
    kind(
        SubscribeDraft::FORM,
        |row, cx| row.open(MONEY, SubscribeDraft::new(None, cx), cx),
        |_, cx| Ok(called("share-subscribe", cx)),
    ),
    kind(
        HandOverDraft::FORM,
        |row, cx| row.open(MONEY, HandOverDraft::new(row.about.parse()?, cx), cx),
        |_, cx| Ok(called("share-hand-over", cx)),
    ),
    kind(
        RefundDraft::FORM,
        |row, cx| row.open(MONEY, RefundDraft::new(row.about.parse()?, cx), cx),
        |_, cx| Ok(called("share-refund", cx)),
    ),
    kind(
        pay::FORM,
        |row, cx| Ok(Some(Box::new(pay::resumed(row.kept, cx)?))),
        |row, cx| Ok(Text::new("home-draft-pay").with("name", pay::named(row.kept, cx)?)),
    ),
    kind(
        BatchDraft::FORM,
        |row, cx| row.open(MONEY, BatchDraft::of_draft(row.about, cx), cx),
        |row, _| Ok(row.typed("home-draft-batch", "total")),
    ),
    kind(
        CloseDraft::FORM,
        |row, cx| row.open(MONEY, CloseDraft::new(row.record, &cx.reader), cx),
        |_, cx| Ok(called("batch-close", cx)),
    ),
    kind(
        VoidDraft::FORM,
        |row, cx| row.open(MONEY, VoidDraft::new(row.record, &cx.reader), cx),
        |row, cx| row.labelled("home-draft-void", "receipt", cx),
    ),
    kind(
        SpoilDraft::FORM,
        |row, cx| row.open(MONEY, SpoilDraft::new(row.record, cx), cx),
        |row, cx| row.labelled("home-draft-spoil", "pad", cx),
    ),
    kind(
        SlipDraft::FORM,
        |row, cx| row.open(MONEY, SlipDraft::of_draft(row.record, cx), cx),
        |row, cx| match row.record {
            0 => Ok(row.typed("home-draft-slip", "purpose")),
            _ => row.labelled("home-draft-slip", "voucher", cx),
        },
    ),
    kind(
        PayDraft::FORM,
        |row, cx| row.open(MONEY, PayDraft::new(row.record, cx), cx),
        |row, cx| row.labelled("home-draft-payout", "voucher", cx),
    ),
    kind(
        PowerDraft::FORM,
        |row, cx| row.open(MONEY, PowerDraft::of_draft(row.about, row.record, cx), cx),
        |_, cx| Ok(of_noun(&SIGNING_POWER, cx)),
    ),
    kind(
        TransferDraft::FORM,
        |row, cx| row.open(MONEY, TransferDraft::new(cx), cx),
        |row, _| Ok(row.typed("home-draft-transfer", "amount")),
    ),
    kind(
        ArrivalDraft::FORM,
        |row, cx| row.open(MONEY, ArrivalDraft::new(row.record, cx), cx),
        |row, _| Ok(row.typed("home-draft-transfer", "slip")),
    ),
    kind(
        CountDraft::FORM,
        |row, cx| row.open(MONEY, CountDraft::of_draft(row.about, cx), cx),
        |row, cx| of_account(row.about.parse().unwrap_or_default(), cx),
    ),
    kind(
        BookDraft::FORM,
        |row, cx| row.open(MONEY, cx.reader.count_of(row.record).map(BookDraft::new), cx),
        |row, cx| of_account(cx.reader.count_of(row.record)?.account, cx),
    ),
    kind(
        PeriodDraft::FORM,
        |row, cx| row.open_some(MONEY, PeriodDraft::of_draft(row.about, cx), cx),
        |row, cx| {
            let name = PeriodDraft::of_draft(row.about, cx)?.map(|draft| cx.lang.text(&draft.name()));
            Ok(Text::new("home-draft-period").with("name", name.unwrap_or_default()))
        },
    ),
    kind(
        EntryDraft::FORM,
        |row, cx| {
            let draft = EntryDraft::of_draft(row.about, row.record, cx)?;
            let area = draft.as_ref().map_or(MEMBERS, EntryDraft::area);
            row.open_some(area, Ok(draft), cx)
        },
        |row, cx| {
            let noun = row.about.split(':').next().and_then(noun::find);
            Ok(noun.map_or_else(|| Text::new("home-draft-entry").with("name", ""), |noun| of_noun(noun, cx)))
        },
    ),
];

fn action(row: &Row, cx: &Cx) -> Result<Text> {
    match row.record {
        0 => Ok(row.typed("home-draft-action", "what")),
        id => Ok(Text::new("home-draft-action").with("name", cx.reader.entry(&ACTION, id)?.get("what"))),
    }
}

fn of_account(id: i64, cx: &Cx) -> Result<Text> {
    Ok(Text::new("home-draft-count").with("name", words::account(&cx.reader.account(id)?, &cx.lang)))
}

fn of_noun(noun: &noun::Noun, cx: &Cx) -> Text {
    called(noun.text_id, cx)
}

fn called(id: &'static str, cx: &Cx) -> Text {
    Text::new("home-draft-entry").with("name", cx.lang.label(id).to_lowercase())
}

impl<'a> Row<'a> {
    /// Which form a draft is of, and what else it is about; what stands behind the stroke makes its name unique.
    fn of(kept: &'a Kept) -> (Option<&'static Kind>, Self) {
        let name = kept.form.split('/').next().unwrap_or_default();
        let (form, about) = name.split_once(':').unwrap_or((name, ""));
        (KINDS.iter().find(|kind| kind.form == form), Self { kept, about, record: kept.record })
    }

    /// The form over `draft` with what was typed, the cursor where it was.
    fn open<D: Draft>(&self, area: usize, draft: store::Result<D>, cx: &Cx) -> Opened {
        Ok(Some(Box::new(FormScreen::new(draft?, cx).in_area(area).resumed(self.kept, cx))))
    }

    /// [`Row::open`], where the draft may say nothing any more.
    fn open_some<D: Draft>(&self, area: usize, draft: store::Result<Option<D>>, cx: &Cx) -> Opened {
        draft?.map_or(Ok(None), |draft| self.open(area, Ok(draft), cx))
    }

    /// A text about what was typed into a field.
    fn typed(&self, id: &'static str, code: &str) -> Text {
        Text::new(id).with("name", form::kept_text(self.kept, code))
    }

    /// A text about the record.
    fn labelled(&self, id: &'static str, table: &str, cx: &Cx) -> Result<Text> {
        Ok(Text::new(id).with("name", cx.reader.record_label(table, self.record)?))
    }
}

/// Opens the form of a draft again.
pub fn resume(kept: &Kept, cx: &mut Cx) -> Result<Flow> {
    let (kind, row) = Row::of(kept);
    let Some(form) = there(kind.map_or(Ok(None), |kind| (kind.open)(&row, cx)))?.flatten() else {
        cx.complain(&Text::new("home-draft-gone-hint"));
        return Ok(Flow::Stay);
    };
    let id = kept.id;
    cx.write(move |store, session, _| {
        store.resume_draft(session, id)?;
        Ok(Outcome::Quiet)
    });
    Ok(Flow::Push(form))
}

/// What a draft is about, in words.
pub fn name(kept: &Kept, cx: &Cx) -> Result<Text> {
    let named = match Row::of(kept) {
        (Some(kind), row) => (kind.name)(&row, cx),
        (None, row) => row.labelled("home-draft-member", "member", cx),
    };
    Ok(there(named)?.unwrap_or_else(|| Text::new("home-draft-gone")))
}

/// What was read; nothing when what the draft is about is not in the book any more.
fn there<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Err(error) if matches!(error.downcast_ref(), Some(store::Error::NotFound)) => Ok(None),
        read => read.map(Some),
    }
}
