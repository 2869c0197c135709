//! Papers of savings groups: which cycle is meant, and what the book has about it.

use super::{Asked, Made};
use crate::{
    command::savings,
    domain::{
        Text,
        fold::fold,
        member::{Member, parse_number, show_number},
        savings::Cycle,
    },
    report::{
        head::Head,
        money::savings::{self as paper, Bought, Loan, Name},
    },
    store::{Error, Reader, Result, savings::Purchase},
};
use chrono::NaiveDate;

impl Asked {
    /// The cycle that the options name, or the last one.
    fn cycle(&self, reader: &Reader) -> Result<Cycle> {
        let wanted = fold(self.options.get("cycle"));
        let mut cycles = reader.cycles()?.into_iter();
        let missing = || Error::Invalid(Text::new("err-paper-cycle").with("name", self.options.get("cycle")));
        cycles.find(|cycle| wanted.is_empty() || fold(&cycle.name) == wanted).ok_or_else(missing)
    }
}

fn name(member: &Member) -> Name {
    Name { number: member.number.map(show_number).unwrap_or_default(), name: member.full_name() }
}

fn bought(reader: &Reader, purchases: &[Purchase]) -> Result<Vec<Bought>> {
    let row = |bought: &Purchase| {
        let who = name(&reader.member(bought.member)?);
        Ok(Bought { who, on: bought.on, shares: bought.shares, social: bought.social })
    };
    purchases.iter().map(row).collect()
}

/// The page of a member's passbook.
pub fn passbook(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let cycle = asked.cycle(reader)?;
    let typed = asked.options.get("member");
    let chosen = asked.these.as_ref().and_then(|these| these.first().copied());
    let named = || -> Result<Option<i64>> { parse_number(typed).map_or(Ok(None), |n| reader.member_by_number(n)) };
    let member = chosen.map_or_else(named, |id| Ok(Some(id)))?;
    let member = member.ok_or_else(|| Error::Invalid(Text::new("err-who-none").with("text", typed)))?;
    let who = name(&reader.member(member)?);
    let purchases = bought(reader, &reader.purchases(cycle.id, Some(member))?)?;
    let loans = reader.loans(cycle.id)?.into_iter().rev().filter(|loan| loan.member == member);
    let loans: Vec<Loan> = loans
        .map(|loan| Loan {
            lent_on: loan.lent_on,
            due_on: loan.due_on,
            minor: loan.minor,
            charge: loan.charge,
            open: loan.open,
        })
        .collect();
    if purchases.is_empty() && loans.is_empty() {
        return Err(Error::invalid("err-paper-nobody"));
    }
    Ok(Made::new(paper::passbook(head, &cycle, &who, &purchases, &loans), 1))
}

/// The sheet of a meeting.
pub fn meeting(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let cycle = asked.cycle(reader)?;
    let purchases = reader.purchases(cycle.id, None)?;
    let on = match asked.options.day("date") {
        Some(on) => on,
        None => purchases.last().map(|bought| bought.on).ok_or_else(|| Error::invalid("err-paper-nobody"))?,
    };
    let of_day: Vec<Purchase> = purchases.into_iter().filter(|bought| bought.on == on).collect();
    let mut rows = bought(reader, &together(of_day, on))?;
    rows.sort_by(|a, b| (a.who.number.is_empty(), &a.who.number).cmp(&(b.who.number.is_empty(), &b.who.number)));
    Made::new(paper::meeting(head, &cycle, on, &rows), rows.len()).of_somebody()
}

/// What each bought on a day, in one row.
fn together(purchases: Vec<Purchase>, on: NaiveDate) -> Vec<Purchase> {
    let mut all: Vec<Purchase> = Vec::new();
    for bought in purchases {
        match all.iter_mut().find(|known| known.member == bought.member) {
            Some(known) => {
                known.shares += bought.shares;
                known.social += bought.social;
            }
            None => all.push(Purchase { on, ..bought }),
        }
    }
    all
}

/// The sheet of a share-out: before it is done what it would be.
pub fn share_out(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let sharing = savings::simulate(reader, asked.cycle(reader)?.id)?;
    let name = |saver: &crate::store::savings::Saved| Name {
        number: saver.number.map(show_number).unwrap_or_default(),
        name: saver.name.clone(),
    };
    let savers: Vec<Name> = sharing.savers.iter().map(name).collect();
    let report = paper::share_out(head, &sharing.cycle, &savers, &sharing.out, sharing.social);
    Ok(Made::new(report, savers.len()))
}
