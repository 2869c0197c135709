//! A bar that says how much of a whole there is, with a mark where enough is. The figures stand beside it in words.

use crate::tui::{canvas::Canvas, theme::Role};
use ratatui::layout::Rect;

/// How much there is of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gauge {
    /// As much is there.
    pub part: u32,
    /// As much is enough; `None` where nothing is asked.
    pub enough: Option<u32>,
    /// All there can be.
    pub whole: u32,
}

impl Gauge {
    /// Whether there is enough.
    pub fn is_enough(&self) -> bool {
        self.enough.is_none_or(|enough| self.part >= enough)
    }

    /// How many of `width` cells are full, and which bears the mark: all before it are full as soon as there is enough.
    fn cells(&self, width: u16) -> (u16, Option<u16>) {
        let whole = u64::from(self.whole.max(1));
        let cells = |count: u32| (u64::from(count) * u64::from(width) / whole).min(u64::from(width)) as u16;
        let mark = self.enough.map(|enough| cells(enough).min(width.saturating_sub(1)));
        (cells(self.part), mark)
    }

    /// Draws the bar in the first row of `area`.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let (full, mark) = self.cells(area.width);
        let role = if self.is_enough() { Role::Good } else { Role::Text };
        for at in 0..area.width {
            let (symbol, role) = match at {
                _ if Some(at) == mark => ("│", Role::Title),
                _ if at < full => ("█", role),
                _ => ("░", Role::Muted),
            };
            let style = canvas.style(role);
            canvas.text(area.x + at, area.y, 1, symbol, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_bar_reaches_the_mark_when_there_is_enough(part in 0..300u32, enough in 0..300u32, whole in 0..300u32, width in 1..90u16) {
            let gauge = Gauge { part: part.min(whole), enough: Some(enough), whole };
            let (full, mark) = gauge.cells(width);
            let mark = mark.unwrap();
            prop_assert!(full <= width && mark < width);
            prop_assert!(!gauge.is_enough() || full >= mark);
            prop_assert!(gauge.is_enough() || full <= mark || enough > whole);
        }
    }
}
