//! Papers of meetings, and their records in words.

pub mod words;
