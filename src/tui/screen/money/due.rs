//! The form of an amount that one member or several owe, entered by hand.

use super::{
    AREA,
    who::{self, Who},
};
use crate::{
    command,
    domain::{
        Text,
        amount::Amount,
        due::{Due, DueKind, SINGLE_KINDS},
        takes::Takes,
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Flow, Outcome},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec, choices, matching},
            form::FormScreen,
        },
    },
};
use anyhow::Result;

static FIELDS: &[Spec] = &[
    Spec::new("who", "field-who", Kind::Proposals, "hint-persons").required(),
    Spec::new("kind", "field-owed-for", Kind::Choice, "").required(),
    Spec::new("amount", "field-amount", Kind::Amount, "hint-each").required(),
    Spec::new("due_on", "field-due_on", Kind::Digits, "hint-day").required(),
    Spec::new("text", "field-text", Kind::Text, ""),
    Spec::new("fund", "field-fund", Kind::Proposals, "hint-proposals"),
    Spec::new("decision", "field-decision", Kind::Text, "hint-decision"),
];

/// What the form enters.
pub struct DueDraft {
    who: Vec<Who>,
    due: Due,
    fund: String,
}

/// The form, of that member where one is known.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn begin(member: Option<i64>, cx: &Cx) -> Result<Flow> {
    cx.permit(&command::due::ADD)?;
    let who = member.map(|id| who::of(id, cx)).transpose()?;
    let first = if who.is_some() { "kind" } else { "who" };
    Ok(Flow::push(FormScreen::new(DueDraft::new(who, cx), cx).in_area(AREA).at(first, cx)))
}

impl DueDraft {
    /// An amount of today.
    pub fn new(who: Option<Who>, cx: &Cx) -> Self {
        let due = Due { currency: cx.coop.currency.clone(), ..Due::new(DueKind::Call, cx.clock.today()) };
        Self { who: who.into_iter().collect(), due, fund: String::new() }
    }
}

impl Draft for DueDraft {
    const FORM: &'static str = "due";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label("area-money"), lang.label("due-new").to_lowercase())
    }
    fn show(&self, at: usize) -> String {
        match FIELDS[at].code {
            "who" => who::show(&self.who),
            "kind" => self.due.kind.code().to_owned(),
            "amount" if self.due.minor == 0 => String::new(),
            "amount" => Amount { minor: self.due.minor, currency: self.due.currency.clone() }.to_string(),
            "due_on" => crate::domain::day::show(self.due.due_on),
            "text" => self.due.text.clone(),
            "fund" => self.fund.clone(),
            _ => self.due.decision.clone(),
        }
    }
    fn choices(&self, _: usize) -> Vec<(&'static str, &'static str)> {
        choices(Some(Takes::One(SINGLE_KINDS)))
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        if FIELDS[at].code == "who" {
            return who::proposals(typed, cx);
        }
        Ok(matching(cx.reader.funds()?.iter().map(|(_, name)| name.as_str()), typed))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        let kept = |takes: Takes| takes.read(typed, &cx.reading());
        match FIELDS[at].code {
            "who" => self.who = who::read(typed, cx)?,
            "kind" => self.due.kind = DueKind::from_code(&kept(Takes::One(SINGLE_KINDS))?)?,
            "amount" => {
                let Amount { minor, currency } = Amount::parse(typed, &cx.coop.currency)?;
                (self.due.minor, self.due.currency) = (minor, currency);
            }
            "due_on" => self.due.due_on = crate::domain::day::parse(typed, cx.clock.today(), cx.reading().order)?,
            "text" => self.due.text = kept(Takes::Text)?,
            "fund" => self.fund = kept(Takes::Fund)?,
            _ => self.due.decision = kept(Takes::Text)?,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let nothing = (self.due.minor <= 0).then(|| Remark::error(2, Text::new("err-amount-positive")));
        nothing.into_iter().collect()
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (due, fund) = (self.due.clone(), self.fund.clone());
        let ids: Vec<i64> = self.who.iter().map(|(id, _)| *id).collect();
        Box::new(move |store, session, _| {
            command::due::add(store, session, draft.as_deref(), &ids, &due, &fund)?;
            let each = Amount { minor: due.minor, currency: due.currency.clone() };
            Ok(Outcome::Said(Text::new("due-added").with("count", ids.len()).with("amount", each)))
        })
    }
}
