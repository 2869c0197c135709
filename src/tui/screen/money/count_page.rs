//! The page of a count: what was there, piece by piece, what the book had, who signed, and what became of the difference.

use super::{
    AREA,
    reverse::{Back, ReverseDraft},
    settle, shown,
};
use crate::{
    command::{self, paper},
    domain::{
        Text,
        count::{Count, Outcome},
        day,
        noun::{FILE, NOTE, Noun},
        signed::{How, Signed},
    },
    report::money::{
        closing::{self, difference},
        words,
    },
    store,
    text::Lang,
    tui::{
        keymap::{AREAS, Cmd},
        screen::{
            Cx, Flow,
            history::History,
            paper::preview::Preview,
            record::{Lines, RecordPage, Subject, What},
        },
        widget::{form::FormScreen, page::Line},
    },
};
use anyhow::Result;

static ADDED: [&Noun; 2] = [&NOTE, &FILE];

/// The page of one count.
pub struct CountPage {
    id: i64,
}

/// What a line of the page is about.
pub enum About {
    /// What was found, or who has found it.
    Fact,
    /// The difference.
    Difference,
    /// The meeting whose money it was.
    Meeting(i64),
}

/// The page of the count `id`.
pub fn page(id: i64) -> RecordPage<CountPage> {
    RecordPage::new(CountPage { id })
}

/// The paper of a count: of the day, when it closes one.
///
/// # Errors
/// When the user may not have it.
pub fn print(count: &Count, cx: &Cx) -> Result<Flow> {
    let asked = paper::Asked::new(paper::find("cash-close").expect("it is in the table"), Some(vec![count.id]));
    asked.permit(&cx.reader, &cx.session)?;
    Ok(Flow::push(Preview::new(asked)))
}

/// Who has signed, and how.
pub fn signed(signed: &Signed, lang: &Lang) -> String {
    let how = match signed.how {
        None => return signed.names(),
        Some(How::Pin) => Text::new("signed-pin"),
        Some(How::Ink) => Text::new("signed-ink").with("seen", signed.seen_by.as_str()),
    };
    lang.text(&how.with("names", signed.names()))
}

/// Label and value of what is known of a count.
///
/// # Errors
/// When the book cannot be read.
pub fn facts(count: &Count, cx: &Cx) -> Result<Vec<(String, String)>> {
    let (lang, currency) = (&cx.lang, count.currency.as_str());
    let account = words::account(&cx.reader.account(count.account)?, lang);
    let when = [day::show(count.counted_on), count.time.clone()].join(" ");
    let kind = lang.label(count.kind.text_id()).to_owned();
    let all = [
        ("noun-account", account),
        ("count-day", when.trim_end().to_owned()),
        ("count-kind", kind),
        ("count-counted", shown(count.counted, currency, lang)),
        ("count-expected", shown(count.expected, currency, lang)),
        ("count-signed", signed(&count.signed, lang)),
        ("count-keeper", count.keeper.clone()),
    ];
    let filled = all.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(filled.map(|(id, value)| (lang.label(id).to_owned(), value)).collect())
}

impl Subject for CountPage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        ("cash_count", self.id)
    }
    fn area(&self) -> usize {
        AREA
    }
    fn place(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label(AREAS[AREA]), lang.label("counts-title"))
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        let count = cx.reader.count_of(self.id)?;
        let account = words::account(&cx.reader.account(count.account)?, &cx.lang);
        Ok(format!("{account} · {}", day::show(count.counted_on)))
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let (count, lang) = (cx.reader.count_of(self.id)?, &cx.lang);
        let own = |label: String, text: String, about| Line::new(label, text, What::Own(about));
        let known = facts(&count, cx).map_err(|_| store::Error::NotFound)?;
        let mut lines: Lines<About> = known.into_iter().map(|(label, text)| own(label, text, About::Fact)).collect();
        let outcome = match count.outcome() {
            Outcome::Agrees => String::new(),
            outcome => format!(" · {}", lang.label(outcome.text_id())),
        };
        let mark = if count.outcome() == Outcome::Open { "! " } else { "" };
        let reason = if count.reason.is_empty() { String::new() } else { format!(" · {}", count.reason) };
        let text = format!("{mark}{}{outcome}{reason}", lang.text(&difference(count.difference(), &count.currency)));
        lines.push(own(lang.label("count-difference").to_owned(), text, About::Difference));
        if let Some(meeting) = count.meeting {
            let name = cx.reader.record_label("meeting", meeting)?;
            lines.push(own(lang.label("count-meeting").to_owned(), name, About::Meeting(meeting)));
        }
        if !count.pieces.is_empty() {
            lines.push(Line::heading(lang.label("count-pieces")));
        }
        for (value, pieces) in count.pieces.iter() {
            let of = closing::piece(value, &count.currency, lang);
            let sum = words::figures(value * i64::from(pieces), &count.currency, lang);
            lines.push(own(of, format!("× {} = {sum}", lang.count(pieces.into())), About::Fact));
        }
        Ok(lines)
    }

    fn name_of(&self, cmd: Cmd) -> &'static str {
        match cmd {
            Cmd::Edit => "count-book",
            Cmd::Archive => "count-void",
            cmd => cmd.text_id(),
        }
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        let count = cx.reader.count_of(self.id)?;
        Ok(match (cmd, about) {
            (Cmd::Open, Some(About::Meeting(id))) => Flow::push(crate::tui::screen::meetings::page::page(*id)),
            (Cmd::Edit, _) | (Cmd::Open, Some(About::Difference)) => {
                cx.permit(&command::count::BOOK)?;
                count.may_book().map_err(store::Error::Invalid)?;
                Flow::push(FormScreen::new(settle::BookDraft::new(count), cx).in_area(AREA))
            }
            (Cmd::Archive, _) => {
                cx.permit(&command::ledger::REVERSE)?;
                let entry = count.entry.ok_or_else(|| store::Error::invalid("err-count-unbooked"))?;
                Flow::push(FormScreen::new(ReverseDraft::new(Back::Entry(entry), self.name(cx)?), cx).in_area(AREA))
            }
            (Cmd::Print, _) => print(&count, cx)?,
            (Cmd::History, _) => Flow::push(History::of_record("cash_count", self.id)),
            _ => Flow::Ignored,
        })
    }
}
