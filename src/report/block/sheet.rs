//! Sheets of small papers: cards to be cut, labels to be torn off.

/// How small papers stand on a sheet: in the middle of the room there is, row by row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// How many side by side.
    pub columns: u8,
    /// How many below each other.
    pub rows: u8,
    /// Width of one.
    pub width: f32,
    /// Height of one.
    pub height: f32,
    /// Room between two side by side.
    pub gap_across: f32,
    /// Room between two below each other.
    pub gap_down: f32,
    /// What is seen around each.
    pub edge: Edge,
}

/// What is seen around a small paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Nothing: the sheet is cut already.
    None,
    /// A thin border.
    Border,
    /// Marks at the corners, to cut along.
    Marks,
    /// Broken lines across the sheet, to cut along.
    Cut,
}

impl Grid {
    /// Cards of 85 × 54 mm, eight to a sheet, to be cut.
    pub const CARDS: Self =
        Self { columns: 2, rows: 4, width: 85.0, height: 54.0, gap_across: 0.0, gap_down: 0.0, edge: Edge::Marks };

    /// Labels of 70 × 37 mm, twenty-four to a sheet without margins.
    pub const LABELS: Self =
        Self { columns: 3, rows: 8, width: 70.0, height: 37.0, gap_across: 0.0, gap_down: 0.0, edge: Edge::None };

    /// Thirds of a sheet, to be cut.
    pub const THIRDS: Self =
        Self { columns: 1, rows: 3, width: 186.0, height: 99.0, gap_across: 0.0, gap_down: 0.0, edge: Edge::Cut };

    /// How many there are to a sheet.
    pub const fn per_sheet(self) -> usize {
        self.columns as usize * self.rows as usize
    }
}
