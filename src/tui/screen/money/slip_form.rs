//! The form of a new payment slip.

use super::{naming, shown};
use crate::{
    command::{
        self,
        voucher::{Against, Proposal},
    },
    domain::{Text, account::Account, amount::Amount, fold::clean, voucher::show_number},
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
        format!("{} › {} › {}", lang.label(AREAS[super::AREA]), lang.label("slips-title"), lang.label("slip-new"))
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
                let amount = Amount::parse(&text, usual)?;
                if self.account.is_some() && amount.currency != *usual {
                    return Err(Text::new("err-account-other").with("currency", usual.as_str()));
                }
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
    fn save(&self, draft: Option<String>) -> Saving {
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
            let id = command::voucher::propose(store, session, draft.as_deref(), &asked)?;
            let number = show_number(store.voucher(id)?.number);
            Ok(Outcome::Saved { id, said: Text::new("slip-saved").with("number", number) })
        })
    }
}
