//! Everything about one member on a page.

use super::{form::MemberDraft, status::StatusDraft};
use crate::{
    domain::{
        Text,
        birth::Birth,
        day,
        member::{Field, Member, show_number},
        phone,
    },
    store::Changed,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Screen, Value, history::History},
        widget::{facts, form::FormScreen},
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// The page of one member.
pub struct MemberPage {
    id: i64,
    title: String,
    lines: Vec<(String, String)>,
    top: usize,
}

impl MemberPage {
    /// The page of the member `id`.
    pub fn new(id: i64) -> Self {
        Self { id, title: String::new(), lines: Vec::new(), top: 0 }
    }
}

impl Screen for MemberPage {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn area(&self) -> usize {
        1
    }
    fn scope(&self) -> Scope {
        Scope::Detail
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        let member = cx.reader.member(self.id)?;
        self.title = format!("{} › {}", cx.lang.label("area-members"), heading(&member));
        self.lines = facts(&member, cx);
        let stages = cx.reader.member_statuses(self.id)?;
        for (at, stage) in stages.iter().enumerate() {
            let label = if at == 0 { cx.lang.label("member-stages") } else { "" };
            let mut text = format!("{}  {}", day::show(stage.on), cx.lang.label(stage.status.text_id()));
            if !stage.reason.is_empty() {
                text = format!("{text}  {}", stage.reason);
            }
            self.lines.push((label.to_owned(), text));
        }
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        super::permit(cmd, cx)?;
        match cmd {
            Cmd::Edit => Ok(Flow::push(FormScreen::new(MemberDraft::edit(cx.reader.member(self.id)?), cx))),
            Cmd::Archive => Ok(Flow::push(FormScreen::new(StatusDraft::new(cx.reader.member(self.id)?, cx), cx))),
            Cmd::History => Ok(Flow::push(History::of_record("member", self.id))),
            Cmd::Down => {
                self.top = (self.top + 1).min(self.lines.len().saturating_sub(1));
                Ok(Flow::Stay)
            }
            Cmd::Up => {
                self.top = self.top.saturating_sub(1);
                Ok(Flow::Stay)
            }
            _ => Ok(Flow::Ignored),
        }
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        if matches!(value, Value::Saved(_)) {
            self.refresh(cx, &Changed::everything())?;
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        facts::draw(canvas, area, &self.lines, self.top);
    }
}

/// `0147 KABEYA Ngoyi Éléonore`, or the name alone before admission.
pub fn heading(member: &Member) -> String {
    match member.number {
        Some(number) => format!("{} {}", show_number(number), member.full_name()),
        None => member.full_name(),
    }
}

/// Label and value of every field that is filled.
pub fn facts(member: &Member, cx: &Cx) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    for field in Field::ALL {
        let value = match field {
            Field::Role => member.works.iter().map(|w| cx.lang.label(w.text_id)).collect::<Vec<_>>().join(", "),
            Field::Status => cx.lang.label(member.status.text_id()).to_owned(),
            Field::IdType => member.id_type.map(|t| cx.lang.label(t.text_id()).to_owned()).unwrap_or_default(),
            _ => show_field(member, *field),
        };
        let value = match (field, member.birth) {
            (Field::Birth, Some(birth)) => {
                let age = Text::new("member-age").with("age", birth.age(cx.clock.today()));
                format!("{value}  {}", cx.lang.text(&age))
            }
            _ => value,
        };
        if !value.is_empty() {
            facts.push((cx.lang.label(field.text_id()).to_owned(), value));
        }
    }
    facts
}

/// A field as people read it and can type it again; of a choice the codes.
pub fn show_field(member: &Member, field: Field) -> String {
    match field {
        Field::Number => member.number.map(show_number).unwrap_or_default(),
        Field::Birth => member.birth.map(Birth::show).unwrap_or_default(),
        Field::Phone => phone::show(&member.phone),
        Field::JoinedOn => member.joined_on.map(day::show).unwrap_or_default(),
        Field::IdExpiresOn => member.id_expires_on.map(day::show).unwrap_or_default(),
        _ => member.get(field),
    }
}
