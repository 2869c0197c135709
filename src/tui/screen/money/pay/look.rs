//! What the pay line looks like: who pays, how much and what that pays, the receipt it will have; below the day and the
//! batch in figures, then the last receipts, or what is owed. Words are put together when something changes.

use super::{Ask, Found, Pay, sketch};
use crate::{
    domain::{
        Text,
        amount::Amount,
        day,
        payment::{Part, What},
        receipt::{Receipt, ReceiptState},
    },
    report::money::words,
    text::Lang,
    tui::{
        canvas::Canvas,
        screen::{
            Cx,
            money::{listed, name, shown},
        },
        theme::Role,
    },
};
use chrono::NaiveDate;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Rows above the list: the line and what belongs to it, the rule, the figures.
const HEAD: u16 = 6;
/// From this width on what belongs to the line stands beside it.
const BESIDE: u16 = 60;
/// What the line takes in which somebody types.
const LINE: u16 = 20;

/// A row of the payment: what it is, what was entered, what the book says.
struct Row {
    label: &'static str,
    text: String,
    aside: String,
    ask: Option<Ask>,
}

/// A row below: at the left, in the middle, at the right.
struct Below {
    cells: [String; 3],
    role: Role,
}

/// All that is drawn, in words.
#[derive(Default)]
pub struct Look {
    pub title: String,
    pub aside: String,
    rows: Vec<Row>,
    hint: String,
    figures: (String, String),
    below: Vec<Below>,
    top: usize,
    height: usize,
}

impl Look {
    /// How many rows there are below.
    pub fn height(&self) -> usize {
        self.height
    }

    /// The same screen after a change.
    pub fn renewed(self, pay: &Pay, cx: &Cx) -> Self {
        let lang = &cx.lang;
        let rows = rows(pay, cx);
        let more = (rows.len() as u16).saturating_sub(3);
        let height = usize::from(cx.size.height.saturating_sub(7 + HEAD + more)).max(1);
        let cursor = if is_found(pay) { pay.picked } else { pay.at };
        let top = self.top.clamp((cursor + 1).saturating_sub(height), cursor);
        Self {
            title: format!("{} › {}", lang.label("area-money"), lang.label("pay-title")),
            aside: till(pay, cx),
            rows,
            hint: hint(pay, cx),
            figures: figures(pay, lang),
            below: below(pay, cx),
            top,
            height,
        }
    }

    /// Draws everything.
    pub fn draw(&self, pay: &Pay, canvas: &mut Canvas<'_>, area: Rect) {
        let labels = self.rows.iter().map(|row| canvas.label(row.label).width()).max().unwrap_or(0) as u16;
        let x = area.x + labels + 3;
        let mut y = area.y;
        // in a low window only what is asked has room, in a narrow one what the book says stands in the place of the hint
        let is_low = area.height < HEAD;
        let mut said: Vec<&str> = Vec::new();
        for row in self.rows.iter().filter(|row| !is_low || row.ask.is_some()).take(usize::from(area.height)) {
            let (label, is_asked) = (canvas.label(row.label), row.ask == Some(pay.ask));
            let style = canvas.style(if is_asked { Role::Title } else { Role::Muted });
            canvas.text(area.x + 1, y, labels + 1, label, style);
            let room = area.right().saturating_sub(x + 1);
            // what the book says may take what the line leaves, and more than half of a line that is too long
            let taken = if is_asked { LINE } else { row.text.width() as u16 + 2 };
            let most = room.saturating_sub(taken).max(room * 3 / 5);
            let aside = if area.width >= BESIDE { (row.aside.width() as u16).min(most) } else { 0 };
            if aside == 0 && !row.aside.is_empty() && (is_asked || row.ask == Some(Ask::Payer)) {
                said.push(&row.aside);
            }
            let left = room.saturating_sub(if aside > 0 { aside + 2 } else { 0 });
            if is_asked {
                pay.line.draw(canvas, Rect { x, y, width: left, height: 1 });
            } else {
                canvas.text(x, y, left, &row.text, canvas.style(Role::Text));
            }
            let style = canvas.style(Role::Text);
            canvas.right(area.right().saturating_sub(1), y, aside, &row.aside, style);
            y += 1;
        }
        if y < area.bottom() {
            let hint = if said.is_empty() { self.hint.clone() } else { said.join(" ") };
            canvas.text(x, y, area.right().saturating_sub(x + 1), &hint, canvas.style(Role::Muted));
        }
        if is_low {
            return;
        }
        y += 1;
        canvas.rule(area, y);
        y += 1;
        let (left, right) = &self.figures;
        let width = area.width.saturating_sub(2);
        let used = canvas.text(area.x + 1, y, width, left, canvas.style(Role::Text));
        let style = canvas.style(Role::Title);
        canvas.right(area.right().saturating_sub(1), y, width.saturating_sub(used + 2), right, style);
        y += 1;
        let cursor = if is_found(pay) { Some(pay.picked) } else { pay.in_grid.then_some(pay.at) };
        for (at, row) in self.below.iter().enumerate().skip(self.top) {
            if y >= area.bottom() {
                break;
            }
            self.draw_below(row, canvas, Rect { y, height: 1, ..area });
            if cursor == Some(at) {
                canvas.paint_row(area, y, canvas.style(Role::Selected));
            }
            y += 1;
        }
    }

    fn draw_below(&self, row: &Below, canvas: &mut Canvas<'_>, area: Rect) {
        let (style, width) = (canvas.style(row.role), area.width.saturating_sub(2));
        let widest = |at: usize| self.below.iter().map(|row| row.cells[at].width()).max().unwrap_or(0) as u16;
        let [first, middle, last] = &row.cells;
        let (left, right) = (widest(0).min(width / 2), widest(2).min(width / 2));
        canvas.text(area.x + 1, area.y, left, first, style);
        canvas.right(area.right().saturating_sub(1), area.y, right, last, style);
        let room = width.saturating_sub(left + right + 4);
        canvas.text(area.x + left + 3, area.y, room, middle, style);
    }
}

/// Whether those who were found stand below.
fn is_found(pay: &Pay) -> bool {
    matches!(pay.ask, Ask::Payer | Ask::Member) && !pay.line.is_empty()
}

/// `cash box CDF · today`
pub fn till(pay: &Pay, cx: &Cx) -> String {
    let lang = &cx.lang;
    let money = pay.sketch.given().map(|given| given.currency).filter(|c| !c.is_empty());
    let money = money.unwrap_or_else(|| pay.quote.currency.clone());
    let id = sketch::usual_account(&pay.accounts, pay.till.account, &money, &cx.coop.currency);
    let account = id.and_then(|id| pay.accounts.iter().find(|account| account.id == id));
    let name = match account {
        // the currency once: the chart's own and many others bear it in their names
        Some(account) => match name(account, lang) {
            name if name.split_whitespace().any(|word| word == account.currency) => name,
            name => format!("{name} {}", account.currency),
        },
        None if id == Some(0) => format!("{} {}", lang.label("chart-cash"), cx.coop.currency),
        None => lang.text(&Text::new("pay-no-account").with("currency", money)),
    };
    let on = match (pay.till.day(), pay.books_on) {
        (None, _) => lang.label("pay-today").to_owned(),
        // its month is closed
        (Some(on), Some(books_on)) if books_on != on => {
            lang.text(&Text::new("pay-late-day").with("day", day::show(on)).with("on", day::show(books_on)))
        }
        (Some(on), _) => day::show(on),
    };
    let batch = pay.batch.as_ref().map(|_| lang.label("pay-batch").to_owned());
    let meeting = pay.till.meeting.map(|_| lang.label("noun-meeting").to_lowercase());
    [Some(name), Some(on), batch, meeting].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The rows of the payment.
fn rows(pay: &Pay, cx: &Cx) -> Vec<Row> {
    let (lang, sketch) = (&cx.lang, &pay.sketch);
    let row = |label, text: String, aside: String, ask| Row { label, text, aside, ask };
    let names: Vec<&str> = pay.quote.members.iter().map(|(_, name)| name.as_str()).collect();
    let who = if sketch.payer.is_none() { sketch.by.clone() } else { names.join(" + ") };
    let mut rows = vec![row("pay-from", who, said_of_payer(pay, cx), Some(Ask::Payer))];
    if pay.ask == Ask::Member {
        rows.push(row("pay-also", String::new(), String::new(), Some(Ask::Member)));
    }
    let amount = sketch.given().map(|given| shown(given.minor, &given.currency, lang)).unwrap_or_default();
    rows.push(row("field-amount", amount, pays(pay, cx), Some(Ask::Amount)));
    if pay.ask == Ask::Rate || !sketch.rate.is_empty() {
        let (one, told) = pay.sides(cx);
        let text = Text::new("pay-rate-of").with("one", one).with("told", told);
        rows.push(row("pay-rate", sketch.rate.clone(), lang.text(&text), Some(Ask::Rate)));
    }
    let number = match pay.till.leaf {
        Some(leaf) => lang.text(&Text::new("pay-leaf").with("pad", &*pay.pad).with("number", leaf.number.to_string())),
        None => pay.next.clone(),
    };
    let asked = [Ask::Leaf, Ask::Day].contains(&pay.ask);
    if asked {
        let (label, hint) =
            if pay.ask == Ask::Leaf { ("pay-receipt", "pay-hint-leaf") } else { ("column-day", "hint-day") };
        rows.push(row(label, String::new(), lang.label(hint).to_owned(), Some(pay.ask)));
    } else {
        rows.push(row("pay-receipt", number, String::new(), None));
    }
    let by = if sketch.payer.is_some() { sketch.by.as_str() } else { "" };
    for (label, text, ask) in [
        ("pay-by", by, Ask::By),
        ("field-reference", &sketch.reference, Ask::Reference),
        ("pay-fee", &sketch.fee, Ask::Fee),
        ("field-note", &sketch.note, Ask::Note),
    ] {
        if pay.ask == ask || !text.is_empty() {
            rows.push(row(label, text.to_owned(), String::new(), Some(ask)));
        }
    }
    rows
}

/// What the book says of who pays: what is owed, or whom the line finds.
fn said_of_payer(pay: &Pay, cx: &Cx) -> String {
    let lang = &cx.lang;
    if pay.ask == Ask::Payer {
        return match pay.found.get(pay.picked) {
            Some(Found::Member(_, name)) => format!("› {name}"),
            Some(Found::Other(name)) => lang.text(&Text::new("pay-other").with("name", name.as_str())),
            None if !pay.line.is_empty() => lang.label("pay-nobody").to_owned(),
            None => String::new(),
        };
    }
    if !pay.sketch.is_begun() {
        return String::new();
    }
    if let Some(income) = pay.sketch.income_name(lang) {
        return income;
    }
    let owed = pay.quote.owed();
    let mut said = if owed.is_empty() {
        lang.label("pay-owes-nothing").to_owned()
    } else {
        lang.text(&Text::new("pay-owes").with("amount", listed(&owed, lang)))
    };
    if pay.quote.credit > 0 {
        let credit = Amount { minor: pay.quote.credit, currency: pay.quote.currency.clone() };
        said = format!("{said} · {}", lang.text(&Text::new("pay-has-credit").with("amount", credit)));
    }
    said
}

/// What the amount in the line pays, and what is over.
fn pays(pay: &Pay, cx: &Cx) -> String {
    if !pay.sketch.is_begun() {
        return String::new();
    }
    let lang = &cx.lang;
    let Some(value) = typed_value(pay, cx) else { return String::new() };
    let offer = pay.quote.offer(value.minor, &pay.sketch);
    let named = |part: &Part| match part.what {
        What::Due(id, _) => pay.quote.open().find(|(due, _)| due.id == id).map(|(due, _)| words::due(due, lang)),
        What::Income(_) => pay.sketch.income_name(lang),
        What::Credit => Some(lang.label("pay-credit-used").to_owned()),
    };
    let mut parts: Vec<String> = offer.parts.iter().filter_map(named).collect();
    if parts.len() > 2 {
        let more = parts.len() - 1;
        parts.truncate(1);
        parts.push(lang.text(&Text::new("pay-more-parts").with("count", more)));
    }
    if offer.rest > 0 {
        // first: it is what must not be overlooked where the line is too short for all
        let over = Amount { minor: offer.rest, currency: value.currency };
        parts.insert(0, lang.text(&Text::new("pay-over").with("amount", over)));
    }
    if parts.is_empty() { String::new() } else { format!("→ {}", parts.join(" · ")) }
}

/// What stands in the line, in the money that is owed.
fn typed_value(pay: &Pay, cx: &Cx) -> Option<Amount> {
    if pay.ask != Ask::Amount {
        return pay.value(cx);
    }
    let typed = pay.line.text();
    let amount =
        if typed.trim().is_empty() { pay.quote.to_pay() } else { Amount::parse(&typed, &pay.quote.currency).ok()? };
    (amount.currency == pay.quote.currency && amount.minor > 0).then_some(amount)
}

/// What stands under the payment.
fn hint(pay: &Pay, cx: &Cx) -> String {
    let lang = &cx.lang;
    if !pay.refused.is_empty() {
        return lang.text(&Text::new("pay-refused").with("count", pay.refused.len()));
    }
    let given = pay.sketch.given().filter(|given| given.currency != pay.quote.currency);
    if let (Some(given), Some(value)) = (given, pay.value(cx)) {
        let rest = pay.quote.offer(value.minor, &pay.sketch).rest;
        let rest = Amount { minor: rest, currency: value.currency.clone() };
        let text = Text::new("pay-worth").with("given", given).with("value", value).with("rest", rest);
        return lang.text(&text);
    }
    lang.label(match pay.ask {
        Ask::Payer if pay.batch.is_some() => "pay-hint-batch",
        Ask::Payer => "pay-hint",
        Ask::Amount if pay.line.is_empty() => "pay-hint-nothing",
        Ask::Amount => return lang.text(&Text::new("pay-hint-amount").with("other", other_money(pay, cx))),
        Ask::Rate => "pay-hint-rate",
        _ => "pay-hint-aside",
    })
    .to_owned()
}

/// An amount in a currency other than the one that is paid, as it can be typed.
fn other_money(pay: &Pay, cx: &Cx) -> String {
    let own = cx.coop.currency.as_str();
    match pay.quote.currency.as_str() {
        "USD" => format!("10000 {}", if own == "USD" { "CDF" } else { own }),
        _ => "10 USD".to_owned(),
    }
}

/// The day and the batch in figures.
fn figures(pay: &Pay, lang: &Lang) -> (String, String) {
    let count: u32 = pay.today.iter().map(|taken| taken.count).sum();
    let sums: Vec<Amount> = pay.today.iter().map(|taken| taken.amount.clone()).collect();
    let label = pay.till.day().map_or_else(
        || lang.label("pay-day-all").to_owned(),
        |day| lang.text(&Text::new("pay-day-of").with("day", day::show(day))),
    );
    let today = Text::new("pay-day").with("day", label).with("count", count).with("amount", listed(&sums, lang));
    let Some((batch, total)) = &pay.batch else {
        let open = if pay.has_open_batch { lang.label("pay-batch-goes-on") } else { "" };
        return (lang.text(&today), open.to_owned());
    };
    let came = Amount { minor: total.1, currency: batch.expected.currency.clone() };
    let of_batch = Text::new("pay-batch-total").with("count", total.0).with("amount", came);
    let rest = batch.rest(total.1);
    let end = match rest.minor {
        _ if batch.is_met(*total) => Text::new("pay-batch-met"),
        over if over < 0 => Text::new("pay-batch-over").with("rest", Amount { minor: -over, ..rest }),
        _ => Text::new("pay-batch-rest").with("rest", rest),
    };
    (lang.text(&of_batch.with("expected", batch.expected.clone())), lang.text(&end))
}

/// The rows below.
fn below(pay: &Pay, cx: &Cx) -> Vec<Below> {
    let lang = &cx.lang;
    if is_found(pay) {
        let row = |found: &Found| match found {
            Found::Member(_, name) => Below { cells: [String::new(), name.clone(), String::new()], role: Role::Text },
            Found::Other(name) => {
                let text = lang.text(&Text::new("pay-other").with("name", name.as_str()));
                Below { cells: [String::new(), text, String::new()], role: Role::Muted }
            }
        };
        return pay.found.iter().map(row).collect();
    }
    if pay.ask == Ask::Payer {
        let on = pay.till.day().unwrap_or_else(|| cx.clock.today());
        return pay.last.iter().map(|receipt| receipt_row(receipt, on, lang)).collect();
    }
    let value = typed_value(pay, cx).map_or(0, |value| value.minor);
    let offer = pay.quote.offer(value, &pay.sketch);
    let several = pay.quote.members.len() > 1;
    let row = |(due, is_in): (&crate::domain::due::Due, bool)| {
        let amount = |minor| shown(minor, &due.currency, lang);
        let part = offer.parts.iter().find(|part| matches!(part.what, What::Due(id, _) if id == due.id));
        let paid = part.map_or_else(|| "–".to_owned(), |part| amount(part.minor));
        let who = pay.quote.members.iter().find(|(id, _)| *id == due.member).map_or("", |(_, name)| name.as_str());
        let who = if several { format!("{} ", who.split(' ').next().unwrap_or_default()) } else { String::new() };
        let mark = if part.is_some() { "✓" } else { " " };
        let role = if is_in { Role::Text } else { Role::Muted };
        let until = day::show(due.due_on);
        Below {
            cells: [format!("{mark} {until}"), format!("{who}{} · {}", words::due(due, lang), amount(due.open)), paid],
            role,
        }
    };
    pay.quote.open().map(row).chain(other_dues(pay, lang)).collect()
}

/// That more is owed in other currencies than the one that is paid.
fn other_dues(pay: &Pay, lang: &Lang) -> Option<Below> {
    let others: Vec<Amount> =
        pay.quote.owed().into_iter().filter(|amount| amount.currency != pay.quote.currency).collect();
    let text = lang.text(&Text::new("pay-owes-other").with("amount", listed(&others, lang)));
    (!others.is_empty()).then(|| Below { cells: [String::new(), text, String::new()], role: Role::Muted })
}

/// A receipt, with its day when that is not the one of the line.
fn receipt_row(receipt: &Receipt, on: NaiveDate, lang: &Lang) -> Below {
    let amount = receipt.amount.as_ref().map(|amount| shown(amount.minor, &amount.currency, lang)).unwrap_or_default();
    let (what, role) = match receipt.state {
        ReceiptState::Issued => (receipt.who(), Role::Text),
        state => (format!("{} · {}", lang.label(state.text_id()), receipt.who()), Role::Muted),
    };
    let name = receipt.name();
    let first = if receipt.received_on == on { name } else { format!("{name} · {}", day::show(receipt.received_on)) };
    Below { cells: [first, what, amount], role }
}
