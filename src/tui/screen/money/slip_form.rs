//! The form of a payment slip: a new one, or one that nobody has answered yet.

use super::{naming, shown};
use crate::{
    command::{
        self,
        voucher::{Against, Proposal},
    },
    domain::{Text, account::Account, amount::Amount, fold::clean, voucher::Voucher},
    store,
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Outcome, meetings::people},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, matching},
    },
};

static FIELDS: &[Spec] = &[
    Spec::new("payee", "field-payee", Kind::Proposals, "hint-payee").required(),
    Spec::new("purpose", "field-purpose", Kind::Text, "").required(),
    Spec::new("account", "field-account", Kind::Proposals, "hint-account").required(),
    Spec::new("amount", "field-amount", Kind::Amount, "hint-amount").required(),
    Spec::new("against", "field-against", Kind::Proposals, "hint-proposals").required(),
    Spec::new("fund", "field-fund", Kind::Proposals, ""),
    Spec::new("decision", "field-decision", Kind::Text, "hint-decision"),
    Spec::new("evidence", "field-evidence", Kind::Text, ""),
];
const ACCOUNT: usize = 2;
const AMOUNT: usize = 3;
const AGAINST: usize = 4;

/// What the form asks for.
pub struct SlipDraft {
    /// The slip that is corrected: its id, the `rev` that was read, its number.
    base: Option<(i64, i64, String)>,
    payee_id: Option<i64>,
    payee: String,
    purpose: String,
    account: Option<(String, Account)>,
    amount: Option<Amount>,
    against: Option<(String, Against)>,
    fund: String,
    decision: String,
    evidence: String,
}

impl SlipDraft {
    /// A blank one, from the only account there is.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(cx: &Cx) -> store::Result<Self> {
        let mut purses = naming::purses(&cx.reader, &cx.lang)?;
        let blank = String::new;
        Ok(Self {
            base: None,
            payee_id: None,
            payee: blank(),
            purpose: blank(),
            account: if purses.len() == 1 { purses.pop() } else { None },
            amount: None,
            against: None,
            fund: blank(),
            decision: blank(),
            evidence: blank(),
        })
    }

    /// One that is proposed, to be corrected.
    ///
    /// # Errors
    /// When somebody has answered it, or the book cannot be read.
    pub fn of(id: i64, cx: &Cx) -> store::Result<Self> {
        let slip = cx.reader.voucher(id)?;
        slip.may_change().map_err(store::Error::Invalid)?;
        Self::over(slip, cx)
    }

    /// What a draft in the book was about.
    ///
    /// # Errors
    /// When the slip is gone.
    pub fn of_draft(record: i64, cx: &Cx) -> store::Result<Self> {
        if record == 0 { Self::new(cx) } else { Self::over(cx.reader.voucher(record)?, cx) }
    }

    fn over(slip: Voucher, cx: &Cx) -> store::Result<Self> {
        let account = cx.reader.account(slip.account)?;
        let against = naming::account(slip.against, cx)?;
        let known = naming::category(&against, cx).unwrap_or((against, Against::Account(slip.against)));
        let fund = cx.reader.funds()?.into_iter().find(|(fund, _)| Some(*fund) == slip.fund);
        Ok(Self {
            base: Some((slip.id, slip.rev, slip.label())),
            payee_id: slip.payee_id,
            payee: slip.payee,
            purpose: slip.purpose,
            account: Some((super::name(&account, &cx.lang), account)),
            amount: Some(slip.amount),
            against: Some(known),
            fund: fund.map(|(_, name)| name).unwrap_or_default(),
            decision: slip.decision,
            evidence: slip.evidence,
        })
    }

    /// Whoever is a member is one here too, so that nobody signs for his or her own money.
    fn name_payee(&mut self, typed: &str, cx: &Cx) -> Result<(), Text> {
        self.payee = people::read(typed, cx)?;
        self.payee_id = people::bearer(&self.payee, cx);
        if let Some(member) = self.payee_id.and_then(|id| cx.reader.member(id).ok()) {
            self.payee = member.full_name();
        }
        Ok(())
    }
}

impl Draft for SlipDraft {
    const FORM: &'static str = "slip";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let what = self.base.as_ref().map_or_else(|| lang.label("slip-new"), |(.., number)| number);
        format!("{} › {} › {what}", lang.label(AREAS[super::AREA]), lang.label("slips-title"))
    }
    fn show(&self, at: usize) -> String {
        match at {
            0 => self.payee.clone(),
            1 => self.purpose.clone(),
            ACCOUNT => self.account.as_ref().map(|(name, _)| name.clone()).unwrap_or_default(),
            AMOUNT => self.amount.as_ref().map(Amount::to_string).unwrap_or_default(),
            AGAINST => self.against.as_ref().map(|(name, _)| name.clone()).unwrap_or_default(),
            5 => self.fund.clone(),
            6 => self.decision.clone(),
            _ => self.evidence.clone(),
        }
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        let names: Vec<String> = match at {
            0 => return people::proposals(typed, cx),
            ACCOUNT => naming::purses(&cx.reader, &cx.lang)?.into_iter().map(|(name, _)| name).collect(),
            AGAINST => naming::categories(&cx.reader, &cx.lang)?.into_iter().map(|(name, _)| name).collect(),
            _ => cx.reader.funds()?.into_iter().map(|(_, name)| name).collect(),
        };
        Ok(matching(names.iter().map(String::as_str), typed))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        let text = clean(typed);
        match at {
            0 => self.name_payee(typed, cx)?,
            1 => self.purpose = text,
            ACCOUNT | AMOUNT | AGAINST if text.is_empty() => match at {
                ACCOUNT => self.account = None,
                AMOUNT => self.amount = None,
                _ => self.against = None,
            },
            ACCOUNT => {
                let account = naming::purse(&text, cx)?;
                self.account = Some((super::name(&account, &cx.lang), account));
            }
            AMOUNT => {
                let usual = self.account.as_ref().map_or(&cx.coop.currency, |(_, account)| &account.currency);
                let parse = if self.account.is_some() { Amount::parse_in } else { Amount::parse };
                let amount = parse(&text, usual)?;
                if amount.minor <= 0 {
                    return Err(Text::new("err-amount-positive"));
                }
                self.amount = Some(amount);
            }
            AGAINST => self.against = Some(naming::category(&text, cx)?),
            5 => self.fund = text,
            6 => self.decision = text,
            _ => self.evidence = text,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let mut remarks = Vec::new();
        // the account may have been chosen after the amount
        if let (Some((_, account)), Some(amount)) = (&self.account, &self.amount)
            && account.currency != amount.currency
        {
            let text = Text::new("err-account-other").with("currency", account.currency.as_str());
            remarks.push(Remark::error(AMOUNT, text));
        }
        let is_member_account = matches!(self.against, Some((_, Against::Chart("member"))));
        if is_member_account && self.payee_id.is_none() {
            remarks.push(Remark::error(0, Text::new("err-slip-member")));
        }
        remarks
    }
    fn outlook(&self, _: &[String], cx: &Cx) -> Vec<(String, String)> {
        let Some((name, account)) = &self.account else { return Vec::new() };
        let balance = cx.reader.balance(account.id, &account.currency).unwrap_or_default();
        let count = cx.reader.signatures(account.id).unwrap_or_default();
        vec![
            (name.clone(), shown(balance, &account.currency, &cx.lang)),
            (cx.lang.label("slip-answers").to_owned(), cx.lang.text(&Text::new("rule-signed").with("count", count))),
        ]
    }
    fn base(&self) -> Option<(i64, i64)> {
        self.base.as_ref().map(|(id, rev, _)| (*id, *rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.base = self.base.take().map(|(id, _, number)| (id, rev, number));
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        self.base.as_ref().map(|(id, ..)| Self::of(*id, cx)).transpose()
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let base = self.base();
        let account = self.account.as_ref().map_or(0, |(_, account)| account.id);
        let against = self.against.as_ref().map_or(Against::Account(0), |(_, against)| against.clone());
        let asked = Proposal {
            payee_id: self.payee_id,
            payee: self.payee.clone(),
            purpose: self.purpose.clone(),
            amount: self.amount.clone().unwrap_or(Amount { minor: 0, currency: String::new() }),
            account,
            against,
            fund: self.fund.clone(),
            decision: self.decision.clone(),
            evidence: self.evidence.clone(),
        };
        Box::new(move |store, session, _| {
            let draft = draft.as_deref();
            let id = match base {
                Some(base) => command::voucher::change(store, session, draft, base, &asked).map(|()| base.0)?,
                None => command::voucher::propose(store, session, draft, &asked)?,
            };
            let number = store.voucher(id)?.label();
            Ok(Outcome::Saved { id, said: Text::new("slip-saved").with("number", number) })
        })
    }
}
