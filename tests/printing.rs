//! Printing, told through keys: which paper, what is said of it, how it will look, which printer.

use crate::common::{
    Book,
    driver::Driver,
    register::{person, register},
    snap,
};
use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};
use ushirika::{
    command,
    domain::{
        member::Field,
        user::{Role, Viewer},
    },
    unix::printer::Spooler,
};

/// Puts programs into the book's folder that stand for the printing system.
fn spooler(book: &Book, programs: &[(&str, &str)]) -> Spooler {
    let folder = book.folder().join("bin");
    fs::create_dir_all(&folder).unwrap();
    for (name, script) in programs {
        let path = folder.join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    Spooler::at(folder)
}

/// Two printers, of which the second is the usual one; what is printed lands beside the book.
fn office(book: &Book) -> (Spooler, PathBuf, PathBuf) {
    let (args, paper) = (book.folder().join("args"), book.folder().join("printed.pdf"));
    let lp = format!("echo \"$@\" > '{}'; cat > '{}'", args.display(), paper.display());
    let lpstat =
        "case $1 in -e) echo Bureau; echo Secretariat;; -d) echo 'system default destination: Secretariat';; esac";
    (spooler(book, &[("lp", &lp), ("lpstat", lpstat)]), args, paper)
}

#[test]
fn the_papers_of_the_list_and_the_preview_of_the_register() {
    for lang in ["en", "fr"] {
        let book = register();
        let mut d = Driver::open(&book, lang);
        d.press("2 p");
        snap(&format!("papers-{lang}"), &d.screen());
        d.press("enter");
        snap(&format!("papers-options-{lang}"), &d.screen());
        d.press("f2");
        snap(&format!("papers-preview-{lang}"), &d.screen());
        d.press("end");
        snap(&format!("papers-preview-end-{lang}"), &d.screen());
        // a wide terminal shows the table as a table
        let mut d = Driver::sized(&book, lang, 132, 30);
        d.press("2 p enter f2");
        snap(&format!("papers-preview-wide-{lang}"), &d.screen());
    }
}

#[test]
fn the_number_of_pages_is_said_before_enter_prints() {
    for lang in ["en", "fr"] {
        let book = register();
        let (spooler, args, paper) = office(&book);
        let mut d = Driver::open(&book, lang);
        d.app.cx.spooler = spooler;
        d.press("2 p down down down enter f2 p");
        snap(&format!("papers-printers-{lang}"), &d.screen());
        assert!(!paper.exists(), "nothing is printed yet");
        d.press("enter");
        snap(&format!("papers-printed-{lang}"), &d.screen());
        let title = if lang == "fr" { "Cartes de membre" } else { "Member cards" };
        let expected = format!("-d Secretariat -t {title} -o media=A4 -o print-scaling=none\n");
        assert_eq!(fs::read_to_string(&args).unwrap(), expected, "cards are cut: nothing is scaled");
        assert!(fs::read(&paper).unwrap().starts_with(b"%PDF-1.7"));
        d.press("p down enter").sees("Bureau");
        assert!(fs::read_to_string(&args).unwrap().starts_with("-d Bureau "));
    }
}

#[test]
fn where_nothing_prints_a_sentence_says_so_and_the_paper_stays() {
    for lang in ["en", "fr"] {
        for (name, programs) in [
            ("missing", &[][..]),
            ("none", &[("lp", "exit 1"), ("lpstat", "exit 0")]),
            ("failing", &[("lp", "echo 'lp: The printer is on fire.' >&2; exit 1"), ("lpstat", "echo Bureau")]),
        ] {
            let book = register();
            let mut d = Driver::open(&book, lang);
            d.app.cx.spooler = spooler(&book, programs);
            d.press("2 p enter f2 p enter");
            snap(&format!("papers-{name}-{lang}"), &d.screen());
        }
    }
}

#[test]
fn a_system_with_lp_alone_prints_where_it_likes() {
    let book = register();
    let mut d = Driver::open(&book, "en");
    d.app.cx.spooler = spooler(&book, &[("lp", "cat > /dev/null")]);
    d.press("2 p enter f2 p").sees("the usual printer").press("enter").sees("sent to the usual printer");
}

#[test]
fn a_paper_is_saved_as_what_the_name_ends_in() {
    let book = register();
    let mut d = Driver::open(&book, "fr");
    d.press("2 p enter f2 f2").sees("registre-des-membres-2026-11-23.pdf");
    for (name, begin) in [("r.pdf", &b"%PDF"[..]), ("r.txt", b"Coop."), ("r.csv", b"Registre"), ("r.xlsx", b"PK")] {
        let file = book.folder().join(name);
        d.press("ctrl-u").paste(&file.display().to_string()).press("f2").sees("Écrit").press("f2");
        assert!(fs::read(&file).unwrap().starts_with(begin), "{name}");
    }
    d.press("ctrl-u").paste(&book.folder().join("r.doc").display().to_string()).press("f2").sees(".pdf, .txt,");
    d.press("ctrl-u").paste(&book.folder().join("r.pdf").display().to_string()).press("f2").sees("existe déjà");
    // a folder that is not there: what was typed stays
    d.press("esc ctrl-u").paste(&book.folder().join("none/r.pdf").display().to_string()).press("f2").sees("none/r.pdf");
    d.press("esc enter");
    // cards have no table
    d.press("esc esc esc esc 2 p down down down enter f2 f2 ctrl-u \"c.xlsx\" f2").sees(".pdf, .txt.");
}

#[test]
fn papers_are_about_those_who_are_marked_or_shown_or_open() {
    let book = register();
    let mut d = Driver::open(&book, "fr");
    d.press("2 space down space p").sees("2 personnes").press("enter").sees_no("Personnes ").press("f2");
    d.sees("2 personnes · ").sees("EXTRAIT DU REGISTRE").press("esc esc esc");
    d.press("/ \"ng\" enter p").sees("3 personnes").press("esc esc");
    // on a page only what is of one person
    d.press("home enter p").sees_no("Registre").sees("Dossier du membre");
    d.press("\"dossier\" enter").sees("Une personne · ").sees("ILUNGA Mbuyi Joseph").press("esc esc esc");
    // the record needs somebody: whoever is under the cursor
    d.press("p \"dossier\" enter").sees("0002").press("f2").sees("0002 ILUNGA");
}

#[test]
fn options_can_be_changed_over_the_preview_and_the_language_under_it() {
    let book = register();
    let mut d = Driver::open(&book, "fr");
    d.press("2 p enter f2").sees("4 personnes").press("e ctrl-u \"part\" f2").sees("Une personne · ");
    d.sees("EXTRAIT DU REGISTRE").press("f9").sees("EXTRACT FROM THE REGISTER").sees("One person");
    d.press("e tab*3 ctrl-u \"1-x\" f2").sees("“x” is no member number");
    d.press("ctrl-u \"77\" f2").sees("Nobody bears the number 0077");
    // what another clerk writes meanwhile stands on the paper
    let mut d = Driver::open(&book, "fr");
    d.press("2 p enter f2 end").sees("0004");
    person(&book, &[(Field::Surname, "Neuf"), (Field::Status, "active")]);
    d.look();
    d.sees("5 personnes");
}

#[test]
fn the_treasurer_prints_what_is_not_private_and_reads_who_prints_the_rest() {
    for lang in ["en", "fr"] {
        let book = register();
        let mut store = book.store();
        let id = command::user::add(&mut store, &book.session, "jp", &[Role::Treasurer], "", None).expect("a user");
        let mut d = Driver::open(&book, lang);
        d.app.cx.session.viewer = Viewer { user_id: Some(id), roles: vec![Role::Treasurer] };
        d.press("2 p");
        snap(&format!("papers-treasurer-{lang}"), &d.screen());
        d.press("enter f2").sees(if lang == "fr" { "POUR CONSULTATION" } else { "FOR INSPECTION" }).sees_no("1983");
        // what the form would allow is refused all the same
        d.press(&format!("e end tab*5 ctrl-u \"{}\" f2", if lang == "fr" { "avec" } else { "with" }));
        d.sees(if lang == "fr" { "Secrétaire" } else { "Secretary" }).sees_no("1983");
    }
}
