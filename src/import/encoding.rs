//! The bytes of a text file as text.
//!
//! UTF-8 and UTF-16 are recognised for certain, with or without their mark. Of the old one-byte alphabets the one is
//! taken in which the accents of French fall on letters: Windows-1252, MS-DOS 850 (Excel's "CSV (MS-DOS)") or Mac
//! Roman ("CSV (Macintosh)"). A file put together from several, as `cat` and mail programs make them, is read line by
//! line: a line that is valid UTF-8 is UTF-8.

use encoding_rs::{MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How much of a file is looked at to see what it is.
const LOOK: usize = 64 << 10;

/// The text key of what a file is, when it is something else than a table in text form.
pub(super) fn not_text(bytes: &[u8]) -> Option<&'static str> {
    const MARKS: &[(&[u8], &str)] = &[
        (b"%PDF", "import-kind-pdf"),
        (b"{\\rtf", "import-kind-document"),
        (b"\x89PNG", "import-kind-picture"),
        (b"\xff\xd8\xff", "import-kind-picture"),
        (b"GIF8", "import-kind-picture"),
        (b"\x1f\x8b", "import-kind-archive"),
        (b"7z\xbc\xaf", "import-kind-archive"),
        (b"Rar!", "import-kind-archive"),
        (b"PK", "import-kind-archive"),
        (b"SQLite format 3", "import-kind-book"),
    ];
    if let Some((_, what)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(what);
    }
    let head = &bytes[..bytes.len().min(LOOK)];
    let start = String::from_utf8_lossy(&head[..head.len().min(512)]).trim_start_matches('\u{feff}').to_lowercase();
    if start.trim_start().starts_with('<')
        && ["<!doctype", "<html", "<?xml", "<table"].iter().any(|t| start.contains(t))
    {
        return Some("import-kind-page");
    }
    let begins = |mark: &str| start.trim_start().starts_with(mark);
    if begins("{\"") || begins("[{") || begins("[\n{") {
        return Some("import-kind-json");
    }
    if utf16(bytes).is_some() {
        return None;
    }
    let odd = |b: &&u8| b.is_ascii_control() && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    (head.iter().filter(odd).count() * 20 > head.len()).then_some("import-kind-binary")
}

/// The file as text. Nothing is refused: what no alphabet explains becomes `U+FFFD`.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = utf16(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Ctrl-Z ends a file of MS-DOS
    let bytes = bytes.strip_suffix(b"\x1a").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let alphabet = Alphabet::guess(bytes);
    let mut text = String::with_capacity(bytes.len() + bytes.iter().filter(|b| !b.is_ascii()).count());
    for line in bytes.split_inclusive(|b| matches!(b, b'\n' | b'\r')) {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            // in pieces: a file may be one line
            Err(_) => line.chunks(LOOK).for_each(|piece| alphabet.decode_into(piece, &mut text)),
        }
    }
    Cow::Owned(text)
}

/// The byte order of UTF-16 and the length of its mark. Without a mark it is seen from the zeros, which Latin letters
/// have in every second place.
fn utf16(bytes: &[u8]) -> Option<(&'static encoding_rs::Encoding, usize)> {
    match bytes {
        [0xff, 0xfe, ..] => return Some((UTF_16LE, 2)),
        [0xfe, 0xff, ..] => return Some((UTF_16BE, 2)),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(LOOK) & !1];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if odd * 2 > half && even * 10 < half {
        Some((UTF_16LE, 0))
    } else if even * 2 > half && odd * 10 < half {
        Some((UTF_16BE, 0))
    } else {
        None
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alphabet {
    Windows,
    Dos,
    Mac,
}

/// The upper half of MS-DOS code page 850.
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

impl Alphabet {
    /// Takes the alphabet in which most of the bytes above ASCII are accented letters of French and its neighbours; of
    /// equals, Windows.
    fn guess(bytes: &[u8]) -> Self {
        const LETTERS: &str = "éèêëàâäçîïôöùûüœæÉÈÊÀÂÇÎÔŒñáíóú’«»°";
        let mut best = (Self::Windows, 0);
        for alphabet in [Self::Windows, Self::Dos, Self::Mac] {
            let known: Vec<bool> =
                (0u8..=255).map(|b| b >= 0x80 && alphabet.letter(b).is_some_and(|c| LETTERS.contains(c))).collect();
            let score = bytes.iter().filter(|b| known[usize::from(**b)]).count();
            if score > best.1 {
                best = (alphabet, score);
            }
        }
        best.0
    }

    fn letter(self, byte: u8) -> Option<char> {
        let mut text = String::new();
        self.decode_into(&[byte], &mut text);
        text.chars().next()
    }

    fn decode_into(self, bytes: &[u8], text: &mut String) {
        match self {
            Self::Windows => text.push_str(&WINDOWS_1252.decode_without_bom_handling(bytes).0),
            Self::Mac => text.push_str(&MACINTOSH.decode_without_bom_handling(bytes).0),
            Self::Dos => text.extend(bytes.iter().map(|b| match b {
                0..=0x7f => char::from(*b),
                _ => DOS.chars().nth(usize::from(*b) - 0x80).unwrap_or(char::REPLACEMENT_CHARACTER),
            })),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "nom;prénom\nKabeya;Éléonore\nN’Guessan;François\nMbuyi;Gisèle\n";

    fn utf16_bytes(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_common_encoding_gives_the_same_text() {
        let mut forms = vec![TEXT.as_bytes().to_vec(), [b"\xef\xbb\xbf", TEXT.as_bytes()].concat()];
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            forms.push(utf16_bytes(TEXT, order));
            forms.push(utf16_bytes(&format!("\u{feff}{TEXT}"), order));
        }
        forms.push(WINDOWS_1252.encode(TEXT).0.into_owned());
        for form in forms {
            assert_eq!(not_text(&form), None);
            assert_eq!(decode(&form), TEXT);
        }
    }

    #[test]
    fn old_alphabets_are_told_apart() {
        let dos = b"pr\x82nom\nGis\x8ale\nFran\x87ois\n";
        let mac = b"pr\x8enom\rGis\x8fle\rFran\x8dois\r\x83lise\r";
        assert_eq!(decode(dos), "prénom\nGisèle\nFrançois\n");
        assert_eq!(decode(mac), "prénom\rGisèle\rFrançois\rÉlise\r");
        assert_eq!(DOS.chars().count(), 128);
    }

    #[test]
    fn a_file_of_several_encodings_is_read_line_by_line() {
        assert_eq!(decode(b"Gis\xe8le\nEl\xc3\xa9onore\n"), "Gisèle\nEléonore\n");
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, what) in [
            (&b"%PDF-1.7"[..], "import-kind-pdf"),
            (b"\x89PNG\r\n", "import-kind-picture"),
            (b"  <!DOCTYPE html><table>", "import-kind-page"),
            (b"\xef\xbb\xbf<?xml version='1.0'?>", "import-kind-page"),
            (b"a\x00\x01\x02\x03\x04,b", "import-kind-binary"),
        ] {
            assert_eq!(not_text(bytes), Some(what));
        }
        assert_eq!(not_text(b"nom;note\nKabeya;<b>\n"), None);
        assert_eq!(not_text(b"nom;note\nKabeya;a long note with one stray \x00 zero inside\n"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_become_text(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = (not_text(&bytes), decode(&bytes));
        }
    }
}
