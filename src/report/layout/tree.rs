//! What belongs together on a paper, for those who hear it instead of seeing it.

/// A piece of the paper, by its place in the tree.
pub type Tag = u32;

/// What a piece is.
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// All.
    Document,
    /// A heading of this level, from 1.
    Heading(u8),
    /// Running text, a fact, a place for a signature.
    Paragraph,
    /// A table; its pieces are rows.
    Table,
    /// A row of a table; its pieces are cells.
    Row,
    /// The title of a column.
    Title,
    /// A cell.
    Cell,
    /// A picture, and what it says; where it stands on its sheet. In a box, because tables have many pieces.
    Figure(Box<(String, super::Area)>),
}

/// The pieces of a paper in reading order; each knows what it is part of.
#[derive(Debug)]
pub struct Tree {
    /// What each piece is, and what it is part of; the first is part of itself.
    pub nodes: Vec<(Role, Tag)>,
    /// Headings so far never leave out a level.
    level: u8,
}

impl Tree {
    /// Where everything begins.
    pub const ROOT: Tag = 0;

    pub(super) fn new() -> Self {
        Self { nodes: vec![(Role::Document, Self::ROOT)], level: 0 }
    }

    /// How far the tree has grown, to come back to.
    pub(super) const fn mark(&self) -> (usize, u8) {
        (self.nodes.len(), self.level)
    }

    /// Takes away what has grown since.
    pub(super) fn back_to(&mut self, (nodes, level): (usize, u8)) {
        self.nodes.truncate(nodes);
        self.level = level;
    }

    /// Adds a piece to another.
    pub(super) fn add(&mut self, role: Role, parent: Tag) -> Tag {
        self.nodes.push((role, parent));
        self.nodes.len() as Tag - 1
    }

    /// Adds a heading.
    pub(super) fn heading(&mut self, level: u8) -> Tag {
        self.level = level.clamp(1, (self.level + 1).min(6));
        self.add(Role::Heading(self.level), Self::ROOT)
    }

    /// Adds running text.
    pub(super) fn paragraph(&mut self) -> Tag {
        self.add(Role::Paragraph, Self::ROOT)
    }
}
