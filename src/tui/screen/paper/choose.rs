//! The papers there are for some people: one is chosen, then what is said of it.

use super::{
    draft::PaperDraft,
    preview::{Preview, area},
};
use crate::{
    command::paper::{About, Asked, PAPERS, Paper},
    domain::{Text, member::show_number},
    store::{self, Changed},
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
    meeting: Option<i64>,
    /// Whether the people are one, who has a page.
    is_one: bool,
    /// The number of whoever is under the cursor, for papers that must be of somebody.
    number: Option<i64>,
    /// What is said of every paper that takes it.
    preset: Vec<(&'static str, String)>,
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

    /// Papers about a meeting.
    pub fn meeting(id: i64) -> Self {
        let papers = PAPERS.iter().filter(|paper| paper.is_of_meetings()).collect();
        Self { meeting: Some(id), papers, ..Self::new(None, false) }
    }

    /// Papers about money.
    pub fn money() -> Self {
        let papers = PAPERS.iter().filter(|paper| paper.is_of_money()).collect();
        Self { papers, ..Self::new(None, false) }
    }

    /// Papers about a savings group.
    pub fn cycle(preset: Vec<(&'static str, String)>) -> Self {
        let papers = PAPERS.iter().filter(|paper| paper.about == About::Cycle).collect();
        Self { preset, papers, ..Self::new(None, false) }
    }

    fn new(these: Option<Vec<i64>>, is_one: bool) -> Self {
        let fits = |paper: &&Paper| match paper.about {
            About::Meeting | About::Books | About::Receipt | About::Money | About::Cycle => false,
            about => !is_one || about == About::Each,
        };
        let papers = PAPERS.iter().filter(fits).collect();
        let (choice, title) = (Choice::new(Vec::new()), String::new());
        Self { these, meeting: None, is_one, number: None, preset: Vec::new(), papers, choice, title }
    }

    /// With somebody under the cursor.
    #[must_use]
    pub const fn at(mut self, number: Option<i64>) -> Self {
        self.number = number;
        self
    }

    /// With something said already of every paper that takes it.
    #[must_use]
    pub fn with(mut self, preset: Vec<(&'static str, String)>) -> Self {
        self.preset = preset;
        self
    }

    /// A paper as it is asked for here.
    fn asked(&self, paper: &'static Paper, cx: &Cx) -> store::Result<Asked> {
        let these = if paper.about == About::Nobody { None } else { self.these.clone() };
        let mut asked = Asked { meeting: self.meeting, ..Asked::new(paper, these) };
        for (code, kept) in &self.preset {
            asked.options.put(code, kept.as_str());
        }
        let needs_one = paper.options.attributes.iter().any(|option| option.code == "member" && option.required);
        if let Some(number) = self.number.filter(|_| needs_one) {
            asked.options.put("member", show_number(number));
        }
        if asked.permit(&cx.reader, &cx.session).is_err() {
            // whoever may not see what is private has the paper without it, where there is one
            asked.options.put("columns", "public");
        }
        asked.permit(&cx.reader, &cx.session)?;
        Ok(asked)
    }

    /// The form of the options, or the paper when there is nothing to say.
    fn open(&self, paper: &'static Paper, cx: &mut Cx) -> Result<Flow> {
        let asked = self.asked(paper, cx)?;
        if asked.asked().is_empty() {
            return Ok(Flow::push(Preview::new(asked)));
        }
        let area = area(&asked);
        Ok(Flow::push(FormScreen::new(PaperDraft::new(asked), cx).in_area(area)))
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
        let item = |paper: &&'static Paper| Item {
            refused: self.asked(paper, cx).err().map(|error| cx.lang.text(&error.text())),
            ..Item::new(cx.lang.label(paper.options.text_id))
        };
        self.choice.set(self.papers.iter().map(item).collect());
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
