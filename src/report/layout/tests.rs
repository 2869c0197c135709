//! Sheets as they are: what stands where, and how many there are.

use super::*;
use crate::report::block::{BarCode, Column, Facts, Grid, Signature, Table};
use chrono::NaiveDate;
use proptest::prelude::*;

fn report() -> Report {
    Report::new("Registre", "fr", NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

/// The words of each sheet, line by line.
fn words(report: &Report) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    let size = sheet_size(report.page);
    sheets(report, |sheet| {
        let text = |(_, shape): &(Option<Tag>, Shape)| match shape {
            Shape::Words { x, y, glyphs, .. } => {
                assert!(*x >= 0.0 && *x <= size.0 && *y >= 0.0 && *y <= size.1, "{x} {y} is off the sheet");
                Some(glyphs.iter().map(|glyph| glyph.letter).collect::<String>())
            }
            _ => None,
        };
        all.push(sheet.items.iter().filter_map(text).collect());
    });
    all
}

fn rows(count: usize) -> Table {
    let rows = (1..=count).map(|at| vec![(at as i64).into(), format!("Nom {at}").into()]);
    Table::new().column("N°").column("Nom").rows(rows)
}

#[test]
fn titles_stand_on_every_sheet_and_no_row_is_lost() {
    let sheets = words(&report().block(rows(500).total(["".into(), "Total".into()])));
    assert!(sheets.len() > 5);
    for sheet in &sheets {
        assert_eq!(sheet.iter().filter(|words| *words == "Nom").count(), 1);
    }
    let all = sheets.concat();
    assert!((1..=500).all(|at| all.contains(&format!("Nom {at}"))));
    let last = sheets.last().unwrap();
    let total = last.iter().position(|words| words == "Total").unwrap();
    assert!(last[..total].contains(&"Nom 500".to_owned()), "sums stand with the last row");
}

#[test]
fn the_number_of_pages_is_known_before() {
    assert_eq!(pages(&report()), 1);
    assert_eq!(pages(&report().block(rows(1))), 1);
    assert_eq!(pages(&report().block(Block::PageBreak).block(rows(1)).block(Block::PageBreak)), 3);
    let landscape = pages(&report().on(Page::Landscape).block(rows(500)));
    assert!(landscape > pages(&report().block(rows(500))), "a sheet across is lower");
}

#[test]
fn sums_are_never_alone() {
    for count in 1..120 {
        let sheets = words(&report().block(rows(count).total(["".into(), "Total".into()])));
        let last = sheets.last().unwrap();
        assert!(last.contains(&format!("Nom {count}")), "{count} rows");
    }
}

#[test]
fn a_row_taller_than_a_sheet_goes_on_on_the_next() {
    let long: Vec<String> = (0..2000).map(|at| format!("mot{at}")).collect();
    let table = rows(3).row([4.into(), long.join(" ").into()]).row([5.into(), "après".into()]);
    let sheets = words(&report().block(table.clone()));
    assert!(sheets.len() > 2, "{} sheets", sheets.len());
    let all = sheets.concat().join(" ");
    assert!(long.iter().all(|word| all.contains(word)) && all.contains("après"));
    // even where every letter needs a line of its own
    let narrow = (0..60).fold(Table::new(), |table, _| table.column("Colonne"));
    assert!(pages(&report().block(narrow.row(vec![long.concat().into(); 60]))) > 1);
    // titles taller than a sheet are not repeated for ever
    let tall = Table::new().column(long.join("\n").as_str()).rows((0..40).map(|_| vec!["x".into()]));
    assert!(pages(&report().block(tall)) < 60);
    assert!(pages(&report().block(table.row_height(9000.0))) < 20);
}

#[test]
fn one_endless_word_does_not_crush_the_other_columns() {
    let names = ["Kabeya Ngoyi", "Mulanga"].map(|name| vec!["0147".into(), name.into(), "23/11/2026".into()]);
    let table = Table::new().column("N°").column(Column::new("Nom").grow(1)).column("Admission").rows(names);
    let sheets = words(&report().block(table.row(["0148".into(), "É".repeat(400).into(), "24/11/2026".into()])));
    for words in ["0147", "Kabeya Ngoyi", "23/11/2026", "0148", "24/11/2026", "Admission"] {
        assert!(sheets.concat().contains(&words.to_owned()), "{words}: {sheets:?}");
    }
}

#[test]
fn a_heading_stands_with_what_follows() {
    for count in 30..60 {
        let report = report().block(rows(count)).block(Block::heading("Titre")).block(Block::paragraph("Suite"));
        let sheets = words(&report);
        let with = |word: &str| sheets.iter().position(|sheet| sheet.contains(&word.to_owned()));
        assert_eq!(with("Titre"), with("Suite"), "{count} rows");
    }
}

#[test]
fn signatures_are_not_torn_apart() {
    for count in 20..60 {
        let sign = Signature::line("Le président").beneath("Kabwe");
        let sheets = words(&report().block(rows(count)).block(sign));
        let with = |word: &str| sheets.iter().position(|sheet| sheet.contains(&word.to_owned()));
        assert_eq!(with("Le président"), with("Kabwe"), "{count} rows");
    }
}

#[test]
fn cards_are_so_many_to_a_sheet() {
    let card = |at: usize| vec![Block::paragraph(format!("Carte {at}")), BarCode::new(format!("{at:06}")).into()];
    let report =
        |count: usize| report().on(Page::Bare).block(Block::Cards(Grid::CARDS, (0..count).map(card).collect()));
    assert_eq!([1, 8, 9, 17].map(|count| pages(&report(count))), [1, 1, 2, 3]);
    assert_eq!(words(&report(9))[1], ["Carte 8", "000008"]);
    let labels = Block::Cards(Grid::LABELS, vec![vec![Block::paragraph("Étiquette")]; 25]);
    assert_eq!(pages(&super::super::Report { blocks: vec![labels], ..report(0) }), 2);
}

#[test]
fn a_card_is_never_larger_than_its_room() {
    let facts = (0..9).fold(Facts::new(), |facts, at| facts.fact(format!("Nom {at}"), "Kabwe wa Kabwe"));
    let card = vec![Block::heading("Coopérative"), facts.into()];
    let report = report().on(Page::Bare).block(Block::Cards(Grid::CARDS, vec![card]));
    let mut lowest = 0.0f32;
    sheets(&report, |sheet| {
        for (_, shape) in sheet.items {
            if let Shape::Words { y, .. } = shape {
                lowest = lowest.max(y);
            }
        }
    });
    let top = mm((297.0 - 4.0 * 54.0) / 2.0);
    assert!(lowest < top + mm(54.0), "{lowest}");
}

/// What is drawn on the first sheet, without lines, which may be marks to cut along: the right and the lower end.
fn ends(report: &Report) -> (f32, f32) {
    let mut ends = (0.0f32, 0.0f32);
    sheets(report, |sheet| {
        for (_, shape) in &sheet.items {
            let right = match shape {
                Shape::Words { x, size, glyphs, .. } => x + points(width(glyphs), *size),
                Shape::Frame(area) | Shape::Fill(area) => area.right(),
                Shape::Line { .. } => continue,
            };
            ends = (ends.0.max(right), ends.1.max(shape.bottom()));
        }
    });
    ends
}

/// A card as members get it.
fn card(coop: &str, name: &str, place: &str, photo: bool) -> Vec<Block> {
    let facts = Facts::new().fact("Sexe", "Femme").fact("Site", place).fact("Délivrée le", "23/11/2026");
    let (name, bars) = (Block::heading(name), BarCode::new("000147").text("").into());
    let large = Block::Large("000147".into());
    let body = if photo {
        let number = Block::Beside(vec![(1, vec![large]), (1, vec![bars])]);
        vec![(2, vec![Signature::photo("Photo").into()]), (5, vec![name, facts.into(), number])]
    } else {
        vec![(5, vec![name, facts.into()]), (3, vec![large, bars])]
    };
    vec![Block::Heading(2, coop.to_owned()), Block::note("Carte de membre"), Block::Beside(body)]
}

#[test]
fn a_card_with_too_much_on_it_ends_in_dots_and_leaves_its_neighbours_alone() {
    let usual = card("Coopérative", "KABEYA Ngoyi Éléonore", "Luamuela", false);
    let long = card("Coopérative", &"Kabeya ".repeat(85), "Luamuela", false);
    let sheet = |cards: Vec<Vec<Block>>| report().on(Page::Bare).block(Block::Cards(Grid::CARDS, cards));
    let sizes = |report: &Report| {
        let mut sizes = Vec::new();
        sheets(report, |sheet| {
            let text = |glyphs: &[Glyph]| glyphs.iter().map(|glyph| glyph.letter).collect::<String>();
            sizes.extend(sheet.items.iter().filter_map(|(_, shape)| match shape {
                Shape::Words { size, glyphs, .. } if text(glyphs).starts_with("KABEYA") => Some(*size),
                _ => None,
            }));
        });
        sizes
    };
    assert_eq!(sizes(&sheet(vec![usual.clone(), long.clone()])), sizes(&sheet(vec![usual])));
    let words = words(&sheet(vec![long])).concat();
    assert!(words.iter().any(|line| line.starts_with("Kabeya") && line.ends_with('…')), "{words:?}");
    assert!(words.contains(&"000147".to_owned()) && words.contains(&"Luamuela".to_owned()));
}

#[test]
fn facts_that_are_taller_than_a_sheet_go_on_on_the_next() {
    let lines: Vec<String> = (0..300).map(|at| format!("mot{at}")).collect();
    for facts in [Facts::new(), Facts::side_by_side().fact("Village", "Luamuela")] {
        let report = report().block(rows(20)).block(facts.fact("Remarques", lines.join("\n"))).block(rows(1));
        let all = words(&report).concat();
        assert!(lines.iter().all(|line| all.contains(line)));
        assert!(ends(&report).1 <= room(Page::Portrait).bottom(), "{:?}", ends(&report));
    }
}

#[test]
fn what_belongs_together_and_is_higher_than_a_sheet_is_torn_apart() {
    let lines: Vec<String> = (0..300).map(|at| format!("mot{at}")).collect();
    let together = Block::Beside(vec![(1, vec![Block::paragraph(lines.join("\n"))])]);
    let report = report().block(rows(20)).block(together).block(Signature::line("Le président"));
    let all = words(&report).concat();
    assert!(lines.iter().all(|line| all.contains(line)) && all.contains(&"Le président".to_owned()));
    assert!(ends(&report).1 <= room(Page::Portrait).bottom(), "{:?}", ends(&report));
}

#[test]
fn what_belongs_together_is_in_the_tree() {
    let tree = sheets(&report().block(Block::Heading(3, "Petit".into())).block(rows(1)), |_| ());
    let roles: Vec<Role> = tree.nodes.iter().map(|(role, _)| role.clone()).collect();
    let [document, title, heading, table] = &roles[..4] else { panic!("too little") };
    assert_eq!((document, title, table), (&Role::Document, &Role::Heading(1), &Role::Table));
    assert_eq!(heading, &Role::Heading(2), "no level is left out");
    assert_eq!(roles[4..], [Role::Row, Role::Title, Role::Title, Role::Row, Role::Cell, Role::Cell]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nothing_stands_beyond_the_edge_of_a_card(
        coop in "\\PC{0,200}", name in "[A-Z]{1,300}|[A-Za-z ]{1,602}|(ɛ\u{301}){1,90}|i\u{301}{1,190}", place in "\\PC{0,400}",
        grid in prop::sample::select(vec![Grid::CARDS, Grid::LABELS, Grid { height: 21.2, width: 38.1, ..Grid::LABELS }]),
        photo: bool,
    ) {
        let report = report().on(Page::Bare).block(Block::Cards(grid, vec![card(&coop, &name, &place, photo)]));
        let (right, bottom) = ends(&report);
        let high = f32::from(grid.rows) * grid.height;
        let wide = f32::from(grid.columns) * grid.width + (f32::from(grid.columns) - 1.0) * grid.gap_across;
        prop_assert!(bottom <= mm((297.0 - high) / 2.0 + grid.height), "{bottom}");
        prop_assert!(right <= mm((210.0 - wide) / 2.0 + grid.width), "{right}");
    }

    #[test]
    fn nothing_a_person_types_is_too_much(
        title in "\\PC{0,80}",
        cells in prop::collection::vec(prop::collection::vec("\\PC{0,60}|[a-z]{200}|[a-z \n]{0,400}", 0..7), 0..12),
        columns in 1usize..6,
        height in prop::option::of(0f32..400.0),
    ) {
        let table = (0..columns).fold(Table::new(), |table, at| table.column(Column::new(format!("{title}{at}"))));
        let table = Table { row_height: height, ..table }.rows(cells.into_iter().map(|row| row.into_iter().map(Into::into).collect()));
        let facts = Facts::side_by_side().fact(&title, &title).blank(&title).fact(&title, "");
        let report = Report { title: title.clone(), ..report() }
            .block(facts.clone()).block(table.clone()).block(BarCode::new(&title))
            .block(Block::Cards(Grid::LABELS, vec![vec![facts.into(), table.into(), Block::paragraph(&title)]]))
            .block(Signature::thumb(&title).beneath(&title));
        prop_assert!(pages(&report) < 200);
    }
}
