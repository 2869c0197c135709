//! The threads beside the screen: one that writes the book, and one for each piece of long work.
//!
//! The screen never waits for a disk or for another user's lock: it hands over what is to be written and goes on; the
//! answer comes back as a message. The connection that writes is opened with the first thing to write.

use super::screen::Outcome;
use crate::{
    domain::Text,
    store::{self, Store},
};
use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
};

/// Which layer of the screen asked.
pub type LayerId = u32;

/// Everything that can happen.
#[derive(Debug)]
pub enum Msg {
    /// A key, a paste, another size.
    Input(crossterm::event::Event),
    /// What a layer handed to a thread is done; the flag tells writing from other work.
    Done(LayerId, bool, store::Result<Outcome>),
    /// How far it has come.
    Progress(LayerId, usize, usize),
    /// The system asks the program to end.
    Signal(i32),
}

/// Reports how far work has come, and tells it when to stop.
#[derive(Clone)]
pub struct Progress {
    layer: LayerId,
    messages: Sender<Msg>,
    stop: Arc<AtomicBool>,
}

impl Progress {
    /// Reports a step.
    ///
    /// # Errors
    /// `err-cancelled` when somebody has pressed Esc; what was begun is then rolled back.
    pub fn step(&self, done: usize, total: usize) -> store::Result<()> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(store::Error::Invalid(Text::new("err-cancelled")));
        }
        // the program may be ending; then nobody listens
        let _ = self.messages.send(Msg::Progress(self.layer, done, total));
        Ok(())
    }
}

type Writing = Box<dyn FnOnce(&mut Store, &Progress) -> store::Result<Outcome> + Send>;
/// Something to write, and whom to tell.
type Order = (LayerId, Progress, Writing);
type Job = Box<dyn FnOnce(&Progress) -> store::Result<Outcome> + Send>;

/// Opens the connection that writes.
pub type Opener = Box<dyn FnMut() -> store::Result<Store> + Send>;

/// The threads and what they have in hand.
pub struct Crew {
    messages: Sender<Msg>,
    opener: Option<Opener>,
    writer: Option<(Sender<Order>, JoinHandle<()>)>,
    /// How many pieces of writing are under way.
    writing: usize,
    jobs: HashMap<LayerId, Arc<AtomicBool>>,
}

impl Crew {
    /// A crew that answers to `messages` and opens the book with `opener` when there is something to write.
    pub fn new(messages: Sender<Msg>, opener: Opener) -> Self {
        Self { messages, opener: Some(opener), writer: None, writing: 0, jobs: HashMap::new() }
    }

    /// Another way of opening the book for writing, before anything was written.
    pub fn set_opener(&mut self, opener: Opener) {
        self.opener = Some(opener);
    }

    /// Hands over something to write.
    pub fn write(&mut self, layer: LayerId, work: Writing) {
        let progress = self.progress(layer);
        if self.writer.is_none() {
            let (sender, receiver) = channel();
            let messages = self.messages.clone();
            let opener = self.opener.take().expect("the writer is started once");
            self.writer = Some((sender, thread::spawn(move || write_all(&receiver, &messages, opener))));
        }
        self.writing += 1;
        let sent = self.writer.as_ref().map(|(sender, _)| sender.send((layer, progress, work)));
        debug_assert!(matches!(sent, Some(Ok(()))), "the writer lives as long as the crew");
    }

    /// Starts long work that writes nothing.
    pub fn job(&mut self, layer: LayerId, work: Job) {
        let (progress, messages) = (self.progress(layer), self.messages.clone());
        thread::spawn(move || {
            let result = guarded(|| work(&progress));
            let _ = messages.send(Msg::Done(layer, false, result));
        });
    }

    fn progress(&mut self, layer: LayerId) -> Progress {
        let stop = Arc::new(AtomicBool::new(false));
        self.jobs.insert(layer, stop.clone());
        Progress { layer, messages: self.messages.clone(), stop }
    }

    /// Asks the work of a layer to stop.
    pub fn cancel(&self, layer: LayerId) {
        if let Some(stop) = self.jobs.get(&layer) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Takes note that an answer has come.
    pub fn answered(&mut self, layer: LayerId, wrote: bool) {
        self.jobs.remove(&layer);
        self.writing -= usize::from(wrote && self.writing > 0);
    }

    /// Whether something is on its way to the disk.
    pub fn is_writing(&self) -> bool {
        self.writing > 0
    }

    /// Whether any thread still owes an answer.
    pub fn is_busy(&self) -> bool {
        self.writing > 0 || !self.jobs.is_empty()
    }

    /// Waits until all that was handed over is on disk.
    pub fn finish(&mut self) {
        if let Some((sender, thread)) = self.writer.take() {
            drop(sender);
            let _ = thread.join();
        }
    }
}

fn write_all(work: &Receiver<Order>, messages: &Sender<Msg>, mut opener: Opener) {
    let mut store: Option<Store> = None;
    while let Ok((layer, progress, writing)) = work.recv() {
        let result = guarded(|| {
            let store = match &mut store {
                Some(store) => store,
                empty => empty.insert(opener()?),
            };
            writing(store, &progress)
        });
        // when the screen is gone, what is still queued is written all the same
        let _ = messages.send(Msg::Done(layer, true, result));
    }
}

/// A panic of a thread is an error of its work, never the end of the screen.
fn guarded<T>(work: impl FnOnce() -> store::Result<T>) -> store::Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(store::Error::Invalid(Text::new("err-internal"))))
}
