//! The ledger for other programs of double entry: names of accounts that every one of them takes, and what stands in an
//! entry. How it is written is in `hledger`, `beancount` and [`list`]. Pure: whoever calls has fetched the entries.

mod beancount;
mod hledger;
pub mod list;

use crate::domain::{
    account::{Account, Nature},
    amount::Amount,
    fold::fold,
    ledger::EntryKind,
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    io::{self, Write},
};

/// An account that is declared before it is booked on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its name in other programs.
    pub path: String,
    /// What the cooperative calls it.
    pub title: String,
    /// Its code in the national chart of accounts; empty for none.
    pub code: String,
    /// The currencies that are booked on it.
    pub currencies: Vec<String>,
}

/// What stands before the first entry.
#[derive(Clone, Debug)]
pub struct Head<'a> {
    /// What it is, and whose.
    pub title: &'a str,
    /// The first day on which something is booked.
    pub first_on: NaiveDate,
    /// The currency of the book.
    pub currency: &'a str,
    /// Every account that is booked on, with those of members.
    pub accounts: &'a [Opened],
}

/// An entry with everything that other programs are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub number: i64,
    /// What it is.
    pub kind: EntryKind,
    /// The day on which it counts.
    pub booked_on: NaiveDate,
    /// The day on its paper, when that is another.
    pub paper_on: Option<NaiveDate>,
    /// What it was, in words.
    pub text: String,
    /// Who paid, or was paid; empty when nobody is named.
    pub who: String,
    /// Its receipt or its payment slip.
    pub receipt: String,
    /// Number of a slip, a cheque, a message.
    pub reference: String,
    /// What decided it.
    pub decision: String,
    /// Number of the entry that it takes back.
    pub reverses: Option<i64>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// One line of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The name of its account in other programs.
    pub path: String,
    /// What the cooperative calls the account, and its code in the national chart.
    pub account: (String, String),
    /// Number and name of the member whose part it is.
    pub member: Option<(String, String)>,
    /// What comes to the account, or goes from it where it is negative.
    pub amount: Amount,
    /// The fund it belongs to; empty for general money.
    pub fund: String,
}

/// What stands on an account, with those of members below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The name of the account.
    pub path: String,
    /// How much.
    pub amount: Amount,
}

/// A program that reads journals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// <https://hledger.org>
    Hledger,
    /// <https://beancount.github.io>
    Beancount,
}

impl Dialect {
    /// Writes what stands before the first entry.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn begin(self, out: &mut impl Write, head: &Head) -> io::Result<()> {
        match self {
            Self::Hledger => hledger::begin(out, head),
            Self::Beancount => beancount::begin(out, head),
        }
    }

    /// Writes an entry.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn entry(self, out: &mut impl Write, entry: &Entry) -> io::Result<()> {
        match self {
            Self::Hledger => hledger::entry(out, entry),
            Self::Beancount => beancount::entry(out, entry),
        }
    }

    /// Writes what must stand on each account in the end, under these words.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn end(self, out: &mut impl Write, on: NaiveDate, text: &str, balances: &[Balance]) -> io::Result<()> {
        match self {
            Self::Hledger => hledger::end(out, on, text, balances),
            Self::Beancount => beancount::end(out, on, balances),
        }
    }
}

impl Entry {
    /// What is told of it beside its words, each under its name.
    fn tags(&self) -> Vec<(&'static str, String)> {
        let day = self.paper_on.map(|day| day.to_string()).unwrap_or_default();
        let reverses = self.reverses.map(|number| number.to_string()).unwrap_or_default();
        let all = [
            ("kind", self.kind.code().to_owned()),
            ("receipt", self.receipt.clone()),
            ("paper", day),
            ("reference", self.reference.clone()),
            ("decision", self.decision.clone()),
            ("reverses", reverses),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

impl Line {
    /// What is told of it beside its account and amount.
    fn tags(&self) -> Vec<(&'static str, String)> {
        let name = self.member.iter().map(|(_, name)| ("name", name.clone()));
        name.chain([("fund", self.fund.clone())]).filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// The names of tags that an entry or a line can have.
const TAGS: &[&str] = &["kind", "receipt", "paper", "reference", "decision", "reverses", "name", "fund", "code"];

/// The name of each account in other programs: `assets:cash:caisse-cdf`, `income:dues`. Accounts of the chart are called
/// as the chart calls them, whatever the language; no two are called alike.
pub fn paths(accounts: &[Account]) -> HashMap<i64, String> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut found = HashMap::new();
    let by_id: BTreeMap<i64, &Account> = accounts.iter().map(|account| (account.id, account)).collect();
    for (id, account) in by_id {
        let wanted = path(account);
        let numbered = (1..).map(|n| if n == 1 { format!("{wanted}-{id}") } else { format!("{wanted}-{id}-{n}") });
        let mut all = std::iter::once(wanted.clone()).chain(numbered);
        let free = all.find(|path| taken.insert(path.clone())).expect("numbers do not end");
        found.insert(id, free);
    }
    found
}

/// The part of a member: `assets:members:0147`.
pub fn path_of(account: &str, member: &str) -> String {
    format!("{account}:{member}")
}

fn path(account: &Account) -> String {
    let root = match account.kind.nature() {
        Nature::Asset => "assets",
        Nature::Liability => "liabilities",
        Nature::Equity => "equity",
        Nature::Income => "income",
        Nature::Expense => "expenses",
    };
    if account.kind.is_money() {
        let name = slug(if account.name.is_empty() { &account.chart } else { &account.name });
        let currency = account.currency.to_lowercase();
        let is_named = name.split('-').any(|word| word == currency);
        let currency = if is_named || currency.is_empty() { String::new() } else { format!("-{currency}") };
        return format!("{root}:{}:{name}{currency}", account.kind.code());
    }
    let leaf = match account.chart.as_str() {
        "" => slug(&account.name),
        // an account of several people
        key @ ("member" | "loan" | "saving") => format!("{key}s"),
        key => slug(key),
    };
    format!("{root}:{leaf}")
}

/// Small letters, digits and dashes.
fn slug(name: &str) -> String {
    let name = fold(&name.replace('_', " ")).replace(' ', "-");
    if name.is_empty() { "account".to_owned() } else { name }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::account::AccountKind;
    use proptest::prelude::*;

    fn account(id: i64, kind: AccountKind, name: &str, chart: &str) -> Account {
        let currency = if kind.is_money() { "CDF" } else { "" };
        let text = str::to_owned;
        Account {
            id,
            kind,
            name: text(name),
            chart: text(chart),
            currency: text(currency),
            code: String::new(),
            is_closed: false,
        }
    }

    #[test]
    fn accounts_have_the_same_names_in_every_language() {
        let named = |kind, name, chart| paths(&[account(1, kind, name, chart)]).remove(&1).unwrap();
        assert_eq!(named(AccountKind::Cash, "Caisse CDF", ""), "assets:cash:caisse-cdf");
        assert_eq!(named(AccountKind::Cash, "", "cash"), "assets:cash:cash-cdf");
        assert_eq!(named(AccountKind::Wallet, "M-Pesa (trésorière)", ""), "assets:wallet:m-pesa-tresoriere-cdf");
        assert_eq!(named(AccountKind::Member, "", "member"), "assets:members");
        assert_eq!(named(AccountKind::Member, "", "unpaid_shares"), "assets:unpaid-shares");
        assert_eq!(named(AccountKind::Member, "", "loan"), "assets:loans");
        assert_eq!(named(AccountKind::Saving, "", "saving"), "liabilities:savings");
        assert_eq!(named(AccountKind::Capital, "", "capital"), "equity:capital");
        assert_eq!(named(AccountKind::Income, "Nos cotisations", "dues"), "income:dues");
        assert_eq!(named(AccountKind::Expense, "王 !", ""), "expenses:wang");
        assert_eq!(named(AccountKind::Expense, "…", ""), "expenses:account");
    }

    /// Names from hell: what breaks files of other programs.
    pub fn hell() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            prop::sample::select(vec![
                ";",
                "\"",
                "\\",
                "|",
                ":",
                ",",
                "  ",
                "\n",
                "\r\n",
                "\t",
                "\u{0}",
                "\u{7}",
                "\u{1b}[31m",
                "\u{2028}",
                "date:2026-13-45",
                "[2026/02/31]",
                "[=9]",
                "date2:x",
                "*",
                "!",
                "(",
                ")",
                "{",
                "}",
                "@",
                "=",
                "~",
                "#tag",
                "^link",
                "%",
                "'",
                "`",
                "$",
                "\u{202e}",
                "é",
                "王",
                "🪨",
                "e\u{301}",
                "end comment",
                "assets:",
                "type:Q",
                "2026-01-01 open",
                "\\\"",
                "=*",
                "-",
                "+1",
            ])
            .prop_map(str::to_owned),
            "\\PC{0,6}",
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn no_two_accounts_are_called_alike_and_every_name_is_plain(names in prop::collection::vec(hell(), 1..8)) {
            let accounts: Vec<Account> = names.iter().enumerate()
                .map(|(at, name)| account(at as i64 + 1, [AccountKind::Cash, AccountKind::Expense][at % 2], name, ""))
                .collect();
            let paths = paths(&accounts);
            let different: HashSet<&String> = paths.values().collect();
            prop_assert_eq!(different.len(), accounts.len());
            for path in paths.values() {
                prop_assert!(path.split(':').all(|part| part.starts_with(|c: char| c.is_ascii_alphanumeric())
                    && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')), "{path}");
            }
        }
    }
}
