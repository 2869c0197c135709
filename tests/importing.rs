//! A spreadsheet becomes a register by keyboard, and is taken back.

use crate::common::{
    Book,
    driver::Driver,
    package::{ods_of, row},
    snap,
};
use std::{fmt::Write as _, fs, path::Path};
use ushirika::{command, domain::member::Field};

/// A list as secretaries keep them: a title, headings of their own, one row that is wrong.
const LIST: &str = "Liste des membres 2025;;;;;\n;;;;;\nNom;Post-nom;Prénom;Sexe;Né le;Tél\n\
    KABEYA;Ngoyi;Éléonore;F;31/05/1993;0812345678\nKabongo;Elesi;Jean;M;1980;\n;;Paul;M;1990;\nIlunga;;Joseph;X;45 ans;\n";

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("a list");
    path.display().to_string()
}

fn open(d: &mut Driver, path: &str) {
    d.press("2 i").paste(path).press("enter");
}

#[test]
fn a_list_is_looked_at_corrected_written_and_taken_back() {
    for lang in ["en", "fr"] {
        let book = Book::empty();
        let list = write(book.folder(), "liste.csv", LIST);
        let mut d = Driver::open(&book, lang);
        open(&mut d, &list);
        snap(&format!("import-{lang}"), &d.screen());
        d.press("c");
        snap(&format!("import-columns-{lang}"), &d.screen());
        // the sex of the last row is no sex: without that column it can be taken
        d.press("down*3 enter");
        snap(&format!("import-field-{lang}"), &d.screen());
        d.press("home enter f2");
        snap(&format!("import-corrected-{lang}"), &d.screen());
        d.press("f2");
        d.sees("KABEYA Ngoyi Éléonore").sees("ILUNGA Joseph").sees_no("PAUL");
        d.press("u enter");
        assert_eq!(book.store().member_totals().unwrap().count(&[], None), 0);
        assert!(book.store().check().unwrap().ok);
    }
}

#[test]
fn the_same_list_again_changes_nothing_and_a_blank_never_overwrites() {
    let book = Book::empty();
    let first = write(book.folder(), "a.csv", "Nom;Prénom;Téléphone;Village\nKabeya;Éléonore;0812345678;Luamuela\n");
    let second = write(book.folder(), "b.csv", "Nom;Prénom;Téléphone;Village\nKabeya;Éléonore;;Bipemba\n");
    let mut d = Driver::open(&book, "en");
    open(&mut d, &first);
    d.press("f2").sees("One row is written");
    open(&mut d, &first);
    d.sees("new 0  changed 0  same 1  refused 0").press("f2").sees("There is nothing to write");
    d.press("esc");
    open(&mut d, &second);
    d.sees("new 0  changed 1").sees("Luamuela → Bipemba").press("f2");
    let store = book.store();
    let kabeya = store.member(store.member_by_number(1).unwrap().unwrap()).unwrap();
    assert_eq!((kabeya.phone.as_str(), kabeya.village.as_str()), ("+243812345678", "Bipemba"));
}

#[test]
fn rows_left_out_and_applicants() {
    let book = Book::empty();
    let list = write(book.folder(), "a.csv", "Nom\nKabeya\nIlunga\nNgoyi\n");
    let mut d = Driver::open(&book, "en");
    open(&mut d, &list);
    d.press("x").sees("left out").sees("F2 writes 2 rows as one change, as members.");
    d.press("a").sees("as applicants.");
    d.press("f \"new\" enter").sees("3  new");
}

#[test]
fn an_import_of_a_thousand_rows_is_taken_back_but_for_the_two_edited_since() {
    let book = Book::empty();
    let mut text = String::from("Nom;Post-nom\n");
    for n in 0..1000 {
        writeln!(text, "Membre{n:04};Nom{n}").expect("text");
    }
    let list = write(book.folder(), "mille.csv", &text);
    let mut d = Driver::open(&book, "en");
    open(&mut d, &list);
    d.sees("new 1,000").press("f2").sees("1,000 rows are written as one change");
    let mut store = book.store();
    let act = store.last_act().unwrap();
    for number in [17, 942] {
        let id = store.member_by_number(number).unwrap().unwrap();
        let mut member = store.member(id).unwrap();
        member.set(Field::Village, "Luamuela", &d.app.cx.reading()).unwrap();
        command::member::save(&mut store, &book.session, None, &member).unwrap();
    }
    d.look();
    // the last two acts are the edits; the import is the third in the history
    d.press(", down*9 enter down down u");
    snap("undo-import-en", &d.screen());
    d.sees("998 records that it made go")
        .sees("2 records were changed since and are kept")
        .sees("MEMBRE0016")
        .sees("MEMBRE0941");
    d.press("enter").sees("2 records were kept");
    let store = book.store();
    assert_eq!(store.member_totals().unwrap().count(&[], None), 2);
    assert!(store.act_line(act).unwrap().undone_by.is_some());
    assert!(store.check().unwrap().ok);
}

#[test]
fn a_folder_without_lists_says_so() {
    let (book, folder) = (Book::with(&[]), tempfile::tempdir().unwrap());
    let mut d = Driver::open(&book, "en");
    d.press("2 i").paste(&format!("{}/", folder.path().display())).press("enter");
    d.sees("There is no list in this folder").sees("folder above");
}

#[test]
fn a_file_that_is_no_list_ends_in_a_sentence() {
    let book = Book::empty();
    let junk = write(book.folder(), "photo.csv", "\u{89}PNG\r\n\u{1a}\n\0\0\0\rIHDR\0\0\0\0\0");
    let empty = write(book.folder(), "empty.csv", "");
    let mut d = Driver::open(&book, "en");
    open(&mut d, &empty);
    d.sees("There is nothing in the file");
    open(&mut d, &junk);
    d.sees("photo.csv").sees_no("F2 writes");
    d.press("2 i").paste("/nowhere/at/all.csv").press("enter").sees("There is no file");
}

/// As a secretary has it who keeps the list for years: titles over merged cells, headings over two rows, days in every
/// writing, a page that begins anew, blank lines by the thousand, a second sheet.
fn messy() -> Vec<u8> {
    let headings = ["N°", "Nom", "Post-nom", "Prénom", "Sexe", "Né(e) le", "Type", "Numéro", "Tél.", "Signature"];
    let rows = [
        row(1, &["|10 COOPÉRATIVE MINIÈRE DE LUAMUELA"]),
        row(1, &["|10 Liste des membres, novembre 2026"]),
        row(2, &[""]),
        row(1, &["", "|3 Identité", "", "", "|2 Pièce d'identité", "", ""]),
        row(1, &headings),
        row(
            1,
            &[
                "=1",
                "KABEYA",
                "Ngoyi",
                "Éléonore",
                "Féminin",
                "@1993-05-31",
                "Carte d'électeur",
                "=10100123",
                "=812345678",
                "",
            ],
        ),
        row(1, &["=2", "Kabongo", "-", "Jean", "H", "=29295", "néant", "", "0998765432 / 0812345679", ""]),
        row(1, &["=3", "ILUNGA", "", "Joseph", "masc.", "12/3/1985", "Passeport", "OP 77", "", ""]),
        row(1200, &[""]),
        row(1, &headings),
        row(1, &["=4", "Mbuyi", "", "Thérèse", "F", "vers 1970", "", "", "", ""]),
        row(1, &["", "", "", "Paul", "M", "1990", "", "", "", ""]),
        row(1, &["=5", "Kabeya", "Ngoi", "Eleonore", "f", "1993", "", "", "812345678", ""]),
        row(1, &["=6", "Kanku", "", "Anne", "?", "31/02/1980", "", "", "", ""]),
        row(1, &["", "Total", "=6", "", "", "", "", "", "", ""]),
        row(1_000_000, &[""]),
    ];
    ods_of(&[("Présences", &row(1, &["Date", "Absents"])), ("Membres", &rows.concat())])
}

#[test]
fn a_messy_ods_becomes_a_register() {
    for lang in ["en", "fr"] {
        let book = Book::empty();
        let path = book.folder().join("liste 2026.ods");
        fs::write(&path, messy()).expect("a list");
        let mut d = Driver::open(&book, lang);
        open(&mut d, &path.display().to_string());
        snap(&format!("messy-{lang}"), &d.screen());
        d.press("s");
        snap(&format!("messy-sheets-{lang}"), &d.screen());
        d.press("esc end up*2 enter");
        snap(&format!("messy-row-{lang}"), &d.screen());
        // the double is left out, the rest is written
        d.press("esc x f2");
        snap(&format!("messy-written-{lang}"), &d.screen());
        let store = book.store();
        let member = |number| store.member(store.member_by_number(number).unwrap().unwrap()).unwrap();
        let said =
            |number, fields: &[Field]| fields.iter().map(|f| member(number).get(*f)).collect::<Vec<_>>().join(" ");
        let fields = [Field::Sex, Field::Birth, Field::IdType, Field::IdNumber, Field::Phone, Field::Phone2];
        assert_eq!(said(1, &fields), "F 1993-05-31 voter_card 10100123 +243812345678 ");
        assert_eq!(said(2, &fields), "M 1980-03-15   +243998765432 +243812345679");
        assert_eq!(said(3, &fields), "M 1985-03-12 passport OP 77  ");
        assert_eq!(said(4, &fields), "F ~1970    ");
        assert_eq!(store.member_totals().unwrap().count(&[], None), 4);
        d.press("u enter").sees_no("KABEYA");
        assert!(store.check().unwrap().ok);
    }
}

#[test]
fn columns_that_were_saved_are_recognised_when_the_headings_come_again() {
    for lang in ["en", "fr"] {
        let book = Book::empty();
        let first = "Liste 2025;;;\nNom;Né le;Puits;Chef\nKabeya;31/12/1990;P3;Paul\nIlunga;1/2/1991;P4;\n";
        let first = write(book.folder(), "a.csv", first);
        let second = write(book.folder(), "b.csv", "CHEF;Puits;Nom;Né le\n;P1;Mbuyi;1985\n");
        let mut d = Driver::open(&book, lang);
        open(&mut d, &first);
        // the pit is a team
        d.press("c f").sees(if lang == "en" { "No columns are saved" } else { "Aucune colonne" });
        d.press("down*2 enter").paste(if lang == "en" { "Team" } else { "Équipe" }).press("enter s");
        d.press("\"Solange\"");
        snap(&format!("mapping-name-{lang}"), &d.screen());
        d.press("f2 f2");
        snap(&format!("mapping-saved-{lang}"), &d.screen());
        d.press("f2");
        open(&mut d, &second);
        d.sees(if lang == "en" {
            "columns: “Solange” (saved)"
        } else {
            "colonnes : « Solange » (enregistrées)"
        });
        d.press("f2");
        let store = book.store();
        let mbuyi = store.member(store.member_by_number(3).unwrap().unwrap()).unwrap();
        assert_eq!((mbuyi.surname.as_str(), mbuyi.kept(Field::Team)), ("Mbuyi", "P1"));
        // another list takes them from the names, and a name can be forgotten
        let third = write(book.folder(), "c.csv", "Nom;Puits;Ville\nKanku;P9;Muya\nBeya;P8;Muya\n");
        open(&mut d, &third);
        d.press("c f");
        snap(&format!("mappings-{lang}"), &d.screen());
        d.press("enter").sees(if lang == "en" { "Team" } else { "Équipe" });
        d.press("f delete f").sees(if lang == "en" { "No columns are saved" } else { "Aucune colonne" });
    }
}

#[test]
fn a_list_of_numbers_and_telephones_changes_the_members_it_names_and_refuses_the_others() {
    let book = Book::with(&[("Kabeya", "Ngoyi", "Éléonore")]);
    let list = write(book.folder(), "tel.csv", "number,phone\n1,0812345678\n7,0898765432\n");
    let mut d = Driver::open(&book, "en");
    open(&mut d, &list);
    d.sees("new 0  changed 1  same 0  refused 1").press("f2").sees("One row is written");
    let store = book.store();
    let kabeya = store.member(store.member_by_number(1).unwrap().unwrap()).unwrap();
    assert_eq!((kabeya.surname.as_str(), kabeya.phone.as_str()), ("Kabeya", "+243812345678"));
}

#[test]
fn data_of_programs_is_no_list_of_members() {
    let book = Book::empty();
    let json = write(book.folder(), "members.txt", "[\n{\"surname\": \"Kabeya\"}\n]\n");
    let mut d = Driver::open(&book, "en");
    open(&mut d, &json);
    d.sees("data in JSON");
}
