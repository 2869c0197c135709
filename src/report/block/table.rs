//! Rows under columns, with totals, and with room for hands.

use crate::report::table::Cell;
use std::borrow::Cow;

/// A row of a table. Cells that are missing at the end are blank.
pub type Row = Vec<Cell<'static>>;

/// Rows under columns; the titles are repeated on each page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
    /// Rows of sums, set apart at the end.
    pub totals: Vec<Row>,
    /// The title of a first column that counts the rows, when there is one.
    pub numbered: Option<String>,
    /// The least height of a row, for rows that are filled by hand.
    pub row_height: Option<f32>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What it is about.
    pub title: String,
    /// On which side its cells stand.
    pub align: Align,
    /// The least width in millimetres, for cells that are filled by hand; else it is as wide as its cells need.
    pub at_least: f32,
    /// Its share of the room that all columns leave; with 0 everywhere each takes some.
    pub grow: u8,
}

/// On which side something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Marks and codes of equal length.
    Centre,
    /// Numbers.
    Right,
}

impl Column {
    /// A column of words.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Left, at_least: 0.0, grow: 0 }
    }

    /// With its cells on this side.
    #[must_use]
    pub const fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// At least so many millimetres wide.
    #[must_use]
    pub const fn at_least(mut self, width: f32) -> Self {
        self.at_least = width;
        self
    }

    /// With such a share of the room that is left.
    #[must_use]
    pub const fn grow(mut self, share: u8) -> Self {
        self.grow = share;
        self
    }
}

impl<T: Into<String>> From<T> for Column {
    fn from(title: T) -> Self {
        Self::new(title)
    }
}

impl Table {
    /// Without columns and rows.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more column.
    #[must_use]
    pub fn column(mut self, column: impl Into<Column>) -> Self {
        self.columns.push(column.into());
        self
    }

    /// One more row.
    #[must_use]
    pub fn row(mut self, cells: impl Into<Row>) -> Self {
        self.rows.push(cells.into());
        self
    }

    /// More rows.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// One more row of sums.
    #[must_use]
    pub fn total(mut self, cells: impl Into<Row>) -> Self {
        self.totals.push(cells.into());
        self
    }

    /// With the rows counted in a first column of this title.
    #[must_use]
    pub fn numbered(mut self, title: impl Into<String>) -> Self {
        self.numbered = Some(title.into());
        self
    }

    /// With rows of at least this height.
    #[must_use]
    pub const fn row_height(mut self, height: f32) -> Self {
        self.row_height = Some(height);
        self
    }

    /// The titles from left to right, that of the count first when there is one.
    pub fn titles(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let counted = self.numbered.as_deref();
        counted.into_iter().chain(self.columns.iter().map(|column| column.title.as_str())).map(Cow::Borrowed)
    }

    /// A row as a person reads it: its number first when rows are counted, and as many cells as there are columns.
    pub fn shown<'a>(&'a self, number: Option<usize>, row: &'a Row) -> impl Iterator<Item = Cow<'a, str>> {
        let counted = self.numbered.as_ref().map(|_| number.map_or(Cow::Borrowed(""), |n| n.to_string().into()));
        let blanks = std::iter::repeat(Cow::Borrowed(""));
        counted.into_iter().chain(row.iter().map(Cell::show).chain(blanks).take(self.columns.len()))
    }

    /// On which side the cells of each column stand.
    pub fn aligns(&self) -> impl Iterator<Item = Align> {
        let counted = self.numbered.as_ref().map(|_| Align::Right);
        counted.into_iter().chain(self.columns.iter().map(|column| column.align))
    }
}
