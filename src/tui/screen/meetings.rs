//! Meetings.

pub mod editor;
pub mod search;
pub mod sign;
