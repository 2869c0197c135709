//! Who changed what and when: of one record, or of the whole book; `u` takes the marked act back.

use super::{Cx, Flow, Screen, undo::UndoAct};
use crate::{
    clock, command,
    domain::{
        Text,
        birth::Birth,
        book::{Country, LegalForm},
        day,
        member::{Field, IdType, Status, show_number},
        noun, phone,
        rule::{Majority, Share},
        user::Role,
        work::WORKS,
    },
    store::{
        self, ActLine, Changed,
        log::{Change, Image, Op},
    },
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        theme,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;
use serde_json::Value;

/// How many acts are read at once.
const PAGE: usize = 200;

struct Line {
    act: i64,
    at: String,
    user: String,
    what: String,
    state: &'static str,
}

/// The screen.
pub struct History {
    record: Option<(&'static str, i64)>,
    title: String,
    lines: Vec<Line>,
    complete: bool,
    at: usize,
}

impl History {
    /// The acts that touched one record.
    pub fn of_record(table: &'static str, id: i64) -> Self {
        Self { record: Some((table, id)), title: String::new(), lines: Vec::new(), complete: false, at: 0 }
    }

    /// All acts.
    pub fn of_book() -> Self {
        Self { record: None, title: String::new(), lines: Vec::new(), complete: false, at: 0 }
    }

    fn more(&mut self, cx: &Cx) -> Result<()> {
        let before = self.lines.last().map(|line| line.act);
        let acts = match self.record {
            Some((table, id)) => cx.reader.history(table, id, before, PAGE)?,
            None => cx.reader.acts(before, PAGE)?,
        };
        self.complete = acts.len() < PAGE;
        for act in &acts {
            let what = match self.record {
                Some((table, id)) => summary(&cx.reader.record_changes(act.id, table, id)?, act, cx),
                None => cx.lang.describe_act(&act.command, &act.args),
            };
            let state = match (act.undoes, act.undone_by) {
                (_, Some(_)) => cx.lang.label("history-undone"),
                (Some(_), _) if act.command == command::act::REDO.id => cx.lang.label("history-redo"),
                (Some(_), _) => cx.lang.label("history-undo"),
                _ => "",
            };
            self.lines.push(Line { act: act.id, at: clock::show(&act.at), user: act.user.clone(), what, state });
        }
        Ok(())
    }
}

impl Screen for History {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::History
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let needs_one = matches!(cmd, Cmd::UndoThis | Cmd::Open);
        (needs_one && self.lines.is_empty()).then(|| Text::new("say-nothing-selected"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        let heading = cx.lang.label("history-title");
        self.title = match self.record {
            Some((table, id)) => format!("{} › {}", name_of(table, id, cx)?, heading.to_lowercase()),
            None => heading.to_owned(),
        };
        if self.record.is_none_or(|(table, id)| changed.has_record(table, id)) {
            // new acts come on top: the cursor stays on the one it is on
            let (here, loaded) = (self.lines.get(self.at).map(|line| line.act), self.lines.len());
            self.lines.clear();
            self.more(cx)?;
            while self.lines.len() < loaded && !self.complete {
                self.more(cx)?;
            }
            let found = self.lines.iter().position(|line| Some(line.act) == here && self.at > 0);
            self.at = found.unwrap_or(self.at).min(self.lines.len().saturating_sub(1));
        }
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let page = usize::from(cx.size.height.saturating_sub(9)).max(1);
        let to = match cmd {
            Cmd::Up => self.at.saturating_sub(1),
            Cmd::Down => self.at + 1,
            Cmd::PageUp => self.at.saturating_sub(page),
            Cmd::PageDown => self.at + page,
            Cmd::Top => 0,
            Cmd::Bottom => self.lines.len().saturating_sub(1),
            Cmd::UndoThis => return Ok(Flow::push(UndoAct::new(self.lines[self.at].act))),
            Cmd::Open => return Ok(Flow::push(ActPage::new(self.lines[self.at].act))),
            _ => return Ok(Flow::Ignored),
        };
        if to + 1 >= self.lines.len() && !self.complete {
            self.more(cx)?;
        }
        self.at = to.min(self.lines.len().saturating_sub(1));
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let height = usize::from(area.height);
        let top = (self.at + 1).saturating_sub(height);
        let what_x = area.x + 30;
        for (line, act) in self.lines.iter().skip(top).take(height).enumerate() {
            let y = area.y + line as u16;
            canvas.text(area.x + 1, y, 17, &act.at, canvas.style(theme::Role::Muted));
            canvas.text(area.x + 19, y, 10, &act.user, canvas.style(theme::Role::Text));
            let room = area.right().saturating_sub(what_x + 12);
            canvas.text(what_x, y, room, &act.what, canvas.style(theme::Role::Text));
            canvas.right(area.right().saturating_sub(1), y, 11, act.state, canvas.style(theme::Role::Muted));
            if top + line == self.at {
                canvas.paint_row(area, y, canvas.style(theme::Role::Selected));
            }
        }
    }
}

/// What one act changed, row by row.
pub struct ActPage {
    act: i64,
    title: String,
    lines: Vec<String>,
    top: usize,
}

impl ActPage {
    /// The page of an act.
    pub fn new(act: i64) -> Self {
        Self { act, title: String::new(), lines: Vec::new(), top: 0 }
    }
}

impl Screen for ActPage {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::History
    }
    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        let act = cx.reader.act_line(self.act)?;
        self.title = format!("{} › {} {}", cx.lang.label("history-title"), clock::show(&act.at), act.user);
        self.lines = vec![cx.lang.describe_act(&act.command, &act.args)];
        let changes = cx.reader.changes(self.act, None, PAGE)?;
        for change in &changes {
            let name = name_of(&change.root.0, change.root.1, cx)?;
            let what = describe(change, cx);
            self.lines.push(format!("{name}  {what}"));
        }
        if act.changes > changes.len() as i64 {
            let more = Text::new("history-more").with("count", act.changes - changes.len() as i64);
            self.lines.push(cx.lang.text(&more));
        }
        Ok(())
    }
    fn run(&mut self, cmd: Cmd, _: &mut Cx) -> Result<Flow> {
        if let Some(to) = cmd.step(self.top, self.lines.len(), 12) {
            self.top = to;
            return Ok(Flow::Stay);
        }
        match cmd {
            Cmd::UndoThis => return Ok(Flow::push(UndoAct::new(self.act))),
            Cmd::Open => {}
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        for (at, line) in self.lines.iter().skip(self.top).take(usize::from(area.height)).enumerate() {
            canvas.text(
                area.x + 2,
                area.y + at as u16,
                area.width.saturating_sub(4),
                line,
                canvas.style(theme::Role::Text),
            );
        }
    }
}

/// What a record is called; a rule has its name in the language files.
///
/// # Errors
/// When the book cannot be read.
pub fn name_of(table: &str, id: i64, cx: &Cx) -> store::Result<String> {
    let name = cx.reader.record_label(table, id)?;
    Ok(if table == "bylaw" { cx.lang.rule(&name) } else { name })
}

/// What an act did to the record whose history is shown.
fn summary(changes: &[Change], act: &ActLine, cx: &Cx) -> String {
    // what was written down beside the record says more than who wrote it, whose page this is
    let own = |c: &&Change| c.op == Op::Update || noun::find(c.table).is_some();
    let told: Vec<String> = changes.iter().filter(own).map(|c| describe(c, cx)).collect();
    let is_told = act.command.starts_with("entry.") || changes.iter().any(|c| c.op == Op::Update);
    // what a merge did to each row stands on its own page
    if told.is_empty() || !is_told || act.command == command::merge::MERGE.id {
        cx.lang.describe_act(&act.command, &act.args)
    } else {
        told.join("; ")
    }
}

/// A change in words: `Téléphone 0812 → 0823`.
fn describe(change: &Change, cx: &Cx) -> String {
    match (change.op, &change.before, &change.after) {
        (Op::Update, Some(before), Some(after)) => {
            let shown = |column, value| shown(change.table, column, value, cx);
            let columns = after.iter().map(|(column, value)| {
                let old = before.get(column).map_or_else(|| "–".to_owned(), |old| shown(column, old));
                format!("{} {old} → {}", label(change.table, column, cx), shown(column, value))
            });
            let noun = noun::find(change.table).map(|noun| format!("{} · ", cx.lang.label(noun.text_id)));
            noun.unwrap_or_default() + &columns.collect::<Vec<_>>().join(", ")
        }
        (op, before, after) => {
            let image = after.as_ref().or(before.as_ref());
            if let (Some(image), "number_void") = (image, change.table) {
                return void(image, cx);
            }
            let words = image.map(|image| {
                // whose it is stands before it; keys and sums say nothing to people
                let is_said = |column: &str| {
                    !column.ends_with("_id")
                        && !column.ends_with("_key")
                        && !matches!(column, "id" | "owner_tbl" | "hash")
                };
                let parts = image.iter().filter(|(column, _)| is_said(column));
                let words = parts.map(|(column, value)| shown(change.table, column, value, cx)).take(6);
                let noun = noun::find(change.table).map(|noun| cx.lang.label(noun.text_id).to_owned());
                noun.into_iter().chain(words).collect::<Vec<_>>().join(" ")
            });
            let sign = if op == Op::Delete { "−" } else { "+" };
            format!("{sign} {}", words.unwrap_or_else(|| cx.lang.label("history-blanked").to_owned()))
        }
    }
}

/// A number that nobody bears, and why.
fn void(image: &Image, cx: &Cx) -> String {
    let number = image.get("first").and_then(Value::as_i64).map(show_number).unwrap_or_default();
    let reason = image.get("reason").and_then(Value::as_str).unwrap_or_default();
    let text = Text::new("history-void").with("number", number).with("reason", cx.lang.name(&format!("void-{reason}")));
    cx.lang.text(&text)
}

/// The name of a column as forms have it.
fn label(table: &str, column: &str, cx: &Cx) -> String {
    let id = match (table, column) {
        ("coop", "name") => "field-coop-name",
        ("user", "name") => "field-user-name",
        (_, "also") => "field-currencies",
        (_, "roles") => "field-user-role",
        (_, "status_on") => "field-since",
        (_, "system_user") => "field-system-user",
        _ => {
            let name = column.trim_end_matches("_id");
            let ids = [format!("field-{name}"), format!("field-{}", name.replace('_', "-"))];
            return ids.iter().find_map(|id| cx.lang.named(id, &[])).unwrap_or_else(|| name.to_owned());
        }
    };
    cx.lang.label(id).to_owned()
}

/// The table of the record that a column names.
fn named(column: &str) -> &str {
    match column {
        "first" | "by_meeting" => "meeting",
        "holder" => "attendance",
        "item" => "agenda_item",
        table => table,
    }
}

/// What a rule says, by itself: a share, a majority or a figure.
fn rule_value(value: &str, cx: &Cx) -> String {
    let share = || Share::parse(value).ok().filter(|_| value.contains('/')).map(Share::text);
    let text = Majority::parse(value).ok().map(Majority::text).or_else(share);
    text.map_or_else(|| value.to_owned(), |text| cx.lang.text(&text))
}

/// A value of a column as people read it: names of codes, days, the record behind an id.
fn shown(table: &str, column: &str, value: &Value, cx: &Cx) -> String {
    let text = match value {
        Value::Null => return "–".to_owned(),
        Value::Number(number) => {
            return match (column.strip_suffix("_id"), number.as_i64()) {
                (Some(column), Some(id)) => cx.reader.record_label(named(column), id).unwrap_or_default(),
                (None, Some(number)) if column == "number" => show_number(number),
                _ => number.to_string(),
            };
        }
        Value::String(text) => text,
        other => return other.to_string(),
    };
    let names = |id: &dyn Fn(&str) -> Option<&'static str>| {
        let names = text.split(',').map(|code| id(code.trim()).map_or(code, |id| cx.lang.label(id)));
        names.collect::<Vec<_>>().join(", ")
    };
    let attribute = noun::find(table).and_then(|noun| noun.attributes.iter().find(|a| a.code == column));
    let field = Field::from_code(column).ok().filter(|_| table == "member");
    if let Some(takes) = attribute.map(|a| a.takes).or_else(|| field.and_then(Field::takes)) {
        return cx.lang.value(takes, text);
    }
    match (table, column) {
        ("bylaw", "code") => return cx.lang.rule(text),
        ("bylaw", "value") | ("motion" | "meeting", "quorum" | "majority") => return rule_value(text, cx),
        ("attendance", "state") => return cx.lang.name(&format!("presence-{text}")),
        ("meeting", "state") => return cx.lang.name(&format!("state-{text}")),
        ("motion", "outcome") => return cx.lang.name(&format!("outcome-{text}")),
        ("motion", "method") => return cx.lang.name(&format!("method-{text}")),
        _ => {}
    }
    match column {
        "status" => names(&|code| Some(Status::from_code(code).ok()?.text_id())),
        "id_type" => names(&|code| Some(IdType::from_code(code).ok()?.text_id())),
        "role" => names(&|code| Some(WORKS.iter().find(|work| work.code == code)?.text_id)),
        "roles" => names(&|code| Some(Role::from_code(code).ok()?.text_id())),
        "country" => names(&|code| Some(Country::from_code(code).ok()?.text_id())),
        "legal_form" => names(&|code| Some(LegalForm::from_code(code).ok()?.text_id())),
        "birth" => Birth::from_stored(text).map_or_else(|| text.clone(), Birth::show),
        "phone" => phone::show(text),
        _ if column.ends_with("_on") => text.parse().map_or_else(|_| text.clone(), day::show),
        _ => text.clone(),
    }
}
