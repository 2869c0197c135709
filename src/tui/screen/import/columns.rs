//! What each column of a file means, corrected by keyboard.

use super::mapping::{self, MappingDraft};
use crate::{
    command,
    domain::{Text, member::Field},
    import::{
        layout::Layout,
        mapping::{Mapping, Saved, letters},
        sheet::Sheet,
    },
    store::{self, Changed},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value},
        theme::Role,
        widget::{
            choice::{Item, Picker},
            form::FormScreen,
        },
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
    /// What the file said before anything was chosen here.
    mapping: Mapping,
    /// The mappings that are offered, while they are.
    offered: Vec<Saved>,
    has_saved: bool,
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
        let mapping = Mapping::whole(sheet, layout);
        Self { columns, mapping, offered: Vec::new(), has_saved: false, at: 0, top: 0, title: String::new() }
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
        self.has_saved = !command::mapping::all(&cx.reader)?.is_empty();
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let height = usize::from(cx.size.height.saturating_sub(8)).max(1);
        self.at = match cmd {
            Cmd::Choose => {
                let mut items = vec![Item::new(cx.lang.label("column-nothing"))];
                items.extend(Field::ALL.iter().map(|f| Item::new(cx.lang.label(f.text_id()))));
                let now = self.columns[self.at].field;
                let at = now.and_then(|f| Field::ALL.iter().position(|g| *g == f)).map_or(0, |at| at + 1);
                return Ok(Flow::push(Picker::new(self.columns[self.at].heading.clone(), items, at)));
            }
            Cmd::SaveMapping => {
                let mut mapping = self.mapping.clone();
                // a column without heading has none to be recognised by, unless all are without
                let has_none = mapping.header_row == Some(0);
                let named: Vec<_> = mapping.columns.keys().cloned().collect();
                for column in self.columns.iter().filter(|c| has_none || named.contains(&c.heading)) {
                    let code = column.field.map_or("", Field::code);
                    mapping.columns.insert(column.heading.clone(), code.to_owned());
                }
                return Ok(Flow::push(FormScreen::new(MappingDraft::new(mapping), cx)));
            }
            Cmd::Mappings => {
                self.offered = command::mapping::all(&cx.reader)?;
                return Ok(Flow::push(mapping::picker(&self.offered, &cx.lang)));
            }
            Cmd::Done => {
                let fields = self.columns.iter().map(|c| c.field).collect();
                return Ok(Flow::Return(Value::Columns(fields)));
            }
            _ => match cmd.step(self.at, self.columns.len(), height) {
                Some(to) => to,
                None => return Ok(Flow::Ignored),
            },
        };
        self.top = self.top.clamp((self.at + 1).saturating_sub(height), self.at);
        Ok(Flow::Stay)
    }

    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        (cmd == Cmd::Mappings && !self.has_saved).then(|| Text::new("mapping-none"))
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        let offered = std::mem::take(&mut self.offered);
        match value {
            Value::Row(row) if !offered.is_empty() => {
                for column in &mut self.columns {
                    column.field = offered[row].mapping.field(&column.heading);
                }
            }
            Value::Remove(row) => {
                let name = offered[row].name.clone();
                cx.write(move |store, _, _| {
                    command::mapping::forget(store, &name)?;
                    Ok(Outcome::Said(Text::new("mapping-forgotten").with("name", name)))
                });
            }
            Value::Row(row) => {
                let field = row.checked_sub(1).map(|at| Field::ALL[at]);
                // a field is read from one column only
                self.columns.iter_mut().filter(|c| field.is_some() && c.field == field).for_each(|c| c.field = None);
                self.columns[self.at].field = field;
            }
            _ => {}
        }
        self.refresh(cx, &Changed::default())?;
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        if let Outcome::Said(text) = result? {
            cx.say(&text);
            self.refresh(cx, &Changed::default())?;
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
