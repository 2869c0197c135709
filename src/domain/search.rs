//! What somebody types to find a person: pieces that must all stand in the search key, in any order.
//!
//! Accents, case and punctuation do not matter. Numbers are found as people type them: in groups or in one, a telephone
//! with the country's code, with the leading zero, or with neither.

use super::{book::Country, fold::fold};

/// One piece of what was typed. It holds when one of its ways does; a way does when all its texts stand in the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The ways; each has at least one text, and no text is empty or holds anything but `a-z` and `0-9`.
    pub ways: Vec<Vec<String>>,
}

/// Words of digits that follow each other are also one number when they have at least this many digits together; and so
/// many must stand behind the two zeros that lead abroad: 0012 is a member.
const LONG: usize = 5;

impl Piece {
    /// Whether a search key has the piece.
    pub fn is_in(&self, key: &str) -> bool {
        self.ways.iter().any(|texts| texts.iter().all(|text| key.contains(text.as_str())))
    }
}

/// The pieces of what was typed; none when it has neither letter nor digit, which everybody matches.
pub fn pieces(typed: &str, country: Country) -> Vec<Piece> {
    let folded = fold(typed);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut pieces = Vec::new();
    for run in words.chunk_by(|a, b| is_number(a) && is_number(b)) {
        let whole = run.concat();
        if run.len() > 1 && whole.len() >= LONG {
            let mut ways = vec![run.iter().map(|word| (*word).to_owned()).collect()];
            ways.extend(numbers(&whole, country).into_iter().map(|number| vec![number]));
            pieces.push(Piece { ways });
        } else {
            pieces.extend(
                run.iter()
                    .map(|word| Piece { ways: numbers(word, country).into_iter().map(|text| vec![text]).collect() }),
            );
        }
    }
    pieces.dedup();
    pieces
}

/// A word, and, when it may be the beginning of a telephone number, that as the book keeps it.
fn numbers(word: &str, country: Country) -> Vec<String> {
    let (code, length) = country.phone();
    // numbers of ten digits keep their zero behind the country's code
    let national = word.strip_prefix('0').filter(|_| length < 10);
    let kept = match (word.strip_prefix("00"), national) {
        (Some(international), _) => Some(international.to_owned()).filter(|kept| kept.len() >= LONG),
        (None, Some(national)) if !national.is_empty() => Some(format!("{code}{national}")),
        (None, _) => None,
    };
    let kept = kept.filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()));
    [Some(word.to_owned()), kept].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: &str = "kabeya ngoyi eleonore\nluamuela f 12 0123 4567 89 0147 243812345678";

    fn finds(typed: &str) -> bool {
        pieces(typed, Country::Cd).iter().all(|piece| piece.is_in(KEY))
    }

    #[test]
    fn accents_case_order_and_punctuation_do_not_matter() {
        for typed in ["", " * ", "Éléo KAB", "kab -ele*", "\"ngoyi\"", "goy'i", "0147", "147", "F-12"] {
            assert!(finds(typed), "{typed}");
        }
        for typed in ["kabeyan", "x", "kab or x", "0148", "0012", "0001"] {
            assert!(!finds(typed), "{typed}");
        }
    }

    #[test]
    fn numbers_are_found_as_people_type_them() {
        for typed in [
            "0812345678",
            "081 234 5678",
            "81 234 56 78",
            "+243 81 234 5678",
            "00243812345678",
            "243812",
            "081",
            "08",
            "0123 4567 89",
            "123 4567",
        ] {
            assert!(finds(typed), "{typed}");
        }
        for typed in ["0912345678", "081 234 5679", "0813"] {
            assert!(!finds(typed), "{typed}");
        }
        let ivory = |typed| pieces(typed, Country::Ci).iter().all(|piece| piece.is_in("kone 2250712345678"));
        assert!(ivory("0712345678") && ivory("+225 07 12 34 56 78") && !ivory("0812345678"));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_gives_plain_texts(typed in "\\PC{0,30}") {
            for text in pieces(&typed, Country::Cd).iter().flat_map(|piece| piece.ways.iter().flatten()) {
                prop_assert!(!text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
            }
        }

        #[test]
        fn every_part_of_a_name_finds_it(from in 0usize..20, length in 1usize..9) {
            let name = &KEY[..21];
            let part = &name[from..(from + length).min(name.len())];
            prop_assert!(finds(part));
        }
    }
}
