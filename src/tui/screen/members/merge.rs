//! Two records that may be one person, side by side: made one with the values that are chosen, or told apart.

use super::{distinct::DistinctDraft, pairs};
use crate::{
    command,
    domain::{
        Text,
        duplicate::{Profile, compare},
        member::{Field, Member, show_number},
        merge::{self, Merge, Side},
    },
    report::member::words,
    store::{self, Changed},
    tui::{
        canvas::{Canvas, wrap},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value},
        theme::Role,
        widget::{
            form::FormScreen,
            sides::{self, Sides},
        },
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// The screen.
pub struct Comparison {
    ids: (i64, i64),
    merge: Option<Merge>,
    sides: Sides,
    title: String,
    headings: (String, String),
    lead: Vec<(String, Role)>,
}

impl Comparison {
    /// Of two members.
    pub fn new(a: i64, b: i64) -> Self {
        let headings = (String::new(), String::new());
        Self { ids: (a, b), merge: None, sides: Sides::default(), title: String::new(), headings, lead: Vec::new() }
    }

    /// Puts everything into words, with what was chosen so far.
    fn show(&mut self, cx: &Cx) {
        let Some(merge) = &self.merge else { return };
        let lang = &cx.lang;
        self.title = [lang.label("area-members"), lang.label("cmd-duplicates")].join(" › ");
        self.headings = (merge.kept.heading(), merge.gone.heading());
        let number = |member: &Member| member.number.map_or_else(|| member.full_name(), show_number);
        let lead = Text::new("merge-lead").with("kept", number(&merge.kept)).with("gone", number(&merge.gone));
        self.lead = vec![(lang.text(&lead), Role::Text)];
        let alike = compare(&Profile::of(&merge.kept), &Profile::of(&merge.gone), 0);
        if let Some(alike) = alike {
            self.lead.push((pairs::reasons(&alike.why, lang), Role::Muted));
        }
        self.lead.extend(merge.doubts().iter().map(|text| (format!("! {}", lang.text(text)), Role::Warn)));
        let value = |member: &Member, field: Field| {
            if field == Field::Surname {
                return member.full_name();
            }
            let all = std::iter::once(&field).chain(merge::with(field));
            let facts =
                all.map(|field| words::value(member, *field, lang, cx.clock.today())).filter(|text| !text.is_empty());
            facts.collect::<Vec<_>>().join(" · ")
        };
        let label = |field: Field| lang.label(if field == Field::Surname { "column-name" } else { field.text_id() });
        let side = |difference: &merge::Difference| sides::Side {
            label: label(difference.field).to_owned(),
            left: value(&merge.kept, difference.field),
            right: value(&merge.gone, difference.field),
            takes_right: difference.side == Side::Gone,
        };
        self.sides.set(merge.differences.iter().map(side).collect());
    }
}

impl Screen for Comparison {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn area(&self) -> usize {
        1
    }
    fn scope(&self) -> Scope {
        Scope::Merge
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        let (a, b) = self.ids;
        if self.merge.is_none() || changed.has_record("member", a) || changed.has_record("member", b) {
            // somebody may have made one of them part of another record meanwhile
            self.merge = match (cx.reader.member(a), cx.reader.member(b)) {
                (Ok(a), Ok(b)) => Some(Merge::of(a, b)),
                (Err(store::Error::NotFound), _) | (_, Err(store::Error::NotFound)) => None,
                (Err(error), _) | (_, Err(error)) => return Err(error.into()),
            };
        }
        self.show(cx);
        Ok(())
    }

    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let acts = matches!(cmd, Cmd::Merge | Cmd::Exchange | Cmd::Distinct);
        (acts && self.merge.is_none()).then(|| store::Error::NotFound.text())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let Some(merge) = &mut self.merge else { return Ok(Flow::Ignored) };
        match cmd {
            Cmd::Merge => {
                cx.permit(&command::merge::MERGE)?;
                let merge = merge.clone();
                cx.write(move |store, session, _| {
                    command::merge::merge(store, session, &merge)?;
                    let said = Text::new("merge-done").with("kept", merge.kept.full_name());
                    Ok(Outcome::Said(said.with("gone", merge.gone.heading())))
                });
                return Ok(Flow::Settle);
            }
            Cmd::Exchange => {
                merge.exchange().map_err(store::Error::Invalid)?;
                self.show(cx);
            }
            Cmd::Distinct => {
                cx.permit(&command::merge::DISTINCT)?;
                return Ok(Flow::push(FormScreen::new(DistinctDraft::new(&merge.kept, &merge.gone), cx)));
            }
            _ if self.sides.run(cmd) => {
                for (difference, row) in merge.differences.iter_mut().zip(self.sides.rows()) {
                    difference.side = if row.takes_right { Side::Gone } else { Side::Kept };
                }
            }
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, _: &mut Cx) -> Result<Flow> {
        // told apart: there is nothing left to compare
        Ok(if matches!(value, Value::Saved(_)) { Flow::Pop } else { Flow::Stay })
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result {
            Ok(Outcome::Said(text)) => {
                cx.say(&text);
                Ok(Flow::Pop)
            }
            Ok(_) => Ok(Flow::Pop),
            Err(error) => {
                cx.complain(&error.text());
                Ok(Flow::Stay)
            }
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        if self.merge.is_none() {
            canvas.put(area.x + 2, area.y, area.width - 4, "err-not-found", Role::Text);
            return;
        }
        let mut y = area.y;
        for (words, role) in &self.lead {
            for line in wrap(words, usize::from(area.width.saturating_sub(2))) {
                canvas.text(area.x + 1, y, area.width.saturating_sub(2), &line, canvas.style(*role));
                y += 1;
            }
        }
        let below = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
        self.sides.draw(canvas, below, (&self.headings.0, &self.headings.1));
    }
}
