//! Taking money in: one line that is always open takes a number, a card or a piece of a name, then what is paid; Enter
//! gives the receipt, and the line is free for the next.
//!
//! What is entered is a `Sketch`, kept as a draft until its receipt is on disk; what the book says it would pay is a
//! `Quote`. What keys enter is in `enter`, what else can be said of a payment in `more`, what it looks like in `look`.

mod back;
mod enter;
mod find;
mod look;
mod more;
mod sketch;

use crate::{
    command,
    domain::{
        Text,
        account::Account,
        amount::Amount,
        payment::{Batch, Leaf},
        receipt::Receipt,
        user::Session,
    },
    store::{self, Changed, Store, receipt::Taken},
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Outcome, Screen, Toast, Value},
        widget::{
            keep::Keep,
            line::{Line, number},
        },
    },
};
use anyhow::Result;
use back::Pending;
pub use back::{named, resumed};
use chrono::NaiveDate;
use find::Found;
use look::Look;
use ratatui::layout::Rect;
use sketch::{Ask, Given, Kept, Quote, Rest, Sketch, Till};
use std::collections::VecDeque;

/// Its name in the table of drafts.
pub const FORM: &str = "pay";
/// How many of the last receipts are shown.
const LAST: usize = 40;
/// Where the account is kept that was chosen last.
const ACCOUNT: &str = "pay-account";

/// What a list over the screen was opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    /// What becomes of what is over.
    Rest(Vec<Option<Rest>>),
    /// What somebody pays who owes nothing.
    Income(Vec<Given>),
    /// Into which account.
    Account(Vec<i64>),
    /// What else is said of the payment.
    More,
    /// Which batch.
    Batch(Vec<i64>),
    /// The form that opens a batch.
    NewBatch,
    /// The form that closes it.
    Close,
}

/// So many digits a telephone has at least.
const TELEPHONE: usize = 9;

/// The screen.
pub struct Pay {
    till: Till,
    /// How money is taken in again once the payment in the line is done, which came back with its own account and day.
    usual: Option<Till>,
    sketch: Sketch,
    ask: Ask,
    line: Line,
    /// What stood in the line while it asks for something else.
    held: String,
    quote: Quote,
    found: Vec<Found>,
    picked: usize,
    /// The row below: a receipt, or an amount owed.
    at: usize,
    in_grid: bool,
    asked: Asked,
    /// What is being written, in order: a payment, or nothing that could be refused.
    pending: VecDeque<Option<Pending>>,
    /// Payments that were refused while the line was taken.
    refused: VecDeque<Pending>,
    accounts: Vec<Account>,
    batch: Option<(Batch, (u32, i64))>,
    /// The day on which a payment of the chosen day would count.
    books_on: Option<NaiveDate>,
    /// Whether some batch is open.
    has_open_batch: bool,
    /// The book that is written by hand: its name.
    pad: String,
    next: String,
    last: Vec<Receipt>,
    today: Vec<Taken>,
    keep: Keep,
    /// It was gone on with, and nothing said of that yet.
    is_resumed: bool,
    look: Look,
}

/// The open line, with somebody proposed.
///
/// # Errors
/// When the user may not take money in, or the book cannot be read.
pub fn screen(member: Option<i64>, meeting: Option<i64>, cx: &Cx) -> Result<Pay> {
    cx.permit(&command::payment::RECEIVE)?;
    let account = cx.reader.preference(ACCOUNT)?.and_then(|id| id.parse().ok());
    let mut pay = Pay::new(Kept { till: Till { account, meeting, ..Till::default() }, ..Kept::default() }, cx);
    if let Some(member) = member.map(|id| cx.reader.member(id)).transpose()? {
        let number = member.number.map(crate::domain::member::show_number);
        pay.line = Line::new(&number.unwrap_or_else(|| member.full_name()));
        pay.line.select_all();
    }
    Ok(pay)
}

/// The open line in a batch.
///
/// # Errors
/// When the user may not take money in, or the book cannot be read.
pub fn in_batch(id: i64, cx: &Cx) -> Result<Pay> {
    let mut pay = screen(None, None, cx)?;
    pay.enter_batch(id, cx)?;
    Ok(pay)
}

impl Pay {
    fn new(kept: Kept, cx: &Cx) -> Self {
        let Kept { ask, text, held, sketch, till } = kept;
        Self {
            till,
            usual: None,
            sketch,
            ask,
            line: Line::new(&text).with_azerty_digits(cx.preference.azerty && takes_digits(ask)),
            held,
            quote: Quote::default(),
            found: Vec::new(),
            picked: 0,
            at: 0,
            in_grid: false,
            asked: Asked::Nothing,
            pending: VecDeque::new(),
            refused: VecDeque::new(),
            accounts: Vec::new(),
            batch: None,
            books_on: None,
            has_open_batch: false,
            pad: String::new(),
            next: String::new(),
            last: Vec::new(),
            today: Vec::new(),
            keep: Keep::new(FORM, cx),
            is_resumed: false,
            look: Look::default(),
        }
    }

    /// Reads what is shown besides the payment itself.
    fn read(&mut self, cx: &Cx) -> store::Result<()> {
        let today = cx.clock.today();
        self.accounts = cx.reader.accounts()?;
        self.batch = None;
        match self.till.batch.map(|id| cx.reader.batch(id)) {
            Some(Ok(batch)) if batch.is_closed => (self.till.batch, self.till.account) = (None, Some(batch.account)),
            Some(Ok(batch)) => {
                let total = cx.reader.batch_total(&batch)?;
                self.batch = Some((batch, total));
            }
            // somebody has undone it
            Some(Err(store::Error::NotFound)) => self.till.batch = None,
            Some(Err(error)) => return Err(error),
            None => {}
        }
        self.pad = match self.till.leaf {
            Some(Leaf { pad, .. }) => cx.reader.record_label("pad", pad)?,
            None => String::new(),
        };
        self.books_on = self.till.day().map(|day| cx.reader.day_to_book(day, today)).transpose()?;
        self.has_open_batch = !cx.reader.open_batches()?.is_empty();
        self.next = cx.reader.next_receipt(today)?;
        self.today = cx.reader.taken_on(self.till.day().unwrap_or(today))?;
        self.last = match &self.batch {
            Some((batch, _)) => cx.reader.receipts_of_batch(batch.id, LAST)?,
            None => cx.reader.receipts_before(None, LAST)?,
        };
        Ok(())
    }

    /// Reads what the payment would pay.
    fn quote(&mut self, cx: &Cx) -> store::Result<()> {
        let of =
            |id: i64| self.accounts.iter().find(|account| account.id == id).map(|account| account.currency.clone());
        let wanted = match &self.batch {
            Some((batch, _)) => Some(batch.expected.currency.clone()),
            None => self.till.account.and_then(of),
        };
        // who hands over another money that is owed, or owes nothing, pays in that money
        let given = self.sketch.given().map(|amount| amount.currency);
        let wanted = given.filter(|_| self.batch.is_none()).or(wanted);
        let usual = wanted.clone().unwrap_or_else(|| cx.coop.currency.clone());
        self.quote = Quote::read(&self.sketch, wanted.as_deref(), &usual, &cx.reader)?;
        Ok(())
    }

    /// Puts into words what has changed.
    fn show(&mut self, cx: &Cx) {
        self.at = self.at.min(self.rows().saturating_sub(1));
        let look = std::mem::take(&mut self.look);
        self.look = look.renewed(self, cx);
    }

    /// How many rows stand below.
    fn rows(&self) -> usize {
        match self.ask {
            Ask::Payer | Ask::Member if !self.line.is_empty() => self.found.len(),
            Ask::Payer => self.last.len(),
            _ => self.quote.open().count(),
        }
    }

    fn look_up(&mut self, cx: &Cx) -> store::Result<()> {
        self.picked = 0;
        self.found = match self.ask {
            Ask::Payer => find::find(&self.in_part(cx)?.map_or_else(|| self.line.text(), |(who, _)| who), cx)?,
            Ask::Member => find::find(&self.line.text(), cx)?,
            _ => Vec::new(),
        };
        if self.ask == Ask::Member {
            self.found.retain(|found| matches!(found, Found::Member(..)));
        }
        Ok(())
    }

    /// A number and how much, as it is typed in a batch by who does not pay all that is owed: `147 2500`; unless all of it
    /// is the number of a member, `1 234`, or a telephone that is known.
    fn in_part(&self, cx: &Cx) -> store::Result<Option<(String, String)>> {
        let text = self.line.text();
        let Some((who, amount)) = text.trim().split_once(char::is_whitespace) else { return Ok(None) };
        let amount = amount.trim();
        let is_part =
            self.batch.is_some() && number(who).is_some() && Amount::parse(amount, &self.quote.currency).is_ok();
        if !is_part || cx.reader.member_by_number(number(&text).unwrap_or_default())?.is_some() {
            return Ok(None);
        }
        if text.chars().filter(|c| !c.is_whitespace()).count() >= TELEPHONE && !find::find(&text, cx)?.is_empty() {
            return Ok(None);
        }
        Ok(Some((who.to_owned(), amount.to_owned())))
    }

    /// Why what stands behind the number of a member in a batch is no amount.
    fn part_fault(&self, cx: &Cx) -> store::Result<Option<Text>> {
        let text = self.line.text();
        let Some((who, amount)) = text.trim().split_once(char::is_whitespace) else { return Ok(None) };
        let Some(number) = number(who).filter(|_| self.batch.is_some()) else { return Ok(None) };
        let is_member = cx.reader.member_by_number(number)?.is_some();
        Ok(Amount::parse(amount.trim(), &self.quote.currency).err().filter(|_| is_member))
    }

    /// Something was typed.
    fn typed(&mut self, cx: &Cx) -> store::Result<()> {
        self.keep.typed(cx.now);
        self.look_up(cx)?;
        self.show(cx);
        Ok(())
    }

    fn go(&mut self, cmd: Cmd, cx: &Cx) {
        let page = self.look.height().max(1);
        let is_found = matches!(self.ask, Ask::Payer | Ask::Member) && !self.line.is_empty();
        let at = if is_found { self.picked } else { self.at };
        // the first step into the receipts goes to the first
        let is_first = cmd == Cmd::Down && !is_found && !self.in_grid && self.ask == Ask::Payer;
        let to = if is_first { 0 } else { cmd.step(at, self.rows(), page).unwrap_or(at) };
        if is_found {
            self.picked = to;
        } else {
            (self.at, self.in_grid) = (to, true);
        }
        self.show(cx);
    }

    /// Esc goes back one step: the text, the question, the payment; then the screen below.
    fn go_back(&mut self, cx: &mut Cx) -> Result<Flow> {
        match self.ask {
            Ask::Payer if self.line.is_empty() => {
                if self.batch.is_some() {
                    cx.toast = Some(Toast::Plain(cx.lang.label("pay-batch-open").to_owned()));
                }
                return Ok(Flow::Ignored);
            }
            Ask::Payer => {
                self.line = Line::new("");
                self.drop_draft(cx);
                self.take_till(cx)?;
                self.take_refused(cx)?;
            }
            Ask::Amount => self.begin_anew(cx)?,
            Ask::Rate => {
                self.sketch.amount.clear();
                self.ask_amount(cx)?;
            }
            _ => self.answered(cx)?,
        }
        self.look_up(cx)?;
        self.show(cx);
        Ok(Flow::Stay)
    }

    /// Asks who pays again; what is typed then takes the place of what stands there.
    fn begin_anew(&mut self, cx: &mut Cx) -> Result<()> {
        if self.sketch.is_begun() {
            let typed = self.who();
            self.forget(cx);
            self.ask_for(Ask::Payer, &typed, cx)?;
        }
        self.line.select_all();
        Ok(())
    }

    /// How the one who pays can be typed again.
    fn who(&self) -> String {
        let first = self.quote.members.first().map(|(_, name)| name.split(' ').next().unwrap_or_default().to_owned());
        first.unwrap_or_else(|| self.sketch.by.clone())
    }

    /// Begins anew; what was kept goes.
    fn forget(&mut self, cx: &mut Cx) {
        (self.sketch, self.quote, self.held) = (Sketch::default(), Quote::default(), String::new());
        (self.at, self.in_grid) = (0, false);
        self.drop_draft(cx);
    }

    /// Hands something to the thread that writes that is no payment.
    fn write(&mut self, cx: &mut Cx, work: impl FnOnce(&mut Store, &Session) -> store::Result<()> + Send + 'static) {
        self.pending.push_back(None);
        cx.write(move |store, session, _| {
            work(store, session)?;
            Ok(Outcome::Quiet)
        });
    }

    /// What is proposed to be paid, as it can be typed.
    fn proposal(&self) -> String {
        let amount = self.quote.to_pay();
        if amount.minor > 0 { plain(&amount) } else { String::new() }
    }
}

/// An amount as it is typed: without a currency, and without cents where there are none.
pub fn plain(amount: &Amount) -> String {
    let figures = amount.figures();
    figures.strip_suffix(".00").map_or(figures.clone(), str::to_owned)
}

/// Whether the top row of an AZERTY keyboard gives digits.
const fn takes_digits(ask: Ask) -> bool {
    matches!(ask, Ask::Amount | Ask::Rate | Ask::Fee | Ask::Day)
}

impl Screen for Pay {
    fn title(&self) -> String {
        self.look.title.clone()
    }
    fn aside(&self) -> String {
        self.look.aside.clone()
    }
    fn area(&self) -> usize {
        super::AREA
    }
    fn scope(&self) -> Scope {
        Scope::Pay
    }
    fn typing(&self) -> bool {
        true
    }
    fn takes_member(&self) -> bool {
        true
    }
    fn dirty(&self) -> bool {
        self.sketch.is_begun() || !self.refused.is_empty()
    }
    fn keeps_draft(&self) -> bool {
        true
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        match (cmd, self.ask) {
            (Cmd::Enter, Ask::Payer) if self.in_grid && self.line.is_empty() => "pay-key-open",
            (Cmd::Enter, Ask::Payer) => "pay-key-payer",
            (Cmd::Enter, Ask::Amount) => "pay-key-save",
            (Cmd::Enter, _) => "pay-key-on",
            (Cmd::Batch, _) if self.batch.is_some() => "pay-key-close",
            _ => cmd.text_id(),
        }
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let needs_payer = matches!(cmd, Cmd::AlsoFor | Cmd::LeaveOut) && !self.sketch.is_begun();
        let is_busy = matches!(cmd, Cmd::Batch) && self.sketch.is_begun();
        if needs_payer {
            return Some(Text::new("say-pay-who-first"));
        }
        is_busy.then(|| Text::new("say-pay-first"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        let tables = ["receipt", "due", "member", "account", "batch", "pad", "posting"];
        if changed.all || tables.iter().any(|table| changed.has_table(table)) {
            let had_batch = self.till.batch.is_some();
            self.read(cx)?;
            self.quote(cx)?;
            self.look_up(cx)?;
            if had_batch && self.till.batch.is_none() {
                cx.toast = Some(Toast::Plain(cx.lang.label("pay-batch-gone").to_owned()));
            }
        }
        if std::mem::take(&mut self.is_resumed) {
            let text = Text::new("pay-resumed").with("till", look::till(self, cx));
            cx.toast = Some(Toast::Plain(cx.lang.text(&text)));
        }
        self.show(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::Enter => return self.run_enter(cx),
            Cmd::Back => return self.go_back(cx),
            Cmd::Up | Cmd::Down | Cmd::PageUp | Cmd::PageDown => self.go(cmd, cx),
            Cmd::Undo | Cmd::Redo if self.pending.iter().any(Option::is_some) => {
                cx.complain(&Text::new("say-saving-first"));
            }
            Cmd::Pay => self.begin_anew(cx)?,
            _ => return self.say_more(cmd, cx),
        }
        Ok(Flow::Stay)
    }

    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if self.line.input(input) {
            self.typed(cx)?;
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        let flow = self.chosen(value, cx)?;
        self.show(cx);
        Ok(flow)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        let pending = self.pending.pop_front().flatten();
        match result {
            Ok(Outcome::Saved { said, .. } | Outcome::Said(said)) => cx.say(&said),
            Ok(_) => {}
            Err(error) => {
                // nothing typed is lost: it comes back as soon as the line is free
                cx.complain(&error.text());
                if let Some(pending) = pending {
                    self.refused.push_back(Pending { why: Some(error.text()), ..pending });
                    self.take_refused(cx)?;
                }
            }
        }
        self.show(cx);
        Ok(Flow::Stay)
    }

    fn tick(&mut self, cx: &mut Cx, force: bool) {
        if self.keep.is_due(cx, force) {
            self.put_draft(cx);
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        self.look.draw(self, canvas, area);
    }
}

/// What came in today, for the first page of the area.
///
/// # Errors
/// When the book cannot be read.
pub fn figure(cx: &Cx) -> Result<String> {
    let taken = cx.reader.taken_on(cx.clock.today())?;
    let count: u32 = taken.iter().map(|taken| taken.count).sum();
    let sums: Vec<Amount> = taken.into_iter().map(|taken| taken.amount).collect();
    if count == 0 {
        return Ok(cx.lang.label("pay-none-today").to_owned());
    }
    let text = Text::new("pay-day").with("day", cx.lang.label("pay-day-today"));
    Ok(cx.lang.text(&text.with("count", count).with("amount", super::listed(&sums, &cx.lang))))
}
