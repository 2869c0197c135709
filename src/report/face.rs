//! The letters of the papers: which glyphs a text takes, and where they stand.
//!
//! Two weights of one font that has Latin with all that African languages add to it. Accents that have no letter of
//! their own, as in `ɛ́`, are set by the anchors of the font. Right-to-left and joining scripts are not shaped: their
//! letters are written in Latin ones.

use crate::domain::fold::is_unsafe;
use std::sync::LazyLock;
use ttf_parser::{
    GlyphId,
    gpos::{Anchor, MarkArray, PairAdjustment, PositioningSubtable},
};

/// How strong letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// What is said.
    Regular,
    /// Titles and sums.
    Bold,
}

impl Weight {
    /// All weights.
    pub const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The letters of this weight.
    pub fn face(self) -> &'static Face {
        static REGULAR: LazyLock<Face> = LazyLock::new(|| Face::new(include_bytes!("../../data/fonts/regular.ttf")));
        static BOLD: LazyLock<Face> = LazyLock::new(|| Face::new(include_bytes!("../../data/fonts/bold.ttf")));
        match self {
            Self::Regular => &REGULAR,
            Self::Bold => &BOLD,
        }
    }
}

/// A glyph on a line. Lengths are thousandths of the size of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u16,
    /// What it stands for.
    pub letter: char,
    /// How far the next one stands.
    pub advance: i16,
    /// How far it is moved to the right, for accents.
    pub right: i16,
    /// How far it is moved up, for accents.
    pub up: i16,
}

impl Glyph {
    /// Whether it is an accent of the letter before it.
    pub const fn is_accent(&self) -> bool {
        is_accent(self.letter)
    }
}

const fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// How many accents a letter bears at most; no language has more.
const ACCENTS: usize = 4;

/// A space at which no line is broken.
pub const UNBROKEN: char = '\u{a0}';

/// The sign for a letter that the font lacks.
const MISSING: char = '\u{fffd}';

/// The letters of one weight.
pub struct Face {
    /// The file.
    pub bytes: &'static [u8],
    /// The tables of the file.
    pub tables: ttf_parser::Face<'static>,
    /// What is moved together or onto each other.
    positions: Vec<PositioningSubtable<'static>>,
    /// Glyphs of the letters that come most often.
    common: Vec<u16>,
}

/// Letters below this number are looked up in a table of our own.
const COMMON: u32 = 0x250;

impl Face {
    fn new(bytes: &'static [u8]) -> Self {
        let tables = ttf_parser::Face::parse(bytes, 0).expect("the fonts inside the program can be read");
        assert_eq!(tables.units_per_em(), 1000, "lengths are thousandths");
        let lookups = tables.tables().gpos.map(|table| table.lookups);
        let subtables =
            lookups.into_iter().flatten().flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable>());
        let positions = subtables.collect();
        let glyph = |code| char::from_u32(code).and_then(|letter| tables.glyph_index(letter)).map_or(0, |id| id.0);
        let common = (0..COMMON).map(glyph).collect();
        Self { bytes, tables, positions, common }
    }

    /// What the font is called in a PDF.
    pub fn name(&self) -> String {
        let names = self.tables.names();
        let name = names.into_iter().find(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME);
        name.and_then(|name| name.to_string()).unwrap_or_else(|| "Letters".to_owned())
    }

    /// The glyph of a letter.
    fn glyph(&self, letter: char) -> Option<GlyphId> {
        match self.common.get(letter as usize) {
            Some(id) => (*id != 0).then_some(GlyphId(*id)),
            None => self.tables.glyph_index(letter),
        }
    }

    /// How wide a glyph is by itself.
    pub fn advance(&self, id: u16) -> i16 {
        self.tables.glyph_hor_advance(GlyphId(id)).unwrap_or(0) as i16
    }

    /// The glyphs of a text; line breaks are glyphs of their own, without width.
    pub fn set(&self, text: &str) -> Vec<Glyph> {
        let mut line = Vec::with_capacity(text.len());
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            let accented = letters.peek().is_some_and(|next| is_accent(*next));
            match letter {
                '\n' => line.push(Glyph { id: 0, letter, advance: 0, right: 0, up: 0 }),
                UNBROKEN | '\u{2007}' | '\u{202f}' => self.push_as(&mut line, ' ', UNBROKEN),
                c if c.is_whitespace() => self.push(&mut line, ' '),
                c if is_unseen(c) => {}
                // a tower of them would stand on the lines above, and on other people's cards
                c if is_accent(c) && line.iter().rev().take_while(|g| g.is_accent()).count() >= ACCENTS => {}
                'i' if accented => self.push_as(&mut line, 'ı', 'i'),
                'j' if accented => self.push_as(&mut line, 'ȷ', 'j'),
                '\u{2011}' => self.push(&mut line, '-'),
                c if self.glyph(c).is_some() => self.push(&mut line, c),
                c => match in_latin(c) {
                    Some(latin) => latin.chars().for_each(|letter| self.push(&mut line, letter)),
                    None => self.push(&mut line, MISSING),
                },
            }
        }
        line
    }

    fn push(&self, line: &mut Vec<Glyph>, letter: char) {
        self.push_as(line, letter, letter);
    }

    /// Adds the glyph of a letter that stands for another.
    fn push_as(&self, line: &mut Vec<Glyph>, shown: char, letter: char) {
        let Some(id) = self.glyph(shown) else { return };
        let (mut right, mut up, mut advance) = (0, 0, self.advance(id.0));
        if is_accent(letter) {
            // an accent at the beginning stands alone
            if let Some((x, y)) = self.anchor(line, id) {
                (right, up, advance) = (x, y, 0);
            }
        } else if let Some(last) = line.last_mut().filter(|last| last.id != 0) {
            last.advance += self.kern(GlyphId(last.id), id);
        }
        line.push(Glyph { id: id.0, letter, advance, right, up });
    }

    /// How much closer two glyphs stand.
    fn kern(&self, left: GlyphId, right: GlyphId) -> i16 {
        let pair = |subtable: &PositioningSubtable| {
            let PositioningSubtable::Pair(pair) = subtable else { return None };
            let at = pair.coverage().get(left)?;
            match pair {
                PairAdjustment::Format1 { sets, .. } => sets.get(at)?.get(right).map(|(first, _)| first.x_advance),
                PairAdjustment::Format2 { classes, matrix, .. } => {
                    matrix.get((classes.0.get(left), classes.1.get(right))).map(|(first, _)| first.x_advance)
                }
            }
        };
        self.positions.iter().find_map(pair).unwrap_or(0)
    }

    /// Where an accent stands: over the accent before it, when the font says how, else over its letter.
    fn anchor(&self, line: &[Glyph], accent: GlyphId) -> Option<(i16, i16)> {
        let base = line.iter().rposition(|glyph| !glyph.is_accent() && glyph.id != 0)?;
        let width: i16 = line[base..].iter().map(|glyph| glyph.advance).sum();
        let last = line.last().filter(|last| last.is_accent());
        let stacked = last.and_then(|last| {
            let (x, y) = self.join(accent, GlyphId(last.id), Under::Accent)?;
            Some((last.right + x, last.up + y))
        });
        let placed = stacked.or_else(|| {
            let (x, y) = self.join(accent, GlyphId(line[base].id), Under::Letter)?;
            Some((x - width, y))
        });
        // without anchors it is centred over the letter
        Some(placed.unwrap_or_else(|| ((-width - self.advance(accent.0)) / 2, 0)))
    }

    /// How far an accent is moved from the origin of what it stands on.
    fn join(&self, accent: GlyphId, under: GlyphId, kind: Under) -> Option<(i16, i16)> {
        let moved = |mark: (u16, Anchor), base: Anchor| Some((base.x - mark.1.x, base.y - mark.1.y));
        self.positions.iter().find_map(|subtable| match (subtable, kind) {
            (PositioningSubtable::MarkToBase(table), Under::Letter) => {
                let mark = mark(&table.marks, table.mark_coverage.get(accent)?)?;
                moved(mark, table.anchors.get(table.base_coverage.get(under)?, mark.0)?)
            }
            (PositioningSubtable::MarkToMark(table), Under::Accent) => {
                let mark = mark(&table.marks, table.mark1_coverage.get(accent)?)?;
                moved(mark, table.mark2_matrix.get(table.mark2_coverage.get(under)?, mark.0)?)
            }
            _ => None,
        })
    }
}

fn mark<'a>(marks: &MarkArray<'a>, at: u16) -> Option<(u16, Anchor<'a>)> {
    marks.get(at)
}

/// What an accent stands on.
#[derive(Clone, Copy)]
enum Under {
    Letter,
    Accent,
}

/// What has no shape: controls, joiners, marks of direction and of variants.
fn is_unseen(c: char) -> bool {
    is_unsafe(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Latin letters for one that the font lacks, and plain signs for a sign; a picture is not told in words.
fn in_latin(c: char) -> Option<&'static str> {
    let latin = deunicode::deunicode_char(c)?.trim();
    let tells = c.is_alphanumeric() || !latin.contains(|c: char| c.is_ascii_alphanumeric());
    (tells && !latin.is_empty() && latin != "[?]").then_some(latin)
}

/// How wide glyphs are together, in thousandths of their size.
pub fn width(line: &[Glyph]) -> i32 {
    line.iter().map(|glyph| i32::from(glyph.advance)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> String {
        Weight::Regular.face().set(text).iter().map(|glyph| glyph.letter).collect()
    }

    #[test]
    fn the_letters_of_african_languages_are_there_in_both_weights() {
        let letters = "ÀÉÈÊËÎÏÔÖÙÛÜŸÇŒÆàéèêëîïôöùûüÿçœæ ƁɓƉɖƊɗƎǝƏəƐɛƑƒƔɣƖɩƗɨŊŋƝɲƟɵƠơƆɔƩʃƱʊɄʉƲʋƳƴƷʒ ẸẹỌọṢṣẼẽỸỹǍǎǏǐ \
                       «»‹›“”‘’–—…•·°№€₵₦±×÷−≤≥≠≈½¼¾ªº←→↑↓✓✗☐☑\u{300}\u{301}\u{302}\u{303}\u{304}\u{308}\u{30c}\u{323}\u{331}";
        for weight in Weight::ALL {
            for letter in letters.chars().filter(|c| !c.is_whitespace()) {
                assert!(weight.face().glyph(letter).is_some(), "{letter} is missing in {weight:?}");
            }
        }
    }

    #[test]
    fn accents_stand_over_their_letters() {
        let glyphs = Weight::Regular.face().set("ɛ\u{301}ɔ\u{303}");
        let [open_e, acute, open_o, tilde] = glyphs[..] else { panic!("{glyphs:?}") };
        assert_eq!((acute.advance, tilde.advance), (0, 0));
        // the middle of the accent is near the middle of its letter
        let middle = |glyph: &Glyph| {
            let bounds = Weight::Regular.face().tables.glyph_bounding_box(GlyphId(glyph.id)).unwrap();
            i16::midpoint(bounds.x_min, bounds.x_max)
        };
        for (letter, accent) in [(open_e, acute), (open_o, tilde)] {
            let off = letter.advance + accent.right + middle(&accent) - middle(&letter);
            assert!(off.abs() < 80, "{off}");
        }
        // one over the other
        let [_, tilde, acute] = Weight::Regular.face().set("ɔ\u{303}\u{301}")[..] else { panic!("two accents") };
        assert!(acute.up > tilde.up, "{acute:?} {tilde:?}");
        // a dot gives way to an accent, and is found as the letter it is
        assert_eq!(letters("i\u{304}"), "i\u{304}");
        assert_ne!(Weight::Regular.face().set("i\u{304}")[0].id, Weight::Regular.face().set("i")[0].id);
    }

    #[test]
    fn a_tower_of_accents_is_not_built() {
        for letter in ["ɛ", "i", ""] {
            let tower = format!("{letter}{}é", "\u{301}".repeat(1000));
            let glyphs = Weight::Regular.face().set(&tower);
            assert!(glyphs.len() <= 6 && glyphs.iter().all(|glyph| glyph.up < 1200), "{glyphs:?}");
        }
        assert_eq!(letters("ɔ\u{303}\u{301}\u{323}"), "ɔ\u{303}\u{301}\u{323}");
    }

    #[test]
    fn no_letter_vanishes() {
        assert_eq!(letters("王伟"), "WangWei");
        assert_eq!(letters("Алексей"), "Aleksei");
        assert_eq!(letters("⩽"), "<=");
        assert_eq!(letters("🪨"), "\u{fffd}");
        assert_eq!(letters("a\u{200d}\u{202e}b\u{7}\tc"), "ab c");
    }

    #[test]
    fn letters_that_leave_a_gap_stand_closer() {
        let face = Weight::Regular.face();
        assert!(width(&face.set("AV")) < width(&face.set("A")) + width(&face.set("V")));
    }
}
