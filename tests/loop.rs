//! The loop never waits for the disk: what is being written is said, what is not written is not called saved.

use crate::common::{Book, clock, driver::Driver, today};
use std::{
    sync::mpsc::{Sender, channel},
    time::{Duration, Instant},
};
use ushirika::{
    command,
    domain::{
        book::Country,
        member::{Member, Status},
    },
    store::Store,
    tui::writer::Opener,
};

/// What a key may cost while the disk is busy.
const KEY: Duration = Duration::from_millis(100);
/// How long the slow disk of the issue takes for a commit.
const DELAY: Duration = Duration::from_millis(300);

/// A program whose connection for writing opens when the gate does. Whoever holds the sender holds the gate.
fn gated(book: &Book) -> (Driver, Sender<()>) {
    let (open, gate) = channel::<()>();
    let (path, viewer) = (book.path.clone(), book.session.viewer.clone());
    let opener: Opener = Box::new(move || {
        // closed until the test sends, or ends
        let _ = gate.recv();
        Store::open(&path, viewer.clone(), clock())
    });
    (Driver::with_opener(book, "en", (80, 24), opener), open)
}

/// What the slowest of these keys costs, handled and drawn while the gate is closed. The keys end where they began and
/// are pressed again and again; the quickest round counts, because other programs may have had the processor meanwhile.
fn slowest(driver: &mut Driver, rounds: usize, keys: &str) -> Duration {
    let mut round = || {
        let mut longest = Duration::ZERO;
        for key in keys.split(' ') {
            let begin = Instant::now();
            driver.press_only(key).screen();
            longest = longest.max(begin.elapsed());
        }
        longest
    };
    (0..rounds).map(|_| round()).min().unwrap_or_default()
}

#[test]
fn a_commit_that_is_held_up_holds_up_no_key() {
    let book = Book::with(&[("Kabeya", "Ngoyi", "Éléonore"), ("Kabongo", "Elesi", "Jean")]);
    let (mut d, open) = gated(&book);
    d.press("2 n \"Mwamba\"");
    // that this returns shows that nobody waits: the gate is closed
    d.press_only("f2").sees("saving…").sees_no("Saved").sees_no("MWAMBA");
    let slowest = slowest(&mut d, 5, r#"down up enter esc / "k" "a" esc n "Z" "o" tab esc enter"#);
    assert!(slowest < KEY, "a key took {slowest:?}");
    d.sees("saving…").sees_no("Saved").sees("2 in all");
    assert_eq!(book.store().member_totals().unwrap().count(&[], None), 2, "nothing is written yet");
    open.send(()).unwrap();
    d.settle().sees("Saved: 0003 MWAMBA").sees_no("saving…").sees("3 in all");
}

#[test]
fn no_key_waits_for_a_commit_of_three_hundred_milliseconds() {
    let book = Book::with(&[("Kabeya", "Ngoyi", "Éléonore"), ("Kabongo", "Elesi", "Jean")]);
    let (mut d, open) = gated(&book);
    d.press("2 n \"Mwamba\"");
    let timer = std::thread::spawn(move || {
        // nobody ever sends: the wait is the delay
        let (_keep, never) = channel::<()>();
        let _ = never.recv_timeout(DELAY);
        drop(open);
    });
    d.press_only("f2");
    let (begin, mut quickest) = (Instant::now(), Duration::MAX);
    while begin.elapsed() < DELAY / 2 {
        d.sees("saving…").sees_no("Saved");
        quickest = quickest.min(slowest(&mut d, 1, r#"down up n "Z" tab esc enter"#));
    }
    timer.join().unwrap();
    d.settle().sees("Saved: 0003 MWAMBA");
    assert!(quickest < KEY, "a key took {quickest:?}");
}

#[test]
fn what_cannot_be_written_stays_in_the_form_and_says_why() {
    let book = Book::with(&[("Kabeya", "", "")]);
    let opener: Opener = Box::new(|| Err(ushirika::store::Error::Busy));
    let mut d = Driver::with_opener(&book, "en", (80, 24), opener);
    d.press("2 n \"Mwamba\" f2").sees("Mwamba").sees("Try again in a moment").sees_no("Saved");
}

#[test]
fn leaving_waits_for_what_was_handed_over() {
    let book = Book::with(&[("Kabeya", "", "")]);
    let (mut d, open) = gated(&book);
    d.press("2 n \"Mwamba\"");
    d.app.tick(true);
    // the draft waits behind the gate, the saving behind the draft; leaving waits for both
    d.press_only("f2 ctrl-q");
    open.send(()).unwrap();
    d.app.finish();
    let store = book.store();
    assert_eq!(store.member_totals().unwrap().count(&[], None), 2);
    assert!(store.drafts("").unwrap().is_empty());
}

#[test]
fn a_list_that_takes_several_looks_to_read_again_ends_with_everybody() {
    let book = Book::empty();
    let demo = ushirika::demo::cooperative(3_000, 1, today(), Country::Cd);
    command::demo::fill(&mut book.store(), &book.session, &demo).unwrap();
    let mut d = Driver::open(&book, "en");
    d.press("2").sees("3,000 in all");
    let member =
        Member { surname: "Aaa".into(), status: Status::Active, joined_on: Some(today()), ..Member::default() };
    command::member::save(&mut book.store(), &book.session, None, &member).unwrap();
    d.look().sees("3,001 in all").press("home").sees("AAA");
    d.press("/ \"kab\" enter");
    let shown = d.screen();
    let member = Member { surname: "Kabaaa".into(), ..member };
    command::member::save(&mut book.store(), &book.session, None, &member).unwrap();
    d.look().sees("of 3,002");
    assert_ne!(d.screen().lines().nth(3), shown.lines().nth(3), "one more of more");
}
