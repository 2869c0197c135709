//! Papers: which one, what is said of it, how it will look, and how it leaves the program.

pub mod choose;
mod draft;
pub mod preview;
mod save;
