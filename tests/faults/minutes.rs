//! Killed while minutes are written: at the next start the text is there up to two seconds before, the cursor in its
//! item and behind what was typed last. A line that drops loses nothing at all.

use super::{PROMISE, pause};
use crate::common::{
    chance::Chance,
    clock,
    place::Place,
    pty::{Pty, Start, text as text_of},
};
use std::time::Instant;
use ushirika::{
    command,
    domain::{
        meeting::{ITEM, MEETING, ORGAN},
        noun::{Entry, Noun},
        user::{Role, Session, Viewer},
    },
    store::Store,
};
use vt100::Screen;

/// Items of the meeting; a new book when all are written.
const ITEMS: usize = 12;
/// Letters of a line, and lines of an item: all of it stands on the screen.
const LETTERS: usize = 40;
const LINES: usize = 10;

/// The way in which a life ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Kill,
    HangUp,
    Close,
}

/// What the kills have met.
#[derive(Debug, Default)]
struct Tally {
    kills: usize,
    hang_ups: usize,
    offered: usize,
    saved: usize,
    /// The most milliseconds of typing that a kill has taken.
    lost: u128,
}

/// Somebody who writes, and what they remember of one book.
struct Writer {
    place: Place,
    chance: Chance,
    tally: Tally,
    item: usize,
    /// What the screen has called saved.
    saved: String,
    /// What stood in the item, and since when.
    shown: Vec<(Instant, String)>,
    /// All that was typed, seen or not.
    typed: String,
    end: End,
}

/// A cooperative with a meeting of so many items.
fn place() -> Place {
    let place = Place::with_demo(12);
    let viewer = Viewer { user_id: Some(1), roles: vec![Role::Admin] };
    let session = Session {
        viewer: viewer.clone(),
        name: "amina".into(),
        id: "nowhere:0:0".into(),
        proved: true,
        ..Session::default()
    };
    let mut store = Store::open(&place.book(), viewer, clock()).expect("the book opens");
    let mut save = |noun: &'static Noun, owner: (&'static str, i64), values: &[(&str, &str)]| {
        let mut entry = Entry::new(noun, owner);
        for (code, value) in values {
            entry.put(code, *value);
        }
        command::entry::save(&mut store, &session, None, &entry).expect("it is saved")
    };
    let organ = save(&ORGAN, ("", 0), &[("name", "Comité"), ("kind", "committee")]);
    let values = [("organ", "Comité"), ("kind", "monthly"), ("held_on", "2026-11-20")];
    let meeting = save(&MEETING, ("organ", organ), &values);
    for item in 1..=ITEMS {
        let (place, title) = (item.to_string(), title(item));
        save(&ITEM, ("meeting", meeting), &[("place", &place), ("title", &title), ("kind", "subject")]);
    }
    place
}

fn title(item: usize) -> String {
    format!("Sujet{item:02}")
}

/// The text of the item on the screen.
fn written(pty: &Pty) -> String {
    let screen = pty.screen();
    let rows: Vec<&str> = screen.lines().skip(5).take(16).map(str::trim).collect();
    rows.join("\n").trim_end().to_owned()
}

impl Writer {
    fn new(chance: Chance, tally: Tally) -> Self {
        let (saved, typed, shown, end) = (String::new(), String::new(), Vec::new(), End::Kill);
        Self { place: place(), chance, tally, item: 1, saved, shown, typed, end }
    }

    /// One life of the program, and what is left of it.
    fn live(&mut self) {
        let mut pty = Start::new(&self.place).go();
        pty.wait_for("Ctrl-P find anything");
        let text = self.resume(&pty);
        self.write(&pty, text);
        self.end = [End::Kill, End::Kill, End::HangUp, End::Close][self.chance.below(4) as usize];
        let at = Instant::now();
        match self.end {
            End::Kill => {
                self.tally.kills += 1;
                pty.signal("KILL");
            }
            End::HangUp => {
                self.tally.hang_ups += 1;
                pty.signal("HUP");
            }
            End::Close => {
                self.tally.hang_ups += 1;
                pty.close();
            }
        }
        pty.wait_exit();
        // what had stood there for two seconds must be there; after a line has dropped, all that stood there
        let is_old = |since: &Instant| self.end != End::Kill || *since + PROMISE <= at;
        let kept = self.shown.iter().rposition(|(since, _)| is_old(since)).unwrap_or(0);
        self.shown.drain(..kept);
        assert_eq!(self.place.json(&["check", "--json"])["ok"], true);
    }

    /// Goes on with what the start offers, or opens the item; gives the text that is there.
    fn resume(&mut self, pty: &Pty) -> String {
        let title = title(self.item);
        let offers = pty.screen().matches("Draft, minutes").count();
        assert!(offers <= 1, "{}", pty.screen());
        if offers == 1 {
            self.tally.offered += 1;
            pty.press("enter");
        } else {
            pty.press("w")
                .wait_for("Type words of minutes")
                .press(&format!("\"{title}\""))
                .wait_for(&format!("· {title}"));
            pty.press("enter");
        }
        // the cursor is in its item
        pty.wait_for(&format!("› {} {title}", self.item));
        let found = written(pty);
        let safe = self.shown.first().map(|(_, text)| text.trim_end().to_owned()).unwrap_or_default();
        assert!(found.starts_with(&safe), "{found:?} instead of {safe:?} after {:?}:\n{}", self.end, pty.screen());
        assert!(found.starts_with(self.saved.trim_end()), "{found:?} though {:?} was saved", self.saved);
        assert!(self.typed.starts_with(&found), "{found:?} was never typed: {:?}", self.typed);
        let reached = self.shown.iter().position(|(_, text)| text.trim_end().len() > found.len());
        if let (Some(reached), Some((end, _))) = (reached, self.shown.last()) {
            self.tally.lost = self.tally.lost.max(end.duration_since(self.shown[reached].0).as_millis());
        }
        // and behind what was typed last: at its end, or in the empty line that was begun
        let (row, column) = pty.look(Screen::cursor_position);
        let (rows, last) = (found.lines().count(), found.lines().last().unwrap_or_default().len());
        let begun = usize::from(row) == 5 + rows && column == 1 && !found.is_empty();
        let behind = usize::from(row) == 5 + rows.max(1) - 1 && usize::from(column) == 1 + last;
        assert!(begun || behind, "the cursor is at {row}, {column}:\n{}", pty.screen());
        if begun { found + "\n" } else { found }
    }

    /// Types, rests, saves; the last letters are not waited for when the end comes in between.
    fn write(&mut self, pty: &Pty, begin: String) {
        let mut text = begin;
        self.shown = vec![(Instant::now(), text.clone())];
        let steps = 1 + self.chance.below(30);
        let long = if self.chance.once_in(3) { steps.saturating_sub(1 + self.chance.below(5)) } else { u64::MAX };
        for step in 0..steps {
            if text.lines().count() >= LINES && text.lines().last().is_some_and(|line| line.len() > LETTERS / 2) {
                if self.item == ITEMS {
                    break;
                }
                // the next item: this one is saved by it
                pty.press("f2").wait_for("Saved: ").wait_for(&format!("› {} {}", self.item + 1, title(self.item + 1)));
                self.item += 1;
                self.tally.saved += 1;
                text.clear();
                self.saved.clear();
                self.shown = vec![(Instant::now(), String::new())];
                continue;
            }
            if step == long {
                pause(pty, PROMISE);
            }
            match self.chance.below(12) {
                0 => {
                    pty.press("ctrl-s");
                    if !text.trim_end().is_empty() && text.trim_end() != self.saved {
                        pty.wait_for("Saved: ");
                        self.tally.saved += 1;
                    }
                    text.trim_end().clone_into(&mut self.saved);
                }
                1 => pause(pty, std::time::Duration::from_millis(self.chance.below(300))),
                _ => {
                    let line = text.rsplit('\n').next().unwrap_or_default().len();
                    if line >= LETTERS {
                        pty.press("enter");
                        text.push('\n');
                    }
                    let count = 1 + self.chance.below(6);
                    let letters = self.chance.letters(count);
                    pty.send(letters.as_bytes());
                    text += &letters;
                    if step + 1 == steps && self.chance.once_in(2) {
                        break;
                    }
                    let line = text.rsplit('\n').next().unwrap_or_default().to_owned();
                    let stands = |screen: &Screen| text_of(screen).lines().any(|row| row.trim() == line);
                    pty.until(&line, stands);
                    self.shown.push((Instant::now(), text.clone()));
                }
            }
        }
        self.typed = text;
    }
}

#[test]
fn kill_while_minutes_are_written() {
    let kills = std::env::var("USHIRIKA_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(8);
    let mut writer = Writer::new(Chance::new(), Tally::default());
    for _ in 0..kills {
        writer.live();
        if writer.item == ITEMS {
            writer = Writer::new(writer.chance, writer.tally);
        }
    }
    println!("{:?}", writer.tally);
}
