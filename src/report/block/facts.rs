//! Labels with what stands behind them: a person's page, and the same as an empty form.

/// Labels with values, in one column or two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Labels and values, read along the rows.
    pub facts: Vec<(String, Value)>,
    /// How many stand side by side where there is room: 1 or 2.
    pub columns: u8,
    /// The least width of the labels in millimetres, where several blocks stand in one line.
    pub labels: u8,
}

/// What stands behind a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Words(String),
    /// So many lines to be filled by hand.
    Blank(u8),
    /// Boxes to tick.
    Choice(Vec<(Tick, String)>),
}

/// Whether a box is ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// It is.
    Yes,
    /// It is not.
    No,
}

impl Facts {
    /// None yet, in one column.
    pub const fn new() -> Self {
        Self { facts: Vec::new(), columns: 1, labels: 0 }
    }

    /// None yet, two side by side.
    pub const fn side_by_side() -> Self {
        Self { facts: Vec::new(), columns: 2, labels: 0 }
    }

    /// With labels of at least this width in millimetres.
    #[must_use]
    pub const fn labels(mut self, width: u8) -> Self {
        self.labels = width;
        self
    }

    /// A label with words; without words there is a line to be filled by hand.
    #[must_use]
    pub fn fact(mut self, label: impl Into<String>, words: impl Into<String>) -> Self {
        let words = words.into();
        self.facts.push((label.into(), if words.is_empty() { Value::Blank(1) } else { Value::Words(words) }));
        self
    }

    /// A label with one line to be filled by hand.
    #[must_use]
    pub fn blank(self, label: impl Into<String>) -> Self {
        self.blank_lines(label, 1)
    }

    /// A label with so many lines to be filled by hand.
    #[must_use]
    pub fn blank_lines(mut self, label: impl Into<String>, lines: u8) -> Self {
        self.facts.push((label.into(), Value::Blank(lines)));
        self
    }

    /// A label with boxes to tick.
    #[must_use]
    pub fn choice(mut self, label: impl Into<String>, boxes: impl IntoIterator<Item = (Tick, String)>) -> Self {
        self.facts.push((label.into(), Value::Choice(boxes.into_iter().collect())));
        self
    }
}
