//! The objects of a PDF file (ISO 32000-1): streams as they come, everything else packed into compressed streams.

use flate2::{Compression, write::ZlibEncoder};
use sha2::{Digest, Sha256};
use std::{
    fmt::{self, Write as _},
    io::Write as _,
};

/// The number of an object; shown as a reference to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ref(u32);

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} 0 R", self.0)
    }
}

/// Where an object stands.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    /// At this byte of the file.
    At(usize),
    /// In this stream of objects, at this place.
    In(u32, usize),
}

/// How many objects stand in one stream.
const PACK: usize = 200;

/// A file as it is written.
pub struct File {
    out: Vec<u8>,
    places: Vec<Place>,
    /// Numbers and starts of the objects that wait to be packed.
    waiting: Vec<(u32, usize)>,
    packed: String,
}

impl File {
    /// A file without objects.
    pub fn new() -> Self {
        // four bytes above 127 tell programs that move files that this is not text
        Self {
            out: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(),
            places: vec![Place::Nowhere],
            waiting: Vec::new(),
            packed: String::new(),
        }
    }

    /// A number for an object that follows.
    pub fn id(&mut self) -> Ref {
        self.places.push(Place::Nowhere);
        Ref(self.places.len() as u32 - 1)
    }

    /// Writes an object that is no stream.
    pub fn object(&mut self, id: Ref, body: &str) {
        self.waiting.push((id.0, self.packed.len()));
        self.packed.push_str(body);
        self.packed.push('\n');
        if self.waiting.len() == PACK {
            self.pack();
        }
    }

    /// Writes an object that is no stream, under a number of its own.
    pub fn add(&mut self, body: &str) -> Ref {
        let id = self.id();
        self.object(id, body);
        id
    }

    /// Writes a stream, compressed.
    pub fn stream(&mut self, id: Ref, entries: &str, bytes: &[u8]) {
        let compressed = compress(bytes);
        self.plain(id, &format!("{entries}/Filter/FlateDecode"), &compressed);
    }

    /// Writes a stream as it is.
    pub fn plain(&mut self, id: Ref, entries: &str, bytes: &[u8]) {
        self.places[id.0 as usize] = Place::At(self.out.len());
        let head = format!("{} 0 obj\n<</Length {}{entries}>>\nstream\n", id.0, bytes.len());
        self.out.extend_from_slice(head.as_bytes());
        self.out.extend_from_slice(bytes);
        // both signs of a line's end: data that happen to end in the first are not mistaken for a part of it
        self.out.extend_from_slice(b"\r\nendstream\nendobj\n");
    }

    fn pack(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        let id = self.id();
        let mut head = String::new();
        for (at, (number, start)) in self.waiting.iter().enumerate() {
            self.places[*number as usize] = Place::In(id.0, at);
            let _ = write!(head, "{number} {start} ");
        }
        let entries = format!("/Type/ObjStm/N {}/First {}", self.waiting.len(), head.len());
        head.push_str(&self.packed);
        self.stream(id, &entries, head.as_bytes());
        self.waiting.clear();
        self.packed.clear();
    }

    /// The whole file, with where each object stands.
    pub fn finish(mut self, catalog: Ref, info: Ref) -> Vec<u8> {
        self.pack();
        let id = self.id();
        let start = self.out.len();
        self.places[id.0 as usize] = Place::At(start);
        let mut table = Vec::with_capacity(self.places.len() * 7);
        for place in &self.places {
            let (kind, first, second) = match *place {
                Place::Nowhere => (0, 0, u16::MAX),
                Place::At(at) => (1, at as u32, 0),
                Place::In(stream, at) => (2, stream, at as u16),
            };
            table.push(kind);
            table.extend_from_slice(&first.to_be_bytes());
            table.extend_from_slice(&second.to_be_bytes());
        }
        // what a file is told apart by follows from what stands in it
        let hash = hex(&Sha256::digest(&self.out)[..16]);
        let entries =
            format!("/Type/XRef/Size {}/W[1 4 2]/Root {catalog}/Info {info}/ID[<{hash}><{hash}>]", self.places.len());
        self.stream(id, &entries, &table);
        let _ = write!(self.out, "startxref\n{start}\n%%EOF\n");
        self.out
    }
}

fn compress(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(6));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes every byte")
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02X}");
        hex
    })
}

/// A text as a string of the file, in UTF-16.
pub fn string(text: &str) -> String {
    let units: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    format!("<{}>", hex(&units))
}
