//! The ledger in other programs: hledger and Beancount find nothing wrong with it and know the same balances, to the
//! cent. Where they are not installed (`.ci/tools` installs them) their tests say that they were skipped.

use crate::common::{
    Book, ledger,
    paper::{saved, tool},
    today,
};
use std::{collections::BTreeMap, path::Path};
use ushirika::{
    command::export::{
        self, Export, Format, List,
        ledger::{self as journal, Form},
    },
    domain::{amount::Amount, ledger::EntryKind, member::Member},
    report::journal::{Balance, Dialect, Entry, Head, Line, Opened},
    text::Lang,
};

fn export(format: Format) -> Export {
    Export { format, title: "Journal; \"du livre\" \\".into(), made_on: today() }
}

/// A cooperative with three years, two currencies and 5,000 entries, whose people have names that break files.
fn cooperative(entries: usize) -> (Book, ledger::Places) {
    let book = Book::empty();
    let surnames =
        ["Kabeya", "N'Guessan; \"dit\"", "O\\Neil", "date:2026-13-45", "X [2026/02/31]", "X*!", "王伟 ;", "Ilunga |A"];
    for (at, surname) in surnames.iter().cycle().take(24).enumerate() {
        let member = Member { surname: (*surname).into(), given_name: format!("G{at}"), ..Member::default() };
        ushirika::command::member::save(&mut book.store(), &book.session, None, &member).expect("a member");
    }
    let places = ledger::past(&book, 24, entries);
    (book, places)
}

fn written(book: &Book, form: Form, name: &str) -> std::path::PathBuf {
    let path = book.folder().join(name);
    journal::write_file(&book.reader(), &Lang::new("fr"), form, &export(Format::Csv), &path).expect("a file");
    path
}

/// What the program knows of each account and currency, with the parts of members, without what is nothing.
fn balances(book: &Book) -> BTreeMap<(String, String), String> {
    let reader = book.reader();
    let accounts = reader.accounts().unwrap();
    let paths = ushirika::report::journal::paths(&accounts);
    let names = reader.member_names().unwrap();
    let mut rest: BTreeMap<(String, String), i64> = BTreeMap::new();
    for (account, currency, minor) in reader.account_balances().unwrap() {
        *rest.entry((paths[&account].clone(), currency)).or_default() += minor;
    }
    for (account, member, currency, minor) in reader.member_balances().unwrap() {
        let label = names[&member].0.map_or_else(|| format!("id-{member}"), |number| format!("{number:04}"));
        *rest.entry((paths[&account].clone(), currency.clone())).or_default() -= minor;
        *rest.entry((format!("{}:{label}", paths[&account]), currency)).or_default() += minor;
    }
    let figures = |((path, currency), minor): ((String, String), i64)| {
        let amount = Amount { minor, currency: currency.clone() };
        ((path, currency), amount.figures())
    };
    rest.into_iter().filter(|(_, minor)| *minor != 0).map(figures).collect()
}

#[test]
fn hledger_finds_nothing_wrong_and_knows_the_same_balances() {
    let (book, _) = cooperative(5_000);
    let path = written(&book, Form::Journal(Dialect::Hledger), "book.journal");
    let Some(_) = tool("hledger", &["check", "-s", "ordereddates", "-f"], &path, &[]) else { return };
    let out = tool("hledger", &["balance", "--flat", "-O", "csv", "--layout=tidy", "-f"], &path, &[]);
    let mut theirs = BTreeMap::new();
    for record in csv::Reader::from_reader(out.expect("it was there").as_bytes()).records().map(Result::unwrap) {
        // account, period, start, end, commodity, value
        let (path, currency) = (record[0].to_owned(), record[record.len() - 2].to_owned());
        let value = record[record.len() - 1].to_owned();
        if path != "total" && path != "Total:" && value.parse::<f64>() != Ok(0.0) {
            theirs.insert((path, currency), value);
        }
    }
    assert_eq!(theirs, balances(&book));
}

#[test]
fn beancount_finds_nothing_wrong_and_knows_the_same_balances() {
    let (book, _) = cooperative(5_000);
    let path = written(&book, Form::Journal(Dialect::Beancount), "book.beancount");
    let Some(said) = tool("bean-check", &[], &path, &[]) else { return };
    assert_eq!(said.trim(), "");
    let script = saved(book.folder(), "balances.py", BALANCES.as_bytes());
    let Some(out) = tool("python3", &[], &script, &[path.to_str().expect("a path")]) else { return };
    let theirs: BTreeMap<(String, String), String> = out
        .lines()
        .map(|line| {
            let mut parts = line.split('\t').map(str::to_owned);
            let mut part = || parts.next().expect("three parts");
            ((part().to_lowercase(), part()), part())
        })
        .collect();
    assert_eq!(theirs, balances(&book));
}

/// What Beancount itself adds up.
const BALANCES: &str = "
import sys
from beancount import loader
from beancount.core import data, inventory
entries, errors, _ = loader.load_file(sys.argv[1])
assert not errors, errors
sums = {}
for entry in data.filter_txns(entries):
    for posting in entry.postings:
        sums.setdefault(posting.account, inventory.Inventory()).add_position(posting)
for account, sum in sorted(sums.items()):
    for position in sum:
        if position.units.number != 0:
            print(account, position.units.currency, position.units.number, sep='\\t')
";

/// Whatever people and things are called, with everything that means something to either program.
fn hell() -> Vec<String> {
    let signs = [
        ";",
        "\"",
        "\\",
        "|",
        ":",
        ",",
        "  ",
        "\n",
        "\t",
        "\u{0}",
        "\u{1b}[31m",
        "\u{2028}",
        "date:2026-13-45",
        "[2026/02/31]",
        "[=9]",
        "date2:x",
        "*",
        "!",
        "(",
        ")",
        "{",
        "}",
        "@",
        "=",
        "~",
        "#tag",
        "^link",
        "%",
        "'",
        "`",
        "\u{202e}",
        "王",
        "🪨",
        "e\u{301}",
        "end comment",
        "assets:",
        "type:Q",
        "\\\"",
        "=*",
        "-",
        "comment",
        "\u{85}",
        "\u{feff}",
    ];
    let pair = |a: &str| signs.map(|b| format!("{a}{b}")).into_iter().chain(signs.map(|b| format!("{a}x {b} y")));
    signs.iter().flat_map(|a| pair(a)).collect()
}

fn hellish(dialect: Dialect, folder: &Path) -> std::path::PathBuf {
    let mut out = Vec::new();
    let names = hell();
    let opened = |path: &str, title: &str| Opened {
        path: path.into(),
        title: title.into(),
        code: title.into(),
        currencies: vec!["CDF".into(), "XAF".into()],
    };
    let accounts: Vec<Opened> =
        names.iter().enumerate().map(|(at, name)| opened(&format!("assets:members:{at:04}"), name)).collect();
    let head = Head { title: &names[7], first_on: today(), currency: "CDF", accounts: &accounts };
    dialect.begin(&mut out, &head).unwrap();
    for (at, name) in names.iter().enumerate() {
        let line = |minor: i64, currency: &str, place: usize| Line {
            path: accounts[place % accounts.len()].path.clone(),
            account: (name.clone(), name.clone()),
            member: Some((name.clone(), name.clone())),
            amount: Amount { minor, currency: currency.into() },
            fund: name.clone(),
        };
        let entry = Entry {
            number: at as i64 + 1,
            kind: EntryKind::Payment,
            booked_on: today(),
            paper_on: Some(today()),
            text: name.clone(),
            who: names[names.len() - 1 - at].clone(),
            receipt: name.clone(),
            reference: name.clone(),
            decision: name.clone(),
            reverses: Some(3),
            lines: vec![line(5, "CDF", at), line(-5, "CDF", at + 1), line(7, "XAF", at), line(-7, "XAF", at + 2)],
        };
        dialect.entry(&mut out, &entry).unwrap();
    }
    let balance = |path: &str| Balance { path: path.into(), amount: Amount { minor: 0, currency: "CDF".into() } };
    dialect.end(&mut out, today(), &names[3], &[balance("assets:members:0009")]).unwrap();
    saved(folder, "hell", &out)
}

#[test]
fn no_name_breaks_a_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = hellish(Dialect::Hledger, folder.path());
    if tool("hledger", &["check", "-s", "ordereddates", "-f"], &path, &[]).is_some() {
        let count = tool("hledger", &["stats", "-f"], &path, &[]).expect("it was there");
        assert!(count.contains(&format!("{}", hell().len() + 1)), "{count}");
    }
    let path = hellish(Dialect::Beancount, folder.path());
    tool("bean-check", &[], &path, &[]);
}

fn listed(book: &Book, list: List) -> Vec<BTreeMap<String, String>> {
    let mut out = Vec::new();
    let written = export::write(&book.reader(), list, &export(Format::Csv), &mut out);
    written.expect("a list");
    csv::Reader::from_reader(&out[..]).deserialize().map(Result::unwrap).collect()
}

#[test]
fn what_was_paid_is_what_stands_in_the_ledger() {
    let (book, _) = cooperative(600);
    let paid = listed(&book, List::Contributions);
    assert!(paid.iter().any(|row| row["amount"].starts_with('-')), "something was taken back");
    let minor = |row: &BTreeMap<String, String>| (row["amount"].parse::<f64>().unwrap() * 100.0).round() as i64;
    let mut theirs: BTreeMap<String, i64> = BTreeMap::new();
    for row in &paid {
        *theirs.entry(row["currency"].clone()).or_default() += minor(row);
    }
    let mut out = Vec::new();
    let rows =
        journal::write(&book.reader(), &Lang::new("en"), Form::List(Format::Csv), &export(Format::Csv), &mut out);
    let lines: Vec<BTreeMap<String, String>> =
        csv::Reader::from_reader(&out[..]).deserialize().map(Result::unwrap).collect();
    assert_eq!(lines.len(), rows.unwrap());
    let mut kinds = BTreeMap::new();
    for row in &lines {
        kinds.insert(row["number"].clone(), row["kind"].clone());
    }
    let mut ours: BTreeMap<String, i64> = BTreeMap::new();
    for row in &lines {
        let kind = kinds.get(&row["reverses"]).unwrap_or(&row["kind"]);
        let is_owed =
            ["assets:members", "assets:unpaid-shares", "assets:loans"].iter().any(|p| row["account"].starts_with(p));
        if kind == "payment" && is_owed {
            *ours.entry(row["currency"].clone()).or_default() -= minor(row);
        }
    }
    assert_eq!(theirs, ours);
    assert_eq!(ours.len(), 2);
}
