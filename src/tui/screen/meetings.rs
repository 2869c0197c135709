//! Meetings.

pub mod action;
pub mod editor;
pub mod motion;
pub mod search;
pub mod sign;
