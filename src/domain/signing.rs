//! Signing powers: who may sign for an account, on which days. The bank decides when one begins and when it ends, not the
//! assembly that elects: a mandate that is over is worth a warning, and the signature holds all the same.

use super::{
    Text,
    account::AccountKind,
    noun::{Attribute, Entry, Noun, Owner, Remark, attribute, in_order},
    takes::Takes,
};
use chrono::NaiveDate;

/// Who may sign for an account.
pub static SIGNING_POWER: Noun = Noun {
    table: "signing_power",
    text_id: "noun-signing_power",
    heading: "heading-signing_powers",
    owner: Owner::Of("account"),
    attributes: &[
        attribute!("member_id", Takes::Fixed("")),
        attribute!("decision", Takes::Text, "hint-decision"),
        attribute!("specimen_on", Takes::PastDay, "hint-day"),
        attribute!("from_on", Takes::PastDay, "hint-power-from"),
        attribute!("until_on", Takes::Day, "hint-day"),
        attribute!("ended_on", Takes::PastDay, "hint-power-ended"),
        attribute!("end_confirmed_on", Takes::PastDay, "hint-power-confirmed"),
        attribute!("note", Takes::Lines),
    ],
    line: &["decision", "from_on", "ended_on", "end_confirmed_on"],
    check: check_power,
};

fn check_power(entry: &Entry, _: NaiveDate) -> Vec<Remark> {
    let days = [("from_on", "until_on"), ("from_on", "ended_on"), ("ended_on", "end_confirmed_on")];
    days.into_iter().filter_map(|(first, then)| in_order(entry, first, then)).collect()
}

/// Who says when a power begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// A bank or an operator: what it has confirmed.
    Institution,
    /// The cooperative, of its own cash box.
    Coop,
}

impl Keeper {
    /// Who keeps an account of that kind.
    pub const fn of(kind: AccountKind) -> Self {
        if matches!(kind, AccountKind::Cash) { Self::Coop } else { Self::Institution }
    }
}

/// The days of a signing power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Power {
    /// Who says when it begins and ends.
    pub keeper: Keeper,
    /// The day from which it was confirmed.
    pub from: Option<NaiveDate>,
    /// The last day for which it was given.
    pub until: Option<NaiveDate>,
    /// The day on which the cooperative ended it.
    pub ended: Option<NaiveDate>,
    /// The day on which that end was confirmed.
    pub end_confirmed: Option<NaiveDate>,
}

/// Where a power stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not confirmed yet.
    Coming,
    /// It runs.
    Running,
    /// The cooperative has ended it, or its time is over; the bank has not said so, and it runs.
    Lingering,
    /// It is no more.
    Ended,
}

impl Standing {
    /// The key of its name in the language files.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Coming => "power-coming",
            Self::Running => "power-running",
            Self::Lingering => "power-lingering",
            Self::Ended => "power-ended",
        }
    }
}

impl Power {
    /// A power that is written down.
    pub fn of(entry: &Entry, keeper: Keeper) -> Self {
        let day = |code| entry.day(code);
        let (from, until) = (day("from_on"), day("until_on"));
        Self { keeper, from, until, ended: day("ended_on"), end_confirmed: day("end_confirmed_on") }
    }

    /// The first day on which it holds no more.
    fn end(self) -> Option<NaiveDate> {
        match self.keeper {
            Keeper::Institution => self.end_confirmed,
            Keeper::Coop => self.ended.into_iter().chain(self.end_confirmed).min(),
        }
    }

    /// Whether whoever holds it may sign on a day.
    pub fn runs(self, on: NaiveDate) -> bool {
        self.from.is_some_and(|from| from <= on) && self.end().is_none_or(|end| on < end)
    }

    /// Where it stands on a day.
    pub fn standing(self, on: NaiveDate) -> Standing {
        let is_over = self.ended.is_some_and(|day| day <= on) || self.until.is_some_and(|day| day < on);
        match (self.runs(on), is_over) {
            (true, true) => Standing::Lingering,
            (true, false) => Standing::Running,
            (false, _) if self.end().is_some_and(|end| end <= on) => Standing::Ended,
            (false, _) => Standing::Coming,
        }
    }

    /// What is to be put right about it on a day, as a key of its words: nobody has confirmed it, its end is not known to
    /// the bank, or the last mandate of its holder, if there is one, ended on `mandate_until`.
    pub fn flaw(self, on: NaiveDate, mandate_until: Option<NaiveDate>) -> Option<&'static str> {
        match self.standing(on) {
            Standing::Coming if self.from.is_none() => Some("power-unconfirmed"),
            Standing::Lingering => Some("power-bank-unaware"),
            Standing::Running if mandate_until.is_some_and(|last| last < on) => Some("power-mandate-over"),
            _ => None,
        }
    }
}

/// Why the signatories of an account are too much alike, when they are.
pub fn alike(sites: &[&str], is_family: bool) -> Option<Text> {
    if sites.len() < 2 {
        return None;
    }
    if is_family {
        return Some(Text::new("power-one-family"));
    }
    let first = sites[0];
    (!first.is_empty() && sites.iter().all(|site| *site == first))
        .then(|| Text::new("power-one-site").with("site", first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(n)
    }

    proptest! {
        #[test]
        fn the_bank_and_nobody_else_says_when_a_power_runs(
            days in prop::array::uniform4(prop::option::of(0..40u64)), on in 0..50u64, is_bank in any::<bool>(),
        ) {
            let [from, until, ended, end_confirmed] = days.map(|n| n.map(day));
            let keeper = if is_bank { Keeper::Institution } else { Keeper::Coop };
            let power = Power { keeper, from, until, ended, end_confirmed };
            let on = day(on);
            let is_ended = [end_confirmed, ended.filter(|_| !is_bank)].iter().flatten().any(|end| *end <= on);
            prop_assert_eq!(power.runs(on), from.is_some_and(|from| from <= on) && !is_ended);
            let stands = matches!(power.standing(on), Standing::Running | Standing::Lingering);
            prop_assert_eq!(stands, power.runs(on));
        }
    }

    #[test]
    fn an_end_that_the_bank_does_not_know_of_lingers() {
        let power = Power {
            keeper: Keeper::Institution,
            from: Some(day(0)),
            until: Some(day(30)),
            ended: None,
            end_confirmed: None,
        };
        assert_eq!(power.standing(day(30)), Standing::Running);
        assert_eq!(power.standing(day(31)), Standing::Lingering);
        let ended = Power { ended: Some(day(10)), ..power };
        assert_eq!(ended.standing(day(10)), Standing::Lingering);
        assert_eq!(Power { end_confirmed: Some(day(12)), ..ended }.standing(day(12)), Standing::Ended);
        assert_eq!(Power { keeper: Keeper::Coop, ..ended }.standing(day(10)), Standing::Ended);
        assert_eq!(Power { from: None, ..power }.standing(day(50)), Standing::Coming);
        assert_eq!(Power { from: None, ..power }.flaw(day(50), None), Some("power-unconfirmed"));
        assert_eq!(power.flaw(day(31), None), Some("power-bank-unaware"));
        assert_eq!(power.flaw(day(30), Some(day(29))), Some("power-mandate-over"));
        assert_eq!((power.flaw(day(30), Some(day(30))), power.flaw(day(30), None)), (None, None));
    }

    #[test]
    fn signatories_of_one_site_or_one_family_are_alike() {
        assert_eq!(alike(&["Luamuela"], true), None);
        assert_eq!(alike(&["Luamuela", "Luamuela"], false).unwrap().id, "power-one-site");
        assert_eq!(alike(&["Luamuela", "Éa"], true).unwrap().id, "power-one-family");
        assert_eq!(alike(&["", ""], false), None);
    }
}
