//! Months and years: which are still to be closed and what stands in the way, and which are closed, by whom, and how they
//! were opened again.

use super::{
    AREA,
    board::{self, Board, Sight},
    count_page,
    settle::{PeriodDraft, Step},
    shown,
};
use crate::{
    command::{self, close::Period, paper},
    domain::{
        Text,
        account::Account,
        close::{Close, Gap, PeriodKind, close_by, open_months, year_last},
        control::CONTROL,
        day,
    },
    report::money::{closing, words},
    store,
    text::Lang,
    tui::{
        keymap::{AREAS, Cmd},
        screen::{Cx, Flow, Value, paper::preview::Preview},
        widget::{form::FormScreen, page::Line},
    },
};
use anyhow::Result;
use chrono::{Datelike, NaiveDate};

/// The months and years of the book.
pub struct Closes;

/// What a line is about.
pub enum Target {
    /// A period that is still to be closed.
    Period(Period),
    /// One that was closed.
    Close(Box<Close>),
}

/// The page of all of them.
pub fn screen() -> Board<Closes> {
    Board::new(Closes)
}

/// The page of one that is still to be closed.
pub fn period(period: Period) -> Board<OnePeriod> {
    Board::new(OnePeriod { period, close: None })
}

/// `October 2026`, `2026`.
pub fn named(period: Period, lang: &Lang) -> String {
    closing::period(period, lang)
}

/// The months that have ended and are not closed, then the years.
///
/// # Errors
/// When the book cannot be read.
pub fn open_periods(cx: &Cx) -> store::Result<Vec<Period>> {
    let (today, first) = (cx.clock.today(), cx.reader.first_entry()?);
    let months = open_months(cx.reader.closed_until()?, first, today);
    let mut periods: Vec<Period> = months.into_iter().map(|last| (PeriodKind::Month, last)).collect();
    let from = cx.reader.year_closed()?.map(|last| last.year() + 1).or_else(|| first.map(|day| day.year()));
    let years = from.into_iter().flat_map(|from| from..today.year());
    periods.extend(years.filter_map(year_last).map(|last| (PeriodKind::Year, last)));
    Ok(periods)
}

/// Until when the books are closed.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    Ok(cx.reader.closed_until()?.map(day::show).unwrap_or_default())
}

/// What should be done before a period is closed.
///
/// # Errors
/// When the book cannot be read.
pub fn gaps(last_on: NaiveDate, cx: &Cx) -> store::Result<Vec<Gap>> {
    cx.reader.close_gaps(last_on, CONTROL.count_days())
}

/// Whether a month should have been closed by now.
pub fn is_late((kind, last_on): Period, today: NaiveDate) -> bool {
    kind == PeriodKind::Month && today > close_by(last_on, CONTROL.close_day())
}

impl Sight for Closes {
    type Target = Target;

    fn title(&self, cx: &Cx) -> String {
        format!("{} › {}", cx.lang.label(AREAS[AREA]), cx.lang.label("closes-title"))
    }
    fn empty(&self) -> &'static str {
        "closes-empty"
    }

    fn lines(&mut self, cx: &Cx) -> Result<Vec<Line<Target>>> {
        let (lang, today) = (&cx.lang, cx.clock.today());
        let mut lines = Vec::new();
        for period in open_periods(cx)? {
            let ways = cx.lang.text(&Text::new("closes-in-the-way").with("count", gaps(period.1, cx)?.len()));
            let late =
                if is_late(period, today) { format!("! {} · ", lang.label("closes-late")) } else { String::new() };
            lines.push(Line::new(named(period, lang), format!("{late}{ways}"), Target::Period(period)));
        }
        if !lines.is_empty() {
            lines.insert(0, Line::heading(lang.label("closes-open")));
        }
        if cx.reader.first_entry()?.is_some() {
            lines.push(Line::heading(lang.text(&when(today, lang))));
        }
        let closes = cx.reader.closes()?;
        if !closes.is_empty() {
            lines.push(Line::heading(lang.label("closes-closed")));
        }
        for close in closes {
            let period = (close.kind, close.last_on);
            lines.push(Line::new(named(period, lang), state(&close, lang), Target::Close(Box::new(close))));
        }
        Ok(lines)
    }

    fn lacks(&self, cmd: Cmd, target: Option<&Target>) -> bool {
        let is_closed = matches!(target, Some(Target::Close(close)) if close.reopened.is_none());
        matches!(cmd, Cmd::Filters | Cmd::Save | Cmd::Earlier | Cmd::Later) || (cmd == Cmd::Archive && !is_closed)
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::Archive => "close-undo",
            Cmd::New => "close-do",
            cmd => cmd.text_id(),
        }
    }

    fn run(&mut self, cmd: Cmd, target: Option<&Target>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, target) {
            (Cmd::Open, Some(Target::Period(period))) => Flow::push(self::period(*period)),
            (Cmd::Open, Some(Target::Close(close))) => {
                let sight = OnePeriod { period: (close.kind, close.last_on), close: Some((**close).clone()) };
                Flow::push(Board::new(sight))
            }
            (Cmd::New, _) => match open_periods(cx)?.first() {
                Some(oldest) => Flow::push(self::period(*oldest)),
                None => return Err(store::Error::Invalid(when(cx.clock.today(), &cx.lang)).into()),
            },
            (Cmd::Archive, Some(Target::Close(close))) => reopen(close, cx)?,
            (Cmd::Print, Some(Target::Period(period))) => print(*period, cx)?,
            (Cmd::Print, Some(Target::Close(close))) => print((close.kind, close.last_on), cx)?,
            _ => Flow::Ignored,
        })
    }
}

/// When the month that runs can be closed.
fn when(today: NaiveDate, lang: &Lang) -> Text {
    let last_on = day::month_end(today);
    let from = last_on.succ_opt().unwrap_or(last_on);
    Text::new("closes-when").with("period", named((PeriodKind::Month, last_on), lang)).with("day", day::show(from))
}

/// `closed on 03/11/2026 by …`, or how it was opened again.
fn state(close: &Close, lang: &Lang) -> String {
    let by = Text::new("close-by").with("day", day::show(close.closed_on)).with("names", close.signed.names());
    let Some(again) = &close.reopened else { return lang.text(&by) };
    let text = Text::new("close-again").with("day", day::show(again.on)).with("names", again.signed.names());
    format!("! {}", lang.text(&text.with("reason", again.reason.as_str())))
}

fn reopen(close: &Close, cx: &Cx) -> Result<Flow> {
    cx.permit(&command::close::REOPEN)?;
    if close.reopened.is_some() {
        return Err(store::Error::invalid("err-reopened").into());
    }
    let step = Step::Reopen(close.id, (close.kind, close.last_on));
    Ok(Flow::push(FormScreen::new(PeriodDraft::new(step, cx), cx).in_area(AREA)))
}

fn print((_, last_on): Period, cx: &Cx) -> Result<Flow> {
    let mut asked = paper::Asked::new(paper::find("month-close").expect("it is in the table"), None);
    asked.options.put("month", last_on.to_string());
    asked.permit(&cx.reader, &cx.session)?;
    Ok(Flow::push(Preview::new(asked)))
}

/// One month or year: what stands in the way of closing it, and what there was at its end.
pub struct OnePeriod {
    period: Period,
    close: Option<Close>,
}

/// What a line of a period is about.
pub enum Way {
    /// A record that should be looked at first.
    Record(&'static str, i64),
    /// Figures.
    Figure,
}

impl OnePeriod {
    /// What was in each account that holds money at the end; of a year what it came to.
    fn figures(&self, cx: &Cx) -> Result<Vec<Line<Way>>> {
        let (lang, last_on) = (&cx.lang, self.period.1);
        let mut lines = vec![Line::heading(lang.text(&Text::new("closes-at-end").with("day", day::show(last_on))))];
        for account in cx.reader.accounts()?.into_iter().filter(Account::is_purse) {
            let minor = cx.reader.expected(account.id, &account.currency, last_on, None)?;
            lines.push(Line::new(words::account(&account, lang), shown(minor, &account.currency, lang), Way::Figure));
        }
        if self.period.0 == PeriodKind::Year {
            let years = cx.reader.years()?.into_iter().filter(|year| year.year == last_on.year());
            for year in years {
                let (all, of) = (year.own + year.grants - year.costs, &year.currency);
                lines.push(Line::new(lang.label("chart-surplus"), shown(all, of, lang), Way::Figure));
            }
        }
        Ok(lines)
    }
}

impl Sight for OnePeriod {
    type Target = Way;

    fn title(&self, cx: &Cx) -> String {
        let parts = [cx.lang.label(AREAS[AREA]), cx.lang.label("closes-title"), &named(self.period, &cx.lang)];
        parts.join(" › ")
    }
    fn empty(&self) -> &'static str {
        "closes-empty"
    }

    fn lines(&mut self, cx: &Cx) -> Result<Vec<Line<Way>>> {
        let lang = &cx.lang;
        if let Some(close) = &self.close {
            let close = cx.reader.close(close.id)?;
            let mut lines = vec![Line::heading(state(&close, lang))];
            let signed = count_page::signed(&close.signed, lang);
            lines.push(Line::new(lang.label("count-signed"), signed, Way::Record("period_close", close.id)));
            lines.extend(self.figures(cx)?);
            self.close = Some(close);
            return Ok(lines);
        }
        let found = gaps(self.period.1, cx)?;
        let heading = Text::new("closes-in-the-way").with("count", found.len());
        let mut lines = vec![Line::heading(lang.text(&heading))];
        let accounts = cx.reader.accounts()?;
        let line = |gap: &Gap| {
            let (label, text) = (lang.label(gap.kind.text_id()), closing::gap(gap, &accounts, lang));
            Line::new(label, text, Way::Record(gap.kind.table(), gap.id))
        };
        lines.extend(found.iter().map(line));
        lines.extend(self.figures(cx)?);
        Ok(lines)
    }

    fn lacks(&self, cmd: Cmd, target: Option<&Way>) -> bool {
        match cmd {
            Cmd::New | Cmd::Filters | Cmd::Earlier | Cmd::Later => true,
            Cmd::Save => self.close.as_ref().is_some_and(|close| close.reopened.is_none()),
            Cmd::Archive => self.close.as_ref().is_none_or(|close| close.reopened.is_some()),
            Cmd::Open => !matches!(target, Some(Way::Record(..))),
            _ => false,
        }
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::Archive => "close-undo",
            Cmd::Save => "close-do",
            cmd => cmd.text_id(),
        }
    }

    fn run(&mut self, cmd: Cmd, target: Option<&Way>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, target) {
            (Cmd::Open, Some(Way::Record(table, id))) => board::open(table, *id, cx)?,
            (Cmd::Archive, _) => match &self.close {
                Some(close) => reopen(close, cx)?,
                None => Flow::Ignored,
            },
            (Cmd::Save, _) => {
                let is_year = self.period.0 == PeriodKind::Year;
                cx.permit(if is_year { &command::close::YEAR } else { &command::close::MONTH })?;
                Flow::push(FormScreen::new(PeriodDraft::new(Step::Close(self.period), cx), cx).in_area(AREA))
            }
            (Cmd::Print, _) => print(self.period, cx)?,
            _ => Flow::Ignored,
        })
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        if let Value::Saved(id) = value {
            self.close = cx.reader.close(id).ok().filter(|close| (close.kind, close.last_on) == self.period);
        }
        Ok(Flow::Stay)
    }
}
