//! What screens are made of; nothing here knows of members or money.

pub mod choice;
pub mod draft;
pub mod facts;
pub mod form;
pub mod line;
pub mod list;
pub mod page;
pub mod table;
