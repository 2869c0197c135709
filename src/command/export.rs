//! Giving the register to other programs: nothing is written into the book.

use crate::{
    domain::member::Member,
    report::{roster, table},
    store::{Error, Reader, Result, member_list::Sort},
    unix,
};
use std::{
    fs,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheet programs.
    Csv,
    /// For programs.
    Json,
}

/// Members that are read with one look at the list.
const PAGE: usize = 512;

/// Writes all members in the order of their numbers, those without last; returns how many.
pub fn members(reader: &Reader, format: Format, mut out: impl Write) -> Result<usize> {
    let (mut count, mut failed) = (0, None);
    let rows = all(reader).map_while(|member| {
        let member = member.map_err(|error| failed = Some(error)).ok()?;
        count += 1;
        Some(roster::cells(&member))
    });
    match format {
        Format::Csv => table::csv(&mut out, &roster::headings(), rows)?,
        Format::Json => table::json(&mut out, &roster::headings(), rows)?,
    }
    failed.map_or(Ok(count), Err)
}

/// The same into a file, which is there whole or not at all; one that was there is replaced.
pub fn members_file(reader: &Reader, format: Format, path: &Path) -> Result<usize> {
    let part = beside(path);
    let _ = fs::remove_file(&part);
    let written = (|| {
        let mut out = BufWriter::new(unix::create_private(&part)?);
        let count = members(reader, format, &mut out)?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        fs::rename(&part, path)?;
        Ok(count)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// The name of a file while it is being written.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

fn all(reader: &Reader) -> impl Iterator<Item = Result<Member>> {
    let (mut page, mut after, mut ended) = (Vec::new().into_iter(), None, false);
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
