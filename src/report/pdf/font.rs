//! The letters that a paper uses, embedded in it.

use super::file::{File, hex};
use crate::report::face::{Face, Glyph, UNBROKEN, Weight};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use subsetter::GlyphRemapper;

/// What was used of each weight.
#[derive(Default)]
pub struct Fonts {
    regular: Used,
    bold: Used,
}

/// Glyphs in the order in which they came, and the letters they stand for.
#[derive(Default)]
struct Used {
    numbers: GlyphRemapper,
    /// By number: the glyph in the font, its letter.
    glyphs: Vec<(u16, char)>,
}

impl Fonts {
    /// The name of a weight on every page.
    pub const fn name(weight: Weight) -> &'static str {
        match weight {
            Weight::Regular => "R",
            Weight::Bold => "B",
        }
    }

    const fn of(&mut self, weight: Weight) -> &mut Used {
        match weight {
            Weight::Regular => &mut self.regular,
            Weight::Bold => &mut self.bold,
        }
    }

    /// Says that a glyph is used; returns its number in the paper.
    pub fn used(&mut self, weight: Weight, glyph: &Glyph) -> u16 {
        let used = self.of(weight);
        let number = used.numbers.remap(glyph.id);
        if usize::from(number) > used.glyphs.len() {
            used.glyphs.push((glyph.id, if glyph.letter == UNBROKEN { ' ' } else { glyph.letter }));
        }
        number
    }

    /// Writes the fonts; returns their names with what they are.
    pub fn embed(&mut self, file: &mut File) -> String {
        let mut names = String::new();
        for weight in Weight::ALL {
            let used = self.of(weight);
            if !used.glyphs.is_empty() {
                let _ = write!(names, "/{} {}", Self::name(weight), used.embed(file, weight.face()));
            }
        }
        names
    }
}

impl Used {
    fn embed(&self, file: &mut File, face: &Face) -> super::Ref {
        let subset = subsetter::subset(face.bytes, 0, &self.numbers).expect("the fonts inside the program can be cut");
        let program = file.id();
        file.stream(program, &format!("/Length1 {}", subset.len()), &subset);
        let name = format!("{}+{}", prefix(&subset), face.name());
        let (tables, bounds) = (&face.tables, face.tables.global_bounding_box());
        let descriptor = file.add(&format!(
            "<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{} {} {} {}]/ItalicAngle 0/Ascent {}/Descent {}\
             /CapHeight {}/StemV {}/FontFile2 {program}>>",
            bounds.x_min,
            bounds.y_min,
            bounds.x_max,
            bounds.y_max,
            tables.ascender(),
            tables.descender(),
            tables.capital_height().unwrap_or(700),
            if tables.is_bold() { 140 } else { 80 },
        ));
        let widths = self.glyphs.iter().fold(face.advance(0).to_string(), |mut widths, (id, _)| {
            let _ = write!(widths, " {}", face.advance(*id));
            widths
        });
        let letters = file.add(&format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
             /Supplement 0>>/FontDescriptor {descriptor}/CIDToGIDMap/Identity/W[0[{widths}]]>>"
        ));
        let meaning = file.id();
        file.stream(meaning, "", self.meaning().as_bytes());
        file.add(&format!(
            "<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{letters}]\
             /ToUnicode {meaning}>>"
        ))
    }

    /// Which letter each number stands for, so that words can be found and copied.
    fn meaning(&self) -> String {
        let mut map = String::from(
            "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)\
             /Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        let numbered: Vec<_> = self.glyphs.iter().enumerate().collect();
        for some in numbered.chunks(100) {
            let _ = writeln!(map, "{} beginbfchar", some.len());
            for (at, (_, letter)) in some {
                let units: Vec<u8> =
                    letter.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| unit.to_be_bytes()).collect();
                let _ = writeln!(map, "<{:04X}> <{}>", at + 1, hex(&units));
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend");
        map
    }
}

/// Six letters that tell this part of a font from others.
fn prefix(subset: &[u8]) -> String {
    Sha256::digest(subset)[..6].iter().map(|byte| char::from(b'A' + byte % 26)).collect()
}
