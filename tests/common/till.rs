//! Members who owe, and what the book says of their receipts: for programs that take money in while something goes wrong.

use super::{clock, place::Place, today};
use std::collections::{BTreeMap, BTreeSet};
use ushirika::{
    command::{self, cosign::Proof},
    domain::{
        due::{Due, DueKind},
        receipt::Receipt,
        signed::{How, Signed},
        takes::Takes,
        user::{Role, Session, Viewer},
    },
    store::{Reader, Store, due_list::DueSort, member_list::Sort},
    text::Lang,
};

/// The currency in which it is paid.
pub const FRANCS: &str = "CDF";
/// More receipts than any book of these tests has.
const ALL: usize = 1_000_000;

/// What is known of a book before anybody takes money in.
pub struct Till {
    /// The members by number: identity, and what they owed at the beginning, in minor units.
    pub members: BTreeMap<i64, (i64, i64)>,
    /// The last receipt of the past.
    past: i64,
}

fn viewer() -> Viewer {
    Viewer { user_id: Some(1), roles: vec![Role::Admin] }
}

/// A program that is none of those that are tested.
pub fn session() -> Session {
    Session { viewer: viewer(), name: "amina".into(), id: "nowhere:0:0".into(), proved: true, ..Session::default() }
}

/// A connection that writes.
pub fn store(place: &Place) -> Store {
    Store::open(&place.book(), viewer(), clock()).expect("the book opens")
}

/// A connection that reads.
pub fn reader(place: &Place) -> Reader {
    Reader::open(&place.book(), viewer()).expect("the book opens")
}

/// Lets members owe so much more, in minor units.
pub fn owe(place: &Place, members: &[i64], minor: i64) {
    let due = Due { minor, currency: FRANCS.into(), ..Due::new(DueKind::Dues, today()) };
    command::due::add(&mut store(place), &session(), None, members, &due, "").expect("it is raised");
}

/// Opens all months again that the past of the book has closed.
pub fn reopen(place: &Place) {
    let mut store = store(place);
    let first = store.closes().expect("closes").into_iter().min_by_key(|close| close.last_on).expect("a month").id;
    let (first_name, second, seen_by) = ("amina".into(), "1".into(), "Marie".into());
    let signed = Signed { first: first_name, second, how: Some(How::Ink), seen_by };
    let why = (&signed, &Proof::Ink, "à refaire");
    command::close::reopen(&mut store, &session(), None, first, why).expect("they are open again");
}

/// What a member owes, in minor units of the currency.
fn owed(reader: &Reader, member: i64) -> i64 {
    let dues = reader.open_dues(member).expect("the book can be read");
    dues.iter().filter(|due| due.currency == FRANCS).map(|due| due.open).sum()
}

impl Till {
    /// In a book whose members owe so much each, several times.
    pub fn new(place: &Place, minor: i64, times: usize) -> Self {
        let book = reader(place);
        let ids = book.member_slice(Sort::Number, &[], None, ALL).expect("the list").ids;
        let numbered = |id: &i64| Some((book.member(*id).expect("a member").number?, *id));
        let numbered: Vec<(i64, i64)> = ids.iter().filter_map(numbered).collect();
        let ids: Vec<i64> = numbered.iter().map(|(_, id)| *id).collect();
        (0..times).for_each(|_| owe(place, &ids, minor));
        let members = numbered.into_iter().map(|(number, id)| (number, (id, owed(&book, id)))).collect();
        let past = book.receipts_before(None, 1).expect("receipts").first().map_or(0, |receipt| receipt.id);
        Self { members, past }
    }

    /// What must be true at any moment, whatever has happened; gives what was received, in the order of writing.
    ///
    /// The book is whole, its series have no gap, nothing is paid beyond what was owed, and members owe less by exactly
    /// what their receipts say. `raised` is what they came to owe meanwhile.
    #[track_caller]
    pub fn examine(&self, place: &Place, raised: &BTreeMap<i64, i64>) -> Vec<Receipt> {
        let check = place.json(&["check", "--json"]);
        assert_eq!((&check["ok"], &check["ledger"]), (&true.into(), &"ok".into()), "{check:#}");
        let book = reader(place);
        let mut receipts = book.receipts_before(None, ALL).expect("receipts");
        let mut series: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
        for receipt in &receipts {
            assert!(series.entry(&receipt.series).or_default().insert(receipt.number), "{} twice", receipt.name());
        }
        for (name, numbers) in series {
            assert!(numbers.iter().copied().eq(1..=numbers.len() as i64), "a number of {name} is missing: {numbers:?}");
        }
        receipts.retain(|receipt| receipt.id > self.past);
        receipts.reverse();
        let mut paid: BTreeMap<i64, i64> = BTreeMap::new();
        for receipt in &receipts {
            let amount = receipt.amount.as_ref().expect("what was paid");
            assert_eq!(amount.currency, FRANCS);
            *paid.entry(receipt.payer.expect("a member")).or_default() += amount.minor;
        }
        for (member, before) in self.members.values() {
            let of = |sums: &BTreeMap<i64, i64>| sums.get(member).copied().unwrap_or_default();
            assert_eq!(owed(&book, *member), before + of(raised) - of(&paid), "what member {member} owes");
        }
        for id in book.due_ids(DueSort::Latest, &[]).expect("dues") {
            let due = book.due(id).expect("it is there");
            assert!((0..=due.minor).contains(&due.open), "more is paid than was owed: {due:?}");
        }
        receipts
    }
}

/// What the line above the footer says when a receipt is written: its name, and who paid how much.
pub fn read_said(line: &str) -> Option<(String, String)> {
    let line = line.replace('\u{a0}', " ");
    let (name, paid) = line.strip_prefix("Receipt ")?.split_once(": ")?;
    Some((name.to_owned(), paid.to_owned()))
}

/// Who paid how much, as that line says it: `0007 KABEYA Ngoyi, 7,500.00 CDF`.
pub fn said_of(receipt: &Receipt) -> String {
    let amount = receipt.amount.as_ref().expect("what was paid").to_string();
    format!("{}, {}", receipt.who(), Lang::new("en").value(Takes::Amount, &amount)).replace('\u{a0}', " ")
}
