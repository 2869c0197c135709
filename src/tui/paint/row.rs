//! One row: writes what changed, or empties the row and writes what is in it, whichever is shorter.
use super::{Cell, pen::Pen};

/// More blanks than this are erased rather than written.
const ERASE_FROM: usize = 3;

/// Makes row `y` of the terminal, which shows `shown`, look like `next`.
pub(super) fn write(pen: &mut Pen, y: u16, shown: &[Cell], next: &[Cell]) {
    let Some(first) = shown.iter().zip(next).position(|(a, b)| a != b) else { return };
    let end = next.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |last| last + 1);
    let (start, before) = (pen.out.len(), pen.state());
    changes(pen, y, first, end, |x| shown[x], next);

    let (middle, after) = (pen.out.len(), pen.state());
    let least = next[first..end.max(first)].iter().filter(|cell| **cell != Cell::BLANK).count();
    if middle - start <= least || shown[first..].iter().all(|cell| *cell == Cell::BLANK) {
        return;
    }
    pen.restore(before);
    pen.reach(first as u16, y, next);
    pen.erase_to_end();
    if pen.out.len() - middle < middle - start {
        changes(pen, y, first, end, |_| Cell::BLANK, next);
    }
    if pen.out.len() - middle < middle - start && pen.out.len() > middle {
        pen.out.drain(start..middle);
    } else {
        pen.out.truncate(middle);
        pen.restore(after);
    }
}

/// Writes the cells from `first` on that differ; from `end` on `next` is blank.
fn changes(pen: &mut Pen, y: u16, first: usize, end: usize, shown: impl Fn(usize) -> Cell, next: &[Cell]) {
    let mut x = first;
    while x < end {
        let cell = next[x];
        if cell != shown(x) {
            pen.reach(x as u16, y, next);
            pen.put(cell);
        }
        // the right half of a wide character comes with the left
        x += usize::from(cell.glyph.width().max(1));
    }
    let differs = |x: &usize| shown(*x) != Cell::BLANK;
    let Some(from) = (end.max(first)..next.len()).find(differs) else { return };
    let to = (from..next.len()).rfind(differs).unwrap_or(from);
    if to - from < ERASE_FROM {
        for x in from..=to {
            pen.reach(x as u16, y, next);
            pen.put(Cell::BLANK);
        }
    } else {
        // any blank cell before will do as a place to erase from
        if pen.column_in(y).is_none_or(|x| usize::from(x) < end || usize::from(x) > from) {
            pen.reach(from as u16, y, next);
        }
        pen.erase_to_end();
    }
}
