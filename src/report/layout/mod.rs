//! Where everything on a paper stands: blocks become sheets of lines and words, and the number of sheets is known.
//!
//! Lengths are points (1/72 inch) from the upper left corner of the sheet. Nothing here knows of PDF.

mod bars;
mod beside;
mod card;
mod code;
mod facts;
mod furniture;
mod line;
mod signature;
mod table;
mod tree;
mod words;

use super::{
    Page, Report,
    block::{Align, Block},
    face::{Glyph, Weight, width},
};
pub use furniture::furniture;
pub use tree::{Role, Tag, Tree};

/// Millimetres in points.
pub const fn mm(length: f32) -> f32 {
    length * (72.0 / 25.4)
}

/// Height of a capital letter, of its size.
const CAPITAL: f32 = 0.714;

/// What is drawn on one sheet, in order.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Shapes, each with the piece of the paper it belongs to; those of none are decoration.
    pub items: Vec<(Option<Tag>, Shape)>,
    /// The title of the paper that begins on it, when one does that is not the first.
    pub begins: Option<String>,
}

/// Something that is drawn.
#[derive(Debug)]
pub enum Shape {
    /// Words on a line.
    Words {
        /// Where they begin.
        x: f32,
        /// The line they stand on.
        y: f32,
        /// How large.
        size: f32,
        /// How strong.
        weight: Weight,
        /// The letters.
        glyphs: Vec<Glyph>,
    },
    /// A line from one point to another, so wide.
    Line {
        /// Where it begins.
        from: (f32, f32),
        /// Where it ends.
        to: (f32, f32),
        /// How wide.
        width: f32,
    },
    /// The outline of a box.
    Frame(Area),
    /// A black box.
    Fill(Area),
}

impl Shape {
    /// How far down it reaches; of words the line they stand on.
    const fn bottom(&self) -> f32 {
        match self {
            Self::Words { y, .. } => *y,
            Self::Line { from, to, .. } => from.1.max(to.1),
            Self::Frame(area) | Self::Fill(area) => area.bottom(),
        }
    }
}

/// A box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Area {
    const fn bottom(&self) -> f32 {
        self.top + self.height
    }

    const fn right(&self) -> f32 {
        self.left + self.width
    }

    /// Without so much on each side.
    const fn within(&self, edge: f32) -> Self {
        Self {
            left: self.left + edge,
            top: self.top + edge,
            width: self.width - 2.0 * edge,
            height: self.height - 2.0 * edge,
        }
    }
}

/// Width and height of a sheet.
pub const fn sheet_size(page: Page) -> (f32, f32) {
    match page {
        Page::Portrait | Page::Bare | Page::Poster => (mm(210.0), mm(297.0)),
        Page::LargePoster => (mm(297.0), mm(420.0)),
        Page::Landscape => (mm(297.0), mm(210.0)),
        Page::Roll(columns) => (roll(columns), mm(200.0)),
    }
}

/// The width of a roll with so many letters in a line.
const fn roll(columns: usize) -> f32 {
    if columns > super::plain::NARROW { mm(80.0) } else { mm(58.0) }
}

/// The room for blocks on a sheet. The wide margin is where a binder punches its holes.
const fn room(page: Page) -> Area {
    match page {
        Page::Portrait => Area { left: mm(25.0), top: mm(22.0), width: mm(170.0), height: mm(257.0) },
        Page::Landscape => Area { left: mm(15.0), top: mm(30.0), width: mm(267.0), height: mm(162.0) },
        Page::Bare => Area { left: 0.0, top: 0.0, width: mm(210.0), height: mm(297.0) },
        Page::Roll(columns) => Area { left: mm(4.0), top: mm(6.0), width: roll(columns) - mm(8.0), height: mm(188.0) },
        Page::Poster => Area { left: mm(18.0), top: mm(20.0), width: mm(174.0), height: mm(262.0) },
        Page::LargePoster => Area { left: mm(25.0), top: mm(26.0), width: mm(247.0), height: mm(374.0) },
    }
}

/// How large letters are, of what they are on a sheet that is held in the hand.
const fn scale(page: Page) -> f32 {
    match page {
        Page::Portrait | Page::Landscape | Page::Bare | Page::Roll(_) => 1.0,
        Page::Poster => 1.4,
        Page::LargePoster => 2.0,
    }
}

/// How many sheets a paper takes.
pub fn pages(report: &Report) -> usize {
    let mut count = 0;
    sheets(report, |_| count += 1);
    count
}

/// Draws a paper sheet by sheet, without header and foot; returns what belongs together.
pub fn sheets(report: &Report, mut turn: impl FnMut(Sheet)) -> Tree {
    let room = room(report.page);
    let mut flow = Flow {
        room,
        y: room.top,
        scale: scale(report.page),
        lines: usize::MAX,
        is_titled: !report.page.is_bare(),
        end: End::Turns,
        sheet: Sheet::default(),
        tree: Tree::new(),
        turn: &mut turn,
    };
    if flow.is_titled {
        flow.title(&report.title);
    }
    // a roll has neither head nor foot on each sheet: they stand once, above and below
    let is_roll = matches!(report.page, Page::Roll(_));
    if is_roll {
        flow.blocks(&[Block::Heading(2, report.organisation.clone()), Block::Heading(1, report.title.clone())]);
    }
    flow.blocks(&report.blocks);
    if is_roll && !report.foot.is_empty() {
        flow.note(&report.foot);
    }
    let Flow { sheet, tree, .. } = flow;
    turn(sheet);
    tree
}

/// What happens at the end of the room.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The next sheet begins.
    Turns,
    /// Nothing: it is seen afterwards that the room was too small.
    Overflows,
}

/// Blocks as they are set one below the other.
struct Flow<'a> {
    /// The room on this sheet.
    room: Area,
    /// Where the next thing begins.
    y: f32,
    /// How large letters are, of what they are on a sheet that is held in the hand.
    scale: f32,
    /// How many lines a text takes at most.
    lines: usize,
    /// Whether papers have titles above them.
    is_titled: bool,
    end: End,
    sheet: Sheet,
    tree: Tree,
    turn: &'a mut dyn FnMut(Sheet),
}

impl Flow<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(level, text) => self.heading(*level, text, blocks.get(at + 1)),
                Block::Paragraph(text) => self.paragraph(text),
                Block::Large(text) => self.large(text),
                Block::Note(text) => self.note(text),
                Block::Facts(facts) => self.facts(facts, at.checked_sub(1).map(|before| &blocks[before])),
                Block::Table(table) => self.table(table),
                Block::Signatures(signatures) => self.signatures(signatures),
                Block::BarCode(code) => self.bar_code(code),
                Block::Bars(bars) => self.bars(bars),
                Block::Beside(parts) => self.beside(parts),
                Block::Cards(grid, cards) => self.cards(*grid, cards),
                Block::PageBreak => self.page_break(),
                Block::Paper(title) => self.paper(title),
            }
        }
    }

    /// Whether nothing stands in the room yet.
    fn at_top(&self) -> bool {
        self.y <= self.room.top + 0.01
    }

    /// How much height is left.
    fn left(&self) -> f32 {
        match self.end {
            End::Turns => self.room.bottom() - self.y,
            End::Overflows => f32::INFINITY,
        }
    }

    /// How much height there is at most.
    const fn most(&self) -> f32 {
        match self.end {
            End::Turns => self.room.height,
            End::Overflows => f32::INFINITY,
        }
    }

    /// Whether this much height is left; lengths that are sums are not exact.
    fn fits(&self, height: f32) -> bool {
        height <= self.left() + 0.01
    }

    /// Leaves room before something, unless it is the first in its room.
    fn space(&mut self, height: f32) {
        if !self.at_top() {
            self.y += height * self.scale;
        }
    }

    /// Begins the next sheet when this much height is not left, and would be there.
    fn keep(&mut self, height: f32) {
        if !self.fits(height) && !self.at_top() {
            self.next();
        }
    }

    /// Begins the next sheet.
    fn next(&mut self) {
        if self.end == End::Turns {
            (self.turn)(std::mem::take(&mut self.sheet));
            self.y = self.room.top;
        }
    }

    fn page_break(&mut self) {
        if !self.at_top() {
            self.next();
        }
    }

    /// Begins a paper of its own on the next sheet.
    fn paper(&mut self, title: &str) {
        self.page_break();
        self.sheet.begins = Some(title.to_owned());
        if self.is_titled {
            self.title(title);
        }
    }

    fn draw(&mut self, tag: impl Into<Option<Tag>>, shape: Shape) {
        self.sheet.items.push((tag.into(), shape));
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32) {
        self.draw(None, Shape::Line { from, to, width });
    }

    /// A text in lines; where there is room for few of them the last ends in dots.
    fn lines(&self, text: &str, weight: Weight, size: f32, room: f32) -> Vec<Vec<Glyph>> {
        line::first_lines(text, weight, size, room, self.lines)
    }

    /// Words on a line, within `left` and `left + room`.
    fn words(&mut self, tag: Option<Tag>, glyphs: Vec<Glyph>, at: Place) {
        if glyphs.is_empty() {
            return;
        }
        let spare = at.room - points(width(&glyphs), at.size);
        let x = match at.align {
            Align::Left => at.left,
            Align::Centre => at.left + spare / 2.0,
            Align::Right => at.left + spare,
        };
        self.draw(tag, Shape::Words { x, y: at.y, size: at.size, weight: at.weight, glyphs });
    }
}

/// Where words stand on a line.
#[derive(Clone, Copy)]
struct Place {
    left: f32,
    room: f32,
    y: f32,
    size: f32,
    weight: Weight,
    align: Align,
}

/// Thousandths of a size in points.
fn points(thousandths: i32, size: f32) -> f32 {
    thousandths as f32 * size / 1000.0
}

#[cfg(test)]
mod tests;
