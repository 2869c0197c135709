//! The README's table of keys is the program's.

use std::{env, fs};
use ushirika::{
    text::Lang,
    tui::{
        frame::name_key,
        keymap::{BINDINGS, Scope},
    },
};

/// The table as it must stand in the README.
fn table() -> String {
    let lang = Lang::new("en");
    let mut out = String::from("| where | key | what |\n|---|---|---|\n");
    for (scope, place) in [
        (Scope::Global, "everywhere"),
        (Scope::List, "lists"),
        (Scope::Filter, "filter line"),
        (Scope::Detail, "a record"),
        (Scope::Form, "forms"),
        (Scope::Import, "import"),
        (Scope::Columns, "columns of an import"),
        (Scope::Mappings, "saved columns of an import"),
        (Scope::Paper, "a paper"),
        (Scope::Minutes, "minutes"),
        (Scope::History, "history"),
        (Scope::Conflict, "two versions"),
        (Scope::Pairs, "duplicates"),
        (Scope::Merge, "two records of one person"),
        (Scope::Meeting, "a meeting"),
        (Scope::Slip, "a payment slip"),
        (Scope::Founders, "founders’ list"),
        (Scope::Roll, "roll call"),
        (Scope::Sheet, "a sheet of rows"),
        (Scope::Line, "the line of a sheet"),
        (Scope::Cycle, "a savings cycle"),
    ] {
        for binding in BINDINGS.iter().filter(|b| b.scope == scope) {
            let keys: Vec<String> = binding.keys.split(' ').map(|k| name_key(k, |id| lang.label(id))).collect();
            let what = lang.label(binding.cmd.text_id());
            let keys = keys.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(" ");
            out.extend(["| ", place, " | ", &keys, " | ", what, " |\n"]);
        }
    }
    out
}

#[test]
fn the_table_of_keys_is_the_programs() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).expect("a README");
    let (start, end) = ("cargo test readme -->\n", "<!-- end of keys -->");
    let from = readme.find(start).expect("the beginning of the table") + start.len();
    let to = readme.find(end).expect("the end of the table");
    if env::var_os("USHIRIKA_README").is_some() {
        fs::write(path, format!("{}{}{}", &readme[..from], table(), &readme[to..])).expect("the README is written");
        return;
    }
    assert_eq!(&readme[from..to], table(), "USHIRIKA_README=1 cargo test readme writes the table again");
}
