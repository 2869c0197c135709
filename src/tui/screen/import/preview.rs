//! What a file would do to the register, row by row, before anything is written.

use super::{
    columns::Columns,
    reading::{Choice, Roster, open, understand},
};
use crate::{
    command::{
        self,
        import::{self, Enter, Outcome as RowOutcome, Plan, Planned},
    },
    domain::Text,
    import::sheet::{self, Sheet},
    store::{self, Changed, Reader},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{
            Cx, Flow, Outcome, Screen, Value,
            confirm::Confirm,
            members::{detail::facts, pairs::reasons},
        },
        theme::Role,
        widget::choice::{Item, Picker},
    },
};
use anyhow::Result;
use ratatui::layout::Rect;
use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

/// What the open picker asks.
enum Asked {
    Nothing,
    Filter,
    Sheet,
}

/// As much of what a row would write as stands on the smallest screen.
const FACTS: usize = 12;

/// The kinds of rows that can be looked at alone; the first is all of them.
const KINDS: [&str; 5] = ["rows-all", "rows-new", "rows-changed", "rows-same", "rows-refused"];

/// The screen.
pub struct Preview {
    file: PathBuf,
    name: String,
    choice: Choice,
    roster: Option<Roster>,
    kind: usize,
    /// Places in the plan of the rows that are shown.
    shown: Vec<usize>,
    at: usize,
    asked: Asked,
    /// Lines of the file that look like somebody else.
    alike: BTreeSet<usize>,
    /// Lines of the file that the user has left out.
    left_out: BTreeSet<usize>,
    reading: bool,
    progress: (usize, usize),
    writing: bool,
    title: String,
    counts: String,
    mapping: String,
    hint: String,
    what: Vec<String>,
    top: usize,
}

impl Preview {
    /// Begins to read the file.
    pub fn new(file: PathBuf, cx: &Cx) -> Self {
        let may_admit = cx.permit(&command::member::ADMIT).is_ok();
        let enter = if may_admit { Enter::Admitted(None) } else { Enter::Applicants };
        let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        Self {
            file,
            name,
            choice: Choice { sheet: None, layout: None, enter },
            roster: None,
            kind: 0,
            shown: Vec::new(),
            at: 0,
            asked: Asked::Nothing,
            alike: BTreeSet::new(),
            left_out: BTreeSet::new(),
            reading: false,
            progress: (0, 0),
            writing: false,
            title: String::new(),
            counts: String::new(),
            mapping: String::new(),
            hint: String::new(),
            what: Vec::new(),
            top: 0,
        }
    }

    /// Reads the file, or what is already in memory of it, in the background.
    fn read(&mut self, cx: &mut Cx) {
        self.reading = true;
        self.progress = (0, 0);
        let (file, name, choice, reading) = (self.file.clone(), self.name.clone(), self.choice.clone(), cx.reading());
        let sheets = self.roster.take().map(|roster| roster.sheets);
        let (path, viewer) = (cx.reader.path().to_owned(), cx.reader.viewer().clone());
        cx.job(move |progress| {
            let sheets = match sheets {
                Some(sheets) => sheets,
                None => Arc::new(open(&file, &name, progress)?),
            };
            let reader = Reader::open(&path, viewer)?;
            let roster = understand(&reader, sheets, choice, reading, progress)?;
            Ok(Outcome::Value(Value::Roster(Box::new(roster))))
        });
    }

    fn list(&mut self, cx: &Cx) {
        let Some(roster) = &self.roster else { return };
        let rows = roster.plan.rows.iter().enumerate();
        let wanted = |outcome: RowOutcome| self.kind == 0 || kind_of(outcome) == self.kind;
        self.shown = rows.filter(|(_, row)| wanted(row.outcome)).map(|(at, _)| at).collect();
        self.at = self.at.min(self.shown.len().saturating_sub(1));
        self.count(cx);
        self.describe(cx);
    }

    fn count(&mut self, cx: &Cx) {
        let Some(roster) = &self.roster else { return };
        let text = Text::new("import-counts")
            .with("new", roster.plan.count(RowOutcome::New))
            .with("changed", roster.plan.count(RowOutcome::Changed))
            .with("same", roster.plan.count(RowOutcome::Same))
            .with("refused", roster.plan.count(RowOutcome::Refused));
        self.counts = cx.lang.text(&text);
        self.title = title(&self.name, cx);
        if roster.sheets.len() > 1 {
            self.title = format!("{} › {}", self.title, roster.sheets[roster.sheet].name);
        }
        let named = |name: &String| cx.lang.text(&Text::new("import-mapping").with("name", name.as_str()));
        self.mapping = roster.mapping.as_ref().map(named).unwrap_or_default();
        let text = Text::new(match self.choice.enter {
            _ if roster.plan.to_write() == 0 => "import-nothing",
            Enter::Admitted(_) => "import-write-members",
            Enter::Applicants => "import-write-applicants",
        });
        self.hint = cx.lang.text(&text.with("count", roster.plan.to_write()));
    }

    /// Puts the visible rows into words.
    fn describe(&mut self, cx: &Cx) {
        let height = Self::height(cx);
        self.top = self.top.clamp((self.at + 1).saturating_sub(height), self.at);
        let Some(roster) = &self.roster else { return };
        let visible = self.shown.iter().skip(self.top).take(height);
        self.what = visible.map(|at| explain(&roster.plan, &roster.plan.rows[*at], cx)).collect();
    }

    fn height(cx: &Cx) -> usize {
        usize::from(cx.size.height.saturating_sub(10)).max(1)
    }

    fn move_to(&mut self, cmd: Cmd, cx: &Cx) -> bool {
        let Some(to) = cmd.step(self.at, self.shown.len(), Self::height(cx)) else { return false };
        self.at = to;
        self.describe(cx);
        true
    }

    fn write(&mut self, cx: &mut Cx) {
        let Some(roster) = self.roster.take() else { return };
        self.writing = true;
        let (total, name) = (roster.plan.to_write(), self.name.clone());
        self.progress = (0, total);
        cx.write(move |store, session, progress| {
            let mut step = |done| progress.step(done, total).is_ok();
            let done = import::import(store, session, &roster.plan, &name, &mut step)?;
            let refused = roster.plan.count(RowOutcome::Refused);
            Ok(Outcome::Said(Text::new("import-done").with("count", done.new + done.changed).with("refused", refused)))
        });
    }
}

impl Screen for Preview {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        self.mapping.clone()
    }
    fn area(&self) -> usize {
        1
    }
    fn scope(&self) -> Scope {
        Scope::Import
    }

    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let moves = matches!(cmd, Cmd::Back | Cmd::Quit | Cmd::Help | Cmd::Language);
        if self.reading || self.writing {
            return (!moves).then(|| Text::new("import-wait"));
        }
        match (&self.roster, cmd) {
            (Some(roster), Cmd::Sheet) if roster.sheets.len() < 2 => Some(Text::new("import-one-sheet")),
            (Some(roster), Cmd::Write) if roster.layout.obstacle().is_some() => roster.layout.obstacle(),
            (Some(roster), Cmd::Write) if roster.plan.to_write() == 0 => Some(Text::new("import-nothing")),
            (None, Cmd::Write | Cmd::Columns | Cmd::LeaveOut | Cmd::Filters | Cmd::Sheet) => {
                Some(Text::new("import-nothing"))
            }
            _ => None,
        }
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        self.title = title(&self.name, cx);
        // what the register holds decides what is new: after a change the file is looked at again
        let is_old = match &self.roster {
            Some(roster) => changed.has_table("member") && roster.plan.is_old(&cx.reader)?,
            None => true,
        };
        if !self.reading && !self.writing && is_old {
            self.read(cx);
        }
        self.list(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.move_to(cmd, cx) {
            return Ok(Flow::Stay);
        }
        let Some(roster) = &mut self.roster else { return Ok(Flow::Ignored) };
        match cmd {
            Cmd::LeaveOut => {
                if let Some(at) = self.shown.get(self.at) {
                    let row = &mut roster.plan.rows[*at];
                    row.left_out ^= true;
                    if row.left_out {
                        self.left_out.insert(row.row)
                    } else {
                        self.left_out.remove(&row.row)
                    };
                }
                self.move_to(Cmd::Down, cx);
                self.count(cx);
            }
            Cmd::Admitted => {
                self.choice.enter = match self.choice.enter {
                    Enter::Admitted(_) => Enter::Applicants,
                    Enter::Applicants => Enter::Admitted(None),
                };
                self.read(cx);
            }
            Cmd::Columns => {
                let sheet = &roster.sheets[roster.sheet];
                return Ok(Flow::push(Columns::new(&roster.layout, sheet)));
            }
            Cmd::Filters => {
                self.asked = Asked::Filter;
                let items = KINDS.iter().map(|id| Item::new(cx.lang.label(id))).collect();
                return Ok(Flow::push(Picker::new(cx.lang.label("cmd-filters").to_owned(), items, self.kind)));
            }
            Cmd::Sheet => {
                self.asked = Asked::Sheet;
                let lines = |s: &Sheet| cx.lang.text(&Text::new("import-lines").with("count", s.lines.len()));
                let hidden = |s: &Sheet| s.showing != sheet::Showing::Visible;
                let state = |s: &Sheet| if hidden(s) { cx.lang.label("import-hidden").to_owned() } else { lines(s) };
                let items = roster.sheets.iter().map(|s| Item::new(s.name.clone()).with(state(s))).collect();
                return Ok(Flow::push(Picker::new(cx.lang.label("cmd-sheet").to_owned(), items, roster.sheet)));
            }
            Cmd::Write => self.write(cx),
            Cmd::Open => {
                let Some(at) = self.shown.get(self.at) else { return Ok(Flow::Stay) };
                let row = &roster.plan.rows[*at];
                let facts = facts(&row.member, cx).into_iter().map(|(label, value)| format!("{label}  {value}"));
                let lines = words(&roster.plan, row, cx).into_iter().chain(facts.take(FACTS)).collect();
                return Ok(Flow::push(Confirm::look("import-row-look", lines)));
            }
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match (std::mem::replace(&mut self.asked, Asked::Nothing), value) {
            (Asked::Filter, Value::Row(row)) => {
                self.kind = row;
                self.list(cx);
            }
            (Asked::Sheet, Value::Row(row)) => {
                (self.choice.sheet, self.choice.layout) = (Some(row), None);
                self.left_out.clear();
                self.read(cx);
            }
            (_, Value::Columns(columns)) => {
                if self.roster.is_none() {
                    // the register has changed meanwhile, and the file is just being looked at again
                    cx.complain(&Text::new("import-wait"));
                }
                if let Some(roster) = &self.roster {
                    let mut layout = roster.layout.clone();
                    for (at, field) in columns.into_iter().enumerate() {
                        layout.assign(at, field);
                    }
                    layout.reorder(&roster.sheets[roster.sheet], &cx.reading());
                    (self.choice.sheet, self.choice.layout) = (Some(roster.sheet), Some(layout));
                    self.read(cx);
                }
            }
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        (self.reading, self.progress) = (false, (0, 0));
        match result {
            Ok(Outcome::Value(Value::Roster(mut roster))) => {
                roster.plan.rows.iter_mut().for_each(|row| row.left_out = self.left_out.contains(&row.row));
                if let Some(text) = roster.layout.obstacle() {
                    cx.complain(&text);
                }
                self.alike = roster.plan.duplicates.iter().map(|d| d.row).collect();
                self.roster = Some(*roster);
                self.list(cx);
                Ok(Flow::Stay)
            }
            Ok(Outcome::Said(text)) => {
                cx.say(&text);
                Ok(Flow::Pop)
            }
            Ok(_) => Ok(Flow::Stay),
            Err(error) => {
                cx.complain(&error.text());
                if std::mem::take(&mut self.writing) {
                    self.read(cx);
                    return Ok(Flow::Stay);
                }
                Ok(Flow::Pop)
            }
        }
    }

    fn progress(&mut self, done: usize, total: usize) {
        self.progress = (done, total);
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(roster) = &self.roster else {
            let (done, total) = self.progress;
            let used = canvas.put(area.x + 2, area.y + 1, area.width - 4, "import-reading", Role::Text);
            let percent = (done * 100).checked_div(total);
            let text = percent.map_or_else(|| format!(" {done}"), |percent| format!(" {percent} %"));
            canvas.text(area.x + 2 + used, area.y + 1, 20, &text, canvas.style(Role::Muted));
            return;
        };
        canvas.text(area.x + 2, area.y, area.width - 3, &self.counts, canvas.style(Role::Title));
        canvas.text(area.x + 2, area.y + 1, area.width - 3, &self.hint, canvas.style(Role::Text));
        canvas.put(area.x + 2, area.y + 2, 7, "import-row", Role::Muted);
        canvas.put(area.x + 10, area.y + 2, 12, "import-outcome", Role::Muted);
        canvas.put(area.x + 23, area.y + 2, area.width - 24, "import-what", Role::Muted);
        let height = usize::from(area.height.saturating_sub(3));
        for (line, at) in self.shown.iter().skip(self.top).take(height).enumerate() {
            let (row, y) = (&roster.plan.rows[*at], area.y + 3 + line as u16);
            let out = row.left_out;
            let id = if out { "row-left-out" } else { kind_id(row.outcome) };
            let role = match row.outcome {
                _ if out => Role::Muted,
                RowOutcome::Refused => Role::Bad,
                RowOutcome::Same => Role::Muted,
                _ => Role::Text,
            };
            canvas.right(area.x + 8, y, 7, &row.row.to_string(), canvas.style(Role::Muted));
            canvas.put(area.x + 10, y, 12, id, role);
            let is_doubtful = !row.issues.is_empty() || self.alike.contains(&row.row);
            if row.outcome != RowOutcome::Refused && is_doubtful {
                canvas.text(area.x + 21, y, 1, "•", canvas.style(Role::Warn));
            }
            if let Some(what) = self.what.get(line) {
                canvas.text(area.x + 23, y, area.width - 24, what, canvas.style(Role::Text));
            }
            if self.top + line == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}

/// Where I am.
fn title(file: &str, cx: &Cx) -> String {
    format!("{} › {} › {file}", cx.lang.label("area-members"), cx.lang.label("cmd-import"))
}

/// The kind of a row, a place in [`KINDS`].
const fn kind_of(outcome: RowOutcome) -> usize {
    match outcome {
        RowOutcome::New => 1,
        RowOutcome::Changed => 2,
        RowOutcome::Same => 3,
        RowOutcome::Refused => 4,
    }
}

/// The text key of what becomes of a row.
const fn kind_id(outcome: RowOutcome) -> &'static str {
    ["row-new", "row-new", "row-changed", "row-same", "row-refused"][kind_of(outcome)]
}

/// A row in words: who, and what is particular.
fn explain(plan: &Plan, row: &Planned, cx: &Cx) -> String {
    let words = words(plan, row, cx);
    let (name, parts) = words.split_first().expect("the name comes first");
    let parts = parts.join("; ");
    if name.is_empty() || parts.is_empty() { format!("{name}{parts}") } else { format!("{name}  {parts}") }
}

/// The name of a row, then what is particular, one by one.
fn words(plan: &Plan, row: &Planned, cx: &Cx) -> Vec<String> {
    let mut parts = vec![row.member.heading()];
    for (field, old, new) in &row.changes {
        let old = if old.is_empty() { "–" } else { old };
        parts.push(format!("{} {old} → {new}", cx.lang.label(field.text_id()).to_lowercase()));
    }
    for issue in &row.issues {
        parts.push(cx.lang.text(&issue.text));
    }
    for alike in plan.duplicates.iter().filter(|d| d.row == row.row) {
        let member = alike.with_member.and_then(|id| cx.reader.member(id).ok()).map(|m| m.heading());
        let row = |row: usize| cx.lang.text(&Text::new("import-row-name").with("row", row.to_string()));
        let name = member.or_else(|| alike.with_row.map(row));
        let text = Text::new("import-alike").with("name", name.unwrap_or_default());
        parts.push(cx.lang.text(&text.with("why", reasons(&alike.alike.why, &cx.lang))));
    }
    parts
}
