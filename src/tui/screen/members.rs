//! The register of members.

pub mod admit;
pub mod bulk;
pub mod columns;
pub mod detail;
mod distinct;
pub mod export;
mod fields;
pub mod filter;
pub mod form;
pub mod list;
mod merge;
pub mod pairs;
mod pile;
pub mod place;
pub mod status;
pub mod summary;

use super::Cx;
use crate::{command, store, tui::keymap::Cmd};

/// Whether whoever sits here may do to members what a key asks for.
fn permit(cmd: Cmd, cx: &Cx) -> store::Result<()> {
    match cmd {
        Cmd::New => cx.permit(&command::member::ADD),
        Cmd::Edit => cx.permit(&command::member::EDIT),
        Cmd::Archive => cx.permit(&command::member::STATUS),
        Cmd::Bulk => cx.permit(&command::bulk::BULK),
        Cmd::Import => cx.permit(&command::import::IMPORT),
        _ => Ok(()),
    }
}
