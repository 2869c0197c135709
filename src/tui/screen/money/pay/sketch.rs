//! What is being entered of a payment, as it is kept when the power fails; and what the book says it would pay.

use crate::{
    domain::{
        account::{Account, AccountKind},
        amount::Amount,
        due::Due,
        payment::{Income, Leaf, Offer, Part, What, to_pay},
    },
    store::{self, Reader},
    text::Lang,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What the line asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// Who pays.
    #[default]
    Payer,
    /// How much.
    Amount,
    /// At which rate.
    Rate,
    /// For whom else.
    Member,
    /// Who has brought it.
    By,
    /// The number of the message or the slip.
    Reference,
    /// What the bank or the wallet kept.
    Fee,
    /// What else is to be remembered.
    Note,
    /// The day on the receipt.
    Day,
    /// The leaf of a book that is written by hand.
    Leaf,
}

/// What becomes of what was handed over beyond what is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rest {
    /// It stays, for what comes.
    Credit,
    /// It goes back.
    Change,
    /// It is given.
    Gift,
}

/// Where and how money is taken in, one payment after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Till {
    /// The account that was chosen; each currency has its usual one without.
    pub account: Option<i64>,
    /// The day on the receipts, `2026-11-23`; today when blank.
    pub day: String,
    /// The leaf on which the next receipt was written by hand.
    pub leaf: Option<Leaf>,
    /// The batch.
    pub batch: Option<i64>,
    /// The meeting at which it is paid.
    pub meeting: Option<i64>,
}

impl Till {
    /// The day on the receipts, when it is not today.
    pub fn day(&self) -> Option<NaiveDate> {
        self.day.parse().ok()
    }
}

/// Income, and the fund that gets it, by id and name.
pub type Given = (Income, Option<(i64, String)>);

/// What was entered of one payment. Amounts are as they were typed and understood: `15000.00 CDF`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// The member who pays.
    pub payer: Option<i64>,
    /// Whoever pays who is no member, or who has brought it.
    pub by: String,
    /// Members for whom is paid too.
    pub members: Vec<i64>,
    /// Amounts owed that are not paid.
    pub left_out: Vec<i64>,
    /// The income that it is, where it pays nothing that is owed; a code of [`Income`].
    pub income: String,
    /// The fund that gets this income: id and name.
    pub fund: Option<(i64, String)>,
    /// What was handed over.
    pub amount: String,
    /// The rate, as it was typed.
    pub rate: String,
    /// What is over.
    pub rest: Option<Rest>,
    /// What a bank or a wallet kept.
    pub fee: String,
    /// Number of the message or the slip.
    pub reference: String,
    /// What else is to be remembered.
    pub note: String,
}

impl Sketch {
    /// Whether somebody has been named who pays.
    pub fn is_begun(&self) -> bool {
        self.payer.is_some() || !self.by.is_empty()
    }

    /// The income that it is.
    pub fn income(&self) -> Option<Income> {
        Income::from_code(&self.income).ok()
    }

    /// What that income is called, and for which fund.
    pub fn income_name(&self, lang: &Lang) -> Option<String> {
        let income = lang.label(self.income()?.text_id());
        Some(self.fund.as_ref().map_or_else(|| income.to_owned(), |(_, name)| format!("{income} · {name}")))
    }

    /// What was handed over.
    pub fn given(&self) -> Option<Amount> {
        Amount::parse(&self.amount, "").ok()
    }
}

/// What is kept of a payment that is not saved.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Kept {
    /// What the line asks for.
    pub ask: Ask,
    /// What is typed there.
    pub text: String,
    /// What stood there before it asked for something else.
    pub held: String,
    /// What was entered.
    pub sketch: Sketch,
    /// Where it is taken in.
    pub till: Till,
}

/// What the book says of a sketch: what is owed, and in which currency it is paid.
#[derive(Clone, Debug, Default)]
pub struct Quote {
    /// Everything open of all whom it is for, the oldest first, in all currencies.
    dues: Vec<Due>,
    /// The amounts owed that are left out.
    left_out: Vec<i64>,
    /// The currency in which it is paid.
    pub currency: String,
    /// What was paid before and can be used, in that currency.
    pub credit: i64,
    /// Number and name of all whom it is for.
    pub members: Vec<(i64, String)>,
}

impl Quote {
    /// What the book says now. Of several currencies it is that of `wanted`, else that of the oldest amount owed, else
    /// `usual`.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn read(sketch: &Sketch, wanted: Option<&str>, usual: &str, reader: &Reader) -> store::Result<Self> {
        let mut quote = Self { left_out: sketch.left_out.clone(), ..Self::default() };
        for member in sketch.payer.iter().chain(&sketch.members) {
            quote.members.push((*member, reader.member(*member)?.heading()));
            if sketch.income.is_empty() {
                quote.dues.extend(reader.open_dues(*member)?);
            }
        }
        quote.dues.sort_by_key(|due| (due.due_on, due.id));
        let is_owed = |currency: &str| quote.dues.iter().any(|due| due.currency == currency);
        let wanted = wanted.filter(|currency| quote.dues.is_empty() || is_owed(currency));
        let oldest = quote.dues.first().map(|due| due.currency.as_str());
        quote.currency = wanted.or(oldest).unwrap_or(usual).to_owned();
        // what one has paid before does not pay for another
        if let (Some(member), true, true) = (sketch.payer, sketch.members.is_empty(), sketch.income.is_empty()) {
            quote.credit = reader.credit(member, &quote.currency)?;
        }
        Ok(quote)
    }

    /// Everything open in the currency that is paid, and whether it is to be paid.
    pub fn open(&self) -> impl Iterator<Item = (&Due, bool)> {
        let of_it = self.dues.iter().filter(|due| due.currency == self.currency);
        of_it.map(|due| (due, !self.left_out.contains(&due.id)))
    }

    /// What is to be paid.
    pub fn dues(&self) -> Vec<Due> {
        self.open().filter(|(_, is_in)| *is_in).map(|(due, _)| due.clone()).collect()
    }

    /// What is owed, by currency, that of the payment first.
    pub fn owed(&self) -> Vec<Amount> {
        let mut owed: Vec<Amount> = Vec::new();
        for due in &self.dues {
            match owed.iter_mut().find(|amount| amount.currency == due.currency) {
                Some(amount) => amount.minor += due.open,
                None => owed.push(Amount { minor: due.open, currency: due.currency.clone() }),
            }
        }
        owed.sort_by_key(|amount| amount.currency != self.currency);
        owed
    }

    /// What is proposed.
    pub fn to_pay(&self) -> Amount {
        Amount { minor: to_pay(&self.dues(), self.credit), currency: self.currency.clone() }
    }

    /// What so much pays, and what is left over.
    pub fn offer(&self, minor: i64, sketch: &Sketch) -> Offer {
        if let Some(income) = sketch.income() {
            let fund = sketch.fund.as_ref().map(|(id, _)| *id);
            let part = Part { what: What::Income(income), member: sketch.payer, minor, fund };
            return Offer { parts: vec![part], rest: 0 };
        }
        Offer::of(minor, &self.dues(), self.credit)
    }
}

/// The usual account for money of a currency: the one that was chosen where it is of that currency, else the first cash
/// box, else the first account of all. 0 is the cash box of the chart, which is in the currency of the book.
pub fn usual_account(accounts: &[Account], chosen: Option<i64>, currency: &str, own: &str) -> Option<i64> {
    let of_it = || accounts.iter().filter(|account| account.is_purse() && account.currency == currency);
    let chosen = of_it().find(|account| Some(account.id) == chosen);
    let found = chosen.or_else(|| of_it().find(|account| account.kind == AccountKind::Cash)).or_else(|| of_it().next());
    found.map(|account| account.id).or((currency == own).then_some(0))
}
