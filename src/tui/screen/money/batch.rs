//! A batch of payments: what was counted before anything is entered, and the end, with a reason where it does not come to
//! that.

use super::{AREA, name, pay, shown};
use crate::{
    command,
    domain::{
        Text,
        account::Account,
        amount::Amount,
        day,
        fold::{clean, fold},
        payment::Batch,
        takes::Takes,
    },
    store::{self, Reader},
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, matching},
    },
};
use chrono::NaiveDate;

static FIELDS: [Spec; 4] = [
    Spec::new("total", "batch-total", Kind::Amount, "hint-batch-total").required(),
    Spec::new("count", "batch-count", Kind::Digits, "hint-batch-count"),
    Spec::new("account", "pay-account", Kind::Proposals, "hint-proposals").required(),
    Spec::new("day", "column-day", Kind::Digits, "hint-day").required(),
];

/// What was counted.
pub struct BatchDraft {
    /// The accounts there are: id, name, currency.
    accounts: Vec<(i64, String, String)>,
    account: usize,
    total: Option<Amount>,
    count: Option<u32>,
    day: NaiveDate,
    meeting: Option<i64>,
}

impl BatchDraft {
    /// A batch of today in the account that was used last.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(account: Option<i64>, meeting: Option<i64>, cx: &Cx) -> store::Result<Self> {
        let known = cx.reader.accounts()?;
        let named = |account: &Account| (account.id, name(account, &cx.lang), account.currency.clone());
        let mut accounts: Vec<_> = known.iter().filter(|account| account.is_purse()).map(named).collect();
        if accounts.is_empty() {
            accounts.push((0, cx.lang.label("chart-cash").to_owned(), cx.coop.currency.clone()));
        }
        let account = accounts.iter().position(|(id, ..)| Some(*id) == account).unwrap_or(0);
        Ok(Self { accounts, account, total: None, count: None, day: cx.clock.today(), meeting })
    }

    /// The same of a draft: the end of its name is the meeting.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn of_draft(about: &str, cx: &Cx) -> store::Result<Self> {
        Self::new(None, about.parse().ok(), cx)
    }
}

impl Draft for BatchDraft {
    const FORM: &'static str = "batch";

    fn about(&self) -> String {
        self.meeting.map_or_else(String::new, |meeting| format!(":{meeting}"))
    }
    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label(AREAS[AREA]), lang.label("batch-new").to_lowercase())
    }
    fn show(&self, at: usize) -> String {
        match at {
            0 => self.total.as_ref().map(pay::plain).unwrap_or_default(),
            1 => self.count.map(|count| count.to_string()).unwrap_or_default(),
            2 => self.accounts[self.account].1.clone(),
            _ => day::show(self.day),
        }
    }
    fn proposals(&self, _: usize, typed: &str, _: &Cx) -> store::Result<Vec<String>> {
        Ok(matching(self.accounts.iter().map(|(_, name, _)| name.as_str()), typed))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        let currency = &self.accounts[self.account].2;
        match at {
            0 if typed.trim().is_empty() => self.total = None,
            0 => {
                let total = Amount::parse_in(typed, currency)?;
                if total.minor <= 0 {
                    return Err(Text::new("err-amount-positive"));
                }
                self.total = Some(total);
            }
            1 => self.count = Takes::Count(9_999).read(typed, &cx.reading())?.parse().ok(),
            2 => {
                let found = self.accounts.iter().position(|(_, name, _)| fold(name) == fold(typed));
                self.account = found.ok_or_else(|| Text::new("err-choice").with("text", typed))?;
            }
            _ => self.day = Takes::PastDay.read(typed, &cx.reading())?.parse().unwrap_or(self.day),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let currency = &self.accounts[self.account].2;
        let is_other = self.total.as_ref().is_some_and(|total| total.currency != *currency);
        let other = || Text::new("err-account-other").with("currency", currency.as_str());
        is_other.then(|| Remark::error(0, other())).into_iter().collect()
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let batch = Batch {
            id: 0,
            rev: 1,
            account: self.accounts[self.account].0,
            day: self.day,
            expected: self.total.clone().unwrap_or_else(|| Amount { minor: 0, currency: String::new() }),
            count: self.count,
            meeting: self.meeting,
            is_closed: false,
            reason: String::new(),
        };
        Box::new(move |store, session, _| {
            let id = command::payment::open(store, session, draft.as_deref(), &batch)?;
            Ok(Outcome::Saved { id, said: Text::new("batch-opened").with("amount", batch.expected) })
        })
    }
}

static REASON: [Spec; 1] = [Spec::new("reason", "field-reason", Kind::Text, "").required()];

/// Why a batch is closed that has not come to what was counted.
pub struct CloseDraft {
    batch: Batch,
    total: (u32, i64),
    reason: String,
}

impl CloseDraft {
    /// The end of a batch.
    ///
    /// # Errors
    /// When there is no such batch.
    pub fn new(id: i64, reader: &Reader) -> store::Result<Self> {
        let batch = reader.batch(id)?;
        Ok(Self { total: reader.batch_total(&batch)?, batch, reason: String::new() })
    }
}

impl Draft for CloseDraft {
    const FORM: &'static str = "batch-close";

    fn fields(&self) -> &[Spec] {
        &REASON
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label(AREAS[AREA]), lang.label("batch-close").to_lowercase())
    }
    fn lead(&self, lang: &Lang) -> String {
        lang.label("batch-close-lead").to_owned()
    }
    /// What was counted beside what was entered.
    fn outlook(&self, _: &[String], cx: &Cx) -> Vec<(String, String)> {
        let lang = &cx.lang;
        let amount = |minor| shown(minor, &self.batch.expected.currency, lang);
        let count = |count: u32| lang.text(&Text::new("batch-receipts").with("count", count));
        let expected = self.batch.count.map(|n| format!(" · {}", count(n))).unwrap_or_default();
        let rest = self.batch.rest(self.total.1).minor;
        let row = |id, value: String| (lang.label(id).to_owned(), value);
        vec![
            row("batch-counted", format!("{}{expected}", amount(self.batch.expected.minor))),
            row("batch-entered", format!("{} · {}", amount(self.total.1), count(self.total.0))),
            row(if rest < 0 { "batch-too-much" } else { "batch-missing" }, amount(rest.abs())),
        ]
    }
    fn look(&mut self, cx: &Cx) -> store::Result<()> {
        self.total = cx.reader.batch_total(&self.batch)?;
        Ok(())
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.batch.id, self.batch.rev))
    }
    fn show(&self, _: usize) -> String {
        self.reason.clone()
    }
    fn set(&mut self, _: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        self.reason = clean(typed);
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let missing = self.reason.is_empty() && !self.batch.is_met(self.total);
        missing.then(|| Remark::error(0, Text::new("err-reason"))).into_iter().collect()
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (id, amount, reason) = (self.batch.id, self.batch.expected.clone(), self.reason.clone());
        Box::new(move |store, session, _| {
            command::payment::close(store, session, draft.as_deref(), id, &reason)?;
            Ok(Outcome::Saved { id, said: Text::new("batch-closed").with("amount", amount) })
        })
    }
}
