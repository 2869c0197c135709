//! What else can be said of a payment, each with a key of its own or from one list: the account, the day, the leaf of a
//! book that is written by hand, for whom else, what is left out, the fee; and the batch it is entered in.

use super::{ACCOUNT, Ask, Asked, Found, Pay, enter::account_items};
use crate::{
    command,
    domain::{
        Text, day,
        fold::{clean, fold},
        member::show_number,
        payment::Leaf,
        receipt::read_name,
    },
    tui::{
        keymap::Cmd,
        screen::{
            Cx, Flow, Outcome, Value,
            money::{
                batch::{BatchDraft, CloseDraft},
                shown,
            },
        },
        widget::{
            choice::{Item, Picker},
            form::FormScreen,
        },
    },
};
use anyhow::Result;
use chrono::Datelike;

/// What the list offers: what it is called, and what is asked.
const MORE: [(&str, Option<Ask>); 5] = [
    ("pay-by", Some(Ask::By)),
    ("field-reference", Some(Ask::Reference)),
    ("pay-fee", Some(Ask::Fee)),
    ("field-note", Some(Ask::Note)),
    ("pay-income", None),
];

impl Pay {
    /// A key that is not Enter and moves nothing.
    pub(super) fn say_more(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        match cmd {
            Cmd::Leaf => self.ask_leaf(cx)?,
            Cmd::Day => {
                let on = self.till.day().unwrap_or_else(|| cx.clock.today());
                self.ask_aside(Ask::Day, &day::show(on), cx)?;
            }
            Cmd::AlsoFor => self.ask_aside(Ask::Member, "", cx)?,
            Cmd::LeaveOut => self.leave_out(cx)?,
            Cmd::Account => return self.ask_account(cx),
            Cmd::More => {
                self.asked = Asked::More;
                let items = MORE.iter().map(|(id, _)| Item::new(cx.lang.label(id))).collect();
                return Ok(Flow::push(Picker::new(cx.lang.label("cmd-more").to_owned(), items, 0)));
            }
            Cmd::Batch => return self.ask_batch(cx),
            _ => return Ok(Flow::Ignored),
        }
        self.show(cx);
        Ok(Flow::Stay)
    }

    /// Asks something in the line; what stood there comes back behind the answer.
    fn ask_aside(&mut self, ask: Ask, text: &str, cx: &Cx) -> Result<()> {
        if matches!(self.ask, Ask::Payer | Ask::Amount) {
            self.held = self.line.text();
            if self.ask == Ask::Amount && self.held == self.proposal() {
                self.held.clear();
            }
        }
        self.ask_for(ask, text, cx)?;
        self.line.select_all();
        Ok(())
    }

    /// Leaves the amount owed under the cursor out of what is paid, or takes it in again.
    fn leave_out(&mut self, cx: &Cx) -> Result<()> {
        let Some(id) = self.quote.open().nth(self.at).map(|(due, _)| due.id) else { return Ok(()) };
        let is_proposed = self.line.text() == self.proposal();
        match self.sketch.left_out.iter().position(|out| *out == id) {
            Some(at) => drop(self.sketch.left_out.remove(at)),
            None => self.sketch.left_out.push(id),
        }
        self.in_grid = true;
        self.keep.typed(cx.now);
        self.quote(cx)?;
        if is_proposed {
            let at = self.at;
            let proposal = self.proposal();
            self.ask_for(Ask::Amount, &proposal, cx)?;
            self.line.select_all();
            (self.at, self.in_grid) = (at, true);
        }
        Ok(())
    }

    /// Asks for the leaf, with the next of the book proposed that was used last.
    fn ask_leaf(&mut self, cx: &Cx) -> Result<()> {
        let pads = cx.reader.hand_pads()?;
        let text = match (self.till.leaf, pads.first()) {
            (Some(leaf), _) => format!("{} {}", self.pad, leaf.number),
            (None, Some((id, name))) => {
                let next = cx.reader.pad(*id)?.leaves.next();
                next.map_or_else(|| format!("{name} "), |next| format!("{name} {next}"))
            }
            (None, None) => return Err(crate::store::Error::invalid("err-no-pad").into()),
        };
        self.ask_aside(Ask::Leaf, &text, cx)
    }

    /// The leaf that was typed; none for a blank.
    pub(super) fn read_leaf(&self, typed: &str, cx: &Cx) -> Result<Option<Leaf>, Text> {
        if typed.is_empty() {
            return Ok(None);
        }
        let wrong = || Text::new("err-leaf").with("text", typed);
        let (series, number) = read_name(typed, cx.clock.today().year()).ok_or_else(wrong)?;
        let pads = cx.reader.hand_pads().map_err(|error| error.text())?;
        let is_number = typed.bytes().all(|byte| byte.is_ascii_digit());
        let pad = match self.till.leaf.filter(|_| is_number) {
            Some(leaf) => Some(leaf.pad),
            None if is_number => pads.first().map(|(id, _)| *id),
            None => pads.iter().find(|(_, name)| fold(name) == series).map(|(id, _)| *id),
        };
        let pad = cx.reader.pad(pad.ok_or_else(wrong)?).map_err(|error| error.text())?;
        let leaf = Leaf { pad: pad.entry.id, number };
        pad.leaves.may_use(leaf, pad.entry.get("name"))?;
        Ok(Some(leaf))
    }

    fn ask_account(&mut self, cx: &Cx) -> Result<Flow> {
        if self.batch.is_some() {
            return Err(crate::store::Error::invalid("err-batch-account").into());
        }
        let mut ids: Vec<i64> =
            self.accounts.iter().filter(|account| account.is_purse()).map(|account| account.id).collect();
        if ids.is_empty() {
            ids.push(0);
        }
        let at = ids.iter().position(|id| Some(*id) == self.till.account).unwrap_or(0);
        let items = account_items(&ids, cx)?;
        self.asked = Asked::Account(ids);
        Ok(Flow::push(Picker::new(cx.lang.label("cmd-account").to_owned(), items, at)))
    }

    /// The batch that is open here is closed; else one is opened, or gone on with.
    fn ask_batch(&mut self, cx: &mut Cx) -> Result<Flow> {
        cx.permit(&command::payment::OPEN)?;
        if let Some((batch, total)) = &self.batch {
            if batch.is_met(*total) {
                let (id, amount) = (batch.id, batch.expected.clone());
                self.pending.push_back(None);
                cx.write(move |store, session, _| {
                    command::payment::close(store, session, None, id, "")?;
                    Ok(Outcome::Said(Text::new("batch-closed").with("amount", amount)))
                });
                return Ok(Flow::Stay);
            }
            self.asked = Asked::Close;
            let draft = CloseDraft::new(batch.id, &cx.reader)?;
            return Ok(Flow::push(FormScreen::new(draft, cx).in_area(super::super::AREA)));
        }
        let open = cx.reader.open_batches()?;
        if open.is_empty() {
            return self.new_batch(cx);
        }
        let mut items = vec![Item::new(cx.lang.label("batch-new"))];
        for id in &open {
            let batch = cx.reader.batch(*id)?;
            let rest = batch.rest(cx.reader.batch_total(&batch)?.1);
            let name = format!(
                "{} · {}",
                day::show(batch.day),
                shown(batch.expected.minor, &batch.expected.currency, &cx.lang)
            );
            items.push(Item::new(name).with(cx.lang.text(&Text::new("batch-rest").with("amount", rest))));
        }
        self.asked = Asked::Batch(open);
        Ok(Flow::push(Picker::new(cx.lang.label("cmd-batch").to_owned(), items, 1)))
    }

    fn new_batch(&mut self, cx: &Cx) -> Result<Flow> {
        self.asked = Asked::NewBatch;
        let draft = BatchDraft::new(self.till.account, self.till.meeting, cx)?;
        Ok(Flow::push(FormScreen::new(draft, cx).in_area(super::super::AREA)))
    }

    /// Goes on with a batch.
    pub(super) fn enter_batch(&mut self, id: i64, cx: &Cx) -> Result<()> {
        let batch = cx.reader.batch(id)?;
        self.till.batch = Some(id);
        self.till.account = Some(batch.account);
        self.till.day = if batch.day == cx.clock.today() { String::new() } else { batch.day.to_string() };
        self.till.meeting = batch.meeting.or(self.till.meeting);
        self.read(cx)?;
        // who was typed ahead stays in the line
        let typed = if self.ask == Ask::Payer { self.line.text() } else { String::new() };
        self.ask_for(Ask::Payer, &typed, cx)
    }

    /// What a list or a form over the screen gave.
    pub(super) fn chosen(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match (std::mem::replace(&mut self.asked, Asked::Nothing), value) {
            (Asked::Rest(rests), Value::Row(at)) => return self.take_rest(rests.get(at).copied().flatten(), cx),
            (Asked::Income(offered), Value::Row(at)) => {
                if let Some((income, fund)) = offered.into_iter().nth(at) {
                    if !self.sketch.is_begun() {
                        self.sketch.by = clean(&self.line.text());
                    }
                    income.code().clone_into(&mut self.sketch.income);
                    self.sketch.fund = fund;
                    self.held.clear();
                    self.sketch.amount.clear();
                    self.ask_amount(cx)?;
                }
            }
            (Asked::Account(ids), Value::Row(at)) => {
                let id = ids.get(at).copied();
                self.till.account = id;
                if let Some(id) = id {
                    self.write(cx, move |store, session| {
                        store.set_preference(session.viewer.user_id, ACCOUNT, &id.to_string())
                    });
                }
                if self.ask == Ask::Amount {
                    self.sketch.amount.clear();
                    self.ask_amount(cx)?;
                }
            }
            (Asked::More, Value::Row(at)) => match MORE.get(at) {
                Some((_, Some(ask))) => {
                    let text = match ask {
                        Ask::By => self.sketch.by.clone(),
                        Ask::Reference => self.sketch.reference.clone(),
                        Ask::Fee => self.sketch.fee.clone(),
                        _ => self.sketch.note.clone(),
                    };
                    self.ask_aside(*ask, &text, cx)?;
                }
                Some((_, None)) if self.sketch.is_begun() => return self.ask_income(cx),
                _ => cx.complain(&Text::new("say-pay-who-first")),
            },
            (Asked::Batch(_), Value::Row(0)) => return self.new_batch(cx),
            (Asked::Batch(open), Value::Row(at)) => {
                if let Some(id) = open.get(at - 1) {
                    self.enter_batch(*id, cx)?;
                }
            }
            (Asked::NewBatch, Value::Saved(id)) => self.enter_batch(id, cx)?,
            (Asked::Close, Value::Saved(_)) => self.read(cx)?,
            (_, Value::Member(id)) => {
                let member = cx.reader.member(id)?;
                let typed = member.number.map_or_else(|| member.full_name(), show_number);
                if matches!(self.ask, Ask::Payer | Ask::Member) {
                    let ask = self.ask;
                    self.ask_for(ask, &typed, cx)?;
                    self.found = vec![Found::Member(id, member.heading())];
                }
            }
            (_, Value::Discard) => {
                self.forget(cx);
                self.take_till(cx)?;
                if self.refused.is_empty() {
                    return Ok(Flow::Pop);
                }
                self.ask_for(Ask::Payer, "", cx)?;
                self.take_refused(cx)?;
            }
            // closed without an answer: a name that pays nothing owed is no payment yet
            _ => {}
        }
        Ok(Flow::Stay)
    }
}
