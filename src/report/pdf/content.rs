//! What stands on a page, as the orders of PDF.

use super::font::Fonts;
use crate::report::{
    face::{Glyph, Weight},
    layout::{Area, Shape, Sheet, Tag},
};
use std::fmt::Write;

/// The orders of one page, as they are written.
pub struct Content<'a> {
    out: String,
    height: f32,
    fonts: &'a mut Fonts,
    /// What was last chosen, and need not be said again.
    font: Option<(Weight, f32)>,
    line: f32,
}

impl<'a> Content<'a> {
    /// None yet, for a page of this height: PDF counts from below.
    pub const fn new(height: f32, fonts: &'a mut Fonts) -> Self {
        Self { out: String::new(), height, fonts, font: None, line: 1.0 }
    }

    /// Everything but head and foot. `mark` gives each piece its number on the page.
    pub fn body(&mut self, sheet: &Sheet, mut mark: impl FnMut(Tag) -> u32) {
        for group in sheet.items.chunk_by(|(a, _), (b, _)| a == b) {
            match group[0].0 {
                None => self.out.push_str("/Artifact BMC\n"),
                Some(tag) => {
                    let _ = writeln!(self.out, "/P<</MCID {}>>BDC", mark(tag));
                }
            }
            self.shapes(group);
        }
    }

    /// Head and foot, which are read with no page.
    pub fn furniture(&mut self, sheet: &Sheet) {
        self.out.push_str("/Artifact<</Type/Pagination>>BDC\n");
        self.shapes(&sheet.items);
    }

    /// The orders.
    pub fn finish(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    fn shapes(&mut self, items: &[(Option<Tag>, Shape)]) {
        for (_, shape) in items {
            match shape {
                Shape::Words { x, y, size, weight, glyphs } => self.words((*x, *y), *size, *weight, glyphs),
                Shape::Line { from, to, width } => {
                    self.width(*width);
                    self.points(&[*from], "m ");
                    self.points(&[*to], "l S\n");
                }
                Shape::Frame(area) => {
                    self.width(0.6);
                    self.area(area, "S\n");
                }
                Shape::Fill(area) => self.area(area, "f\n"),
            }
        }
        self.out.push_str("EMC\n");
    }

    fn width(&mut self, width: f32) {
        if self.line.to_bits() != width.to_bits() {
            self.line = width;
            self.numbers(&[width], "w ");
        }
    }

    fn area(&mut self, area: &Area, order: &str) {
        let bottom = self.height - area.top - area.height;
        self.numbers(&[area.left, bottom, area.width, area.height], "re ");
        self.out.push_str(order);
    }

    fn points(&mut self, points: &[(f32, f32)], order: &str) {
        for (x, y) in points {
            self.numbers(&[*x, self.height - y], "");
        }
        self.out.push_str(order);
    }

    fn words(&mut self, (x, y): (f32, f32), size: f32, weight: Weight, glyphs: &[Glyph]) {
        if self.font != Some((weight, size)) {
            self.font = Some((weight, size));
            let _ = write!(self.out, "/{} ", Fonts::name(weight));
            self.numbers(&[size], "Tf ");
        }
        self.out.push_str("BT ");
        self.points(&[(x, y)], "Td [");
        let face = weight.face();
        let mut open = false;
        for glyph in glyphs {
            if glyph.up != 0 {
                self.close(&mut open);
                self.out.push_str("]TJ ");
                self.numbers(&[f32::from(glyph.up) * size / 1000.0], "Ts [");
            }
            if glyph.right != 0 {
                self.close(&mut open);
                let _ = write!(self.out, "{}", -glyph.right);
            }
            if !open {
                open = true;
                self.out.push('<');
            }
            let _ = write!(self.out, "{:04X}", self.fonts.used(weight, glyph));
            let back = face.advance(glyph.id) - glyph.advance + glyph.right;
            if back != 0 {
                self.close(&mut open);
                let _ = write!(self.out, "{back}");
            }
            if glyph.up != 0 {
                self.close(&mut open);
                self.out.push_str("]TJ 0 Ts [");
            }
        }
        self.close(&mut open);
        self.out.push_str("]TJ ET\n");
    }

    fn close(&mut self, open: &mut bool) {
        if std::mem::take(open) {
            self.out.push('>');
        }
    }

    /// Numbers with two decimals at most, then an order.
    fn numbers(&mut self, numbers: &[f32], order: &str) {
        for number in numbers {
            let hundredths = (number * 100.0).round() as i32;
            let sign = if hundredths < 0 { "-" } else { "" };
            let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
            let _ = match rest {
                0 => write!(self.out, "{sign}{whole} "),
                rest if rest % 10 == 0 => write!(self.out, "{sign}{whole}.{} ", rest / 10),
                rest => write!(self.out, "{sign}{whole}.{rest:02} "),
            };
        }
        self.out.push_str(order);
    }
}
