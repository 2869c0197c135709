//! Every command: what it refuses, what it writes, and that its undo leads back to the start.

mod acts;
mod bulk;
mod bylaw;
mod close;
mod corpus;
mod due;
mod import;
mod ledger;
mod money;
mod motion;
mod opening;
mod payment;
mod rule;
mod savings;
mod undo;
mod user;
mod voucher;
