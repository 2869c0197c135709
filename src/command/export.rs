//! Giving the register to other programs: nothing is written into the book.

use crate::{
    domain::member::Member,
    report::{
        roster, table,
        xlsx::{self, About},
    },
    store::{Error, Reader, Result, member_list::Sort},
    unix,
};
use chrono::NaiveDate;
use std::{io::Write, path::Path};

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For programs that read tables.
    Csv,
    /// For people with a spreadsheet program.
    Xlsx,
    /// For all other programs.
    Json,
}

impl Format {
    /// The format of a name, such as that of an option.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The format that the ending of a file names.
    pub fn of(path: &Path) -> Option<Self> {
        Self::parse(&path.extension()?.to_string_lossy().to_lowercase())
    }
}

/// What a list is written as.
#[derive(Clone, Debug)]
pub struct Export {
    /// How.
    pub format: Format,
    /// What it is called where it has a name.
    pub title: String,
    /// The day of the list.
    pub made_on: NaiveDate,
}

/// Members that are read with one look at the list.
const PAGE: usize = 512;

/// Writes members, returns how many: these in their order, or all in the order of their numbers, those without last.
pub fn members(reader: &Reader, export: &Export, these: Option<&[i64]>, mut out: impl Write) -> Result<usize> {
    let organisation = reader.coop()?.name;
    let about = About { title: &export.title, organisation: &organisation, made_on: export.made_on };
    let (mut count, mut failed) = (0, None);
    let rows = read(reader, these).map_while(|member| {
        let member = member.map_err(|error| failed = Some(error)).ok()?;
        count += 1;
        Some(roster::cells(&member))
    });
    match export.format {
        Format::Csv => table::csv(&mut out, &roster::headings(), rows)?,
        Format::Xlsx => xlsx::list(&mut out, about, &roster::headings(), rows)?,
        Format::Json => table::json(&mut out, &roster::headings(), rows)?,
    }
    failed.map_or(Ok(count), Err)
}

/// The same into a file, which is there whole or not at all; one that was there is replaced.
pub fn members_file(reader: &Reader, export: &Export, these: Option<&[i64]>, path: &Path) -> Result<usize> {
    unix::write_whole(path, |out| members(reader, export, these, out))
}

fn read(reader: &Reader, these: Option<&[i64]>) -> impl Iterator<Item = Result<Member>> {
    let mut ended = these.is_some();
    let (mut page, mut after) = (these.unwrap_or_default().to_vec().into_iter(), None);
    std::iter::from_fn(move || {
        loop {
            if let Some(id) = page.next() {
                match reader.member(id) {
                    // gone since the page was read
                    Err(Error::NotFound) => continue,
                    member => return Some(member),
                }
            }
            if ended {
                return None;
            }
            match reader.member_slice(Sort::Number, &[], after.as_ref(), PAGE) {
                Ok(slice) => (page, ended, after) = (slice.ids.into_iter(), slice.next.is_none(), slice.next),
                Err(error) => {
                    ended = true;
                    return Some(Err(error));
                }
            }
        }
    })
}
