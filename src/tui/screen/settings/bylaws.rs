//! The rules of bodies and votes: those of the legal form and the cooperative's own, which go before. What each says in
//! words, where it stands and how sure it is.

use super::bylaw::BylawDraft;
use crate::{
    command,
    domain::{
        Text,
        choice::Choices,
        meeting::{MEETING_KINDS, MOTION_KINDS, ORGAN_KINDS},
        rule::{ANY_ORGAN, Own, Rule, Rules, What, subject_text_id},
    },
    store::{self, Changed},
    text::Lang,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value, confirm::Confirm, history::History},
        widget::{
            choice::{Item, Picker},
            form::FormScreen,
            page::{Line, Page},
        },
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// What can be ruled of a body.
const OF_BODIES: &[What] =
    &[What::Notice, What::NoticeSecond, What::Quorum, What::QuorumSecond, What::Proxies, What::Fine, What::Signatures];
/// What can be ruled of a kind of motion, or of a kind of meeting.
const OF_VOTES: &[What] = &[What::Majority, What::Quorum, What::QuorumSecond];

/// What was asked for above the screen.
#[derive(Clone, Copy, Default)]
enum Asked {
    #[default]
    Nothing,
    /// Of what a rule is to be made.
    Subject,
    /// What is to be ruled of it.
    What(&'static str),
    /// Whether a rule of the statutes is to go.
    Remove,
}

/// The screen.
#[derive(Default)]
pub struct Bylaws {
    page: Page<String>,
    title: String,
    asked: Asked,
}

impl Bylaws {
    /// All rules.
    pub fn new() -> Self {
        Self::default()
    }

    /// The cooperative's own rule under the cursor.
    fn own(&self, cx: &Cx) -> store::Result<Option<Own>> {
        self.page.what().map_or(Ok(None), |code| cx.reader.own_rule(code))
    }

    fn form(code: &str, cx: &Cx) -> Result<Flow> {
        Ok(Flow::push(FormScreen::new(BylawDraft::new(code, cx)?, cx).in_area(super::super::NO_AREA)))
    }

    /// Of what a rule can be made, in the order in which it is offered: code and text key.
    fn subjects() -> impl Iterator<Item = (&'static str, &'static str)> {
        let kinds: [Choices; 3] = [ORGAN_KINDS, MOTION_KINDS, MEETING_KINDS];
        let known = kinds.into_iter().flatten().map(|kind| (kind.code, kind.text_id));
        std::iter::once((ANY_ORGAN, "rule-organ")).chain(known)
    }

    fn ask_subject(&mut self, cx: &Cx) -> Flow {
        self.asked = Asked::Subject;
        let items = Self::subjects().map(|(code, _)| Item::new(subject(code, &cx.lang))).collect();
        Flow::push(Picker::new(cx.lang.label("bylaw-of").to_owned(), items, 0))
    }

    fn ask_what(&mut self, code: &'static str, cx: &Cx) -> Flow {
        self.asked = Asked::What(code);
        let items = ruled(code).iter().map(|what| Item::new(cx.lang.label(what.text_id()))).collect();
        Flow::push(Picker::new(subject(code, &cx.lang), items, 0))
    }
}

/// What can be ruled of a subject.
fn ruled(subject: &str) -> &'static [What] {
    let is_body = subject == ANY_ORGAN || ORGAN_KINDS.iter().any(|kind| kind.code == subject);
    if is_body { OF_BODIES } else { OF_VOTES }
}

/// The name of a subject; of a kind of motion with the word that it is one.
fn subject(code: &str, lang: &Lang) -> String {
    let name = subject_text_id(code).map_or(code, |id| lang.label(id));
    let is_motion = MOTION_KINDS.iter().any(|kind| kind.code == code);
    if is_motion { format!("{} › {name}", lang.label("nouns-motion")) } else { name.to_owned() }
}

/// All rules under the names of what they are of; of every body also what is not ruled yet.
fn lines(rules: &Rules, lang: &Lang) -> Vec<Line<String>> {
    let mut lines = Vec::new();
    let silent = lang.label("bylaw-silent");
    for (code, _) in Bylaws::subjects() {
        let mut said = Vec::new();
        for what in ruled(code) {
            let text = match rules.first(&[code], *what) {
                Some(rule) => words(rule, lang),
                None if code == ANY_ORGAN => silent.to_owned(),
                None => continue,
            };
            said.push(Line::new(lang.label(what.text_id()), text, format!("{code}.{}", what.code())));
        }
        if !said.is_empty() {
            lines.push(Line::heading(subject(code, lang)));
            lines.extend(said);
        }
    }
    lines
}

/// What a rule says, where it stands and how sure it is.
fn words(rule: &Rule, lang: &Lang) -> String {
    format!("{} · {}", lang.text(&rule.text()), lang.text(&rule.source()))
}

impl Screen for Bylaws {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Detail
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        matches!(cmd, Cmd::Print | Cmd::Admit).then(|| Text::new("say-not-here"))
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::Archive => "bylaw-back",
            Cmd::New => "bylaw-new",
            _ => cmd.text_id(),
        }
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.title = format!("{} › {}", cx.lang.label("cmd-settings"), cx.lang.label("setting-bylaws"));
        self.page.set(lines(&cx.reader.rules()?, &cx.lang));
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        self.asked = Asked::Nothing;
        if self.page.run(cmd) {
            return Ok(Flow::Stay);
        }
        match cmd {
            Cmd::Open | Cmd::Edit | Cmd::New => cx.permit(&command::bylaw::SAVE)?,
            Cmd::Archive => cx.permit(&command::bylaw::REMOVE)?,
            _ => {}
        }
        match (cmd, self.page.what(), self.own(cx)?) {
            (Cmd::New, ..) => Ok(self.ask_subject(cx)),
            (Cmd::Open | Cmd::Edit, Some(code), _) => Self::form(code, cx),
            (Cmd::Archive, Some(_), Some(own)) => {
                self.asked = Asked::Remove;
                let lines = Text::new("bylaw-back-lines").with("rule", cx.lang.rule(&own.rule.code));
                Ok(Flow::push(Confirm::new("ask-bylaw-back", vec![lines], Value::Yes)))
            }
            (Cmd::Archive | Cmd::History, Some(_), None) => {
                cx.complain(&Text::new("bylaw-not-own"));
                Ok(Flow::Stay)
            }
            (Cmd::History, _, Some(own)) => Ok(Flow::push(History::of_record("bylaw", own.id))),
            _ => Ok(Flow::Ignored),
        }
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match (std::mem::replace(&mut self.asked, Asked::Nothing), value) {
            (Asked::Subject, Value::Row(at)) => {
                let code = Self::subjects().nth(at).map_or(ANY_ORGAN, |(code, _)| code);
                return Ok(self.ask_what(code, cx));
            }
            (Asked::What(code), Value::Row(at)) => {
                return Self::form(&format!("{code}.{}", ruled(code)[at].code()), cx);
            }
            (Asked::Remove, Value::Yes) => {
                if let Some(own) = self.own(cx)? {
                    cx.write(move |store, session, _| {
                        command::bylaw::remove(store, session, &own)?;
                        Ok(Outcome::Said(Text::new("bylaw-removed")))
                    });
                }
            }
            _ => self.refresh(cx, &Changed::everything())?,
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        self.page.draw(canvas, area);
    }
}
