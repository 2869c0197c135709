//! The program in a real pseudo-terminal: bytes in, bytes out, and a screen that understands them.
//!
//! Nothing here sleeps. Whoever waits, waits for something to stand on the screen or for the program to end, and gives
//! up at a deadline with the screen in the message.

use super::{driver::events, place::Place};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use portable_pty::{CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use std::{
    cell::RefCell,
    io::{Read, Write},
    num::NonZeroU16,
    process::Command,
    sync::{Arc, Condvar, Mutex, MutexGuard},
    thread,
    time::{Duration, Instant},
};
use vt100::{Parser, Screen};

/// How long anything may take before a test gives up; never waited for when all is well.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// How long the output of a program that has ended may take to be read.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// The last that the program writes: away from the alternate screen.
const LEFT: &[u8] = b"\x1b[?1049l";

/// How the program is started.
pub struct Start<'a> {
    place: &'a Place,
    program: String,
    args: Vec<String>,
    env: Vec<(String, String)>,
    size: (u16, u16),
}

impl<'a> Start<'a> {
    /// On the book of a place, 80×24, in English.
    pub fn new(place: &'a Place) -> Self {
        let program = env!("CARGO_BIN_EXE_ushirika").to_owned();
        Self { place, program, args: Vec::new(), env: place.environment(), size: (80, 24) }
    }

    /// Another program.
    pub fn program(mut self, program: &str) -> Self {
        program.clone_into(&mut self.program);
        self
    }

    /// With these arguments behind the others.
    pub fn args(mut self, args: &[&str]) -> Self {
        self.args.extend(args.iter().map(|&arg| arg.to_owned()));
        self
    }

    /// With another value of a variable; the last given counts.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// In a terminal of another size.
    pub const fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// Starts it.
    pub fn go(self) -> Pty {
        let mut command = CommandBuilder::new(&self.program);
        command.args(&self.args);
        command.cwd(self.place.folder());
        command.env_clear();
        for (name, value) in &self.env {
            command.env(name, value);
        }
        Pty::open(command, self.size)
    }
}

/// What has come out of the program so far.
struct Seen {
    parser: Parser,
    bytes: Vec<u8>,
    /// What the line above the footer says, and what it has said.
    line: String,
    said: Vec<String>,
    /// How it ended.
    code: Option<u32>,
    /// Nobody reads any more.
    closed: bool,
}

impl Seen {
    fn listen(&mut self) {
        let screen = self.parser.screen();
        let (rows, cols) = (screen.size().0.get(), screen.size().1.get());
        let line = screen.rows(0, cols).nth(usize::from(rows).saturating_sub(3)).unwrap_or_default();
        let line = line.trim();
        if line != self.line {
            line.clone_into(&mut self.line);
            self.said.extend((!line.is_empty()).then(|| line.to_owned()));
        }
    }
}

struct Shared {
    seen: Mutex<Seen>,
    news: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().expect("no test has panicked while it looked")
    }
}

/// A terminal with the program in it.
pub struct Pty {
    shared: Arc<Shared>,
    master: Option<Box<dyn MasterPty + Send>>,
    /// Kept open, so that the terminal outlives the program.
    _slave: Box<dyn SlavePty + Send>,
    keyboard: RefCell<Option<Box<dyn Write + Send>>>,
    pid: u32,
    /// The settings of the terminal before the program had it.
    before: String,
}

impl Pty {
    fn open(command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(cols, rows)).expect("a pseudo-terminal");
        let before = settings(&*pair.master);
        let mut child = pair.slave.spawn_command(command).expect("the program starts");
        let pid = child.process_id().expect("a running program");
        let mut output = pair.master.try_clone_reader().expect("its output");
        let seen = Seen {
            parser: Parser::new(cell(rows), cell(cols), 0),
            bytes: Vec::new(),
            line: String::new(),
            said: Vec::new(),
            code: None,
            closed: false,
        };
        let shared = Arc::new(Shared { seen: Mutex::new(seen), news: Condvar::new() });
        let reader = shared.clone();
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n @ 1..) = output.read(&mut buffer) {
                let mut seen = reader.lock();
                seen.parser.process(&buffer[..n]);
                seen.bytes.extend_from_slice(&buffer[..n]);
                seen.listen();
                reader.news.notify_all();
                if seen.closed {
                    return;
                }
            }
        });
        let waiter = shared.clone();
        thread::spawn(move || {
            let code = child.wait().map_or(u32::MAX, |status| status.signal().map_or(status.exit_code(), |_| 999));
            waiter.lock().code = Some(code);
            waiter.news.notify_all();
        });
        let keyboard = pair.master.take_writer().expect("its keyboard");
        Self {
            shared,
            master: Some(pair.master),
            _slave: pair.slave,
            keyboard: RefCell::new(Some(keyboard)),
            pid,
            before,
        }
    }

    /// Waits until `is_there` says so about the screen; gives up with the screen.
    #[track_caller]
    pub fn until(&self, what: &str, is_there: impl Fn(&Screen) -> bool) -> &Self {
        let shown = self.try_until(DEADLINE, is_there);
        assert!(shown, "waited for {what} and saw:\n{}", self.screen());
        self
    }

    /// Waits until the screen is as asked; `false` when it is not in time, or the program has ended without.
    pub fn try_until(&self, patience: Duration, is_there: impl Fn(&Screen) -> bool) -> bool {
        let shown = |seen: &Seen| is_there(seen.parser.screen()).then_some(());
        let end = self.wait(patience, |seen| shown(seen).map(|()| true).or(seen.code.map(|_| false)));
        // the last words of a program that has ended may still be on their way
        end == Some(true) || self.wait(LAST_WORDS, shown).is_some()
    }

    fn wait<T>(&self, patience: Duration, mut ready: impl FnMut(&Seen) -> Option<T>) -> Option<T> {
        let end = Instant::now() + patience;
        let mut seen = self.shared.lock();
        loop {
            if let Some(answer) = ready(&seen) {
                return Some(answer);
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return None;
            }
            seen = self.shared.news.wait_timeout(seen, left).expect("no test has panicked while it looked").0;
        }
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn wait_for(&self, wanted: &str) -> &Self {
        self.until(&format!("“{wanted}”"), |screen| text(screen).contains(wanted))
    }

    /// Waits until a text is gone from the screen.
    #[track_caller]
    pub fn wait_gone(&self, unwanted: &str) -> &Self {
        self.until(&format!("the end of “{unwanted}”"), |screen| !text(screen).contains(unwanted))
    }

    /// Waits until nothing has come for so long.
    pub fn wait_quiet(&self, pause: Duration) -> &Self {
        let mut length = self.shared.lock().bytes.len();
        while let Some(grown) =
            self.wait(pause, |seen| (seen.bytes.len() > length && seen.code.is_none()).then_some(seen.bytes.len()))
        {
            length = grown;
        }
        self
    }

    /// Waits until more than `length` bytes have come out, or `patience` is over.
    pub fn wait_bytes(&self, length: usize, patience: Duration) -> &Self {
        let _ = self.wait(patience, |seen| (seen.bytes.len() > length || seen.code.is_some()).then_some(()));
        self
    }

    /// Presses keys, written as for the driver: `2 n "kabeya" f2`.
    pub fn press(&self, keys: &str) -> &Self {
        let bytes: Vec<u8> = events(keys).iter().flat_map(|key| encode(*key)).collect();
        self.send(&bytes)
    }

    /// Sends bytes as the keyboard would; a program that is gone does not mind.
    pub fn send(&self, bytes: &[u8]) -> &Self {
        if let Some(keyboard) = self.keyboard.borrow_mut().as_mut() {
            let _ = keyboard.write_all(bytes);
        }
        self
    }

    /// Pastes as a terminal with bracketed paste does.
    pub fn paste(&self, text: &str) -> &Self {
        self.send(&[b"\x1b[200~", text.as_bytes(), b"\x1b[201~"].concat())
    }

    /// Gives the terminal another size.
    pub fn resize(&self, cols: u16, rows: u16) -> &Self {
        if let Some(master) = &self.master {
            self.shared.lock().parser.set_size(cell(rows), cell(cols));
            master.resize(size(cols, rows)).expect("another size");
        }
        self
    }

    /// The screen as text, without blanks at the ends of lines.
    pub fn screen(&self) -> String {
        self.look(text)
    }

    /// Looks at the screen as it is now.
    pub fn look<T>(&self, at: impl FnOnce(&Screen) -> T) -> T {
        at(self.shared.lock().parser.screen())
    }

    /// All bytes that came out so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.shared.lock().bytes.clone()
    }

    /// What the line above the footer has said so far.
    pub fn said(&self) -> Vec<String> {
        self.shared.lock().said.clone()
    }

    /// Sends a signal to the program: `TERM`, `KILL`.
    pub fn signal(&self, name: &str) {
        // the shell has a `kill` of its own on every system
        let kill = format!("kill -{name} {}", self.pid);
        let _ = Command::new("/bin/sh").args(["-c", &kill]).output().expect("a shell");
    }

    /// Closes the terminal, as when a line drops or a window is closed. The program must be drawing: whoever reads its
    /// output has to wake up to let go of the terminal, and another size is what makes it draw.
    pub fn close(&mut self) {
        let (rows, cols) = self.look(Screen::size);
        self.shared.lock().closed = true;
        self.resize(cols.get() + 1, rows.get());
        self.keyboard.take();
        self.master = None;
    }

    /// Waits until the program has ended; its exit code, or 999 when a signal ended it.
    #[track_caller]
    pub fn wait_exit(&self) -> u32 {
        let code = self.wait(DEADLINE, |seen| seen.code);
        code.unwrap_or_else(|| panic!("program {} goes on:\n{}", self.pid, self.screen()))
    }

    /// Whether the terminal is again as it was: main screen, cursor visible, its settings.
    #[track_caller]
    pub fn is_as_before(&self) {
        let left = |seen: &Seen| {
            let screen = seen.parser.screen();
            let is_main = !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste();
            // before the first byte is read it is that too
            (is_main && seen.bytes.windows(LEFT.len()).any(|bytes| bytes == LEFT)).then_some(())
        };
        assert!(self.wait(DEADLINE, left).is_some(), "{}", self.screen());
        let master = self.master.as_deref().expect("an open terminal");
        assert_eq!(settings(master), self.before, "the settings of the terminal");
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if self.shared.seen.lock().is_ok_and(|seen| seen.code.is_none()) {
            self.signal("KILL");
        }
    }
}

/// A screen as text, without blanks at the ends of lines.
pub fn text(screen: &Screen) -> String {
    let width = screen.size().1.get();
    screen.rows(0, width).map(|row| row.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

fn cell(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}

const fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// What a terminal sends for a key.
fn encode(key: KeyEvent) -> Vec<u8> {
    let sequence: &[u8] = match key.code {
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => return vec![c as u8 & 0x1f],
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::ALT) => return format!("\x1b{c}").into_bytes(),
        KeyCode::Char(c) => return c.to_string().into_bytes(),
        KeyCode::Enter => b"\r",
        KeyCode::Tab => b"\t",
        KeyCode::BackTab => b"\x1b[Z",
        KeyCode::Backspace => b"\x7f",
        KeyCode::Esc => b"\x1b",
        KeyCode::Up => b"\x1b[A",
        KeyCode::Down => b"\x1b[B",
        KeyCode::Right => b"\x1b[C",
        KeyCode::Left => b"\x1b[D",
        KeyCode::Home => b"\x1b[H",
        KeyCode::End => b"\x1b[F",
        KeyCode::Delete => b"\x1b[3~",
        KeyCode::PageUp => b"\x1b[5~",
        KeyCode::PageDown => b"\x1b[6~",
        KeyCode::F(1) => b"\x1bOP",
        KeyCode::F(2) => b"\x1bOQ",
        KeyCode::F(3) => b"\x1bOR",
        KeyCode::F(4) => b"\x1bOS",
        KeyCode::F(6) => b"\x1b[17~",
        KeyCode::F(9) => b"\x1b[20~",
        other => panic!("what does a terminal send for {other:?}?"),
    };
    sequence.to_vec()
}
