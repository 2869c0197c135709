//! The list of earmarked funds, and the page of one: what is in it, account by account.

use super::{AREA, book, form, name, shown};
use crate::{
    domain::{
        account::{Account, FUND},
        fold::fold,
        noun::{Entry, FILE, NOTE, Noun},
    },
    report::member::words,
    store::{self, Changed, Reader, Result as StoreResult},
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{
            Cx, Flow,
            history::History,
            paper::choose::Choose,
            record::{Lines, RecordPage, Subject, What},
        },
        widget::{
            list::{Count, List, ListScreen, Page},
            page::Line,
            table::{Column, Width},
        },
    },
};
use anyhow::Result;

/// A fund as the list shows it.
pub struct Row {
    entry: Entry,
    kind: String,
    there: String,
}

/// The funds.
pub struct Funds;

/// All funds.
pub fn screen() -> ListScreen<Funds> {
    ListScreen::new(Funds)
}

/// What is in a fund, in words.
fn there(reader: &Reader, fund: i64, lang: &Lang) -> StoreResult<String> {
    let mut sums = std::collections::BTreeMap::<String, i64>::new();
    for (_, currency, minor) in reader.fund_balances(fund)? {
        *sums.entry(currency).or_default() += minor;
    }
    let parts: Vec<String> = sums.iter().map(|(currency, minor)| shown(*minor, currency, lang)).collect();
    Ok(if parts.is_empty() { "–".to_owned() } else { parts.join(" · ") })
}

/// What the list can be narrowed to: those that are open, those that are closed, a word.
#[derive(Clone, PartialEq, Eq)]
pub enum Want {
    /// Open ones, or closed ones.
    Closed(bool),
    /// A word of the name or the purpose.
    Word(String),
}

fn ids(reader: &Reader, wants: &[Want]) -> StoreResult<Vec<i64>> {
    let is = |fund: &Entry, want: &Want| match want {
        Want::Closed(is_closed) => fund.get("closed_on").is_empty() != *is_closed,
        Want::Word(word) => fold(&[fund.get("name"), fund.get("purpose")].join(" ")).contains(word),
    };
    let mut funds = reader.entries(&FUND, ("", 0))?;
    funds.retain(|fund| wants.iter().all(|want| is(fund, want)));
    Ok(funds.into_iter().map(|fund| fund.id).collect())
}

impl List for Funds {
    type Row = Row;
    type Key = ();
    type Filter = usize;
    type Condition = Want;
    const TITLE: &'static str = FUND.heading;
    const EMPTY: &'static str = "books-no-fund";
    const AREA: usize = AREA;
    const GROUPS: &'static [&'static str] = &["filter-all", "filter-open", "filter-closed"];
    const SORTS: &'static [&'static str] = &["sort-name"];
    const OFFERS: &'static [Cmd] = &[Cmd::New, Cmd::Edit, Cmd::Print, Cmd::History];
    const COLUMNS: &'static [Column<Row>] = &[
        Column::new("field-name", Width::Fill(20), |r| r.entry.get("name").into()),
        Column::new("field-kind", Width::Fixed(18), |r| (&r.kind).into()),
        Column::new("books-there", Width::Fill(20), |r: &Row| (&r.there).into()).right(),
        Column::new("field-purpose", Width::Fill(16), |r| r.entry.get("purpose").into()),
    ];

    fn group(at: usize) -> usize {
        at
    }
    fn wanted(&self, group: &usize, typed: &str) -> Vec<Want> {
        let group = [None, Some(Want::Closed(false)), Some(Want::Closed(true))].into_iter().nth(*group).flatten();
        group.into_iter().chain(typed.split_whitespace().map(|word| Want::Word(fold(word)))).collect()
    }
    fn sort(&mut self, _: usize) {}
    fn slice(&self, reader: &Reader, wants: &[Want], _: Option<&()>, _: usize) -> Page<()> {
        Ok((ids(reader, wants)?, None))
    }
    fn matches(reader: &Reader, want: &Want, _: Option<&()>, _: usize) -> Page<()> {
        Ok((ids(reader, std::slice::from_ref(want))?, None))
    }
    fn rows(&self, reader: &Reader, lang: &Lang, of: &[i64]) -> StoreResult<Vec<Row>> {
        let row = |id: &i64| {
            let entry = reader.entry(&FUND, *id)?;
            Ok(Row { kind: words::entry(&entry, "kind", lang), there: there(reader, *id, lang)?, entry })
        };
        of.iter().map(row).collect()
    }
    fn count(&self, reader: &Reader, group: &usize) -> StoreResult<Option<Count>> {
        Ok(Some(Count { all: ids(reader, &self.wanted(group, ""))?.len(), parts: Vec::new() }))
    }
    fn concerns(&self, changed: &Changed) -> bool {
        ["fund", "posting"].iter().any(|table| changed.has_table(table))
    }
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>> {
        Ok(super::facts(&cx.reader.entry(&FUND, id)?, cx))
    }
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, id) {
            (Cmd::New, _) => form(&FUND, 0, cx)?,
            (Cmd::Edit, Some(id)) => form(&FUND, id, cx)?,
            (Cmd::Open, Some(id)) => Flow::push(page(id)),
            (Cmd::History, Some(id)) => Flow::push(History::of_record("fund", id)),
            _ => Flow::Ignored,
        })
    }
    fn give(&self, _: Cmd, _: Option<Vec<i64>>, at: Option<i64>, cx: &mut Cx) -> Result<Flow> {
        let name = at.map(|id| cx.reader.entry(&FUND, id)).transpose()?.map(|fund| fund.get("name").to_owned());
        Ok(Flow::push(Choose::money().with(name.map(|name| ("fund", name)).into_iter().collect())))
    }
}

/// What can be added.
static ADDED: [&Noun; 2] = [&NOTE, &FILE];

/// What a line of its own is about.
pub enum About {
    /// A field of the form.
    Field(&'static str),
    /// An account in which money of the fund is.
    Account(Box<Account>),
}

/// A fund as the subject of a page.
pub struct FundPage {
    id: i64,
}

/// The page of a fund.
pub fn page(id: i64) -> RecordPage<FundPage> {
    RecordPage::new(FundPage { id })
}

impl Subject for FundPage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        ("fund", self.id)
    }
    fn area(&self) -> usize {
        AREA
    }
    fn place(&self, lang: &Lang) -> String {
        lang.label(FUND.heading).to_owned()
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        Ok(cx.reader.entry(&FUND, self.id)?.get("name").to_owned())
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let own = |label: String, text, about| Line::new(label, text, What::Own(about));
        let fund = cx.reader.entry(&FUND, self.id)?;
        let mut lines: Lines<About> = Vec::new();
        for attribute in FUND.attributes.iter().filter(|attribute| attribute.code != "name") {
            let value = words::entry(&fund, attribute.code, &cx.lang);
            if !value.is_empty() {
                lines.push(own(cx.lang.label(attribute.label).to_owned(), value, About::Field(attribute.code)));
            }
        }
        lines.push(Line::heading(format!(
            "{} · {}",
            cx.lang.label("books-there"),
            there(&cx.reader, self.id, &cx.lang)?
        )));
        for (account, currency, minor) in cx.reader.fund_balances(self.id)? {
            let account = cx.reader.account(account)?;
            let text = shown(minor, &currency, &cx.lang);
            lines.push(own(name(&account, &cx.lang), text, About::Account(Box::new(account))));
        }
        Ok(lines)
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, about) {
            (Cmd::Open, Some(About::Account(account))) => Flow::push(book::screen((**account).clone())),
            (Cmd::Open | Cmd::Edit, _) => form(&FUND, self.id, cx)?,
            (Cmd::Print, _) => Flow::push(Choose::money().with(vec![("fund", self.name(cx)?)])),
            _ => Flow::Ignored,
        })
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        cmd.text_id()
    }
}
