//! How a cell looks, and the shortest way to tell the terminal (SGR, "select graphic rendition").
use ratatui::style::{Color, Modifier};

/// Modifiers that can be seen on a cell without a character.
const ON_BLANK: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::SLOW_BLINK).union(Modifier::CROSSED_OUT);

/// Each modifier with the parameters that turn it on and off.
const MODIFIERS: [(Modifier, &str, &str); 8] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];
const WEIGHT: Modifier = Modifier::BOLD.union(Modifier::DIM);

/// A colour in one number: cells are compared by the thousand in each frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ink(u32);

impl Ink {
    const DEFAULT: Self = Self(0);
    const MASK: u32 = (1 << 26) - 1;
    const INDEXED: u32 = 1 << 24;
    const RGB: u32 = 2 << 24;

    #[inline]
    fn new(color: Color) -> Self {
        Self(match color {
            Color::Reset => return Self::DEFAULT,
            Color::Black => 30,
            Color::Red => 31,
            Color::Green => 32,
            Color::Yellow => 33,
            Color::Blue => 34,
            Color::Magenta => 35,
            Color::Cyan => 36,
            Color::Gray => 37,
            Color::DarkGray => 90,
            Color::LightRed => 91,
            Color::LightGreen => 92,
            Color::LightYellow => 93,
            Color::LightBlue => 94,
            Color::LightMagenta => 95,
            Color::LightCyan => 96,
            Color::White => 97,
            Color::Indexed(n) => Self::INDEXED | u32::from(n),
            Color::Rgb(r, g, b) => Self::RGB | u32::from_be_bytes([0, r, g, b]),
        })
    }

    /// Writes the parameter; `ground` is 0 for the foreground, 10 for the background.
    fn write(self, ground: u16, out: &mut Vec<u8>) {
        let [kind, r, g, b] = self.0.to_be_bytes();
        match kind {
            0 if self == Self::DEFAULT => number(39 + ground, out),
            0 => number(u16::from(b) + ground, out),
            1 => {
                number(38 + ground, out);
                out.extend_from_slice(b";5;");
                number(u16::from(b), out);
            }
            _ => {
                number(38 + ground, out);
                out.extend_from_slice(b";2");
                for part in [r, g, b] {
                    out.push(b';');
                    number(u16::from(part), out);
                }
            }
        }
    }
}

/// Colours and modifiers of a cell, or of what the terminal writes next, in one number:
/// foreground and background (26 bits each), modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look(u64);

impl Look {
    /// What the terminal does after a reset.
    pub const PLAIN: Self = Self(0);

    /// The look of a cell. Terminals know one speed of blinking, and many only one of bold and dim.
    #[inline]
    pub fn new(fg: Color, bg: Color, mut modifier: Modifier) -> Self {
        if modifier.is_empty() && fg == Color::Reset && bg == Color::Reset {
            return Self::PLAIN;
        }
        if modifier.contains(Modifier::RAPID_BLINK) {
            modifier = (modifier - Modifier::RAPID_BLINK) | Modifier::SLOW_BLINK;
        }
        if modifier.contains(WEIGHT) {
            modifier -= Modifier::DIM;
        }
        Self(u64::from(Ink::new(fg).0) | u64::from(Ink::new(bg).0) << 26 | u64::from(modifier.bits()) << 52)
    }

    fn fg(self) -> Ink {
        Ink(self.0 as u32 & Ink::MASK)
    }

    fn bg(self) -> Ink {
        Ink((self.0 >> 26) as u32 & Ink::MASK)
    }

    fn modifier(self) -> Modifier {
        Modifier::from_bits_truncate((self.0 >> 52) as u16)
    }

    /// What can be seen of this look on a cell without a character.
    #[inline]
    pub fn on_blank(self) -> Self {
        const SEEN: u64 = (ON_BLANK.bits() as u64) << 52;
        const GROUND: u64 = (Ink::MASK as u64) << 26;
        if self.0 & SEEN == 0 { Self(self.0 & GROUND) } else { self }
    }

    /// The number.
    #[inline]
    pub fn bits(self) -> u64 {
        self.0
    }

    /// Writes the shorter of two ways from this look to another: what differs, or a reset and all of it.
    pub fn change(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let start = out.len();
        self.change_what_differs(to, out);
        let middle = out.len();
        to.change_all(out);
        if out.len() - middle <= middle - start {
            out.drain(start..middle);
        } else {
            out.truncate(middle);
        }
    }

    fn change_what_differs(self, to: Self, out: &mut Vec<u8>) {
        let start = begin(out);
        let (mut off, mut on) = (self.modifier() - to.modifier(), to.modifier() - self.modifier());
        if off.intersects(WEIGHT) {
            // one parameter ends bold and dim alike
            on |= to.modifier() & WEIGHT;
            off = (off - WEIGHT) | Modifier::BOLD;
        }
        for (modifier, _, end) in MODIFIERS {
            if off.contains(modifier) {
                out.extend_from_slice(end.as_bytes());
                out.push(b';');
            }
        }
        to.parameters(on, self.fg() != to.fg(), self.bg() != to.bg(), out);
        finish(start, out);
    }

    fn change_all(self, out: &mut Vec<u8>) {
        let start = begin(out);
        if self != Self::PLAIN {
            // an empty parameter is 0
            out.push(b';');
            self.parameters(self.modifier(), self.fg() != Ink::DEFAULT, self.bg() != Ink::DEFAULT, out);
        }
        finish(start, out);
    }

    fn parameters(self, on: Modifier, fg: bool, bg: bool, out: &mut Vec<u8>) {
        for (modifier, begin, _) in MODIFIERS {
            if on.contains(modifier) {
                out.extend_from_slice(begin.as_bytes());
                out.push(b';');
            }
        }
        for (ink, ground, differs) in [(self.fg(), 0, fg), (self.bg(), 10, bg)] {
            if differs {
                ink.write(ground, out);
                out.push(b';');
            }
        }
    }
}

fn begin(out: &mut Vec<u8>) -> usize {
    out.extend_from_slice(b"\x1b[");
    out.len()
}

/// Ends a sequence: the separator after its last parameter becomes the final letter.
fn finish(start: usize, out: &mut Vec<u8>) {
    if out.len() > start {
        out.pop();
    }
    out.push(b'm');
}

/// Writes a number in digits.
pub(super) fn number(n: u16, out: &mut Vec<u8>) {
    let digits = |n: u16| b'0' + (n % 10) as u8;
    for place in [10_000, 1_000, 100, 10] {
        if n >= place {
            out.push(digits(n / place));
        }
    }
    out.push(digits(n));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: Look, to: Look) -> String {
        let mut out = vec![];
        from.change(to, &mut out);
        String::from_utf8(out).expect("ASCII")
    }

    fn look(fg: Color, bg: Color, modifier: Modifier) -> Look {
        Look::new(fg, bg, modifier)
    }

    #[test]
    fn changes_are_short() {
        let bold = look(Color::Reset, Color::Reset, Modifier::BOLD);
        let both = look(Color::Reset, Color::Reset, Modifier::BOLD | Modifier::REVERSED);
        let dim = look(Color::Reset, Color::Reset, Modifier::DIM);
        let red = look(Color::LightRed, Color::Blue, Modifier::BOLD);
        let odd = look(Color::Indexed(208), Color::Rgb(1, 20, 255), Modifier::empty());
        assert_eq!(change(bold, both), "\x1b[7m");
        assert_eq!(change(both, bold), "\x1b[;1m");
        assert_eq!(change(both, Look::PLAIN), "\x1b[m");
        assert_eq!(change(bold, dim), "\x1b[;2m");
        assert_eq!(change(Look::PLAIN, red), "\x1b[1;91;44m");
        assert_eq!(change(red, look(Color::LightRed, Color::Blue, Modifier::DIM)), "\x1b[22;2m");
        assert_eq!(change(Look::PLAIN, odd), "\x1b[38;5;208;48;2;1;20;255m");
        assert_eq!(change(odd, odd), "");
    }

    #[test]
    fn numbers_are_decimal() {
        for n in [0, 7, 10, 99, 100, 1009, 65535] {
            let mut out = vec![];
            number(n, &mut out);
            assert_eq!(String::from_utf8(out).expect("digits"), n.to_string());
        }
    }
}
