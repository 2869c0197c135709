//! Tables in columns of letters; where there is no room for them, a row is a list of its cells.

use super::{
    Page, fact,
    wrap::{pad, width, wrap},
};
use crate::report::{
    block::{Align, Row, Table, Value},
    columns::{self, Need},
};

/// Room between columns.
const GAP: usize = 2;
/// Millimetres that a letter takes on paper.
const LETTER: f32 = 2.2;

impl Page {
    /// Rows under columns.
    pub fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        self.gap();
        let needs = needs(table, if self.is_wide() { LETTER } else { f32::INFINITY });
        let room = self.columns + GAP;
        if !columns::is_roomy(&needs, room as f32) {
            return self.list(table);
        }
        let widths = self.widths(table, &needs, room);
        let aligns: Vec<Align> = table.aligns().collect();
        let total = widths.iter().map(|width| width + GAP).sum::<usize>() - GAP;
        self.row(table.titles(), &widths, &aligns);
        self.line(&"─".repeat(total));
        for (at, row) in table.rows.iter().enumerate() {
            self.row(table.shown(Some(at + 1), row), &widths, &aligns);
            if table.row_height.is_some() {
                self.line(&"─".repeat(total));
            }
        }
        if !table.totals.is_empty() && table.row_height.is_none() {
            self.line(&"─".repeat(total));
        }
        for row in &table.totals {
            self.row(table.shown(None, row), &widths, &aligns);
        }
    }

    /// Widths in whole columns: no wider than needed on a paper, across the whole of a receipt.
    fn widths(&self, table: &Table, needs: &[Need], room: usize) -> Vec<usize> {
        let grows = table.columns.iter().any(|column| column.grow > 0);
        let room = if self.is_wide() && !grows { columns::whole(needs).min(room as f32) } else { room as f32 };
        let mut widths: Vec<usize> = columns::widths(needs, room).iter().map(|width| *width as usize).collect();
        // what rounding left over goes to the widest
        let spare = (room as usize).saturating_sub(widths.iter().sum());
        if let Some(widest) = widths.iter_mut().max() {
            *widest += spare;
        }
        widths.iter().map(|width| width.saturating_sub(GAP).max(1)).collect()
    }

    fn row<T: AsRef<str>>(&mut self, cells: impl Iterator<Item = T>, widths: &[usize], aligns: &[Align]) {
        let cells: Vec<Vec<String>> = cells.zip(widths).map(|(text, width)| wrap(text.as_ref(), *width)).collect();
        for at in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let cell = |(column, lines): (usize, &Vec<String>)| {
                pad(lines.get(at).map_or("", String::as_str), widths[column], aligns[column])
            };
            let line: Vec<String> = cells.iter().enumerate().map(cell).collect();
            self.line(&line.join(&" ".repeat(GAP)));
        }
    }

    /// Each row as lines of title and cell.
    fn list(&mut self, table: &Table) {
        let rows = table.rows.iter().enumerate().map(|(at, row)| (Some(at + 1), row));
        let totals = table.totals.iter().map(|row| (None, row));
        for (number, row) in rows.chain(totals) {
            self.list_row(table, number, row);
            self.rule('─');
        }
    }

    fn list_row(&mut self, table: &Table, number: Option<usize>, row: &Row) {
        let most = self.columns / 2;
        let labels = table.titles().map(|title| width(&title)).max().unwrap_or(0).min(most);
        for (title, cell) in table.titles().zip(table.shown(number, row)) {
            if !cell.is_empty() {
                let value = Value::Words(cell.into_owned());
                for line in fact(&title, &value, labels, self.columns) {
                    self.line(&line);
                }
            }
        }
    }
}

fn needs(table: &Table, letter: f32) -> Vec<Need> {
    let offset = usize::from(table.numbered.is_some());
    let widest_word = |text: &str| text.split([' ', '\n']).map(width).max().unwrap_or(0);
    let shares = table.columns.iter().any(|column| column.grow > 0);
    let need = |at: usize, title: &str| {
        let column = at.checked_sub(offset).map(|at| &table.columns[at]);
        let grow = match column {
            Some(column) if shares => f32::from(column.grow),
            Some(column) if column.align == Align::Left => 1.0,
            _ => 0.0,
        };
        let least = column.map_or(0.0, |column| column.at_least / letter);
        Need { whole: 0.0, title: width(title) as f32, word: widest_word(title) as f32, least, grow }
    };
    let mut needs: Vec<Need> = table.titles().enumerate().map(|(at, title)| need(at, &title)).collect();
    let mut take = |cells: &mut dyn Iterator<Item = std::borrow::Cow<str>>| {
        for (text, need) in cells.zip(&mut needs) {
            let whole = text.split('\n').map(width).max().unwrap_or(0) as f32;
            need.whole = need.whole.max(whole);
            need.word = need.word.max(widest_word(&text) as f32);
        }
    };
    for (at, row) in table.rows.iter().enumerate() {
        take(&mut table.shown(Some(at + 1), row));
    }
    for row in &table.totals {
        take(&mut table.shown(None, row));
    }
    for need in &mut needs {
        need.whole += GAP as f32;
        need.title += GAP as f32;
        need.word += GAP as f32;
    }
    needs
}
