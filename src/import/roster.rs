//! The rows of a list of members, each read as far as it can be and with what is wrong in it.
//!
//! Reading is generous about how things are written and strict about what they mean: what has no meaning refuses the
//! row with the reason, because a value that is dropped in silence is lost. The person mends the file, leaves the
//! column out, or takes the good rows.

use super::{
    Progress,
    layout::Layout,
    sheet::{Fault, Line, Sheet},
    value,
};
use crate::domain::{
    Text,
    fold::fold,
    member::{Field, Issue, Member, Reading},
};

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its row in the file, from 1; [`Sheet::line`] gives the cells as they stand there.
    pub line: usize,
    /// What could be read.
    pub member: Member,
    /// The fields that have a value in this row, in the order of the columns. The others say nothing about the member.
    pub given: Vec<Field>,
    /// What is wrong or worth a look; an error refuses the row.
    pub issues: Vec<Issue>,
}

impl Row {
    /// Whether the row cannot be taken as it is.
    pub fn is_refused(&self) -> bool {
        self.issues.iter().any(|issue| issue.is_error)
    }
}

/// Reads all rows below the headings; blank rows and repeated headings are passed over. The order of dates is the
/// layout's, not that of `reading`.
///
/// # Errors
/// Only when given up.
pub fn read(sheet: &Sheet, layout: &Layout, reading: &Reading, progress: Progress) -> Result<Vec<Row>, Text> {
    let reading = Reading { order: layout.order, ..*reading };
    let data = layout.data(sheet);
    let headings: Vec<String> = layout.headings.iter().map(|heading| fold(heading)).collect();
    let mut rows = Vec::with_capacity(data.len());
    for (at, line) in data.iter().enumerate() {
        if at.is_multiple_of(512) {
            progress(at, data.len())?;
        }
        if !is_heading(line, layout, &headings) {
            rows.push(read_row(line, layout, faults(sheet, line.number), reading));
        }
    }
    progress(data.len(), data.len())?;
    Ok(rows)
}

fn faults(sheet: &Sheet, line: usize) -> &[Fault] {
    let start = sheet.faults.partition_point(|fault| fault.line < line);
    let end = sheet.faults.partition_point(|fault| fault.line <= line);
    &sheet.faults[start..end]
}

/// Whether the line repeats the headings, as printed lists do on every page.
fn is_heading(line: &Line, layout: &Layout, headings: &[String]) -> bool {
    let mut some = false;
    let all = layout.columns.iter().enumerate().filter(|(_, field)| field.is_some()).all(|(column, _)| {
        let cell = fold(line.cell(column));
        some |= !cell.is_empty();
        cell == headings[column]
    });
    all && some
}

fn read_row(line: &Line, layout: &Layout, faults: &[Fault], reading: Reading) -> Row {
    let mut row = Row { line: line.number, member: Member::default(), given: Vec::new(), issues: Vec::new() };
    for (column, field) in layout.columns.iter().enumerate() {
        let Some(field) = *field else { continue };
        if let Some(fault) = faults.iter().find(|fault| fault.column == column) {
            let text = Text::new("warn-import-fault").with("text", fault.text.as_str());
            row.issues.push(Issue { field, text, is_error: false });
        }
        let is_own = layout.headings.get(column).is_some_and(|heading| heading == field.code());
        let Some(text) = value::said(line.cell(column), field, is_own) else { continue };
        match value::set(&mut row.member, field, text, reading) {
            Ok(mut warning) => {
                row.given.push(field);
                let second = || value::second_phone(text, reading).filter(|_| field == Field::Phone);
                if warning.is_some()
                    && layout.column(Field::Phone2).is_none()
                    && let Some(second) = second()
                {
                    row.member.put(Field::Phone2, second);
                    row.given.push(Field::Phone2);
                    warning = None;
                }
                row.issues.extend(warning.map(|text| Issue { field, text, is_error: false }));
            }
            Err(text) => row.issues.push(Issue { field, text, is_error: true }),
        }
    }
    if row.given.contains(&Field::IdNumber) && !layout.columns.contains(&Some(Field::IdType)) {
        row.member.id_type = layout.id_type;
        row.given.extend(layout.id_type.map(|_| Field::IdType));
    }
    if row.given.len() <= 2 && is_total(line) {
        row.issues.push(Issue { field: Field::Surname, text: Text::new("err-import-total"), is_error: true });
    }
    let is_named = layout.column(Field::Surname).is_some();
    for issue in row.member.check(reading.today) {
        // a list without names is about members the register knows by their numbers; it decides about the others
        if issue.text.id == "err-surname" && !is_named {
            continue;
        }
        if !row.issues.iter().any(|known| known.is_error && known.field == issue.field) {
            row.issues.push(issue);
        }
    }
    row
}

/// Whether the first words of a line say that it sums up the others.
pub(super) fn is_total(line: &Line) -> bool {
    let first = line.cells().map(fold).find(|cell| !cell.is_empty()).unwrap_or_default();
    matches!(
        first.as_str(),
        "total" | "totaux" | "total general" | "sous total" | "grand total" | "subtotal" | "totals"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            birth::Birth,
            book::Country,
            day::Order,
            member::{IdType, Sex},
        },
        import::{Cancelled, layout, sheet, unwatched},
    };
    use proptest::prelude::*;

    fn reading() -> Reading {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Reading { today, country: Country::Cd, order: Order::Ymd }
    }

    fn sheet_of(text: &str) -> Sheet {
        sheet::read(text.as_bytes(), "liste.csv", &unwatched).unwrap().remove(0)
    }

    fn rows(text: &str) -> Vec<Row> {
        let sheet = sheet_of(text);
        read(&sheet, &layout::guess(&sheet, &reading()), &reading(), &unwatched).unwrap()
    }

    fn issues(row: &Row) -> Vec<(&'static str, bool)> {
        row.issues.iter().map(|issue| (issue.text.id, issue.is_error)).collect()
    }

    #[test]
    fn a_list_as_secretaries_keep_it() {
        let rows = rows(
            "COOPERATIVE MINIERE DE KAMITUGA;;;;;;;;\n;;;;;;;;\n\
             N°;Nom;Post-nom;Prénom;Sexe;Né(e) le;Tél;Fonction;N° carte d’électeur\n\
             1;KABEYA;Ngoyi;Éléonore;F;31/05/1993;0812345678;Creuseuse;123\n\
             2;Mbuyi;-;Jean;M;33 ans;0812345679 / 0998765432;foreur et laveur;néant\n\
             N°;Nom;Post-nom;Prénom;Sexe;Né(e) le;Tél;Fonction;N° carte d’électeur\n\
             3;;Ilunga;;H;vers 1980;;;\n\
             4;Tshala;;;X;00/00/1975;12;avocat;\n\
             ;Total;4;;;;;;\n",
        );
        assert_eq!(rows.iter().map(|r| r.line).collect::<Vec<_>>(), [4, 5, 7, 8, 9]);
        let first = &rows[0].member;
        assert_eq!(first.full_name(), "KABEYA Ngoyi Éléonore");
        assert_eq!((first.sex, first.birth.map(Birth::stored)), (Some(Sex::F), Some("1993-05-31".into())));
        assert_eq!((first.phone.as_str(), first.id_type), ("+243812345678", Some(IdType::Voter)));
        assert_eq!((first.former_number.as_str(), first.number), ("", None));
        assert!(rows[0].issues.is_empty() && rows[0].given.contains(&Field::IdType));
        assert_eq!((issues(&rows[1]), rows[1].member.kept(Field::Phone2)), (vec![], "+243998765432"));
        assert_eq!(rows[1].member.get(Field::Role), "driller,washer");
        assert!(!rows[1].given.contains(&Field::PostName) && !rows[1].given.contains(&Field::IdNumber));
        assert_eq!(issues(&rows[2]), [("err-surname", true)]);
        assert_eq!(rows[2].member.birth, Some(Birth::About(1980)));
        assert_eq!(issues(&rows[3]), [("err-sex", true), ("err-phone-length", true), ("err-work", true)]);
        assert_eq!(rows[3].member.birth, Some(Birth::Year(1975)));
        assert_eq!(issues(&rows[4]), [("err-import-total", true)]);
    }

    #[test]
    fn values_are_read_generously() {
        let one = |heading: &str, value: &str| {
            let rows = rows(&format!("Nom;{heading}\nKabeya;\"{value}\"\nNgoyi;\n"));
            let field = rows[0].given.get(1).copied();
            (field.map(|f| rows[0].member.get(f)).unwrap_or_default(), issues(&rows[0]))
        };
        let ok = |text: &str| (text.to_owned(), vec![]);
        let note = |text: &str, issue| (text.to_owned(), vec![(issue, false)]);
        assert_eq!(one("Tél", "812345678.0"), ok("+243812345678"));
        assert_eq!(one("Tél", "Tél: 0812345678"), ok("+243812345678"));
        assert_eq!(one("Tél", "+243 (0)812345678"), ok("+243812345678"));
        assert_eq!(one("Tél", "0812345678 (sa femme)"), note("+243812345678", "warn-import-phone"));
        assert_eq!(one("Tél", "'+243812345678"), ok("+243812345678"));
        assert_eq!(one("Lieu et date de naissance", "Kamituga, le 12/03/1980"), ok("1980-03-12"));
        assert_eq!(one("Né le", "en 1980"), ok("1980"));
        assert_eq!(one("Âge", "46 ans"), ok("~1980"));
        assert_eq!(one("Né le", "03/1980"), ok("1980"));
        assert_eq!(one("Né le", "33389"), note("1991-05-31", "warn-import-serial"));
        assert_eq!(one("Date d'adhésion", "44562"), note("2022-01-01", "warn-import-serial"));
        assert_eq!(one("Tél", "+243 0812345678"), ok("+243812345678"));
        assert_eq!(one("Tél", "081234567").1, [("err-phone-national", true)]);
        assert_eq!(one("Date d'adhésion", "2019"), note("2019-01-01", "warn-import-year"));
        assert_eq!(one("Date d'adhésion", "--"), ok(""));
        assert_eq!(one("Village", "'=SOMME(A1)"), ok("=SOMME(A1)"));
        for sign in ["—", "?", "/", "..."] {
            assert_eq!(one("Site", sign), ok(""), "{sign}");
        }
        assert_eq!(one("Matricule", "M-007"), ok("M-007"));
        assert_eq!(one("Né le", "33/05/1993").1, [("err-day-none", true)]);
    }

    #[test]
    fn the_order_of_dates_is_what_reads_all_rows() {
        let sheet = sheet_of("Nom;Né le\nA;01/02/1990\nB;12/31/1990\nC;05/06/1990\n");
        let layout = layout::guess(&sheet, &reading());
        assert_eq!(layout.order, Order::Mdy);
        let rows = read(&sheet, &layout, &reading(), &unwatched).unwrap();
        assert_eq!(rows[0].member.get(Field::Birth), "1990-01-02");
    }

    #[test]
    fn whoever_waits_can_give_up() {
        let sheet = sheet_of("Nom;x\nA;b\n");
        let layout = layout::guess(&sheet, &reading());
        let result = read(&sheet, &layout, &reading(), &|_, _| Err(Cancelled));
        assert_eq!(result.unwrap_err().id, "err-import-cancelled");
    }

    proptest! {
        #[test]
        fn any_bytes_end_in_rows_or_a_sentence(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(sheets) = sheet::read(&bytes, "x", &unwatched) {
                let at = layout::choose(&sheets, &reading());
                let layout = layout::guess(&sheets[at], &reading());
                let _ = read(&sheets[at], &layout, &reading(), &unwatched).unwrap();
            }
        }

        #[test]
        fn any_table_is_read(text in "((Nom|Tél|Né le|Sexe|N°|F|M|1|[0-9/.+ -]{1,9}|\\PC{0,4})[;\n]){0,40}") {
            if let Ok(sheets) = sheet::read(text.as_bytes(), "x", &unwatched) {
                let layout = layout::guess(&sheets[0], &reading());
                for row in read(&sheets[0], &layout, &reading(), &unwatched).unwrap() {
                    prop_assert!(sheets[0].line(row.line).is_some());
                    prop_assert!(row.is_refused() || !row.member.surname.is_empty() || layout.column(Field::Surname).is_none());
                }
            }
        }
    }
}
