//! Values of the domain as lists and papers. Pure: whoever calls has fetched them.

pub mod json;
pub mod roster;
pub mod table;
