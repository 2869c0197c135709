//! A question over the screen: Enter is yes, Esc is no.

use super::{Cx, Flow, Screen, Value};
use crate::{
    domain::Text,
    store::Changed,
    tui::{
        canvas::{Canvas, centered, wrap},
        keymap::{Cmd, Scope},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

enum Words {
    Keys(Vec<Text>),
    Ready(Vec<String>),
}

/// A question; what it gives when the answer is yes.
pub struct Confirm {
    title: &'static str,
    words: Words,
    value: Option<Value>,
    heading: String,
    lines: Vec<String>,
}

impl Confirm {
    /// A question whose yes is `value`.
    pub fn new(title: &'static str, words: Vec<Text>, value: Value) -> Self {
        Self { title, words: Words::Keys(words), value: Some(value), heading: String::new(), lines: Vec::new() }
    }

    /// Whether what was typed may go.
    pub fn discard() -> Self {
        Self::new("ask-discard", vec![Text::new("ask-discard-lines")], Value::Discard)
    }

    /// Something to read; Enter and Esc close it.
    pub fn look(title: &'static str, lines: Vec<String>) -> Self {
        Self { title, words: Words::Ready(lines), value: None, heading: String::new(), lines: Vec::new() }
    }

    /// Whether to save in spite of what looks doubtful.
    pub fn doubts(lines: Vec<String>) -> Self {
        let words = Words::Ready(lines);
        Self { title: "ask-doubts", words, value: Some(Value::Yes), heading: String::new(), lines: Vec::new() }
    }
}

impl Screen for Confirm {
    fn title(&self) -> String {
        self.heading.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Dialog
    }
    fn overlay(&self) -> bool {
        true
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let answers = matches!(cmd, Cmd::Confirm | Cmd::Back | Cmd::Quit | Cmd::Help | Cmd::Language);
        (!answers).then(|| Text::new("say-answer-first"))
    }
    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.heading = cx.lang.label(self.title).to_owned();
        self.lines = match &self.words {
            Words::Keys(texts) => texts.iter().map(|t| cx.lang.text(t)).collect(),
            Words::Ready(lines) => lines.clone(),
        };
        Ok(())
    }
    fn run(&mut self, cmd: Cmd, _: &mut Cx) -> Result<Flow> {
        Ok(match cmd {
            Cmd::Confirm => self.value.take().map_or(Flow::Pop, Flow::Return),
            Cmd::Back => Flow::Pop,
            _ => Flow::Ignored,
        })
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let width = area.width.min(66);
        let lines: Vec<String> =
            self.lines.iter().flat_map(|line| wrap(line, usize::from(width.saturating_sub(4)))).collect();
        let height = (lines.len() as u16 + 2).min(area.height);
        let inner = canvas.dialog(centered(area, width, height), &self.heading);
        for (at, line) in lines.iter().take(usize::from(inner.height)).enumerate() {
            canvas.text(inner.x, inner.y + at as u16, inner.width, line, canvas.style(Role::Text));
        }
    }
}
