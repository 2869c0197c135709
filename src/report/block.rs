//! What a paper is made of. Each block knows its words and nothing of how it is drawn.
//!
//! Lengths are millimetres.

mod facts;
mod sheet;
mod table;

pub use facts::{Facts, Tick, Value};
pub use sheet::{Edge, Grid};
pub use table::{Align, Column, Row, Table};

/// A piece of a paper, as wide as the paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The title of what follows, 1 for a part, 2 for a part of that, 3 for the smallest; never last on a page.
    Heading(u8, String),
    /// Running text. A line break in it is one on paper.
    Paragraph(String),
    /// A number or a name that is read from afar.
    Large(String),
    /// Small print: sources, explanations, what the law says.
    Note(String),
    /// Labels with what stands behind them, or with room for a hand.
    Facts(Facts),
    /// Rows under columns.
    Table(Table),
    /// Places for signatures and thumbs, side by side; never torn apart by the end of a page.
    Signatures(Vec<Signature>),
    /// A number that a scanner reads.
    BarCode(BarCode),
    /// Amounts as bars, longest first or not: the order is kept.
    Bars(Vec<Bar>),
    /// Blocks side by side, each with its share of the width; never torn apart by the end of a page.
    Beside(Vec<(u8, Vec<Block>)>),
    /// Small papers, so many to a sheet.
    Cards(Grid, Vec<Vec<Block>>),
    /// What follows begins a page.
    PageBreak,
    /// What follows is a paper of its own under this title, such as the next of many forms: it begins a page, and its
    /// pages are counted by themselves.
    Paper(String),
}

impl Block {
    /// A heading of the first level.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(1, text.into())
    }

    /// Running text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }

    /// Small print.
    pub fn note(text: impl Into<String>) -> Self {
        Self::Note(text.into())
    }
}

impl From<Facts> for Block {
    fn from(facts: Facts) -> Self {
        Self::Facts(facts)
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl From<Signature> for Block {
    fn from(signature: Signature) -> Self {
        Self::Signatures(vec![signature])
    }
}

impl From<Vec<Signature>> for Block {
    fn from(signatures: Vec<Signature>) -> Self {
        Self::Signatures(signatures)
    }
}

impl From<BarCode> for Block {
    fn from(code: BarCode) -> Self {
        Self::BarCode(code)
    }
}

impl From<Vec<Bar>> for Block {
    fn from(bars: Vec<Bar>) -> Self {
        Self::Bars(bars)
    }
}

/// Where somebody signs, or leaves a thumb print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who signs here: a post, or a word for the mark.
    pub label: String,
    /// What stands beneath, such as the name or the place for a date.
    pub beneath: String,
    /// What is left there.
    pub mark: Mark,
}

/// What a person leaves on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A signature on a line.
    Ink,
    /// A thumb print in a box.
    Thumb,
    /// A photograph, glued into a box.
    Photo,
}

impl Signature {
    /// A line to sign on.
    pub fn line(label: impl Into<String>) -> Self {
        Self { label: label.into(), beneath: String::new(), mark: Mark::Ink }
    }

    /// A box for a thumb.
    pub fn thumb(label: impl Into<String>) -> Self {
        Self { mark: Mark::Thumb, ..Self::line(label) }
    }

    /// A box for a photograph; the label stands in it.
    pub fn photo(label: impl Into<String>) -> Self {
        Self { mark: Mark::Photo, ..Self::line(label) }
    }

    /// With this written beneath.
    #[must_use]
    pub fn beneath(mut self, text: impl Into<String>) -> Self {
        self.beneath = text.into();
        self
    }
}

/// A number that a scanner reads, as Code 128.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarCode {
    /// What the scanner gives: printable ASCII; other characters are left out.
    pub code: String,
    /// What a person reads under it.
    pub text: String,
}

impl BarCode {
    /// A bar code with the same under it.
    pub fn new(code: impl Into<String>) -> Self {
        let code = code.into();
        Self { text: code.clone(), code }
    }

    /// With other words under it.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }
}

/// An amount as a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How much; the largest of the block is as long as there is room.
    pub value: u64,
    /// The same as a person reads it, with its unit.
    pub shown: String,
}

impl Bar {
    /// A bar.
    pub fn new(label: impl Into<String>, value: u64, shown: impl Into<String>) -> Self {
        Self { label: label.into(), value, shown: shown.into() }
    }
}
