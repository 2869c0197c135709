//! Values of the domain as lists and papers. Pure: whoever calls has fetched them.
//!
//! A list ([`table`], [`roster`]) is for programs. A paper is a [`Report`] of [`block`]s, made once and then written for
//! whoever reads it: on the screen and on a receipt printer, on paper, in a spreadsheet.

pub mod block;
pub mod calendar;
mod code128;
mod columns;
mod face;
pub mod head;
pub mod journal;
pub mod json;
mod layout;
pub mod meeting;
pub mod member;
pub mod money;
pub mod pdf;
pub mod plain;
pub mod roster;
pub mod table;
pub mod xlsx;
mod zip;

use block::Block;
use chrono::NaiveDate;
pub use layout::pages;

/// A paper: what stands on it, before anybody knows how it is written.
///
/// All words are ready, in the language of the paper; only "n / N" at the foot of a page is added when it is written. A
/// PDF is always PDF/A: nobody has to know beforehand which paper will be kept.
///
/// ```
/// # use ushirika::report::{Report, block::{Align, Column, Signature, Table}};
/// let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
/// let list = Table::new()
///     .column(Column::new("N°").align(Align::Right))
///     .column("Nom")
///     .column(Column::new("Signature").at_least(40.0))
///     .row([7.into(), "Kabwe Ilunga".into()]);
/// let report = Report::new("Liste de présence", "fr", today)
///     .organisation("Coopérative minière Mbongu Mboka")
///     .block(list)
///     .block(Signature::line("Le secrétaire").beneath("Amina Kabwe"));
/// # assert_eq!(report.blocks.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What the paper is, in its language; stands on top, and on each page.
    pub title: String,
    /// The language of the words, as BCP 47 has it: `fr`, `en`.
    pub language: String,
    /// The day the paper was made.
    pub made_on: NaiveDate,
    /// Who gives it out; stands on each page. Empty when nobody needs to be named.
    pub organisation: String,
    /// A line at the foot of each page, such as the witness words; may be empty.
    pub foot: String,
    /// What is stamped on every page, such as that it is a draft; empty for nothing.
    pub stamp: String,
    /// The sheet it is printed on.
    pub page: Page,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// The sheet a paper is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// A4, upright, with a header and page numbers.
    #[default]
    Portrait,
    /// A4, across, with a header and page numbers: for wide tables.
    Landscape,
    /// A4, upright, with nothing but the blocks: sheets of cards and labels.
    Bare,
    /// A4, upright, with large letters: for a wall.
    Poster,
    /// The same on A3.
    LargePoster,
    /// A roll of a receipt printer, so many letters wide: 32 on 58 mm, 48 on 80 mm.
    Roll(usize),
}

impl Page {
    /// Whether nothing stands on it but the blocks.
    pub const fn is_bare(self) -> bool {
        matches!(self, Self::Bare | Self::Roll(_))
    }

    /// How many letters a line has when it is written as text.
    pub const fn columns(self) -> usize {
        match self {
            Self::Roll(columns) => columns,
            _ => plain::PAPER,
        }
    }
}

impl Report {
    /// An upright paper without content.
    pub fn new(title: impl Into<String>, language: impl Into<String>, made_on: NaiveDate) -> Self {
        Self {
            title: title.into(),
            language: language.into(),
            made_on,
            organisation: String::new(),
            foot: String::new(),
            stamp: String::new(),
            page: Page::default(),
            blocks: Vec::new(),
        }
    }

    /// Who gives the paper out.
    #[must_use]
    pub fn organisation(mut self, name: impl Into<String>) -> Self {
        self.organisation = name.into();
        self
    }

    /// A line at the foot of each page.
    #[must_use]
    pub fn foot(mut self, line: impl Into<String>) -> Self {
        self.foot = line.into();
        self
    }

    /// With this stamped on every page.
    #[must_use]
    pub fn stamp(mut self, words: impl Into<String>) -> Self {
        self.stamp = words.into();
        self
    }

    /// On this sheet.
    #[must_use]
    pub const fn on(mut self, page: Page) -> Self {
        self.page = page;
        self
    }

    /// One more block at the end.
    #[must_use]
    pub fn block(mut self, block: impl Into<Block>) -> Self {
        self.blocks.push(block.into());
        self
    }

    /// More blocks at the end.
    #[must_use]
    pub fn blocks(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }
}
