//! Killed while payments are typed: every receipt that the screen had confirmed is in the book once, its series has no
//! gap, what was half typed is offered again up to two seconds before, and gone on with it is paid once.
//!
//! The long run is `USHIRIKA_KILLS=200 cargo test --test main kill_during_payments -- --nocapture`.

use super::{PROMISE, pause};
use crate::common::{
    chance::Chance,
    place::Place,
    pty::{Pty, Start, text},
    till::{Till, read_said, said_of},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

/// Members of the cooperative.
const MEMBERS: usize = 12;
/// What each owes, in francs, and how many times: more than is ever paid.
const OWED: (i64, usize) = (1_000_000, 3);
/// Payments are of so many francs and one more each: by that they are known again.
const FIRST: i64 = 20_001;
/// After so many kills a new book is taken, because a full one is slow to check.
const KILLS_A_BOOK: usize = 25;

/// What stands in the line: who pays, and how much.
type Typed = (String, String);

/// A payment on its way into the line.
#[derive(Clone, Debug)]
struct Half {
    number: i64,
    francs: i64,
    /// Whether it is asked how much.
    is_taken: bool,
    /// What has stood in the line, letter by letter, and since when that was on the screen.
    stood: Vec<(Option<Instant>, Typed)>,
}

impl Half {
    fn new(number: i64, francs: i64) -> Self {
        Self { number, francs, is_taken: false, stood: vec![(None, Typed::default())] }
    }

    fn now(&self) -> &Typed {
        &self.stood.last().expect("the empty line came first").1
    }

    /// What may be offered after a kill: what stood there two seconds before, or came after it.
    fn may_be(&self, at: Instant) -> &[(Option<Instant>, Typed)] {
        let is_safe = |(since, _): &(Option<Instant>, Typed)| since.is_some_and(|since| since + PROMISE <= at);
        &self.stood[self.stood.iter().rposition(is_safe).unwrap_or(0)..]
    }
}

/// What the last key before the kill began.
enum Doing {
    Nothing,
    Typing(Half),
    Saving(Half),
}

/// What the kills have met.
#[derive(Debug, Default)]
struct Tally {
    kills: usize,
    /// Payments that were offered again, and how many of them had to be.
    offered: usize,
    promised: usize,
    /// Receipts that the screen had confirmed.
    confirmed: usize,
    /// Payments that were on their way to the disk, and how many of them had arrived.
    saving: (usize, usize),
}

/// Somebody who takes money in, and what they remember of one book.
struct Cashier {
    place: Place,
    till: Till,
    chance: Chance,
    tally: Tally,
    /// The next amount.
    francs: i64,
    /// Amounts that were handed over to be written.
    sent: BTreeSet<i64>,
    /// What the screen has said of receipts: by name, who paid how much.
    confirmed: BTreeMap<String, String>,
    /// The payment that was half typed at the last kill, and when that was.
    open: Option<(Half, Instant)>,
}

impl Cashier {
    fn new(chance: Chance, tally: Tally) -> Self {
        let place = Place::with_demo(MEMBERS);
        let till = Till::new(&place, OWED.0 * 100, OWED.1);
        let (sent, confirmed) = (BTreeSet::new(), BTreeMap::new());
        Self { place, till, chance, tally, francs: FIRST, sent, confirmed, open: None }
    }

    /// One life of the program, from its start to its kill, and what is left of it.
    fn live(&mut self) {
        self.tally.kills += 1;
        let pty = Start::new(&self.place).size(100, 24).go();
        pty.wait_for("Ctrl-P find anything");
        let mut doing = match self.resume(&pty) {
            Some(half) => Doing::Typing(half),
            None => {
                pty.press("f4").wait_for("card or piece of a name");
                Doing::Nothing
            }
        };
        let steps = self.chance.below(30);
        // the promise is about two seconds: some lives must rest so long before their last steps
        let long = if self.chance.once_in(3) { steps.saturating_sub(1 + self.chance.below(4)) } else { u64::MAX };
        for step in 0..steps {
            let is_last = step + 1 == steps;
            doing = match doing {
                Doing::Typing(half) => self.fill_in(&pty, half, is_last),
                Doing::Nothing => self.begin(),
                Doing::Saving(_) => break,
            };
            if step == long {
                pause(&pty, PROMISE + Duration::from_millis(self.chance.below(600)));
            }
        }
        // wherever in its work the program then is
        let most = if matches!(doing, Doing::Saving(_)) { 15 } else { 40 };
        pause(&pty, Duration::from_micros(self.chance.below(most * 1_000)));
        self.kill(&pty, doing);
    }

    fn begin(&mut self) -> Doing {
        let at = self.chance.below(self.till.members.len() as u64) as usize;
        let number = *self.till.members.keys().nth(at).expect("somebody");
        self.francs += 1;
        Doing::Typing(Half::new(number, self.francs))
    }

    /// Types some more of it, or presses Enter. What the last step types is not waited for.
    fn fill_in(&mut self, pty: &Pty, mut half: Half, is_last: bool) -> Doing {
        let wanted = if half.is_taken { half.francs.to_string() } else { format!("{:04}", half.number) };
        let (from, amount) = half.now().clone();
        let typed = if half.is_taken { amount } else { from.clone() };
        let begun = if wanted.starts_with(&typed) { typed.len() } else { 0 };
        if begun == wanted.len() {
            pty.press("enter");
            if half.is_taken {
                return self.send(pty, half, is_last);
            }
            // what is owed is proposed
            pty.wait_for("Enter gives the receipt");
            (half.is_taken, _) = (true, half.stood.push((Some(Instant::now()), line(pty))));
            return Doing::Typing(half);
        }
        let count = (1 + self.chance.below(3) as usize).min(wanted.len() - begun);
        if half.is_taken && begun == 0 && !typed.is_empty() {
            // what is proposed goes
            pty.press("ctrl-u");
            half.stood.push((None, (from.clone(), String::new())));
        }
        pty.press(&format!("\"{}\"", &wanted[begun..begun + count]));
        for end in begun + 1..=begun + count {
            let letters = wanted[..end].to_owned();
            let stands = if half.is_taken { (from.clone(), letters) } else { (letters, String::new()) };
            half.stood.push((None, stands));
        }
        if !is_last {
            let stands = half.now().clone();
            pty.until("what was typed", |_| true);
            pty.until(&format!("{stands:?}"), |screen| read(&text(screen)) == stands);
            half.stood.last_mut().expect("it was typed").0 = Some(Instant::now());
        }
        Doing::Typing(half)
    }

    /// Enter was pressed on the amount.
    fn send(&mut self, pty: &Pty, half: Half, is_last: bool) -> Doing {
        self.sent.insert(half.francs);
        if is_last || self.chance.once_in(4) {
            return Doing::Saving(half);
        }
        let amount = half.francs.to_string();
        let amount = format!(" {},{}.00 CDF", &amount[..amount.len() - 3], &amount[amount.len() - 3..]);
        let says = |line: &str| read_said(line.trim()).is_some_and(|(_, rest)| rest.ends_with(&amount));
        pty.until("the receipt", |screen| text(screen).lines().any(says));
        Doing::Nothing
    }

    /// Ends the life, takes note of what the screen has said and of what was half typed, and looks at the book.
    fn kill(&mut self, pty: &Pty, doing: Doing) {
        let killed = Instant::now();
        pty.signal("KILL");
        pty.wait_exit();
        for line in pty.said() {
            let Some((name, paid)) = read_said(&line) else { continue };
            let before = self.confirmed.insert(name, paid);
            assert_eq!(before, None, "{line} was said twice");
            self.tally.confirmed += 1;
        }
        let received = self.examine();
        match doing {
            Doing::Saving(half) => {
                self.tally.saving.0 += 1;
                self.tally.saving.1 += usize::from(received.contains(&half.francs));
                // what was saved after all is no draft any more
                self.open = (!received.contains(&half.francs)).then_some((half, killed));
            }
            Doing::Typing(half) => self.open = Some((half, killed)),
            Doing::Nothing => {}
        }
    }

    /// What must be true after every kill; gives the amounts that were received, in francs.
    fn examine(&self) -> BTreeSet<i64> {
        let receipts = self.till.examine(&self.place, &BTreeMap::new());
        let mut received = BTreeSet::new();
        for receipt in &receipts {
            let francs = receipt.amount.as_ref().expect("what was paid").minor / 100;
            assert!(self.sent.contains(&francs), "{} was never sent", receipt.name());
            assert!(received.insert(francs), "{} is there twice: {francs}", receipt.name());
        }
        for (name, said) in &self.confirmed {
            let kept = receipts.iter().find(|receipt| receipt.name() == *name).map(said_of);
            assert_eq!(kept.as_ref(), Some(said), "the screen had said that {name} was given");
        }
        received
    }

    /// Looks at what the start offers, and goes on with it.
    fn resume(&mut self, pty: &Pty) -> Option<Half> {
        let offers = pty.screen().matches("Draft, payment").count();
        let Some((mut half, killed)) = self.open.take() else {
            assert_eq!(offers, 0, "nothing was open:\n{}", pty.screen());
            return None;
        };
        let may_be: Vec<Typed> = half.may_be(killed).iter().map(|(_, typed)| typed.clone()).collect();
        let is_promised = !may_be.contains(&Typed::default());
        assert!(offers == 1 || (offers == 0 && !is_promised), "{half:?} is lost:\n{}", pty.screen());
        if offers == 0 {
            return None;
        }
        self.tally.offered += 1;
        self.tally.promised += usize::from(is_promised);
        pty.press("enter").wait_for("F7 day");
        let found = line(pty);
        assert!(may_be.contains(&found), "{found:?} instead of {may_be:?}:\n{}", pty.screen());
        half.is_taken = pty.screen().contains("Enter gives the receipt");
        half.stood = vec![(Instant::now().checked_sub(PROMISE), found)];
        Some(half)
    }
}

/// What stands in the line: who pays, by number, and how much.
fn line(pty: &Pty) -> Typed {
    read(&pty.screen())
}

fn read(screen: &str) -> Typed {
    let figures = |label: &str| {
        let rest = screen.lines().find_map(|line| line.strip_prefix(label)).unwrap_or_default();
        let figures: String = rest.trim_start().chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        figures
    };
    (figures(" From"), figures(" Amount"))
}

#[test]
fn kill_during_payments() {
    let kills = std::env::var("USHIRIKA_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(8);
    let mut cashier = Cashier::new(Chance::new(), Tally::default());
    for kill in 1..=kills {
        cashier.live();
        if kill % KILLS_A_BOOK == 0 {
            cashier = Cashier::new(cashier.chance, cashier.tally);
        }
    }
    println!("{:?}", cashier.tally);
}
