//! Papers as text: 80 columns for the screen and for line printers, 48 and 32 for receipts on rolls of 80 and 58 mm.
//!
//! UTF-8, without trailing blanks and without anything that moves a cursor. There are no pages; what would be a new
//! sheet is a line across.

mod table;
mod wrap;

use super::{
    Report,
    block::{Align, Bar, Block, Facts, Mark, Signature, Tick, Value},
};
use crate::domain::day;
use wrap::{pad, width, wrap};

/// Columns of a receipt on a roll of 58 mm.
pub const NARROW: usize = 32;
/// Columns of a receipt on a roll of 80 mm.
pub const ROLL: usize = 48;
/// Columns of a paper.
pub const PAPER: usize = 80;

/// Below this a paper is a receipt: its head is in the middle, and nothing stands side by side.
const WIDE: usize = 60;

/// A line to be written on by hand.
const HAND: &str = "_";

/// Writes a paper with lines of at most so many columns, never fewer than twelve.
pub fn render(report: &Report, columns: usize) -> String {
    let mut page = Page { columns: columns.max(12), lines: Vec::new() };
    page.stamp(&report.stamp);
    page.head(report);
    page.blocks(&report.blocks);
    if !report.foot.is_empty() {
        page.gap();
        page.rule('─');
        page.text(&report.foot);
    }
    page.stamp(&report.stamp);
    page.lines.push(String::new());
    page.lines.join("\n")
}

/// Lines as they are written.
struct Page {
    columns: usize,
    lines: Vec<String>,
}

impl Page {
    const fn is_wide(&self) -> bool {
        self.columns >= WIDE
    }

    fn line(&mut self, line: &str) {
        self.lines.push(line.trim_end().to_owned());
    }

    /// An empty line, unless there is one.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|last| !last.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn rule(&mut self, with: char) {
        self.line(&with.to_string().repeat(self.columns));
    }

    fn text(&mut self, text: &str) {
        for line in wrap(text, self.columns) {
            self.line(&line);
        }
    }

    fn middle(&mut self, text: &str) {
        for line in wrap(text, self.columns) {
            self.line(&pad(&line, self.columns, Align::Centre));
        }
    }

    /// There are no pages: it stands where whoever reads begins and ends.
    fn stamp(&mut self, words: &str) {
        if !words.is_empty() {
            self.middle(&format!("*** {words} ***"));
        }
    }

    fn head(&mut self, report: &Report) {
        let day = day::show(report.made_on);
        if self.is_wide() {
            let room = self.columns - width(&day) - 2;
            for (at, line) in wrap(&report.organisation, room).into_iter().enumerate() {
                let right = if at == 0 { day.as_str() } else { "" };
                self.line(&format!("{}  {right}", pad(&line, room, Align::Left)));
            }
            self.gap();
            self.title(&report.title);
        } else {
            if !report.organisation.is_empty() {
                self.middle(&report.organisation);
            }
            self.middle(&report.title.to_uppercase());
            self.middle(&day);
            self.rule('─');
        }
    }

    fn title(&mut self, title: &str) {
        let lines = wrap(&title.to_uppercase(), self.columns);
        let longest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        for line in &lines {
            self.line(line);
        }
        self.line(&"═".repeat(longest));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(level, text) => self.heading(*level, text),
                Block::Paragraph(text) | Block::Note(text) => {
                    self.gap();
                    self.text(text);
                }
                Block::Large(text) => {
                    self.gap();
                    if self.is_wide() { self.text(text) } else { self.middle(text) }
                }
                Block::Facts(facts) => self.facts(facts),
                Block::Table(table) => self.table(table),
                Block::Signatures(signatures) => self.signatures(signatures),
                Block::BarCode(code) => {
                    self.gap();
                    if self.is_wide() { self.text(&code.text) } else { self.middle(&code.text) }
                }
                Block::Bars(bars) => self.bars(bars),
                Block::Beside(parts) => parts.iter().for_each(|(_, blocks)| self.blocks(blocks)),
                Block::Cards(_, cards) => self.cards(cards),
                Block::PageBreak => {
                    self.gap();
                    self.rule('═');
                }
                Block::Paper(title) => {
                    self.gap();
                    self.rule('═');
                    self.gap();
                    self.title(title);
                }
            }
        }
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.gap();
        let lines = wrap(text, self.columns);
        for line in &lines {
            self.line(line);
        }
        if level == 1 {
            let longest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
            self.line(&"─".repeat(longest));
        }
    }

    fn facts(&mut self, facts: &Facts) {
        self.gap();
        let across = if self.is_wide() { usize::from(facts.columns.clamp(1, 2)) } else { 1 };
        let column = (self.columns - 2 * (across - 1)) / across;
        let widest = |at: usize| {
            let labels = facts.facts.iter().skip(at).step_by(across);
            // a column is about two millimetres of a sheet
            labels.map(|(label, _)| width(label)).max().unwrap_or(0).max(usize::from(facts.labels) / 2).min(column / 2)
        };
        let labels: Vec<usize> = (0..across).map(widest).collect();
        for row in facts.facts.chunks(across) {
            let cells = row.iter().zip(&labels).map(|((label, value), room)| fact(label, value, *room, column));
            self.beside(&cells.collect::<Vec<_>>(), column, 2);
        }
    }

    /// Pieces of several lines side by side.
    fn beside(&mut self, pieces: &[Vec<String>], column: usize, gap: usize) {
        let most = pieces.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..most {
            let cell = |piece: &Vec<String>| pad(piece.get(at).map_or("", String::as_str), column, Align::Left);
            let cells: Vec<String> = pieces.iter().map(cell).collect();
            self.line(&cells.join(&" ".repeat(gap)));
        }
    }

    fn signatures(&mut self, signatures: &[Signature]) {
        let across = if self.is_wide() { 3 } else { 1 };
        let column = if self.is_wide() { (self.columns - 6) / 3 } else { self.columns };
        for row in signatures.chunks(across) {
            self.gap();
            let labels = row.iter().map(|one| wrap(&one.label, column).len()).max().unwrap_or(1);
            let thumbs = row.iter().any(|one| one.mark != Mark::Ink);
            let pieces: Vec<Vec<String>> = row.iter().map(|one| signature(one, column, labels, thumbs)).collect();
            self.beside(&pieces, column, 3);
        }
    }

    fn bars(&mut self, bars: &[Bar]) {
        self.gap();
        let most = self.columns / 3;
        let labels = bars.iter().map(|bar| width(&bar.label)).max().unwrap_or(0).min(most);
        let amounts = bars.iter().map(|bar| width(&bar.shown)).max().unwrap_or(0);
        let room = self.columns.saturating_sub(labels + amounts + 4);
        let largest = bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
        for bar in bars {
            let long = (u128::from(bar.value) * room as u128).div_ceil(u128::from(largest)) as usize;
            let mut label = wrap(&bar.label, labels).into_iter();
            let first = pad(&label.next().unwrap_or_default(), labels, Align::Left);
            let drawn = "█".repeat(long);
            self.text_or_line(&format!("{first}  {drawn}{}{}", if long > 0 { "  " } else { "" }, bar.shown));
            for line in label {
                self.line(&line);
            }
        }
    }

    /// A line that is wrapped only when it is too long.
    fn text_or_line(&mut self, line: &str) {
        if width(line) <= self.columns { self.line(line) } else { self.text(line) }
    }

    fn cards(&mut self, cards: &[Vec<Block>]) {
        let columns = self.columns;
        self.columns = columns.min(44);
        for card in cards {
            self.gap();
            self.rule('─');
            self.blocks(card);
        }
        if !cards.is_empty() {
            self.rule('─');
        }
        self.columns = columns;
    }
}

/// A fact in lines.
fn fact(label: &str, value: &Value, labels: usize, column: usize) -> Vec<String> {
    let room = column - labels - 2;
    let values = match value {
        Value::Words(words) => wrap(words, room),
        Value::Blank(count) => vec![HAND.repeat(room); usize::from((*count).max(1))],
        Value::Choice(boxes) => {
            let sign = |tick: Tick| if tick == Tick::Yes { "[x]" } else { "[ ]" };
            // a box and its word are never torn apart
            let boxes = boxes.iter().map(|(tick, words)| format!("{} {words}", sign(*tick)).replace(' ', "\u{a0}"));
            let lines = wrap(&boxes.collect::<Vec<_>>().join("  "), room);
            lines.into_iter().map(|line| line.trim_start_matches(' ').replace('\u{a0}', " ")).collect()
        }
    };
    let labels_in_lines = wrap(label, labels);
    let most = values.len().max(labels_in_lines.len());
    let line = |at: usize| {
        let label = labels_in_lines.get(at).map_or("", String::as_str);
        format!("{}  {}", pad(label, labels, Align::Left), values.get(at).map_or("", String::as_str))
    };
    (0..most).map(line).collect()
}

/// A place to sign in lines.
fn signature(one: &Signature, column: usize, labels: usize, thumbs: bool) -> Vec<String> {
    let mut lines = wrap(&one.label, column);
    lines.resize(labels, String::new());
    match one.mark {
        Mark::Ink => {
            lines.extend(vec![String::new(); if thumbs { 5 } else { 2 }]);
            lines.push(HAND.repeat(column.min(26)));
        }
        Mark::Thumb | Mark::Photo => {
            lines.push("┌────────────┐".to_owned());
            lines.extend(vec!["│            │".to_owned(); 4]);
            lines.push("└────────────┘".to_owned());
        }
    }
    if !one.beneath.is_empty() {
        lines.extend(wrap(&one.beneath, column));
    }
    lines
}

#[cfg(test)]
mod tests;
