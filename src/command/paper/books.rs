//! Statements of account: what each is made from is fetched here.

use super::Asked;
use crate::{
    domain::{
        Text,
        account::{AccountKind, FUND},
        fold::fold,
        statement::{self, Flow, Flows, Period},
    },
    report::{
        Report,
        head::Head,
        money::{
            Books, member,
            poster::{self, Place, Poster},
            statement as of,
        },
    },
    store::{Error, Reader, Result},
};
use std::collections::BTreeMap;

/// Writes a paper about money.
pub(super) type Write = fn(&Books<'_>, &Reader, &Asked) -> Result<Report>;

/// A paper of the period and the currency that the options name.
pub(super) fn write(head: Head, reader: &Reader, asked: &Asked, write: Write) -> Result<Report> {
    let accounts = reader.accounts()?;
    write(
        &Books { head, accounts: &accounts, period: period(head, asked)?, currency: asked.options.get("currency") },
        reader,
        asked,
    )
}

/// The accounts of some members; from the first day on where no period is named.
pub(super) fn statements(head: Head, reader: &Reader, asked: &Asked, of: &[member::Account]) -> Result<Report> {
    let accounts = reader.accounts()?;
    let mut books =
        Books { head, accounts: &accounts, period: period(head, asked)?, currency: asked.options.get("currency") };
    if asked.options.get("period").is_empty() {
        let first = of.iter().filter_map(|account| account.lines.first()).map(|line| line.on).min();
        books.period = Period { from: first.unwrap_or(head.today), until: head.today };
    }
    Ok(member::statements(&books, of))
}

fn period(head: Head, asked: &Asked) -> Result<Period> {
    Period::parse(asked.options.get("period"), head.today).map_err(Error::Invalid)
}

fn flows(books: &Books, reader: &Reader, fund: Option<i64>) -> Result<BTreeMap<String, Flow>> {
    let mut flows = Flows::new(books.accounts);
    let mut before = reader.stand(books.period.before())?;
    before.retain(|sum| fund.is_none_or(|fund| sum.fund == fund));
    flows.open(&before);
    reader.parts(books.period, fund, &mut |parts, course| flows.add(parts, course))?;
    Ok(flows.done())
}

/// Receipts and payments.
pub(super) fn receipts(books: &Books, reader: &Reader, _: &Asked) -> Result<Report> {
    Ok(of::receipts(books, &flows(books, reader, None)?, None))
}

/// The same of one fund.
pub(super) fn fund(books: &Books, reader: &Reader, asked: &Asked) -> Result<Report> {
    let name = asked.options.get("fund");
    let known = reader.entries(&FUND, ("", 0))?;
    let wanted = known.iter().find(|fund| fold(fund.get("name")) == fold(name));
    let fund = match wanted {
        Some(fund) => fund,
        None if name.is_empty() && known.len() == 1 => &known[0],
        None => return Err(Error::Invalid(Text::new("err-fund").with("name", name))),
    };
    Ok(of::receipts(books, &flows(books, reader, Some(fund.id))?, Some(fund)))
}

/// Income and surplus.
pub(super) fn income(books: &Books, reader: &Reader, _: &Asked) -> Result<Report> {
    Ok(of::income(books, &statement::income(&reader.earned(books.period)?, books.accounts)))
}

/// The balance on the last day of the period, or today when that is earlier.
pub(super) fn balance(books: &Books, reader: &Reader, _: &Asked) -> Result<Report> {
    let until = books.period.until.min(books.head.today);
    let books = Books { period: Period { until, ..books.period }, ..*books };
    Ok(of::balance(&books, &statement::balance(&reader.stand(until)?, books.accounts)))
}

/// The poster for the wall.
pub(super) fn poster(books: &Books, reader: &Reader, asked: &Asked) -> Result<Report> {
    let until = books.period.until.min(books.head.today);
    let flows = flows(books, reader, None)?;
    let names = Period::twelve_months(until).months();
    let (mut places, mut months) = (Vec::new(), Vec::new());
    for (currency, flow) in &flows {
        for account in flow.places(books.accounts) {
            // a place of another currency took what was owed in this one: none of this is there
            let Some(known) = books.accounts.iter().find(|known| known.id == account) else { continue };
            if !known.currency.is_empty() && known.currency != *currency {
                continue;
            }
            let (minor, counted) = (flow.closing(account), reader.counted(account, until)?);
            let is_box = known.kind == AccountKind::Cash;
            places.push(Place { account, currency: currency.clone(), minor, counted, is_box });
        }
        let paid = reader.contributed(&names, currency)?;
        months.push((currency.clone(), names.iter().cloned().zip(paid).collect()));
    }
    let owed = reader.owed_by_all()?;
    Ok(poster::poster(books, &Poster { flows, places, owed, months }, asked.options.get("size") == "a3"))
}

/// The account of one member.
pub(super) fn account(reader: &Reader, id: i64) -> Result<member::Account> {
    let lines = reader.member_moves(id)?.into_iter().map(|line| member::Line {
        on: line.booked_on,
        kind: line.kind,
        text: line.text,
        due: line.due,
        receipt: line.receipt,
        minor: line.minor,
        currency: line.currency,
    });
    Ok(member::Account { member: reader.member(id)?, lines: lines.collect(), shares: reader.holdings(id)? })
}
