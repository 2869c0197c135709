//! A ZIP file as a stream: parts one after the other, compressed, nothing of them kept.
//!
//! The writer of the `zip` crate does the same with half a megabyte of program, for ways of compressing that nobody
//! here asks for.

use flate2::{Compress, Compression, Crc, FlushCompress, Status};
use std::io::{self, Write};

/// Bytes that are given out at once.
const PIECE: usize = 1 << 15;
/// Version of the format that knows compressed parts.
const VERSION: u16 = 20;
/// Sizes follow a part; names are UTF-8.
const FLAGS: u16 = 1 << 3 | 1 << 11;
/// The kind of compression.
const DEFLATE: u16 = 8;
/// The first day that the format knows: the same content gives the same bytes.
const DAY: u16 = 1 << 5 | 1;

/// A file as it is written.
pub struct Zip<W: Write> {
    out: W,
    /// Bytes given out so far.
    written: u64,
    parts: Vec<Part>,
    compress: Compress,
    crc: Crc,
    buffer: Vec<u8>,
}

/// What the list at the end says of a part.
struct Part {
    name: String,
    at: u32,
    crc: u32,
    compressed: u32,
    size: u32,
}

impl<W: Write> Zip<W> {
    /// A file without parts.
    pub fn new(out: W) -> Self {
        Self {
            out,
            written: 0,
            parts: Vec::new(),
            compress: Compress::new(Compression::new(6), false),
            crc: Crc::new(),
            buffer: Vec::with_capacity(PIECE),
        }
    }

    /// Begins a part, after the one before has ended.
    pub fn part(&mut self, name: &str) -> io::Result<()> {
        self.end()?;
        let at = small(self.written)?;
        self.parts.push(Part { name: name.to_owned(), at, crc: 0, compressed: 0, size: 0 });
        let mut head = Vec::new();
        head.extend(0x0403_4b50u32.to_le_bytes());
        for field in [VERSION, FLAGS, DEFLATE, 0, DAY] {
            head.extend(field.to_le_bytes());
        }
        // check and sizes follow the part
        head.extend([0; 12]);
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0; 2]);
        head.extend(name.as_bytes());
        self.give(&head)
    }

    /// Adds to the part.
    pub fn write_all(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        self.crc.update(bytes);
        while !bytes.is_empty() {
            let before = self.compress.total_in();
            self.compress.compress_vec(bytes, &mut self.buffer, FlushCompress::None).map_err(io::Error::other)?;
            bytes = &bytes[(self.compress.total_in() - before) as usize..];
            self.drain()?;
        }
        Ok(())
    }

    /// Ends the part, when one was begun.
    fn end(&mut self) -> io::Result<()> {
        if self.parts.is_empty() {
            return Ok(());
        }
        loop {
            let status = self.compress.compress_vec(&[], &mut self.buffer, FlushCompress::Finish);
            self.drain()?;
            if status.map_err(io::Error::other)? == Status::StreamEnd {
                break;
            }
        }
        let (compressed, size, crc) =
            (small(self.compress.total_out())?, small(self.compress.total_in())?, self.crc.sum());
        self.compress.reset();
        self.crc.reset();
        let last = self.parts.last_mut().expect("a part was begun");
        (last.crc, last.compressed, last.size) = (crc, compressed, size);
        let mut foot = Vec::new();
        for field in [0x0807_4b50, crc, compressed, size] {
            foot.extend(field.to_le_bytes());
        }
        self.give(&foot)
    }

    /// Gives out what was compressed.
    fn drain(&mut self) -> io::Result<()> {
        let buffer = std::mem::take(&mut self.buffer);
        let given = self.give(&buffer);
        self.buffer = buffer;
        self.buffer.clear();
        given
    }

    fn give(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    /// Ends the file with the list of its parts.
    pub fn finish(mut self) -> io::Result<()> {
        self.end()?;
        let mut list = Vec::new();
        for part in &self.parts {
            list.extend(0x0201_4b50u32.to_le_bytes());
            for field in [VERSION, VERSION, FLAGS, DEFLATE, 0, DAY] {
                list.extend(field.to_le_bytes());
            }
            for field in [part.crc, part.compressed, part.size] {
                list.extend(field.to_le_bytes());
            }
            list.extend((part.name.len() as u16).to_le_bytes());
            // nothing more to say of it, and it stands on this disk
            list.extend([0; 12]);
            list.extend(part.at.to_le_bytes());
            list.extend(part.name.as_bytes());
        }
        let (at, length, count) = (small(self.written)?, small(list.len() as u64)?, self.parts.len() as u16);
        list.extend(0x0605_4b50u32.to_le_bytes());
        list.extend([0; 4]);
        list.extend(count.to_le_bytes());
        list.extend(count.to_le_bytes());
        list.extend(length.to_le_bytes());
        list.extend(at.to_le_bytes());
        list.extend([0; 2]);
        self.give(&list)?;
        self.out.flush()
    }
}

/// Sizes as the format knows them; a list of four gigabytes is none that anybody opens.
fn small(size: u64) -> io::Result<u32> {
    u32::try_from(size).map_err(|_| io::ErrorKind::FileTooLarge.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};
    use zip::ZipArchive;

    #[test]
    fn parts_come_back() {
        let large: Vec<u8> =
            (0..300_000u32).flat_map(|n| (n.wrapping_mul(2_654_435_761) >> 24).to_le_bytes()).collect();
        let parts = [("leer", &b""[..]), ("dossier/é.xml", b"<a/>"), ("large", &large)];
        let mut out = Vec::new();
        let mut zip = Zip::new(&mut out);
        for (name, bytes) in parts {
            zip.part(name).unwrap();
            bytes.chunks(7001).for_each(|piece| zip.write_all(piece).unwrap());
        }
        zip.finish().unwrap();
        let mut archive = ZipArchive::new(Cursor::new(out)).unwrap();
        assert_eq!(archive.len(), 3);
        for (name, bytes) in parts {
            let mut read = Vec::new();
            archive.by_name(name).unwrap().read_to_end(&mut read).unwrap();
            assert!(read == bytes, "{name}");
        }
    }

    #[test]
    fn a_full_disk_is_an_error() {
        let mut room = [0; 100];
        let mut zip = Zip::new(&mut room[..]);
        let bytes: Vec<u8> = (0..9_999u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 23) as u8).collect();
        let written = zip.part("a").and_then(|()| zip.write_all(&bytes)).and_then(|()| zip.finish());
        assert_eq!(written.unwrap_err().kind(), io::ErrorKind::WriteZero);
    }
}
