//! Which characters this terminal can show, and what stands in for the others.
//!
//! Widgets draw in full Unicode; the painter maps every cell through `Charset::glyph` on its way out, one cell to
//! one cell, so that no layout depends on the terminal. The same step makes text harmless: a control, format or
//! bidirectional character never leaves this module, and a grapheme cluster whose width terminals disagree about
//! (emoji sequences, flags, variation selectors) is reduced to its first character.
use crate::domain::fold::is_unsafe;
use unicode_width::UnicodeWidthChar as _;

/// The characters a terminal can be trusted with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// A UTF-8 terminal emulator with a real font.
    #[default]
    Full,
    /// The Linux console: UTF-8, but a font of 256 glyphs, those of code page 437 at worst
    /// (the kernel's `drivers/tty/vt/cp437.uni`, which also draws `À` as `A` and the like).
    Linux,
    /// Seven bits: another locale than UTF-8, or a plain terminal.
    Ascii,
}

/// One cell's character as the terminal gets it, in one number, because thousands are compared in each frame:
/// the character (32 bits), two combining marks as distance from U+02FF or zero (8 bits each), the columns (8 bits),
/// and whether all terminals agree about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph(u64);

impl Glyph {
    /// An empty cell.
    pub const BLANK: Self = Self::plain(' ');
    /// The right half of a wide character; never written.
    pub const TRAIL: Self = Self::new('\0', [0; 2], 0, false);

    const fn new(base: char, marks: [u8; 2], width: u8, sure: bool) -> Self {
        let [b0, b1, b2, b3] = (base as u32).to_le_bytes();
        Self(u64::from_le_bytes([b0, b1, b2, b3, marks[0], marks[1], width, sure as u8]))
    }

    /// A character of one column.
    #[inline]
    pub const fn plain(base: char) -> Self {
        Self::new(base, [0; 2], 1, true)
    }

    /// The character itself.
    #[inline]
    pub fn base(self) -> char {
        char::from_u32(self.0 as u32).unwrap_or('?')
    }

    /// The one byte it takes, if it takes one and all terminals agree about its width.
    #[inline]
    pub fn byte(self) -> Option<u8> {
        let byte = self.0 as u8;
        (self == Self::plain(char::from(byte)) && byte.is_ascii()).then_some(byte)
    }

    /// Does it leave the cell empty?
    #[inline]
    pub fn is_blank(self) -> bool {
        self == Self::BLANK
    }

    /// Columns: 1, 2, or 0 for the right half of the character before.
    #[inline]
    pub fn width(self) -> u8 {
        (self.0 >> 48) as u8
    }

    /// Do all terminals agree about the width? If not, the cursor's column is unknown afterwards.
    #[inline]
    pub fn is_sure(self) -> bool {
        self.0 >> 56 != 0
    }

    /// The combining marks to write after the base.
    pub fn marks(self) -> impl Iterator<Item = char> {
        let marks = [(self.0 >> 32) as u8, (self.0 >> 40) as u8];
        marks.into_iter().filter(|mark| *mark > 0).filter_map(|mark| char::from_u32(0x2ff + u32::from(mark)))
    }

    /// The number.
    #[inline]
    pub fn bits(self) -> u64 {
        self.0
    }
}

impl Charset {
    /// The character set of the terminal this process runs in.
    pub fn from_env() -> Self {
        Self::choose(|name| std::env::var(name).ok())
    }

    /// Chooses from `LC_ALL`, `LC_CTYPE`, `LANG` (the first that is set counts, as in POSIX) and `TERM`.
    pub fn choose(variable: impl Fn(&str) -> Option<String>) -> Self {
        let variable = |name: &&str| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(variable).unwrap_or_default().to_ascii_lowercase();
        let term = variable(&"TERM").unwrap_or_default();
        let plain = ["", "dumb", "ansi", "unknown"].contains(&term.as_str()) || term.starts_with("vt");
        if plain || !(locale.contains("utf-8") || locale.contains("utf8")) {
            Self::Ascii
        } else if term.starts_with("linux") {
            Self::Linux
        } else {
            Self::Full
        }
    }

    /// The one-cell mark of a text that was cut.
    pub fn ellipsis(self) -> char {
        self.map('…')
    }

    /// The character a cell's symbol becomes.
    #[inline]
    pub(super) fn glyph(self, symbol: &str) -> Glyph {
        match symbol.as_bytes() {
            [byte @ 0x20..=0x7e] => Glyph::plain(char::from(*byte)),
            _ => self.cluster(symbol),
        }
    }

    fn cluster(self, symbol: &str) -> Glyph {
        let mut chars = symbol.chars();
        let Some(mut base) = chars.next() else { return Glyph::BLANK };
        let mut marks = [0; 2];
        for mark in chars.filter(|c| is_accent(*c)) {
            if marks[0] == 0
                && let Some(composed) = compose(base, mark)
            {
                base = composed;
            } else if let Some(free) = marks.iter_mut().find(|place| **place == 0) {
                *free = (mark as u32 - 0x2ff) as u8;
            }
        }
        let base = self.map(base);
        if self != Self::Full || base == ' ' {
            marks = [0; 2];
        }
        if is_plain(base) {
            return Glyph::new(base, marks, 1, marks == [0; 2]);
        }
        match base.width() {
            Some(width @ 1..=2) => Glyph::new(base, marks, width as u8, false),
            _ => Glyph::plain('?'),
        }
    }

    /// The character that stands for `c` here; the same for every visible one under [`Charset::Full`].
    fn map(self, c: char) -> char {
        match c {
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => ' ',
            '\u{ad}' | '\u{2010}' | '\u{2011}' => '-',
            // not every terminal gives it a column
            '\u{fffd}' => '?',
            // a flag is two letters
            '\u{1f1e6}'..='\u{1f1ff}' => char::from(b'A' + (c as u32 - 0x1f1e6) as u8),
            _ if is_unsafe(c) => '?',
            _ => match self {
                Self::Full => c,
                Self::Linux => console(c),
                Self::Ascii => ascii(c),
            },
        }
    }
}

/// A combining accent that terminals draw over the letter before; the grapheme joiner in the same block is none.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}') && c != '\u{34f}'
}

/// Is `c` one column on every terminal?
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{1e00}'..='\u{1eff}' | '\u{2012}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}'
        | '\u{2190}'..='\u{22ff}' | '\u{2500}'..='\u{25f7}' | '✓' | '✗')
}

/// The single character for a letter and an accent, so that text from systems that store accents apart looks and
/// measures like any other. Only accents in use; the rest is written as it is.
fn compose(base: char, mark: char) -> Option<char> {
    let (letters, composed) = match mark {
        '\u{300}' => ("aeiounAEIOUN", "àèìòùǹÀÈÌÒÙǸ"),
        '\u{301}' => ("aeiouycnszAEIOUYCNSZ", "áéíóúýćńśźÁÉÍÓÚÝĆŃŚŹ"),
        '\u{302}' => ("aeiouwyAEIOUWY", "âêîôûŵŷÂÊÎÔÛŴŶ"),
        '\u{303}' => ("aeinouAEINOU", "ãẽĩñõũÃẼĨÑÕŨ"),
        '\u{304}' => ("aeiouAEIOU", "āēīōūĀĒĪŌŪ"),
        '\u{308}' => ("aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        '\u{30a}' => ("auAU", "åůÅŮ"),
        '\u{30c}' => ("aeioucnszrAEIOUCNSZR", "ǎěǐǒǔčňšžřǍĚǏǑǓČŇŠŽŘ"),
        '\u{323}' => ("aeiousAEIOUS", "ạẹịọụṣẠẸỊỌỤṢ"),
        '\u{327}' => ("csCS", "çşÇŞ"),
        _ => return None,
    };
    letters.chars().position(|letter| letter == base).and_then(|at| composed.chars().nth(at))
}

/// The nearest glyph of the Linux console's smallest font.
fn console(c: char) -> char {
    match c {
        '³' | '¹' | '¾' | '¯' | 'Þ' | 'þ' => ascii(c),
        ' '..='~'
        | '\u{a1}'..='ÿ'
        | '←'..='↕'
        | '═'..='╬'
        | '•'
        | '∙'
        | '√'
        | '∞'
        | '≈'
        | '≡'
        | '≤'
        | '≥'
        | 'ƒ'
        | '─'
        | '│'
        | '┌'
        | '┐'
        | '└'
        | '┘'
        | '├'
        | '┤'
        | '┬'
        | '┴'
        | '┼'
        | '▀'
        | '▄'
        | '█'
        | '▌'
        | '▐'
        | '░'
        | '▒'
        | '▓'
        | '■'
        | '▲'
        | '►'
        | '▼'
        | '◄'
        | '▶'
        | '◀'
        | '○' => c,
        '╭' | '┏' => '┌',
        '╮' | '┓' => '┐',
        '╰' | '┗' => '└',
        '╯' | '┛' => '┘',
        '━' | '╌' | '┄' | '┈' => '─',
        '┃' | '╎' | '┆' | '┊' | '▏' | '▎' | '▍' | '▕' => '│',
        '▁' | '▂' => '_',
        '▃' | '▅' => '▄',
        '▆' | '▇' | '▉' | '▊' | '▋' => '█',
        '▸' | '▹' => '►',
        '●' => '•',
        _ => ascii(c),
    }
}

/// The ASCII character that says most of `c`.
fn ascii(c: char) -> char {
    match c {
        ' '..='~' => c,
        '─' | '━' | '═' | '╌' | '┄' | '┈' | '–' | '—' | '−' | '‒' | '―' | '▒' | '▃' | '¯' => {
            '-'
        }
        '│' | '┃' | '║' | '╎' | '┆' | '┊' | '▏' | '▎' | '▍' | '▌' | '▐' | '▕' | '¦' => '|',
        '╭'
        | '╮'
        | '╯'
        | '╰'
        | '┌'
        | '┐'
        | '└'
        | '┘'
        | '├'
        | '┤'
        | '┬'
        | '┴'
        | '┼'
        | '┏'
        | '┓'
        | '┗'
        | '┛'
        | '╒'..='╬'
        | '▅'
        | '±' => '+',
        '›' | '→' | '►' | '▶' | '▸' | '▹' | '»' | '≥' => '>',
        '‹' | '←' | '◄' | '◀' | '«' | '≤' => '<',
        '↑' | '▲' => '^',
        '↓' | '▼' | '✓' | '✔' => 'v',
        '…' | '·' | '∙' | '░' | '▁' => '.',
        '▂' | '÷' => ':',
        '▓' | '▄' | '≡' | '≈' => '=',
        '•' | '●' | '■' | '○' | '▆' => '*',
        '█' | '▉' | '▊' | '▋' | '▇' | '▀' => '#',
        '✗' | '✘' | '×' => 'x',
        '⚠' | '¡' => '!',
        '‘' | '’' | '‚' | '′' | '´' | 'ʼ' | 'ʹ' => '\'',
        '“' | '”' | '„' | '″' => '"',
        '°' | 'º' => 'o',
        '€' => 'E',
        '£' => 'L',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        _ if c.is_alphabetic() => {
            let letter = deunicode::deunicode_char(c).and_then(|word| word.chars().next());
            let letter = letter.filter(char::is_ascii_graphic).unwrap_or('?');
            if c.is_lowercase() { letter.to_ascii_lowercase() } else { letter }
        }
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(charset: Charset, text: &str) -> String {
        text.chars().map(|c| charset.glyph(&c.to_string()).base()).collect()
    }

    #[test]
    fn the_environment_decides() {
        let choose = |pairs: &[(&str, &str)]| {
            Charset::choose(|name| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_string()))
        };
        assert_eq!(choose(&[("LANG", "fr_CD.UTF-8"), ("TERM", "xterm-256color")]), Charset::Full);
        assert_eq!(choose(&[("LANG", "C.utf8"), ("TERM", "linux")]), Charset::Linux);
        assert_eq!(choose(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8"), ("TERM", "xterm")]), Charset::Ascii);
        assert_eq!(choose(&[("LC_ALL", ""), ("LANG", "fr_FR.UTF-8"), ("TERM", "screen")]), Charset::Full);
        assert_eq!(choose(&[("LANG", "en_GB.UTF-8"), ("TERM", "vt220")]), Charset::Ascii);
        assert_eq!(choose(&[("LANG", "en_GB.UTF-8")]), Charset::Ascii);
        assert_eq!(choose(&[("TERM", "linux")]), Charset::Ascii);
    }

    #[test]
    fn every_character_keeps_its_cell() {
        let text = "Éléonore › ─┼│ … ✓ • ▏█▓▒░ ▁▂▃▄▅▆▇█ ɔ ŋ 漢 –";
        assert_eq!(show(Charset::Full, text), text);
        assert_eq!(show(Charset::Linux, text), "Éléonore > ─┼│ . v • │█▓▒░ __▄▄▄███ o n H -");
        assert_eq!(show(Charset::Ascii, text), "Eleonore > -+| . v * |#=-. .:-=+*## o n H -");
        assert_eq!((Charset::Full.ellipsis(), Charset::Ascii.ellipsis()), ('…', '.'));
        assert_eq!((Charset::Full.glyph("漢").width(), Charset::Ascii.glyph("漢").width()), (2, 1));
    }

    #[test]
    fn accents_stay_with_their_letter() {
        let glyph = Charset::Full.glyph("e\u{301}");
        assert_eq!(glyph, Glyph::plain('é'));
        let glyph = Charset::Full.glyph("ɔ\u{301}\u{330}\u{331}");
        assert_eq!((glyph.base(), glyph.marks().collect::<String>()), ('ɔ', "\u{301}\u{330}".to_string()));
        assert!(!glyph.is_sure());
        assert_eq!(Charset::Linux.glyph("e\u{301}"), Glyph::plain('é'));
        assert_eq!(Charset::Ascii.glyph("e\u{301}"), Glyph::plain('e'));
    }

    #[test]
    fn clusters_that_terminals_disagree_about_are_their_first_character() {
        for (symbol, base) in [
            ("👩\u{200d}🌾", '👩'),
            ("❤\u{fe0f}", '❤'),
            ("👍\u{1f3fd}", '👍'),
            ("🇨🇩", 'C'),
            ("1\u{fe0f}\u{20e3}", '1'),
            ("a\u{200e}", 'a'),
        ] {
            let glyph = Charset::Full.glyph(symbol);
            assert_eq!((glyph.base(), glyph.marks().count()), (base, 0), "{symbol:?}");
        }
    }

    #[test]
    fn nothing_that_moves_the_cursor_gets_through() {
        for charset in [Charset::Full, Charset::Linux, Charset::Ascii] {
            for c in (0..0x11_0000).filter_map(char::from_u32) {
                let base = charset.glyph(c.encode_utf8(&mut [0; 4])).base();
                assert!(!base.is_control() && base.width().is_some_and(|w| w > 0), "{c:?} became {base:?}");
                assert!(charset != Charset::Ascii || base.is_ascii(), "{c:?} became {base:?}");
                assert!(!matches!(base, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
            }
        }
    }
}
