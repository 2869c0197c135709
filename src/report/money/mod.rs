//! Papers about money. Pure: whoever calls has fetched what stands on them.

pub mod option;
pub mod receipt;
pub mod words;
