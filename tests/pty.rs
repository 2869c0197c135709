//! The program in a real terminal: how it starts and ends, and what it makes of the terminal it finds.

use crate::common::{
    place::Place,
    pty::{Pty, Start, text},
    sequence::{self, is_colour},
};
use std::{fs, os::unix::fs::PermissionsExt, time::Duration};
use ushirika::tui::terminal::Tty;

/// The program in a home with a made-up cooperative, at its first page.
fn started(place: &Place) -> Pty {
    let pty = Start::new(place).go();
    pty.wait_for("Ctrl-P find anything");
    pty
}

#[test]
fn the_first_start_asks_little_and_makes_a_book_that_only_its_owner_reads() {
    for (lang, title, home, task) in [
        ("en_GB.UTF-8", "A new book for your cooperative", "1Home", "Enter the first member"),
        ("fr_CD.UTF-8", "Un nouveau fichier pour votre coopérative", "1Accueil", "Saisir le premier membre"),
    ] {
        let place = Place::new();
        let pty = Start::new(&place).env("LANG", lang).go();
        pty.wait_for(title);
        pty.press("\"Coop. minière Mbongu Mboka\" tab tab tab tab ctrl-u \"Amina\" f2");
        pty.wait_for(task).wait_for(home).wait_for("Coop. minière Mbongu Mboka").wait_for("Amina");
        let mode = fs::metadata(place.book()).expect("a book").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        pty.press("ctrl-q");
        assert_eq!(pty.wait_exit(), 0);
        pty.is_as_before();
        assert_eq!(place.json(&["check", "--json"])["ok"], true);
    }
}

#[test]
fn a_first_start_that_is_broken_off_leaves_no_book() {
    let place = Place::new();
    let pty = Start::new(&place).go();
    pty.wait_for("A new book for your cooperative");
    pty.press("\"Mbongu\" ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    pty.is_as_before();
    assert!(!place.book().exists());
}

#[test]
fn a_first_start_makes_the_usual_folder_and_says_when_it_cannot() {
    let place = Place::new();
    let first = |file: &str| {
        let pty = Start::new(&place).env("USHIRIKA_FILE", file).go();
        pty.wait_for("A new book for your cooperative").press("\"Mbongu\" pagedown shift-tab \"1234\" tab \"1234\" f2");
        pty
    };
    // a file stands where the folder should be: the form stays, with the reason
    let below = place.write("file", "").join("book.ushirika");
    let pty = first(&below.display().to_string());
    pty.wait_for("Mbongu").wait_for("already something of that name").press("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    let pty = first("");
    pty.wait_for("Enter the first member").press("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    let book = place.path(".local/share/ushirika/book.ushirika");
    assert_eq!(fs::metadata(book).expect("a book").permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_first_start_that_was_cut_off_begins_again() {
    let place = Place::new();
    // what a kill leaves between making the file and writing the book, in the usual place
    let folder = place.path(".local/share/ushirika");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("book.ushirika"), "").expect("an empty file");
    for (keys, ends) in [("ctrl-q", true), ("\"Mbongu\" f2", false)] {
        let pty = Start::new(&place).env("USHIRIKA_FILE", "").go();
        pty.wait_for("A new book for your cooperative").press(keys);
        if !ends {
            pty.wait_for("Enter the first member").press("ctrl-q");
        }
        assert_eq!(pty.wait_exit(), 0);
        pty.is_as_before();
    }
    assert!(folder.join("book.ushirika").metadata().expect("a book").len() > 0);
}

#[test]
fn quitting_gives_the_terminal_back_as_it_was() {
    let place = Place::with_demo(12);
    let pty = started(&place);
    assert!(pty.look(|screen| screen.alternate_screen() && screen.bracketed_paste()));
    pty.press("2").wait_for("12 in all");
    pty.press("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    pty.is_as_before();
}

#[test]
fn another_size_and_back_shows_the_same_again() {
    let place = Place::with_demo(30);
    let pty = started(&place);
    pty.press("2").wait_for("30 in all").wait_for("? help");
    let before = pty.screen();
    pty.resize(132, 40).wait_for("Phone");
    pty.resize(80, 24).until("the same screen", |screen| text(screen) == before);
    // so fast that the program may see only one of the two
    pty.resize(60, 12);
    pty.resize(80, 24).until("the same screen", |screen| text(screen) == before);
    pty.resize(20, 5).wait_for("Window too small");
    pty.resize(80, 24).until("the same screen", |screen| text(screen) == before);
}

#[test]
fn a_terminal_may_have_any_size() {
    let place = Place::with_demo(30);
    for (width, height) in [(1, 1), (2, 60), (250, 2), (30, 9), (400, 120)] {
        let pty = Start::new(&place).size(width, height).go();
        pty.until("anything", |screen| !text(screen).trim().is_empty());
        pty.press("2 down n \"Kabeya\" tab f1").resize(width + 1, height).wait_quiet(Duration::from_millis(20));
        pty.press("ctrl-q");
        assert_eq!(pty.wait_exit(), 0, "{width}×{height}");
        pty.is_as_before();
    }
}

#[test]
fn pasted_text_is_text() {
    let place = Place::with_demo(12);
    let pty = started(&place);
    pty.press("2").wait_for("12 in all");
    pty.paste("n\rn").press("n").wait_for("Surname *");
    pty.paste("Kabeya\rd\nq\r\n2\r\u{3}\u{11}\u{1b}[2Jx").wait_for("Kabeya d q 2 [2Jx");
    // in a note the lines stay lines
    pty.press("shift-tab*4").paste("first\r\nsecond\nthird").until("three lines", |screen| {
        let lines: Vec<String> = screen.rows(0, 80).map(|line| line.trim_end().to_owned()).collect();
        lines.windows(3).any(|l| l[0].ends_with("first") && l[1].ends_with("second") && l[2].ends_with("third"))
    });
    pty.press("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    assert_eq!(place.members().len(), 12, "nothing was saved");
    assert!(sequence::read(&pty.bytes()).foreign.is_empty());
}

#[test]
fn however_the_program_is_ended_the_open_form_waits_for_the_next_start() {
    for (end, code) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("close", 129)] {
        let place = Place::with_demo(12);
        let mut pty = started(&place);
        pty.press("2 n").wait_for("Surname *");
        pty.press("\"Mwamba\" tab \"Kalonji\" tab").wait_for("Kalonji");
        if end == "close" {
            pty.close();
        } else {
            pty.signal(end);
        }
        assert_eq!(pty.wait_exit(), code, "{end}");
        if end != "close" {
            pty.is_as_before();
        }
        let pty = started(&place);
        pty.wait_for("Draft, new member: Mwamba");
        pty.press("enter").wait_for("Mwamba").wait_for("Kalonji").wait_for("3 / 59");
        pty.press("\"Jean\" f2").wait_for("Saved: 0013 MWAMBA Kalonji Jean");
        assert_eq!(place.json(&["check", "--json"])["ok"], true);
    }
}

#[test]
fn without_colour_bold_and_reverse_remain() {
    let place = Place::with_demo(12);
    for (name, value, colourful) in [("NO_COLOR", "1", false), ("NO_COLOR", "", true), ("TERM", "vt220", false)] {
        let pty = Start::new(&place).env(name, value).go();
        pty.wait_for("Ctrl-P find anything");
        pty.press("2 n f2").wait_for("One field needs another look");
        let output = sequence::read(&pty.bytes());
        assert_eq!(output.looks.iter().any(|p| is_colour(*p)), colourful, "{name}={value}: {:?}", output.looks);
        assert!(output.looks.contains(&1) && output.looks.contains(&7), "{name}={value}: {:?}", output.looks);
        assert!(output.foreign.is_empty(), "{:?}", output.foreign);
    }
}

/// The upper half of code page 437, and its signs in the place of control characters: the font of the Linux console.
const CONSOLE: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";
/// Letters that the console draws without their accent.
const BARE: &str = "ÀÁÂÃÈÊËÌÍÎÏÒÓÔÕÙÚÛÝãõý";

/// Looks at the areas that show most, in French, where accents are; gives what was written.
fn tour(place: &Place, variables: &[(&str, &str)]) -> Vec<u8> {
    let mut start = Start::new(place).args(&["--lang", "fr"]);
    for (name, value) in variables {
        start = start.env(name, value);
    }
    let pty = start.go();
    pty.wait_for("Ctrl-P");
    pty.press("2").wait_for("21");
    pty.press("enter").wait_for("0020");
    pty.press("h").wait_for("one.csv");
    pty.press("f1").wait_for("PgPr");
    pty.press("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    pty.is_as_before();
    pty.bytes()
}

/// A book in which the first of the list bears what few fonts have.
fn place_with_rare_letters() -> Place {
    let place = Place::with_demo(20);
    place.write("one.csv", "surname,given_name,village\nAaɓɛ̃ŋa Œuf,Ngọ́yi – 漢 ✓,Mbújĭ\n");
    place.done(&["import", "members", "one.csv"]);
    place
}

#[test]
fn the_linux_console_gets_only_what_its_font_has() {
    let place = place_with_rare_letters();
    let output = sequence::read(&tour(&place, &[("TERM", "linux")]));
    let known = |c: &char| c.is_ascii() || CONSOLE.contains(*c) || BARE.contains(*c);
    let unknown: Vec<&char> = output.text.iter().filter(|c| !known(c)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(output.text.contains(&'é') && output.text.contains(&'─'), "what it has it gets");
    assert!(output.foreign.is_empty(), "{:?}", output.foreign);
}

#[test]
fn another_locale_than_utf_8_and_plain_terminals_get_seven_bits() {
    let place = place_with_rare_letters();
    for variables in [[("LANG", "C"), ("TERM", "xterm")], [("LC_ALL", "POSIX"), ("TERM", "linux")]] {
        assert!(tour(&place, &variables).is_ascii(), "{variables:?}");
    }
    let dumb = tour(&place, &[("TERM", "dumb")]);
    assert!(dumb.is_ascii());
    assert!(!sequence::read(&dumb).looks.iter().any(|p| is_colour(*p)));
}

#[test]
fn two_programs_edit_one_member_and_the_second_sees_both_versions() {
    let place = Place::with_demo(12);
    let (first, second) = (started(&place), started(&place));
    for pty in [&first, &second] {
        pty.press("2").wait_for("12 in all");
        pty.press("end e").wait_for("Surname *");
    }
    first.press("tab*6 ctrl-u \"Luamuela\" tab*3 \"Papa\"").wait_for("Papa");
    second.press("tab*6 ctrl-u \"Lukelenge\" shift-tab*7").paste("seen at the pit").press("f2").wait_for("Saved: ");
    first
        .press("f2")
        .wait_for("Somebody else has changed this record meanwhile")
        .wait_for("Luamuela")
        .wait_for("Lukelenge");
    first.press("f2").wait_for("Saved: ");
    let members = place.members();
    let saved = members.iter().find(|m| m["known_as"] == "Papa").expect("the first one's work");
    assert_eq!((&saved["village"], &saved["note"]), (&"Luamuela".into(), &"seen at the pit".into()));
    // what the first has saved stands on the second one's screen without a key
    second.press("enter").wait_for("Papa");
    assert_eq!(place.json(&["check", "--json"])["ok"], true);
}

/// Run again by the test below, in a terminal; does nothing otherwise.
#[test]
fn panics_when_it_is_asked_to() {
    let Ok(who) = std::env::var("USHIRIKA_PANIC") else { return };
    let tty = Tty::enter().expect("a terminal");
    println!("before");
    if who == "beside" {
        let beside = std::thread::spawn(|| panic!("beside the screen"));
        assert!(beside.join().is_err());
        println!("after");
        drop(tty);
        std::process::exit(0);
    }
    panic!("under the screen");
}

#[test]
fn a_panic_gives_the_terminal_back_and_one_of_another_thread_leaves_it_alone() {
    let place = Place::new();
    let run = |who| {
        let test = std::env::current_exe().expect("this test").display().to_string();
        let start = Start::new(&place).program(&test).env("USHIRIKA_PANIC", who);
        start.args(&["--exact", "pty::panics_when_it_is_asked_to", "--nocapture"]).go()
    };
    let pty = run("under");
    pty.wait_for("under the screen");
    assert_ne!(pty.wait_exit(), 0);
    pty.is_as_before();
    let pty = run("beside");
    assert_eq!(pty.wait_exit(), 0);
    pty.is_as_before();
    let bytes = String::from_utf8_lossy(&pty.bytes()).into_owned();
    let (_, inside) = bytes.split_once("before").expect("its words");
    assert!(inside.contains("after"), "{inside}");
    assert!(!bytes.contains("beside the screen"), "{bytes}");
    assert!(inside.find("after") < inside.find("\u{1b}[?1049l"), "{inside}");
}
