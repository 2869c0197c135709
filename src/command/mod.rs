//! What a user can do: one function and one record per command. The screens and the command line call these, and only
//! these call [`Store::act`](crate::store::Store::act).
//!
//! A record says who may, how the act is taken back, and whether a PIN must have been shown; the store asks it before
//! anything is written. Rules of the domain are asked here, so that every way in obeys the same ones.

pub mod act;
pub mod action;
pub mod book;
pub mod bulk;
pub mod bylaw;
pub mod close;
pub mod coop;
pub mod cosign;
pub mod count;
pub mod demo;
pub mod due;
pub mod entry;
pub mod export;
pub mod founder;
pub mod import;
pub mod ledger;
pub mod mapping;
pub mod meeting;
pub mod member;
pub mod merge;
pub mod minutes;
pub mod motion;
pub mod opening;
pub mod paper;
pub mod payment;
pub mod place;
pub mod procedure;
pub mod receipt;
pub mod roll;
pub mod savings;
pub mod share;
pub mod transfer;
pub mod user;
pub mod voucher;

use crate::{
    domain::{command::Command, user::Role},
    store,
};

/// Every command that leaves an act.
pub static COMMANDS: &[&Command] = &[
    &store::CREATE,
    &store::MIGRATE,
    &store::RESTORE,
    &act::UNDO,
    &act::REDO,
    &coop::EDIT,
    &member::ADD,
    &member::FORM,
    &member::EDIT,
    &member::ADMIT,
    &member::VALIDATE,
    &member::STATUS,
    &member::ARCHIVE,
    &place::MOVE,
    &bulk::BULK,
    &merge::MERGE,
    &merge::DISTINCT,
    &import::IMPORT,
    &entry::SAVE,
    &entry::SET_UP,
    &entry::REMOVE,
    &procedure::OPEN,
    &minutes::WRITE,
    &minutes::FREEZE,
    &minutes::TAKE_BACK,
    &minutes::SIGN,
    &minutes::CORRECT,
    &motion::SAVE,
    &motion::VOTE,
    &motion::WITHDRAW,
    &action::SAVE,
    &action::SETTLE,
    &bylaw::SAVE,
    &bylaw::REMOVE,
    &meeting::BEGIN,
    &meeting::CALL,
    &meeting::AGAIN,
    &meeting::EDIT,
    &meeting::AGENDA,
    &meeting::OPEN,
    &meeting::CLOSE,
    &meeting::DROP,
    &founder::ADD,
    &founder::ORDER,
    &founder::REMOVE,
    &roll::ARRIVE,
    &roll::LEAVE,
    &roll::EXCUSE,
    &roll::ABSENT,
    &roll::PROXY,
    &roll::WITHDRAW,
    &roll::ALL,
    &roll::ADD,
    &ledger::REVERSE,
    &opening::WRITE,
    &savings::CYCLE,
    &savings::MEET,
    &savings::LEND,
    &savings::AID,
    &savings::SHARE_OUT,
    &due::RAISE,
    &due::ENTRY,
    &due::ADD,
    &due::WAIVE,
    &due::APPLY,
    &share::SUBSCRIBE,
    &share::TRANSFER,
    &share::INHERIT,
    &share::REFUND,
    &payment::RECEIVE,
    &payment::OPEN,
    &payment::CLOSE,
    &receipt::SPOIL,
    &receipt::PRINT,
    &voucher::PROPOSE,
    &voucher::CHANGE,
    &voucher::ANSWER,
    &voucher::PAY,
    &voucher::VOID,
    &transfer::SEND,
    &transfer::ARRIVE,
    &count::SAVE,
    &count::BOOK,
    &close::CASH,
    &close::MONTH,
    &close::YEAR,
    &close::REOPEN,
    &user::ADD,
    &user::ROLE,
    &user::REMOVE,
    &user::SYSTEM,
    &user::MEMBER,
    &user::PIN,
    &demo::FILL,
    &demo::MEET,
    &demo::EARN,
    &demo::CLOSE,
];

/// The command of that name.
pub fn find(id: &str) -> Option<&'static Command> {
    COMMANDS.iter().copied().find(|command| command.id == id)
}

/// Whoever keeps the register.
const REGISTER: &[Role] = &[Role::Secretary, Role::Clerk];
/// Whoever answers for it.
const SECRETARY: &[Role] = &[Role::Secretary];
/// Whoever keeps the money.
const TREASURY: &[Role] = &[Role::Treasurer];
/// Whoever may write down what is asked of the money and what is said to it.
const OFFICE: &[Role] = &[Role::Treasurer, Role::Secretary, Role::Clerk];
/// Whoever answers for the register and whoever keeps the money: the one looks over the shoulder of the other.
const KEEPERS: &[Role] = &[Role::Treasurer, Role::Secretary];
/// Only the administrator, who may everything.
const ADMIN: &[Role] = &[Role::Admin];
/// Everybody the book knows.
const EVERYBODY: &[Role] = Role::ALL;

#[cfg(test)]
mod tests;
