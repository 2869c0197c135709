//! What each column of a file means, corrected by keyboard.

use crate::{
    domain::member::Field,
    import::{layout::Layout, mapping::letters, sheet::Sheet},
    store::Changed,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Screen, Value},
        theme::Role,
        widget::choice::{Item, Picker},
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

struct Column {
    heading: String,
    sample: String,
    field: Option<Field>,
}

/// The screen; gives [`Value::Columns`].
pub struct Columns {
    columns: Vec<Column>,
    at: usize,
    top: usize,
    title: String,
}

/// How many values of a column are shown.
const SAMPLES: usize = 3;

impl Columns {
    /// The columns of a sheet as they are understood now.
    pub fn new(layout: &Layout, sheet: &Sheet) -> Self {
        let sample = |column: usize| {
            let values = layout.data(sheet).iter().map(|line| line.cell(column)).filter(|cell| !cell.trim().is_empty());
            values.take(SAMPLES).collect::<Vec<_>>().join(" · ")
        };
        let heading = |at: usize| {
            let heading = layout.headings.get(at).map_or("", |h| h.trim());
            if heading.is_empty() { letters(at) } else { heading.to_owned() }
        };
        let column =
            |(at, field): (usize, &Option<Field>)| Column { heading: heading(at), sample: sample(at), field: *field };
        let columns = layout.columns.iter().enumerate().map(column).collect();
        Self { columns, at: 0, top: 0, title: String::new() }
    }
}

impl Screen for Columns {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn area(&self) -> usize {
        1
    }
    fn scope(&self) -> Scope {
        Scope::Columns
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.title = ["area-members", "cmd-import", "cmd-columns"].map(|id| cx.lang.label(id)).join(" › ");
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let last = self.columns.len().saturating_sub(1);
        let height = usize::from(cx.size.height.saturating_sub(8)).max(1);
        self.at = match cmd {
            Cmd::Up => self.at.saturating_sub(1),
            Cmd::Down => (self.at + 1).min(last),
            Cmd::PageUp => self.at.saturating_sub(height),
            Cmd::PageDown => (self.at + height).min(last),
            Cmd::Choose => {
                let mut items = vec![Item::new(cx.lang.label("column-nothing"))];
                items.extend(Field::ALL.iter().map(|f| Item::new(cx.lang.label(f.text_id()))));
                let now = self.columns[self.at].field;
                let at = now.and_then(|f| Field::ALL.iter().position(|g| *g == f)).map_or(0, |at| at + 1);
                return Ok(Flow::push(Picker::new(self.columns[self.at].heading.clone(), items, at)));
            }
            Cmd::Done => {
                let fields = self.columns.iter().map(|c| c.field).collect();
                return Ok(Flow::Return(Value::Columns(fields)));
            }
            _ => return Ok(Flow::Ignored),
        };
        self.top = self.top.clamp((self.at + 1).saturating_sub(height), self.at);
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, _: &mut Cx) -> Result<Flow> {
        if let Value::Row(row) = value {
            let field = row.checked_sub(1).map(|at| Field::ALL[at]);
            // a field is read from one column only
            self.columns.iter_mut().filter(|c| field.is_some() && c.field == field).for_each(|c| c.field = None);
            self.columns[self.at].field = field;
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let third = area.width / 3;
        let (field_x, sample_x) = (area.x + third, area.x + third + 22);
        canvas.put(area.x + 2, area.y, third, "column-heading", Role::Muted);
        canvas.put(field_x, area.y, 20, "column-field", Role::Muted);
        canvas.put(sample_x, area.y, 20, "column-sample", Role::Muted);
        let height = usize::from(area.height.saturating_sub(1));
        for (line, column) in self.columns.iter().skip(self.top).take(height).enumerate() {
            let y = area.y + 1 + line as u16;
            canvas.text(area.x + 2, y, third.saturating_sub(3), &column.heading, canvas.style(Role::Text));
            match column.field {
                Some(field) => canvas.put(field_x, y, 20, field.text_id(), Role::Title),
                None => canvas.put(field_x, y, 20, "column-nothing", Role::Muted),
            };
            let room = area.right().saturating_sub(sample_x + 1);
            canvas.text(sample_x, y, room, &column.sample, canvas.style(Role::Muted));
            if self.top + line == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}
