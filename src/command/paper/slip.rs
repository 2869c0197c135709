//! Papers about money that goes out or moves: which one is meant, and what the book has about it.

use super::{Asked, Made};
use crate::{
    clock,
    domain::{
        Text,
        account::{ACCOUNT, Account, AccountKind},
        fold::fold,
        member::Member,
        signing::Standing,
        voucher::{parse_number, show_number},
    },
    report::{
        head::Head,
        money::{bank, deposit, slip, words},
    },
    store::{Error, Reader, Result, signing::PowerRow},
    text::Lang,
};
use chrono::Datelike;

/// The payment slip that the options name.
pub(super) fn write_slip(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let number = parse_number(asked.options.get("number"), head.today.year()).map_err(Error::Invalid)?;
    let missing = || Error::Invalid(Text::new("err-slip-none").with("number", show_number(number)));
    let voucher = reader.voucher(reader.voucher_by_number(number)?.ok_or_else(missing)?)?;
    let name = |id| Ok::<_, Error>(words::account(&reader.account(id)?, head.lang));
    let (account, category) = (name(voucher.account)?, name(voucher.against)?);
    let fund = reader.funds()?.into_iter().find(|(id, _)| Some(*id) == voucher.fund);
    let fund = fund.map(|(_, name)| name).unwrap_or_default();
    let moments = voucher.approvals.iter().map(|said| clock::show(&said.given_at)).collect();
    Ok(Made::new(slip::slip(head, &slip::Slip { voucher, account, category, fund, moments }), 0))
}

/// The letter about the account that the options name, or about the only one of a bank.
pub(super) fn write_letter(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let account = account(reader, asked.options.get("account"), head.lang)?;
    let mut signatories = Vec::new();
    for PowerRow { entry, signer, standing, account: of, .. } in reader.power_rows(&[], head.today)? {
        if of.id == account.id && standing != Standing::Ended {
            let paper = identity(&reader.member(signer.member)?, head.lang);
            signatories.push(bank::Signatory { name: signer.name, paper, power: entry, standing });
        }
    }
    let (entry, needed) = (reader.entry(&ACCOUNT, account.id)?, reader.signatures(account.id)?);
    Ok(Made::new(bank::letter(head, &bank::Mandate { account, entry, signatories, needed }), 0))
}

/// The note of the transfer that the options name, or of the last one.
pub(super) fn write_note(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let id = match asked.options.get("transfer").parse() {
        Ok(id) => id,
        Err(_) => reader.transfer_ids(&[])?.first().copied().ok_or(Error::NotFound)?,
    };
    let transfer = reader.transfer(id)?;
    let name = |id| Ok::<_, Error>(words::account(&reader.account(id)?, head.lang));
    Ok(Made::new(deposit::note(head, &transfer, &name(transfer.from)?, &name(transfer.to)?), 0))
}

/// Kind and number of somebody's identity paper.
fn identity(member: &Member, lang: &Lang) -> String {
    let kind = member.id_type.map(|kind| lang.label(kind.text_id()));
    [kind.unwrap_or_default(), &member.id_number]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn account(reader: &Reader, typed: &str, lang: &Lang) -> Result<Account> {
    let all = reader.accounts()?;
    let mut found = all.into_iter().filter(|account| match typed {
        "" => account.kind == AccountKind::Bank,
        typed => account.kind.is_money() && fold(&words::account(account, lang)) == fold(typed),
    });
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(Error::Invalid(Text::new("err-letter-account").with("text", typed))),
    }
}
