//! The contract between the program and its screens, and all that a screen may touch.

use super::{
    canvas::Canvas,
    charset::Charset,
    keymap::{Cmd, Keymap, Scope},
    preference::Preference,
    theme::Theme,
    writer::{Crew, LayerId, Progress},
};
use crate::{
    clock::Clock,
    domain::{Text, book::Coop, command::Command, day, member::Reading, user::Session},
    store::{self, Changed, Reader, Store},
    text::Lang,
    unix::printer::Spooler,
};
use crossterm::event::KeyEvent;
use ratatui::layout::{Rect, Size};
use std::{path::PathBuf, time::Instant};

pub mod confirm;
pub mod conflict;
pub mod entry;
pub mod first;
pub mod help;
pub mod history;
pub mod home;
pub mod import;
pub mod lock;
pub mod meetings;
pub mod members;
pub mod money;
pub mod palette;
pub mod paper;
pub mod places;
pub mod record;
pub mod settings;
pub mod undo;

/// The area of screens that belong to none.
pub const NO_AREA: usize = 99;

/// What stands in the line above the footer until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Toast {
    /// It is done.
    Good(String),
    /// Something to know.
    Plain(String),
    /// It was refused or went wrong.
    Bad(String),
}

/// Everything a screen may touch; one for the whole program.
pub struct Cx {
    /// The book, for reading.
    pub reader: Reader,
    /// Who sits at the keyboard.
    pub session: Session,
    /// The cooperative the book belongs to.
    pub coop: Coop,
    /// The user's own settings.
    pub preference: Preference,
    /// The language.
    pub lang: Lang,
    /// Where further languages lie.
    pub lang_folder: PathBuf,
    /// Colours.
    pub theme: Theme,
    /// Which characters the terminal shows.
    pub charset: Charset,
    /// The keys.
    pub keymap: Keymap,
    /// What prints.
    pub spooler: Spooler,
    /// The one clock.
    pub clock: Clock,
    /// What just happened.
    pub toast: Option<Toast>,
    /// Size of the terminal.
    pub size: Size,
    /// Threads that write and work.
    pub crew: Crew,
    /// The layer that is being asked, so that answers find their way back.
    pub layer: LayerId,
    /// When the program last heard a key; drafts are written by it.
    pub now: Instant,
}

impl Cx {
    /// What reading typed text needs to know.
    pub fn reading(&self) -> Reading {
        Reading { today: self.clock.today(), country: self.coop.country, order: day::Order::Dmy }
    }

    /// Whether whoever sits here may run a command: better said before a form is filled than after.
    ///
    /// # Errors
    /// The role that is needed.
    pub fn permit(&self, command: &Command) -> store::Result<()> {
        self.reader.permit(&self.session, command)
    }

    /// Hands `work` to the thread that writes; the answer comes to [`Screen::done`] of the layer that asked.
    pub fn write(
        &mut self,
        work: impl FnOnce(&mut Store, &Session, &Progress) -> store::Result<Outcome> + Send + 'static,
    ) {
        let session = self.session.clone();
        self.crew.write(self.layer, Box::new(move |store, progress| work(store, &session, progress)));
    }

    /// Hands long work that writes nothing to a thread of its own; the answer comes to [`Screen::done`].
    pub fn job(&mut self, work: impl FnOnce(&Progress) -> store::Result<Outcome> + Send + 'static) {
        self.crew.job(self.layer, Box::new(work));
    }

    /// Says that something is done.
    pub fn say(&mut self, text: &Text) {
        self.toast = Some(Toast::Good(self.lang.text(text)));
    }

    /// Says why something was not done.
    pub fn complain(&mut self, text: &Text) {
        self.toast = Some(Toast::Bad(self.lang.text(text)));
    }
}

/// What a thread answers.
#[derive(Debug)]
pub enum Outcome {
    /// It is done and nobody needs to hear of it.
    Quiet,
    /// It is done; these words say what.
    Said(Text),
    /// A record is on disk.
    Saved {
        /// The record.
        id: i64,
        /// What to say.
        said: Text,
    },
    /// A value for the screen that asked.
    Value(Value),
}

/// What a screen gives to the screen below it, or a thread to the screen that asked.
#[derive(Debug)]
pub enum Value {
    /// Yes.
    Yes,
    /// What was typed may go.
    Discard,
    /// A row of a list that was offered.
    Row(usize),
    /// A row of a list that was offered, to be changed.
    Change(usize),
    /// A row of a list that was offered, to be taken away.
    Remove(usize),
    /// Places of a list that were chosen, in the order that was chosen.
    Order(Vec<usize>),
    /// The text of an item of minutes is in the book.
    Written {
        /// The item as it was known; 0 for one that was put on the agenda by it.
        before: i64,
        /// The item.
        id: i64,
    },
    /// The text of an item of minutes was refused.
    Unwritten {
        /// The item as it was known.
        item: i64,
        /// Why.
        error: store::Error,
    },
    /// A filter from its form, in the form in which it is kept, and its name; empty when it is not to be kept.
    Filter {
        /// The name.
        name: String,
        /// The filter.
        filter: String,
    },
    /// A command to run.
    Run(Cmd),
    /// A subject of money to open, by its place among them.
    Section(usize),
    /// A member to look at.
    Member(i64),
    /// A site, a team, a household, a body or a meeting to look at.
    Place(&'static crate::domain::noun::Noun, i64),
    /// A meeting, and the state to which it is to be taken.
    Stage(i64, crate::domain::meeting::State),
    /// A record that was saved.
    Saved(i64),
    /// What the screen below was opened for is done.
    Done,
    /// What a change of many members would do.
    Bulk(Box<crate::command::bulk::Plan>),
    /// Opening balances of a file, compared with the book.
    Opening(Vec<crate::command::opening::Planned>),
    /// What raising amounts owed would come to.
    Raise(Box<crate::command::due::Plan>),
    /// Who may stand twice in the register.
    Pairs(Vec<crate::command::merge::Pair>),
    /// A file.
    File(PathBuf),
    /// Which version of each field was chosen: `true` is the other's.
    Sides(Vec<bool>),
    /// An undo that could be done, with what stands in its way.
    Undo(Box<store::undo::UndoPlan>),
    /// A file of members, read.
    Roster(Box<import::Roster>),
    /// A paper that somebody wants.
    Paper(Box<crate::command::paper::Asked>),
    /// A paper that is ready.
    Ready(Box<paper::preview::Ready>),
    /// The printers there are.
    Printers(Vec<String>),
    /// Files that are not what they were, and the text key of why.
    Unlike(Vec<(i64, &'static str)>),
    /// What each column of a file means.
    Columns(Vec<Option<crate::domain::member::Field>>),
}

/// What a screen asks the program to do. Screens never see the stack or each other.
#[must_use]
pub enum Flow {
    /// Nothing.
    Stay,
    /// The key meant nothing here.
    Ignored,
    /// Another layer on top.
    Push(Box<dyn Screen>),
    /// Another layer instead of this one.
    Replace(Box<dyn Screen>),
    /// This layer is done.
    Pop,
    /// This layer is done when its writing is; if that fails it comes back.
    Settle,
    /// As [`Flow::Settle`], and another layer takes its place at once: what is typed ahead goes there.
    Next(Box<dyn Screen>),
    /// This layer is done and gives a value to the one below.
    Return(Value),
    /// All layers but the first page go; this one takes their place.
    Reset(Option<Box<dyn Screen>>),
    /// Another command instead, as if its key had been pressed here.
    Again(Cmd),
    /// Somebody has come in: preferences are theirs from now on.
    Unlocked {
        /// Whether it is who was there before.
        same: bool,
    },
    /// The program ends.
    Quit,
}

impl Flow {
    /// Another layer on top.
    pub fn push(screen: impl Screen + 'static) -> Self {
        Self::Push(Box::new(screen))
    }
}

/// Typed text, for screens in which somebody types.
#[derive(Debug)]
pub enum Input<'a> {
    /// A key that is no command.
    Key(KeyEvent),
    /// Text pasted into the terminal.
    Paste(&'a str),
}

/// What the cursor of a screen is on, for commands that work from anywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct On {
    /// A member.
    pub member: Option<i64>,
    /// A meeting.
    pub meeting: Option<i64>,
}

/// A full page or a dialog: one layer of the stack.
pub trait Screen {
    /// Where I am, already in words: the parts of the line above the work.
    fn title(&self) -> String;
    /// What I see: filter, count, order; at the right of that line.
    fn aside(&self) -> String {
        String::new()
    }
    /// Which of the ten areas this belongs to; ten and more is none.
    fn area(&self) -> usize {
        NO_AREA
    }
    /// Which rows of the key table are live.
    fn scope(&self) -> Scope;
    /// Runs a command found in the key table, or picked in help or palette.
    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> anyhow::Result<Flow>;
    /// Draws; reads only what `refresh` and `run` have put in `self`.
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect);
    /// Reads the book again: on entry, and after a change that touches it.
    fn refresh(&mut self, _cx: &mut Cx, _changed: &Changed) -> anyhow::Result<()> {
        Ok(())
    }
    /// Text and paste, only while `typing`.
    fn input(&mut self, _input: &Input<'_>, _cx: &mut Cx) -> anyhow::Result<Flow> {
        Ok(Flow::Ignored)
    }
    /// Whom and what the cursor is on.
    fn on(&self) -> On {
        On::default()
    }
    /// A field has the focus: plain characters are text, not commands.
    fn typing(&self) -> bool {
        false
    }
    /// Text key of what a command is called here.
    fn name_of(&self, cmd: Cmd) -> &'static str {
        cmd.text_id()
    }
    /// Why a command cannot run now. Greys it in the help, leaves it out of the footer, and becomes the toast.
    fn refuses(&self, _cmd: Cmd) -> Option<Text> {
        None
    }
    /// Something typed is not saved: leaving asks first.
    fn dirty(&self) -> bool {
        false
    }
    /// What is typed here is kept as a draft when somebody goes elsewhere.
    fn keeps_draft(&self) -> bool {
        false
    }
    /// A dialog: the layer below stays visible.
    fn overlay(&self) -> bool {
        false
    }
    /// Whether a member chosen in the palette is for this screen, instead of being opened.
    fn takes_member(&self) -> bool {
        false
    }
    /// The layer that was on top gave a value.
    fn returned(&mut self, _value: Value, _cx: &mut Cx) -> anyhow::Result<Flow> {
        Ok(Flow::Stay)
    }
    /// What was handed to a thread is done, or went wrong.
    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> anyhow::Result<Flow> {
        match result? {
            Outcome::Said(text) | Outcome::Saved { said: text, .. } => cx.say(&text),
            Outcome::Quiet | Outcome::Value(_) => {}
        }
        Ok(Flow::Stay)
    }
    /// How far a thread has come.
    fn progress(&mut self, _done: usize, _total: usize) {}
    /// A slice of work in the background, at most a few milliseconds; `false` when there was nothing to do.
    fn work(&mut self, _cx: &mut Cx) -> anyhow::Result<bool> {
        Ok(false)
    }
    /// Time has passed: the moment to keep a draft. `force` when the program is about to end.
    fn tick(&mut self, _cx: &mut Cx, _force: bool) {}
}
