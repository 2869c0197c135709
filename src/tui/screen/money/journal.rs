//! The page of an entry of the ledger: what came where in plain words, the paper it rests on, and taking it back.

use super::{
    AREA, book, name,
    reverse::{Back, ReverseDraft},
    shown,
};
use crate::{
    command,
    domain::{
        Text,
        account::{Account, AccountKind, Nature},
        day,
        ledger::Posting,
        member::show_number,
        noun::{FILE, NOTE, Noun},
    },
    store::{self, Error, ledger::Written},
    text::Lang,
    tui::{
        keymap::{AREAS, Cmd},
        screen::{
            Cx, Flow,
            members::detail,
            record::{Lines, RecordPage, Subject, What},
        },
        widget::{form::FormScreen, page::Line},
    },
};
use anyhow::Result;

/// What can be added.
static ADDED: [&Noun; 2] = [&NOTE, &FILE];

/// What a line of its own is about.
pub enum About {
    /// The entry itself.
    Entry,
    /// The entry that it takes back, or that takes it back.
    Other(i64),
    /// An account.
    Account(Box<Account>),
    /// A member.
    Member(i64),
}

/// An entry as the subject of a page.
pub struct EntryPage {
    id: i64,
}

/// The page of an entry.
pub fn page(id: i64) -> RecordPage<EntryPage> {
    RecordPage::new(EntryPage { id })
}

fn own(label: impl Into<String>, text: impl Into<String>, about: About) -> Line<What<About>> {
    Line::new(label, text, What::Own(about))
}

/// What a line did, in words: text key of a sentence with an amount.
fn sentence(account: &Account, minor: i64) -> &'static str {
    let comes = minor > 0;
    match (account.kind, account.kind.nature()) {
        (AccountKind::Member, _) if comes => "books-line-owes",
        (AccountKind::Member, _) => "books-line-paid",
        (_, Nature::Income) if comes => "books-line-unearned",
        (_, Nature::Income) => "books-line-earned",
        (_, Nature::Expense) if comes => "books-line-spent",
        (_, Nature::Expense) => "books-line-unspent",
        (_, Nature::Asset) if comes => "books-line-in",
        (_, Nature::Asset) => "books-line-out",
        _ if comes => "books-line-less",
        _ => "books-line-more",
    }
}

/// A line of an entry: its account, and what it did.
fn line(posting: &Posting, cx: &Cx) -> store::Result<Line<What<About>>> {
    let account = cx.reader.account(posting.account)?;
    let amount = shown(posting.minor.abs(), &posting.currency, &cx.lang);
    let mut text = cx.lang.text(&Text::new(sentence(&account, posting.minor)).with("amount", amount));
    if let Some(member) = posting.member {
        text = format!("{} {text}", who(member, cx)?);
    }
    if let Some(due) = posting.due {
        text = format!("{text} · {}", due_words(due, cx)?);
    }
    if let Some(fund) = posting.fund {
        let funds = cx.reader.fund_names()?;
        text.extend(funds.get(&fund).map(|fund| format!(" · {fund}")));
    }
    let label = name(&account, &cx.lang);
    let about = posting.member.map_or_else(|| About::Account(Box::new(account)), About::Member);
    Ok(own(label, text, about))
}

fn who(member: i64, cx: &Cx) -> store::Result<String> {
    let name = cx.reader.record_label("member", member)?;
    let number = cx.reader.member(member).ok().and_then(|member| member.number);
    Ok(number.map_or_else(|| name.clone(), |number| format!("{} {name}", show_number(number))))
}

fn due_words(due: i64, cx: &Cx) -> store::Result<String> {
    let (kind, period, text) = cx.reader.due_words(due)?;
    let name = if text.is_empty() { cx.lang.name(&format!("due-{kind}")) } else { text };
    Ok(format!("{name} {}", crate::report::money::words::period(&period)).trim_end().to_owned())
}

/// What is known of an entry beside its lines.
fn head(entry: &Written, cx: &Cx) -> store::Result<Vec<(&'static str, String)>> {
    let journal = &entry.journal;
    let paper = journal.paper_on.map(day::show).unwrap_or_default();
    let receipt = cx.reader.entry_receipt(entry.id)?.map(|(name, _)| name).unwrap_or_default();
    let all = [
        ("books-day", day::show(journal.booked_on)),
        ("books-paper-on", paper),
        ("books-what", journal.text.clone()),
        ("books-receipt", receipt),
        ("field-reference", journal.reference.clone()),
        ("field-decision", journal.decision.clone()),
    ];
    Ok(all.into_iter().filter(|(_, text)| !text.is_empty()).collect())
}

/// Label and value of what is known of an entry, with its lines.
///
/// # Errors
/// When the book cannot be read.
pub fn facts(id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
    let entry = cx.reader.journal_entry(id)?;
    let mut facts: Vec<_> =
        head(&entry, cx)?.into_iter().map(|(label, text)| (cx.lang.label(label).to_owned(), text)).collect();
    for posting in entry.journal.postings() {
        let line = line(posting, cx)?;
        facts.push((line.label, line.text));
    }
    Ok(facts)
}

impl Subject for EntryPage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        ("journal_entry", self.id)
    }
    fn area(&self) -> usize {
        AREA
    }
    fn place(&self, lang: &Lang) -> String {
        lang.label(AREAS[AREA]).to_owned()
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        let entry = cx.reader.journal_entry(self.id)?;
        let text = Text::new("books-entry").with("number", entry.number.to_string());
        Ok(format!("{} · {}", cx.lang.text(&text), cx.lang.label(entry.journal.kind.text_id())))
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "books-reverse" } else { cmd.text_id() }
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        (cmd == Cmd::Edit).then(|| Text::new("err-entry-edit"))
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let entry = cx.reader.journal_entry(self.id)?;
        let head = head(&entry, cx)?.into_iter();
        let mut lines: Lines<About> = head.map(|(label, text)| own(cx.lang.label(label), text, About::Entry)).collect();
        for (label, other) in [("books-reverses", entry.reverses), ("books-reversed-by", entry.reversed_by)] {
            if let Some(other) = other {
                let number =
                    Text::new("books-entry").with("number", cx.reader.journal_entry(other)?.number.to_string());
                lines.push(own(cx.lang.label(label), cx.lang.text(&number), About::Other(other)));
            }
        }
        if let Some((_, Some(payer))) = cx.reader.entry_receipt(self.id)? {
            lines.push(own(cx.lang.label("books-payer"), who(payer, cx)?, About::Member(payer)));
        }
        lines.push(Line::heading(cx.lang.label("books-lines")));
        for posting in entry.journal.postings() {
            lines.push(line(posting, cx)?);
        }
        Ok(lines)
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, about) {
            (Cmd::Open, Some(About::Other(id))) => Flow::push(page(*id)),
            (Cmd::Open, Some(About::Account(account))) => Flow::push(book::screen((**account).clone())),
            (Cmd::Open, Some(About::Member(id))) => Flow::push(detail::page(*id)),
            (Cmd::Archive, _) => {
                cx.permit(&command::ledger::REVERSE)?;
                let entry = cx.reader.journal_entry(self.id)?;
                if entry.reversed_by.is_some() {
                    return Err(Error::invalid("err-entry-reversed").into());
                }
                if entry.reverses.is_some() {
                    return Err(Error::invalid("err-entry-reversal").into());
                }
                let is_receipt = cx.reader.entry_receipt(self.id)?.is_some();
                let back = if is_receipt { Back::Receipt(self.id) } else { Back::Entry(self.id) };
                Flow::push(FormScreen::new(ReverseDraft::new(back, self.name(cx)?), cx).in_area(AREA))
            }
            _ => Flow::Ignored,
        })
    }
}
