//! Two people have changed one record: both versions side by side, chosen field by field.

use super::{Cx, Flow, Screen, Value};
use crate::{
    store::Changed,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

struct Difference {
    label: String,
    mine: String,
    theirs: String,
    take_theirs: bool,
}

/// The fields that differ; gives [`Value::Sides`].
pub struct Conflict {
    differences: Vec<Difference>,
    at: usize,
    title: String,
}

impl Conflict {
    /// Label, mine, theirs, and whether theirs is what is proposed: it is where only they have changed the field.
    pub fn new(differences: Vec<(String, String, String, bool)>) -> Self {
        let differences = differences
            .into_iter()
            .map(|(label, mine, theirs, take_theirs)| Difference { label, mine, theirs, take_theirs })
            .collect();
        Self { differences, at: 0, title: String::new() }
    }
}

impl Screen for Conflict {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Conflict
    }
    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.title = cx.lang.label("conflict-title").to_owned();
        Ok(())
    }
    fn run(&mut self, cmd: Cmd, _: &mut Cx) -> Result<Flow> {
        let last = self.differences.len().saturating_sub(1);
        match cmd {
            Cmd::Up => self.at = self.at.saturating_sub(1),
            Cmd::Down => self.at = (self.at + 1).min(last),
            Cmd::Swap => {
                if let Some(difference) = self.differences.get_mut(self.at) {
                    difference.take_theirs = !difference.take_theirs;
                }
            }
            Cmd::Save => {
                let sides = self.differences.iter().map(|d| d.take_theirs).collect();
                return Ok(Flow::Return(Value::Sides(sides)));
            }
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let label = 18.min(area.width / 4);
        let half = (area.width.saturating_sub(label + 5)) / 2;
        let (mine_x, theirs_x) = (area.x + label + 2, area.x + label + 4 + half);
        canvas.put(area.x + 1, area.y, area.width, "conflict-lead", Role::Text);
        canvas.put(mine_x + 2, area.y + 2, half, "conflict-mine", Role::Muted);
        canvas.put(theirs_x + 2, area.y + 2, half, "conflict-theirs", Role::Muted);
        let height = usize::from(area.height.saturating_sub(3));
        let top = (self.at + 1).saturating_sub(height);
        for (at, difference) in self.differences.iter().enumerate().skip(top).take(height) {
            let y = area.y + 3 + (at - top) as u16;
            canvas.text(area.x + 1, y, label, &difference.label, canvas.style(Role::Muted));
            for (x, text, taken) in [
                (mine_x, &difference.mine, !difference.take_theirs),
                (theirs_x, &difference.theirs, difference.take_theirs),
            ] {
                let mark = if taken { "✓" } else { " " };
                canvas.text(x, y, 1, mark, canvas.style(Role::Good));
                let text = if text.is_empty() { "–" } else { text };
                canvas.text(x + 2, y, half.saturating_sub(2), text, canvas.style(Role::Text));
            }
            if at == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}
