//! A short list over the screen from which one row is taken; typing narrows it.

use super::line::Line;
use crate::{
    domain::fold::{contains_all, fold},
    tui::{
        canvas::{Canvas, centered},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Screen, Value},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// One row to choose.
pub struct Item {
    /// What it is.
    pub label: String,
    /// What else is known of it, at the right.
    pub detail: String,
    /// Why it cannot be chosen now.
    pub refused: Option<String>,
    /// Whether it was found by what is typed, and so is shown whatever its words are.
    pub is_found: bool,
}

impl Item {
    /// A row with nothing at its right.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), detail: String::new(), refused: None, is_found: false }
    }

    /// The same row with something at its right.
    #[must_use]
    pub fn with(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }
}

/// The list, the line that narrows it, and the cursor; what screens with such a list are made of.
pub struct Choice {
    /// What is typed.
    pub line: Line,
    items: Vec<Item>,
    keys: Vec<String>,
    shown: Vec<usize>,
    at: usize,
}

impl Choice {
    /// All of `items`, the cursor on the first.
    pub fn new(items: Vec<Item>) -> Self {
        let mut choice = Self { line: Line::new(""), items: Vec::new(), keys: Vec::new(), shown: Vec::new(), at: 0 };
        choice.set(items);
        choice
    }

    /// Other items under the same line.
    pub fn set(&mut self, items: Vec<Item>) {
        self.keys = items.iter().map(|i| fold(&format!("{} {}", i.label, i.detail))).collect();
        self.items = items;
        self.narrow();
    }

    /// Puts something else at the right of an item.
    pub fn describe(&mut self, item: usize, detail: String) {
        self.items[item].detail = detail;
    }

    /// Puts the cursor on an item.
    pub fn select(&mut self, item: usize) {
        self.at = self.shown.iter().position(|i| *i == item).unwrap_or(0);
    }

    /// Shows the items that contain every word that is typed, those that begin with it first.
    pub fn narrow(&mut self) {
        let typed = fold(&self.line.text());
        let fits = |at: &usize| self.items[*at].is_found || contains_all(&self.keys[*at], &typed);
        self.shown = (0..self.items.len()).filter(fits).collect();
        self.shown.sort_by_key(|at| !self.keys[*at].starts_with(&typed));
        self.at = 0;
    }

    /// The place of the chosen item in the list it was made with.
    pub fn chosen(&self) -> Option<usize> {
        self.shown.get(self.at).copied()
    }

    /// The chosen item.
    pub fn item(&self) -> Option<&Item> {
        self.items.get(self.chosen()?)
    }

    /// Moves the cursor; `false` when the command is not one of a list.
    pub fn run(&mut self, cmd: Cmd) -> bool {
        let to = cmd.step(self.at, self.shown.len(), 10);
        self.at = to.unwrap_or(self.at);
        to.is_some()
    }

    /// Takes typed text.
    pub fn input(&mut self, input: &Input<'_>) -> bool {
        let changed = self.line.input(input);
        if changed {
            self.narrow();
        }
        changed
    }

    /// How many rows are there.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is nothing to choose from.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Draws the line and the rows.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        canvas.text(area.x, area.y, 2, "> ", canvas.style(Role::Muted));
        self.line.draw(canvas, Rect { x: area.x + 2, width: area.width.saturating_sub(2), height: 1, ..area });
        if self.shown.is_empty() && !self.items.is_empty() {
            canvas.put(area.x + 1, area.y + 1, area.width.saturating_sub(2), "pick-nothing", Role::Muted);
        }
        let height = usize::from(area.height.saturating_sub(1));
        let top = (self.at + 1).saturating_sub(height);
        for (line, at) in self.shown.iter().skip(top).take(height).enumerate() {
            let y = area.y + 1 + line as u16;
            let item = &self.items[*at];
            let role = if item.refused.is_some() { Role::Muted } else { Role::Text };
            let detail = item.refused.as_deref().unwrap_or(&item.detail);
            let used = canvas.text(area.x + 1, y, area.width.saturating_sub(2), &item.label, canvas.style(role));
            let room = area.width.saturating_sub(used + 4);
            canvas.right(area.right().saturating_sub(1), y, room, detail, canvas.style(Role::Muted));
            if top + line == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}

/// What a list over the screen is of, and what it gives.
pub trait Offer {
    /// The key that opened it and closes it again, where there is one.
    const CLOSED_BY: Option<Cmd> = None;
    /// Which rows of the key table are live.
    const SCOPE: Scope = Scope::Picker;
    /// Whether it takes the whole screen, because it is long or grows and shrinks as somebody types.
    const LARGE: bool = false;
    /// What the item at this place stands for.
    fn value(&self, item: usize) -> Value;
    /// What a key that is no key of every list does with the item at this place.
    fn run(&self, _cmd: Cmd, _item: usize) -> Option<Value> {
        None
    }
    /// Somebody has typed, and the list is narrowed already.
    ///
    /// # Errors
    /// When the book cannot be read.
    fn typed(&mut self, _choice: &mut Choice, _cx: &Cx) -> Result<()> {
        Ok(())
    }
    /// A slice of work in the background; `true` when there is more to do.
    ///
    /// # Errors
    /// When the book cannot be read.
    fn work(&mut self, _choice: &mut Choice, _cx: &Cx) -> Result<bool> {
        Ok(false)
    }
}

/// Items that stand for their place.
pub struct Rows;

impl Offer for Rows {
    fn value(&self, item: usize) -> Value {
        Value::Row(item)
    }
}

/// A list over the screen from which one item is taken.
pub struct Picker<O: Offer = Rows> {
    title: String,
    choice: Choice,
    offer: O,
}

impl Picker {
    /// A list with the cursor on `selected`; gives [`Value::Row`].
    pub fn new(title: String, items: Vec<Item>, selected: usize) -> Self {
        let mut picker = Self::of(title, items, Rows);
        picker.select(selected);
        picker
    }
}

impl<O: Offer> Picker<O> {
    /// A list of what `offer` gives.
    pub fn of(title: String, items: Vec<Item>, offer: O) -> Self {
        Self { title, choice: Choice::new(items), offer }
    }

    /// Puts the cursor on an item.
    pub fn select(&mut self, item: usize) {
        self.choice.select(item);
    }
}

impl<O: Offer> Screen for Picker<O> {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        O::SCOPE
    }
    fn typing(&self) -> bool {
        true
    }
    fn overlay(&self) -> bool {
        true
    }
    fn run(&mut self, cmd: Cmd, _: &mut Cx) -> Result<Flow> {
        if self.choice.run(cmd) {
            return Ok(Flow::Stay);
        }
        Ok(match (cmd, self.choice.chosen()) {
            (Cmd::Choose, Some(item)) => Flow::Return(self.offer.value(item)),
            (Cmd::Choose, None) => Flow::Stay,
            (cmd, _) if Some(cmd) == O::CLOSED_BY => Flow::Pop,
            (cmd, Some(item)) => self.offer.run(cmd, item).map_or(Flow::Ignored, Flow::Return),
            _ => Flow::Ignored,
        })
    }
    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if self.choice.input(input) {
            self.offer.typed(&mut self.choice, cx)?;
        }
        Ok(Flow::Stay)
    }
    fn work(&mut self, cx: &mut Cx) -> Result<bool> {
        self.offer.work(&mut self.choice, cx)
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let (width, height) = if O::LARGE { (76, area.height) } else { (64, (self.choice.len() as u16 + 3).max(6)) };
        let inner = canvas.dialog(centered(area, width.min(area.width.saturating_sub(4)), height), &self.title);
        self.choice.draw(canvas, inner);
    }
}
