//! The compound file that workbooks of Excel 97 and locked workbooks are: a small file system in a file.
//!
//! Only what is needed to take one stream out. Chains of sectors are followed for no more steps than there are
//! sectors, so that a chain that bites its tail ends.

use super::xls::{u16_at, u32_at};

/// How such a file begins.
pub(super) const MAGIC: [u8; 8] = *b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Sector numbers from here on mean something else than a sector.
const SPECIAL: u32 = 0xFFFF_FFFA;
/// Streams shorter than this stand in small sectors inside another stream.
const SMALL_STREAM: usize = 4096;
/// Size of a small sector.
const SMALL_SECTOR: usize = 64;

/// A compound file.
pub(super) struct Ole<'b> {
    bytes: &'b [u8],
    sector: usize,
    next: Vec<u32>,
    small: Vec<u8>,
    small_next: Vec<u32>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'b> Ole<'b> {
    /// Opens the file; `None` when it is damaged.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let count = bytes.len().div_ceil(sector);
        let (small, small_next, entries) = (Vec::new(), Vec::new(), Vec::new());
        let mut ole = Self { bytes, sector, next: Vec::new(), small, small_next, entries };
        // the table of which sector follows which stands in sectors listed in the header, and on from there
        let mut tables: Vec<u32> = (0..109).map_while(|at| u32_at(bytes, 76 + at * 4)).collect();
        let mut more = u32_at(bytes, 68)?;
        for _ in 0..count {
            let Some(list) = (more < SPECIAL).then(|| ole.sector_at(more)).flatten() else { break };
            let behind = sector / 4 - 1;
            tables.extend((0..behind).map_while(|at| u32_at(list, at * 4)));
            more = u32_at(list, behind * 4)?;
        }
        for table in tables.into_iter().filter(|t| *t < SPECIAL) {
            if ole.next.len() >= count {
                break;
            }
            let table = ole.sector_at(table)?;
            ole.next.extend((0..table.len() / 4).map_while(|at| u32_at(table, at * 4)));
        }
        let directory = ole.chain(u32_at(bytes, 48)?, usize::MAX);
        ole.entries = directory.chunks_exact(128).filter_map(Entry::read).collect();
        let root = ole.entries.first()?;
        ole.small = ole.chain(root.start, root.size);
        let table = ole.chain(u32_at(bytes, 60)?, usize::MAX);
        ole.small_next = (0..table.len() / 4).map_while(|at| u32_at(&table, at * 4)).collect();
        Some(ole)
    }

    fn sector_at(&self, id: u32) -> Option<&'b [u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..)?;
        Some(&rest[..rest.len().min(self.sector)])
    }

    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut stream = Vec::new();
        let mut id = start;
        for _ in 0..=self.bytes.len() / self.sector {
            let Some(sector) = (id < SPECIAL).then(|| self.sector_at(id)).flatten() else { break };
            stream.extend_from_slice(sector);
            if stream.len() >= size {
                break;
            }
            let Some(next) = self.next.get(id as usize) else { break };
            id = *next;
        }
        stream.truncate(size);
        stream
    }

    fn small_chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut stream = Vec::new();
        let mut id = start as usize;
        while stream.len() < size {
            let Some(sector) = self.small.get(id * SMALL_SECTOR..).filter(|s| !s.is_empty()) else { break };
            stream.extend_from_slice(&sector[..sector.len().min(SMALL_SECTOR)]);
            let Some(next) = self.small_next.get(id) else { break };
            id = *next as usize;
        }
        stream.truncate(size);
        stream
    }

    /// Whether there is a stream or folder of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        let is_small = entry.size < SMALL_STREAM;
        Some(if is_small { self.small_chain(entry.start, entry.size) } else { self.chain(entry.start, entry.size) })
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let length = usize::from(u16_at(bytes, 64)?.saturating_sub(2)).min(62);
        let units: Vec<u16> = (0..length / 2).map_while(|at| u16_at(bytes, at * 2)).collect();
        // sizes of four bytes reach for every file that is read here
        let (start, size) = (u32_at(bytes, 116)?, u32_at(bytes, 120)? as usize);
        Some(Self { name: String::from_utf16_lossy(&units), start, size })
    }
}
