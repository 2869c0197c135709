//! What the sheet of a meeting looks like: the line, what the sheet comes to, everybody of the group.

use super::{Person, Sheet};
use crate::{
    domain::{Text, day, savings::Cycle},
    text::Lang,
    tui::{
        canvas::Canvas,
        screen::{Cx, money::shown},
        theme::Role,
    },
};
use ratatui::layout::Rect;

/// Columns behind the name: their text keys and widths.
const COLUMNS: [(&str, u16); 4] =
    [("cycle-shares", 7), ("savings-paid", 15), ("cycle-social", 14), ("savings-so-far", 8)];

/// The frame around the work.
const FRAME: u16 = 7;
/// The line, whom else it has found, what the sheet comes to, a blank line, headings.
const ABOVE: u16 = 5;
/// So many people at least stand below all of that; where there is less room it does without some of it.
const FEW: u16 = 3;
/// Names need so much; columns for which that leaves no room are left out, the last first.
const NAME: u16 = 20;

/// Somebody in words.
struct Row {
    label: String,
    cells: [String; 4],
    role: Role,
}

/// All that is drawn, in words.
#[derive(Default)]
pub struct Look {
    pub title: String,
    pub aside: String,
    prompt: String,
    sum: String,
    heads: Vec<String>,
    rows: Vec<Row>,
    height: usize,
}

fn row(person: &Person, cycle: &Cycle, lang: &Lang) -> Row {
    let amount = |minor| shown(minor, &cycle.share.currency, lang);
    let written: i64 = person.written.iter().map(|bought| bought.shares).sum();
    let social: i64 = person.written.iter().map(|bought| bought.social).sum();
    let (mark, shares, social, role) = match &person.bought {
        Some(row) => ("", i64::from(row.shares), row.social, Role::Text),
        None if person.written.is_empty() => {
            let cells = ["–".to_owned(), String::new(), String::new(), lang.count(person.before)];
            return Row { label: person.label.clone(), cells, role: Role::Muted };
        }
        None => ("✓ ", written, social, Role::Good),
    };
    let all = person.before + written + person.bought.as_ref().map_or(0, |row| i64::from(row.shares));
    let cells = [format!("{mark}{}", lang.count(shares)), amount(cycle.worth(shares)), amount(social), lang.count(all)];
    Row { label: person.label.clone(), cells, role }
}

impl Look {
    /// How many rows a page has.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// The sheet in words.
    pub fn of(sheet: &Sheet, cx: &Cx) -> Self {
        let (lang, cycle) = (&cx.lang, &sheet.cycle);
        let height = usize::from(cx.size.height.saturating_sub(FRAME + ABOVE)).max(1);
        let bought = sheet.bought();
        let shares: u32 = bought.iter().map(|row| row.shares).sum();
        let social: i64 = bought.iter().map(|row| row.social).sum();
        let sum = Text::new("savings-sum")
            .with("people", bought.len())
            .with("shares", shares)
            .with("worth", cycle.amount(cycle.worth(i64::from(shares))))
            .with("social", cycle.amount(social))
            .with("total", cycle.amount(sheet.taken()));
        let meeting = Text::new("savings-meeting").with("day", day::show(sheet.on));
        Self {
            title: format!("{} › {} › {}", lang.label("area-money"), cycle.name, lang.text(&meeting)),
            aside: lang.text(&Text::new("savings-aside").with("share", cycle.share.clone())),
            prompt: sheet.ask.prompt(lang),
            sum: lang.text(&sum),
            heads: COLUMNS.iter().map(|(id, _)| lang.label(id).to_owned()).collect(),
            rows: sheet.people.iter().map(|person| row(person, cycle, lang)).collect(),
            height,
        }
    }

    /// Draws everything.
    pub fn draw(&self, sheet: &Sheet, canvas: &mut Canvas<'_>, area: Rect) {
        let width = area.width.saturating_sub(2);
        let used = canvas.text(area.x + 1, area.y, width, &self.prompt, canvas.style(Role::Title));
        let room = width.saturating_sub(used + 1).min(22);
        sheet.line.draw(canvas, Rect { x: area.x + used + 2, width: room, height: 1, ..area });
        if let Some((_, label)) = sheet.found.get(sheet.picked) {
            let x = area.x + used + room + 3;
            canvas.text(x, area.y, area.right().saturating_sub(x), label, canvas.style(Role::Text));
        }
        let others = sheet.found.iter().enumerate().filter(|(at, _)| *at != sheet.picked);
        let others: Vec<&str> = others.map(|(_, (_, label))| label.as_str()).collect();
        let is_low = area.height < ABOVE + FEW;
        let sum = if is_low { area.y + 1 } else { area.y + 2 };
        if !is_low || !others.is_empty() {
            canvas.text(area.x + 1, area.y + 1, width, &others.join(" · "), canvas.style(Role::Muted));
        }
        if !is_low || others.is_empty() {
            canvas.text(area.x + 1, sum, width, &self.sum, canvas.style(Role::Title));
        }
        let above = if is_low { 2 } else { ABOVE };
        let people = Rect { y: area.y + above, height: area.height.saturating_sub(above), ..area };
        self.draw_people(sheet, canvas, people, !is_low);
    }

    /// The people, with the cursor among those in sight; the headings above the area.
    fn draw_people(&self, sheet: &Sheet, canvas: &mut Canvas<'_>, area: Rect, has_heads: bool) {
        let wide = |columns: &[(&str, u16)]| -> u16 { columns.iter().map(|(_, width)| width + 1).sum() };
        let fit = |count: &usize| wide(&COLUMNS[..*count]) + NAME <= area.width;
        let columns = &COLUMNS[..(1..=COLUMNS.len()).rev().find(fit).unwrap_or(1)];
        let name = area.width.saturating_sub(wide(columns) + 2);
        let rights = || {
            columns.iter().scan(area.x + 1 + name, |right, (_, width)| {
                *right += width + 1;
                Some((*right, *width))
            })
        };
        for (head, (right, width)) in self.heads.iter().zip(rights()).filter(|_| has_heads) {
            canvas.right(right, area.y - 1, width, head, canvas.style(Role::Muted));
        }
        let top = (sheet.at + 1).saturating_sub(area.height.into());
        for (at, row) in self.rows.iter().enumerate().skip(top).take(area.height.into()) {
            let y = area.y + (at - top) as u16;
            canvas.text(area.x + 1, y, name, &row.label, canvas.style(row.role));
            for (cell, (right, width)) in row.cells.iter().zip(rights()) {
                canvas.right(right, y, width, cell, canvas.style(row.role));
            }
            if at == sheet.at && sheet.in_grid && sheet.line.is_empty() {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}
