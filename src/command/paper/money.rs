//! Papers about money: which receipt is meant, and everything the book has about it.

use super::Asked;
use crate::{
    domain::{Text, account::AccountKind, receipt::read_name},
    report::{
        head::Head,
        money::{
            receipt::{Shape, Slip, receipt},
            words,
        },
        plain,
    },
    store::{Error, Reader, Result},
    text::Lang,
};
use chrono::Datelike;

/// The receipt that the options name.
fn named(reader: &Reader, asked: &Asked, year: i32) -> Result<i64> {
    let typed = asked.options.get("number");
    let missing = || Error::Invalid(Text::new("err-paper-receipt").with("text", typed));
    let (series, number) = read_name(typed, year).ok_or_else(missing)?;
    reader.receipt_of(&series, number)?.ok_or_else(missing)
}

/// Everything the book has about a receipt.
fn slip(reader: &Reader, id: i64, lang: &Lang) -> Result<Slip> {
    let receipt = reader.receipt(id)?;
    let entry = receipt.entry.ok_or_else(|| Error::invalid("err-receipt-spoiled"))?;
    let mut accounts: Vec<String> = Vec::new();
    for posting in reader.journal_entry(entry)?.journal.postings() {
        let account = reader.account(posting.account)?;
        let is_into = matches!(account.kind, AccountKind::Cash | AccountKind::Bank | AccountKind::Wallet);
        let name = words::account(&account, lang);
        if is_into && posting.minor > 0 && !accounts.contains(&name) {
            accounts.push(name);
        }
    }
    let currency = receipt.amount.as_ref().map_or("", |amount| &amount.currency);
    let behind = receipt.payer.map(|payer| reader.owed_behind(payer, entry, currency)).transpose()?;
    Ok(Slip { paid: reader.paid(entry)?, account: accounts.join(" · "), behind, receipt })
}

/// Writes a receipt; also gives its id, so that the print can be counted.
pub(super) fn write_receipt(head: Head, reader: &Reader, asked: &Asked) -> Result<(crate::report::Report, i64)> {
    let id = named(reader, asked, head.today.year())?;
    let slip = slip(reader, id, head.lang)?;
    let shape = match asked.options.get("shape") {
        "32" => Shape::Roll(plain::NARROW),
        "48" => Shape::Roll(plain::ROLL),
        _ => Shape::Thirds(asked.options.get("times").parse().unwrap_or(2)),
    };
    Ok((receipt(head, &slip, shape), id))
}
