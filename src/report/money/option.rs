//! What can be said of a paper about money before it is made.

use crate::{
    domain::{noun::Attribute, takes::Takes},
    report::member::option::option,
};

/// Only what should have been paid so many days ago and more.
pub const OVER: Attribute = option("over", "paper-option-over", Takes::Count(3_650), "paper-hint-over");
