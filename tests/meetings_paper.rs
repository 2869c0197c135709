//! Papers about meetings: what stands on them in both languages, with one present and with two thousand.

use crate::common::{
    Book,
    driver::Driver,
    meeting::{assembly, coop, outcomes},
    paper::{saved, tool},
    place::Place,
    snap, today,
};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use ushirika::{
    domain::{meeting::State, rule::Outcome},
    report::{
        Report,
        head::Head,
        meeting::{
            Proceedings,
            attendance::attendance,
            book::book,
            extract::extract,
            minutes::{Purpose, minutes},
            notice::notice,
        },
        pages, pdf, plain,
    },
    text::{BUILT_IN, Lang},
};

/// One of the papers of a meeting.
fn paper(name: &str, lang: &str, sitting: &Proceedings) -> Report {
    let (coop, lang) = (coop(), Lang::new(lang));
    let head = Head { coop: &coop, lang: &lang, today: today(), witness: "kabor nilup tosid vemak" };
    match name {
        "notice" => notice(head, sitting),
        "attendance" => attendance(head, sitting),
        "minutes" => minutes(head, sitting, Purpose::Original),
        "copy" => minutes(head, sitting, Purpose::Copy),
        "extract" => extract(head, sitting, &sitting.motions[0]),
        "minute-book" => book(head, &sitting.meeting.organ, "2026", std::slice::from_ref(sitting), 1),
        _ => panic!("no paper {name}"),
    }
}

/// Every paper, with the state of the meeting in which it is printed.
const PAPERS: [(&str, State); 8] = [
    ("notice", State::Planned),
    ("attendance", State::Planned),
    ("attendance", State::Closed),
    ("minutes", State::Closed),
    ("minutes", State::ToSign),
    ("copy", State::Signed),
    ("extract", State::Signed),
    ("minute-book", State::Signed),
];

#[test]
fn every_paper_in_both_languages() {
    for lang in BUILT_IN {
        for (name, state) in PAPERS {
            let text = plain::render(&paper(name, lang, &assembly(12, state)), plain::PAPER);
            snap(&format!("meeting-paper-{name}-{}-{lang}", state.code()), &text);
        }
    }
    for columns in [plain::ROLL, plain::NARROW] {
        let text = plain::render(&paper("minutes", "fr", &assembly(3, State::ToSign)), columns);
        snap(&format!("meeting-paper-minutes-{columns}"), &text);
    }
}

#[test]
fn figures_on_paper_are_those_of_the_records() {
    for voters in [1, 12, 2000] {
        let sitting = assembly(voters, State::ToSign);
        let count = sitting.count();
        let text = plain::render(&paper("minutes", "en", &sitting), plain::PAPER);
        let row = |label: &str| -> Vec<u32> {
            let line = text.lines().find(|line| line.starts_with(label)).unwrap_or_else(|| panic!("{label}:\n{text}"));
            line[label.len()..].split_whitespace().map(|figure| figure.parse().expect("a figure")).collect()
        };
        let heads = |heads: ushirika::domain::roll::Heads| vec![heads.women, heads.men, heads.all];
        assert_eq!(row("On the roll"), heads(count.eligible));
        assert_eq!(row("Present  "), heads(count.present));
        assert_eq!(row("Present and represented")[2], count.room().there());
        assert_eq!(row("Guests"), [0, 1, 1]);
        assert_eq!(outcomes(&sitting)[0], Outcome::Adopted);
        let there = sitting.roll.iter().filter(|line| line.left_at.is_empty() && !line.arrived_at.is_empty()).count();
        assert_eq!(there, count.present.all as usize);
    }
}

#[test]
fn a_draft_is_stamped_on_every_page_and_minutes_to_sign_bear_their_words() {
    let folder = tempfile::tempdir().unwrap();
    for (state, stamp) in [(State::Closed, true), (State::ToSign, false), (State::Signed, false)] {
        let report = paper("minutes", "fr", &assembly(300, state));
        let path = saved(folder.path(), "minutes.pdf", &pdf::render(&report).bytes);
        let Some(words) = tool("pdftotext", &["-layout"], &path, &["-"]) else { return };
        let sheets: Vec<&str> = words.split('\u{c}').filter(|sheet| !sheet.is_empty()).collect();
        assert!(sheets.len() > 4);
        for sheet in sheets {
            assert_eq!(sheet.contains("PROJET\n"), stamp, "{state:?}:\n{sheet}");
            assert_eq!(sheet.contains("kabor nilup tosid vemak"), !stamp, "{state:?}:\n{sheet}");
        }
    }
}

#[test]
fn every_paper_keeps_the_standards_with_one_and_with_two_thousand() {
    let folder = tempfile::tempdir().unwrap();
    for (name, state) in PAPERS {
        for voters in [1, 900, 2000] {
            let report = paper(name, "fr", &assembly(voters, state));
            let pdf = pdf::render(&report);
            assert_eq!(pdf.bytes, pdf::render(&report).bytes, "{name}");
            assert_eq!(pdf.pages, pages(&report));
            // the checker reads tables of up to 1,024 rows
            if voters < 1000 {
                for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
                    let said = validate_pdf_bytes(&pdf.bytes, &ValidationOptions::default().profile(profile));
                    let said = said.expect("a PDF");
                    assert!(said.is_compliant, "{name}: {said}");
                }
            }
            let path = saved(folder.path(), &format!("{name}-{}-{voters}.pdf", state.code()), &pdf.bytes);
            let Some(words) = tool("pdftotext", &["-layout"], &path, &["-"]) else { continue };
            let sheets: Vec<&str> = words.split('\u{c}').filter(|sheet| !sheet.is_empty()).collect();
            assert_eq!(sheets.len(), pdf.pages, "{name}");
            for (at, sheet) in sheets.iter().enumerate() {
                let number = format!("{}/{}", at + 1, sheets.len());
                let sheet = &sheet.replace(' ', "");
                for part in ["CoopérativeminièreMbonguMboka", "23/11/2026", &number] {
                    assert!(sheet.contains(part), "{part} is missing on page {} of {name}:\n{sheet}", at + 1);
                }
            }
            if voters == 2000 && !["notice", "extract"].contains(&name) {
                assert!(sheets.len() > 30, "{name}");
                for part in ["KABƐ́WƐ Ngoyi", "Éléonore", "TSHIBANGU-NORD", "ŊƆMA Ɓɔ"] {
                    assert!(words.contains(part), "{part} is missing in {name}");
                }
            }
        }
    }
}

#[test]
fn the_index_of_the_minute_book_names_the_page() {
    let (coop, lang) = (coop(), Lang::new("fr"));
    let head = Head { coop: &coop, lang: &lang, today: today(), witness: "kabor nilup tosid vemak" };
    let all: Vec<Proceedings> = (1..=5)
        .map(|number| {
            let mut sitting = assembly(number * 60, State::Signed);
            sitting.meeting.number = Some(number);
            sitting
        })
        .collect();
    let report = book(head, "Assemblée générale", "2026", &all, 0);
    let folder = tempfile::tempdir().unwrap();
    let path = saved(folder.path(), "book.pdf", &pdf::render(&report).bytes);
    let Some(words) = tool("pdftotext", &["-layout"], &path, &["-"]) else { return };
    let sheets: Vec<&str> = words.split('\u{c}').collect();
    for number in 1..=5 {
        let row = sheets[0].lines().filter(|line| line.contains("signé")).nth(number - 1).expect("a row");
        let page: usize = row.split_whitespace().last().unwrap().parse().expect("a page");
        assert!(sheets[page - 1].contains(&format!("Procès-verbal n° {number} · 21/11/2026")), "{row}");
    }
}

#[test]
fn the_command_line_finds_the_meeting_that_is_meant() {
    let place = Place::with_demo(100);
    let text = |args: &[&str]| place.done(&[&["--lang", "fr", "report"], args].concat());
    let monthly = text(&["minutes"]);
    assert!(monthly.contains("PROCÈS-VERBAL N° 13") && monthly.contains("Comité de gestion"), "{monthly}");
    assert_eq!(monthly, text(&["minutes", "--meeting", "7/11/2026"]));
    let assembly = text(&["minutes", "--meeting", "8", "--body", "ASSEMBLEE generale"]);
    assert!(assembly.contains("Assemblée ordinaire annuelle") && assembly.contains("28/03/2026"), "{assembly}");
    assert!(text(&["notice"]).contains("05/12/2026"));
    assert!(text(&["attendance", "--meeting", "next"]).contains("Signature ou empreinte"));
    assert!(text(&["attendance", "--meeting", "last"]).contains("Présents et représentés"));
    assert!(text(&["attendance", "--meeting", "Assemblée des femmes"]).contains("Assemblée des femmes"));
    let copy = text(&["minutes", "--meeting", "8", "--body", "Assemblée générale", "--copy"]);
    assert!(copy.contains("*** COPIE CERTIFIÉE CONFORME ***"), "{copy}");
    assert!(
        text(&["extract", "--meeting", "1", "--body", "assemblée générale", "--motion", "2"]).contains("Vote n° 2")
    );
    let said = text(&["minute-book", "--body", "comité de gestion", "--year", "2026", "--out", "book.pdf"]);
    assert!(said.contains("book.pdf"), "{said}");
    let minute_book = text(&["minute-book", "--body", "gestion"]);
    assert!(minute_book.contains("11 procès-verbaux, du n° 3 au n° 13"), "{minute_book}");
    for (args, code, words) in [
        (&["minutes", "--meeting", "8"][..], 1, "Several meetings answer to “8”"),
        (&["minutes", "--meeting", "1/1/2031"], 1, "There is no meeting “1/1/2031”"),
        (&["minutes", "--meeting", "next"], 1, "has not been opened"),
        (&["minutes", "--copy"], 1, "Only signed minutes"),
        (&["minutes", "--body", "Nobody"], 1, "Name one of these: Assemblée générale, Comité de gestion"),
        (&["minutes", "--body", "co"], 1, "There is no body called co"),
        (&["minutes", "--json"], 2, "--json"),
        (&["extract", "--meeting", "1", "--body", "assemblée générale"], 1, "Say which motion: 1, 2, 3, 4, 5"),
        (&["minute-book", "--year", "2026"], 1, "Name the body: Assemblée générale, Comité de gestion"),
        (&["minute-book", "--year", "1999"], 1, "No minutes of 1999"),
        (&["minutes", "--motion", "1"], 2, "--meeting, --body, --copy"),
        (&["minutes", "--copy", "perhaps"], 2, "yes, no"),
        (&["minutes", "--out", "m.csv"], 2, ".pdf, .txt"),
    ] {
        let output = place.run(&[&["report"], args].concat());
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {complaint}");
        assert!(complaint.contains(words), "{args:?}: {complaint}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn the_list_of_papers_names_those_of_meetings_with_their_options() {
    let list = Place::new().json(&["report", "--list", "--json"]);
    let options = |name: &str| -> Vec<String> {
        let paper = list.as_array().unwrap().iter().find(|paper| paper["name"] == name).expect("a paper");
        paper["options"].as_array().unwrap().iter().map(|option| option["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(options("notice"), ["meeting", "body"]);
    assert_eq!(options("minutes"), ["meeting", "body", "copy"]);
    assert_eq!(options("extract"), ["meeting", "body", "motion"]);
    assert_eq!(options("minute-book"), ["body", "year"]);
    assert!(options("attendance").starts_with(&["meeting".to_owned(), "body".to_owned()]));
}

#[test]
fn meetings_and_motions_are_given_to_other_programs() {
    let place = Place::with_demo(100);
    let meetings = place.json(&["export", "meetings", "--format", "json"]);
    let meetings = meetings.as_array().unwrap();
    let keys: Vec<&String> = meetings[0].as_object().unwrap().keys().collect();
    assert_eq!(meetings.len(), 22);
    assert!(keys.contains(&&"quorum_met".to_owned()) && keys.len() == 18, "{keys:?}");
    let founding = &meetings[0];
    assert_eq!(
        (&founding["kind"], &founding["state"], &founding["number"]),
        (&"founding".into(), &"signed".into(), &1.into())
    );
    let minutes = place.done(&["report", "minutes", "--meeting", "1", "--body", "Assemblée générale"]);
    for (label, field) in [("On the roll", "eligible"), ("Present  ", "present")] {
        let line = minutes.lines().find(|line| line.starts_with(label)).expect("a row of figures");
        let figure: i64 = line.split_whitespace().last().unwrap().parse().unwrap();
        assert_eq!(founding[field], figure, "{line}");
    }
    let planned = meetings.last().unwrap();
    assert_eq!((&planned["state"], planned["present"].is_null()), (&"planned".into(), true));
    let csv = place.done(&["export", "meetings"]);
    assert!(
        csv.starts_with("body,kind,title,day,time,place,state,number,eligible,present,women,men,proxies,quorum,"),
        "{csv}"
    );
    assert_eq!(csv.lines().count(), 23);
    let motions = place.json(&["export", "motions", "--format", "json"]);
    let adopted = |rows: &[serde_json::Value]| rows.iter().filter(|row| row["outcome"] == "adopted").count() as i64;
    let counted: i64 = meetings.iter().filter_map(|row| row["adopted"].as_i64()).sum();
    assert_eq!(adopted(motions.as_array().unwrap()), counted, "one list says what the other does");
    let said = place.done(&["--lang", "fr", "export", "motions", "--out", "motions.xlsx"]);
    assert!(said.contains("lignes") && std::fs::read(place.path("motions.xlsx")).unwrap().starts_with(b"PK"), "{said}");
}

#[test]
fn papers_are_chosen_from_the_list_and_from_the_page() {
    for lang in BUILT_IN {
        let book = Book::met(60);
        let mut d = Driver::open(&book, lang);
        d.press("3 down p");
        snap(&format!("meeting-papers-{lang}"), &d.screen());
        d.press("down down enter f2");
        snap(&format!("meeting-papers-preview-{lang}"), &d.screen());
        d.press("esc esc enter p down down down enter").sees(if *lang == "fr" { "Projet n°" } else { "Motion no." });
    }
}
