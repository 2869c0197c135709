//! Killed while payments are typed and months are closed: every receipt that the screen had confirmed is in the book once,
//! its series has no gap, what was half typed is offered again up to two seconds before, and gone on with it is paid once;
//! a month is closed or not, and what the screen had called closed is.
//!
//! The long run is `USHIRIKA_KILLS=200 cargo test --test main kill_during_payments -- --nocapture`.

use super::{PROMISE, pause};
use crate::common::{
    chance::Chance,
    place::Place,
    pty::{Pty, Start, text},
    till::{Till, read_said, reader, reopen, said_of},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};
use vt100::Screen;

/// Members of the cooperative.
const MEMBERS: usize = 12;
/// What each owes, in francs, and how many times: more than is ever paid.
const OWED: (i64, usize) = (1_000_000, 3);
/// Payments are of so many francs and one more each: by that they are known again.
const FIRST: i64 = 20_001;
/// Months of a book that are closed, at most.
const MOST_MONTHS: usize = 20;
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
    Closing,
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
    /// Months that the screen had called closed, and those that were being closed: how many of them are.
    closed: usize,
    closing: (usize, usize),
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
    /// The months that the screen has called closed, as it names them.
    months: BTreeSet<String>,
    /// Whether one was being closed at the last kill, and how many were closed before.
    closing: Option<usize>,
}

impl Cashier {
    fn new(chance: Chance, tally: Tally) -> Self {
        let place = Place::with_demo(MEMBERS);
        reopen(&place);
        let till = Till::new(&place, OWED.0 * 100, OWED.1);
        let (sent, confirmed, months) = (BTreeSet::new(), BTreeMap::new(), BTreeSet::new());
        Self { place, till, chance, tally, francs: FIRST, sent, confirmed, open: None, months, closing: None }
    }

    /// One life of the program, from its start to its kill, and what is left of it.
    fn live(&mut self) {
        self.tally.kills += 1;
        let pty = Start::new(&self.place).size(100, 24).go();
        pty.wait_for("Ctrl-P find anything");
        let mut doing = self.resume(&pty);
        let steps = self.chance.below(30);
        // the promise is about two seconds: some lives must rest so long before their last steps
        let long = if self.chance.once_in(3) { steps.saturating_sub(1 + self.chance.below(4)) } else { u64::MAX };
        for step in 0..steps {
            let is_last = step + 1 == steps;
            doing = match doing {
                Doing::Typing(half) => self.fill_in(&pty, half, is_last),
                Doing::Nothing if self.months.len() < MOST_MONTHS && self.chance.once_in(6) => {
                    self.close(&pty, is_last)
                }
                Doing::Nothing => self.begin(),
                Doing::Saving(_) | Doing::Closing => break,
            };
            if step == long {
                pause(&pty, PROMISE + Duration::from_millis(self.chance.below(600)));
            }
        }
        // wherever in its work the program then is
        let most = if matches!(doing, Doing::Saving(_) | Doing::Closing) { 15 } else { 40 };
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
            half.is_taken = true;
            half.stood.push((Some(Instant::now()), line(pty)));
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

    /// Goes from the pay line to the oldest month that is open and closes it; the last steps are not always waited for.
    fn close(&mut self, pty: &Pty, is_last: bool) -> Doing {
        pty.press("alt-5").wait_for("Months and years");
        to(pty, "Months and years");
        pty.press("enter").wait_for("To be closed").press("enter").wait_for("F2 close");
        pty.press("f2").wait_for(" 1 / 4").press("tab").wait_for(" 2 / 4");
        self.sign(pty, is_last)
    }

    /// Lets somebody else sign the form in which a month is closed.
    fn sign(&mut self, pty: &Pty, is_last: bool) -> Doing {
        self.closing = Some(self.closes().len());
        pty.press("ctrl-u \"0001\"").wait_for("0001");
        if self.chance.once_in(4) {
            return Doing::Closing;
        }
        pty.press("f2");
        if is_last || self.chance.once_in(3) {
            return Doing::Closing;
        }
        pty.wait_for("Closed: ");
        self.closing = None;
        begin_anew(pty)
    }

    /// The months that are closed, as the screen names them.
    fn closes(&self) -> Vec<String> {
        let closes = reader(&self.place).closes().expect("closes").into_iter();
        closes.filter(|close| close.reopened.is_none()).map(|close| close.last_on.format("%m/%Y").to_string()).collect()
    }

    /// Ends the life, takes note of what the screen has said and of what was half typed, and looks at the book.
    fn kill(&mut self, pty: &Pty, doing: Doing) {
        let killed = Instant::now();
        pty.signal("KILL");
        pty.wait_exit();
        for line in pty.said() {
            if let Some(month) = line.strip_prefix("Closed: ") {
                assert!(self.months.insert(month.to_owned()), "{line} was said twice");
                self.tally.closed += 1;
            }
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
            Doing::Closing => {
                self.tally.closing.0 += 1;
                self.tally.closing.1 += self.closes().len() - self.closing.expect("it was begun");
            }
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
        let closes = self.closes();
        let once: BTreeSet<&String> = closes.iter().collect();
        assert!(once.len() == closes.len() && self.months.iter().all(|month| once.contains(month)), "{closes:?}");
        received
    }

    /// Looks at what the start offers, and goes on with it; else opens the pay line.
    fn resume(&mut self, pty: &Pty) -> Doing {
        let screen = pty.screen();
        let (offers, closes) = (screen.matches("Draft, payment").count(), screen.matches("Draft: close").count());
        let was_open = self.closing.take().is_some_and(|before| before == self.closes().len());
        assert!(closes == 0 || (closes == 1 && was_open), "a month is closed twice:\n{screen}");
        if closes == 1 {
            pty.press("enter").wait_for("PIN of the second");
            if pty.screen().contains(" 1 / 4") {
                pty.press("tab").wait_for(" 2 / 4");
            }
            return self.sign(pty, false);
        }
        let Some((mut half, killed)) = self.open.take() else {
            assert_eq!(offers, 0, "nothing was open:\n{screen}");
            return begin_anew(pty);
        };
        let may_be: Vec<Typed> = half.may_be(killed).iter().map(|(_, typed)| typed.clone()).collect();
        let is_promised = !may_be.contains(&Typed::default());
        assert!(offers == 1 || (offers == 0 && !is_promised), "{half:?} is lost:\n{screen}");
        if offers == 0 {
            return begin_anew(pty);
        }
        self.tally.offered += 1;
        self.tally.promised += usize::from(is_promised);
        pty.press("enter").wait_for("F7 day");
        let found = line(pty);
        assert!(may_be.contains(&found), "{found:?} instead of {may_be:?}:\n{}", pty.screen());
        half.is_taken = pty.screen().contains("Enter gives the receipt");
        half.stood = vec![(Instant::now().checked_sub(PROMISE), found)];
        Doing::Typing(half)
    }
}

/// Opens the pay line.
fn begin_anew(pty: &Pty) -> Doing {
    pty.press("f4").wait_for("card or part of a name");
    Doing::Nothing
}

/// What stands in a cell; a blank one is a space.
fn shown_in(cell: &vt100::Cell) -> &str {
    if cell.contents().is_empty() { " " } else { cell.contents() }
}

/// Goes down to a line of the page.
fn to(pty: &Pty, label: &str) {
    let marked = |screen: &Screen| {
        let (rows, columns) = screen.size();
        let cells = |row| (0..columns.get()).filter_map(move |column| screen.cell(row, column));
        let marked = |row| cells(row).filter(|cell| cell.inverse()).map(shown_in).collect::<String>().trim().to_owned();
        (3..rows.get()).map(marked).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let mut at = pty.look(marked);
    while !at.starts_with(label) {
        pty.press("down").until("the next line", |screen| marked(screen) != at);
        at = pty.look(marked);
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
