//! Frozen minutes.

use super::{Reader, Result};

impl Reader {
    /// The witness words of the minutes of a meeting; empty before they are frozen.
    pub fn minutes_words(&self, _meeting: i64) -> Result<String> {
        Ok(String::new())
    }
}
