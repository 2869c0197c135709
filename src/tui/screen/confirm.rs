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
    /// The first line that is shown, where there is no room for all.
    top: usize,
}

/// The widest that a question is, and what its frame takes of that.
const WIDTH: u16 = 66;
const FRAME: u16 = 4;

impl Confirm {
    /// A question whose yes is `value`.
    pub fn new(title: &'static str, words: Vec<Text>, value: Value) -> Self {
        Self::of(title, Words::Keys(words), Some(value))
    }

    /// Whether what was typed may go.
    pub fn discard() -> Self {
        Self::new("ask-discard", vec![Text::new("ask-discard-lines")], Value::Discard)
    }

    /// Something to read; Enter and Esc close it.
    pub fn look(title: &'static str, lines: Vec<String>) -> Self {
        Self::of(title, Words::Ready(lines), None)
    }

    /// Whether to save in spite of what looks doubtful.
    pub fn doubts(lines: Vec<String>) -> Self {
        Self::of("ask-doubts", Words::Ready(lines), Some(Value::Yes))
    }

    const fn of(title: &'static str, words: Words, value: Option<Value>) -> Self {
        Self { title, words, value, heading: String::new(), lines: Vec::new(), top: 0 }
    }

    /// The lines as they stand in a question on a screen so wide.
    fn wrapped(&self, width: u16) -> Vec<String> {
        let width = usize::from(width.min(WIDTH).saturating_sub(FRAME));
        self.lines.iter().flat_map(|line| wrap(line, width)).collect()
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
        use Cmd::{Back, Confirm, Down, Help, Language, Quit, Up};
        let answers = matches!(cmd, Confirm | Back | Down | Up | Quit | Help | Language);
        (!answers).then(|| Text::new("say-answer-first"))
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Confirm && self.value.is_none() { "confirm-close" } else { cmd.text_id() }
    }
    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.heading = cx.lang.label(self.title).to_owned();
        self.lines = match &self.words {
            Words::Keys(texts) => texts.iter().map(|t| cx.lang.text(t)).collect(),
            Words::Ready(lines) => lines.clone(),
        };
        Ok(())
    }
    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        Ok(match cmd {
            Cmd::Down => {
                self.top = (self.top + 1).min(self.wrapped(cx.size.width).len().saturating_sub(1));
                Flow::Stay
            }
            Cmd::Up => {
                self.top = self.top.saturating_sub(1);
                Flow::Stay
            }
            Cmd::Confirm => self.value.take().map_or(Flow::Pop, Flow::Return),
            Cmd::Back => Flow::Pop,
            _ => Flow::Ignored,
        })
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let lines = self.wrapped(area.width);
        let height = (lines.len() as u16 + 2).min(area.height);
        let inner = canvas.dialog(centered(area, area.width.min(WIDTH), height), &self.heading);
        let rows = usize::from(inner.height);
        let top = self.top.min(lines.len().saturating_sub(rows));
        for (y, line) in (inner.y..).zip(lines.iter().skip(top).take(rows)) {
            canvas.text(inner.x, y, inner.width, line, canvas.style(Role::Text));
        }
        if top + rows < lines.len() {
            // in the frame: the question goes on below
            canvas.text(inner.right(), inner.bottom() - 1, 1, "↓", canvas.style(Role::Muted));
        }
    }
}
