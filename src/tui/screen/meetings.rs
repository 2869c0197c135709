//! Meetings.

pub mod roll;
