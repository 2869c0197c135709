//! Shares: what was subscribed and what is paid up, instalments, and what the law says of transfers and refunds.
//!
//! How many somebody has is the sum of the moves; what they are worth stands in the ledger. Law informs: it warns.

use super::{
    Text,
    amount::Amount,
    book::codes,
    choice::{Choices, choices},
    day,
    due::{Due, Share},
    member::Status,
};
use chrono::{Months, NaiveDate};

codes!(
    /// How shares come and go.
    MoveKind, "err-share-move", "move-",
    /// They were subscribed: new capital.
    Subscription = "subscription",
    /// One member gave them to another.
    Transfer = "transfer",
    /// They were given back to the cooperative.
    Refund = "refund",
    /// They went to an heir.
    Succession = "succession",
    /// They were there when the book began.
    Opening = "opening",
);

/// How far apart instalments are.
pub static STEPS: Choices = choices!("instalments-";
    "week" => ["semaine", "hebdomadaire"],
    "month" => ["mois", "mensuel"],
    "quarter" => ["trimestre", "trimestriel"],
);

/// Shares that came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Identity in the book; 0 before it is written.
    pub id: i64,
    /// Whose they are.
    pub member: i64,
    /// When.
    pub moved_on: NaiveDate,
    /// How.
    pub kind: MoveKind,
    /// How many; less than nothing where they go.
    pub count: i64,
    /// What one is worth.
    pub nominal: Amount,
    /// From whom they come, or to whom they go.
    pub other: Option<i64>,
    /// The written act.
    pub deed: String,
    /// The consent, or the motion.
    pub decision: String,
    /// When the other members were told.
    pub notified_on: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
}

/// What somebody has in shares of one currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    /// ISO 4217 code.
    pub currency: String,
    /// How many.
    pub count: i64,
    /// What was subscribed, in minor units.
    pub subscribed: i64,
    /// What is still owed of it.
    pub unpaid: i64,
}

impl Holding {
    /// What is paid up.
    pub const fn paid(&self) -> i64 {
        self.subscribed - self.unpaid
    }

    /// How many of the shares are paid up.
    pub const fn paid_up(&self) -> i64 {
        if self.subscribed == 0 {
            0
        } else {
            (self.count as i128 * self.paid() as i128 / self.subscribed as i128) as i64
        }
    }

    /// Whether so many shares of such a value can go to somebody else: they must be there, and paid.
    ///
    /// # Errors
    /// `err-shares-few`, `err-shares-unpaid`.
    pub fn gives(&self, count: i64, nominal: &Amount) -> Result<i64, Text> {
        let minor = self.value(count, nominal)?;
        if minor > self.paid() {
            let paid = Amount { minor: self.paid(), currency: self.currency.clone() };
            return Err(Text::new("err-shares-unpaid").with("paid", paid));
        }
        Ok(minor)
    }

    /// What so many of its shares are worth.
    ///
    /// # Errors
    /// `err-shares-few` when there are not so many, or they were subscribed for less.
    pub fn value(&self, count: i64, nominal: &Amount) -> Result<i64, Text> {
        let few = || Text::new("err-shares-few").with("count", self.count);
        let minor = count.checked_mul(nominal.minor).ok_or_else(few)?;
        let is_there = (1..=self.count).contains(&count) && minor <= self.subscribed;
        if is_there { Ok(minor) } else { Err(few()) }
    }
}

/// An amount in so many parts that differ by one minor unit at most, the larger first, each with its day: the first,
/// then every `step`. Without a first day or parts there is nothing.
pub fn instalments(minor: i64, parts: u32, first_on: NaiveDate, step: &str) -> Vec<(i64, NaiveDate)> {
    let parts = i64::from(parts.max(1)).min(minor.max(1));
    let (each, over) = (minor / parts, minor % parts);
    let on = |at: u32| match step {
        "week" => first_on.checked_add_days(chrono::Days::new(7 * u64::from(at))),
        "quarter" => first_on.checked_add_months(Months::new(3 * at)),
        _ => first_on.checked_add_months(Months::new(at)),
    };
    let part = |at: i64| (each + i64::from(at < over), on(u32::try_from(at).unwrap_or(0)).unwrap_or(first_on));
    (0..parts).map(part).collect()
}

/// Which instalments fall away with shares that are given back, the last first, and what is left to be paid back.
pub fn cancel(minor: i64, dues: &[Due]) -> (Vec<Share>, i64) {
    let mut open: Vec<&Due> = dues.iter().filter(|due| due.open > 0).collect();
    open.sort_by_key(|due| std::cmp::Reverse((due.due_on, due.id)));
    let mut rest = minor;
    let mut parts = Vec::new();
    for due in open.into_iter().take_while(|_| minor > 0) {
        let part = due.open.min(rest);
        if part > 0 {
            parts.push(Share { due: due.id, minor: part });
        }
        rest -= part;
    }
    (parts, rest)
}

/// By when shares are paid back that were given back on a day (AUSCOOP art. 11).
pub fn refund_by(on: NaiveDate) -> NaiveDate {
    on.checked_add_months(Months::new(12)).unwrap_or(on)
}

/// So many months of silence are consent (AUSCOOP art. 219).
const SILENCE: u32 = 3;

/// What somebody should look at before shares go to `to` (AUSCOOP art. 217-220): between members they go freely by a
/// written act; to others with the consent of most of the members who do not sell, and three months of silence after
/// they were told are consent.
pub fn doubts(shares: &Move, to: Status) -> Vec<Text> {
    let mut found = Vec::new();
    if shares.deed.is_empty() {
        found.push(Text::new("warn-share-deed"));
    }
    if shares.kind == MoveKind::Transfer && !to.is_member() && shares.decision.is_empty() {
        let silent =
            |told: NaiveDate| told.checked_add_months(Months::new(SILENCE)).filter(|end| *end > shares.moved_on);
        match shares.notified_on {
            None => found.push(Text::new("warn-share-consent")),
            Some(told) => {
                found.extend(silent(told).map(|end| Text::new("warn-share-silence").with("day", day::show(end))));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::due::DueKind;
    use proptest::prelude::*;

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, d).unwrap()
    }

    fn cdf(minor: i64) -> Amount {
        Amount { minor, currency: "CDF".to_owned() }
    }

    proptest! {
        #[test]
        fn instalments_come_to_the_whole_and_differ_by_one_unit(
            minor in 1i64..9_000_000, parts in 0u32..40, step in prop::sample::select(vec!["week", "month", "quarter"]),
        ) {
            let found = instalments(minor, parts, day(1, 31), step);
            prop_assert_eq!(found.iter().map(|(part, _)| part).sum::<i64>(), minor);
            let (most, least) = (found.iter().map(|p| p.0).max().unwrap(), found.iter().map(|p| p.0).min().unwrap());
            prop_assert!(least > 0 && most - least <= 1);
            prop_assert!(found.windows(2).all(|w| w[0].1 < w[1].1 && w[0].0 >= w[1].0));
        }

        #[test]
        fn what_is_given_back_is_cancelled_or_paid_back(
            minor in 0i64..5_000, opens in prop::collection::vec((-200i64..900, 1u64..400), 0..8),
        ) {
            let dues: Vec<Due> = opens.iter().zip(1..).map(|((open, days), id)| {
                Due { id, open: *open, ..Due::new(DueKind::Share, day(1, 1) + chrono::Days::new(*days)) }
            }).collect();
            let (parts, rest) = cancel(minor, &dues);
            let cancelled: i64 = parts.iter().map(|part| part.minor).sum();
            prop_assert_eq!(cancelled + rest, minor);
            prop_assert_eq!(rest, (minor - dues.iter().map(|due| due.open.max(0)).sum::<i64>()).max(0));
            for part in parts {
                let due = dues.iter().find(|due| due.id == part.due).unwrap();
                prop_assert!((1..=due.open).contains(&part.minor));
            }
        }
    }

    #[test]
    fn only_what_is_there_and_paid_goes_to_somebody_else() {
        let holding = Holding { currency: "CDF".to_owned(), count: 10, subscribed: 5_000, unpaid: 2_000 };
        assert_eq!(holding.gives(6, &cdf(500)), Ok(3_000));
        assert_eq!(holding.gives(7, &cdf(500)).unwrap_err().id, "err-shares-unpaid");
        for (count, nominal) in [(11, 100), (0, 500), (-1, 500), (10, 501), (10, i64::MAX)] {
            assert_eq!(holding.value(count, &cdf(nominal)).unwrap_err().id, "err-shares-few", "{count} × {nominal}");
        }
    }

    #[test]
    fn silence_of_three_months_is_consent() {
        let shares = Move {
            id: 0,
            member: 1,
            moved_on: day(6, 30),
            kind: MoveKind::Transfer,
            count: 2,
            nominal: cdf(500),
            other: Some(2),
            deed: "acte du 30/06".to_owned(),
            decision: String::new(),
            notified_on: None,
            note: String::new(),
        };
        let said = |shares: &Move, to| doubts(shares, to).iter().map(|text| text.id).collect::<Vec<_>>();
        assert_eq!(said(&shares, Status::Active), [""; 0]);
        assert_eq!(said(&shares, Status::Applicant), ["warn-share-consent"]);
        let told = |on| Move { notified_on: Some(on), ..shares.clone() };
        assert_eq!(said(&told(day(4, 1)), Status::Applicant), ["warn-share-silence"]);
        assert_eq!(said(&told(day(3, 30)), Status::Applicant), [""; 0]);
        let agreed = Move { decision: "CG 7".to_owned(), deed: String::new(), ..shares.clone() };
        assert_eq!(said(&agreed, Status::Applicant), ["warn-share-deed"]);
        let heir = Move { kind: MoveKind::Succession, ..shares };
        assert_eq!(said(&heir, Status::Applicant), [""; 0]);
    }
}
