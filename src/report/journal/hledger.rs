//! The ledger as a journal of [hledger](https://hledger.org): accounts, commodities and tags are declared, so that
//! `hledger check --strict` has something to hold every entry against.

use super::{Balance, Entry, Head, TAGS};
use crate::domain::{amount::decimals, fold::clean};
use std::{
    collections::BTreeSet,
    io::{self, Write},
};

/// Writes what stands before the first entry.
///
/// # Errors
/// Those of `out`.
pub fn begin(out: &mut impl Write, head: &Head) -> io::Result<()> {
    writeln!(out, "; {}\n", words(head.title))?;
    let mut currencies: BTreeSet<&str> =
        head.accounts.iter().flat_map(|account| account.currencies.iter().map(String::as_str)).collect();
    currencies.insert(head.currency);
    for currency in currencies {
        let places = decimals(currency) as usize;
        writeln!(out, "commodity 1000.{:0<places$} {currency}", "")?;
    }
    writeln!(out)?;
    for tag in TAGS {
        writeln!(out, "tag {tag}")?;
    }
    writeln!(out)?;
    for account in head.accounts {
        let code = if account.code.is_empty() { String::new() } else { format!("code:{}, ", value(&account.code)) };
        writeln!(out, "account {}  ; {code}name:{}", account.path, value(&account.title))?;
    }
    Ok(())
}

/// Writes an entry.
///
/// # Errors
/// Those of `out`.
pub fn entry(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let (who, text) = (words(&entry.who).replace('|', "/"), words(&entry.text).replace('|', "/"));
    // what stands before the bar is the payee
    let what = if who.is_empty() { text } else { format!("{who} | {text}") };
    writeln!(out, "\n{} ({}) {what}{}", entry.booked_on, entry.number, comment(&entry.tags()))?;
    for line in &entry.lines {
        let amount = format!("{} {}", line.amount.figures(), line.amount.currency);
        writeln!(out, "    {:<40}  {amount:>20}{}", line.path, comment(&line.tags()))?;
    }
    Ok(())
}

/// Writes what must stand on each account after the last entry: hledger says when it does not.
///
/// # Errors
/// Those of `out`.
pub fn end(out: &mut impl Write, on: chrono::NaiveDate, text: &str, balances: &[Balance]) -> io::Result<()> {
    if balances.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{on} {}", words(text))?;
    for Balance { path, amount } in balances {
        let none = crate::domain::amount::Amount { minor: 0, currency: amount.currency.clone() };
        // with the accounts below it
        writeln!(
            out,
            "    {path:<40}  {} {} =* {} {}",
            none.figures(),
            none.currency,
            amount.figures(),
            amount.currency
        )?;
    }
    Ok(())
}

/// Tags behind a line.
fn comment(tags: &[(&str, String)]) -> String {
    if tags.is_empty() {
        return String::new();
    }
    let tags: Vec<String> = tags.iter().map(|(name, text)| format!("{name}:{}", value(text))).collect();
    format!("  ; {}", tags.join(", "))
}

/// Words of one line that begin no comment.
fn words(text: &str) -> String {
    clean(text).replace(';', ",")
}

/// The value of a tag: it ends at a comma, and neither a colon nor a bracket may begin another.
fn value(text: &str) -> String {
    let plain = |c| match c {
        ',' | ';' => ' ',
        ':' => '.',
        '[' => '(',
        ']' => ')',
        c => c,
    };
    clean(&text.chars().map(plain).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::{super::tests::hell, *};
    use crate::{
        domain::{amount::Amount, ledger::EntryKind},
        report::journal::Line,
    };
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn paid(who: &str, text: &str, fund: &str) -> Entry {
        let line = |path: &str, minor| Line {
            path: path.to_owned(),
            account: (String::new(), String::new()),
            member: (minor < 0).then(|| ("0147".to_owned(), who.to_owned())),
            amount: Amount { minor, currency: "CDF".to_owned() },
            fund: fund.to_owned(),
        };
        Entry {
            number: 12,
            kind: EntryKind::Payment,
            booked_on: day(),
            paper_on: None,
            text: text.to_owned(),
            who: who.to_owned(),
            receipt: "2026-0413".to_owned(),
            reference: text.to_owned(),
            decision: String::new(),
            reverses: None,
            lines: vec![line("assets:cash:caisse-cdf", 1_500_000), line("assets:members:0147", -1_500_000)],
        }
    }

    fn written(entry: &Entry) -> String {
        let mut out = Vec::new();
        super::entry(&mut out, entry).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn an_entry_stands_as_people_write_it() {
        let text = written(&paid("KABEYA Ngoyi Éléonore", "cotisation; novembre", "caisse sociale"));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[1],
            "2026-11-23 (12) KABEYA Ngoyi Éléonore | cotisation, novembre  ; kind:payment, \
            receipt:2026-0413, reference:cotisation novembre"
        );
        assert_eq!(
            lines[3],
            "    assets:members:0147                              -15000.00 CDF  ; \
            name:KABEYA Ngoyi Éléonore, fund:caisse sociale"
        );
    }

    proptest! {
        #[test]
        fn nobody_s_name_breaks_out_of_its_place(who in hell(), text in hell(), fund in hell()) {
            let text = written(&paid(&who, &text, &fund));
            let lines: Vec<&str> = text.lines().collect();
            prop_assert_eq!(lines.len(), 4, "{}", text);
            prop_assert!(lines[1].starts_with("2026-11-23 (12) "));
            prop_assert_eq!(lines[1].matches(';').count(), 1);
            prop_assert_eq!(lines[1].split_once(';').unwrap().1.matches(':').count(), lines[1].split_once(';').unwrap().1.matches(", ").count() + 1);
            prop_assert!(lines[2].contains("15000.00 CDF") && lines[3].contains("-15000.00 CDF"));
            prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
        }
    }
}
