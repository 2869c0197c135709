//! A spreadsheet of members becomes a part of the register: choose the file, look, correct, write.

pub mod columns;
mod mapping;
pub mod pick;
pub mod preview;
mod reading;

pub use reading::Roster;
