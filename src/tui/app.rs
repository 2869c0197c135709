//! The program while it runs: a stack of layers that messages go through. It knows no terminal; tests drive it as it is.

use super::{
    area,
    canvas::Canvas,
    frame,
    keymap::{Cmd, Scope},
    preference::Preference,
    screen::confirm::Confirm,
    screen::help::help,
    screen::lock::Lock,
    screen::money::overview::SECTIONS,
    screen::palette::palette,
    screen::{Cx, Flow, Input, Outcome, Screen, Toast, Value},
    theme::Role,
    writer::{LayerId, Msg},
};
use crate::{
    domain::Text,
    store::{self, Changed},
    text::{self, Lang},
};
use anyhow::Result;
use crossterm::event::{Event, KeyEventKind};
use ratatui::layout::{Rect, Size};
use std::time::Instant;

/// Terminals smaller than this show one sentence; 80×24 is what screens are made for.
const SMALLEST: Size = Size { width: 40, height: 10 };
/// With fewer rows of work than these a question has the whole screen, all but the keys.
const LOW: u16 = 12;

struct Layer {
    id: LayerId,
    /// The layer over which it was opened, to which its value belongs; 0 for the first.
    below: LayerId,
    screen: Box<dyn Screen>,
}

/// The stack of layers and all that they share.
pub struct App {
    /// What screens may touch.
    pub cx: Cx,
    layers: Vec<Layer>,
    /// Layers that are done as soon as their writing is.
    settling: Vec<Layer>,
    last_id: LayerId,
    exit: Option<u8>,
}

impl App {
    /// A program that shows `first`.
    pub fn new(cx: Cx, first: Box<dyn Screen>) -> Result<Self> {
        let mut app = Self { cx, layers: Vec::new(), settling: Vec::new(), last_id: 0, exit: None };
        app.push(first)?;
        Ok(app)
    }

    /// The exit code, once the program is to end.
    pub fn exit(&self) -> Option<u8> {
        self.exit
    }

    /// Puts a layer on top.
    pub fn push(&mut self, screen: Box<dyn Screen>) -> Result<()> {
        self.last_id += 1;
        let below = self.layers.last().map_or(0, |layer| layer.id);
        self.layers.push(Layer { id: self.last_id, below, screen });
        self.refresh_top(&Changed::everything());
        Ok(())
    }

    /// One message in, a new state out.
    pub fn handle(&mut self, message: Msg) -> Result<()> {
        self.cx.now = Instant::now();
        match message {
            Msg::Signal(number) => {
                self.exit = Some(128u8.saturating_add(number as u8));
                Ok(())
            }
            Msg::Progress(id, done, total) => {
                if let Some(layer) = self.layers.iter_mut().find(|l| l.id == id) {
                    layer.screen.progress(done, total);
                }
                Ok(())
            }
            Msg::Done(id, wrote, result) => self.done(id, wrote, result),
            Msg::Input(Event::Key(key)) if key.kind == KeyEventKind::Release => Ok(()),
            Msg::Input(Event::Resize(width, height)) => {
                self.cx.size = Size { width, height };
                self.refresh_all(&Changed::everything());
                Ok(())
            }
            Msg::Input(event) => self.input(&event),
        }
    }

    fn input(&mut self, event: &Event) -> Result<()> {
        let Some(top) = self.layers.last_mut() else { return Ok(()) };
        let input = match event {
            Event::Key(key) => {
                self.cx.toast = None;
                if let Some(cmd) = self.cx.keymap.lookup(top.screen.scope(), *key, top.screen.typing()) {
                    return self.command(cmd);
                }
                Input::Key(*key)
            }
            Event::Paste(text) => Input::Paste(text),
            _ => return Ok(()),
        };
        if !top.screen.typing() {
            return Ok(());
        }
        self.cx.layer = top.id;
        let outcome = top.screen.input(&input, &mut self.cx);
        self.follow_result(outcome, None)
    }

    /// Runs a command as if its key had been pressed.
    pub fn command(&mut self, cmd: Cmd) -> Result<()> {
        let Some(top) = self.layers.last_mut() else { return Ok(()) };
        self.cx.layer = top.id;
        let outcome = match top.screen.refuses(cmd).or_else(|| area::refuses(cmd)) {
            Some(why) => {
                self.cx.complain(&why);
                Ok(Flow::Stay)
            }
            None => top.screen.run(cmd, &mut self.cx),
        };
        self.follow_result(outcome, Some(cmd))
    }

    fn follow_result(&mut self, outcome: Result<Flow>, cmd: Option<Cmd>) -> Result<()> {
        match outcome {
            Ok(Flow::Ignored) => cmd.map_or(Ok(()), |cmd| self.everywhere(cmd)),
            Ok(flow) => self.follow(flow),
            Err(error) => {
                self.fail(&error);
                Ok(())
            }
        }
    }

    /// What a command does that the screen on top has no use for.
    fn everywhere(&mut self, cmd: Cmd) -> Result<()> {
        match cmd {
            Cmd::Quit => self.follow(Flow::Quit),
            Cmd::Back if self.layers.len() > 1 => self.back(),
            Cmd::Back => {
                self.cx.toast = Some(Toast::Plain(self.cx.lang.text(&Text::new("say-quit-key"))));
                Ok(())
            }
            Cmd::Help => {
                let help = help(self.layers.last().map(|l| &*l.screen), &self.cx);
                self.push(Box::new(help))
            }
            Cmd::Palette => self.push(Box::new(palette(self.layers.last().map(|l| &*l.screen), &self.cx))),
            Cmd::Language => {
                self.change_language();
                Ok(())
            }
            Cmd::Lock => {
                // what was typed is kept under the name of whoever typed it
                self.tick(true);
                self.push(Box::new(Lock::new(&self.cx)?))
            }
            Cmd::Undo | Cmd::Redo => {
                let screen = super::screen::undo::last(cmd, &mut self.cx)?;
                screen.map_or(Ok(()), |screen| self.push(screen))
            }
            Cmd::PaperForms
            | Cmd::Pay
            | Cmd::Sites
            | Cmd::Teams
            | Cmd::Actions
            | Cmd::Organs
            | Cmd::Minutes
            | Cmd::Duplicates => {
                let on = self.layers.last().map(|layer| layer.screen.on()).unwrap_or_default();
                match area::over(cmd, on, &self.cx) {
                    Ok(screen) => screen.map_or(Ok(()), |screen| self.push(screen)),
                    Err(error) => {
                        self.fail(&error);
                        Ok(())
                    }
                }
            }
            Cmd::Settings | Cmd::Area(_) => {
                if self.layers.iter().any(|l| l.screen.dirty() && !l.screen.keeps_draft()) {
                    return self.push(Box::new(Confirm::discard()));
                }
                // nothing is lost: the draft stays, and the first page offers to go on with it
                self.tick(true);
                if self.layers.iter().any(|l| l.screen.dirty()) {
                    self.cx.toast = Some(Toast::Plain(self.cx.lang.text(&Text::new("say-draft-kept"))));
                }
                let screen = area::open(cmd, &self.cx);
                self.follow(Flow::Reset(screen))
            }
            _ => Ok(()),
        }
    }

    fn back(&mut self) -> Result<()> {
        if self.layers.last().is_some_and(|l| l.screen.dirty()) {
            return self.push(Box::new(Confirm::discard()));
        }
        self.follow(Flow::Pop)
    }

    fn follow(&mut self, flow: Flow) -> Result<()> {
        match flow {
            Flow::Stay | Flow::Ignored => Ok(()),
            Flow::Push(screen) => self.push(screen),
            Flow::Replace(screen) => {
                self.layers.pop();
                self.push(screen)
            }
            Flow::Pop => {
                if let Some(mut layer) = self.layers.pop() {
                    // what was typed there and is not thrown away stays as a draft
                    self.cx.layer = layer.id;
                    layer.screen.tick(&mut self.cx, true);
                    self.cx.crew.cancel(layer.id);
                }
                self.refresh_top(&Changed::default());
                Ok(())
            }
            Flow::Settle => {
                self.settling.extend(self.layers.pop());
                self.refresh_top(&Changed::default());
                Ok(())
            }
            Flow::Next(screen) => {
                self.settling.extend(self.layers.pop());
                self.push(screen)
            }
            Flow::Return(value) => {
                let below = self.layers.pop().map_or(0, |layer| layer.below);
                self.refresh_top(&Changed::default());
                self.give(below, value)
            }
            Flow::Reset(screen) => {
                self.layers.truncate(1);
                if let Some(screen) = screen {
                    return self.push(screen);
                }
                self.refresh_top(&Changed::default());
                Ok(())
            }
            Flow::Again(cmd) => self.command(cmd),
            Flow::Unlocked { same } => {
                self.layers.pop();
                if !same {
                    // open forms are somebody else's; their drafts wait for them
                    self.layers.truncate(1);
                }
                self.take_preference()?;
                self.refresh_all(&Changed::everything());
                Ok(())
            }
            Flow::Quit => {
                self.exit = Some(0);
                Ok(())
            }
        }
    }

    /// Hands a value to the layer that asked for it. Whoever types ahead may have opened another over it since: that one
    /// gets nothing that is not its own.
    fn give(&mut self, to: LayerId, value: Value) -> Result<()> {
        let is_top = self.layers.last().is_some_and(|layer| layer.id == to);
        let Some(layer) = self.layers.iter_mut().find(|layer| layer.id == to) else { return Ok(()) };
        self.cx.layer = to;
        let outcome = match value {
            Value::Run(cmd) if is_top => return self.command(cmd),
            Value::Section(at) if is_top => (SECTIONS[at].open)(&mut self.cx),
            Value::Member(id) if is_top && !layer.screen.takes_member() => Ok(Flow::Push(area::member(id))),
            Value::Place(noun, id) if is_top => Ok(Flow::Push(area::place(noun, id))),
            value => layer.screen.returned(value, &mut self.cx),
        };
        if is_top || outcome.is_err() { self.follow_result(outcome, None) } else { Ok(()) }
    }

    fn done(&mut self, id: LayerId, wrote: bool, result: store::Result<Outcome>) -> Result<()> {
        self.cx.crew.answered(id, wrote);
        self.cx.layer = id;
        if wrote {
            self.look()?;
        }
        if let Some(at) = self.settling.iter().position(|l| l.id == id) {
            if matches!(result, Ok(Outcome::Quiet)) {
                return Ok(());
            }
            let mut layer = self.settling.remove(at);
            let outcome = layer.screen.done(result, &mut self.cx);
            if !matches!(outcome, Ok(Flow::Pop | Flow::Return(_))) {
                if self.layers.last().is_some_and(|l| l.screen.scope() == Scope::Lock) {
                    // nothing comes up over a lock; whoever unlocks finds the form and what was refused
                    self.layers.insert(self.layers.len() - 1, layer);
                    return outcome.map(drop).or_else(|error| {
                        self.fail(&error);
                        Ok(())
                    });
                }
                self.layers.push(layer);
            } else if let Ok(Flow::Return(value)) = outcome {
                return self.give(layer.below, value);
            } else {
                self.refresh_top(&Changed::default());
                return Ok(());
            }
            return self.follow_result(outcome, None);
        }
        let outcome = if let Some(layer) = self.layers.iter_mut().find(|l| l.id == id) {
            layer.screen.done(result, &mut self.cx)
        } else {
            // the layer that asked is gone: a draft it threw away is no longer offered, an error is still worth a word
            self.refresh_top(&Changed::default());
            result.map(|_| Flow::Stay).map_err(anyhow::Error::from)
        };
        let on_top = self.layers.last().is_some_and(|l| l.id == id);
        if on_top || outcome.is_err() {
            return self.follow_result(outcome, None);
        }
        if matches!(outcome, Ok(Flow::Pop)) {
            // done under a help or a question that is open over it
            self.layers.retain(|l| l.id != id);
        }
        Ok(())
    }

    fn fail(&mut self, error: &anyhow::Error) {
        let text = error.downcast_ref::<store::Error>().map(store::Error::text);
        let words = text.map_or_else(|| format!("{error:#}"), |text| self.cx.lang.text(&text));
        self.cx.toast = Some(Toast::Bad(words));
    }

    fn change_language(&mut self) {
        let codes = text::languages(&self.cx.lang_folder);
        let at = codes.iter().position(|code| code == self.cx.lang.code()).unwrap_or(0);
        let code = &codes[(at + 1) % codes.len()];
        self.cx.lang = Lang::with_folder(code, &self.cx.lang_folder);
        self.cx.preference.language = code.clone();
        let preference = self.cx.preference.clone();
        self.cx.layer = 0;
        if self.cx.session.viewer.user_id.is_some() {
            self.cx.write(move |store, session, _| {
                preference.keep(store, session)?;
                Ok(Outcome::Quiet)
            });
        }
        self.refresh_all(&Changed::everything());
    }

    /// Takes over the settings of whoever sits at the keyboard.
    fn take_preference(&mut self) -> Result<()> {
        self.cx.preference = Preference::read(&self.cx.reader)?;
        if !self.cx.preference.language.is_empty() && self.cx.preference.language != self.cx.lang.code() {
            self.cx.lang = Lang::with_folder(&self.cx.preference.language, &self.cx.lang_folder);
        }
        Ok(())
    }

    /// Tells the layer on top that it is there: a new one reads everything, one that comes to light again has heard of
    /// every change while it was covered.
    fn refresh_top(&mut self, changed: &Changed) {
        let Some(top) = self.layers.last_mut() else {
            // nothing is left to show: the first start is done, unless its book is still being made
            if self.settling.is_empty() {
                self.exit = self.exit.or(Some(0));
            }
            return;
        };
        self.cx.layer = top.id;
        if let Err(error) = top.screen.refresh(&mut self.cx, changed) {
            self.fail(&error);
        }
    }

    fn refresh_all(&mut self, changed: &Changed) {
        for at in 0..self.layers.len() {
            let layer = &mut self.layers[at];
            self.cx.layer = layer.id;
            if let Err(error) = layer.screen.refresh(&mut self.cx, changed) {
                self.fail(&error);
            }
        }
    }

    /// Looks whether somebody has changed the book; `true` when the screen has to be drawn again.
    pub fn look(&mut self) -> Result<bool> {
        let Some(changed) = self.cx.reader.changed()? else { return Ok(false) };
        self.refresh_all(&changed);
        Ok(true)
    }

    /// A slice of work in the background, for the topmost layer that is seen and has any; `false` when there was
    /// nothing to do.
    pub fn work(&mut self) -> bool {
        for layer in self.layers.iter_mut().rev() {
            self.cx.layer = layer.id;
            match layer.screen.work(&mut self.cx) {
                Ok(true) => return true,
                Ok(false) if layer.screen.overlay() => {}
                Ok(false) => return false,
                Err(error) => {
                    self.fail(&error);
                    return false;
                }
            }
        }
        false
    }

    /// Time has passed: open forms keep their drafts.
    pub fn tick(&mut self, force: bool) {
        self.cx.now = Instant::now();
        for layer in &mut self.layers {
            self.cx.layer = layer.id;
            layer.screen.tick(&mut self.cx, force);
        }
    }

    /// Keeps what was typed and waits until everything is on disk.
    pub fn finish(&mut self) {
        self.tick(true);
        self.cx.crew.finish();
    }

    /// Draws the frame and the layers from the topmost full page upwards.
    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let area = canvas.buffer.area;
        if area.width < SMALLEST.width || area.height < SMALLEST.height {
            canvas.put(area.x, area.y, area.width, "say-too-small", Role::Text);
            return;
        }
        // the form of the first start stays on the screen while its book is made
        let layers = if self.layers.is_empty() { &self.settling } else { &self.layers };
        let base = layers.iter().rposition(|l| !l.screen.overlay()).unwrap_or(0);
        let Some(top) = layers.last() else { return };
        let body = frame::draw(canvas, &self.cx, &*layers[base].screen, &*top.screen);
        let over = if body.height < LOW { Rect { height: area.height - 1, ..area } } else { body };
        for layer in &layers[base..] {
            canvas.cursor = None;
            layer.screen.draw(canvas, if layer.screen.overlay() { over } else { body });
        }
        frame::draw_toast(canvas, &self.cx);
    }

    /// Who has the keyboard, for tests: the title of the topmost layer.
    pub fn title(&self) -> String {
        self.layers.last().map(|l| l.screen.title()).unwrap_or_default()
    }
}
