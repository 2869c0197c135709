//! The screen of a list: filter as you type, ready-made filters, orders, marks, and a pane beside it on wide screens.
//!
//! What is particular to one list is a [`List`].

use super::{
    choice::{Item, Picker},
    line::Line,
    table::{Column, TableView},
};
use crate::{
    domain::Text,
    store::{Changed, Reader, Result as StoreResult},
    text::Lang,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Screen, Value},
        theme::Role,
        widget::facts,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// What a list supplies: an order of ids, the rows behind them, its columns, and what its own keys do.
pub trait List: 'static {
    /// One row.
    type Row: 'static;
    /// Where a slice ended, to go on behind it.
    type Key: Clone + 'static;
    /// Text key of its name.
    const TITLE: &'static str;
    /// Text key of what stands there before anything was entered.
    const EMPTY: &'static str;
    /// The area it belongs to.
    const AREA: usize;
    /// Text keys of the ready-made filters; the first shows everything.
    const GROUPS: &'static [&'static str];
    /// Text keys of the orders.
    const SORTS: &'static [&'static str];
    /// The columns.
    const COLUMNS: &'static [Column<Self::Row>];

    /// Shows this group, in this order, narrowed by these words.
    fn choose(&mut self, group: usize, sort: usize, words: &str);
    /// Up to `limit` rows of the order are looked at from behind `after`; the ids of those that match, and where to go
    /// on, or `None` at the end.
    fn slice(
        &self,
        reader: &Reader,
        after: Option<&Self::Key>,
        limit: usize,
    ) -> StoreResult<(Vec<i64>, Option<Self::Key>)>;
    /// The rows of some ids, in that order.
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Self::Row>>;
    /// How many rows a group has, from kept counts.
    fn count(&self, reader: &Reader, group: usize) -> StoreResult<usize>;
    /// Whether a change can touch this list.
    fn concerns(&self, changed: &Changed) -> bool;
    /// Label and value of what is known of a record, for the pane.
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>>;
    /// What a key does with the record under the cursor, if there is one.
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow>;
}

/// What the open picker asks.
enum Asked {
    Nothing,
    Sort,
    Group,
}

/// A list on the screen.
pub struct ListScreen<L: List> {
    table: TableView<L>,
    group: usize,
    sort: usize,
    filter: Line,
    typing: bool,
    asked: Asked,
    title: String,
    aside: String,
    pane: Vec<(String, String)>,
}

/// From this width on the selected record stands beside the list.
const PANE_FROM: u16 = 110;

impl<L: List> ListScreen<L> {
    /// Everything, in the first order.
    pub fn new(list: L) -> Self {
        Self {
            table: TableView::new(list),
            group: 0,
            sort: 0,
            filter: Line::new(""),
            typing: false,
            asked: Asked::Nothing,
            title: String::new(),
            aside: String::new(),
            pane: Vec::new(),
        }
    }

    fn height(cx: &Cx) -> u16 {
        cx.size.height.saturating_sub(8).max(1)
    }

    fn is_all(&self) -> bool {
        self.group == 0 && self.filter.is_empty()
    }

    fn restart(&mut self, cx: &Cx) -> Result<()> {
        self.table.list.choose(self.group, self.sort, &self.filter.text());
        let total = if self.filter.is_empty() { Some(self.table.list.count(&cx.reader, self.group)?) } else { None };
        self.table.restart(&cx.reader, &cx.lang, Self::height(cx), total)?;
        self.show(cx)
    }

    /// Puts title, count and pane into words.
    fn show(&mut self, cx: &Cx) -> Result<()> {
        cx.lang.label(L::TITLE).clone_into(&mut self.title);
        if self.group > 0 {
            self.title = format!("{} › {}", self.title, cx.lang.label(L::GROUPS[self.group]).to_lowercase());
        }
        let count = Text::new(if self.is_all() { "list-count" } else { "list-found" })
            .with("count", self.table.len())
            .with("all", self.table.list.count(&cx.reader, 0)?);
        let more = if self.table.is_counted() { "" } else { "…" };
        self.aside = format!("{}{more}   {}", cx.lang.text(&count), cx.lang.label(L::SORTS[self.sort]));
        if self.table.marked() > 0 {
            let marked = Text::new("list-marked").with("count", self.table.marked());
            self.aside = format!("{}   {}", cx.lang.text(&marked), self.aside);
        }
        self.pane.clear();
        if let Some(id) = self.table.selected().filter(|_| cx.size.width >= PANE_FROM) {
            self.pane = self.table.list.facts(id, cx)?;
        }
        Ok(())
    }

    fn ask(&mut self, cmd: Cmd, cx: &Cx) -> Result<Flow> {
        let (ids, at) = if cmd == Cmd::Sort { (L::SORTS, self.sort) } else { (L::GROUPS, self.group) };
        self.asked = if cmd == Cmd::Sort { Asked::Sort } else { Asked::Group };
        let mut items = Vec::new();
        for (group, id) in ids.iter().enumerate() {
            let item = Item::new(cx.lang.label(id));
            let counted = cmd == Cmd::Filters;
            items.push(if counted {
                item.with(cx.lang.count(self.table.list.count(&cx.reader, group)? as i64))
            } else {
                item
            });
        }
        Ok(Flow::push(Picker::new(cx.lang.label(cmd.text_id()).to_owned(), items, at)))
    }
}

impl<L: List> Screen for ListScreen<L> {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        self.aside.clone()
    }
    fn area(&self) -> usize {
        L::AREA
    }
    fn scope(&self) -> Scope {
        if self.typing { Scope::Filter } else { Scope::List }
    }
    fn typing(&self) -> bool {
        self.typing
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let needs_one = matches!(cmd, Cmd::Open | Cmd::Edit | Cmd::Archive | Cmd::History | Cmd::Mark);
        (needs_one && self.table.selected().is_none()).then(|| Text::new("say-nothing-selected"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        let total = if self.filter.is_empty() { Some(self.table.list.count(&cx.reader, self.group)?) } else { None };
        self.table.refresh(&cx.reader, &cx.lang, changed, Self::height(cx), total)?;
        self.show(cx)
    }

    fn work(&mut self, cx: &mut Cx) -> Result<bool> {
        let state = |table: &TableView<L>| (table.is_counted(), table.len(), table.selected());
        let before = state(&self.table);
        let worked = self.table.work(&cx.reader, &cx.lang)?;
        if self.table.is_counted() && state(&self.table) != before {
            self.show(cx)?;
        }
        Ok(worked)
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.table.run(cmd, &cx.reader, &cx.lang)? {
            if cx.size.width >= PANE_FROM || cmd == Cmd::Mark {
                self.show(cx)?;
            }
            return Ok(Flow::Stay);
        }
        match cmd {
            Cmd::Sort | Cmd::Filters => return self.ask(cmd, cx),
            Cmd::Filter => self.typing = true,
            Cmd::Done if self.typing => self.typing = false,
            Cmd::Back if self.typing || !self.filter.is_empty() => {
                self.typing = false;
                self.filter = Line::new("");
                self.restart(cx)?;
            }
            Cmd::Back if self.table.marked() > 0 => {
                self.table.unmark();
                self.show(cx)?;
            }
            _ => return self.table.list.run(cmd, self.table.selected(), cx),
        }
        Ok(Flow::Stay)
    }

    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if self.filter.input(input) {
            self.restart(cx)?;
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match (std::mem::replace(&mut self.asked, Asked::Nothing), value) {
            (Asked::Sort, Value::Row(row)) => {
                self.sort = row;
                self.restart(cx)?;
            }
            (Asked::Group, Value::Row(row)) => {
                self.group = row;
                self.restart(cx)?;
            }
            (_, Value::Saved(id)) => {
                self.table.want(id);
                self.refresh(cx, &Changed::everything())?;
            }
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        if self.table.is_empty() {
            let id = if self.is_all() { L::EMPTY } else { "list-none" };
            canvas.put(area.x + 2, area.y + 1, area.width.saturating_sub(4), id, Role::Text);
        } else {
            let with_pane = area.width >= PANE_FROM;
            let list = Rect { width: if with_pane { area.width * 2 / 3 } else { area.width }, ..area };
            self.table.draw(canvas, list);
            if with_pane {
                let pane = Rect { x: list.right() + 1, width: area.width - list.width - 2, ..area };
                facts::draw(canvas, pane, &self.pane, 0);
            }
        }
        if self.typing || !self.filter.is_empty() {
            // the filter stands in the line of the title, where the eye already is
            let x = area.x + 3 + unicode_width::UnicodeWidthStr::width(self.title.as_str()) as u16;
            let line = Rect { x: x + 2, y: area.y - 1, width: 20.min(area.width.saturating_sub(x + 2)), height: 1 };
            canvas.text(x, area.y - 1, 2, "/ ", canvas.style(Role::Key));
            self.filter.draw(canvas, line);
            if !self.typing {
                canvas.cursor = None;
            }
        }
    }
}
