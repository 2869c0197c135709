//! Cards and labels, so many to a sheet.

use super::{Area, End, Flow, Shape, mm};
use crate::report::block::{Block, Edge, Grid};

/// Sizes of letters on a card and the most lines of a text, tried one after the other until everything is on it.
const FITS: [(f32, usize); 9] = [
    (1.0, usize::MAX),
    (0.9, usize::MAX),
    (0.8, usize::MAX),
    (0.7, usize::MAX),
    (0.6, usize::MAX),
    (0.5, usize::MAX),
    (0.5, 3),
    (0.5, 2),
    (0.5, 1),
];
/// Empty room inside the edge.
const PAD: f32 = mm(4.5);
/// The most of the height that it takes on each side.
const PAD_SHARE: f32 = 0.12;

impl Flow<'_> {
    /// Small papers in the middle of the room, row by row.
    pub fn cards(&mut self, grid: Grid, cards: &[Vec<Block>]) {
        let (width, height) = (mm(grid.width), mm(grid.height));
        let (across, down) = (mm(grid.gap_across), mm(grid.gap_down));
        let columns = room_for(usize::from(grid.columns), width, across, self.room.width);
        let rows = room_for(usize::from(grid.rows), height, down, self.room.height);
        let wide = columns as f32 * (width + across) - across;
        let left = self.room.left + (self.room.width - wide) / 2.0;
        for sheet in cards.chunks(columns * rows) {
            let rows_here = sheet.len().div_ceil(columns);
            let high = rows as f32 * (height + down) - down;
            let high_here = rows_here as f32 * (height + down) - down;
            self.space(mm(8.0));
            self.keep(high_here);
            // a sheet of their own is filled from its middle, as those of the printer's shop are cut
            let top = if self.at_top() { self.y + ((self.room.height - high) / 2.0).max(0.0) } else { self.y };
            // one size of letters for a sheet: that of the fullest, but for those on which texts are cut
            let pad = PAD.min(height * PAD_SHARE);
            let room = Area { left, top, width, height }.within(pad);
            let fits: Vec<(f32, usize)> = sheet.iter().map(|card| self.fit(card, room)).collect();
            let whole = fits.iter().filter(|(_, lines)| *lines == usize::MAX);
            let scale = whole.map(|(scale, _)| *scale).fold(FITS[0].0, f32::min);
            for (at, card) in sheet.iter().enumerate() {
                let (column, row) = ((at % columns) as f32, (at / columns) as f32);
                let area =
                    Area { left: left + column * (width + across), top: top + row * (height + down), width, height };
                if grid.edge == Edge::Border {
                    self.draw(None, Shape::Frame(area));
                }
                let fit = if fits[at].1 == usize::MAX { (scale, usize::MAX) } else { fits[at] };
                let (items, inside) = (self.sheet.items.len(), area.within(pad));
                if self.card(card, inside, fit) > inside.bottom() {
                    // what nobody could read in any size is left out rather than drawn on the neighbour
                    let drawn = self.sheet.items.split_off(items);
                    let is_inside = |(_, shape): &(_, Shape)| shape.bottom() <= inside.bottom();
                    self.sheet.items.extend(drawn.into_iter().filter(is_inside));
                }
            }
            if grid.edge == Edge::Cut {
                (1..rows).for_each(|row| self.cut(top + row as f32 * (height + down) - down / 2.0));
            }
            if grid.edge == Edge::Marks {
                self.marks(Area { left, top, width: wide, height: high_here }, &grid, columns, rows_here);
            }
            self.y = top + high_here;
        }
    }

    /// The first of [`FITS`] with which everything is on a card; the last when nothing helps.
    fn fit(&mut self, blocks: &[Block], area: Area) -> (f32, usize) {
        let (items, tree) = (self.sheet.items.len(), self.tree.mark());
        let mut fits = |fit: (f32, usize)| {
            let bottom = self.card(blocks, area, fit);
            self.sheet.items.truncate(items);
            self.tree.back_to(tree);
            bottom <= area.bottom()
        };
        FITS.into_iter().find(|fit| fits(*fit)).unwrap_or(FITS[FITS.len() - 1])
    }

    /// Blocks in a room of their own, in this size and with so many lines of a text at most; returns where they end.
    fn card(&mut self, blocks: &[Block], area: Area, (scale, lines): (f32, usize)) -> f32 {
        let outside = (self.room, self.y, self.scale, self.lines, self.end);
        (self.room, self.y, self.scale, self.lines, self.end) = (area, area.top, scale, lines, End::Overflows);
        self.blocks(blocks);
        let bottom = self.y;
        (self.room, self.y, self.scale, self.lines, self.end) = outside;
        bottom
    }

    /// A broken line across the whole sheet.
    fn cut(&mut self, y: f32) {
        const STEP: f32 = mm(3.0);
        let (left, right) = (self.room.left + STEP, self.room.right() - STEP);
        for at in 0..((right - left) / STEP) as usize {
            let x = left + at as f32 * STEP;
            self.line((x, y), (x + STEP / 2.0, y), 0.4);
        }
    }

    /// Marks to cut along, outside of the cards, and a small cross where four meet.
    fn marks(&mut self, area: Area, grid: &Grid, columns: usize, rows: usize) {
        let edges = |start: f32, length: f32, gap: f32, count: usize| -> Vec<f32> {
            let mut edges: Vec<f32> =
                (0..count).flat_map(|at| [0.0, length].map(|end| start + at as f32 * (length + gap) + end)).collect();
            edges.dedup_by(|a, b| (*a - *b).abs() < 0.1);
            edges
        };
        let across = edges(area.left, mm(grid.width), mm(grid.gap_across), columns);
        let down = edges(area.top, mm(grid.height), mm(grid.gap_down), rows);
        let (near, far, cross) = (mm(1.0), mm(5.0), mm(1.2));
        for x in &across {
            self.line((*x, area.top - far), (*x, area.top - near), 0.25);
            self.line((*x, area.bottom() + near), (*x, area.bottom() + far), 0.25);
        }
        for y in &down {
            self.line((area.left - far, *y), (area.left - near, *y), 0.25);
            self.line((area.right() + near, *y), (area.right() + far, *y), 0.25);
        }
        for x in &across {
            for y in &down {
                self.line((x - cross, *y), (x + cross, *y), 0.25);
                self.line((*x, y - cross), (*x, y + cross), 0.25);
            }
        }
    }
}

/// How many of this length there is room for, at least one.
fn room_for(wanted: usize, length: f32, gap: f32, room: f32) -> usize {
    let most = ((room + gap + 0.1) / (length + gap).max(1.0)) as usize;
    wanted.min(most).max(1)
}
