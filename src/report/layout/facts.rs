//! Facts: labels on the left, values or room for a hand on the right, in one column or two.

use super::{Area, Flow, Place, Shape, Tag, mm, points};
use crate::report::{
    block::{Align, Block, Facts, Tick, Value},
    face::{Glyph, Weight, width},
};

const LABEL: f32 = 8.5;
const VALUE: f32 = 10.0;
const LEADING: f32 = 13.5;
const PAD: f32 = 1.5;
/// Room between a label and its value.
const GAP: f32 = 8.0;
/// Room between two columns.
const BETWEEN: f32 = 18.0;
/// Height of a line for a hand.
const HAND: f32 = mm(6.6);
/// Side of a box to tick.
const BOX: f32 = 8.0;
/// The largest part of the width that labels take.
const MOST: f32 = 0.45;

/// A fact that has its place.
struct Set<'a> {
    label: Vec<Vec<Glyph>>,
    value: Content<'a>,
    height: f32,
}

enum Content<'a> {
    Words(Vec<Vec<Glyph>>),
    Lines(u8),
    /// Boxes with their words: where they stand from the left, on which line.
    Boxes(Vec<(f32, usize, Tick, &'a str)>),
}

impl Flow<'_> {
    /// Labels with values, read along the rows; nearer to what they go on from.
    pub fn facts(&mut self, facts: &Facts, before: Option<&Block>) {
        self.space(match before {
            Some(Block::Facts(_)) => 1.0,
            Some(Block::Heading(..)) => 2.0,
            _ => 7.0,
        });
        let scale = self.scale;
        let across = usize::from(facts.columns.clamp(1, 2));
        let column = (self.room.width - BETWEEN * scale * (across - 1) as f32) / across as f32;
        let widest = |at: usize| {
            let labels = facts.facts.iter().skip(at).step_by(across);
            let width = labels.map(|(label, _)| width(&Weight::Regular.face().set(label))).max().unwrap_or(0);
            let least = mm(f32::from(facts.labels)) * scale - GAP * scale;
            points(width, LABEL * scale).max(least).min(column * MOST) + GAP * scale
        };
        let labels: Vec<f32> = (0..across).map(widest).collect();
        for row in facts.facts.chunks(across) {
            let set: Vec<Set> =
                row.iter().zip(&labels).map(|((label, value), room)| self.set(label, value, *room, column)).collect();
            // words and boxes beside a line for a hand stand on that line
            let is_line = |set: &Set| matches!(set.value, Content::Lines(_));
            let hand = set.iter().any(is_line);
            let lower = (HAND - 2.0 * PAD - LEADING * 0.76) * scale;
            let height = |set: &Set| if hand && !is_line(set) { set.height + lower } else { set.height };
            let height = set.iter().map(height).fold(0.0, f32::max);
            if height > self.most() / 3.0 {
                for (at, set) in set.into_iter().enumerate() {
                    let left = self.room.left + at as f32 * (column + BETWEEN * scale);
                    self.tall_fact(set, left, labels[at], column);
                }
                continue;
            }
            self.keep(height);
            for (at, set) in set.into_iter().enumerate() {
                let left = self.room.left + at as f32 * (column + BETWEEN * scale);
                self.fact(set, Area { left, top: self.y, width: column, height }, labels[at], hand);
            }
            self.y += height;
        }
    }

    /// A fact whose words take a good part of a sheet: line by line, on the next sheet when this one is full.
    fn tall_fact(&mut self, set: Set, left: f32, label: f32, width: f32) {
        let Content::Words(words) = set.value else {
            self.keep(set.height);
            let height = set.height;
            self.fact(set, Area { left, top: self.y, width, height }, label, false);
            self.y += height;
            return;
        };
        let (scale, tag) = (self.scale, self.tree.paragraph());
        let mut labels = set.label.into_iter();
        for glyphs in words {
            self.keep((LEADING + 2.0 * PAD) * scale);
            let y = self.y + (PAD + LEADING * 0.76) * scale;
            let place = |left: f32, size: f32| Place {
                left,
                room: 0.0,
                y,
                size: size * scale,
                weight: Weight::Regular,
                align: Align::Left,
            };
            self.words(Some(tag), labels.next().unwrap_or_default(), place(left, LABEL));
            self.words(Some(tag), glyphs, place(left + label, VALUE));
            self.y += LEADING * scale;
        }
        self.y += 2.0 * PAD * scale;
    }

    fn fact(&mut self, set: Set, area: Area, label: f32, hand: bool) {
        let scale = self.scale;
        let tag = self.tree.paragraph();
        let first = area.top + if hand { (HAND - PAD) * scale } else { (PAD + LEADING * 0.76) * scale };
        let place = |left: f32, size: f32, y: f32| Place {
            left,
            room: 0.0,
            y,
            size: size * scale,
            weight: Weight::Regular,
            align: Align::Left,
        };
        for (at, glyphs) in set.label.into_iter().enumerate() {
            self.words(Some(tag), glyphs, place(area.left, LABEL, first + at as f32 * LEADING * 0.8 * scale));
        }
        let left = area.left + label;
        match set.value {
            Content::Words(lines) => {
                for (at, glyphs) in lines.into_iter().enumerate() {
                    self.words(Some(tag), glyphs, place(left, VALUE, first + at as f32 * LEADING * scale));
                }
            }
            Content::Lines(count) => {
                for at in 0..count {
                    let y = first + (PAD + f32::from(at) * HAND) * scale;
                    // a second line has no label beside it and begins at the left
                    self.line((if at == 0 { left } else { area.left }, y), (area.right(), y), 0.4);
                }
            }
            Content::Boxes(boxes) => {
                for (x, line, tick, words) in boxes {
                    let y = first + line as f32 * LEADING * scale;
                    self.tick_box(tag, left + x, y, tick);
                    let glyphs = Weight::Regular.face().set(words);
                    self.words(Some(tag), glyphs, place(left + x + (BOX + 4.0) * scale, VALUE, y));
                }
            }
        }
    }

    fn tick_box(&mut self, tag: Tag, left: f32, y: f32, tick: Tick) {
        let edge = BOX * self.scale;
        self.draw(None, Shape::Frame(Area { left, top: y - edge + 0.5 * self.scale, width: edge, height: edge }));
        if tick == Tick::Yes {
            let (size, weight, align) = (12.0 * self.scale, Weight::Bold, Align::Centre);
            let glyphs = weight.face().set("×");
            self.words(Some(tag), glyphs, Place { left, room: edge, y: y + 0.4 * self.scale, size, weight, align });
        }
    }

    /// Finds the lines and the height of a fact.
    fn set<'a>(&self, label: &str, value: &'a Value, labels: f32, column: f32) -> Set<'a> {
        let scale = self.scale;
        let label = self.lines(label, Weight::Regular, LABEL * scale, labels - GAP * scale);
        let room = column - labels;
        let (value, height) = match value {
            Value::Words(words) => {
                let lines = self.lines(words, Weight::Regular, VALUE * scale, room);
                let height = lines.len() as f32 * LEADING + 2.0 * PAD;
                (Content::Words(lines), height)
            }
            Value::Blank(count) => (Content::Lines(*count), f32::from((*count).max(1)) * HAND + 2.0 * PAD),
            Value::Choice(boxes) => {
                let (mut x, mut line, mut placed) = (0.0, 0, Vec::new());
                for (tick, words) in boxes {
                    let wide = points(width(&Weight::Regular.face().set(words)), VALUE * scale) + (BOX + 4.0) * scale;
                    if x > 0.0 && x + wide > room {
                        (x, line) = (0.0, line + 1);
                    }
                    placed.push((x, line, *tick, words.as_str()));
                    x += wide + 12.0 * scale;
                }
                (Content::Boxes(placed), (line + 1) as f32 * LEADING + 2.0 * PAD)
            }
        };
        let least = label.len() as f32 * LEADING * 0.8 + 2.0 * PAD;
        Set { label, value, height: height.max(least) * scale }
    }
}
