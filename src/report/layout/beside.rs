//! Blocks side by side.

use super::{Area, End, Flow, mm};
use crate::report::block::Block;

/// Room between two.
const GAP: f32 = mm(5.0);

impl Flow<'_> {
    /// Blocks in rooms of their own, which begin on one line; on the next sheet when this one is too low for them.
    pub fn beside(&mut self, parts: &[(u8, Vec<Block>)]) {
        let (outside, end) = (self.room, self.end);
        if end == End::Turns {
            let (items, tree, top) = (self.sheet.items.len(), self.tree.mark(), self.y);
            self.part(parts);
            self.sheet.items.truncate(items);
            self.tree.back_to(tree);
            let height = self.y - top;
            (self.room, self.y, self.end) = (outside, top, end);
            if let ([(_, blocks)], true) = (parts, height > self.most()) {
                // higher than a sheet: torn apart all the same, but nothing is lost beyond its end
                return self.blocks(blocks);
            }
            self.keep(height);
        }
        self.part(parts);
        (self.room, self.end) = (outside, end);
    }

    /// Sets the parts, however high they are; afterwards stands below the highest.
    fn part(&mut self, parts: &[(u8, Vec<Block>)]) {
        let (room, gap) = (self.room, GAP * self.scale);
        let shares = parts.iter().map(|(share, _)| f32::from(*share)).sum::<f32>().max(1.0);
        let width = room.width - gap * parts.len().saturating_sub(1) as f32;
        // nothing stands in these rooms yet: what leaves room before itself does so once, for all of them
        self.space(6.0);
        let (top, mut left, mut bottom) = (self.y, room.left, self.y);
        self.end = End::Overflows;
        for (share, blocks) in parts {
            let width = width * f32::from(*share) / shares;
            (self.room, self.y) = (Area { left, top, width, height: room.bottom() - top }, top);
            self.blocks(blocks);
            left += width + gap;
            bottom = self.y.max(bottom);
        }
        self.y = bottom;
    }
}
