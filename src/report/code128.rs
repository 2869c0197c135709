//! Code 128 (ISO/IEC 15417): a text as bars.
//!
//! A symbol is six widths, bar and gap in turn, eleven modules together; the last has seven and thirteen. Pairs of digits
//! take one symbol in set C, everything else one for each character in set B.

/// The widths of each symbol, by its value.
const SYMBOLS: [&[u8; 6]; 106] = [
    b"212222", b"222122", b"222221", b"121223", b"121322", b"131222", b"122213", b"122312", b"132212", b"221213",
    b"221312", b"231212", b"112232", b"122132", b"122231", b"113222", b"123122", b"123221", b"223211", b"221132",
    b"221231", b"213212", b"223112", b"312131", b"311222", b"321122", b"321221", b"312212", b"322112", b"322211",
    b"212123", b"212321", b"232121", b"111323", b"131123", b"131321", b"112313", b"132113", b"132311", b"211313",
    b"231113", b"231311", b"112133", b"112331", b"132131", b"113123", b"113321", b"133121", b"313121", b"211331",
    b"231131", b"213113", b"213311", b"213131", b"311123", b"311321", b"331121", b"312113", b"312311", b"332111",
    b"314111", b"221411", b"431111", b"111224", b"111422", b"121124", b"121421", b"141122", b"141221", b"112214",
    b"112412", b"122114", b"122411", b"142112", b"142211", b"241211", b"221114", b"413111", b"241112", b"134111",
    b"111242", b"121142", b"121241", b"114212", b"124112", b"124211", b"411212", b"421112", b"421211", b"212141",
    b"214121", b"412121", b"111143", b"111341", b"131141", b"114113", b"114311", b"411113", b"411311", b"113141",
    b"114131", b"311141", b"411131", b"211412", b"211214", b"211232",
];
/// The end of every code.
const STOP: &[u8; 7] = b"2331112";

const TO_C: u8 = 99;
const TO_B: u8 = 100;
const START_B: u8 = 104;
const START_C: u8 = 105;

/// The room that must stay empty on both sides, in modules.
pub const QUIET: u32 = 10;

/// The widths of bars and gaps in modules, a bar first; `None` when nothing of the text can be written.
pub fn widths(text: &str) -> Option<Vec<u8>> {
    let values = values(text)?;
    let symbols = values.iter().flat_map(|value| SYMBOLS[usize::from(*value)]);
    Some(symbols.chain(STOP).map(|digit| digit - b'0').collect())
}

/// The values of all symbols but the stop: start, text, check. Characters outside of printable ASCII are left out.
fn values(text: &str) -> Option<Vec<u8>> {
    let text: Vec<u8> = text.bytes().filter(|c| (b' '..=b'~').contains(c)).collect();
    let digits = |at: usize| text[at..].iter().take_while(|c| c.is_ascii_digit()).count();
    // a change of the set costs a symbol: two pairs pay for it at an end, three between letters
    let pays = |at: usize| digits(at) >= if at == 0 || at + digits(at) == text.len() { 4 } else { 6 };
    let in_pairs = |at: usize| pays(at) || (at == 0 && text.len() == 2 && digits(0) == 2);
    let mut pairs = !text.is_empty() && in_pairs(0);
    let mut values = vec![if pairs { START_C } else { START_B }];
    let mut at = 0;
    while at < text.len() {
        if pairs && digits(at) < 2 {
            pairs = false;
            values.push(TO_B);
        } else if !pairs && pays(at) && digits(at).is_multiple_of(2) {
            // an odd number of digits gives its first one to set B
            pairs = true;
            values.push(TO_C);
        } else if pairs {
            values.push((text[at] - b'0') * 10 + text[at + 1] - b'0');
            at += 2;
        } else {
            values.push(text[at] - b' ');
            at += 1;
        }
    }
    let weighed = values.iter().enumerate().map(|(at, value)| at.max(1) as u64 * u64::from(*value));
    let check = (weighed.sum::<u64>() % 103) as u8;
    values.push(check);
    (at > 0).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_check_symbol_is_that_of_the_standard() {
        // the example that every description of the code works out, there begun with set A: 54
        assert_eq!(values("PJJ123C").unwrap(), [104, 48, 42, 42, 17, 18, 19, 35, 55]);
        assert_eq!(values("00001234").unwrap(), [105, 0, 0, 12, 34, 71]);
    }

    #[test]
    fn pairs_of_digits_take_one_symbol() {
        let length = |text| values(text).unwrap().len() - 2;
        assert_eq!(length("12"), 1);
        assert_eq!(length("123456"), 3);
        assert_eq!(length("M123456"), 1 + 1 + 3);
        assert_eq!(length("12345"), 2 + 1 + 1, "two pairs, the change, the last digit");
        assert_eq!(length("A12B"), 4);
        assert_eq!(length("A1234567B"), 1 + 1 + 1 + 3 + 1 + 1);
    }

    #[test]
    fn every_symbol_has_eleven_modules_and_differs() {
        let mut seen = std::collections::BTreeSet::new();
        for symbol in SYMBOLS {
            assert_eq!(symbol.iter().map(|c| c - b'0').sum::<u8>(), 11);
            assert!(seen.insert(symbol));
            assert_eq!((symbol[0] + symbol[2] + symbol[4] - 3 * b'0') % 2, 0, "bars are even in sum");
        }
    }

    #[test]
    fn what_cannot_be_written_is_left_out() {
        assert_eq!(widths(""), None);
        assert_eq!(widths("é"), None);
        assert_eq!(values("é12"), values("12"));
    }

    /// Reads the values back as a scanner does.
    fn read(values: &[u8]) -> String {
        let mut pairs = values[0] == START_C;
        let mut text = String::new();
        for value in &values[1..values.len() - 1] {
            match (*value, pairs) {
                (TO_C, false) => pairs = true,
                (TO_B, true) => pairs = false,
                (pair, true) => text.extend([pair / 10 + b'0', pair % 10 + b'0'].map(char::from)),
                (letter, false) => text.push(char::from(letter + b' ')),
            }
        }
        text
    }

    proptest! {
        #[test]
        fn every_text_reads_back(text in "[ -~]{1,20}|[0-9]{1,12}|[A-Z][0-9]{1,9}[A-Z]?") {
            let values = values(&text).unwrap();
            prop_assert_eq!(read(&values), text);
            prop_assert!(values.iter().all(|value| *value < 106));
        }
    }
}
