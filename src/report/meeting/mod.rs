//! Papers about meetings.

pub mod words;
