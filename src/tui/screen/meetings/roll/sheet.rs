//! The roll of a meeting in memory, so that a typed number is answered without the disk: its lines, where each stands,
//! who votes for whom, and its figures, which are added up again when a line changes and not when a key is pressed.

use crate::{
    domain::{
        fold::{contains_all, fold},
        roll::{Attendance, Count, Presence},
    },
    store::{Error, Reader, Result},
    tui::widget::line::number,
};
use std::{cell::OnceCell, collections::HashMap};
use unicode_width::UnicodeWidthStr;

/// More than this many changed lines are read with the whole roll.
const FEW: usize = 200;
/// How many who bear a name are looked at in the order of likelihood; the others follow in the order of the roll.
const LIKELY: usize = 50;

/// The roll.
#[derive(Default)]
pub struct Sheet {
    lines: Vec<Attendance>,
    /// Where the line of an id stands.
    places: HashMap<i64, usize>,
    /// Where a number stands; where there are none yet, the rank of a founder.
    numbers: HashMap<i64, usize>,
    /// The folded names, from the first letter that is typed.
    keys: OnceCell<Vec<String>>,
    /// Whom a line stands for, by its id.
    givers: HashMap<i64, Vec<usize>>,
    count: Count,
    /// Columns of the longest name.
    widest: usize,
    /// Up to where the log was read.
    mark: i64,
}

/// Whom typed text finds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The likeliest first.
    pub places: Vec<usize>,
    /// How many there are in all.
    pub all: usize,
}

impl Sheet {
    /// The whole roll as it stands in the book.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn read(reader: &Reader, meeting: i64) -> Result<Self> {
        // first the log: what is written between the two is only read twice
        let mark = reader.last_change()?;
        let lines = reader.roll(meeting)?;
        let places = lines.iter().enumerate().map(|(at, line)| (line.id, at)).collect();
        let mut numbers: HashMap<i64, usize> =
            lines.iter().enumerate().filter_map(|(at, line)| Some((line.number?, at))).collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.number.is_none()) {
            numbers.entry(i64::from(line.rank)).or_insert(at);
        }
        let widest = lines.iter().map(|line| line.name.width()).max().unwrap_or(0);
        let mut sheet = Self { lines, places, numbers, widest, mark, ..Self::default() };
        sheet.add_up();
        Ok(sheet)
    }

    /// The same roll with what has been written since; costs what has changed.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn update(&mut self, reader: &Reader, meeting: i64) -> Result<()> {
        let mark = reader.last_change()?;
        let touched = reader.roll_touched(meeting, self.mark)?;
        if touched.len() > FEW || !touched.iter().all(|id| self.places.contains_key(id)) {
            *self = Self::read(reader, meeting)?;
            return Ok(());
        }
        for id in touched {
            match reader.attendance(id) {
                Ok(line) => self.lines[self.places[&id]] = line,
                Err(Error::NotFound) => {
                    *self = Self::read(reader, meeting)?;
                    return Ok(());
                }
                Err(error) => return Err(error),
            }
        }
        self.mark = mark;
        self.add_up();
        Ok(())
    }

    fn add_up(&mut self) {
        self.count = Count::of(self.lines.iter());
        self.givers.clear();
        for (at, line) in self.lines.iter().enumerate() {
            if let Some(holder) = line.holder.filter(|_| line.presence != Presence::Present) {
                self.givers.entry(holder).or_default().push(at);
            }
        }
    }

    /// How many stand on it.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// A line.
    pub fn line(&self, at: usize) -> Option<&Attendance> {
        self.lines.get(at)
    }

    /// Where the line of an id stands.
    pub fn place(&self, id: i64) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// Where the line of a member stands.
    pub fn place_of(&self, member: i64) -> Option<usize> {
        self.lines.iter().position(|line| line.member == member)
    }

    /// Whom somebody stands for, in the room or not.
    pub fn givers(&self, holder: i64) -> &[usize] {
        self.givers.get(&holder).map_or(&[], Vec::as_slice)
    }

    /// Columns of the longest name.
    pub fn widest(&self) -> usize {
        self.widest
    }

    /// The figures.
    pub fn count(&self) -> Count {
        self.count
    }

    /// Whom typed text finds: a number names one and is never the beginning of another; a piece of a name names all who
    /// bear it, those who are `likely` first, then those whose name begins so.
    pub fn find(&self, typed: &str, likely: impl Fn(&Attendance) -> bool) -> Found {
        let numbered = number(typed).and_then(|number| self.numbers.get(&number).copied());
        let needle = fold(typed);
        // typed on AZERTY without Shift é is 2 as well as a letter; other signs of that row are in no name
        let is_word = typed.chars().all(|c| c.is_alphabetic() || c.is_whitespace());
        let is_name = !needle.is_empty() && (is_word || number(typed).is_none());
        let mut ranks: [Vec<usize>; 4] = Default::default();
        let mut all = usize::from(numbered.is_some());
        if is_name {
            let keys = self.keys.get_or_init(|| self.lines.iter().map(|line| fold(&line.name)).collect());
            let bearers =
                keys.iter().enumerate().filter(|(at, key)| Some(*at) != numbered && contains_all(key, &needle));
            for (at, key) in bearers {
                let rank = 2 * usize::from(!likely(&self.lines[at])) + usize::from(!key.starts_with(&needle));
                all += 1;
                if ranks[rank].len() < LIKELY {
                    ranks[rank].push(at);
                }
            }
        }
        Found { places: numbered.into_iter().chain(ranks.concat()).collect(), all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{act, entry, meeting, roll},
        domain::{
            meeting::{MEETING, ORGAN},
            member::Status,
            noun::Entry,
        },
        store::testing::{self, Book},
    };
    use proptest::prelude::*;

    /// A meeting of eleven members whose roll is open.
    fn opened() -> (Book, i64) {
        let mut book = testing::book();
        for n in 0..11 {
            let member = crate::domain::member::Member { status: Status::Active, ..testing::member(n) };
            book.add(&member);
        }
        let Book { store, amina, .. } = &mut book;
        let mut organ = Entry::new(&ORGAN, ("", 0));
        organ.put("name", "AG");
        organ.put("kind", "assembly");
        let organ = entry::save(store, amina, None, &organ).unwrap();
        let mut called = Entry::new(&MEETING, ("organ", organ));
        called.put("kind", "annual");
        called.put("held_on", "2026-11-23");
        let id = entry::save(store, amina, None, &called).unwrap();
        meeting::open(store, amina, id).unwrap();
        (book, id)
    }

    fn find(sheet: &Sheet, typed: &str) -> Vec<String> {
        let found = sheet.find(typed, |line| line.presence != Presence::Present);
        assert_eq!(found.all, found.places.len());
        found.places.iter().map(|at| sheet.line(*at).unwrap().name.clone()).collect()
    }

    #[test]
    fn numbers_and_pieces_of_names() {
        let (mut book, meeting) = opened();
        let sheet = Sheet::read(&book.store, meeting).unwrap();
        let numbered = find(&sheet, "7");
        assert_eq!(numbered.len(), 1);
        for typed in ["0007", " 7 ", "007", "è", "àè"] {
            assert_eq!(find(&sheet, typed).first(), numbered.first(), "{typed}");
        }
        assert!(find(&sheet, "77").is_empty() && find(&sheet, "12").is_empty() && find(&sheet, " ").is_empty());
        assert!(find(&sheet, "&à")[0] == find(&sheet, "10")[0] && find(&sheet, "&à").len() == 1, "no letter in it");
        let kabeya = find(&sheet, "kabe");
        assert!(kabeya.len() == 2 && kabeya.iter().all(|name| name.starts_with("KABEYA")), "{kabeya:?}");
        assert_eq!(find(&sheet, "KÂBE").len(), 2);
        assert_eq!(find(&sheet, "elo"), ["ÉLONGA P0"]);
        // who is there already comes last
        let first = sheet.find("kabe", |_| true).places[0];
        let id = sheet.line(first).unwrap().id;
        roll::arrive(&mut book.store, &book.amina, id).unwrap();
        let sheet = Sheet::read(&book.store, meeting).unwrap();
        assert_eq!(find(&sheet, "kabe"), [kabeya[1].clone(), kabeya[0].clone()]);
    }

    /// Does one thing to the roll; what is refused changes nothing.
    fn do_one(book: &mut Book, meeting: i64, (what, a, b): (u8, usize, usize)) -> bool {
        let Book { store, amina, .. } = book;
        let lines = store.roll(meeting).unwrap();
        let (a, b) = (lines[a % lines.len()].id, lines[b % lines.len()].id);
        match what {
            0 | 1 => roll::arrive(store, amina, a).is_ok(),
            2 => roll::leave(store, amina, a).is_ok(),
            3 => roll::excuse(store, amina, a).is_ok(),
            4 => roll::miss(store, amina, a).is_ok(),
            5 | 6 => roll::represent(store, amina, a, b, roll::Limit::Passed).is_ok(),
            7 => roll::withdraw(store, amina, a).is_ok(),
            8 => roll::everybody(store, amina, meeting).is_ok(),
            _ => {
                let member =
                    crate::domain::member::Member { status: Status::Active, ..testing::member(20 + a as usize) };
                let id = store.act(amina, &testing::WRITE, &[], |act| act.insert_member(&member)).unwrap();
                roll::add(store, amina, meeting, id, "admise ce jour").is_ok()
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn figures_are_those_of_the_roll_and_undo_restores(steps in prop::collection::vec((0..10u8, 0..99usize, 0..99usize), 1..14)) {
            let (mut book, meeting) = opened();
            let mut sheet = Sheet::read(&book.store, meeting).unwrap();
            for step in steps {
                let (before, figures) = (testing::dump(&book.store), sheet.count());
                let done = do_one(&mut book, meeting, step);
                sheet.update(&book.store, meeting).unwrap();
                let roll = book.store.roll(meeting).unwrap();
                prop_assert_eq!(&sheet.lines, &roll);
                prop_assert_eq!(sheet.count(), Count::of(roll.iter()));
                prop_assert!(roll.iter().all(|line| line.presence != Presence::Present || line.holder.is_none()));
                if !done || step.0 == 9 {
                    continue;
                }
                // taken back and brought again
                let last = book.store.last_act().unwrap();
                let undo = act::undo(&mut book.store, &book.amina, last).unwrap();
                prop_assert_eq!(testing::dump(&book.store), before);
                sheet.update(&book.store, meeting).unwrap();
                prop_assert_eq!(sheet.count(), figures);
                act::undo(&mut book.store, &book.amina, undo.act).unwrap();
                sheet.update(&book.store, meeting).unwrap();
                prop_assert_eq!(&sheet.lines.iter().map(|l| (l.id, l.presence, l.holder)).collect::<Vec<_>>(),
                    &roll.iter().map(|l| (l.id, l.presence, l.holder)).collect::<Vec<_>>());
            }
            testing::assert_sound(&book.store);
        }
    }
}
