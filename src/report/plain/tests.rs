//! Papers in columns of letters.

use super::*;
use crate::report::block::{BarCode, Column, Table};
use chrono::NaiveDate;
use proptest::prelude::*;

fn report(title: &str) -> Report {
    Report::new(title, "fr", NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()).organisation("Coop. minière Mbongu Mboka")
}

fn receipt() -> Report {
    let table = Table::new()
        .column("Motif")
        .column(Column::new("CDF").align(Align::Right))
        .row(["Cotisation de novembre 2026".into(), "10 000,00".into()])
        .row(["Part sociale".into(), "25 000,00".into()])
        .total(["Total".into(), "35 000,00".into()]);
    report("Reçu n° 000127")
        .block(Facts::new().fact("Reçu de", "Kabɛ́wɛ Éléonore").fact("Membre", "000042"))
        .block(table)
        .block(Signature::line("Le trésorier"))
        .block(BarCode::new("000127"))
}

#[test]
fn a_receipt_fits_a_roll_of_58_millimetres() {
    let expected = "   \
   Coop. minière Mbongu Mboka
         REÇU N° 000127
           23/11/2026
────────────────────────────────

Reçu de  Kabɛ́wɛ Éléonore
Membre   000042

Motif                        CDF
────────────────────────────────
Cotisation de          10 000,00
novembre 2026
Part sociale           25 000,00
────────────────────────────────
Total                  35 000,00

Le trésorier


__________________________

             000127
";
    assert_eq!(render(&receipt(), NARROW), expected);
}

#[test]
fn a_table_without_room_is_a_list() {
    let table = Table::new().numbered("N°").column("Nom").column("Téléphone").column("Naissance").column("Village");
    let table = table.row(["Kabwe".into(), "+243812345678".into(), "01/02/1990".into(), "Mutshatsha".into()]);
    let text = render(&report("Liste").block(table), NARROW);
    let list =
        "N°         1\nNom        Kabwe\nTéléphone  +243812345678\nNaissance  01/02/1990\nVillage    Mutshatsha\n────";
    assert!(text.contains(list), "{text}");
}

proptest! {
    #[test]
    fn no_line_is_too_wide(
        words in prop::collection::vec("[a-zé-]{1,40}( [a-z]{1,9}){0,5}", 6),
        columns in prop::sample::select(vec![NARROW, ROLL, PAPER]),
    ) {
        let word = |at: usize| words[at % words.len()].clone();
        let table = (0..4).fold(Table::new().numbered("N°"), |table, at| table.column(word(at)))
            .row((0..4).map(|at| word(at + 1).into()).collect::<Vec<_>>())
            .total((0..4).map(|at| word(at + 2).into()).collect::<Vec<_>>());
        let choice = vec![(Tick::Yes, word(3)), (Tick::No, word(4))];
        let text = render(&report(&word(0)).foot(word(1))
            .block(Block::heading(word(2)))
            .block(Facts::side_by_side().fact(word(0), word(1)).blank(word(2)).choice(word(3), choice))
            .block(table)
            .block(vec![Bar::new(word(4), 7, word(5)), Bar::new(word(5), 0, "0")])
            .block(vec![Signature::line(word(0)).beneath(word(1)), Signature::thumb(word(2))]), columns);
        for line in text.lines() {
            prop_assert!(width(line) <= columns, "{line:?}");
            prop_assert!(!line.ends_with(' '), "{line:?}");
        }
    }
}
