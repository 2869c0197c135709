//! Undo and redo: what is about to be taken back is named, with what stands in the way, and waits for Enter.

use super::{Cx, Flow, Outcome, Screen, Toast, Value, history::name_of};
use crate::{
    clock, command,
    domain::{Text, command::Undo},
    store::{self, Changed, Reader, undo::UndoPlan},
    tui::{
        canvas::{Canvas, centered, wrap},
        keymap::{Cmd, Scope},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// How many records that are kept are named.
const NAMED: usize = 6;

/// The question before an act is taken back.
pub struct UndoAct {
    act: i64,
    redo: bool,
    title: String,
    lines: Vec<String>,
    possible: bool,
    asked: bool,
}

impl UndoAct {
    /// Whether to take back the act.
    pub fn new(act: i64) -> Self {
        Self { act, redo: false, title: String::new(), lines: Vec::new(), possible: false, asked: false }
    }

    /// Whether to take back an undo.
    fn again(act: i64) -> Self {
        Self { redo: true, ..Self::new(act) }
    }

    fn explain(&mut self, plan: &UndoPlan, cx: &Cx) -> Result<()> {
        let what = cx.lang.describe_subject(&plan.act.command, &plan.act.args);
        let lead = Text::new("undo-lead").with("at", clock::show(&plan.act.at)).with("user", plan.act.user.clone());
        self.lines = vec![cx.lang.text(&lead.with("what", what)), String::new()];
        let kept: Vec<_> = plan.groups.iter().filter(|g| !g.blockers.is_empty()).collect();
        let back = plan.groups.len() - kept.len();
        let (reversed, voided) = (plan.entries.len(), plan.slips.len());
        self.possible = reversed + voided > 0 || back > 0 && (kept.is_empty() || may_keep(&plan.act.command));
        if self.possible {
            let going = plan.groups.iter().filter(|group| group.blockers.is_empty() && group.goes()).count();
            for (id, count) in [
                ("undo-goes", going),
                ("undo-count", back - going),
                ("undo-reverses", reversed),
                ("undo-voids", voided),
            ] {
                self.lines.extend((count > 0).then(|| cx.lang.text(&Text::new(id).with("count", count))));
            }
        } else {
            self.lines.push(cx.lang.label("undo-nothing").to_owned());
        }
        if !kept.is_empty() {
            self.lines.push(cx.lang.text(&Text::new("undo-kept").with("count", kept.len())));
            for group in kept.iter().take(NAMED) {
                let name = name_of(&group.table, group.id, cx)?;
                let by =
                    group.blockers.first().map(|b| format!("{} {}", clock::show(&b.at), b.user)).unwrap_or_default();
                self.lines.push(format!("  {name} ({by})"));
            }
            if kept.len() > NAMED {
                self.lines.push(cx.lang.text(&Text::new("undo-kept-more").with("count", kept.len() - NAMED)));
            }
        }
        self.lines.push(String::new());
        self.lines.push(cx.lang.label("undo-key").to_owned());
        Ok(())
    }
}

impl Screen for UndoAct {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Dialog
    }
    fn overlay(&self) -> bool {
        true
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        (cmd == Cmd::Confirm && !self.possible).then(|| Text::new("undo-nothing"))
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        self.title = cx.lang.label(if self.redo { "redo-title" } else { "undo-title" }).to_owned();
        if !self.asked {
            self.asked = true;
            self.lines = vec![cx.lang.label("undo-looking").to_owned()];
            let (path, viewer, act) = (cx.reader.path().to_owned(), cx.reader.viewer().clone(), self.act);
            cx.job(move |_| {
                let reader = Reader::open(&path, viewer)?;
                let plan = command::act::plan(&reader, act)?;
                Ok(Outcome::Value(Value::Undo(Box::new(plan))))
            });
        }
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        Ok(match cmd {
            Cmd::Confirm => {
                let (act, redo) = (self.act, self.redo);
                let target = cx.reader.undo_target(act)?;
                let what = cx.lang.describe_subject(&target.command, &target.args);
                cx.write(move |store, session, _| {
                    let undone = command::act::undo(store, session, act)?;
                    let said = Text::new(if redo { "redo-done" } else { "undo-done" });
                    Ok(Outcome::Said(said.with("kept", undone.kept.len()).with("what", what)))
                });
                Flow::Settle
            }
            Cmd::Back => Flow::Pop,
            _ => Flow::Stay,
        })
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result {
            Ok(Outcome::Value(Value::Undo(plan))) => {
                self.explain(&plan, cx)?;
                Ok(Flow::Stay)
            }
            Ok(Outcome::Said(text)) => {
                cx.say(&text);
                Ok(Flow::Pop)
            }
            Ok(_) => Ok(Flow::Pop),
            Err(error) => {
                cx.complain(&error.text());
                Ok(Flow::Pop)
            }
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let width = area.width.min(70);
        let room = usize::from(width.saturating_sub(4));
        let lines: Vec<String> = self.lines.iter().flat_map(|line| wrap(line, room)).collect();
        let inner = canvas.dialog(centered(area, width, lines.len() as u16 + 2), &self.title);
        for (at, line) in lines.iter().take(usize::from(inner.height)).enumerate() {
            canvas.text(inner.x, inner.y + at as u16, inner.width, line, canvas.style(Role::Text));
        }
    }
}

/// Whether a part of what a command did can be taken back.
fn may_keep(command: &str) -> bool {
    command::find(command).is_some_and(|c| c.undo == Undo::ByRecord)
}

/// The question before this user's last act is taken back or brought again; `None` when there is none, which is said.
pub fn last(cmd: Cmd, cx: &mut Cx) -> Result<Option<Box<dyn Screen>>> {
    let Some(user) = cx.session.viewer.user_id else { return Ok(None) };
    let act = if cmd == Cmd::Redo { cx.reader.last_redoable(user)? } else { cx.reader.last_undoable(user)? };
    let Some(act) = act else {
        let id = if cmd == Cmd::Redo { "redo-none" } else { "undo-none" };
        cx.toast = Some(Toast::Plain(cx.lang.label(id).to_owned()));
        return Ok(None);
    };
    let question = if cmd == Cmd::Redo { UndoAct::again(act.id) } else { UndoAct::new(act.id) };
    Ok(Some(Box::new(question)))
}
