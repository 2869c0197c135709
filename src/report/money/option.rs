//! What can be said of a paper about money before it is made.

use crate::{
    domain::{
        Text,
        choice::{Choices, choices},
        noun::{Attribute, Entry},
        statement::Period,
        takes::Takes,
    },
    report::member::option::{self, option},
};
use chrono::NaiveDate;

/// Sizes of a poster.
pub static SIZES: Choices = choices!("paper-size-";
    "a4" => [],
    "a3" => [],
);

/// From when to when: a year, a month, or two days.
pub const PERIOD: Attribute = option("period", "paper-option-period", Takes::Text, "paper-hint-period");
/// Only one currency.
pub const CURRENCY: Attribute = option("currency", "paper-option-currency", Takes::Currency, "paper-hint-all");
/// Only one fund.
pub const FUND: Attribute = option("fund", "field-fund", Takes::Fund, "paper-hint-all");
/// How large a poster is.
pub const SIZE: Attribute = option("size", "paper-option-size", Takes::One(SIZES), "");

/// On which paper a receipt is printed.
pub static SHAPES: Choices = choices!("paper-shape-";
    "a4" => ["tiers", "thirds"],
    "48" => ["80 mm"],
    "32" => ["58 mm"],
);

/// Which receipt, as it is called: `2026-0412`, or `412` of this year.
pub const NUMBER: Attribute =
    Attribute { required: true, ..option("number", "paper-option-number", Takes::Text, "paper-hint-number") };
/// On which paper.
pub const SHAPE: Attribute = option("shape", "paper-option-shape", Takes::One(SHAPES), "");
/// How many times: for whoever paid, for the cooperative.
pub const TIMES: Attribute = option("times", "paper-option-times", Takes::Count(3), "");
/// Only what should have been paid so many days ago and more.
pub const OVER: Attribute = option("over", "paper-option-over", Takes::Count(3_650), "paper-hint-over");
/// Which slip: its number, `2026-017` or `17` of this year.
pub const SLIP: Attribute = Attribute { hint: "paper-hint-slip", ..NUMBER };
/// Which account, by its name.
pub const ACCOUNT: Attribute = option("account", "paper-option-account", Takes::Text, "hint-account");
/// Which transfer.
pub const TRANSFER: Attribute = option("transfer", "paper-option-transfer", Takes::Count(u32::MAX), "");

/// Rules across options.
pub fn check(options: &Entry, today: NaiveDate) -> Vec<(&'static str, Text, bool)> {
    let mut found = option::check(options, today);
    found.extend(Period::parse(options.get("period"), today).err().map(|text| ("period", text, true)));
    found
}
