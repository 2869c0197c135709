//! Text in lines: broken at spaces, after hyphens and slashes, and within a word only when it is wider than the line.

use crate::report::face::{Glyph, Weight, width};

/// Letters in lines of at most `room` points; at least one line, which may be empty.
pub fn lines(text: &str, weight: Weight, size: f32, room: f32) -> Vec<Vec<Glyph>> {
    let glyphs = weight.face().set(text);
    let most = (room / size * 1000.0 + 0.5) as i32;
    let mut lines = Vec::new();
    for paragraph in glyphs.split(|glyph| glyph.letter == '\n') {
        if width(paragraph) <= most {
            lines.push(trimmed(paragraph).to_vec());
        } else {
            breaks(paragraph, most, &mut lines);
        }
    }
    lines
}

/// The first `most` lines of a text; the last of them ends in dots when some are left out.
pub fn first_lines(text: &str, weight: Weight, size: f32, room: f32, most: usize) -> Vec<Vec<Glyph>> {
    let mut lines = lines(text, weight, size, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = dotted(last, weight, size, room);
        }
    }
    lines
}

/// As many letters as there is room for on one line, the last replaced by dots when some are left out.
pub fn shortened(text: &str, weight: Weight, size: f32, room: f32) -> Vec<Glyph> {
    let glyphs = weight.face().set(text);
    if width(&glyphs) <= (room / size * 1000.0) as i32 { glyphs } else { dotted(&glyphs, weight, size, room) }
}

/// The beginning of a line that has room for dots behind it, and the dots.
fn dotted(line: &[Glyph], weight: Weight, size: f32, room: f32) -> Vec<Glyph> {
    let most = (room / size * 1000.0) as i32;
    let dots = weight.face().set("…");
    let mut kept = line;
    while width(kept) + width(&dots) > most && !kept.is_empty() {
        kept = &kept[..kept.len() - 1];
    }
    [trimmed(kept), &dots].concat()
}

/// The widest word of a text, in thousandths of the size.
pub fn widest_word(glyphs: &[Glyph]) -> i32 {
    let (mut widest, mut word) = (0, 0);
    for (at, glyph) in glyphs.iter().enumerate() {
        let ends = matches!(glyph.letter, ' ' | '\n');
        word = if ends { 0 } else { word + i32::from(glyph.advance) };
        widest = widest.max(word);
        if is_joint(glyphs, at) {
            word = 0;
        }
    }
    widest
}

/// Whether a line may end after the letter at this place; the stroke of a date or a month stays with its figures.
fn is_joint(glyphs: &[Glyph], at: usize) -> bool {
    let is_figure = |at: usize| glyphs.get(at).is_some_and(|glyph| glyph.letter.is_ascii_digit());
    match glyphs[at].letter {
        '-' | '–' | '—' => true,
        '/' => !is_figure(at + 1),
        _ => false,
    }
}

fn trimmed(line: &[Glyph]) -> &[Glyph] {
    let end = line.iter().rposition(|glyph| glyph.letter != ' ').map_or(0, |last| last + 1);
    &line[..end]
}

fn breaks(paragraph: &[Glyph], most: i32, lines: &mut Vec<Vec<Glyph>>) {
    let (mut start, mut at, mut total) = (0, 0, 0);
    // where the line may end, and where the next one then begins
    let mut joint = None;
    while at < paragraph.len() {
        let glyph = &paragraph[at];
        total += i32::from(glyph.advance);
        // a space may hang over the end, and an accent stays with its letter
        if total > most && glyph.letter != ' ' && !glyph.is_accent() && at > start {
            let (end, next) = joint.take().unwrap_or((at, at));
            lines.push(trimmed(&paragraph[start..end]).to_vec());
            (start, at, total) = (next, next, 0);
            continue;
        }
        at += 1;
        match glyph.letter {
            ' ' => joint = Some((at - 1, at)),
            _ if is_joint(paragraph, at - 1) && total <= most => joint = Some((at, at)),
            _ => {}
        }
    }
    lines.push(trimmed(&paragraph[start..]).to_vec());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(line: &[Glyph]) -> String {
        line.iter().map(|glyph| glyph.letter).collect()
    }

    fn broken(words: &str, room: f32) -> Vec<String> {
        lines(words, Weight::Regular, 10.0, room).iter().map(|line| text(line)).collect()
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(broken("un deux trois", 30.0), ["un", "deux", "trois"]);
        assert_eq!(broken("un\n\ndeux", 100.0), ["un", "", "deux"]);
        assert_eq!(broken("", 100.0), [""]);
        assert_eq!(broken("Tshikapa-Nord", 50.0), ["Tshikapa-", "Nord"]);
        assert_eq!(broken("Cotisation 01/2026", 75.0), ["Cotisation", "01/2026"], "a month stays whole");
        assert_eq!(broken("10\u{a0}000 francs", 33.0), ["10\u{a0}000", "francs"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        assert_eq!(broken("anticonstitutionnellement", 60.0).concat(), "anticonstitutionnellement");
        assert_eq!(broken("abc", 0.0), ["a", "b", "c"], "one letter at least");
        assert_eq!(broken("aɛ\u{301}b", 0.0), ["a", "ɛ\u{301}", "b"], "an accent stays with its letter");
    }

    #[test]
    fn what_is_shortened_says_so() {
        let short = shortened("Coopérative minière", Weight::Bold, 10.0, 60.0);
        assert!(text(&short).ends_with('…') && width(&short) <= 6000);
        assert_eq!(text(&shortened("Coop", Weight::Bold, 10.0, 60.0)), "Coop");
        let first = |most| {
            let lines = first_lines("un deux trois", Weight::Regular, 10.0, 30.0, most);
            lines.iter().map(|line| text(line)).collect::<Vec<_>>()
        };
        assert_eq!(first(3), ["un", "deux", "trois"]);
        assert_eq!(first(2), ["un", "deux…"]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_no_line_too_wide(words in "[a-zé-]{1,30}( [a-zɛ](ɛ\u{301}{0,4}|[a-z/]){0,8}){0,8}", room in 20.0f32..300.0) {
            let lines = lines(&words, Weight::Regular, 10.0, room);
            let kept = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            let all: String = lines.iter().map(|line| text(line)).collect();
            prop_assert_eq!(kept(&all), kept(&words));
            for line in lines {
                prop_assert!(width(&line) <= (room * 100.0 + 0.5) as i32, "{}", text(&line));
            }
        }
    }
}
