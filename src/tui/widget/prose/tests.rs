//! Long text against a plain text with a cursor.

use super::*;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// What somebody does.
#[derive(Clone, Debug)]
enum Do {
    Key(KeyCode, KeyModifiers),
    Paste(String),
    Page(bool),
    Undo,
    Redo,
    Find(String),
    Size(u16, u16),
}

fn doing() -> impl Strategy<Value = Do> {
    let none = KeyModifiers::NONE;
    prop_oneof![
        8 => "[ab é日\u{301}]".prop_map(move |c| Do::Key(KeyCode::Char(c.chars().next().expect("one")), none)),
        2 => Just(Do::Key(KeyCode::Enter, none)),
        4 => (prop::sample::select(vec![
            KeyCode::Backspace, KeyCode::Delete, KeyCode::Left, KeyCode::Right, KeyCode::Up, KeyCode::Down, KeyCode::Home,
            KeyCode::End,
        ]), any::<bool>())
            .prop_map(|(code, word)| Do::Key(code, if word { KeyModifiers::CONTROL } else { KeyModifiers::NONE })),
        1 => "[ab\n\té\u{1b}\r ]{0,20}".prop_map(Do::Paste),
        1 => any::<bool>().prop_map(Do::Page),
        2 => Just(Do::Undo),
        1 => Just(Do::Redo),
        1 => "[aé b]{1,3}".prop_map(Do::Find),
        1 => (2..12u16, 1..6u16).prop_map(|(columns, height)| Do::Size(columns, height)),
    ]
}

fn key(prose: &mut Prose, code: KeyCode) -> bool {
    prose.input(&Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn does(prose: &mut Prose, what: &Do) {
    match what {
        Do::Key(code, modifiers) => {
            prose.input(&Input::Key(KeyEvent::new(*code, *modifiers)));
        }
        Do::Paste(text) => {
            prose.input(&Input::Paste(text));
        }
        Do::Page(down) => {
            prose.move_page(*down);
        }
        Do::Undo => {
            prose.undo();
        }
        Do::Redo => {
            prose.redo();
        }
        Do::Find(words) => {
            prose.find(words, Way::Next);
        }
        Do::Size(columns, height) => prose.set_size(*columns, *height),
    }
}

/// The byte of the cursor in the whole text.
fn offset(prose: &Prose) -> usize {
    let before: usize = prose.paragraphs[..prose.cursor.paragraph].iter().map(|p| p.text.len() + 1).sum();
    before + prose.cursor.at
}

/// What a plain text with a cursor does on the keys whose effect does not depend on rows.
fn model(text: &mut String, at: &mut usize, what: &Do) -> bool {
    let put = |text: &mut String, at: &mut usize, piece: &str| {
        text.insert_str(*at, piece);
        *at += piece.len();
    };
    // a letter ends where one does in its own paragraph
    let line = text[..*at].rfind('\n').map_or(0, |at| at + 1);
    let before = text[line..*at].graphemes(true).next_back().map_or(usize::from(line > 0), str::len);
    let end = text[*at..].find('\n').map_or(text.len(), |end| *at + end);
    let behind = || {
        let whole = text[line..end].grapheme_indices(true).map(|(start, letter)| line + start + letter.len());
        whole.filter(|end| end > at).map(|end| end - *at).next().unwrap_or(usize::from(end < text.len()))
    };
    match what {
        Do::Key(KeyCode::Char(c), _) => put(text, at, c.encode_utf8(&mut [0; 4])),
        Do::Key(KeyCode::Enter, _) => put(text, at, "\n"),
        Do::Paste(piece) => {
            let piece = piece.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ").replace('\u{1b}', "");
            put(text, at, &piece);
        }
        Do::Key(KeyCode::Backspace, KeyModifiers::NONE) => {
            // a letter that was put together goes as one
            let mut whole = text[line..end].grapheme_indices(true).map(|(start, _)| line + start);
            let from = whole.rfind(|start| start < at).unwrap_or(*at - before);
            text.replace_range(from..*at, "");
            *at = from;
        }
        Do::Key(KeyCode::Delete, KeyModifiers::NONE) => {
            let count = behind();
            text.replace_range(*at..*at + count, "");
        }
        Do::Key(KeyCode::Home, KeyModifiers::CONTROL) => *at = 0,
        Do::Key(KeyCode::End, KeyModifiers::CONTROL) => *at = text.len(),
        _ => return false,
    }
    true
}

proptest! {
    #[test]
    fn it_is_a_plain_text_with_a_cursor(begin in "[ab é\n]{0,40}", doings in prop::collection::vec(doing(), 1..60)) {
        let mut prose = Prose::new(&begin);
        let mut seen = vec![begin.clone()];
        for what in &doings {
            let (mut text, mut at) = (prose.text(), offset(&prose));
            let is_modelled = model(&mut text, &mut at, what);
            does(&mut prose, what);
            let is_known = is_modelled || !matches!(what, Do::Undo | Do::Redo);
            let is_word = matches!(what, Do::Key(KeyCode::Backspace | KeyCode::Delete, KeyModifiers::CONTROL));
            if is_modelled {
                prop_assert_eq!((prose.text(), offset(&prose)), (text, at));
            } else if is_known && !is_word {
                prop_assert_eq!(prose.text(), text, "{:?} changes nothing", what);
            } else if is_known {
                prop_assert!(prose.text().len() <= text.len());
            } else {
                prop_assert!(seen.contains(&prose.text()), "it goes back to what was there");
            }
            seen.push(prose.text());
            for paragraph in prose.paragraphs.iter().filter(|paragraph| !paragraph.rows.is_empty()) {
                let mut whole = Rows::default();
                whole.know(&paragraph.text, prose.columns, usize::MAX);
                let starts = |rows: &Rows| (0..paragraph.rows.len()).map(|row| rows.start(row)).collect::<Vec<_>>();
                prop_assert_eq!(starts(&paragraph.rows), starts(&whole));
            }
            let here = (prose.cursor.paragraph, prose.row());
            let (top, height) = (prose.top, prose.height as isize);
            prop_assert!(here >= top && here <= prose.step(top, height - 1), "the cursor is in sight");
        }
        while prose.redo() {}
        let end = prose.text();
        while prose.undo() {}
        prop_assert_eq!(prose.text(), begin);
        while prose.redo() {}
        prop_assert_eq!(prose.text(), end);
    }

    #[test]
    fn a_record_stays_whole_or_goes(doings in prop::collection::vec(doing(), 1..60)) {
        let mut prose = Prose::new("a\n{quorum}\nb\n{quorum}");
        prose.set_words([("{quorum}".to_owned(), "a record of several rows".to_owned())].into());
        for what in &doings {
            does(&mut prose, what);
            let is_whole = |text: &String| !text.contains(['{', '}']) || text == "{quorum}";
            prop_assert!(prose.paragraphs.iter().all(|p| is_whole(&p.text)), "{:?}: {}", what, prose.text());
            let is_between = prose.cursor.at == 0 || prose.cursor.at == prose.length(prose.cursor.paragraph);
            prop_assert!(!prose.is_record(prose.cursor.paragraph) || is_between);
        }
        while prose.undo() {}
        prop_assert_eq!(prose.text(), "a\n{quorum}\nb\n{quorum}");
    }
}

#[test]
fn typing_is_undone_word_by_word_and_lines_by_themselves() {
    let mut prose = Prose::new("");
    for c in "one two".chars() {
        key(&mut prose, KeyCode::Char(c));
    }
    key(&mut prose, KeyCode::Enter);
    key(&mut prose, KeyCode::Char('x'));
    let mut texts = vec![prose.text()];
    while prose.undo() {
        texts.push(prose.text());
    }
    assert_eq!(texts, ["one two\nx", "one two\n", "one two", "one ", ""]);
    assert!(prose.redo() && !prose.is("one two") && prose.is("one "));
}

#[test]
fn a_record_goes_as_a_whole_and_text_is_put_beside_it() {
    let mut prose = Prose::new("a");
    prose.set_words([("{quorum}".to_owned(), "84 of 184".to_owned())].into());
    prose.insert_record("{quorum}");
    assert_eq!(prose.text(), "a\n{quorum}\n");
    assert!(key(&mut prose, KeyCode::Backspace));
    assert_eq!(prose.text(), "a\n");
    prose.undo();
    key(&mut prose, KeyCode::Left);
    key(&mut prose, KeyCode::Char('b'));
    assert_eq!(prose.text(), "a\n{quorum}\nb\n");
    prose.move_to(Place::new(1, 0));
    key(&mut prose, KeyCode::Char('c'));
    key(&mut prose, KeyCode::Char('d'));
    assert_eq!(prose.text(), "a\ncd\n{quorum}\nb\n");
    assert!(!key(&mut prose, KeyCode::Up) && key(&mut prose, KeyCode::Delete));
    assert_eq!(prose.text(), "a\ncd\n{quorum}\nb\n".replacen("a\n", "a", 1));
    // a name that is typed becomes the record
    let mut prose = Prose::new("{quoru");
    prose.set_words([("{quorum}".to_owned(), "84 of 184".to_owned())].into());
    for c in "m}".chars() {
        key(&mut prose, KeyCode::Char(c));
    }
    assert!(prose.is_record(0));
    assert!(key(&mut prose, KeyCode::Backspace));
    assert_eq!(prose.text(), "");
}

#[test]
fn words_are_found_without_accents_and_case_both_ways_round() {
    let mut prose = Prose::new("Élection du bureau\nL’ÉLECTION eut lieu\nrien");
    prose.move_to(Place::default());
    let mut places = Vec::new();
    for way in [Way::Here, Way::Next, Way::Next, Way::Previous] {
        assert!(prose.find("election", way));
        places.push((prose.cursor.paragraph, prose.cursor.at));
    }
    assert_eq!(places, [(0, 0), (1, 4), (0, 0), (1, 4)]);
    assert_eq!(
        prose.found.map(|(start, end)| &prose.paragraphs[start.paragraph].text[start.at..end]),
        Some("ÉLECTION")
    );
    assert!(prose.find("l'e", Way::Next) && !prose.find("nobody", Way::Next));
}

#[test]
fn whoever_is_named_stands_before_the_cursor() {
    let word = |text: &str| Prose::new(text).word_before('@').map(str::to_owned);
    assert_eq!(word("dit @147").as_deref(), Some("@147"));
    assert_eq!(word("(@kab").as_deref(), Some("@kab"));
    assert_eq!((word("a@b.cd"), word("@"), word("@147 "), word("")), (None, None, None, None));
}
