//! Names that mean harm or that terminals disagree about: typed, pasted and imported, and then looked at everywhere.

use crate::common::{
    place::Place,
    pty::{Pty, Start},
    sequence,
};
use vt100::Screen;

/// What each name tries, and a piece of it that must still be there to read.
const NAMES: &[(&str, &str)] = &[
    ("Aa\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31mred", "AA"),
    ("Ab\u{1b}c\u{1b}[8;10;10t\u{8}\u{8}\u{d}x", "AB"),
    ("Ac\u{202e}turned\u{202c}\u{200f}\u{2066}x", "ACTURNED"),
    ("Ad🎉🏽 👩\u{200d}👩\u{200d}👧 🇨🇩 ❤\u{fe0f}", "AD"),
    ("Ae\u{301}\u{323}\u{302}\u{308}\u{30a} i\u{332}e\u{301}", "A"),
    ("Af漢字かな交じり文漢字かな交じり文漢字かな交じり文", "AF"),
    ("Ag محمد عبد الله שלום", "AG"),
    ("Ah\u{200b}\u{feff}\u{2060}\u{ad}zero", "AHZERO"),
    ("Ai\ttab\r\nline\u{2028}para\u{85}next", "AI"),
    ("Aj=1+1|cmd()", "AJ"),
    ("Ak\u{e0041}\u{e0042}\u{fff9}\u{fffe}", "AK"),
    ("Al ﷽ ༀ ꧅", "AL"),
];

/// The screen with one character for each cell, so that places in a row are columns.
fn cells(screen: &Screen) -> Vec<Vec<char>> {
    let (height, width) = (screen.size().0.get(), screen.size().1.get());
    let cell = |y, x| screen.cell(y, x).and_then(|cell| cell.contents().chars().next()).unwrap_or(' ');
    (0..height).map(|y| (0..width).map(|x| cell(y, x)).collect()).collect()
}

/// The column in which a text begins, in the first row that has it.
fn column_of(cells: &[Vec<char>], wanted: &str) -> Option<usize> {
    let wanted: Vec<char> = wanted.chars().collect();
    cells.iter().find_map(|row| row.windows(wanted.len()).position(|piece| piece == wanted))
}

/// Each row of members has its columns under their headings.
fn is_straight(screen: &Screen, rows: usize) -> bool {
    let cells = cells(screen);
    let Some(status) = column_of(&cells[4..5], "Status") else { return false };
    let active =
        |row: &Vec<char>| row[status - 1] == ' ' && row[status..].iter().collect::<String>().trim() == "Active";
    cells[5..5 + rows].iter().all(active)
}

/// The hints of the form stand under each other.
fn has_straight_hints(screen: &Screen) -> bool {
    let cells = cells(screen);
    let columns = ["F or M", "3 letters show", "several, with commas"].map(|hint| column_of(&cells, hint));
    columns[0].is_some() && columns.iter().all(|column| *column == columns[0])
}

/// Looks at the list from its beginning, at a page, its form, its history, at undo and at the palette.
fn look_everywhere(pty: &Pty) {
    pty.press("1").wait_for("Members  ");
    pty.press("2").until("straight columns", |screen| is_straight(screen, NAMES.len()));
    for down in 0..NAMES.len() {
        let down = "down ".repeat(down);
        pty.press(&format!("home {down} enter")).wait_for("d change status");
        pty.press("h").wait_for("u undo this");
        pty.press("1 2 home").wait_for(" in all");
        pty.press(&format!("{down} e")).wait_for("Given name");
        pty.until("straight hints", has_straight_hints);
        pty.press("alt-1 2").wait_for(" in all");
    }
    pty.press("u").wait_for("Undo?");
    pty.press("esc").wait_gone("Undo?");
    pty.press("ctrl-p \"al\"").wait_for("> al");
    pty.press("esc").wait_gone("> al").until("straight columns", |screen| is_straight(screen, NAMES.len()));
}

fn is_clean(pty: &Pty) {
    let bytes = pty.bytes();
    let output = sequence::read(&bytes);
    assert!(output.foreign.is_empty(), "{:?}", output.foreign);
    let hidden: Vec<char> = output.text.into_iter().filter(|c| ushirika::domain::fold::is_unsafe(*c)).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
}

#[test]
fn imported_names_cannot_do_anything_to_the_terminal() {
    let place = Place::new();
    place.done(&[
        "init",
        "--name",
        "Ev\u{1b}[2Jil \u{202e}coop",
        "--country",
        "CD",
        "--form",
        "other",
        "--currency",
        "CDF",
    ]);
    let rows = NAMES.iter().map(|(name, _)| format!("\"{name}\",\"{name}\",M,\"{name}\"\n"));
    place.write("names.csv", &format!("surname,given_name,sex,village\n{}", rows.collect::<String>()));
    let pty = Start::new(&place).go();
    pty.wait_for("Ctrl-P find anything");
    pty.press("2 i").wait_for("names.csv");
    pty.press("\"names\" enter").wait_for("F2 writes 12 rows");
    pty.press("end home f2").wait_for("12 rows are written");
    for (_, piece) in NAMES {
        pty.wait_for(piece);
    }
    look_everywhere(&pty);
    is_clean(&pty);
    pty.press("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    pty.is_as_before();
    assert_eq!(place.json(&["check", "--json"])["ok"], true);
}

#[test]
fn pasted_and_typed_names_cannot_do_anything_to_the_terminal() {
    let place = Place::with_demo(0);
    let pty = Start::new(&place).go();
    pty.wait_for("Ctrl-P find anything");
    pty.press("2");
    for (at, (name, piece)) in NAMES.iter().enumerate() {
        pty.press("n").wait_for("Surname *");
        pty.paste(name).press("tab tab");
        if at % 2 == 0 {
            // a keyboard has no control characters in its text
            let typed: String = name.chars().filter(|c| !c.is_control()).collect();
            pty.send(typed.as_bytes());
        } else {
            pty.paste(name);
        }
        pty.press("f2").wait_for(&format!("Saved: {:04} {piece}", at + 1));
    }
    look_everywhere(&pty);
    is_clean(&pty);
}

#[test]
fn five_hundred_characters_are_too_many_and_two_hundred_keep_the_columns() {
    let place = Place::with_demo(0);
    let pty = Start::new(&place).go();
    pty.wait_for("Ctrl-P find anything");
    pty.press("2 n").wait_for("Surname *");
    pty.send("Wa".repeat(250).as_bytes());
    pty.press("f2").wait_for("One field needs another look").wait_for("500");
    pty.press("ctrl-u")
        .paste(&"漢é".repeat(100))
        .press("tab")
        .paste(&"m".repeat(120))
        .press("f2")
        .wait_for("Saved: 0001");
    pty.until("straight columns", |screen| is_straight(screen, 1));
    pty.press("e").wait_for("Post-name");
    pty.press("end home end left left ctrl-z").wait_for("F or M");
    is_clean(&pty);
}
