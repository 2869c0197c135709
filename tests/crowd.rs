//! Eight programs write into one book at once, while a ninth has its list open.
//!
//! A short run is part of the tests; the long one is
//! `USHIRIKA_CROWD_SECONDS=30 cargo test --test main eight_programs -- --nocapture`.

use crate::common::{
    place::Place,
    pty::{Start, text},
};
use std::{
    collections::BTreeSet,
    thread,
    time::{Duration, Instant},
};

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

#[test]
fn eight_programs_write_at_once_and_nobody_waits_in_vain() {
    let seconds = std::env::var("USHIRIKA_CROWD_SECONDS").ok().and_then(|n| n.parse().ok()).unwrap_or(3);
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
