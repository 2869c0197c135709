//! Accounts and categories by what is typed: a piece of the name that only one bears is that one.

use super::name;
use crate::{
    command::voucher::Against,
    domain::{
        Text,
        account::{Account, AccountKind, CHART},
        fold::{contains_all, fold},
    },
    store::{Reader, Result},
    text::Lang,
    tui::screen::Cx,
};

/// The open accounts that hold money, with what they are called.
///
/// # Errors
/// When the book cannot be read.
pub fn purses(reader: &Reader, lang: &Lang) -> Result<Vec<(String, Account)>> {
    let accounts = reader.accounts()?.into_iter().filter(Account::is_purse);
    Ok(accounts.map(|account| (name(&account, lang), account)).collect())
}

/// The one account that holds money and is meant.
///
/// # Errors
/// That none is, or several are.
pub fn purse(typed: &str, cx: &Cx) -> Result<Account, Text> {
    let unknown = || Text::new("err-account-name").with("text", typed.trim());
    one(purses(&cx.reader, &cx.lang).map_err(|_| unknown())?, typed).ok_or_else(unknown)
}

/// What a slip can be booked on, with its name: expenses of the chart and of the cooperative's own, and the accounts of
/// members.
///
/// # Errors
/// When the book cannot be read.
pub fn categories(reader: &Reader, lang: &Lang) -> Result<Vec<(String, Against)>> {
    let chart = CHART.iter().filter(|account| account.kind == AccountKind::Expense.code());
    let mut all: Vec<(String, Against)> =
        chart.map(|account| (lang.name(&format!("chart-{}", account.key)), Against::Chart(&account.key))).collect();
    for account in reader.accounts()? {
        if account.kind == AccountKind::Expense && account.chart.is_empty() && !account.is_closed {
            all.push((name(&account, lang), Against::Account(account.id)));
        }
    }
    all.push((lang.label("slip-member-account").to_owned(), Against::Chart("member")));
    Ok(all)
}

/// The one category that is meant, with its name.
///
/// # Errors
/// That none is, or several are.
pub fn category(typed: &str, cx: &Cx) -> Result<(String, Against), Text> {
    let unknown = || Text::new("err-slip-category").with("text", typed.trim());
    let all = categories(&cx.reader, &cx.lang).map_err(|_| unknown())?;
    let named = all.into_iter().map(|(name, against)| (name.clone(), (name, against))).collect();
    one(named, typed).ok_or_else(unknown)
}

/// What an account is called on which something is booked.
///
/// # Errors
/// When the book cannot be read.
pub fn account(id: i64, cx: &Cx) -> Result<String> {
    Ok(name(&cx.reader.account(id)?, &cx.lang))
}

/// What bears the whole name, else the only one whose name contains every word.
fn one<T>(all: Vec<(String, T)>, typed: &str) -> Option<T> {
    let words = fold(typed);
    if words.is_empty() {
        return None;
    }
    let (whole, part): (Vec<_>, Vec<_>) = all.into_iter().partition(|(name, _)| fold(name) == words);
    let mut found = if whole.is_empty() {
        part.into_iter().filter(|(name, _)| contains_all(&fold(name), &words)).collect()
    } else {
        whole
    };
    if found.len() == 1 { found.pop().map(|(_, one)| one) } else { None }
}
