//! Files of every format that are read, files that mean harm, and what is exported read again.
//!
//! The three lists in `fixtures/import` hold the same members; they were written for these tests with the libraries
//! xlwt, openpyxl and odfpy.

use crate::common::package::{ods, package};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::fmt::Write as _;
use ushirika::{
    domain::{
        book::Country,
        day::Order,
        member::{Field, Member, Reading},
    },
    import::{
        Cancelled, layout,
        roster::{self, Row},
        sheet::{self, Sheet, Showing},
        unwatched,
    },
    report,
};

fn reading() -> Reading {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    Reading { today, country: Country::Cd, order: Order::Dmy }
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, &'static str> {
    sheet::read(bytes, "liste", &unwatched).map_err(|text| text.id)
}

fn rows(sheet: &Sheet) -> Vec<Row> {
    let layout = layout::guess(sheet, &reading());
    roster::read(sheet, &layout, &reading(), &unwatched).expect("nobody gives up")
}

const FIXTURES: [(&str, &[u8]); 3] = [
    ("xls", include_bytes!("fixtures/import/members.xls")),
    ("xlsx", include_bytes!("fixtures/import/members.xlsx")),
    ("ods", include_bytes!("fixtures/import/members.ods")),
];

#[test]
fn the_same_list_in_every_format_gives_the_same_members() {
    for (format, bytes) in FIXTURES {
        let sheets = read(bytes).expect(format);
        assert_eq!(sheets[0].name, "Membres", "{format}");
        let rows = rows(&sheets[0]);
        let shown: Vec<String> = rows
            .iter()
            .filter(|row| !row.is_refused())
            .map(|row| {
                let fields = [Field::Sex, Field::Birth, Field::Phone, Field::FormerNumber, Field::JoinedOn];
                let values: Vec<String> = fields.iter().map(|field| row.member.get(*field)).collect();
                format!("{} {} {}", row.line, row.member.full_name(), values.join(" "))
            })
            .collect();
        let expected = [
            "4 KABEYA Ngoyi Éléonore F 1993-05-31 +243812345678 007 2020-01-02",
            "5 MBUYI Jean M 1980-12-01 +243998765432 012 2021-03-04",
            "6 TSHALA Ilunga Σοφία F 1975  099 ",
        ];
        assert_eq!(shown, expected, "{format}");
    }
    let xls = read(FIXTURES[0].1).expect("xls");
    assert_eq!((xls[1].name.as_str(), xls[1].showing), ("Cachée", Showing::Hidden));
    let xlsx = read(FIXTURES[1].1).expect("xlsx");
    assert_eq!((xlsx[1].showing, xlsx[0].faults[0].text.as_str()), (Showing::Hidden, "#N/A"));
}

#[test]
fn a_damaged_file_ends_in_a_sentence() {
    for (format, bytes) in FIXTURES {
        for end in (0..bytes.len()).step_by(97) {
            // whatever is left is read or refused; nothing panics
            let _ = read(&bytes[..end]);
        }
        let mut seed = 7u32;
        for _ in 0..300 {
            let mut damaged = bytes.to_vec();
            for _ in 0..8 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = seed as usize % damaged.len();
                damaged[at] = (seed >> 16) as u8;
            }
            let _ = read(&damaged);
        }
        assert!(read(&bytes[..bytes.len() / 2]).is_err(), "{format}");
    }
}

const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const SHEETS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook of one sheet, with these shared texts.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", SHEETS.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn sheet_xml(dimension: &str, cells: &str) -> String {
    format!("<worksheet><dimension ref=\"{dimension}\"/><sheetData>{cells}</sheetData></worksheet>")
}

const NO_STRINGS: &str = "<sst uniqueCount=\"0\"></sst>";

fn cell(reference: &str, text: &str) -> String {
    format!("<c r=\"{reference}\" t=\"str\"><v>{text}</v></c>")
}

#[test]
fn what_a_workbook_claims_is_not_believed() {
    let rows = format!("<row r=\"1\">{}</row>", cell("A1", "Nom"));
    let huge = workbook(&sheet_xml("A1:XFD1048576", &rows), NO_STRINGS);
    assert_eq!(read(&huge).expect("one cell")[0].width(), 1);
    for dimension in ["XFD1048576:A1", "A1:ZZZZZZZZZ9999999999999", "A0", ""] {
        let _ = read(&workbook(&sheet_xml(dimension, &rows), NO_STRINGS));
    }
    for reference in ["ZZZ1", "ZZZZZZZZ1", "A99999999999999999999", "1A", "A"] {
        let odd = workbook(&sheet_xml("A1", &format!("<row r=\"1\">{}</row>", cell(reference, "x"))), NO_STRINGS);
        assert!(read(&odd).is_err() || reference == "A99999999999999999999", "{reference}");
    }
    for count in ["99999999999999999", "4000000000", "18446744073709551615"] {
        let strings = format!("<sst uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        assert_eq!(read(&workbook(&sheet_xml("A1", &rows), &strings)), Err("err-import-size"));
    }
    let last = workbook(&sheet_xml("A1", &format!("<row r=\"1048576\">{}</row>", cell("XFD1048576", "x"))), NO_STRINGS);
    assert_eq!(read(&last).expect("one cell")[0].lines[0].number, 1_048_576);
}

#[test]
fn a_bomb_ends_in_a_sentence() {
    let sized = Err("err-import-size");
    // one long text
    let long = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "a".repeat(30 << 20));
    assert_eq!(read(&workbook(&sheet_xml("A1", ""), &long)), sized);
    // more texts than any list has
    let many = format!("<sst uniqueCount=\"1\">{}</sst>", "<si/>".repeat(1_200_000));
    assert_eq!(read(&workbook(&sheet_xml("A1", ""), &many)), sized);
    // one text of a megabyte in a hundred cells
    let mega = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "a".repeat(1 << 20));
    let mut cells = String::new();
    for row in 1..100 {
        let _ = write!(cells, "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>");
    }
    assert_eq!(read(&workbook(&sheet_xml("A1", &cells), &mega)), sized);
    // a sheet of blank tags, and one of nothing but space
    assert_eq!(read(&workbook(&sheet_xml("A1", &" ".repeat(30 << 20)), NO_STRINGS)), sized);
    let formats = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(200_000));
    let styled = package(&[
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", SHEETS.as_bytes()),
        ("xl/styles.xml", formats.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet_xml("A1", "").as_bytes()),
    ]);
    assert_eq!(read(&styled), sized);
}

#[test]
fn repetitions_of_ods_cost_what_they_hold() {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let blank = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let sheet =
        &read(&ods(&format!("{blank}<table:table-row>{}</table:table-row>{blank}", text("Nom")))).expect("one cell")[0];
    assert_eq!((sheet.lines.len(), sheet.lines[0].number), (1, 1_000_001));
    let full = format!("<table:table-row table:number-rows-repeated=\"1000000\">{}</table:table-row>", text("x"));
    assert_eq!(read(&ods(&full)), Err("err-import-size"));
    let wide = "<table:table-row table:number-rows-repeated=\"1000\"><table:table-cell table:number-columns-repeated=\"16000\" office:value=\"1\"/></table:table-row>";
    assert_eq!(read(&ods(wide)), Err("err-import-size"));
    let spaces = format!("<table:table-row>{}</table:table-row>", text("a<text:s text:c=\"4000000000\"/>b"));
    assert_eq!(read(&ods(&spaces)).expect("one cell")[0].lines[0].cell(0).len(), 1002);
    let countless =
        "<table:table-row table:number-rows-repeated=\"99999999999999999999999\"><table:table-cell/></table:table-row>";
    assert_eq!(read(&ods(countless)), Err("err-import-empty"));
    let locked = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
        ("content.xml", b"\x00\x01"),
    ]);
    assert_eq!(read(&locked), Err("err-import-locked"));
}

#[test]
fn what_is_no_list_is_named() {
    for bytes in [&b""[..], b"\n\r\n  \n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b";;;\n;;\n"] {
        assert_eq!(read(bytes).err(), Some(if bytes == b"\0" { "err-import-kind" } else { "err-import-empty" }));
    }
    for bytes in
        [&b"%PDF-1.7 ..."[..], b"<html><table>", b"PK\x03\x04", b"\x1f\x8b\x08 zipped", b"\x00\x01\x02\x03binary\x00"]
    {
        let expected = if bytes == b"PK\x03\x04" { "err-import-broken" } else { "err-import-kind" };
        assert_eq!(read(bytes).err(), Some(expected));
    }
    assert_eq!(read(&package(&[("word/document.xml", b"<w/>")])).err(), Some("err-import-kind"));
    assert_eq!(read(&package(&[("photo.txt", b"x")])).err(), Some("err-import-kind"));
    assert_eq!(read(&compound("EncryptedPackage")).err(), Some("err-import-locked"));
    assert_eq!(read(&compound("WordDocument")).err(), Some("err-import-kind"));
    assert_eq!(read(&vec![b'a'; sheet::MAX_BYTES + 1]).err(), Some("err-import-bytes"));
}

/// A compound file with an entry of that name, whose table of sectors goes round in a circle.
fn compound(name: &str) -> Vec<u8> {
    let mut file = vec![0u8; 512 * 3];
    file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    file[30] = 9;
    file[44] = 1;
    file[48] = 1; // the directory is in sector 1
    file[60..64].fill(0xff);
    file[68..512].fill(0xff);
    file[76..80].fill(0); // the table is in sector 0
    file[512 + 4] = 1; // sector 1 is followed by itself
    for (at, name) in ["Root Entry", name].iter().enumerate() {
        let entry = 1024 + at * 128;
        for (letter, unit) in name.encode_utf16().enumerate() {
            file[entry + letter * 2..][..2].copy_from_slice(&unit.to_le_bytes());
        }
        file[entry + 64] = (name.len() * 2 + 2) as u8;
    }
    file
}

#[test]
fn odd_text_files_are_read() {
    let one = |text: &str| read(text.as_bytes()).expect("text").remove(0);
    assert_eq!(rows(&one("Nom;Prénom;Sexe\n")).len(), 0);
    let deep = one(&format!("{}Nom;Sexe\nKabeya;F\n", "Bulletin;x\n".repeat(39)));
    assert_eq!(layout::guess(&deep, &reading()).header_row, Some(40));
    let headings: Vec<String> = (0..300).map(|n| format!("c{n}")).collect();
    let wide = one(&format!("Nom,{}\nKabeya,{}\n", headings.join(","), "1,".repeat(299)));
    assert_eq!((wide.width(), rows(&wide).len()), (301, 1));
    let long = one(&format!("Nom;Note\nKabeya;\"{}\"\n", "x".repeat(1 << 20)));
    let issues = &rows(&long)[0].issues;
    assert_eq!((issues[0].text.id, issues[0].is_error), ("err-long", true));
    let nul = one("Nom;Sexe;Village\nKab\0eya;F;Kamituga et ses environs\n");
    assert_eq!(rows(&nul)[0].member.surname, "Kabeya");
    let quotes = one("Nom;Note\n\"Kabeya;a\nMbuyi;\"b\"\nTshala;c\n");
    assert_eq!(
        rows(&quotes).iter().map(|r| r.member.surname.as_str()).collect::<Vec<_>>(),
        ["\"Kabeya", "Mbuyi", "Tshala"]
    );
    let bytes = b"Nom;Pr\xe9nom;Village\nMbuyi;Gis\xe8le;x\nKabeya;\xc3\x89l\xc3\xa9onore;y\n";
    let mixed = read(bytes).expect("text").remove(0);
    assert_eq!(rows(&mixed).iter().map(|r| r.member.given_name.clone()).collect::<Vec<_>>(), ["Gisèle", "Éléonore"]);
}

#[test]
fn lists_as_people_make_them() {
    let columns = |text: &str| -> Vec<String> {
        let sheet = read(text.as_bytes()).expect("text").remove(0);
        let layout = layout::guess(&sheet, &reading());
        assert!(rows(&sheet).iter().take(2).all(|row| !row.is_refused()), "{text}");
        layout.columns.iter().map(|c| c.map_or("-", Field::code).to_owned()).collect()
    };
    let titled = "PROVINCE DU SUD-KIVU\nLISTE DES MEMBRES EFFECTIFS, SITE DE X\n\n\
        N°,NOMS ET POST-NOMS,SEXE,AGE,N° CARTE D'ELECTEUR,TELEPHONE,FONCTION,SIGNATURE\n\
        01,KABEYA NGOYI,M,34,12345678901,0812345678,PDG,\n02,MUKALAY Jeanne,F,28,,,TWANGAISE,\n";
    assert_eq!(columns(titled), ["-", "surname", "sex", "birth", "id_number", "phone", "role", "-"]);
    let grouped = ";;;Pièce d'identité;;;Naissance;\nN°;Nom;Prénom;Type;Numéro;Expiration;Lieu;Date\n\
        1;Kabeya;Jean;Carte d'électeur;123;31/12/2030;Kamituga;12/03/1980\n2;Mbuyi;Anne;Passeport;AB;;Mwenga;1985\n";
    assert_eq!(
        columns(grouped),
        ["-", "surname", "given_name", "id_type", "id_number", "id_expires_on", "birth_place", "birth"]
    );
    let bare = "Kabeya\tJean\tM\t12/03/1980\t0812345678\nMbuyi\tAnne\tF\t13/04/1985\t0812345679\n";
    assert_eq!(columns(bare), ["surname", "-", "sex", "birth", "phone"]);
    let english = "Member No,First Name,Last Name,Gender,Date of Birth,Phone Number,Town,Status,Next of kin\n\
        KON/001,Aminata,Kamara,Female,1990-04-02,+232 76 123456,Koidu,Active,Musa\n";
    assert_eq!(
        columns(english),
        ["former_number", "given_name", "surname", "sex", "birth", "phone", "village", "status", "-"]
    );
    assert_eq!(columns("Surname,Name\nKamara,Aminata\n"), ["surname", "given_name"]);
    let numbers = "Matricule;Ancien matricule;Nom;Statut matrimonial;Statut\n12;A-1;Kabeya;marié;Actif\n";
    assert_eq!(columns(numbers), ["number", "former_number", "surname", "marital_status", "status"]);
    assert_eq!(columns("id,name\n1,Kabeya\n2,Mbuyi\n"), ["-", "surname"]);
}

#[test]
fn reading_a_file_can_be_given_up() {
    let csv = "Nom;x\nKabeya;1\n";
    for bytes in FIXTURES.iter().map(|(_, bytes)| *bytes).chain([csv.as_bytes()]) {
        let result = sheet::read(bytes, "liste", &|_, _| Err(Cancelled));
        assert_eq!(result.map_err(|text| text.id), Err("err-import-cancelled"));
    }
}

fn member() -> impl Strategy<Value = Member> {
    let text = || "['=+@\"a-zÉ;,|0-9 -]{0,8}\\PC{0,6}";
    let texts = (text(), text(), text(), text(), text(), text(), text());
    let typed =
        ("[0-9]{0,5}", "(|[0-9]{2}/0[1-9]/19[3-9][0-9]|19[3-9][0-9]|~19[3-9][0-9])", "(|[0-9]{9}|\\+33[0-9]{9})");
    let coded = (prop::sample::select(vec!["", "F", "M"]), prop::sample::select(vec!["", "digger", "washer,cook"]));
    (texts, typed, coded, "(\\PC{0,9}[\n]{0,2}){0,3}").prop_map(|((a, b, c, d, e, f, g), (h, i, j), (k, l), note)| {
        let mut member = Member::default();
        let values = [
            (Field::Surname, a),
            (Field::PostName, b),
            (Field::GivenName, c),
            (Field::FormerNumber, d),
            (Field::Village, e),
            (Field::IdNumber, f),
            (Field::Site, g),
            (Field::Number, h),
            (Field::Birth, i.clone()),
            (Field::JoinedOn, i),
            (Field::Phone, j),
            (Field::Sex, k.to_owned()),
            (Field::Role, l.to_owned()),
            (Field::Note, note),
        ];
        for (field, text) in values {
            let _ = member.set(field, &text, &reading());
        }
        if member.surname.is_empty() {
            member.surname.push_str("Kabeya");
        }
        member
    })
}

proptest! {
    #[test]
    fn what_is_exported_reads_back(members in prop::collection::vec(member(), 1..8)) {
        let mut file = Vec::new();
        report::table::csv(&mut file, &report::roster::headings(), members.iter().map(report::roster::cells)).expect("memory");
        let sheet = read(&file).expect("our own").remove(0);
        let rows = rows(&sheet);
        let read: Vec<&Member> = rows.iter().map(|row| &row.member).collect();
        prop_assert_eq!(read, members.iter().collect::<Vec<_>>());
        let calculated = sheet.lines[1..].iter().flat_map(sheet::Line::cells).any(|c| c.starts_with(['=', '+', '-', '@']));
        prop_assert!(!calculated);
    }
}
