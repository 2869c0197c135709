//! Meetings: bodies and who holds office in them.

pub mod mandate;
pub mod organ;
pub mod organs;
pub mod page;
