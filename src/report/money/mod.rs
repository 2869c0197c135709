//! Papers about money, and its words. Pure: whoever calls has fetched what stands on them.

pub mod savings;
