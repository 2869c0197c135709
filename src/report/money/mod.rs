//! Papers about money. Pure: whoever calls has fetched what stands on them.

pub mod bank;
pub mod deposit;
pub mod option;
pub mod receipt;
pub mod slip;
pub mod words;
