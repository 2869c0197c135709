//! Motions and actions of meetings.

use super::{Reader, Result};
use crate::domain::{
    meeting::{ACTION, MOTION},
    motion::Motion,
    noun::Entry,
};

impl Reader {
    /// The motions of a meeting, in order.
    pub fn motions(&self, meeting: i64) -> Result<Vec<Motion>> {
        let entries = self.entries(&MOTION, ("meeting", meeting))?.into_iter();
        let motion = |entry| Motion {
            entry,
            conflicts: Vec::new(),
            amendments: Vec::new(),
            put: String::new(),
            taken: None,
            withdrawn: None,
        };
        Ok(entries.map(motion).collect())
    }

    /// The actions of a meeting.
    pub fn actions(&self, meeting: i64) -> Result<Vec<Entry>> {
        self.entries(&ACTION, ("meeting", meeting))
    }

    /// What was still to be done before a meeting of a body.
    pub fn open_actions(&self, _organ: i64, _before: i64) -> Result<Vec<Entry>> {
        Ok(Vec::new())
    }
}
