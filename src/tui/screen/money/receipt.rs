//! The page of a receipt: who paid what with which money, what became of it, how often it was printed.

use super::{AREA, name, shown, void::VoidDraft};
use crate::{
    command::{self, paper::Asked},
    domain::{
        Text,
        amount::Amount,
        day,
        noun::{FILE, NOTE, Noun},
        receipt::{Paid, Receipt, ReceiptState},
    },
    report::money::words,
    store,
    text::Lang,
    tui::{
        keymap::{AREAS, Cmd},
        screen::{
            Cx, Flow, members,
            paper::preview::Preview,
            record::{Lines, RecordPage, Subject, What},
        },
        widget::page::Line,
    },
};
use anyhow::Result;

/// What a line of the page is about.
pub enum About {
    /// The receipt.
    Receipt,
    /// The member who paid, or for whom was paid.
    Member(i64),
    /// The book it stands in.
    Pad(i64),
}

static ADDED: [&Noun; 2] = [&NOTE, &FILE];

/// The page of one receipt.
pub struct ReceiptPage {
    id: i64,
    state: ReceiptState,
}

/// The page of the receipt `id`.
pub fn page(id: i64) -> RecordPage<ReceiptPage> {
    RecordPage::new(ReceiptPage { id, state: ReceiptState::Issued })
}

/// The paper of a receipt, before it is printed.
///
/// # Errors
/// When the user may not have it, or the book cannot be read.
pub fn print(id: i64, cx: &Cx) -> Result<Flow> {
    cx.permit(&command::receipt::PRINT)?;
    let receipt = cx.reader.receipt(id)?;
    if receipt.entry.is_none() {
        return Err(store::Error::invalid("err-receipt-spoiled").into());
    }
    let paper = command::paper::find("receipt").expect("it is one of the papers");
    let mut asked = Asked::new(paper, None);
    asked.options.put("number", receipt.name());
    asked.permit(&cx.reader, &cx.session)?;
    Ok(Flow::push(Preview::new(asked)))
}

/// Label and value of what is known of a receipt, without what it paid.
///
/// # Errors
/// When the book cannot be read.
pub fn facts(receipt: &Receipt, cx: &Cx) -> store::Result<Vec<(String, String)>> {
    let lang = &cx.lang;
    let amount = |amount: &Amount| shown(amount.minor, &amount.currency, lang);
    let day = |on| day::show(on);
    let mut facts: Vec<(&'static str, String)> = vec![("field-state", state(receipt, lang))];
    facts.push(("column-payer", receipt.who()));
    facts.push(("field-amount", receipt.amount.as_ref().map(amount).unwrap_or_default()));
    if let Some(given) = &receipt.given {
        let rate = receipt.rate.as_ref().map(|rate| format!(" · {}", words::rate(rate, lang))).unwrap_or_default();
        let currency = receipt.amount.as_ref().map_or("", |amount| &amount.currency);
        let change = match receipt.change {
            0 => String::new(),
            minor => format!(" · {} {}", lang.label("pay-change").to_lowercase(), shown(minor, currency, lang)),
        };
        facts.push(("pay-given", format!("{}{rate}{change}", amount(given))));
    }
    facts.push(("pay-by", if receipt.payer.is_some() { receipt.by.clone() } else { String::new() }));
    facts.push(("column-day", day(receipt.received_on)));
    if receipt.entered_on != receipt.received_on {
        facts.push(("receipt-entered", day(receipt.entered_on)));
    }
    facts.push(("receipt-counts", receipt.late.map(day).unwrap_or_default()));
    facts.push(("field-reference", receipt.reference.clone()));
    if let Some(entry) = receipt.entry {
        let entry = cx.reader.journal_entry(entry)?;
        let money = |id: i64| Ok(cx.reader.account(id)?).map(|account| (account.kind.is_money(), name(&account, lang)));
        let mut accounts: Vec<String> = Vec::new();
        for posting in entry.journal.postings() {
            let (is_money, account) = money(posting.account).map_err(|error: store::Error| error)?;
            if is_money && !accounts.contains(&account) {
                accounts.push(account);
            }
        }
        facts.push(("pay-account", accounts.join(" · ")));
        facts.push(("field-note", entry.journal.text));
    }
    facts.push((
        "receipt-printed",
        match receipt.prints {
            0 => String::new(),
            count => lang.text(&Text::new("receipt-prints").with("count", count)),
        },
    ));
    let labelled = facts.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(labelled.map(|(label, value)| (lang.label(label).to_owned(), value)).collect())
}

/// What became of it, since when and why.
fn state(receipt: &Receipt, lang: &Lang) -> String {
    let (on, reason) = &receipt.voided;
    let parts = [on.map(day::show).unwrap_or_default(), reason.clone()];
    let known = std::iter::once(lang.label(receipt.state.text_id()).to_owned()).chain(parts);
    known.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn own(label: impl Into<String>, text: impl Into<String>, about: About) -> Line<What<About>> {
    Line::new(label, text, What::Own(about))
}

/// A line of what was paid.
fn paid_line(paid: &Paid, lang: &Lang) -> Line<What<About>> {
    let who = paid.member.as_ref().map_or("", |(_, name)| name);
    let what = words::paid(paid, lang);
    let text = if who.is_empty() { what } else { format!("{what} · {who}") };
    let about = paid.member.as_ref().map_or(About::Receipt, |(id, _)| About::Member(*id));
    own(shown(paid.amount.minor, &paid.amount.currency, lang), text, about)
}

impl Subject for ReceiptPage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        ("receipt", self.id)
    }
    fn area(&self) -> usize {
        AREA
    }
    fn place(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label(AREAS[AREA]), lang.label("heading-receipts"))
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        Ok(cx.reader.receipt(self.id)?.name())
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "receipt-void" } else { cmd.text_id() }
    }
    fn look(&mut self, cx: &Cx) -> store::Result<()> {
        self.state = cx.reader.receipt(self.id)?.state;
        Ok(())
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        match (cmd, self.state) {
            (Cmd::Edit, ReceiptState::Issued) => Some(Text::new("err-receipt-edit")),
            (Cmd::Edit | Cmd::Archive, ReceiptState::Void) => Some(Text::new("err-receipt-void")),
            (Cmd::Edit | Cmd::Archive | Cmd::Print, ReceiptState::Spoiled) => Some(Text::new("err-receipt-spoiled")),
            _ => None,
        }
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let receipt = cx.reader.receipt(self.id)?;
        let about = |label: &str| match receipt.payer {
            Some(payer) if label == cx.lang.label("column-payer") => About::Member(payer),
            _ => About::Receipt,
        };
        let facts = facts(&receipt, cx)?;
        let mut lines: Lines<About> = facts
            .into_iter()
            .map(|(label, value)| {
                let to = about(&label);
                own(label, value, to)
            })
            .collect();
        lines.push(own(cx.lang.label("column-pad"), receipt.series.as_str(), About::Pad(receipt.pad)));
        if let Some(entry) = receipt.entry {
            lines.push(Line::heading(cx.lang.label("receipt-paid")));
            lines.extend(cx.reader.paid(entry)?.iter().map(|paid| paid_line(paid, &cx.lang)));
            // of what does not hold nothing follows
            let holds = receipt.state == ReceiptState::Issued;
            if let (true, Some(payer), Some(amount)) = (holds, receipt.payer, &receipt.amount) {
                let owed = cx.reader.owed_behind(payer, entry, &amount.currency)?;
                let (label, words) = words::balance(owed, &amount.currency, &cx.lang);
                lines.push(own(label, words, About::Member(payer)));
            }
        }
        Ok(lines)
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, about) {
            (Cmd::Open, Some(About::Member(id))) => Flow::push(members::detail::page(*id)),
            (Cmd::Open, Some(About::Pad(id))) => Flow::push(super::pad::page(*id)),
            (Cmd::Print, _) => print(self.id, cx)?,
            (Cmd::Archive, _) => VoidDraft::begin(self.id, cx)?,
            _ => Flow::Ignored,
        })
    }
}
