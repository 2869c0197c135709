//! The table of texts that the cells of a workbook of Excel 97 share.

use super::{CONTINUE, record};
use crate::import::sheet::MAX_TEXT;

/// The texts that cells share, one behind the other.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// One of them; blank when there is none.
    pub(super) fn get(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..*end as usize]
    }

    /// Whether there is more text than is read at all.
    pub(super) fn is_too_large(&self) -> bool {
        self.text.len() > MAX_TEXT
    }

    /// Reads the record at `at` and those that continue it, to where they are too large.
    pub(super) fn read(stream: &[u8], at: usize) -> Option<Self> {
        let first = record(stream, at)?;
        let mut pieces = Pieces { stream, data: first.data, at: 8, end: first.end };
        let mut strings = Self::default();
        while pieces.has_more() && !strings.is_too_large() {
            let length = usize::from(pieces.u16()?);
            let flags = pieces.byte()?;
            let runs = if flags & 8 == 8 { usize::from(pieces.u16()?) } else { 0 };
            let extra = if flags & 4 == 4 { usize::from(pieces.u16()?) | usize::from(pieces.u16()?) << 16 } else { 0 };
            pieces.letters(length, flags & 1 == 1, &mut strings.text)?;
            pieces.skip(runs * 4 + extra)?;
            strings.ends.push(strings.text.len() as u32);
        }
        Some(strings)
    }
}

/// The bytes of a record and of those that continue it.
struct Pieces<'s> {
    stream: &'s [u8],
    data: &'s [u8],
    at: usize,
    end: usize,
}

impl Pieces<'_> {
    fn has_more(&mut self) -> bool {
        while self.at >= self.data.len() {
            let Some(next) = record(self.stream, self.end).filter(|r| r.kind == CONTINUE) else { return false };
            (self.data, self.at, self.end) = (next.data, 0, next.end);
        }
        true
    }

    fn byte(&mut self) -> Option<u8> {
        self.has_more().then(|| self.data[self.at]).inspect(|_| self.at += 1)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from(self.byte()?) | u16::from(self.byte()?) << 8)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 && self.has_more() {
            let step = count.min(self.data.len() - self.at);
            self.at += step;
            count -= step;
        }
        (count == 0).then_some(())
    }

    /// Letters; where a record is continued amid a text, its first byte says anew how wide they are.
    fn letters(&mut self, mut count: usize, mut wide: bool, out: &mut String) -> Option<()> {
        let mut high = None;
        while count > 0 {
            if self.at >= self.data.len() {
                wide = self.byte()? & 1 == 1;
            }
            let unit = if wide { self.u16()? } else { u16::from(self.byte()?) };
            count -= 1;
            match char::decode_utf16(high.take().into_iter().chain([unit])).next() {
                Some(Ok(letter)) => out.push(letter),
                Some(Err(_)) if (0xD800..0xDC00).contains(&unit) => high = Some(unit),
                _ => out.push(char::REPLACEMENT_CHARACTER),
            }
        }
        Some(())
    }
}
