//! How a paper leaves the program: as a file, or to a printer.

use super::{About, Paper, Writing};
use crate::{
    domain::Text,
    report::{Report, pages, pdf, plain, table, xlsx},
    store::{Error, Result},
    unix::{
        self,
        printer::{Fit, Refusal, Spooler},
    },
};
use std::{io::Write, path::Path};

/// How a paper is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As it is printed.
    Pdf,
    /// For a screen, or a printer that knows only letters.
    Text,
    /// Its tables, for people with a spreadsheet program.
    Xlsx,
    /// Its tables, for programs that read tables.
    Csv,
}

impl Format {
    /// How names of such files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Text => "txt",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

impl Paper {
    /// How it can be written: tables only what is a list.
    pub const fn formats(&self) -> &'static [Format] {
        match self.about {
            _ if matches!(self.writing, Writing::Accounts) => &[Format::Pdf, Format::Text, Format::Xlsx, Format::Csv],
            About::Many | About::Books | About::Cycle => &[Format::Pdf, Format::Text, Format::Xlsx, Format::Csv],
            About::Each | About::Meeting | About::Receipt | About::Money | About::Nobody => {
                &[Format::Pdf, Format::Text]
            }
        }
    }

    /// The format that the ending of a file's name says; case does not matter.
    ///
    /// # Errors
    /// The endings that will do.
    pub fn format(&self, path: &Path) -> std::result::Result<Format, Text> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let found = self.formats().iter().copied().find(|format| format.ending() == ending);
        found.ok_or_else(|| {
            let known: Vec<String> = self.formats().iter().map(|format| format!(".{}", format.ending())).collect();
            Text::new("err-paper-ending").with("known", known.join(", "))
        })
    }
}

/// Writes a paper into a file, which is there whole or not at all; one that was there is replaced. Returns how many
/// pages the paper has.
pub fn write(report: &Report, format: Format, path: &Path) -> Result<usize> {
    unix::write_whole(path, |out| {
        match format {
            Format::Pdf => {
                let pdf = pdf::render(report);
                out.write_all(&pdf.bytes)?;
                return Ok(pdf.pages);
            }
            Format::Text => out.write_all(plain::render(report, report.page.columns()).as_bytes())?,
            Format::Xlsx => xlsx::tables(out, report)?,
            Format::Csv => table::csv_tables(out, report)?,
        }
        Ok(pages(report))
    })
}

/// The printers there are, the usual one first; the name is empty where only the system knows it.
///
/// # Errors
/// Why nothing can be printed.
pub fn printers(spooler: &Spooler) -> Result<Vec<String>> {
    spooler.printers().map_err(refused)
}

/// Prints a paper.
///
/// # Errors
/// What the printing system says.
pub fn print(spooler: &Spooler, report: &Report, on: &str) -> Result<()> {
    // what is cut must be as large as it says
    let fit = if report.page.is_bare() { Fit::Exact } else { Fit::Usual };
    spooler.print(on, &report.title, fit, &pdf::render(report).bytes).map_err(refused)
}

fn refused(refusal: Refusal) -> Error {
    Error::Invalid(match refusal {
        Refusal::NoSystem => Text::new("err-print-system"),
        Refusal::NoPrinter => Text::new("err-print-none"),
        Refusal::Said(what) => Text::new("err-print").with("what", what),
    })
}
