//! Power that fails: the program is killed at random moments of typing, saving and importing, again and again.
//!
//! After each kill the book opens and is whole, what the screen had confirmed is there, an import is there whole or not
//! at all, and the next start offers what stood in the open form two seconds before. A short run is part of the tests;
//! the long one is `USHIRIKA_KILLS=200 cargo test --test main kill_at_any_moment -- --nocapture`.

mod minutes;
mod money;

use crate::common::{
    chance::Chance,
    place::Place,
    pty::{Pty, Start, text},
};
use serde_json::Value;
use std::time::{Duration, Instant};
use vt100::Screen;

/// What is promised of typed text.
const PROMISE: Duration = Duration::from_secs(2);
/// The first fields of the form of a member.
const LABELS: [&str; 3] = ["Surname", "Post-name", "Given name"];
/// What is typed into one of them, at most.
const LONGEST: usize = 18;
/// Members of the book before anything happens.
const MEMBERS: usize = 60;
/// Rows of a list that is imported.
const ROWS: usize = 1_000;
/// Lists that are imported into one book, at most.
const MOST_IMPORTS: usize = 5;
/// After so many kills a new book is taken, because a full one is slow to check.
const KILLS_A_BOOK: usize = 20;

type Texts = [String; 3];

/// A form as it was filled in.
#[derive(Clone, Debug, Default)]
struct Form {
    texts: Texts,
    at: usize,
    /// What stood in it, and since when it was on the screen.
    shown: Vec<(Instant, Texts)>,
}

impl Form {
    /// The name as the program says it: `KABEYA Ngoyi Éléonore`.
    fn name(&self) -> String {
        let [surname, post_name, given_name] = &self.texts;
        let parts = [&surname.to_uppercase(), post_name, given_name];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    }

    /// What must not be lost at that moment: what stood there two seconds before.
    fn safe(&self, at: Instant) -> Texts {
        let long_ago = self.shown.iter().rev().find(|(since, _)| *since + PROMISE <= at);
        long_ago.map(|(_, texts)| texts.clone()).unwrap_or_default()
    }
}

/// What the last key before the kill began.
enum Doing {
    Typing(Form),
    Saving(Form),
    Importing,
    Nothing,
}

/// What the kills have met.
#[derive(Debug, Default)]
struct Tally {
    kills: usize,
    /// Drafts that were offered, and how many of them had to be.
    offered: usize,
    promised: usize,
    /// Records that the screen had called saved.
    saved: usize,
    /// Records that were on their way, and how many of them had arrived.
    saving: (usize, usize),
    /// Lists that were on their way, and how many of them had arrived.
    importing: (usize, usize),
}

/// Somebody who types, and what they remember of one book.
struct Typist {
    place: Place,
    chance: Chance,
    tally: Tally,
    /// Names of all that were to be saved.
    sent: Vec<String>,
    /// Names that the screen has called saved.
    confirmed: Vec<String>,
    /// How many known members were changed.
    edits: usize,
    /// The lists that were imported: whether the screen has called them written.
    imports: Vec<bool>,
    /// How many of them were begun in this life.
    begun: usize,
    /// The form that was open at the last kill, and what of it must be offered.
    open: Option<(Form, Texts)>,
}

impl Typist {
    fn new(chance: Chance, tally: Tally) -> Self {
        let place = Place::with_demo(MEMBERS);
        let (sent, confirmed, imports) = (Vec::new(), Vec::new(), Vec::new());
        Self { place, chance, tally, sent, confirmed, edits: 0, imports, begun: 0, open: None }
    }

    /// One life of the program, from its start to its kill, and what is left of it.
    fn live(&mut self) {
        self.tally.kills += 1;
        self.begun = 0;
        let pty = Start::new(&self.place).go();
        if self.chance.once_in(12) {
            // killed while it starts
            pause(&pty, Duration::from_millis(self.chance.below(60)));
            return self.kill(&pty, Doing::Nothing);
        }
        pty.wait_for("Ctrl-P find anything");
        let mut doing = self.resume(&pty).map_or(Doing::Nothing, Doing::Typing);
        let steps = self.chance.below(40);
        // the promise is about two seconds: some lives must rest so long before their last steps
        let long = if self.chance.once_in(3) { steps.saturating_sub(1 + self.chance.below(6)) } else { u64::MAX };
        for step in 0..steps {
            if matches!(doing, Doing::Saving(_) | Doing::Importing) {
                break;
            }
            doing = self.step(&pty, doing, step + 1 == steps);
            if step == long {
                pause(&pty, PROMISE + Duration::from_millis(self.chance.below(600)));
            }
        }
        // wherever in its work the program then is
        let most = match doing {
            Doing::Importing => 150,
            Doing::Saving(_) => 12,
            _ => 40,
        };
        pause(&pty, Duration::from_micros(self.chance.below(most * 1_000)));
        self.kill(&pty, doing);
    }

    /// Presses the next keys. Those of the last step are not waited for; saving and importing end a life at times.
    fn step(&mut self, pty: &Pty, doing: Doing, last: bool) -> Doing {
        match doing {
            Doing::Typing(form) => self.fill_in(pty, form, last),
            _ if self.imports.len() < MOST_IMPORTS && self.chance.once_in(6) => self.import(pty, last),
            _ if self.edits < MEMBERS && self.chance.once_in(3) => self.edit(pty),
            _ => {
                pty.press("alt-2").wait_for(" in all").press("n").wait_for("Surname *");
                Doing::Typing(Form::default())
            }
        }
    }

    fn fill_in(&mut self, pty: &Pty, mut form: Form, last: bool) -> Doing {
        let changed = !form.shown.is_empty();
        match self.chance.below(12) {
            0 if changed && form.texts[0].len() > 3 => return self.save(pty, form, last),
            1 | 2 if form.at < 2 && !form.texts[form.at].is_empty() => {
                pty.press("tab");
                form.at += 1;
            }
            3 => pause(pty, Duration::from_millis(self.chance.below(80))),
            _ if form.texts[form.at].len() < LONGEST => {
                let count = self.chance.below(5) + 1;
                let letters = self.chance.letters(count);
                pty.send(letters.as_bytes());
                form.texts[form.at] += &letters;
                if !last {
                    pty.wait_for(&form.texts[form.at]);
                    form.shown.push((Instant::now(), form.texts.clone()));
                }
            }
            _ => {}
        }
        Doing::Typing(form)
    }

    fn save(&mut self, pty: &Pty, form: Form, last: bool) -> Doing {
        let name = form.name();
        self.sent.push(name.clone());
        pty.press("f2");
        if last || self.chance.once_in(8) {
            return Doing::Saving(form);
        }
        let asks = |screen: &Screen| text(screen).contains("Enter saves, Esc goes back");
        pty.until("an answer", |screen| text(screen).contains("Saved: ") || asks(screen));
        if pty.look(asks) {
            pty.press("enter");
        }
        pty.until("its name", |screen| text(screen).lines().any(|line| is_saved(line.trim(), &name)));
        Doing::Nothing
    }

    /// Begins to change somebody the book knows, each of them once, behind the given name.
    fn edit(&mut self, pty: &Pty) -> Doing {
        self.edits += 1;
        pty.press(&format!("ctrl-p \"{:04}\"", self.edits));
        pty.wait_for(&format!("> {:04}", self.edits)).press("enter").wait_for("e edit");
        pty.press("e").wait_for("Surname *").press("tab tab end").wait_for(" 3 / 56");
        Doing::Typing(Form { texts: fields(pty), at: 2, shown: Vec::new() })
    }

    fn import(&mut self, pty: &Pty, last: bool) -> Doing {
        let n = self.imports.len();
        let rows = (0..ROWS).map(|row| format!("Import{n} {},Row{row},F\n", self.chance.letters(9)));
        let rows = rows.collect::<Vec<_>>().concat();
        self.place.write(&format!("list{n}.csv"), &format!("surname,given_name,sex\n{rows}"));
        pty.press(&format!("alt-2 i \"list{n}\"")).wait_for(&format!("> list{n}")).press("enter");
        pty.wait_for("F2 writes 1,000 rows").press("f2");
        let cut = last || self.chance.once_in(3);
        self.imports.push(!cut);
        self.begun += 1;
        if cut {
            return Doing::Importing;
        }
        pty.wait_for("1,000 rows are written");
        Doing::Nothing
    }

    /// Ends the life, takes note of what the screen has said and of the form that was open, and looks at the book.
    fn kill(&mut self, pty: &Pty, doing: Doing) {
        let killed = Instant::now();
        pty.signal("KILL");
        pty.wait_exit();
        let said = pty.said();
        for name in &self.sent {
            if !self.confirmed.contains(name) && said.iter().any(|line| is_saved(line, name)) {
                self.confirmed.push(name.clone());
                self.tally.saved += 1;
            }
        }
        if let (Doing::Importing, Some(written)) = (&doing, self.imports.last_mut()) {
            let called = said.iter().filter(|line| line.starts_with("1,000 rows are written")).count();
            *written = called == self.begun;
        }
        let members = self.examine();
        let is_there = |form: &Form| members.contains(&form.name());
        match doing {
            Doing::Importing => {
                let prefix = format!("IMPORT{} ", self.imports.len() - 1);
                self.tally.importing.0 += 1;
                self.tally.importing.1 += usize::from(members.iter().any(|name| name.starts_with(&prefix)));
            }
            Doing::Saving(form) => {
                self.tally.saving.0 += 1;
                self.tally.saving.1 += usize::from(is_there(&form));
                // what was saved after all is no draft any more
                self.open = (!is_there(&form)).then(|| (form.clone(), form.safe(killed)));
            }
            Doing::Typing(form) => self.open = Some((form.clone(), form.safe(killed))),
            Doing::Nothing => {}
        }
    }

    /// What must be true after every kill; gives the names of all.
    fn examine(&self) -> Vec<String> {
        let check = self.place.json(&["check", "--json"]);
        assert_eq!(check["ok"], true, "{check:#}");
        let name = |member: &Value| {
            let part = |field| member[field].as_str().unwrap_or_default().to_owned();
            Form { texts: ["surname", "post_name", "given_name"].map(part), ..Form::default() }.name()
        };
        let members: Vec<String> = self.place.members().iter().map(name).collect();
        assert!(members.len() >= MEMBERS);
        let count = |wanted: &String| members.iter().filter(|name| *name == wanted).count();
        for name in &self.sent {
            assert!(count(name) <= 1, "{name} is there twice");
        }
        for name in &self.confirmed {
            assert_eq!(count(name), 1, "the screen had said that {name} was saved");
        }
        for (n, written) in self.imports.iter().enumerate() {
            let prefix = format!("IMPORT{n} ");
            let rows = members.iter().filter(|name| name.starts_with(&prefix)).count();
            assert!(rows == ROWS || (rows == 0 && !written), "{rows} rows of list {n}, called written: {written}");
        }
        members
    }

    /// Looks at what the start offers; goes on with it, or throws it away.
    fn resume(&mut self, pty: &Pty) -> Option<Form> {
        let offers = pty.screen().matches("Draft").count();
        let Some((typed, safe)) = self.open.take() else {
            assert_eq!(offers, 0, "nothing was open:\n{}", pty.screen());
            return None;
        };
        let promised = safe != Texts::default();
        assert!(offers == 1 || (offers == 0 && !promised), "{typed:?} is lost:\n{}", pty.screen());
        if offers == 0 {
            return None;
        }
        self.tally.offered += 1;
        self.tally.promised += usize::from(promised);
        pty.press("enter").wait_for("Surname *");
        let found = fields(pty);
        for ((found, safe), typed) in found.iter().zip(&safe).zip(&typed.texts) {
            assert!(found.starts_with(safe.as_str()), "{found:?} instead of {safe:?}:\n{}", pty.screen());
            assert!(typed.starts_with(found.as_str()), "{found:?} was never typed:\n{}", pty.screen());
        }
        if self.chance.once_in(3) {
            pty.press("esc").wait_for("Leave without saving?").press("enter");
            pty.wait_gone("Leave without saving?").wait_gone("Draft");
            return None;
        }
        // the cursor stands where it stood: behind what was typed last
        let at = (0..LABELS.len()).find(|at| pty.screen().contains(&format!(" {} / 5", at + 1)));
        let at = at.unwrap_or_else(|| panic!("the cursor is elsewhere:\n{}", pty.screen()));
        let long_ago = Instant::now().checked_sub(PROMISE).unwrap_or_else(Instant::now);
        Some(Form { texts: found.clone(), at, shown: vec![(long_ago, found)] })
    }
}

/// Lets the program work for so long.
fn pause(pty: &Pty, time: Duration) {
    pty.wait_bytes(usize::MAX, time);
}

/// Whether a line says that this member was saved: `Saved: 0061 KABEYA Ngoyi`.
fn is_saved(line: &str, name: &str) -> bool {
    line.strip_prefix("Saved: ").and_then(|rest| rest.split_once(' ')).is_some_and(|(_, saved)| saved == name)
}

/// What stands in the first fields of the form.
fn fields(pty: &Pty) -> Texts {
    let screen = pty.screen();
    LABELS.map(|label| {
        let value = |line: &str| {
            let line = line.trim_start_matches([' ', '▌']).strip_prefix(label)?;
            Some(line.trim_start_matches([' ', '*']).to_owned())
        };
        screen.lines().find_map(value).unwrap_or_default()
    })
}

#[test]
fn kill_at_any_moment() {
    let kills = std::env::var("USHIRIKA_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let mut typist = Typist::new(Chance::new(), Tally::default());
    for kill in 1..=kills {
        typist.live();
        if kill % KILLS_A_BOOK == 0 {
            typist = Typist::new(typist.chance, typist.tally);
        }
    }
    println!("{:?}", typist.tally);
}

#[test]
fn kill_while_the_book_is_made() {
    let mut chance = Chance::new();
    let (mut made, mut begun_again) = (0, 0);
    for _ in 0..12 {
        let place = Place::new();
        let fill_in = |pty: &Pty| {
            pty.wait_for("A new book for your cooperative").press("\"Mbongu\"").wait_for("Mbongu").press("f2");
        };
        let pty = Start::new(&place).go();
        fill_in(&pty);
        pause(&pty, Duration::from_micros(chance.below(10_000)));
        pty.signal("KILL");
        pty.wait_exit();
        // a whole book, or none: then the first start begins again
        let pty = Start::new(&place).go();
        let has_begun = |screen: &Screen| text(screen).contains("Enter the first member");
        pty.until("a start", |screen| has_begun(screen) || text(screen).contains("A new book for your cooperative"));
        if pty.look(has_begun) {
            made += 1;
        } else {
            begun_again += 1;
            fill_in(&pty);
        }
        pty.wait_for("Enter the first member").press("ctrl-q");
        assert_eq!(pty.wait_exit(), 0);
        assert_eq!(place.json(&["check", "--json"])["ok"], true);
    }
    println!("{made} books made, {begun_again} begun again");
}
