//! The zip archive that XLSX and ODS are, opened with suspicion.
//!
//! A few kilobytes can unfold to gigabytes, and the sizes in an archive are only claims. So every part is unfolded
//! once into nothing, under limits, before anything is kept of it; see [`Bounded`].

use crate::domain::Text;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// The archive over the bytes of the file.
pub(super) type Package<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Most parts of an archive; a workbook has some dozens.
const MAX_PARTS: usize = 4_000;
/// Most bytes of a part that holds cells, unfolded. A sheet of 200,000 rows and 19 columns has 170 MB.
const MAX_SHEET: u64 = 256 << 20;
/// Most bytes of the part that holds the texts of a workbook: those of 100,000 members have some 25 MB.
const MAX_STRINGS: u64 = 40 << 20;
/// Most bytes of any other part.
const MAX_PART: u64 = 16 << 20;
/// Most bytes of all parts together.
const MAX_ALL: u64 = 512 << 20;
/// Most bytes without a `<`: an XML reader keeps a whole tag or text in memory. A cell of Excel has 32,767 characters.
const MAX_RUN: u64 = 2 << 20;

/// What an archive is.
pub(super) enum Kind {
    /// A workbook of Excel since 2007.
    Xlsx,
    /// A spreadsheet of `OpenDocument`.
    Ods,
    /// The text key of something else.
    Other(&'static str),
}

/// Opens the archive; `None` when it is damaged or has more parts than any workbook.
pub(super) fn open(bytes: &[u8]) -> Option<Package<'_>> {
    // counted here because the archive reader makes room for every one
    let parts = bytes.windows(4).filter(|w| *w == b"PK\x01\x02").count();
    if parts > MAX_PARTS {
        return None;
    }
    ZipArchive::new(Cursor::new(bytes)).ok()
}

/// What the archive is, by the names of its parts.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    let mut package = open(bytes)?;
    let names: Vec<String> = package.file_names().flatten().map(|n| n.replace('\\', "/").to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|n| n == name);
    if has("xl/workbook.bin") {
        return Some(Kind::Other("import-kind-xlsb"));
    }
    if has("word/document.xml") || has("ppt/presentation.xml") {
        return Some(Kind::Other("import-kind-document"));
    }
    if has("content.xml") {
        let mut start = [0; 47];
        let length = package.by_name("mimetype").ok().and_then(|mut part| read_some(&mut part, &mut start).ok());
        let spreadsheet = length.is_none_or(|n| String::from_utf8_lossy(&start[..n]).contains("spreadsheet"));
        return Some(if spreadsheet { Kind::Ods } else { Kind::Other("import-kind-document") });
    }
    if has("[content_types].xml") || has("_rels/.rels") {
        return Some(Kind::Xlsx);
    }
    Some(Kind::Other("import-kind-archive"))
}

fn read_some(part: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match part.read(&mut buffer[length..])? {
            0 => break,
            n => length += n,
        }
    }
    Ok(length)
}

/// Why the parts of an archive are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// They are damaged.
    Broken,
    /// They unfold to more than any list of members.
    TooLarge,
    /// They are locked by a password.
    Locked,
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::FileTooLarge { Self::TooLarge } else { Self::Broken }
    }
}

impl Refusal {
    /// The sentence; `broken` makes the one for a damaged file.
    pub(super) fn text(self, broken: &dyn Fn() -> Text) -> Text {
        match self {
            Self::Broken => broken(),
            Self::TooLarge => super::sheet::too_large(),
            Self::Locked => Text::new("err-import-locked"),
        }
    }
}

/// Unfolds every part into nothing, to see that they fit the limits.
pub(super) fn measure(package: &mut Package) -> Result<(), Refusal> {
    let mut all = 0;
    for index in 0..package.len() {
        let part = package.by_index(index).map_err(|_| Refusal::Broken)?;
        if part.encrypted() {
            return Err(Refusal::Locked);
        }
        let name = part.name().map(|n| n.to_lowercase()).unwrap_or_default();
        let mut part = Bounded::new(part, limit(&name));
        if ["png", "jpg", "jpeg", "gif", "emf", "wmf", "bin"].iter().any(|end| name.ends_with(end)) {
            part.run = u64::MAX;
        }
        all += io::copy(&mut part, &mut io::sink())?;
        if all > MAX_ALL {
            return Err(Refusal::TooLarge);
        }
    }
    Ok(())
}

/// Most bytes of the part with this name, in lower case.
pub(super) fn limit(name: &str) -> u64 {
    if name.contains("worksheets/") || name.contains("pivotcache/") || name == "content.xml" {
        MAX_SHEET
    } else if name.ends_with("sharedstrings.xml") {
        MAX_STRINGS
    } else {
        MAX_PART
    }
}

/// Reads no further than it may: neither in all, nor without meeting a `<`. What goes beyond ends with
/// [`io::ErrorKind::FileTooLarge`].
pub(super) struct Bounded<R> {
    inner: R,
    left: u64,
    run: u64,
    since: u64,
}

impl<R: Read> Bounded<R> {
    pub(super) fn new(inner: R, limit: u64) -> Self {
        Self { inner, left: limit, run: MAX_RUN, since: 0 }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.since = match buffer[..length].iter().rposition(|b| *b == b'<') {
            Some(at) => (length - at) as u64,
            None => self.since + length as u64,
        };
        match self.left.checked_sub(length as u64) {
            Some(left) if self.since <= self.run => self.left = left,
            _ => return Err(io::ErrorKind::FileTooLarge.into()),
        }
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_stops_at_its_limits() {
        let read = |text: &[u8], limit| {
            let mut out = Vec::new();
            Bounded::new(text, limit).read_to_end(&mut out).map_err(|e| e.kind())
        };
        assert_eq!(read(b"<a><b>", 6), Ok(6));
        assert_eq!(read(b"<a><b>", 5), Err(io::ErrorKind::FileTooLarge));
        let long = vec![b'x'; MAX_RUN as usize + 1];
        assert_eq!(read(&long, 1 << 30), Err(io::ErrorKind::FileTooLarge));
        assert!(kind(b"PK\x03\x04 and nothing behind it").is_none());
    }
}
