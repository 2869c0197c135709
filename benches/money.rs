//! What money costs in a book with 200,000 entries: what is looked at every day, and a payment.
//!
//! `cargo bench --bench money`; beside the times of each bench stands what one run takes of the processor alone, which is
//! the figure that counts on a machine that does other things too.

use chrono::NaiveDate;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
    style::Modifier,
};
use std::{
    cell::Cell,
    fs,
    path::PathBuf,
    sync::{LazyLock, mpsc::channel},
    time::Duration,
};
use tempfile::TempDir;
use ushirika::{
    clock::Clock,
    command::{self, book::Founder},
    demo::{self, meeting::Voter},
    domain::{
        book::Country,
        due::Due,
        member::Status,
        payment::{Part, Payment, What},
        user::Session,
    },
    store::{
        Reader, Store,
        book_list::BookSort,
        due_list::{DueSort, DueWant},
        member_list::Sort,
    },
    tui::{
        app::App,
        canvas::Canvas,
        charset::Charset,
        start,
        writer::{Crew, Msg},
    },
};

const MEMBERS: usize = 8_000;
const ENTRIES: i64 = 200_000;
/// More lines than the first page of money has.
const LINES: usize = 60;

fn main() {
    divan::main();
}

struct Book {
    _folder: TempDir,
    path: PathBuf,
    session: Session,
    /// The numbered members.
    members: Vec<i64>,
}

/// One book for all benches: three years of everybody's money. Payments add to it.
static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("book.ushirika");
    let people = demo::cooperative(MEMBERS, 1, today(), Country::Cd);
    let founder = Founder { name: "amina", pin: None, system_user: "amina", session: "nowhere:0:0" };
    let (mut store, session) = command::book::create(&path, clock(), &people.coop, &founder).expect("a new book");
    command::demo::fill(&mut store, &session, &people).expect("it is filled");
    let voters = voters(&store);
    command::demo::earn(&mut store, &session, &people, &voters).expect("it has money");
    store.journal_entry(ENTRIES).expect("so many entries");
    Book { _folder: folder, path, session, members: voters.iter().map(|voter| voter.member).collect() }
});

/// Everybody with a number, not only those who stand on rolls.
fn voters(reader: &Reader) -> Vec<Voter> {
    let ids = reader.member_slice(Sort::Number, &[], None, MEMBERS).expect("the list").ids;
    let voter = |id: &i64| {
        let member = reader.member(*id).expect("a member");
        let left_on = member.status_on.filter(|_| member.status != Status::Active);
        let (number, joined_on) = (member.number?, member.joined_on?);
        Some(Voter { member: *id, number, name: member.full_name(), sex: member.sex, joined_on, left_on })
    };
    ids.iter().filter_map(voter).collect()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn clock() -> Clock {
    Clock::on(today())
}

fn reader() -> Reader {
    Reader::open(&BOOK.path, BOOK.session.viewer.clone()).expect("the book opens")
}

/// What a thread takes of the processor; said when a bench ends.
struct Cpu {
    of: &'static str,
    spent: Cell<Duration>,
    runs: Cell<u32>,
}

impl Cpu {
    fn of(of: &'static str) -> Self {
        Self { of, spent: Cell::default(), runs: Cell::default() }
    }

    /// What this thread has taken so far, as the system counts it.
    fn now() -> Duration {
        let counted = fs::read_to_string("/proc/thread-self/schedstat").expect("a system that counts");
        let nanos = counted.split(' ').next().and_then(|nanos| nanos.parse().ok());
        Duration::from_nanos(nanos.expect("nanoseconds"))
    }

    fn measure<T>(&self, run: impl FnOnce() -> T) -> T {
        let before = Self::now();
        let out = run();
        self.spent.set(self.spent.get() + Self::now().saturating_sub(before));
        self.runs.set(self.runs.get() + 1);
        out
    }
}

impl Drop for Cpu {
    fn drop(&mut self) {
        if self.runs.get() > 0 {
            eprintln!("{}: {:?} of the processor", self.of, self.spent.get() / self.runs.get());
        }
    }
}

/// Something that is read over and over.
fn read<T>(bencher: Bencher, of: &'static str, mut run: impl FnMut(&Reader) -> T) {
    let (reader, cpu) = (reader(), Cpu::of(of));
    bencher.bench_local(|| cpu.measure(|| run(&reader)));
}

/// The program with its first page on the screen.
struct Program {
    app: App,
    buffer: Buffer,
}

impl Program {
    fn start() -> Self {
        let crew = Crew::new(channel().0, Box::new(|| Store::open(&BOOK.path, BOOK.session.viewer.clone(), clock())));
        let size = Size { width: 100, height: 40 };
        let app = start::app(reader(), BOOK.session.clone(), "en", clock(), crew, size).expect("the book is read");
        let mut program = Self { app, buffer: Buffer::empty(Rect::new(0, 0, size.width, size.height)) };
        program.draw();
        program
    }

    /// At the first page of money, on this line.
    fn at(label: &str) -> Self {
        let mut program = Self::start();
        program.press(KeyCode::Char('5'));
        let is_at = |program: &Self| {
            let area = program.buffer.area;
            let row = |y| (0..area.width).map(|x| program.buffer[(x, y)].symbol()).collect::<String>();
            let is_marked = |y| program.buffer[(3, y)].modifier.contains(Modifier::REVERSED);
            (3..area.height).any(|y| is_marked(y) && row(y).trim_start().starts_with(label))
        };
        for _ in 0..LINES {
            if is_at(&program) {
                return program;
            }
            program.press(KeyCode::Down);
        }
        panic!("no line {label}");
    }

    fn press(&mut self, code: KeyCode) {
        let key = KeyEvent::new(code, KeyModifiers::NONE);
        self.app.handle(Msg::Input(Event::Key(key))).expect("the program goes on");
        self.draw();
    }

    fn draw(&mut self) {
        self.buffer.reset();
        let mut canvas = Canvas {
            buffer: &mut self.buffer,
            theme: self.app.cx.theme,
            lang: &self.app.cx.lang,
            charset: Charset::Full,
            cursor: None,
        };
        self.app.draw(&mut canvas);
    }
}

/// A key that leads somewhere.
fn key(bencher: Bencher, of: &'static str, code: KeyCode, from: impl Fn() -> Program) {
    let cpu = Cpu::of(of);
    bencher.with_inputs(from).bench_local_refs(|program| cpu.measure(|| program.press(code)));
}

#[divan::bench(sample_count = 20)]
fn start_to_the_first_page(bencher: Bencher) {
    let cpu = Cpu::of("start to the first page");
    LazyLock::force(&BOOK);
    bencher.bench_local(|| cpu.measure(Program::start));
}

#[divan::bench(sample_count = 20)]
fn open_money(bencher: Bencher) {
    key(bencher, "open money", KeyCode::Char('5'), Program::start);
}

#[divan::bench(sample_count = 20)]
fn open_the_pay_line(bencher: Bencher) {
    key(bencher, "open the pay line", KeyCode::F(4), Program::start);
}

#[divan::bench(sample_count = 20)]
fn open_the_receipts(bencher: Bencher) {
    key(bencher, "open the receipts", KeyCode::Enter, || Program::at("Receipts"));
}

#[divan::bench(sample_count = 20)]
fn open_what_is_owed(bencher: Bencher) {
    key(bencher, "open what is owed", KeyCode::Enter, || Program::at("Amounts owed"));
}

#[divan::bench(sample_count = 20)]
fn open_months_and_years(bencher: Bencher) {
    key(bencher, "open months and years", KeyCode::Enter, || Program::at("Months and years"));
}

#[divan::bench(sample_count = 20)]
fn open_the_control(bencher: Bencher) {
    key(bencher, "open the control", KeyCode::Enter, || Program::at("Control"));
}

#[divan::bench]
fn statement_of_a_member(bencher: Bencher) {
    let mut members = BOOK.members.iter().step_by(97).cycle();
    read(bencher, "statement of a member", |reader| {
        let member = *members.next().expect("somebody");
        let moves = reader.member_moves(member).expect("lines");
        (moves, reader.holdings(member).expect("shares"), reader.open_dues(member).expect("dues"))
    });
}

#[divan::bench]
fn what_stands_on_all_accounts(bencher: Bencher) {
    read(bencher, "what stands on all accounts", |reader| reader.stand(today()).expect("sums"));
}

#[divan::bench]
fn arrears_by_age(bencher: Bencher) {
    read(bencher, "arrears by age", |reader| {
        (reader.arrears(today()).expect("sums"), reader.debtors(today()).expect("a number"))
    });
}

#[divan::bench]
fn all_that_is_owed(bencher: Bencher) {
    read(bencher, "all that is owed", |reader| reader.open_totals(&[]).expect("sums"));
}

/// A page of the busiest account, with what is there after each line.
#[divan::bench]
fn page_of_an_account(bencher: Bencher) {
    read(bencher, "page of an account", |reader| {
        let account = reader.chart_account("member").expect("accounts").expect("it is used");
        let (ids, _) = reader.book_slice(account, BookSort::Latest, &[], None, 40).expect("lines");
        reader.book_rows(&ids).expect("rows")
    });
}

/// Somebody pays something of the two oldest amounts that are owed.
#[divan::bench]
fn take_a_payment(bencher: Bencher) {
    let mut store = Store::open(&BOOK.path, BOOK.session.viewer.clone(), clock()).expect("the book opens");
    let cpu = Cpu::of("take a payment");
    let reader = reader();
    let ids = reader.due_ids(DueSort::Oldest, &[DueWant::Open]).expect("dues");
    let mut debtors = ids.iter().map(|id| reader.due(*id).expect("it is there")).filter(|due| due.currency == "CDF");
    let payment = || {
        let member = debtors.next().expect("somebody owes").member;
        let dues = reader.open_dues(member).expect("dues").into_iter().filter(|due| due.currency == "CDF");
        let part =
            |due: Due| Part { what: What::Due(due.id, due.kind), member: Some(member), minor: 100, fund: due.fund };
        Payment {
            account: 0,
            paper_on: today(),
            payer: Some(member),
            by: String::new(),
            currency: "CDF".into(),
            parts: dues.take(2).map(part).collect(),
            tender: None,
            fee: 0,
            reference: String::new(),
            note: String::new(),
            leaf: None,
            batch: None,
            meeting: None,
        }
    };
    bencher.with_inputs(payment).bench_local_values(|payment| {
        cpu.measure(|| command::payment::receive(&mut store, &BOOK.session, None, &payment).expect("a receipt"))
    });
}
