//! What the program writes to a terminal, taken apart: text, and the sequences that move and colour.

use std::collections::BTreeSet;

/// The bytes of a program, sorted.
#[derive(Debug, Default)]
pub struct Output {
    /// Every visible character.
    pub text: BTreeSet<char>,
    /// Parameters of `SGR`, one by one: colours, bold, reverse.
    pub looks: BTreeSet<u16>,
    /// Everything else that begins with a control character, and that this program has no business to write.
    pub foreign: Vec<String>,
}

/// Takes apart what came out of the program.
pub fn read(bytes: &[u8]) -> Output {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let mut output = Output::default();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '\u{1b}' {
            match c {
                // moves of the cursor
                '\r' | '\n' | '\u{8}' => {}
                c if c.is_control() => output.foreign.push(format!("{c:?}")),
                c => {
                    output.text.insert(c);
                }
            }
            continue;
        }
        match rest.next() {
            // one row up
            Some('M') => {}
            Some('[') => {
                let mut inside = String::new();
                let end = loop {
                    match rest.next() {
                        Some(c) if c.is_ascii_digit() || ";?".contains(c) => inside.push(c),
                        end => break end,
                    }
                };
                let own_modes = ["?1049", "?2004", "?7", "?25"];
                match end {
                    Some('m') => output.looks.extend(inside.split(';').map(|n| n.parse::<u16>().unwrap_or(0))),
                    Some('h' | 'l') if own_modes.contains(&inside.as_str()) => {}
                    Some('A'..='D' | 'G' | 'H' | 'J' | 'K' | 'L' | 'M' | 'r') if !inside.contains('?') => {}
                    end => output.foreign.push(format!("ESC [ {inside} {end:?}")),
                }
            }
            other => output.foreign.push(format!("ESC {other:?}")),
        }
    }
    output
}

/// Whether a parameter of `SGR` gives a colour.
pub fn is_colour(parameter: u16) -> bool {
    matches!(parameter, 30..=49 | 90..=107)
}
