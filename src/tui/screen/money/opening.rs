//! The opening of a book that does not begin with nothing: members and accounts with what was there, typed row by row or
//! read from a file, and written as one act. What a row becomes is `command::opening`; what the line asks is in `entry`,
//! what it looks like in `look`.

mod entry;
mod kept;
mod look;

use super::AREA;
use crate::{
    command::opening::{self as command, Known, Planned},
    domain::{Text, amount::Amount, day, opening::Opening},
    import::{
        mapping::Mapping,
        opening::{self as list},
        sheet::{self, MAX_BYTES},
        unwatched,
    },
    store::{self, Changed, opening::Opened},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Outcome, Screen, Toast, Value, confirm::Confirm, import::pick::PickFile},
        widget::{keep::Keep, line::Line},
    },
};
use anyhow::Result;
use chrono::NaiveDate;
use entry::{Ask, Match};
pub use kept::count;
use look::Look;
use ratatui::layout::Rect;
use std::path::PathBuf;

/// The name of the sheet among the drafts.
pub const FORM: &str = "opening";

/// A row of the sheet.
#[derive(Clone, Debug)]
struct Row {
    /// Whom or what it is about.
    label: String,
    /// What would be written; of a row that a file has wrong, nothing.
    opening: Option<Opening>,
    /// Why it cannot be written.
    fault: Option<Text>,
}

/// The screen.
pub struct Sheet {
    on: NaiveDate,
    rows: Vec<Row>,
    /// What was written before, with whom or what it is about.
    opened: Vec<(String, Opened)>,
    known: Vec<Known>,
    funds: Vec<(i64, String)>,
    /// What a share is worth, once somebody has said so.
    nominal: Option<Amount>,
    /// The file that rows came from.
    file: String,
    /// What is asked in the line; nothing while the rows are looked at.
    ask: Option<Ask>,
    line: Line,
    found: Vec<Match>,
    picked: usize,
    at: usize,
    keep: Keep,
    is_writing: bool,
    look: Look,
}

/// The sheet, with what was typed on it before.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn screen(cx: &Cx) -> Result<Sheet> {
    cx.permit(&command::WRITE)?;
    let (keep, draft) = Keep::only(FORM, 0, cx)?;
    let mut sheet = Sheet {
        on: cx.clock.today(),
        rows: Vec::new(),
        opened: Vec::new(),
        known: command::accounts(&cx.reader)?,
        funds: cx.reader.funds()?,
        nominal: cx.reader.last_nominal()?,
        file: String::new(),
        ask: None,
        line: Line::new(""),
        found: Vec::new(),
        picked: 0,
        at: 0,
        keep,
        is_writing: false,
        look: Look::default(),
    };
    if let Some(draft) = draft {
        sheet.resume(&draft, cx)?;
    }
    Ok(sheet)
}

/// What there is to say of the opening on the first page of the area: what was brought forward.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    let Some(forward) = cx.reader.chart_account("opening")? else { return Ok(String::new()) };
    let mut parts = Vec::new();
    for currency in std::iter::once(&cx.coop.currency).chain(&cx.coop.also) {
        let balance = cx.reader.balance(forward, currency)?;
        parts.extend((balance != 0).then(|| super::shown(-balance, currency, &cx.lang)));
    }
    Ok(parts.join(" · "))
}

impl Sheet {
    /// What would be written.
    fn openings(&self) -> impl Iterator<Item = &Opening> {
        self.rows.iter().filter(|row| row.fault.is_none()).filter_map(|row| row.opening.as_ref())
    }

    /// Puts a row on the sheet, in the place of one that says the same.
    fn put(&mut self, label: String, opening: Opening, cx: &Cx) -> store::Result<()> {
        let fault = command::fault(&cx.reader, &opening, self.on)?.map(|(_, text)| text);
        let keys = opening.keys();
        let same =
            |row: &Row| row.opening.as_ref().is_some_and(|other| other.keys().iter().any(|key| keys.contains(key)));
        let place = self.rows.iter().position(same);
        let row = Row { label, opening: Some(opening), fault };
        if let Some(place) = place {
            self.rows[place] = row;
            self.at = place;
        } else {
            self.rows.push(row);
            self.at = self.rows.len() - 1;
        }
        self.keep.typed(cx.now);
        Ok(())
    }

    /// Looks again at every row: the day or the book has changed.
    fn check(&mut self, cx: &Cx) -> store::Result<()> {
        for row in &mut self.rows {
            if let Some(opening) = &row.opening {
                row.fault = command::fault(&cx.reader, opening, self.on)?.map(|(_, text)| text);
            }
        }
        Ok(())
    }

    /// Reads a file beside the screen, and compares it with the book.
    fn read_file(&mut self, path: PathBuf, cx: &mut Cx) {
        self.file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (book, viewer, reading) = (cx.reader.path().to_owned(), cx.reader.viewer().clone(), cx.reading());
        let (on, usual, name) = (self.on, cx.coop.currency.clone(), self.file.clone());
        cx.job(move |_| {
            let bytes = sheet::load(&path, MAX_BYTES).map_err(store::Error::Io)?;
            let sheets = sheet::read(&bytes, &name, &unwatched).map_err(store::Error::Invalid)?;
            let layout = list::find(&sheets, &Mapping::default()).map_err(store::Error::Invalid)?;
            let rows = list::read(&sheets[layout.sheet], &layout, &reading, &usual);
            let plan = command::plan(&store::Reader::open(&book, viewer)?, rows, on)?;
            Ok(Outcome::Value(Value::Opening(plan.rows)))
        });
    }

    /// Puts what was read from a file on the sheet: also what is wrong, to be mended or taken off.
    fn take(&mut self, rows: Vec<Planned>, cx: &mut Cx) -> store::Result<()> {
        let count = rows.len();
        let mut refused = 0;
        // among themselves the rows of the file were compared already
        let is_first = self.rows.is_empty();
        for planned in rows {
            let wrong = planned.remarks.iter().find(|remark| remark.is_error).map(|remark| remark.text.clone());
            match (planned.opening, wrong) {
                (Some(opening), None) if is_first => {
                    self.rows.push(Row { label: planned.label, opening: Some(opening), fault: None });
                }
                (Some(opening), None) => self.put(planned.label, opening, cx)?,
                (_, wrong) => {
                    refused += 1;
                    let row = Text::new("opening-row").with("row", planned.row).with("what", planned.label);
                    let fault = Some(wrong.unwrap_or_else(|| Text::new("err-opening-nothing")));
                    self.rows.push(Row { label: cx.lang.text(&row), opening: None, fault });
                }
            }
        }
        self.keep.typed(cx.now);
        cx.say(&Text::new("opening-read").with("count", count - refused).with("refused", refused));
        Ok(())
    }

    /// F2: everything as one act, unless a row is wrong.
    fn write(&mut self, cx: &mut Cx) -> Result<Flow> {
        if let Some(at) = self.rows.iter().position(|row| row.fault.is_some()) {
            self.at = at;
            let count = self.rows.iter().filter(|row| row.fault.is_some()).count();
            cx.complain(&Text::new("err-opening-refused").with("count", count));
            return Ok(Flow::Stay);
        }
        let count = self.openings().count();
        if count == 0 {
            return Err(store::Error::invalid("opening-empty").into());
        }
        let text = Text::new("ask-opening-lines").with("count", count).with("day", day::show(self.on));
        let doubts = command::doubts(&cx.reader, self.openings(), self.on, &cx.lang)?;
        Ok(Flow::push(Confirm::new("ask-opening", doubts.into_iter().chain([text]).collect(), Value::Yes)))
    }

    fn send(&mut self, cx: &mut Cx) {
        self.is_writing = true;
        let (rows, on): (Vec<Opening>, _) = (self.openings().cloned().collect(), self.on);
        let (key, file) = (self.keep.sent(), self.file.clone());
        cx.write(move |store, session, _| {
            command::write(store, session, key.as_deref(), (&rows, on), &file)?;
            let said = Text::new("opening-written").with("count", rows.len()).with("day", day::show(on));
            Ok(Outcome::Said(said))
        });
    }

    /// Moves among whom the line has found, or among the rows.
    fn go(&mut self, cmd: Cmd) {
        let page = self.look.height().max(1);
        let is_asking = self.ask.is_some() && !self.found.is_empty();
        let (at, count) =
            if is_asking { (self.picked, self.found.len()) } else { (self.at, self.rows.len() + self.opened.len()) };
        let to = cmd.step(at, count, page).unwrap_or(at);
        if is_asking {
            self.picked = to;
        } else {
            self.at = to;
        }
    }

    fn show(&mut self, cx: &Cx) {
        self.at = self.at.min((self.rows.len() + self.opened.len()).saturating_sub(1));
        let look = std::mem::take(&mut self.look);
        self.look = look.renewed(self, cx);
    }
}

impl Screen for Sheet {
    fn title(&self) -> String {
        self.look.title.clone()
    }
    fn aside(&self) -> String {
        self.look.aside.clone()
    }
    fn area(&self) -> usize {
        AREA
    }
    fn scope(&self) -> Scope {
        if self.ask.is_some() { Scope::Line } else { Scope::Sheet }
    }
    fn typing(&self) -> bool {
        self.ask.is_some()
    }
    fn takes_member(&self) -> bool {
        matches!(self.ask, Some(Ask::Who))
    }
    fn dirty(&self) -> bool {
        !self.rows.is_empty()
    }
    fn keeps_draft(&self) -> bool {
        true
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::Enter => "sheet-take",
            Cmd::Save => "sheet-write",
            Cmd::Back if self.ask.is_some() => "sheet-back",
            Cmd::Open => "sheet-change",
            Cmd::New => "sheet-new",
            _ => cmd.text_id(),
        }
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let writes = matches!(cmd, Cmd::Save | Cmd::New | Cmd::Open | Cmd::Import | Cmd::Remove | Cmd::Back);
        (self.is_writing && writes).then(|| Text::new("say-saving-first"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        self.keep.take_over(cx);
        if changed.all || changed.has_table("journal_entry") || changed.has_table("account") {
            self.known = command::accounts(&cx.reader)?;
            self.opened.clear();
            for opened in cx.reader.openings()? {
                let label = self.label_of(&opened.opening, cx)?;
                self.opened.push((label, opened));
            }
            self.check(cx)?;
        }
        self.funds = cx.reader.funds()?;
        self.show(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::Enter => self.answer(cx)?,
            Cmd::Back if self.ask.is_some() => self.go_back(cx)?,
            Cmd::Save if self.ask.is_none() || self.line.is_empty() && matches!(self.ask, Some(Ask::Who)) => {
                self.ask = None;
                let flow = self.write(cx);
                self.show(cx);
                return flow;
            }
            Cmd::Save => cx.complain(&Text::new("opening-unfinished")),
            Cmd::New => self.ask(Ask::Who, cx)?,
            Cmd::Day => self.ask(Ask::Day, cx)?,
            Cmd::Open if self.at < self.rows.len() => self.change(cx)?,
            Cmd::Remove if self.ask.is_none() && self.at < self.rows.len() => {
                self.rows.remove(self.at);
                self.keep.typed(cx.now);
            }
            Cmd::Remove if self.ask.is_some() => {
                return self.input(&Input::Key(crossterm::event::KeyCode::Delete.into()), cx);
            }
            Cmd::Import => return Ok(Flow::push(PickFile::giving("section-opening", AREA))),
            Cmd::Up | Cmd::Down | Cmd::PageUp | Cmd::PageDown | Cmd::Top | Cmd::Bottom => self.go(cmd),
            Cmd::Back if self.dirty() => {
                cx.toast = Some(Toast::Plain(cx.lang.label("say-draft-kept").to_owned()));
                return Ok(Flow::Pop);
            }
            _ => return Ok(Flow::Ignored),
        }
        self.show(cx);
        Ok(Flow::Stay)
    }

    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if self.line.input(input) {
            self.look_up(cx)?;
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match value {
            Value::Yes => self.send(cx),
            Value::File(path) => self.read_file(path, cx),
            Value::Member(id) if self.takes_member() => {
                self.line.replace(&cx.reader.member(id)?.heading());
                self.look_up(cx)?;
            }
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        let was_writing = self.is_writing;
        match result {
            Ok(Outcome::Said(text)) => {
                self.rows.clear();
                (self.at, self.is_writing) = (0, false);
                self.file.clear();
                self.keep.written();
                cx.say(&text);
            }
            Ok(Outcome::Value(Value::Opening(rows))) => self.take(rows, cx)?,
            Ok(_) => {}
            Err(error) => {
                self.is_writing = false;
                if was_writing {
                    self.keep.typed(cx.now);
                    self.check(cx)?;
                    self.show(cx);
                }
                return Err(error.into());
            }
        }
        self.show(cx);
        Ok(Flow::Stay)
    }

    fn tick(&mut self, cx: &mut Cx, force: bool) {
        if self.keep.is_due(cx, force) {
            self.keep.keep(kept::body(self, &cx.lang), (0, 0), cx);
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        self.look.draw(self, canvas, area);
    }
}
