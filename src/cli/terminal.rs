//! Questions to whoever sits at the terminal; where standard input is none, nobody is asked.

use std::{
    io::{IsTerminal, Write, stderr, stdin, stdout},
    process::{Command, Stdio},
};

/// Whether somebody can see and use the screen.
pub fn is_there() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// Asks, beside what goes to standard output, and reads a line; `None` when nobody can answer.
pub fn ask(question: &str) -> Option<String> {
    if !stdin().is_terminal() {
        return None;
    }
    stderr().write_all(question.as_bytes()).ok()?;
    let mut answer = String::new();
    stdin().read_line(&mut answer).ok()?;
    Some(answer)
}

/// Asks for what must not be seen while it is typed. What would be seen is not asked for.
pub fn hidden(question: &str) -> Option<String> {
    let echo = |setting| {
        let done = Command::new("stty").arg(setting).stderr(Stdio::null()).status();
        done.is_ok_and(|status| status.success())
    };
    let answer = (stdin().is_terminal() && echo("-echo")).then(|| ask(question))?;
    echo("echo");
    let _ = writeln!(stderr());
    Some(answer?.trim_end_matches(['\r', '\n']).to_owned())
}
