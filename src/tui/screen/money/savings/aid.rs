//! The form of help out of the social fund.

use crate::{
    command::savings::{self as command, Aid},
    domain::{Text, amount::Amount, day, fold::clean, savings::Cycle},
    store,
    text::Lang,
    tui::{
        screen::{Cx, Flow, Outcome, meetings::people, money},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec},
            form::FormScreen,
        },
    },
};

static FIELDS: &[Spec] = &[
    Spec::new("who", "field-helped", Kind::Proposals, "hint-persons").required(),
    Spec::new("amount", "field-amount", Kind::Amount, "hint-amount").required(),
    Spec::new("purpose", "field-purpose", Kind::Text, "hint-aid").required(),
    Spec::new("on", "field-on", Kind::Digits, "hint-day").required(),
];

/// What the form makes.
pub struct AidDraft {
    cycle: Cycle,
    aid: Aid,
    who: String,
    there: i64,
}

/// The form of help by a group.
///
/// # Errors
/// When the user may not, the cycle is shared out, or the book cannot be read.
pub fn begin(cycle: i64, cx: &Cx) -> anyhow::Result<Flow> {
    cx.permit(&command::AID)?;
    let draft = AidDraft::new(cycle, cx)?;
    draft.cycle.is_open().map_err(store::Error::Invalid)?;
    Ok(Flow::push(FormScreen::new(draft, cx).in_area(money::AREA)))
}

impl AidDraft {
    /// Help of today.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(cycle: i64, cx: &Cx) -> store::Result<Self> {
        let cycle = cx.reader.cycle(cycle)?;
        let there = command::in_box(&cx.reader, &cycle, cycle.social_fund)?;
        let aid = Aid { cycle: cycle.id, member: 0, minor: 0, on: cx.clock.today(), purpose: String::new() };
        Ok(Self { cycle, aid, who: String::new(), there })
    }
}

impl Draft for AidDraft {
    const FORM: &'static str = "aid";

    fn about(&self) -> String {
        format!(":{}", self.cycle.id)
    }
    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} › {}", lang.label("area-money"), self.cycle.name, lang.label("cmd-aid"))
    }
    fn show(&self, at: usize) -> String {
        match at {
            0 => self.who.clone(),
            1 if self.aid.minor == 0 => String::new(),
            1 => self.cycle.amount(self.aid.minor).to_string(),
            2 => self.aid.purpose.clone(),
            _ => day::show(self.aid.on),
        }
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        Ok(people::find_either(typed.trim(), cx)?.iter().map(people::heading).collect())
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            0 => {
                let unknown = || Text::new("err-who-none").with("text", typed.trim());
                self.aid.member = people::one(typed, cx)?;
                self.who = cx.reader.member(self.aid.member).map_err(|_| unknown())?.heading();
            }
            1 => self.aid.minor = Amount::parse_in(typed, &self.cycle.share.currency)?.minor,
            2 => self.aid.purpose = clean(typed),
            _ => self.aid.on = day::parse(typed, cx.clock.today(), day::Order::Dmy)?,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let text = match self.aid.minor {
            minor if minor < 0 => Text::new("err-amount-positive"),
            minor if minor > self.there => Text::new("err-savings-cash").with("there", self.cycle.amount(self.there)),
            _ => return Vec::new(),
        };
        vec![Remark::error(1, text)]
    }
    fn outlook(&self, _: &[String], cx: &Cx) -> Vec<(String, String)> {
        let there = money::shown(self.there, &self.cycle.share.currency, &cx.lang);
        vec![(cx.lang.label("cycle-social").to_owned(), there)]
    }
    fn look(&mut self, cx: &Cx) -> store::Result<()> {
        self.there = command::in_box(&cx.reader, &self.cycle, self.cycle.social_fund)?;
        Ok(())
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (aid, who, amount) = (self.aid.clone(), self.who.clone(), self.cycle.amount(self.aid.minor));
        Box::new(move |store, session, _| {
            let id = command::aid(store, session, draft.as_deref(), &aid)?;
            Ok(Outcome::Saved { id, said: Text::new("aid-saved").with("name", who).with("amount", amount) })
        })
    }
}
