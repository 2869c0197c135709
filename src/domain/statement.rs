//! Statements of account: what stands in the ledger, put together for people. Pure sums; currencies are never added.
//!
//! In the ledger a debit is positive; here everything is as people say it: what is there, what came in, what went out.

use super::{
    Text,
    account::{Account, AccountKind, Nature},
    day::{self, Order, YEARS, month_end, month_start},
    due::DueKind,
};
use chrono::{Datelike, Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// From one day to another, both counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl Period {
    /// The year of a day.
    pub fn year(on: NaiveDate) -> Self {
        let day = |month, day| NaiveDate::from_ymd_opt(on.year(), month, day).unwrap_or(on);
        Self { from: day(1, 1), until: day(12, 31) }
    }

    /// The month of a day.
    pub fn month(on: NaiveDate) -> Self {
        Self { from: month_start(on), until: month_end(on) }
    }

    /// The twelve months that end with the month of a day.
    pub fn twelve_months(on: NaiveDate) -> Self {
        let until = Self::month(on).until;
        Self { from: Self::month(on - Months::new(11)).from, until }
    }

    /// Reads `2026`, `11/2026`, `2026-11`, or two days: `01/03/2026 - 15/04/2026`. Blank is the year of `today`.
    ///
    /// # Errors
    /// `err-period` with the text.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, Text> {
        let text = text.trim();
        let wrong = || Text::new("err-period").with("text", text);
        if text.is_empty() {
            return Ok(Self::year(today));
        }
        let first = |year: i32, month: u32| NaiveDate::from_ymd_opt(year, month, 1).filter(|_| YEARS.contains(&year));
        let numbers: Option<Vec<u32>> = text.split(['/', '-', '.', ' ']).map(|part| part.parse().ok()).collect();
        match numbers.as_deref() {
            Some([year]) if text.len() == 4 => return first(*year as i32, 1).map(Self::year).ok_or_else(wrong),
            Some([a, b]) => {
                let (year, month) = if *a > 12 { (*a, *b) } else { (*b, *a) };
                return first(year as i32, month).map(Self::month).ok_or_else(wrong);
            }
            _ => {}
        }
        let parted = [" - ", "–", "..", " au ", " to "].iter().find_map(|sign| text.split_once(sign));
        let (from, until) = parted.unwrap_or((text, text));
        let read = |typed: &str| day::parse(typed, today, Order::Dmy).map_err(|_| wrong());
        let period = Self { from: read(from)?, until: read(until)? };
        if period.until < period.from { Err(Text::new("err-day-order")) } else { Ok(period) }
    }

    /// As people read it: `2026`, `11/2026`, or its days.
    pub fn show(self) -> String {
        if self == Self::year(self.from) {
            self.from.format("%Y").to_string()
        } else if self == Self::month(self.from) {
            self.from.format("%m/%Y").to_string()
        } else if self.from == self.until {
            day::show(self.from)
        } else {
            format!("{} – {}", day::show(self.from), day::show(self.until))
        }
    }

    /// The day before it begins.
    pub fn before(self) -> NaiveDate {
        self.from.pred_opt().unwrap_or(self.from)
    }

    /// Its months, as the book keeps totals of them: `2026-11`.
    pub fn months(self) -> Vec<String> {
        let first = Self::month(self.from).from;
        let months = (0..1_200).map(|n| first + Months::new(n)).take_while(|month| *month <= self.until);
        months.map(|month| month.format("%Y-%m").to_string()).collect()
    }
}

/// What stands on an account in one currency and fund, or came to it within a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The account.
    pub account: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// The fund; 0 for general money.
    pub fund: i64,
    /// Minor units, a debit where positive.
    pub minor: i64,
}

/// An account with what it comes to, as people say it.
pub type Line = (i64, i64);

/// What there is, and whose it is, in one currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// What the cooperative has or is owed.
    pub assets: Vec<Line>,
    /// What it owes.
    pub liabilities: Vec<Line>,
    /// What belongs to the members together.
    pub equity: Vec<Line>,
    /// Income less expense that no year's end has carried over yet.
    pub surplus: i64,
}

impl Balance {
    /// All that is there.
    pub fn has(&self) -> i64 {
        total(&self.assets)
    }

    /// All that it belongs to: the same.
    pub fn owes(&self) -> i64 {
        total(&self.liabilities) + total(&self.equity) + self.surplus
    }
}

/// What came in for good and went out for good, in one currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Income {
    /// Income by account.
    pub income: Vec<Line>,
    /// Expense by account.
    pub expense: Vec<Line>,
}

impl Income {
    /// What is left.
    pub fn surplus(&self) -> i64 {
        total(&self.income) - total(&self.expense)
    }
}

/// The sum of lines.
pub fn total(lines: &[Line]) -> i64 {
    lines.iter().map(|(_, minor)| minor).sum()
}

/// What stands on each account in each currency, all funds together, without what is nothing; in the order of `accounts`.
fn merged<'a>(sums: &'a [Sum], accounts: &'a [Account]) -> impl Iterator<Item = (&'a str, &'a Account, i64)> {
    let mut found: BTreeMap<(&str, i64), i64> = BTreeMap::new();
    for sum in sums {
        *found.entry((&sum.currency, sum.account)).or_default() += sum.minor;
    }
    let currencies: BTreeSet<&str> = sums.iter().map(|sum| sum.currency.as_str()).collect();
    currencies.into_iter().flat_map(move |currency| {
        let of = |account: &'a Account| Some((currency, account, *found.get(&(currency, account.id))?));
        accounts.iter().filter_map(of).filter(|(_, _, minor)| *minor != 0).collect::<Vec<_>>()
    })
}

/// The balance by currency of what stands on every account.
pub fn balance(sums: &[Sum], accounts: &[Account]) -> BTreeMap<String, Balance> {
    let mut found: BTreeMap<String, Balance> = BTreeMap::new();
    for (currency, account, minor) in merged(sums, accounts) {
        let balance = found.entry(currency.to_owned()).or_default();
        match account.kind.nature() {
            Nature::Asset => balance.assets.push((account.id, minor)),
            Nature::Liability => balance.liabilities.push((account.id, -minor)),
            Nature::Equity => balance.equity.push((account.id, -minor)),
            Nature::Income | Nature::Expense => balance.surplus -= minor,
        }
    }
    found
}

/// Income and expense by currency of what came to every account within a period.
pub fn income(sums: &[Sum], accounts: &[Account]) -> BTreeMap<String, Income> {
    let mut found: BTreeMap<String, Income> = BTreeMap::new();
    for (currency, account, minor) in merged(sums, accounts) {
        match account.kind.nature() {
            Nature::Income => found.entry(currency.to_owned()).or_default().income.push((account.id, -minor)),
            Nature::Expense => found.entry(currency.to_owned()).or_default().expense.push((account.id, minor)),
            _ => {}
        }
    }
    found
}

/// A line of an entry, as receipts and payments need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its account.
    pub account: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// Minor units, a debit where positive.
    pub minor: i64,
    /// What was owed, of a line that pays it.
    pub due: Option<DueKind>,
}

/// What money came from or went for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// An amount that a member owed.
    Due(DueKind),
    /// What a member paid ahead.
    Ahead,
    /// What is booked on that account.
    Account(i64),
    /// Another currency.
    Exchange,
}

/// Whether an entry does something or takes it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// It does.
    Forth,
    /// It takes back.
    Back,
}

/// Amounts by place where money is.
pub type ByPlace = BTreeMap<i64, i64>;

/// What came in and went out in one currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// What was there in each place before.
    pub opening: ByPlace,
    /// What came in, by what it came from.
    pub came: BTreeMap<Category, ByPlace>,
    /// What went out, by what it went for.
    pub went: BTreeMap<Category, ByPlace>,
    /// What came from other places, or went there where it is negative: it comes to nothing together.
    pub moved: ByPlace,
    /// What was got for another currency, or given for one where it is negative.
    pub exchanged: ByPlace,
}

impl Flow {
    /// Every place, in the order of `accounts`.
    pub fn places(&self, accounts: &[Account]) -> Vec<i64> {
        let sides = [&self.opening, &self.moved, &self.exchanged];
        let flows = self.came.values().chain(self.went.values()).chain(sides);
        let known: BTreeSet<i64> = flows.flat_map(|places| places.keys().copied()).collect();
        accounts.iter().map(|account| account.id).filter(|id| known.contains(id)).collect()
    }

    /// What is there in a place afterwards.
    pub fn closing(&self, place: i64) -> i64 {
        let at = |places: &ByPlace| places.get(&place).copied().unwrap_or_default();
        let came: i64 = self.came.values().map(at).sum();
        let went: i64 = self.went.values().map(at).sum();
        at(&self.opening) + came - went + at(&self.moved) + at(&self.exchanged)
    }

    /// What came to all places together.
    pub fn total_came(&self) -> i64 {
        self.came.values().flat_map(BTreeMap::values).sum()
    }

    /// What went from all places together.
    pub fn total_went(&self) -> i64 {
        self.went.values().flat_map(BTreeMap::values).sum()
    }
}

/// Receipts and payments as they are put together, entry by entry.
#[derive(Debug)]
pub struct Flows {
    /// The accounts where money is or is under way, and those of what members owe.
    places: BTreeSet<i64>,
    members: BTreeSet<i64>,
    exchange: BTreeSet<i64>,
    by_currency: BTreeMap<String, Flow>,
}

impl Flows {
    /// None yet.
    pub fn new(accounts: &[Account]) -> Self {
        let of = |is: fn(AccountKind) -> bool| accounts.iter().filter(move |a| is(a.kind)).map(|a| a.id).collect();
        let places = of(|kind| kind.is_money() || kind == AccountKind::Transit);
        let members = of(|kind| kind == AccountKind::Member);
        Self { places, members, exchange: of(|kind| kind == AccountKind::Exchange), by_currency: BTreeMap::new() }
    }

    /// What was there before the period.
    pub fn open(&mut self, sums: &[Sum]) {
        for sum in sums.iter().filter(|sum| self.places.contains(&sum.account) && sum.minor != 0) {
            let flow = self.by_currency.entry(sum.currency.clone()).or_default();
            *flow.opening.entry(sum.account).or_default() += sum.minor;
        }
    }

    /// One entry of the period. What it came from or went for is of the place that it came to or went from; what is left
    /// went from place to place. What was owed in a currency of which nothing was handed over came to the place that got
    /// the other one, and was changed there.
    pub fn add(&mut self, parts: &[Part], course: Course) {
        let currencies: BTreeSet<&str> = parts.iter().map(|part| part.currency.as_str()).collect();
        let other = parts.iter().find(|part| self.places.contains(&part.account)).map(|part| part.account);
        for currency in currencies {
            let (mut places, mut others) = (ByPlace::new(), BTreeMap::<Category, i64>::new());
            for part in parts.iter().filter(|part| part.currency == currency) {
                if self.places.contains(&part.account) {
                    *places.entry(part.account).or_default() += part.minor;
                } else {
                    *others.entry(self.category(part)).or_default() -= part.minor;
                }
            }
            take_off_raised(&mut others, course);
            if let (true, Some(place)) = (places.is_empty() && others.contains_key(&Category::Exchange), other) {
                places.insert(place, 0);
            }
            if !places.is_empty() {
                let flow = self.by_currency.entry(currency.to_owned()).or_default();
                for (category, minor) in others {
                    flow.take(category, minor, &mut places, course);
                }
                for (place, rest) in places.into_iter().filter(|(_, rest)| *rest != 0) {
                    *flow.moved.entry(place).or_default() += rest;
                }
            }
        }
    }

    fn category(&self, part: &Part) -> Category {
        match part.due {
            Some(kind) => Category::Due(kind),
            None if self.members.contains(&part.account) => Category::Ahead,
            None if self.exchange.contains(&part.account) => Category::Exchange,
            None => Category::Account(part.account),
        }
    }

    /// By currency.
    pub fn done(self) -> BTreeMap<String, Flow> {
        self.by_currency
    }
}

/// Takes off what an entry raises as owed and nobody hands over, as the charge of a loan when that is lent: the income is
/// told when it is paid. What is lent was handed over.
fn take_off_raised(others: &mut BTreeMap<Category, i64>, course: Course) {
    let sign = if course == Course::Forth { 1 } else { -1 };
    // the sign of what is raised, and that of what is earned by it
    let side = |category: &Category| match category {
        Category::Due(kind) if *kind != DueKind::Loan => Some(-sign),
        Category::Account(_) => Some(sign),
        _ => None,
    };
    let total = |wanted: i64| -> i64 {
        let found = others.iter().filter(|(category, _)| side(category) == Some(wanted));
        found.map(|(_, minor)| (minor * wanted).max(0)).sum()
    };
    let raised = total(-sign).min(total(sign));
    for wanted in [-sign, sign] {
        let mut left = raised;
        for (_, minor) in others.iter_mut().filter(|(category, _)| side(category) == Some(wanted)) {
            let part = (*minor * wanted).clamp(0, left);
            *minor -= part * wanted;
            left -= part;
        }
    }
}

impl Flow {
    /// Books what came from a category, or went for it where it is negative, on the places that it can be of.
    fn take(&mut self, category: Category, minor: i64, places: &mut ByPlace, course: Course) {
        let mut rest = minor;
        while rest != 0 {
            let likely = places.iter().filter(|(_, left)| left.signum() == rest.signum());
            let likely = likely.max_by_key(|(_, left)| left.abs()).map(|(place, left)| (*place, *left));
            let (place, part) = match likely {
                Some((place, left)) if left.abs() < rest.abs() => (place, left),
                Some((place, _)) => (place, rest),
                // more than any place can be of: a wrong entry, which is shown as it is
                None => (*places.keys().next().expect("there is a place"), rest),
            };
            *places.entry(place).or_default() -= part;
            if category == Category::Exchange {
                *self.exchanged.entry(place).or_default() += part;
                rest -= part;
                continue;
            }
            // taking back a receipt is less that came in, not something that went out
            let is_in = (part > 0) == (course == Course::Forth);
            let (side, part) = if is_in { (&mut self.came, part) } else { (&mut self.went, -part) };
            *side.entry(category).or_default().entry(place).or_default() += part;
            rest -= if is_in { part } else { -part };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn periods_are_read_as_people_write_them() {
        let today = day(2026, 11, 23);
        let is = |text: &str, from, until| assert_eq!(Period::parse(text, today), Ok(Period { from, until }), "{text}");
        is("", day(2026, 1, 1), day(2026, 12, 31));
        is("2025", day(2025, 1, 1), day(2025, 12, 31));
        is("2/2024", day(2024, 2, 1), day(2024, 2, 29));
        is("2026-11", day(2026, 11, 1), day(2026, 11, 30));
        is("01/03/2026 - 15/04/2026", day(2026, 3, 1), day(2026, 4, 15));
        is("01/03/2026 au 15/04/2026", day(2026, 3, 1), day(2026, 4, 15));
        is("23/11/2026", today, today);
        for wrong in ["x", "9999", "11/1899", "13/2026", "2026-00", "01/03/2026 - x"] {
            assert_eq!(Period::parse(wrong, today).unwrap_err().id, "err-period", "{wrong}");
        }
        assert_eq!(Period::parse("15/04/2026 - 01/03/2026", today).unwrap_err().id, "err-day-order");
        assert_eq!(Period::twelve_months(today).months().len(), 12);
        for text in ["2025", "02/2024", "01/03/2026 – 15/04/2026", "23/11/2026"] {
            assert_eq!(Period::parse(text, today).unwrap().show(), text);
        }
    }

    fn account(id: i64, kind: AccountKind) -> Account {
        let (name, chart, currency, code) = Default::default();
        Account { id, kind, name, chart, currency, code, is_closed: false }
    }

    fn accounts() -> Vec<Account> {
        AccountKind::ALL.iter().enumerate().map(|(at, kind)| account(at as i64, *kind)).collect()
    }

    fn part(account: i64, minor: i64) -> Part {
        Part { account, currency: "CDF".to_owned(), minor, due: None }
    }

    fn dollars(account: i64, minor: i64) -> Part {
        Part { currency: "USD".to_owned(), ..part(account, minor) }
    }

    /// The account of a kind.
    fn of(kind: AccountKind) -> i64 {
        AccountKind::ALL.iter().position(|other| *other == kind).expect("a kind") as i64
    }

    /// The account where one currency becomes another.
    fn exchange() -> i64 {
        of(AccountKind::Exchange)
    }

    #[test]
    fn francs_that_are_paid_in_dollars_came_in_as_francs() {
        for (rest, cash) in [(-14_250, None), (-10_000, Some(-4_250))] {
            let mut flows = Flows::new(&accounts());
            let dues = Part { due: Some(DueKind::Dues), ..part(4, rest) };
            let entry = [dollars(0, 5), dollars(exchange(), -5), part(exchange(), 14_250), dues];
            let change = cash.map(|minor| part(1, minor));
            flows.add(&entry.into_iter().chain(change).collect::<Vec<_>>(), Course::Forth);
            let flows = flows.done();
            assert_eq!((flows["CDF"].total_came(), flows["CDF"].total_went()), (-rest, 0));
            assert_eq!(flows["CDF"].exchanged.values().sum::<i64>(), -14_250);
            assert_eq!((flows["CDF"].closing(0), flows["CDF"].closing(1)), (0, cash.unwrap_or(0)));
            assert_eq!((flows["USD"].total_came(), flows["USD"].closing(0)), (0, 5));
        }
    }

    #[test]
    fn the_charge_of_a_loan_comes_in_when_it_is_paid() {
        let due = |kind, minor| Part { due: Some(kind), ..part(4, minor) };
        let income = of(AccountKind::Income);
        let lent = [due(DueKind::Loan, 1_000), part(0, -1_000), due(DueKind::Charge, 50), part(income, -50)];
        let paid = [part(0, 50), due(DueKind::Charge, -50)];
        let back: Vec<Part> = lent.iter().map(|line| Part { minor: -line.minor, ..line.clone() }).collect();
        let mut flows = Flows::new(&accounts());
        flows.add(&lent, Course::Forth);
        let flow = flows.by_currency["CDF"].clone();
        assert_eq!((flow.total_came(), flow.total_went(), flow.closing(0)), (0, 1_000, -1_000));
        flows.add(&paid, Course::Forth);
        let flow = flows.by_currency["CDF"].clone();
        assert_eq!((flow.total_came(), flow.total_went(), flow.closing(0)), (50, 1_000, -950));
        flows.add(&back, Course::Back);
        let flow = flows.by_currency["CDF"].clone();
        assert_eq!((flow.total_came(), flow.total_went(), flow.closing(0)), (50, 0, 50));
    }

    #[test]
    fn a_fee_is_of_the_place_that_paid_it() {
        let mut flows = Flows::new(&accounts());
        // bank (1) to cash (0), fee on expense (13)
        flows.add(&[part(1, -1_000), part(0, 990), part(13, 10)], Course::Forth);
        let flow = &flows.done()["CDF"];
        assert_eq!(flow.went[&Category::Account(13)], BTreeMap::from([(1, 10)]));
        assert_eq!(flow.moved, BTreeMap::from([(0, 990), (1, -990)]));
    }

    #[test]
    fn what_was_taken_back_did_not_come_in() {
        let mut flows = Flows::new(&accounts());
        let dues = |minor| Part { due: Some(DueKind::Dues), ..part(4, minor) };
        flows.add(&[part(0, 500), dues(-300), part(4, -200)], Course::Forth);
        flows.add(&[part(0, -500), dues(300), part(4, 200)], Course::Back);
        let flow = &flows.done()["CDF"];
        assert_eq!((flow.total_came(), flow.total_went()), (0, 0));
        assert_eq!(flow.came[&Category::Due(DueKind::Dues)], BTreeMap::from([(0, 0)]));
    }

    fn entry() -> impl Strategy<Value = (Vec<Part>, bool)> {
        let line = (0..14i64, -900..900i64, prop::option::of(prop::sample::select(DueKind::ALL)));
        let line = line.prop_map(|(at, minor, due)| Part { due: due.filter(|_| at == 4), ..part(at, minor) });
        (prop::collection::vec(line, 1..6), any::<bool>()).prop_map(|(mut parts, back)| {
            let rest: i64 = parts.iter().map(|part| part.minor).sum();
            parts.push(part(0, -rest));
            (parts, back)
        })
    }

    proptest! {
        /// Whatever is handed over, what it was for is told in full, in the currency in which it was owed.
        #[test]
        fn nothing_that_came_or_went_is_left_out(
            entries in prop::collection::vec((entry(), 1..900i64, any::<bool>(), any::<bool>()), 0..12),
        ) {
            let mut flows = Flows::new(&accounts());
            let mut told = 0;
            for ((mut parts, back), given, is_abroad, is_whole) in entries {
                if is_abroad {
                    // all of it in dollars, or only what no place in francs has given or got
                    if is_whole {
                        parts.retain(|part| part.account > 3);
                    }
                    let rest: i64 = parts.iter().map(|part| part.minor).sum();
                    parts.extend([part(exchange(), -rest), dollars(exchange(), -given), dollars(0, given)]);
                }
                let is_told = |part: &&Part| part.account > 3 && part.account != exchange();
                told -= parts.iter().filter(is_told).map(|part| part.minor).sum::<i64>();
                flows.add(&parts, if back { Course::Back } else { Course::Forth });
            }
            let flow = flows.done().remove("CDF").unwrap_or_default();
            prop_assert_eq!(flow.total_came() - flow.total_went(), told);
        }

        #[test]
        fn what_came_less_what_went_is_what_is_there(entries in prop::collection::vec(entry(), 0..12), opening in -500..500i64) {
            let accounts = accounts();
            let mut flows = Flows::new(&accounts);
            flows.open(&[Sum { account: 0, currency: "CDF".to_owned(), fund: 0, minor: opening }]);
            let mut there = ByPlace::from([(0, opening)]);
            for (parts, back) in &entries {
                flows.add(parts, if *back { Course::Back } else { Course::Forth });
                for part in parts.iter().filter(|part| part.account < 4) {
                    *there.entry(part.account).or_default() += part.minor;
                }
            }
            let flow = flows.done().remove("CDF").unwrap_or_default();
            for (place, minor) in there {
                prop_assert_eq!(flow.closing(place), minor);
            }
            prop_assert_eq!(flow.moved.values().sum::<i64>(), 0);
        }

        #[test]
        fn both_sides_of_a_balance_are_the_same(sums in prop::collection::vec((0..14i64, -900..900i64, 0..3i64), 0..20)) {
            let mut sums: Vec<Sum> = sums.into_iter()
                .map(|(account, minor, fund)| Sum { account, currency: "CDF".to_owned(), fund, minor }).collect();
            let rest = sums.iter().map(|sum| sum.minor).sum::<i64>();
            sums.push(Sum { account: 0, currency: "CDF".to_owned(), fund: 0, minor: -rest });
            for balance in balance(&sums, &accounts()).values() {
                prop_assert_eq!(balance.has(), balance.owes());
            }
            let surplus: i64 = income(&sums, &accounts()).values().map(Income::surplus).sum();
            let kept: i64 = balance(&sums, &accounts()).values().map(|balance| balance.surplus).sum();
            prop_assert_eq!(surplus, kept);
        }
    }
}
