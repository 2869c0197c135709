//! Text cells that a spreadsheet program would take for a formula.
//!
//! The export puts an apostrophe before them, the import takes it off again; the two are inverses of each other.

/// Whether a spreadsheet program would calculate a cell with this text. Apostrophes in front are looked through, so
/// that a text that really begins with an apostrophe and `=` comes back with it.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// The text as it is written into a cell.
pub fn guard(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that [`guard`] was given, when it put an apostrophe before it.
pub fn guarded(cell: &str) -> Option<&str> {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_calculated() {
        for text in ["=1+1", "+243812345678", "-5", "@sum(a)", "\t=1", "'=1", "''=1"] {
            assert_eq!(guard(text), format!("'{text}"));
        }
        for text in ["", "N'Guessan", "'", "'tis", "1-2", "a@b.cd"] {
            assert_eq!((guard(text).as_str(), guarded(text)), (text, None));
        }
    }

    proptest! {
        #[test]
        fn the_two_are_inverses(text in "['=+@a-]{0,5}\\PC{0,5}") {
            let cell = guard(&text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@']));
            prop_assert_eq!(guarded(&cell).unwrap_or(&cell), text);
        }
    }
}
