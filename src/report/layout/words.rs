//! Headings and running text.

use super::{CAPITAL, Flow, Place, Tag, line::shortened, mm};
use crate::report::{
    block::{Align, Block, Table},
    face::{Glyph, Weight},
};

/// How running text looks.
#[derive(Clone, Copy)]
struct Look {
    size: f32,
    /// From one line to the next.
    leading: f32,
    weight: Weight,
}

const TITLE: Look = Look { size: 17.0, leading: 21.0, weight: Weight::Bold };
const LARGE: Look = Look { size: 26.0, leading: 28.0, weight: Weight::Bold };
const BODY: Look = Look { size: 10.0, leading: 14.0, weight: Weight::Regular };
const NOTE: Look = Look { size: 8.0, leading: 10.5, weight: Weight::Regular };

/// Looks of headings by level, and the room before and after them.
const HEADINGS: [(Look, f32, f32); 3] = [
    (Look { size: 12.5, leading: 15.5, weight: Weight::Bold }, 18.0, 4.0),
    (Look { size: 10.5, leading: 13.5, weight: Weight::Bold }, 11.0, 3.0),
    (Look { size: 10.0, leading: 13.0, weight: Weight::Bold }, 8.0, 1.0),
];

/// What must follow a heading on the same sheet.
const AFTER_HEADING: f32 = 42.0;

impl Flow<'_> {
    /// What the paper is, above everything.
    pub fn title(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let tag = self.tree.heading(1);
        let look = self.look(TITLE);
        let lines = self.lines(text, look.weight, look.size, self.room.width);
        self.text(tag, lines, look);
        self.y += 8.0;
    }

    /// A heading, with what follows it.
    pub fn heading(&mut self, level: u8, text: &str, next: Option<&Block>) {
        let (look, before, after) = HEADINGS[usize::from(level.clamp(1, 3)) - 1];
        let look = self.look(look);
        let lines = self.lines(text, look.weight, look.size, self.room.width);
        self.space(before);
        let company = match next {
            // the titles of the columns, and a row for hands
            Some(Block::Table(Table { row_height: Some(height), .. })) => AFTER_HEADING + mm(*height),
            _ => AFTER_HEADING,
        };
        self.keep(lines.len() as f32 * look.leading + (after + company) * self.scale);
        // the title of the paper is the only one of level 1
        let tag = self.tree.heading(level.clamp(1, 3) + 1);
        self.text(tag, lines, look);
        self.y += after * self.scale;
    }

    /// Running text.
    pub fn paragraph(&mut self, text: &str) {
        self.space(6.0);
        self.running(text, BODY);
    }

    /// A line that is read from afar: cut rather than broken.
    pub fn large(&mut self, text: &str) {
        self.space(6.0);
        let tag = self.tree.paragraph();
        let look = self.look(LARGE);
        self.keep(look.leading);
        self.text(tag, vec![shortened(text, look.weight, look.size, self.room.width)], look);
    }

    /// Small print.
    pub fn note(&mut self, text: &str) {
        self.space(6.0);
        self.running(text, NOTE);
    }

    fn look(&self, look: Look) -> Look {
        Look { size: look.size * self.scale, leading: look.leading * self.scale, ..look }
    }

    fn running(&mut self, text: &str, look: Look) {
        let tag = self.tree.paragraph();
        let look = self.look(look);
        let lines = self.lines(text, look.weight, look.size, self.room.width);
        // two lines at least on each side of the end of a sheet
        if lines.len() < 4 {
            self.keep(lines.len() as f32 * look.leading);
        } else {
            self.keep(2.0 * look.leading);
            let here = (self.left() / look.leading) as usize;
            if here == lines.len() - 1 {
                let (first, rest) = lines.split_at(here - 1);
                self.text(tag, first.to_vec(), look);
                self.next();
                return self.text(tag, rest.to_vec(), look);
            }
        }
        self.text(tag, lines, look);
    }

    /// Lines, on as many sheets as they need.
    fn text(&mut self, tag: Tag, lines: Vec<Vec<Glyph>>, look: Look) {
        for glyphs in lines {
            self.keep(look.leading);
            let y = self.y + f32::midpoint(look.leading, CAPITAL * look.size);
            let (left, room) = (self.room.left, self.room.width);
            self.words(
                Some(tag),
                glyphs,
                Place { left, room, y, size: look.size, weight: look.weight, align: Align::Left },
            );
            self.y += look.leading;
        }
    }
}
