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

/// Writes members of one state of the book, returns how many: these in their order, or all in the order of their numbers,
/// those without last.
pub fn members(reader: &Reader, export: &Export, these: Option<&[i64]>, out: impl Write) -> Result<usize> {
    reader.in_one_state(|| members_now(reader, export, these, out))
}

fn members_now(reader: &Reader, export: &Export, these: Option<&[i64]>, mut out: impl Write) -> Result<usize> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::member::{self, Admission},
        store::{Act, testing::*},
    };

    /// Somebody admits an applicant while the list is written.
    struct Meddler<'a> {
        book: &'a mut Book,
        applicant: Option<i64>,
    }

    impl Write for Meddler<'_> {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            if let Some(applicant) = self.applicant.take() {
                member::admit(&mut self.book.store, &self.book.amina, &[applicant], &Admission::default()).unwrap();
            }
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn nobody_is_missing_who_is_admitted_while_the_list_is_written() {
        let mut book = book();
        let applicants = |act: &Act| (1..=2 * PAGE).map(|n| act.insert_member(&member(5 * n))).collect();
        let all: Vec<i64> = book.store.act(&book.amina, &WRITE, &[], applicants).unwrap();
        let reader = book.reader();
        let export = Export { format: Format::Csv, title: String::new(), made_on: today() };
        let meddler = Meddler { applicant: all.last().copied(), book: &mut book };
        assert_eq!(members(&reader, &export, None, meddler).unwrap(), all.len());
        let last = book.store.member(*all.last().unwrap()).unwrap();
        assert_eq!(last.number, Some(1), "meanwhile admitted");
    }
}
