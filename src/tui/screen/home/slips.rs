//! What money that goes out or moves asks for today: slips to approve and to pay, money that does not arrive, signing
//! powers to put right.

use super::meetings::Press;
use crate::{
    domain::{Text, voucher::State},
    tui::screen::{
        Cx, Flow,
        money::{powers, slips, transfers},
    },
};
use anyhow::Result;
use chrono::Days;

/// Money that has been under way for longer asks for attention.
const WAY_DAYS: u64 = 7;

/// Opens a screen.
pub type Open = fn(&mut Cx) -> Result<Flow>;
/// A line of the first page, and what it opens.
pub type Line = (Press, Text, Open);

/// What there is to say, the most urgent first.
///
/// # Errors
/// When the book cannot be read.
pub fn lines(cx: &Cx) -> Result<Vec<Line>> {
    let (reader, today) = (&cx.reader, cx.clock.today());
    let before = today.checked_sub_days(Days::new(WAY_DAYS)).unwrap_or(today);
    let found: [(Press, &'static str, i64, Open); 4] = [
        (Press::Late, "home-under-way", reader.transfers_sent_before(before)?, |cx| {
            Ok(Flow::push(transfers::showing(transfers::UNDER_WAY, cx)?))
        }),
        (Press::Soon, "home-slips-waiting", reader.vouchers_in(State::Proposed)?, |cx| {
            Ok(Flow::push(slips::showing(slips::PROPOSED, cx)?))
        }),
        (Press::Soon, "home-slips-to-pay", reader.vouchers_in(State::Approved)?, |cx| {
            Ok(Flow::push(slips::showing(slips::APPROVED, cx)?))
        }),
        (Press::Soon, "home-powers", reader.powers_flawed(today)? as i64, |cx| {
            Ok(Flow::push(powers::showing(powers::FLAWED, cx)?))
        }),
    ];
    let there = found.into_iter().filter(|(_, _, count, _)| *count > 0);
    Ok(there.map(|(press, id, count, open)| (press, Text::new(id).with("count", count), open)).collect())
}
