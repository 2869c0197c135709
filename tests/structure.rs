//! The rules of the house that a program can check.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use ushirika::{
    command,
    domain::{book::LegalForm, bylaws::Bylaws, member::Field, noun, rule::What, takes::Takes},
    text::{BUILT_IN, Lang},
    tui::keymap,
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs" || e == "ftl") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root()).expect("inside").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("text"))
    };
    found.into_iter().map(read).collect()
}

/// What each part may use of the others; what stands in no list may use everything.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &["domain"]),
    ("text", &["domain"]),
    ("clock", &[]),
    ("unix", &[]),
    ("config", &[]),
    ("store", &["domain", "clock", "unix", "store"]),
    ("import", &["domain", "import"]),
    ("report", &["domain", "text", "report"]),
    ("demo", &["domain", "demo"]),
    ("command", &["domain", "clock", "unix", "store", "import", "report", "demo", "text", "command"]),
    ("tui", &["domain", "clock", "unix", "store", "import", "report", "command", "text", "config", "tui"]),
];

#[test]
fn the_arrows_point_one_way() {
    let mut wrong = Vec::new();
    for (name, source) in sources("src") {
        let part = name.trim_start_matches("src/").split(['/', '.']).next().expect("a part").to_owned();
        let Some((_, allowed)) = ARROWS.iter().find(|(p, _)| *p == part) else { continue };
        let code = source.split("#[cfg(test)]").next().expect("code");
        for (line, text) in code.lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
            let mut rest = text;
            while let Some(at) = rest.find("crate::") {
                rest = &rest[at + "crate::".len()..];
                let used: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if !used.is_empty() && used != "codes" && used != part && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{name}:{}: {part} uses {used}", line + 1));
                }
            }
        }
        for used in grouped(code) {
            if used != part && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{name}: {part} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The parts named in `use crate::{a::…, b::…}`.
fn grouped(code: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for block in code.split("use crate::{").skip(1) {
        let (mut depth, mut item) = (0, String::new());
        for c in block.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => parts.push(std::mem::take(&mut item)),
                _ if depth == 0 && !c.is_whitespace() => item.push(c),
                _ => {}
            }
        }
        parts.push(item);
    }
    let first = |item: String| item.split("::").next().unwrap_or_default().to_owned();
    parts.into_iter().map(first).filter(|part| !part.is_empty()).collect()
}

#[test]
fn each_library_stays_in_its_part() {
    let only = [
        ("rusqlite", &["src/store/"][..]),
        ("ratatui", &["src/tui/"]),
        ("crossterm", &["src/tui/"]),
        ("tui_textarea", &["src/tui/"]),
        ("std::os::unix", &["src/unix.rs"]),
        ("calamine", &["src/import/"]),
        ("clap", &["src/cli/"]),
    ];
    let mut wrong = Vec::new();
    for (name, source) in sources("src") {
        let code = source.split("#[cfg(test)]").next().expect("code");
        for (library, places) in only {
            let used = !name.contains("/tests/")
                && code.lines().any(|line| {
                    !line.trim_start().starts_with("//")
                        && (line.contains(&format!("{library}::")) || line.contains(&format!("use {library}")))
                });
            if used && !places.iter().any(|place| name.starts_with(place)) {
                wrong.push(format!("{name} uses {library}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_commands_open_the_door_for_writes() {
    for (name, source) in sources("src") {
        let code = source.split("#[cfg(test)]").next().expect("code");
        let allowed = name.starts_with("src/command/") || name.starts_with("src/store/");
        assert!(allowed || !code.contains(".act("), "{name} calls Store::act");
    }
}

#[test]
fn files_stay_short_and_say_what_they_are_for() {
    for (name, source) in sources("src") {
        assert!(source.lines().count() <= 600, "{name} is too long: look for the second noun in it");
        assert!(source.starts_with("//!"), "{name} does not say what it is for");
        assert!(!source.contains(concat!("todo", "!(")), "{name} is not finished");
        assert!(!source.contains(concat!("allow", "(clippy")), "{name} silences a lint for good");
        assert!(!source.contains(concat!("#[", "ignore")), "{name} has a test that does not run");
    }
    for (name, source) in sources("tests") {
        assert!(source.lines().count() <= 600, "{name} is too long");
        assert!(!source.contains(concat!("thread::", "sleep")), "{name} sleeps instead of waiting");
        assert!(!source.contains(concat!("#[", "ignore")), "{name} has a test that does not run");
    }
}

/// Lines that are neither blank, comment nor import.
fn weight(source: &str) -> usize {
    let code = source.split("#[cfg(test)]").next().expect("code");
    let mut importing = false;
    let mut count = 0;
    for line in code.lines().map(str::trim) {
        importing |= line.starts_with("use ");
        count += usize::from(!importing && !line.is_empty() && !line.starts_with("//"));
        importing &= !line.ends_with(';');
    }
    count
}

#[test]
fn a_list_costs_a_hundred_lines_and_a_form_a_hundred_and_twenty() {
    let all: BTreeMap<String, String> = sources("src/tui/screen").into_iter().collect();
    let list = weight(&all["src/tui/screen/members/list.rs"]);
    let form = weight(&all["src/tui/screen/members/form.rs"]);
    assert!(list < 100, "the list of members has {list} lines");
    assert!(form < 120, "the form of a member has {form} lines");
    for (name, source) in &all {
        let lines = weight(source);
        assert!(lines < 400, "{name} has {lines} lines");
    }
}

#[test]
fn every_form_that_keeps_drafts_is_opened_again() {
    let all: BTreeMap<String, String> = sources("src/tui/screen").into_iter().collect();
    let kinds = &all["src/tui/screen/home/drafts.rs"];
    let mut forms = 0;
    for (name, source) in &all {
        for piece in source.split("impl Draft for ").skip(1) {
            let draft = piece.split([' ', '{']).next().expect("a name");
            let form = piece.split("const FORM: &'static str = \"").nth(1).and_then(|rest| rest.split('"').next());
            if form.is_some_and(|form| !form.is_empty()) {
                forms += 1;
                assert!(kinds.contains(&format!("{draft}::FORM,")), "{name}: drafts of {draft} are kept for nobody");
            }
        }
    }
    assert!(forms > 10, "only {forms} forms were found");
}

/// Keys and placeables of one language.
fn messages(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let words = Lang::new(lang);
    for (file, source) in sources(&format!("data/i18n/{lang}")) {
        let resource = fluent_bundle::FluentResource::try_new(source.clone());
        assert!(resource.is_ok(), "{file}: {:?}", resource.err().map(|(_, errors)| errors));
        let mut key = String::new();
        for line in source.lines() {
            if let Some((name, _)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key = name.trim().to_owned();
                assert!(words.named(&key, &[]).is_some(), "the program does not find {key} of {file}");
                assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "{file} has {key} twice");
            }
            for piece in line.split('$').skip(1) {
                let name: String = piece.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                found.get_mut(&key).expect("a key before its blanks").insert(name);
            }
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_things() {
    let (english, french) = (messages("en"), messages("fr"));
    for (key, blanks) in &english {
        let other = french.get(key).unwrap_or_else(|| panic!("{key} is missing in French"));
        assert_eq!(blanks, other, "{key} fills other blanks in French");
    }
    for key in french.keys() {
        assert!(english.contains_key(key), "{key} is missing in English");
    }
}

#[test]
fn every_key_in_the_code_has_words() {
    let english = messages("en");
    let prefixes: BTreeSet<&str> = english.keys().filter_map(|k| k.split('-').next()).collect();
    let mut missing = BTreeSet::new();
    for (name, source) in sources("src") {
        let code = source.split("#[cfg(test)]").next().expect("code");
        for piece in code.split('"').skip(1).step_by(2) {
            let is_key = piece.len() > 3
                && piece.contains('-')
                && !piece.ends_with('-')
                && piece.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
                && piece.starts_with(|c: char| c.is_ascii_lowercase())
                && prefixes.contains(piece.split('-').next().expect("a prefix"))
                && piece.split('-').next() != Some("utf");
            if is_key && !english.contains_key(piece) && !is_key_name(piece) {
                missing.insert(format!("{piece} ({name})"));
            }
        }
    }
    assert!(missing.is_empty(), "no words for: {missing:#?}");
}

/// Names of keys on the keyboard, ids of commands, names of papers and ends of rules look like keys of texts.
fn is_key_name(piece: &str) -> bool {
    keymap::parse(piece).is_some()
        || command::paper::find(piece).is_some()
        || What::ALL.iter().any(|what| what.code() == piece)
        || keymap::Cmd::all().any(|cmd| cmd.text_id() == format!("cmd-{piece}"))
}

#[test]
fn every_command_is_named_and_every_key_leads_somewhere() {
    for code in BUILT_IN {
        let lang = Lang::new(code);
        for cmd in keymap::Cmd::all() {
            assert_ne!(lang.label(cmd.text_id()), cmd.text_id(), "{cmd:?} has no name in {code}");
            assert!(keymap::BINDINGS.iter().any(|b| b.cmd == cmd), "{cmd:?} has no key");
        }
        for command in command::COMMANDS {
            let id = command.text_id();
            assert_ne!(lang.name(&id), id, "{} has no name in {code}", command.id);
        }
    }
}

#[test]
fn every_field_list_noun_and_step_has_words() {
    let nouns = noun::NOUNS.iter().flat_map(|noun| noun.attributes);
    let fields = Field::ALL.iter().filter_map(|field| field.takes()).chain(nouns.clone().map(|a| a.takes));
    let choices: Vec<&str> = fields.flat_map(Takes::choices).map(|choice| choice.text_id).collect();
    let steps = LegalForm::ALL.iter().flat_map(|form| {
        let Bylaws { withdrawal, exclusion, death, .. } = Bylaws::of(*form);
        withdrawal.into_iter().chain(exclusion).chain(death).map(|step| format!("step-{}", step.step))
    });
    let mut ids: BTreeSet<String> = steps.collect();
    ids.extend(noun::NOUNS.iter().flat_map(|noun| [noun.text_id, noun.heading]).map(str::to_owned));
    ids.extend(nouns.clone().filter(|a| !matches!(a.takes, Takes::Fixed(_))).map(|a| a.label.to_owned()));
    ids.extend(nouns.filter(|a| !a.hint.is_empty()).map(|a| a.hint.to_owned()));
    ids.extend(Field::ALL.iter().map(|field| field.text_id().to_owned()));
    ids.extend(choices.iter().map(|id| (*id).to_owned()));
    for lang in ["en", "fr"].map(|code| Lang::with_folder(code, Path::new(""))) {
        let missing: Vec<&String> = ids.iter().filter(|id| lang.named(id, &[]).is_none()).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", lang.code());
        // a comma parts the names of a list
        for id in &choices {
            assert!(!lang.name(id).contains(','), "{}: {id}", lang.code());
        }
    }
}
