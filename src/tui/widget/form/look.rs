//! How a form is drawn: which rows it has, and what stands in each.

use super::{FormScreen, NOTE_ROWS, SHOWN};
use crate::tui::{
    canvas::{Canvas, wrap},
    theme::Role,
    widget::draft::{Draft, Kind},
};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

enum Row {
    Gap,
    Heading(&'static str),
    Field,
    More,
    /// A line of it, whether it forbids saving, whether it is the first.
    Remark(String, bool, bool),
    Proposal(usize, String),
    /// There are more proposals below.
    Rest,
    /// A line of what would follow: the place of the label, when it is the first, and the line.
    Outlook(Option<usize>, String),
}

/// Where what follows from a field ends, in columns from where its value begins.
const BESIDE: u16 = 34;
/// Rows of what the form is about.
const LEAD_ROWS: usize = 4;

impl<D: Draft> FormScreen<D> {
    /// The rows of the form: which field, and what of it.
    fn rows(&self, width: u16) -> Vec<(usize, Row)> {
        let mut rows = Vec::new();
        for (at, spec) in self.draft.fields().iter().enumerate() {
            let height = if spec.kind == Kind::Note { NOTE_ROWS } else { 1 };
            let heading = self.draft.heading(at);
            // the first stands under the title, which says it already
            if at > 0 && !heading.is_empty() {
                rows.extend([(at, Row::Gap), (at, Row::Heading(heading))]);
            }
            rows.push((at, Row::Field));
            rows.extend((1..height).map(|_| (at, Row::More)));
            for (_, text, is_error) in self.remarks.iter().filter(|(field, ..)| *field == at) {
                let lines = wrap(text, usize::from(width.saturating_sub(6)));
                let marked = |(n, line)| (at, Row::Remark(line, *is_error, n == 0));
                rows.extend(lines.into_iter().enumerate().map(marked));
            }
            if at == self.focus {
                let from = self.picked.map_or(0, |p| (p + 1).saturating_sub(SHOWN));
                let shown = self.proposals.iter().enumerate().skip(from).take(SHOWN);
                rows.extend(shown.map(|(index, text)| (at, Row::Proposal(index, text.clone()))));
                if from + SHOWN < self.proposals.len() {
                    rows.push((at, Row::Rest));
                }
            }
        }
        let last = self.texts.len();
        for (place, (_, text)) in self.outlook.iter().enumerate() {
            if place == 0 {
                rows.push((last, Row::Gap));
            }
            let lines = wrap(text, usize::from(width.saturating_sub(2)));
            let labelled = |(n, line)| (last, Row::Outlook((n == 0).then_some(place), line));
            rows.extend(lines.into_iter().enumerate().map(labelled));
        }
        rows
    }

    /// What a field is called.
    fn label<'a>(&'a self, at: usize, canvas: &Canvas<'_>) -> &'a str {
        match self.labels[at].as_str() {
            "" => canvas.label(self.draft.fields()[at].label),
            label => label,
        }
    }

    /// Draws what the form is about; gives what is left of the area.
    fn draw_lead(&self, canvas: &mut Canvas<'_>, area: Rect) -> Rect {
        if self.lead.is_empty() {
            return area;
        }
        let mut lines = wrap(&self.lead, usize::from(area.width.saturating_sub(4)));
        if lines.len() > LEAD_ROWS {
            lines.truncate(LEAD_ROWS);
            lines[LEAD_ROWS - 1].push_str(" …");
        }
        let mut y = area.y;
        for line in lines {
            canvas.text(area.x + 3, y, area.width.saturating_sub(4), &line, canvas.style(Role::Text));
            y += 1;
        }
        let used = y + 1 - area.y;
        Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area }
    }

    /// Draws what fits, with the field that has the focus in sight.
    pub(super) fn draw_in(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let area = self.draw_lead(canvas, area);
        let fields = self.draft.fields();
        let labels = (0..fields.len()).map(|at| self.label(at, canvas).chars().count());
        let below = self.outlook.iter().map(|(label, _)| label.chars().count());
        let widest = labels.chain(below).max().unwrap_or(0) as u16;
        let value_x = area.x + 3 + widest.min(24) + 3;
        let hint_x = (area.x + area.width * 3 / 5).max(value_x + 12);
        let mut rows = self.rows(area.right().saturating_sub(value_x));
        if rows.len() > usize::from(area.height) {
            // what would follow is worth more than the air above it
            rows.retain(|(at, row)| *at < fields.len() || !matches!(row, Row::Gap));
        }
        let focus_row = rows.iter().rposition(|(at, _)| *at == self.focus).unwrap_or(0);
        let first_row = rows.iter().position(|(at, _)| *at == self.focus).unwrap_or(0);
        let height = usize::from(area.height);
        let top = (focus_row + 2).saturating_sub(height).min(first_row).min(rows.len().saturating_sub(height));
        for (line, (at, row)) in rows.iter().skip(top).take(height).enumerate() {
            let y = area.y + line as u16;
            match row {
                Row::Outlook(place, text) => {
                    let label = place.map_or("", |place| &self.outlook[place].0);
                    canvas.text(area.x + 3, y, widest.min(24), label, canvas.style(Role::Muted));
                    canvas.text(value_x, y, area.right().saturating_sub(value_x), text, canvas.style(Role::Text));
                }
                Row::Field => {
                    let spec = fields[*at];
                    let role = if *at == self.focus { Role::Title } else { Role::Muted };
                    if *at == self.focus {
                        canvas.text(area.x + 1, y, 1, "▌", canvas.style(Role::Title));
                    }
                    let used = canvas.text(area.x + 3, y, widest.min(24), self.label(*at, canvas), canvas.style(role));
                    if spec.required {
                        canvas.text(area.x + 3 + used + 1, y, 1, "*", canvas.style(Role::Muted));
                    }
                    // a hint gives way to what has no room beside it
                    let room = usize::from(hint_x.saturating_sub(value_x + 1));
                    let with_hint = !spec.hint.is_empty() && hint_x < area.right() && self.texts[*at].width() <= room;
                    let end = if with_hint { hint_x - 1 } else { area.right() - 1 };
                    let rows_left = area.bottom() - y;
                    let tall = if spec.kind == Kind::Note { NOTE_ROWS.min(rows_left) } else { 1 };
                    let value = Rect { x: value_x, y, width: end.saturating_sub(value_x), height: tall };
                    self.draw_value(canvas, *at, value);
                    let beside = (value_x + BESIDE).min(area.right() - 1);
                    canvas.right(beside, y, BESIDE / 2, &self.beside[*at], canvas.style(Role::Text));
                    if with_hint {
                        canvas.put(hint_x, y, area.right() - hint_x, spec.hint, Role::Muted);
                    }
                }
                Row::More | Row::Gap => {}
                Row::Heading(id) => drop(canvas.put(area.x + 1, y, area.width, id, Role::Title)),
                Row::Rest => drop(canvas.text(value_x + 2, y, 1, "…", canvas.style(Role::Muted))),
                Row::Remark(text, is_error, first) => {
                    let (mark, role) = if *is_error { ("✗ ", Role::Bad) } else { ("! ", Role::Warn) };
                    let style = canvas.style(role);
                    canvas.text(value_x, y, 2, if *first { mark } else { "" }, style);
                    canvas.text(value_x + 2, y, area.right().saturating_sub(value_x + 2), text, style);
                }
                Row::Proposal(index, text) => {
                    let chosen = self.picked == Some(*index);
                    let style = canvas.style(if chosen { Role::Selected } else { Role::Muted });
                    canvas.text(value_x + 2, y, area.right().saturating_sub(value_x + 2), text, style);
                }
            }
        }
    }

    fn draw_value(&self, canvas: &mut Canvas<'_>, at: usize, area: Rect) {
        if at == self.focus {
            return self.line.draw(canvas, area);
        }
        let style = canvas.style(Role::Text);
        if self.draft.fields()[at].kind == Kind::Pin {
            canvas.text(area.x, area.y, area.width, &"*".repeat(self.texts[at].chars().count()), style);
            return;
        }
        for (line, text) in self.texts[at].split('\n').take(usize::from(area.height)).enumerate() {
            canvas.text(area.x, area.y + line as u16, area.width, text, style);
        }
    }
}
