//! Labels for files and tools: the number, the name, the site.

use super::{Head, Person, Scribe, option};
use crate::{
    domain::{
        member::{Field, show_number},
        noun::Entry,
    },
    report::{
        Page, Report,
        block::{BarCode, Block, Edge, Grid},
    },
};

/// On labels narrower than this, in millimetres, bars stand alone: beside words they would be too fine for a scanner.
const NARROW: f32 = 60.0;

/// Measures of a sheet of labels, by its code in [`option::SHEETS`].
const fn grid(code: &str) -> Grid {
    let (columns, rows, width, height, gap_across) = match code.as_bytes() {
        b"3x7" => (3, 7, 63.5, 38.1, 2.5),
        b"2x7" => (2, 7, 99.1, 38.1, 2.5),
        b"5x13" => (5, 13, 38.1, 21.2, 2.5),
        _ => return Grid::LABELS,
    };
    Grid { columns, rows, width, height, gap_across, gap_down: 0.0, edge: Edge::None }
}

/// The labels while they are made.
pub struct Labels<'a> {
    head: Head<'a>,
    grid: Grid,
    with_code: bool,
    labels: Vec<Vec<Block>>,
}

impl<'a> Labels<'a> {
    /// None yet, but for those of the first sheet that are gone already.
    pub fn new(head: Head<'a>, options: &Entry) -> Self {
        let grid = grid(options.get("sheet"));
        let gone = option::count(options, "skip").unwrap_or(0).min(grid.per_sheet() - 1);
        Self { head, grid, with_code: options.get("code") == "yes", labels: vec![Vec::new(); gone] }
    }
}

impl Scribe for Labels<'_> {
    fn add(&mut self, person: &Person) {
        let member = &person.member;
        let number = member.number.map(show_number).unwrap_or_default();
        let place = [Field::Site, Field::Team].map(|field| self.head.value(person, field));
        let place = place.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let mut label = vec![Block::Large(number.clone()), Block::Heading(1, member.full_name())];
        if !place.is_empty() {
            label.push(Block::note(place));
        }
        if self.with_code && !number.is_empty() {
            label = if self.grid.width < NARROW {
                vec![BarCode::new(number).into(), Block::note(member.full_name())]
            } else {
                vec![Block::Beside(vec![(5, label), (3, vec![BarCode::new(number).text("").into()])])]
            };
        }
        self.labels.push(label);
    }

    fn finish(self: Box<Self>) -> Report {
        let head = self.head;
        head.report(head.label("paper-labels-title")).on(Page::Bare).block(Block::Cards(self.grid, self.labels))
    }
}
