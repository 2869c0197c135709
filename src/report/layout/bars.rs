//! Amounts as bars.

use super::{Area, Flow, Place, Shape, line::lines, mm, points};
use crate::report::{
    block::{Align, Bar},
    face::{Weight, width},
};

const SIZE: f32 = 9.0;
const LEADING: f32 = 11.5;
const PAD: f32 = 2.0;
const HEIGHT: f32 = mm(2.6);
const GAP: f32 = 8.0;
/// The largest part of the width that labels take.
const MOST: f32 = 0.35;

impl Flow<'_> {
    /// A row for each amount: label, bar, amount.
    pub fn bars(&mut self, bars: &[Bar]) {
        self.space(7.0);
        let (size, leading, gap) = (SIZE * self.scale, LEADING * self.scale, GAP * self.scale);
        let wide = |text: &str| points(width(&Weight::Regular.face().set(text)), size);
        let labels = bars.iter().map(|bar| wide(&bar.label)).fold(0.0, f32::max).min(self.room.width * MOST);
        let amounts = bars.iter().map(|bar| wide(&bar.shown)).fold(0.0, f32::max).min(self.room.width * MOST);
        let most = (self.room.width - labels - amounts - 2.0 * gap).max(1.0);
        let largest = bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
        for bar in bars {
            let label = lines(&bar.label, Weight::Regular, size, labels + 0.1);
            let shown = lines(&bar.shown, Weight::Regular, size, amounts + 0.1);
            let height = label.len().max(shown.len()) as f32 * leading + PAD * self.scale;
            self.keep(height);
            let tag = Some(self.tree.paragraph());
            let long = most * (bar.value as f64 / largest as f64) as f32;
            let base = self.y + 0.8 * leading;
            let place =
                |left: f32, y: f32| Place { left, room: 0.0, y, size, weight: Weight::Regular, align: Align::Left };
            for (at, glyphs) in label.into_iter().enumerate() {
                self.words(tag, glyphs, place(self.room.left, base + at as f32 * leading));
            }
            let left = self.room.left + labels + gap;
            let height_of_bar = HEIGHT * self.scale;
            if long > 0.0 {
                let top = base - 0.36 * size - height_of_bar / 2.0;
                self.draw(None, Shape::Fill(Area { left, top, width: long, height: height_of_bar }));
            }
            for (at, glyphs) in shown.into_iter().enumerate() {
                self.words(tag, glyphs, place(left + long + gap * 0.75, base + at as f32 * leading));
            }
            self.y += height;
        }
    }
}
