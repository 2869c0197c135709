//! Text in columns of equal width.

use crate::{domain::fold::is_unsafe, report::block::Align};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A text with blanks, so that it takes so many columns.
pub fn pad(text: &str, columns: usize, align: Align) -> String {
    let spare = columns.saturating_sub(width(text));
    let before = match align {
        Align::Left => 0,
        Align::Centre => spare / 2,
        Align::Right => spare,
    };
    format!("{}{text}{}", " ".repeat(before), " ".repeat(spare - before))
}

/// A text in lines of at most so many columns, at least one: broken between words, and within a word only when it is
/// wider than a line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, columns.max(1))).collect()
}

fn wrap_paragraph(paragraph: &str, columns: usize) -> Vec<String> {
    let safe: String = paragraph.chars().filter(|c| !is_unsafe(*c)).collect();
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in pieces(&safe) {
        let wide = width(word.trim_end_matches(' '));
        if used > 0 && used + wide > columns {
            lines.push(String::new());
            used = 0;
        }
        if used == 0 && wide > columns {
            // a letter with signs that are wider than the line goes in its parts
            let parts = |letter| {
                if width(letter) > columns { letter.split("").collect() } else { vec![letter] }
            };
            for letter in word.trim_end_matches(' ').graphemes(true).flat_map(parts) {
                if used > 0 && used + width(letter) > columns {
                    lines.push(String::new());
                    used = 0;
                }
                lines.last_mut().expect("one line at least").push_str(letter);
                used += width(letter);
            }
            let blanks = &word[word.trim_end_matches(' ').len()..];
            lines.last_mut().expect("one line at least").push_str(blanks);
            used += blanks.len();
        } else {
            lines.last_mut().expect("one line at least").push_str(word);
            used += width(word);
        }
    }
    lines.into_iter().map(|line| line.trim_end_matches(' ').to_owned()).collect()
}

/// Pieces after which a line may end: words with the blanks behind them, and parts of words that end in a hyphen; the
/// stroke of a date or a month stays with its figures.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let goes_on =
            |at: usize| rest[at..].starts_with('/') && rest[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        let end =
            rest.match_indices([' ', '-', '/']).find(|(at, _)| !goes_on(*at)).map_or(rest.len(), |(at, _)| at + 1);
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_between_words() {
        assert_eq!(wrap("un deux trois", 8), ["un deux", "trois"]);
        assert_eq!(wrap("Tshikapa-Nord", 10), ["Tshikapa-", "Nord"]);
        assert_eq!(wrap("Cotisation 01/2026", 14), ["Cotisation", "01/2026"], "a month stays whole");
        assert_eq!(wrap("a\n\nb", 8), ["a", "", "b"]);
        assert_eq!(wrap("Kabɛ́wɛ Mwɔ̃ba", 6), ["Kabɛ́wɛ", "Mwɔ̃ba"]);
        assert_eq!(wrap("abcdefgh ij", 5), ["abcde", "fgh", "ij"]);
        assert_eq!(wrap("", 5), [""]);
        // one letter to the eye, three columns to the terminal
        assert_eq!(wrap("\u{1f1e6}\u{9be}\u{9cb}", 2).concat(), "\u{1f1e6}\u{9be}\u{9cb}");
        assert_eq!(wrap("a\u{1b}[2Jb", 9), ["a[2Jb"]);
    }

    #[test]
    fn blanks_fill_up_columns() {
        assert_eq!(pad("ɛ́é", 4, Align::Right), "  ɛ́é");
        assert_eq!(pad("ab", 5, Align::Centre), " ab  ");
        assert_eq!(pad("abc", 2, Align::Left), "abc");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_lost(text in "\\PC{0,60}", columns in 2usize..40) {
            let lines = wrap(&text, columns);
            let kept = |text: &str| text.chars().filter(|c| *c != ' ' && !is_unsafe(*c)).collect::<String>();
            prop_assert_eq!(kept(&lines.concat()), kept(&text));
            for line in lines {
                prop_assert!(width(&line) <= columns, "{line:?}");
            }
        }
    }
}
