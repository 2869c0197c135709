//! Pieces side by side.

use super::{Area, End, Flow};
use crate::report::block::Block;

/// Room between two.
const GAP: f32 = 14.0;

impl Flow<'_> {
    /// Pieces side by side, on the next sheet when this one has no room for the tallest.
    pub fn beside(&mut self, pieces: &[(u8, Vec<Block>)]) {
        let gap = GAP * self.scale;
        let room = self.room.width - gap * pieces.len().saturating_sub(1) as f32;
        let shares: f32 = pieces.iter().map(|(share, _)| f32::from(*share)).sum::<f32>().max(1.0);
        self.space(7.0);
        let (items, nodes) = (self.sheet.items.len(), self.tree.nodes.len());
        let high = self.pieces(pieces, room / shares, gap);
        if !self.fits(high) && !self.at_top() {
            // drawn once too often, to know how high it is
            self.sheet.items.truncate(items);
            self.tree.nodes.truncate(nodes);
            self.next();
            self.pieces(pieces, room / shares, gap);
        }
        self.y += high;
    }

    /// Draws the pieces; returns the height of the tallest.
    fn pieces(&mut self, pieces: &[(u8, Vec<Block>)], share: f32, gap: f32) -> f32 {
        let outside = (self.room, self.y, self.end);
        let (mut left, mut high) = (self.room.left, 0.0f32);
        for (part, blocks) in pieces {
            let width = share * f32::from((*part).max(1));
            self.room = Area { left, top: outside.1, width, height: self.room.height };
            (self.y, self.end) = (outside.1, End::Overflows);
            self.blocks(blocks);
            high = high.max(self.y - outside.1);
            left += width + gap;
        }
        (self.room, self.y, self.end) = outside;
        high
    }
}
