//! The first page: what needs attention today, each line one key from its place, and the figures beside it.

mod closes;
mod drafts;
mod meetings;
mod purse;
mod slips;

use super::{
    Cx, Flow, Outcome, Screen, Value,
    confirm::Confirm,
    members::{self, detail, form::MemberDraft, pairs},
    money::{dues::OLD, overview},
    settings::coop::CoopDraft,
};
use crate::{
    command,
    domain::{
        Text, day,
        filter::Filter,
        member::{Sex, Status},
    },
    store::{
        self, Changed,
        attention::{Attention, AttentionRow},
        draft::Draft as Kept,
    },
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{import::pick::PickFile, settings},
        theme::Role,
        widget::{
            choice::{Item, Picker},
            form::FormScreen,
        },
    },
};
use anyhow::Result;
use chrono::Days;
use meetings::Lead;
use purse::Purse;
use ratatui::layout::Rect;
use std::time::{Duration, Instant};

/// Where a line leads.
enum Target {
    Resume(Kept),
    Run(Cmd),
    Backup,
    Import,
    NewMember,
    Users,
    Coop,
    /// Who owes something for long.
    Debtors,
    /// The records that a reason for attention concerns.
    Records(Attention),
    Meeting(i64),
    /// A screen.
    Open(slips::Open),
    /// Cash to be counted, a month to be closed.
    Money(closes::Lead),
}

struct Task {
    mark: &'static str,
    role: Role,
    words: String,
    target: Target,
}

/// The screen.
#[derive(Default)]
pub struct Home {
    tasks: Vec<Task>,
    at: usize,
    heading: String,
    figures: Vec<(String, String)>,
    purse: Purse,
    title: String,
    /// What the open list offers.
    offered: Vec<(Attention, i64)>,
    doubles: Doubles,
    /// The name of the draft that is to be thrown away, while the question stands.
    dropping: String,
}

/// How many pairs of records may be one person: counted once nothing has happened for a while.
#[derive(Default)]
struct Doubles {
    /// As counted last.
    count: usize,
    /// Where their line stands, or would stand.
    line: usize,
    /// Since when it may be another; `None` while it is counted, and when it is known.
    unknown: Option<Instant>,
}

/// How long nothing must have happened before doubles are counted.
const PAUSE: Duration = Duration::from_secs(1);
/// In a larger register counting would be felt on a small machine: a tenth of a second for so many.
const COUNTED: i64 = 5000;

/// A backup older than this asks for attention.
const BACKUP_DAYS: i64 = 7;
/// An application takes effect at most so many months after it was received (AUSCOOP art. 10).
const WAITING: u32 = 3;

impl Home {
    fn look(&mut self, cx: &Cx) -> Result<()> {
        self.tasks.clear();
        for row in cx.reader.drafts(&cx.session.id)? {
            let what = drafts::name(&row, cx)?;
            self.add(cx, "•", Role::Warn, &what, Target::Resume(row));
        }
        for (press, text, open) in slips::lines(cx)? {
            let (mark, role) = press.look();
            self.add(cx, mark, role, &text, Target::Open(open));
        }
        for (press, text, lead) in closes::lines(cx)? {
            let (mark, role) = press.look();
            self.add(cx, mark, role, &text, Target::Money(lead));
        }
        for (press, text, lead) in meetings::lines(cx)? {
            let (mark, role) = press.look();
            let target = match lead {
                Lead::Reason(reason) => Target::Records(reason),
                Lead::Meeting(id) => Target::Meeting(id),
            };
            self.add(cx, mark, role, &text, target);
        }
        let members = cx.reader.member_totals()?.count(&[], None);
        if members == 0 {
            for (id, target) in [
                ("home-first-import", Target::Import),
                ("home-first-member", Target::NewMember),
                ("home-first-coop", Target::Coop),
                ("home-first-money", Target::Open(|_| Ok(Flow::push(overview::screen())))),
                ("home-first-users", Target::Users),
                ("home-first-settings", Target::Run(Cmd::Settings)),
                ("home-first-help", Target::Run(Cmd::Help)),
            ] {
                self.add(cx, " ", Role::Text, &Text::new(id), target);
            }
        } else {
            self.look_at_members(cx)?;
            match cx.reader.last_backup()? {
                None => self.add(cx, "•", Role::Warn, &Text::new("home-backup-never"), Target::Backup),
                Some(at) => {
                    let days = age_in_days(&at, cx);
                    if days >= BACKUP_DAYS {
                        self.add(cx, "•", Role::Warn, &Text::new("home-backup-old").with("days", days), Target::Backup);
                    }
                }
            }
        }
        self.at = self.at.min(self.tasks.len().saturating_sub(1));
        self.show_figures(cx)
    }

    /// Procedures, cards, applications and admissions, most urgent first.
    fn look_at_members(&mut self, cx: &Cx) -> Result<()> {
        let today = cx.clock.today();
        let mut line = |id, reason, urgent: bool| -> Result<bool> {
            let count = cx.reader.attention(reason, today)?;
            if count > 0 {
                let (mark, role) = if urgent { ("!", Role::Bad) } else { ("•", Role::Warn) };
                let text = meetings::counted(id, reason, count);
                self.add(cx, mark, role, &text, Target::Records(reason));
            }
            Ok(count > 0)
        };
        line("home-steps-late", Attention::StepLate, true)?;
        line("home-cards-expired", Attention::CardExpired, true)?;
        line("home-applying", Attention::Applying(WAITING), true)?;
        line("home-steps-due", Attention::StepDue(30), false)?;
        for days in [7, 30, 60, 90] {
            if line("home-cards-end", Attention::CardEnds(days), days == 7)? {
                break;
            }
        }
        line("home-to-validate", Attention::ToValidate(18), false)?;
        let old = today.checked_sub_days(Days::new(OLD)).unwrap_or(today);
        let debtors = cx.reader.debtors(old)?;
        if debtors > 0 {
            let text = Text::new("home-debtors").with("count", debtors).with("days", OLD);
            self.add(cx, "•", Role::Text, &text, Target::Debtors);
        }
        self.doubles.line = self.tasks.len();
        self.add_doubles(cx);
        Ok(())
    }

    /// Says how many records may be one person, once that is known.
    fn add_doubles(&mut self, cx: &Cx) {
        if self.doubles.count > 0 {
            let text = Text::new("home-doubles").with("count", self.doubles.count);
            self.add(cx, "•", Role::Warn, &text, Target::Run(Cmd::Duplicates));
            self.tasks[self.doubles.line..].rotate_right(1);
        }
    }

    /// A list of what a reason concerns, to go to one; to the only one at once.
    fn records(&mut self, reason: Attention, cx: &Cx) -> Result<Flow> {
        let rows = cx.reader.attention_rows(reason, cx.clock.today(), 200)?;
        self.offered = rows.iter().map(|row| (reason, row.record)).collect();
        if let [one] = self.offered[..] {
            return open(one, cx);
        }
        let item = |row: &AttentionRow| -> Result<Item> {
            let day = row.day.parse().map_or_else(|_| row.day.clone(), day::show);
            let name = match reason.table() {
                "member" => cx.reader.member(row.record)?.heading(),
                _ => meetings::label(reason, row.record, cx)?,
            };
            // of a step the day stands first: its name needs the room at the right
            Ok(if row.step.is_empty() {
                Item::new(name).with(day)
            } else {
                Item::new(format!("{day}  {name}")).with(cx.lang.name(&format!("step-{}", row.step)))
            })
        };
        let items = rows.iter().map(item).collect::<Result<_>>()?;
        Ok(Flow::push(Picker::new(self.tasks[self.at].words.clone(), items, 0)))
    }

    fn show_heading(&mut self, cx: &Cx) {
        self.heading = cx.lang.text(&Text::new("home-today").with("count", self.tasks.len()));
    }

    fn add(&mut self, cx: &Cx, mark: &'static str, role: Role, text: &Text, target: Target) {
        self.tasks.push(Task { mark, role, words: cx.lang.text(text), target });
    }

    fn show_figures(&mut self, cx: &Cx) -> Result<()> {
        let totals = cx.reader.member_totals()?;
        let belong = &[Status::Active, Status::Suspended];
        let by_sex = Text::new("home-by-sex")
            .with("women", totals.count(belong, Some(Sex::F)))
            .with("men", totals.count(belong, Some(Sex::M)));
        let all = cx.lang.count(totals.count(belong, None));
        self.figures = vec![(cx.lang.label("area-members").to_owned(), all), (String::new(), cx.lang.text(&by_sex))];
        for status in Status::ALL {
            let count = totals.count(&[*status], None);
            if count > 0 {
                self.figures.push((format!("  {}", cx.lang.label(status.text_id())), cx.lang.count(count)));
            }
        }
        self.purse = Purse::look(cx)?;
        Ok(())
    }
}

impl Screen for Home {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn area(&self) -> usize {
        0
    }
    fn scope(&self) -> Scope {
        Scope::Home
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        match (cmd, self.tasks.get(self.at).map(|task| &task.target)) {
            (Cmd::Back, _) => Some(Text::new("say-quit-key")),
            (Cmd::Archive, Some(Target::Resume(_))) => None,
            (Cmd::Archive, _) => Some(Text::new("home-no-draft")),
            _ => None,
        }
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "home-draft-drop" } else { cmd.text_id() }
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        self.title = cx.lang.label("area-home").to_owned();
        if ["member", "distinct_pair"].iter().any(|table| changed.has_table(table)) {
            self.doubles.unknown = Some(cx.now);
        }
        self.look(cx)?;
        self.show_heading(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::Up => self.at = self.at.saturating_sub(1),
            Cmd::Down => self.at = (self.at + 1).min(self.tasks.len().saturating_sub(1)),
            Cmd::Archive => {
                let Some(Task { target: Target::Resume(row), words, .. }) = self.tasks.get(self.at) else {
                    return Ok(Flow::Ignored);
                };
                self.dropping.clone_from(&row.form);
                let text = Text::new("ask-draft-drop-lines").with("draft", words.as_str());
                return Ok(Flow::push(Confirm::new("ask-draft-drop", vec![text], Value::Discard)));
            }
            Cmd::Open => {
                let target = self.tasks.get(self.at).map(|t| &t.target);
                match target {
                    Some(Target::Import) => cx.permit(&command::import::IMPORT)?,
                    Some(Target::NewMember) => cx.permit(&command::member::ADD)?,
                    Some(Target::Coop) => cx.permit(&command::coop::EDIT)?,
                    _ => {}
                }
                return Ok(match target {
                    Some(Target::Records(reason)) => return self.records(*reason, cx),
                    Some(Target::Debtors) => Flow::push(members::list::screen(cx).showing(Filter::owing("old"), cx)?),
                    Some(Target::Money(lead)) => return closes::open(*lead, cx),
                    Some(Target::Meeting(id)) => Flow::push(super::meetings::page::page(*id)),
                    Some(Target::Open(open)) => return open(cx),
                    Some(Target::Run(cmd)) => return Ok(Flow::Again(*cmd)),
                    Some(Target::Resume(row)) => drafts::resume(row, cx)?,
                    Some(Target::Import) => Flow::push(PickFile::new(cx)),
                    Some(Target::NewMember) => Flow::push(FormScreen::new(MemberDraft::new(cx), cx)),
                    Some(Target::Users) => Flow::push(settings::users::Users::new()),
                    Some(Target::Coop) => Flow::push(FormScreen::new(CoopDraft::new(cx)?, cx)),
                    Some(Target::Backup) => {
                        settings::back_up(cx);
                        Flow::Stay
                    }
                    None => Flow::Stay,
                });
            }
            _ => return Ok(Flow::Ignored),
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match value {
            Value::Saved(_) => self.refresh(cx, &Changed::everything())?,
            Value::Discard => {
                let form = std::mem::take(&mut self.dropping);
                cx.write(move |store, _, _| {
                    store.drop_draft(&form)?;
                    Ok(Outcome::Said(Text::new("home-draft-dropped")))
                });
            }
            Value::Row(row) => {
                return self.offered.get(row).map_or(Ok(Flow::Stay), |one| open(*one, cx));
            }
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result? {
            Outcome::Said(text) => {
                cx.say(&text);
                // a backup is no change of the book, and still one line less
                self.refresh(cx, &Changed::default())?;
            }
            Outcome::Value(Value::Pairs(pairs)) => {
                self.tasks.retain(|task| !matches!(task.target, Target::Run(Cmd::Duplicates)));
                self.doubles.count = pairs.len();
                self.add_doubles(cx);
                self.show_heading(cx);
            }
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn tick(&mut self, cx: &mut Cx, force: bool) {
        let is_quiet = |since: &mut Instant| !force && cx.now.duration_since(*since) >= PAUSE;
        let few = || cx.reader.member_totals().is_ok_and(|totals| totals.count(&[], None) <= COUNTED);
        if self.doubles.unknown.take_if(is_quiet).is_some() && few() {
            pairs::look(cx);
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let left = area.width * 11 / 20;
        canvas.text(area.x + 1, area.y, left, &self.heading, canvas.style(Role::Title));
        for (at, task) in self.tasks.iter().enumerate().take(usize::from(area.height.saturating_sub(1))) {
            let y = area.y + 1 + at as u16;
            canvas.text(area.x + 1, y, 1, task.mark, canvas.style(task.role));
            canvas.text(area.x + 3, y, left.saturating_sub(5), &task.words, canvas.style(Role::Text));
            canvas.text(area.x + left - 2, y, 1, "›", canvas.style(Role::Muted));
            if at == self.at {
                canvas.paint_row(Rect { width: left, ..area }, y, canvas.style(Role::Selected));
            }
        }
        for y in area.top()..area.bottom() {
            canvas.text(area.x + left, y, 1, "│", canvas.style(Role::Muted));
        }
        let x = area.x + left + 2;
        for (at, (label, value)) in self.figures.iter().enumerate() {
            let y = area.y + at as u16;
            if y < area.bottom() {
                canvas.text(x, y, area.right().saturating_sub(x), label, canvas.style(Role::Text));
                canvas.right(
                    area.right().saturating_sub(1),
                    y,
                    area.right().saturating_sub(x + 14),
                    value,
                    canvas.style(Role::Text),
                );
            }
        }
        let below = area.y + self.figures.len() as u16;
        let width = area.right().saturating_sub(x + 1);
        self.purse.draw(canvas, Rect { x, y: below, width, height: area.bottom().saturating_sub(below) });
    }
}

/// The page of a record that wants attention.
fn open((reason, id): (Attention, i64), cx: &Cx) -> Result<Flow> {
    if reason.table() == "member" { Ok(Flow::push(detail::page(id))) } else { meetings::open(reason, id, cx) }
}

/// How many days ago a stored moment was.
fn age_in_days(at: &str, cx: &Cx) -> i64 {
    let at: Option<chrono::DateTime<chrono::Utc>> = at.parse().ok();
    at.map_or(i64::MAX, |at| (cx.clock.now() - at).num_days())
}
