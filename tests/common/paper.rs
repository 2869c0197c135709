//! A paper on which every block stands, and tools that look at what was written, where they are installed.

use chrono::NaiveDate;
use std::{fs, path::Path, process::Command};
use ushirika::report::{
    Report,
    block::{Align, Bar, BarCode, Block, Column, Facts, Grid, Signature, Table, Tick},
    table::Cell,
};

/// A list of so many members.
pub fn members(count: usize) -> Report {
    let surnames = ["Kabɛ́wɛ", "Mwɔ̃ba", "Éléonore", "Tshibangu-Nord", "N’Guessan", "Ŋɔma", "Ilunga"];
    let table = Table::new()
        .column(Column::new("N°").align(Align::Right))
        .column("Nom, post-nom, prénom")
        .column(Column::new("Sexe").align(Align::Centre))
        .column("Né(e) le")
        .column("Téléphone")
        .column("Site")
        .column("Statut");
    let row = |at: usize| -> Vec<Cell<'static>> {
        let born = NaiveDate::from_ymd_opt(1960 + (at % 45) as i32, 1 + (at % 12) as u32, 1 + (at % 28) as u32);
        vec![
            Cell::Number(at as i64 + 1),
            format!("{} {} Désiré", surnames[at % 7], surnames[(at / 7 + 3) % 7]).into(),
            if at.is_multiple_of(3) { "F" } else { "M" }.into(),
            Cell::Day(born.expect("a day")),
            format!("+243 81 {:07}", at * 7919 % 10_000_000).into(),
            ["Kolwezi-Musonoï", "Mbuji-Mayi", "Bakwanga"][at % 3].into(),
            "Actif".into(),
        ]
    };
    let table = table.rows((0..count).map(row)).total(["".into(), format!("{count} membres").into()]);
    Report::new("Registre des membres", "fr", super::today())
        .organisation("Coopérative minière Mbongu Mboka, SCOOPS")
        .foot("Mots témoins : kabora-nilupa-tosida-wemako")
        .block(table)
}

/// A card of a member.
pub fn card(number: usize) -> Vec<Block> {
    let facts =
        Facts::new().fact("Nom", "Kabɛ́wɛ Mwɔ̃ba Éléonore").fact("Site", "Kolwezi-Musonoï").fact("Valable", "2027");
    let code = BarCode::new(format!("{number:06}")).text(format!("N° {number:06}"));
    vec![
        Block::Heading(2, "Coopérative minière Mbongu Mboka".into()),
        Block::Beside(vec![(7, vec![facts.into(), code.into()]), (3, vec![Signature::photo("Photo").into()])]),
    ]
}

/// A paper on which every block stands.
pub fn every_block() -> Report {
    let paragraph = "L’an deux mille vingt-six, le vingt-trois novembre, les membres de la coopérative se sont réunis en \
        assemblée générale ordinaire à Kolwezi, sous la présidence de Madame Éléonore Kabɛ́wɛ, sur convocation régulière \
        du conseil d’administration. L’assemblée constate que le quorum est atteint et délibère valablement.";
    let attendance = Table::new()
        .numbered("N°")
        .column("Nom")
        .column(Column::new("Arrivée").align(Align::Centre).at_least(20.0))
        .column(Column::new("Signature ou empreinte").at_least(55.0).grow(1))
        .row_height(11.0)
        .rows((0..4).map(|at| vec![["Kabɛ́wɛ Éléonore", "Mwɔ̃ba Pierre", "Ŋɔma Ɓɔ", "Ilunga Jean"][at].into()]));
    let sums = Table::new()
        .column("Libellé")
        .column(Column::new("Francs (CDF)").align(Align::Right))
        .column(Column::new("Dollars (USD)").align(Align::Right))
        .row(["Cotisations".into(), "1\u{a0}250\u{a0}000,00".into(), "120,00".into()])
        .row(["Parts sociales".into(), "3\u{a0}400\u{a0}000,00".into(), Cell::Blank])
        .total(["Total".into(), "4\u{a0}650\u{a0}000,00".into(), "120,00".into()]);
    let ticks = [(Tick::Yes, "Femme".to_owned()), (Tick::No, "Homme".to_owned())];
    Report::new("Procès-verbal et pièces", "fr", super::today())
        .organisation("Coopérative minière Mbongu Mboka, SCOOPS")
        .foot("Mots témoins : kabora-nilupa-tosida-wemako")
        .block(Block::paragraph(paragraph))
        .block(Block::heading("Le membre"))
        .block(
            Facts::side_by_side()
                .fact("Nom", "Kabɛ́wɛ")
                .fact("Post-nom", "Mwɔ̃ba")
                .choice("Sexe", ticks)
                .fact("Né(e) le", "23/11/1986")
                .blank("Téléphone")
                .blank("Carte de creuseur"),
        )
        .block(Facts::new().fact("Adresse", "Avenue de la Mine 12, quartier Musonoï, commune de Dilala").blank_lines("Observations", 2))
        .block(Block::note("Les renseignements sont conservés par la coopérative et ne sont montrés à personne sans l’accord du membre."))
        .block(Block::heading("Comptes"))
        .block(Block::Heading(2, "Recettes".into()))
        .block(sums)
        .block(Block::Heading(2, "Membres par site".into()))
        .block(vec![
            Bar::new("Kolwezi-Musonoï", 128, "128"),
            Bar::new("Mbuji-Mayi", 64, "64"),
            Bar::new("Bakwanga", 0, "0"),
        ])
        .block(Block::heading("Présences"))
        .block(attendance)
        .block(BarCode::new("000127"))
        .block(vec![
            Signature::line("La présidente").beneath("Éléonore Kabɛ́wɛ"),
            Signature::line("Le secrétaire").beneath("Amina Ilunga"),
            Signature::thumb("Empreinte du membre").beneath("pouce gauche"),
        ])
        .block(Block::PageBreak)
        .block(Block::heading("Cartes"))
        .block(Block::Cards(Grid { rows: 2, ..Grid::CARDS }, (1..=3).map(card).collect()))
}

/// Runs a tool on a file; `None`, with a visible word, where it is not installed.
pub fn tool(program: &str, args: &[&str], file: &Path, rest: &[&str]) -> Option<String> {
    let done = Command::new(program).args(args).arg(file).args(rest).output();
    let Ok(output) = done else {
        println!("skipped: {program} is not installed");
        return None;
    };
    let (out, complaint) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{program} ended with {}\n{out}{complaint}", output.status);
    Some(out.into_owned())
}

/// Writes a file into a folder.
pub fn saved(folder: &Path, name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file");
    path
}
