//! Receipts: the program's own series of each year, and books of numbered leaves that were written by hand.
//!
//! A number is given once and never taken away: what was wrong is void, a leaf that was spoilt stays with its number.

use super::{
    Text,
    account::Account,
    amount::Amount,
    book::codes,
    due::Due,
    fold::fold,
    member::full_name,
    noun::{Attribute, Entry, Noun, Owner, Remark, attribute, in_order},
    payment::Leaf,
    rate::Rate,
    takes::Takes,
};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

codes!(
    /// What became of a number.
    ReceiptState, "err-receipt-state", "receipt-state-",
    /// It was given to whoever paid.
    Issued = "issued",
    /// What it said does not hold.
    Void = "void",
    /// The leaf was spoilt: nothing was paid on it.
    Spoiled = "spoiled",
);

/// How a book of receipts is called that the program writes itself.
pub const OWN: &str = "own";
/// How one is called that is written by hand.
pub const HAND: &str = "hand";
/// The highest number of a leaf.
const MOST: u32 = 9_999_999;
/// The most leaves of one book: more is a typing error.
const LEAVES: i64 = 10_000;

/// A book of receipts.
pub static PAD: Noun = Noun {
    table: "pad",
    text_id: "noun-pad",
    heading: "heading-pads",
    owner: Owner::Nobody,
    attributes: &[
        attribute!(!"name", Takes::Text, "hint-pad-name"),
        attribute!("kind", Takes::Fixed("pad-kind-")),
        attribute!(!"first", Takes::Count(MOST), "hint-pad-first"),
        attribute!(!"last", Takes::Count(MOST)),
        attribute!("holder", Takes::Person, "hint-person"),
        Attribute { code: "given_on", label: "pad-given_on", takes: Takes::PastDay, required: false, hint: "hint-day" },
        attribute!("returned_on", Takes::PastDay, "hint-day"),
        attribute!("note", Takes::Lines),
    ],
    line: &["name", "holder", "first", "last"],
    check: check_pad,
};

/// Leaves run upwards; the names of years are those of the program's own series.
fn check_pad(pad: &Entry, _: NaiveDate) -> Vec<Remark> {
    let mut found: Vec<Remark> = in_order(pad, "given_on", "returned_on").into_iter().collect();
    let name = pad.get("name");
    if pad.get("kind") != OWN && name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit()) {
        found.push(("name", Text::new("err-pad-name").with("name", name), true));
    }
    if let (Ok(first), Ok(last)) = (pad.get("first").parse::<i64>(), pad.get("last").parse::<i64>())
        && !(first..first + LEAVES).contains(&last)
    {
        found.push(("last", Text::new("err-pad-leaves").with("most", LEAVES), true));
    }
    found
}

/// A new book that is written by hand.
pub fn new_pad() -> Entry {
    let mut pad = Entry::new(&PAD, ("", 0));
    pad.put("kind", HAND);
    pad.put("first", "1");
    pad
}

/// A receipt as it stands in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Identity in the book.
    pub id: i64,
    /// Its book or series.
    pub pad: i64,
    /// What that is called.
    pub series: String,
    /// Whether that is written by hand.
    pub is_hand: bool,
    /// Its number.
    pub number: i64,
    /// What became of it.
    pub state: ReceiptState,
    /// The entry of the ledger; none of a leaf that was spoilt.
    pub entry: Option<i64>,
    /// The member who paid.
    pub payer: Option<i64>,
    /// Number and name of that member.
    pub member: Option<(Option<i64>, [String; 3])>,
    /// Whoever paid who is no member, or who has brought it.
    pub by: String,
    /// The day on the receipt.
    pub received_on: NaiveDate,
    /// The day it was entered.
    pub entered_on: NaiveDate,
    /// The day on which it counts, when its own month was closed.
    pub late: Option<NaiveDate>,
    /// What was paid.
    pub amount: Option<Amount>,
    /// What was handed over, where that is something else.
    pub given: Option<Amount>,
    /// At which rate.
    pub rate: Option<Rate>,
    /// What was given back, in the currency that was paid.
    pub change: i64,
    /// Number of the message, the slip, the transfer.
    pub reference: String,
    /// When it became void, and why; of a spoilt leaf why.
    pub voided: (Option<NaiveDate>, String),
    /// How often it was printed.
    pub prints: u32,
}

impl Receipt {
    /// What it is called: `2026-0412`, `P7-0031`.
    pub fn name(&self) -> String {
        name(&self.series, self.number)
    }

    /// Who paid: the member, else the name that was given.
    pub fn who(&self) -> String {
        match &self.member {
            Some((number, [surname, post_name, given_name])) => {
                let number = number.map(super::member::show_number);
                let name = full_name(surname, post_name, given_name);
                number.into_iter().chain([name]).collect::<Vec<_>>().join(" ")
            }
            None => self.by.clone(),
        }
    }
}

/// A line of what a receipt says was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paid {
    /// Of whom: number and name; nobody for income from outside.
    pub member: Option<(i64, String)>,
    /// The amount owed that it pays.
    pub due: Option<Due>,
    /// Where it was booked.
    pub account: Account,
    /// How much.
    pub amount: Amount,
}

/// What a receipt is called: its series and its number.
pub fn name(series: &str, number: i64) -> String {
    format!("{series}-{number:04}")
}

/// Series and number of what a receipt is called; the figures alone are a number of the series of that `year`.
pub fn read_name(text: &str, year: i32) -> Option<(String, i64)> {
    let text = text.trim();
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.len() <= 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse().ok()).flatten()
    };
    if let Some(number) = number(text) {
        return Some((year.to_string(), number));
    }
    let at = text.rfind(['-', '/', ' ', '–'])?;
    let (series, digits) = text.split_at(at);
    let digits: String = digits.chars().skip(1).collect();
    Some((fold(series), number(&digits)?)).filter(|(series, _)| !series.is_empty())
}

/// The leaves of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaves {
    /// First and last number; the program's own series has no last.
    pub numbers: RangeInclusive<i64>,
    /// The numbers that are used, in order.
    pub used: Vec<i64>,
}

impl Leaves {
    /// The leaves that nobody has accounted for, below the highest that is used.
    pub fn gaps(&self) -> Vec<RangeInclusive<i64>> {
        let mut gaps = Vec::new();
        let mut next = *self.numbers.start();
        for number in &self.used {
            if *number > next {
                gaps.push(next..=number - 1);
            }
            next = next.max(number + 1);
        }
        gaps
    }

    /// How many leaves are missing.
    pub fn missing(&self) -> i64 {
        self.gaps().iter().map(|gap| gap.end() - gap.start() + 1).sum()
    }

    /// How many leaves nobody has come to.
    pub fn left(&self) -> i64 {
        self.numbers.end() - self.used.last().copied().unwrap_or(self.numbers.start() - 1)
    }

    /// The leaf behind the highest that is used; `None` when the book is full.
    pub fn next(&self) -> Option<i64> {
        let next = self.used.last().map_or(*self.numbers.start(), |last| last + 1);
        self.numbers.contains(&next).then_some(next)
    }

    /// Whether something can be written on a leaf.
    ///
    /// # Errors
    /// `err-leaf-outside` with the leaves there are, `err-leaf-used`.
    pub fn may_use(&self, leaf: Leaf, name: &str) -> Result<(), Text> {
        let text = |id| Text::new(id).with("number", leaf.number.to_string()).with("pad", name);
        if !self.numbers.contains(&leaf.number) {
            let (first, last) = (self.numbers.start().to_string(), self.numbers.end().to_string());
            return Err(text("err-leaf-outside").with("first", first).with("last", last));
        }
        if self.used.binary_search(&leaf.number).is_ok() {
            return Err(text("err-leaf-used"));
        }
        Ok(())
    }
}

/// Numbers and ranges of them as people read and type them: `31, 34–36`.
pub fn show_ranges(ranges: &[RangeInclusive<i64>]) -> String {
    let show = |range: &RangeInclusive<i64>| {
        let (first, last) = (range.start(), range.end());
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    ranges.iter().map(show).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn receipts_are_named_as_they_stand_on_paper() {
        assert_eq!(name("2026", 412), "2026-0412");
        let read = |text: &str| read_name(text, 2026);
        let is = |series: &str, number| Some((series.to_owned(), number));
        assert_eq!(read("2026-0412"), is("2026", 412));
        assert_eq!(read(" 412 "), is("2026", 412));
        assert_eq!(read("p7 31"), is("p7", 31));
        assert_eq!(read("P7/0031"), is("p7", 31));
        assert_eq!(read("Carnet B-7"), is("carnet b", 7));
        for text in ["", "-", "-5", "P7", "kabeya", "P7-x", "12345678"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn years_belong_to_the_program_and_books_have_an_end() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let ids = |name: &str, first: &str, last: &str| {
            let mut pad = new_pad();
            for (code, kept) in [("name", name), ("first", first), ("last", last)] {
                pad.put(code, kept);
            }
            pad.check(today).into_iter().map(|(_, text, _)| text.id).collect::<Vec<_>>()
        };
        assert!(ids("P7", "1", "50").is_empty());
        assert_eq!(ids("2027", "1", "50"), ["err-pad-name"]);
        assert_eq!(ids("P7", "50", "1"), ["err-pad-leaves"]);
        assert_eq!(ids("P7", "1", "900000"), ["err-pad-leaves"]);
    }

    #[test]
    fn numbers_that_follow_each_other_are_one() {
        assert_eq!(show_ranges(&[7..=7, 12..=14, 20..=20]), "7, 12–14, 20");
        assert_eq!(show_ranges(&[]), "");
    }

    proptest! {
        #[test]
        fn every_leaf_is_used_missing_or_still_to_come(
            first in 1i64..50, length in 1i64..60, used in prop::collection::btree_set(0i64..60, 0..30),
        ) {
            let numbers = first..=first + length - 1;
            let used: Vec<i64> = used.into_iter().map(|at| first + at).filter(|n| numbers.contains(n)).collect();
            let leaves = Leaves { numbers: numbers.clone(), used };
            prop_assert_eq!(leaves.used.len() as i64 + leaves.missing() + leaves.left(), length);
            let gaps = leaves.gaps();
            for number in numbers.clone() {
                let is_gap = gaps.iter().any(|gap| gap.contains(&number));
                let is_used = leaves.used.contains(&number);
                prop_assert!(!(is_gap && is_used));
                prop_assert_eq!(leaves.may_use(Leaf { pad: 1, number }, "P").is_ok(), !is_used);
            }
            let may_use = |number| leaves.may_use(Leaf { pad: 1, number }, "P").is_ok();
            prop_assert!(!may_use(first - 1) && !may_use(first + length));
            prop_assert!(leaves.next().is_none_or(may_use));
        }
    }
}
