//! Amounts side by side as upright bars: small ones say how a year went. The figures stand beside them in words.

use crate::tui::{canvas::Canvas, theme::Role};
use ratatui::layout::Rect;

/// Parts of a cell, from the lowest to the full one; where a terminal lacks some, the nearest stands for it.
const PARTS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The bars, from left to right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bars(pub Vec<u64>);

impl Bars {
    /// How many columns a bar takes where there are so many: all bars the same, with a gap where there is room.
    pub fn step(&self, width: u16) -> u16 {
        (width / (self.0.len().max(1) as u16)).max(1)
    }

    /// How high a bar is, in eighths of a row; one that is something is seen.
    fn eighths(&self, value: u64, height: u16) -> u16 {
        let largest = self.0.iter().copied().max().unwrap_or(0).max(1);
        let whole = u128::from(height) * 8;
        (u128::from(value) * whole).div_ceil(u128::from(largest)).min(whole) as u16
    }

    /// Draws the bars, standing on the last row of `area`.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let step = self.step(area.width);
        let wide = if step > 2 { step - 1 } else { step };
        let style = canvas.style(Role::Good);
        for (at, value) in self.0.iter().enumerate() {
            let x = area.x + at as u16 * step;
            let mut left = self.eighths(*value, area.height);
            for y in (area.top()..area.bottom()).rev() {
                let part = PARTS[usize::from(left.min(8))];
                left = left.saturating_sub(8);
                for column in x..(x + wide).min(area.right()) {
                    canvas.text(column, y, 1, part, style);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn higher_is_more_and_the_most_fills_the_room(values in prop::collection::vec(0..1_000_000u64, 1..14), height in 1..9u16) {
            let bars = Bars(values.clone());
            let most = *values.iter().max().unwrap();
            for value in &values {
                let high = bars.eighths(*value, height);
                prop_assert!(high <= height * 8);
                prop_assert_eq!(high == 0, *value == 0);
                prop_assert!(most == 0 || *value < most || high == height * 8);
                prop_assert!(values.iter().all(|other| other > value || bars.eighths(*other, height) <= high));
            }
        }
    }
}
