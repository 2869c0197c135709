//! Giving the register to other programs: nothing is written into the book.

pub mod ledger;

use super::{paper::meeting, share};
use crate::{
    domain::member::Member,
    report::{
        block::Row,
        calendar, roster, table,
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

/// What is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List<'a> {
    /// These members in their order, or all in the order of their numbers, those without last.
    Members(Option<&'a [i64]>),
    /// The meetings, in the order of their days.
    Meetings,
    /// What was put to the vote, meeting by meeting.
    Motions,
    /// What members have paid, in the order of days.
    Contributions,
}

/// Members that are read with one look at the list.
const PAGE: usize = 512;

/// Writes a list of one state of the book; returns how many rows it has.
pub fn write(reader: &Reader, list: List, export: &Export, out: impl Write) -> Result<usize> {
    reader.in_one_state(|| write_now(reader, list, export, out))
}

fn write_now(reader: &Reader, list: List, export: &Export, mut out: impl Write) -> Result<usize> {
    match list {
        List::Members(these) => {
            let rows = read(reader, these).map(|member| member.map(|member| roster::cells(&member)));
            rows_to(reader, export, &roster::headings(), rows, &mut out)
        }
        List::Meetings => {
            let called = reader.called(None)?;
            let rows = called.iter().map(|called| Ok(calendar::meeting(&meeting::proceedings(reader, called.id)?)));
            rows_to(reader, export, calendar::MEETING, rows, &mut out)
        }
        List::Motions => {
            let mut rows = Vec::new();
            for called in reader.called(None)? {
                let meeting = reader.meeting(called.id)?;
                rows.extend(reader.motions(called.id)?.iter().map(|motion| Ok(calendar::motion(&meeting, motion))));
            }
            rows_to(reader, export, calendar::MOTION, rows.into_iter(), &mut out)
        }
        List::Contributions => ledger::contributions(reader, export, &mut out),
    }
}

/// Writes rows under headings, until one cannot be read.
fn rows_to(
    reader: &Reader,
    export: &Export,
    headings: &[&str],
    rows: impl Iterator<Item = Result<Row>>,
    out: &mut impl Write,
) -> Result<usize> {
    let organisation = reader.coop()?.name;
    let about = About { title: &export.title, organisation: &organisation, made_on: export.made_on };
    let (mut count, mut failed) = (0, None);
    let rows = rows.map_while(|row| {
        let row = row.map_err(|error| failed = Some(error)).ok()?;
        count += 1;
        Some(row)
    });
    match export.format {
        Format::Csv => table::csv(out, headings, rows)?,
        Format::Xlsx => xlsx::list(out, about, headings, rows)?,
        Format::Json => table::json(out, headings, rows)?,
    }
    failed.map_or(Ok(count), Err)
}

/// The same into a file, which is there whole or not at all; one that was there is replaced.
pub fn write_file(reader: &Reader, list: List, export: &Export, path: &Path) -> Result<usize> {
    unix::write_whole(path, |out| write(reader, list, export, out))
}

fn read(reader: &Reader, these: Option<&[i64]>) -> impl Iterator<Item = Result<Member>> {
    let mut ended = these.is_some();
    let (mut page, mut after) = (these.unwrap_or_default().to_vec().into_iter(), None);
    std::iter::from_fn(move || {
        loop {
            if let Some(id) = page.next() {
                match share::registered(reader, id) {
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
        assert_eq!(write(&reader, List::Members(None), &export, meddler).unwrap(), all.len());
        let last = book.store.member(*all.last().unwrap()).unwrap();
        assert_eq!(last.number, Some(1), "meanwhile admitted");
    }
}
