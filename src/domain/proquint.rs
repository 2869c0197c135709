//! Numbers as words that can be said over the telephone (D. S. Wilkerson, "A proposal for proquints", arXiv:0901.4016).

const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";

/// Sixteen bits as five letters, alternating consonants and vowels: `0x7f00` is `lusab`.
pub fn word(bits: u16) -> String {
    let pick = |shift: u16, table: &[u8], mask: u16| char::from(table[usize::from((bits >> shift) & mask)]);
    [
        pick(12, CONSONANTS, 15),
        pick(10, VOWELS, 3),
        pick(6, CONSONANTS, 15),
        pick(4, VOWELS, 3),
        pick(0, CONSONANTS, 15),
    ]
    .iter()
    .collect()
}

/// The first eight bytes of a hash as four words: the witness words of a book.
pub fn four_words(hash: &[u8; 32]) -> String {
    let words: Vec<String> = hash[..8].chunks(2).map(|b| word(u16::from_be_bytes([b[0], b[1]]))).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers_of_the_proposal() {
        // 127.0.0.1 and 63.84.220.193 of the paper's table
        assert_eq!((word(0x7f00), word(0x0001)), ("lusab".into(), "babad".into()));
        assert_eq!((word(0x3f54), word(0xdcc1)), ("gutih".into(), "tugad".into()));
    }
}
