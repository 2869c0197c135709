//! What a member owes and has in shares, as it stands on the member's page, and what can be done about it there.

use super::{dues, hand_over, refund, subscribe, waive};
use crate::{
    domain::{
        day,
        due::{Age, Due},
        share::Move,
    },
    report::money::words,
    store,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, Value},
        widget::{
            choice::{Item, Offer, Picker},
            page::Line,
        },
    },
};
use anyhow::Result;
use std::collections::BTreeSet;

/// What a line about money is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// An amount owed.
    Due(i64),
    /// All of them, with those that are paid.
    Dues,
    /// The shares.
    Shares,
}

/// So many amounts owed stand on the page, the oldest; all of them are in their list.
const SHOWN: usize = 6;

/// What a member owes, has paid beyond it, and has in shares: nothing of whoever has none of these.
///
/// # Errors
/// When the book cannot be read.
pub fn lines<W>(member: i64, cx: &Cx, about: impl Fn(Money) -> W) -> store::Result<Vec<Line<W>>> {
    let lang = &cx.lang;
    let (open, owed, holdings) = (cx.reader.open_dues(member)?, owes(member, cx)?, cx.reader.holdings(member)?);
    let mut lines = Vec::new();
    if !open.is_empty() || !owed.is_empty() {
        lines.push(Line::heading(lang.label("heading-dues")));
        for (label, amounts) in &owed {
            lines.push(Line::new(lang.label(label), amounts.as_str(), about(Money::Dues)));
        }
    }
    for due in open.iter().take(SHOWN) {
        lines.push(Line::new(day::show(due.due_on), due_text(due, cx), about(Money::Due(due.id))));
    }
    if open.len() > SHOWN {
        lines.push(Line::new("", format!("… {}", lang.count((open.len() - SHOWN) as i64)), about(Money::Dues)));
    }
    if !holdings.is_empty() {
        lines.push(Line::heading(lang.label("heading-shares")));
        lines.extend(holdings.iter().map(|held| Line::new("", words::holding(held, lang), about(Money::Shares))));
        for one in cx.reader.share_moves(member)? {
            let (label, text) = share_line(&one, cx)?;
            lines.push(Line::new(label, text, about(Money::Shares)));
        }
    }
    Ok(lines)
}

/// What a member owes in all, and what was paid beyond it: text keys and amounts of what there is.
///
/// # Errors
/// When the book cannot be read.
pub fn owes(member: i64, cx: &Cx) -> store::Result<Vec<(&'static str, String)>> {
    let dues = cx.reader.open_dues(member)?;
    let mut currencies: BTreeSet<String> = cx.reader.owed(member)?.into_iter().map(|(currency, _)| currency).collect();
    currencies.extend(dues.iter().map(|due| due.currency.clone()));
    let (mut open, mut credit) = (Vec::new(), Vec::new());
    for currency in &currencies {
        let owed: i64 = dues.iter().filter(|due| due.currency == *currency).map(|due| due.open).sum();
        open.push((currency.as_str(), owed));
        credit.push((currency.as_str(), cx.reader.credit(member, currency)?));
    }
    let both = [("member-owes", open), ("member-credit", credit)].map(|(label, mut amounts)| {
        amounts.retain(|(_, minor)| *minor > 0);
        (label, words::amounts(amounts, &cx.lang))
    });
    Ok(both.into_iter().filter(|(_, amounts)| !amounts.is_empty()).collect())
}

fn due_text(due: &Due, cx: &Cx) -> String {
    let open = words::minor(due.open, &due.currency, &cx.lang);
    let age = Age::of(due.due_on, cx.clock.today());
    let late = if age == Age::Coming { "" } else { "! " };
    format!("{late}{open} · {} · {}", words::due(due, &cx.lang), cx.lang.label(age.text_id()))
}

/// How shares came or went: the day, and the rest in words.
///
/// # Errors
/// When the book cannot be read.
pub fn share_line(one: &Move, cx: &Cx) -> store::Result<(String, String)> {
    let sign = if one.count > 0 { "+" } else { "–" };
    let other = one.other.map(|id| cx.reader.member(id)).transpose()?.map(|member| member.heading());
    let parts = [
        format!("{sign}{}", cx.lang.count(one.count.abs())),
        cx.lang.label(one.kind.text_id()).to_owned(),
        other.unwrap_or_default(),
        one.deed.clone(),
        one.decision.clone(),
    ];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Ok((day::show(one.moved_on), text))
}

/// What can be done with the shares of a member.
struct Acts;

impl Offer for Acts {
    fn value(&self, item: usize) -> Value {
        Value::Change(item)
    }
}

const ACTS: [&str; 3] = ["share-subscribe", "share-hand-over", "share-refund"];

/// What a key does on a line about money.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn run(cmd: Cmd, money: Money, member: i64, cx: &Cx) -> Result<Flow> {
    Ok(match (cmd, money) {
        (Cmd::Open | Cmd::Edit, Money::Due(_) | Money::Dues) => Flow::push(dues::screen(Some(member), cx)?),
        (Cmd::Archive, Money::Due(id)) => waive::begin(&[id], cx)?,
        (Cmd::Open | Cmd::Edit, Money::Shares) => {
            let items = ACTS.iter().map(|id| Item::new(cx.lang.label(id))).collect();
            Flow::push(Picker::of(cx.lang.label("heading-shares").to_owned(), items, Acts))
        }
        (Cmd::Archive, Money::Shares) => refund::begin(member, cx)?,
        _ => Flow::Ignored,
    })
}

/// What was chosen of what can be done with shares.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn chosen(at: usize, member: i64, cx: &Cx) -> Result<Flow> {
    match at {
        0 => subscribe::begin(Some(member), cx),
        1 => hand_over::begin(member, cx),
        _ => refund::begin(member, cx),
    }
}
