//! Finds rows that only moved: a list scrolled by some rows between a header and a footer that stay.
//!
//! A finding is only ever a matter of bytes: the painter takes it as what the terminal shows from then on, writes
//! what still differs, and compares with doing without. Equal hashes of unequal rows do no harm.
use super::Cell;

/// What setting the margins, moving and resetting costs.
const PRICE: i32 = 24;
/// Above this many cells saved there is no need to try without.
pub(super) const SURELY: i32 = 400;

/// An odd number with bits all over, as in rustc's hash.
const MIX: u64 = 0x517c_c1b7_2722_0a95;

/// Rows `top..=bottom` move by `by` rows, up if it is positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub top: u16,
    pub bottom: u16,
    pub by: i32,
    /// An estimate, in cells.
    pub saves: i32,
}

impl Shift {
    /// The row whose content row `y` has after the move; none if it comes in blank.
    pub fn source(self, y: u16) -> Option<u16> {
        if y < self.top || y > self.bottom {
            return Some(y);
        }
        let from = i32::from(y) + self.by;
        (from >= self.top.into() && from <= self.bottom.into()).then_some(from as u16)
    }
}

/// Looks for moved rows; keeps its memory from frame to frame.
#[derive(Debug, Default)]
pub(super) struct Finder {
    shown: Vec<u64>,
    next: Vec<u64>,
    /// Cells of each new row that are not blank.
    ink: Vec<i32>,
    /// Cells that differ in each row as it stands.
    cost: Vec<i32>,
}

impl Finder {
    /// The move that saves most, if one pays.
    pub fn find(&mut self, width: usize, shown: &[Cell], next: &[Cell]) -> Option<Shift> {
        let rows = || shown.chunks_exact(width).zip(next.chunks_exact(width));
        self.cost.clear();
        self.cost.extend(rows().map(|(shown, next)| differing(shown, next)));
        self.ink.clear();
        self.ink.extend(next.chunks_exact(width).map(|row| row.iter().filter(|c| **c != Cell::BLANK).count() as i32));
        hash_rows(width, shown, &mut self.shown);
        hash_rows(width, next, &mut self.next);

        let height = self.next.len() as i32;
        let mut best = (PRICE, None);
        for by in (1..height).flat_map(|by| [by, -by]) {
            // a row more or less is what a held key does: worth looking at each cell, as a pane beside the list may
            // have changed in every row; longer ways must keep whole rows
            let saved = |y: usize, from: usize| {
                let (cost, ink) = (self.cost[y], self.ink[y]);
                if self.next[y] == self.shown[from] {
                    cost
                } else if by.abs() == 1 {
                    cost - differing(&shown[from * width..][..width], &next[y * width..][..width])
                } else {
                    cost - ink.max(cost)
                }
            };
            let (saved, shift) = self.best_block(by, saved);
            if saved > best.0 {
                best = (saved, shift);
            }
        }
        best.1
    }

    /// The block of rows that saves most when moved by `by`.
    fn best_block(&self, by: i32, saved: impl Fn(usize, usize) -> i32) -> (i32, Option<Shift>) {
        let (height, k) = (self.next.len(), by.unsigned_abs() as usize);
        let (mut best, mut sum, mut start) = ((0, None), 0, 0);
        for i in 0..height - k {
            // new row and where its content was
            let (y, from) = if by > 0 { (i, i + k) } else { (i + k, i) };
            if sum <= 0 {
                (sum, start) = (0, i);
            }
            sum += saved(y, from);
            // the rows that come in are written from nothing; earlier blocks may end where this one begins
            if sum > best.0 {
                let incoming = if by > 0 { i + 1..i + 1 + k } else { start..start + k };
                let worth = sum - incoming.map(|y| (self.ink[y] - self.cost[y]).max(0)).sum::<i32>();
                if worth > best.0 {
                    best = (worth, Some(Shift { top: start as u16, bottom: (i + k) as u16, by, saves: worth }));
                }
            }
        }
        best
    }
}

fn differing(a: &[Cell], b: &[Cell]) -> i32 {
    a.iter().zip(b).filter(|(a, b)| a != b).count() as i32
}

fn hash_rows(width: usize, cells: &[Cell], hashes: &mut Vec<u64>) {
    hashes.clear();
    hashes.extend(cells.chunks_exact(width).map(|row| {
        row.iter().fold(0u64, |hash, cell| {
            (hash.rotate_left(5) ^ cell.glyph.bits() ^ cell.look.bits().rotate_left(24)).wrapping_mul(MIX)
        })
    }));
}
