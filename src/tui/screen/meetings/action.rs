//! Actions.

use crate::tui::screen::{Cx, Flow};

/// The form of a new action.
pub fn begin(_meeting: i64, _item: Option<i64>, _cx: &Cx) -> anyhow::Result<Flow> {
    Ok(Flow::Stay)
}
