//! Where the rows of a paragraph begin when it is broken at blanks to a number of columns.
//!
//! How a row is broken follows from what stands behind its beginning and from nothing before. So a change is broken anew
//! from two rows before it to where a row begins at a place at which one began already; the rest only moves. Where that
//! takes long, the rest is forgotten until it is seen: a change costs so many rows at most, however long the paragraph.

use crate::domain::fold::is_unsafe;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many rows a change breaks anew at most.
const AHEAD: usize = 8;

/// The rows of a paragraph as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The bytes at which they begin, the first of them 0; none before the paragraph is first seen.
    starts: Vec<u32>,
    /// Whether the last of them is the last of the paragraph.
    is_whole: bool,
}

impl Rows {
    /// How many are known.
    pub const fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether none is known yet.
    pub const fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Forgets them: the text or the width is another.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Where a row begins; `None` behind those that are known.
    pub fn start(&self, row: usize) -> Option<usize> {
        self.starts.get(row).map(|start| *start as usize)
    }

    /// The row in which a byte stands.
    pub fn of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= at).saturating_sub(1)
    }

    /// Breaks rows until this one is known, or there are no more.
    pub fn know(&mut self, text: &str, width: usize, row: usize) {
        self.extend(text, width, |rows| rows.starts.len() > row);
    }

    /// Breaks rows until the one of a byte is known.
    pub fn reach(&mut self, text: &str, width: usize, at: usize) {
        self.extend(text, width, |rows| rows.starts.last().is_some_and(|start| *start as usize > at));
    }

    fn extend(&mut self, text: &str, width: usize, is_enough: impl Fn(&Self) -> bool) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        while !self.is_whole && !is_enough(self) {
            let last = self.starts.last().map_or(0, |start| *start as usize);
            match following(text, last, width) {
                Some(next) => self.starts.push(next as u32),
                None => self.is_whole = true,
            }
        }
    }

    /// Brings them up to date after the bytes from `from` to `old` have become those from `from` to `new`.
    pub fn change(&mut self, text: &str, width: usize, from: usize, (old, new): (usize, usize)) {
        // a blank that goes lets a word up into the row before, a wide letter at most one row further
        let kept = self.of(from).saturating_sub(2);
        let (mut start, mut fresh) = (self.starts[kept] as usize, Vec::new());
        let most = self.of(from) + AHEAD - kept;
        let same = loop {
            let Some(next) = following(text, start, width) else {
                self.is_whole = true;
                break None;
            };
            if next >= new
                && let Ok(same) = self.starts.binary_search(&((next - new + old) as u32))
            {
                break Some(same);
            }
            if fresh.len() == most {
                self.is_whole = false;
                break None;
            }
            fresh.push(next as u32);
            start = next;
        };
        let Some(same) = same else {
            self.starts.truncate(kept + 1);
            self.starts.append(&mut fresh);
            return;
        };
        for start in &mut self.starts[same..] {
            *start = *start - old as u32 + new as u32;
        }
        if same > kept {
            self.starts.splice(kept + 1..same, fresh);
        } else {
            // what was put before the first row fills rows of its own
            self.starts.splice(0..0, std::iter::once(0).chain(fresh));
        }
    }
}

/// Where the row behind the one that begins at `start` begins. Blanks hang over the edge, a longer word is broken.
fn following(text: &str, start: usize, width: usize) -> Option<usize> {
    let (mut at, mut used, mut word) = (start, 0, start);
    while at < text.len() {
        let (len, columns) = cluster(text, at);
        let is_blank = len == 1 && text.as_bytes()[at] == b' ';
        if !is_blank && used + columns > width && at > start {
            return Some(if word > start { word } else { at });
        }
        used += columns;
        at += len;
        if is_blank {
            word = at;
        }
    }
    None
}

/// Bytes and columns of what a reader sees as one letter.
pub fn cluster(text: &str, at: usize) -> (usize, usize) {
    // nothing that begins with such a byte joins the letter before it: most letters are looked at no closer
    let stands_apart = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii() || (0xc3..=0xc8).contains(byte));
    let bytes = text.as_bytes();
    match bytes[at] {
        b' '..=b'~' if stands_apart(bytes.get(at + 1)) => (1, 1),
        0xc3..=0xc8 if stands_apart(bytes.get(at + 2)) => (2, 1),
        _ => {
            let letter = text[at..].graphemes(true).next().unwrap_or_default();
            let columns = if letter.contains(is_unsafe) { letter.chars().count() } else { letter.width() };
            (letter.len(), columns)
        }
    }
}

/// How many columns a piece of a row takes.
pub fn columns(text: &str) -> usize {
    let (mut at, mut used) = (0, 0);
    while at < text.len() {
        let (len, columns) = cluster(text, at);
        at += len;
        used += columns;
    }
    used
}

/// The byte of a piece of a row that stands at a column, or the last one before.
pub fn byte_at(text: &str, column: usize) -> usize {
    let (mut at, mut used) = (0, 0);
    while at < text.len() {
        let (len, columns) = cluster(text, at);
        used += columns;
        if used > column {
            break;
        }
        at += len;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str, width: usize) -> Rows {
        let mut rows = Rows::default();
        rows.know(text, width, usize::MAX);
        rows
    }

    fn rows(text: &str, width: usize) -> Vec<&str> {
        let rows = all(text, width);
        let ends = rows.starts.iter().skip(1).map(|end| *end as usize).chain([text.len()]);
        rows.starts.iter().zip(ends).map(|(start, end)| &text[*start as usize..end]).collect()
    }

    #[test]
    fn rows_break_behind_blanks_and_long_words_where_they_must() {
        assert_eq!(rows("", 5), [""]);
        assert_eq!(rows("one two three", 7), ["one two ", "three"]);
        assert_eq!(rows("one     two", 4), ["one     ", "two"]);
        assert_eq!(rows("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(rows("e\u{301}e\u{301}日本", 3), ["e\u{301}e\u{301}", "日", "本"]);
        assert_eq!(rows("日", 1), ["日"]);
    }

    proptest! {
        #[test]
        fn a_change_is_broken_as_if_all_were(
            text in "[ab日é\u{301} ]{0,120}", piece in "[ab日é\u{301} ]{0,9}", at in 0..199usize, cut in 0..9usize, width in 2..9usize,
            known in 0..99usize,
        ) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let place = |at: usize| places[at % places.len()];
            let (from, to) = (place(at).min(place(at + cut)), place(at).max(place(at + cut)));
            let mut found = Rows::default();
            found.know(&text, width, known);
            let mut changed = text.clone();
            changed.replace_range(from..to, &piece);
            found.change(&changed, width, from, (to, from + piece.len()));
            let whole = all(&changed, width);
            prop_assert_eq!(&found.starts[..], &whole.starts[..found.len()]);
            prop_assert!(!found.is_whole || found == whole);
            found.know(&changed, width, usize::MAX);
            prop_assert_eq!(found, whole);
        }
    }
}
