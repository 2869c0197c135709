//! Short forms that two sign or that need a reason: a month or a year is closed, opened again; a difference is booked that
//! stood open.

use crate::{
    command::{
        self,
        close::{Period, called},
        cosign::Proof,
    },
    domain::{Text, close::PeriodKind, count::Count, fold::clean, member::parse_number, signed::Signed},
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
static SIGNING: [Spec; 4] = [
    Spec::new("first", "sign-treasurer", Kind::Proposals, ""),
    Spec::new("second", "sign-second", Kind::Proposals, "hint-second"),
    Spec::new("pin", "sign-pin", Kind::Pin, "hint-sign-pin"),
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
    names: Signed,
    pin: String,
    reason: String,
}

impl PeriodDraft {
    /// A step by whoever sits here and somebody else.
    pub fn new(step: Step, cx: &Cx) -> Self {
        let names = Signed { first: cx.session.name.clone(), ..Signed::default() };
        Self { step, names, pin: String::new(), reason: String::new() }
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
        if matches!(self.step, Step::Close(_)) { &SIGNING[..3] } else { &SIGNING }
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
        lang.text(&Text::new(id).with("day", crate::domain::day::show(self.period().1)))
    }
    fn show(&self, at: usize) -> String {
        match SIGNING[at].code {
            "first" => self.names.first.clone(),
            "second" => self.names.second.clone(),
            "pin" => self.pin.clone(),
            _ => self.reason.clone(),
        }
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        people::proposals(typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match SIGNING[at].code {
            "first" => self.names.first = people::read(typed, cx)?,
            "second" => self.names.second = people::read(typed, cx)?,
            "pin" => typed.clone_into(&mut self.pin),
            _ => self.reason = clean(typed),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let at = |text: &Text| usize::from(text.id != "err-sign-first");
        let unsigned = self.names.check(2).err().map(|text| Remark::error(at(&text), text));
        unsigned.into_iter().collect()
    }
    fn save_name(&self) -> &'static str {
        if matches!(self.step, Step::Close(_)) { "close-do" } else { "close-undo" }
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (step, names, reason) = (self.step, self.names.clone(), self.reason.clone());
        let second = Proof::typed(&self.pin);
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

/// Who keeps a box, as it is typed: a member by the number that stands there or behind the name, anybody else by name.
///
/// # Errors
/// When nobody bears a number.
pub fn keeper(typed: &str, cx: &Cx) -> Result<(String, Option<i64>), Text> {
    let name = people::read(typed, cx)?;
    let inside = name.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    let number = inside.and_then(|number| parse_number(number).ok());
    let member = number.and_then(|number| cx.reader.member_by_number(number).ok().flatten());
    Ok((name, member))
}
