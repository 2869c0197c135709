//! Papers about counting, closing and controlling: which account, which count, which month, and what the book has of it.

use super::{Asked, Made};
use crate::{
    clock::Clock,
    command::close::Period,
    domain::{
        Text,
        account::{Account, AccountKind},
        close::{Gap, PeriodKind, year_last},
        control::{CONTROL, sample},
        day::{month_end, month_start},
        fold::fold,
        member::Status,
        noun::Attribute,
        takes::Takes,
    },
    report::{
        head::Head,
        member::option::{self, option},
        money::{
            closing::{self, Sheet},
            confirmation::{self, Standing},
            control, words,
        },
    },
    store::{
        Error, Reader, Result,
        count::{CountSort, CountWant},
    },
    text::Lang,
};
use chrono::{Datelike, NaiveDate};

/// Which account: its name, or its currency where one box has it.
pub const ACCOUNT: Attribute = option("account", "closing-option-account", Takes::Text, "closing-hint-account");
/// The day of the count.
pub const ON: Attribute = option("on", "count-day", Takes::PastDay, "hint-day");
/// Any day of the month.
pub const MONTH: Attribute = option("month", "closing-option-month", Takes::Day, "hint-day");
/// Which year, where the paper is of one.
pub const YEAR: Attribute = option("year", "paper-option-year", Takes::Year, "");
/// Since when payments are confirmed.
pub const SINCE: Attribute = option("since", "closing-option-since", Takes::PastDay, "hint-day");
/// How many members, drawn by lot; blank is all.
pub const SAMPLE: Attribute = option("sample", "closing-option-sample", Takes::Count(10_000), "closing-hint-sample");
/// What the draw begins with, so that it can be shown again.
pub const SEED: Attribute = option("seed", "closing-option-seed", Takes::Count(u32::MAX), "");

/// The accounts that are counted, and which of them is meant: by name, by currency, or the only one.
fn cash(reader: &Reader, typed: &str, lang: &Lang) -> Result<Account> {
    let boxes =
        reader.accounts()?.into_iter().filter(|account| account.kind == AccountKind::Cash && !account.is_closed);
    let is_meant = |account: &Account| {
        let name = words::account(account, lang);
        typed.is_empty()
            || fold(&name) == fold(typed)
            || fold(&account.name) == fold(typed)
            || account.currency.eq_ignore_ascii_case(typed)
    };
    let mut found: Vec<Account> = boxes.filter(is_meant).collect();
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(Error::Invalid(Text::new("err-paper-account").with("text", typed))),
        _ => Err(Error::Invalid(Text::new("err-paper-accounts").with("text", typed))),
    }
}

/// The sheet on which a box is counted by hand.
pub(super) fn sheet(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    Ok(Made::new(closing::sheet(head, &cash(reader, asked.options.get("account"), head.lang)?), 0))
}

/// A count: the one that was chosen, else the last of a box, of a day or of any.
pub(super) fn cash_close(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let count = if let Some([id, ..]) = asked.these.as_deref() {
        reader.count_of(*id)?
    } else {
        let account = cash(reader, asked.options.get("account"), head.lang)?;
        let on = asked.options.day("on");
        let ids = reader.find_counts(CountSort::Day, &[CountWant::Of(account.id)])?;
        let counts = reader.counts(&ids)?.into_iter();
        let mut fits = counts.filter(|count| on.is_none_or(|on| count.counted_on == on));
        fits.next().ok_or_else(|| Error::invalid("err-paper-count"))?
    };
    Ok(Made::new(closing::cash_close(head, &reader.account(count.account)?, &count), 0))
}

/// The close of a month, or of a year where one is named: the last that was closed when nothing is.
pub(super) fn month_close(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let year = asked.options.get("year").parse().ok().and_then(year_last);
    let month = asked.options.day("month").map(month_end);
    let last = reader.closed_until()?.or_else(|| reader.first_entry().ok().flatten().map(month_end));
    let nothing = || Error::invalid("err-paper-period");
    let period: Period = match (year, month) {
        (Some(last), _) => (PeriodKind::Year, last),
        (None, Some(last)) => (PeriodKind::Month, last),
        (None, None) => (PeriodKind::Month, last.ok_or_else(nothing)?),
    };
    let (kind, last_on) = period;
    let closes = reader.closes()?;
    let is_it =
        |close: &&crate::domain::close::Close| (close.kind, close.last_on) == period && close.reopened.is_none();
    let found = reader.close_gaps(last_on, CONTROL.count_days())?;
    let accounts = reader.accounts()?;
    let gaps: Vec<(Gap, String)> = found
        .into_iter()
        .map(|gap| {
            let words = closing::gap(&gap, &accounts, head.lang);
            (gap, words)
        })
        .collect();
    let mut balances = Vec::new();
    for account in accounts.into_iter().filter(Account::is_purse) {
        let minor = reader.expected(account.id, &account.currency, last_on, None)?;
        balances.push((words::account(&account, head.lang), minor, account.currency));
    }
    let first = if kind == PeriodKind::Year { last_on.with_day(1).and_then(|day| day.with_month(1)) } else { None };
    let from = first.unwrap_or_else(|| month_start(last_on));
    let ids = reader.find_counts(CountSort::Day, &[CountWant::Days(from, last_on)])?;
    let mut counts = Vec::new();
    for count in reader.counts(&ids)?.into_iter().rev() {
        let name = words::account(&reader.account(count.account)?, head.lang);
        counts.push((count, name));
    }
    let mut years = reader.years()?;
    years.retain(|year| kind == PeriodKind::Year && year.year == last_on.year());
    let close = closes.iter().find(is_it);
    let of = Sheet { period, close, gaps: &gaps, balances: &balances, counts: &counts, years: &years };
    Ok(Made::new(closing::month_close(head, &of), 0))
}

/// The control report of a year, this one when none is named.
pub(super) fn control(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let year = asked.options.get("year").parse().unwrap_or_else(|_| head.today.year());
    let (from, until) = days(year).ok_or_else(|| Error::invalid("err-paper-period"))?;
    let found = reader.findings(from, until, Clock::System)?;
    let report = control::control(head, &year.to_string(), &found, &reader.accounts()?, &reader.years()?);
    Ok(Made::new(report, 0))
}

fn days(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 1, 1)?, year_last(year)?))
}

/// What the cooperative lives on.
pub(super) fn indicators(head: Head, reader: &Reader, _: &Asked) -> Result<Made> {
    let years = reader.years()?;
    if years.is_empty() {
        return Err(Error::invalid("err-paper-period"));
    }
    Ok(Made::new(control::indicators(head, &years), 0))
}

/// Confirmation slips: for everybody who is a member, those of some numbers, or so many drawn by lot.
pub(super) fn confirmation(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let options = &asked.options;
    let begin = || NaiveDate::from_ymd_opt(head.today.year(), 1, 1).unwrap_or(head.today);
    let since = options.day("since").unwrap_or_else(begin);
    let numbers = option::numbers(options.get("member")).map_err(Error::Invalid)?;
    let is_meant = |number: Option<i64>| {
        numbers.is_empty() || number.is_some_and(|number| numbers.iter().any(|range| range.contains(&number)))
    };
    let mut members = reader.candidates()?;
    members.retain(|one| matches!(one.status, Status::Active | Status::Suspended) && is_meant(one.number));
    members.sort_by_key(|one| (one.number, one.id));
    let mut ids: Vec<i64> = members.iter().map(|one| one.id).collect();
    if let Some(count) = option::count(options, "sample").filter(|count| *count > 0) {
        // without a seed the witness words decide: nobody knows them beforehand, and the same book draws the same
        let words = head.witness.bytes().fold(0u64, |sum, byte| sum.wrapping_mul(131).wrapping_add(byte.into()));
        let seed = option::count(options, "seed").map_or(words, |seed| seed as u64);
        ids = sample(&ids, count, seed);
    }
    if ids.is_empty() {
        return Err(Error::invalid("err-paper-nobody"));
    }
    let standing = |id: &i64| -> Result<Standing> {
        let member = reader.member(*id)?;
        let (paid, owed) = (reader.paid_by(*id, since)?, reader.owed(*id)?);
        Ok(Standing { number: member.number, name: member.full_name(), paid, owed })
    };
    let slips: Vec<Standing> = ids.iter().map(standing).collect::<Result<_>>()?;
    let people = slips.len();
    Ok(Made::new(confirmation::confirmation(head, since, &slips), people))
}
