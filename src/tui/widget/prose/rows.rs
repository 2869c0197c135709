//! Where the rows of a paragraph begin when it is broken at blanks to a number of columns.
//!
//! How a row is broken follows from what stands behind its beginning and from nothing before. So a change is broken anew
//! from two rows before it to where a row begins at a place at which one began already; the rest only moves.

use crate::domain::fold::is_unsafe;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The bytes at which rows begin, the first of them 0.
pub fn all(text: &str, width: usize) -> Vec<u32> {
    let mut rows = vec![0];
    let mut start = 0;
    while let Some(next) = following(text, start, width) {
        rows.push(next as u32);
        start = next;
    }
    rows
}

/// Brings rows up to date after the bytes from `from` to `old` have become those from `from` to `new`.
pub fn change(rows: &mut Vec<u32>, text: &str, width: usize, from: usize, (old, new): (usize, usize)) {
    // a blank that goes lets a word up into the row before, a wide letter at most one row further
    let kept = of(rows, from).saturating_sub(2);
    let (mut start, mut fresh) = (rows[kept] as usize, Vec::new());
    let mut rest = rows.len();
    while let Some(next) = following(text, start, width) {
        if next >= new
            && let Ok(same) = rows.binary_search(&((next - new + old) as u32))
        {
            rest = same;
            break;
        }
        fresh.push(next as u32);
        start = next;
    }
    for row in &mut rows[rest..] {
        *row = *row - old as u32 + new as u32;
    }
    if rest > kept {
        rows.splice(kept + 1..rest, fresh);
    } else {
        // what was put before the first row fills rows of its own
        rows.splice(0..0, std::iter::once(0).chain(fresh));
    }
}

/// The row in which a byte stands.
pub fn of(rows: &[u32], at: usize) -> usize {
    rows.partition_point(|start| *start as usize <= at).saturating_sub(1)
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

    fn rows(text: &str, width: usize) -> Vec<&str> {
        let starts = all(text, width);
        let ends = starts.iter().skip(1).map(|end| *end as usize).chain([text.len()]);
        starts.iter().zip(ends).map(|(start, end)| &text[*start as usize..end]).collect()
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
            text in "[ab日é\u{301} ]{0,60}", piece in "[ab日é\u{301} ]{0,9}", at in 0..99usize, cut in 0..9usize, width in 2..9usize,
        ) {
            let place = |at: usize| text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(at % (text.chars().count() + 1)).unwrap();
            let (from, to) = (place(at), place(at + cut));
            let (from, to) = (from.min(to), from.max(to));
            let mut found = all(&text, width);
            let mut changed = text.clone();
            changed.replace_range(from..to, &piece);
            change(&mut found, &changed, width, from, (to, from + piece.len()));
            prop_assert_eq!(found, all(&changed, width));
        }
    }
}
