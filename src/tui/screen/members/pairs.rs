//! Who may stand twice in the register: all pairs that nobody has judged yet, the likeliest first.
//!
//! They are looked for on a thread of their own; afterwards only who was changed is looked at again.

use super::{distinct::DistinctDraft, merge::Comparison};
use crate::{
    command::merge::{self, Pair},
    domain::{
        Text,
        duplicate::Why,
        member::{full_name, show_number},
    },
    store::{self, Changed, Reader, member_list::MemberRow},
    text::Lang,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value},
        theme::Role,
        widget::form::FormScreen,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// The screen.
#[derive(Default)]
pub struct Pairs {
    pairs: Vec<Pair>,
    at: usize,
    top: usize,
    /// Both names and the reasons of the pairs that are seen.
    seen: Vec<(String, String, String)>,
    looking: bool,
    /// Somebody was changed while they were looked for.
    is_old: bool,
    is_complete: bool,
    progress: (usize, usize),
    title: String,
    aside: String,
}

/// More changed members than this, and all are looked at again.
const MOST_CHANGED: usize = 50;

/// Begins to look for all pairs; the answer is [`Value::Pairs`].
pub fn look(cx: &mut Cx) {
    let (path, viewer) = (cx.reader.path().to_owned(), cx.reader.viewer().clone());
    cx.job(move |progress| {
        let reader = Reader::open(&path, viewer)?;
        let pairs = merge::pairs(&reader, |done, total| progress.step(done, total))?;
        Ok(Outcome::Value(Value::Pairs(pairs)))
    });
}

impl Pairs {
    fn begin(&mut self, cx: &mut Cx) {
        (self.looking, self.is_old, self.progress) = (true, false, (0, 0));
        look(cx);
    }

    /// Looks again at those who were changed.
    fn renew(&mut self, ids: &[i64], cx: &Cx) -> Result<()> {
        self.pairs.retain(|pair| !ids.contains(&pair.first) && !ids.contains(&pair.second));
        for id in ids {
            let member = match cx.reader.member(*id) {
                Err(store::Error::NotFound) => continue,
                member => member?,
            };
            for (other, alike) in cx.reader.member_duplicates(&member)? {
                let (first, second) = (other.id.min(*id), other.id.max(*id));
                if !self.pairs.iter().any(|pair| (pair.first, pair.second) == (first, second)) {
                    self.pairs.push(Pair { first, second, alike });
                }
            }
        }
        self.pairs.sort_by_key(|pair| std::cmp::Reverse(pair.alike.score));
        Ok(())
    }

    /// How many pairs fit.
    fn height(cx: &Cx) -> usize {
        usize::from(cx.size.height.saturating_sub(7) / 2).max(1)
    }

    /// Puts what is seen into words.
    fn show(&mut self, cx: &Cx) -> Result<()> {
        self.at = self.at.min(self.pairs.len().saturating_sub(1));
        self.top = self.top.clamp((self.at + 1).saturating_sub(Self::height(cx)), self.at);
        self.seen.clear();
        for pair in self.pairs.iter().skip(self.top).take(Self::height(cx)) {
            let rows = cx.reader.member_rows(&[pair.first, pair.second])?;
            let name = |id: i64| rows.iter().find(|row| row.id == id).map(called).unwrap_or_default();
            self.seen.push((name(pair.first), name(pair.second), reasons(&pair.alike.why, &cx.lang)));
        }
        self.title = [cx.lang.label("area-members"), cx.lang.label("cmd-duplicates")].join(" › ");
        self.aside = match self.pairs.len() {
            0 => String::new(),
            count => cx.lang.text(&Text::new("pairs-count").with("count", count)),
        };
        Ok(())
    }
}

/// Number and name.
fn called(row: &MemberRow) -> String {
    let name = full_name(&row.surname, &row.post_name, &row.given_name);
    row.number.map_or_else(|| name.clone(), |number| format!("{} {name}", show_number(number)))
}

/// The reasons for a likeness in words.
pub fn reasons(why: &[Why], lang: &Lang) -> String {
    why.iter().map(|why| lang.label(why.text_id())).collect::<Vec<_>>().join(", ")
}

impl Screen for Pairs {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        self.aside.clone()
    }
    fn area(&self) -> usize {
        1
    }
    fn scope(&self) -> Scope {
        Scope::Pairs
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let needs_one = matches!(cmd, Cmd::Open | Cmd::Distinct);
        (needs_one && self.pairs.is_empty()).then(|| Text::new("say-nothing-selected"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        let touched: Vec<i64> = changed.roots.iter().filter(|(t, _)| t == "member").map(|(_, id)| *id).collect();
        if self.looking {
            self.is_old |= changed.all || !touched.is_empty();
        } else if !self.is_complete || changed.all || touched.len() > MOST_CHANGED {
            self.begin(cx);
        } else {
            self.renew(&touched, cx)?;
        }
        self.show(cx)
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        self.at = match cmd {
            Cmd::Open => {
                let pair = &self.pairs[self.at];
                return Ok(Flow::push(Comparison::new(pair.first, pair.second)));
            }
            Cmd::Distinct => {
                cx.permit(&merge::DISTINCT)?;
                let pair = &self.pairs[self.at];
                let (a, b) = (cx.reader.member(pair.first)?, cx.reader.member(pair.second)?);
                return Ok(Flow::push(FormScreen::new(DistinctDraft::new(&a, &b), cx)));
            }
            Cmd::Duplicates => self.at,
            _ => match cmd.step(self.at, self.pairs.len(), Self::height(cx)) {
                Some(to) => to,
                None => return Ok(Flow::Ignored),
            },
        };
        self.show(cx)?;
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        self.looking = false;
        match result {
            Ok(Outcome::Value(Value::Pairs(pairs))) => {
                (self.pairs, self.is_complete) = (pairs, true);
                self.show(cx)?;
                if self.is_old {
                    self.begin(cx);
                }
                Ok(Flow::Stay)
            }
            Ok(_) => Ok(Flow::Stay),
            Err(error) => {
                cx.complain(&error.text());
                Ok(Flow::Pop)
            }
        }
    }

    fn progress(&mut self, done: usize, total: usize) {
        self.progress = (done, total);
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        if !self.is_complete {
            let used = canvas.put(area.x + 2, area.y + 1, area.width - 4, "pairs-looking", Role::Text);
            let percent = (self.progress.0 * 100).checked_div(self.progress.1).unwrap_or(0);
            canvas.text(area.x + 2 + used, area.y + 1, 8, &format!(" {percent} %"), canvas.style(Role::Muted));
            return;
        }
        if self.pairs.is_empty() {
            canvas.put(area.x + 2, area.y + 1, area.width - 4, "pairs-none", Role::Text);
            return;
        }
        let half = (area.width.saturating_sub(9)) / 2;
        for (line, (a, b, why)) in self.seen.iter().enumerate() {
            let y = area.y + 2 * line as u16;
            let score = self.pairs[self.top + line].alike.score.to_string();
            canvas.right(area.x + 4, y, 3, &score, canvas.style(Role::Muted));
            canvas.text(area.x + 6, y, half, a, canvas.style(Role::Text));
            canvas.text(area.x + 8 + half, y, half, b, canvas.style(Role::Text));
            canvas.text(area.x + 6, y + 1, area.width.saturating_sub(7), why, canvas.style(Role::Muted));
            if self.top + line == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
                canvas.paint_row(area, y + 1, canvas.style(Role::Selected));
            }
        }
    }
}
