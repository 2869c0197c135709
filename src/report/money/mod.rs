//! Papers about money. Pure: whoever calls has fetched the values.

pub mod closing;
pub mod confirmation;
pub mod control;
pub mod words;
