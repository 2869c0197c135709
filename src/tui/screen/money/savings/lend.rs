//! The form of a loan: as it is typed it says how much may be lent, what it costs and when it is due.

use crate::{
    command::savings::{self as command, Standing},
    domain::{
        Text,
        amount::Amount,
        day,
        fold::clean,
        savings::{Cycle, due_after},
    },
    store::{self, savings::Loan},
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
    Spec::new("who", "field-borrower", Kind::Proposals, "hint-persons").required(),
    Spec::new("amount", "field-amount", Kind::Amount, "hint-amount").required(),
    Spec::new("months", "field-months", Kind::Digits, "").required(),
    Spec::new("lent_on", "field-lent_on", Kind::Digits, "hint-day").required(),
    Spec::new("purpose", "field-purpose", Kind::Text, ""),
    Spec::new("guarantors", "field-guarantors", Kind::Proposals, "hint-persons"),
];

/// Longest loan, in months; a cycle is a year.
const LONGEST: u32 = 36;

/// What the form makes.
#[derive(Clone)]
pub struct LendDraft {
    cycle: Cycle,
    loan: Loan,
    months: u32,
    standing: Option<Standing>,
}

/// The form of a loan of a cycle.
///
/// # Errors
/// When the user may not, the cycle is shared out, or the book cannot be read.
pub fn begin(cycle: i64, cx: &Cx) -> anyhow::Result<Flow> {
    cx.permit(&command::LEND)?;
    let draft = LendDraft::new(cycle, cx)?;
    draft.cycle.is_open().map_err(store::Error::Invalid)?;
    Ok(Flow::push(FormScreen::new(draft, cx).in_area(money::AREA)))
}

impl LendDraft {
    /// A loan of today for one month.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(cycle: i64, cx: &Cx) -> store::Result<Self> {
        let cycle = cx.reader.cycle(cycle)?;
        let today = cx.clock.today();
        let (borrower, purpose, guarantors) = (String::new(), String::new(), String::new());
        let (lent_on, due_on) = (today, due_after(today, 1));
        let (id, member, minor, charge, open) = (0, 0, 0, 0, 0);
        let loan =
            Loan { id, cycle: cycle.id, member, borrower, lent_on, due_on, minor, charge, purpose, guarantors, open };
        Ok(Self { cycle, loan, months: 1, standing: None })
    }

    /// Works out what follows from the amount and the months.
    fn settle(&mut self) {
        self.loan.due_on = due_after(self.loan.lent_on, self.months);
        self.loan.charge = self.cycle.charge_of(self.loan.minor, self.months);
    }

    fn amount(&self, minor: i64, lang: &Lang) -> String {
        money::shown(minor, &self.cycle.share.currency, lang)
    }
}

impl Draft for LendDraft {
    const FORM: &'static str = "lend";

    fn about(&self) -> String {
        format!(":{}", self.cycle.id)
    }
    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} › {}", lang.label("area-money"), self.cycle.name, lang.label("cmd-lend"))
    }
    fn show(&self, at: usize) -> String {
        match FIELDS[at].code {
            "who" => self.loan.borrower.clone(),
            "amount" if self.loan.minor == 0 => String::new(),
            "amount" => self.cycle.amount(self.loan.minor).to_string(),
            "months" => self.months.to_string(),
            "lent_on" => day::show(self.loan.lent_on),
            "purpose" => self.loan.purpose.clone(),
            _ => self.loan.guarantors.clone(),
        }
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        if FIELDS[at].code == "guarantors" {
            return people::proposals(typed, cx);
        }
        Ok(people::find_either(typed.trim(), cx)?.iter().map(people::heading).collect())
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match FIELDS[at].code {
            "who" => {
                let unknown = || Text::new("err-who-none").with("text", typed.trim());
                self.loan.member = people::one(typed, cx)?;
                self.loan.borrower = cx.reader.member(self.loan.member).map_err(|_| unknown())?.heading();
                self.standing = command::standing(&cx.reader, &self.cycle, self.loan.member, cx.clock.today()).ok();
            }
            "amount" => self.loan.minor = Amount::parse_in(typed, &self.cycle.share.currency)?.minor,
            "months" => {
                let months = typed.trim().parse().ok().filter(|months| (1..=LONGEST).contains(months));
                self.months = months.ok_or_else(|| Text::new("err-count").with("text", typed).with("most", LONGEST))?;
            }
            "lent_on" => self.loan.lent_on = day::parse(typed, cx.clock.today(), day::Order::Dmy)?,
            "purpose" => self.loan.purpose = clean(typed),
            _ => self.loan.guarantors = people::read(typed, cx)?,
        }
        self.settle();
        Ok(())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let at = |code: &str| FIELDS.iter().position(|spec| spec.code == code).unwrap_or(0);
        let mut found = Vec::new();
        let mut error = |code, text| found.push(Remark::error(at(code), text));
        if self.loan.minor < 0 {
            error("amount", Text::new("err-amount-positive"));
        }
        let there = self.standing.as_ref().map(|standing| standing.there);
        if let Some(there) = there.filter(|there| self.loan.minor > *there) {
            error("amount", Text::new("err-savings-cash").with("there", self.cycle.amount(there)));
        }
        if self.loan.lent_on > cx.clock.today() {
            error("lent_on", Text::new("err-day-future").with("day", day::show(self.loan.lent_on)));
        }
        found
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let Some(standing) = &self.standing else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        if self.loan.minor > standing.room() {
            let text = Text::new("warn-loan-limit").with("room", self.cycle.amount(standing.room()));
            found
                .push(text.with("multiple", self.cycle.loan_multiple).with("saved", self.cycle.amount(standing.saved)));
        }
        if standing.late > 0 {
            found.push(Text::new("warn-loan-late").with("count", standing.late));
        }
        if self.loan.due_on > self.cycle.until_on {
            found.push(Text::new("warn-loan-end").with("day", day::show(self.cycle.until_on)));
        }
        Ok(found.iter().map(|text| cx.lang.text(text)).collect())
    }
    fn outlook(&self, typed: &[String], cx: &Cx) -> Vec<(String, String)> {
        let mut now = self.clone();
        for (at, text) in typed.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
            // what is not read yet says nothing
            if *text != self.show(at) {
                let _ = now.set(at, text, cx);
            }
        }
        let lang = &cx.lang;
        let mut lines = Vec::new();
        let mut add = |id, text: String| lines.push((lang.label(id).to_owned(), text));
        if let Some(standing) = &now.standing {
            add("loan-saved", now.amount(standing.saved, lang));
            if standing.owes > 0 {
                add("loan-owes", now.amount(standing.owes, lang));
            }
            let text = Text::new("loan-room-words").with("room", self.cycle.amount(standing.room()));
            add("loan-room", lang.text(&text.with("multiple", self.cycle.loan_multiple)));
            add("loan-there", now.amount(standing.there, lang));
        }
        if now.loan.minor > 0 {
            let total = now.loan.minor.saturating_add(now.loan.charge);
            let text = Text::new("loan-back-words").with("total", self.cycle.amount(total));
            let text = text.with("charge", self.cycle.amount(now.loan.charge));
            add("loan-back", lang.text(&text.with("day", day::show(now.loan.due_on))));
        }
        lines
    }
    fn look(&mut self, cx: &Cx) -> store::Result<()> {
        self.cycle = cx.reader.cycle(self.cycle.id)?;
        if self.loan.member > 0 {
            let standing = command::standing(&cx.reader, &self.cycle, self.loan.member, cx.clock.today())?;
            self.standing = Some(standing);
        }
        Ok(())
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let loan = self.loan.clone();
        let amount = self.cycle.amount(loan.minor);
        Box::new(move |store, session, _| {
            let id = command::lend(store, session, draft.as_deref(), &loan)?;
            let said = Text::new("loan-saved-words").with("name", loan.borrower.as_str()).with("amount", amount);
            Ok(Outcome::Saved { id, said: said.with("day", day::show(loan.due_on)) })
        })
    }
}
