//! Long text: paragraphs broken into rows, with a cursor in one of them, undo, and words of the record between them.
//!
//! Only what is being edited is live. A key changes one paragraph in place and breaks a few of its rows anew
//! (`rows`); the others are plain text, broken when they are first seen. So a key costs the same in a page and in a
//! book. A paragraph that names a record is shown as the words of the record: it is no text, and goes as a whole.

mod find;
mod look;
mod rows;

pub use find::Way;

use crate::{domain::fold::is_unsafe, tui::screen::Input};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rows::Rows;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use unicode_segmentation::GraphemeCursor;

/// How many changes can be undone.
const MOST_EDITS: usize = 1000;
/// The name of a record is no longer than this.
const LONGEST_NAME: usize = 40;

/// A place in the text: the paragraph, and the byte in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The byte in it.
    pub at: usize,
}

impl Place {
    const fn new(paragraph: usize, at: usize) -> Self {
        Self { paragraph, at }
    }

    /// Where a text ends that begins here.
    fn behind(self, text: &str) -> Self {
        match text.rsplit_once('\n') {
            None => Self::new(self.paragraph, self.at + text.len()),
            Some((before, last)) => Self::new(self.paragraph + 1 + before.matches('\n').count(), last.len()),
        }
    }
}

#[derive(Default)]
struct Paragraph {
    text: String,
    /// The words of the record that it names.
    words: Option<String>,
    /// Where its rows begin, as far as they were seen.
    rows: Rows,
}

impl Paragraph {
    fn shown(&self) -> &str {
        self.words.as_deref().unwrap_or(&self.text)
    }
}

/// What was typed or taken away in one go.
struct Edit {
    at: Place,
    removed: String,
    inserted: String,
    /// Where the cursor stood before.
    from: Place,
}

/// The text and the cursor in it.
pub struct Prose {
    paragraphs: Vec<Paragraph>,
    cursor: Place,
    /// The column that the cursor keeps while it goes up and down.
    aim: Option<usize>,
    /// The paragraph and the row of it at the top of the screen.
    top: (usize, usize),
    columns: usize,
    height: usize,
    words: BTreeMap<String, String>,
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// Whether the next key begins an edit of its own.
    is_sealed: bool,
    /// Counts the changes.
    version: u64,
    found: Option<(Place, usize)>,
}

impl Prose {
    /// A text, a paragraph a line, with the cursor at its end.
    pub fn new(text: &str) -> Self {
        let paragraphs: Vec<Paragraph> =
            text.split('\n').map(|text| Paragraph { text: text.to_owned(), ..Paragraph::default() }).collect();
        let mut prose = Self {
            paragraphs,
            cursor: Place::default(),
            aim: None,
            top: (0, 0),
            columns: 78,
            height: 1,
            words: BTreeMap::new(),
            done: Vec::new(),
            undone: Vec::new(),
            is_sealed: true,
            version: 0,
            found: None,
        };
        prose.cursor = prose.end();
        prose.settle();
        prose
    }

    /// The text, a paragraph a line.
    pub fn text(&self) -> String {
        let length = self.paragraphs.iter().map(|paragraph| paragraph.text.len() + 1).sum();
        let mut text = String::with_capacity(length);
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            if at > 0 {
                text.push('\n');
            }
            text.push_str(&paragraph.text);
        }
        text
    }

    /// Whether the text is this one.
    pub fn is(&self, text: &str) -> bool {
        text.split('\n').eq(self.paragraphs.iter().map(|paragraph| paragraph.text.as_str()))
    }

    /// Another number after each change.
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Where the cursor stands.
    pub const fn cursor(&self) -> Place {
        self.cursor
    }

    /// Puts the cursor at a place, or as near as there is text.
    pub fn move_to(&mut self, place: Place) {
        let paragraph = place.paragraph.min(self.paragraphs.len() - 1);
        let text = &self.paragraphs[paragraph].text;
        let at = text.floor_char_boundary(place.at);
        self.go(Place::new(paragraph, at));
    }

    /// Gives it a size on the screen; rows are broken anew when the width is another.
    pub fn set_size(&mut self, columns: u16, height: u16) {
        let columns = usize::from(columns).max(2);
        if columns != self.columns {
            self.columns = columns;
            self.top.1 = 0;
            for paragraph in &mut self.paragraphs {
                paragraph.rows.clear();
            }
        }
        self.height = usize::from(height).max(1);
        self.fill();
        self.settle();
    }

    /// The words of the records that paragraphs can name.
    pub fn set_words(&mut self, words: BTreeMap<String, String>) {
        self.words = words;
        for at in 0..self.paragraphs.len() {
            self.name(at);
        }
        if self.is_record(self.cursor.paragraph) && self.cursor.at > 0 {
            self.cursor.at = self.paragraphs[self.cursor.paragraph].text.len();
        }
        self.settle();
    }

    /// Puts another text in its place as one change; the cursor stays as far as it can.
    pub fn replace(&mut self, text: &str) {
        let cursor = self.cursor;
        self.is_sealed = true;
        self.edit(Place::default(), self.end(), text);
        self.move_to(cursor);
    }

    /// Puts another text in its place, of which nothing can be undone; the cursor stays as far as it can.
    pub fn reset(&mut self, text: &str) {
        let (cursor, words) = (self.cursor, std::mem::take(&mut self.words));
        let (columns, height, version) = (self.columns, self.height, self.version + 1);
        *self = Self { version, ..Self::new(text) };
        self.set_size(columns as u16, height as u16);
        self.set_words(words);
        self.move_to(cursor);
    }

    fn end(&self) -> Place {
        let last = self.paragraphs.len() - 1;
        Place::new(last, self.paragraphs[last].text.len())
    }

    fn length(&self, paragraph: usize) -> usize {
        self.paragraphs[paragraph].text.len()
    }

    fn is_record(&self, paragraph: usize) -> bool {
        self.paragraphs[paragraph].words.is_some()
    }

    /// Sees whether a paragraph names a record.
    fn name(&mut self, at: usize) {
        let paragraph = &mut self.paragraphs[at];
        let text = &paragraph.text;
        let is_name = text.len() <= LONGEST_NAME && text.starts_with('{') && text.ends_with('}');
        let words = if is_name { self.words.get(text).map(|words| format!("[{words}]")) } else { None };
        if words != paragraph.words {
            paragraph.words = words;
            paragraph.rows.clear();
        }
    }

    /// The only way in which the text changes: what stands between two places becomes `text`. Gives what stood there.
    fn splice(&mut self, from: Place, to: Place, text: &str) -> String {
        self.version += 1;
        self.found = None;
        self.aim = None;
        let end = from.behind(text);
        if from.paragraph == to.paragraph && end.paragraph == from.paragraph {
            let paragraph = &mut self.paragraphs[from.paragraph];
            let removed = paragraph.text[from.at..to.at].to_owned();
            paragraph.text.replace_range(from.at..to.at, text);
            if paragraph.words.is_none() && !paragraph.rows.is_empty() {
                paragraph.rows.change(&paragraph.text, self.columns, from.at, (to.at, end.at));
            } else {
                paragraph.rows.clear();
            }
            self.name(from.paragraph);
            self.cursor = end;
            return removed;
        }
        let tail = self.paragraphs[to.paragraph].text[to.at..].to_owned();
        let mut removed = String::new();
        for at in from.paragraph..=to.paragraph {
            let whole = &self.paragraphs[at].text;
            let begins = if at == from.paragraph { from.at } else { 0 };
            let ends = if at == to.paragraph { to.at } else { whole.len() };
            if at > from.paragraph {
                removed.push('\n');
            }
            removed.push_str(&whole[begins..ends]);
        }
        let mut pieces = text.split('\n');
        let first = &mut self.paragraphs[from.paragraph];
        first.text.truncate(from.at);
        first.text.push_str(pieces.next().unwrap_or_default());
        first.rows.clear();
        let mut fresh: Vec<Paragraph> =
            pieces.map(|piece| Paragraph { text: piece.to_owned(), ..Paragraph::default() }).collect();
        fresh.last_mut().unwrap_or(first).text.push_str(&tail);
        self.paragraphs.splice(from.paragraph + 1..=to.paragraph, fresh);
        for at in from.paragraph..=end.paragraph {
            self.name(at);
        }
        self.cursor = end;
        removed
    }

    /// A change that can be undone; typing goes on with the edit that it began.
    fn edit(&mut self, from: Place, to: Place, text: &str) -> bool {
        if from == to && text.is_empty() {
            return false;
        }
        let cursor = self.cursor;
        let removed = self.splice(from, to, text);
        let (is_sealed, is_line) = (std::mem::take(&mut self.is_sealed), text.contains('\n') || removed.contains('\n'));
        self.undone.clear();
        match self.done.last_mut().filter(|_| !is_sealed && !is_line) {
            Some(last)
                if removed.is_empty()
                    && last.at.behind(&last.inserted) == from
                    && (text.starts_with(' ') || !last.inserted.ends_with(' ')) =>
            {
                last.inserted.push_str(text);
            }
            Some(last) if text.is_empty() && last.inserted.is_empty() && to == last.at => {
                last.removed.insert_str(0, &removed);
                last.at = from;
            }
            _ => {
                if self.done.len() == MOST_EDITS {
                    self.done.remove(0);
                }
                self.done.push(Edit { at: from, removed, inserted: text.to_owned(), from: cursor });
            }
        }
        self.is_sealed = is_line;
        self.settle();
        true
    }

    /// Takes the last change back; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(edit) = self.done.pop() else { return false };
        self.splice(edit.at, edit.at.behind(&edit.inserted), &edit.removed);
        self.go(edit.from);
        self.undone.push(edit);
        true
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> bool {
        let Some(edit) = self.undone.pop() else { return false };
        self.splice(edit.at, edit.at.behind(&edit.removed), &edit.inserted);
        self.go(self.cursor);
        self.done.push(edit);
        true
    }

    /// Puts text where the cursor stands, a paragraph a line; a record stays whole and gets it before or behind.
    pub fn insert(&mut self, text: &str) -> bool {
        let text = safe(text);
        let at = self.cursor;
        if !self.is_record(at.paragraph) || text.is_empty() {
            return self.edit(at, at, &text);
        }
        if at.at > 0 {
            return self.edit(at, at, &format!("\n{}", text.strip_prefix('\n').unwrap_or(&text)));
        }
        let (text, is_line) = text.strip_suffix('\n').map_or((text.as_str(), false), |line| (line, true));
        self.edit(at, at, &format!("{text}\n"));
        if !is_line {
            self.go(at.behind(text));
        }
        true
    }

    /// Puts a record into the text, a paragraph of its own, and the cursor behind it.
    pub fn insert_record(&mut self, name: &str) {
        let (at, before) = (self.cursor, if self.cursor.at > 0 { "\n" } else { "" });
        self.is_sealed = true;
        self.edit(at, at, &format!("{before}{name}\n"));
    }

    /// The word before the cursor, when it begins with `sign`.
    pub fn word_before(&self, sign: char) -> Option<&str> {
        let before = &self.paragraphs[self.cursor.paragraph].text[..self.cursor.at];
        // nobody is called by more than this
        let from = before.len().saturating_sub(4 * LONGEST_NAME);
        let near = &before[before.ceil_char_boundary(from)..];
        let word = near.rsplit(char::is_whitespace).next().unwrap_or_default();
        let at = word.rfind(sign).filter(|at| !word[..*at].ends_with(char::is_alphanumeric))?;
        Some(&word[at..]).filter(|word| word.len() > sign.len_utf8())
    }

    /// Puts text in the place of so many bytes before the cursor.
    pub fn replace_before(&mut self, bytes: usize, text: &str) {
        let from = Place::new(self.cursor.paragraph, self.cursor.at.saturating_sub(bytes));
        self.is_sealed = true;
        self.edit(from, self.cursor, &safe(text));
        self.is_sealed = true;
    }

    fn remove(&mut self, from: Place, to: Place) -> bool {
        let is_whole = |place: Place| {
            !self.is_record(place.paragraph) || place.at == 0 || place.at == self.length(place.paragraph)
        };
        debug_assert!(is_whole(from) && is_whole(to));
        self.edit(from, to, "")
    }

    /// Takes away what stands before the cursor: a letter, the line between two paragraphs, or a record as a whole.
    fn remove_back(&mut self, word: bool) -> bool {
        let Place { paragraph, at } = self.cursor;
        if at == 0 && paragraph > 0 && (self.is_record(paragraph - 1) || self.is_record(paragraph)) {
            let (previous, here) = (self.length(paragraph - 1), self.length(paragraph));
            let before = Place::new(paragraph - 1, previous);
            return if self.is_record(paragraph - 1) || previous == 0 {
                // behind a record it goes with its line; before one an empty line goes
                self.remove(Place::new(paragraph - 1, 0), Place::new(paragraph, 0))
            } else if here == 0 {
                self.remove(before, self.cursor)
            } else {
                // text stays apart from a record
                self.go(before)
            };
        }
        let from = if word { self.word_left() } else { self.left() };
        self.remove(from, self.cursor)
    }

    /// The same for what stands behind the cursor.
    fn remove_on(&mut self, word: bool) -> bool {
        let Place { paragraph, at } = self.cursor;
        let here = self.length(paragraph);
        if at == here && paragraph + 1 < self.paragraphs.len() {
            let next = Place::new(paragraph + 1, 0);
            if here == 0 {
                return self.remove(self.cursor, next);
            }
            if self.is_record(next.paragraph) {
                return self.remove(self.cursor, Place::new(next.paragraph, self.length(next.paragraph)));
            }
            if self.is_record(paragraph) {
                return if self.length(next.paragraph) == 0 { self.remove(self.cursor, next) } else { self.go(next) };
            }
        }
        let to = if word { self.word_right() } else { self.right() };
        self.remove(self.cursor, to)
    }

    fn left(&self) -> Place {
        let Place { paragraph, at } = self.cursor;
        match (at, paragraph) {
            (0, 0) => self.cursor,
            (0, _) => Place::new(paragraph - 1, self.length(paragraph - 1)),
            _ if self.is_record(paragraph) => Place::new(paragraph, 0),
            _ => Place::new(paragraph, boundary(&self.paragraphs[paragraph].text, at, false)),
        }
    }

    fn right(&self) -> Place {
        let Place { paragraph, at } = self.cursor;
        let length = self.length(paragraph);
        if at == length {
            return if paragraph + 1 < self.paragraphs.len() { Place::new(paragraph + 1, 0) } else { self.cursor };
        }
        let next =
            if self.is_record(paragraph) { length } else { boundary(&self.paragraphs[paragraph].text, at, true) };
        Place::new(paragraph, next)
    }

    fn word_left(&self) -> Place {
        let Place { paragraph, at } = self.cursor;
        if at == 0 || self.is_record(paragraph) {
            return self.left();
        }
        let before = self.paragraphs[paragraph].text[..at].trim_end();
        let word = before.rfind(char::is_whitespace);
        Place::new(paragraph, word.map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8)))
    }

    fn word_right(&self) -> Place {
        let Place { paragraph, at } = self.cursor;
        let text = &self.paragraphs[paragraph].text;
        if at == text.len() || self.is_record(paragraph) {
            return self.right();
        }
        let behind = &text[at..];
        let word = behind.find(char::is_whitespace).unwrap_or(behind.len());
        let blanks = behind[word..].find(|c: char| !c.is_whitespace()).unwrap_or(behind.len() - word);
        Place::new(paragraph, at + word + blanks)
    }

    /// Puts the cursor at a place; `false`, because the text does not change.
    fn go(&mut self, place: Place) -> bool {
        let length = self.length(place.paragraph);
        // there is no place inside a record
        let at = if self.is_record(place.paragraph) && place.at > 0 { length } else { place.at };
        self.cursor = Place { at, ..place };
        self.is_sealed = true;
        self.aim = None;
        self.settle();
        false
    }

    /// Takes a key or pasted text; `true` when the text has changed.
    pub fn input(&mut self, input: &Input<'_>) -> bool {
        match input {
            Input::Paste(text) => {
                self.is_sealed = true;
                let changed = self.insert(&text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " "));
                self.is_sealed = true;
                changed
            }
            Input::Key(key) => self.key(*key),
        }
    }

    fn key(&mut self, key: KeyEvent) -> bool {
        let modifiers = key.modifiers - KeyModifiers::SHIFT;
        let is_word = modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match (key.code, modifiers) {
            (KeyCode::Char(c), KeyModifiers::NONE) => self.insert(c.encode_utf8(&mut [0; 4])),
            // Ctrl-J is a line feed, which some lines send for Enter
            (KeyCode::Enter, _) | (KeyCode::Char('j'), KeyModifiers::CONTROL) => self.insert("\n"),
            (KeyCode::Char('h'), KeyModifiers::CONTROL) => self.remove_back(false),
            (KeyCode::Char('w'), KeyModifiers::CONTROL) => self.remove_back(true),
            (KeyCode::Backspace, _) => self.remove_back(is_word),
            (KeyCode::Delete, _) => self.remove_on(is_word),
            (KeyCode::Left, _) => self.go(if is_word { self.word_left() } else { self.left() }),
            (KeyCode::Right, _) => self.go(if is_word { self.word_right() } else { self.right() }),
            (KeyCode::Up, _) => self.vertically(-1),
            (KeyCode::Down, _) => self.vertically(1),
            (KeyCode::Home, _) if is_word => self.go(Place::default()),
            (KeyCode::End, _) if is_word => self.go(self.end()),
            (KeyCode::Home, _) => self.go_to_edge(false),
            (KeyCode::End, _) => self.go_to_edge(true),
            _ => false,
        }
    }
}

/// The letter boundary before or behind a byte.
fn boundary(text: &str, at: usize, forward: bool) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    let found = if forward { cursor.next_boundary(text, 0) } else { cursor.prev_boundary(text, 0) };
    found.ok().flatten().unwrap_or(at)
}

/// Text without what must never be stored.
fn safe(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !is_unsafe(*c)).collect()
}

#[cfg(test)]
mod tests;
