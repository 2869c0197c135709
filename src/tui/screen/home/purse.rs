//! What there is of money, beside the tasks of the first page: every account with its balance, and how much members have
//! paid in a year.

use crate::{
    domain::statement::Period,
    tui::{
        canvas::Canvas,
        screen::{
            Cx,
            money::{name, shown, there},
        },
        theme::Role,
        widget::bars::Bars,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// How many accounts are shown; all of them stand on the first page of money.
const ACCOUNTS: usize = 6;
/// How high the bars are where there is room, and how low they may be.
const HEIGHT: u16 = 3;

/// The figures.
#[derive(Default)]
pub struct Purse {
    lines: Vec<(String, (String, Role))>,
    paid: (String, String),
    bars: Bars,
}

impl Purse {
    /// As the book says it now; nothing where no money was ever booked.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn look(cx: &Cx) -> Result<Self> {
        let mut purse = Self::default();
        let accounts = cx.reader.accounts()?;
        for account in accounts.iter().filter(|account| account.is_purse()).take(ACCOUNTS) {
            let balance = cx.reader.balance(account.id, &account.currency)?;
            purse.lines.push((name(account, &cx.lang), there(balance, &account.currency, &cx.lang)));
        }
        let currency = &cx.coop.currency;
        let paid = cx.reader.contributed(&Period::twelve_months(cx.clock.today()).months(), currency)?;
        if paid.iter().any(|minor| *minor > 0) {
            let all = shown(paid.iter().sum(), currency, &cx.lang);
            purse.paid = (cx.lang.label("home-paid").to_owned(), all);
            purse.bars = Bars(paid.iter().map(|minor| u64::try_from(*minor).unwrap_or(0)).collect());
        }
        Ok(purse)
    }

    /// Draws what `area` has room for.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let mut y = area.y + 1;
        for (label, (value, role)) in &self.lines {
            if y < area.bottom() {
                line(canvas, Rect { y, height: 1, ..area }, label, (value, *role));
            }
            y += 1;
        }
        let room = area.bottom().saturating_sub(y + 2);
        if self.bars.0.is_empty() || room == 0 {
            return;
        }
        line(canvas, Rect { y: y + 1, height: 1, ..area }, &self.paid.0, (&self.paid.1, Role::Text));
        self.bars.draw(canvas, Rect { y: y + 2, height: room.min(HEIGHT), ..area });
    }
}

/// A label, cut where its figure needs the room.
fn line(canvas: &mut Canvas<'_>, area: Rect, label: &str, (value, role): (&str, Role)) {
    let wide = (value.width() as u16).min(area.width);
    canvas.text(area.x, area.y, area.width.saturating_sub(wide + 1), label, canvas.style(Role::Text));
    canvas.right(area.right(), area.y, area.width, value, canvas.style(role));
}
