//! The form in which shares go to another member, or to an heir of whoever has died.

use super::{
    AREA, share,
    who::{self, Who},
};
use crate::{
    command,
    domain::{
        Text,
        amount::Amount,
        day,
        member::Status,
        share::{Holding, Move, MoveKind, doubts},
    },
    report::money::words,
    store,
    text::Lang,
    tui::{
        screen::{Cx, Flow, Outcome},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec},
            form::FormScreen,
        },
    },
};
use anyhow::Result;

static FIELDS: &[Spec] = &[
    Spec::new("to", "field-share-to", Kind::Proposals, "hint-person").required(),
    Spec::new("count", "field-share-count", Kind::Digits, "").required(),
    Spec::new("nominal", "field-nominal", Kind::Amount, "hint-nominal").required(),
    Spec::new("moved_on", "field-moved_on", Kind::Digits, "hint-day").required(),
    Spec::new("deed", "field-deed", Kind::Text, "hint-deed"),
    Spec::new("decision", "field-consent", Kind::Text, "hint-consent"),
    Spec::new("notified_on", "field-notified_on", Kind::Digits, "hint-notified"),
    Spec::new("note", "field-note", Kind::Text, ""),
];

/// What the form changes.
pub struct HandOverDraft {
    from: Who,
    to: Option<Who>,
    holdings: Vec<Holding>,
    shares: Move,
}

/// The form for shares of a member.
///
/// # Errors
/// When the user may not, there are none, or the book cannot be read.
pub fn begin(member: i64, cx: &Cx) -> Result<Flow> {
    let draft = HandOverDraft::new(member, cx)?;
    cx.permit(if draft.shares.kind == MoveKind::Succession {
        &command::share::INHERIT
    } else {
        &command::share::TRANSFER
    })?;
    Ok(Flow::push(FormScreen::new(draft, cx).in_area(AREA)))
}

impl HandOverDraft {
    /// All that a member has, from today on.
    ///
    /// # Errors
    /// When there is nothing, or the book cannot be read.
    pub fn new(member: i64, cx: &Cx) -> store::Result<Self> {
        let holdings = cx.reader.holdings(member)?;
        let first = holdings.first().ok_or_else(|| store::Error::invalid("err-shares-none"))?;
        let has_died = cx.reader.member(member)?.status == Status::Deceased;
        let kind = if has_died { MoveKind::Succession } else { MoveKind::Transfer };
        let shares = Move { member, count: first.count, ..share::begun(kind, cx)? };
        Ok(Self { from: who::of(member, cx)?, to: None, holdings, shares })
    }

    fn holding(&self, nominal: &Amount) -> Holding {
        let held = self.holdings.iter().find(|held| held.currency == nominal.currency).cloned();
        held.unwrap_or_else(|| Holding { currency: nominal.currency.clone(), ..Holding::default() })
    }
}

impl Draft for HandOverDraft {
    const FORM: &'static str = "hand-over";

    fn about(&self) -> String {
        format!(":{}", self.from.0)
    }
    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let what = if self.shares.kind == MoveKind::Succession { "share-inherit" } else { "share-hand-over" };
        format!("{} › {} › {}", lang.label("area-money"), self.from.1, lang.label(what).to_lowercase())
    }
    fn lead(&self, lang: &Lang) -> String {
        self.holdings.iter().map(|held| words::holding(held, lang)).collect::<Vec<_>>().join(" · ")
    }
    fn show(&self, at: usize) -> String {
        match FIELDS[at].code {
            "to" => who::show(self.to.as_slice()),
            code => share::show(&self.shares, code),
        }
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        who::proposals(typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match FIELDS[at].code {
            "to" => self.to = who::one(typed, cx)?,
            code => share::set(&mut self.shares, code, typed, cx)?,
        }
        Ok(())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let Move { count, nominal, moved_on, .. } = &self.shares;
        let mut found: Vec<Remark> =
            self.holding(nominal).gives(*count, nominal).err().map(|text| Remark::error(1, text)).into_iter().collect();
        if self.to.as_ref().is_some_and(|to| to.0 == self.from.0) {
            found.push(Remark::error(0, Text::new("err-share-same")));
        }
        if *moved_on > cx.clock.today() {
            found.push(Remark::error(3, Text::new("err-day-future").with("day", day::show(*moved_on))));
        }
        found
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let Some((to, _)) = self.to else { return Ok(Vec::new()) };
        let found = doubts(&self.shares, cx.reader.member(to)?.status);
        Ok(found.iter().map(|text| cx.lang.text(text)).collect())
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let to = self.to.clone().map_or((0, String::new()), |to| to);
        let shares = Move { other: Some(to.0), ..self.shares.clone() };
        Box::new(move |store, session, _| {
            command::share::hand_over(store, session, draft.as_deref(), &shares)?;
            Ok(Outcome::Said(Text::new("share-handed-over").with("name", to.1).with("count", shares.count)))
        })
    }
}
