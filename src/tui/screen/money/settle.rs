//! Short forms that two sign or that need a reason: a month or a year is closed, opened again; a difference is booked that
//! stood open.

use super::cosign::{self, Signing};
use crate::{
    command::{
        self,
        close::{Period, called},
    },
    domain::{Text, close::PeriodKind, count::Count, day, fold::clean},
    report::money::closing::difference,
    store,
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Outcome, meetings::people},
        widget::draft::{Draft, Kind, Remark, Saving, Spec},
    },
};
use chrono::NaiveDate;

/// Two who sign, and why.
static SIGNING: [Spec; 5] = [
    Spec::new("first", "sign-treasurer", Kind::Proposals, "hint-signer").required(),
    cosign::SECOND.required(),
    cosign::HOW,
    cosign::PIN,
    Spec::new("reason", "close-reason", Kind::Text, "").required(),
];
/// Why, and who answers for it.
static BOOKING: [Spec; 2] = [
    Spec::new("reason", "count-reason", Kind::Text, "").required(),
    Spec::new("keeper", "count-keeper", Kind::Proposals, "hint-person"),
];

/// What is done with a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is closed.
    Close(Period),
    /// It is opened again: the id of its close, and the period.
    Reopen(i64, Period),
}

/// The form of a step.
pub struct PeriodDraft {
    step: Step,
    signing: Signing,
    reason: String,
}

impl PeriodDraft {
    /// A step by whoever sits here and somebody else.
    pub fn new(step: Step, cx: &Cx) -> Self {
        Self { step, signing: Signing::new(cx), reason: String::new() }
    }

    /// What a draft in the book was about: `close:month:2026-10-31`, `reopen:7`.
    ///
    /// # Errors
    /// When the close is gone.
    pub fn of_draft(about: &str, cx: &Cx) -> store::Result<Option<Self>> {
        let mut parts = about.split(':');
        let step = match (parts.next(), parts.next(), parts.next()) {
            (Some("close"), Some(kind), Some(last)) => {
                let period = PeriodKind::from_code(kind).ok().zip(last.parse::<NaiveDate>().ok());
                period.map(Step::Close)
            }
            (Some("reopen"), Some(id), _) => {
                let close = cx.reader.close(id.parse().unwrap_or_default())?;
                Some(Step::Reopen(close.id, (close.kind, close.last_on)))
            }
            _ => None,
        };
        Ok(step.map(|step| Self::new(step, cx)))
    }

    const fn period(&self) -> Period {
        match self.step {
            Step::Close(period) | Step::Reopen(_, period) => period,
        }
    }

    /// What it is called: `close 10/2026`.
    pub fn name(&self) -> Text {
        let id = match self.step {
            Step::Close(_) => "close-do-period",
            Step::Reopen(..) => "close-undo-period",
        };
        Text::new(id).with("period", called(self.period()))
    }
}

impl Draft for PeriodDraft {
    const FORM: &'static str = "period";

    fn about(&self) -> String {
        match self.step {
            Step::Close((kind, last)) => format!(":close:{}:{last}", kind.code()),
            Step::Reopen(id, _) => format!(":reopen:{id}"),
        }
    }
    fn fields(&self) -> &[Spec] {
        if matches!(self.step, Step::Close(_)) { &SIGNING[..4] } else { &SIGNING }
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} › {}", lang.label(AREAS[super::AREA]), lang.label("closes-title"), lang.text(&self.name()))
    }
    fn lead(&self, lang: &Lang) -> String {
        let id = match self.step {
            Step::Close((PeriodKind::Month, _)) => "close-what-month",
            Step::Close((PeriodKind::Year, _)) => "close-what-year",
            Step::Reopen(..) => "close-what-reopen",
        };
        lang.text(&Text::new(id).with("day", day::show(self.period().1)))
    }
    fn show(&self, at: usize) -> String {
        match SIGNING[at].code {
            "reason" => self.reason.clone(),
            code => self.signing.show(code),
        }
    }
    fn choices(&self, _: usize) -> Vec<(&'static str, &'static str)> {
        Signing::choices()
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        Signing::proposals(typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match SIGNING[at].code {
            "reason" => self.reason = clean(typed),
            code => self.signing.set(code, typed, cx)?,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let at = |code| SIGNING.iter().position(|spec| spec.code == code).unwrap_or(0);
        self.signing.fault(2).into_iter().map(|(code, text)| Remark::error(at(code), text)).collect()
    }
    fn save_name(&self) -> &'static str {
        if matches!(self.step, Step::Close(_)) { "close-do" } else { "close-undo" }
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (step, names, reason) = (self.step, self.signing.names.clone(), self.reason.clone());
        let second = self.signing.proof();
        Box::new(move |store, session, _| {
            let draft = draft.as_deref();
            let (id, said) = match step {
                Step::Close(period) => {
                    let id = command::close::period(store, session, draft, period, (&names, &second))?;
                    (id, Text::new("close-closed").with("period", called(period)))
                }
                Step::Reopen(id, _) => {
                    let count = command::close::reopen(store, session, draft, id, (&names, &second, &reason))?;
                    (id, Text::new("close-reopened").with("count", count))
                }
            };
            Ok(Outcome::Saved { id, said })
        })
    }
}

/// The form in which the difference of a count is booked that stood open.
pub struct BookDraft {
    count: Count,
}

impl BookDraft {
    /// The difference of a count.
    pub const fn new(count: Count) -> Self {
        Self { count }
    }
}

impl Draft for BookDraft {
    const FORM: &'static str = "count_book";

    fn fields(&self) -> &[Spec] {
        &BOOKING
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} › {}", lang.label(AREAS[super::AREA]), lang.label("counts-title"), lang.label("count-book"))
    }
    fn lead(&self, lang: &Lang) -> String {
        lang.text(&difference(self.count.difference(), &self.count.currency))
    }
    fn show(&self, at: usize) -> String {
        if at == 0 { self.count.reason.clone() } else { self.count.keeper.clone() }
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        people::proposals(typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        if at == 0 {
            self.count.reason = clean(typed);
            return Ok(());
        }
        (self.count.keeper, self.count.keeper_id) = keeper(typed, cx)?;
        Ok(())
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        Ok(also_whole(&self.count, cx)?.iter().map(|text| cx.lang.text(text)).collect())
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.count.id, 0))
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let count = self.count.clone();
        Box::new(move |store, session, _| {
            command::count::book(store, session, draft.as_deref(), &count)?;
            let said = Text::new("count-saved").with("difference", difference(count.difference(), &count.currency));
            Ok(Outcome::Saved { id: count.id, said })
        })
    }
}

/// That the whole box was counted on the day on which the money of a meeting was, or later: what is missing here may be
/// missing there.
///
/// # Errors
/// When the book cannot be read.
pub fn also_whole(count: &Count, cx: &Cx) -> store::Result<Option<Text>> {
    if count.meeting.is_none() {
        return Ok(None);
    }
    let whole = cx.reader.counted(count.account, cx.clock.today())?.filter(|(on, _)| *on >= count.counted_on);
    Ok(whole.map(|(on, _)| Text::new("count-also-whole").with("day", day::show(on))))
}

/// Who keeps a box, as it is typed: a member by the number that stands there or behind the name, anybody else by name.
///
/// # Errors
/// When nobody bears a number, or somebody who is called otherwise.
pub fn keeper(typed: &str, cx: &Cx) -> Result<(String, Option<i64>), Text> {
    let name = people::read(typed, cx)?;
    let member = command::cosign::bearer(&cx.reader, &name).map_err(|error| error.text())?;
    Ok((name, member.map(|row| row.id)))
}
