//! What the roll call looks like: the line and whom it found, the bar of the quorum, the figures, the grid; from 110
//! columns on the figures and all who were found stand beside it. Words are put together when something changes; a key
//! that is typed formats nothing.

use super::{Ask, Match, Mode, RollCall, is_open};
use crate::{
    domain::{
        Text,
        roll::{Attendance, Count, Heads, Presence},
        rule::Share,
    },
    text::Lang,
    tui::{canvas::Canvas, screen::Cx, theme::Role, widget::gauge::Gauge},
};
use ratatui::layout::{Rect, Size};
use unicode_width::UnicodeWidthStr;

/// From this width on the figures stand beside the grid.
const PANE_FROM: u16 = 110;
/// From this many rows of work on there is room below the figures.
const PANE_ROWS: u16 = 12;
/// Below this width whoever was found stands under the line.
const SIDE_FROM: u16 = 60;
/// How many members are named whom somebody votes for.
const NAMED: usize = 3;
/// Between two figures.
const GAP: &str = "   ";

/// Which rows of the screen hold what, from the first row of the work on.
#[derive(Clone, Copy, Default)]
struct Plan {
    /// Columns of all but the pane.
    left: u16,
    /// Columns of the pane; 0 for none.
    pane: u16,
    /// Whether whoever was found stands at the right of the line.
    beside: bool,
    /// Whether the line has a second row.
    second: bool,
    /// Rows of figures.
    figures: u16,
    /// Rows of the grid.
    grid: u16,
}

/// One row of the grid.
struct Row {
    label: String,
    name: String,
    time: String,
    state: String,
    role: Role,
}

/// All that is drawn, in words.
#[derive(Default)]
pub struct Look {
    pub title: String,
    pub aside: String,
    plan: Plan,
    prompt: String,
    hint: String,
    /// How far the quorum is, from the longest to the shortest.
    quorum: Vec<String>,
    gauge: Gauge,
    /// The figures in rows.
    figures: Vec<String>,
    table: Vec<(&'static str, Heads)>,
    top: usize,
    rows: Vec<Row>,
}

impl Look {
    /// How many rows the grid has.
    pub fn height(&self) -> usize {
        self.plan.grid.into()
    }

    /// The same screen after a change.
    pub fn renewed(self, roll: &RollCall, cx: &Cx) -> Self {
        let (lang, count) = (&cx.lang, roll.count());
        let table = table(&count);
        let room = usize::from(cx.size.width.saturating_sub(2));
        let figures = rows(table.iter().filter(|(id, _)| *id != "roll-eligible").map(|row| figure(row, lang)), room);
        let plan = Plan::of(cx.size, figures.len() as u16);
        let height = usize::from(plan.grid).max(1);
        let top = self.top.clamp((roll.at + 1).saturating_sub(height), roll.at);
        let top = top.min(roll.sheet.len().saturating_sub(height));
        let lines = (top..top + height).filter_map(|at| roll.sheet.line(at));
        let share = Share::parse(&roll.meeting.quorum.0).ok();
        let enough = share.map(|share| share.needed(count.eligible.all));
        Self {
            title: format!("{} › {} › {}", lang.label("area-meetings"), roll.name, lang.label("roll-title")),
            aside: aside(roll, lang),
            prompt: lang.text(&match (&roll.ask, roll.mode) {
                (Ask::Holder(giver), _) => {
                    let line = roll.sheet.place(*giver).and_then(|at| roll.sheet.line(at));
                    Text::new("roll-holder").with("who", line.map_or_else(String::new, Attendance::label))
                }
                (Ask::Why { label, .. }, _) => Text::new("roll-why").with("who", label.as_str()),
                (Ask::Nothing, Mode::Arrives) => Text::new("roll-arrives"),
                (Ask::Nothing, Mode::Missing) => Text::new("roll-missing"),
            }),
            hint: hint(roll, lang),
            quorum: quorum(roll, &count, enough, lang),
            gauge: Gauge { part: count.room().there(), enough, whole: count.eligible.all },
            figures,
            table,
            top,
            rows: lines.map(|line| row(roll, line, lang)).collect(),
            plan,
        }
    }

    /// Draws everything.
    pub fn draw(&self, roll: &RollCall, canvas: &mut Canvas<'_>, area: Rect) {
        let plan = &self.plan;
        let left = Rect { width: plan.left.min(area.width), ..area };
        let mut y = area.y;
        self.draw_line(roll, canvas, Rect { height: 1, ..left });
        if plan.second {
            y += 1;
            let end = if roll.line.is_empty() || plan.pane > 0 { left.right() } else { self.found_at(left) };
            canvas.text(left.x + 1, y, end.saturating_sub(left.x + 2), &self.hint, canvas.style(Role::Muted));
        }
        if plan.pane == 0 {
            self.draw_found(roll, canvas, left);
        }
        y += 1;
        self.draw_quorum(canvas, Rect { y, ..left });
        for figures in self.figures.iter().take(plan.figures.into()) {
            y += 1;
            canvas.text(left.x + 1, y, left.width.saturating_sub(2), figures, canvas.style(Role::Text));
        }
        y += 1;
        let height = area.bottom().saturating_sub(y);
        // where there is room for nothing else, whom the line found stands in the place of the grid
        if plan.beside || plan.second || roll.line.is_empty() {
            self.draw_grid(roll, canvas, Rect { y, height, ..left });
        }
        if plan.pane > 0 {
            let pane = Rect { x: left.right() + 1, width: plan.pane.saturating_sub(1), ..area };
            for y in area.top()..area.bottom() {
                canvas.text(left.right(), y, 1, "│", canvas.style(Role::Muted));
            }
            self.draw_pane(roll, canvas, pane);
        }
    }

    /// The question and the line, which takes half of the width where whoever is found stands beside it.
    fn draw_line(&self, roll: &RollCall, canvas: &mut Canvas<'_>, area: Rect) {
        let used =
            canvas.text(area.x + 1, area.y, area.width.saturating_sub(8), &self.prompt, canvas.style(Role::Title));
        let x = area.x + 1 + used + 1;
        let end =
            if self.plan.beside && !matches!(roll.ask, Ask::Why { .. }) { self.found_at(area) } else { area.right() };
        // a long question leaves the line some room
        let end = end.max(x + 7).min(area.right());
        roll.line.draw(canvas, Rect { x, width: end.saturating_sub(x + 1), ..area });
    }

    /// The column of those who are found.
    fn found_at(&self, area: Rect) -> u16 {
        let prompt = self.prompt.width() as u16 + 10;
        area.x + (area.width / 2).max(prompt)
    }

    /// The one that Enter means, and the next.
    fn draw_found(&self, roll: &RollCall, canvas: &mut Canvas<'_>, area: Rect) {
        if roll.line.is_empty() || matches!(roll.ask, Ask::Why { .. }) {
            return;
        }
        let (x, y, height) = match (self.plan.beside, self.plan.second) {
            (true, true) => (self.found_at(area), area.y, 2),
            (true, false) => (self.found_at(area), area.y, 1),
            (false, true) => (area.x, area.y + 1, 1),
            (false, false) => (area.x, area.y + 2, 1),
        };
        if !self.plan.beside {
            canvas.text(x, y, area.width, &" ".repeat(area.width.into()), canvas.style(Role::Text));
        }
        draw_matches(roll, canvas, Rect { x, y, width: area.right().saturating_sub(x), height });
    }

    fn draw_quorum(&self, canvas: &mut Canvas<'_>, area: Rect) {
        const LEAST: u16 = 12;
        let mark = if self.gauge.enough.is_none() {
            " "
        } else if self.gauge.is_enough() {
            "✓"
        } else {
            "!"
        };
        let role = if self.gauge.is_enough() { Role::Good } else { Role::Warn };
        canvas.text(area.x + 1, area.y, 1, mark, canvas.style(role));
        let used = canvas.put(area.x + 3, area.y, area.width, "roll-quorum", Role::Text) + 4;
        let room = area.width.saturating_sub(used + 1);
        let fits = |words: &&String| words.width() as u16 + 1 + LEAST <= room;
        let words = self.quorum.iter().find(fits).or(self.quorum.last()).map_or("", String::as_str);
        let bar = room.saturating_sub(words.width() as u16 + 1).min(area.width / 2);
        self.gauge.draw(canvas, Rect { x: area.x + used, width: bar, ..area });
        canvas.text(area.x + used + bar + 1, area.y, room.saturating_sub(bar), words, canvas.style(Role::Text));
    }

    fn draw_grid(&self, roll: &RollCall, canvas: &mut Canvas<'_>, area: Rect) {
        if self.rows.is_empty() && area.height > 0 {
            canvas.put(area.x + 1, area.y, area.width.saturating_sub(2), "roll-empty", Role::Muted);
        }
        let times = if self.plan.left >= SIDE_FROM { 7 } else { 0 };
        let name = (roll.sheet.widest() as u16 + 1).min(area.width.saturating_sub(9 + times) / 2);
        for (at, row) in self.rows.iter().take(area.height.into()).enumerate() {
            let y = area.y + at as u16;
            let style = canvas.style(row.role);
            canvas.right(area.x + 7, y, 6, &row.label, style);
            canvas.text(area.x + 8, y, name, &row.name, style);
            if times > 0 {
                canvas.right(area.x + 8 + name + times - 1, y, 5, &row.time, style);
            }
            let x = area.x + 9 + name + times;
            canvas.text(x, y, area.right().saturating_sub(x), &row.state, style);
            if self.top + at == roll.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }

    /// The figures by sex, and all who were found.
    fn draw_pane(&self, roll: &RollCall, canvas: &mut Canvas<'_>, area: Rect) {
        let columns = [area.right().saturating_sub(13), area.right().saturating_sub(7), area.right().saturating_sub(1)];
        let muted = canvas.style(Role::Muted);
        for (x, id) in columns.iter().zip(["roll-all", "sex-F", "sex-M"]) {
            let label = canvas.label(id);
            canvas.right(*x, area.y, 8, label, muted);
        }
        for (y, (id, heads)) in (area.y + 1..area.bottom()).zip(&self.table) {
            let name = columns[0].saturating_sub(area.x + 7);
            canvas.put(area.x + 1, y, name, id, Role::Text);
            for (x, count) in columns.iter().zip([heads.all, heads.women, heads.men]) {
                let style = canvas.style(Role::Text);
                canvas.right(*x, y, 6, &count.to_string(), style);
            }
        }
        let below = area.y + self.table.len() as u16 + 2;
        if !roll.line.is_empty() && below < area.bottom() {
            draw_matches(roll, canvas, Rect { y: below, height: area.bottom() - below, ..area });
        }
    }
}

/// Those who were found, around the one that Enter means.
fn draw_matches(roll: &RollCall, canvas: &mut Canvas<'_>, area: Rect) {
    if roll.found.is_empty() && !matches!(roll.ask, Ask::Why { .. }) {
        canvas.put(area.x + 2, area.y, area.width.saturating_sub(2), "roll-nobody", Role::Warn);
        return;
    }
    let height = usize::from(area.height).max(1);
    let top = (roll.picked + 1).saturating_sub(height);
    let last = (top + height).min(roll.found.len()).saturating_sub(1);
    for (y, (at, found)) in (area.y..).zip(roll.found.iter().enumerate().skip(top).take(height)) {
        let (words, state) = match found {
            Match::Line(at) => {
                let Some(line) = roll.sheet.line(*at) else { continue };
                let state = match line.presence {
                    Presence::Absent => "",
                    known => canvas.label(known.text_id_of(line.sex)),
                };
                (line.who(), state)
            }
            Match::Stranger { who, .. } => (who.clone(), canvas.label("roll-stranger")),
        };
        let more = roll.found_all - last - 1;
        let more = if at == last && more > 0 { format!(" +{more}") } else { String::new() };
        let mark = if at == roll.picked { "›" } else { " " };
        let style = canvas.style(if at == roll.picked { Role::Title } else { Role::Text });
        let muted = canvas.style(Role::Muted);
        canvas.text(area.x, y, 1, mark, style);
        let room = area.width.saturating_sub(3 + more.width() as u16);
        let state_width = state.width() as u16;
        let names = if state.is_empty() { room } else { room.saturating_sub(state_width + 2) };
        let used = canvas.text(area.x + 2, y, names, &words, style);
        canvas.text(area.x + 4 + used, y, state_width, state, muted);
        canvas.right(area.right().saturating_sub(1), y, more.width() as u16, &more, muted);
    }
}

impl Plan {
    fn of(size: Size, figures: u16) -> Self {
        let (width, height) = (size.width, size.height.saturating_sub(7));
        let pane = if width >= PANE_FROM && height >= PANE_ROWS { width / 3 } else { 0 };
        // whoever was found stands under the line where it cannot stand beside it
        let second = height >= if width >= SIDE_FROM { 6 } else { 4 };
        let rest = height.saturating_sub(2 + u16::from(second));
        // the grid keeps at least two thirds of what is left
        let figures = if pane > 0 || rest < 3 { 0 } else { figures.min(rest / 3) };
        let grid = rest.saturating_sub(figures);
        Self { left: width - pane, pane, beside: width >= SIDE_FROM, second, figures, grid }
    }
}

impl RollCall {
    /// The figures of the roll, and the guests.
    fn count(&self) -> Count {
        let mut guests = Heads::default();
        for guest in &self.guests {
            guests.add(crate::domain::member::Sex::from_code(guest.get("sex")).ok());
        }
        Count { guests, ..self.sheet.count() }
    }
}

/// The figures with the keys of their names.
fn table(count: &Count) -> Vec<(&'static str, Heads)> {
    vec![
        ("roll-present", count.present),
        ("roll-proxies", count.represented),
        ("roll-excused", count.excused),
        ("roll-left", count.left),
        ("roll-guests", count.guests),
        ("roll-eligible", count.eligible),
    ]
}

/// `present 78 F 31 M 47`; the sexes only where there is anybody.
fn figure((id, heads): &(&'static str, Heads), lang: &Lang) -> String {
    let count = |count: u32| lang.count(i64::from(count));
    let all = format!("{} {}", lang.label(id), count(heads.all));
    let sexes = [("sex-F", heads.women), ("sex-M", heads.men)].into_iter().filter(|(_, heads)| *heads > 0);
    sexes.fold(all, |words, (id, heads)| format!("{words} {} {}", lang.label(id), count(heads)))
}

/// Pieces one behind the other in rows of at most so many columns.
fn rows(pieces: impl Iterator<Item = String>, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if row.width() + GAP.len() + piece.width() <= width => {
                row.push_str(GAP);
                row.push_str(&piece);
            }
            _ => rows.push(piece),
        }
    }
    rows
}

/// When the meeting was opened and ended.
fn aside(roll: &RollCall, lang: &Lang) -> String {
    let meeting = &roll.meeting;
    if !is_open(meeting.state) {
        return lang.label(meeting.state.text_id()).to_owned();
    }
    let times = [("roll-opened", &meeting.opened_at), ("roll-closed", &meeting.closed_at)];
    let known = times.into_iter().filter(|(_, time)| !time.is_empty());
    known.map(|(id, time)| lang.text(&Text::new(id).with("time", time.as_str()))).collect::<Vec<_>>().join(" · ")
}

/// What stands under the line.
fn hint(roll: &RollCall, lang: &Lang) -> String {
    let of = |who: String, id| format!("{who} · {}", lang.label(id));
    match &roll.ask {
        _ if !roll.unread.is_empty() => lang.text(&Text::new("roll-unread").with("count", roll.unread.len())),
        Ask::Holder(giver) => match roll.sheet.place(*giver).and_then(|at| roll.sheet.line(at)) {
            Some(line) if line.holder.is_some() => of(line.who(), "roll-hint-holder"),
            line => line.map(Attendance::who).unwrap_or_default(),
        },
        Ask::Why { who, .. } => of(who.clone(), "roll-hint-why"),
        Ask::Nothing => String::new(),
    }
}

/// How far the quorum is: with the rule and where it stands, with the rule, and in figures only.
fn quorum(roll: &RollCall, count: &Count, enough: Option<u32>, lang: &Lang) -> Vec<String> {
    let (there, eligible) = (count.room().there(), count.eligible.all);
    let Some(needed) = enough else {
        let text = Text::new("roll-quorum-none").with("there", there).with("eligible", eligible);
        return vec![lang.text(&text), format!("{there}/{eligible}")];
    };
    let (rule, reference) = &roll.meeting.quorum;
    let text = Text::new("roll-there")
        .with("present", count.present.all)
        .with("represented", count.represented.all)
        .with("there", there)
        .with("needed", needed);
    let words = lang.text(&text);
    let rule = format!("{} · {rule}", lang.count(i64::from(eligible)));
    let mut all = vec![format!("{words} ({rule})"), words, format!("{there}/{needed}")];
    if !reference.is_empty() {
        all.insert(0, format!("{} ({rule}, {reference})", all[1]));
    }
    all
}

/// A line of the roll in words.
fn row(roll: &RollCall, line: &Attendance, lang: &Lang) -> Row {
    let label = |at: &usize| roll.sheet.line(*at).map(Attendance::label).unwrap_or_default();
    let givers = roll.sheet.givers(line.id);
    let mut state = match line.presence {
        _ if roll.is_pending(line.id) => "…".to_owned(),
        Presence::Left => lang.text(&Text::new("roll-left-at").with("time", line.left_at.as_str())),
        known => lang.label(known.text_id_of(line.sex)).to_owned(),
    };
    let mut add = |words: String| state = format!("{state} · {words}");
    if !givers.is_empty() {
        let mut names = givers.iter().take(NAMED).map(label).collect::<Vec<_>>().join(", ");
        if givers.len() > NAMED {
            names = format!("{names} +{}", givers.len() - NAMED);
        }
        let id = if line.presence == Presence::Present { "roll-votes-for" } else { "roll-votes-no-more" };
        add(lang.text(&Text::new(id).with("who", names)));
    }
    if let Some(holder) = line.holder.and_then(|id| roll.sheet.place(id)).and_then(|at| roll.sheet.line(at)) {
        let id = if holder.presence == Presence::Present { "roll-voted-by" } else { "roll-void" };
        add(lang.text(&Text::new(id).with("who", holder.label())));
    }
    let is_here = line.presence == Presence::Present;
    Row {
        label: line.label(),
        name: line.name.clone(),
        time: line.arrived_at.clone(),
        role: if is_here || line.holder.is_some() { Role::Text } else { Role::Muted },
        state,
    }
}
