//! Papers about meetings: what stands on them in both languages, with one present and with two thousand.

use crate::common::{
    meeting::{assembly, coop, outcomes},
    paper::{saved, tool},
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
fn paper(name: &str, lang: &str, held: &Proceedings) -> Report {
    let (coop, lang) = (coop(), Lang::new(lang));
    let head = Head { coop: &coop, lang: &lang, today: today(), witness: "kabor nilup tosid vemak" };
    match name {
        "notice" => notice(head, held),
        "attendance" => attendance(head, held),
        "minutes" => minutes(head, held, Purpose::Original),
        "copy" => minutes(head, held, Purpose::Copy),
        "extract" => extract(head, held, &held.motions[0]),
        "minute-book" => book(head, &held.meeting.organ, "2026", std::slice::from_ref(held), 1),
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
        let held = assembly(voters, State::ToSign);
        let count = held.count();
        let text = plain::render(&paper("minutes", "en", &held), plain::PAPER);
        let row = |label: &str| -> Vec<u32> {
            let line = text.lines().find(|line| line.starts_with(label)).unwrap_or_else(|| panic!("{label}:\n{text}"));
            line[label.len()..].split_whitespace().map(|figure| figure.parse().expect("a figure")).collect()
        };
        let heads = |heads: ushirika::domain::roll::Heads| vec![heads.women, heads.men, heads.all];
        assert_eq!(row("On the roll"), heads(count.eligible));
        assert_eq!(row("Present  "), heads(count.present));
        assert_eq!(row("Present and represented")[2], count.room().there());
        assert_eq!(row("Guests"), [0, 1, 1]);
        assert_eq!(outcomes(&held)[0], Outcome::Adopted);
        let there = held.roll.iter().filter(|line| line.left_at.is_empty() && !line.arrived_at.is_empty()).count();
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
            let mut held = assembly(number * 60, State::Signed);
            held.meeting.number = Some(number);
            held
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
