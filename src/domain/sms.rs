//! Texts for telephones: at most 160 letters of the alphabet that every telephone has (GSM 03.38), else a message costs two.

use super::fold::fold;

/// How many letters one message has.
pub const LONGEST: usize = 160;

/// Letters beyond ASCII of that alphabet which names and French words have.
const ACCENTED: &str = "èéùìòÇØøÅåÆæßÉÄÖÑÜ§äöñüà£¥";
/// Signs of ASCII which it has not, or that count twice.
const TWICE: &str = "`[]{}\\^|~";

/// A text in those letters; what it lacks is written without its accent, and what is too long is cut.
pub fn message(text: &str) -> String {
    let mut letters = String::new();
    for letter in text.chars() {
        match letter {
            _ if letter.is_whitespace() => letters.push(' '),
            '’' | '‘' | 'ʼ' => letters.push('\''),
            '«' | '»' | '“' | '”' => letters.push('"'),
            '–' | '—' => letters.push('-'),
            '…' => letters.push_str("..."),
            _ if ACCENTED.contains(letter) => letters.push(letter),
            _ if letter.is_ascii() && !letter.is_ascii_control() && !TWICE.contains(letter) => letters.push(letter),
            _ => {
                let plain = fold(&letter.to_string());
                let plain = plain.chars().filter(char::is_ascii_alphanumeric);
                let plain: String = plain.collect();
                letters.push_str(&if letter.is_uppercase() { plain.to_uppercase() } else { plain });
            }
        }
    }
    let words = letters.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_every_telephone_shows_stays_and_the_rest_is_written_plainly() {
        assert_eq!(message("Mme KABEYA, vous devez 15\u{a0}000\u{a0}CDF."), "Mme KABEYA, vous devez 15 000 CDF.");
        assert_eq!(
            message("Coopérative « Bâtir » – l’été à Kœkelberg…"),
            "Coopérative \" Batir \" - l'été à Koekelberg..."
        );
        assert_eq!(message(&"mot ".repeat(60)).chars().count(), 159);
    }

    proptest! {
        #[test]
        fn a_message_is_one_message(text in "\\PC{0,300}") {
            let sent = message(&text);
            prop_assert!(sent.chars().count() <= LONGEST);
            prop_assert!(sent.chars().all(|c| ACCENTED.contains(c) || (' '..='z').contains(&c) && !TWICE.contains(c)), "{sent}");
            prop_assert_eq!(message(&sent), sent);
        }
    }
}
