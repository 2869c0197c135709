//! Papers about money: accounts, statements, the poster for the wall.

pub mod words;
