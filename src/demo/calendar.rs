//! When the made-up cooperative was founded and when it admitted whom: founders on the first day, then some at each
//! monthly meeting, so that numbers follow the days.

use super::chance::Chance;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Members present at the founding assembly.
const FOUNDERS: u64 = 24;
/// Days between the founding and today.
const AGE: u64 = 7 * 365 + 40;
/// Days between the last admission and today.
const PAUSE: u64 = 20;

/// The history of one cooperative.
#[derive(Debug)]
pub struct Calendar {
    today: NaiveDate,
    founded_on: NaiveDate,
    admitted: u64,
}

impl Calendar {
    /// The history of a cooperative that has given out `admitted` numbers.
    pub fn new(today: NaiveDate, admitted: u64) -> Self {
        Self { today, founded_on: saturday(today - Days::new(AGE)), admitted }
    }

    /// The day of the founding assembly, a Saturday.
    pub const fn founded_on(&self) -> NaiveDate {
        self.founded_on
    }

    /// Today.
    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// The general assembly that follows a day: the last Saturday of March; `None` while it is to come.
    pub fn assembly_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        let in_year = |year| NaiveDate::from_ymd_opt(year, 3, 31).map(saturday);
        let assembly = in_year(day.year()).filter(|assembly| *assembly > day).or_else(|| in_year(day.year() + 1));
        assembly.filter(|assembly| *assembly <= self.today)
    }

    /// The day on which number `n` (from 1) was given: the first Saturday of a month.
    pub fn joined_on(&self, n: u64) -> NaiveDate {
        let founders = FOUNDERS.min(self.admitted);
        if n <= founders {
            return self.founded_on;
        }
        // quick in the first years, slower later: the mean of a straight line and a falling parabola
        let (k, all) = (u128::from(n - founders), u128::from(self.admitted - founders).max(1));
        let days = u128::from(AGE - PAUSE) * (k * all + k * (2 * all - k)) / (2 * all * all);
        let exact = self.founded_on + Days::new(days as u64);
        let month = exact.with_day(1).unwrap_or(exact);
        let meeting = match first_saturday(month) {
            day if day <= exact => day,
            _ => first_saturday((month - Days::new(1)).with_day(1).unwrap_or(month)),
        };
        meeting.max(self.founded_on)
    }

    /// Some day after `joined_on` and not after today; `None` when there is none.
    pub fn later(&self, joined_on: NaiveDate, chance: &mut Chance) -> Option<NaiveDate> {
        let days = u64::try_from((self.today - joined_on).num_days()).ok().filter(|days| *days > 0)?;
        Some(joined_on + Days::new(1 + chance.below(days)))
    }

    /// Some day of the last quarter: applications wait for the next meeting.
    pub fn lately(&self, chance: &mut Chance) -> NaiveDate {
        self.today - Days::new(chance.below(90))
    }
}

/// The last Saturday not after `day`.
fn saturday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().days_since(Weekday::Sat)))
}

/// The first Saturday of the month that begins on a day.
pub(super) fn first_saturday(month: NaiveDate) -> NaiveDate {
    saturday(month + Days::new(6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_days() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for admitted in [1, 24, 25, 173, 5000] {
            let calendar = Calendar::new(today, admitted);
            let days: Vec<NaiveDate> = (1..=admitted).map(|n| calendar.joined_on(n)).collect();
            assert!(days.is_sorted());
            assert!(days.iter().all(|d| *d >= calendar.founded_on() && *d < today && d.weekday() == Weekday::Sat));
            assert!(days.iter().filter(|d| **d == calendar.founded_on()).count() as u64 >= admitted.min(FOUNDERS));
        }
    }
}
