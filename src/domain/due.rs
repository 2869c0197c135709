//! What members owe: entry fees, shares, dues, levies, calls, fines; the schedules that raise them, how old they are, and
//! which of them a payment pays.

use super::{
    Text,
    book::codes,
    choice::{Choices, choices},
    day::{month_end, month_start},
    noun::{Attribute, Entry, Noun, Owner, Remark, attribute},
    takes::Takes,
};
use chrono::{Datelike, Months, NaiveDate};

codes!(
    /// What an amount is owed for (practice.md §5).
    DueKind, "err-due-kind", "due-",
    /// The fee of joining; not given back.
    EntryFee = "entry_fee",
    /// Shares subscribed; the capital of the member.
    Share = "share",
    /// What members pay by the month or the year.
    Dues = "dues",
    /// A part of what was sold.
    Levy = "levy",
    /// What an assembly asks for once.
    Call = "call",
    /// A fine.
    Fine = "fine",
    /// A loan of a savings group.
    Loan = "loan",
    /// What a loan costs.
    Charge = "charge",
    /// What was owed when the book began.
    Arrears = "arrears",
    /// Anything else.
    Other = "other_due",
);

impl DueKind {
    /// Key in the chart of the account on which the member owes it.
    pub const fn owed_on(self) -> &'static str {
        match self {
            Self::Share => "unpaid_shares",
            Self::Loan => "loan",
            _ => "member",
        }
    }

    /// Key in the chart of the account that it came from when it was raised; a loan comes from where its money was.
    pub const fn raised_from(self) -> &'static str {
        match self {
            Self::EntryFee => "entry_fee",
            Self::Share => "capital",
            Self::Dues => "dues",
            Self::Levy => "levy",
            Self::Call => "call",
            Self::Fine => "fine",
            Self::Charge => "charge",
            Self::Arrears | Self::Loan => "opening",
            Self::Other => "other_income",
        }
    }
}

/// Kinds of amounts that a schedule raises; shares are subscribed, so many by whom.
pub static SCHEDULE_KINDS: Choices = choices!("due-";
    "entry_fee" => ["droit d entree", "droit d adhesion"],
    "dues" => ["cotisation", "cotisations"],
    "levy" => ["prelevement"],
    "call" => ["appel de fonds"],
    "fine" => ["amende"],
    "other_due" => ["autre"],
);

/// Kinds of amounts that are entered by hand.
pub static SINGLE_KINDS: Choices = choices!("due-";
    "call" => ["appel de fonds"],
    "levy" => ["prelevement"],
    "fine" => ["amende"],
    "dues" => ["cotisation", "cotisations"],
    "entry_fee" => ["droit d entree", "droit d adhesion"],
    "arrears" => ["arrieres", "arriere"],
    "other_due" => ["autre"],
);

/// How often a schedule raises.
pub static RHYTHMS: Choices = choices!("every-";
    "once" => ["une fois"],
    "month" => ["mois", "mensuel"],
    "year" => ["an", "annuel", "annee"],
);

/// What raises amounts owed for all active members.
pub static SCHEDULE: Noun = Noun {
    table: "schedule",
    text_id: "noun-schedule",
    heading: "heading-schedules",
    owner: Owner::Nobody,
    attributes: &[
        attribute!(!"name", Takes::Text),
        attribute!(!"kind", Takes::One(SCHEDULE_KINDS)),
        attribute!(!"amount", Takes::Amount),
        attribute!(!"every", Takes::One(RHYTHMS)),
        attribute!("due_day", Takes::Count(31), "hint-due-day"),
        attribute!(!"from_on", Takes::Day),
        attribute!("until_on", Takes::Day),
        attribute!("fund", Takes::Fund, "hint-proposals"),
        attribute!("decision", Takes::Text),
        attribute!("note", Takes::Lines),
    ],
    line: &["name", "amount", "every"],
    check: check_schedule,
};

fn check_schedule(entry: &Entry, _today: NaiveDate) -> Vec<Remark> {
    let mut found = Vec::new();
    if entry.get("amount").starts_with(['-', '0']) && !entry.get("amount").starts_with("0.") {
        found.push(("amount", Text::new("err-amount-positive"), true));
    }
    if entry.get("due_day") == "0" {
        found.push(("due_day", Text::new("err-due-day"), true));
    }
    if let (Some(from), Some(until)) = (entry.day("from_on"), entry.day("until_on"))
        && until < from
    {
        found.push(("until_on", Text::new("err-day-order"), true));
    }
    found
}

/// An amount owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Identity in the book; 0 before it is written.
    pub id: i64,
    /// Who owes it.
    pub member: i64,
    /// For what.
    pub kind: DueKind,
    /// What it is called beyond its kind.
    pub text: String,
    /// The schedule that raised it.
    pub schedule: Option<i64>,
    /// The year or month it is for: `2026`, `2026-09`; blank when it is for none.
    pub period: String,
    /// By when it should be paid.
    pub due_on: NaiveDate,
    /// How much it was, in minor units.
    pub minor: i64,
    /// What is left of it; less than nothing when more was paid or it was taken back.
    pub open: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// The fund that gets it.
    pub fund: Option<i64>,
    /// The motion that decided it.
    pub decision: String,
    /// The line of a roll call it is a fine for.
    pub attendance: Option<i64>,
    /// The loan that it pays back.
    pub loan: Option<i64>,
}

impl Due {
    /// An amount of nothing, of nobody, of that kind and day.
    pub fn new(kind: DueKind, due_on: NaiveDate) -> Self {
        let (text, period, currency, decision) = (String::new(), String::new(), String::new(), String::new());
        let (schedule, fund, attendance, loan) = (None, None, None, None);
        Self {
            id: 0,
            member: 0,
            kind,
            text,
            schedule,
            period,
            due_on,
            minor: 0,
            open: 0,
            currency,
            fund,
            decision,
            attendance,
            loan,
        }
    }

    /// Whether what was paid ahead can pay it: that is general money, and no money moves when it is used, so it cannot
    /// become that of a fund.
    pub const fn takes_credit(&self) -> bool {
        self.fund.is_none()
    }
}

/// A part of a payment: what it pays, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The amount owed.
    pub due: i64,
    /// How much of it, in minor units.
    pub minor: i64,
}

/// Which amounts owed a payment pays, the oldest first, and what is left over. `dues` are those of one currency.
pub fn allocate(minor: i64, dues: &[Due]) -> (Vec<Share>, i64) {
    let mut open: Vec<&Due> = dues.iter().filter(|due| due.open > 0).collect();
    open.sort_by_key(|due| (due.due_on, due.id));
    let mut rest = minor;
    let mut shares = Vec::new();
    for due in open {
        let part = due.open.min(rest);
        if part <= 0 {
            break;
        }
        rest -= part;
        shares.push(Share { due: due.id, minor: part });
    }
    (shares, rest)
}

/// How long ago an amount owed should have been paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// Not due yet.
    Coming,
    /// Up to 30 days.
    Month,
    /// Up to 90 days.
    Quarter,
    /// Up to a year.
    Year,
    /// Longer.
    Old,
}

impl Age {
    /// All ages, the youngest first.
    pub const ALL: [Self; 5] = [Self::Coming, Self::Month, Self::Quarter, Self::Year, Self::Old];

    /// The age of what was due on a day.
    pub fn of(due_on: NaiveDate, today: NaiveDate) -> Self {
        match (today - due_on).num_days() {
            ..=0 => Self::Coming,
            1..=30 => Self::Month,
            31..=90 => Self::Quarter,
            91..=365 => Self::Year,
            _ => Self::Old,
        }
    }

    /// The key of its name in the language files.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Coming => "age-coming",
            Self::Month => "age-month",
            Self::Quarter => "age-quarter",
            Self::Year => "age-year",
            Self::Old => "age-old",
        }
    }
}

/// The periods that a schedule has begun by `today`, each with the day by which it is to be paid: of the months or years
/// from its first day on, or the one time. Such a day that the month does not have is its last.
pub fn periods(
    every: &str,
    due_day: Option<u32>,
    (from, until): (NaiveDate, Option<NaiveDate>),
    today: NaiveDate,
) -> Vec<(String, NaiveDate)> {
    let last = until.map_or(today, |until| until.min(today));
    let due = |first: NaiveDate| match due_day.filter(|day| *day > 0) {
        None => first,
        Some(day) => first.with_day(day).unwrap_or(month_end(first)),
    };
    if from > last {
        return Vec::new();
    }
    let step = match every {
        "month" => 1,
        "year" => 12,
        _ => return vec![(String::new(), due(from).max(from))],
    };
    let mut found = Vec::new();
    let mut first = from;
    while first <= last {
        let name = if step == 1 { first.format("%Y-%m") } else { first.format("%Y") };
        found.push((name.to_string(), due(first)));
        let Some(next) = month_start(first).checked_add_months(Months::new(step)) else { break };
        first = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn due(id: i64, days: u64, open: i64) -> Due {
        let of = Due::new(DueKind::Dues, day(2026, 1, 1) + Days::new(days));
        Due { id, member: 1, minor: open.max(1), open, currency: "CDF".to_owned(), ..of }
    }

    proptest! {
        #[test]
        fn a_payment_pays_no_more_than_is_owed_and_loses_nothing(
            minor in 0i64..5_000, opens in prop::collection::vec((-200i64..900, 0u64..400), 0..8),
        ) {
            let dues: Vec<Due> = opens.iter().zip(1..).map(|((open, days), id)| due(id, *days, *open)).collect();
            let (shares, rest) = allocate(minor, &dues);
            prop_assert_eq!(shares.iter().map(|s| s.minor).sum::<i64>() + rest, minor);
            for share in &shares {
                let due = dues.iter().find(|d| d.id == share.due).unwrap();
                prop_assert!(share.minor > 0 && share.minor <= due.open);
            }
            // as long as something is left over, nothing is owed any more, and the oldest are paid first
            let owed: i64 = dues.iter().map(|d| d.open.max(0)).sum();
            prop_assert_eq!(rest, (minor - owed).max(0));
            let paid = |due: &Due| shares.iter().filter(|s| s.due == due.id).map(|s| s.minor).sum::<i64>();
            for (a, b) in dues.iter().flat_map(|a| dues.iter().map(move |b| (a, b))) {
                if a.open > 0 && (a.due_on, a.id) < (b.due_on, b.id) && paid(b) > 0 {
                    prop_assert_eq!(paid(a), a.open);
                }
            }
        }
    }

    #[test]
    fn months_are_raised_until_today_and_short_months_end_earlier() {
        let months = periods("month", Some(31), (day(2026, 1, 15), None), day(2026, 4, 2));
        let names: Vec<_> = months.iter().map(|(name, due)| (name.as_str(), *due)).collect();
        assert_eq!(
            names,
            [
                ("2026-01", day(2026, 1, 31)),
                ("2026-02", day(2026, 2, 28)),
                ("2026-03", day(2026, 3, 31)),
                ("2026-04", day(2026, 4, 30)),
            ]
        );
        let years = periods("year", None, (day(2024, 5, 1), Some(day(2025, 12, 31))), day(2026, 4, 2));
        assert_eq!(years, [("2024".to_owned(), day(2024, 5, 1)), ("2025".to_owned(), day(2025, 5, 1))]);
        assert_eq!(periods("once", None, (day(2026, 5, 1), None), day(2026, 4, 2)), []);
        assert_eq!(periods("once", None, (day(2026, 3, 1), None), day(2026, 4, 2)).len(), 1);
    }

    #[test]
    fn what_is_due_today_is_not_old() {
        let today = day(2026, 11, 23);
        assert_eq!(Age::of(today, today), Age::Coming);
        assert_eq!(Age::of(today - Days::new(1), today), Age::Month);
        assert_eq!(Age::of(today - Days::new(31), today), Age::Quarter);
        assert_eq!(Age::of(today - Days::new(366), today), Age::Old);
    }
}
