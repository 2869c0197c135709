//! What members have paid, month by month: twelve months at a time, each currency by itself.

use super::{AREA, shown};
use crate::{
    domain::{Text, statement::Period},
    report::money::words,
    store::Changed,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Screen},
        theme::Role,
        widget::bars::Bars,
    },
};
use anyhow::Result;
use chrono::{Months as Span, NaiveDate};
use ratatui::layout::Rect;

/// How high the bars of a currency are at most.
const HIGH: u16 = 9;
/// How wide a month is at most.
const WIDE: u16 = 8;
/// What the notes need beside the bars; they stand behind the title where months would be narrower than [`MONTH`] for it.
const NOTES: u16 = 36;
const MONTH: u16 = 6;

struct Chart {
    title: String,
    bars: Bars,
    /// The most and the last, in words.
    notes: Vec<String>,
}

/// The screen.
#[derive(Default)]
pub struct Months {
    /// How many months before this one the last shown month is.
    back: u32,
    title: String,
    aside: String,
    /// `11` under each bar.
    labels: Vec<String>,
    charts: Vec<Chart>,
}

/// The twelve months until today.
pub fn screen() -> Months {
    Months::default()
}

/// What members have paid this month, in the currency of the book: the figure of the section.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    let months = Period::month(cx.clock.today()).months();
    let paid = cx.reader.contributed(&months, &cx.coop.currency)?;
    Ok(shown(paid.iter().sum(), &cx.coop.currency, &cx.lang))
}

impl Months {
    fn until(&self, cx: &Cx) -> NaiveDate {
        cx.clock.today() - Span::new(self.back)
    }

    fn chart(months: &[String], currency: &str, cx: &Cx) -> Result<Chart> {
        let paid = cx.reader.contributed(months, currency)?;
        let most = paid.iter().enumerate().max_by_key(|(_, minor)| **minor).filter(|(_, minor)| **minor > 0);
        let all: i64 = paid.iter().sum();
        let amount = |minor| shown(minor, currency, &cx.lang);
        let most = most.map(|(at, minor)| {
            let text = Text::new("books-most").with("amount", amount(*minor));
            cx.lang.text(&text.with("month", words::period(&months[at])))
        });
        let last = paid.last().copied().unwrap_or_default();
        let last = Text::new("books-last").with("amount", amount(last));
        let notes = most.into_iter().chain([cx.lang.text(&last)]).collect();
        let bars = Bars(paid.iter().map(|minor| u64::try_from(*minor).unwrap_or(0)).collect());
        let title = cx.lang.text(&Text::new("books-together").with("amount", amount(all)));
        Ok(Chart { title, bars, notes })
    }
}

impl Screen for Months {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        self.aside.clone()
    }
    fn area(&self) -> usize {
        AREA
    }
    fn scope(&self) -> Scope {
        Scope::Reading
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::PageUp => "books-earlier",
            Cmd::PageDown => "books-later",
            _ => cmd.text_id(),
        }
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        (cmd == Cmd::ReadBack).then(|| Text::new("say-not-here"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        if !changed.has_table("posting") {
            return Ok(());
        }
        let period = Period::twelve_months(self.until(cx));
        let months = period.months();
        cx.lang.label("books-by-month").clone_into(&mut self.title);
        let last = months.last().map(|month| words::period(month)).unwrap_or_default();
        self.aside = format!("{} – {last}", words::period(&months[0]));
        self.labels = months.iter().map(|month| month[5..].to_owned()).collect();
        let currencies: Vec<String> = std::iter::once(&cx.coop.currency).chain(&cx.coop.also).cloned().collect();
        self.charts = currencies.iter().map(|currency| Self::chart(&months, currency, cx)).collect::<Result<_>>()?;
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        self.back = match cmd {
            Cmd::PageUp | Cmd::Up => (self.back + 12).min(1_188),
            Cmd::PageDown | Cmd::Down => self.back.saturating_sub(12),
            Cmd::Bottom => 0,
            _ => return Ok(Flow::Ignored),
        };
        self.refresh(cx, &Changed::everything())?;
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let mut y = area.y;
        // a title above the bars, months and a blank line below: the currencies share what there is
        let each = (area.height + 1) / (self.charts.len().max(1) as u16);
        let high = each.saturating_sub(3).clamp(1, HIGH);
        let months = (self.labels.len() as u16).max(1);
        let is_beside = area.width.saturating_sub(NOTES) / months >= MONTH;
        let taken = if is_beside { NOTES } else { 3 };
        let month = (area.width.saturating_sub(taken) / months).clamp(1, if is_beside { WIDE } else { MONTH });
        for chart in &self.charts {
            if y + high + 2 > area.bottom() {
                break;
            }
            canvas.text(area.x + 2, y, area.width.saturating_sub(4), &chart.title, canvas.style(Role::Title));
            let room = Rect { x: area.x + 2, y: y + 1, width: month * months, height: high };
            chart.bars.draw(canvas, room);
            let step = chart.bars.step(room.width);
            for (at, label) in self.labels.iter().enumerate() {
                let x = room.x + at as u16 * step;
                canvas.text(x + step.saturating_sub(3) / 2, room.bottom(), 2, label, canvas.style(Role::Muted));
            }
            let notes = room.right() + 2;
            if is_beside {
                for (line, note) in (y + 1..).zip(&chart.notes) {
                    canvas.text(notes, line, area.right() - notes, note, canvas.style(Role::Text));
                }
            } else if let Some(note) = chart.notes.first() {
                canvas.right(area.right() - 2, y, area.width / 2, note, canvas.style(Role::Muted));
            }
            y += high + 3;
        }
    }
}
