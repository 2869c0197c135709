//! The rules of a cooperative, pure: no input or output, no SQL, no clock, no language.
//!
//! The date is always passed in; what a person must read comes back as a [`Text`], a key and its arguments, and
//! becomes words only in `crate::text`. Forms, the command line and the importer call the same functions.

pub mod account;
pub mod agenda;
pub mod amount;
pub mod birth;
pub mod book;
pub mod bylaws;
pub mod choice;
pub mod close;
pub mod command;
pub mod control;
pub mod count;
pub mod day;
pub mod due;
pub mod duplicate;
pub mod field;
pub mod filter;
pub mod fold;
pub mod founder;
pub mod guard;
pub mod ledger;
pub mod mandate;
pub mod meeting;
pub mod member;
pub mod merge;
pub mod minutes;
pub mod motion;
pub mod notice;
pub mod noun;
pub mod opening;
pub mod pairing;
pub mod paper_form;
pub mod payment;
pub mod person;
pub mod phone;
pub mod procedure;
pub mod proquint;
pub mod raise;
pub mod rate;
pub mod receipt;
pub mod roll;
pub mod rule;
pub mod savings;
pub mod search;
pub mod share;
pub mod signed;
pub mod signing;
pub mod sms;
pub mod sound;
pub mod statement;
pub mod takes;
pub mod text;
pub mod transfer;
pub mod user;
pub mod voucher;
pub mod work;

pub use text::{Arg, Text};
