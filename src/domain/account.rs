//! Accounts: where money is, who owes it, what it came from and went for. And funds, the second dimension.
//!
//! The chart that comes with the program is data (`data/chart.toml`); each account is made in the book when it is first
//! needed.

use super::{
    Text,
    book::codes,
    bylaws::Certainty,
    choice::{Choices, choices},
    noun::{Attribute, Entry, Noun, Owner, Remark, attribute, nothing},
    takes::Takes,
};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

codes!(
    /// What an account is for.
    AccountKind, "err-account-kind", "account-kind-",
    /// Notes and coins in a box.
    Cash = "cash",
    /// An account with a bank or a savings cooperative.
    Bank = "bank",
    /// A telephone that holds money.
    Wallet = "wallet",
    /// Money that has left one account and not come to the other.
    Transit = "transit",
    /// What members owe; what they have paid beyond it stands below zero.
    Member = "member",
    /// What others owe: shortages, advances.
    OtherAsset = "other_asset",
    /// Capital in shares.
    Capital = "capital",
    /// What members have saved and will have back.
    Saving = "saving",
    /// Reserves.
    Reserve = "reserve",
    /// What was there when the book began.
    Opening = "opening",
    /// Surpluses of closed years.
    Surplus = "surplus",
    /// What stands between two currencies.
    Exchange = "exchange",
    /// Income.
    Income = "income",
    /// Expense.
    Expense = "expense",
);

/// On which side of the balance an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// What the cooperative has or is owed.
    Asset,
    /// What it owes.
    Liability,
    /// What belongs to the members together.
    Equity,
    /// What came in for good.
    Income,
    /// What went out for good.
    Expense,
}

impl AccountKind {
    /// The side of the balance.
    pub const fn nature(self) -> Nature {
        match self {
            Self::Cash | Self::Bank | Self::Wallet | Self::Transit | Self::Member | Self::OtherAsset => Nature::Asset,
            Self::Saving => Nature::Liability,
            Self::Capital | Self::Reserve | Self::Opening | Self::Surplus | Self::Exchange => Nature::Equity,
            Self::Income => Nature::Income,
            Self::Expense => Nature::Expense,
        }
    }

    /// An amount of the ledger, a debit where positive, as people say it: more of what the account is for.
    pub const fn as_said(self, minor: i64) -> i64 {
        match self.nature() {
            Nature::Asset | Nature::Expense => minor,
            Nature::Liability | Nature::Equity | Nature::Income => -minor,
        }
    }

    /// Whether it holds money that can be counted or read from a statement; such an account has one currency.
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Cash | Self::Bank | Self::Wallet)
    }
}

/// Kinds of accounts that a cooperative opens itself.
pub static OWN_KINDS: Choices = choices!("account-kind-";
    "cash" => ["caisse", "cash box"],
    "bank" => ["banque", "bank account", "coopec"],
    "wallet" => ["portefeuille", "mobile money", "m pesa", "airtel money", "orange money"],
    "income" => ["recette", "produit"],
    "expense" => ["depense", "charge"],
);

/// In whose name a bank account or a wallet stands.
pub static HOLDER_KINDS: Choices = choices!("holder-";
    "coop" => ["cooperative", "societe"],
    "person" => ["personne", "tresorier", "particulier"],
);

/// Where income comes from.
pub static ORIGINS: Choices = choices!("origin-";
    "own" => ["propre", "membres"],
    "grant" => ["subvention", "don", "bailleur"],
);

/// Kinds of funds (practice.md §10).
pub static FUND_KINDS: Choices = choices!("fund-";
    "general" => ["fonctionnement"],
    "reserve" => ["reserve generale"],
    "training" => ["formation", "education"],
    "social" => ["caisse sociale", "solidarite"],
    "community" => ["communaute", "communautaire"],
    "closure" => ["fermeture", "rehabilitation"],
    "loan" => ["credit", "pret"],
    "grant" => ["subvention", "projet"],
    "other" => ["autre"],
);

/// An account of the cooperative's own.
pub static ACCOUNT: Noun = Noun {
    table: "account",
    text_id: "noun-account",
    heading: "heading-accounts",
    owner: Owner::Nobody,
    attributes: &[
        attribute!("name", Takes::Text),
        attribute!(!"kind", Takes::One(OWN_KINDS)),
        attribute!("chart", Takes::Fixed("chart-")),
        attribute!("currency", Takes::Currency),
        attribute!("institution", Takes::Text),
        attribute!("branch", Takes::Text),
        attribute!("number", Takes::Text),
        attribute!("holder", Takes::Text),
        attribute!("holder_kind", Takes::One(HOLDER_KINDS)),
        attribute!("signatures", Takes::Count(9)),
        attribute!("origin", Takes::One(ORIGINS)),
        attribute!("code", Takes::Text),
        attribute!("closed_on", Takes::PastDay),
        attribute!("note", Takes::Lines),
    ],
    line: &["name", "kind", "currency"],
    check: check_account,
};

/// An earmarked fund.
pub static FUND: Noun = Noun {
    table: "fund",
    text_id: "noun-fund",
    heading: "heading-funds",
    owner: Owner::Nobody,
    attributes: &[
        attribute!(!"name", Takes::Text),
        attribute!(!"kind", Takes::One(FUND_KINDS)),
        attribute!("purpose", Takes::Text),
        attribute!("decision", Takes::Text),
        attribute!("closed_on", Takes::PastDay),
        attribute!("note", Takes::Lines),
    ],
    line: &["name", "kind", "purpose"],
    check: nothing,
};

/// An account that holds money has one currency; another has none of its own.
fn check_account(entry: &Entry, _today: NaiveDate) -> Vec<Remark> {
    let kind = AccountKind::from_code(entry.get("kind"));
    let is_money = kind.is_ok_and(AccountKind::is_money);
    let mut found = Vec::new();
    // one of the chart is called as the chart does in each language
    if entry.get("name").is_empty() && entry.get("chart").is_empty() {
        found.push(("name", Text::new("err-required").with("field", Text::new("field-name")), true));
    }
    if is_money && entry.get("currency").is_empty() {
        found.push(("currency", Text::new("err-account-currency"), true));
    }
    if entry.get("kind") == "wallet" && entry.get("holder_kind") == "person" {
        found.push(("holder_kind", Text::new("warn-wallet-person"), false));
    }
    found
}

/// An account as the ledger knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Identity in the book.
    pub id: i64,
    /// What it is for.
    pub kind: AccountKind,
    /// What the cooperative calls it; of the chart, what it was called when it was made.
    pub name: String,
    /// Its key in the chart; empty for one of the cooperative's own.
    pub chart: String,
    /// The one currency of an account that holds money; empty for others.
    pub currency: String,
    /// Its code in the national chart of accounts.
    pub code: String,
    /// Whether nothing more is booked on it.
    pub is_closed: bool,
}

impl Account {
    /// Whether money can be taken in and paid out here: a cash box, a bank account or a wallet that is open.
    pub const fn is_purse(&self) -> bool {
        self.kind.is_money() && !self.is_closed
    }

    /// Whether money in that currency can come and go: it holds money, is not closed, and is in that currency.
    ///
    /// # Errors
    /// What it is instead.
    pub fn holds(&self, currency: &str) -> Result<(), Text> {
        if !self.is_purse() {
            return Err(Text::new("err-account-money"));
        }
        if self.currency != currency {
            return Err(Text::new("err-account-other").with("currency", self.currency.as_str()));
        }
        Ok(())
    }
}

/// An account that comes with the program.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChartAccount {
    /// Its key; the text key of its name is `chart-` and this.
    pub key: String,
    /// Code of its kind.
    pub kind: String,
    /// Where such income comes from; own when blank.
    #[serde(default)]
    pub origin: String,
    /// Its code in the chart of accounts of OHADA.
    pub code: String,
    /// How sure that code is.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
struct Chart {
    account: Vec<ChartAccount>,
}

/// The chart of accounts that comes with the program.
pub static CHART: LazyLock<Vec<ChartAccount>> = LazyLock::new(|| {
    let chart: Chart = toml::from_str(include_str!("../../data/chart.toml")).expect("a test reads the chart");
    chart.account
});

/// The account of the chart with that key.
pub fn of_chart(key: &str) -> Option<&'static ChartAccount> {
    CHART.iter().find(|account| account.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_chart_has_known_kinds_and_each_key_once() {
        let keys: BTreeSet<&str> = CHART.iter().map(|account| account.key.as_str()).collect();
        assert_eq!(keys.len(), CHART.len());
        for account in CHART.iter() {
            let kind = AccountKind::from_code(&account.kind).unwrap();
            assert!(account.origin.is_empty() || kind == AccountKind::Income, "{}", account.key);
        }
    }
}
