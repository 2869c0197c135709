//! The share-out of a cycle before it is done, and as it was once it is: who gets what, what is taken off, who got the odd
//! units. F2 does it.

use crate::{
    command::savings::{self as command, Sharing},
    domain::{Text, day, member::show_number, savings::Part, takes::Takes},
    store::{self, Changed, savings::Saved},
    tui::{
        canvas::{Canvas, wrap},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value, confirm::Confirm, money::AREA},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;

/// Columns behind the name: their text keys and widths.
const COLUMNS: [(&str, u16); 4] =
    [("cycle-shares", 6), ("share-out-worth", 14), ("share-out-deducted", 13), ("share-out-payout", 13)];

/// The screen.
pub struct ShareOut {
    cycle: i64,
    sharing: Option<Sharing>,
    /// Why nothing can be shared out.
    fault: String,
    title: String,
    aside: String,
    lead: Vec<String>,
    heads: Vec<String>,
    rows: Vec<(String, [String; 4], bool)>,
    notes: Vec<String>,
    top: usize,
    height: usize,
}

/// The share-out of a cycle.
pub fn screen(cycle: i64) -> ShareOut {
    ShareOut {
        cycle,
        sharing: None,
        fault: String::new(),
        title: String::new(),
        aside: String::new(),
        lead: Vec::new(),
        heads: Vec::new(),
        rows: Vec::new(),
        notes: Vec::new(),
        top: 0,
        height: 0,
    }
}

impl ShareOut {
    /// Puts the share-out into words.
    fn show(&mut self, sharing: &Sharing, cx: &Cx) {
        let (lang, cycle, out) = (&cx.lang, &sharing.cycle, &sharing.out);
        // the currency stands above the table
        let amount = |minor| lang.value(Takes::Amount, &cycle.amount(minor).figures());
        self.title = format!("{} › {} › {}", lang.label("area-money"), cycle.name, lang.label("cmd-share-out"));
        self.aside = match cycle.closed_on {
            Some(on) => lang.text(&Text::new("share-out-done-on").with("day", day::show(on))),
            None => lang.label("share-out-simulated").to_owned(),
        };
        let fund = Text::new("share-out-fund").with("fund", cycle.amount(out.fund)).with("count", out.shares);
        let fund = fund.with("worth", cycle.amount(out.per_share()));
        let cash = Text::new("share-out-cash").with("cash", cycle.amount(out.cash));
        let social = Text::new("share-out-social").with("amount", cycle.amount(sharing.social));
        let lead = [fund, cash, social].map(|text| lang.text(&text)).join(" ");
        self.lead = wrap(&lead, usize::from(cx.size.width.saturating_sub(2)));
        self.heads = COLUMNS.iter().map(|(id, _)| lang.label(id).to_owned()).collect();
        let row = |(saver, part): (&Saved, &Part)| {
            let number = saver.number.map(show_number).unwrap_or_default();
            let worth = if part.is_odd { format!("+ {}", amount(part.worth)) } else { amount(part.worth) };
            let deducted = if part.deducted == 0 { "–".to_owned() } else { amount(part.deducted) };
            let figures = [lang.count(part.shares), worth, deducted, amount(part.payout())];
            (format!("{number} {}", saver.name).trim().to_owned(), figures, part.still_owed > 0)
        };
        self.rows = sharing.savers.iter().zip(&out.parts).map(row).collect();
        let deducted: i64 = out.parts.iter().map(|part| part.deducted).sum();
        let total = [lang.count(out.shares), amount(out.fund), amount(deducted), amount(out.cash)];
        self.rows.push((lang.label("share-out-total").to_owned(), total, false));
        self.notes.clear();
        if out.odd() > 0 {
            self.notes.push(lang.text(&Text::new("share-out-odd").with("count", out.odd())));
        }
        for (saver, part) in sharing.savers.iter().zip(&out.parts).filter(|(_, part)| part.still_owed > 0) {
            let text = Text::new("share-out-still").with("name", saver.name.as_str());
            self.notes.push(lang.text(&text.with("amount", cycle.amount(part.still_owed))));
        }
    }

    fn is_closed(&self) -> bool {
        self.sharing.as_ref().is_some_and(|sharing| sharing.cycle.closed_on.is_some())
    }
}

impl Screen for ShareOut {
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
        Scope::Summary
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Write { "cmd-share-out" } else { cmd.text_id() }
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let is_done = self.is_closed() || self.sharing.is_none();
        (cmd == Cmd::Write && is_done).then(|| Text::new("share-out-nothing"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        if !["cycle", "member", "posting", "saving"].iter().any(|table| changed.has_table(table)) {
            return Ok(());
        }
        match command::simulate(&cx.reader, self.cycle) {
            Ok(sharing) => {
                self.show(&sharing, cx);
                (self.sharing, self.fault) = (Some(sharing), String::new());
            }
            Err(error) => {
                let cycle = cx.reader.cycle(self.cycle)?;
                let place = cx.lang.label("area-money");
                self.title = format!("{place} › {} › {}", cycle.name, cx.lang.label("cmd-share-out"));
                self.fault = cx.lang.text(&error.text());
                self.sharing = None;
            }
        }
        let used = 4 + 2 + self.lead.len() + 2 + 2 * self.notes.len();
        self.height = usize::from(cx.size.height).saturating_sub(used).max(1);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let tops = (self.rows.len() + 1).saturating_sub(self.height);
        if let Some(to) = cmd.step(self.top, tops, self.height) {
            self.top = to;
            return Ok(Flow::Stay);
        }
        let (Cmd::Write, Some(sharing)) = (cmd, &self.sharing) else { return Ok(Flow::Ignored) };
        cx.permit(&command::SHARE_OUT)?;
        let text = Text::new("ask-share-out-lines")
            .with("cash", sharing.cycle.amount(sharing.out.cash))
            .with("people", sharing.out.parts.iter().filter(|part| part.payout() > 0).count());
        let lines = vec![text, Text::new("ask-share-out-check")];
        Ok(Flow::push(Confirm::new("ask-share-out", lines, Value::Yes)))
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        if let (Value::Yes, Some(sharing)) = (value, self.sharing.clone()) {
            let on = cx.clock.today();
            cx.write(move |store, session, _| {
                command::share_out(store, session, &sharing, on)?;
                let said = Text::new("share-out-said").with("name", sharing.cycle.name.as_str());
                Ok(Outcome::Said(said.with("cash", sharing.cycle.amount(sharing.out.cash))))
            });
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        if let Outcome::Said(text) = result? {
            cx.say(&text);
        }
        self.refresh(cx, &Changed::everything())?;
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let width = area.width.saturating_sub(2);
        let mut y = area.y;
        if !self.fault.is_empty() {
            canvas.text(area.x + 1, y, width, &self.fault, canvas.style(Role::Warn));
            return;
        }
        for line in &self.lead {
            canvas.text(area.x + 1, y, width, line, canvas.style(Role::Text));
            y += 1;
        }
        let figures: u16 = COLUMNS.iter().map(|(_, width)| width + 1).sum();
        let name = area.width.saturating_sub(figures + 2);
        let rights = || {
            COLUMNS.iter().scan(area.x + 1 + name, |right, (_, width)| {
                *right += width + 1;
                Some((*right, *width))
            })
        };
        y += 1;
        for (head, (right, width)) in self.heads.iter().zip(rights()) {
            canvas.right(right, y, width, head, canvas.style(Role::Muted));
        }
        y += 1;
        for (at, (label, figures, owes)) in self.rows.iter().enumerate().skip(self.top).take(self.height) {
            let role = match (at + 1 == self.rows.len(), owes) {
                (true, _) => Role::Title,
                (_, true) => Role::Warn,
                _ => Role::Text,
            };
            canvas.text(area.x + 1, y, name, label, canvas.style(role));
            for (figure, (right, width)) in figures.iter().zip(rights()) {
                canvas.right(right, y, width, figure, canvas.style(role));
            }
            y += 1;
        }
        for line in self.notes.iter().flat_map(|note| wrap(note, width.into())) {
            canvas.text(area.x + 1, y, width, &line, canvas.style(Role::Muted));
            y += 1;
        }
    }
}
