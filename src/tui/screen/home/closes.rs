//! What the money asks for today: batches to be closed, boxes to be counted, months to be closed, shortages to be cleared up.

use super::meetings::Press;
use crate::{
    domain::{Text, amount::Amount, close::PeriodKind, control::CONTROL, day},
    report::money::words,
    tui::screen::{Cx, Flow, money},
};
use anyhow::Result;
use chrono::{Days, NaiveDate};

/// Where a line leads.
#[derive(Clone, Copy)]
pub enum Lead {
    /// To the count of a cash box.
    Count(i64),
    /// To a month that is to be closed.
    Month(NaiveDate),
    /// To the counts with a difference.
    Shortage,
    /// To a batch that is not closed.
    Batch(i64),
}

/// What there is to say, the most urgent first.
///
/// # Errors
/// When the book cannot be read.
pub fn lines(cx: &Cx) -> Result<Vec<(Press, Text, Lead)>> {
    let (today, mut found) = (cx.clock.today(), Vec::new());
    for (currency, minor) in cx.reader.shortages(today)? {
        let text = Text::new("home-shortage").with("amount", Amount { minor, currency });
        found.push((Press::Late, text, Lead::Shortage));
    }
    for id in cx.reader.open_batches()? {
        let batch = cx.reader.batch(id)?;
        let text = Text::new("home-batch").with("day", day::show(batch.day)).with("amount", batch.expected);
        found.push((Press::Soon, text, Lead::Batch(id)));
    }
    let open = money::closes::open_periods(cx)?.into_iter().filter(|(kind, _)| *kind == PeriodKind::Month);
    // the oldest of them stands for all: they are closed one after the other
    if let Some(period) = open.into_iter().next().filter(|period| money::closes::is_late(*period, today)) {
        let text = Text::new("home-month-open").with("period", money::closes::named(period, &cx.lang));
        found.push((Press::Late, text, Lead::Month(period.1)));
    }
    let since = today.checked_sub_days(Days::new(CONTROL.count_days())).unwrap_or(today);
    for (account, last) in cx.reader.uncounted(since, today)? {
        let text = match last {
            Some(last) => Text::new("home-uncounted").with("day", day::show(last)),
            None => Text::new("home-uncounted-never"),
        };
        let name = words::account(&cx.reader.account(account)?, &cx.lang);
        found.push((Press::Soon, text.with("name", name), Lead::Count(account)));
    }
    Ok(found)
}

/// The page on which something is done about it.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn open(lead: Lead, cx: &Cx) -> Result<Flow> {
    Ok(match lead {
        Lead::Count(account) => money::count::begin(account, cx)?,
        Lead::Month(last) => Flow::push(money::closes::period((PeriodKind::Month, last))),
        Lead::Batch(id) => Flow::push(money::pay::in_batch(id, cx)?),
        Lead::Shortage => Flow::push(money::counts::different_ones(cx)?),
    })
}
