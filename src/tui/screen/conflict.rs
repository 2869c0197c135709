//! Two people have changed one record: both versions side by side, chosen field by field.

use super::{Cx, Flow, Screen, Value};
use crate::{
    store::Changed,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        theme::Role,
        widget::sides::{Side, Sides},
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// The fields that differ; gives [`Value::Sides`].
pub struct Conflict {
    sides: Sides,
    title: String,
}

impl Conflict {
    /// Label, mine, theirs, and whether theirs is what is proposed: it is where only they have changed the field.
    pub fn new(differences: Vec<(String, String, String, bool)>) -> Self {
        let side = |(label, left, right, takes_right)| Side { label, left, right, takes_right };
        Self { sides: Sides::new(differences.into_iter().map(side).collect()), title: String::new() }
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
        if cmd == Cmd::Save {
            return Ok(Flow::Return(Value::Sides(self.sides.rows().iter().map(|row| row.takes_right).collect())));
        }
        Ok(if self.sides.run(cmd) { Flow::Stay } else { Flow::Ignored })
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        canvas.put(area.x + 1, area.y, area.width, "conflict-lead", Role::Text);
        let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let headings = (canvas.label("conflict-mine"), canvas.label("conflict-theirs"));
        self.sides.draw(canvas, below, headings);
    }
}
