//! Papers about members: what stands on them in both languages, as letters and as pages that other programs read.

use crate::common::{
    Book,
    driver::Driver,
    paper::{saved, tool},
    place::Place,
    register::{person, register},
    snap, today,
};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use std::{fs, path::Path};
use ushirika::{
    command::paper::{About, Asked, Made, PAPERS, Paper, find},
    domain::{
        book::Country,
        day::Order,
        member::{Field, Reading},
    },
    report::{Page, pages, pdf, plain},
    text::{BUILT_IN, Lang},
};

/// A paper with options as they are typed on the command line.
fn asked(name: &str, options: &[(&str, &str)]) -> Asked {
    let mut asked = Asked::new(find(name).expect("a paper"), None);
    let reading = Reading { today: today(), country: Country::Cd, order: Order::Dmy };
    for (code, typed) in options {
        let place = asked.paper.options.attributes.iter().position(|option| option.code == *code);
        asked.options.set(place.expect("an option"), typed, &reading).expect("a value");
    }
    asked
}

fn make(book: &Book, lang: &str, asked: &Asked) -> Made {
    asked.make(&book.store(), &Lang::new(lang), today(), &mut |_, _| Ok(())).expect("a paper")
}

fn text(book: &Book, lang: &str, name: &str, options: &[(&str, &str)]) -> String {
    plain::render(&make(book, lang, &asked(name, options)).report, plain::PAPER)
}

#[test]
fn every_paper_in_both_languages() {
    let book = register();
    for lang in BUILT_IN {
        for (name, paper, options) in [
            ("register", "register", &[][..]),
            ("register-public", "register", &[("columns", "public")]),
            ("site-list", "site-list", &[("columns", "private")]),
            ("attendance", "attendance", &[("meeting", "AG ordinaire 2026"), ("date", "12/12/2026"), ("guests", "1")]),
            ("member-card", "member-card", &[("until", "31/12/2027"), ("photo", "yes"), ("member", "1-2")]),
            ("labels", "labels", &[("code", "oui"), ("member", "0002")]),
            ("member-form", "member-form", &[("member", "1")]),
            ("blank-form", "blank-form", &[("first", "101"), ("copies", "2")]),
            ("member-sheet", "member-sheet", &[("member", "1")]),
        ] {
            snap(&format!("paper-{name}-{lang}"), &text(&book, lang, paper, options));
        }
    }
}

#[test]
fn everybody_stands_where_the_law_or_the_options_say() {
    let book = register();
    let names = |paper: &str, options: &[(&str, &str)]| -> Vec<&str> {
        let text = text(&book, "fr", paper, options);
        let mut found: Vec<(usize, &str)> = ["KABƐ́WƐ", "ILUNGA", "MWƆ̃BA", "TSHIBANGU", "ZOLA"]
            .into_iter()
            .filter_map(|name| Some((text.find(name)?, name)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, name)| name).collect()
    };
    assert_eq!(names("register", &[]), ["KABƐ́WƐ", "ILUNGA", "MWƆ̃BA", "TSHIBANGU"], "in the order of joining");
    assert_eq!(names("register", &[("status", "all")]), ["KABƐ́WƐ", "ILUNGA", "MWƆ̃BA", "TSHIBANGU", "ZOLA"]);
    assert_eq!(names("attendance", &[]), ["ILUNGA", "KABƐ́WƐ", "TSHIBANGU"], "by name, and those who belong");
    assert_eq!(names("attendance", &[("order", "number")]), ["KABƐ́WƐ", "ILUNGA", "TSHIBANGU"]);
    assert_eq!(names("attendance", &[("site", "LUAMUELA"), ("team", "puits 3")]), ["ILUNGA", "KABƐ́WƐ"]);
    assert_eq!(names("labels", &[("member", "2, 0004")]), ["ILUNGA", "TSHIBANGU"]);
    assert_eq!(names("labels", &[("member", "2-4")]), ["ILUNGA", "TSHIBANGU"], "in a range only who belongs");
    assert_eq!(names("labels", &[("member", "3")]), ["MWƆ̃BA"], "by number whoever it is");
    assert_eq!(
        names("member-card", &[("status", "all")]),
        ["KABƐ́WƐ", "ILUNGA", "MWƆ̃BA", "TSHIBANGU"],
        "no number, no card"
    );
    assert_eq!(names("register", &[("on", "1/12/2019")]), ["KABƐ́WƐ", "ILUNGA"], "who had joined by then");
}

#[test]
fn a_register_of_another_day_has_the_statuses_of_that_day() {
    let book = register();
    let then = text(&book, "fr", "register", &[("on", "31/12/2023")]);
    let now = text(&book, "fr", "register", &[]);
    assert!(!then.contains("Démissionnaire") && now.contains("Démissionnaire"));
    assert!(then.contains("Situation au 31/12/2023") && then.contains("(40)"), "ages are those of that day: {then}");
}

#[test]
fn a_paper_is_of_one_state_of_the_book() {
    let book = register();
    let (before, mut steps) = (book.store().head().unwrap(), 0);
    let asked = asked("register", &[]);
    let made = asked.make(&book.store(), &Lang::new("fr"), today(), &mut |_, _| {
        // another clerk is quicker
        person(&book, &[(Field::Surname, "Entre-temps"), (Field::Status, "active")]);
        steps += 1;
        Ok(())
    });
    let text = plain::render(&made.expect("a paper").report, plain::PAPER);
    assert!(steps > 0 && !text.contains("ENTRE-TEMPS") && text.contains(&before), "{text}");
    assert_ne!(book.store().head().unwrap(), before);
}

#[test]
fn what_is_private_stands_on_no_public_paper() {
    let book = register();
    for paper in ["register", "site-list"] {
        let text = text(&book, "fr", paper, &[("columns", "public"), ("status", "all")]);
        for private in ["1983", "0123 4567 89", "Électeur", "812", "av. de la Mine", "Veu", "Trésorière"] {
            assert!(!text.contains(private), "{private} on:\n{text}");
        }
    }
    assert!(text(&book, "fr", "register", &[]).contains("0123 4567 89"));
}

#[test]
fn everything_about_a_person_stands_on_the_record() {
    let book = register();
    let text = text(&book, "en", "member-sheet", &[("member", "1")]).replace('\n', " ");
    let member = book.store().member(book.store().member_by_number(1).unwrap().unwrap()).unwrap();
    for field in Field::ALL.iter().filter(|field| field.takes().is_some() && *field != &Field::CardNumber) {
        let value = Lang::new("en").value(field.takes().expect("a kind"), member.kept(*field));
        let first = value.split([' ', ',']).next().unwrap_or_default();
        assert!(
            !first.is_empty() || matches!(field, Field::LicenceHolder | Field::Mark | Field::ReregisteredOn),
            "{field:?}"
        );
        assert!(text.contains(first), "{field:?} {value} is missing");
    }
    for words in ["CEA/2026/00412", "Ilunga Mbuyi Joseph", "60", "04/01/2024", "A demandé copie", "017/19"] {
        assert!(text.contains(words), "{words} is missing");
    }
}

/// The papers about members.
fn of_people() -> impl Iterator<Item = &'static Paper> {
    PAPERS.iter().filter(|paper| paper.about != About::Meeting && !paper.is_of_money())
}

/// A PDF of every paper.
fn files(book: &Book, folder: &Path, lang: &str) -> Vec<(std::path::PathBuf, Made)> {
    let mut files = Vec::new();
    for paper in of_people() {
        let options: &[(&str, &str)] = if paper.name == "member-sheet" { &[("member", "1")] } else { &[] };
        let made = make(book, lang, &asked(paper.name, options));
        let path = saved(folder, &format!("{}-{lang}.pdf", paper.name), &pdf::render(&made.report).bytes);
        files.push((path, made));
    }
    files
}

#[test]
fn every_paper_keeps_the_standards_and_other_programs_read_it() {
    let (book, folder) = (register(), tempfile::tempdir().unwrap());
    for lang in BUILT_IN {
        for (path, made) in files(&book, folder.path(), lang) {
            let bytes = fs::read(&path).unwrap();
            for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
                let said = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).expect("a PDF");
                assert!(said.is_compliant, "{}: {said}", path.display());
            }
            let Some(checked) = tool("qpdf", &["--check"], &path, &[]) else { continue };
            assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
            let Some(fonts) = tool("pdffonts", &[], &path, &[]) else { continue };
            for font in fonts.lines().skip(2) {
                let said: Vec<&str> = font.split_whitespace().rev().take(5).collect();
                assert_eq!(said[3..], ["yes", "yes"], "embedded and a subset: {font}");
            }
            let Some(words) = tool("pdftotext", &["-layout"], &path, &["-"]) else { continue };
            let sheets: Vec<&str> = words.split('\u{c}').filter(|sheet| !sheet.trim().is_empty()).collect();
            assert_eq!(sheets.len(), pages(&made.report), "{}", path.display());
            for sheet in sheets.iter().filter(|_| made.report.page != Page::Bare) {
                assert!(sheet.contains("Coop. minière Mbongu Mboka"), "{}:\n{sheet}", path.display());
            }
        }
    }
}

#[test]
fn a_register_of_two_thousand_has_a_header_on_each_page() {
    let place = Place::with_demo(2000);
    place.done(&["--lang", "fr", "report", "register", "--out", "r.pdf"]);
    let Some(words) = tool("pdftotext", &["-layout"], &place.path("r.pdf"), &["-"]) else { return };
    let sheets: Vec<&str> = words.split('\u{c}').filter(|sheet| !sheet.is_empty()).collect();
    assert!(sheets.len() > 50);
    for (at, sheet) in sheets.iter().enumerate() {
        let number = format!("{} / {}", at + 1, sheets.len());
        for part in ["Coopérative minière Mbongu Mboka", "Registre des membres", &number] {
            assert!(sheet.contains(part), "{part} is missing on page {}:\n{sheet}", at + 1);
        }
    }
    assert!(words.matches("Pièce d’identité").count() + 1 >= sheets.len(), "the last may have the counts alone");
    assert!(words.contains("Éléonore") && words.contains("Démissionnaire"));
    assert!(tool("qpdf", &["--check"], &place.path("r.pdf"), &[]).is_none_or(|said| said.contains("No syntax")));
}

#[test]
fn the_form_is_one_sheet_in_every_country_and_language() {
    for country in Country::ALL {
        let book = Book::empty();
        let mut store = book.store();
        let mut coop = store.coop().unwrap();
        let rev = store.coop_rev().unwrap();
        coop.country = *country;
        ushirika::command::coop::edit(&mut store, &book.session, rev, &coop).unwrap();
        for lang in BUILT_IN {
            assert_eq!(pages(&make(&book, lang, &asked("blank-form", &[])).report), 2, "{country:?} {lang}");
        }
    }
}

#[test]
fn a_scanner_reads_the_cards_and_what_it_types_finds_the_member() {
    let (book, folder) = (register(), tempfile::tempdir().unwrap());
    // somebody whose telephone has the figures of a number
    person(&book, &[(Field::Surname, "Autre"), (Field::Status, "active"), (Field::Phone, "0810002000")]);
    for (paper, options) in [
        ("member-card", &[][..]),
        ("member-card", &[("photo", "yes")]),
        ("labels", &[("code", "yes")]),
        ("labels", &[("code", "yes"), ("sheet", "2x7")]),
        ("labels", &[("code", "yes"), ("sheet", "5x13")]),
    ] {
        let made = make(&book, "fr", &asked(paper, options));
        let path = saved(folder.path(), "cards.pdf", &pdf::render(&made.report).bytes);
        let root = folder.path().join("cards");
        if tool("pdftoppm", &["-r", "200", "-png", "-singlefile"], &path, &[&root.display().to_string()]).is_none() {
            return;
        }
        let Some(read) = tool("zbarimg", &["-q", "--raw"], &root.with_extension("png"), &[]) else { return };
        let mut numbers: Vec<&str> = read.lines().collect();
        numbers.sort_unstable();
        assert_eq!(numbers, ["0001", "0002", "0004", "0005"], "{paper} {options:?}");
        for number in numbers {
            let name = book.store().member(book.store().member_by_number(number.parse().unwrap()).unwrap().unwrap());
            let name = name.unwrap().full_name();
            // a scanner types the number and Enter
            let mut d = Driver::open(&book, "fr");
            d.press(&format!("ctrl-p \"{number}\" enter")).sees(&format!("{number} {name}"));
            let mut d = Driver::open(&book, "fr");
            d.press(&format!("2 / \"{number}\" enter enter")).sees(&format!("{number} {name}"));
        }
    }
}

#[test]
fn the_command_line_lists_the_papers_with_their_options() {
    let place = Place::new();
    let list = place.json(&["report", "--list", "--json"]);
    let names: Vec<&str> = list.as_array().unwrap().iter().map(|paper| paper["name"].as_str().unwrap()).collect();
    assert_eq!(names, PAPERS.iter().map(|paper| paper.name).collect::<Vec<_>>());
    assert_eq!(list[0]["title"], "Register of members");
    assert_eq!(
        list[0]["options"][0],
        serde_json::json!({
            "name": "status", "title": "People", "takes": "code", "default": "admitted", "required": false,
            "values": ["members", "active", "suspended", "admitted", "left", "applicants", "all"],
        })
    );
    let words = place.done(&["--lang", "fr", "report", "--list"]);
    for part in ["register      Registre des membres", "--columns private|public (private)", "--until DATE"] {
        assert!(words.contains(part), "{part} is missing in:\n{words}");
    }
}

#[test]
fn the_command_line_writes_a_whole_paper_or_nothing() {
    let place = Place::with_demo(20);
    let said = place.done(&["--lang", "fr", "report", "register", "--out", "r.pdf"]);
    assert!(said.contains("r.pdf") && said.contains("personnes") && said.contains("pages"), "{said}");
    let pdf = fs::read(place.path("r.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    place.done(&["report", "register", "--out", "r.txt", "--on", "2021-01-01"]);
    assert!(fs::read_to_string(place.path("r.txt")).unwrap().contains("REGISTER OF MEMBERS"));
    let csv = {
        place.done(&["report", "register", "--out", "r.CSV", "--columns", "public"]);
        fs::read_to_string(place.path("r.CSV")).unwrap()
    };
    assert!(csv.contains("No.,Name,Sex,") && csv.contains("\r\n0001,"), "{csv}");
    place.done(&["report", "site-list", "--out", "r.xlsx"]);
    assert!(fs::read(place.path("r.xlsx")).unwrap().starts_with(b"PK"));
    // without a file, letters on standard output
    assert!(place.done(&["--lang", "fr", "report", "attendance", "--place", "Miabi"]).contains("Miabi"));
    assert_eq!(place.done(&["report", "blank-form"]), place.done(&["report", "blank-form", "--out", "-"]));
    // nobody, nowhere: what was there stays
    for (args, code, words) in [
        (&["report", "register", "--site", "Nowhere", "--out", "r.pdf"][..], 1, "There is no site “Nowhere”"),
        (&["report", "member-card", "--member", "999", "--out", "r.pdf"], 1, "Nobody bears the number 0999"),
        (&["report", "register", "--out", "none/r.pdf"], 1, "none/r.pdf"),
        (&["report", "calendar", "--out", "r.pdf"], 2, "register, site-list"),
        (&["report", "register", "--until", "2027-01-01"], 2, "--status, --site"),
        (&["report", "register", "--columns", "blue"], 2, "private, public"),
        (&["report", "register", "--on", "33/01/2026"], 2, "There is no day 33"),
        (&["report", "labels", "--member", "x"], 2, "“x” is no member number"),
        (&["report", "member-sheet", "--out", "s.pdf"], 2, "--member"),
        (&["report", "register", "--out", "r.doc"], 2, ".pdf, .txt, .xlsx, .csv"),
        (&["report", "labels", "--out", "r.csv"], 2, ".pdf, .txt"),
        (&["report"], 2, "PAPER"),
        (&["report", "--json"], 2, "--list"),
    ] {
        let output = place.run(args);
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {complaint}");
        assert!(complaint.contains(words), "{args:?}: {complaint}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
    assert_eq!(fs::read(place.path("r.pdf")).unwrap(), pdf, "the paper of before stands");
    let left: Vec<_> = fs::read_dir(place.folder()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains(".part")), "{left:?}");
}

#[test]
fn what_is_private_is_printed_by_whoever_keeps_the_register() {
    let place = Place::with_demo(20);
    for (paper, columns, who, code) in [
        ("register", "private", "c.beya", 0),
        ("register", "private", "jp.mutombo", 1),
        ("register", "public", "jp.mutombo", 0),
        ("site-list", "private", "jp.mutombo", 1),
    ] {
        let output = place.run(&["--user", who, "report", paper, "--columns", columns, "--out", "r.pdf"]);
        assert_eq!(output.status.code(), Some(code), "{paper} {columns} {who}");
    }
    for paper in ["member-form", "member-sheet"] {
        let output = place.run(&["--user", "jp.mutombo", "report", paper, "--member", "1", "--out", "r.pdf"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("Secretary"));
    }
}

#[test]
fn the_same_paper_of_the_same_day_has_the_same_bytes() {
    let book = register();
    for paper in of_people() {
        let options: &[(&str, &str)] = if paper.name == "member-sheet" { &[("member", "1")] } else { &[] };
        let bytes = || pdf::render(&make(&book, "fr", &asked(paper.name, options)).report).bytes;
        assert_eq!(bytes(), bytes(), "{}", paper.name);
    }
}

#[test]
fn no_name_breaks_a_paper() {
    let long = "Kabeya-wa-".repeat(20);
    let book = Book::with(&[
        ("Ev\u{1b}[2Jil", "\u{202e}turn", "🎉🏽👩‍👩‍👧"),
        ("日本語日本語日本語", "e\u{301}lan", "ɓɔ̃ŋ\u{300}"),
        (&long, &long, &long),
        (&"A".repeat(200), "", ""),
        ("=cmd()", "+1", "(x) \\ <&>"),
    ]);
    for paper in of_people() {
        let options: &[(&str, &str)] = match paper.name {
            "member-sheet" => &[("member", "1-5")],
            "labels" => &[("sheet", "5x13")],
            _ => &[],
        };
        let made = make(&book, "fr", &asked(paper.name, options));
        let pdf = pdf::render(&made.report);
        assert_eq!(pdf.pages, pages(&made.report));
        for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
            let said = validate_pdf_bytes(&pdf.bytes, &ValidationOptions::default().profile(profile)).expect("a PDF");
            assert!(said.is_compliant, "{}: {said}", paper.name);
        }
        for line in plain::render(&made.report, plain::PAPER).lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= plain::PAPER, "{}: {line}", paper.name);
            assert!(!line.contains(['\u{1b}', '\u{202e}']), "{}: {line:?}", paper.name);
        }
    }
}
