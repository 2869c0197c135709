//! Labels and values, one under the other.

use crate::tui::{
    canvas::{Canvas, wrap},
    theme::Role,
};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Draws labels and values, from the line `top` on; long values are broken into lines. Gives how many rows it took.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, facts: &[(String, String)], top: usize) -> u16 {
    let label = facts.iter().map(|(label, _)| label.width()).max().unwrap_or(0).min(20) as u16;
    let mut y = area.y;
    for (name, value) in facts.iter().skip(top) {
        canvas.text(area.x + 2, y, label, name, canvas.style(Role::Muted));
        let x = area.x + 2 + label + 2;
        for line in wrap(value, usize::from(area.right().saturating_sub(x + 1))) {
            if y >= area.bottom() {
                return area.height;
            }
            canvas.text(x, y, area.right().saturating_sub(x), &line, canvas.style(Role::Text));
            y += 1;
        }
        if y >= area.bottom() {
            return area.height;
        }
    }
    y - area.y
}
