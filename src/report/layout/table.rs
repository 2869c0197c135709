//! Tables: titles on each sheet, rows that are whole unless one is taller than a sheet, sums that keep the last row
//! company.

use super::{
    CAPITAL, Flow, Place, Role, Tag,
    line::{lines, widest_word},
    mm, points,
};
use crate::report::{
    block::{Align, Table},
    columns::{self, Need},
    face::{Glyph, Weight, width},
};
use std::borrow::Cow;

/// Sizes of letters, tried one after the other until no word has to be broken.
const SIZES: [f32; 5] = [9.0, 8.5, 8.0, 7.5, 7.0];
/// From one line to the next, by the size.
const LEADING: f32 = 1.28;
/// Room above and below the lines of a row, by the size.
const PAD: f32 = 0.26;
/// Room between columns.
const GAP: f32 = 9.0;
/// The largest part of the width that a word keeps for itself before it is broken.
const WORD: f32 = 0.3;

/// A table as it stands on sheets.
struct Grid<'a> {
    table: &'a Table,
    /// Left edge and width of each column.
    columns: Vec<(f32, f32)>,
    aligns: Vec<Align>,
    size: f32,
    /// Titles, in lines.
    titles: Vec<Vec<Vec<Glyph>>>,
    /// Whether titles are short enough to be repeated.
    repeats: bool,
    tag: Tag,
}

impl Grid<'_> {
    fn leading(&self) -> f32 {
        self.size * LEADING
    }

    fn pad(&self) -> f32 {
        self.size * PAD
    }

    /// The height of a row with this many lines.
    fn height(&self, lines: usize) -> f32 {
        lines.max(1) as f32 * self.leading() + 2.0 * self.pad()
    }

    /// Boxes for hands have lines on all sides.
    const fn is_ruled(&self) -> bool {
        self.table.row_height.is_some()
    }

    /// A row in lines, cell by cell.
    fn set<'t>(&self, cells: impl Iterator<Item = Cow<'t, str>>, weight: Weight) -> Vec<Vec<Vec<Glyph>>> {
        let set = |(text, (_, room)): (Cow<str>, &(f32, f32))| lines(&text, weight, self.size, room - GAP);
        cells.zip(&self.columns).map(set).collect()
    }
}

fn tallest(cells: &[Vec<Vec<Glyph>>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or(0)
}

/// What a column holds, in thousandths of the size.
#[derive(Clone, Copy, Default)]
struct Wide {
    /// The widest cell on one line.
    cell: i32,
    /// The title on one line.
    title: i32,
    /// The widest word of both.
    word: i32,
}

/// Measures all cells.
fn measure(table: &Table) -> Vec<Wide> {
    let line = |text: &str, weight: Weight| {
        let glyphs = weight.face().set(text);
        let widest = glyphs.split(|glyph| glyph.letter == '\n').map(width).max().unwrap_or(0);
        (widest, widest_word(&glyphs))
    };
    let title = |text: Cow<str>| {
        let (title, word) = line(&text, Weight::Bold);
        Wide { cell: 0, title, word }
    };
    let mut wide: Vec<Wide> = table.titles().map(title).collect();
    let mut row = |cells: &mut dyn Iterator<Item = Cow<str>>, weight: Weight| {
        for (text, wide) in cells.zip(&mut wide) {
            let (cell, word) = line(&text, weight);
            (wide.cell, wide.word) = (wide.cell.max(cell), wide.word.max(word));
        }
    };
    for (at, cells) in table.rows.iter().enumerate() {
        row(&mut table.shown(Some(at + 1), cells), Weight::Regular);
    }
    for cells in &table.totals {
        row(&mut table.shown(None, cells), Weight::Bold);
    }
    wide
}

impl Flow<'_> {
    /// Rows under columns.
    pub fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        self.space(10.0);
        let grid = self.grid(table);
        let first = table.rows.first().map(|row| grid.set(table.shown(Some(1), row), Weight::Regular));
        let first = first.map_or(0.0, |cells| grid.height(tallest(&cells)).max(self.row_height(table)));
        self.keep(grid.height(tallest(&grid.titles)) + first.min(self.most() / 3.0));
        self.titles(&grid, Some(grid.tag));
        let totals: Vec<_> = table.totals.iter().map(|row| grid.set(table.shown(None, row), Weight::Bold)).collect();
        let sums: f32 = totals.iter().map(|cells| grid.height(tallest(cells))).sum();
        for (at, row) in table.rows.iter().enumerate() {
            let cells = grid.set(table.shown(Some(at + 1), row), Weight::Regular);
            let company = if at + 1 == table.rows.len() { sums } else { 0.0 };
            self.row(&grid, cells, Weight::Regular, company);
        }
        for (at, cells) in totals.into_iter().enumerate() {
            if at == 0 {
                self.across(&grid, 0.8);
            }
            self.row(&grid, cells, Weight::Bold, 0.0);
        }
        self.y += 2.0;
    }

    fn row_height(&self, table: &Table) -> f32 {
        // taller rows than half a sheet are a mistake of whoever made the table
        table.row_height.map_or(0.0, |height| mm(height).min(self.most() / 2.0))
    }

    /// Shares out the width.
    fn grid<'t>(&mut self, table: &'t Table) -> Grid<'t> {
        let wide = measure(table);
        let offset = usize::from(table.numbered.is_some());
        let shares = table.columns.iter().any(|column| column.grow > 0);
        let room = self.room.width;
        let needs = |size: f32| -> Vec<Need> {
            let need = |(at, wide): (usize, &Wide)| {
                let column = at.checked_sub(offset).map(|at| &table.columns[at]);
                let whole = points(wide.cell, size);
                Need {
                    whole: whole + GAP,
                    title: points(wide.title, size) + GAP,
                    // one word that no language has must not crush all other columns
                    word: points(wide.word, size).min(room * WORD) + GAP,
                    least: column.map_or(0.0, |column| mm(column.at_least)),
                    grow: column.map_or(0.0, |column| match column.align {
                        _ if shares => f32::from(column.grow),
                        Align::Left => whole,
                        Align::Centre | Align::Right => 0.0,
                    }),
                }
            };
            wide.iter().enumerate().map(need).collect()
        };
        let sizes = SIZES.map(|size| size * self.scale);
        let roomy = sizes.into_iter().find(|size| columns::is_roomy(&needs(*size), room));
        let size = roomy.unwrap_or(sizes[SIZES.len() - 1]);
        let mut left = self.room.left;
        let place = |width: f32| {
            left += width;
            (left - width, width)
        };
        let columns = columns::widths(&needs(size), room).into_iter().map(place).collect();
        let tag = self.tree.add(Role::Table, super::Tree::ROOT);
        let aligns = table.aligns().collect();
        let mut grid = Grid { table, columns, aligns, size, titles: Vec::new(), repeats: true, tag };
        grid.titles = grid.set(table.titles(), Weight::Bold);
        grid.repeats = grid.height(tallest(&grid.titles)) < self.most() / 4.0;
        grid
    }

    /// The titles of the columns; where they are repeated they are decoration.
    fn titles(&mut self, grid: &Grid, tag: Option<Tag>) {
        let cells = grid.titles.clone();
        let height = grid.height(tallest(&cells));
        let row = tag.map(|tag| self.tree.add(Role::Row, tag));
        let tags = cells.iter().map(|_| row.map(|row| self.tree.add(Role::Title, row))).collect::<Vec<_>>();
        if grid.is_ruled() {
            self.across(grid, 0.4);
            self.uprights(grid, height);
        }
        self.cells(grid, cells, &tags, Weight::Bold, Stand::Bottom(height));
        self.y += height;
        self.across(grid, 0.8);
    }

    /// A row, on the next sheet when this one has no room for it and its company.
    fn row(&mut self, grid: &Grid, mut cells: Vec<Vec<Vec<Glyph>>>, weight: Weight, company: f32) {
        let row = self.tree.add(Role::Row, grid.tag);
        let tags: Vec<_> = cells.iter().map(|_| Some(self.tree.add(Role::Cell, row))).collect();
        let least = if weight == Weight::Regular { self.row_height(grid.table) } else { 0.0 };
        let mut fresh = None;
        loop {
            let height = grid.height(tallest(&cells)).max(least);
            let company = if fresh.is_some() { 0.0 } else { company };
            if self.fits(height + company) {
                return self.piece(grid, cells, &tags, weight, height);
            }
            if fresh.is_none() && !self.at_top() {
                self.next_with_titles(grid);
                fresh = Some(self.y);
                continue;
            }
            // taller than a sheet: as many lines as there is room for, and the others on the next
            let most = (((self.left() - 2.0 * grid.pad()) / grid.leading() + 0.01) as usize).max(1);
            let piece = cells.iter_mut().map(|lines| lines.drain(..most.min(lines.len())).collect()).collect();
            self.piece(grid, piece, &tags, weight, grid.height(most));
            if tallest(&cells) == 0 {
                return;
            }
            self.next_with_titles(grid);
            fresh = Some(self.y);
        }
    }

    fn next_with_titles(&mut self, grid: &Grid) {
        self.next();
        if grid.repeats {
            self.titles(grid, None);
        } else {
            self.across(grid, 0.8);
        }
    }

    fn piece(&mut self, grid: &Grid, cells: Vec<Vec<Vec<Glyph>>>, tags: &[Option<Tag>], weight: Weight, height: f32) {
        // words stand at the foot of a row for hands, as the hands will write
        let stand = if grid.is_ruled() && tallest(&cells) <= 1 { Stand::Middle(height) } else { Stand::Top };
        if grid.is_ruled() {
            self.uprights(grid, height);
        }
        self.cells(grid, cells, tags, weight, stand);
        self.y += height;
        self.across(grid, if grid.is_ruled() { 0.4 } else { 0.25 });
    }

    fn cells(&mut self, grid: &Grid, cells: Vec<Vec<Vec<Glyph>>>, tags: &[Option<Tag>], weight: Weight, stand: Stand) {
        let size = grid.size;
        for (at, lines) in cells.into_iter().enumerate() {
            let (left, room) = grid.columns[at];
            let down = match stand {
                Stand::Top => 0.0,
                Stand::Middle(height) => (height - grid.height(lines.len())) / 2.0,
                Stand::Bottom(height) => height - grid.height(lines.len()),
            };
            let mut y = self.y + down + grid.pad() + f32::midpoint(grid.leading(), CAPITAL * size);
            for glyphs in lines {
                let align = grid.aligns[at];
                // without uprights the table begins and ends where the text does
                let (before, after) = if grid.is_ruled() { (GAP / 2.0, GAP) } else { (0.0, GAP) };
                let last = at + 1 == grid.columns.len() && !grid.is_ruled();
                let room = if last && align != Align::Left { room } else { room - after };
                self.words(tags[at], glyphs, Place { left: left + before, room, y, size, weight, align });
                y += grid.leading();
            }
        }
    }

    /// A line across the table.
    fn across(&mut self, grid: &Grid, width: f32) {
        let right = grid.columns.last().map_or(self.room.right(), |(left, width)| left + width);
        self.line((self.room.left, self.y), (right, self.y), width);
    }

    /// Lines between the columns and at the sides, for a row of this height.
    fn uprights(&mut self, grid: &Grid, height: f32) {
        let edges = grid.columns.iter().map(|(left, _)| *left).chain([self.room.right()]);
        for x in edges {
            self.line((x, self.y), (x, self.y + height), 0.4);
        }
    }
}

/// Where the lines of a cell stand in a row that is taller.
#[derive(Clone, Copy)]
enum Stand {
    Top,
    Middle(f32),
    Bottom(f32),
}
