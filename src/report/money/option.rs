//! What can be said of a paper about money before it is made.

use crate::{
    domain::{
        choice::{Choices, choices},
        noun::Attribute,
        takes::Takes,
    },
    report::member::option::option,
};

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
