//! Puts the messages of each language in the order of their keys, so that the program finds one and reads no other.
//!
//! Of `data/i18n/<code>/*.ftl` it writes `<code>.ftl`: all messages, with an empty line after each and nowhere else, so
//! that `src/text.rs` can halve the text again and again.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the folder"));
    println!("cargo::rerun-if-changed=build.rs");
    for code in ["en", "fr"] {
        let folder = Path::new("data/i18n").join(code);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut messages = BTreeMap::new();
        for file in fs::read_dir(folder).expect("the folder of a language") {
            let source = fs::read_to_string(file.expect("a file").path()).expect("a file of words");
            collect(&source, &mut messages);
        }
        let text: String = messages.values().flat_map(|message| [message.as_str(), "\n"]).collect();
        fs::write(out.join(code).with_extension("ftl"), text).expect("the messages are written");
    }
}

/// Adds the messages of a file: a key begins its line, and what follows it stands further right or closes a bracket.
fn collect(source: &str, messages: &mut BTreeMap<String, String>) {
    let mut key = None;
    for line in source.lines() {
        if line.starts_with('#') {
            key = None;
        } else if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let name = line.split([' ', '=']).next().expect("a line has a beginning").to_owned();
            messages.insert(name.clone(), String::new());
            key = Some(name);
        }
        if let Some(message) = key.as_ref().and_then(|key| messages.get_mut(key)).filter(|_| !line.trim().is_empty()) {
            message.push_str(line);
            message.push('\n');
        }
    }
}
