//! CSV and its relatives, as programs and people write them.
//!
//! Why not the `csv` crate: it skips blank lines, so that rows would have other numbers than in a spreadsheet program,
//! and one quotation mark too many makes it swallow the rest of the list. Here a mark that is never properly closed is
//! a character like any other. What the two agree on is tested below.

use super::sheet::{Budget, Rows, Sheet, Showing};
use crate::domain::Text;
use std::borrow::Cow;

/// Separators, the likelier first.
const SEPARATORS: [u8; 4] = *b";\t,|";
/// Records looked at to guess the separator.
const LOOK: usize = 200;

/// Reads the text as one sheet.
pub(super) fn read(text: &str, name: &str, budget: &mut Budget) -> Result<Sheet, Text> {
    let (separator, body) = match declared(text) {
        // the line that declares it stays row 1, blank
        Some(separator) => (separator, &text[text.find(['\r', '\n']).unwrap_or(text.len())..]),
        None => (guess(text), text),
    };
    let expected = text.bytes().filter(|b| *b == b'\n').count();
    let mut rows = Rows::new(budget, expected);
    let mut records = Records { text: body, at: 0, separator };
    let mut row = 0;
    while records.more() {
        let mut column = 0;
        records.next(&mut |field| {
            column += 1;
            rows.cell(row, column - 1, field)
        })?;
        row += 1;
    }
    rows.finish(name.to_owned(), Showing::Visible)
}

/// The separator that Excel lets a first line `sep=;` declare.
fn declared(text: &str) -> Option<u8> {
    let line = text.split(['\r', '\n']).next()?;
    match line.trim_matches('"').as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] if separator.is_ascii() => Some(*separator),
        _ => None,
    }
}

/// Takes the separator that the largest share of records has, in the same number if possible; of equals the one with
/// more columns. The share counts and not the number: a wrong one tears a note of several lines into many records.
fn guess(text: &str) -> u8 {
    let mut best = (SEPARATORS[0], (0, 0));
    for separator in SEPARATORS {
        let mut records = Records { text, at: 0, separator };
        let mut widths: Vec<usize> = Vec::new();
        while records.more() && widths.len() < LOOK {
            let (mut width, mut blank) = (0, true);
            let counted = records.next(&mut |field| {
                width += 1;
                blank &= field.trim().is_empty();
                Ok(())
            });
            if counted.is_ok() && !blank {
                widths.push(width);
            }
        }
        let split: Vec<usize> = widths.iter().copied().filter(|w| *w > 1).collect();
        let same = |width: usize| split.iter().filter(|w| **w == width).count();
        let usual = split.iter().copied().max_by_key(|w| (same(*w), *w)).unwrap_or(1);
        let score = ((2 * same(usual) + split.len()) * 1_000 / widths.len().max(1), usual);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

struct Records<'t> {
    text: &'t str,
    at: usize,
    separator: u8,
}

impl<'t> Records<'t> {
    fn more(&self) -> bool {
        self.at < self.text.len()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn ends_field(&self, at: usize) -> bool {
        self.byte(at).is_none_or(|b| b == self.separator || matches!(b, b'\r' | b'\n'))
    }

    /// Gives the fields of the next record to `take`.
    fn next(&mut self, take: &mut dyn FnMut(&str) -> Result<(), Text>) -> Result<(), Text> {
        loop {
            take(&self.field())?;
            match self.byte(self.at) {
                Some(b'\r') => {
                    self.at += if self.byte(self.at + 1) == Some(b'\n') { 2 } else { 1 };
                    return Ok(());
                }
                Some(b'\n') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(_) => self.at += 1,
                None => return Ok(()),
            }
        }
    }

    /// One field; `at` stands behind it afterwards.
    fn field(&mut self) -> Cow<'t, str> {
        let mut open = self.at;
        while matches!(self.byte(open), Some(b' ' | b'\t')) && !self.ends_field(open) {
            open += 1;
        }
        if self.byte(open) == Some(b'"')
            && let Some(field) = self.quoted(open + 1)
        {
            return field;
        }
        let rest = &self.text.as_bytes()[self.at..];
        let length = rest.iter().position(|b| *b == self.separator || matches!(b, b'\r' | b'\n')).unwrap_or(rest.len());
        let field = &self.text[self.at..self.at + length];
        self.at += length;
        // ="0123" is how some programs keep Excel from taking zeros away
        let bare = field.strip_prefix("=\"").and_then(|f| f.strip_suffix('"')).unwrap_or(field);
        Cow::Borrowed(bare)
    }

    /// The field whose opening mark stands before `start`; `None` when that mark is no opening mark: it is never
    /// closed, or what closes it lines below belongs to another field.
    fn quoted(&mut self, start: usize) -> Option<Cow<'t, str>> {
        let bytes = self.text.as_bytes();
        let (mut at, mut doubled) = (start, false);
        let close = loop {
            at += bytes[at..].iter().position(|b| *b == b'"')?;
            if self.byte(at + 1) != Some(b'"') {
                break at;
            }
            doubled = true;
            at += 2;
        };
        let inside = &self.text[start..close];
        let inside = if doubled { Cow::Owned(inside.replace("\"\"", "\"")) } else { Cow::Borrowed(inside) };
        let mut end = close + 1;
        while matches!(self.byte(end), Some(b' ' | b'\t')) && !self.ends_field(end) {
            end += 1;
        }
        if self.ends_field(end) {
            self.at = end;
            return Some(inside);
        }
        if inside.contains(['\r', '\n']) {
            return None;
        }
        // "Kabeya" Ngoyi: the marks are dropped, the words stay together
        let rest = bytes[close + 1..].iter().position(|b| *b == self.separator || matches!(b, b'\r' | b'\n'));
        let rest = rest.map_or(bytes.len(), |length| close + 1 + length);
        self.at = rest;
        Some(Cow::Owned(format!("{inside}{}", &self.text[close + 1..rest])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(text: &str) -> Vec<(usize, Vec<String>)> {
        let sheet = read(text, "x", &mut Budget::whole()).unwrap();
        sheet.lines.iter().map(|l| (l.number, l.cells().map(str::to_owned).collect())).collect()
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        table(text).into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn separators_are_guessed() {
        assert_eq!(guess("nom,prix\na,1\nb,2\n"), b',');
        assert_eq!(guess("nom;prix\na;1,5\nb;2,5\n"), b';');
        assert_eq!(guess("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n"), b';');
        assert_eq!(guess("a\tb\n1\t2\n"), b'\t');
        assert_eq!(guess("a|b|c\n1|2|3\n"), b'|');
        assert_eq!(guess("Liste des membres, site de X\n\nNom;Rôle\nA;foreur, laveur\nB;pelleteur\nC;\n"), b';');
        assert_eq!(guess("nom,role\nA,digger;washer\nB,\nC,digger\n"), b',');
        assert_eq!(guess("nom,ancien,note\nKabeya,|,\"a\n|0\n|\"\n"), b',');
        assert_eq!(cells("sep=,\na;b,c\n"), [["a;b", "c"]]);
    }

    #[test]
    fn every_line_end_counts_and_blank_lines_keep_their_numbers() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "\"c", "d\",e", ""].join(end);
            let expected = [(1, vec!["a".to_owned(), "b".into()]), (3, vec![format!("c{end}d"), "e".into()])];
            assert_eq!(table(&text), expected);
        }
        assert_eq!(table("\n\n,x")[0].0, 3);
    }

    #[test]
    fn quotation_marks_that_do_not_pair_swallow_nothing() {
        assert_eq!(cells("a,\"b\nc,d\n"), [["a", "\"b"], ["c", "d"]]);
        assert_eq!(cells("a,\"b\nc,\"d\"\ne,f\n"), [["a", "\"b"], ["c", "d"], ["e", "f"]]);
        assert_eq!(cells("a,5\" pipe\nc,d\n"), [["a", "5\" pipe"], ["c", "d"]]);
        assert_eq!(cells("a, \"b, c\" \nd,\"e\"f\n"), [["a", "b, c"], ["d", "ef"]]);
        assert_eq!(cells("a,\"say \"\"yes\"\"\"\nb,=\"007\"\n"), [["a", "say \"yes\""], ["b", "007"]]);
    }

    proptest! {
        #[test]
        fn what_the_csv_crate_writes_reads_back(
            rows in proptest::collection::vec(proptest::collection::vec("[a-z\",;\n\r\t é]{0,6}", 3), 1..6),
        ) {
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            writer.write_record(["h", "h", "h"]).unwrap();
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let mut records = Records { text: &text, at: 0, separator: b',' };
            let mut read = Vec::new();
            while records.more() {
                let mut row = Vec::new();
                records.next(&mut |field| { row.push(field.to_owned()); Ok(()) }).unwrap();
                read.push(row);
            }
            prop_assert_eq!(&read[1..], &rows[..]);
        }

        #[test]
        fn never_panics(text in "[\",;\n\r\ta é'=]{0,60}") {
            let _ = cells(&text);
        }
    }
}
