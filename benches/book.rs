//! What writing costs: a list of 25,000 people looked at, written, changed together and taken back, who is like whom,
//! and the check of the book.
//!
//! `cargo bench --bench book`

use divan::Bencher;
use std::path::PathBuf;
use tempfile::TempDir;
use ushirika::{
    clock::Clock,
    command::{
        self, act,
        book::Founder,
        bulk::{self, Change},
        import::{self, Enter, Incoming, Plan},
        merge,
    },
    demo,
    domain::{
        book::Country,
        day::Order,
        member::{Field, Member, Reading},
        user::Session,
    },
    store::{Store, member_list::Sort},
};

const ROWS: usize = 25_000;

fn main() {
    divan::main();
}

struct Book {
    _folder: TempDir,
    store: Store,
    session: Session,
}

fn clock() -> Clock {
    Clock::on(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"))
}

fn people() -> demo::Demo {
    demo::cooperative(ROWS, 1, clock().today(), Country::Cd)
}

fn empty() -> Book {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path: PathBuf = folder.path().join("book.ushirika");
    let founder = Founder { name: "amina", pin: None, system_user: "amina", session: "nowhere:0:0" };
    let (store, session) = command::book::create(&path, clock(), &people().coop, &founder).expect("a new book");
    Book { _folder: folder, store, session }
}

fn rows() -> impl Iterator<Item = Incoming> {
    let given =
        [Field::Surname, Field::PostName, Field::GivenName, Field::Sex, Field::Birth, Field::Phone, Field::Village];
    let list: Vec<Member> = people().members().collect();
    list.into_iter().enumerate().map(move |(at, member)| Incoming {
        row: at + 2,
        member: Member { number: None, former_number: String::new(), ..member },
        given: given.to_vec(),
        issues: Vec::new(),
    })
}

fn plan(book: &Book) -> Plan {
    import::plan(&book.store, rows(), Enter::Admitted(None), clock().today(), &mut |_| true).expect("a plan")
}

#[divan::bench(sample_count = 3)]
fn look_at_a_list(bencher: Bencher) {
    bencher.with_inputs(empty).bench_refs(|book| plan(book).to_write());
}

#[divan::bench(sample_count = 3)]
fn write_a_list(bencher: Bencher) {
    let prepared = || {
        let book = empty();
        let plan = plan(&book);
        (book, plan)
    };
    bencher.with_inputs(prepared).bench_refs(|(book, plan)| {
        import::import(&mut book.store, &book.session, plan, "list", &mut |_| true).expect("it is written")
    });
}

#[divan::bench(sample_count = 3)]
fn take_it_back(bencher: Bencher) {
    bencher.with_inputs(written).bench_refs(|book| {
        let last = book.store.last_act().expect("an act");
        act::undo(&mut book.store, &book.session, last).expect("it is taken back")
    });
}

fn move_all(book: &Book) -> bulk::Plan {
    let ids = book.store.member_slice(Sort::Name, &[], None, ROWS).expect("the list").ids;
    let change = Change { fields: vec![(Field::Site, "Luamuela".to_owned())], ..Change::default() };
    let reading = Reading { today: clock().today(), country: Country::Cd, order: Order::Dmy };
    bulk::plan(&book.store, &ids, change, reading, &mut |_| true).expect("a plan")
}

#[divan::bench(sample_count = 3)]
fn look_at_a_change_of_all(bencher: Bencher) {
    bencher.with_inputs(written).bench_refs(|book| move_all(book).changed.all);
}

#[divan::bench(sample_count = 3)]
fn change_all(bencher: Bencher) {
    let prepared = || {
        let book = written();
        let plan = move_all(&book);
        (book, plan)
    };
    bencher.with_inputs(prepared).bench_refs(|(book, plan)| {
        bulk::apply(&mut book.store, &book.session, plan, &mut |_| true).expect("it is written")
    });
}

#[divan::bench(sample_count = 3)]
fn look_for_all_who_are_alike(bencher: Bencher) {
    bencher.with_inputs(written).bench_refs(|book| merge::pairs(&book.store, |_, _| Ok(())).expect("pairs").len());
}

#[divan::bench]
fn look_for_who_is_like_one(bencher: Bencher) {
    let book = written();
    let ids = book.store.member_slice(Sort::Name, &[], None, ROWS).expect("the list").ids;
    let some: Vec<Member> = ids.iter().step_by(97).map(|id| book.store.member(*id).expect("a member")).collect();
    let mut next = some.iter().cycle();
    bencher
        .with_inputs(|| next.next().expect("somebody"))
        .bench_local_values(|member| book.store.member_duplicates(member).expect("a look").len());
}

#[divan::bench(sample_count = 3)]
fn check(bencher: Bencher) {
    bencher.with_inputs(written).bench_refs(|book| book.store.check().expect("a report"));
}

fn written() -> Book {
    let mut book = empty();
    let plan = plan(&book);
    import::import(&mut book.store, &book.session, &plan, "list", &mut |_| true).expect("it is written");
    book
}
