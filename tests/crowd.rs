//! Eight programs write into one book at once, while a ninth has its list open; and two cashiers take the money of the
//! same members.
//!
//! A short run is part of the tests; the long one is
//! `USHIRIKA_CROWD_SECONDS=30 cargo test --test main crowd -- --nocapture`.

use crate::common::{
    chance::Chance,
    place::Place,
    pty::{Pty, Start, text},
    till::{Till, owe, read_said, said_of},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
    time::{Duration, Instant},
};
use vt100::Screen;

/// How many write at once.
const PROGRAMS: usize = 8;
/// Members of each list.
const ROWS: usize = 5;

/// One of them: imports small lists, changes a member that all change, adds users and backs the book up, until the
/// time is over; gives how many members it has brought in.
fn write(place: &Place, program: usize, first: &str, end: Instant) -> usize {
    let mut lists = 0;
    while Instant::now() < end {
        let rows: Vec<String> = (0..ROWS).map(|row| format!("P{program} L{lists} R{row},F\n")).collect();
        let list = place.write(&format!("p{program}.csv"), &format!("surname,sex\n{}", rows.concat()));
        place.done(&["import", "members", &list.display().to_string()]);
        lists += 1;
        if lists % 4 == 0 {
            let login = format!("p{program}x{lists}");
            place.done(&["user", "add", &login, "--role", "clerk"]);
        }
        if lists % 6 == 0 {
            place.done(&["backup", &place.path(&format!("copies{program}")).display().to_string()]);
        }
        if lists % 5 == 0 {
            // a row that is there already, with a telephone: everybody changes the same member
            let phone = place.write(
                &format!("c{program}.csv"),
                &format!("former_number,surname,phone\n{first},08{program}{lists:07}\n"),
            );
            place.done(&["import", "members", &phone.display().to_string()]);
        }
    }
    lists * ROWS
}

/// How long everybody writes.
fn seconds() -> u64 {
    std::env::var("USHIRIKA_CROWD_SECONDS").ok().and_then(|n| n.parse().ok()).unwrap_or(3)
}

#[test]
fn eight_programs_write_at_once_and_nobody_waits_in_vain() {
    let seconds = seconds();
    let place = Place::with_demo(PROGRAMS);
    let before = place.members();
    let known = |field: &str| before[0][field].as_str().expect("text").to_owned();
    let first = format!("{},{}", known("former_number"), known("surname"));
    let pty = Start::new(&place).go();
    pty.wait_for("Ctrl-P find anything").press("2").wait_for(" in all");
    let end = Instant::now() + Duration::from_secs(seconds);
    let added: usize = thread::scope(|scope| {
        let programs: Vec<_> = (0..PROGRAMS)
            .map(|program| {
                scope.spawn({
                    let (place, first) = (&place, first.as_str());
                    move || write(place, program, first, end)
                })
            })
            .collect();
        programs.into_iter().map(|program| program.join().expect("no program has failed")).sum()
    });
    println!("{PROGRAMS} programs, {seconds} s, {added} members");
    let members = place.members();
    assert_eq!(members.len(), before.len() + added);
    let all: Vec<u64> = members.iter().filter_map(|m| m["number"].as_u64()).collect();
    let (numbered, numbers) = (all.len(), all.into_iter().collect::<BTreeSet<u64>>());
    assert_eq!(numbers.len(), numbered, "a number twice");
    assert_eq!(numbers.iter().next_back(), Some(&(numbered as u64)), "a number is missing");
    let check = place.json(&["check", "--json"]);
    assert_eq!(check["ok"], true, "{check:#}");
    // the list that was open shows all of it without a key, and has said nothing about the others
    let count = members.len();
    pty.until("everybody", |screen| text(screen).replace(',', "").contains(&format!("{count} in all")));
    assert_eq!(pty.said(), Vec::<String>::new());
}

/// Members who pay: so few that both cashiers have the same in the line.
const PAYERS: usize = 4;
/// What each of them owes at a time, in minor units.
const OWED: i64 = 500_000;
/// How a payment that was sent can end.
const OVER: [&str; 3] = ["more than owed", "is it right?", "and nothing is owed"];
const REFUSED: &str = "This has changed meanwhile";
const NOTHING: &str = "more than nothing";

/// What a cashier has done.
#[derive(Debug, Default)]
struct Day {
    /// What the screen has said of receipts: by name, who paid how much.
    given: BTreeMap<String, String>,
    /// What members came to owe meanwhile, by identity.
    raised: BTreeMap<i64, i64>,
    /// Payments that were refused because the other one was faster, and those that somebody then thought better of.
    refused: usize,
    left: usize,
}

/// What the line above the footer says when everything is written.
fn said(screen: &Screen) -> String {
    let line = text(screen).lines().rev().nth(2).unwrap_or_default().trim().to_owned();
    // what is drawn so far of it, too
    if "saving…".starts_with(&line) { String::new() } else { line }
}

/// Takes the money of whoever comes, all of it or some, until the time is over.
fn take(place: &Place, till: &Till, pty: Pty, mut chance: Chance, end: Instant) -> (Pty, Day) {
    let mut day = Day::default();
    pty.wait_for("Ctrl-P find anything").press("f4").wait_for("card or part of a name");
    while Instant::now() < end {
        let at = chance.below(till.members.len() as u64) as usize;
        let (number, (member, _)) = till.members.iter().nth(at).expect("somebody");
        pty.press(&format!("\"{number:04}\"")).wait_for(&format!(" From     {number:04}"));
        pty.press("enter").wait_for("Enter gives the receipt");
        if pty.screen().contains("owes nothing") && chance.once_in(2) {
            // somebody else lets the member owe more, and the screen sees it
            owe(place, &[*member], OWED);
            *day.raised.entry(*member).or_default() += OWED;
        }
        if chance.once_in(2) {
            // all that is owed, or some of it; at times that is more than the other one has left
            let francs = [1_000, 2_500, 5_000, 7_500][chance.below(4) as usize].to_string();
            pty.press(&format!("ctrl-u \"{francs}\"")).wait_for(&format!(" Amount   {francs}"));
        }
        pty.until("nothing said", |screen| said(screen).is_empty()).press("enter");
        let is_over = |screen: &str| OVER.iter().any(|over| screen.contains(over));
        pty.until("an end", |screen| !said(screen).is_empty() || is_over(&text(screen)));
        let line = pty.look(said);
        if let Some((name, paid)) = read_said(&line) {
            day.given.insert(name, paid);
            continue;
        }
        if line.contains(REFUSED) {
            day.refused += 1;
        } else {
            assert!(line.contains(NOTHING) || is_over(&pty.screen()), "{}", pty.screen());
            day.left += 1;
        }
        if is_over(&pty.screen()) {
            pty.press("esc").until("the line", |screen| !is_over(&text(screen)));
        }
        // back to who pays, and what stands there is typed over
        pty.press("esc").wait_for("card or part of a name");
    }
    (pty, day)
}

#[test]
fn two_cashiers_take_the_money_of_the_same_members() {
    let seconds = seconds();
    let place = Place::with_demo(PAYERS);
    let till = Till::new(&place, OWED, 4);
    let mut seed = Chance::new();
    let end = Instant::now() + Duration::from_secs(seconds);
    let (ptys, days): (Vec<Pty>, Vec<Day>) = thread::scope(|scope| {
        let (place, till) = (&place, &till);
        let cashiers = [(); 2].map(|()| {
            let (pty, chance) = (Start::new(place).size(80, 40).go(), Chance::from(seed.below(1 << 30)));
            scope.spawn(move || take(place, till, pty, chance, end))
        });
        cashiers.into_iter().map(|cashier| cashier.join().expect("no cashier has failed")).unzip()
    });
    let mut raised = BTreeMap::new();
    for (member, minor) in days.iter().flat_map(|day| &day.raised) {
        *raised.entry(*member).or_default() += minor;
    }
    let receipts = till.examine(&place, &raised);
    // each receipt was given by one of the two, and no other is there
    let kept: BTreeMap<String, String> = receipts.iter().map(|receipt| (receipt.name(), said_of(receipt))).collect();
    let count = days.iter().map(|day| day.given.len()).sum::<usize>();
    let given: BTreeMap<String, String> = days.iter().flat_map(|day| day.given.clone()).collect();
    assert_eq!((given.len(), &given), (count, &kept));
    // both see those of both
    for pty in &ptys {
        pty.press("ctrl-u");
        for receipt in receipts.iter().rev().take(20) {
            pty.until(&receipt.name(), |screen| {
                text(screen).lines().any(|line| line.starts_with(&format!(" {}  ", receipt.name())))
            });
        }
    }
    for (cashier, Day { given, refused, left, .. }) in days.iter().enumerate() {
        println!("cashier {}, {seconds} s: {} receipts, {refused} refused, {left} left", cashier + 1, given.len());
    }
}
