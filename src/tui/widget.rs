//! What screens are made of; nothing here knows of members or money.

pub mod bars;
pub mod choice;
pub mod columns;
pub mod draft;
pub mod facts;
pub mod filters;
pub mod form;
pub mod gauge;
pub mod keep;
pub mod line;
pub mod list;
pub mod narrowing;
pub mod page;
pub mod prose;
pub mod sets;
pub mod sides;
pub mod spine;
pub mod table;
