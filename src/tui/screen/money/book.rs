//! The book of an account: what came in and went out, who and for what, and what was there after it.

use super::{AREA, form, journal, name};
use crate::{
    domain::{
        Text,
        account::{ACCOUNT, Account},
        day,
        ledger::EntryKind,
    },
    report::money::words,
    store::{
        Changed, Reader, Result as StoreResult,
        book_list::{BookKey, BookRow, BookSort, BookWant},
    },
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{Cx, Flow, history::History, paper::choose::Choose},
        widget::{
            list::{Count, List, ListScreen, Page},
            table::{Column, Width},
        },
    },
};
use anyhow::Result;
use std::borrow::Cow;

/// A line of the book as the list shows it.
pub struct Row {
    row: BookRow,
    what: String,
    came: String,
    went: String,
    balance: String,
}

/// The book of one account.
pub struct Book {
    account: Account,
    sort: BookSort,
}

/// A condition, and the account whose lines must meet it.
type Want = (i64, BookWant);

/// The book of an account, the latest line first.
pub fn screen(account: Account) -> ListScreen<Book> {
    ListScreen::new(Book { account, sort: BookSort::Latest })
}

const fn amount(title: &'static str, cell: fn(&Row) -> Cow<'_, str>) -> Column<Row> {
    Column::new(title, Width::Fixed(14), cell).right()
}

/// Who and for what, in one line; of a transfer where it came from or went.
fn what(row: &BookRow, account: i64, accounts: &[Account], lang: &Lang) -> String {
    let kind = lang.label(row.kind.text_id());
    if let Some((from, to)) = row.way {
        let named = |id| accounts.iter().find(|account| account.id == id).map(|account| name(account, lang));
        let way = match account {
            _ if account == from => "books-way-to",
            _ if account == to => "books-way-from",
            _ => "books-way",
        };
        let way = Text::new(way).with("from", named(from).unwrap_or_default());
        let way = lang.text(&way.with("to", named(to).unwrap_or_default()));
        // that money came or went somewhere says that it was a transfer
        let kind = if row.kind == EntryKind::Transfer { "" } else { kind };
        let parts = [kind, &way, &row.text].into_iter().filter(|part| !part.is_empty());
        return words::capital(&parts.collect::<Vec<_>>().join(" · "));
    }
    let dues = row.dues.iter().map(|kind| lang.label(kind.text_id())).collect::<Vec<_>>().join(", ");
    let what = [row.text.as_str(), &dues].into_iter().find(|words| !words.is_empty()).unwrap_or(kind);
    let (who, more) = &row.who;
    let more = if *more > 0 { format!(" +{more}") } else { String::new() };
    if who.is_empty() { words::capital(what) } else { format!("{who}{more} · {what}") }
}

impl List for Book {
    type Row = Row;
    type Key = BookKey;
    type Filter = usize;
    type Condition = Want;
    const TITLE: &'static str = "books-book";
    const EMPTY: &'static str = "books-nothing";
    const AREA: usize = AREA;
    const GROUPS: &'static [&'static str] = &["filter-all", "books-came-in", "books-went-out"];
    const SORTS: &'static [&'static str] = &["sort-latest", "sort-first"];
    const OFFERS: &'static [Cmd] = &[Cmd::Edit, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("books-day", Width::Fixed(10), |r| day::show(r.row.booked_on).into()),
        Column::new("books-what", Width::Fill(20), |r| (&r.what).into()),
        amount("books-came-in", |r| (&r.came).into()),
        amount("books-went-out", |r| (&r.went).into()),
        amount("books-standing", |r| (&r.balance).into()),
        Column::new("field-number", Width::Fixed(6), |r: &Row| r.row.number.to_string().into()).right(),
        Column::new("books-receipt", Width::Fixed(12), |r| (&r.row.paper).into()),
    ];

    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label(ACCOUNT.heading), name(&self.account, lang))
    }
    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<Want> {
        let group = [None, Some(BookWant::In), Some(BookWant::Out)].into_iter().nth(*group).flatten();
        let words = typed.split_whitespace().map(|word| BookWant::Word(word.to_owned()));
        group.into_iter().chain(words).map(|want| (self.account.id, want)).collect()
    }
    fn sort(&mut self, at: usize) {
        self.sort = [BookSort::Latest, BookSort::First][at];
    }
    fn slice(&self, reader: &Reader, wants: &[Want], after: Option<&BookKey>, limit: usize) -> Page<BookKey> {
        let wants: Vec<BookWant> = wants.iter().map(|(_, want)| want.clone()).collect();
        reader.book_slice(self.account.id, self.sort, &wants, after, limit)
    }
    fn matches(reader: &Reader, (account, want): &Want, after: Option<&BookKey>, limit: usize) -> Page<BookKey> {
        reader.book_slice(*account, BookSort::First, std::slice::from_ref(want), after, limit)
    }
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Row>> {
        let accounts = reader.accounts()?;
        let row = |row: BookRow| {
            let said = self.account.kind.as_said(row.minor);
            // an account without a currency of its own says which one is meant
            let figure = |minor| match self.account.currency.as_str() {
                "" => super::shown(minor, &row.currency, lang),
                currency => super::figures(minor, currency, lang),
            };
            let only = |minor: i64| if minor > 0 { figure(minor) } else { String::new() };
            let balance = figure(self.account.kind.as_said(row.balance));
            Row {
                what: what(&row, self.account.id, &accounts, lang),
                came: only(said),
                went: only(-said),
                balance,
                row,
            }
        };
        Ok(reader.book_rows(ids)?.into_iter().map(row).collect())
    }
    fn count(&self, _: &Reader, _: &usize) -> StoreResult<Option<Count>> {
        Ok(None)
    }
    fn concerns(&self, changed: &Changed) -> bool {
        changed.has_table("posting")
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        let Some(row) = cx.reader.book_rows(&[id])?.pop() else { return Ok(Vec::new()) };
        journal::facts(row.entry, cx)
    }
    fn name_of(cmd: Cmd) -> &'static str {
        if cmd == Cmd::Edit { "books-edit-account" } else { cmd.text_id() }
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        let entry = |id: i64| Ok::<_, anyhow::Error>(cx.reader.book_rows(&[id])?.pop().map(|row| row.entry));
        Ok(match (cmd, id) {
            (Cmd::Open, Some(id)) => entry(id)?.map_or(Flow::Stay, |entry| Flow::push(journal::page(entry))),
            (Cmd::Edit, _) => form(&ACCOUNT, self.account.id, cx)?,
            (Cmd::History, Some(id)) => {
                entry(id)?.map_or(Flow::Stay, |entry| Flow::push(History::of_record("journal_entry", entry)))
            }
            _ => Flow::Ignored,
        })
    }
    fn give(&self, _: Cmd, _: Option<Vec<i64>>, _: Option<i64>, _: &mut Cx) -> Result<Flow> {
        Ok(Flow::push(Choose::money()))
    }
}
