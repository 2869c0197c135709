//! JSON that never stands in memory as a whole.

use serde::Serialize;
use std::io::{self, Write};

/// An array that is written element by element, each on a line of its own.
pub struct Array<W: Write> {
    out: W,
    count: usize,
}

impl<W: Write> Array<W> {
    /// Begins an array.
    pub const fn new(out: W) -> Self {
        Self { out, count: 0 }
    }

    /// One more element.
    pub fn push(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(self.element()?, value).map_err(io::Error::from)
    }

    /// Where to write one more element in pieces.
    pub fn element(&mut self) -> io::Result<&mut W> {
        self.out.write_all(if self.count == 0 { b"[\n" } else { b",\n" })?;
        self.count += 1;
        Ok(&mut self.out)
    }

    /// Ends the array; returns how many elements it has.
    pub fn finish(mut self) -> io::Result<usize> {
        self.out.write_all(if self.count == 0 { b"[]\n" } else { b"\n]\n" })?;
        Ok(self.count)
    }
}
