//! Motions.

use crate::tui::screen::{Cx, Flow};

/// The form of a new motion.
pub fn begin(_meeting: i64, _item: i64, _cx: &Cx) -> anyhow::Result<Flow> {
    Ok(Flow::Stay)
}

/// The vote on a motion.
pub fn vote(_motion: i64, _cx: &Cx) -> anyhow::Result<Flow> {
    Ok(Flow::Stay)
}
