//! The register of members.

pub mod detail;
pub mod export;
mod fields;
pub mod form;
pub mod list;
pub mod status;

use super::Cx;
use crate::{command, store, tui::keymap::Cmd};

/// Whether whoever sits here may do to members what a key asks for.
fn permit(cmd: Cmd, cx: &Cx) -> store::Result<()> {
    match cmd {
        Cmd::New => cx.permit(&command::member::ADD),
        Cmd::Edit => cx.permit(&command::member::EDIT),
        Cmd::Archive => cx.permit(&command::member::STATUS),
        Cmd::Import => cx.permit(&command::import::IMPORT),
        _ => Ok(()),
    }
}
