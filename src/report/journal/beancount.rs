//! The ledger as a file of [Beancount](https://beancount.github.io): every account is opened with its currencies, and what
//! must stand on it in the end is asserted, so that `bean-check` has something to hold every entry against.

use super::{Balance, Entry, Head};
use crate::domain::fold::clean;
use chrono::{Days, NaiveDate};
use std::{
    collections::BTreeSet,
    io::{self, Write},
};

/// Writes what stands before the first entry.
///
/// # Errors
/// Those of `out`.
pub fn begin(out: &mut impl Write, head: &Head) -> io::Result<()> {
    writeln!(out, "option \"title\" {}", string(head.title))?;
    writeln!(out, "option \"operating_currency\" \"{}\"\n", head.currency)?;
    let used = head.accounts.iter().flat_map(|account| account.currencies.iter().map(String::as_str));
    for currency in used.chain([head.currency]).collect::<BTreeSet<_>>() {
        writeln!(out, "{} commodity {currency}", head.first_on)?;
    }
    writeln!(out)?;
    for account in head.accounts {
        writeln!(out, "{} open {}  {}", head.first_on, name(&account.path), account.currencies.join(","))?;
        writeln!(out, "  name: {}", string(&account.title))?;
        if !account.code.is_empty() {
            writeln!(out, "  code: {}", string(&account.code))?;
        }
    }
    Ok(())
}

/// Writes an entry.
///
/// # Errors
/// Those of `out`.
pub fn entry(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    writeln!(out, "\n{} * {} {}", entry.booked_on, string(&entry.who), string(&entry.text))?;
    writeln!(out, "  number: \"{}\"", entry.number)?;
    for (tag, text) in entry.tags() {
        writeln!(out, "  {tag}: {}", string(&text))?;
    }
    for line in &entry.lines {
        let amount = format!("{} {}", line.amount.figures(), line.amount.currency);
        writeln!(out, "  {:<40}  {amount:>20}", name(&line.path))?;
        for (tag, text) in line.tags() {
            writeln!(out, "    {tag}: {}", string(&text))?;
        }
    }
    Ok(())
}

/// Writes what must stand on each account after the last entry, with the accounts below it.
///
/// # Errors
/// Those of `out`.
pub fn end(out: &mut impl Write, on: NaiveDate, balances: &[Balance]) -> io::Result<()> {
    // a balance is that of the morning
    let morning = on.checked_add_days(Days::new(1)).unwrap_or(on);
    writeln!(out)?;
    for Balance { path, amount } in balances {
        writeln!(out, "{morning} balance {}  {} {}", name(path), amount.figures(), amount.currency)?;
    }
    Ok(())
}

/// The name of an account: every part begins with a capital or a digit.
fn name(path: &str) -> String {
    let mut begins = true;
    let letter = |c: char| {
        let c = if begins { c.to_ascii_uppercase() } else { c };
        begins = c == ':';
        c
    };
    path.chars().map(letter).collect()
}

/// Words of one line as a string.
fn string(text: &str) -> String {
    format!("\"{}\"", clean(text).replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{super::tests::hell, *};
    use proptest::prelude::*;

    #[test]
    fn parts_of_names_begin_with_capitals() {
        assert_eq!(name("assets:cash:caisse-cdf"), "Assets:Cash:Caisse-cdf");
        assert_eq!(name("assets:members:0147"), "Assets:Members:0147");
        assert_eq!(name("assets:bank:2-banques"), "Assets:Bank:2-banques");
    }

    #[test]
    fn quotes_stay_inside() {
        assert_eq!(string("dit \"le\\grand\"\nfin"), r#""dit \"le\\grand\" fin""#);
    }

    proptest! {
        #[test]
        fn a_string_ends_where_it_should(text in hell()) {
            let written = string(&text);
            prop_assert!(!written.chars().any(char::is_control));
            let inner = &written[1..written.len() - 1];
            let mut signs = inner.chars();
            while let Some(sign) = signs.next() {
                prop_assert!(sign != '"', "{written}");
                if sign == '\\' {
                    prop_assert!(matches!(signs.next(), Some('"' | '\\')), "{written}");
                }
            }
        }
    }
}
