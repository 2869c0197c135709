//! What can be said of a paper about a meeting before it is made.

use crate::{
    domain::{noun::Attribute, takes::Takes},
    report::member::option::{YES_NO, option},
};

/// Which meeting: its number in the minute book, its day, `last` or `next`.
pub const MEETING: Attribute = option("meeting", "paper-option-meeting", Takes::Text, "paper-hint-meeting");
/// Of which body.
pub const BODY: Attribute = option("body", "paper-option-body", Takes::Organ, "hint-proposals");
/// Which motion.
pub const MOTION: Attribute = option("motion", "paper-option-motion", Takes::Count(1000), "");
/// Which year.
pub const YEAR: Attribute = option("year", "paper-option-year", Takes::Year, "");
/// Whether it is certified as a copy of what was signed.
pub const COPY: Attribute = option("copy", "paper-option-copy", Takes::One(YES_NO), "");
