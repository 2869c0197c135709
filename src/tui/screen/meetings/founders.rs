//! The founders' list: one line takes a founder after the other while people sign, below it stand those who have.

use super::{heading, page::by_sex, people};
use crate::{
    command,
    domain::{
        Text,
        agenda::Way,
        founder,
        member::{Field, Member, Sex, Status, full_name},
        roll::{Attendance, Count},
    },
    store::{self, Changed, member_list::MemberRow},
    text::Lang,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope, azerty_digit},
        screen::{Cx, Flow, Input, Outcome, Screen, members},
        theme::Role,
        widget::line::Line,
    },
};
use anyhow::Result;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

/// Rows above the list: the line, what it says, those who are found, and a blank.
const ABOVE: u16 = 5;
/// How many of those who are found are shown.
const FOUND: usize = 3;

/// A founder as the list shows it.
struct Row {
    line: Attendance,
    shares: String,
}

/// The screen.
pub struct Founders {
    meeting: i64,
    line: Line,
    rows: Vec<Row>,
    /// The founder under the cursor, while nothing is typed.
    at: usize,
    /// Applicants whom the line may mean.
    found: Vec<MemberRow>,
    /// The one of them that is chosen.
    picked: Option<usize>,
    /// What the line says, or why it says nothing.
    says: String,
    title: String,
    aside: String,
    /// What was handed to be written, to come back when it is refused.
    written: String,
}

impl Founders {
    /// The list of the founding meeting `meeting`.
    ///
    /// # Errors
    /// When the user may not.
    pub fn new(meeting: i64, cx: &Cx) -> store::Result<Self> {
        cx.permit(&command::founder::ADD)?;
        Ok(Self {
            meeting,
            line: Line::new(""),
            rows: Vec::new(),
            at: 0,
            found: Vec::new(),
            picked: None,
            says: String::new(),
            title: String::new(),
            aside: String::new(),
            written: String::new(),
        })
    }

    /// Reads what is typed: who would be added, and which applicants it may mean.
    fn read(&mut self, cx: &Cx) -> store::Result<()> {
        self.picked = None;
        self.found.clear();
        let typed = digits(&self.line.text());
        self.says = match founder::read(&typed) {
            _ if typed.is_empty() => String::new(),
            Err(text) => cx.lang.text(&text),
            Ok(founder) => {
                let name = full_name(&founder.surname, &founder.post_name, &founder.given_name);
                let mut found = people::find(&name, cx)?;
                let is_on = |row: &MemberRow| self.rows.iter().any(|on| on.line.member == row.id);
                found.retain(|row| row.status == Status::Applicant && !is_on(row));
                found.truncate(FOUND);
                self.found = found;
                says(&founder, &cx.lang)
            }
        };
        Ok(())
    }

    /// Adds who is chosen, or whom the line says.
    fn add(&mut self, cx: &mut Cx) -> Result<()> {
        let typed = digits(&self.line.text());
        let founder = match self.picked.and_then(|at| self.found.get(at)) {
            Some(row) => cx.reader.member(row.id)?,
            None => founder::read(&typed).map_err(store::Error::Invalid)?,
        };
        self.written = std::mem::replace(&mut self.line, Line::new("")).text();
        self.read(cx)?;
        self.at = self.rows.len();
        let meeting = self.meeting;
        cx.write(move |store, session, _| {
            command::founder::add(store, session, meeting, &founder)?;
            Ok(Outcome::Said(Text::new("founder-added").with("name", founder.full_name())))
        });
        Ok(())
    }

    fn change(&mut self, cmd: Cmd, cx: &mut Cx) {
        let Some(row) = self.rows.get(self.at) else { return };
        let (line, meeting) = (row.line.clone(), self.meeting);
        match cmd {
            Cmd::Earlier => self.at = self.at.saturating_sub(1),
            Cmd::Later => self.at = (self.at + 1).min(self.rows.len() - 1),
            _ => {}
        }
        cx.write(move |store, session, _| {
            match cmd {
                Cmd::Earlier => command::founder::reorder(store, session, &line, meeting, Way::Earlier)?,
                Cmd::Later => command::founder::reorder(store, session, &line, meeting, Way::Later)?,
                _ => {
                    command::founder::remove(store, session, &line, meeting)?;
                    return Ok(Outcome::Said(Text::new("founder-removed").with("name", line.name)));
                }
            }
            Ok(Outcome::Quiet)
        });
    }
}

/// The line with the number at its end as the top row of an AZERTY keyboard gives it.
fn digits(typed: &str) -> String {
    let (head, last) = typed.trim_end().rsplit_once(' ').unwrap_or(("", typed));
    let figure: String = last.chars().map(azerty_digit).collect();
    let is_figure = !figure.is_empty() && !head.is_empty() && last != "-" && figure.bytes().all(|b| b.is_ascii_digit());
    if is_figure { format!("{head} {figure}") } else { typed.to_owned() }
}

/// A founder part by part, so that a name that was split wrongly shows.
fn says(founder: &Member, lang: &Lang) -> String {
    let names = [founder.surname.to_uppercase(), founder.post_name.clone(), founder.given_name.clone()];
    let sex = founder.sex.map(|sex| lang.label(sex.text_id()).to_owned()).unwrap_or_default();
    let shares = founder.kept(Field::Shares).parse::<u32>();
    let shares = shares.map(|count| lang.text(&Text::new("founder-shares").with("count", count))).unwrap_or_default();
    let parts = names.into_iter().chain([sex, shares]).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

impl Screen for Founders {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        self.aside.clone()
    }
    fn area(&self) -> usize {
        super::AREA
    }
    fn scope(&self) -> Scope {
        Scope::Founders
    }
    fn typing(&self) -> bool {
        true
    }
    fn dirty(&self) -> bool {
        !self.line.is_empty()
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        let meeting = cx.reader.meeting(self.meeting)?.entry;
        let list = cx.lang.label("founders-title").to_lowercase();
        let parts = [cx.lang.label("area-meetings"), &heading(&meeting, &cx.lang), &list];
        self.title = parts.join(" › ");
        self.rows.clear();
        for line in cx.reader.roll(self.meeting)? {
            let shares = cx.reader.member(line.member)?.kept(Field::Shares).to_owned();
            self.rows.push(Row { line, shares });
        }
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        self.aside = by_sex(Count::of(self.rows.iter().map(|row| &row.line)).eligible, &cx.lang);
        Ok(self.read(cx)?)
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let last = self.rows.len().saturating_sub(1);
        match cmd {
            Cmd::Choose if self.line.is_empty() => {
                let Some(row) = self.rows.get(self.at) else { return Ok(Flow::Stay) };
                return Ok(Flow::push(members::detail::page(row.line.member)));
            }
            Cmd::Choose => self.add(cx)?,
            Cmd::Down if !self.line.is_empty() => {
                let next = self.picked.map_or(0, |at| at + 1);
                self.picked = if next < self.found.len() { Some(next) } else { self.picked };
            }
            Cmd::Up if !self.line.is_empty() => self.picked = self.picked.and_then(|at| at.checked_sub(1)),
            Cmd::Down => self.at = (self.at + 1).min(last),
            Cmd::Up => self.at = self.at.saturating_sub(1),
            Cmd::PageDown => self.at = (self.at + 10).min(last),
            Cmd::PageUp => self.at = self.at.saturating_sub(10),
            Cmd::Earlier | Cmd::Later | Cmd::Remove if self.line.is_empty() => self.change(cmd, cx),
            Cmd::Earlier | Cmd::Later | Cmd::Remove => {
                let code = match cmd {
                    Cmd::Earlier => KeyCode::Left,
                    Cmd::Later => KeyCode::Right,
                    _ => KeyCode::Delete,
                };
                return self.input(&Input::Key(KeyEvent::new(code, KeyModifiers::NONE)), cx);
            }
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if self.line.input(input) {
            self.read(cx)?;
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result {
            Ok(Outcome::Said(text)) => cx.say(&text),
            Ok(_) => {}
            Err(error) => {
                // whoever types has not looked up yet: what was refused comes back, unless the next one is begun
                if self.line.is_empty() {
                    self.line = Line::new(&std::mem::take(&mut self.written));
                    self.read(cx)?;
                }
                return Err(error.into());
            }
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let label = canvas.put(area.x + 1, area.y, 20, "founder-who", Role::Title);
        let x = area.x + label + 3;
        let width = area.right().saturating_sub(x + 1);
        self.line.draw(canvas, Rect { x, y: area.y, width, height: 1 });
        if self.line.is_empty() {
            canvas.put(x, area.y + 1, width, "hint-founder", Role::Muted);
        } else {
            canvas.text(x, area.y + 1, width, &self.says, canvas.style(Role::Muted));
        }
        for (at, row) in self.found.iter().enumerate() {
            let y = area.y + 2 + at as u16;
            let name = full_name(&row.surname, &row.post_name, &row.given_name);
            let used = canvas.text(x, y, width, &name, canvas.style(Role::Text));
            canvas.put(x + used + 2, y, width.saturating_sub(used + 2), "founder-applicant", Role::Muted);
            if self.picked == Some(at) {
                canvas.paint_row(Rect { x, width, ..area }, y, canvas.style(Role::Selected));
            }
        }
        let list = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        if self.rows.is_empty() {
            canvas.put(list.x + 1, list.y, list.width.saturating_sub(2), "founders-empty", Role::Text);
        }
        let height = usize::from(list.height);
        let top = (self.at + 1).saturating_sub(height);
        for (row, (at, founder)) in self.rows.iter().enumerate().skip(top).take(height).enumerate() {
            let y = list.y + row as u16;
            let Row { line, shares } = founder;
            canvas.right(list.x + 5, y, 4, &line.rank.to_string(), canvas.style(Role::Text));
            canvas.text(list.x + 7, y, list.width.saturating_sub(28), &line.name, canvas.style(Role::Text));
            let sex = line.sex.map(Sex::text_id);
            sex.map(|id| canvas.put(list.right().saturating_sub(20), y, 6, id, Role::Text));
            canvas.right(list.right().saturating_sub(2), y, 8, shares, canvas.style(Role::Text));
            if self.line.is_empty() && at == self.at {
                canvas.paint_row(list, y, canvas.style(Role::Selected));
            }
        }
    }
}
