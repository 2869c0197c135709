//! Bar codes.

use super::{Area, Flow, Place, Role, Shape, Tree, line::shortened, mm};
use crate::report::{
    block::{Align, BarCode},
    code128,
    face::Weight,
};

/// How wide a module is where there is room: wide enough for a worn printer.
const MODULE: f32 = mm(0.38);
const HEIGHT: f32 = mm(12.0);
const SIZE: f32 = 9.0;

impl Flow<'_> {
    /// A number as bars, with what a person reads under it.
    pub fn bar_code(&mut self, code: &BarCode) {
        let widths = code128::widths(&code.code).unwrap_or_default();
        let modules: u32 = widths.iter().map(|width| u32::from(*width)).sum();
        self.space(8.0);
        let (size, height) = (SIZE * self.scale, HEIGHT * self.scale.max(0.75));
        let high = if modules == 0 { 0.0 } else { height };
        self.keep(high + 1.5 * size);
        // the empty room beside the bars is part of the code
        let module = MODULE.min(self.room.width / (modules + 2 * code128::QUIET).max(1) as f32);
        let whole = Area { left: self.room.left, top: self.y, width: modules as f32 * module, height: high };
        let tag = self.tree.add(Role::Figure(Box::new((code.text.clone(), whole))), Tree::ROOT);
        let mut left = whole.left;
        for (at, width) in widths.iter().enumerate() {
            let width = f32::from(*width) * module;
            if at % 2 == 0 {
                self.draw(tag, Shape::Fill(Area { left, width, ..whole }));
            }
            left += width;
        }
        let tag = Some(self.tree.paragraph());
        let glyphs = shortened(&code.text, Weight::Regular, size, self.room.width);
        let y = whole.bottom() + 1.1 * size;
        let align = if modules == 0 { Align::Left } else { Align::Centre };
        let (left, room, weight) = (whole.left, whole.width, Weight::Regular);
        self.words(tag, glyphs, Place { left, room, y, size, weight, align });
        self.y = whole.bottom() + 1.5 * size;
    }
}
