//! The form in which shares are given back to the cooperative.

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
        due::{Due, DueKind},
        member::Member,
        share::{Holding, Move, MoveKind, cancel, refund_by},
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
    Spec::new("count", "field-share-count", Kind::Digits, "").required(),
    Spec::new("nominal", "field-nominal", Kind::Amount, "hint-nominal").required(),
    Spec::new("moved_on", "field-share-back", Kind::Digits, "hint-day").required(),
    Spec::new("decision", "field-decision", Kind::Text, "hint-decision"),
    Spec::new("note", "field-note", Kind::Text, ""),
];

/// What the form changes.
pub struct RefundDraft {
    who: Who,
    member: Member,
    holdings: Vec<Holding>,
    dues: Vec<Due>,
    shares: Move,
}

/// The form for shares of a member.
///
/// # Errors
/// When the user may not, there are none, or the book cannot be read.
pub fn begin(member: i64, cx: &Cx) -> Result<Flow> {
    cx.permit(&command::share::REFUND)?;
    Ok(Flow::push(FormScreen::new(RefundDraft::new(member, cx)?, cx).in_area(AREA)))
}

impl RefundDraft {
    /// All that a member has, from today on.
    ///
    /// # Errors
    /// When there is nothing, or the book cannot be read.
    pub fn new(id: i64, cx: &Cx) -> store::Result<Self> {
        let holdings = cx.reader.holdings(id)?;
        let first = holdings.first().ok_or_else(|| store::Error::invalid("err-shares-none"))?;
        let shares = Move { member: id, count: first.count, ..share::begun(MoveKind::Refund, cx)? };
        Ok(Self {
            who: who::of(id, cx)?,
            member: cx.reader.member(id)?,
            holdings,
            dues: cx.reader.open_dues(id)?,
            shares,
        })
    }

    /// What so many shares are worth, if they are there.
    fn value(&self, count: i64, nominal: &Amount) -> Result<i64, Text> {
        let held = self.holdings.iter().find(|held| held.currency == nominal.currency).cloned();
        held.unwrap_or_default().value(count, nominal)
    }
}

impl Draft for RefundDraft {
    const FORM: &'static str = "refund";

    fn about(&self) -> String {
        format!(":{}", self.who.0)
    }
    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let what = lang.label("share-refund").to_lowercase();
        format!("{} › {} › {what}", lang.label("area-money"), self.who.1)
    }
    fn lead(&self, lang: &Lang) -> String {
        self.holdings.iter().map(|held| words::holding(held, lang)).collect::<Vec<_>>().join(" · ")
    }
    fn show(&self, at: usize) -> String {
        share::show(&self.shares, FIELDS[at].code)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        share::set(&mut self.shares, FIELDS[at].code, typed, cx)
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let Move { count, nominal, moved_on, .. } = &self.shares;
        let future = || Text::new("err-day-future").with("day", day::show(*moved_on));
        let few = self.value(*count, nominal).err().map(|text| Remark::error(0, text));
        let coming = (*moved_on > cx.clock.today()).then(|| Remark::error(2, future()));
        few.into_iter().chain(coming).collect()
    }
    /// What falls away, what is to be paid back, and by when.
    fn outlook(&self, _: &[String], cx: &Cx) -> Vec<(String, String)> {
        let Move { count, nominal, moved_on, .. } = &self.shares;
        let Ok(minor) = self.value(*count, nominal) else { return Vec::new() };
        let is_share = |due: &&Due| due.kind == DueKind::Share && due.currency == nominal.currency;
        let (parts, rest) = cancel(minor, &self.dues.iter().filter(is_share).cloned().collect::<Vec<_>>());
        let cancelled: i64 = parts.iter().map(|part| part.minor).sum();
        let money = |minor| words::minor(minor, &nominal.currency, &cx.lang);
        let lines = [
            ("share-cancelled", cancelled, money(cancelled)),
            ("share-to-refund", rest, money(rest)),
            ("share-refund-by", rest, format!("{} · AUSCOOP art. 11", day::show(refund_by(*moved_on)))),
        ];
        let lines = lines.into_iter().filter(|(_, minor, _)| *minor > 0);
        lines.map(|(label, _, text)| (cx.lang.label(label).to_owned(), text)).collect()
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let mut found = Vec::new();
        if self.member.status.is_member() {
            found.push(cx.lang.label("warn-refund-member").to_owned());
        }
        let others: i64 =
            self.dues.iter().filter(|due| due.kind != DueKind::Share).map(|due| i64::from(due.open > 0)).sum();
        if others > 0 {
            found.push(cx.lang.text(&Text::new("warn-refund-owes").with("count", others)));
        }
        Ok(found)
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let shares = self.shares.clone();
        Box::new(move |store, session, _| {
            let minor = command::share::refund(store, session, draft.as_deref(), &shares)?;
            let back = Amount { minor, currency: shares.nominal.currency.clone() };
            let said = Text::new("share-refunded").with("count", shares.count).with("amount", back);
            Ok(Outcome::Said(said.with("day", day::show(refund_by(shares.moved_on)))))
        })
    }
}
