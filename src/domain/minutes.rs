//! Minutes as text: the records that a paragraph can name, phrases to begin with, and two texts of one item made one.

use super::{
    Text,
    fold::fold_places,
    noun::{Attribute, Noun, Owner, attribute, nothing},
    takes::Takes,
};
use std::{fmt, ops::Range};

/// A record that a paragraph in braces stands for; it is shown and printed in its words and never copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// Who was there.
    Attendance,
    /// Whether that was enough.
    Quorum,
    /// A motion of the meeting, by its number, and what became of it.
    Motion(u32),
    /// What somebody is to do.
    Actions,
    /// What earlier meetings left to do.
    Carried,
}

impl Record {
    /// Reads a whole paragraph; `None` for one that is only words.
    pub fn parse(paragraph: &str) -> Option<Self> {
        let name = paragraph.trim().strip_prefix('{')?.strip_suffix('}')?;
        Some(match name {
            "attendance" => Self::Attendance,
            "quorum" => Self::Quorum,
            "actions" => Self::Actions,
            "carried" => Self::Carried,
            _ => Self::Motion(name.strip_prefix("motion:")?.parse().ok()?),
        })
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attendance => f.write_str("{attendance}"),
            Self::Quorum => f.write_str("{quorum}"),
            Self::Motion(number) => write!(f, "{{motion:{number}}}"),
            Self::Actions => f.write_str("{actions}"),
            Self::Carried => f.write_str("{carried}"),
        }
    }
}

/// Text keys of phrases that minutes often have, by the kind of the item; those of no kind are for every item.
const PHRASES: &[(&str, &[&str])] = &[
    ("opening", &["phrase-opening", "phrase-opening-thanks"]),
    ("bureau", &["phrase-bureau"]),
    ("quorum", &["phrase-quorum"]),
    ("agenda", &["phrase-agenda", "phrase-agenda-added"]),
    ("minutes", &["phrase-minutes", "phrase-minutes-changed"]),
    ("carried", &["phrase-carried"]),
    ("report", &["phrase-report"]),
    ("control", &["phrase-report"]),
    ("accounts", &["phrase-accounts", "phrase-treasurer"]),
    ("treasury", &["phrase-treasurer"]),
    ("elections", &["phrase-elections"]),
    ("admissions", &["phrase-admissions"]),
    ("any_other", &["phrase-nothing"]),
    ("closing", &["phrase-closing"]),
    ("", &["phrase-presents", "phrase-asks", "phrase-answers", "phrase-agreed", "phrase-postponed"]),
];

/// The phrases for an item of a kind, its own first.
pub fn phrases(kind: &str) -> impl Iterator<Item = &'static str> {
    let of = move |wanted: &'static str| PHRASES.iter().filter(move |(known, _)| *known == wanted);
    let own = PHRASES.iter().find(|(known, _)| *known == kind && !known.is_empty());
    own.into_iter().chain(of("")).flat_map(|(_, ids)| ids.iter().copied())
}

/// A piece of a text that two have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What nobody, one of them or both alike have written.
    Agreed(Vec<String>),
    /// What each has made of the same paragraphs.
    Differs {
        /// Mine.
        mine: Vec<String>,
        /// The other's.
        theirs: Vec<String>,
    },
}

/// Makes one of two texts that began as one, paragraph by paragraph. What only one has changed is taken from that one;
/// where both have added, both stay, the other's first.
pub fn merge(base: &str, mine: &str, theirs: &str) -> Vec<Piece> {
    let [base, mine, theirs] = [base, mine, theirs].map(|text| text.split('\n').collect::<Vec<&str>>());
    let (ours, others) = (changes(&base, &mine), changes(&base, &theirs));
    let (mut i, mut j, mut at) = (0, 0, 0);
    let mut pieces: Vec<Piece> = Vec::new();
    while i < ours.len() || j < others.len() {
        // the next change, and every other that touches the same paragraphs
        let start = ours.get(i).map_or(usize::MAX, |c| c.0.start).min(others.get(j).map_or(usize::MAX, |c| c.0.start));
        let (from, mut end) = ((i, j), start);
        loop {
            let touches = |c: &Change| c.0.start < end || c.0.start == start;
            if let Some(change) = ours.get(i).filter(|c| touches(c)) {
                (end, i) = (end.max(change.0.end), i + 1);
            } else if let Some(change) = others.get(j).filter(|c| touches(c)) {
                (end, j) = (end.max(change.0.end), j + 1);
            } else {
                break;
            }
        }
        agree(&mut pieces, owned(&base[at..start]));
        let side = |all: &[Change], text: &[&str]| {
            let (mut at, mut out) = (start, Vec::new());
            for (old, new) in all {
                out.extend(owned(&base[at..old.start]));
                out.extend(owned(&text[new.clone()]));
                at = old.end;
            }
            out.extend(owned(&base[at..end]));
            out
        };
        let (left, right) = (side(&ours[from.0..i], &mine), side(&others[from.1..j], &theirs));
        if left == right || from.1 == j {
            agree(&mut pieces, left);
        } else if from.0 == i {
            agree(&mut pieces, right);
        } else if start == end {
            agree(&mut pieces, right);
            agree(&mut pieces, left);
        } else {
            pieces.push(Piece::Differs { mine: left, theirs: right });
        }
        at = end;
    }
    agree(&mut pieces, owned(&base[at..]));
    pieces
}

/// Makes one of two texts of whose beginning nothing is known: what stands in both once, all else of both.
pub fn both(mine: &str, theirs: &str) -> String {
    let [mine, theirs] = [mine, theirs].map(|text| text.split('\n').collect::<Vec<&str>>());
    let (mut lines, mut at) = (Vec::new(), 0);
    for (old, new) in changes(&mine, &theirs) {
        lines.extend_from_slice(&mine[at..old.start]);
        lines.extend(theirs[new].iter().chain(&mine[old.clone()]).filter(|line| !line.is_empty()));
        at = old.end;
    }
    lines.extend_from_slice(&mine[at..]);
    lines.join("\n")
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn agree(pieces: &mut Vec<Piece>, more: Vec<String>) {
    match pieces.last_mut() {
        _ if more.is_empty() => {}
        Some(Piece::Agreed(lines)) => lines.extend(more),
        _ => pieces.push(Piece::Agreed(more)),
    }
}

/// Paragraphs of the first text, and what became of them in the second.
type Change = (Range<usize>, Range<usize>);

/// What a text has other than another: the fewest paragraphs, found by the longest common sequence of those between
/// what both begin and end with.
fn changes(old: &[&str], new: &[&str]) -> Vec<Change> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    // length of the longest common sequence of what follows each pair of paragraphs
    let wide = right.len() + 1;
    let mut common = vec![0u32; (left.len() + 1) * wide];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            common[i * wide + j] = if left[i] == right[j] {
                common[(i + 1) * wide + j + 1] + 1
            } else {
                common[(i + 1) * wide + j].max(common[i * wide + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found: Vec<Change> = Vec::new();
    while i < left.len() || j < right.len() {
        if i < left.len() && j < right.len() && left[i] == right[j] {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let is_new = i == left.len() || (j < right.len() && common[i * wide + j + 1] >= common[(i + 1) * wide + j]);
        let (a, b) = (i + head, j + head);
        if found.last().is_none_or(|(old, new)| old.end != a || new.end != b) {
            found.push((a..a, b..b));
        }
        let Some(change) = found.last_mut() else { break };
        if is_new {
            (change.1.end, j) = (b + 1, j + 1);
        } else {
            (change.0.end, i) = (a + 1, i + 1);
        }
    }
    found
}

/// The piece of a text around the first of some words, as a line of at most so many characters, with the places of the
/// words in it. Records that paragraphs name are left out.
pub fn excerpt(text: &str, words: &[String], longest: usize) -> (String, Vec<Range<usize>>) {
    let lines = text.split('\n').filter(|line| Record::parse(line).is_none() && !line.trim().is_empty());
    let lines: Vec<&str> = lines.collect();
    let first = |line: &&&str| begins(line, words).next().is_some();
    let line = lines.iter().find(first).or(lines.first()).copied().unwrap_or_default();
    let place = begins(line, words).next().map_or(0, |range| range.start);
    let before = line[..place].chars().count();
    // a third of the line stands before the word, from the beginning of a word on
    let skip = if before + longest / 3 < longest { 0 } else { before - longest / 3 };
    let mut start = line.char_indices().nth(skip).map_or(0, |(at, _)| at);
    if skip > 0 {
        start += line[start..place].find(' ').map_or(0, |at| at + 1);
    }
    let mut out = if start > 0 { "…".to_owned() } else { String::new() };
    let end = line[start..].char_indices().nth(longest).map_or(line.len(), |(at, _)| start + at);
    out.push_str(&line[start..end]);
    if end < line.len() {
        out.push('…');
    }
    let found = begins(&out, words).collect();
    (out, found)
}

/// Where words of a line begin with one of `words`, which are folded.
fn begins<'a>(line: &str, words: &'a [String]) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let (folded, places) = fold_places(line);
    let length = line.len();
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        for (at, _) in folded.match_indices(word.as_str()) {
            let starts = !folded[..at].ends_with(|c: char| c.is_alphanumeric());
            if starts {
                found.push(places[at] as usize..places.get(at + word.len()).map_or(length, |end| *end as usize));
            }
        }
    }
    found.sort_by_key(|range| range.start);
    found.into_iter()
}

/// What is written down when minutes are signed in ink.
pub static SIGNATURE: Noun = Noun {
    table: "signature",
    text_id: "sign-sign",
    heading: "sign-sign",
    owner: Owner::Of("meeting"),
    attributes: &[
        attribute!(!"signed_on", Takes::PastDay, "hint-day"),
        attribute!(!"signed_by", Takes::Text, "hint-signed-by"),
        attribute!("register_page", Takes::Text, "hint-register-page"),
        attribute!("path", Takes::Text, "hint-scan"),
    ],
    line: &["signed_on", "signed_by"],
    check: nothing,
};

/// What is written down when minutes are taken back.
pub static TAKING_BACK: Noun = Noun {
    table: "taking_back",
    text_id: "sign-back",
    heading: "sign-back",
    owner: Owner::Of("meeting"),
    attributes: &[attribute!(!"reason", Takes::Lines, "hint-back-reason")],
    line: &["reason"],
    check: nothing,
};

/// What is missing before minutes can be frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The meeting has not ended.
    NotClosed,
    /// Nobody is named who led it.
    NoChair,
    /// Nobody is named who wrote it down.
    NoSecretary,
    /// Motions without a vote, by their numbers.
    NoVote(Vec<i64>),
}

impl Gap {
    /// What to do about it.
    pub fn text(&self) -> Text {
        match self {
            Self::NotClosed => Text::new("gap-not-closed"),
            Self::NoChair => Text::new("gap-no-chair"),
            Self::NoSecretary => Text::new("gap-no-secretary"),
            Self::NoVote(numbers) => {
                let list: Vec<String> = numbers.iter().map(i64::to_string).collect();
                Text::new("gap-no-vote").with("count", numbers.len()).with("numbers", list.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text when each piece that differs is taken from one side.
    fn taken(pieces: &[Piece], other: bool) -> String {
        let lines = pieces.iter().flat_map(|piece| match piece {
            Piece::Agreed(lines) => lines.clone(),
            Piece::Differs { mine, theirs } => {
                if other {
                    theirs.clone()
                } else {
                    mine.clone()
                }
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn records_are_read_as_they_are_written() {
        for record in [Record::Attendance, Record::Quorum, Record::Motion(12), Record::Actions, Record::Carried] {
            assert_eq!(Record::parse(&record.to_string()), Some(record));
        }
        assert_eq!((Record::parse("quorum"), Record::parse("{motion:x}"), Record::parse("{}")), (None, None, None));
    }

    #[test]
    fn what_one_has_changed_is_taken_and_what_both_have_added_stays() {
        let agreed = |text: &str| vec![Piece::Agreed(text.split('\n').map(str::to_owned).collect())];
        assert_eq!(merge("a\nb\nc", "A\nb\nc", "a\nb\nC"), agreed("A\nb\nC"));
        assert_eq!(merge("a", "a\nmine", "a\ntheirs"), agreed("a\ntheirs\nmine"));
        assert_eq!(merge("a\nb", "a\nb", "a\nb\nc"), agreed("a\nb\nc"));
        let differs =
            |mine: &str, theirs: &str| Piece::Differs { mine: vec![mine.into()], theirs: vec![theirs.into()] };
        assert_eq!(
            merge("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc"),
            [Piece::Agreed(vec!["a".into()]), differs("mine", "theirs"), Piece::Agreed(vec!["c".into()])]
        );
    }

    #[test]
    fn an_excerpt_shows_the_words_it_was_found_by() {
        let words = ["electio".to_owned(), "bur".to_owned()];
        let (line, found) = excerpt("{quorum}\nrien\nOn passe à l’Élection du Bureau.", &words, 60);
        assert_eq!(line, "On passe à l’Élection du Bureau.");
        assert_eq!(found.iter().map(|range| &line[range.clone()]).collect::<Vec<_>>(), ["Électio", "Bur"]);
        let long = format!("{} élection", "mot ".repeat(40));
        let (line, found) = excerpt(&long, &words, 30);
        assert!(line.starts_with('…') && line.chars().count() <= 32 && found.len() == 1, "{line}");
    }

    proptest! {
        #[test]
        fn nobodys_work_vanishes(
            base in prop::collection::vec("[a-c]", 0..8), mine in prop::collection::vec("[a-dx]", 0..8), theirs in prop::collection::vec("[a-dy]", 0..8),
        ) {
            let [base, mine, theirs] = [base, mine, theirs].map(|lines| lines.join("\n"));
            // without a beginning both stay whole
            let whole = both(&mine, &theirs);
            prop_assert_eq!(whole.matches('y').count(), theirs.matches('y').count());
            prop_assert_eq!(whole.matches('x').count(), mine.matches('x').count());
            prop_assert_eq!(taken(&merge(&base, &mine, &base), true), mine.clone());
            prop_assert_eq!(taken(&merge(&base, &base, &theirs), false), theirs.clone());
            prop_assert_eq!(taken(&merge(&base, &mine, &mine), false), mine.clone());
            let pieces = merge(&base, &mine, &theirs);
            let count = |text: &str, line: char| text.matches(line).count();
            // what only one of them writes is all there when that one is asked
            prop_assert_eq!(count(&taken(&pieces, false), 'x'), count(&mine, 'x'));
            prop_assert_eq!(count(&taken(&pieces, true), 'y'), count(&theirs, 'y'));
        }
    }
}
