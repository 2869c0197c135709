//! The loop: one thread owns the screen, the others send it messages. It draws only after something happened, and once
//! for all that happened meanwhile, so that a held key never runs ahead of a slow line.

use super::{
    app::App,
    canvas::Canvas,
    charset::Charset,
    paint::Painter,
    terminal::{self, Tty},
    writer::Msg,
};
use anyhow::Result;
use crossterm::event::{self, Event};
use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};
use std::{
    io::{self, IsTerminal},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError},
    thread,
    time::{Duration, Instant},
};

/// How often the program looks whether somebody else has changed the book: 1.4 wake-ups a second.
const LOOK: Duration = Duration::from_millis(700);

/// Work in the background shows how far it has come after this time.
const GLIMPSE: Duration = Duration::from_millis(100);

/// Starts the threads that listen to the keyboard and to the system.
pub fn listen(messages: &Sender<Msg>) -> Result<()> {
    let input = messages.clone();
    thread::spawn(move || {
        while let Ok(event) = event::read() {
            if input.send(Msg::Input(event)).is_err() {
                break;
            }
        }
    });
    let mut signals = signal_hook::iterator::Signals::new([
        signal_hook::consts::SIGTERM,
        signal_hook::consts::SIGHUP,
        signal_hook::consts::SIGINT,
    ])?;
    let messages = messages.clone();
    thread::spawn(move || {
        for number in signals.forever() {
            if messages.send(Msg::Signal(number)).is_err() {
                break;
            }
        }
    });
    Ok(())
}

/// Exit code when the terminal is gone: that of the signal which says so.
const GONE: u8 = 129;

/// Shows the program until it ends; gives the exit code. Whatever ends it, what was typed is kept.
pub fn run(app: &mut App, view: &mut View, messages: &Receiver<Msg>) -> Result<u8> {
    let code = turn(app, view, messages);
    app.finish();
    match code {
        // it went while it was drawn on, before the signal was heard
        Err(_) if !io::stdin().is_terminal() => Ok(GONE),
        code => code,
    }
}

fn turn(app: &mut App, view: &mut View, messages: &Receiver<Msg>) -> Result<u8> {
    let mut draw = true;
    loop {
        if let Some(code) = app.exit() {
            return Ok(code);
        }
        if draw {
            view.draw(app)?;
        }
        draw = match next(app, messages) {
            Next::Message(first) => {
                let mut message = Some(first);
                while let Some(next) = message {
                    if matches!(next, Msg::Input(Event::Resize(..))) {
                        // there and back again: the terminal has forgotten all the same
                        view.painter.reset();
                    }
                    app.handle(next)?;
                    message = if app.exit().is_some() { None } else { messages.try_recv().ok() };
                }
                app.tick(false);
                true
            }
            Next::Worked => true,
            Next::Quiet => {
                if !io::stdin().is_terminal() {
                    return Ok(GONE);
                }
                app.tick(false);
                // the news of another size is lost when it comes together with a key (crossterm 0.29, mio source)
                let resized = size() != app.cx.size;
                if resized {
                    let Size { width, height } = size();
                    view.painter.reset();
                    app.handle(Msg::Input(Event::Resize(width, height)))?;
                }
                app.look()? || resized
            }
            Next::Nobody => return Ok(0),
        };
    }
}

enum Next {
    Message(Msg),
    /// Work in the background has changed the screen.
    Worked,
    Quiet,
    Nobody,
}

/// Waits for a message and works in the background until there is one.
fn next(app: &mut App, messages: &Receiver<Msg>) -> Next {
    let (began, mut worked) = (Instant::now(), false);
    loop {
        match messages.try_recv() {
            Ok(message) => return Next::Message(message),
            Err(TryRecvError::Disconnected) => return Next::Nobody,
            Err(TryRecvError::Empty) => {}
        }
        if !app.work() {
            break;
        }
        worked = true;
        if began.elapsed() > GLIMPSE {
            break;
        }
    }
    if worked {
        return Next::Worked;
    }
    match messages.recv_timeout(LOOK) {
        Ok(message) => Next::Message(message),
        Err(RecvTimeoutError::Timeout) => Next::Quiet,
        Err(RecvTimeoutError::Disconnected) => Next::Nobody,
    }
}

/// The terminal and what was drawn on it last.
pub struct View {
    painter: Painter<Tty>,
    buffer: Buffer,
}

impl View {
    /// Takes the terminal over.
    pub fn enter(charset: Charset) -> Result<Self> {
        Ok(Self { painter: Painter::new(charset, Tty::enter()?), buffer: Buffer::empty(Rect::ZERO) })
    }

    fn draw(&mut self, app: &App) -> Result<()> {
        let Size { width, height } = app.cx.size;
        let area = Rect { x: 0, y: 0, width, height };
        self.buffer.resize(area);
        self.buffer.reset();
        let mut canvas = Canvas {
            buffer: &mut self.buffer,
            theme: app.cx.theme,
            lang: &app.cx.lang,
            charset: app.cx.charset,
            cursor: None,
        };
        app.draw(&mut canvas);
        let cursor = canvas.cursor;
        self.painter.paint(&self.buffer, cursor)?;
        Ok(())
    }
}

/// The size of the terminal; 80×24 where it does not say.
pub fn size() -> Size {
    let (width, height) = terminal::size();
    Size { width, height }
}
