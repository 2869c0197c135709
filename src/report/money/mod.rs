//! Papers about money, and its words. Pure: whoever calls has fetched what stands on them.

pub mod option;
pub mod receipt;
pub mod savings;
pub mod words;
