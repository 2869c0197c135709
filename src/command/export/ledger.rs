//! The ledger and what members have paid, to other programs.

use super::{Export, Format, PAGE, rows_to};
use crate::{
    domain::{
        account::{Account, AccountKind},
        amount::Amount,
        ledger::{EntryKind, Posting},
        member::show_number,
    },
    report::{
        block::Row,
        journal::{self, Balance, Dialect, Entry, Head, Line, Opened, list},
        money::words,
    },
    store::{Reader, Result, journal::Told},
    text::Lang,
    unix,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    io::Write,
    path::Path,
};

/// How the ledger is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As a list, one line of an entry a row.
    List(Format),
    /// For a program of double entry.
    Journal(Dialect),
}

impl Form {
    /// The form of a name, such as that of an option.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "hledger" | "journal" => Some(Self::Journal(Dialect::Hledger)),
            "beancount" | "bean" => Some(Self::Journal(Dialect::Beancount)),
            _ => Format::parse(name).map(Self::List),
        }
    }

    /// The form that the ending of a file names.
    pub fn of(path: &Path) -> Option<Self> {
        Self::parse(&path.extension()?.to_string_lossy().to_lowercase())
    }
}

/// Writes the ledger of one state of the book; returns how many entries it has, of a list how many rows.
pub fn write(reader: &Reader, lang: &Lang, form: Form, export: &Export, mut out: impl Write) -> Result<usize> {
    reader.in_one_state(|| {
        let names = Names::read(reader, lang)?;
        match form {
            Form::List(format) => {
                let rows = told(reader).flat_map(|told| each(told.map(|told| list::ledger(&names.entry(told)))));
                rows_to(reader, &Export { format, ..export.clone() }, list::LEDGER, rows, &mut out)
            }
            Form::Journal(dialect) => names.journal(reader, dialect, export, &mut out),
        }
    })
}

/// The same into a file, which is there whole or not at all; one that was there is replaced.
pub fn write_file(reader: &Reader, lang: &Lang, form: Form, export: &Export, path: &Path) -> Result<usize> {
    unix::write_whole(path, |out| write(reader, lang, form, export, out))
}

/// What members have paid, and payments that were taken back, part by part.
pub(super) fn contributions(reader: &Reader, export: &Export, out: &mut impl Write) -> Result<usize> {
    let owed_on: HashSet<i64> =
        reader.accounts()?.into_iter().filter(|a| a.kind == AccountKind::Member).map(|a| a.id).collect();
    let (members, funds) = (reader.member_names()?, reader.fund_names()?);
    let paid = |told: Told| -> Result<Vec<Row>> {
        let kind = told.reverses.map_or(told.kind, |(_, kind)| kind);
        let parts = told.lines.into_iter().filter(|line| kind == EntryKind::Payment && owed_on.contains(&line.account));
        let row = |line: Posting| {
            let (number, name) = line.member.and_then(|id| members.get(&id).cloned()).unwrap_or_default();
            let (kind, period, text) = line.due.map_or_else(|| Ok(Default::default()), |due| reader.due_words(due))?;
            Ok(list::contribution(&list::Contribution {
                booked_on: told.booked_on,
                paper_on: told.paper_on,
                receipt: told.receipt.clone(),
                member: (number.map(show_number).unwrap_or_default(), name),
                kind,
                period,
                text,
                fund: line.fund.and_then(|id| funds.get(&id).cloned()).unwrap_or_default(),
                amount: Amount { minor: -line.minor, currency: line.currency },
                entry: told.number,
            }))
        };
        parts.map(row).collect()
    };
    let rows = told(reader).flat_map(|told| each(told.and_then(paid)));
    rows_to(reader, export, list::CONTRIBUTION, rows, out)
}

/// The rows of a piece one by one, or why there are none.
fn each(rows: Result<Vec<Row>>) -> impl Iterator<Item = Result<Row>> {
    let (rows, error) = match rows {
        Ok(rows) => (rows, None),
        Err(error) => (Vec::new(), Some(Err(error))),
    };
    rows.into_iter().map(Ok).chain(error)
}

/// Every entry in the order of days, read page by page.
fn told(reader: &Reader) -> impl Iterator<Item = Result<Told>> + '_ {
    let (mut page, mut after, mut ended) = (Vec::new().into_iter(), None, false);
    std::iter::from_fn(move || {
        loop {
            if let Some(told) = page.next() {
                return Some(Ok(told));
            }
            if ended {
                return None;
            }
            match reader.journal_page(after, PAGE) {
                Ok(rows) => {
                    ended = rows.len() < PAGE;
                    after = rows.last().map(|told| (told.booked_on, told.id));
                    page = rows.into_iter();
                }
                Err(error) => {
                    ended = true;
                    return Some(Err(error));
                }
            }
        }
    })
}

/// What things are called in other programs.
struct Names<'a> {
    lang: &'a Lang,
    /// Every account with its name there and in the book.
    accounts: BTreeMap<i64, (Account, String, String)>,
    members: HashMap<i64, (Option<i64>, String)>,
    funds: HashMap<i64, String>,
}

impl<'a> Names<'a> {
    fn read(reader: &Reader, lang: &'a Lang) -> Result<Self> {
        let accounts = reader.accounts()?;
        let mut paths = journal::paths(&accounts);
        let named = accounts.into_iter().map(|account| {
            let (path, title) = (paths.remove(&account.id).unwrap_or_default(), words::account(&account, lang));
            (account.id, (account, path, title))
        });
        let accounts = named.collect();
        Ok(Self { lang, accounts, members: reader.member_names()?, funds: reader.fund_names()? })
    }

    /// The number of a member, or what stands for one.
    fn number(&self, member: i64) -> String {
        let number = self.members.get(&member).and_then(|(number, _)| *number);
        number.map_or_else(|| format!("id-{member}"), show_number)
    }

    fn name(&self, member: i64) -> String {
        self.members.get(&member).map(|(_, name)| name.clone()).unwrap_or_default()
    }

    /// The name of an account, or of a member's part of it.
    fn path(&self, account: i64, member: Option<i64>) -> String {
        let path = self.accounts.get(&account).map_or("", |(_, path, _)| path);
        member.map_or_else(|| path.to_owned(), |member| journal::path_of(path, &self.number(member)))
    }

    fn entry(&self, told: Told) -> Entry {
        let mut members: Vec<i64> = told.lines.iter().filter_map(|line| line.member).collect();
        members.dedup();
        // a payment of one member needs no paper to say whose it is
        let member = told.payer.or(match members[..] {
            [only] => Some(only),
            _ => None,
        });
        let lines = told.lines.into_iter().map(|line| {
            let (code, title) = self
                .accounts
                .get(&line.account)
                .map_or((String::new(), String::new()), |(account, _, title)| (account.code.clone(), title.clone()));
            Line {
                path: self.path(line.account, line.member),
                account: (title, code),
                member: line.member.map(|member| (self.number(member), self.name(member))),
                amount: Amount { minor: line.minor, currency: line.currency },
                fund: line.fund.and_then(|id| self.funds.get(&id).cloned()).unwrap_or_default(),
            }
        });
        let kind = self.lang.label(told.kind.text_id());
        Entry {
            number: told.number,
            kind: told.kind,
            booked_on: told.booked_on,
            paper_on: told.paper_on,
            text: if told.text.is_empty() { kind.to_owned() } else { told.text },
            who: member.map_or(told.payee, |member| self.name(member)),
            receipt: told.receipt,
            reference: told.reference,
            decision: told.decision,
            reverses: told.reverses.map(|(number, _)| number),
            lines: lines.collect(),
        }
    }

    /// Every account that was booked on, with those of members, and what stands on each.
    fn balances(&self, reader: &Reader) -> Result<(Vec<Opened>, Vec<Balance>)> {
        let mut opened: BTreeMap<(i64, i64), BTreeSet<String>> = BTreeMap::new();
        let mut balances = Vec::new();
        for (account, currency, minor) in reader.account_balances()? {
            opened.entry((account, 0)).or_default().insert(currency.clone());
            balances.push(Balance { path: self.path(account, None), amount: Amount { minor, currency } });
        }
        for (account, member, currency, minor) in reader.member_balances()? {
            opened.entry((account, member)).or_default().insert(currency.clone());
            balances.push(Balance { path: self.path(account, Some(member)), amount: Amount { minor, currency } });
        }
        let opened = opened.into_iter().filter_map(|((id, member), currencies)| {
            let (account, path, title) = self.accounts.get(&id)?;
            let member = (member != 0).then_some(member);
            Some(Opened {
                path: if member.is_some() { self.path(id, member) } else { path.clone() },
                title: member.map_or_else(|| title.clone(), |member| self.name(member)),
                code: if member.is_some() { String::new() } else { account.code.clone() },
                currencies: currencies.into_iter().collect(),
            })
        });
        Ok((opened.collect(), balances))
    }

    fn journal(&self, reader: &Reader, dialect: Dialect, export: &Export, out: &mut impl Write) -> Result<usize> {
        let coop = reader.coop()?;
        let (first_on, last_on) = reader.booked_days()?.unwrap_or((export.made_on, export.made_on));
        let (accounts, balances) = self.balances(reader)?;
        let title = format!("{} · {}", coop.name, export.title);
        let head = Head { title: &title, first_on, currency: &coop.currency, accounts: &accounts };
        dialect.begin(out, &head)?;
        let mut count = 0;
        for told in told(reader) {
            dialect.entry(out, &self.entry(told?))?;
            count += 1;
        }
        dialect.end(out, last_on, self.lang.label("books-asserted"), &balances)?;
        Ok(count)
    }
}
