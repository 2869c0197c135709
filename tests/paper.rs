//! Papers as files, looked at by programs that nobody here wrote. The two standards are checked in any case; qpdf,
//! poppler and zbar where they are installed (`.ci/tools` installs them).

use crate::common::paper::{card, every_block, members, saved, tool};
use chrono::Days;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use std::path::Path;
use ushirika::report::{
    Page, Report,
    block::{BarCode, Block, Grid},
    pages, pdf, plain,
};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

#[track_caller]
fn keeps_the_standards(report: &Report) {
    let bytes = pdf::render(report).bytes;
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let said = validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).expect("a PDF");
        assert!(said.is_compliant, "{said}");
    }
}

#[test]
fn papers_are_pdf_a_and_can_be_heard() {
    keeps_the_standards(&every_block());
    keeps_the_standards(&members(1));
    keeps_the_standards(&members(120));
    let bare = Report::new("Étiquettes <&> 王 \u{7}", "en", every_block().made_on).on(Page::Bare);
    keeps_the_standards(&bare);
    keeps_the_standards(
        &bare.block(Block::Cards(Grid::LABELS, vec![vec![Block::heading("王伟 🪨 i\u{301} i\u{303}")]])),
    );
}

#[test]
fn the_same_paper_of_the_same_day_gives_the_same_bytes() {
    let one = pdf::render(&every_block());
    assert_eq!(one, pdf::render(&every_block()));
    assert_eq!(one.pages, pages(&every_block()));
    let report = every_block();
    let tomorrow = Report { made_on: report.made_on + Days::new(1), ..report };
    assert_ne!(one.bytes, pdf::render(&tomorrow).bytes);
}

#[test]
fn qpdf_finds_nothing_wrong_with_one_member_and_with_two_thousand() {
    let folder = folder();
    for report in [every_block(), members(1), members(2000)] {
        let path = saved(folder.path(), "paper.pdf", &pdf::render(&report).bytes);
        let Some(said) = tool("qpdf", &["--check"], &path, &[]) else { return };
        assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    }
}

#[test]
fn accents_come_back_and_each_page_says_what_it_is() {
    let folder = folder();
    let report = members(2000);
    let pdf = pdf::render(&report);
    let path = saved(folder.path(), "paper.pdf", &pdf.bytes);
    let Some(text) = tool("pdftotext", &["-layout"], &path, &["-"]) else { return };
    for words in ["Kabɛ́wɛ", "Mwɔ̃ba", "Éléonore", "N’Guessan", "Ŋɔma", "Kolwezi-Musonoï", "Désiré"] {
        assert!(text.contains(words), "{words} is missing");
    }
    let sheets: Vec<&str> = text.split('\u{c}').filter(|page| !page.is_empty()).collect();
    assert_eq!(sheets.len(), pdf.pages);
    for (at, sheet) in sheets.iter().enumerate() {
        let number = format!("{} / {}", at + 1, pdf.pages);
        for words in ["Coopérative minière Mbongu Mboka", "Registre des membres", "Téléphone", "23/11/2026", &number]
        {
            assert!(sheet.contains(words), "{words} is missing on page {}", at + 1);
        }
    }
    assert!(text.contains("2000 membres"));
}

#[test]
fn fonts_are_embedded_subsets() {
    let folder = folder();
    let path = saved(folder.path(), "paper.pdf", &pdf::render(&every_block()).bytes);
    let Some(said) = tool("pdffonts", &[], &path, &[]) else { return };
    let fonts: Vec<&str> = said.lines().skip(2).collect();
    assert_eq!(fonts.len(), 2, "{said}");
    for font in fonts {
        assert!(font.contains("+NotoSans") && font.contains("yes yes yes"), "{font}");
    }
}

/// What a scanner reads on the first page.
fn scanned(paper: &Path) -> Option<Vec<String>> {
    let picture = paper.with_extension("").display().to_string();
    tool("pdftoppm", &["-r", "200", "-gray", "-png", "-singlefile"], paper, &[&picture])?;
    let said =
        tool("zbarimg", &["--quiet", "--raw", "-Sdisable", "-Scode128.enable"], &paper.with_extension("png"), &[])?;
    let mut codes: Vec<String> = said.lines().map(str::to_owned).collect();
    codes.sort();
    Some(codes)
}

#[test]
fn bar_codes_are_read_from_the_page() {
    let folder = folder();
    let read = |report: &Report| scanned(&saved(folder.path(), "paper.pdf", &pdf::render(report).bytes));
    let cards = Block::Cards(Grid::CARDS, (118..126).map(card).collect());
    let Some(codes) = read(&members(0).on(Page::Bare).block(cards)) else { return };
    assert_eq!(codes, (118..126).map(|number| format!("{number:06}")).collect::<Vec<_>>());
    for code in ["7", "12345", "A-0042", "M123456", "CD/2026/000127"] {
        assert_eq!(read(&members(0).block(BarCode::new(code))), Some(vec![code.to_owned()]));
    }
}

#[test]
fn papers_as_text() {
    for columns in [plain::PAPER, plain::ROLL, plain::NARROW] {
        let text = plain::render(&every_block(), columns);
        insta::with_settings!({snapshot_path => "snapshots", prepend_module_to_snapshot => false}, {
            insta::assert_snapshot!(format!("paper-{columns}"), text);
        });
    }
}
