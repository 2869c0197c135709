//! The first page of the area of money: what is in every account, the subjects of every day with their figures, and the
//! others in as many columns as there is room for.

use super::{
    accounts, book, closes, control, counts, form, funds, months, name, pads, pay, powers, receipts, slips, there,
    touches, transfers,
};
use crate::{
    domain::{
        Text,
        account::{ACCOUNT, Account, FUND},
        due::SCHEDULE,
    },
    report::money::words,
    store::{Changed, raise::ScheduleSort},
    tui::{
        canvas::Canvas,
        keymap::{AREAS, Cmd, Scope},
        screen::{Cx, Flow, Screen, paper::choose::Choose},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::{Rect, Size};
use unicode_width::UnicodeWidthStr;

/// From this width on the accounts stand at the left and the subjects at the right.
const HALVES: u16 = 110;
/// From this width on the kind of an account stands beside it.
const KINDS: u16 = 66;
/// What a column of subjects needs at least.
const COLUMN: u16 = 38;

/// One subject of the area.
pub struct Section {
    /// Text key of its name.
    pub label: &'static str,
    /// Text key of the words by which it is looked for as well.
    pub words: &'static str,
    /// What there is to say of it now, short; blank when nothing.
    pub figure: fn(&Cx) -> Result<String>,
    /// Opens it.
    pub open: fn(&mut Cx) -> Result<Flow>,
}

/// The subjects: those of every day, then the others, in the order of the page.
pub static SECTIONS: &[Section] = &[
    Section {
        label: "section-pay",
        words: "find-pay",
        figure: pay::figure,
        open: |cx| Ok(Flow::push(pay::screen(None, None, cx)?)),
    },
    Section {
        label: "heading-receipts",
        words: "find-receipts",
        figure: receipts::figure,
        open: |cx| Ok(Flow::push(receipts::screen(cx))),
    },
    Section {
        label: "heading-dues",
        words: "find-dues",
        figure: |cx| {
            let totals = cx.reader.open_totals(&[])?;
            Ok(words::amounts(totals.iter().map(|total| (total.currency.as_str(), total.minor)), &cx.lang))
        },
        open: |cx| Ok(Flow::push(super::dues::screen(None, cx)?)),
    },
    Section {
        label: "slips-title",
        words: "find-slips",
        figure: slips::figure,
        open: |_| Ok(Flow::push(slips::screen())),
    },
    Section {
        label: "transfers-title",
        words: "find-transfers",
        figure: transfers::figure,
        open: |_| Ok(Flow::push(transfers::screen())),
    },
    Section {
        label: "counts-title",
        words: "find-counts",
        figure: counts::figure,
        open: |_| Ok(Flow::push(counts::screen())),
    },
    Section {
        label: SCHEDULE.heading,
        words: "area-money",
        figure: |cx| Ok(cx.lang.count(cx.reader.schedule_ids(ScheduleSort::Entered, &[])?.len() as i64)),
        open: |cx| Ok(Flow::push(super::schedules::screen(cx))),
    },
    Section {
        label: "heading-shares",
        words: "area-money",
        figure: |cx| {
            let totals = cx.reader.share_totals()?;
            let paid = words::amounts(totals.iter().map(|held| (held.currency.as_str(), held.paid())), &cx.lang);
            let figure = |paid| cx.lang.text(&Text::new("shares-figure").with("paid", paid));
            Ok(if totals.is_empty() { String::new() } else { figure(paid) })
        },
        open: |_| Ok(Flow::push(super::shares::screen())),
    },
    Section {
        label: "section-savings",
        words: "area-money",
        figure: super::savings::figure,
        open: |_| Ok(Flow::push(super::savings::cycles::screen())),
    },
    Section {
        label: "books-contributions",
        words: "area-money",
        figure: months::figure,
        open: |_| Ok(Flow::push(months::screen())),
    },
    Section {
        label: ACCOUNT.heading,
        words: "area-money",
        figure: |_| Ok(String::new()),
        open: |_| Ok(Flow::push(accounts::screen())),
    },
    Section {
        label: FUND.heading,
        words: "area-money",
        figure: |_| Ok(String::new()),
        open: |_| Ok(Flow::push(funds::screen())),
    },
    Section {
        label: "heading-pads",
        words: "area-money",
        figure: pads::figure,
        open: |_| Ok(Flow::push(pads::screen())),
    },
    Section {
        label: "closes-title",
        words: "area-money",
        figure: closes::figure,
        open: |_| Ok(Flow::push(closes::screen())),
    },
    Section {
        label: "control-title",
        words: "area-money",
        figure: |_| Ok(String::new()),
        open: |cx| Ok(Flow::push(control::screen(cx))),
    },
    Section {
        label: "heading-signing_powers",
        words: "area-money",
        figure: powers::figure,
        open: |cx| Ok(Flow::push(powers::screen(cx))),
    },
    Section {
        label: "section-opening",
        words: "area-money",
        figure: super::opening::figure,
        open: |cx| Ok(Flow::push(super::opening::screen(cx)?)),
    },
    Section {
        label: "money-papers",
        words: "area-money",
        figure: |_| Ok(String::new()),
        open: |_| Ok(Flow::push(Choose::money())),
    },
];
/// How many of them are those of every day.
const DAILY: usize = 6;

/// What a row leads to.
#[derive(Clone, Copy)]
enum Target {
    Account(i64),
    Section(usize),
}

struct Row {
    label: String,
    kind: &'static str,
    figure: String,
    role: Role,
    target: Target,
}

/// Where a row stands: its line from the top of the page, its column and how wide it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    line: usize,
    x: u16,
    width: u16,
}

/// Where the rows stand: `accounts` of them, the subjects of every day, the `others`.
fn places(accounts: usize, others: usize, room: Size) -> Vec<Place> {
    let rows =
        |count: usize, top: usize, x: u16, width: u16| (0..count).map(move |at| Place { line: top + at, x, width });
    if room.width >= HALVES {
        let half = room.width / 2;
        let right = rows(DAILY, 0, half, half).chain(rows(others, DAILY + 1, half, half));
        return rows(accounts, 0, 0, half - 1).chain(right).collect();
    }
    let columns = (room.width / COLUMN).max(1);
    let lines = others.div_ceil(columns.into());
    // what there is too much of for air between the parts does without
    let air = usize::from(accounts.max(1) + DAILY + lines + 2 <= room.height.into());
    let daily = accounts.max(1) + air;
    let top = daily + DAILY + air;
    let width = room.width / columns;
    let other = (0..others).map(|at| Place { line: top + at % lines, x: (at / lines) as u16 * width, width });
    rows(accounts, 0, 0, room.width).chain(rows(DAILY, daily, 0, room.width)).chain(other).collect()
}

/// The page.
#[derive(Default)]
pub struct Overview {
    at: usize,
    title: String,
    rows: Vec<Row>,
    /// How many rows are accounts.
    accounts: usize,
    empty: &'static str,
}

impl Overview {
    fn row(account: &Account, cx: &Cx) -> Result<Row> {
        let balance = cx.reader.balance(account.id, &account.currency)?;
        let (figure, role) = there(balance, &account.currency, &cx.lang);
        let kind = cx.lang.label(account.kind.text_id());
        Ok(Row { label: name(account, &cx.lang), kind, figure, role, target: Target::Account(account.id) })
    }

    fn places(&self, room: Size) -> Vec<Place> {
        places(self.accounts, SECTIONS.len() - DAILY, room)
    }

    /// The row beside the one under the cursor, as near as there is one.
    fn beside(&self, cmd: Cmd, size: Size) -> Option<usize> {
        let places = self.places(size);
        let here = *places.get(self.at)?;
        let is_there = |place: &Place| if cmd == Cmd::Earlier { place.x < here.x } else { place.x > here.x };
        let beside = places.iter().enumerate().filter(|(_, place)| is_there(place));
        // of those as near in height the nearest in width
        let far = |place: &Place| (place.line.abs_diff(here.line), place.x.abs_diff(here.x));
        beside
            .min_by_key(|(_, place)| far(place))
            .map(|(at, _)| at)
            .filter(|at| places[*at].line.abs_diff(here.line) < 2)
    }

    /// The first row of the part before or behind the one the cursor is in.
    fn leap(&self, cmd: Cmd) -> usize {
        let parts = [0, self.accounts, self.accounts + DAILY];
        let next = parts.into_iter().find(|first| *first > self.at);
        let before = parts.into_iter().rev().find(|first| *first < self.at);
        if cmd == Cmd::PageUp { before.unwrap_or(0) } else { next.unwrap_or(self.rows.len() - 1) }
    }
}

impl Screen for Overview {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn scope(&self) -> Scope {
        Scope::Money
    }
    fn area(&self) -> usize {
        super::AREA
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let is_account = self.at < self.accounts;
        (cmd == Cmd::Edit && !is_account).then(|| Text::new("money-no-account"))
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::New => "money-new-account",
            Cmd::Earlier => "money-left",
            Cmd::Later => "money-right",
            _ => cmd.text_id(),
        }
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        if !touches(changed) {
            return Ok(());
        }
        cx.lang.label(AREAS[super::AREA]).clone_into(&mut self.title);
        self.empty = cx.lang.label("money-empty");
        self.rows.clear();
        for account in cx.reader.accounts()?.iter().filter(|account| account.is_purse()) {
            self.rows.push(Self::row(account, cx)?);
        }
        self.accounts = self.rows.len();
        for (at, section) in SECTIONS.iter().enumerate() {
            let (label, figure) = (cx.lang.label(section.label).to_owned(), (section.figure)(cx)?);
            self.rows.push(Row { label, kind: "", figure, role: Role::Text, target: Target::Section(at) });
        }
        self.at = self.at.min(self.rows.len() - 1);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let target = self.rows.get(self.at).map(|row| row.target);
        self.at = match (cmd, target) {
            (Cmd::Up | Cmd::Down | Cmd::Top | Cmd::Bottom, _) => {
                cmd.step(self.at, self.rows.len(), 1).unwrap_or(self.at)
            }
            (Cmd::PageUp | Cmd::PageDown, Some(_)) => self.leap(cmd),
            (Cmd::Earlier | Cmd::Later, _) => self.beside(cmd, cx.size).unwrap_or(self.at),
            (Cmd::New, _) => return Ok(form(&ACCOUNT, 0, cx)?),
            (Cmd::Edit, Some(Target::Account(id))) => return Ok(form(&ACCOUNT, id, cx)?),
            (Cmd::Open, Some(Target::Account(id))) => return Ok(Flow::push(book::screen(cx.reader.account(id)?))),
            (Cmd::Open, Some(Target::Section(at))) => return (SECTIONS[at].open)(cx),
            _ => return Ok(Flow::Ignored),
        };
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        if self.accounts == 0 {
            let style = canvas.style(Role::Muted);
            canvas.text(area.x + 2, area.y, area.width.saturating_sub(4), self.empty, style);
        }
        let places = self.places(area.as_size());
        let height = usize::from(area.height);
        let top = places.get(self.at).map_or(0, |place| (place.line + 1).saturating_sub(height));
        let last = places.iter().map(|place| place.line).max().unwrap_or(0);
        for (y, is_more, mark) in [(area.y, top > 0, "↑"), (area.bottom().saturating_sub(1), last >= top + height, "↓")]
        {
            if is_more {
                canvas.text(area.x, y, 1, mark, canvas.style(Role::Muted));
            }
        }
        for (at, (row, place)) in self.rows.iter().zip(&places).enumerate() {
            let Some(line) = place.line.checked_sub(top).filter(|line| *line < height) else { continue };
            let cell = Rect { x: area.x + place.x, y: area.y + line as u16, width: place.width, height: 1 };
            draw_row(row, canvas, cell);
            if at == self.at {
                canvas.paint_row(cell, cell.y, canvas.style(Role::Selected));
            }
        }
    }
}

/// A row: its name, its kind where there is room, and at the right its figure.
fn draw_row(row: &Row, canvas: &mut Canvas<'_>, cell: Rect) {
    let (text, muted) = (canvas.style(Role::Text), canvas.style(Role::Muted));
    let room = cell.width.saturating_sub(4);
    // of an account the balance matters most, of a subject its name
    let label = if matches!(row.target, Target::Account(_)) { room / 4 } else { row.label.width() as u16 + 1 };
    let figure = (row.figure.width() as u16).min(room.saturating_sub(label));
    canvas.right(cell.right().saturating_sub(2), cell.y, figure, &row.figure, canvas.style(row.role));
    let room = room.saturating_sub(figure + 1);
    let has_kind = !row.kind.is_empty() && cell.width >= KINDS;
    let label = if has_kind { room.min(cell.width * 2 / 5) } else { room };
    canvas.text(cell.x + 2, cell.y, label, &row.label, text);
    if has_kind {
        canvas.text(cell.x + 3 + label, cell.y, room - label, row.kind, muted);
    }
}

/// The page with the cursor on the first account.
pub fn screen() -> Overview {
    Overview::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn rows_stand_beside_each_other_and_never_in_each_other() {
        for (width, height) in [(80, 17), (40, 3), (76, 30), (109, 17), (120, 33), (200, 60)] {
            for accounts in 0..9 {
                let others = SECTIONS.len() - DAILY;
                let places = places(accounts, others, Size { width, height });
                assert_eq!(places.len(), accounts + DAILY + others);
                let cells: Vec<(usize, u16)> =
                    places.iter().flat_map(|at| (at.x..at.x + at.width).map(|x| (at.line, x))).collect();
                assert_eq!(cells.iter().collect::<BTreeSet<_>>().len(), cells.len(), "{width} {accounts}");
                assert!(cells.iter().all(|(_, x)| *x < width));
            }
        }
    }

    #[test]
    fn five_accounts_and_what_is_done_every_day_fit_a_screen_of_80_by_24() {
        let places = places(5, SECTIONS.len() - DAILY, Size { width: 80, height: 17 });
        assert!(places.iter().all(|place| place.line < 17));
    }
}
