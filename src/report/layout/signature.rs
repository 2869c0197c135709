//! Places for signatures and thumbs, side by side.

use super::{Area, Flow, Place, Shape, line::shortened, mm};
use crate::report::{
    block::{Align, Mark, Signature},
    face::Weight,
};

const SIZE: f32 = 9.0;
const LEADING: f32 = 11.5;
/// Room for a signature above its line.
const INK: f32 = mm(17.0);
/// The box for a thumb.
const THUMB: (f32, f32) = (mm(25.0), mm(30.0));
/// The box for a photograph, as for a passport.
const PHOTO: (f32, f32) = (mm(26.0), mm(33.0));
/// What one alone takes.
const ALONE: f32 = mm(75.0);
/// Room above a box.
const AIR: f32 = 4.0;
/// Room between two.
const GAP: f32 = 20.0;
/// How many stand side by side.
const ACROSS: usize = 3;

impl Flow<'_> {
    /// Places to sign; a row of them is never torn apart.
    pub fn signatures(&mut self, signatures: &[Signature]) {
        for row in signatures.chunks(ACROSS) {
            self.space(12.0);
            self.signature_row(row, signatures.len().min(ACROSS));
        }
    }

    fn signature_row(&mut self, row: &[Signature], across: usize) {
        let scale = self.scale;
        let (size, leading) = (SIZE * scale, LEADING * scale);
        let width = (self.room.width - GAP * scale * (across - 1) as f32) / across as f32;
        let width = if across == 1 { width.min(ALONE) } else { width };
        let above = |one: &Signature| {
            if one.mark == Mark::Photo { Vec::new() } else { self.lines(&one.label, Weight::Regular, size, width) }
        };
        let labels: Vec<_> = row.iter().map(above).collect();
        let beneath: Vec<_> = row.iter().map(|one| self.lines(&one.beneath, Weight::Regular, size, width)).collect();
        let label = labels.iter().map(Vec::len).max().unwrap_or(0) as f32 * leading;
        let mark = row.iter().map(|one| size_of(one.mark).1).fold(0.0, f32::max) * scale;
        let foot = beneath.iter().map(Vec::len).max().unwrap_or(1) as f32 * leading + 3.0 * scale;
        self.keep(label + mark + foot);
        for (at, ((one, label_lines), beneath)) in row.iter().zip(labels).zip(beneath).enumerate() {
            let left = self.room.left + at as f32 * (width + GAP * scale);
            let tag = Some(self.tree.paragraph());
            let place = |y: f32| Place { left, room: width, y, size, weight: Weight::Regular, align: Align::Left };
            for (at, glyphs) in label_lines.into_iter().enumerate() {
                self.words(tag, glyphs, place(self.y + at as f32 * leading + 0.8 * leading));
            }
            let base = self.y + label + mark;
            match one.mark {
                Mark::Ink => self.line((left, base), (left + width, base), 0.5),
                Mark::Thumb | Mark::Photo => {
                    let (wide, high) = size_of(one.mark);
                    let (wide, high) = (wide.min(self.room.width / scale) * scale, (high - AIR) * scale);
                    self.draw(None, Shape::Frame(Area { left, top: base - high, width: wide, height: high }));
                    if one.mark == Mark::Photo {
                        let glyphs = shortened(&one.label, Weight::Regular, size, wide);
                        let y = base - high / 2.0;
                        self.words(tag, glyphs, Place { room: wide, align: Align::Centre, ..place(y) });
                    }
                }
            }
            for (at, glyphs) in beneath.into_iter().enumerate() {
                self.words(tag, glyphs, place(base + 3.0 * scale + at as f32 * leading + 0.72 * leading));
            }
        }
        self.y += label + mark + foot;
    }
}

/// Width and height of what a mark needs, with air above.
const fn size_of(mark: Mark) -> (f32, f32) {
    match mark {
        Mark::Ink => (0.0, INK),
        Mark::Thumb => (THUMB.0, THUMB.1 + AIR),
        Mark::Photo => (PHOTO.0, PHOTO.1 + AIR),
    }
}
