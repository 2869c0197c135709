//! Papers about money, and its words. Pure: whoever calls has fetched what stands on them.

pub mod arrears;
pub mod bank;
pub mod deposit;
pub mod option;
pub mod receipt;
pub mod reminder;
pub mod share;
pub mod slip;
pub mod words;
