//! The terminal itself: raw mode, the alternate screen, its size, and getting all of it back in order.
//!
//! What is drawn is the painter's business; [`Tty`] is where its bytes go. Colours are written by the painter
//! and never by crossterm, whose reading of `NO_COLOR` would take reverse and bold away too.
use crossterm::terminal::{disable_raw_mode, enable_raw_mode, window_size};
use std::{
    fs::File,
    io::{self, IsTerminal as _, Write},
    os::fd::AsFd as _,
    panic,
    sync::{
        Once,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

/// Alternate screen, bracketed paste, no wrapping at the right edge (so that the last cell can be written and a
/// character of disputed width cannot reach the next row), cursor hidden until the painter shows it.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?7l\x1b[?25l";
/// All of it back. The screen is emptied first because the Linux console has no alternate one.
const LEAVE: &[u8] = b"\x1b[m\x1b[r\x1b[H\x1b[J\x1b[?7h\x1b[?25h\x1b[?2004l\x1b[?1049l";
/// A full terminal is tried again after this time.
const PAUSE: Duration = Duration::from_millis(2);
/// How long the end of the program waits for a terminal that takes nothing.
const FAREWELL: Duration = Duration::from_secs(1);

/// The terminal is ours.
static ACTIVE: AtomicBool = AtomicBool::new(false);

/// Raw mode and the alternate screen for as long as it lives.
#[derive(Debug)]
pub struct Tty(File);

impl Tty {
    /// Takes the terminal over. A panic of this thread gives it back before it is reported; one of another thread
    /// must not tear down a live screen and is not printed into it.
    pub fn enter() -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::ErrorKind::NotConnected.into());
        }
        restore_on_panic(thread::current().id());
        let mut tty = Self(output()?);
        enable_raw_mode()?;
        ACTIVE.store(true, Ordering::SeqCst);
        tty.write_all(ENTER)?;
        Ok(tty)
    }
}

impl Write for Tty {
    /// Writes all or fails: standard output may have been made non-blocking by others who share it.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        write_whole(&mut self.0, bytes, None)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back. Does nothing the second time, and says nothing: the terminal may be gone.
pub fn leave() {
    if ACTIVE.swap(false, Ordering::SeqCst) {
        if let Ok(mut file) = output() {
            let _ = write_whole(&mut file, LEAVE, Some(FAREWELL));
        }
        let _ = disable_raw_mode();
    }
}

/// Columns and rows; 80×24 where the terminal does not know, as on a serial line.
pub fn size() -> (u16, u16) {
    match window_size() {
        Ok(size) if size.columns > 0 && size.rows > 0 => (size.columns, size.rows),
        _ => (80, 24),
    }
}

/// Standard output without a buffer of its own: a frame is one write.
fn output() -> io::Result<File> {
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// Writes everything, through interruptions and a full non-blocking terminal; gives up after `patience`.
fn write_whole(to: &mut impl Write, mut bytes: &[u8], patience: Option<Duration>) -> io::Result<()> {
    let mut since = None;
    while !bytes.is_empty() {
        match to.write(bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(n) => bytes = &bytes[n..],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                let waited = since.get_or_insert_with(Instant::now).elapsed();
                if patience.is_some_and(|patience| waited >= patience) {
                    return Err(error);
                }
                thread::sleep(PAUSE);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn restore_on_panic(ui: ThreadId) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().id() == ui {
                leave();
            }
            if !ACTIVE.load(Ordering::SeqCst) {
                print(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes three bytes at a time, after refusing in every way a terminal can.
    struct Slow {
        taken: Vec<u8>,
        calls: usize,
    }

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.calls += 1;
            match self.calls % 3 {
                1 => Err(io::ErrorKind::Interrupted.into()),
                2 => Err(io::ErrorKind::WouldBlock.into()),
                _ => {
                    let n = bytes.len().min(3);
                    self.taken.extend_from_slice(&bytes[..n]);
                    Ok(n)
                }
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_slow_terminal_gets_everything() {
        let mut slow = Slow { taken: vec![], calls: 0 };
        write_whole(&mut slow, b"Mbuji-Mayi", None).expect("nothing but delays");
        assert_eq!(slow.taken, b"Mbuji-Mayi");
    }

    #[test]
    fn a_terminal_that_takes_nothing_ends_the_wait() {
        struct Stuck;
        impl Write for Stuck {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::WouldBlock.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let error = write_whole(&mut Stuck, b"x", Some(PAUSE * 3)).expect_err("it never takes the byte");
        assert_eq!(error.kind(), io::ErrorKind::WouldBlock);
    }

    #[test]
    fn leaving_without_entering_does_nothing() {
        leave();
        leave();
    }
}
