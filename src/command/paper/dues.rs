//! Papers about what members owe and about shares: fetches what stands on them.

use super::{Asked, Made};
use crate::{
    domain::{member::Member, noun::Entry},
    report::{
        head::Head,
        member::option,
        money::{
            arrears::{self, Debtor},
            reminder,
            share::{self, Holder},
        },
    },
    store::{
        Error, Reader, Result,
        due_list::{DueSort, DueWant},
        share::{ShareRow, ShareSort},
    },
};
use std::collections::HashMap;

/// What members owe, by age.
pub fn arrears(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let over = option::count(&asked.options, "over");
    let wants = over.map_or(DueWant::Open, |days| DueWant::older(days as u64, head.today));
    let debtors = debtors(reader, asked, wants)?;
    Made::new(arrears::arrears(head, &debtors, over), debtors.len()).of_somebody()
}

/// Texts that remind of what is overdue.
pub fn reminders(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let days = option::count(&asked.options, "over").unwrap_or(0);
    let debtors = debtors(reader, asked, DueWant::older(days as u64, head.today))?;
    Made::new(reminder::reminders(head, &debtors), debtors.len()).of_somebody()
}

/// The register of shares.
pub fn register(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let rows = holders(reader, asked)?;
    let totals = reader.share_totals()?;
    let holders: Vec<Holder> = rows.into_iter().map(|row| holder(row, Vec::new())).collect();
    Made::new(share::register(head, &holders, &totals), holders.len()).of_somebody()
}

/// A certificate for each.
pub fn certificates(head: Head, reader: &Reader, asked: &Asked) -> Result<Made> {
    let mut found = Vec::new();
    for row in holders(reader, asked)? {
        let mut moves = Vec::new();
        for one in reader.share_moves(row.member)? {
            let other = one.other.map(|id| reader.member(id)).transpose()?;
            moves.push((one, other.as_ref().map(Member::heading).unwrap_or_default()));
        }
        found.push(holder(row, moves));
    }
    Made::new(share::certificates(head, &found), found.len()).of_somebody()
}

/// Whether a member is on it: those that were chosen, else those whose numbers are asked for, else everybody.
fn is_asked(options: &Entry, these: Option<&[i64]>, id: i64, number: Option<i64>) -> Result<bool> {
    if let Some(these) = these {
        return Ok(these.contains(&id));
    }
    let ranges = option::numbers(options.get("member")).map_err(Error::Invalid)?;
    Ok(ranges.is_empty() || number.is_some_and(|number| ranges.iter().any(|range| range.contains(&number))))
}

/// Who owes what is wanted, by name.
fn debtors(reader: &Reader, asked: &Asked, wants: DueWant) -> Result<Vec<Debtor>> {
    let ids = reader.due_ids(DueSort::Name, &[wants])?;
    let (mut found, mut places) = (Vec::<Debtor>::new(), HashMap::new());
    for row in reader.due_rows(&ids)? {
        let id = row.due.member;
        if !is_asked(&asked.options, asked.these.as_deref(), id, row.number)? {
            continue;
        }
        let at = *places.entry(id).or_insert_with(|| {
            let (number, name, sex, phone) = (row.number, row.name.clone(), row.sex, row.phone.clone());
            found.push(Debtor { id, number, name, sex, phone, dues: Vec::new() });
            found.len() - 1
        });
        found[at].dues.push(row.due);
    }
    Ok(found)
}

/// Who has shares, by number.
fn holders(reader: &Reader, asked: &Asked) -> Result<Vec<ShareRow>> {
    let mut found = Vec::new();
    for row in reader.share_rows(&reader.share_ids(ShareSort::Number, &[])?)? {
        if is_asked(&asked.options, asked.these.as_deref(), row.member, row.number)? {
            found.push(row);
        }
    }
    Ok(found)
}

fn holder(row: ShareRow, moves: Vec<(crate::domain::share::Move, String)>) -> Holder {
    let ShareRow { number, name, sex, since, holdings, .. } = row;
    Holder { number, name, sex, since, holdings, moves }
}
