//! What can be said of a paper about money before it is made.

use crate::{
    domain::{noun::Attribute, takes::Takes},
    report::member::option::option,
};

/// Which slip: its number, `2026-017` or `17` of this year.
pub const NUMBER: Attribute = option("number", "paper-option-number", Takes::Text, "paper-hint-slip");
/// Which account, by its name.
pub const ACCOUNT: Attribute = option("account", "paper-option-account", Takes::Text, "hint-account");
/// Which transfer.
pub const TRANSFER: Attribute = option("transfer", "paper-option-transfer", Takes::Count(u32::MAX), "");
