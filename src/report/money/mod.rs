//! Papers about money. Pure: whoever calls has fetched what stands on them.

pub mod closing;
pub mod confirmation;
pub mod control;
pub mod option;
pub mod receipt;
pub mod words;
