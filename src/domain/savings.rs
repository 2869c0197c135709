//! Savings groups (practice.md §5): shares bought at meetings, loans out of what was saved, a social fund that is never
//! shared out, and the share-out at the end of a cycle.

use super::{Text, amount::Amount, day};
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;

/// The cycle of a savings group: its rules, and where its money is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Identity in the book; 0 before it is written.
    pub id: i64,
    /// Counts the changes; saving needs the one that was read.
    pub rev: i64,
    /// What it is called.
    pub name: String,
    /// Its first day.
    pub from_on: NaiveDate,
    /// The day of the share-out.
    pub until_on: NaiveDate,
    /// What one share costs, the whole cycle long.
    pub share: Amount,
    /// How many shares somebody may buy in a meeting.
    pub most_shares: u32,
    /// A loan is at most so many times what its borrower has saved.
    pub loan_multiple: u32,
    /// What a loan costs for each month, in hundredths of a percent.
    pub charge: u32,
    /// What everybody pays into the social fund at each meeting, in minor units of the share's currency.
    pub social: i64,
    /// The box that holds the money.
    pub account: i64,
    /// The fund out of which loans are given and which is shared out.
    pub fund: i64,
    /// The fund that is not.
    pub social_fund: i64,
    /// The day of the share-out, once it was done.
    pub closed_on: Option<NaiveDate>,
    /// The entry of the share-out.
    pub entry: Option<i64>,
    /// What else there is to say.
    pub note: String,
}

/// Hundredths of a percent in a whole.
const WHOLE: i128 = 10_000;

impl Cycle {
    /// One that has not begun, with the rules that most groups agree on: five shares at a meeting, loans of three times
    /// what somebody has saved, 5 % for each month, no social fund.
    pub fn new(name: String, (from_on, until_on): (NaiveDate, NaiveDate), share: Amount) -> Self {
        Self {
            id: 0,
            rev: 0,
            name,
            from_on,
            until_on,
            share,
            most_shares: 5,
            loan_multiple: 3,
            charge: 500,
            social: 0,
            account: 0,
            fund: 0,
            social_fund: 0,
            closed_on: None,
            entry: None,
            note: String::new(),
        }
    }

    /// What so many shares cost.
    pub const fn worth(&self, shares: i64) -> i64 {
        self.share.minor.saturating_mul(shares)
    }

    /// An amount in its currency.
    pub fn amount(&self, minor: i64) -> Amount {
        Amount { minor, currency: self.share.currency.clone() }
    }

    /// What a loan costs for so many months; half a unit is rounded up.
    pub fn charge_of(&self, minor: i64, months: u32) -> i64 {
        let hundredths = i128::from(minor) * i128::from(self.charge) * i128::from(months);
        i64::try_from((hundredths + WHOLE / 2).div_euclid(WHOLE)).unwrap_or(i64::MAX)
    }

    /// The most that may be lent to somebody who has so many shares.
    pub const fn limit(&self, shares: i64) -> i64 {
        self.worth(shares).saturating_mul(self.loan_multiple as i64)
    }

    /// Refuses what no meeting of the cycle takes: the day, the number of shares, a sum below nothing.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn may_buy(&self, shares: u32, before: i64) -> Result<(), Text> {
        if i64::from(shares) + before > i64::from(self.most_shares) {
            let text = Text::new("err-savings-most").with("most", self.most_shares);
            return Err(text.with("before", before));
        }
        Ok(())
    }

    /// Refuses everything once it is shared out.
    ///
    /// # Errors
    /// `err-savings-closed` with the day.
    pub fn is_open(&self) -> Result<(), Text> {
        match self.closed_on {
            Some(on) => Err(Text::new("err-savings-closed").with("name", &*self.name).with("day", day::show(on))),
            None => Ok(()),
        }
    }

    /// What is wrong with its rules: the field, and why.
    pub fn fault(&self) -> Option<(&'static str, Text)> {
        let positive = || Text::new("err-amount-positive");
        match () {
            () if self.share.minor <= 0 => Some(("share", positive())),
            () if self.social < 0 => Some(("social", positive())),
            () if self.until_on < self.from_on => {
                Some(("until_on", Text::new("err-day-order").with("day", day::show(self.from_on))))
            }
            () if self.most_shares == 0 => Some(("most_shares", positive())),
            () => None,
        }
    }
}

/// The day by which a loan of so many months is to be paid back.
pub fn due_after(lent_on: NaiveDate, months: u32) -> NaiveDate {
    lent_on.checked_add_months(Months::new(months)).unwrap_or(lent_on)
}

/// What somebody bought and paid at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bought {
    /// The member.
    pub member: i64,
    /// How many shares.
    pub shares: u32,
    /// What was paid into the social fund.
    pub social: i64,
}

impl Bought {
    /// What was handed over.
    pub fn paid(&self, cycle: &Cycle) -> i64 {
        cycle.worth(i64::from(self.shares)).saturating_add(self.social)
    }
}

/// What a meeting brought in.
pub fn taken(cycle: &Cycle, rows: &[Bought]) -> i64 {
    rows.iter().map(|row| row.paid(cycle)).fold(0, i64::saturating_add)
}

/// Refuses a sheet of a meeting whose total is not what was counted in the box.
///
/// # Errors
/// How much is missing, or over.
pub fn agrees(cycle: &Cycle, rows: &[Bought], counted: i64) -> Result<(), Text> {
    let sheet = taken(cycle, rows);
    if sheet == counted {
        return Ok(());
    }
    let id = if counted < sheet { "err-savings-missing" } else { "err-savings-over" };
    let text = Text::new(id).with("sheet", cycle.amount(sheet)).with("counted", cycle.amount(counted));
    Err(text.with("rest", cycle.amount((sheet - counted).abs())))
}

/// Somebody who shares in the fund, or owes it something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saver {
    /// The member.
    pub member: i64,
    /// Shares of the cycle.
    pub shares: i64,
    /// What is still owed to the fund: loans and their charges.
    pub owes: i64,
}

/// What somebody gets of the fund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The member.
    pub member: i64,
    /// Shares of the cycle.
    pub shares: i64,
    /// What they are worth.
    pub worth: i64,
    /// Whether that has one of the units that were left over.
    pub is_odd: bool,
    /// What is taken off for loans.
    pub deducted: i64,
    /// What is owed even so.
    pub still_owed: i64,
}

impl Part {
    /// What is handed over.
    pub const fn payout(&self) -> i64 {
        self.worth - self.deducted
    }
}

/// How a fund is shared out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareOut {
    /// The money that is there; all of it is handed over.
    pub cash: i64,
    /// What is shared: that money, and the loans that are taken off somebody's part.
    pub fund: i64,
    /// All shares.
    pub shares: i64,
    /// The parts, in the order in which the savers were named.
    pub parts: Vec<Part>,
}

impl ShareOut {
    /// What one share is worth, rounded down to the unit.
    pub const fn per_share(&self) -> i64 {
        if self.shares == 0 { 0 } else { self.fund / self.shares }
    }

    /// How many units were left over when parts were rounded down.
    pub fn odd(&self) -> usize {
        self.parts.iter().filter(|part| part.is_odd).count()
    }
}

/// Shares out a fund: the money that is there, and what savers owe it, by their shares. To the unit, by the largest
/// remainders; of equal ones the saver who is named first gets the unit (savers come in the order of their numbers).
///
/// Whoever owes more than the own part gets nothing and goes on owing the rest, which nobody can be paid with: such a part
/// is worth what the others' shares are worth.
///
/// # Errors
/// When there is no share, or money is missing in the fund.
pub fn share_out(cash: i64, savers: &[Saver]) -> Result<ShareOut, Text> {
    if savers.iter().all(|saver| saver.shares <= 0) {
        return Err(Text::new("err-share-out-nobody"));
    }
    if cash < 0 {
        return Err(Text::new("err-share-out-cash"));
    }
    // those who owe more than their part: each of them lowers what a share is worth, so that they stay what they are
    let mut over: BTreeSet<usize> = BTreeSet::new();
    let (pool, weight, values) = loop {
        let inside = || savers.iter().enumerate().filter(|(at, _)| !over.contains(at));
        let pool = cash.saturating_add(inside().map(|(_, saver)| saver.owes).sum());
        let weights: Vec<i64> =
            (0..savers.len()).map(|at| if over.contains(&at) { 0 } else { savers[at].shares }).collect();
        let values = divide(pool, &weights);
        let new: Vec<usize> = inside().filter(|(at, saver)| saver.owes > values[*at].0).map(|(at, _)| at).collect();
        if new.is_empty() {
            break (pool, weights.iter().sum::<i64>(), values);
        }
        over.extend(new);
    };
    let parts: Vec<Part> = savers
        .iter()
        .zip(values)
        .enumerate()
        .map(|(at, (saver, (value, is_odd)))| {
            let Saver { member, shares, owes } = *saver;
            let worth = if over.contains(&at) { part_of(pool, shares, weight) } else { value };
            let deducted = worth.min(owes);
            Part { member, shares, worth, is_odd, deducted, still_owed: owes - deducted }
        })
        .collect();
    let fund = parts.iter().map(|part| part.worth).sum();
    Ok(ShareOut { cash, fund, shares: savers.iter().map(|saver| saver.shares).sum(), parts })
}

/// Parts of a total by weights, to the unit: rounded down, and the units left over to the largest remainders, of equal
/// ones the first. With each part whether it got such a unit.
fn divide(total: i64, weights: &[i64]) -> Vec<(i64, bool)> {
    let whole: i64 = weights.iter().sum();
    let mut parts: Vec<(i64, bool)> = weights.iter().map(|weight| (part_of(total, *weight, whole), false)).collect();
    let left = if whole == 0 { 0 } else { total - parts.iter().map(|(part, _)| part).sum::<i64>() };
    let mut order: Vec<usize> = (0..weights.len()).filter(|at| weights[*at] > 0).collect();
    let rest = |at: usize| (i128::from(total) * i128::from(weights[at])).rem_euclid(i128::from(whole.max(1)));
    order.sort_by_key(|at| std::cmp::Reverse(rest(*at)));
    for at in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[at] = (parts[at].0 + 1, true);
    }
    parts
}

/// A part rounded down.
fn part_of(total: i64, weight: i64, whole: i64) -> i64 {
    if whole == 0 {
        return 0;
    }
    let part = (i128::from(total) * i128::from(weight)).div_euclid(i128::from(whole));
    i64::try_from(part).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    pub fn cycle() -> Cycle {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        Cycle {
            id: 1,
            rev: 0,
            name: "AVEC 2026".to_owned(),
            from_on: day(2026, 1, 8),
            until_on: day(2026, 12, 17),
            share: Amount { minor: 200_000, currency: "CDF".to_owned() },
            most_shares: 5,
            loan_multiple: 3,
            charge: 500,
            social: 20_000,
            account: 1,
            fund: 1,
            social_fund: 2,
            closed_on: None,
            entry: None,
            note: String::new(),
        }
    }

    fn saver(member: i64, shares: i64, owes: i64) -> Saver {
        Saver { member, shares, owes }
    }

    #[test]
    fn the_worked_example_to_the_cent() {
        // practice.md §5: 1,500 shares of 2,000, fund 3,480,000 at the close: 2,320 a share; 86 shares 199,520
        let cycle = cycle();
        assert_eq!(cycle.worth(1_500), 300_000_000);
        let mut savers = vec![saver(1, 86, 0)];
        savers.extend((2..=15).map(|n| saver(n, 101, 0)));
        assert_eq!(savers.iter().map(|s| s.shares).sum::<i64>(), 1_500);
        let out = share_out(348_000_000, &savers).unwrap();
        assert_eq!((out.per_share(), out.parts[0].payout(), out.odd()), (232_000, 19_952_000, 0));
        assert_eq!(out.parts.iter().map(Part::payout).sum::<i64>(), 348_000_000);
    }

    #[test]
    fn odd_units_go_to_the_largest_remainders_and_of_equal_ones_to_the_first() {
        let out = share_out(100, &[saver(1, 1, 0), saver(2, 1, 0), saver(3, 1, 0)]).unwrap();
        let parts: Vec<_> = out.parts.iter().map(|part| (part.payout(), part.is_odd)).collect();
        assert_eq!(parts, [(34, true), (33, false), (33, false)]);
        let out = share_out(10, &[saver(1, 5, 0), saver(2, 2, 0)]).unwrap();
        assert_eq!(out.parts.iter().map(Part::payout).collect::<Vec<_>>(), [7, 3]);
    }

    #[test]
    fn a_loan_is_taken_off_and_what_goes_beyond_the_part_is_still_owed() {
        // 100 in the box, 20 lent to the first: 120 for 4 shares, 30 each
        let out = share_out(100, &[saver(1, 1, 20), saver(2, 3, 0)]).unwrap();
        assert_eq!((out.fund, out.parts[0].payout(), out.parts[1].payout()), (120, 10, 90));
        // 100 in the box, 500 lent to the first: nobody can be paid with that; a share is worth what the others get
        let out = share_out(90, &[saver(1, 1, 500), saver(2, 3, 0)]).unwrap();
        let first = &out.parts[0];
        assert_eq!((first.worth, first.payout(), first.still_owed, out.parts[1].payout()), (30, 0, 470, 90));
        // somebody who has no share and owes
        let out = share_out(90, &[saver(1, 0, 5), saver(2, 3, 0)]).unwrap();
        assert_eq!((out.parts[0].still_owed, out.parts[1].payout()), (5, 90));
        assert_eq!(share_out(9, &[saver(1, 0, 0)]).unwrap_err().id, "err-share-out-nobody");
        assert_eq!(share_out(-1, &[saver(1, 1, 0)]).unwrap_err().id, "err-share-out-cash");
    }

    #[test]
    fn a_charge_is_by_the_month_and_a_limit_by_what_was_saved() {
        let cycle = cycle();
        assert_eq!((cycle.charge_of(10_000_000, 1), cycle.charge_of(10_000_000, 3)), (500_000, 1_500_000));
        assert_eq!(Cycle { charge: 250, ..cycle.clone() }.charge_of(101, 1), 3);
        assert_eq!(cycle.limit(10), 6_000_000);
        assert!(cycle.may_buy(3, 2).is_ok() && cycle.may_buy(3, 3).is_err());
        let rows = [Bought { member: 1, shares: 3, social: 20_000 }, Bought { member: 2, shares: 0, social: 20_000 }];
        assert_eq!(taken(&cycle, &rows), 640_000);
        assert!(agrees(&cycle, &rows, 640_000).is_ok());
        assert_eq!(agrees(&cycle, &rows, 600_000).unwrap_err().id, "err-savings-missing");
        assert_eq!(agrees(&cycle, &rows, 650_000).unwrap_err().id, "err-savings-over");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nobody_is_paid_with_what_is_not_there(
            cash in 0i64..9_000_000_000,
            all in prop::collection::vec((0i64..400, prop_oneof![3 => Just(0), 1 => 0i64..90_000_000]), 1..30),
        ) {
            let savers: Vec<Saver> = all.iter().zip(1..).map(|((shares, owes), n)| saver(n, *shares, *owes)).collect();
            prop_assume!(savers.iter().any(|saver| saver.shares > 0));
            let out = share_out(cash, &savers).unwrap();
            prop_assert_eq!(out.parts.iter().map(Part::payout).sum::<i64>(), cash);
            prop_assert_eq!(out.parts.iter().map(|part| part.worth).sum::<i64>(), out.fund);
            for (saver, part) in savers.iter().zip(&out.parts) {
                prop_assert!(part.payout() >= 0 && part.deducted >= 0 && part.still_owed >= 0);
                prop_assert_eq!(part.deducted + part.still_owed, saver.owes);
                prop_assert!(part.still_owed == 0 || part.payout() == 0);
                // a part is what the shares are worth, to the unit
                let exact = i128::from(out.fund) * i128::from(saver.shares);
                let off = (i128::from(part.worth) * i128::from(out.shares) - exact).abs();
                prop_assert!(off <= i128::from(out.shares) * 30, "{off}");
            }
            // more shares never get less
            for (a, b) in out.parts.iter().flat_map(|a| out.parts.iter().map(move |b| (a, b))) {
                prop_assert!(a.shares <= b.shares || a.worth + 1 >= b.worth);
            }
        }
    }
}
