//! Reads a file beside the screen: its sheets, then what they would do to the register.

use crate::{
    command::{
        self,
        import::{self, Enter, Incoming, Plan},
    },
    domain::member::Reading,
    import::{
        layout::{self, Layout},
        mapping, roster,
        sheet::{self, Sheet},
    },
    store::{self, Reader},
    tui::writer::Progress,
};
use std::sync::Arc;

/// A file that was read, and what it would do.
#[derive(Debug)]
pub struct Roster {
    pub(super) sheets: Arc<Vec<Sheet>>,
    pub(super) sheet: usize,
    pub(super) layout: Layout,
    pub(super) plan: Plan,
    /// Under which name the meaning of these columns is kept.
    pub(super) mapping: Option<String>,
}

/// How the file is read: set by hand, or guessed.
#[derive(Clone)]
pub(super) struct Choice {
    pub sheet: Option<usize>,
    pub layout: Option<Layout>,
    pub enter: Enter,
}

/// The sheets of a file.
pub(super) fn open(file: &std::path::Path, name: &str, progress: &Progress) -> store::Result<Vec<Sheet>> {
    let bytes = sheet::load(file, sheet::MAX_BYTES)?;
    sheet::read(&bytes, name, &watched(progress)).map_err(store::Error::Invalid)
}

/// What the sheets would do, read as they were chosen or guessed to be.
pub(super) fn understand(
    reader: &Reader,
    sheets: Arc<Vec<Sheet>>,
    choice: Choice,
    reading: Reading,
    progress: &Progress,
) -> store::Result<Roster> {
    let saved = command::mapping::all(reader)?;
    let recognised = || mapping::recognise(&saved, &sheets, choice.sheet, &reading);
    let (sheet, layout) = match choice.layout {
        Some(layout) => (choice.sheet.unwrap_or_default(), layout),
        None => recognised().map_or_else(
            || {
                let sheet = choice.sheet.unwrap_or_else(|| layout::choose(&sheets, &reading));
                (sheet, layout::guess(&sheets[sheet], &reading))
            },
            |(_, sheet, layout)| (sheet, layout),
        ),
    };
    let is_this = |one: &&mapping::Saved| {
        let found = mapping::recognise(std::slice::from_ref(*one), &sheets, Some(sheet), &reading);
        found.is_some_and(|(_, _, found)| found == layout)
    };
    let name = saved.iter().find(is_this).map(|saved| saved.name.clone());
    let rows = roster::read(&sheets[sheet], &layout, &reading, &watched(progress)).map_err(store::Error::Invalid)?;
    let total = rows.len();
    let incoming = rows.into_iter().map(|row| Incoming {
        row: row.line,
        member: row.member,
        given: row.given,
        issues: row.issues,
    });
    let mut step = |done| progress.step(done, total).is_ok();
    let plan = import::plan(reader, incoming, choice.enter, reading.today, &mut step)?;
    Ok(Roster { sheets, sheet, layout, plan, mapping: name })
}

/// The progress of a job as the importer wants it.
fn watched(progress: &Progress) -> impl Fn(usize, usize) -> Result<(), crate::import::Cancelled> {
    |done, total| progress.step(done, total).map_err(|_| crate::import::Cancelled)
}
