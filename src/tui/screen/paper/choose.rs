//! The papers there are for some people: one is chosen, then what is said of it.

use super::{draft::PaperDraft, preview::Preview};
use crate::{
    command::paper::{About, Asked, PAPERS, Paper},
    domain::Text,
    store::Changed,
    tui::{
        canvas::{Canvas, centered},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Screen, Value},
        widget::{
            choice::{Choice, Item},
            form::FormScreen,
        },
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// The list over the screen.
pub struct Choose {
    these: Option<Vec<i64>>,
    /// Whether the people are one, who has a page.
    is_one: bool,
    papers: Vec<&'static Paper>,
    choice: Choice,
    title: String,
}

impl Choose {
    /// Papers about everybody; the options say about whom.
    pub fn all() -> Self {
        Self::new(None, false)
    }

    /// Papers about these people.
    pub fn these(ids: Vec<i64>) -> Self {
        Self::new(Some(ids), false)
    }

    /// Papers about one person.
    pub fn one(id: i64) -> Self {
        Self::new(Some(vec![id]), true)
    }

    fn new(these: Option<Vec<i64>>, is_one: bool) -> Self {
        let fits = |paper: &&Paper| !is_one || paper.about == About::Each;
        let papers = PAPERS.iter().filter(fits).collect();
        Self { these, is_one, papers, choice: Choice::new(Vec::new()), title: String::new() }
    }

    /// The form of the options, or the paper when there is nothing to say.
    fn open(&self, paper: &'static Paper, cx: &mut Cx) -> Result<Flow> {
        let these = if paper.about == About::Nobody { None } else { self.these.clone() };
        let mut asked = Asked::new(paper, these);
        if asked.permit(&cx.reader, &cx.session).is_err() {
            // whoever may not see what is private has the paper without it, where there is one
            asked.options.put("columns", "public");
        }
        asked.permit(&cx.reader, &cx.session)?;
        if asked.asked().is_empty() {
            return Ok(Flow::push(Preview::new(asked)));
        }
        Ok(Flow::push(FormScreen::new(PaperDraft::new(asked), cx)))
    }
}

impl Screen for Choose {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Picker
    }
    fn typing(&self) -> bool {
        true
    }
    fn overlay(&self) -> bool {
        true
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        let chosen = self.choice.chosen();
        let words = self.papers.iter().map(|paper| Item::new(cx.lang.label(paper.options.text_id)));
        self.choice.set(words.collect());
        self.choice.select(chosen.unwrap_or(0));
        cx.lang.label("paper-choose").clone_into(&mut self.title);
        if let Some(these) = self.these.as_ref().filter(|_| !self.is_one) {
            let people = cx.lang.text(&Text::new("paper-people").with("count", these.len()));
            self.title = format!("{} · {people}", self.title);
        }
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.choice.run(cmd) {
            return Ok(Flow::Stay);
        }
        match (cmd, self.choice.chosen()) {
            (Cmd::Choose, Some(at)) => self.open(self.papers[at], cx),
            (Cmd::Choose, None) => Ok(Flow::Stay),
            _ => Ok(Flow::Ignored),
        }
    }

    fn input(&mut self, input: &Input<'_>, _: &mut Cx) -> Result<Flow> {
        self.choice.input(input);
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, _: &mut Cx) -> Result<Flow> {
        Ok(match value {
            Value::Paper(asked) => Flow::push(Preview::new(*asked)),
            _ => Flow::Stay,
        })
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let height = self.choice.len() as u16 + 3;
        let inner = canvas.dialog(centered(area, 64.min(area.width.saturating_sub(4)), height), &self.title);
        self.choice.draw(canvas, inner);
    }
}
