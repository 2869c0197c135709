//! The printers of the system, through `lp` and `lpstat`, which every printing system of Unix has.

use std::{
    env,
    io::{self, Write},
    path::PathBuf,
    process::{Command, Output, Stdio},
};

/// Why something was not printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no `lp`: the printing system is not installed.
    NoSystem,
    /// There is no printer.
    NoPrinter,
    /// What the printing system says, in its words.
    Said(String),
}

/// How a page is put on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// As the printer likes.
    Usual,
    /// Exactly as large as it is: cards and labels are cut.
    Exact,
}

/// The printing system: the programs that talk to it.
#[derive(Clone, Debug, Default)]
pub struct Spooler {
    /// Where they are; without a folder they are looked for where all programs are.
    folder: Option<PathBuf>,
}

impl Spooler {
    /// One whose programs are in a folder.
    pub const fn at(folder: PathBuf) -> Self {
        Self { folder: Some(folder) }
    }

    /// The names of the printers, the usual one first; an empty name where only the system knows it.
    ///
    /// # Errors
    /// When there is none, or no printing system.
    pub fn printers(&self) -> Result<Vec<String>, Refusal> {
        let listed = match self.ask(&["-e"]) {
            Ok(output) => output,
            // some systems have lp alone; it knows where to print
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.has_lp() => return Ok(vec![String::new()]),
            Err(error) => return Err(missing(&error)),
        };
        let mut names: Vec<String> = lines(&listed.stdout).map(str::to_owned).collect();
        if names.is_empty() {
            return Err(Refusal::NoPrinter);
        }
        // `system default destination: Office`
        let usual = self.ask(&["-d"]).ok();
        let usual = usual.as_ref().and_then(|output| lines(&output.stdout).next()?.rsplit_once(": "));
        if let Some(at) = usual.and_then(|(_, usual)| names.iter().position(|name| name == usual)) {
            let usual = names.remove(at);
            names.insert(0, usual);
        }
        Ok(names)
    }

    /// Prints a PDF on a printer; without a name, on the usual one.
    ///
    /// # Errors
    /// What the printing system says.
    pub fn print(&self, printer: &str, title: &str, fit: Fit, pdf: &[u8]) -> Result<(), Refusal> {
        let mut command = Command::new(self.program("lp"));
        if !printer.is_empty() {
            command.args(["-d", printer]);
        }
        command.args(["-t", title, "-o", "media=A4"]);
        if fit == Fit::Exact {
            command.args(["-o", "print-scaling=none"]);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| missing(&error))?;
        // a printer that does not read to the end says why in what it complains about
        let sent = child.stdin.take().map_or(Ok(()), |mut paper| paper.write_all(pdf));
        let output = child.wait_with_output().map_err(|error| missing(&error))?;
        let said = lines(&output.stderr).collect::<Vec<_>>().join(" ");
        match sent {
            Ok(()) if output.status.success() => Ok(()),
            Err(error) if said.is_empty() => Err(Refusal::Said(error.to_string())),
            _ if said.is_empty() => Err(Refusal::Said(output.status.to_string())),
            _ => Err(Refusal::Said(said)),
        }
    }

    fn ask(&self, args: &[&str]) -> io::Result<Output> {
        // in the words that are looked for, whatever the user's language
        Command::new(self.program("lpstat")).args(args).env("LC_ALL", "C").stdin(Stdio::null()).output()
    }

    fn program(&self, name: &str) -> PathBuf {
        self.folder.as_ref().map_or_else(|| name.into(), |folder| folder.join(name))
    }

    fn has_lp(&self) -> bool {
        let is_in = |folder: PathBuf| folder.join("lp").is_file();
        match &self.folder {
            Some(folder) => is_in(folder.clone()),
            None => env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(is_in)),
        }
    }
}

fn missing(error: &io::Error) -> Refusal {
    if error.kind() == io::ErrorKind::NotFound { Refusal::NoSystem } else { Refusal::Said(error.to_string()) }
}

/// Lines that are not blank.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &str> {
    str::from_utf8(bytes).unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty())
}
