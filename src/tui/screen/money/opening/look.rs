//! What the opening looks like: the line and whom it has found, what the rows come to, the rows. Words are put together
//! when something changes.

use super::{Row, Sheet, entry::Match};
use crate::{
    domain::{
        Text,
        amount::Amount,
        day,
        opening::{Opening, Sum, sums},
        takes::Takes,
    },
    text::Lang,
    tui::{
        canvas::{Canvas, wrap},
        screen::Cx,
        theme::Role,
    },
};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Reads one figure out of a sum.
type Figure = fn(&Sum) -> i64;

/// Columns of the sums: their text keys, and the figure of each.
const SUMS: [(&str, Figure); 6] = [
    ("opening-sum-there", |sum| sum.there),
    ("opening-sum-owed", |sum| sum.owed),
    ("opening-sum-capital", |sum| sum.capital),
    ("opening-sum-credit", |sum| sum.credit),
    ("opening-sum-aside", |sum| sum.set_aside),
    ("opening-sum-left", Sum::left),
];
/// Columns of a currency in front of them.
const CURRENCY: u16 = 5;

/// A row in words.
struct Shown {
    label: String,
    text: String,
    role: Role,
}

/// All that is drawn, in words.
#[derive(Default)]
pub struct Look {
    pub title: String,
    pub aside: String,
    prompt: String,
    hint: String,
    heads: Vec<String>,
    sums: Vec<(String, Vec<String>)>,
    rows: Vec<Shown>,
    top: usize,
    height: usize,
}

/// An amount without its currency, and without decimals that say nothing.
fn figures(minor: i64, currency: &str, lang: &Lang) -> String {
    let figures = Amount { minor, currency: currency.to_owned() }.figures();
    lang.value(Takes::Amount, figures.strip_suffix(".00").unwrap_or(&figures))
}

/// How amounts are written in a row: without decimals that say nothing, and without the currency of the book.
struct Style<'a> {
    lang: &'a Lang,
    usual: &'a str,
}

impl Style<'_> {
    fn amount(&self, amount: &Amount) -> String {
        let figures = figures(amount.minor, &amount.currency, self.lang);
        if amount.currency == self.usual { figures } else { format!("{figures}\u{a0}{}", amount.currency) }
    }
}

/// What was there of somebody or on an account, in words.
fn words(opening: &Opening, style: &Style) -> String {
    let lang = style.lang;
    let row = match opening {
        Opening::Account(row) => return style.amount(&row.balance),
        Opening::Member(row) => row,
    };
    let mut parts = Vec::new();
    if let Some(held) = &row.shares {
        let paid = Amount { minor: held.paid, currency: held.nominal.currency.clone() };
        parts.push(lang.text(&Text::new("opening-words-shares").with("count", held.count)));
        parts.push(if held.paid == held.worth() {
            lang.label("opening-words-whole").to_owned()
        } else {
            lang.text(&Text::new("opening-words-paid").with("amount", style.amount(&paid)))
        });
    }
    if let Some(arrears) = &row.arrears {
        let id = if row.arrears_on.is_some() { "opening-words-since" } else { "opening-words-owes" };
        let since = row.arrears_on.map(day::show).unwrap_or_default();
        parts.push(lang.text(&Text::new(id).with("amount", style.amount(arrears)).with("day", since)));
    }
    if let Some(credit) = &row.credit {
        parts.push(lang.text(&Text::new("opening-words-credit").with("amount", style.amount(credit))));
    }
    parts.join(" · ")
}

fn row(row: &Row, style: &Style) -> Shown {
    let text = match (&row.fault, &row.opening) {
        (Some(fault), _) => format!("! {}", style.lang.text(fault)),
        (None, Some(opening)) => words(opening, style),
        (None, None) => String::new(),
    };
    let role = if row.fault.is_some() { Role::Bad } else { Role::Text };
    Shown { label: row.label.clone(), text, role }
}

/// How much of a row says whose it is.
fn label_width(width: u16) -> u16 {
    (width * 3 / 8).min(36)
}

impl Look {
    /// How many rows there is room for.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// The same screen after a change.
    pub fn renewed(self, sheet: &Sheet, cx: &Cx) -> Self {
        let lang = &cx.lang;
        let sums: Vec<(String, Vec<String>)> = sums(sheet.openings())
            .into_iter()
            .map(|(currency, sum)| {
                let figures = SUMS.iter().map(|(_, of)| figures(of(&sum), &currency, lang)).collect();
                (currency, figures)
            })
            .collect();
        // frame, line, who was found, headings of the sums, their rows and what parts them
        let used = 6 + 2 + if sums.is_empty() { 0 } else { sums.len() + 2 };
        let height = usize::from(cx.size.height).saturating_sub(used).max(1);
        let all = sheet.rows.len() + sheet.opened.len();
        let top = self.top.clamp((sheet.at + 1).saturating_sub(height), sheet.at).min(all.saturating_sub(height));
        let style = Style { lang, usual: &cx.coop.currency };
        let new = sheet.rows.iter().map(|line| row(line, &style));
        let before = sheet.opened.iter().map(|(label, opened)| Shown {
            label: label.clone(),
            text: format!("✓ {} · {}", day::show(opened.on), words(&opened.opening, &style)),
            role: Role::Muted,
        });
        let rows: Vec<Shown> = new.chain(before).collect();
        let wrong = sheet.rows.iter().filter(|row| row.fault.is_some()).count();
        let room = usize::from(cx.size.width.saturating_sub(label_width(cx.size.width) + 2));
        let cut = rows.get(sheet.at).filter(|row| row.text.width() > room);
        let aside = Text::new("opening-aside").with("day", day::show(sheet.on)).with("count", sheet.rows.len());
        let (prompt, hint) = match &sheet.ask {
            Some(ask) if ask.hint().is_empty() => (ask.prompt(lang), String::new()),
            Some(ask) => (ask.prompt(lang), lang.label(ask.hint()).to_owned()),
            // what the row under the cursor has no room for
            None if cut.is_some() => (cut.map(|row| row.text.clone()).unwrap_or_default(), String::new()),
            None if wrong > 0 => (lang.text(&Text::new("err-opening-refused").with("count", wrong)), String::new()),
            None => (lang.label(if all == 0 { "opening-empty" } else { "opening-rest" }).to_owned(), String::new()),
        };
        Self {
            title: format!("{} › {}", lang.label("area-money"), lang.label("section-opening")),
            aside: lang.text(&aside),
            prompt,
            hint,
            heads: SUMS.iter().map(|(id, _)| lang.label(id).to_owned()).collect(),
            sums,
            rows: rows.into_iter().skip(top).take(height).collect(),
            top,
            height,
        }
    }

    /// Draws everything.
    pub fn draw(&self, sheet: &Sheet, canvas: &mut Canvas<'_>, area: Rect) {
        let mut y = area.y;
        self.draw_line(sheet, canvas, Rect { height: 2, ..area });
        y += 2;
        if !self.sums.is_empty() {
            self.draw_sums(canvas, Rect { y, ..area });
            y += self.sums.len() as u16 + 2;
        }
        let label = label_width(area.width);
        for (at, row) in (self.top..).zip(&self.rows) {
            if y >= area.bottom() {
                break;
            }
            canvas.text(area.x + 2, y, label.saturating_sub(2), &row.label, canvas.style(row.role));
            let room = area.width.saturating_sub(label + 2);
            canvas.text(area.x + label + 1, y, room, &row.text, canvas.style(row.role));
            if at == sheet.at && sheet.ask.is_none() {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
            y += 1;
        }
    }

    fn draw_line(&self, sheet: &Sheet, canvas: &mut Canvas<'_>, area: Rect) {
        let width = area.width.saturating_sub(2);
        if sheet.ask.is_none() {
            for (y, line) in (area.y..area.bottom()).zip(wrap(&self.prompt, width.into())) {
                canvas.text(area.x + 1, y, width, &line, canvas.style(Role::Muted));
            }
            return;
        }
        let used = canvas.text(area.x + 1, area.y, width, &self.prompt, canvas.style(Role::Title));
        let room = width.saturating_sub(used + 1).min(24);
        sheet.line.draw(canvas, Rect { x: area.x + used + 2, width: room, height: 1, ..area });
        let x = area.x + used + room + 3;
        match sheet.found.get(sheet.picked) {
            Some(found) => draw_found(found, sheet, canvas, (x, area)),
            None => drop(canvas.text(area.x + 1, area.y + 1, width, &self.hint, canvas.style(Role::Muted))),
        }
    }

    fn draw_sums(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let width = (area.width.min(90).saturating_sub(CURRENCY + 1)) / SUMS.len() as u16;
        let right = |at: usize| area.x + 1 + CURRENCY + width * (at as u16 + 1);
        for (at, head) in self.heads.iter().enumerate() {
            canvas.right(right(at), area.y, width.saturating_sub(1), head, canvas.style(Role::Muted));
        }
        for (line, (currency, figures)) in self.sums.iter().enumerate() {
            let y = area.y + 1 + line as u16;
            canvas.text(area.x + 1, y, CURRENCY, currency, canvas.style(Role::Muted));
            for (at, figure) in figures.iter().enumerate() {
                let role = if at + 1 == figures.len() { Role::Title } else { Role::Text };
                canvas.right(right(at), y, width.saturating_sub(1), figure, canvas.style(role));
            }
        }
    }
}

fn draw_found(found: &Match, sheet: &Sheet, canvas: &mut Canvas<'_>, (x, area): (u16, Rect)) {
    let label = found.label();
    let room = area.right().saturating_sub(x);
    canvas.text(x, area.y, room, label, canvas.style(Role::Text));
    let others = sheet.found.iter().enumerate().filter(|(at, _)| *at != sheet.picked);
    let others: Vec<&str> = others.map(|(_, found)| found.label()).collect();
    let line = others.join(" · ");
    let width = (line.width() as u16).min(area.width.saturating_sub(2));
    canvas.text(area.x + 1, area.y + 1, width, &line, canvas.style(Role::Muted));
}
