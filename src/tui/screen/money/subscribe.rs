//! The form in which shares are subscribed: how many, of what value, in how many instalments.

use super::{
    AREA, share,
    who::{self, Who},
};
use crate::{
    command::{self, share::Terms},
    domain::{
        Text,
        amount::Amount,
        day,
        share::{Move, MoveKind, STEPS, instalments},
        takes::Takes,
    },
    report::money::words,
    store,
    text::Lang,
    tui::{
        screen::{Cx, Flow, Outcome},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec, choices},
            form::FormScreen,
        },
    },
};
use anyhow::Result;

static FIELDS: &[Spec] = &[
    Spec::new("who", "field-who", Kind::Proposals, "hint-person").required(),
    Spec::new("count", "field-share-count", Kind::Digits, "").required(),
    Spec::new("nominal", "field-nominal", Kind::Amount, "hint-nominal").required(),
    Spec::new("moved_on", "field-subscribed_on", Kind::Digits, "hint-day").required(),
    Spec::new("parts", "field-parts", Kind::Digits, "hint-parts").required(),
    Spec::new("first_on", "field-first_on", Kind::Digits, "hint-day").required(),
    Spec::new("step", "field-step", Kind::Choice, ""),
    Spec::new("decision", "field-decision", Kind::Text, "hint-decision"),
    Spec::new("note", "field-note", Kind::Text, ""),
];

/// So many instalments at most.
const MOST_PARTS: u32 = 120;
/// So many of them stand below the form.
const SHOWN: usize = 3;

/// What the form enters.
pub struct SubscribeDraft {
    who: Option<Who>,
    shares: Move,
    terms: Terms,
}

/// The form, of that member where one is known.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn begin(member: Option<i64>, cx: &Cx) -> Result<Flow> {
    cx.permit(&command::share::SUBSCRIBE)?;
    let who = member.map(|id| who::of(id, cx)).transpose()?;
    let first = if who.is_some() { "count" } else { "who" };
    Ok(Flow::push(FormScreen::new(SubscribeDraft::new(who, cx)?, cx).in_area(AREA).at(first, cx)))
}

impl SubscribeDraft {
    /// A subscription of today, to be paid at once.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(who: Option<Who>, cx: &Cx) -> store::Result<Self> {
        let terms = Terms { parts: 1, first_on: cx.clock.today(), step: "month".to_owned() };
        Ok(Self { who, shares: share::begun(MoveKind::Subscription, cx)?, terms })
    }
}

impl Draft for SubscribeDraft {
    const FORM: &'static str = "subscribe";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label("area-money"), lang.label("share-subscribe").to_lowercase())
    }
    fn show(&self, at: usize) -> String {
        match FIELDS[at].code {
            "who" => who::show(self.who.as_slice()),
            "parts" => self.terms.parts.to_string(),
            "first_on" => day::show(self.terms.first_on),
            "step" => self.terms.step.clone(),
            code => share::show(&self.shares, code),
        }
    }
    fn choices(&self, _: usize) -> Vec<(&'static str, &'static str)> {
        choices(Some(Takes::One(STEPS)))
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        who::proposals(typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        let kept = |takes: Takes| takes.read(typed, &cx.reading());
        let a_day = || day::parse(typed, cx.clock.today(), cx.reading().order);
        match FIELDS[at].code {
            "who" => self.who = who::one(typed, cx)?,
            "parts" => self.terms.parts = kept(Takes::Count(MOST_PARTS))?.parse().unwrap_or(1).max(1),
            "first_on" => self.terms.first_on = a_day()?,
            "step" => self.terms.step = kept(Takes::One(STEPS))?,
            code => share::set(&mut self.shares, code, typed, cx)?,
        }
        Ok(())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let future = Text::new("err-day-future").with("day", day::show(self.shares.moved_on));
        let wrong = [
            (self.shares.count <= 0, 1, Text::new("err-share-count")),
            (self.shares.nominal.minor <= 0, 2, Text::new("err-amount-positive")),
            (self.shares.moved_on > cx.clock.today(), 3, future),
        ];
        let wrong = wrong.into_iter().filter(|(is_wrong, ..)| *is_wrong);
        wrong.map(|(_, field, text)| Remark::error(field, text)).collect()
    }
    /// What would be owed, and when.
    fn outlook(&self, typed: &[String], cx: &Cx) -> Vec<(String, String)> {
        let mut read = Self { who: None, shares: self.shares.clone(), terms: self.terms.clone() };
        // what cannot be read says so beside its field
        (1..7).for_each(|at| drop(read.set(at, &typed[at], cx)));
        let Amount { minor, currency } = &read.shares.nominal;
        let Some(all) = read.shares.count.checked_mul(*minor).filter(|all| *all > 0) else { return Vec::new() };
        let money = |minor| words::minor(minor, currency, &cx.lang);
        let mut lines = vec![(cx.lang.label("share-worth").to_owned(), money(all))];
        let parts = instalments(all, read.terms.parts, read.terms.first_on, &read.terms.step);
        for (at, (part, on)) in parts.iter().enumerate().filter(|(at, _)| *at < SHOWN || at + 1 == parts.len()) {
            let of = format!("{}/{}", at + 1, parts.len());
            lines.push((of, format!("{} · {}", day::show(*on), money(*part))));
        }
        lines
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (who, terms) = (self.who.clone(), self.terms.clone());
        let shares = Move { member: who.as_ref().map_or(0, |(id, _)| *id), ..self.shares.clone() };
        Box::new(move |store, session, _| {
            command::share::subscribe(store, session, draft.as_deref(), &shares, &terms)?;
            let name = who.map(|(_, heading)| heading).unwrap_or_default();
            Ok(Outcome::Said(Text::new("share-subscribed").with("name", name).with("count", shares.count)))
        })
    }
}
