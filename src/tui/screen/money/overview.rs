//! The first page of the area of money: what is in every account, and each subject of the area with its figure.

use super::{
    accounts, book, closes, control, counts, form, funds, months, name, pads, pay, powers, receipts, shown, slips,
    transfers,
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
use ratatui::layout::Rect;

/// From this width on the kind of an account stands beside it.
const WIDE: u16 = 60;

/// One subject of the area.
pub struct Section {
    /// Text key of its name.
    pub label: &'static str,
    /// What there is to say of it now, short; blank when nothing.
    pub figure: fn(&Cx) -> Result<String>,
    /// Opens it.
    pub open: fn(&mut Cx) -> Result<Flow>,
}

/// The subjects, in the order of the page.
pub static SECTIONS: &[Section] = &[
    Section { label: "section-pay", figure: pay::figure, open: |cx| Ok(Flow::push(pay::screen(None, None, cx)?)) },
    Section { label: "heading-receipts", figure: receipts::figure, open: |cx| Ok(Flow::push(receipts::screen(cx))) },
    Section { label: "heading-pads", figure: pads::figure, open: |_| Ok(Flow::push(pads::screen())) },
    Section {
        label: "heading-dues",
        figure: |cx| {
            let totals = cx.reader.open_totals(&[])?;
            Ok(words::amounts(totals.iter().map(|total| (total.currency.as_str(), total.minor)), &cx.lang))
        },
        open: |cx| Ok(Flow::push(super::dues::screen(None, cx)?)),
    },
    Section {
        label: SCHEDULE.heading,
        figure: |cx| Ok(cx.lang.count(cx.reader.schedule_ids(ScheduleSort::Entered, &[])?.len() as i64)),
        open: |cx| Ok(Flow::push(super::schedules::screen(cx))),
    },
    Section {
        label: "heading-shares",
        figure: |cx| {
            let totals = cx.reader.share_totals()?;
            Ok(words::amounts(totals.iter().map(|held| (held.currency.as_str(), held.subscribed)), &cx.lang))
        },
        open: |_| Ok(Flow::push(super::shares::screen())),
    },
    Section { label: "slips-title", figure: slips::figure, open: |_| Ok(Flow::push(slips::screen())) },
    Section { label: "transfers-title", figure: transfers::figure, open: |_| Ok(Flow::push(transfers::screen())) },
    Section { label: "heading-signing_powers", figure: powers::figure, open: |cx| Ok(Flow::push(powers::screen(cx))) },
    Section { label: "counts-title", figure: counts::figure, open: |_| Ok(Flow::push(counts::screen())) },
    Section { label: "closes-title", figure: closes::figure, open: |_| Ok(Flow::push(closes::screen())) },
    Section { label: "control-title", figure: |_| Ok(String::new()), open: |cx| Ok(Flow::push(control::screen(cx))) },
    Section { label: ACCOUNT.heading, figure: accounts::figure, open: |_| Ok(Flow::push(accounts::screen())) },
    Section { label: FUND.heading, figure: |_| Ok(String::new()), open: |_| Ok(Flow::push(funds::screen())) },
    Section { label: "books-contributions", figure: months::figure, open: |_| Ok(Flow::push(months::screen())) },
    Section {
        label: "section-savings",
        figure: super::savings::figure,
        open: |_| Ok(Flow::push(super::savings::cycles::screen())),
    },
    Section {
        label: "section-opening",
        figure: super::opening::figure,
        open: |cx| Ok(Flow::push(super::opening::screen(cx)?)),
    },
    Section { label: "money-papers", figure: |_| Ok(String::new()), open: |_| Ok(Flow::push(Choose::money())) },
];

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
    target: Target,
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
        Ok(Row {
            label: name(account, &cx.lang),
            kind: cx.lang.label(account.kind.text_id()),
            figure: shown(balance, &account.currency, &cx.lang),
            target: Target::Account(account.id),
        })
    }

    /// The line of a row: the subjects stand apart from the accounts.
    fn line(&self, at: usize) -> usize {
        if at < self.accounts { at } else { at - self.accounts + self.accounts.max(1) + 1 }
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

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        cx.lang.label(AREAS[super::AREA]).clone_into(&mut self.title);
        self.empty = cx.lang.label("money-empty");
        self.rows.clear();
        for account in cx.reader.accounts()?.iter().filter(|account| account.kind.is_money() && !account.is_closed) {
            self.rows.push(Self::row(account, cx)?);
        }
        self.accounts = self.rows.len();
        for (at, section) in SECTIONS.iter().enumerate() {
            let (label, figure) = (cx.lang.label(section.label).to_owned(), (section.figure)(cx)?);
            self.rows.push(Row { label, kind: "", figure, target: Target::Section(at) });
        }
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let target = self.rows.get(self.at).map(|row| row.target);
        Ok(match (cmd, target) {
            (Cmd::Up, _) => {
                self.at = self.at.saturating_sub(1);
                Flow::Stay
            }
            (Cmd::Down, _) => {
                self.at = (self.at + 1).min(self.rows.len().saturating_sub(1));
                Flow::Stay
            }
            (Cmd::Top, _) => {
                self.at = 0;
                Flow::Stay
            }
            (Cmd::Bottom, _) => {
                self.at = self.rows.len().saturating_sub(1);
                Flow::Stay
            }
            (Cmd::New, _) => form(&ACCOUNT, 0, cx)?,
            (Cmd::Edit, Some(Target::Account(id))) => form(&ACCOUNT, id, cx)?,
            (Cmd::Open, Some(Target::Account(id))) => Flow::push(book::screen(cx.reader.account(id)?)),
            (Cmd::Open, Some(Target::Section(at))) => (SECTIONS[at].open)(cx)?,
            _ => Flow::Ignored,
        })
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        if self.accounts == 0 {
            canvas.text(area.x + 2, area.y, area.width.saturating_sub(4), self.empty, canvas.style(Role::Muted));
        }
        let height = usize::from(area.height);
        let top = (self.line(self.at) + 1).saturating_sub(height);
        let last = self.rows.len().checked_sub(1).map_or(0, |last| self.line(last));
        for (y, is_more, mark) in [(area.y, top > 0, "↑"), (area.bottom().saturating_sub(1), last >= top + height, "↓")]
        {
            if is_more {
                canvas.text(area.x, y, 1, mark, canvas.style(Role::Muted));
            }
        }
        for (at, row) in self.rows.iter().enumerate() {
            let Some(line) = self.line(at).checked_sub(top).filter(|line| *line < height) else { continue };
            let y = area.y + line as u16;
            let width = area.width.min(78);
            // in a narrow window what is there matters more than of what kind it is
            let (label, kind) = if width < WIDE { (width * 2 / 5, "") } else { (32, row.kind) };
            canvas.text(area.x + 2, y, label, &row.label, canvas.style(Role::Text));
            canvas.text(area.x + 36, y, 20, kind, canvas.style(Role::Muted));
            let taken = if kind.is_empty() { label + 4 } else { 58 };
            canvas.right(area.x + width, y, width.saturating_sub(taken), &row.figure, canvas.style(Role::Text));
            if at == self.at {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
        }
    }
}

/// The page with the cursor on the first account.
pub fn screen() -> Overview {
    Overview::default()
}
